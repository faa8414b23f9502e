import { z } from 'zod'
import { gatherings, reminderDays } from './mail-choice.rules.ts'

const unreadable = 'people.form-unreadable'

/** What a person wants by mail, and when. A box that is left empty is not sent, and one alone is no list. */
export const mailChoiceForm = z.strictObject(
  {
    version: z.coerce.number({ error: unreadable }).int(unreadable).min(0, unreadable),
    gathered: z.enum(gatherings, { error: 'people.gathered-missing' }),
    visitReminders: z
      .union([z.string(), z.array(z.string())], { error: unreadable })
      .default([])
      .transform((sent) => reminderDays.filter((days) => [sent].flat().includes(String(days)))),
    reportReminder: z
      .literal('yes', { error: unreadable })
      .optional()
      .transform((ticked) => ticked === 'yes'),
  },
  { error: unreadable },
)
