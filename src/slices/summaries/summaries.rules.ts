import {
  type Bloc,
  blocs,
  type CoverageRow,
  type Evaluation,
  type FeeLine,
  type Finding,
  isFee,
  type Names,
  type Outcome,
  type Programme,
  yearCoverage,
} from '../../engine/index.ts'
import type { Facts, VisitFacts, YearFacts } from '../../engine/facts.ts'
import { deliveredOn } from '../../engine/rules/report-delivery.ts'
import { addDays, type Day, yearOf, yearPeriod } from '../../kernel/date.ts'
import { type Ore, sumOre } from '../../kernel/money.ts'

/** A year of the programme, summed up. Ids and codes; names and sentences are put on it where it is shown. */
export type YearSummary = {
  readonly year: number
  readonly visits: {
    readonly held: number
    readonly ahead: number
    readonly units: number
    readonly unitsVisited: number
    readonly unitsWithout: readonly string[]
    /** Held visits at which both the majority and the opposition came. */
    readonly bothBlocs: number
    /** Held visits that both were to come to: where each unit has one contact politician there are none. */
    readonly forBothBlocs: number
  }
  readonly coverage: readonly CoverageRow[]
  readonly balance: readonly BalanceRow[]
  readonly reports: ReportCount
  readonly reached: { readonly visits: number; readonly notNoted: number; readonly audiences: readonly ReachedRow[] }
  readonly departures: readonly Departure[]
}

/** One bloc's part in the year's visits, counted in persons and in persons times visits. */
export type BalanceRow = {
  readonly bloc: Bloc
  readonly persons: number
  readonly invited: number
  readonly accepted: number
  readonly attended: number
}

export type ReportCount = {
  readonly expected: number
  readonly written: number
  readonly oral: number
  /** Visits that nobody has reported yet, the longest ago first. */
  readonly missing: readonly string[]
}

/** How many of the visits that noted it met this kind of people. */
export type ReachedRow = { readonly audience: string; readonly met: number; readonly noted: number }

/** Every time in the year that one rule was broken, or not followed, in the same way. */
export type Departure = {
  readonly rule: string
  readonly kind: string
  readonly source: string
  readonly clause: string
  readonly force: Finding['force']
  readonly bearer: Finding['bearer']
  readonly outcome: 'breached' | 'deviates'
  readonly findings: readonly Finding[]
}

export type YearInput = {
  /** The programme indexed under its rules. */
  readonly facts: Facts
  readonly evaluation: Evaluation
  readonly year: number
  /** The audiences that the guideline names, shown even when no visit reached them. */
  readonly audiences: readonly string[]
}

/** Returns the year summed up: the evaluation's own findings counted together, never judged anew. */
export function summarise({ facts, evaluation, year, audiences }: YearInput): YearSummary {
  const ofYear = facts.years.find((it) => it.year === year)
  const held = (ofYear?.visits ?? []).filter(({ happened }) => happened)
  return {
    year,
    visits: visitCount(facts, year, ofYear, held),
    coverage: [...yearCoverage(evaluation, year)].sort((a, b) => urgency[b.outcome] - urgency[a.outcome]),
    balance: balance(facts, year, ofYear, held),
    reports: reportCount(facts, held),
    reached: reached(held, audiences),
    departures: departures(evaluation, year),
  }
}

/** Returns the years that can be chosen, the latest first: this one and each with a visit. */
export function summaryYears(programme: Programme, today: Day): readonly number[] {
  const years = new Set([yearOf(today), ...programme.visits.map(({ day }) => yearOf(day))])
  return [...years].sort((a, b) => b - a)
}

/** Returns the day whose guideline speaks for the year: its last, for the running year today. */
export function dayThatSpeaksFor(year: number, today: Day): Day {
  const { from, until } = yearPeriod(year)
  return Math.min(until - 1, Math.max(today, from)) as Day
}

export type YearFees = {
  /** Sums of what is payable by the kind of fee, in the order they first come. */
  readonly kinds: readonly { readonly feeKind: string; readonly count: number; readonly amount: Ore }[]
  readonly payable: Ore
  readonly exported: Ore
  /** Fees that wait for a report, a decision or an answer. */
  readonly open: number
}

