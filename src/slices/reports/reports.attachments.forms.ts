import { z } from 'zod'
import { attachmentKinds } from '../../kernel/attachment.ts'
import { largestAttachment } from './reports.attachments.rules.ts'

const kind = z.enum(attachmentKinds)

/** The kinds of file that reports may carry, as ticked; none is none. */
export const attachmentRuleForm = z.strictObject({
  kinds: z.union([kind.transform((one) => [one]), z.array(kind), z.literal('').transform(() => [])]).default([]),
})

/** A file as it came and was tried; its content is what is kept. */
export const attachmentForm = z.strictObject({
  reportId: z.uuid(),
  name: z.string().max(1000, 'name-too-long'),
  mediaType: kind,
  bytes: z.instanceof(Uint8Array).refine(({ length }) => length > 0 && length <= largestAttachment, 'too-large'),
})

export const removeAttachmentForm = z.strictObject({ reportId: z.uuid(), id: z.uuid() })
