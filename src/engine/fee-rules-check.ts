import { amountProblems, type PlacedForm, placedForms } from './fee-rules-amounts-check.ts'
import { claimBlockProblems, type PlacedIssue } from './fee-rules-claims-check.ts'
import type { FeeRules } from './fee-rules.ts'
import { upToOf } from './fees/rates.ts'

/** Returns what cannot be when the fee rules are read as a whole, each with its place and what to write instead. */
export function feeRulesProblems(rules: FeeRules): readonly PlacedIssue[] {
  return [
    ...validityProblems(rules),
    ...twice(rules.fees.map(({ kind }) => kind)).map(({ code, at }) =>
      issue(['fees', at, 'kind'], `the kind ${code} stands twice`, 'keep one'),
    ),
    ...rules.fees.flatMap(({ kind }, at) =>
      kind === 'none' || kind === 'silent'
        ? [
            issue(
              ['fees', at, 'kind'],
              `"${kind}" is what a guideline says where nothing is paid`,
              'give the kind another code',
            ),
          ]
        : [],
    ),
    ...rules.fees.flatMap(timeProblems),
    ...placedForms(rules).flatMap(stepsProblems),
    ...rules.fees.flatMap(additionProblems),
    ...dayCapProblems(rules),
    ...rules.combinations.flatMap(({ kinds }, at) =>
      twice(kinds).map(({ code, at: index }) =>
        issue(['combinations', at, 'kinds', index], `the kind ${code} stands twice`, 'keep one'),
      ),
    ),
    ...categoryProblems(rules),
    ...amountProblems(rules),
    ...claimBlockProblems(rules),
  ]
}

function validityProblems({ validity: { from, until } }: FeeRules): readonly PlacedIssue[] {
  return until !== undefined && until <= from
    ? [
        issue(
          ['validity', 'until'],
          '"until" comes after "from"',
          'it is the first day on which the rules no longer hold',
        ),
      ]
    : []
}

function timeProblems({ time }: FeeRules['fees'][number], at: number): readonly PlacedIssue[] {
  if (time === undefined) return []
  const path = ['fees', at, 'time'] as const
  const found = twice(time.counts).map(({ code, at: index }) =>
    issue([...path, 'counts', index], `${code} stands twice`, 'keep one'),
  )
  if (time.counts.includes('travel')) {
    if (time.travel === undefined)
      found.push(
        issue(
          [...path, 'travel'],
          'it is not said whether travel is within the hours that are paid at most',
          'add travel: inside-cap, beyond-cap, or silent',
        ),
      )
  } else if (time.travel !== undefined || time.travelFromKilometres !== undefined)
    found.push(
      issue(
        [...path, time.travel === undefined ? 'travelFromKilometres' : 'travel'],
        'travel is not among the time that counts',
        'add travel to counts, or take this away',
      ),
    )
  return found
}

/** Steps follow each other, and only the last has no end; the first amount lasts only where there is one. */
function stepsProblems({ at, form }: PlacedForm): readonly PlacedIssue[] {
  if (form.form === 'hourly' && form.firstMinutes !== undefined && form.firstHour === undefined)
    return [
      issue([...at, 'firstMinutes'], 'there is no first amount to last so long', 'add firstHour:, or take this away'),
    ]
  if (form.form !== 'steps') return []
  return form.steps.flatMap((step, index) => {
    const place = [...at, 'steps', index]
    const { upTo, below } = step
    const isLast = index === form.steps.length - 1
    const ends = [upTo, below].filter((it) => it !== undefined).length
    if (isLast)
      return ends === 0
        ? []
        : [issue(place, 'the last step has an end', 'take upTo: or below: away, or add a last one')]
    if (ends !== 1) return [issue(place, 'a step has one end', 'keep one of upTo: and below:')]
    const before = form.steps[index - 1]
    return before !== undefined && upToOf(step) <= upToOf(before)
      ? [
          issue(
            place,
            'the step does not reach beyond the one before',
            'write the steps from the shortest to the longest',
          ),
        ]
      : []
  })
}

