import { type Guideline, guidelineSchema } from '../guideline.ts'

/** A rule as a test writes it; unless said otherwise it is a must of the committee, in a clause named after it. */
export type WrittenRule = {
  readonly id: string
  readonly kind: string
  readonly values: object
  readonly force?: string
  readonly changes?: readonly object[]
}

/** Returns an adopted guideline of a few rules, in force since 2020 unless `more` says otherwise. */
export function aGuideline(
  id: string,
  issuer: Record<string, unknown>,
  rules: readonly WrittenRule[],
  more: Record<string, unknown> = {},
): Guideline {
  return guidelineSchema.parse({
    format: 'namndkontakt/guideline@1',
    id,
    title: `Titeln på ${id}`,
    issuer,
    status: 'adopted',
    validity: { from: '2020-01-01' },
    document: { reviewBy: { when: 'none' } },
    rules: rules.map((rule) => ({ force: 'must', bearer: 'committee', clause: `${id} § ${rule.id}`, ...rule })),
    ...more,
  })
}
