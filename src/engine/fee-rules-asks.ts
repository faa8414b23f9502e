import { blockKinds } from './fees/block-kinds.ts'
import { amount, from, notSaid, rate, rounding, under } from './fee-rules-asks-amounts.ts'
import type { Asks } from './value-text.ts'

const clause = { sv: 'Var i reglementet står det?', en: 'Where in the fee rules does it stand?' }
const ownClause = {
  ...clause,
  help: { sv: 'Lämna tomt om det är samma avsnitt.', en: 'Leave empty where it is the same clause.' },
}
const code = {
  sv: 'Vilken beteckning har det?',
  en: 'What is it called for short?',
  help: { sv: 'Små bokstäver, siffror och bindestreck.', en: 'Small letters, digits and hyphens.' },
}
const title = { sv: 'Vad heter det?', en: 'What is it called?' }
const components = {
  fee: { sv: 'arvode', en: 'the fee' },
  'lost-earnings': { sv: 'förlorad arbetsinkomst', en: 'lost earnings' },
  costs: { sv: 'resor och kostnader', en: 'travel and costs' },
}
const times = {
  meeting: { sv: 'besöket eller mötet', en: 'the visit or meeting' },
  travel: { sv: 'resan', en: 'travel' },
  preparation: { sv: 'förberedelse', en: 'preparation' },
  'after-work': { sv: 'efterarbete', en: 'after-work' },
}

const dayChoices = {
  monday: { sv: 'måndag', en: 'Monday' },
  tuesday: { sv: 'tisdag', en: 'Tuesday' },
  wednesday: { sv: 'onsdag', en: 'Wednesday' },
  thursday: { sv: 'torsdag', en: 'Thursday' },
  friday: { sv: 'fredag', en: 'Friday' },
  saturday: { sv: 'lördag', en: 'Saturday' },
  sunday: { sv: 'söndag', en: 'Sunday' },
  holiday: { sv: 'helgdag', en: 'public holiday' },
}

const cap: Asks = {
  clause: ownClause,
  minutes: { sv: 'Hur många minuter som mest?', en: 'How many minutes at most?' },
  amount: { sv: 'Vilket belopp som mest?', en: 'Which amount at most?' },
  ...under('amount', amount),
}

const share: Asks = {
  percent: { sv: 'Hur många procent?', en: 'How many per cent?' },
  rounding: { sv: 'Hur avrundas det?', en: 'How is it rounded?' },
  ...under('rounding', rounding),
}
const shareChoices = { full: { sv: 'allt', en: 'all of it' }, none: { sv: 'inget', en: 'nothing' } }

/** The questions of the blocks that have their own: mileage, lost earnings, costs, claims … */
const blockAsks: Asks = blockKinds.reduce<Asks>(
  (all, { place, kind }) => Object.assign(all, under(place.replaceAll('[]', ''), kind.ask)),
  {},
)

