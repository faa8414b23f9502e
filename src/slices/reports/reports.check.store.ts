import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Minutes } from '../../kernel/clock-time.ts'
import { type Day, dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Scope } from '../../platform/scope.ts'
import { unit } from '../directory/directory.tables.ts'
import type { CheckMeans, ItemAnswer, SentDraft } from './reports.check.rules.ts'
import { reportCheck, reportCheckAnswer, reportCheckUnit } from './reports.check.tables.ts'
import { report } from './reports.tables.ts'

const day = z.codec(z.string(), z.custom<Day>(Number.isSafeInteger), { decode: dayFromIso, encode: isoFromDay })
const time = z.custom<Minutes>(Number.isSafeInteger)
const sentSchema = z.object({
  title: z.string(),
  visit: z.object({ day, start: time, end: time }),
  items: z.array(z.object({ field: z.string(), heading: z.string(), text: z.string() })),
})

/** A visited unit whose manager has the draft, with what has been answered there; unfinished until `answeredDay`. */
export type CheckUnit = {
  readonly id: string
  readonly unitId: string
  readonly name: string
  readonly outside: boolean
  readonly version: number
  readonly comment: string
  readonly answers: readonly ItemAnswer[]
  readonly answeredDay: Day | undefined
  readonly answeredBy: { readonly id: string; readonly name: string } | undefined
  /** The answer came by phone. */
  readonly registered: { readonly by: string; readonly calledOn: Day } | undefined
}

/** A draft with the managers, as it was sent. */
export type Check = {
  readonly id: string
  readonly reportId: string
  readonly means: CheckMeans
  readonly sentAt: Instant
  readonly sentDay: Day
  readonly sentBy: string
  readonly lastDay: Day
  readonly outside: boolean
  readonly sent: SentDraft
  readonly takenBackAt: Instant | undefined
  readonly units: readonly CheckUnit[]
}

type Wanted = {
  readonly reportId?: string
  /** Those that were taken back too. */
  readonly all?: boolean
  /** Those that a manager of any of these units has. */
  readonly unitIds?: readonly string[]
}

/** Returns the committee's checks, the oldest first. Who may see them the caller decides. */
export async function listChecks(
  tx: ReadTx | Tx,
  scope: Scope,
  { reportId, all = false, unitIds }: Wanted = {},
): Promise<readonly Check[]> {
  const rows = await tx
    .select()
    .from(reportCheck)
    .where(
      and(
        eq(reportCheck.committeeId, scope.committeeId),
        reportId === undefined ? undefined : eq(reportCheck.reportId, reportId),
        all ? undefined : isNull(reportCheck.takenBackAt),
        unitIds && isAt(unitIds),
      ),
    )
    .orderBy(asc(reportCheck.sentAt), asc(reportCheck.id))
  const units = await unitsOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ sent, takenBackAt, ...row }) => ({
    ...row,
    sent: sentSchema.parse(sent),
    takenBackAt: takenBackAt ?? undefined,
    units: units.filter(({ checkId }) => checkId === row.id),
  }))
}

/** Returns the check of the report that stands: one that nobody has taken back. */
export async function findCheck(tx: ReadTx | Tx, scope: Scope, reportId: string): Promise<Check | undefined> {
  const [standing] = await listChecks(tx, scope, { reportId })
  return standing
}

function isAt(unitIds: readonly string[]) {
  if (unitIds.length === 0) return sql`false`
  const ids = sql.join(
    unitIds.map((id) => sql`${id}`),
    sql`, `,
  )
  return sql`exists (select from report_check_unit u where u.check_id = ${reportCheck.id} and u.unit_id in (${ids}))`
}

function nameOf(personId: typeof reportCheckUnit.answeredBy | typeof reportCheckUnit.registeredById) {
  return sql<string | null>`(select p.name from person p where p.id = ${personId})`
}

async function unitsOf(tx: ReadTx | Tx, checkIds: readonly string[]) {
  if (checkIds.length === 0) return []
  const rows = await tx
    .select({
      row: reportCheckUnit,
      name: unit.name,
      answeredName: nameOf(reportCheckUnit.answeredBy),
      registeredName: nameOf(reportCheckUnit.registeredById),
    })
    .from(reportCheckUnit)
    .innerJoin(unit, eq(unit.id, reportCheckUnit.unitId))
    .where(inArray(reportCheckUnit.checkId, [...checkIds]))
    .orderBy(asc(unit.name), asc(reportCheckUnit.id))
  const ids = rows.map(({ row }) => row.id)
  const answers = ids.length === 0 ? [] : await answersIn(tx, ids)
  return rows.map(({ row, name, answeredName, registeredName }): CheckUnit & { readonly checkId: string } => ({
    id: row.id,
    checkId: row.checkId,
    unitId: row.unitId,
    name,
    outside: row.outside,
    version: row.version,
    comment: row.comment,
    answers: answers.filter(({ checkUnitId }) => checkUnitId === row.id),
    answeredDay: row.answeredDay ?? undefined,
    answeredBy: row.answeredBy === null ? undefined : { id: row.answeredBy, name: answeredName ?? '' },
    registered:
      row.registeredById === null || row.calledOn === null
        ? undefined
        : { by: registeredName ?? '', calledOn: row.calledOn },
  }))
}

