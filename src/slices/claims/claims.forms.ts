import { z } from 'zod'
import { type ClaimState, claimStates } from '../../kernel/claim-steps.ts'

const version = z
  .string('version-missing')
  .regex(/^\d{1,9}$/, 'version-missing')
  .transform(Number)
const claimOf = { id: z.uuid(), version }
const reason = z.string().trim().max(500, 'reason-long').default('')

/** One claim in the version that was shown. */
export const claimForm = z.strictObject(claimOf)

const fieldName = /^field\.(.{1,50})$/u

/** A confirmation, with the fields that the fee rules ask for as `field.CODE`. */
export const confirmationForm = z
  .object(claimOf)
  .catchall(z.string().trim().max(200, 'field-long'))
  .transform(({ id, version: shown, ...rest }) => ({
    id,
    version: shown,
    given: Object.fromEntries(
      Object.entries(rest).flatMap(([name, value]) => {
        const code = fieldName.exec(name)?.[1]
        return code === undefined || value === '' ? [] : [[code, value] as const]
      }),
    ),
  }))

/** The name of the field in which that is filled in. */
export const fieldOf = (code: string) => `field.${code}`

/** To refrain from the fee, with a reason for those who want to give one. */
export const waiverForm = z.strictObject({ ...claimOf, reason })

/** What the one who checks says: right, or back with a reason. */
export const checkForm = z
  .strictObject({ ...claimOf, outcome: z.enum(['checked', 'returned'], 'outcome-missing'), reason })
  .superRefine(needsReason)

/** What the one who approves says: approved, back, or no, the last two with a reason. */
export const approvalForm = z
  .strictObject({ ...claimOf, outcome: z.enum(['approved', 'returned', 'refused'], 'outcome-missing'), reason })
  .superRefine(needsReason)

/** Several claims at once, each in the version that was shown: `ID:VERSION`. */
export const severalForm = z.strictObject({
  claim: z.union([z.string().transform((one) => [one]), z.array(z.string())], 'none-chosen').pipe(
    z
      .array(
        z
          .string()
          .regex(/^[0-9a-f-]{36}:\d{1,9}$/, 'none-chosen')
          .transform(chosenClaim),
      )
      .min(1, 'none-chosen')
      .max(500, 'too-many'),
  ),
})

export type ClaimsQuery = {
  readonly year: number
  readonly state: ClaimState | undefined
  readonly personId: string | undefined
  readonly page: number
}

/** Returns what the address of a list asks for. What it does not understand it leaves out: a link is never refused. */
export function claimsQuery(query: (name: string) => string | undefined, thisYear: number): ClaimsQuery {
  const person = z.uuid().safeParse(query('person'))
  const state = z.enum(claimStates).safeParse(query('lage'))
  return {
    year: wholeNumber(query('ar'), 2000, 2999) ?? thisYear,
    state: state.success ? state.data : undefined,
    personId: person.success ? person.data : undefined,
    page: wholeNumber(query('sida'), 1, 100_000) ?? 1,
  }
}

function chosenClaim(value: string) {
  return { id: value.slice(0, 36), version: Number(value.slice(37)) }
}

function needsReason(form: { readonly outcome: string; readonly reason: string }, context: z.RefinementCtx): void {
  if (form.outcome === 'checked' || form.outcome === 'approved' || form.reason !== '') return
  context.addIssue({ code: 'custom', path: ['reason'], message: 'reason-missing' })
}

function wholeNumber(text: string | undefined, least: number, most: number): number | undefined {
  const number = /^\d{1,6}$/.test(text ?? '') ? Number(text) : Number.NaN
  return number >= least && number <= most ? number : undefined
}
