import { addDays, civilFromDay, type Day, isoFromDay, weekdayOf } from '../kernel/date.ts'
import { isoTimeOfDay, minutes } from '../kernel/clock-time.ts'
import type { Drawing } from '../kernel/drawing.ts'
import { type Epoch, rulesOf } from './compile.ts'
import { appointedTo, type Facts, indexProgramme, isOpen, membersOn } from './facts.ts'
import type { Finding } from './finding.ts'
import { type Programme, type Unit, type Visit, visitSchema } from './programme.ts'
import { visitsNotice } from './rules/visits-notice.ts'
import type { Settings } from './settings.ts'
import { eligiblePersons } from './synthetic-cast.ts'
import { paperworkOf } from './synthetic-paperwork.ts'

/** A count that a year without visits misses, and by how much. */
export type Wanted = { readonly finding: Finding; readonly missing: number }

export type MakeUp = {
  readonly cast: Programme
  readonly epoch: Epoch
  readonly settings: Settings
  readonly wanted: readonly Wanted[]
  /** The day on which the first visits are to have been made, when the guideline says. */
  readonly latestFirst: Day | undefined
  readonly period: { readonly from: Day; readonly until: Day }
  readonly draw: Drawing
}

/** Returns visits as the counts ask for, with their reports, claims and decisions. Some are not as they should be. */
export function madeUpYear(input: MakeUp): Pick<Programme, 'visits' | 'reports' | 'claims' | 'decisions'> {
  const facts = indexProgramme(input.cast, input.period.from)
  const eligible = eligiblePersons(input.cast.persons, input.epoch, input.period.from).map(({ id }) => id)
  const plans: Plan[] = []
  for (const wanted of input.wanted) plans.push(...plansFor({ ...input, facts, eligible }, wanted, plans))
  const extra = plans
    .filter(() => input.draw.chance(0.08))
    .map((plan) => ({ ...plan, day: addDays(plan.day, 35), extra: true }))
  const kept = [...plans.filter(() => !input.draw.chance(0.03)), ...extra]
    .map((plan) => ({ ...plan, day: workingDay(plan.day, input) }))
    .sort((one, other) => one.day - other.day)
  const visits = kept.map((plan, at) => visitFor(input, plan, `synthetic-visit-${String(at + 1).padStart(3, '0')}`))
  const extras = new Set(visits.filter((_, at) => kept[at]?.extra === true).map(({ id }) => id))
  return { visits, ...paperworkOf(input, visits, extras) }
}

/** A visit to be made: who goes where, and on about which day. */
type Plan = {
  readonly form: string
  readonly series: string | undefined
  readonly unit: Unit
  readonly group: string | undefined
  readonly persons: readonly string[]
  readonly day: Day
  readonly length: number
  /** Beyond what the counts ask for. */
  readonly extra: boolean
}

type Planning = MakeUp & { readonly facts: Facts; readonly eligible: readonly string[] }

function plansFor(input: Planning, { finding, missing }: Wanted, made: readonly Plan[]): readonly Plan[] {
  const { cast, period, settings, facts, eligible } = input
  const { form, series, counts, half, quarter, month } = finding.values
  const length = lengthOf(String(counts), settings)
  const worth = counts === 'hours' ? length / 60 : 1
  const span = spanWithin(period, { half, quarter, month })
  const already = made.filter((plan) => isFor(plan, finding, span)).length * worth
  const count = Math.ceil((missing - already) / worth)
  const units = unitsFor(input, finding)
  if (count <= 0 || units.length === 0) return []
  return Array.from({ length: count }, (_, at): Plan => {
    // A little more than a whole turn further on for each count, so that units and days differ between them.
    const turn = made.length + at
    const unit = units[turn % units.length] as Unit
    const day = dayFor(input, span, at, count)
    const group = groupFor(cast, finding, day, turn)
    const members = group === undefined ? appointedTo(facts, { unit: unit.id }, day) : membersOn(group, day)
    const { person } = finding.values
    const some =
      members.length > 0 ? members : [0, 1].flatMap((next) => eligible[(turn * 2 + next) % eligible.length] ?? [])
    return {
      form: typeof form === 'string' ? form : 'visit',
      series: typeof series === 'string' ? series : undefined,
      unit,
      group: group?.id,
      persons: [...new Set([...(typeof person === 'string' ? [person] : []), ...some])],
      day,
      length,
      extra: false,
    }
  })
}

/** Whether a planned visit already counts for what the finding counts. */
function isFor(plan: Plan, { values }: Finding, span: MakeUp['period']): boolean {
  const { person, unit, area, group, form, series } = values
  return (
    plan.form === (form ?? 'visit') &&
    plan.series === series &&
    (person === undefined || plan.persons.includes(String(person))) &&
    (unit === undefined || plan.unit.id === unit) &&
    (area === undefined || plan.unit.area === area) &&
    (group === undefined || plan.group === group) &&
    plan.day >= span.from &&
    plan.day < span.until
  )
}

function spanWithin(
  { from, until }: MakeUp['period'],
  { half, quarter, month }: Readonly<Record<'half' | 'quarter' | 'month', unknown>>,
): MakeUp['period'] {
  const days = until - from
  const part = (index: number, parts: number) => ({
    from: addDays(from, Math.ceil((days / parts) * index)),
    until: addDays(from, Math.floor((days / parts) * (index + 1))),
  })
  if (typeof month === 'number') return part(month - 1, 12)
  if (typeof quarter === 'number') return part(quarter - 1, 4)
  return typeof half === 'number' ? part(half - 1, 2) : { from, until }
}

