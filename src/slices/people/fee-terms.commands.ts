import { z } from 'zod'
import { addDays, yearOf } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { announce } from '../../platform/outbox.ts'
import { deathForm, endTermForm, feeGroupForm, fixedFeeForm } from './fee-terms.forms.ts'
import {
  addAcknowledgement,
  addFeeGroup,
  addFixedFee,
  committeesOf,
  endEverything,
  endTerm,
  listCommitteeNames,
  listFeeGroups,
  listFixedFees,
  setDiedOn,
} from './fee-terms.store.ts'
import { changePerson, lockPerson } from './register.store.ts'

/** Registers a fixed fee (årsarvode) of a person, for the work of one committee or of none. */
export const saveFixedFee = command({
  name: 'people.save-fixed-fee',
  allow: 'fee-terms:edit',
  input: fixedFeeForm,
  run: async (context, { personId, percent, forCommitteeId, validFrom, lastDay }): Promise<Result<object>> => {
    const { tx, scope, note } = context
    await lockPerson(tx, scope, personId)
    if (lastDay !== undefined && lastDay <= validFrom) return refuse('people.ends-before-start', {}, 'lastDay')
    if (forCommitteeId !== undefined && !(await listCommitteeNames(tx)).some(({ id }) => id === forCommitteeId))
      return refuse('committee-missing', {}, 'forCommitteeId')
    const wanted = { validFrom, validUntil: lastDay ?? null }
    const same = (await listFixedFees(tx, scope, personId)).filter(
      (it) => it.forCommitteeId === (forCommitteeId ?? null),
    )
    if (same.some((it) => shareADay(it, wanted))) return refuse('people.fixed-fee-overlaps', {}, 'validFrom')
    await addFixedFee(tx, { municipalityId: scope.municipalityId, personId, percent, forCommitteeId, ...wanted })
    note({ type: 'person', id: personId }, { fixedFee: percent, from: validFrom, until: lastDay ?? null })
    await announceChange(context, personId)
    return done({})
  },
})

/** Registers that a person belongs to a group that the fee rules name. */
export const saveFeeGroup = command({
  name: 'people.save-fee-group',
  allow: 'fee-terms:edit',
  input: feeGroupForm,
  run: async (context, { personId, code, validFrom, lastDay }): Promise<Result<object>> => {
    const { tx, scope, note } = context
    await lockPerson(tx, scope, personId)
    if (lastDay !== undefined && lastDay <= validFrom) return refuse('people.ends-before-start', {}, 'lastDay')
    const wanted = { validFrom, validUntil: lastDay ?? null }
    const same = (await listFeeGroups(tx, scope, personId)).filter((it) => it.code === code)
    if (same.some((it) => shareADay(it, wanted))) return refuse('people.fee-group-overlaps', {}, 'validFrom')
    await addFeeGroup(tx, { municipalityId: scope.municipalityId, personId, code, ...wanted })
    note({ type: 'person', id: personId }, { group: code, from: validFrom, until: lastDay ?? null })
    await announceChange(context, personId)
    return done({})
  },
})

/** Ends a fixed fee or a group on a day, or takes away what should never have been there. */
export const endFeeTerm = command({
  name: 'people.end-fee-term',
  allow: 'fee-terms:edit',
  input: endTermForm,
  run: async (context, { personId, termId, outcome, lastDay }): Promise<Result<object>> => {
    const { tx, scope, note } = context
    await lockPerson(tx, scope, personId)
    const fee = (await listFixedFees(tx, scope, personId)).find(({ id }) => id === termId)
    const term = fee ?? (await listFeeGroups(tx, scope, personId)).find(({ id }) => id === termId)
    if (term === undefined) throw new NotFound('fee term')
    const until = outcome === 'remove' ? undefined : lastDay
    if (until !== undefined && until <= term.validFrom) return refuse('people.ends-before-start', {}, 'lastDay')
    await endTerm(tx, fee === undefined ? 'group' : 'fixed-fee', termId, until)
    note({ type: 'person', id: personId }, { term: termId, until: until ?? null })
    await announceChange(context, personId)
    return done({})
  },
})

/** The person acknowledges (kvitterar) the fee rules of this year. Doing it twice does nothing more. */
export const acknowledgeFeeRules = command({
  name: 'people.acknowledge-fee-rules',
  allow: 'claims:read-own',
  input: z.strictObject({}),
  run: async ({ tx, scope, note }) => {
    const { municipalityId, personId, today } = scope
    if (personId === undefined) throw new NotFound('person')
    const year = yearOf(today)
    const isNew = await addAcknowledgement(tx, { municipalityId, personId, year, on: today })
    note({ type: 'person', id: personId }, { year, isNew })
    return done({ year })
  },
})

/**
 * Keeps that a person has died. Roles, seats and fixed fees end everywhere after that day, nothing more is mailed, and what
 * the person has earned is the estate's. Done again with another day it moves nothing back that has ended.
 */
export const registerDeath = command({
  name: 'people.register-death',
  allow: 'people:administer',
  input: deathForm,
  run: async (context, { personId, diedOn }): Promise<Result<object>> => {
    const { tx, scope, note } = context
    await lockPerson(tx, scope, personId)
    if (personId === scope.personId) return refuse('people.death-yourself')
    if (diedOn > scope.today) return refuse('people.death-to-come', {}, 'diedOn')
    await setDiedOn(tx, personId, diedOn)
    await endEverything(tx, personId, addDays(diedOn, 1))
    await changePerson(tx, personId)
    note({ type: 'person', id: personId }, { diedOn })
    await announceChange(context, personId)
    return done({})
  },
})

/** Takes back a death that was registered by mistake. Roles that ended are given anew by hand. */
export const takeBackDeath = command({
  name: 'people.take-back-death',
  allow: 'people:administer',
  input: z.strictObject({ personId: z.uuid() }),
  run: async (context, { personId }) => {
    const { tx, scope, note } = context
    const { diedOn } = await lockPerson(tx, scope, personId)
    await setDiedOn(tx, personId, null)
    await changePerson(tx, personId)
    note({ type: 'person', id: personId }, { diedOn: null, was: diedOn })
    await announceChange(context, personId)
    return done({})
  },
})

type Period = { readonly validFrom: number; readonly validUntil: number | null }

function shareADay(one: Period, other: Period): boolean {
  const startsBefore = (from: number, until: number | null) => until === null || from < until
  return startsBefore(one.validFrom, other.validUntil) && startsBefore(other.validFrom, one.validUntil)
}

/** The terms are the municipality's: the person's claims follow in every committee, each in a transaction of its own. */
async function announceChange({ tx, scope }: CommandContext, personId: string): Promise<void> {
  const { municipalityId } = scope
  for (const committeeId of await committeesOf(tx, personId))
    await announce(tx, { name: 'people.fee-terms-changed', ids: { personId }, municipalityId, committeeId })
}
