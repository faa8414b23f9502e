import type { WrittenAmount } from './fee-rules-amounts.ts'
import type { ClaimBlocks } from './fee-rules-claims.ts'

/** What cannot be, its place, and after a semicolon what to write instead. */
export type PlacedIssue = { readonly at: readonly (string | number)[]; readonly message: string }

/** What the product itself calls lost earnings, what goes with them, and mileage; no kind of cost has these names. */
export const ownKinds = ['lost-earnings', 'lost-pension', 'lost-holiday', 'mileage'] as const

/** Returns every amount in the blocks, with its place. */
export function claimAmounts({ mileage, lostEarnings, costs }: ClaimBlocks): readonly PlacedAmount[] {
  return Object.entries({ mileage, lostEarnings, costs }).flatMap(([key, block]) => amountsIn(block, [key]))
}

type PlacedAmount = { readonly at: PlacedIssue['at']; readonly amount: WrittenAmount }

const amountKeys = new Set([
  'perKilometre',
  'hourlyMost',
  'dailyMost',
  'flatPerHour',
  'mostPerHour',
  'mostPerOccasion',
  'mostPerDay',
])

function amountsIn(value: unknown, at: PlacedIssue['at']): readonly PlacedAmount[] {
  if (typeof value !== 'object' || value === null) return []
  const parts = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return parts.flatMap(([key, part]: [string | number, unknown]) =>
    amountKeys.has(String(key)) && part !== undefined
      ? [{ at: [...at, key], amount: part as WrittenAmount }]
      : amountsIn(part, [...at, key]),
  )
}

/** Returns what cannot be when the blocks are read together. */
export function claimBlockProblems(rules: ClaimBlocks): readonly PlacedIssue[] {
  const kinds = (rules.costs ?? []).map((it) => it.kind)
  const known: readonly string[] = [...ownKinds, ...kinds]
  const unknown = (rules.considerableOffice?.excludes ?? []).flatMap((code, at) =>
    known.includes(code)
      ? []
      : [
          issue(
            ['considerableOffice', 'excludes', at],
            `no rule here pays "${code}"`,
            `write one of ${known.join(', ')}`,
          ),
        ],
  )
  return [
    ...unknown,
    ...twice(kinds).map(({ code, at }) =>
      issue(['costs', at, 'kind'], `the cost ${code} stands twice`, 'keep one of them'),
    ),
  ]
}

type Losses = {
  readonly employee?: (Limits & Flat) | undefined
  readonly selfEmployed?: (Limits & SelfEmployed) | undefined
  readonly mixed?: { readonly maximum: string; readonly dailyMost?: WrittenAmount | undefined } | undefined
}
type Limits = { readonly hourlyMost?: WrittenAmount | undefined; readonly dailyMost?: WrittenAmount | undefined }
type Flat = { readonly flatPerHour?: WrittenAmount | undefined }
type SelfEmployed = Flat & { readonly bases: readonly { readonly code: string }[] }

/** Returns what cannot be among the values about lost earnings. */
export function lostEarningsProblems({ employee, selfEmployed, mixed }: Losses): readonly PlacedIssue[] {
  const each = Object.entries({ employee, selfEmployed })
  return [
    ...(employee === undefined && selfEmployed === undefined
      ? [issue(['employee'], 'lost earnings are paid to nobody', 'add employee: or selfEmployed:')]
      : []),
    ...each.flatMap(([key, limits]) =>
      isBelow(limits?.dailyMost, limits?.hourlyMost)
        ? [
            issue(
              [key, 'dailyMost'],
              'the most for a day is below the most for an hour',
              'write at least that, or exchange the two',
            ),
          ]
        : [],
    ),
    ...each.flatMap(([key, limits]) =>
      isBelow(limits?.hourlyMost, limits?.flatPerHour)
        ? [issue([key, 'flatPerHour'], 'the flat amount is above the most for an hour', 'write at most hourlyMost')]
        : [],
    ),
    ...(selfEmployed === undefined ? [] : selfEmployedProblems(selfEmployed)),
    ...(mixed === undefined ? [] : mixedProblems(mixed, employee, selfEmployed)),
  ]
}

function selfEmployedProblems({ bases, flatPerHour }: SelfEmployed): readonly PlacedIssue[] {
  return [
    ...(bases.length === 0 && flatPerHour === undefined
      ? [
          issue(
            ['selfEmployed', 'bases'],
            'there is nothing to count the loss from',
            'add bases: with a divisor, or flatPerHour:',
          ),
        ]
      : []),
    ...twice(bases.map((it) => it.code)).map(({ code, at }) =>
      issue(['selfEmployed', 'bases', at, 'code'], `the basis ${code} stands twice`, 'keep one of them'),
    ),
  ]
}

