import { z } from 'zod'
import { openCode } from '../../engine/programme.ts'

const several = (code: string) =>
  z
    .union([z.string().transform((one) => [one]), z.array(z.string())], code)
    .pipe(z.array(z.uuid(code)).min(1, code).max(5000, code))

/** The claims that were shown, and the persons among them whose claims are to leave now. */
export const batchForm = z.strictObject({ claim: several('nothing-to-export'), person: several('no-person-chosen') })

/** What payroll calls one kind of fee in the committee. */
export const payTypeForm = z.strictObject({
  feeKind: z.string('fee-kind-missing').refine((code) => openCode.safeParse(code).success, 'fee-kind-missing'),
  payType: z
    .string('pay-type-missing')
    .trim()
    .min(1, 'pay-type-missing')
    .regex(/^[\p{L}\p{N}]{1,20}$/u, 'pay-type-form'),
  label: z.string('label-missing').trim().min(1, 'label-missing').max(60, 'label-long'),
  // A dimension's id holds ten characters in PAXml 2.0.
  costCentre: z.string().trim().max(10, 'cost-centre-long').default(''),
  project: z.string().trim().max(10, 'project-long').default(''),
})
