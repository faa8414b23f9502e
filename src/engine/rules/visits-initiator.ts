import { capital } from '../../kernel/language.ts'
import { z } from 'zod'
import type { VisitFacts } from '../facts.ts'
import {
  broken,
  type CompiledRule,
  defineRule,
  type Run,
  unanswered,
  unansweredSentences,
  type ValueProblem,
} from './kind.ts'
import { judgeConsulted } from './visits-consulted.ts'
import {
  forms,
  formsAsk,
  formsEnglish,
  formsSwedish,
  isMonthDay,
  isOfForm,
  monthDay,
  monthDayMend,
  role,
} from './visits-forms.ts'
import { isTakenOver, judgeTakingOver, takesOverEnglish, takesOverSwedish } from './visits-takes-over.ts'

const values = z.strictObject({
  by: z.union([z.literal('silent'), role]),
  /** Others who may do so side by side with the first. */
  also: z.array(role).default([]),
  inConsultationWith: z.array(role).default([]),
  /** Whether a visit that somebody else takes up is against the rule. A duty to call keeps nobody else from it. */
  others: z.enum(['allowed', 'not-allowed']).default('not-allowed'),
  /** Who is next when nothing has happened for a unit by a day of the year, or so many days after its year began. */
  takesOver: z
    .strictObject({ by: role, on: monthDay.optional(), afterDays: z.int().min(1).max(366).optional() })
    .optional(),
  forms,
})
export type InitiatorValues = z.infer<typeof values>

