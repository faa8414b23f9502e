import { z } from 'zod'
import { addDays, type Day } from '../../kernel/date.ts'
import type { VisitFacts } from '../facts.ts'
import { broken, type CompiledRule, defineRule, type Run } from './kind.ts'

const reasons = ['capacity', 'other'] as const
const values = z.strictObject({
  /** Why a unit may decline; none when it may not. */
  reasons: z.array(z.enum(reasons)),
  /** It then proposes another day within so many days. */
  proposeWithinDays: z.int().min(0).max(366).optional(),
})
type Rule = CompiledRule<z.infer<typeof values>>

/** For which reasons a unit may decline a visit that somebody else has taken up, and how soon it proposes another day. */
export const visitsDecline = defineRule({
  kind: 'visits.decline',
  title: { sv: 'När en enhet säger nej', en: 'When a unit declines' },
  ask: {
    reasons: {
      sv: 'Av vilka skäl kan en enhet tacka nej till ett besök?',
      en: 'For which reasons may a unit decline a visit?',
      help: { sv: 'Lämna tomt om enheten inte kan tacka nej.', en: 'Leave it empty where the unit may not decline.' },
      choices: {
        capacity: { sv: 'verksamheten hinner inte ta emot', en: 'it has no capacity to receive it' },
        other: { sv: 'andra skäl', en: 'other reasons' },
      },
    },
    proposeWithinDays: {
      sv: 'Inom hur många dagar föreslår enheten en annan dag?',
      en: 'Within how many days does the unit propose another day?',
    },
  },
  once: true,
  values,
  check: ({ reasons: allowed, proposeWithinDays }) =>
    allowed.length === 0 && proposeWithinDays !== undefined
      ? [
          {
            parameter: 'proposeWithinDays',
            message: 'a unit that may not decline has no other day to propose',
            mend: 'take proposeWithinDays away, or say for which reasons it may decline',
          },
        ]
      : [],
  visit(run, rule, visit) {
    const { state, initiated, declined } = visit.visit
    // What the operation itself has called to is declined by the politician.
    if (state !== 'declined' || initiated.by === 'manager' || initiated.by === 'administration') return
    const about = { subject: visit.subject, related: visit.related, day: visit.day } as const
    if (declined === undefined) {
      return run.emit(rule, 'cannot-tell', 'not-noted', { ...about, missing: [{ what: 'fact', fact: 'declined' }] })
    }
    const allowed = rule.values.reasons.includes(declined.reason)
    run.emit(rule, allowed ? 'satisfied' : broken(rule), allowed ? 'may-decline' : 'may-not-decline', {
      ...about,
      values: { declinedOn: declined.on, reason: declined.reason },
    })
    if (rule.values.proposeWithinDays !== undefined)
      judgeProposal(run, rule, visit, declined.on, addDays(declined.on, rule.values.proposeWithinDays))
  },
  describe: {
    sv: ({ reasons: allowed, proposeWithinDays: days }) =>
      allowed.length === 0
        ? 'En enhet tackar inte nej till ett besök.'
        : `En enhet kan tacka nej till ett besök ${allowed.map((it) => why[it].sv).join(' eller ')}${days === undefined ? '' : ` och föreslår då en annan dag inom ${days} dagar`}.`,
    en: ({ reasons: allowed, proposeWithinDays: days }) =>
      allowed.length === 0
        ? 'A unit does not decline a visit.'
        : `A unit may decline a visit ${allowed.map((it) => why[it].en).join(' or ')}${days === undefined ? '' : ` and then proposes another day within ${days} days`}.`,
  },
  sentences: {
    sv: {
      'not-noted': () => 'Besöket blev inte av, men det är inte antecknat varför enheten tackade nej.',
      'may-decline': (say) => `Enheten tackade nej ${say.day('declinedOn')}, av ett skäl som riktlinjen godtar.`,
      'may-not-decline': (say) =>
        `Enheten tackade nej ${say.day('declinedOn')}, av ett skäl som riktlinjen inte godtar.`,
      proposed: (say) => `En annan dag föreslogs ${say.day('proposedOn')}.`,
      'to-propose': (say) => `Enheten ska föreslå en annan dag senast ${say.day('lastDay')}.`,
      'not-proposed': (say) =>
        `Ingen annan dag hade föreslagits ${say.day('lastDay')}, som var den sista dagen för det.`,
    },
    en: {
      'not-noted': () => 'The visit did not take place, but it is not noted why the unit declined.',
      'may-decline': (say) => `The unit declined on ${say.day('declinedOn')}, for a reason that the guideline accepts.`,
      'may-not-decline': (say) =>
        `The unit declined on ${say.day('declinedOn')}, for a reason that the guideline does not accept.`,
      proposed: (say) => `Another day was proposed on ${say.day('proposedOn')}.`,
      'to-propose': (say) => `The unit is to propose another day by ${say.day('lastDay')}.`,
      'not-proposed': (say) =>
        `No other day had been proposed by ${say.day('lastDay')}, which was the last day for it.`,
    },
  },
})

const why = {
  capacity: { sv: 'när verksamheten inte hinner ta emot', en: 'when it has no capacity to receive it' },
  other: { sv: 'av andra skäl', en: 'for other reasons' },
} as const

/** Another day has been proposed when somebody has taken up another visit to the unit since. */
function judgeProposal(run: Run, rule: Rule, visit: VisitFacts, from: Day, lastDay: Day): void {
  const others = run.facts.years.flatMap((year) => visit.units.flatMap((unit) => year.byUnit.get(unit.id) ?? []))
  const taken = others.map((it) => it.visit.initiated.on).filter((on, index) => others[index] !== visit && on >= from)
  const first = taken.length === 0 ? undefined : Math.min(...taken)
  const inTime = first !== undefined && first <= lastDay
  const code = inTime ? 'proposed' : run.today <= lastDay ? 'to-propose' : 'not-proposed'
  run.emit(rule, code === 'proposed' ? 'satisfied' : code === 'to-propose' ? 'due' : broken(rule), code, {
    subject: visit.subject,
    related: visit.related,
    day: visit.day,
    values: { proposedOn: first, lastDay },
  })
}
