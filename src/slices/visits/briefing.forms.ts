import { z } from 'zod'
import { addDays, type Day, parseDay } from '../../kernel/date.ts'
import { personalDataIn } from './contacts.rules.ts'

const unreadable = 'briefing.form-unreadable'

/** How long the texts of the referral guide and of the news may be, in characters. */
export const longestQuestion = 300
export const longestNews = 2000

const id = z.uuid({ error: unreadable })
const version = z
  .string({ error: unreadable })
  .regex(/^\d{1,9}$/, unreadable)
  .transform(Number)

const referral = {
  question: needed(longestQuestion, 'briefing.question-missing'),
  /** Numbers and addresses have a field of their own: whom one is referred to is chosen elsewhere too. */
  turnTo: needed(200, 'briefing.turn-to-missing').refine(
    (text) => personalDataIn(text).length === 0,
    'briefing.turn-to-reached',
  ),
  reachedBy: z
    .string({ error: unreadable })
    .trim()
    .max(200, 'briefing.too-long')
    .default('')
    .refine((text) => !personalDataIn(text).includes('personal-number'), 'briefing.personal-number'),
}

/** A question and whom to turn to with it. */
export const referralForm = z.strictObject(referral, { error: unreadable })
export const referralChangeForm = z.strictObject({ ...referral, id, version }, { error: unreadable })
export const referralMoveForm = z.strictObject(
  { id, version, towards: z.enum(['up', 'down'], { error: unreadable }) },
  { error: unreadable },
)

const news = {
  text: needed(longestNews, 'briefing.text-missing').refine(
    (text) => !personalDataIn(text).includes('personal-number'),
    'briefing.personal-number',
  ),
  from: day('briefing.from-missing'),
  /** The last day on which it is shown. */
  to: day('briefing.to-missing'),
}

/** What is going on in the committee, shown from the one day through the other. */
export const newsForm = z.strictObject(news, { error: unreadable }).superRefine(inOrder).transform(asPeriod)
export const newsChangeForm = z
  .strictObject({ ...news, id, version }, { error: unreadable })
  .superRefine(inOrder)
  .transform(asPeriod)

/** To take away what stands there, as it was shown. */
export const removalForm = z.strictObject({ id, version }, { error: unreadable })

/** For how long news can be shown, in days: two years, so that a slip in the year is caught. */
const mostDays = 731

type Days = { readonly from: Day; readonly to: Day }

function inOrder({ from, to }: Days, context: z.RefinementCtx) {
  const issue = (message: string) => context.addIssue({ code: 'custom', path: ['to'], message })
  if (to < from) issue('briefing.to-before-from')
  else if (to > addDays(from, mostDays)) issue('briefing.to-far')
}

function asPeriod<T extends Days>({ from, to, ...rest }: T) {
  return { ...rest, validFrom: from, validUntil: addDays(to, 1) }
}

function needed(most: number, missing: string) {
  return z.string({ error: missing }).trim().min(1, missing).max(most, 'briefing.too-long')
}

function day(missing: string) {
  return z
    .string({ error: missing })
    .trim()
    .transform((value, context): Day => {
      const found = parseDay(value)
      if (found !== undefined) return found
      context.addIssue({ code: 'custom', message: value === '' ? missing : 'briefing.day-invalid' })
      return z.NEVER
    })
}
