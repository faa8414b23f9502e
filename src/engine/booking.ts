import { type Day, isoFromDay } from '../kernel/date.ts'
import { type Result, done, refuse } from '../kernel/result.ts'
import { adoptedBy, type Interpretations } from './interpretations.ts'
import { inForce } from './compile.ts'
import type { Guideline } from './guideline.ts'

/**
 * Returns the guideline under which a visit on the day can be booked, the committee's own before a council's policy,
 * or the refusal `engine.booking.only-proposal` (with the rule and clause that say so) or
 * `engine.booking.no-guideline`. A policy opens no booking while the committee's own guideline is a proposal.
 */
export function bookable(
  guidelines: readonly Guideline[],
  day: Day,
  interpretations: readonly Interpretations[] = [],
): Result<Guideline> {
  const all = adoptedBy(guidelines, interpretations)
  const [guideline] = inForce(all, day)
  const isOwn = guideline?.issuer.committee !== undefined
  const proposal = all.find((it) => it.status === 'proposal' && (guideline === undefined || isCommittees(it)))
  if (guideline !== undefined && (isOwn || proposal === undefined)) return done(guideline)
  if (proposal === undefined) return refuse('engine.booking.no-guideline', { day, date: isoFromDay(day) })
  const rule = proposal.rules.find((it) => it.kind === 'adoption.required')
  return refuse('engine.booking.only-proposal', {
    day,
    date: isoFromDay(day),
    guideline: proposal.id,
    title: proposal.title,
    rule: rule?.id,
    clause: rule?.clause,
  })
}

function isCommittees({ issuer }: Guideline): boolean {
  return issuer.committee !== undefined
}
