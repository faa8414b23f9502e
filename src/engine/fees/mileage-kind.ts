import { mileageSchema } from '../fee-rules-claims.ts'
import { defineRule, type Say } from '../rules/kind.ts'
import { amountText, clauseAsk, lineSentences } from './block-words.ts'

const startsAt = {
  home: { sv: 'bostaden', en: 'home' },
  workplace: { sv: 'arbetsplatsen', en: 'the workplace' },
} as const

/** How far the place lies where mileage is paid; where the rules do not say what exactly the distance gives, that is said. */
const reach = {
  paid: { sv: 'minst', en: 'at least' },
  unpaid: { sv: 'mer än', en: 'more than' },
  silent: { sv: '(oklart om minst eller mer än)', en: '(not said whether at least or more than)' },
} as const

function isAtThreshold({ finding: { values } }: Say): boolean {
  return values.distance !== undefined && values.distance === values.fromKilometres
}

/** Mileage, as it is asked about, read back and said in reasons. */
export const mileageKind = defineRule({
  kind: 'fee-rules.mileage',
  title: { sv: 'Milersättning', en: 'Mileage' },
  ask: {
    clause: clauseAsk,
    perKilometre: { sv: 'Hur mycket betalas per kilometer, i öre?', en: 'How much is paid per kilometre, in öre?' },
    fromKilometres: {
      sv: 'Från hur många kilometer enkel väg betalas milersättning?',
      en: 'From how many kilometres one way is mileage paid?',
      help: {
        sv: 'Hela resan betalas när platsen ligger så långt bort. Lämna tomt om avståndet inte spelar någon roll.',
        en: 'The whole journey is paid when the place is that far away. Leave empty where the distance does not matter.',
      },
    },
    atThreshold: {
      sv: 'Vad gäller när avståndet är precis så långt?',
      en: 'What holds when the distance is exactly that?',
      choices: {
        paid: { sv: 'Resan betalas', en: 'The journey is paid' },
        unpaid: { sv: 'Resan betalas inte', en: 'The journey is not paid' },
        silent: { sv: 'Det är inte sagt', en: 'It is not said' },
      },
    },
    startsFrom: { sv: 'Varifrån räknas resan?', en: 'Where does a journey count from?', choices: startsAt },
    onlyWithFeeBasis: {
      sv: 'Betalas milersättning först när underlaget för arvodet finns?',
      en: 'Is mileage paid only once the basis of the fee is there?',
      help: {
        sv: 'Underlaget är det som riktlinjen kräver för arvodet, till exempel rapporten.',
        en: 'The basis is what the guideline asks for before the fee, such as the report.',
      },
    },
    notWhenMadeAnyway: {
      sv: 'Är resor som ändå skulle ha gjorts undantagna?',
      en: 'Are journeys that would have been made anyway left out?',
    },
  },
  values: mileageSchema,
  describe: {
    sv: ({ perKilometre, fromKilometres, atThreshold, startsFrom, onlyWithFeeBasis, notWhenMadeAnyway }, words) =>
      [
        `Milersättning betalas med ${amountText(perKilometre, 'sv')} per kilometer från ${words.list(startsFrom.map((it) => startsAt[it].sv))}`,
        fromKilometres === undefined ? '' : ` när avståndet är ${reach[atThreshold].sv} ${fromKilometres} km`,
        onlyWithFeeBasis ? ', först när underlaget för arvodet finns' : '',
        notWhenMadeAnyway ? ', dock inte för resor som ändå skulle ha gjorts' : '',
        '.',
      ].join(''),
    en: ({ perKilometre, fromKilometres, atThreshold, startsFrom, onlyWithFeeBasis, notWhenMadeAnyway }, words) =>
      [
        `Mileage is paid at ${amountText(perKilometre, 'en')} per kilometre from ${words.list(startsFrom.map((it) => startsAt[it].en))}`,
        fromKilometres === undefined ? '' : ` when the distance is ${reach[atThreshold].en} ${fromKilometres} km`,
        onlyWithFeeBasis ? ', only once the basis of the fee is there' : '',
        notWhenMadeAnyway ? ', but not for journeys that would have been made anyway' : '',
        '.',
      ].join(''),
  },
  sentences: {
    sv: {
      ...lineSentences.sv,
      driven: (say) => `${say.number('kilometres')} km betalas med ${say.kronor('perKilometreOre')} per kilometer.`,
      'made-anyway': (say) => `Resan på ${say.number('kilometres')} km skulle ha gjorts ändå och betalas inte.`,
      'start-not-counted': (say) =>
        `Resan på ${say.number('kilometres')} km började vid ${startOf(say.finding.values.start).sv}, och därifrån betalas ingen milersättning.`,
      'too-near': (say) =>
        `Platsen ligger ${say.number('distance')} km från ${startOf(say.finding.values.start).sv}; milersättning betalas ${isAtThreshold(say) ? 'först när det är mer än' : 'först från'} ${say.number('fromKilometres')} km.`,
      'threshold-silent': (say) =>
        `Avståndet är precis ${say.number('fromKilometres')} km, och arvodesreglerna säger inte om resan då betalas.`,
      'basis-there': () => 'Underlaget för arvodet finns.',
      'basis-missing': () => 'Milersättningen väntar tills underlaget för arvodet finns.',
      'basis-undecided': () => 'Milersättningen väntar på det beslut som arvodet vilar på.',
      'basis-unknown': () => 'Ingen riktlinje gällde den dagen, så underlaget för arvodet kan inte prövas.',
      'without-fee': () =>
        'Milersättning betalas bara där det finns underlag för arvode, och här betalas inget arvode.',
    },
    en: {
      ...lineSentences.en,
      driven: (say) => `${say.number('kilometres')} km are paid at ${say.kronor('perKilometreOre')} per kilometre.`,
      'made-anyway': (say) =>
        `The journey of ${say.number('kilometres')} km would have been made anyway and is not paid.`,
      'start-not-counted': (say) =>
        `The journey of ${say.number('kilometres')} km began at ${startOf(say.finding.values.start).en}, and no mileage is paid from there.`,
      'too-near': (say) =>
        `The place is ${say.number('distance')} km from ${startOf(say.finding.values.start).en}; mileage is paid ${isAtThreshold(say) ? 'only beyond' : 'from'} ${say.number('fromKilometres')} km.`,
      'threshold-silent': (say) =>
        `The distance is exactly ${say.number('fromKilometres')} km, and the fee rules do not say whether the journey is then paid.`,
      'basis-there': () => 'The basis of the fee is there.',
      'basis-missing': () => 'The mileage waits until the basis of the fee is there.',
      'basis-undecided': () => 'The mileage waits for the decision that the fee rests on.',
      'basis-unknown': () => 'No guideline was in force on that day, so the basis of the fee cannot be told.',
      'without-fee': () => 'Mileage is paid only where there is a basis for a fee, and no fee is paid here.',
    },
  },
})

function startOf(start: unknown): (typeof startsAt)[keyof typeof startsAt] {
  return start === 'workplace' ? startsAt.workplace : startsAt.home
}
