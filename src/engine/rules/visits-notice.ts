import { z } from 'zod'
import { addDays, type Day } from '../../kernel/date.ts'
import type { VisitFacts } from '../facts.ts'
import { openCode } from '../programme.ts'
import { meet } from './apart.ts'
import { broken, type CompiledRule, defineRule, type Run, unanswered, unansweredSentences } from './kind.ts'
import { forms, formsAsk, formsEnglish, formsSwedish, isOfForm } from './visits-forms.ts'

const values = z.strictObject({
  /** Before the visit, at least; 0 for the same day. */
  days: z.union([z.literal('silent'), z.int().min(0).max(366)]),
  /** `never`: the visit is unannounced, and whoever tells of it before its day breaks the rule. */
  given: z.enum(['before', 'never']).default('before'),
  /** What the notice tells. */
  says: z.array(openCode.meta({ examples: ['purpose', 'participants', 'topics', 'length', 'audiences'] })).default([]),
  forms,
})
type Rule = CompiledRule<z.infer<typeof values>>

/** How long before a visit notice of it is given, and what the notice says. Where no notice is noted, the earliest invitation is it. */
export const visitsNotice = defineRule({
  kind: 'visits.notice',
  title: { sv: 'Förvarning', en: 'Notice' },
  ask: {
    days: {
      sv: 'Hur många dagar i förväg meddelas ett besök?',
      en: 'How many days before is notice of a visit given?',
    },
    given: {
      sv: 'Meddelas besöket i förväg, eller är det oanmält?',
      en: 'Is notice of the visit given, or is it unannounced?',
      choices: {
        before: { sv: 'det meddelas i förväg', en: 'notice is given' },
        never: { sv: 'det är oanmält', en: 'it is unannounced' },
      },
    },
    says: { sv: 'Vad ska meddelandet innehålla?', en: 'What does the notice say?' },
    forms: formsAsk,
  },
  once: true,
  values,
  collides: (one, other) => (one.given !== other.given && meet(one.forms, other.forms) ? ['given'] : []),
  check: ({ days, given, says }) =>
    given === 'never' && (days !== 0 || says.length > 0)
      ? [
          {
            parameter: 'given',
            message: 'of an unannounced visit nothing is said before it',
            mend: 'write days: 0 without says, or given: before',
          },
        ]
      : [],
  visit(run, rule, visit) {
    if ((!visit.happened && !visit.ahead) || !isOfForm(visit, rule.values.forms)) return
    if (rule.values.given === 'never') return judgeUnannounced(run, rule, visit)
    if (rule.values.days === 'silent') {
      return run.emit(rule, 'cannot-tell', 'unanswered', {
        subject: visit.subject,
        related: visit.related,
        day: visit.day,
        missing: unanswered(rule, 'days'),
      })
    }
    judgeTime(run, rule, visit, rule.values.days)
    if (rule.values.says.length > 0) judgeContent(run, rule, visit)
  },
  describe: {
    sv: ({ days, given, says, forms: those }, words) =>
      given === 'never'
        ? `Besöket är oanmält: det meddelas inte i förväg.${formsSwedish(those, words)}`
        : `${days === 'silent' ? 'Hur långt i förväg ett besök meddelas är inte sagt.' : `Ett besök meddelas senast ${days === 0 ? 'samma dag' : `${days} ${days === 1 ? 'dag' : 'dagar'} i förväg`}.`}${says.length === 0 ? '' : ` Meddelandet anger ${words.labels(says)}.`}${formsSwedish(those, words)}`,
    en: ({ days, given, says, forms: those }, words) =>
      given === 'never'
        ? `The visit is unannounced: no notice of it is given.${formsEnglish(those, words)}`
        : `${days === 'silent' ? 'How long before a visit notice is given is not said.' : `Notice of a visit is given ${days === 0 ? 'no later than the same day' : `at least ${days} ${days === 1 ? 'day' : 'days'} before`}.`}${says.length === 0 ? '' : ` The notice states ${words.labels(says)}.`}${formsEnglish(those, words)}`,
  },
  sentences: {
    sv: {
      ...unansweredSentences.sv,
      unannounced: () => 'Besöket var oanmält, som riktlinjen anger.',
      announced: (say) => `Besöket skulle vara oanmält men meddelades ${say.day('noticeOn')}.`,
      'in-time': (say) => `Besöket meddelades ${say.day('noticeOn')}, ${daysSwedish(say.number('before'))} i förväg.`,
      short: (say) =>
        `Besöket meddelades ${say.day('noticeOn')}, ${daysSwedish(say.number('before'))} i förväg; det ska vara minst ${daysSwedish(say.number('days'))}.`,
      'to-give': (say) => `Besöket ska meddelas senast ${say.day('lastDay')}.`,
      'not-given': (say) => `Besöket skulle ha meddelats senast ${say.day('lastDay')}.`,
      'not-noted': () => 'Det är inte antecknat när besöket meddelades.',
      complete: () => 'Meddelandet om besöket innehåller det som riktlinjen anger.',
      incomplete: (say) => `Meddelandet om besöket saknar ${say.labels('unsaid')}.`,
      'content-not-noted': () => 'Det är inte antecknat vad meddelandet om besöket innehöll.',
    },
    en: {
      ...unansweredSentences.en,
      unannounced: () => 'The visit was unannounced, as the guideline says.',
      announced: (say) => `The visit was to be unannounced, but notice was given on ${say.day('noticeOn')}.`,
      'in-time': (say) => `Notice was given on ${say.day('noticeOn')}, ${daysEnglish(say.number('before'))} before.`,
      short: (say) =>
        `Notice was given on ${say.day('noticeOn')}, ${daysEnglish(say.number('before'))} before; it is to be at least ${daysEnglish(say.number('days'))}.`,
      'to-give': (say) => `Notice of the visit is to be given by ${say.day('lastDay')}.`,
      'not-given': (say) => `Notice of the visit was to be given by ${say.day('lastDay')}.`,
      'not-noted': () => 'It is not noted when notice of the visit was given.',
      complete: () => 'The notice of the visit says what the guideline asks for.',
      incomplete: (say) => `The notice of the visit does not state ${say.labels('unsaid')}.`,
      'content-not-noted': () => 'It is not noted what the notice of the visit said.',
    },
  },
})

