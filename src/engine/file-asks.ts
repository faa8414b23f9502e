import { blockKinds } from './fees/block-kinds.ts'
import type { Asks } from './value-text.ts'

const period = {
  from: { sv: 'Från och med vilken dag?', en: 'From which day?' },
  until: {
    sv: 'Vilken är den första dagen då det inte längre gäller?',
    en: 'Which is the first day on which it no longer holds?',
  },
}

/** What a file of local interpretations says, by path. */
export const interpretationsAsks: Asks = {
  format: { sv: 'Vilket filformat är det?', en: 'Which file format is it?' },
  guideline: {
    sv: 'Vilken riktlinje tolkas?',
    en: 'Which guideline is interpreted?',
    help: { sv: 'Dess beteckning, id.', en: 'Its id.' },
  },
  adoption: {
    sv: 'När och hur har nämnden antagit riktlinjen?',
    en: 'When and how has the committee adopted the guideline?',
    help: {
      sv: 'Bara för en riktlinje vars fil är ett förslag.',
      en: 'Only for a guideline whose file is a proposal.',
    },
  },
  'adoption.on': { sv: 'Vilken dag antogs den?', en: 'On which day was it adopted?' },
  'adoption.paragraph': { sv: 'I vilken paragraf?', en: 'In which paragraph?' },
  'adoption.registrationNumber': { sv: 'Vilket diarienummer?', en: 'Which registration number?' },
  'adoption.from': { sv: 'Från och med vilken dag gäller den?', en: 'From which day does it hold?' },
  'adoption.invented': { sv: 'Är beslutet påhittat?', en: 'Is the decision made up?' },
  answers: { sv: 'Vilka svar har nämnden gett?', en: 'Which answers has the committee given?' },
  'answers.id': { sv: 'Vilken beteckning har svaret?', en: 'What is the answer called for short?' },
  'answers.silence': {
    sv: 'Vilken av riktlinjens frågor besvaras?',
    en: "Which of the guideline's questions is answered?",
  },
  'answers.answer': {
    sv: 'Hur lyder svaret?',
    en: 'What is the answer?',
    help: { sv: 'Ett av frågans värden.', en: "One of the question's values." },
  },
  'answers.decidedBy': { sv: 'Vem har beslutat?', en: 'Who has decided?' },
  'answers.on': { sv: 'Vilken dag?', en: 'On which day?' },
  'answers.paragraph': { sv: 'I vilken paragraf?', en: 'In which paragraph?' },
  'answers.from': period.from,
  'answers.until': period.until,
  'answers.invented': { sv: 'Är svaret påhittat?', en: 'Is the answer made up?' },
  'answers.note': { sv: 'Finns något att tillägga?', en: 'Is there anything to add?' },
}