/** Who takes the first step towards a visit: contacts and books, or calls and invites. */
export const visitsInitiator = defineRule({
  kind: 'visits.initiator',
  title: { sv: 'Vem som tar initiativ', en: 'Who takes the initiative' },
  ask: {
    by: { sv: 'Vem tar initiativ till ett besök?', en: 'Who takes the initiative to a visit?' },
    also: { sv: 'Vilka fler kan göra det, vid sidan av?', en: 'Who else may do so, side by side?' },
    inConsultationWith: { sv: 'I samråd med vilka?', en: 'In consultation with whom?' },
    others: {
      sv: 'Får också någon annan ta upp ett besök?',
      en: 'May somebody else take up a visit too?',
      help: {
        sv: 'Att chefen ska kalla hindrar inte att kontaktpolitikern hör av sig först.',
        en: 'That the manager is to call does not keep the contact politician from getting in touch first.',
      },
      choices: {
        allowed: { sv: 'ja', en: 'yes' },
        'not-allowed': { sv: 'nej, det bryter mot regeln', en: 'no, that is against the rule' },
      },
    },
    takesOver: {
      sv: 'Vem tar över om inget har hänt för en enhet?',
      en: 'Who takes over when nothing has happened for a unit?',
    },
    'takesOver.by': { sv: 'Vem tar över?', en: 'Who takes over?' },
    'takesOver.on': {
      sv: 'Vilken dag på året, om inget har hänt till och med den?',
      en: 'On which day of the year, when nothing has happened by then?',
      help: { sv: 'Månad och dag, till exempel 05-01.', en: 'Month and day, for example 05-01.' },
    },
    'takesOver.afterDays': {
      sv: 'Eller efter hur många dagar?',
      en: 'Or after how many days?',
      help: {
        sv: 'Räknas från årets början, eller från den dag då enheten fick sin kontaktpolitiker.',
        en: 'Counted from the beginning of the year, or from the day on which the unit got its contact politician.',
      },
    },
    forms: formsAsk,
  },
  once: true,
  values,
  check: problemsOf,
  visit(run, rule, visit) {
    // A placement is asked for, and a meeting is invited to, in its own way.
    if (!isOfForm(visit, rule.values.forms)) return
    const { by } = rule.values
    if (by === 'silent') {
      return run.emit(rule, 'cannot-tell', 'unanswered', {
        subject: visit.subject,
        related: visit.related,
        day: visit.day,
        missing: unanswered(rule, 'by'),
      })
    }
    const code = codeOf(run, rule, visit)
    run.emit(rule, code === 'other-initiator' ? broken(rule) : 'satisfied', code, {
      subject: visit.subject,
      related: visit.related,
      day: visit.day,
      values: {
        by: rule.values.also.length === 0 ? by : [by, ...rule.values.also],
        initiatedBy: visit.visit.initiated.by,
      },
    })
    if (code === 'initiated') judgeConsulted(run, rule, visit, visit.visit.initiated.consulted)
  },
  year(run, rule, year) {
    if (rule.values.takesOver !== undefined) judgeTakingOver(run, rule, rule.values.takesOver, year)
  },
  describe: {
    sv: ({ by, also, inConsultationWith: consulted, others, takesOver, forms: those }, words) =>
      [
        by === 'silent'
          ? 'Vem som tar initiativ till besök är inte sagt.'
          : by === 'politician' && also.length === 0
            ? `Kontaktpolitikern kontaktar enhetens chef och bokar besöket${inConsultation('i samråd med', words.labels(consulted))}.`
            : `Besök inleds av ${words.either([by, ...also].map(words.label))}, som kallar eller bjuder in${inConsultation('i samråd med', words.labels(consulted))}.`,
        others === 'allowed' ? 'Det hindrar ingen annan från att ta upp ett besök.' : '',
        takesOver === undefined ? '' : takesOverSwedish(takesOver, words),
        formsSwedish(those, words).trimStart(),
      ]
        .filter((it) => it !== '')
        .join(' '),
    en: ({ by, also, inConsultationWith: consulted, others, takesOver, forms: those }, words) =>
      [
        by === 'silent'
          ? 'Who takes the initiative to a visit is not said.'
          : by === 'politician' && also.length === 0
            ? `The contact politician contacts the unit's manager and books the visit${inConsultation('in consultation with', words.labels(consulted))}.`
            : `${capital(words.either([by, ...also].map(words.label)))} begins a visit by calling or inviting${inConsultation('in consultation with', words.labels(consulted))}.`,
        others === 'allowed' ? 'That keeps nobody else from taking up a visit.' : '',
        takesOver === undefined ? '' : takesOverEnglish(takesOver, words),
        formsEnglish(those, words).trimStart(),
      ]
        .filter((it) => it !== '')
        .join(' '),
  },
  sentences: {
    sv: {
      ...unansweredSentences.sv,
      initiated: (say) => `Besöket togs upp av ${say.labels('initiatedBy')}, som riktlinjen anger.`,
      'taken-over': (say) => `Besöket togs upp av ${say.labels('initiatedBy')}, som tar över när inget har hänt i tid.`,
      'by-other': (say) =>
        `Besöket togs upp av ${say.labels('initiatedBy')}. Riktlinjen säger att ${say.labels('by')} gör det, men hindrar inte andra.`,
      'other-initiator': (say) =>
        `Besöket togs upp av ${say.labels('initiatedBy')}; enligt riktlinjen är det ${say.labels('by')} som gör det.`,
      consulted: (say) => `Besöket togs upp i samråd med ${say.labels('consulted')}.`,
      'not-consulted': (say) => `Besöket togs upp utan samråd med ${say.labels('unasked')}.`,
      'consultation-not-noted': (say) =>
        `Det är inte antecknat om besöket togs upp i samråd med ${say.labels('unasked')}.`,
      'step-taken': (say) => `För ${say.subject} togs ett besök upp ${say.day('stepOn')}, i tid.`,
      'step-taken-late': (say) =>
        `För ${say.subject} togs ett besök upp ${say.day('stepOn')}, efter att ${say.labels('next')} hade tagit över ${say.day('lastDay')}.`,
      'step-due': (say) =>
        `För ${say.subject} har inget hänt under ${say.number('year')}. Händer inget senast ${say.day('lastDay')} tar ${say.labels('next')} över.`,
      'take-over-due': (say) =>
        `För ${say.subject} hade inget hänt ${say.day('lastDay')}. Nu är det ${say.labels('next')} som tar initiativ.`,
      'not-taken-over': (say) =>
        `För ${say.subject} hände inget under ${say.number('year')}: ${say.labels('next')} skulle ha tagit över ${say.day('lastDay')}.`,
      'part-year': (say) =>
        `För ${say.subject} är inget känt under ${say.number('year')}, men uppgifterna täcker bara en del av året.`,
    },
    en: {
      ...unansweredSentences.en,
      initiated: (say) => `The visit was taken up by ${say.labels('initiatedBy')}, as the guideline says.`,
      'taken-over': (say) =>
        `The visit was taken up by ${say.labels('initiatedBy')}, who takes over when nothing has happened in time.`,
      'by-other': (say) =>
        `The visit was taken up by ${say.labels('initiatedBy')}. The guideline says that ${say.labels('by')} does so, but keeps nobody else from it.`,
      'other-initiator': (say) =>
        `The visit was taken up by ${say.labels('initiatedBy')}; by the guideline it is ${say.labels('by')} who does so.`,
      consulted: (say) => `The visit was taken up in consultation with ${say.labels('consulted')}.`,
      'not-consulted': (say) => `The visit was taken up without consulting ${say.labels('unasked')}.`,
      'consultation-not-noted': (say) =>
        `It is not noted whether the visit was taken up in consultation with ${say.labels('unasked')}.`,
      'step-taken': (say) => `For ${say.subject} a visit was taken up on ${say.day('stepOn')}, in time.`,
      'step-taken-late': (say) =>
        `For ${say.subject} a visit was taken up on ${say.day('stepOn')}, after ${say.labels('next')} had taken over on ${say.day('lastDay')}.`,
      'step-due': (say) =>
        `For ${say.subject} nothing has happened in ${say.number('year')}. If nothing happens by ${say.day('lastDay')}, ${say.labels('next')} takes over.`,
      'take-over-due': (say) =>
        `For ${say.subject} nothing had happened by ${say.day('lastDay')}. It is now for ${say.labels('next')} to take the initiative.`,
      'not-taken-over': (say) =>
        `For ${say.subject} nothing happened in ${say.number('year')}: ${say.labels('next')} was to take over on ${say.day('lastDay')}.`,
      'part-year': (say) =>
        `For ${say.subject} nothing is known of ${say.number('year')}, but what is known covers a part of the year only.`,
    },
  },
})

