import { addDays } from '../../kernel/date.ts'
import { NotAllowed } from '../../kernel/errors.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { type CommandContext, command } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { getUnit, type UnitRow } from './directory.store.ts'
import { agreementForm, blockForm, consentForm, councilForm, removalForm } from './unit-days.forms.ts'
import { checkBlocked, checkCouncilDay, mayKeepDays } from './unit-days.rules.ts'
import {
  addBlocked,
  addCouncilDate,
  changeUnit,
  listBlocked,
  lockUnit,
  removeBlocked,
  removeCouncilDate,
} from './unit-days.store.ts'

/** Blocks days on which the unit receives no visits. Visits that are booked then stay booked. */
export const blockDays = command({
  name: 'directory.block-days',
  allow: 'visits:plan',
  input: blockForm,
  run: async (context, { unit: unitId, from, through, reason }): Promise<Result<{ readonly id: string }>> => {
    const { tx, scope, note } = context
    await ownUnit(context, unitId, 'directory.block-days')
    const known = await listBlocked(tx, scope, { unitIds: [unitId], from })
    const refusal = checkBlocked({ from, through }, known, scope.today)
    if (refusal) return refusal
    const id = newId()
    await addBlocked(tx, { id, ...owner(context), unitId, validFrom: from, validUntil: addDays(through, 1), reason })
    note({ type: 'unit', id: unitId }, { from, through, reason })
    return done({ id })
  },
})

/** Takes a blocked period away, so that the unit receives visits then. */
export const unblockDays = command({
  name: 'directory.unblock-days',
  allow: 'visits:plan',
  input: removalForm,
  run: async (context, { unit: unitId, id }): Promise<Result<undefined>> => {
    const { tx, scope, note } = context
    await ownUnit(context, unitId, 'directory.unblock-days')
    const removed = await removeBlocked(tx, scope, { unitId, id })
    if (removed === undefined) return refuse('directory.gone')
    note({ type: 'unit', id: unitId }, { from: removed.validFrom, until: removed.validUntil })
    return done(undefined)
  },
})

/** Registers when the unit's relatives' council or the like meets, so that a visit can be placed with it (SOC-07). */
export const addCouncil = command({
  name: 'directory.add-council-date',
  allow: 'visits:plan',
  input: councilForm,
  run: async (context, { unit: unitId, name, day, start, end }): Promise<Result<{ readonly id: string }>> => {
    const { tx, scope, note } = context
    await ownUnit(context, unitId, 'directory.add-council-date')
    const refusal = checkCouncilDay(day, scope.today)
    if (refusal) return refusal
    const id = newId()
    const row = { id, ...owner(context), unitId, name, day, startTime: start, endTime: end }
    if (!(await addCouncilDate(tx, row))) return refuse('directory.council-known', {}, 'day')
    note({ type: 'unit', id: unitId }, { day, start, end })
    return done({ id })
  },
})

/** Takes a council's date away. */
export const removeCouncil = command({
  name: 'directory.remove-council-date',
  allow: 'visits:plan',
  input: removalForm,
  run: async (context, { unit: unitId, id }): Promise<Result<undefined>> => {
    const { tx, scope, note } = context
    await ownUnit(context, unitId, 'directory.remove-council-date')
    const removed = await removeCouncilDate(tx, scope, { unitId, id })
    if (removed === undefined) return refuse('directory.gone')
    note({ type: 'unit', id: unitId }, { day: removed.day })
    return done(undefined)
  },
})

/** Notes when the unit's manager agreed to receive contact politicians (SOC-02), or that there is no such agreement. */
export const noteConsent = command({
  name: 'directory.note-consent',
  allow: 'people:act-for',
  input: consentForm,
  run: async (context, { unit: unitId, consentOn }): Promise<Result<undefined>> => {
    const { tx, scope, note } = context
    const before = await ownUnit(context, unitId, 'directory.note-consent')
    if (consentOn !== undefined && consentOn > scope.today) return refuse('directory.consent-ahead', {}, 'consentOn')
    await changeUnit(tx, scope, unitId, { consentOn: consentOn ?? null })
    note({ type: 'unit', id: unitId }, { consentOn: consentOn ?? null, before: before.consentOn })
    return done(undefined)
  },
})

/** Notes from when and until when a private provider has agreed to receive visits, or that it has not. */
export const noteAgreement = command({
  name: 'directory.note-agreement',
  allow: 'people:act-for',
  input: agreementForm,
  run: async (context, { unit: unitId, agreementFrom, agreementThrough }): Promise<Result<undefined>> => {
    const { tx, scope, note } = context
    const { operatedBy } = await ownUnit(context, unitId, 'directory.note-agreement')
    if (operatedBy !== 'private') return refuse('directory.not-private', {}, 'agreementFrom')
    const until = agreementThrough === undefined ? null : addDays(agreementThrough, 1)
    await changeUnit(tx, scope, unitId, { agreementFrom: agreementFrom ?? null, agreementUntil: until })
    note({ type: 'unit', id: unitId }, { from: agreementFrom ?? null, until })
    return done(undefined)
  },
})

/** Returns the unit, locked. Throws `NotFound`, and `NotAllowed` for a manager of another. */
async function ownUnit({ tx, scope }: CommandContext, unitId: string, what: string): Promise<UnitRow> {
  await lockUnit(tx, scope, unitId)
  const found = await getUnit(tx, scope, unitId)
  if (!mayKeepDays(scope, unitId)) throw new NotAllowed(what)
  return found
}

function owner({ scope }: CommandContext) {
  return { municipalityId: scope.municipalityId, committeeId: scope.committeeId }
}
