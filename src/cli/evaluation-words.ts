import type { Bearer, FeeOutcome, Force, Outcome, SubjectType } from '../engine/index.ts'
import type { Language } from '../kernel/language.ts'

type EvaluationWords = {
  readonly outcomes: Readonly<Record<Outcome, string>>
  readonly feeOutcomes: Readonly<Record<FeeOutcome, string>>
  /** A line beside the fee that is not paid. */
  readonly notPaid: string
  readonly forces: Readonly<Record<Force, string>>
  readonly bearers: Readonly<Record<Bearer, string>>
  readonly subjects: Readonly<Record<SubjectType, string>>
  /** The parts of a fee, by their kind. */
  readonly parts: Readonly<Record<string, string>>
  readonly findings: (open: number, all: number) => string
  readonly feeLines: (count: number) => string
  readonly payable: (count: number, sum: string) => string
  readonly expected: (amount: string) => string
  /** The committee's own answers that were used, by id. */
  readonly interpretation: (ids: string) => string
}

/** The words around the sentences of an evaluation and of a guideline read back. */
export const evaluationWords: Readonly<Record<Language, EvaluationWords>> = {
  sv: {
    outcomes: {
      satisfied: 'Uppfylls',
      breached: 'Brott',
      deviates: 'Avvikelse',
      'needs-decision': 'Kräver beslut',
      due: 'Återstår',
      'cannot-tell': 'Kan inte avgöras',
    },
    feeOutcomes: {
      payable: 'betalas',
      'not-payable': 'inget arvode',
      waiting: 'väntar på underlag',
      'needs-decision': 'kräver beslut',
      'cannot-tell': 'kan inte avgöras',
    },
    notPaid: 'betalas inte',
    forces: { must: 'ska', should: 'bör', may: 'kan' },
    bearers: {
      politician: 'kontaktpolitikern',
      manager: 'enhetens chef',
      committee: 'nämnden',
      administration: 'förvaltningen',
      chair: 'ordföranden',
      group: 'besöksgruppen',
    },
    subjects: {
      visit: 'besök',
      person: 'person',
      unit: 'enhet',
      area: 'verksamhetsområde',
      locality: 'ort',
      service: 'verksamhetstyp',
      group: 'besöksgrupp',
      report: 'rapport',
      claim: 'arvodesunderlag',
      appointment: 'uppdrag',
      committee: 'nämnden',
      guideline: 'riktlinje',
    },
    parts: {
      'first-hour': 'första timmen',
      hours: 'timmar därefter, räknade i påbörjade halvtimmar',
      'half-day': 'halv dag',
      'full-day': 'hel dag',
      flat: 'fast belopp',
      time: 'timmar',
      'time-after': 'timmar därefter',
      share: 'andel av arvodet',
      'first-time': 'den första tiden',
      step: 'belopp för så lång tid',
      addition: 'tillägg',
      'day-rest': 'det som är kvar av dagens sammanlagda arvode',
      'day-limit': 'kvar av dagens högsta belopp',
      'year-limit': 'kvar av årets högsta belopp',
      'lost-hours': 'förlorade timmar',
      'to-daily-most': 'upp till dagens högsta belopp',
    },
    findings: (open, all) => `Iakttagelser (${open} av ${all}; de övriga är uppfyllda)`,
    feeLines: (count) => `Arvodesrader (${count})`,
    payable: (count, sum) => `${count} betalas, sammanlagt ${sum}`,
    expected: (amount) => `skulle bli ${amount}`,
    interpretation: (ids) => `lokal tolkning ${ids}`,
  },
  en: {
    outcomes: {
      satisfied: 'Met',
      breached: 'Breach',
      deviates: 'Deviation',
      'needs-decision': 'Needs decision',
      due: 'To do',
      'cannot-tell': 'Cannot be told',
    },
    feeOutcomes: {
      payable: 'to be paid',
      'not-payable': 'no fee',
      waiting: 'waits for its basis',
      'needs-decision': 'needs a decision',
      'cannot-tell': 'cannot be told',
    },
    notPaid: 'not paid',
    forces: { must: 'must', should: 'should', may: 'may' },
    bearers: {
      politician: 'the contact politician',
      manager: "the unit's manager",
      committee: 'the committee',
      administration: 'the administration',
      chair: 'the chair',
      group: 'the visiting group',
    },
    subjects: {
      visit: 'visit',
      person: 'person',
      unit: 'unit',
      area: 'area',
      locality: 'locality',
      service: 'service type',
      group: 'visiting group',
      report: 'report',
      claim: 'fee claim',
      appointment: 'appointment',
      committee: 'the committee',
      guideline: 'guideline',
    },
    parts: {
      'first-hour': 'the first hour',
      hours: 'hours after that, counted by begun half-hours',
      'half-day': 'half a day',
      'full-day': 'a full day',
      flat: 'a flat amount',
      time: 'hours',
      'time-after': 'hours after that',
      share: 'share of the fee',
      'first-time': 'the first time',
      step: 'amount for so long',
      addition: 'addition',
      'day-rest': 'what is left of the fee of the day together',
      'day-limit': 'left of the most for the day',
      'year-limit': 'left of the most for the year',
      'lost-hours': 'hours lost',
      'to-daily-most': 'up to the most for the day',
    },
    findings: (open, all) => `Findings (${open} of ${all}; the others are satisfied)`,
    feeLines: (count) => `Fee lines (${count})`,
    payable: (count, sum) => `${count} to be paid, ${sum} together`,
    expected: (amount) => `would be ${amount}`,
    interpretation: (ids) => `local interpretation ${ids}`,
  },
}
