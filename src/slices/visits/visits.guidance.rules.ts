import type { Basis, Settings } from '../../engine/index.ts'
import type { Initiator } from '../../engine/programme.ts'
import type { VisitForm } from './visits.rules.ts'

/** What the guideline says about booking on one day. */
export type BookingGuidance = {
  /** Who takes the first step; `by` is undefined where the guideline leaves it open and nobody has answered. */
  readonly initiator: { readonly by: Initiator | undefined; readonly clause: string } | undefined
  /** Visits are made by visiting groups. */
  readonly byGroup: boolean
  /** The forms there are besides the ordinary visit. */
  readonly forms: readonly VisitForm[]
  /** Only units whose manager has agreed are visited; the clause that says so. */
  readonly consent: { readonly clause: string } | undefined
}

/** An audience that a visit is to reach. With `show` it is only made visible; otherwise a miss is explained. */
export type AudienceGuidance = { readonly audience: string; readonly explained: boolean; readonly clause: string }

/** Returns what the settings of a day say about booking. */
export function bookingGuidance({ visits, appointment }: Settings): BookingGuidance {
  const { initiator, placement, mayInviteToMeetingsWith } = visits
  const { needsUnitConsent, form } = appointment
  return {
    initiator: initiator.basis && {
      by: initiator.value === 'silent' ? undefined : initiator.value,
      clause: initiator.basis.clause,
    },
    byGroup: form.value === 'group',
    forms: [
      'visit',
      ...(placement.basis ? (['placement'] as const) : []),
      ...(mayInviteToMeetingsWith.basis ? (['users-meeting'] as const) : []),
    ],
    consent: needsUnitConsent.basis && { clause: needsUnitConsent.basis.clause },
  }
}

/** Returns the audiences to note for a visit of this form, each once; none when no guideline holds. */
export function audienceGuidance(settings: Settings | undefined, form: VisitForm): readonly AudienceGuidance[] {
  if (settings === undefined || form !== 'visit') return []
  const found = new Map<string, AudienceGuidance>()
  for (const { audience, effort, basis } of settings.visits.audiences) {
    const known = found.get(audience)
    found.set(audience, { audience, explained: effort !== 'show' || known?.explained === true, clause: basis.clause })
  }
  return [...found.values()]
}

export type ExtraDecisionGuidance = {
  readonly about: 'extra-visit' | 'extra-fee'
  readonly beyond: number
  readonly before: boolean
  readonly basis: Basis
}

/** Returns which decision visits beyond a number need, or undefined when the guideline names none. */
export function extraDecisionGuidance(settings: Settings | undefined): ExtraDecisionGuidance | undefined {
  const setting = settings?.fee.extraDecision
  if (setting === undefined || setting.value === 'silent') return undefined
  const { about, beyond, before } = setting.value
  return { about: about === 'visit' ? 'extra-visit' : 'extra-fee', beyond, before, basis: setting.basis }
}
