import { z } from 'zod'
import { done, type Refusal, refuse } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { getMeeting } from '../directory/index.ts'
import { settingsFor } from '../guidelines/index.ts'
import { getFrozen, getReport, reportGuide } from '../reports/index.ts'
import { doneForm, lateForm, notificationForm } from './meetings.forms.ts'
import { afterFinish, canBeNoted, type ItemKind, itemsBroughtBy, stateOfItem, takesItems } from './meetings.rules.ts'
import { isSummedUp } from './meetings.oral.store.ts'
import type { MeetingRefusal } from './meetings.texts.ts'
import {
  addItems,
  isOnSomeList,
  listUnplaced,
  lockItem,
  markDone,
  markPapersDone,
  raiseVersion,
} from './meetings.store.ts'

/** Puts a final report on the list of the meeting it goes to, with what the guideline wants said there. */
export const receiveReport = command({
  name: 'meetings.receive-report',
  allow: 'system',
  input: z.strictObject({ reportId: z.uuid() }),
  run: async (context, { reportId }) => {
    const { tx, scope, note } = context
    const { meeting } = await getFrozen(tx, scope, reportId)
    const kinds = meeting ? await place(context, reportId, meeting.id) : []
    note({ type: 'report', id: reportId }, { meeting: meeting?.id, kinds })
    return done({ kinds })
  },
})

/**
 * Puts a corrected report in the papers of the meeting it goes to. In a meeting whose papers have not gone out it takes the
 * former version's place; where the former was in the papers already, it stays there, and the corrected one goes with the
 * next meeting's.
 */
export const receiveCorrection = command({
  name: 'meetings.receive-correction',
  allow: 'system',
  input: z.strictObject({ reportId: z.uuid() }),
  run: async (context, { reportId }) => {
    const { tx, scope, note } = context
    const { meeting, version } = await getFrozen(tx, scope, reportId)
    if (meeting) {
      await place(context, reportId, meeting.id)
    }
    note({ type: 'report', id: reportId }, { meeting: meeting?.id, version })
    return done({ meetingId: meeting?.id })
  },
})

/** Puts a report that is at no meeting on this one's list, after the deadline too. */
export const addLateReport = command({
  name: 'meetings.add-late-report',
  allow: 'meetings:prepare',
  input: lateForm,
  run: async (context, { meetingId, report: reportId }) => {
    const { tx, scope, note } = context
    const meeting = await getMeeting(tx, scope, meetingId)
    if (!takesItems(meeting, scope.today)) return no('meetings.already-held', {}, 'report')
    const unplaced = await listUnplaced(tx, scope)
    if (!unplaced.some(({ id }) => id === reportId)) return no('meetings.already-placed', {}, 'report')
    const kinds = await place(context, reportId, meetingId)
    note({ type: 'meeting', id: meetingId }, { report: reportId, kinds })
    return done({ kinds })
  },
})

/** Notes that an item was dealt with at the meeting, with its paragraph. */
export const noteItemDone = command({
  name: 'meetings.note-done',
  allow: 'meetings:prepare',
  input: doneForm,
  run: async ({ tx, scope, now, note }, { meetingId, itemId, paragraph, note: remark }) => {
    const meeting = await getMeeting(tx, scope, meetingId)
    const item = await lockItem(tx, scope, meetingId, itemId)
    if (!canBeNoted(meeting, scope.today)) return no('meetings.not-held')
    if (afterFinish(stateOfItem(item)) === undefined) return no('meetings.already-done')
    await markDone(tx, itemId, { doneAt: now, paragraph, note: remark })
    note({ type: 'meeting', id: meetingId }, { item: itemId, kind: item.kind, report: item.reportId, paragraph })
    return done({ id: itemId })
  },
})

/** Notes all papers of the meeting as notified (delgivna) under one paragraph. */
export const noteNotification = command({
  name: 'meetings.note-notification',
  allow: 'meetings:prepare',
  input: notificationForm,
  run: async ({ tx, scope, now, note }, { meetingId, paragraph }) => {
    const meeting = await getMeeting(tx, scope, meetingId)
    if (!canBeNoted(meeting, scope.today)) return no('meetings.not-held')
    const items = await markPapersDone(tx, meetingId, { doneAt: now, paragraph })
    if (items.length === 0) return no('meetings.nothing-to-notify')
    note({ type: 'meeting', id: meetingId }, { items, paragraph })
    return done({ count: items.length })
  },
})

/** Returns the refusal; only codes that have a sentence can be given. */
function no(code: MeetingRefusal, facts: Refusal['facts'] = {}, field?: string): Refusal {
  return refuse(code, facts, field)
}

/** Adds what the report brings. What stands on the list already stays, so that a second telling does nothing. */
async function place(context: CommandContext, reportId: string, meetingId: string): Promise<readonly ItemKind[]> {
  const { tx, scope, now } = context
  const report = await getReport(tx, scope, reportId)
  const frozen = await getFrozen(tx, scope, reportId)
  const guide = reportGuide(await settingsFor(tx, scope, report.visitDay), 'sv')
  const { version } = frozen
  // What a former version brought to a meeting was dealt with there: the corrected one goes as a paper.
  const isCorrected = version > 1 && (await isOnSomeList(tx, scope, reportId))
  // What was summed up orally before the report came is not to be summed up again.
  const isSaid = await isSummedUp(tx, reportId)
  const brought = itemsBroughtBy({ form: report.form, questions: frozen.questions.length, guide }).filter(
    (kind) => kind !== 'oral-summary' || !isSaid,
  )
  const kinds: readonly ItemKind[] = isCorrected ? ['paper'] : brought
  await addItems(
    tx,
    scope,
    kinds.map((kind) => ({
      meetingId,
      reportId,
      kind,
      addedAt: now,
      version,
      speakerId: kind === 'oral-report' ? frozen.oral?.speakerId : undefined,
    })),
  )
  await raiseVersion(tx, { meetingId, reportId, version })
  return kinds
}