/** The unit or area that is named, those that the person or group is to visit, or any. */
function unitsFor({ cast, epoch, period, facts }: Planning, { rule, kind, values }: Finding): readonly Unit[] {
  const open = cast.units.filter((unit) => isOpen(unit, period.from) && isOpen(unit, addDays(period.until, -1)))
  const { unit, area, group, person } = values
  if (unit !== undefined) return open.filter(({ id }) => id === unit)
  if (area !== undefined) return open.filter((it) => it.area === area)
  const own = new Set(cast.groups.filter(({ id }) => id === group).flatMap(({ units }) => units))
  if (own.size > 0) return open.filter(({ id }) => own.has(id))
  if (person === undefined) return open
  // Where only different units count, somebody with one unit goes to others too.
  if (epoch.rules.some((it) => it.id === rule && it.kind === kind && it.values.distinctUnits === true)) return open
  const theirs = open.filter(({ id }) => appointedTo(facts, { unit: id }, period.from).includes(String(person)))
  return theirs.length > 0 ? theirs : open
}

/** The group that is named, or one after the other where all are counted together. */
function groupFor(
  { groups }: Programme,
  { values }: Finding,
  day: Day,
  turn: number,
): Programme['groups'][number] | undefined {
  const open = groups.filter((group) => membersOn(group, day).length > 0)
  return values.group === undefined ? open[turn % open.length] : open.find(({ id }) => id === values.group)
}

/** Spread over the time, with some days' play; the first of them before the day that the guideline names. */
function dayFor({ latestFirst, draw }: MakeUp, span: MakeUp['period'], at: number, count: number): Day {
  const days = span.until - span.from
  const even = addDays(span.from, Math.floor((days * (at + 0.5)) / count) + draw.between(-15, 15))
  const within = Math.min(span.until - 12, Math.max(span.from + 14, even)) as Day
  return at === 0 && latestFirst !== undefined && latestFirst > span.from + 20 && !draw.chance(0.15)
    ? (Math.min(within, latestFirst - draw.between(1, 14)) as Day)
    : within
}

/** Not on a Saturday, a Sunday or in July, and not after the year. */
function workingDay(day: Day, { period }: MakeUp): Day {
  const within = Math.min(day, period.until - 12) as Day
  const outside = civilFromDay(within).month === 7 ? addDays(within, 35) : within
  const weekday = weekdayOf(outside)
  return weekday > 5 ? addDays(outside, 8 - weekday) : outside
}

function lengthOf(counts: string, { visits }: Settings): number {
  if (counts === 'days') return 480
  if (counts === 'half-days') return 240
  const { value } = visits.mostMinutes
  return value === 'silent' ? 120 : Math.min(120, value)
}

function visitFor({ settings, epoch, draw }: MakeUp, plan: Plan, id: string): Visit {
  const { day, persons } = plan
  const iso = (after: number) => isoFromDay(addDays(day, after))
  const start = 9 * 60 + draw.between(0, 8) * 30
  const end = Math.min(1439, start + plan.length + (draw.chance(0.1) ? draw.between(3, 8) * 30 : 0))
  const state = draw.chance(0.03) ? 'missed' : draw.chance(0.02) ? 'cancelled' : 'held'
  const came = persons.length > 1 && draw.chance(0.12) ? persons.slice(0, -1) : persons
  const time = { start: isoTimeOfDay(minutes(start)), end: isoTimeOfDay(minutes(end)) }
  const { initiators, planner, audiences, withRelativesCouncil } = settings.visits
  const [right = 'politician'] = initiators.value === 'silent' ? [] : initiators.value
  const wrong = right === 'manager' ? 'politician' : 'manager'
  const says = rulesOf(epoch, visitsNotice).flatMap(({ values }) => values.says)
  return visitSchema.parse({
    id,
    form: plan.form,
    ...(plan.series === undefined ? {} : { series: plan.series }),
    units: [plan.unit.id],
    ...(plan.group === undefined ? {} : { group: plan.group }),
    day: iso(0),
    ...time,
    state,
    initiated: {
      by: draw.chance(0.08) ? wrong : right,
      on: iso(-45),
      ...(persons[0] === undefined ? {} : { person: persons[0] }),
    },
    notice: { on: iso(draw.chance(0.1) ? -3 : -40), says },
    invitations: persons.map((person) => ({ person, on: iso(-40), answer: 'accepted', answeredOn: iso(-35) })),
    planned: { by: planner.value === 'silent' ? 'manager' : planner.value, on: iso(-14) },
    ...(draw.chance(0.05) ? {} : { confirmed: { on: iso(-12) } }),
    ...(withRelativesCouncil.value === true ? { withRelativesCouncil: !draw.chance(0.2) } : {}),
    prepared: persons.filter(() => draw.chance(0.85)).map((person) => ({ person, on: iso(-2) })),
    ...(plan.extra && draw.chance(0.6) ? { specialReason: 'Påhittat skäl till ett extra besök' } : {}),
    attendance: state === 'held' ? came.map((person) => ({ person, ...time })) : [],
    met:
      state === 'held'
        ? [...new Set(audiences.map(({ audience }) => audience))].map((audience) => ({
            audience,
            met: !draw.chance(0.12),
          }))
        : [],
  })
}
