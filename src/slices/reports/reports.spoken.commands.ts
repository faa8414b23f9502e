import { done, type Result } from '../../kernel/result.ts'
import type { CommandContext } from '../../platform/command.ts'
import { getMeeting } from '../directory/index.ts'
import { basisOf, type ReportBasis } from './reports.basis.ts'
import { no } from './reports.commands.ts'
import { keepFrozen } from './reports.final.commands.ts'
import { addDraft, lockReport, markFinal, setAuthors } from './reports.draft.store.ts'
import { hasPersonalNumber } from './reports.guard.rules.ts'
import { otherWriter } from './reports.rules.ts'
import { dropEmptyReport, takeBackOral } from './reports.spoken.store.ts'
import { findAnyReportOfVisit, getReport } from './reports.store.ts'

/** What was said of a visit at a meeting that has been held. */
export type Spoken = {
  readonly visitId: string
  readonly meetingId: string
  readonly speakerId: string
  /** What it was about, in a line. */
  readonly line: string
}

/** What the note became: the report itself where the guideline says so, otherwise a summary beside the written report. */
export type SpokenReport = { readonly id: string; readonly kind: 'oral-report' | 'oral-summary' }

/** Returns who may have spoken of the visit: those who came, and the one who reports for the group. */
export function speakersOf({ participants, authors }: Pick<ReportBasis, 'participants' | 'authors'>) {
  return [
    ...new Map([...participants, ...authors].map(({ personId, name }) => [personId, { personId, name }])).values(),
  ]
}

/**
 * Whether what somebody said orally is the visit's report: where the guideline has oral reports, and of one who may make the
 * report final, the rapporteur where it names one.
 */
export function countsAsReport(
  { guide, reporterIds }: Pick<ReportBasis, 'guide' | 'reporterIds'>,
  speakerId: string,
): boolean {
  return guide.forms.includes('oral') && otherWriter(guide.by) === undefined && reporterIds.includes(speakerId)
}

/**
 * Makes a report of what was said at a meeting that has been held, for the command that notes it on the meeting's list. Where
 * it is not the report itself there is a draft to hold it, which becomes the written report. Refuses a meeting ahead or
 * before the visit, somebody who was not there, and a visit that has been reported orally.
 */
export async function keepSpoken(context: CommandContext, spoken: Spoken): Promise<Result<SpokenReport>> {
  const { tx, scope, now } = context
  const { visitId, speakerId, line } = spoken
  const basis = await basisOf(tx, scope, visitId, 'sv')
  if (basis.visit.state !== 'held' && basis.visit.state !== 'reported') return no('reports.visit-not-held')
  const meeting = await getMeeting(tx, scope, spoken.meetingId)
  if (meeting.day > scope.today) return no('reports.meeting-ahead', {}, 'meeting')
  if (meeting.day < basis.visit.day) return no('reports.meeting-before-visit', {}, 'meeting')
  const speaker = speakersOf(basis).find(({ personId }) => personId === speakerId)
  if (!speaker) return no('reports.not-speaker', {}, 'speaker')
  if (hasPersonalNumber(line)) return no('reports.personal-number', { fields: ['line'] }, 'line')
  const known = await findAnyReportOfVisit(tx, scope, visitId)
  const before = known && (await lockReport(tx, scope, known.id))
  if (before?.state === 'final' && before.form === 'oral') return no('reports.already-oral')
  const counts = before?.state !== 'final' && countsAsReport(basis, speakerId)
  // What is not the report stands beside a written one, and so there has to be room for one.
  if (!counts && !basis.guide.forms.includes('written')) return no('reports.not-rapporteur', {}, 'speaker')
  const id = known?.id ?? (await begin(context, basis, counts ? 'oral' : 'written'))
  if (!counts) return done({ id, kind: 'oral-summary' })
  await setAuthors(
    tx,
    scope,
    id,
    basis.authors.map(({ personId }) => personId),
  )
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
    finalBy: speakerId,
    finalRegisteredById: scope.personId,
    oralMeetingId: meeting.id,
  })
  context.announce({ name: 'reports.finalised', ids: { reportId: id, visitId, meetingId: meeting.id, speakerId } })
  return done({ id, kind: 'oral-report' })
}

async function begin(
  { tx, scope, now }: CommandContext,
  basis: ReportBasis,
  form: 'written' | 'oral',
): Promise<string> {
  const visitId = basis.visit.id
  const added = await addDraft(tx, scope, { visitId, form, startedAt: now })
  const id = added ?? (await findAnyReportOfVisit(tx, scope, visitId))?.id ?? ''
  await setAuthors(
    tx,
    scope,
    id,
    basis.authors.map(({ personId }) => personId),
  )
  return id
}

/**
 * Takes back what was noted as the oral report, or as a summary of a report that nobody has written in: the visit waits for
 * its report again, and a draft there was is a draft again. Call it when nothing of a meeting refers to the report.
 */
export async function forgetSpoken(context: CommandContext, reportId: string): Promise<void> {
  const { tx, scope } = context
  const { form, state, visitId } = await getReport(tx, scope, reportId)
  if (state === 'final' && form === 'oral') {
    await takeBackOral(tx, reportId)
    context.announce({ name: 'reports.withdrawn', ids: { reportId, visitId } })
  }
  await dropEmptyReport(tx, reportId)
}