/** An addition is worth one thing, and only what it is paid for can be narrowed. */
function additionProblems({ additions }: FeeRules['fees'][number], fee: number): readonly PlacedIssue[] {
  return additions.flatMap(({ of, rate, percent, rounding, between, fromKilometres }, index) => {
    const at = ['fees', fee, 'additions', index]
    const found: PlacedIssue[] = []
    if ((rate === undefined) === (percent === undefined))
      found.push(issue(at, 'an addition is worth one thing', 'keep one of rate: and percent:'))
    if (rounding !== undefined && percent === undefined)
      found.push(issue([...at, 'rounding'], 'a rate has a rounding of its own', 'move it to the rate'))
    if (percent !== undefined && of !== 'meeting')
      found.push(
        issue([...at, 'percent'], 'a share of the fee is for the time of the visit', 'write of: meeting, or a rate:'),
      )
    if (between !== undefined && of !== 'meeting')
      found.push(
        issue(
          [...at, 'between'],
          'the times of day are known for the visit alone',
          'write of: meeting, or take this away',
        ),
      )
    if (fromKilometres !== undefined && of !== 'travel')
      found.push(issue([...at, 'fromKilometres'], 'a distance is for travel', 'write of: travel, or take this away'))
    return found
  })
}

function dayCapProblems({ dayCaps, fees }: FeeRules): readonly PlacedIssue[] {
  const known = new Set(fees.map(({ kind }) => kind))
  return dayCaps.flatMap(({ kinds = [] }, at) => [
    ...twice(kinds).map(({ code, at: index }) =>
      issue(['dayCaps', at, 'kinds', index], `the kind ${code} stands twice`, 'keep one'),
    ),
    ...kinds.flatMap((kind, index) =>
      known.has(kind)
        ? []
        : [
            issue(
              ['dayCaps', at, 'kinds', index],
              `there is no fee of the kind ${kind} here`,
              `write one of ${[...known].join(', ')}`,
            ),
          ],
    ),
  ])
}

function categoryProblems({ categories, fees, considerableOffice }: FeeRules): readonly PlacedIssue[] {
  const kinds = new Set(fees.map(({ kind }) => kind))
  const found = twice(categories.map(({ id }) => id)).map(({ code, at }) =>
    issue(['categories', at, 'id'], `the category ${code} stands twice`, 'keep one'),
  )
  categories.forEach(({ who, excluded, rates }, at) => {
    const path = ['categories', at] as const
    const { from, below } = 'fixedFees' in who ? who.fixedFees : { from: 0, below: undefined }
    if (from === undefined && below === undefined)
      found.push(issue([...path, 'who', 'fixedFees'], 'the category has no share', 'add from: or below:, in percent'))
    if (below !== undefined && below <= (from ?? 0))
      found.push(issue([...path, 'who', 'fixedFees', 'below'], 'nobody is in the category', 'write more than "from"'))
    excluded.forEach(({ components }, index) => {
      if (components.every((it) => it === 'fee')) return
      const place = [...path, 'excluded', index, 'components']
      if (considerableOffice === undefined)
        found.push(
          issue(
            place,
            'lost earnings and costs may be refused only those with an office of full or considerable part time, and no share is stated',
            'add considerableOffice: with the share, or keep fee alone',
          ),
        )
      else if (below !== undefined && below <= considerableOffice.fromPercent)
        found.push(
          issue(
            place,
            `nobody in the category has an office of ${considerableOffice.fromPercent} percent, so lost earnings and costs are never refused them`,
            'keep fee alone',
          ),
        )
    })
    rates.forEach(({ kind }, index) => {
      if (!kinds.has(kind))
        found.push(
          issue(
            [...path, 'rates', index, 'kind'],
            `there is no fee of the kind ${kind} to pay at another rate`,
            `write one of ${[...kinds].join(', ')}`,
          ),
        )
    })
    for (const { code, at: index } of twice(rates.map(({ kind }) => kind)))
      found.push(issue([...path, 'rates', index, 'kind'], `the kind ${code} stands twice`, 'keep one'))
  })
  return found
}

function issue(at: readonly (string | number)[], message: string, mend: string): PlacedIssue {
  return { at, message: `${message}; ${mend}` }
}

function twice(codes: readonly string[]): readonly { readonly code: string; readonly at: number }[] {
  return codes.flatMap((code, at) => (codes.indexOf(code) < at ? [{ code, at }] : []))
}
