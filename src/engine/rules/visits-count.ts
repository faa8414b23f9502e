import { z } from 'zod'
import { isWithin } from '../../kernel/date.ts'
import type { Subject } from '../finding.ts'
import { isOpen, overlaps, type VisitFacts, type YearFacts } from '../facts.ts'
import {
  broken,
  type CompiledRule,
  defineRule,
  orSilent,
  type Run,
  type Say,
  unanswered,
  unansweredSentences,
} from './kind.ts'

const values = z.strictObject({
  least: z.int().min(0).max(366),
  most: z.int().min(1).max(366).optional(),
  per: orSilent(['person', 'person-and-unit', 'unit', 'group', 'all-groups']),
  /** `calls`: times the manager calls, whether or not the visit comes about. */
  counts: z.enum(['visits', 'calls']).default('visits'),
  /** Only visits to different units count. */
  distinctUnits: z.boolean().default(false),
  /** Another rule says what more visits take. */
  moreByOtherRule: z.boolean().default(false),
})
type Values = z.infer<typeof values>

/** How many visits are to be made in a calendar year. */
export const visitsCount = defineRule({
  kind: 'visits.count',
  values,
  check: ({ least, most }) =>
    most !== undefined && least > most
      ? [{ parameter: 'least', message: `at least ${least} is more than at most ${most}`, mend: 'exchange the two' }]
      : [],
  year(run, rule, year) {
    if (rule.values.per === 'silent') {
      return run.emit(rule, 'cannot-tell', 'unanswered', {
        subject: { type: 'committee', id: run.facts.programme.committee.id },
        values: { year: year.year },
        missing: unanswered(rule, 'per'),
      })
    }
    for (const counted of countedIn(run, rule.values, year)) judge(run, rule, year, counted)
  },
  describe: {
    sv: ({ least, most, per, counts, distinctUnits }, words) =>
      counts === 'calls'
        ? `Enhetens chef kallar kontaktpolitikern till besök ${words.range(least, most)} gånger per kalenderår.`
        : `${whoSwedish[per]} ${words.range(least, most)} verksamhetsbesök per kalenderår${per === 'person-and-unit' ? ' hos sin kontaktenhet' : ''}${distinctUnits ? ', på olika enheter' : ''}.`,
    en: ({ least, most, per, counts, distinctUnits }, words) =>
      counts === 'calls'
        ? `The unit's manager calls the contact politician to a visit ${words.range(least, most)} times per calendar year.`
        : `${whoEnglish[per]} ${words.range(least, most)} visits per calendar year${per === 'person-and-unit' ? ' to the own unit' : ''}${distinctUnits ? ', to different units' : ''}.`,
  },
  sentences: {
    sv: {
      ...unansweredSentences.sv,
      reached: (say) =>
        `${didSwedish(say)} ${say.number('done')} besök${at(say)} under ${say.number('year')}; riktlinjen säger ${say.words.range(say.number('least'), most(say.number('most')))}.`,
      remaining: (say) =>
        `${didSwedish(say)} ${say.number('done')} av minst ${say.number('least')} besök${at(say)} under ${say.number('year')}${say.number('booked') > 0 ? ` och ${say.number('booked')} inbokade` : ''}.`,
      'too-few': (say) =>
        `${isOfCalls(say) ? didSwedish(say) : `${say.subject} kom till`} ${say.number('done')} av minst ${say.number('least')} besök${at(say)} under ${say.number('year')}.`,
      'too-many': (say) =>
        `${didSwedish(say)} ${say.number('done')} besök${at(say)} under ${say.number('year')}, fler än de ${say.number('most')} som riktlinjen räknar med.`,
      'part-year-many': (say) =>
        `${say.subject} har ${say.number('done')} besök${at(say)} under ${say.number('year')}, fler än ${say.number('most')}, men regeln gällde bara en del av året och riktlinjen säger inte om de övriga besöken räknas.`,
      'part-year': (say) =>
        `${didSwedish(say)} ${say.number('done')} av minst ${say.number('least')} besök${at(say)} under ${say.number('year')}, men regeln eller uppdraget gällde bara en del av året och riktlinjen säger inte hur ett delår räknas.`,
    },
    en: {
      ...unansweredSentences.en,
      reached: (say) =>
        `${didEnglish(say)} ${say.number('done')} ${say.number('done') === 1 ? 'visit' : 'visits'}${at(say)} in ${say.number('year')}; the guideline says ${say.words.range(say.number('least'), most(say.number('most')))}.`,
      remaining: (say) =>
        `${didEnglish(say)} ${say.number('done')} of at least ${say.number('least')} visits${at(say)} in ${say.number('year')}${say.number('booked') > 0 ? ` and ${say.number('booked')} booked` : ''}.`,
      'too-few': (say) =>
        `${isOfCalls(say) ? didEnglish(say) : `${say.subject} had`} ${say.number('done')} of at least ${say.number('least')} visits${at(say)} in ${say.number('year')}.`,
      'too-many': (say) =>
        `${didEnglish(say)} ${say.number('done')} visits${at(say)} in ${say.number('year')}, more than the ${say.number('most')} that the guideline expects.`,
      'part-year-many': (say) =>
        `${say.subject} has ${say.number('done')} visits${at(say)} in ${say.number('year')}, more than ${say.number('most')}, but the rule held for part of the year only and the guideline does not say whether the other visits count.`,
      'part-year': (say) =>
        `${isOfCalls(say) ? didEnglish(say) : `${say.subject} had`} ${say.number('done')} of at least ${say.number('least')} visits${at(say)} in ${say.number('year')}, but the rule or the appointment held for part of the year only and the guideline does not say how a part of a year counts.`,
    },
  },
})

