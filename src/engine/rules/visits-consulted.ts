import type { VisitFacts } from '../facts.ts'
import { broken, type CompiledRule, type Run } from './kind.ts'

/**
 * Tells whether those who are to be consulted about a visit were: `consulted`, `not-consulted` when others were noted
 * and not they, and `consultation-not-noted` when nothing is noted of any. Nothing where nobody is to be consulted.
 */
export function judgeConsulted(
  run: Run,
  rule: CompiledRule<{ readonly inConsultationWith: readonly string[] }>,
  visit: VisitFacts,
  consulted: readonly string[],
): void {
  const wanted = rule.values.inConsultationWith
  if (wanted.length === 0) return
  const unasked = wanted.filter((it) => !consulted.includes(it))
  const about = {
    subject: visit.subject,
    related: visit.related,
    day: visit.day,
    values: { consulted: wanted, unasked },
  } as const
  if (unasked.length === 0) run.emit(rule, 'satisfied', 'consulted', about)
  else if (consulted.length > 0) run.emit(rule, broken(rule), 'not-consulted', about)
  else
    run.emit(rule, 'cannot-tell', 'consultation-not-noted', {
      ...about,
      missing: [{ what: 'fact', fact: 'consulted' }],
    })
}