/** What is told on the day itself, at the door, is no notice. */
function judgeUnannounced(run: Run, rule: Rule, visit: VisitFacts): void {
  const noticeOn = visit.visit.notice?.on
  const isAnnounced = noticeOn !== undefined && noticeOn < visit.day
  if (!isAnnounced && !visit.happened) return
  run.emit(rule, isAnnounced ? broken(rule) : 'satisfied', isAnnounced ? 'announced' : 'unannounced', {
    subject: visit.subject,
    related: visit.related,
    day: visit.day,
    values: { noticeOn },
  })
}

function judgeTime(run: Run, rule: Rule, visit: VisitFacts, days: number): void {
  const lastDay = addDays(visit.day, -days)
  const noticeOn = noticeOf(visit)
  const about = {
    subject: visit.subject,
    related: visit.related,
    day: visit.day,
    values: { days, lastDay, noticeOn, before: noticeOn === undefined ? undefined : visit.day - noticeOn },
  } as const
  if (noticeOn !== undefined) {
    const inTime = noticeOn <= lastDay
    run.emit(rule, inTime ? 'satisfied' : broken(rule), inTime ? 'in-time' : 'short', about)
  } else if (visit.happened) {
    run.emit(rule, 'cannot-tell', 'not-noted', { ...about, missing: [{ what: 'fact', fact: 'notice' }] })
  } else {
    const isLate = run.today > lastDay
    run.emit(rule, isLate ? broken(rule) : 'due', isLate ? 'not-given' : 'to-give', about)
  }
}

function judgeContent(run: Run, rule: Rule, visit: VisitFacts): void {
  const about = { subject: visit.subject, related: visit.related, day: visit.day } as const
  const { notice } = visit.visit
  if (notice === undefined) {
    // Before the visit the notice that is due says it all; afterwards an invitation tells nothing of its content.
    if (visit.happened || noticeOf(visit) !== undefined)
      run.emit(rule, 'cannot-tell', 'content-not-noted', { ...about, missing: [{ what: 'fact', fact: 'notice' }] })
    return
  }
  const unsaid = rule.values.says.filter((it) => !notice.says.includes(it))
  run.emit(rule, unsaid.length === 0 ? 'satisfied' : broken(rule), unsaid.length === 0 ? 'complete' : 'incomplete', {
    ...about,
    values: { unsaid },
  })
}

function noticeOf({ visit }: VisitFacts): Day | undefined {
  if (visit.notice !== undefined) return visit.notice.on
  let earliest: Day | undefined
  for (const { on } of visit.invitations) if (earliest === undefined || on < earliest) earliest = on
  return earliest
}

function daysSwedish(count: number): string {
  return count === 1 ? '1 dag' : `${count} dagar`
}

function daysEnglish(count: number): string {
  return count === 1 ? '1 day' : `${count} days`
}
