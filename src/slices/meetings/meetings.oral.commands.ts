import { done, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { settingsFor } from '../guidelines/index.ts'
import { forgetSpoken, getReport, keepSpoken, reportGuide } from '../reports/index.ts'
import { spokenForm, takeBackForm } from './meetings.oral.forms.ts'
import { clearGiven, dropItems, itemToTakeBack, markGiven, otherItems } from './meetings.oral.store.ts'

/**
 * Notes that a visit was spoken of at a meeting that has been held: the report itself where the guideline has oral ones,
 * otherwise a summary beside the written report.
 */
export const noteSpoken = command({
  name: 'meetings.note-spoken',
  allow: 'meetings:prepare',
  input: spokenForm,
  run: async (context, { visitId, meeting: meetingId, speaker: speakerId, line, discussed }) => {
    const { tx, scope, now, note } = context
    const kept = await keepSpoken(context, { visitId, meetingId, speakerId, line })
    if (!kept.ok) return kept
    const { id: reportId, kind } = kept.value
    const wasDiscussed = discussed === 'yes'
    const given = { givenAt: now, givenNotedById: scope.personId, speakerId, line, wasDiscussed }
    if (!(await markGiven(tx, scope, { meetingId, reportId, kind, ...given }))) return refuse('meetings.already-spoken')
    note(
      { type: 'meeting', id: meetingId },
      { report: reportId, visit: visitId, kind, speaker: speakerId, wasDiscussed },
    )
    return done({ reportId, kind })
  },
})

/**
 * Takes back what was noted by mistake, as long as no paragraph of the minutes is: an oral report is no report any more, and
 * a summary that was on the list beforehand is planned again.
 */
export const takeBackSpoken = command({
  name: 'meetings.take-back-spoken',
  allow: 'meetings:prepare',
  input: takeBackForm,
  run: async (context, { meetingId, itemId }) => {
    const { tx, scope, note } = context
    const item = await itemToTakeBack(tx, scope, meetingId, itemId)
    if (item.givenAt === null) return refuse('meetings.not-spoken')
    if (item.doneAt !== null) return refuse('meetings.paragraph-noted')
    const { reportId, kind } = item
    const report = await getReport(tx, scope, reportId)
    const guide = reportGuide(await settingsFor(tx, scope, report.visitDay), 'sv')
    const others = await otherItems(tx, reportId, itemId)
    if (kind === 'oral-report') {
      // Its discussion goes with it; what the minutes already tell of it stays, and then so does the report.
      if (others.some(({ doneAt, givenAt }) => doneAt !== null || givenAt !== null))
        return refuse('meetings.paragraph-noted')
      await dropItems(tx, [itemId, ...others.map(({ id }) => id)])
    } else if (report.state === 'final' && report.form === 'written' && guide.oralSummary) await clearGiven(tx, itemId)
    else await dropItems(tx, [itemId])
    await forgetSpoken(context, reportId)
    note({ type: 'meeting', id: meetingId }, { item: itemId, kind, report: reportId })
    return done({ reportId })
  },
})
