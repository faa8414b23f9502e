import { z } from 'zod'
import { parseDay } from '../../kernel/date.ts'
import { countings, eventKinds, retentionActions, retentionKinds } from './retention.rules.ts'

const day = z
  .string('day-missing')
  .trim()
  .transform((text, context) => {
    const found = parseDay(text)
    if (found !== undefined) return found
    context.addIssue({ code: 'custom', message: 'day-form' })
    return z.NEVER
  })

/** A version of a rule, with what was decided. */
export const ruleForm = z
  .object({
    kind: z.enum(retentionKinds, 'kind-unknown'),
    action: z.enum(retentionActions, 'action-missing'),
    years: z.string().trim().default(''),
    countedFrom: z.enum([...countings, '']).default(''),
    plan: z.string('plan-missing').trim().min(1, 'plan-missing').max(200, 'plan-too-long'),
    decidedOn: day,
    paragraph: z.string('paragraph-missing').trim().min(1, 'paragraph-missing').max(30, 'paragraph-too-long'),
    validFrom: day,
  })
  .transform(({ years, countedFrom, ...rule }, context) => {
    const no = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (rule.action === 'at-event' && !eventKinds.has(rule.kind)) {
      no('action', 'action-not-here')
      return z.NEVER
    }
    if (rule.action !== 'after-years') return { ...rule, years: null, countedFrom: 'event' as const }
    const count = /^\d{1,3}$/.test(years) ? Number(years) : 0
    if (count < 1 || count > 100) no('years', 'years-form')
    if (countedFrom === '') no('countedFrom', 'counted-missing')
    if (count < 1 || count > 100 || countedFrom === '') return z.NEVER
    return { ...rule, years: count, countedFrom }
  })

const reason = z.string('reason-missing').trim().min(1, 'reason-missing').max(500, 'reason-too-long')

/** An exception: a whole kind, or one document as `kind:id`. */
export const holdForm = z.object({
  what: z.string('what-missing').transform((text, context) => {
    const [kind, subjectId] = text.split(':')
    const known = z
      .object({ kind: z.enum(retentionKinds), subjectId: z.uuid().optional() })
      .safeParse({ kind, subjectId })
    if (known.success) return known.data
    context.addIssue({ code: 'custom', message: 'what-missing' })
    return z.NEVER
  }),
  reason,
})

export const rowId = z.strictObject({ id: z.uuid() })
