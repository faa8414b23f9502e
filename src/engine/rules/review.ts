import { z } from 'zod'
import { addDays, civilFromDay, type Day, dayOf, isWithin } from '../../kernel/date.ts'
import type { GuidelineLife } from '../facts.ts'
import { dayField } from '../programme.ts'
import { broken, defineRule, type Run, type ValueProblem } from './kind.ts'

const values = z.strictObject({
  /** `years`: so many years from the adoption, then from each review; `trial-end`: before the guideline's own end. */
  every: z.enum(['term', 'date', 'years', 'trial-end']),
  on: dayField.optional(),
  years: z.int().min(1).max(20).optional(),
  /** So many days before, it is said to be due. Left out, it is due all the time. */
  remindDays: z.int().min(1).max(1000).optional(),
})
type Values = z.infer<typeof values>

/** When the guideline itself is followed up. */
export const review = defineRule({
  kind: 'review',
  title: { sv: 'Uppföljning av riktlinjen', en: 'Review of the guideline' },
  ask: {
    every: {
      sv: 'När ska riktlinjen följas upp?',
      en: 'When is the guideline reviewed?',
      choices: {
        term: { sv: 'en gång per mandatperiod', en: 'once per term of office' },
        date: { sv: 'senast en viss dag', en: 'by a certain day' },
        years: { sv: 'med ett antal års mellanrum', en: 'every so many years' },
        'trial-end': { sv: 'innan försöket tar slut', en: 'before the trial ends' },
      },
    },
    on: { sv: 'Senast vilken dag?', en: 'By which day?' },
    years: { sv: 'Efter hur många år?', en: 'After how many years?' },
    remindDays: {
      sv: 'Hur många dagar innan ska nämnden påminnas?',
      en: 'How many days before is the committee reminded?',
      help: {
        sv: 'Utelämna talet om uppföljningen ska stå bland det som är att göra hela tiden.',
        en: 'Leave the number out if the review is to stand among what is to be done all the time.',
      },
    },
  },
  values,
  check: reviewProblems,
  committee(run, rule) {
    const subject = { type: 'guideline', id: rule.source } as const
    const { every, remindDays } = rule.values
    const deadline = deadlines[every](run, rule.values, run.facts.lifeOf(rule.source))
    if ('unknown' in deadline)
      return run.emit(rule, 'cannot-tell', deadline.unknown, {
        subject,
        missing: [{ what: 'fact', fact: deadline.fact }],
      })
    const { dueOn, lastDay, made } = deadline
    const remindOn = remindDays === undefined ? undefined : addDays(dueOn, -remindDays)
    const isReminded = remindOn === undefined || run.today >= remindOn
    const codes = codesOf[every]
    const overdue = run.today > lastDay
    const done = made !== undefined && !(every === 'years' && remindOn !== undefined && isReminded)
    const code = done ? 'reviewed' : overdue ? codes.overdue : isReminded ? codes.due : 'not-yet'
    run.emit(rule, done || code === 'not-yet' ? 'satisfied' : overdue ? broken(rule) : 'due', code, {
      subject,
      day: run.today,
      values: { dueOn, remindOn, reviewedOn: made?.on, result: made?.outcome },
    })
  },
  describe: {
    sv: ({ every, on, years, remindDays }, words) =>
      `Riktlinjen följs upp ${every === 'term' ? 'en gång per mandatperiod' : every === 'date' ? `senast ${words.day(on ?? 0)}` : every === 'years' ? `${years === 1 ? 'varje år' : `med ${words.neuter(years ?? 0)} års mellanrum`}, räknat från beslutet` : 'innan försöket tar slut'}${remindDays === undefined ? '' : `; påminnelse kommer ${remindDays === 1 ? 'en dag' : `${remindDays} dagar`} innan`}.`,
    en: ({ every, on, years, remindDays }, words) =>
      `The guideline is followed up ${every === 'term' ? 'once per term of office' : every === 'date' ? `by ${words.day(on ?? 0)}` : every === 'years' ? `every ${years === 1 ? 'year' : `${years} years`}, counted from the decision` : 'before the trial ends'}${remindDays === undefined ? '' : `; a reminder comes ${remindDays === 1 ? 'one day' : `${remindDays} days`} before`}.`,
  },
  sentences: {
    sv: {
      'term-unknown': () => 'När riktlinjen ska följas upp går inte att avgöra: mandatperioden saknas.',
      'start-unknown': () =>
        'När riktlinjen ska följas upp går inte att avgöra: varken beslutsdag eller giltighet är angiven.',
      'end-unknown': () =>
        'När försöket ska utvärderas går inte att avgöra: det är inte sagt när riktlinjen slutar gälla.',
      reviewed: (say) => `Riktlinjen följdes upp ${say.day('reviewedOn')}: ${say.text('result')}`,
      'not-yet': (say) =>
        `Riktlinjen ska följas upp senast ${say.day('dueOn')}; påminnelsen kommer ${say.day('remindOn')}.`,
      ahead: (say) => `Riktlinjen ska följas upp före mandatperiodens slut, ${say.day('dueOn')}.`,
      'not-reviewed': (say) => `Riktlinjen följdes inte upp under mandatperioden som slutade ${say.day('dueOn')}.`,
      'due-by': (say) => `Riktlinjen ska följas upp senast ${say.day('dueOn')}.`,
      overdue: (say) => `Riktlinjen skulle ha följts upp senast ${say.day('dueOn')}.`,
      'trial-ends': (say) => `Försöket ska utvärderas innan det tar slut, ${say.day('dueOn')}.`,
      'trial-ended': (say) => `Försöket tog slut ${say.day('dueOn')} utan att ha utvärderats.`,
    },
    en: {
      'term-unknown': () => 'When the guideline is to be followed up cannot be told: the term of office is missing.',
      'start-unknown': () =>
        'When the guideline is to be followed up cannot be told: neither adoption nor validity is stated.',
      'end-unknown': () => 'When the trial is to be evaluated cannot be told: it is not said when the guideline ends.',
      reviewed: (say) => `The guideline was followed up on ${say.day('reviewedOn')}: ${say.text('result')}`,
      'not-yet': (say) =>
        `The guideline is to be followed up by ${say.day('dueOn')}; the reminder comes on ${say.day('remindOn')}.`,
      ahead: (say) => `The guideline is to be followed up before the end of the term of office, ${say.day('dueOn')}.`,
      'not-reviewed': (say) =>
        `The guideline was not followed up in the term of office that ended on ${say.day('dueOn')}.`,
      'due-by': (say) => `The guideline is to be followed up by ${say.day('dueOn')}.`,
      overdue: (say) => `The guideline was to be followed up by ${say.day('dueOn')}.`,
      'trial-ends': (say) => `The trial is to be evaluated before it ends, ${say.day('dueOn')}.`,
      'trial-ended': (say) => `The trial ended on ${say.day('dueOn')} without having been evaluated.`,
    },
  },
})