const whoSwedish = {
  person: 'Varje kontaktpolitiker gör',
  'person-and-unit': 'Varje kontaktpolitiker gör',
  unit: 'Varje enhet får',
  group: 'Varje besöksgrupp gör',
  'all-groups': 'Grupperna gör tillsammans',
  silent: 'Det görs',
} as const
const whoEnglish = {
  person: 'Each contact politician makes',
  'person-and-unit': 'Each contact politician makes',
  unit: 'Each unit receives',
  group: 'Each visiting group makes',
  'all-groups': 'The groups together make',
  silent: 'There are',
} as const

function isOfCalls(say: Say): boolean {
  return say.finding.values.counts === 'calls'
}

/** What is counted is the manager's calls, which are no visits yet. */
function didSwedish(say: Say): string {
  return isOfCalls(say) ? `Chefen för ${say.subject} har kallat till` : `${say.subject} har`
}

function didEnglish(say: Say): string {
  return isOfCalls(say) ? `The manager of ${say.subject} has called to` : `${say.subject} has`
}

/** Says at which unit or area, where the count is for a person there. */
function at(say: Say): string {
  if (say.finding.values.per !== 'person-and-unit') return ''
  const place = say.finding.values.unit === undefined ? say.name('area', 'area') : say.name('unit', 'unit')
  return say.words.language === 'sv' ? ` hos ${place}` : ` to ${place}`
}

/** A sentence gets a number for `most`; none is -1 there. */
function most(value: number): number | undefined {
  return value < 0 ? undefined : value
}

type Counted = {
  readonly subject: Subject
  readonly related: readonly Subject[]
  readonly visits: readonly VisitFacts[]
  /** What is counted lasted through the whole year. */
  readonly allYear: boolean
  readonly ids: { readonly person?: string; readonly unit?: string; readonly area?: string; readonly group?: string }
}

function judge(run: Run, rule: CompiledRule<Values>, year: YearFacts, counted: Counted): void {
  const { least, counts } = rule.values
  const ordinary = counted.visits.filter(
    (it) => it.visit.form === 'visit' && (counts === 'visits' || it.visit.initiated.by === 'manager'),
  )
  const done = doneOf(ordinary, rule.values, counted)
  const booked = counts === 'calls' ? 0 : ordinary.filter((it) => it.ahead).length
  const ended = year.until <= run.today
  const covered = year.coveredFrom === undefined || year.coveredFrom <= year.from
  const wholeYear = covered && counted.allYear && run.heldAllYear(rule, year.year)
  const { most } = rule.values
  const over = most !== undefined && done > most && !rule.values.moreByOtherRule
  // Visits from before the rule held, or under another version of it, are no excess by this one.
  const excess =
    over &&
    doneOf(
      ordinary.filter((it) => run.heldOn(rule, it.day)),
      rule.values,
      counted,
    ) > most
  const code = excess
    ? 'too-many'
    : over
      ? 'part-year-many'
      : done >= least
        ? 'reached'
        : !ended
          ? 'remaining'
          : wholeYear
            ? 'too-few'
            : 'part-year'
  const outcome =
    code === 'reached'
      ? 'satisfied'
      : code === 'remaining'
        ? 'due'
        : code === 'part-year' || code === 'part-year-many'
          ? 'cannot-tell'
          : broken(rule)
  run.emit(rule, outcome, code, {
    subject: counted.subject,
    related: counted.related,
    values: {
      ...counted.ids,
      year: year.year,
      per: rule.values.per,
      counts,
      done,
      booked,
      least,
      most: most ?? -1,
    },
    ...(code === 'part-year' ? { missing: [{ what: 'fact', fact: 'part-year-minimum' }] } : {}),
    ...(code === 'part-year-many' ? { missing: [{ what: 'fact', fact: 'part-year-maximum' }] } : {}),
  })
}