/** Returns the year's fees in öre, by the day of the visit. */
export function yearFees({
  programme,
  evaluation,
  year,
}: Pick<YearInput, 'evaluation' | 'year'> & { readonly programme: Programme }): YearFees {
  const lines = evaluation.feeLines.filter((line) => isFee(line) && yearOf(line.day) === year)
  const payable = lines.filter(({ outcome }) => outcome === 'payable')
  const days = new Map(programme.visits.map(({ id, day }) => [id, day]))
  const exported = programme.claims.flatMap(({ visit, exported: sent }) => {
    const day = days.get(visit)
    return sent !== undefined && day !== undefined && yearOf(day) === year ? [sent.amount] : []
  })
  return {
    kinds: [...Map.groupBy(payable, ({ feeKind }) => feeKind ?? '')].map(([feeKind, of]) => ({
      feeKind,
      count: of.length,
      amount: sumOre(of.map(({ amount }) => amount)),
    })),
    payable: sumOre(payable.map(({ amount }) => amount)),
    exported: sumOre(exported),
    open: lines.filter(isOpen).length,
  }
}

function isOpen({ outcome }: FeeLine): boolean {
  return outcome === 'waiting' || outcome === 'needs-decision' || outcome === 'cannot-tell'
}

/** Returns what a row is about: a person at a place, a unit, an area, a group, or all groups together. */
export function coverageLabel(row: CoverageRow, names: Names, say: CoverageWords): string {
  const { person, unit, area, group } = row
  const place = unit === undefined ? area && names({ type: 'area', id: area }) : names({ type: 'unit', id: unit })
  if (person !== undefined) {
    const name = names({ type: 'person', id: person })
    return place === undefined ? name : say.personAt(name, place)
  }
  return place ?? (group === undefined ? say.committeeAsAWhole : names({ type: 'group', id: group }))
}

type CoverageWords = {
  readonly committeeAsAWhole: string
  readonly personAt: (person: string, place: string) => string
}

/** How loudly an outcome asks to be seen; the greatest first. */
const urgency: { readonly [O in Outcome]: number } = {
  breached: 5,
  deviates: 4,
  'needs-decision': 3,
  'cannot-tell': 2,
  due: 1,
  satisfied: 0,
}

function visitCount(
  facts: Facts,
  year: number,
  ofYear: YearFacts | undefined,
  held: readonly VisitFacts[],
): YearSummary['visits'] {
  const { from, until } = yearPeriod(year)
  const units = facts.programme.units.filter(
    (unit) => (unit.from === undefined || unit.from < until) && (unit.until === undefined || unit.until > from),
  )
  const visited = new Set(held.flatMap((visit) => visit.units.map(({ id }) => id)))
  const hasBothBlocs = (people: readonly { readonly person: string }[]) => {
    const present = new Set(people.map(({ person }) => facts.persons.get(person)?.bloc))
    return present.has('majority') && present.has('opposition')
  }
  return {
    held: held.length,
    ahead: (ofYear?.visits ?? []).filter(({ ahead }) => ahead).length,
    units: units.length,
    unitsVisited: units.filter(({ id }) => visited.has(id)).length,
    unitsWithout: units.filter(({ id }) => !visited.has(id)).map(({ id }) => id),
    bothBlocs: held.filter(({ attendees }) => hasBothBlocs(attendees)).length,
    forBothBlocs: held.filter(({ attendees, visit }) => hasBothBlocs([...visit.invitations, ...attendees])).length,
  }
}

function balance(
  facts: Facts,
  year: number,
  ofYear: YearFacts | undefined,
  held: readonly VisitFacts[],
): readonly BalanceRow[] {
  const contacts = contactsOf(facts, year)
  const invitations = (ofYear?.visits ?? []).flatMap(({ visit }) => visit.invitations)
  const came = held.flatMap(({ attendees }) => attendees)
  const rows = blocs.map((bloc) => {
    const isOurs = (person: string) => facts.persons.get(person)?.bloc === bloc
    const invited = invitations.filter(({ person }) => isOurs(person))
    return {
      bloc,
      persons: [...contacts].filter(isOurs).length,
      invited: invited.length,
      accepted: invited.filter(({ answer }) => answer === 'accepted').length,
      attended: came.filter(({ person }) => isOurs(person)).length,
    }
  })
  // Where nobody stands outside the blocs there is nothing to show of them.
  return rows.filter(({ bloc, persons, invited, attended }) => bloc !== 'unaligned' || persons + invited + attended > 0)
}

