import { z } from 'zod'
import { shareSchema } from './fee-rules-amounts.ts'
import { feeFormSchema } from './fee-rules-rates.ts'
import { feeComponents } from './finding.ts'
import { clauseField as clause, openCode } from './programme.ts'
import { localised } from './rules/kind.ts'

const percent = z.int().min(0).max(1000)

/** Whom a category is: those whose fixed fees (årsarvoden) together reach a share of a full one, a named group, or holders of a role. */
const memberSchema = z.union([
  /** From this share on, and below that one, in percent. Nobody's share is below 0: without fixed fees it is 0. */
  z.strictObject({ fixedFees: z.strictObject({ from: percent.optional(), below: percent.optional() }) }),
  z.strictObject({ group: openCode }),
  /** Those who hold one of these roles on the day, as `chair`. */
  z.strictObject({
    roles: z
      .array(openCode)
      .min(1)
      .meta({ examples: ['chair', 'vice-chair'] }),
  }),
])

/** A category of persons: what they do not get, and where, and what else they get instead. */
export const categorySchema = z.strictObject({
  id: openCode,
  title: localised,
  clause,
  who: memberSchema,
  /** What is in the fixed fee already. Lost earnings and costs are never refused below the considerable office. */
  excluded: z
    .array(
      z.strictObject({
        components: z.array(z.enum(feeComponents)).min(1),
        /** Only these kinds of fee; all without it. */
        kinds: z.array(openCode).min(1).optional(),
        /** `own-committee`: where the fixed fee is for the work of that committee, or the group's member sits in it. */
        where: z.enum(['own-committee', 'everywhere']),
        clause: clause.optional(),
      }),
    )
    .default([]),
  rates: z.array(z.strictObject({ kind: openCode, rate: feeFormSchema, clause: clause.optional() })).default([]),
})
export type Category = z.infer<typeof categorySchema>

/** What substitutes are paid, when they serve in a member's place and when they do not. */
export const substitutesSchema = z.strictObject({ clause, serving: shareSchema, notServing: shareSchema })

/** What is paid for time that an employer pays as work. */
export const withinPaidWorkSchema = z.strictObject({ clause, paid: shareSchema })
