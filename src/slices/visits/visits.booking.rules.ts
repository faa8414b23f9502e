import type { Localised } from '../../engine/index.ts'
import type { Initiator } from '../../engine/programme.ts'
import type { Minutes } from '../../kernel/clock-time.ts'
import { addDays, type Day } from '../../kernel/date.ts'
import { type Refusal, refuse } from '../../kernel/result.ts'
import type { BookingGuidance } from './visits.guidance.rules.ts'
import { type Candidate, capacityOf, type Moment } from './visits.rules.ts'

export type BookedUnit = {
  readonly id: string
  readonly name: string
  readonly consentOn: Day | null
  readonly operatedBy?: 'municipality' | 'private'
  /** A private provider's agreement to receive visits, from a day and perhaps until one. */
  readonly agreementFrom?: Day | null
  readonly agreementUntil?: Day | null
  readonly validFrom: Day
  readonly validUntil: Day | null
}

/** A booking with everything that decides whether it can be made. */
export type BookingFacts = {
  readonly guidance: BookingGuidance
  readonly now: Moment
  readonly day: Day
  readonly start: Minutes
  readonly form: string
  readonly units: readonly BookedUnit[]
  readonly groupId: string | undefined
  readonly afterwards: boolean
  /** The one whose booking it is; `isContact` says whether the person is contact politician at all that day. */
  readonly initiator: Candidate & { readonly name: string; readonly hasOffice: boolean }
  /** The secretary registers it for somebody. */
  readonly registered: boolean
  /** A role that the guideline names and the product has no part for, in whose name the secretary registers. */
  readonly asRole?: string | undefined
  /** Units that the initiator is contact politician for on the day. */
  readonly contactUnitIds: readonly string[]
  /** What the guideline says of the initiator's visits to other units; undefined where it does not speak of them. */
  readonly unappointed?: { readonly may: boolean; readonly said: Localised; readonly clause: string } | undefined
}

/** Two years ahead is further than anybody plans, and near enough to catch a mistyped year. */
const daysAhead = 730

/**
 * Returns as what the visit is initiated, or the first reason why it cannot be booked: what the guideline says first,
 * then the day, the unit (SOC-02) and who asks (HED-06, SOC-06, SNB-05, VSN-04).
 */
export function checkBooking(facts: BookingFacts): { readonly ok: true; readonly initiatedBy: string } | Refusal {
  return checkForm(facts) ?? checkDay(facts) ?? checkUnits(facts) ?? checkInitiator(facts)
}

function checkForm({ guidance, form, groupId }: BookingFacts): Refusal | undefined {
  const { initiator, byGroup, forms } = guidance
  if (initiator !== undefined && initiator.by === undefined)
    return refuse('visits.initiator-unanswered', { clause: initiator.clause })
  if (!forms.includes(form)) return refuse('visits.form-not-offered', {}, 'form')
  if (byGroup && groupId === undefined) return refuse('visits.group-missing', {}, 'group')
  if (!byGroup && groupId !== undefined) return refuse('visits.no-groups', {}, 'group')
  return undefined
}

function checkDay({ now, day, start, afterwards }: BookingFacts): Refusal | undefined {
  const isPast = day < now.day || (day === now.day && start < now.time)
  if (isPast && !afterwards) return refuse('visits.in-the-past', {}, 'day')
  if (!isPast && afterwards) return refuse('visits.not-past', {}, 'afterwards')
  if (day > addDays(now.day, daysAhead)) return refuse('visits.too-far', {}, 'day')
  return undefined
}

function checkUnits({ units, day, guidance: { consent, providers } }: BookingFacts): Refusal | undefined {
  const closed = units.find((unit) => day < unit.validFrom || (unit.validUntil !== null && day >= unit.validUntil))
  if (closed) return refuse('visits.unit-closed', { unit: closed.name, day }, 'units')
  const outside = providers && units.find((unit) => unit.operatedBy === 'private' && !isCovered(unit, providers, day))
  if (outside && providers)
    return refuse(
      providers.private === 'excluded' ? 'visits.private-excluded' : 'visits.no-agreement',
      { unit: outside.name, day, clause: providers.clause },
      'units',
    )
  if (consent === undefined) return undefined
  const unasked = units.find((unit) => unit.consentOn === null || unit.consentOn > day)
  return unasked && refuse('visits.no-consent', { unit: unasked.name, clause: consent.clause }, 'units')
}

function isCovered(
  unit: BookedUnit,
  { private: covered }: NonNullable<BookingGuidance['providers']>,
  day: Day,
): boolean {
  const { agreementFrom: from, agreementUntil: until } = unit
  const hasAgreed = from !== undefined && from !== null && from <= day
  return covered === 'by-agreement' && hasAgreed && (until === undefined || until === null || day < until)
}

function checkInitiator(facts: BookingFacts): { readonly ok: true; readonly initiatedBy: string } | Refusal {
  const { initiator, contactUnitIds, units, day, guidance, registered, asRole, unappointed } = facts
  const refusal = refuse('visits.not-initiator', {
    who: guidance.initiator?.said,
    clause: guidance.initiator?.clause ?? '',
  })
  if (asRole !== undefined)
    return guidance.initiator?.by?.includes(asRole) ? { ok: true, initiatedBy: asRole } : refusal
  if (!initiator.hasOffice) return refuse('visits.person-left', { name: initiator.name, day }, 'onBehalfOf')
  const outside = units.find((unit) => !contactUnitIds.includes(unit.id))
  const named = guidance.initiator?.by
  const isOpen = named === undefined || (registered && guidance.initiator?.others === true)
  const allowed = [...(named ?? []), ...(isOpen ? anybody : [])]
  const isContact = outside === undefined || unappointed?.may === true
  const initiatedBy = capacityOf({ ...initiator, isContact }, allowed, guidance.byGroup)
  if (initiatedBy !== undefined) return { ok: true, initiatedBy }
  // One who would be right but for the unit is told about the unit.
  if (
    outside !== undefined &&
    initiator.isPolitician &&
    capacityOf({ ...initiator, isContact: true }, allowed, guidance.byGroup) !== undefined
  ) {
    if (unappointed !== undefined)
      return refuse(
        'visits.not-unappointed',
        { name: initiator.name, unit: outside.name, who: unappointed.said, clause: unappointed.clause },
        'units',
      )
    return refuse('visits.outside-appointment', { name: initiator.name, unit: outside.name, day }, 'units')
  }
  return refusal
}

/** Where no rule says who begins, nobody is shut out. */
const anybody: readonly Initiator[] = ['politician', 'group', 'manager', 'administration', 'secretary', 'chair']