function mixedProblems(
  { maximum, dailyMost }: NonNullable<Losses['mixed']>,
  employee: Limits | undefined,
  selfEmployed: Limits | undefined,
): readonly PlacedIssue[] {
  const at = ['mixed', 'dailyMost']
  const higher = [employee?.dailyMost, selfEmployed?.dailyMost].some((most) => isBelow(dailyMost, most))
  return [
    ...(employee === undefined || selfEmployed === undefined
      ? [issue(['mixed'], 'nobody can be both', 'add employee: and selfEmployed:, or take "mixed" away')]
      : []),
    ...(maximum === 'shared' && dailyMost === undefined
      ? [issue(at, 'the maximum that they share has no amount', 'add dailyMost: in öre')]
      : []),
    ...(maximum !== 'shared' && dailyMost !== undefined
      ? [issue(at, 'there is no maximum to share', 'write maximum: shared, or take dailyMost away')]
      : []),
    ...(higher
      ? [issue(at, 'the most for both together is below the most for one of them', 'write at least that')]
      : []),
  ]
}

type Ceilings = {
  readonly kind: string
  readonly mostPerHour?: WrittenAmount | undefined
  readonly mostPerOccasion?: WrittenAmount | undefined
  readonly mostPerDay?: WrittenAmount | undefined
}

/** Returns what cannot be among the values about one kind of cost. */
export function costProblems({ kind, mostPerHour, mostPerOccasion, mostPerDay }: Ceilings): readonly PlacedIssue[] {
  return [
    ...(ownKinds.some((it) => it === kind)
      ? [issue(['kind'], `"${kind}" is no cost but has a block of its own`, 'give the cost another code')]
      : []),
    ...(isBelow(mostPerDay, mostPerOccasion)
      ? [
          issue(
            ['mostPerDay'],
            'the most for a day is below the most for an occasion',
            'write at least that, or exchange the two',
          ),
        ]
      : []),
    ...(isBelow(mostPerOccasion, mostPerHour) || isBelow(mostPerDay, mostPerHour)
      ? [
          issue(
            ['mostPerHour'],
            'the most for an hour is above the most for an occasion or a day',
            'write at most the lower of them',
          ),
        ]
      : []),
  ]
}

type Times = { readonly days?: number | undefined; readonly monthsAfter?: number | undefined }

/** Returns what cannot be among the values of a deadline. */
export function deadlineProblems({ days, monthsAfter }: Times): readonly PlacedIssue[] {
  if (days === undefined && monthsAfter === undefined)
    return [issue(['days'], 'the deadline has no number', 'add days: or monthsAfter:')]
  return days === undefined || monthsAfter === undefined
    ? []
    : [issue(['monthsAfter'], 'the deadline has two numbers', 'keep days or monthsAfter')]
}

type Claims = {
  readonly per: string
  readonly fields: readonly { readonly code: string }[]
  readonly deadlines: readonly { readonly of: string; readonly claimant?: string | undefined; readonly after: string }[]
}

/** Returns what cannot be among the values about how a claim is made. */
export function claimsProblems({ per, fields, deadlines }: Claims): readonly PlacedIssue[] {
  return [
    ...twice(fields.map((it) => it.code)).map(({ code, at }) =>
      issue(['fields', at, 'code'], `the field ${code} stands twice`, 'keep one of them'),
    ),
    ...twice(deadlines.map((it) => `${it.of} ${it.claimant ?? ''}`)).map(({ at }) =>
      issue(['deadlines', at, 'of'], 'there is another deadline for the same', 'keep one of them'),
    ),
    ...deadlines.flatMap(({ after }, at) =>
      per === 'month' && after === 'visit'
        ? [
            issue(
              ['deadlines', at, 'after'],
              'a claim for a month cannot be due from each visit',
              'write after: month-end',
            ),
          ]
        : [],
    ),
  ]
}

function issue(at: readonly (string | number)[], message: string, mend: string): PlacedIssue {
  return { at, message: `${message}; ${mend}` }
}

function twice(codes: readonly string[]): readonly { readonly code: string; readonly at: number }[] {
  return codes.flatMap((code, at) => (codes.indexOf(code) < at ? [{ code, at }] : []))
}

/** Amounts that are a part of others are compared when they are worked out, not here. */
function isBelow(low: WrittenAmount | undefined, high: WrittenAmount | undefined): boolean {
  return typeof low === 'number' && typeof high === 'number' && low < high
}
