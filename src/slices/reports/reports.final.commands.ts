import type { z } from 'zod'
import { yearOf } from '../../kernel/date.ts'
import { done, type Refusal, type Result } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { findNextMeeting, getCommittee } from '../directory/index.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { getMunicipality } from '../municipalities/index.ts'
import { attachmentsToFreeze } from './reports.attachments.store.ts'
import { basisOf, type ReportBasis } from './reports.basis.ts'
import { checkedPart, checkPending } from './reports.check.basis.ts'
import { forWhom, mayNotWrite, no, type Writer } from './reports.commands.ts'
import { listDissents } from './reports.dissent.store.ts'
import { addDocument } from './reports.document.store.ts'
import {
  addDeliveries,
  fieldsIn,
  lockReport,
  markFinal,
  signAs,
  takeRegistrationNumber,
} from './reports.draft.store.ts'
import { type DraftFields, isEmpty, longestText, textsOf, writtenFrom } from './reports.fields.rules.ts'
import { finaliseForm } from './reports.forms.ts'
import { freezeReport, type ToFreeze } from './reports.freeze.commands.ts'
import { undecided } from './reports.guard.basis.ts'
import { forgetTakenAway } from './reports.guard.store.ts'
import { getReport, type ReportRow } from './reports.store.ts'
import { authorsToFreeze, openVariants } from './reports.writing.basis.ts'
import { plainFields, withAnswerers } from './reports.writing.rules.ts'

/**
 * Makes the report final: it is frozen, gets its number, goes to the managers of the visited units and leaves the
 * authors' hands, which makes it an official document (TF 2 kap. 10 §).
 */
export const finaliseReport = command({
  name: 'reports.finalise',
  allow: 'reports:write',
  input: finaliseForm,
  run: (context, input) => finaliseAs(context, input, { personId: context.scope.personId }),
})

/** Makes the report final in the writer's name, and signs it. */
export async function finaliseAs(
  context: CommandContext,
  { id, version }: z.output<typeof finaliseForm>,
  writer: Writer,
): Promise<Result<{ readonly id: string; readonly number: string; readonly report: ReportRow }>> {
  const { tx, scope, now } = context
  const report = await lockReport(tx, scope, id)
  const early = mayNotWrite(scope, writer, report, 'finalise') ?? stale(report, version)
  if (early) return early
  const basis = await basisOf(tx, scope, report.visitId, 'sv')
  const fields = await fieldsIn(tx, scope, id)
  const ready = withAnswerers(plainFields(fields), basis.guide.answerer?.code)
  const written = writtenFrom(ready)
  const refusal =
    mayNotFinish(writer.personId, basis, report) ??
    (await checkPending(tx, scope, report, basis)) ??
    (await openVariants(tx, scope, id)) ??
    unfitText(written, ready) ??
    (await undecided(tx, scope, report, fields))
  if (refusal) return refusal
  const finalBy = writer.personId ?? ''
  await signAs(tx, id, finalBy, { at: now, registered: writer.registered })
  const authors = await authorsToFreeze(tx, scope, await getReport(tx, scope, id), now)
  const meeting = await findNextMeeting(tx, scope, scope.today)
  // A draft that has left the authority was registered then.
  const number = report.registrationNumber ?? (await takeRegistrationNumber(tx, scope, yearOf(scope.today)))
  const checked = await checkedPart(tx, scope, id, ready)
  await keepFrozen(context, id, { basis, written, authors, registrationNumber: number, meeting, checked })
  await forgetTakenAway(tx, id)
  await markFinal(tx, id, {
    finalAt: now,
    finalDay: scope.today,
    finalBy,
    finalRegisteredById: writer.registered?.byId,
    registrationNumber: number,
  })
  const personIds = basis.guide.toManager ? [...new Set(basis.managers.map((manager) => manager.id))] : []
  await addDeliveries(tx, scope, id, { personIds, deliveredAt: now, deliveredDay: scope.today })
  context.note(
    { type: 'report', id },
    { visit: report.visitId, number, meeting: meeting?.id, deliveredTo: personIds },
    forWhom(writer),
  )
  context.announce({
    name: 'reports.finalised',
    ids: { reportId: id, visitId: report.visitId, ...(meeting && { meetingId: meeting.id }) },
  })
  return done({ id, number, report })
}

/** Freezes and keeps the final report. */
export async function keepFrozen(
  { tx, scope, now }: CommandContext,
  id: string,
  parts: Pick<
    ToFreeze,
    'basis' | 'written' | 'authors' | 'registrationNumber' | 'meeting' | 'oral' | 'checked' | 'writtenBy' | 'drawnUp'
  >,
): Promise<void> {
  const guidelineId = parts.basis.guide.guideline?.id
  const { guidelines, interpretations } = await rulesInForce(tx, scope)
  const adopted = interpretations.find(({ guideline }) => guideline === guidelineId)?.adoption
  const frozen = freezeReport({
    ...parts,
    dissents: await listDissents(tx, scope, id),
    // What is said orally carries no files: those of a draft there was stay with it.
    attachments: parts.oral ? [] : await attachmentsToFreeze(tx, scope, id),
    municipality: await getMunicipality(tx, scope.municipalityId),
    committee: (await getCommittee(tx, scope)).name,
    guidelineFrom: adopted?.from ?? guidelines.find(({ id: version }) => version === guidelineId)?.validity?.from,
    now,
    today: scope.today,
  })
  await addDocument(tx, scope, id, frozen)
}

/** Refuses the one who writes but may not make the report final. */
function mayNotFinish(
  personId: string | undefined,
  { reporterIds }: ReportBasis,
  { takenOverById }: ReportRow,
): Refusal | undefined {
  const reporters = takenOverById === null ? reporterIds : [...reporterIds, takenOverById]
  return reporters.some((id) => id === personId) ? undefined : no('reports.only-rapporteur')
}

function stale(report: ReportRow, version: number): Refusal | undefined {
  return report.version === version ? undefined : no('reports.stale', { version: report.version })
}

/** Refuses an empty report, and one with a text that is too long; the fields are named. */
export function unfitText(
  written: Parameters<typeof isEmpty>[0],
  fields: DraftFields = new Map(textsOf(written)),
): Refusal | undefined {
  if (isEmpty(written)) return no('reports.nothing-written')
  const long = [...fields].flatMap(([name, text]) => (text.length > longestText ? [name] : []))
  return long.length > 0 ? no('reports.text-too-long', { fields: long }, long[0]) : undefined
}
