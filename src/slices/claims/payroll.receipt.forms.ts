import { z } from 'zod'
import { parseDay } from '../../kernel/date.ts'

const paidOn = z
  .string('paid-on-missing')
  .trim()
  .min(1, 'paid-on-missing')
  .transform((text, context) => {
    const day = parseDay(text)
    if (day === undefined) context.addIssue({ code: 'custom', message: 'paid-on-form' })
    return day ?? z.NEVER
  })

/** A receipt as it was shown: what it says (`writeReceipt`), and which file it came from. */
export const receiptForm = z.strictObject({
  batchId: z.uuid(),
  rows: z.string('receipt-incomplete').min(1, 'receipt-incomplete').max(900_000, 'receipt-incomplete'),
  fileName: z.string('receipt-incomplete').max(300, 'receipt-incomplete'),
  sha256: z.string('receipt-incomplete').regex(/^[0-9a-f]{64}$/, 'receipt-incomplete'),
})

/** That everything in a batch was paid on a day. */
export const paidByHandForm = z.strictObject({ batchId: z.uuid(), paidOn })

/** The day that rows were paid whose day the file does not say. */
export const paidOnField = z.union([z.literal('').transform(() => undefined), paidOn]).optional()