const codesOf = {
  term: { due: 'ahead', overdue: 'not-reviewed' },
  date: { due: 'due-by', overdue: 'overdue' },
  years: { due: 'due-by', overdue: 'overdue' },
  'trial-end': { due: 'trial-ends', overdue: 'trial-ended' },
} as const

type Deadline =
  | {
      readonly dueOn: Day
      /** The last day on which a review is in time. */
      readonly lastDay: Day
      /** The review that answers for this time round. */
      readonly made?: { readonly on: Day; readonly outcome: string } | undefined
    }
  | { readonly unknown: 'term-unknown' | 'start-unknown' | 'end-unknown'; readonly fact: string }

const deadlines: Readonly<Record<Values['every'], (run: Run, values: Values, life: GuidelineLife) => Deadline>> = {
  term({ facts, today }, _values, { reviews }) {
    const { term } = facts.programme
    if (term === undefined) return { unknown: 'term-unknown', fact: 'term' }
    const made = reviews.find((it) => it.on <= today && isWithin(it.on, term))
    return { dueOn: term.until, lastDay: addDays(term.until, -1), made }
  },
  date({ today }, { on }, life) {
    const dueOn = on as Day
    return { dueOn, lastDay: dueOn, made: latestReview(life, today) }
  },
  years({ today }, { years }, life) {
    const made = latestReview(life, today)
    const from = made?.on ?? life.adoptedOn ?? life.from
    if (from === undefined) return { unknown: 'start-unknown', fact: 'adoption' }
    const { year, month, day } = civilFromDay(from)
    const dueOn = dayOf(year + (years ?? 0), month, day)
    return { dueOn, lastDay: dueOn, made: today <= dueOn ? made : undefined }
  },
  'trial-end'({ today }, _values, life) {
    if (life.until === undefined) return { unknown: 'end-unknown', fact: 'validity.until' }
    const made = latestReview(life, today)
    return { dueOn: life.until, lastDay: addDays(life.until, -1), made }
  },
}

/** What was reviewed before the guideline began to hold was an earlier one. */
function latestReview({ reviews, from }: GuidelineLife, today: Day) {
  return reviews.findLast((it) => it.on <= today && (from === undefined || it.on >= from))
}

function reviewProblems({ every, on, years }: Values): readonly ValueProblem[] {
  const problems: ValueProblem[] = []
  if (every === 'date' && on === undefined)
    problems.push({ parameter: 'on', message: 'it is not said by which day', mend: 'add on: YYYY-MM-DD' })
  if (every === 'years' && years === undefined)
    problems.push({
      parameter: 'years',
      message: 'it is not said after how many years',
      mend: 'add years: with a whole number, for example years: 4',
    })
  if (every !== 'date' && on !== undefined)
    problems.push({
      parameter: 'on',
      message: 'a day is given, but the review is not by a day',
      mend: 'write every: date, or take on away',
    })
  if (every !== 'years' && years !== undefined)
    problems.push({
      parameter: 'years',
      message: 'years are given, but the review is not counted in years',
      mend: 'write every: years, or take years away',
    })
  return problems
}
