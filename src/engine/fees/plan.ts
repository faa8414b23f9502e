import { type Epoch, rulesOf } from '../compile.ts'
import type { Collision } from '../collisions.ts'
import { feeCapHours } from '../rules/fee-cap-hours.ts'
import { feeCapVisits } from '../rules/fee-cap-visits.ts'
import { feeConditions } from '../rules/fee-conditions.ts'
import { feeDayEquivalent } from '../rules/fee-day-equivalent.ts'
import { feeExtraDecision } from '../rules/fee-extra-decision.ts'
import { feeKind } from '../rules/fee-kind.ts'
import { feeYearHours } from '../rules/fee-year-hours.ts'
import { reportForm } from '../rules/report-form.ts'
import { visitsCapacity } from '../rules/visits-capacity.ts'
import { visitsExtraDecision } from '../rules/visits-extra-decision.ts'
import { visitsPlacement } from '../rules/visits-placement.ts'
import { visitsUnappointed } from '../rules/visits-unappointed.ts'
import type { OtherCaps } from './other-versions.ts'
import type { FeePeriod, Rated } from './periods.ts'
import { isVisitForm } from '../programme.ts'

/** The rules about fees that hold through an epoch, picked out once. */
export type FeePlan = ReturnType<typeof feePlan>

/** Returns the fee rules of an epoch's guidelines by their part in the computation. */
export function feePlan(epoch: Epoch, others: (epoch: Epoch) => OtherCaps) {
  return {
    inForce: epoch.guidelines.length > 0,
    kinds: rulesOf(epoch, feeKind),
    capVisits: rulesOf(epoch, feeCapVisits),
    capHours: rulesOf(epoch, feeCapHours)[0],
    yearHours: rulesOf(epoch, feeYearHours),
    dayEquivalent: rulesOf(epoch, feeDayEquivalent)[0],
    // What payment rests on, with what each rule requires told apart once.
    conditions: rulesOf(epoch, feeConditions).map((rule) => {
      const { requires, reportWithinDays } = rule.values
      return {
        rule,
        report: requires.includes('report'),
        reportWithinDays,
        feeForm: requires.includes('fee-form'),
        invitation: requires.includes('invitation'),
        decision: requires.includes('decision'),
      }
    }),
    extraFee: rulesOf(epoch, feeExtraDecision)[0],
    extraVisit: rulesOf(epoch, visitsExtraDecision)[0],
    placement: rulesOf(epoch, visitsPlacement)[0],
    capacity: rulesOf(epoch, visitsCapacity),
    unappointed: rulesOf(epoch, visitsUnappointed)[0],
    reportForms: new Set(rulesOf(epoch, reportForm).flatMap((rule) => rule.values.forms)),
    reportByEach: rulesOf(epoch, reportForm).some((rule) => rule.values.by === 'each'),
    collisions: collisionsAboutFees(epoch),
    others: others(epoch),
  }
}

/** What a form of visit is paid by: the guideline's kind of fee, and the fee rules that have it. */
export type Event = {
  readonly rule: FeePlan['kinds'][number]
  readonly rates: readonly Rated[]
  /** Among the forms that the guideline's rule names. */
  readonly isNamed: boolean
  /** Under what the guideline says of visits: their hours, days and number in a year. */
  readonly isVisit: boolean
}

/** Returns how forms of visit are paid through a stretch of days, each worked out once; undefined where no rule speaks of fees. */
export function eventsOf(plan: FeePlan, period: FeePeriod): (form: string) => Event | undefined {
  const known = new Map<string, Event | undefined>()
  return (form) => {
    const found = known.get(form)
    if (found !== undefined || known.has(form)) return found
    const rule = plan.kinds.find((it) => it.values.forms.includes(form)) ?? plan.kinds[0]
    const event =
      rule === undefined
        ? undefined
        : {
            rule,
            rates: period.kinds.get(rule.values.fee) ?? [],
            isNamed: rule.values.forms.includes(form),
            isVisit: isPaidAsVisit(plan, form),
          }
    known.set(form, event)
    return event
  }
}

/** A placement is under the rules of visits where it counts as one. */
function isPaidAsVisit({ placement }: FeePlan, form: string): boolean {
  return (
    isVisitForm(form) || (form === 'placement' && placement !== undefined && placement.values.countsAsVisit !== 'no')
  )
}

/** Two sources that say different things of the fee: somebody decides before anything is paid. */
function collisionsAboutFees({ collisions }: Epoch): readonly Collision[] {
  const decidesFee = (kind: string) =>
    kind.startsWith('fee.') || kind === visitsExtraDecision.kind || kind === visitsPlacement.kind
  return [...collisions].flatMap(([kind, found]) => (decidesFee(kind) ? found : []))
}
