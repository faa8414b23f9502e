import { addDays, type Day, yearOf, yearPeriod } from '../kernel/date.ts'
import { drawingFrom } from '../kernel/drawing.ts'
import { compile } from './compile.ts'
import { evaluate } from './evaluate.ts'
import type { Guideline } from './guideline.ts'
import type { Interpretations } from './interpretations.ts'
import { issuerName } from './issuer.ts'
import { type Programme, programmeSchema } from './programme.ts'
import { settingsOn } from './settings.ts'
import { withCast } from './synthetic-cast.ts'
import { madeUpYear, type Wanted } from './synthetic-visits.ts'
import { triedThroughout } from './tried-out.ts'

export type SyntheticInput = {
  /** The guidelines that the year is made by, adopted or not. */
  readonly guidelines: readonly Guideline[]
  readonly interpretations?: readonly Interpretations[]
  /** Whose units, persons and appointments are used. What it lacks is made up; its visits are left out. */
  readonly programme: Programme
  readonly year: number
  /** Another seed gives another year; the same seed the same. 1 unless said. */
  readonly seed?: number
}

/**
 * Returns a made-up calendar year, marked as such: as many visits as the guideline asks for, most of them as they are
 * to be, some missed, late, too long, made alone or not reported, so that every rule has something to find.
 */
export function syntheticYear(input: SyntheticInput): Programme {
  const { interpretations = [], programme, year, seed = 1 } = input
  const period = yearPeriod(year)
  const last = addDays(period.until, -1)
  const empty = withoutVisits(programme, period)
  const tried = triedThroughout(nothing, { guidelines: input.guidelines, interpretations }, empty, period.from)
  const epoch = compile({ ...tried, committee: programme.committee }).at(last)
  const cast = withCast(empty, epoch, year)
  const settings = settingsOn(tried.guidelines, tried.interpretations, last)
  if (settings === undefined) return cast
  // The guideline's own counts say what is to be made: what they miss in a year without a single visit.
  const { findings } = evaluate({ ...tried, programme: cast, today: last })
  const wanted = findings.flatMap((finding): readonly Wanted[] => {
    const { least, done } = finding.values
    return finding.kind === 'visits.count' && typeof least === 'number' && typeof done === 'number' && least > done
      ? [{ finding, missing: least - done }]
      : []
  })
  const firstBy = findings.flatMap(({ kind, values }) =>
    kind === 'visits.count' && typeof values.lastDay === 'number' ? [values.lastDay as Day] : [],
  )
  const latestFirst = firstBy.length === 0 ? undefined : (Math.min(...firstBy) as Day)
  return { ...cast, ...madeUpYear({ cast, epoch, settings, wanted, latestFirst, period, draw: drawingFrom(seed) }) }
}

/** Returns a committee of which nothing is known but whose guideline it is, to make a year up for. */
export function committeeOf({ issuer }: Guideline): Programme {
  return programmeSchema.parse({
    municipality: { name: issuer.municipality ?? 'Provkommunen (påhittad)' },
    committee: { id: 'committee', name: issuerName(issuer) },
  })
}

const nothing = { guidelines: [], interpretations: [], feeRules: [] }

function withoutVisits(programme: Programme, { from, until }: { readonly from: Day; readonly until: Day }): Programme {
  const none = { visits: [], reports: [], claims: [], decisions: [], otherPaid: [] }
  const term = programme.term ?? { from: yearPeriod(termStart(from)).from, until: yearPeriod(termStart(from) + 4).from }
  return { ...programme, ...none, synthetic: true, period: { from, until }, term }
}

/** Terms of office begin in the year after a general election: 2023, 2027 … */
function termStart(day: Day): number {
  const year = yearOf(day)
  return year - ((((year - 2023) % 4) + 4) % 4)
}
