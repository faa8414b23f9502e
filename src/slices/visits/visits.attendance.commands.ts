import { NotAllowed } from '../../kernel/errors.ts'
import { inStockholm } from '../../kernel/instant.ts'
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { listContactsOfUnit, listGroups } from '../appointments/index.ts'
import { settingsFor } from '../guidelines/index.ts'
import { namesOf } from '../people/index.ts'
import {
  addDecision,
  type Attending,
  addVisitEvent,
  changeVisit,
  lockPersons,
  type Met,
  saveAttendance,
} from './visits.changes.store.ts'
import { concernedBy } from './visits.commands.ts'
import { attendanceFields, attendanceForm, decisionForm } from './visits.forms.ts'
import { type AudienceGuidance, audienceGuidance, extraDecisionGuidance } from './visits.guidance.rules.ts'
import { registerForVisit } from './visits-on-behalf.commands.ts'
import { actsForOthers, attempt, mayDecideFor, mayNoteAttendance } from './visits.rules.ts'
import { findClashes, lockVisit, type VisitRow } from './visits.store.ts'

/** Notes who came, from when to when, and whom the visit reached; afterwards puts it right, even when it is reported. */
export const noteAttendance = command({
  name: 'visits.note-attendance',
  allow: 'visits:attend',
  input: attendanceForm,
  run: async (
    context,
    { visit: id, version, attending, met, onBehalfOf },
  ): Promise<Result<{ readonly corrected: boolean }>> => {
    const { tx, scope, now, note, announce } = context
    const visit = await lockVisit(tx, scope, id)
    if (!mayNoteAttendance(scope, concernedBy(visit))) throw new NotAllowed('visits.note-attendance')
    const forOther = onBehalfOf === scope.personId ? undefined : onBehalfOf
    if (forOther !== undefined && !actsForOthers(scope)) return refuse('visits.not-for-others', {}, 'onBehalfOf')
    if (visit.version !== version) return refuse('visits.stale')
    const corrected = visit.state === 'held' || visit.state === 'reported'
    const next = attempt(corrected ? 'correct' : 'hold', visit, inStockholm(now))
    if (!next.ok) return next
    if (attending.length === 0) return refuse('visits.nobody-came')
    const expected = await expectedAt(tx, scope, visit)
    if (forOther !== undefined && !expected.includes(forOther)) return refuse('visits.not-for-others', {}, 'onBehalfOf')
    const stranger = attending.find(({ personId }) => !expected.includes(personId))
    if (stranger)
      return refuse('visits.not-expected', { name: (await namesOf(tx, scope)).get(stranger.personId) ?? '' })
    const audiences = audienceGuidance(await settingsFor(tx, scope, visit.day), visit.form)
    const unsaid = checkMet(audiences, met)
    if (unsaid) return unsaid

    await lockPersons(
      tx,
      attending.map(({ personId }) => personId),
    )
    for (const { personId, start, end } of attending) {
      const [clash] = await findClashes(tx, { personIds: [personId], day: visit.day, start, end, exceptVisitId: id })
      const name = clash && (await namesOf(tx, scope)).get(personId)
      if (clash)
        return refuse(
          'visits.clash',
          { name, day: visit.day, start: clash.start, end: clash.end },
          attendanceFields.start(personId),
        )
    }
    await saveAttendance(tx, scope, id, {
      attending: attending.map((it) => ({ ...it, registeredById: registrarOf(scope, visit, it, forOther) })),
      met: met.filter(({ audience }) => audiences.some((it) => it.audience === audience)),
    })
    await changeVisit(tx, scope, id, { state: next.value })
    const kind = corrected ? 'attendance-corrected' : 'held'
    const onBehalf = forOther === undefined ? {} : { concernsId: forOther, onBehalf: true }
    await addVisitEvent(tx, scope, { visitId: id, kind, at: now, ...onBehalf })
    if (forOther !== undefined) await registerForVisit(context, visit, { personId: forOther, kind: 'attendance' })
    note({ type: 'visit', id }, { kind, attending }, forOther)
    announce({ name: `visits.${kind}`, ids: { visitId: id } })
    return done({ corrected })
  },
})

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

/** Every audience that the guideline names is answered, and one that was not reached is explained (HED-08). */
function checkMet(audiences: readonly AudienceGuidance[], met: readonly Met[]): Refusal | undefined {
  for (const { audience, said, explained, clause } of audiences) {
    const noted = met.find((it) => it.audience === audience)
    if (noted === undefined) return refuse('visits.met-missing', { who: said }, attendanceFields.met(audience))
    if (explained && !noted.met && noted.explanation === '')
      return refuse('visits.explanation-missing', { who: said, clause }, attendanceFields.why(audience))
  }
  return undefined
}

/** The chair decides whether one person's visit beyond the usual number is made, or paid, as the guideline has it. */
export const decideExtra = command({
  name: 'visits.decide-extra',
  allow: 'visits:decide-extra',
  input: decisionForm,
  run: async ({ tx, scope, now, note, announce }, input): Promise<Result<{ readonly id: string }>> => {
    const { visit: visitId, version, person: personId, about, granted, delegation, reason } = input
    const visit = await lockVisit(tx, scope, visitId)
    if (visit.version !== version) return refuse('visits.stale')
    if (personId === scope.personId) return refuse('visits.own-matter', {}, 'person')
    if (scope.personId === undefined || !mayDecideFor(scope, personId)) throw new NotAllowed('visits.decide-extra')
    const guidance = extraDecisionGuidance(await settingsFor(tx, scope, visit.day))
    if (guidance?.about !== about) return refuse('visits.no-decision-needed', {}, 'about')
    if (!(await expectedAt(tx, scope, visit)).includes(personId))
      return refuse('visits.not-expected', { name: (await namesOf(tx, scope)).get(personId) ?? '' }, 'person')
    if (visit.decisions.some((it) => it.personId === personId && it.about === about))
      return refuse('visits.already-decided', {}, 'person')
    const id = await addDecision(tx, scope, {
      about,
      personId,
      visitId,
      decidedOn: scope.today,
      decidedBy: scope.personId,
      granted,
      delegation,
      reason,
    })
    await changeVisit(tx, scope, visitId, {})
    await addVisitEvent(tx, scope, {
      visitId,
      kind: granted ? 'extra-granted' : 'extra-refused',
      at: now,
      concernsId: personId,
    })
    note({ type: 'visit', id: visitId }, { decision: id, about, person: personId, granted })
    announce({ name: 'visits.extra-decided', ids: { visitId, personId } })
    return done({ id })
  },
})
