import { z } from 'zod'
import { addDays, parseDay } from '../../kernel/date.ts'
import { roles } from '../../kernel/permissions.ts'

const day = z.string().transform((text, context) => {
  const parsed = parseDay(text.trim())
  if (parsed !== undefined) return parsed
  context.addIssue({ code: 'custom', message: 'day-form' })
  return z.NEVER
})
/** The last day of a period is written, and the first day after it is kept. */
const lastDay = day.transform((it) => addDays(it, 1))
const optionalLastDay = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .pipe(lastDay.optional())
const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, 'too-long')
    .default('')
    .transform((text) => (text === '' ? undefined : text))
const version = z.coerce.number({ error: 'version-missing' }).int('version-missing')

const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: 'email-form' }))
const name = z.string().trim().min(1, 'name-missing').max(200, 'too-long')
// An employment number, never a personal number in its place: that has a field of its own.
const employmentNumber = optionalText(20).refine(
  (text) => text === undefined || !/^(\d{2})?\d{6}[-+]?\d{4}$/.test(text),
  'employment-number-form',
)

/** A role with its period, in both forms that give one. */
const roleFields = {
  role: z.enum(roles, { error: 'role-missing' }),
  unitId: z.uuid().or(z.literal('')).default(''),
  title: optionalText(100),
  validFrom: day,
  lastDay: optionalLastDay,
}

/** Somebody new in the committee's register, with a first role. The name is not needed where the address is known. */
export const newPersonForm = z.object({
  name: z.string().trim().max(200, 'too-long').default(''),
  email,
  employmentNumber,
  ...roleFields,
})

/** A person's name, address and employment number. Empty fields leave what is kept as it is where the identity is protected. */
export const personForm = z.object({
  personId: z.uuid(),
  version,
  name: name.or(z.literal('')),
  email: email.or(z.literal('')),
  employmentNumber,
})

export const roleForm = z.object({ personId: z.uuid(), ...roleFields })
export const endRoleForm = z.object({ personId: z.uuid(), holdingId: z.uuid(), version, lastDay })

export type RoleFields = z.output<typeof roleForm>
