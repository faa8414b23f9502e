import { blocksOn, rulesInForce } from '../../engine/fees/blocks.ts'
import type { FeeRules, Localised } from '../../engine/index.ts'
import type { ClaimState } from '../../kernel/claim-steps.ts'
import type { Day } from '../../kernel/date.ts'
import { ore } from '../../kernel/money.ts'

/** Time beside the visit that fee rules can count. */
export const addedTimes = ['travel', 'preparation', 'after-work'] as const
type AddedTime = (typeof addedTimes)[number]

type OfferedCost = { readonly kind: string; readonly title: Localised; readonly receipt: boolean }
type OfferedBasis = { readonly code: string; readonly title: Localised }

/** What the fee rules of a day know of beside the fee: nothing else is asked for, since it could never be paid. */
export type Offered = {
  /** Absent where neither a journey nor its distance is worth anything. */
  readonly journey: { readonly startsFrom: readonly ('home' | 'workplace')[]; readonly asksAnyway: boolean } | undefined
  readonly costs: readonly OfferedCost[]
  readonly employee: { readonly certificate: boolean; readonly hasFlatRate: boolean } | undefined
  readonly selfEmployed:
    | { readonly certificate: boolean; readonly bases: readonly OfferedBasis[]; readonly hasFlatRate: boolean }
    | undefined
  readonly pension: boolean
  readonly holiday: boolean
  readonly times: readonly AddedTime[]
}

/** Returns what can be added to a claim for a visit on the day. */
export function offeredOn(feeRules: readonly FeeRules[], day: Day): Offered {
  const mileage = blocksOn(feeRules, 'mileage', day).map(({ values }) => values)
  const losses = blocksOn(feeRules, 'lostEarnings', day).map(({ values }) => values)
  const costs = blocksOn(feeRules, 'costs', day).flatMap(({ values }) => values)
  const times = rulesInForce(feeRules, day).flatMap(({ fees }) => fees.flatMap(({ time }) => time ?? []))
  const beside = rulesInForce(feeRules, day).flatMap(({ fees }) => fees.flatMap(({ additions }) => additions))
  const counted = new Set([...times.flatMap(({ counts }) => counts), ...beside.map(({ of }) => of)])
  // How far it was decides whether travel counts, though nothing is paid by the kilometre.
  const countsFromDistance =
    times.some(({ travelFromKilometres }) => travelFromKilometres !== undefined) ||
    beside.some(({ fromKilometres }) => fromKilometres !== undefined)
  const employees = losses.flatMap((it) => it.employee ?? [])
  const selfEmployed = losses.flatMap((it) => it.selfEmployed ?? [])
  return {
    journey:
      mileage.length === 0 && !countsFromDistance
        ? undefined
        : {
            startsFrom: (['home', 'workplace'] as const).filter(
              (start) => mileage.length === 0 || mileage.some(({ startsFrom }) => startsFrom.includes(start)),
            ),
            asksAnyway: mileage.some((it) => it.notWhenMadeAnyway),
          },
    costs: [
      ...new Map(costs.map(({ kind, title, receipt }) => [kind, { kind, title, receipt: receipt === 'required' }])),
    ].map(([, cost]) => cost),
    employee:
      employees.length === 0
        ? undefined
        : {
            certificate: employees.some((it) => it.certificate === 'required'),
            hasFlatRate: employees.some((it) => it.flatPerHour !== undefined),
          },
    selfEmployed:
      selfEmployed.length === 0
        ? undefined
        : {
            certificate: selfEmployed.some((it) => it.certificate === 'required'),
            bases: selfEmployed.flatMap(({ bases }) => bases.map(({ code, title }) => ({ code, title }))),
            hasFlatRate: selfEmployed.some((it) => it.flatPerHour !== undefined),
          },
    pension: losses.some((it) => it.pension !== undefined),
    holiday: losses.some((it) => it.holiday !== undefined),
    times: addedTimes.filter((it) => counted.has(it)),
  }
}

/** Whether the fee rules of the day know of anything beside the fee. */
export function offersAny({ journey, costs, employee, selfEmployed, times }: Offered): boolean {
  return (
    journey !== undefined ||
    costs.length > 0 ||
    employee !== undefined ||
    selfEmployed !== undefined ||
    times.length > 0
  )
}

type AddingRefusal = 'claims.add-waived' | 'claims.add-after-check' | 'claims.add-after-export' | 'claims.add-refused'

const refusals: { readonly [S in ClaimState]: AddingRefusal | undefined } = {
  made: undefined,
  returned: undefined,
  // It is confirmed once more afterwards.
  confirmed: undefined,
  waived: 'claims.add-waived',
  checked: 'claims.add-after-check',
  approved: 'claims.add-after-check',
  refused: 'claims.add-refused',
  exported: 'claims.add-after-export',
  paid: 'claims.add-after-export',
  reversed: 'claims.add-after-export',
}

/** Returns why nothing can be added to or taken from a claim in the state, or undefined when it can. */
export function addingRefusal(state: ClaimState): AddingRefusal | undefined {
  return refusals[state]
}

/** Whether a claim in the state has not gone on: a certificate that such claims alone use may be taken away. */
export function hasNotGoneOn(state: ClaimState): boolean {
  return state === 'made' || state === 'returned' || state === 'waived'
}

/** How much can be added to one claim, and how many certificates somebody keeps. */
export const mostAdditions = 20
export const mostCertificates = 30

/** Beyond these somebody has mistyped. */
export const limits = {
  kilometres: 2000,
  distance: 1000,
  minutes: 24 * 60,
  cost: ore(100_000_00),
  perHour: ore(10_000_00),
  yearlyIncome: ore(20_000_000_00),
} as const

/** Returns a whole number written with digits, thousands apart or not; undefined for anything else. */
export function parseWhole(text: string): number | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]+/g, ' ').trim()
  if (!/^(?:\d{1,9}|\d{1,3}(?: \d{3}){1,2})$/.test(plain)) return undefined
  return Number(plain.replaceAll(' ', ''))
}

/** The reason of a confirmation that the estate of a claimant who has died has given; said in words by the texts. */
export const forEstate = 'for-estate'
