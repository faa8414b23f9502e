import type { Localised, Settings } from '../../engine/index.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import type { capacities } from '../../engine/programme.ts'
import { type Refusal, refuse } from '../../kernel/result.ts'
import { bookingGuidance, initiatorGuidance } from './visits.guidance.rules.ts'
import { couldInitiate, type Viewer } from './visits.rules.ts'

/** One kind of visit to choose: a form, or one of several series of the same form. */
export type VisitKind = {
  readonly form: string
  readonly series: string | undefined
  /** What the guideline calls the series; the form's own name where it is none. */
  readonly said: Localised | undefined
  /** A visit up to so many minutes is half a day, where the guideline counts in days. */
  readonly halfDayMinutes: number | undefined
}

type Capacity = (typeof capacities)[number]

/** Returns the kinds of visit that these forms fall into, in order: a form with several series is one kind for each. */
export function visitKinds({ visits, terms }: Settings, forms: readonly string[]): readonly VisitKind[] {
  const words = { sv: wordsOf('sv', terms), en: wordsOf('en', terms) }
  return forms.flatMap((form): readonly VisitKind[] => {
    const counted = visits.series.filter((it) => it.form === form)
    const halfDayMinutes =
      form === 'half-day' ? visits.series.find((it) => it.halfDayMinutes !== undefined)?.halfDayMinutes : undefined
    const ordinary = { form, series: undefined, said: undefined, halfDayMinutes }
    const own = [
      ...new Map(counted.flatMap((it) => (it.series === undefined ? [] : [[it.series, it] as const]))).values(),
    ]
    const hasOrdinary = own.length === 0 || counted.some(({ series }) => series === undefined)
    // A visit that names no series counts for the only one there is, by its form.
    if (own.length === 1 && !hasOrdinary) return [ordinary]
    const named = own.map(({ series = '', name }) => ({
      form,
      series,
      said: name ?? { sv: words.sv.label(series), en: words.en.label(series) },
      halfDayMinutes,
    }))
    return [...(hasOrdinary ? [ordinary] : []), ...named]
  })
}

/** Returns what the guideline calls the series that a visit is of; undefined for one that names none. */
export function seriesName(
  settings: Settings,
  { form, series }: { readonly form: string; readonly series: string | null },
  language: 'sv' | 'en',
): string | undefined {
  if (series === null) return undefined
  const kind = visitKinds(settings, [form]).find((it) => it.series === series)
  return kind?.said?.[language] ?? wordsOf(language, settings.terms).label(series)
}

/** Returns the value under which a kind is chosen in a form: `visit`, or `visit:unannounced`. */
export function kindValue({ form, series }: Pick<VisitKind, 'form' | 'series'>): string {
  return series === undefined ? form : `${form}:${series}`
}

/** Whether the unit is told nothing of a visit of this form before its day. */
export function isUnannounced({ visits }: Settings, form: string): boolean {
  return visits.unannounced.some(({ forms }) => forms.includes(form))
}

/** Returns the clause of the rule about capacity, where the guideline has one; otherwise nothing is asked. */
export function capacityClause({ visits }: Settings): string | undefined {
  return visits.capacity.basis?.clause
}

/** Returns why the chosen series or capacity is none of the guideline's. */
export function checkKind(
  settings: Settings,
  chosen: { readonly form: string; readonly series: string | undefined; readonly capacity: Capacity },
): Refusal | undefined {
  const kinds = visitKinds(settings, [chosen.form])
  if (!kinds.some(({ series }) => series === chosen.series))
    return refuse(chosen.series === undefined ? 'visits.series-missing' : 'visits.form-not-offered', {}, 'form')
  if (chosen.capacity !== 'committee' && capacityClause(settings) === undefined)
    return refuse('visits.capacity-not-asked', {}, 'capacity')
  return undefined
}

/** Returns the forms of visit that the viewer could begin, of those that the guideline has. */
export function formsToBook(settings: Settings, viewer: Viewer): readonly string[] {
  return bookingGuidance(settings).forms.filter((form) => {
    const guidance = initiatorGuidance(settings, form)
    if (guidance === undefined) return true
    if (guidance.by === undefined) return false
    return couldInitiate(viewer, guidance.by) || (isAsContact(settings, viewer) && guidance.by.some(isPoliticians))
  })
}

function isPoliticians(role: string): boolean {
  return role === 'politician' || role === 'group'
}

/** Whether the chair visits as the contact politicians do, at units that have others. */
function isAsContact({ appointment, visits }: Settings, { roles }: Viewer): boolean {
  if (!roles.includes('chair')) return false
  const exempt = appointment.exempt.value !== 'silent' && appointment.exempt.value.mayVisitAll
  return exempt || visits.unappointed.some(({ by }) => by.length > 0)
}
