import { z } from 'zod'
import { attachmentKinds } from '../../kernel/attachment.ts'
import { minutes, type Minutes } from '../../kernel/clock-time.ts'
import { type Ore, parseKronor } from '../../kernel/money.ts'
import { limits, parseWhole } from './claims.additions.rules.ts'

/** In bytes. */
export const largestFile = 5 * 1024 * 1024

const version = z
  .string('version-missing')
  .regex(/^\d{1,9}$/, 'version-missing')
  .transform(Number)
const common = { id: z.uuid(), version }
const text = z.string().trim().max(200, 'too-long').default('')
const ticked = z
  .literal('yes')
  .optional()
  .transform((it) => it === 'yes')

/** A file as it came and was tried; its content is what is kept. */
const fileInput = z.strictObject({
  name: z.string().max(1000, 'name-too-long'),
  mediaType: z.enum(attachmentKinds),
  bytes: z.instanceof(Uint8Array).refine(({ length }) => length > 0 && length <= largestFile, 'too-large'),
})
const file = fileInput.optional()

/** Whole kilometres from 1, or from 0, to the most. */
function kilometres(least: 0 | 1, most: number, missing: string, wrong: string) {
  return text.transform((written, context): number => {
    const fail = (message: string) => {
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    if (written === '') return fail(missing)
    const number = parseWhole(written)
    return number === undefined || number < least || number > most ? fail(wrong) : number
  })
}

/** An amount in kronor up to the most; undefined when nothing is written. */
function amount(most: Ore, tooMuch: string) {
  return text.transform((written, context): Ore | undefined => {
    if (written === '') return undefined
    const read = parseKronor(written)
    if (read !== undefined && read > 0 && read <= most) return read
    context.addIssue({ code: 'custom', message: read !== undefined && read > most ? tooMuch : 'amount-wrong' })
    return z.NEVER
  })
}

const journey = z
  .strictObject({
    ...common,
    what: z.literal('journey'),
    kilometres: kilometres(1, limits.kilometres, 'kilometres-missing', 'kilometres-wrong'),
    startsFrom: z.enum(['home', 'workplace'], 'starts-missing'),
    distance: kilometres(0, limits.distance, 'distance-missing', 'distance-wrong'),
    madeAnyway: ticked,
  })
  .refine(({ kilometres: all, distance }) => distance <= all, { message: 'distance-longer', path: ['distance'] })

const cost = z.strictObject({
  ...common,
  what: z.literal('cost'),
  costKind: z.string('cost-kind-missing').min(1, 'cost-kind-missing').max(100, 'cost-kind-missing'),
  amount: amount(limits.cost, 'cost-too-much').transform((read, context): Ore => {
    if (read !== undefined) return read
    context.addIssue({ code: 'custom', message: 'amount-missing' })
    return z.NEVER
  }),
  file,
})

/** Hours and minutes as one length; what is left empty counts as none. */
function lengthOf(hours: string, rest: string): Minutes | undefined {
  const [h, m] = [hours === '' ? 0 : parseWhole(hours), rest === '' ? 0 : parseWhole(rest)]
  if (h === undefined || m === undefined || h > 24 || m > 24 * 60) return undefined
  const sum = h * 60 + m
  return sum <= limits.minutes ? minutes(sum) : undefined
}

const loss = z
  .strictObject({
    ...common,
    what: z.literal('loss'),
    lostAs: z.enum(['employee', 'self-employed'], 'lost-as-missing'),
    lostHours: text,
    lostMinutes: text,
    perHour: amount(limits.perHour, 'per-hour-too-much'),
    yearlyIncome: amount(limits.yearlyIncome, 'income-too-much'),
    basis: text,
    pension: ticked,
    holiday: ticked,
    certificate: z.union([z.literal(''), z.uuid()]).default(''),
    file,
  })
  .transform(({ lostHours, lostMinutes, ...rest }, context) => {
    const fault = (path: string, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message })
      return z.NEVER
    }
    const length = lengthOf(lostHours, lostMinutes)
    if (length === undefined) return fault('lostHours', 'length-wrong')
    if (length === 0) return fault('lostHours', 'length-missing')
    const isEmployee = rest.lostAs === 'employee'
    if (isEmployee && rest.yearlyIncome !== undefined) return fault('yearlyIncome', 'income-not-employee')
    if (!isEmployee && rest.perHour !== undefined) return fault('perHour', 'per-hour-not-own')
    return { ...rest, minutes: length }
  })

const timeFields = ['travel', 'preparation', 'afterWork'] as const

const times = z
  .strictObject({
    ...common,
    what: z.literal('times'),
    ...{ travelHours: text, travelMinutes: text, preparationHours: text, preparationMinutes: text },
    ...{ afterWorkHours: text, afterWorkMinutes: text },
  })
  .transform(({ id, version: shown, what, ...typed }, context) => {
    const read = timeFields.map((field) => {
      const [hours, rest] = [typed[`${field}Hours`], typed[`${field}Minutes`]]
      const length = lengthOf(hours, rest)
      if (length === undefined) context.addIssue({ code: 'custom', path: [`${field}Hours`], message: 'length-wrong' })
      return hours === '' && rest === '' ? null : (length ?? null)
    })
    const [travelMinutes = null, preparationMinutes = null, afterWorkMinutes = null] = read
    return { id, version: shown, what, travelMinutes, preparationMinutes, afterWorkMinutes }
  })

const removal = z.strictObject({
  ...common,
  what: z.literal('removal'),
  kind: z.enum(['journey', 'cost', 'loss']),
  row: z.uuid(),
})

/** A receipt for a cost, or a certificate for lost earnings, that was added without one. */
const paper = z.strictObject({
  ...common,
  what: z.literal('paper'),
  kind: z.enum(['cost', 'loss']),
  row: z.uuid(),
  certificate: z.union([z.literal(''), z.uuid()]).default(''),
  file,
})

/** One change of what has been added to a claim, in the version that was shown. */
export const additionForm = z.discriminatedUnion('what', [journey, cost, loss, times, removal, paper])
export type Addition = z.output<typeof additionForm>

/** A certificate that somebody hands in before any claim uses it. */
export const certificateForm = fileInput

/** A certificate to take away. */
export const removeCertificateForm = z.strictObject({ id: z.uuid() })
