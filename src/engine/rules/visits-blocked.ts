import { z } from 'zod'
import { addDays, isWithin } from '../../kernel/date.ts'
import type { VisitFacts } from '../facts.ts'
import { bothBind } from './apart.ts'
import { broken, type CompiledRule, defineRule, type Run } from './kind.ts'

const values = z.strictObject({
  /** The unit's own blocked days. */
  own: z.boolean().default(true),
  /** So many days before a general election, and the day of the election itself. */
  beforeElectionDays: z.int().min(1).max(366).optional(),
})
type Rule = CompiledRule<z.infer<typeof values>>

/** Days on which nobody visits: the unit's own, and those before an election. */
export const visitsBlocked = defineRule({
  kind: 'visits.blocked',
  title: { sv: 'Spärrade dagar', en: 'Blocked days' },
  ask: {
    own: { sv: 'Kan en enhet spärra egna dagar för besök?', en: 'Can a unit block days of its own?' },
    beforeElectionDays: {
      sv: 'Hur många dagar före ett val görs inga besök?',
      en: 'For how many days before an election are no visits made?',
      help: {
        sv: 'Valdagen räknas också. Lämna tomt om val inte spelar in.',
        en: 'The day of the election counts too.',
      },
    },
  },
  once: true,
  values,
  collides: bothBind,
  check: ({ own, beforeElectionDays }) =>
    own || beforeElectionDays !== undefined
      ? []
      : [{ parameter: 'own', message: 'no days are blocked', mend: 'write own: true, or beforeElectionDays' }],
  visit(run, rule, visit) {
    if (!visit.happened && !visit.ahead) return
    const openForUnits = !rule.values.own || judgeUnits(run, rule, visit)
    const openForElection = judgeElection(run, rule, visit)
    if (openForUnits && openForElection)
      run.emit(rule, 'satisfied', 'open', { subject: visit.subject, related: visit.related, day: visit.day })
  },
  describe: {
    sv: ({ own, beforeElectionDays: days }) =>
      `Inga besök görs ${[own ? 'de dagar som enheten har spärrat' : '', days === undefined ? '' : `från och med ${days} dagar före ett val till och med valdagen`].filter((it) => it !== '').join(' eller ')}.`,
    en: ({ own, beforeElectionDays: days }) =>
      `No visits are made ${[own ? 'on days that the unit has blocked' : '', days === undefined ? '' : `from ${days} days before an election through the day of the election`].filter((it) => it !== '').join(' or ')}.`,
  },
  sentences: {
    sv: {
      open: () => 'Besöket ligger inte på en spärrad dag.',
      'unit-blocked': (say) =>
        `${say.name('unit', 'unit')} tar inte emot besök den dagen${say.text('reason') === '' ? '' : `: ${say.text('reason')}`}.`,
      'before-election': (say) =>
        `Besöket ligger inom ${say.number('days')} dagar före valet ${say.day('electionDay')}, då inga besök görs.`,
      'elections-unknown': () => 'Det är inte angett när det är val, så det går inte att avgöra om dagen är spärrad.',
    },
    en: {
      open: () => 'The visit is not on a blocked day.',
      'unit-blocked': (say) =>
        `${say.name('unit', 'unit')} receives no visits on that day${say.text('reason') === '' ? '' : `: ${say.text('reason')}`}.`,
      'before-election': (say) =>
        `The visit is within ${say.number('days')} days before the election on ${say.day('electionDay')}, when no visits are made.`,
      'elections-unknown': () => 'It is not known when elections are, so it cannot be told whether the day is blocked.',
    },
  },
})

/** Returns whether every unit receives visits on the day, and tells of those that do not. */
function judgeUnits(run: Run, rule: Rule, visit: VisitFacts): boolean {
  let open = true
  for (const unit of visit.units) {
    const period = unit.blocked.find((it) => isWithin(visit.day, it))
    if (period === undefined) continue
    open = false
    run.emit(rule, broken(rule), 'unit-blocked', {
      subject: visit.subject,
      related: [{ type: 'unit', id: unit.id }],
      day: visit.day,
      values: { unit: unit.id, reason: period.reason },
    })
  }
  return open
}

/** Returns whether no election is near, and tells of one that is, or that none is known. */
function judgeElection(run: Run, rule: Rule, visit: VisitFacts): boolean {
  const days = rule.values.beforeElectionDays
  if (days === undefined) return true
  const { elections } = run.facts.programme
  const election = elections.find((it) => visit.day <= it && visit.day >= addDays(it, -days))
  if (elections.length > 0 && election === undefined) return true
  const about = { subject: visit.subject, related: visit.related, day: visit.day } as const
  if (election === undefined)
    run.emit(rule, 'cannot-tell', 'elections-unknown', { ...about, missing: [{ what: 'fact', fact: 'elections' }] })
  else run.emit(rule, broken(rule), 'before-election', { ...about, values: { days, electionDay: election } })
  return false
}