/** What a programme holds, by path: its lists, and what is not said by the key itself. */
export const programmeAsks: Asks = {
  format: { sv: 'Vilket filformat är det?', en: 'Which file format is it?' },
  municipality: { sv: 'Vilken kommun?', en: 'Which municipality?' },
  'municipality.name': { sv: 'Vad heter kommunen?', en: 'What is the municipality called?' },
  'municipality.code': { sv: 'Vilken kommunkod har den?', en: 'Which municipality code does it have?' },
  committee: { sv: 'Vilken nämnd?', en: 'Which committee?' },
  synthetic: {
    sv: 'Är programmet påhittat för att pröva regler?',
    en: 'Is the programme made up, to try rules on?',
  },
  period: {
    sv: 'För vilka dagar berättar programmet allt som har hänt?',
    en: 'For which days does the programme tell all that happened?',
    help: {
      sv: 'Utan period: från det första besökets år till i dag.',
      en: "Without it: from the first visit's year to today.",
    },
  },
  term: { sv: 'Vilken mandatperiod gäller i dag?', en: 'Which term of office holds today?' },
  persons: { sv: 'Vilka förtroendevalda finns?', en: 'Which representatives are there?' },
  'persons.bloc': { sv: 'Hör personen till majoriteten?', en: 'Does the person belong to the majority?' },
  'persons.seats': { sv: 'Vilka platser i nämnden, och när?', en: 'Which seats in the committee, and when?' },
  'persons.roles': {
    sv: 'Vilka roller, och när?',
    en: 'Which roles, and when?',
    help: { sv: 'Till exempel chair, vice-chair.', en: 'For example chair, vice-chair.' },
  },
  'persons.otherSeats': { sv: 'Vilka platser på annat håll?', en: 'Which seats elsewhere?' },
  'persons.fixedFees': {
    sv: 'Vilka årsarvoden, i procent av ett helt?',
    en: 'Which fixed fees, in per cent of a full one?',
  },
  'persons.feeGroups': { sv: 'Vilken grupp i arvodesreglementet?', en: 'Which group of the fee rules?' },
  'persons.acknowledged': {
    sv: 'För vilka år har personen tagit del av reglerna?',
    en: 'For which years has the person acknowledged the rules?',
  },
  units: { sv: 'Vilka enheter kan besökas?', en: 'Which units can be visited?' },
  'units.kind': { sv: 'Vilken verksamhetstyp?', en: 'Which service type?' },
  'units.area': { sv: 'Vilket verksamhetsområde?', en: 'Which area?' },
  'units.locality': { sv: 'Vilken ort eller stadsdel?', en: 'Which locality or district?' },
  'units.operatedBy': { sv: 'Vem driver enheten?', en: 'Who runs the unit?' },
  'units.consent': {
    sv: 'När gick chefen med på att ta emot kontaktpolitiker?',
    en: 'When did the manager agree to receive contact politicians?',
  },
  'units.agreement': {
    sv: 'När gäller avtalet med den privata utföraren?',
    en: "When does the private provider's agreement hold?",
  },
  'units.blocked': {
    sv: 'Vilka dagar tar enheten inte emot besök?',
    en: 'On which days does the unit receive no visits?',
  },
  'units.relativesCouncil': { sv: 'Finns ett anhörigråd?', en: "Is there a relatives' council?" },
  'units.missionDescription': {
    sv: 'Vad står i verksamhetens uppdragsbeskrivning?',
    en: "What does the unit's mission description say?",
  },
  areas: { sv: 'Vilka verksamhetsområden finns?', en: 'Which areas are there?' },
  groups: { sv: 'Vilka besöksgrupper finns?', en: 'Which visiting groups are there?' },
  'groups.rapporteur': { sv: 'Vem är rapportör?', en: 'Who is rapporteur?' },
  'groups.units': { sv: 'Vilka enheter är gruppens egna?', en: "Which units are the group's own?" },
  appointments: {
    sv: 'Vilka kontaktuppdrag finns?',
    en: 'Which contact appointments are there?',
    help: {
      sv: 'Vart och ett gäller en enhet, flera enheter, ett område, en ort eller en verksamhetstyp.',
      en: 'Each is for a unit, several units, an area, a locality or a service type.',
    },
  },
  relations: {
    sv: 'Vilka anknytningar till enheter finns?',
    en: 'Which relations to units are there?',
    help: { sv: 'Andra personer nämns aldrig.', en: 'Third parties are never named.' },
  },
  visits: { sv: 'Vilka besök finns?', en: 'Which visits are there?' },
  'visits.form': { sv: 'Vilken form har besöket?', en: 'Which form does the visit have?' },
  'visits.series': {
    sv: 'Vilken av riktlinjens serier hör det till?',
    en: "Which of the guideline's series does it belong to?",
  },
  'visits.capacity': { sv: 'I vilken egenskap görs besöket?', en: 'In which capacity is the visit made?' },
  'visits.state': { sv: 'Hur långt har besöket kommit?', en: 'How far has the visit come?' },
  'visits.initiated': {
    sv: 'Vem tog initiativ till besöket, och när?',
    en: 'Who took the initiative to the visit, and when?',
  },
  'visits.notice': {
    sv: 'När meddelades enheten, och vad stod det?',
    en: 'When was the unit told, and what did the notice say?',
  },
  'visits.planned': { sv: 'Vem planerade innehållet, och när?', en: 'Who planned the content, and when?' },
  'visits.confirmed': { sv: 'När gick chefen med på besöket?', en: 'When did the manager agree to the visit?' },
  'visits.attendance': { sv: 'Vilka kom, och när?', en: 'Who came, and when?' },
  'visits.met': { sv: 'Vilka mötte man?', en: 'Who was met?' },
  'visits.specialReason': { sv: 'Varför behövdes ett extra besök?', en: 'Why was an extra visit needed?' },
  reports: { sv: 'Vilka rapporter finns?', en: 'Which reports are there?' },
  'reports.final': {
    sv: 'Vilken dag blev rapporten klar?',
    en: 'On which day was the report final?',
    help: { sv: 'Saknas för ett utkast.', en: 'Absent for a draft.' },
  },
  'reports.meeting': { sv: 'Vid vilket sammanträde är den med?', en: 'Which meeting is it in the papers of?' },
  meetings: { sv: 'Vilka sammanträden har nämnden?', en: 'Which meetings does the committee have?' },
  'meetings.papersDeadline': { sv: 'Vilken dag ska handlingarna vara inne?', en: 'On which day are the papers due?' },
  elections: { sv: 'Vilka dagar är det allmänna val?', en: 'On which days are there general elections?' },
  decisions: {
    sv: 'Vilka beslut har fattats om enskilda besök?',
    en: 'Which decisions have been taken about single visits?',
  },
  claims: { sv: 'Vilka arvodesunderlag finns?', en: 'Which fee claims are there?' },
  'claims.exported': { sv: 'Vad har gått till lön?', en: 'What has gone to payroll?' },
  'claims.closed': {
    sv: 'Har den som gjorde besöket avstått, eller har arvodet avslagits?',
    en: 'Has the claimant refrained, or was the fee refused?',
  },
  'claims.journeys': { sv: 'Vilka resor gäller underlaget?', en: 'Which journeys does the claim cover?' },
  'claims.costs': { sv: 'Vilka kostnader?', en: 'Which costs?' },
  'claims.lostEarnings': { sv: 'Vilken förlorad arbetsinkomst?', en: 'Which lost earnings?' },
  otherPaid: {
    sv: 'Vilken annan tid har personen fått betalt för i kommunen?',
    en: 'Which other time has the person been paid for in the municipality?',
    help: { sv: 'Så att dagens och årets tak räknas rätt.', en: 'So that caps by day and year are right.' },
  },
}

