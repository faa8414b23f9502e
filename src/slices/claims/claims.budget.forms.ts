import { z } from 'zod'
import { ore } from '../../kernel/money.ts'

/** The year's budget in whole kronor, with spaces between thousands where somebody writes them. */
export const budgetForm = z.strictObject({
  year: z.coerce.number({ error: 'budget-year' }).int('budget-year').min(2000, 'budget-year').max(2999, 'budget-year'),
  amount: z
    .string('budget-amount')
    .transform((text) => text.replaceAll(/[\s\u00a0]|kr$/g, ''))
    .pipe(z.string().regex(/^\d{1,9}$/, 'budget-amount'))
    .transform((text) => ore(Number(text) * 100)),
})
