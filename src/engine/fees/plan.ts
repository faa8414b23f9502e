import type { Day } from '../../kernel/date.ts'
import type { FeeRules } from '../fee-rules.ts'
import { type Epoch, rulesOf } from '../compile.ts'
import { feeCapHours } from '../rules/fee-cap-hours.ts'
import { feeCapVisits } from '../rules/fee-cap-visits.ts'
import { feeConditions } from '../rules/fee-conditions.ts'
import { feeDayEquivalent } from '../rules/fee-day-equivalent.ts'
import { feeExtraDecision } from '../rules/fee-extra-decision.ts'
import { feeKind } from '../rules/fee-kind.ts'
import { reportForm } from '../rules/report-form.ts'
import { visitsExtraDecision } from '../rules/visits-extra-decision.ts'
import { visitsPlacement } from '../rules/visits-placement.ts'
import type { Rated } from './amount.ts'

/** The rules about fees that hold through an epoch, picked out once. */
export type FeePlan = ReturnType<typeof feePlan>

/** Returns the fee rules of an epoch's guidelines by their part in the computation. */
export function feePlan(epoch: Epoch) {
  return {
    inForce: epoch.guidelines.length > 0,
    kinds: rulesOf(epoch, feeKind),
    capVisits: rulesOf(epoch, feeCapVisits),
    capHours: rulesOf(epoch, feeCapHours)[0],
    dayEquivalent: rulesOf(epoch, feeDayEquivalent)[0],
    conditions: rulesOf(epoch, feeConditions),
    extraFee: rulesOf(epoch, feeExtraDecision)[0],
    extraVisit: rulesOf(epoch, visitsExtraDecision)[0],
    placement: rulesOf(epoch, visitsPlacement)[0],
    reportForms: new Set(rulesOf(epoch, reportForm).flatMap((rule) => rule.values.forms)),
    reportByEach: rulesOf(epoch, reportForm).some((rule) => rule.values.by === 'each'),
  }
}

/** Returns the rule about the fee for a form of visit; where none names the form, the first, which then does not pay it. */
export function kindFor({ kinds }: FeePlan, form: string): FeePlan['kinds'][number] | undefined {
  return kinds.find((rule) => rule.values.forms.includes(form)) ?? kinds[0]
}

/** Whether a form of visit is under what a guideline says of visits: their hours, days and number in a year. */
export function isPaidAsVisit({ placement }: FeePlan, form: string): boolean {
  return (
    form === 'visit' || (form === 'placement' && placement !== undefined && placement.values.countsAsVisit !== 'no')
  )
}

/** Returns the rates of a kind in force on the day: none, one, or several that collide. */
export function ratesOn(feeRules: readonly FeeRules[], kind: string, day: Day): readonly Rated[] {
  const found: Rated[] = []
  for (const rules of feeRules) {
    if (day < rules.validity.from || (rules.validity.until !== undefined && day >= rules.validity.until)) continue
    for (const fee of rules.fees) if (fee.kind === kind) found.push({ rules, fee })
  }
  return found
}