function codeOf(
  run: Run,
  rule: CompiledRule<InitiatorValues>,
  visit: VisitFacts,
): 'initiated' | 'taken-over' | 'by-other' | 'other-initiator' {
  const { by, also, others, takesOver, forms: those } = rule.values
  const initiatedBy = visit.visit.initiated.by
  if (initiatedBy === by || also.includes(initiatedBy)) return 'initiated'
  if (takesOver?.by === initiatedBy && isTakenOver(run, { takesOver, forms: those }, visit)) return 'taken-over'
  return others === 'allowed' ? 'by-other' : 'other-initiator'
}

function problemsOf({ by, also, takesOver }: InitiatorValues): readonly ValueProblem[] {
  const problems: ValueProblem[] = []
  if (also.includes(by) || new Set(also).size < also.length)
    problems.push({ parameter: 'also', message: 'somebody is named twice', mend: 'name each of them once' })
  if (takesOver === undefined) return problems
  const { on, afterDays } = takesOver
  if (by === takesOver.by || also.includes(takesOver.by))
    problems.push({
      parameter: 'takesOver',
      message: 'nobody takes over from themselves',
      mend: 'name somebody who does not take the initiative already',
    })
  if ((on === undefined) === (afterDays === undefined))
    problems.push({
      parameter: 'takesOver',
      message: on === undefined ? 'it is not said when somebody takes over' : 'two times are given',
      mend: 'write one of on and afterDays',
    })
  if (on !== undefined && !isMonthDay(on))
    problems.push({ parameter: 'takesOver', message: `"${on}" is no day of every year`, mend: monthDayMend })
  return problems
}

function inConsultation(how: string, whom: string): string {
  return whom === '' ? '' : ` ${how} ${whom}`
}
