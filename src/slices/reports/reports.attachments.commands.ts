import { done, refuse } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { attachmentForm, attachmentRuleForm, removeAttachmentForm } from './reports.attachments.forms.ts'
import { attachmentName, mostAttachments } from './reports.attachments.rules.ts'
import {
  addAttachmentRow,
  allowedKinds,
  listAttachments,
  removeAttachmentRow,
  saveAllowedKinds,
} from './reports.attachments.store.ts'
import { inCheck } from './reports.check.basis.ts'
import { lockReport } from './reports.draft.store.ts'
import { mayWriteReport } from './reports.rules.ts'

/** Says which kinds of file reports may carry in the municipality. What reports carry already stays. */
export const saveAttachmentRule = command({
  name: 'reports.save-attachment-rule',
  allow: 'attachments:allow',
  input: attachmentRuleForm,
  run: async ({ tx, scope, now, note }, { kinds }) => {
    await saveAllowedKinds(tx, scope, kinds, { at: now, personId: scope.personId ?? '' })
    note({ type: 'municipality', id: scope.municipalityId }, { kinds })
    return done({ kinds })
  },
})

/** Adds a file to a draft, where the municipality allows its kind. The log has its name and check sum, never the file. */
export const addAttachment = command({
  name: 'reports.add-attachment',
  allow: 'reports:write',
  input: attachmentForm,
  run: async (context, { reportId, name: given, mediaType, bytes }) => {
    const { tx, scope, now, note } = context
    const refusal = await cannotChange(context, reportId)
    if (refusal) return refusal
    const kinds = await allowedKinds(tx)
    if (kinds.length === 0) return refuse('attachments.not-allowed')
    if (!kinds.includes(mediaType)) return refuse('attachments.kind-not-allowed', {}, 'file')
    if ((await listAttachments(tx, scope, reportId)).length >= mostAttachments)
      return refuse('attachments.too-many', {}, 'file')
    const name = attachmentName(given, mediaType)
    const file = { reportId, name, mediaType, content: Buffer.from(bytes), addedAt: now }
    const sha256 = await addAttachmentRow(tx, scope, { ...file, addedById: scope.personId ?? '' })
    if (sha256 === undefined) return refuse('attachments.already-there', {}, 'file')
    note({ type: 'report', id: reportId }, { file: name, mediaType, bytes: bytes.length, sha256 })
    return done({ reportId, name })
  },
})

/** Takes a file away from a draft. */
export const removeAttachment = command({
  name: 'reports.remove-attachment',
  allow: 'reports:write',
  input: removeAttachmentForm,
  run: async (context, { reportId, id }) => {
    const refusal = await cannotChange(context, reportId)
    if (refusal) return refusal
    const gone = await removeAttachmentRow(context.tx, reportId, id)
    // Somebody else was quicker: it is gone all the same.
    context.note({ type: 'report', id: reportId }, { removed: gone?.name, sha256: gone?.sha256 })
    return done({ reportId })
  },
})

/** Refuses those who do not write the report, and everybody once it is final or while the managers look at it. */
async function cannotChange({ tx, scope }: CommandContext, reportId: string) {
  const report = await lockReport(tx, scope, reportId)
  if (report.state === 'final') return refuse('attachments.final')
  const authorIds = report.authors.map(({ personId }) => personId)
  if (!mayWriteReport(scope, { state: report.state, authorIds, unitIds: [] })) return refuse('attachments.not-author')
  return (await inCheck(tx, scope, report)) === undefined ? undefined : refuse('attachments.in-check')
}
