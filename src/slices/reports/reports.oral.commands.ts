import { done } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { getMeeting } from '../directory/index.ts'
import { basisOf } from './reports.basis.ts'
import { keepFrozen, mayNotReport, no } from './reports.commands.ts'
import { addDraft, lockReport, markFinal, setAuthors } from './reports.draft.store.ts'
import { oralForm } from './reports.forms.ts'
import { hasPersonalNumber } from './reports.rules.ts'
import { findAnyReportOfVisit } from './reports.store.ts'

/** Announces that the visit is reported orally at a meeting, where the guideline allows it. It counts as the report. */
export const reportOrally = command({
  name: 'reports.report-orally',
  allow: 'reports:write',
  input: oralForm,
  run: async (context, { visitId, meeting: meetingId, speaker: speakerId, line }) => {
    const { tx, scope, now } = context
    const basis = await basisOf(tx, scope, visitId, 'sv')
    const refusal = mayNotReport(scope.personId, basis)
    if (refusal) return refusal
    if (!basis.guide.forms.includes('oral')) return no('reports.oral-not-allowed')
    const meeting = await getMeeting(tx, scope, meetingId)
    if (meeting.day < scope.today) return no('reports.meeting-passed', {}, 'meeting')
    const speaker = basis.authors.find(({ personId }) => personId === speakerId)
    if (!speaker) return no('reports.not-speaker', {}, 'speaker')
    if (hasPersonalNumber(line)) return no('reports.personal-number', { fields: ['line'] }, 'line')
    const added = await addDraft(tx, scope, { visitId, form: 'oral', startedAt: now })
    const known = await findAnyReportOfVisit(tx, scope, visitId)
    if (!known || known.state === 'final') return no('reports.already-final')
    const id = added ?? known.id
    await setAuthors(
      tx,
      scope,
      id,
      basis.authors.map(({ personId }) => personId),
    )
    await lockReport(tx, scope, id)
    await keepFrozen(context, id, {
      basis,
      // What a draft said is not the oral report: it stays with its authors.
      written: { texts: {}, proposals: [], questions: [] },
      authors: basis.authors,
      meeting,
      oral: { speakerId, speaker: speaker.name, line },
    })
    await markFinal(tx, id, {
      form: 'oral',
      finalAt: now,
      finalDay: scope.today,
      finalBy: scope.personId ?? '',
      oralMeetingId: meeting.id,
    })
    context.note({ type: 'report', id }, { visit: visitId, oral: true, meeting: meeting.id, speaker: speakerId })
    context.announce({ name: 'reports.finalised', ids: { reportId: id, visitId, meetingId: meeting.id, speakerId } })
    return done({ id })
  },
})
