import type { Finding, Programme } from '../../engine/index.ts'
import type { Visit } from '../../engine/programme.ts'
import type { Day } from '../../kernel/date.ts'
import { decisionsNeeded, evaluateMade } from './extra.rules.ts'

type Rules = Parameters<typeof evaluateMade>[0]

/**
 * Returns what will be said once a visit that is not booked yet has been made. `concerns` are to be read first: a
 * placement beyond the year's hours, or by somebody of whom it is not told whether they may (SNB-06). `fees` are the
 * decisions that its fee will take (SOC-10): they stop no booking.
 */
export function foreseenOf(
  rules: Rules,
  programme: Programme,
  visit: Visit,
  today: Day,
): { readonly concerns: readonly Finding[]; readonly fees: readonly Finding[] } {
  const made = evaluateMade(rules, { ...programme, visits: [...programme.visits, visit] }, visit.id, today)
  const invited = new Set(visit.invitations.map(({ person }) => person))
  const isOfThem = ({ subject, values }: Finding) => subject.id === visit.id || invited.has(String(values.person))
  const concerns = made.findings.filter(
    (it) => visit.form === 'placement' && it.kind === 'visits.placement' && it.outcome !== 'satisfied' && isOfThem(it),
  )
  const needed = decisionsNeeded(visit.id, { now: { findings: [], feeLines: [] }, made }, false)
  return { concerns, fees: needed.filter(({ about }) => about === 'extra-fee').map(({ finding }) => finding) }
}
