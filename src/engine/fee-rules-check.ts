import { amountProblems } from './fee-rules-amounts-check.ts'
import { claimBlockProblems, type PlacedIssue } from './fee-rules-claims-check.ts'
import type { FeeRules } from './fee-rules.ts'

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
