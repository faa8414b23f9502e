import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { dayFromIso } from '../../kernel/date.ts'
import { evaluate } from '../evaluate.ts'
import type { Evaluation, FeeLine, Finding } from '../finding.ts'
import type { FeeRules } from '../fee-rules.ts'
import type { Guideline } from '../guideline.ts'
import type { Interpretations } from '../interpretations.ts'
import { loadFeeRules, loadGuideline, type Loaded, loadInterpretations } from '../load.ts'
import { type Programme, programmeSchema } from '../programme.ts'

type Written = z.input<typeof programmeSchema>
type Row<K extends keyof Written> = NonNullable<Written[K]> extends readonly (infer T)[] ? T : never

const root = new URL('../../../', import.meta.url)

/** Returns the text of a file of the project. */
export function textOf(path: string): string {
  return readFileSync(new URL(path, root), 'utf8')
}

/** Returns what was loaded. Throws with every problem when it was refused. */
export function loaded<T>(result: Loaded<T>): T {
  if (result.ok) return result.value
  throw new Error(result.problems.map((it) => `${it.file}:${it.line} ${it.message}; ${it.mend}`).join('\n'))
}

export function guidelineNamed(id: string): Guideline {
  return loaded(loadGuideline(textOf(`guidelines/${id}.yaml`), `${id}.yaml`))
}

export function interpretationsNamed(id: string, guideline: Guideline): Interpretations {
  return loaded(loadInterpretations(textOf(`interpretations/${id}.yaml`), `${id}.yaml`, [guideline]))
}

/** The shipped fee rules: meeting fees by the hour, errand fees by the day. */
export const allFeeRules: readonly FeeRules[] = ['upplands-bro-2019', 'demo-half-full-day'].map((id) =>
  loaded(loadFeeRules(textOf(`fee-rules/${id}.yaml`), `${id}.yaml`)),
)

/** Returns a programme from what a test says; the rest is empty. */
export function aProgramme(written: Partial<Written>): Programme {
  return programmeSchema.parse({
    municipality: { name: 'Provköping' },
    committee: { id: 'committee', name: 'Provnämnden' },
    term: { from: '2023-01-01', until: '2027-01-01' },
    ...written,
  })
}

export function aPerson(
  id: string,
  bloc: Row<'persons'>['bloc'] = 'majority',
  seat: 'member' | 'substitute' = 'member',
): Row<'persons'> {
  return { id, name: id, bloc, seats: [{ kind: seat, from: '2023-01-01' }] }
}

export function aUnit(id: string, more: Partial<Row<'units'>> = {}): Row<'units'> {
  return { id, name: id, kind: 'care home', ...more }
}

export function anAppointment(
  person: string,
  unit: string,
  more: Partial<Row<'appointments'>> = {},
): Row<'appointments'> {
  return { id: `${person}-${unit}`, person, unit, from: '2023-01-01', ...more }
}

/** A held visit 15.00–17.20 by the persons, taken up by the politician, planned and agreed by the manager. */
export function aVisit(
  id: string,
  day: string,
  units: string | readonly string[],
  persons: readonly string[],
  more: Partial<Row<'visits'>> = {},
): Row<'visits'> {
  const [start, end] = [more.start ?? '15:00', more.end ?? '17:20']
  return {
    id,
    day,
    units: typeof units === 'string' ? [units] : [...units],
    start,
    end,
    state: 'held',
    initiated: { by: 'politician', on: '2026-01-02' },
    planned: { by: 'manager', on: '2026-01-03' },
    confirmed: { on: '2026-01-03' },
    attendance: persons.map((person) => ({ person, start, end })),
    ...more,
  }
}

/** A final written report, with the papers of a meeting and sent to the manager. */
export function aReport(visit: string, authors: readonly string[], more: Partial<Row<'reports'>> = {}): Row<'reports'> {
  return {
    id: `report-${visit}`,
    visit,
    form: 'written',
    authors: [...authors],
    final: '2026-04-20',
    toManager: '2026-04-20',
    meeting: 'may',
    ...more,
  }
}

export function aConfirmedClaim(visit: string, person: string, more: Partial<Row<'claims'>> = {}): Row<'claims'> {
  return { id: `claim-${visit}-${person}`, visit, person, confirmed: '2026-04-21', ...more }
}

export const meetings: readonly Row<'meetings'>[] = [
  { id: 'april', day: '2026-04-29', papersDeadline: '2026-04-15' },
  { id: 'may', day: '2026-05-27', papersDeadline: '2026-05-13' },
  { id: 'june', day: '2026-06-24', papersDeadline: '2026-06-10' },
]

export type Judge = (written: Partial<Written>, today?: string) => Evaluation

/** Returns an evaluation by a guideline and its interpretations. */
export function judgeBy(
  guidelines: readonly Guideline[],
  interpretations: readonly Interpretations[],
  feeRules = allFeeRules,
): Judge {
  return (written, today = '2026-12-01') =>
    evaluate({ guidelines, interpretations, feeRules, programme: aProgramme(written), today: dayFromIso(today) })
}

/** Returns the findings of a rule, by its id and kind. */
export function found({ findings }: Evaluation, rule: string, kind: string): readonly Finding[] {
  return findings.filter((it) => it.rule === rule && it.kind === kind)
}

/** Returns `outcome code subject` of each finding of a rule. */
export function said(evaluation: Evaluation, rule: string, kind: string): readonly string[] {
  return found(evaluation, rule, kind).map((it) => `${it.outcome} ${it.code} ${it.subject.id}`)
}

/** Returns `visit person outcome amount-in-öre` of each fee line. */
export function paid({ feeLines }: Evaluation): readonly string[] {
  return feeLines.map((it) => `${it.visit} ${it.person} ${it.outcome} ${it.amount}`)
}

/** Returns `rule code` of each reason of a line. */
export function reasons(line: FeeLine | undefined): readonly string[] {
  return (line?.reasons ?? []).map((it) => `${it.rule} ${it.code}`)
}
