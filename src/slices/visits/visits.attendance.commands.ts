import { NotAllowed } from '../../kernel/errors.ts'
import type { Day } from '../../kernel/date.ts'
import { inStockholm } from '../../kernel/instant.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { type CommandContext, command } from '../../platform/command.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { listContactsOfUnit, listGroups } from '../appointments/index.ts'
import { settingsFor } from '../guidelines/index.ts'
import { listRepresentatives, namesOf } from '../people/index.ts'
import { attendanceForm, type AttendanceNote } from './visits.attendance.forms.ts'
import {
  attendanceFields,
  changesOf,
  checkMet,
  correctionNote,
  metToKeep,
  type Noted,
  untilBrokenOff,
  writtenTime,
} from './visits.attendance.rules.ts'
import { type Attending, addVisitEvent, changeVisit, lockPersons, saveAttendance } from './visits.changes.store.ts'
import { concernedBy } from './visits.commands.ts'
import { audienceGuidance } from './visits.guidance.rules.ts'
import { registerForVisit } from './visits-on-behalf.commands.ts'
import { actsForOthers, attempt, mayNoteAttendance } from './visits.rules.ts'
import { findClashes, lockVisit, type VisitRow } from './visits.store.ts'

/**
 * Notes who came, from when to when, and whom the visit reached; afterwards puts it right, even when it is reported or
 * paid. A correction is refused as `visits.correction-unread`, with what it changes, until the form says that it is read.
 */
export const noteAttendance = command({
  name: 'visits.note-attendance',
  allow: 'visits:attend',
  input: attendanceForm,
  run: async (context, input): Promise<Result<{ readonly corrected: boolean; readonly brokenOff: boolean }>> => {
    const { tx, scope, now, note, announce } = context
    const { visit: id, onBehalfOf, reason } = input
    const visit = await lockVisit(tx, scope, id)
    if (!mayNoteAttendance(scope, concernedBy(visit))) throw new NotAllowed('visits.note-attendance')
    const forOther = onBehalfOf === scope.personId ? undefined : onBehalfOf
    if (forOther !== undefined && !actsForOthers(scope)) return refuse('visits.not-for-others', {}, 'onBehalfOf')
    if (visit.version !== input.version) return refuse('visits.stale')
    const corrected = visit.state === 'held' || visit.state === 'reported'
    const next = attempt(corrected ? 'correct' : 'hold', visit, inStockholm(now))
    if (!next.ok) return next
    const checked = await checkNoted(context, visit, input, forOther)
    if (!checked.ok) return checked
    const noted = checked.value
    const changes = changesOf(visit, noted)
    if (corrected && changes === undefined) return refuse('visits.nothing-changed')
    if (corrected && reason === '') return refuse('visits.correction-why', {}, 'reason')
    if (corrected && !input.seen) return refuse('visits.correction-unread', { noted })

    const { attending, met, brokenOff } = noted
    await saveAttendance(tx, scope, id, {
      attending: attending.map((it) => ({ ...it, registeredById: registrarOf(scope, visit, it, forOther) })),
      met,
    })
    await changeVisit(tx, scope, id, { state: next.value, brokenOff })
    const kind = corrected ? 'attendance-corrected' : 'held'
    const onBehalf = forOther === undefined ? {} : { concernsId: forOther, onBehalf: true }
    const said = corrected && changes !== undefined ? { note: correctionNote(changes, reason) } : {}
    await addVisitEvent(tx, scope, { visitId: id, kind, at: now, ...onBehalf, ...said })
    const began = brokenOff && !visit.brokenOff ? input.brokenOff : undefined
    if (began?.until !== undefined) {
      const words = `${writtenTime(began.until)}. ${began.reason}`
      await addVisitEvent(tx, scope, { visitId: id, kind: 'broken-off', at: now, note: words })
    }
    if (forOther !== undefined) await registerForVisit(context, visit, { personId: forOther, kind: 'attendance' })
    note({ type: 'visit', id }, { kind, ...(corrected ? { reason, changes } : noted) }, forOther)
    announce({ name: `visits.${kind}`, ids: { visitId: id } })
    return done({ corrected, brokenOff })
  },
})

