import { z } from 'zod'
import { canAppoint, programmeSchema } from '../../engine/index.ts'
import type { Day } from '../../kernel/date.ts'
import { done, refuse } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import type { Tx } from '../../platform/db/database.ts'
import { gather } from '../../platform/db/facts.ts'
import { newId } from '../../platform/ids.ts'
import type { Scope } from '../../platform/scope.ts'
import { directoryFacts, getArea, getUnit } from '../directory/index.ts'
import { rulesInForce, settingsFor } from '../guidelines/index.ts'
import { getPerson, peopleFacts } from '../people/index.ts'
import { appointmentsFacts } from './appointments.facts.ts'
import { type AppointmentObject, appointmentForm, endForm, relationForm } from './appointments.forms.ts'
import { relationKinds } from './appointments.rules.ts'
import {
  addAppointment,
  addGroup,
  addRelation,
  endRelation,
  getAppointment,
  lockCommittee,
  setAppointmentEnd,
} from './appointments.store.ts'

/**
 * Registers the committee's decision to appoint somebody. What the guideline forbids is refused with every reason
 * (`findings`); what it only advises against is possible, and is shown wherever the appointment is.
 */
export const appoint = command({
  name: 'appointments.appoint',
  allow: 'appointments:decide',
  input: appointmentForm,
  run: async (context, { personId, object, validFrom, validUntil, decidedOn, paragraph }) => {
    const { tx, scope, note } = context
    if (validUntil !== undefined && validUntil <= validFrom)
      return refuse('appointments.ends-before-start', {}, 'validUntil')
    // Two secretaries may appoint the last place at once: the committee's appointments are decided one at a time.
    await lockCommittee(tx, scope)
    await getPerson(tx, scope, personId)
    await findObject(tx, scope, object)
    const settings = await settingsFor(tx, scope, validFrom)
    if (settings === undefined) return refuse('appointments.no-guideline', {}, 'validFrom')
    const judged = await judgeAppointment(context, { personId, object, validFrom })
    if (judged.isAlready) return refuse('appointments.already-appointed', {}, 'personId')
    if (!judged.allowed) return refuse('appointments.not-allowed', { findings: judged.refusals }, 'personId')
    const id = newId()
    await addAppointment(tx, {
      id,
      municipalityId: scope.municipalityId,
      committeeId: scope.committeeId,
      personId,
      ...objectColumns(object),
      decidedOn,
      paragraph,
      validFrom,
      validUntil,
    })
    note(
      { type: 'appointment', id },
      { personId, validFrom, noted: judged.notes.map(({ rule, code }) => `${rule} ${code}`) },
    )
    return done({ id, notes: judged.notes })
  },
})

/** Throws `NotFound` for a unit or an area that is not the committee's own. */
async function findObject(tx: Tx, scope: Scope, { type, id }: AppointmentObject): Promise<void> {
  await (type === 'unit' ? getUnit(tx, scope, id) : getArea(tx, scope, id))
}

type Asked = { readonly personId: string; readonly object: AppointmentObject; readonly validFrom: Day }

async function judgeAppointment({ tx, scope }: CommandContext, { personId, object, validFrom }: Asked) {
  const rules = await rulesInForce(tx, scope)
  const parts = { ...directoryFacts(scope), ...peopleFacts(scope), ...appointmentsFacts(scope) }
  const programme = programmeSchema.parse(await gather(tx, parts))
  const isAlready = programme.appointments.some(
    (it) => it.person === personId && it[object.type] === object.id && (it.until === undefined || it.until > validFrom),
  )
  const target = object.type === 'unit' ? { unit: object.id } : { area: object.id }
  const judged = canAppoint({ ...rules, programme, person: personId, ...target, from: validFrom, today: scope.today })
  return { ...judged, isAlready }
}

/** Ends an appointment: by the committee's decision, or because the person leaves. Visits already made are not affected. */
export const endAppointment = command({
  name: 'appointments.end',
  allow: 'appointments:decide',
  input: endForm,
  run: async ({ tx, scope, note }, { id, until }) => {
    const found = await getAppointment(tx, scope, id)
    if (until <= found.validFrom) return refuse('appointments.ends-before-start', {}, 'until')
    if (found.validUntil !== null && found.validUntil <= until) return refuse('appointments.already-ended', {}, 'until')
    await setAppointmentEnd(tx, scope, id, until)
    note({ type: 'appointment', id }, { until })
    return done({ id })
  },
})

/** Registers a relation that the person declares about themselves. */
export const declareRelation = command({
  name: 'appointments.declare-relation',
  allow: 'relations:declare',
  input: relationForm,
  run: async ({ tx, scope, now, note }, { object, kind, validFrom }) => {
    if (scope.personId === undefined) throw new Error('A relation is declared by a person')
    await findObject(tx, scope, object)
    if (!relationKinds(await settingsFor(tx, scope, validFrom)).includes(kind))
      return refuse('appointments.relation-unknown', {}, 'kind')
    const id = newId()
    await addRelation(tx, {
      id,
      municipalityId: scope.municipalityId,
      committeeId: scope.committeeId,
      personId: scope.personId,
      ...objectColumns(object),
      kind,
      declaredAt: now,
      validFrom,
    })
    note({ type: 'relation', id }, { kind, validFrom })
    return done({ id })
  },
})

/** Notes that a relation no longer holds from today. Only the person's own can be ended. */
export const withdrawRelation = command({
  name: 'appointments.withdraw-relation',
  allow: 'relations:declare',
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, scope, note }, { id }) => {
    if (scope.personId === undefined) throw new Error('A relation is withdrawn by a person')
    if (!(await endRelation(tx, scope, id, scope.personId, scope.today)))
      return refuse('appointments.already-ended', {})
    note({ type: 'relation', id }, { until: scope.today })
    return done({ id })
  },
})

const day = z.custom<Day>((value) => Number.isSafeInteger(value))

/** Forms a visiting group with its members, one of whom may report for it. */
export const formGroup = command({
  name: 'appointments.form-group',
  allow: 'appointments:decide',
  input: z.object({
    name: z.string().trim().min(1).max(100),
    memberIds: z.array(z.uuid()).min(1),
    rapporteurId: z.uuid().optional(),
    validFrom: day,
  }),
  run: async ({ tx, scope, note }, { name, memberIds, rapporteurId, validFrom }) => {
    const groupId = newId()
    const place = { municipalityId: scope.municipalityId, validFrom }
    await addGroup(
      tx,
      { id: groupId, committeeId: scope.committeeId, name, ...place },
      memberIds.map((personId) => ({ groupId, personId, isRapporteur: personId === rapporteurId, ...place })),
    )
    note({ type: 'group', id: groupId }, { memberIds })
    return done({ id: groupId })
  },
})

function objectColumns({ type, id }: AppointmentObject) {
  return type === 'unit' ? { unitId: id } : { areaId: id }
}
