import type { FeeOutcome, OpenOutcome } from '../engine/index.ts'
import type { Language } from '../kernel/language.ts'

type SimulationWords = {
  readonly heading: (programmes: number, visits: number, today: string) => string
  readonly synthetic: string
  readonly before: string
  readonly after: string
  readonly difference: string
  readonly outcomes: Readonly<Record<OpenOutcome, string>>
  readonly visitsOwed: string
  readonly feeLines: Readonly<Record<FeeOutcome, string>>
  readonly payable: string
  readonly expected: string
  readonly units: (changed: number) => string
  readonly persons: (changed: number) => string
  readonly rules: (changed: number) => string
  readonly notInForce: string
  readonly appeared: (count: number) => string
  readonly disappeared: (count: number) => string
  readonly fees: (count: number) => string
  readonly noFee: string
  readonly nothing: string
  readonly more: (count: number) => string
}

/** The words around what changed rules would have made of a programme. */
export const simulationWords: Readonly<Record<Language, SimulationWords>> = {
  sv: {
    heading: (programmes, visits, today) =>
      `Prövning på ${programmes === 1 ? 'ett program' : `${programmes} program`} med ${visits} besök, bedömt den ${today}`,
    synthetic: 'Året är påhittat: besöken har inte gjorts. Siffrorna visar hur reglerna verkar, inte vad som har hänt.',
    before: 'Som det var',
    after: 'Med ändringen',
    difference: 'Skillnad',
    outcomes: {
      breached: 'Brott',
      deviates: 'Avvikelser',
      'needs-decision': 'Kräver beslut',
      due: 'Återstår',
      'cannot-tell': 'Kan inte avgöras',
    },
    visitsOwed: 'Besök som återstår eller fattas',
    feeLines: {
      payable: 'Arvoden som betalas',
      'not-payable': 'Arvoden som inte betalas',
      waiting: 'Arvoden som väntar på underlag',
      'needs-decision': 'Arvoden som kräver beslut',
      'cannot-tell': 'Arvoden som inte kan avgöras',
    },
    payable: 'Kronor att betala',
    expected: 'Kronor som väntar eller kräver beslut',
    units: (changed) => `Enheter som berörs (${changed})`,
    persons: (changed) => `Personer som berörs (${changed})`,
    rules: (changed) => `Regler som får ett annat utfall (${changed})`,
    notInForce: 'Dagar då ingen riktlinje gällde',
    appeared: (count) => `Nya iakttagelser (${count})`,
    disappeared: (count) => `Iakttagelser som försvinner (${count})`,
    fees: (count) => `Arvoden som blir annorlunda (${count})`,
    noFee: 'ingen rad',
    nothing: 'Ändringen gör ingen skillnad.',
    more: (count) => `  … och ${count} till; --format json har alla`,
  },
  en: {
    heading: (programmes, visits, today) =>
      `Tried on ${programmes === 1 ? 'one programme' : `${programmes} programmes`} with ${visits} visits, judged on ${today}`,
    synthetic:
      'The year is made up: the visits have not been made. The figures show how the rules work, not what has happened.',
    before: 'As it was',
    after: 'Changed',
    difference: 'Difference',
    outcomes: {
      breached: 'Breaches',
      deviates: 'Deviations',
      'needs-decision': 'Need a decision',
      due: 'To do',
      'cannot-tell': 'Cannot be told',
    },
    visitsOwed: 'Visits to make, or not made',
    feeLines: {
      payable: 'Fees to be paid',
      'not-payable': 'Fees not paid',
      waiting: 'Fees that wait for their basis',
      'needs-decision': 'Fees that need a decision',
      'cannot-tell': 'Fees that cannot be told',
    },
    payable: 'Kronor to pay',
    expected: 'Kronor that wait or need a decision',
    units: (changed) => `Units concerned (${changed})`,
    persons: (changed) => `Persons concerned (${changed})`,
    rules: (changed) => `Rules with another outcome (${changed})`,
    notInForce: 'Days on which no guideline was in force',
    appeared: (count) => `New findings (${count})`,
    disappeared: (count) => `Findings that go (${count})`,
    fees: (count) => `Fees that become others (${count})`,
    noFee: 'no line',
    nothing: 'The change makes no difference.',
    more: (count) => `  … and ${count} more; --format json has them all`,
  },
}
