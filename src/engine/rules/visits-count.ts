import type { Day } from '../../kernel/date.ts'
import type { YearFacts } from '../facts.ts'
import { type Ask, type CompiledRule, defineRule, type Run, unanswered } from './kind.ts'
import { describeEnglish, describeSwedish } from './visits-count-describe.ts'
import { judgeCount, judgeFirst } from './visits-count-judge.ts'
import { sentencesEnglish, sentencesSwedish } from './visits-count-sentences.ts'
import { countingsIn, holdingOf } from './visits-count-spans.ts'
import { countedIn } from './visits-count-subjects.ts'
import { countProblems, countsApart, countValues, type CountValues } from './visits-count-values.ts'
import { dayInYear } from './visits-forms.ts'

const ask: Readonly<Record<string, Ask>> = {
  series: {
    sv: 'Är det en egen serie av besök, bredvid andra?',
    en: 'Is it a series of visits of its own, beside others?',
    help: {
      sv: 'En kod, till exempel oanmälda. Ett besök som anger en serie räknas bara i den; annars räknas det efter sin form.',
      en: 'A code, for example unannounced. A visit that names a series counts in that one alone; otherwise it counts by its form.',
    },
  },
  name: { sv: 'Vad heter serien?', en: 'What is the series called?' },
  form: { sv: 'Vilken form av besök gäller det?', en: 'Which form of visit is it about?' },
  least: {
    sv: 'Hur många ska göras under tiden, minst?',
    en: 'How many are to be made in the time, at least?',
  },
  most: { sv: 'Hur många görs som mest?', en: 'How many are made at most?' },
  per: {
    sv: 'För vad räknas de?',
    en: 'For each what are they counted?',
    choices: {
      person: { sv: 'varje kontaktpolitiker', en: 'each contact politician' },
      'person-and-unit': {
        sv: 'varje kontaktpolitiker hos varje enhet',
        en: 'each contact politician at each unit',
      },
      unit: { sv: 'varje enhet', en: 'each unit' },
      group: { sv: 'varje besöksgrupp', en: 'each visiting group' },
      committee: { sv: 'hela nämnden', en: 'the whole committee' },
    },
  },
  counts: {
    sv: 'Vad är det som räknas?',
    en: 'What is counted?',
    choices: {
      visits: { sv: 'besök som har gjorts', en: 'visits made' },
      calls: { sv: 'chefens kallelser', en: "the manager's calls" },
      'half-days': { sv: 'halva dagar', en: 'half days' },
      days: { sv: 'hela dagar', en: 'whole days' },
      hours: { sv: 'timmar', en: 'hours' },
    },
  },
  halfDayMinutes: {
    sv: 'Hur långt besök är en halv dag, som mest?',
    en: 'How long a visit is half a day, at most?',
    help: { sv: 'Ett längre besök är en hel dag.', en: 'A longer visit is a whole day.' },
  },
  period: {
    sv: 'Under vilken tid?',
    en: 'In which time?',
    choices: {
      year: { sv: 'kalenderår', en: 'calendar year' },
      'half-year': { sv: 'halvår', en: 'half-year' },
      quarter: { sv: 'kvartal', en: 'quarter' },
      month: { sv: 'kalendermånad', en: 'calendar month' },
      term: { sv: 'mandatperiod', en: 'term of office' },
    },
  },
  distinctUnits: { sv: 'Räknas bara besök hos olika enheter?', en: 'Do only visits to different units count?' },
  firstBy: {
    sv: 'Vilken dag på året ska det första senast vara gjort?',
    en: 'By which day of the year is the first to be made?',
    help: { sv: 'Månad och dag, till exempel 04-30.', en: 'Month and day, for example 04-30.' },
  },
  partYear: {
    sv: 'Hur räknas det minsta antalet när regeln eller uppdraget började under tiden?',
    en: 'How does the minimum count when the rule or the appointment began within the time?',
    help: {
      sv: 'Lämna tomt om riktlinjen inte säger det; då går det inte att avgöra.',
      en: 'Leave it empty where the guideline does not say; then it cannot be told.',
    },
    choices: {
      full: { sv: 'helt', en: 'in full' },
      proportional: {
        sv: 'i andel, avrundat nedåt till helt antal',
        en: 'by its share, rounded down to a whole number',
      },
      'next-year': { sv: 'inte alls, först nästa gång', en: 'not at all, first the next time' },
    },
  },
  moreByOtherRule: {
    sv: 'Säger en annan regel vad som krävs för fler?',
    en: 'Does another rule say what more of them take?',
  },
}

/** How many visits of one series are to be made: for each what, and in which time. */
export const visitsCount = defineRule({
  kind: 'visits.count',
  title: { sv: 'Antal besök', en: 'Number of visits' },
  ask,
  values: countValues,
  check: countProblems,
  collides: countsApart,
  year(run, rule, year) {
    const committee = { type: 'committee', id: run.facts.programme.committee.id } as const
    if (rule.values.per === 'silent') {
      return run.emit(rule, 'cannot-tell', 'unanswered', {
        subject: committee,
        values: { year: year.year },
        missing: unanswered(rule, 'per'),
      })
    }
    const countings = countingsIn(run, rule.values, year)
    if (countings === undefined) {
      return run.emit(rule, 'cannot-tell', 'term-unknown', {
        subject: committee,
        values: { year: year.year },
        missing: [{ what: 'fact', fact: 'term' }],
      })
    }
    const firstBy = rule.values.firstBy === undefined ? undefined : dayInYear(year.year, rule.values.firstBy)
    for (const counting of countings) judgeAll(run, rule, year, counting, firstBy)
  },
  describe: { sv: describeSwedish, en: describeEnglish },
  sentences: { sv: sentencesSwedish, en: sentencesEnglish },
})

function judgeAll(
  run: Run,
  rule: CompiledRule<CountValues>,
  year: YearFacts,
  counting: NonNullable<ReturnType<typeof countingsIn>>[number],
  firstBy: Day | undefined,
): void {
  const holding = holdingOf(run, rule, counting.span, year)
  for (const counted of countedIn(run, rule.values, counting.span)) {
    const about = { rule, year, counting, holding, counted }
    judgeCount(run, about)
    if (firstBy !== undefined) judgeFirst(run, about, firstBy)
  }
}