/** One occasion at several units counts for each of them. */
function doneOf(visits: readonly VisitFacts[], { counts, distinctUnits }: Values, { ids }: Counted): number {
  if (counts === 'calls') return visits.filter((it) => it.visit.state !== 'cancelled').length
  const held = visits.filter((it) => it.happened)
  if (!distinctUnits || ids.unit !== undefined) return held.length
  return new Set(held.flatMap((it) => it.units.map((at) => at.id))).size
}

function countedIn(run: Run, { per, counts }: Values, year: YearFacts): readonly Counted[] {
  if (per === 'person') return persons(run, year)
  if (per === 'person-and-unit') return personsAndUnits(run, year)
  if (per === 'group' || per === 'all-groups') return groups(run, year, per)
  const units = run.facts.programme.units.filter(
    (unit) => run.covers(unit) && (counts === 'calls' ? hasContactPolitician(run, unit, year) : isOpenIn(unit, year)),
  )
  return units.map((unit) => ({
    subject: { type: 'unit', id: unit.id },
    related: [],
    visits: year.byUnit.get(unit.id) ?? [],
    ids: { unit: unit.id },
    allYear: isOpen(unit, year.from) && (unit.until === undefined || unit.until >= year.until),
  }))
}

function persons(run: Run, year: YearFacts): readonly Counted[] {
  const found: Counted[] = []
  for (const person of run.facts.programme.persons) {
    const assigned = [
      ...(run.facts.appointmentsByPerson.get(person.id) ?? []),
      ...(run.facts.groupsByPerson.get(person.id) ?? []),
    ].filter((it) => overlaps(it, year))
    if (assigned.length === 0) continue
    const allYear = assigned.some((it) => it.from <= year.from && (it.until === undefined || it.until >= year.until))
    found.push({
      subject: { type: 'person', id: person.id },
      related: [],
      visits: year.byPerson.get(person.id) ?? [],
      ids: { person: person.id },
      allYear,
    })
  }
  return found
}

/** A later appointment of the same person to the same unit continues the earlier one. */
function personsAndUnits(run: Run, year: YearFacts): readonly Counted[] {
  const found = new Map<string, Counted>()
  for (const appointment of run.facts.programme.appointments) {
    if (!overlaps(appointment, year)) continue
    const { person, unit, area } = appointment
    const key = `${person} ${unit ?? ''} ${area ?? ''}`
    const allYear =
      appointment.from <= year.from && (appointment.until === undefined || appointment.until >= year.until)
    if (found.has(key) && !allYear) continue
    const own = (year.byPerson.get(person) ?? []).filter((it) =>
      unit === undefined ? it.areas.includes(area ?? '') : it.units.some((at) => at.id === unit),
    )
    const object: Subject = unit === undefined ? { type: 'area', id: area ?? '' } : { type: 'unit', id: unit }
    found.set(key, {
      subject: { type: 'person', id: person },
      related: [object],
      visits: own,
      allYear,
      ids: { person, [object.type]: object.id },
    })
  }
  return [...found.values()]
}

function groups(run: Run, year: YearFacts, per: 'group' | 'all-groups'): readonly Counted[] {
  const open = run.facts.programme.groups.filter((group) => overlaps(group, year))
  const each = open.map(
    (group): Counted => ({
      subject: { type: 'group', id: group.id },
      related: [],
      visits: year.byGroup.get(group.id) ?? [],
      ids: { group: group.id },
      allYear: isWithin(year.from, group) && (group.until === undefined || group.until >= year.until),
    }),
  )
  if (per === 'group' || each.length === 0) return each
  return [
    {
      subject: { type: 'committee', id: run.facts.programme.committee.id },
      related: each.map((it) => it.subject),
      ids: {},
      visits: each.flatMap((it) => it.visits),
      allYear: each.every((it) => it.allYear),
    },
  ]
}

function hasContactPolitician(
  run: Run,
  unit: { readonly id: string; readonly area?: string | undefined },
  year: YearFacts,
): boolean {
  const own = run.facts.appointmentsByUnit.get(unit.id) ?? []
  const shared = unit.area === undefined ? [] : (run.facts.appointmentsByArea.get(unit.area) ?? [])
  return own.some((it) => overlaps(it, year)) || shared.some((it) => overlaps(it, year))
}

function isOpenIn(unit: Parameters<typeof overlaps>[0], year: YearFacts): boolean {
  return overlaps(unit, year)
}
