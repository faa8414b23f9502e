import { type Day, isoFromDay } from '../kernel/date.ts'
import type { DerivedAmount, Share, WrittenAmount } from './fee-rules-amounts.ts'
import { claimAmounts, type PlacedIssue } from './fee-rules-claims-check.ts'
import type { FeeForm } from './fee-rules-rates.ts'
import type { FeeRules } from './fee-rules.ts'
import { daysOfChange, partOf, type Resolved, resolverOn } from './fees/amounts.ts'
import { decimal, divide, whole } from './fees/rational.ts'
import { granuleOf, partsOfForm } from './fees/rates.ts'
import { nearest } from './nearest.ts'

type Path = readonly (string | number)[]
type Placed = { readonly at: Path; readonly amount: WrittenAmount }
/** A way of counting a fee, with its place. */
export type PlacedForm = { readonly at: Path; readonly form: FeeForm; readonly isBeside?: true }

/**
 * Returns what is wrong with amounts: names that stand twice, lead nowhere or in a circle, and sums that are no whole
 * öre on some day although nothing says how to round. Sums are tried only where every name leads somewhere.
 */
export function amountProblems(rules: FeeRules): readonly PlacedIssue[] {
  const placed = placedAmounts(rules)
  const structure = [
    ...namesTwice(rules),
    ...datesTwice(rules, placed),
    ...references(rules, placed),
    ...circles(rules),
  ]
  return structure.length > 0 ? structure : sumProblems(rules, placed)
}

/** Returns every way of counting a fee, with its place. */
export function placedForms({ fees, categories }: FeeRules): readonly PlacedForm[] {
  return [
    ...fees.map((fee, at): PlacedForm => ({ at: ['fees', at, 'rate'], form: fee.rate })),
    ...fees.flatMap(({ additions }, at) =>
      additions.flatMap(({ rate }, index): readonly PlacedForm[] =>
        rate === undefined ? [] : [{ at: ['fees', at, 'additions', index, 'rate'], form: rate, isBeside: true }],
      ),
    ),
    ...categories.flatMap(({ rates }, at) =>
      rates.map(({ rate }, index): PlacedForm => ({ at: ['categories', at, 'rates', index, 'rate'], form: rate })),
    ),
  ]
}

function placedAmounts(rules: FeeRules): readonly Placed[] {
  const found: Placed[] = []
  const place = (amount: WrittenAmount | undefined, ...at: Path) => {
    if (amount !== undefined) found.push({ at, amount })
  }
  for (const [at, { amount }] of rules.amounts.entries()) place(amount, 'amounts', at, 'amount')
  for (const { at, form } of placedForms(rules))
    for (const [key, amount] of Object.entries(partsOfForm(form))) place(amount, ...at, ...pathOf(key))
  for (const [at, { dailyCap, yearlyCap }] of rules.fees.entries()) {
    place(dailyCap?.amount, 'fees', at, 'dailyCap', 'amount')
    place(yearlyCap?.amount, 'fees', at, 'yearlyCap', 'amount')
  }
  for (const [at, { amount }] of rules.dayCaps.entries()) place(amount, 'dayCaps', at, 'amount')
  return [...found, ...claimAmounts(rules)]
}

/** The way to a part of a form, as `steps.0.amount`. */
function pathOf(key: string): Path {
  return key.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}

function namesTwice({ bases, amounts }: FeeRules): readonly PlacedIssue[] {
  const seen = new Set<string>()
  const lists = [
    ['bases', bases],
    ['amounts', amounts],
  ] as const
  return lists.flatMap(([list, items]) =>
    items.flatMap(({ id }, at): readonly PlacedIssue[] => {
      if (!seen.has(id)) {
        seen.add(id)
        return []
      }
      return [issue([list, at, 'id'], `the name ${id} stands twice among bases and amounts`, 'give this one another')]
    }),
  )
}

