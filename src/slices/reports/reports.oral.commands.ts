import type { z } from 'zod'
import { done, type Result } from '../../kernel/result.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { getPerson } from '../people/index.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { getMeeting } from '../directory/index.ts'
import { basisOf, type ReportBasis } from './reports.basis.ts'
import { forWhom, mayNotReport, no, type Writer } from './reports.commands.ts'
import { keepFrozen } from './reports.final.commands.ts'
import { addDraft, lockReport, markFinal, setAuthors, signAs } from './reports.draft.store.ts'
import { oralForm } from './reports.forms.ts'
import { hasPersonalNumber } from './reports.guard.rules.ts'
import { findAnyReportOfVisit } from './reports.store.ts'

/** Announces that the visit is reported orally at a meeting, where the guideline allows it. It counts as the report. */
export const reportOrally = command({
  name: 'reports.report-orally',
  allow: 'reports:write',
  input: oralForm,
  run: (context, input) => reportOrallyAs(context, input, { personId: context.scope.personId }),
})

/** Announces it in the writer's name. */
export async function reportOrallyAs(
  context: CommandContext,
  { visitId, meeting: meetingId, speaker: speakerId, line }: z.output<typeof oralForm>,
  writer: Writer,
): Promise<Result<{ readonly id: string; readonly basis: ReportBasis }>> {
  const { tx, scope, now } = context
  const basis = await basisOf(tx, scope, visitId, 'sv')
  const refusal = mayNotReport(writer.personId, basis)
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
    oral: { speakerId, speaker: speaker.name, line, ...(await registeredBy(tx, scope, writer)) },
  })
  // Nobody signs an oral report; what was said by phone is kept with the one who said it.
  if (writer.registered && writer.personId)
    await signAs(tx, id, writer.personId, { at: now, registered: writer.registered })
  await markFinal(tx, id, {
    form: 'oral',
    finalAt: now,
    finalDay: scope.today,
    finalBy: writer.personId ?? '',
    finalRegisteredById: writer.registered?.byId,
    oralMeetingId: meeting.id,
  })
  context.note(
    { type: 'report', id },
    { visit: visitId, oral: true, meeting: meeting.id, speaker: speakerId },
    forWhom(writer),
  )
  context.announce({ name: 'reports.finalised', ids: { reportId: id, visitId, meetingId: meeting.id, speakerId } })
  return done({ id, basis })
}

async function registeredBy(tx: ReadTx, scope: Scope, { registered }: Writer) {
  if (registered === undefined) return {}
  return { registered: { by: (await getPerson(tx, scope, registered.byId)).name, calledOn: registered.calledOn } }
}
