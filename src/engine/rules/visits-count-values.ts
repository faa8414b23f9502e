import { z } from 'zod'
import { localised, orSilent, type ValueProblem } from './kind.ts'
import { openCode } from '../programme.ts'
import { isMonthDay, monthDay, monthDayMend, visitForm } from './visits-forms.ts'

/** What the rule of a series of visits says: which visits, how many, for each what and in which time. */
export const countValues = z.strictObject({
  /** A series of its own. A visit that names a series counts for that one alone; one that names none counts by its form. */
  series: openCode.optional(),
  name: localised.optional(),
  form: visitForm.default('visit'),
  least: z.int().min(0).max(1000),
  most: z.int().min(1).max(1000).optional(),
  per: orSilent(['person', 'person-and-unit', 'unit', 'group', 'all-groups', 'committee']),
  /** `calls`: times the manager calls, whether or not the visit comes about. `hours`, `days` and `half-days` are counted from attendance. */
  counts: z.enum(['visits', 'calls', 'half-days', 'days', 'hours']).default('visits'),
  /** A visit up to and including so many minutes is half a day; a longer one is a whole day. */
  halfDayMinutes: z.int().min(1).max(1440).optional(),
  period: z.enum(['year', 'half-year', 'quarter', 'month', 'term']).default('year'),
  /** Only visits to different units count. */
  distinctUnits: z.boolean().default(false),
  /** The first is made on this day of the year or before it. */
  firstBy: monthDay.optional(),
  /** How a minimum counts where the rule or the appointment held for a part of the time only; without it that cannot be told. */
  partYear: orSilent(['full', 'proportional', 'next-year']).optional(),
  /** Another rule says what more visits take. */
  moreByOtherRule: z.boolean().default(false),
})
export type CountValues = z.infer<typeof countValues>

/** Returns the numbers of two sources that nobody can keep both: at least more of the same series than at most, counted alike. */
export function countsApart(one: CountValues, other: CountValues): readonly string[] {
  const alike = ['series', 'form', 'per', 'counts', 'halfDayMinutes', 'period'] as const
  if (one.per === 'silent' || alike.some((key) => one[key] !== other[key])) return []
  // Two visits to one unit are more than one visit, and still only one unit.
  const exceeds = (low: CountValues, high: CountValues) =>
    high.most !== undefined &&
    !high.moreByOtherRule &&
    (low.distinctUnits || !high.distinctUnits) &&
    low.least > high.most
  return exceeds(one, other) || exceeds(other, one) ? ['least', 'most'] : []
}

/** Returns what cannot be among the values of one series, each with how to mend it. */
export function countProblems(values: CountValues): readonly ValueProblem[] {
  const { least, most, counts, form, halfDayMinutes, distinctUnits, firstBy, period, name, series } = values
  const inDays = counts === 'half-days' || counts === 'days'
  const problems: (ValueProblem & { readonly when: boolean })[] = [
    {
      when: most !== undefined && least > most,
      parameter: 'least',
      message: `at least ${least} is more than at most ${most}`,
      mend: 'exchange the two',
    },
    {
      when: inDays && halfDayMinutes === undefined && form !== 'half-day' && form !== 'full-day',
      parameter: 'halfDayMinutes',
      message: 'days are counted, but it is not said how long half a day is',
      mend: 'add halfDayMinutes: 240, for example, or write form: half-day or full-day',
    },
    {
      when: !inDays && halfDayMinutes !== undefined,
      parameter: 'halfDayMinutes',
      message: `half a day has no part where ${counts} are counted`,
      mend: 'take halfDayMinutes away, or write counts: half-days',
    },
    {
      when: distinctUnits && (inDays || counts === 'hours'),
      parameter: 'distinctUnits',
      message: `different units are counted as visits, not as ${counts}`,
      mend: 'take distinctUnits away, or write counts: visits',
    },
    {
      when: firstBy !== undefined && !isMonthDay(firstBy),
      parameter: 'firstBy',
      message: `"${firstBy}" is no day of every year`,
      mend: monthDayMend,
    },
    {
      when: firstBy !== undefined && period !== 'year',
      parameter: 'firstBy',
      message: 'a day of the year is given, but the count does not run over the calendar year',
      mend: 'take firstBy away, or write period: year',
    },
    {
      when: firstBy !== undefined && least === 0,
      parameter: 'firstBy',
      message: 'at least 0 are to be made, so none of them is due on a day',
      mend: 'write least: 1, or take firstBy away',
    },
    {
      when: name !== undefined && series === undefined,
      parameter: 'name',
      message: 'a name is given, but no series that it is the name of',
      mend: 'add series, or take name away',
    },
  ]
  return problems.filter((it) => it.when)
}