function datesTwice({ bases }: FeeRules, placed: readonly Placed[]): readonly PlacedIssue[] {
  const lists = [
    ...bases.map(({ values }, at) => ({ at: ['bases', at, 'values'] as Path, values })),
    ...placed.flatMap(({ at, amount }) =>
      typeof amount === 'object' && 'values' in amount ? [{ at: [...at, 'values'], values: amount.values }] : [],
    ),
  ]
  return lists.flatMap(({ at, values }) =>
    values.flatMap(({ from }, index) =>
      values.findIndex((it) => it.from === from) < index
        ? [issue([...at, index, 'from'], `two amounts begin on ${isoFromDay(from)}`, 'keep one of them')]
        : [],
    ),
  )
}

type PlacedReference = { readonly at: Path; readonly derived: DerivedAmount }

function derivedIn({ at, amount }: Placed): readonly PlacedReference[] {
  if (typeof amount === 'number') return []
  if ('of' in amount) return [{ at, derived: amount }]
  return amount.values.flatMap((value, index) =>
    typeof value.amount === 'number' ? [] : [{ at: [...at, 'values', index, 'amount'], derived: value.amount }],
  )
}

function references({ bases, amounts }: FeeRules, placed: readonly Placed[]): readonly PlacedIssue[] {
  const named = new Map([...amounts, ...bases].map((it) => [it.id, it]))
  return placed.flatMap(derivedIn).flatMap(({ at, derived }): readonly PlacedIssue[] => {
    const target = named.get(derived.of)
    if (target === undefined) {
      const near = nearest(derived.of, [...named.keys()])
      const names = [...named.keys()].join(', ')
      const mend =
        near === undefined
          ? names === ''
            ? 'add it under bases or amounts'
            : `write one of ${names}`
          : `write "${near}"`
      return [issue([...at, 'of'], `there is no amount or base named ${derived.of}`, mend)]
    }
    const asks = derived.per !== undefined || (derived.steps ?? []).some(({ per }) => per !== undefined)
    return asks && target.per === undefined
      ? [
          issue(
            [...at, 'of'],
            `${derived.of} is for neither a month nor a year`,
            `add per: to ${derived.of}, or take it away here`,
          ),
        ]
      : []
  })
}

/** A named amount that is a part of itself, by whatever way, would never be told. */
function circles({ amounts }: FeeRules): readonly PlacedIssue[] {
  const leads = new Map(
    amounts.map(({ id, amount }, at) => [
      id,
      derivedIn({ at: ['amounts', at, 'amount'], amount }).map((it) => ({ to: it.derived.of, at: it.at })),
    ]),
  )
  const told = new Set<string>()
  return amounts.flatMap(({ id }): readonly PlacedIssue[] => {
    const way = wayBack(id, id, leads, [])
    const first = leads.get(id)?.find(({ to }) => to === way?.[0])
    if (way === undefined || first === undefined || told.has(id)) return []
    for (const passed of way) told.add(passed)
    return [
      issue(
        [...first.at, 'of'],
        `the amounts refer to each other in a circle: ${[id, ...way].join(' → ')}`,
        'give one of them an amount of its own',
      ),
    ]
  })
}

type Leads = ReadonlyMap<string, readonly { readonly to: string; readonly at: Path }[]>

/** Returns the names passed on the way from one name to another, the last included; undefined when there is none. */
function wayBack(from: string, to: string, leads: Leads, passed: readonly string[]): readonly string[] | undefined {
  for (const lead of leads.get(from) ?? []) {
    if (lead.to === to) return [...passed, to]
    if (passed.includes(lead.to)) continue
    const way = wayBack(lead.to, to, leads, [...passed, lead.to])
    if (way !== undefined) return way
  }
  return undefined
}

