import { type Day, isoFromDay } from '../kernel/date.ts'
import type { Language } from '../kernel/language.ts'
import { formatKronor, type Ore } from '../kernel/money.ts'

type Shown = {
  readonly claim: string
  readonly day: Day
  readonly exported: Ore
  readonly computed: Ore
  readonly lines: readonly { readonly feeKind?: string | undefined; readonly exported: Ore; readonly computed: Ore }[]
}
type Standing = 'open' | 'let-stand' | 'pending'

type CompareWords = {
  readonly committee: (
    names: readonly [string, string],
    counts: { readonly compared: number; readonly open: number },
  ) => string
  readonly difference: (shown: Shown, standing: Standing) => string
  readonly more: (count: number) => string
  readonly total: (counts: { readonly compared: number; readonly open: number }) => string
  readonly none: string
}

const standings: Readonly<Record<Language, Readonly<Record<Standing, string>>>> = {
  sv: { open: '', 'let-stand': ' (beslutat: det utbetalda står kvar)', pending: ' (beslutat: rättas i nästa lönefil)' },
  en: { open: '', 'let-stand': ' (decided: what is paid stands)', pending: ' (decided: corrected in the next batch)' },
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

/** The kinds of which more has gone out than the facts give, by their codes. */
function outOf(lines: Shown['lines']): string {
  return kindsOf(lines.filter(({ exported, computed }) => exported > computed))
}

/** The kinds of which the facts give more. */
function nowOf(lines: Shown['lines']): string {
  return kindsOf(lines.filter(({ exported, computed }) => exported < computed))
}

function kindsOf(lines: Shown['lines']): string {
  return lines.map(({ feeKind = '?' }) => feeKind).join(', ')
}

/** What `claims compare` says. */
export const claimsCompareWords: Readonly<Record<Language, CompareWords>> = {
  sv: {
    committee: ([municipality, committee], { compared, open }) =>
      `${municipality}, ${committee}: ${counted(compared, 'underlag', 'underlag')} har gått till lön, ${counted(open, 'skillnad', 'skillnader')} att besluta om.`,
    difference: ({ claim, day, exported, computed, lines }, standing) =>
      exported === computed
        ? `${isoFromDay(day)}: ${formatKronor(exported)} har gått till lön som ${outOf(lines)}, underlaget ger lika mycket som ${nowOf(lines)}${standings.sv[standing]}. ${claim}`
        : `${isoFromDay(day)}: ${formatKronor(exported)} har gått till lön, underlaget ger ${formatKronor(computed)}${standings.sv[standing]}. ${claim}`,
    more: (count) => `… och ${count} till. Alla visas med --format json.`,
    total: ({ compared, open }) =>
      `Sammanlagt ${compared} underlag, ${counted(open, 'skillnad', 'skillnader')} att besluta om.`,
    none: 'Databasen har ingen nämnd.',
  },
  en: {
    committee: ([municipality, committee], { compared, open }) =>
      `${municipality}, ${committee}: ${counted(compared, 'claim has', 'claims have')} gone to payroll, ${counted(open, 'difference', 'differences')} to decide.`,
    difference: ({ claim, day, exported, computed, lines }, standing) =>
      exported === computed
        ? `${isoFromDay(day)}: ${formatKronor(exported)} went to payroll as ${outOf(lines)}, the facts give as much as ${nowOf(lines)}${standings.en[standing]}. ${claim}`
        : `${isoFromDay(day)}: ${formatKronor(exported)} went to payroll, the facts give ${formatKronor(computed)}${standings.en[standing]}. ${claim}`,
    more: (count) => `… and ${count} more. All are shown with --format json.`,
    total: ({ compared, open }) =>
      `In all ${counted(compared, 'claim', 'claims')}, ${counted(open, 'difference', 'differences')} to decide.`,
    none: 'The database has no committee.',
  },
}
