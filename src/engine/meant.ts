import type { Day, Period } from '../kernel/date.ts'
import { nobodyStanding, type Standing } from './appointed.ts'
import { type Epoch, rulesOf, type Timeline } from './compile.ts'
import type { Unit } from './programme.ts'
import { appointmentConsent } from './rules/appointment-consent.ts'
import { appointmentEligible, seatsOf } from './rules/appointment-eligible.ts'
import { appointmentExempt } from './rules/appointment-exempt.ts'
import { appointmentObject } from './rules/appointment-object.ts'
import { appointmentProviders } from './rules/appointment-providers.ts'

/** Returns, for any day, who has a part without an appointment or a group. Each stretch of days is worked out once. */
export function standingBy(timeline: Timeline): (day: Day) => Standing {
  const known = new Map<Epoch, Standing>()
  return (day) => {
    const epoch = timeline.at(day)
    const found = known.get(epoch)
    if (found !== undefined) return found
    const made = standingIn(epoch)
    known.set(epoch, made)
    return made
  }
}

function standingIn(epoch: Epoch): Standing {
  const eligible = rulesOf(epoch, appointmentEligible).filter(({ values }) => values.everyone)
  const exempt = rulesOf(epoch, appointmentExempt)
  if (eligible.length === 0 && exempt.length === 0) return nobodyStanding
  return {
    everyone: [...new Set(eligible.flatMap(({ values }) => seatsOf(values)))],
    exempt: [...new Set(exempt.flatMap(({ values }) => values.roles))],
    mayVisitAll: [...new Set(exempt.flatMap(({ values }) => (values.mayVisitAll ? values.roles : [])))],
  }
}

/**
 * Returns whether the guidelines of an epoch mean a unit: by who runs it, by its manager's consent, and by a private
 * provider's agreement, of which `agreed` tells whether it holds at the time in question.
 */
export function unitsMeant(epoch: Epoch, agreed: (agreement: Period) => boolean): (unit: Unit) => boolean {
  const operators = rulesOf(epoch, appointmentObject).flatMap(({ values }) =>
    values.operatedBy === undefined ? [] : [values.operatedBy],
  )
  const providers = rulesOf(epoch, appointmentProviders).map(({ values }) => values.private)
  const byConsent = rulesOf(epoch, appointmentConsent).length > 0
  const isAgreed = ({ agreement }: Unit) => agreement !== undefined && agreed(agreement)
  return (unit) =>
    operators.every((it) => it.includes(unit.operatedBy)) &&
    (!byConsent || unit.consent !== undefined) &&
    (unit.operatedBy === 'municipality' ||
      providers.every((it) => it === 'included' || it === 'silent' || (it === 'by-agreement' && isAgreed(unit))))
}
