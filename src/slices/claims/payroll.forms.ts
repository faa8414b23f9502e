import { z } from 'zod'
import { openCode } from '../../engine/programme.ts'
import { holdsPersonalNumber } from './personal-number.rules.ts'

const several = (code: string) =>
  z
    .union([z.string().transform((one) => [one]), z.array(z.string())], code)
    .pipe(z.array(z.uuid(code)).max(5000, code))
    .default([])

/**
 * What was shown, and the persons among it whose claims are to leave now: what falls in this month's payroll, with the
 * corrections that wait, and apart from it (`later`) what falls in the next.
 */
export const batchForm = z
  .strictObject({
    claim: several('nothing-to-export'),
    correction: several('nothing-to-export'),
    person: several('no-person-chosen'),
    later: several('nothing-to-export'),
    laterPerson: several('no-person-chosen'),
  })
  .refine(({ claim, correction, later }) => claim.length + correction.length + later.length > 0, {
    message: 'nothing-to-export',
    path: ['claim'],
  })
  .refine(({ person, laterPerson }) => person.length + laterPerson.length > 0, {
    message: 'no-person-chosen',
    path: ['person'],
  })

/** What stands in every row of a kind must name nobody: a person is known to payroll by the employment number alone. */
const impersonal = [(text: string) => !holdsPersonalNumber(text), 'names-a-person'] as const

/** What payroll calls one kind of fee in the committee. */
export const payTypeForm = z.strictObject({
  feeKind: z.string('fee-kind-missing').refine((code) => openCode.safeParse(code).success, 'fee-kind-missing'),
  payType: z
    .string('pay-type-missing')
    .trim()
    .min(1, 'pay-type-missing')
    .regex(/^[\p{L}\p{N}]{1,20}$/u, 'pay-type-form')
    .refine(...impersonal),
  label: z
    .string('label-missing')
    .trim()
    .min(1, 'label-missing')
    .max(60, 'label-long')
    .refine(...impersonal),
  // A dimension's id holds ten characters in PAXml 2.0.
  costCentre: z
    .string()
    .trim()
    .max(10, 'cost-centre-long')
    .refine(...impersonal)
    .default(''),
  project: z
    .string()
    .trim()
    .max(10, 'project-long')
    .refine(...impersonal)
    .default(''),
})