async function answersIn(tx: ReadTx | Tx, checkUnitIds: readonly string[]) {
  return tx
    .select({
      checkUnitId: reportCheckAnswer.checkUnitId,
      field: reportCheckAnswer.field,
      verdict: reportCheckAnswer.verdict,
      text: reportCheckAnswer.text,
    })
    .from(reportCheckAnswer)
    .where(inArray(reportCheckAnswer.checkUnitId, [...checkUnitIds]))
    .orderBy(asc(reportCheckAnswer.id))
}

type NewCheck = {
  readonly reportId: string
  readonly means: CheckMeans
  readonly sentAt: Instant
  readonly sentDay: Day
  readonly sentBy: string
  readonly lastDay: Day
  readonly sent: SentDraft
  readonly units: readonly { readonly unitId: string; readonly outside: boolean }[]
}

/** Keeps the draft as it is sent. Returns the id of the check. */
export async function addCheck(tx: Tx, scope: Scope, { units, sent, ...check }: NewCheck): Promise<string> {
  const { municipalityId, committeeId } = scope
  const id = newId()
  const outside = units.some((it) => it.outside)
  await tx
    .insert(reportCheck)
    .values({ id, municipalityId, committeeId, ...check, outside, sent: z.encode(sentSchema, copied(sent)) })
  await tx.insert(reportCheckUnit).values(units.map((it) => ({ municipalityId, checkId: id, ...it })))
  return id
}

function copied({ title, visit, items }: SentDraft) {
  return { title, visit: { ...visit }, items: items.map((it) => ({ ...it })) }
}

/** Takes the draft back from the managers. What was sent stays as it was sent. */
export async function takeBack(
  tx: Tx,
  checkId: string,
  taken: { readonly takenBackAt: Instant; readonly takenBackBy: string },
): Promise<void> {
  await tx.update(reportCheck).set(taken).where(eq(reportCheck.id, checkId))
}

type Said = { readonly comment: string; readonly answers: readonly ItemAnswer[] }

/** Keeps what the manager has answered so far at a unit, in place of what was kept there. */
export async function saveAnswer(tx: Tx, scope: Scope, checkUnitId: string, { comment, answers }: Said): Promise<void> {
  const { municipalityId } = scope
  await tx
    .update(reportCheckUnit)
    .set({ comment, version: sql`${reportCheckUnit.version} + 1` })
    .where(eq(reportCheckUnit.id, checkUnitId))
  await tx.delete(reportCheckAnswer).where(eq(reportCheckAnswer.checkUnitId, checkUnitId))
  if (answers.length > 0)
    await tx.insert(reportCheckAnswer).values(answers.map((it) => ({ municipalityId, checkUnitId, ...it })))
}

type Answered = {
  readonly answeredAt: Instant
  readonly answeredDay: Day
  readonly answeredBy: string
  readonly registeredById?: string | undefined
  readonly calledOn?: Day | undefined
}

/** Notes that these units' manager has answered. */
export async function markAnswered(tx: Tx, checkUnitIds: readonly string[], answered: Answered): Promise<void> {
  await tx
    .update(reportCheckUnit)
    .set(answered)
    .where(or(...checkUnitIds.map((id) => eq(reportCheckUnit.id, id))))
}

/** Returns the checks of the report that came to a unit that the one who asks manages. Throws `NotFound` when none did. */
export async function checksAtOwnUnits(tx: ReadTx | Tx, scope: Scope, reportId: string): Promise<readonly Check[]> {
  const found = await listChecks(tx, scope, { reportId, all: true, unitIds: scope.managedUnitIds })
  if (found.length === 0) throw new NotFound('draft to check')
  return found
}

/** A draft that managers have: its visit, the last day, and the units where nobody has answered. */
type CheckOnDesk = {
  readonly reportId: string
  readonly visitId: string
  readonly lastDay: Day
  readonly openUnitIds: readonly string[]
}

/** Returns the drafts of the committee that somebody has still to answer, the first last day first. */
export async function listOnDesks(tx: ReadTx | Tx, scope: Scope): Promise<readonly CheckOnDesk[]> {
  const drafts = await tx
    .select({ id: report.id, visitId: report.visitId })
    .from(report)
    .where(and(eq(report.committeeId, scope.committeeId), eq(report.state, 'draft')))
  const visits = new Map(drafts.map(({ id, visitId }) => [id, visitId]))
  const standing = await listChecks(tx, scope)
  return standing
    .flatMap(({ reportId, lastDay, units }) => {
      const visitId = visits.get(reportId)
      const openUnitIds = units.filter(({ answeredDay }) => answeredDay === undefined).map(({ unitId }) => unitId)
      return visitId === undefined || openUnitIds.length === 0 ? [] : [{ reportId, visitId, lastDay, openUnitIds }]
    })
    .toSorted((one, other) => one.lastDay - other.lastDay)
}