/** Those who are contact politicians at some time in the year, by appointment, in a group, or because everyone is. */
function contactsOf({ programme, everyoneOn }: Facts, year: number): ReadonlySet<string> {
  const { from, until } = yearPeriod(year)
  const runs = (it: { readonly from: Day; readonly until?: Day | undefined }) =>
    it.from < until && (it.until === undefined || it.until > from)
  return new Set([
    ...programme.appointments.filter(runs).map(({ person }) => person),
    ...programme.groups.filter(runs).flatMap(({ members }) => members.filter(runs).map(({ person }) => person)),
    ...daysFrom(from, until).flatMap(everyoneOn),
  ])
}

function daysFrom(from: Day, until: Day): readonly Day[] {
  return Array.from({ length: until - from }, (_, index) => addDays(from, index))
}

function reportCount(facts: Facts, held: readonly VisitFacts[]): ReportCount {
  const expected = held.filter(({ visit }) => visit.form === 'visit')
  const delivered = expected.flatMap((visit) => {
    const report = visit.reports.find((it) => deliveredOn(facts, it) !== undefined)
    return report === undefined ? [] : [{ visit: visit.id, form: report.form }]
  })
  const reported = new Set(delivered.map(({ visit }) => visit))
  return {
    expected: expected.length,
    written: delivered.filter(({ form }) => form === 'written').length,
    oral: delivered.filter(({ form }) => form === 'oral').length,
    missing: expected.filter(({ id }) => !reported.has(id)).map(({ id }) => id),
  }
}

function reached(held: readonly VisitFacts[], named: readonly string[]): YearSummary['reached'] {
  const ordinary = held.filter(({ visit }) => visit.form === 'visit')
  const noted = ordinary.filter(({ visit }) => visit.met.length > 0)
  const audiences = new Set([...named, ...noted.flatMap(({ visit }) => visit.met.map(({ audience }) => audience))])
  return {
    visits: ordinary.length,
    notNoted: ordinary.length - noted.length,
    audiences: [...audiences].map((audience) => {
      const asked = noted.flatMap(({ visit }) => visit.met.filter((it) => it.audience === audience))
      return { audience, met: asked.filter(({ met }) => met).length, noted: noted.length }
    }),
  }
}

/** Breaches before deviations; within each in the order of the guideline's evaluation. */
function departures({ findings }: Evaluation, year: number): readonly Departure[] {
  const found = findings.filter((it): it is DepartingFinding => departs(it) && yearOfFinding(it) === year)
  const grouped = Map.groupBy(found, ({ source, rule, kind, outcome }) => [source, rule, kind, outcome].join(' '))
  const all = [...grouped.values()].flatMap((of) => {
    const [first] = of
    if (first === undefined) return []
    const { rule, kind, source, clause, force, bearer, outcome } = first
    return [{ rule, kind, source, clause, force, bearer, outcome, findings: of }]
  })
  return all.sort((a, b) => urgency[b.outcome] - urgency[a.outcome])
}

type DepartingFinding = Finding & { readonly outcome: 'breached' | 'deviates' }

function departs({ outcome }: Finding): boolean {
  return outcome === 'breached' || outcome === 'deviates'
}

/** A count names its year; everything else is of the day it is about. */
function yearOfFinding({ values, day }: Finding): number | undefined {
  if (typeof values.year === 'number') return values.year
  return day === undefined ? undefined : yearOf(day)
}

/** Whether the rows count the times that managers call, whether or not the visits come about. */
export function countsCalls(rows: readonly Pick<CoverageRow, 'finding'>[]): boolean {
  return rows.length > 0 && rows.every(({ finding }) => finding.values.counts === 'calls')
}