/** The questions of the blocks that have their own: mileage, lost earnings, costs, claims … */
const blockAsks: Asks = Object.fromEntries(
  blockKinds.flatMap(({ place, kind }) =>
    Object.entries(kind.ask ?? {}).map(([key, ask]) => [`${place.replaceAll('[]', '')}.${key}`, ask]),
  ),
)

/** What fee rules say, by path. */
export const feeRulesAsks: Asks = {
  ...blockAsks,
  format: { sv: 'Vilket filformat är det?', en: 'Which file format is it?' },
  id: { sv: 'Vilken beteckning har filen?', en: 'What is the file called for short?' },
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
  'validity.from': period.from,
  'validity.until': period.until,
  bases: {
    sv: 'Vilka belopp bestäms av andra, som prisbasbeloppet?',
    en: 'Which amounts are decided elsewhere, such as the price base amount?',
  },
  amounts: { sv: 'Vilka belopp har egna namn?', en: 'Which amounts have names of their own?' },
  fees: { sv: 'Vilka slags arvoden finns?', en: 'Which kinds of fee are there?' },
  'fees.kind': { sv: 'Vilket slags arvode?', en: 'Which kind of fee?' },
  'fees.title': { sv: 'Vad heter det?', en: 'What is it called?' },
  'fees.clause': { sv: 'Var i reglementet står det?', en: 'Where in the fee rules does it stand?' },
  'fees.rate': { sv: 'Hur räknas det ut?', en: 'How is it worked out?' },
  'fees.rate.form': {
    sv: 'På vilket sätt räknas arvodet?',
    en: 'In which way is the fee counted?',
    choices: {
      'first-hour-then-half-hours': {
        sv: 'ett belopp för första timmen, sedan per påbörjad halvtimme',
        en: 'an amount for the first hour, then by begun half-hours',
      },
      hourly: { sv: 'per timme', en: 'by the hour' },
      'half-full-day': { sv: 'halv eller hel dag', en: 'half or full day' },
      flat: { sv: 'ett fast belopp', en: 'a flat amount' },
    },
  },
  'fees.rate.atBoundary': {
    sv: 'Vad ger precis gränsen?',
    en: 'What does exactly the boundary give?',
    choices: {
      half: { sv: 'halv dag', en: 'half a day' },
      full: { sv: 'hel dag', en: 'a full day' },
      silent: { sv: 'inte sagt', en: 'not said' },
    },
  },
  'fees.gives': { sv: 'Vad ger ett tillfälle av det här slaget?', en: 'What does an event of this kind give?' },
  'fees.time': { sv: 'Vilken tid betalas?', en: 'Which time is paid?' },
  'fees.dailyCap': { sv: 'Hur mycket betalas som mest på en dag?', en: 'What is the most for a day?' },
  'fees.yearlyCap': { sv: 'Hur mycket betalas som mest på ett år?', en: 'What is the most for a year?' },
  'fees.perDay': { sv: 'Hur många betalas på en dag?', en: 'How many are paid on a day?' },
  combinations: { sv: 'Vilka arvoden kan betalas samma dag?', en: 'Which fees can be paid on the same day?' },
  categories: { sv: 'Vilka personer får något annat?', en: 'Which persons get something else?' },
  substitutes: { sv: 'Vad får ersättare?', en: 'What do substitutes get?' },
  withinPaidWork: {
    sv: 'Vad betalas för tid som arbetsgivaren betalar?',
    en: 'What is paid for time that an employer pays?',
  },
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
}