/** What fee rules say, by path. */
export const feeRulesAsks: Asks = {
  format: { sv: 'Vilket filformat är det?', en: 'Which file format is it?' },
  id: code,
  title: { sv: 'Vad heter reglementet?', en: 'What are the fee rules called?' },
  municipality: {
    sv: 'Vilken kommun gäller det för?',
    en: 'For which municipality?',
    help: { sv: 'Utan kommun gäller det för vilken som helst.', en: 'Without one, for any.' },
  },
  status: {
    sv: 'Är reglementet antaget?',
    en: 'Have the fee rules been adopted?',
    choices: {
      adopted: { sv: 'antaget', en: 'adopted' },
      example: { sv: 'verkliga, offentliga belopp som exempel', en: 'real public figures, as an example' },
      invented: { sv: 'påhittat', en: 'made up' },
    },
  },
  source: { sv: 'Varifrån kommer uppgifterna?', en: 'Where do the figures come from?' },
  validity: { sv: 'När gäller det?', en: 'When do they hold?' },
  'validity.from': from,
  'validity.until': {
    sv: 'Vilken är den första dagen då det inte längre gäller?',
    en: 'Which is the first day on which they no longer hold?',
  },
  bases: {
    sv: 'Vilka belopp bestäms av andra, som prisbasbeloppet?',
    en: 'Which amounts are decided elsewhere, such as the price base amount?',
  },
  'bases.id': code,
  'bases.title': title,
  'bases.per': { sv: 'Är beloppet för en månad eller ett år?', en: 'Is the amount for a month or a year?' },
  'bases.source': { sv: 'Vem bestämmer det?', en: 'Who decides it?' },
  'bases.values': { sv: 'Vilka belopp gäller från vilka dagar?', en: 'Which amounts hold from which days?' },
  'bases.values.from': from,
  'bases.values.amount': { sv: 'Vilket belopp?', en: 'Which amount?' },
  amounts: { sv: 'Vilka belopp har egna namn?', en: 'Which amounts have names of their own?' },
  'amounts.id': code,
  'amounts.title': title,
  'amounts.clause': clause,
  'amounts.per': { sv: 'Är beloppet för en månad eller ett år?', en: 'Is the amount for a month or a year?' },
  'amounts.amount': { sv: 'Vilket belopp?', en: 'Which amount?' },
  ...under('amounts.amount', amount),
  fees: { sv: 'Vilka slags arvoden finns?', en: 'Which kinds of fee are there?' },
  'fees.kind': { sv: 'Vilket slags arvode?', en: 'Which kind of fee?' },
  'fees.title': title,
  'fees.clause': clause,
  'fees.rate': { sv: 'Hur räknas det ut?', en: 'How is it worked out?' },
  ...under('fees.rate', rate),
  'fees.gives': {
    sv: 'Vad ger ett tillfälle av det här slaget?',
    en: 'What does an event of this kind give?',
    help: { sv: 'Utan svar: allt.', en: 'Without an answer: all of it.' },
    choices: components,
  },
  'fees.time': { sv: 'Vilken tid betalas?', en: 'Which time is paid?' },
  'fees.time.clause': ownClause,
  'fees.time.counts': { sv: 'Vilken tid räknas?', en: 'Which time counts?', choices: times },
  'fees.time.travel': {
    sv: 'Ryms resan i den tid som betalas som mest?',
    en: 'Is travel within the time that is paid at most?',
    choices: {
      'inside-cap': { sv: 'ja', en: 'yes' },
      'beyond-cap': { sv: 'nej, den kommer utöver', en: 'no, it is beyond it' },
      silent: notSaid,
    },
  },
  'fees.time.travelFromKilometres': {
    sv: 'Från hur många kilometer enkel väg räknas resan?',
    en: 'From how many kilometres one way does travel count?',
  },
  'fees.leastTime': { sv: 'Hur mycket betalas som minst för ett tillfälle?', en: 'What is the least for an event?' },
  'fees.leastTime.minutes': { sv: 'Hur många minuter som minst?', en: 'How many minutes at least?' },
  'fees.leastTime.clause': ownClause,
  'fees.additions': {
    sv: 'Vad betalas utöver arvodet, för obekväm tid, resa eller förberedelse?',
    en: 'What is paid beside the fee, for inconvenient hours, travel or preparation?',
  },
  'fees.additions.title': title,
  'fees.additions.clause': clause,
  'fees.additions.of': { sv: 'För vilken tid?', en: 'For which time?', choices: times },
  'fees.additions.days': { sv: 'Bara på vilka dagar?', en: 'On which days only?', choices: dayChoices },
  'fees.additions.between': {
    sv: 'Bara mellan vilka klockslag?',
    en: 'Between which times of day only?',
    help: { sv: 'Över midnatt om det andra är tidigare.', en: 'Over midnight where the second is earlier.' },
  },
  'fees.additions.between.from': { sv: 'Från vilket klockslag?', en: 'From which time?' },
  'fees.additions.between.until': { sv: 'Till vilket klockslag?', en: 'Until which time?' },
  'fees.additions.fromKilometres': {
    sv: 'Från hur många kilometer enkel väg räknas resan?',
    en: 'From how many kilometres one way does travel count?',
  },
  'fees.additions.rate': { sv: 'Vad ger tiden?', en: 'What does the time give?' },
  ...under('fees.additions.rate', rate),
  'fees.additions.percent': { sv: 'Hur många procent av arvodet?', en: 'How many per cent of the fee?' },
  'fees.additions.rounding': { sv: 'Hur avrundas det?', en: 'How is it rounded?' },
  ...under('fees.additions.rounding', rounding),
  'fees.sameDay': {
    sv: 'Räknas flera tillfällen på samma dag ihop till ett?',
    en: 'Are several events on one day counted as one?',
  },
  'fees.sameDay.breakMost': {
    sv: 'Högst hur många minuters uppehåll?',
    en: 'With a break of at most how many minutes?',
    help: { sv: 'Utan svar: hur långt som helst.', en: 'Without an answer: however long.' },
  },
  'fees.sameDay.clause': ownClause,
  'fees.dailyCap': { sv: 'Hur mycket betalas som mest på en dag?', en: 'What is the most for a day?' },
  ...under('fees.dailyCap', cap),
  'fees.yearlyCap': { sv: 'Hur mycket betalas som mest på ett år?', en: 'What is the most for a year?' },
  ...under('fees.yearlyCap', cap),
  'fees.perDay': { sv: 'Hur många betalas på en dag?', en: 'How many are paid on a day?' },
  'fees.perDay.most': { sv: 'Hur många som mest?', en: 'How many at most?' },
  'fees.perDay.clause': ownClause,
  combinations: { sv: 'Vilka arvoden kan betalas samma dag?', en: 'Which fees can be paid on the same day?' },
  'combinations.kinds': { sv: 'Vilka slags arvoden?', en: 'Which kinds of fee?' },
  'combinations.paid': {
    sv: 'Vilka av dem betalas?',
    en: 'Which of them are paid?',
    choices: {
      together: { sv: 'var och ett', en: 'each of them' },
      higher: { sv: 'bara det högre', en: 'only the higher' },
      first: { sv: 'bara det som började först', en: 'only the one that began first' },
      silent: notSaid,
    },
  },
  'combinations.clause': clause,
  dayCaps: {
    sv: 'Hur mycket betalas som mest på en dag för flera slags arvoden tillsammans?',
    en: 'What is the most for a day for several kinds of fee together?',
  },
  'dayCaps.kinds': {
    sv: 'Vilka slags arvoden?',
    en: 'Which kinds of fee?',
    help: { sv: 'Utan svar: alla.', en: 'Without an answer: all.' },
  },
  'dayCaps.amount': { sv: 'Vilket belopp som mest?', en: 'Which amount at most?' },
  ...under('dayCaps.amount', amount),
  'dayCaps.clause': clause,
  categories: { sv: 'Vilka personer får något annat?', en: 'Which persons get something else?' },
  'categories.id': code,
  'categories.title': title,
  'categories.clause': clause,
  'categories.who': { sv: 'Vilka är de?', en: 'Who are they?' },
  'categories.who.fixedFees': {
    sv: 'Hur stora årsarvoden har de tillsammans?',
    en: 'How large are their fixed fees together?',
  },
  'categories.who.fixedFees.from': {
    sv: 'Från hur många procent av ett helt?',
    en: 'From how many per cent of a full one?',
  },
  'categories.who.fixedFees.below': { sv: 'Under hur många procent?', en: 'Below how many per cent?' },
  'categories.who.group': { sv: 'Vilken grupp?', en: 'Which group?' },
  'categories.who.roles': { sv: 'Vilka roller?', en: 'Which roles?' },
  'categories.excluded': { sv: 'Vad får de inte?', en: 'What do they not get?' },
  'categories.excluded.components': { sv: 'Vilken ersättning?', en: 'Which parts?', choices: components },
  'categories.excluded.kinds': {
    sv: 'För vilka slags arvoden?',
    en: 'For which kinds of fee?',
    help: { sv: 'Utan svar: alla.', en: 'Without an answer: all.' },
  },
  'categories.excluded.where': {
    sv: 'Var?',
    en: 'Where?',
    choices: {
      'own-committee': { sv: 'i den egna nämnden', en: 'in their own committee' },
      everywhere: { sv: 'överallt', en: 'everywhere' },
    },
  },
  'categories.excluded.clause': ownClause,
  'categories.rates': { sv: 'Vad får de i stället?', en: 'What do they get instead?' },
  'categories.rates.kind': { sv: 'För vilket slags arvode?', en: 'For which kind of fee?' },
  'categories.rates.rate': { sv: 'Hur räknas det ut?', en: 'How is it worked out?' },
  ...under('categories.rates.rate', rate),
  'categories.rates.clause': ownClause,
  substitutes: { sv: 'Vad får ersättare?', en: 'What do substitutes get?' },
  'substitutes.clause': clause,
  'substitutes.serving': { sv: 'När de tjänstgör?', en: 'When they serve?', choices: shareChoices },
  ...under('substitutes.serving', share),
  'substitutes.notServing': { sv: 'När de inte tjänstgör?', en: 'When they do not?', choices: shareChoices },
  ...under('substitutes.notServing', share),
  withinPaidWork: {
    sv: 'Vad betalas för tid som arbetsgivaren betalar?',
    en: 'What is paid for time that an employer pays?',
  },
  'withinPaidWork.clause': clause,
  'withinPaidWork.paid': { sv: 'Hur stor del?', en: 'How much of it?', choices: shareChoices },
  ...under('withinPaidWork.paid', share),
  mileage: { sv: 'Vilken milersättning betalas?', en: 'Which mileage is paid?' },
  lostEarnings: { sv: 'Hur ersätts förlorad arbetsinkomst?', en: 'How are lost earnings made good?' },
  costs: { sv: 'Vilka kostnader ersätts?', en: 'Which costs are made good?' },
  considerableOffice: {
    sv: 'Från vilken andel är ett uppdrag på betydande deltid?',
    en: 'From which share is an office of considerable part time?',
  },
  claims: { sv: 'Hur begärs ersättningen, och när?', en: 'How is it claimed, and by when?' },
  payroll: { sv: 'Vilken dag stängs lönen?', en: 'On which day does the payroll close?' },
  approval: { sv: 'Vem godkänner?', en: 'Who approves?' },
  acknowledgement: {
    sv: 'Ska var och en ta del av reglerna varje år?',
    en: 'Does everyone acknowledge the rules each year?',
  },
  ...blockAsks,
}