/** Returns what is to be noted once everything in it holds, or why it cannot be: who, until when, whom it reached, and no one at two places. */
async function checkNoted(
  { tx, scope, now }: CommandContext,
  visit: VisitRow,
  input: AttendanceNote,
  forOther: string | undefined,
): Promise<Result<Noted>> {
  if (input.attending.length === 0) return refuse('visits.nobody-came')
  const expected = await expectedAt(tx, scope, visit)
  if (forOther !== undefined && !expected.includes(forOther)) return refuse('visits.not-for-others', {}, 'onBehalfOf')
  const nameOf = async (personId: string) => (await namesOf(tx, scope)).get(personId) ?? ''
  const strangers = input.attending.filter(({ personId }) => !expected.includes(personId))
  if (strangers.length > 0) {
    const substitutes = await substitutesOn(tx, scope, visit.day)
    const stranger = strangers.find(({ personId }) => !substitutes.includes(personId))
    if (stranger) return refuse('visits.not-expected', { name: await nameOf(stranger.personId) })
    const unsaid = strangers.find(({ serving }) => !serving)
    if (unsaid)
      return refuse(
        'visits.serving-unsaid',
        { name: await nameOf(unsaid.personId) },
        attendanceFields.serving(unsaid.personId),
      )
  }
  const attending = untilBrokenOff(visit, input, inStockholm(now))
  if (!attending.ok) return attending
  const audiences = audienceGuidance(await settingsFor(tx, scope, visit.day), visit.form)
  const unmet = checkMet(audiences, input.met)
  if (unmet) return unmet
  await lockPersons(
    tx,
    attending.value.map(({ personId }) => personId),
  )
  for (const { personId, start, end } of attending.value) {
    const at = { personIds: [personId], day: visit.day, start, end, exceptVisitId: visit.id }
    const [clash] = await findClashes(tx, at)
    if (clash) {
      const facts = { name: await nameOf(personId), day: visit.day, start: clash.start, end: clash.end }
      return refuse('visits.clash', facts, attendanceFields.start(personId))
    }
  }
  const met = metToKeep(audiences, input.met)
  return done({ attending: attending.value, met, brokenOff: input.brokenOff !== undefined })
}

/** Returns the committee's substitutes on the day: one of them can have come in a member's place without being invited. */
export async function substitutesOn(tx: ReadTx | Tx, scope: Scope, day: Day): Promise<readonly string[]> {
  const seated = await listRepresentatives(tx, { ...scope, today: day })
  return seated.filter(({ seatKind }) => seatKind === 'substitute').map(({ id }) => id)
}

/** Who registered the one's attendance for them; what stood before stands while the times do. */
function registrarOf(
  scope: Scope,
  visit: VisitRow,
  { personId, start, end }: Attending,
  forOther: string | undefined,
): string | undefined {
  if (personId === forOther) return scope.personId
  const before = visit.attendance.find((it) => it.personId === personId && it.start === start && it.end === end)
  return personId === scope.personId ? undefined : (before?.registeredById ?? undefined)
}

/** Returns whom attendance can be noted for: invited, already noted, or contact politicians that day, each once. */
export async function expectedAt(tx: ReadTx | Tx, scope: Scope, visit: VisitRow): Promise<readonly string[]> {
  const found = new Set([...visit.invitations, ...visit.attendance].map(({ personId }) => personId))
  if (visit.group === null) {
    for (const unit of visit.units)
      for (const { personId } of await listContactsOfUnit(tx, scope, unit.id, visit.day)) found.add(personId)
  } else {
    const group = (await listGroups(tx, scope, visit.day)).find(({ id }) => id === visit.group?.id)
    for (const { personId } of group?.members ?? []) found.add(personId)
  }
  return [...found]
}
