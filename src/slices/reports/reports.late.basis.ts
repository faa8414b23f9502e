import { settingsOn } from '../../engine/index.ts'
import type { Day } from '../../kernel/date.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { appointmentsFacts } from '../appointments/index.ts'
import { directoryFacts } from '../directory/index.ts'
import { type Judgement, judge } from '../guidelines/index.ts'
import { listChoices, listHolders, peopleFacts, usualMailChoice } from '../people/index.ts'
import { type LaterFacts, listTold, visitsFacts } from '../visits/index.ts'
import { reportsFacts } from './reports.facts.ts'
import { escalatedKind, askedKind, type Lateness, latenessOf, latestFirst } from './reports.late.rules.ts'
import { type OtherWriter, otherWriter, reportersOf } from './reports.rules.ts'
import { listUnreported, type UnreportedVisit } from './reports.unreported.store.ts'

/** A report that is missing: who owes it, when it was due, and what has been done about it. */
export type MissingReport = UnreportedVisit &
  Lateness & {
    /** Where the manager or an officer writes it. */
    readonly writer: OtherWriter | undefined
    /** Those who owe it, by name. */
    readonly owing: readonly { readonly id: string; readonly name: string }[]
    /** The clause by which they do. */
    readonly owedBy: { readonly clause: string; readonly rule: string } | undefined
  }

export type MissingReports = { readonly missing: readonly MissingReport[]; readonly judgement: Judgement | undefined }

/** Returns the committee's missing reports, the latest first, and the evaluation they were found in. */
export async function missingReports(tx: ReadTx | Tx, scope: Scope, later?: LaterFacts): Promise<MissingReports> {
  const unreported = await listUnreported(tx, scope)
  if (unreported.length === 0) return { missing: [], judgement: undefined }
  const judgement = await judge(tx, scope, {
    ...directoryFacts(scope),
    ...peopleFacts(scope),
    ...appointmentsFacts(scope),
    ...visitsFacts(scope),
    ...reportsFacts(scope),
    ...later?.(scope),
  })
  const told = await listTold(tx, scope, {
    kinds: ['report-due', 'report-late', 'report-missing', askedKind, escalatedKind],
    subjectIds: unreported.map(({ id }) => id),
  })
  const managers = await listHolders(tx, scope, 'manager')
  const secretaries = await listHolders(tx, scope, 'secretary')
  const choices = await listChoices(tx)
  const wants = (id: string) => (choices.get(id) ?? usualMailChoice).reportReminder
  const { guidelines, interpretations } = judgement.rules
  const settings = new Map<Day, ReturnType<typeof settingsOn>>()
  const rules = { findings: judgement.evaluation.findings, told, today: scope.today }
  const missing = unreported.map((visit): MissingReport => {
    if (!settings.has(visit.day)) settings.set(visit.day, settingsOn(guidelines, interpretations, visit.day))
    const by = settings.get(visit.day)?.report.by
    const writer = otherWriter(by?.value)
    const owing = owingOf(visit, by?.value, { managers, secretaries })
    const remindedIds = owing.map(({ id }) => id).filter(wants)
    return { ...visit, ...latenessOf(visit, { ...rules, remindedIds }), writer, owing, owedBy: by?.basis }
  })
  return { missing: latestFirst(missing), judgement }
}

type Named = { readonly id: string; readonly name: string }
type Holders = readonly (Named & { readonly unitId: string | null })[]

function owingOf(
  { attendees, rapporteur, unitIds }: UnreportedVisit,
  by: string | undefined,
  { managers, secretaries }: { readonly managers: Holders; readonly secretaries: Holders },
): readonly Named[] {
  const writer = otherWriter(by)
  if (writer === 'manager') return once(managers.filter(({ unitId }) => unitId !== null && unitIds.includes(unitId)))
  if (writer === 'officer') return once(secretaries)
  const those = { attendees: attendees.map(({ id }) => id), rapporteurId: rapporteur?.id }
  const owing = reportersOf(by, those)
  return once([...attendees, ...(rapporteur ? [rapporteur] : [])]).filter(({ id }) => owing.includes(id))
}

function once(persons: readonly Named[]): readonly Named[] {
  return [...new Map(persons.map(({ id, name }) => [id, { id, name }])).values()]
}