function sumProblems(rules: FeeRules, placed: readonly Placed[]): readonly PlacedIssue[] {
  const found = new Map<string, PlacedIssue>()
  const tell = (problem: PlacedIssue) => {
    const key = problem.at.join('.')
    if (!found.has(key)) found.set(key, problem)
  }
  for (const day of daysOfChange(rules)) {
    const resolve = resolverOn(rules, day)
    for (const { at, amount } of placed) {
      const resolved = resolve(amount, '')
      if (!resolved.ok && resolved.problem.code === 'no-whole-ore')
        tell(
          issue(
            at,
            `the amount is no whole öre from ${isoFromDay(day)}, or above 100 million kronor`,
            'add rounding: { to: …, by: … }, or correct it',
          ),
        )
    }
    for (const { at, form } of placedForms(rules))
      for (const problem of formProblems(at, form, resolve, day)) tell(problem)
    for (const problem of shareProblems(rules, resolve, day)) tell(problem)
  }
  return [...found.values()]
}

type Resolve = (amount: WrittenAmount | undefined, called: string) => Resolved

function formProblems(at: Path, form: FeeForm, resolve: Resolve, day: Day): readonly PlacedIssue[] {
  if (form.form === 'half-full-day') {
    const [half, full] = [resolve(form.halfDay, ''), resolve(form.fullDay, '')]
    return half.ok && full.ok && half.ore > full.ore
      ? [issue([...at, 'halfDay'], 'half a day is paid more than a whole', 'exchange the two amounts')]
      : []
  }
  if (form.form === 'flat' || form.form === 'steps' || (form.form === 'hourly' && form.rounding !== undefined))
    return []
  const perHour = resolve(form.perHour, '')
  const step = granuleOf(form)
  if (!perHour.ok || (perHour.ore * step) % 60 === 0) return []
  return [
    issue(
      [...at, 'perHour'],
      form.form === 'first-hour-then-half-hours'
        ? 'an hourly rate counted by half-hours is an even number of öre, or half of it is no whole öre'
        : `${step} minutes at this hourly rate are no whole öre from ${isoFromDay(day)}`,
      form.form === 'first-hour-then-half-hours'
        ? 'write an even number'
        : 'add rounding: { to: …, by: … } beside it, or correct it',
    ),
  ]
}

function shareProblems(rules: FeeRules, resolve: Resolve, day: Day): readonly PlacedIssue[] {
  const { substitutes, withinPaidWork } = rules
  const shares: readonly { readonly at: Path; readonly share: Share | undefined }[] = [
    { at: ['substitutes', 'serving'], share: substitutes?.serving },
    { at: ['substitutes', 'notServing'], share: substitutes?.notServing },
    { at: ['withinPaidWork', 'paid'], share: withinPaidWork?.paid },
  ]
  // What is paid beside a fee is paid whole.
  const smallest = placedForms(rules).flatMap(({ form, isBeside }) =>
    isBeside === true ? [] : smallestParts(form, resolve),
  )
  return shares.flatMap(({ at, share }) => {
    if (typeof share !== 'object' || share.rounding !== undefined) return []
    const part = divide(decimal(share.percent), whole(100))
    return smallest.some((amount) => partOf(amount, part, undefined) === 'no-whole-ore')
      ? [
          issue(
            [...at, 'percent'],
            `${share.percent} percent of some fees is no whole öre from ${isoFromDay(day)}`,
            'add rounding: { to: …, by: … } beside it',
          ),
        ]
      : []
  })
}

/** Every fee of the form is a sum of these. */
function smallestParts(form: FeeForm, resolve: Resolve) {
  const rounded = form.form === 'hourly' && form.rounding !== undefined
  return Object.entries(partsOfForm(form)).flatMap(([key, amount]) => {
    const resolved = resolve(amount, '')
    if (!resolved.ok || (key === 'perHour' && rounded)) return []
    const smallest = key === 'perHour' ? (resolved.ore * granuleOf(form)) / 60 : resolved.ore
    return Number.isSafeInteger(smallest) ? [smallest as typeof resolved.ore] : []
  })
}

function issue(at: Path, message: string, mend: string): PlacedIssue {
  return { at, message: `${message}; ${mend}` }
}
