import { evaluate, factsUnder, type Finding, type Settings } from '../../engine/index.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import { capacities } from '../../engine/programme.ts'
import { type Day, yearOf } from '../../kernel/date.ts'
import { capital, type Language } from '../../kernel/language.ts'
import type { Choice } from '../../ui/index.ts'
import type { Judgement } from '../guidelines/index.ts'
import type { Unappointed } from './unappointed.basis.ts'
import { bookingKindTexts } from './booking-kinds.texts.ts'
import { capacityClause, formsToBook, isUnannounced, kindValue, visitKinds } from './visits.kinds.rules.ts'
import type { Viewer } from './visits.rules.ts'
import { formName } from './visits-words.texts.ts'

/** What kinds of visit can be booked here, and what to know of them first. */
export type BookingKinds = {
  readonly choices: readonly Choice[]
  readonly capacities: readonly Choice[]
  readonly capacityClause: string
  readonly notes: readonly string[]
  readonly placement: PlacementHours | undefined
  readonly asksExtraReason: boolean
}

type About = {
  readonly viewer: Viewer
  readonly settings: Settings
  readonly judgement: Pick<Judgement, 'programme' | 'rules'>
  readonly persons: readonly { readonly personId: string; readonly name: string }[]
  /** What the guideline says of the viewer's visit where they are not appointed. */
  readonly unappointed: Unappointed | undefined
  /** What it says about the booking that was tried, and what was written as the reason. */
  readonly findings: readonly Finding[]
  readonly extraReason: string
  readonly today: Day
  readonly language: Language
}

/** Returns what the booking page asks and tells about kinds of visit. */
export function bookingKinds(about: About): BookingKinds {
  const { viewer, settings, judgement, persons, unappointed, findings, today, language } = about
  const texts = bookingKindTexts(language)
  const words = wordsOf(language, settings.terms)
  const forms = formsToBook(settings, viewer)
  const kinds = visitKinds(settings, forms)
  const clause = capacityClause(settings)
  const hidden = settings.visits.unannounced.find((it) => it.forms.some((form) => forms.includes(form)))
  const named = forms.filter((form) => isUnannounced(settings, form))
  return {
    choices: kinds.map((kind) => ({
      value: kindValue(kind),
      label: capital(kind.said?.[language] ?? formName(kind.form, language, settings.terms)),
      ...(kind.halfDayMinutes === undefined ? {} : { hint: texts.halfDay(words.duration(kind.halfDayMinutes)) }),
    })),
    capacities: clause === undefined ? [] : capacities.map((value) => ({ value, label: texts.capacities[value] })),
    capacityClause: clause ?? '',
    notes: [
      ...(unappointed?.may ? [texts.unappointed(texts.paid[unappointed.paid ?? 'as-usual'], unappointed.clause)] : []),
      ...(hidden === undefined
        ? []
        : [
            texts.unannounced(
              words.list(named.map((form) => formName(form, language, settings.terms).toLowerCase())),
              hidden.basis.clause,
            ),
          ]),
    ],
    placement: forms.includes('placement') ? placementHours(settings, judgement, persons, today, language) : undefined,
    asksExtraReason: about.extraReason !== '' || findings.some(isExtra),
  }
}

/** A decision that the visit itself, or its fee, takes because it is beyond a number. */
function isExtra({ kind, outcome, code }: Finding): boolean {
  if (outcome !== 'needs-decision') return false
  return kind === 'visits.extra-decision' || kind === 'fee.extra-fee-decision' || code === 'beyond-to-decide'
}

export type PlacementHours = {
  readonly clause: string
  readonly most: string
  readonly rows: readonly {
    readonly key: string
    readonly name: string
    readonly used: string
    readonly booked: string
    readonly left: string
  }[]
}

/**
 * Returns how many of the year's placement hours each has used and has left, as the engine counts them (SNB-06); undefined
 * where the guideline has none.
 */
export function placementHours(
  settings: Settings,
  { programme, rules }: Pick<Judgement, 'programme' | 'rules'>,
  persons: readonly { readonly personId: string; readonly name: string }[],
  day: Day,
  language: Language,
): PlacementHours | undefined {
  const { value, basis } = settings.visits.placement
  if (basis === undefined || value === 'silent' || persons.length === 0) return undefined
  const words = wordsOf(language, settings.terms)
  const year = yearOf(day)
  const counted = evaluate({ ...rules, programme, today: day }).findings.filter(
    (it) => it.kind === 'visits.placement' && it.subject.type === 'person' && it.values.year === year,
  )
  const ahead = factsUnder(rules, programme, day).years.find((it) => it.year === year)?.byPerson
  return {
    clause: basis.clause,
    most: words.duration(value.yearlyMinutes),
    rows: persons.map(({ personId, name }) => {
      const used = Number(counted.find(({ subject }) => subject.id === personId)?.values.minutes ?? 0)
      const booked = (ahead?.get(personId) ?? [])
        .filter((it) => it.ahead && it.visit.form === 'placement')
        .reduce((sum, { visit }) => sum + visit.end - visit.start, 0)
      const left = Math.max(0, value.yearlyMinutes - used - booked)
      return {
        key: personId,
        name,
        used: words.duration(used),
        booked: words.duration(booked),
        left: words.duration(left),
      }
    }),
  }
}
