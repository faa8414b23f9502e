import { isVisitForm, type Localised, type Settings, type Terms } from '../../engine/index.ts'
import { wordsOf } from '../../engine/rules/words.ts'

/** What the guideline says about booking on one day. */
export type BookingGuidance = {
  readonly initiator: InitiatorGuidance | undefined
  /** Visits are made by visiting groups. */
  readonly byGroup: boolean
  /** The forms that a visit can have, the ordinary one first. */
  readonly forms: readonly string[]
  /** Only units whose manager has agreed are visited; the clause that says so. */
  readonly consent: { readonly clause: string } | undefined
  /** Private providers' units are visited never, or where the provider has agreed; undefined where all are. */
  readonly providers?: { readonly private: 'excluded' | 'by-agreement'; readonly clause: string } | undefined
}

/** Who takes the first step. */
export type InitiatorGuidance = {
  /** All who may, side by side or when it is their turn; undefined where the guideline leaves it open and nobody has answered. */
  readonly by: readonly string[] | undefined
  /** A visit that somebody else takes up is no breach: the secretary can register it. Nobody else is asked to. */
  readonly others: boolean
  /** The same in words: `kontaktpolitikern eller enhetens chef`. */
  readonly said: Localised
  readonly clause: string
}

/** An audience that a visit is to reach, in words too. With `show` it is only made visible; otherwise a miss is explained. */
export type AudienceGuidance = {
  readonly audience: string
  readonly said: Localised
  readonly explained: boolean
  readonly clause: string
}

/** Returns what the settings of a day say about booking a visit of this form. */
export function bookingGuidance(settings: Settings, ofForm = 'visit'): BookingGuidance {
  const { needsUnitConsent, form, privateProviders } = settings.appointment
  const { value, basis } = privateProviders
  return {
    initiator: initiatorGuidance(settings, ofForm),
    byGroup: form.value === 'group',
    forms: formsOffered(settings),
    consent: needsUnitConsent.basis && { clause: needsUnitConsent.basis.clause },
    providers:
      basis === undefined || value === 'silent' || value === 'included'
        ? undefined
        : { private: value, clause: basis.clause },
  }
}

/**
 * Returns who may take the first step to a visit of this form by the settings of a day; undefined where no rule speaks of
 * it. What is no visit follows its own clause: a meeting is invited to, and a placement is asked for by anybody (SNB-06, SNB-07).
 */
export function initiatorGuidance(settings: Settings, form = 'visit'): InitiatorGuidance | undefined {
  const { visits, terms } = settings
  const own = visits.initiatorsOfForms.find(({ forms }) => forms.includes(form))
  if (own !== undefined && form !== 'visit') return guidanceOf(own, terms)
  if (isVisitForm(form)) return ordinaryInitiator(settings)
  const { basis } = visits.mayInviteToMeetingsWith
  return form === 'users-meeting' && basis !== undefined
    ? guidanceOf({ by: 'manager', also: [], others: 'allowed', takesOver: undefined, basis }, terms)
    : undefined
}

type InitiatorRule = Omit<Settings['visits']['initiatorsOfForms'][number], 'forms'>

function guidanceOf({ by, also, others, takesOver, basis }: InitiatorRule, terms: Terms): InitiatorGuidance {
  const named = by === 'silent' ? also : [by, ...also]
  return {
    by: by === 'silent' ? undefined : [...named, ...(takesOver === undefined ? [] : [takesOver])],
    others: others === 'allowed',
    said: eitherOf(named, terms),
    clause: basis.clause,
  }
}

function ordinaryInitiator({ visits, terms }: Settings): InitiatorGuidance | undefined {
  const { initiator, initiators, initiativeTakenOverBy: next, othersInitiate } = visits
  if (initiator.basis === undefined) return undefined
  const named = initiators.value === 'silent' ? [] : initiators.value
  const nextInLine = next.value === 'silent' || next.value === undefined ? [] : [next.value]
  return {
    by: initiator.value === 'silent' ? undefined : [...named, ...nextInLine],
    others: othersInitiate.value === true,
    said: eitherOf(named, terms),
    clause: initiator.basis.clause,
  }
}

/** Every form that a rule names, and those that other rules let in. Without any the ordinary visit. */
function formsOffered({ visits: { forms, placement, mayInviteToMeetingsWith } }: Settings): readonly string[] {
  const offered = new Set([
    ...(forms.length === 0 || forms.includes('visit') ? ['visit'] : []),
    ...(placement.basis ? ['placement'] : []),
    ...(mayInviteToMeetingsWith.basis ? ['users-meeting'] : []),
    ...forms,
  ])
  return [...offered]
}

/** Any one of them, in words. */
function eitherOf(roles: readonly string[], terms: Terms): Localised {
  const [sv, en] = [wordsOf('sv', terms), wordsOf('en', terms)]
  return { sv: sv.either(roles.map(sv.label)), en: en.either(roles.map(en.label)) }
}

/** Returns the audiences to note for a visit of this form, each once; none when no guideline holds. */
export function audienceGuidance(settings: Settings | undefined, form: string): readonly AudienceGuidance[] {
  if (settings === undefined) return []
  const words = { sv: wordsOf('sv', settings.terms), en: wordsOf('en', settings.terms) }
  const found = new Map<string, AudienceGuidance>()
  for (const { audience, effort, forms, basis } of settings.visits.audiences) {
    if (!forms.includes(form)) continue
    const known = found.get(audience)
    found.set(audience, {
      audience,
      said: { sv: words.sv.label(audience), en: words.en.label(audience) },
      explained: effort !== 'show' || known?.explained === true,
      clause: basis.clause,
    })
  }
  return [...found.values()]
}

/** Whether the guideline has somebody else than the politicians report: the manager or an officer. */
export function isReportedByOthers(settings: Settings | undefined): boolean {
  const by = settings?.report.by.value
  return by === 'manager' || by === 'officer'
}
