import { isoTimeOfDay } from '../../kernel/clock-time.ts'
import { isoFromDay, yearOf } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import { done, refuse } from '../../kernel/result.ts'
import { type CommandContext, command } from '../../platform/command.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { payableKinds } from './claims.asked.rules.ts'
import { meetingForm, removalForm } from './claims.other-time.forms.ts'
import {
  addMeeting,
  alreadyEntered,
  committeesOf,
  type EnteredMeeting,
  getMeeting,
  listSeated,
  removeMeeting,
} from './claims.other-time.store.ts'
import { lockYears } from './claims.store.ts'

/**
 * Enters a meeting from minutes for those who were paid for it, so that caps and overlapping times are right. Their claims of the
 * year follow in every committee.
 */
export const enterMeeting = command({
  name: 'claims.enter-meeting',
  allow: 'fee-terms:edit',
  input: meetingForm,
  run: async (context, { person: personIds, ...meeting }) => {
    const { tx, scope, now, note } = context
    if (meeting.day > scope.today) return refuse('claims.meeting-ahead', {}, 'day')
    if (yearOf(meeting.day) < yearOf(scope.today) - 10) return refuse('claims.meeting-old', {}, 'day')
    const kinds = payableKinds((await rulesInForce(tx, scope)).feeRules, [])
    if (!kinds.some(({ kind, group }) => group === 'fee' && kind === meeting.kind))
      return refuse('claims.meeting-kind', {}, 'kind')
    const seated = new Set((await listSeated(tx, scope)).map(({ id }) => id))
    if (personIds.some((id) => !seated.has(id))) throw new NotFound('person')
    await lockYears(
      tx,
      scope,
      personIds.map((personId) => ({ personId, unitIds: [], year: yearOf(meeting.day) })),
    )
    const entered = { ...meeting, personIds, at: now, by: scope.personId ?? '' }
    const names = await alreadyEntered(tx, entered)
    if (names.length > 0) return refuse('claims.meeting-twice', { names }, 'person')
    const ids = await addMeeting(tx, scope, entered)
    for (const [at, id] of ids.entries())
      note({ type: 'paid-time', id }, { person: personIds[at] ?? '', ...wordsOf(meeting) })
    await haveFollowed(context, personIds)
    return done({ ids })
  },
})

/** Takes away what was entered, with a reason. What it said is kept in the log. */
export const removeEntered = command({
  name: 'claims.remove-meeting',
  allow: 'fee-terms:edit',
  input: removalForm,
  run: async (context, { id, reason }) => {
    const { tx, scope, note } = context
    const meeting = await getMeeting(tx, scope, id)
    await lockYears(tx, scope, [{ personId: meeting.personId, unitIds: [], year: yearOf(meeting.day) }])
    await removeMeeting(tx, id)
    note({ type: 'paid-time', id }, { person: meeting.personId, ...wordsOf(meeting), reason })
    await haveFollowed(context, [meeting.personId])
    return done({ id })
  },
})

function wordsOf(meeting: Pick<EnteredMeeting, 'day' | 'start' | 'end' | 'kind' | 'amount' | 'body' | 'minutesOf'>) {
  const { day, start, end, kind, amount, body, minutesOf } = meeting
  return { day: isoFromDay(day), start: isoTimeOfDay(start), end: isoTimeOfDay(end), kind, amount, body, minutesOf }
}

async function haveFollowed({ tx, announce }: CommandContext, personIds: readonly string[]): Promise<void> {
  for (const { personId, committeeId } of await committeesOf(tx, personIds))
    announce({ name: 'claims.paid-time-changed', ids: { personId, toCommitteeId: committeeId } })
}
