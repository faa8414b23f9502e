import type { PlacedProblem } from './mend.ts'
import type { Claim, Programme } from './programme.ts'

/** Returns what cannot be in claims: losses of one kind with the values of the other, more than a day, journeys that are too short, and what stands twice. */
export function claimProblems({ claims }: Programme): readonly PlacedProblem[] {
  return claims.flatMap((claim, at) => [
    ...claim.lostEarnings.flatMap((loss, index) =>
      lossProblems(loss).map(({ key, message, mend }) => ({
        path: ['claims', at, 'lostEarnings', index, key],
        message,
        mend,
      })),
    ),
    ...overADay(claim, at),
    ...tooShort(claim, at),
    ...exportedTwice(claim, at),
  ])
}

type Loss = Claim['lostEarnings'][number]
type Misplaced = { readonly key: string; readonly message: string; readonly mend: string }

function lossProblems({ as, perHour, yearlyIncome, basis }: Loss): readonly Misplaced[] {
  const found: Misplaced[] = []
  if (as === 'employee')
    for (const [key, value] of Object.entries({ yearlyIncome, basis }))
      if (value !== undefined)
        found.push({
          key,
          message: `an employee has no "${key}" to count from`,
          mend: 'write perHour: in öre, or as: self-employed',
        })
  if (as === 'self-employed' && perHour !== undefined)
    found.push({
      key: 'perHour',
      message: 'what an hour is to a self-employed person is counted from the yearly income',
      mend: 'write yearlyIncome: in öre, or as: employee',
    })
  if (as === 'self-employed' && basis !== undefined && yearlyIncome === undefined)
    found.push({ key: 'basis', message: 'the basis has no amount', mend: 'add yearlyIncome: in öre' })
  return found
}

function overADay({ lostEarnings }: Claim, at: number): readonly PlacedProblem[] {
  const lost = lostEarnings.reduce((sum, it) => sum + it.minutes, 0)
  if (lost <= 1440) return []
  const message = `${lost} minutes of earnings are lost in one day, which has 1440`
  return [{ path: ['claims', at, 'lostEarnings'], message, mend: 'correct the minutes' }]
}

/** A journey is at least as long as the way to the place. */
function tooShort({ journeys }: Claim, at: number): readonly PlacedProblem[] {
  return journeys.flatMap(({ kilometres, distance }, index) =>
    kilometres < distance
      ? [
          {
            path: ['claims', at, 'journeys', index, 'kilometres'],
            message: `the journey is ${kilometres} km, and the place lies ${distance} km away, one way`,
            mend: 'write the kilometres there and back, or correct the distance',
          },
        ]
      : [],
  )
}

function exportedTwice({ exportedLines }: Claim, at: number): readonly PlacedProblem[] {
  const kinds = exportedLines.map((it) => it.kind)
  return kinds.flatMap((kind, index) =>
    kinds.indexOf(kind) < index
      ? [
          {
            path: ['claims', at, 'exportedLines', index, 'kind'],
            message: `"${kind}" has gone to payroll twice for the same claim`,
            mend: 'keep one, with the sum that stands',
          },
        ]
      : [],
  )
}
