import type { Finding, Terms } from '../../engine/index.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { Tone } from '../../ui/index.ts'
import { attendingText } from './visits.attendance.page.ts'
import type { AudienceGuidance } from './visits.guidance.rules.ts'
import type { RuleLine } from './visits.guideline-page.ts'
import { withRegistrar } from './visits-on-behalf.page.ts'
import { visitAttendancePath, visitCertificatePath } from './visits.paths.ts'
import { actsForOthers, type Viewer } from './visits.rules.ts'
import type { VisitRow } from './visits.store.ts'
import { audienceName } from './visits-words.texts.ts'
import { attendanceTexts } from './visits-attendance.texts.ts'
import { timesTexts } from './times.texts.ts'
import { visitsTexts } from './visits.texts.ts'

/** What a visit's page says once the visit has been: who came and did not, whom it reached, and what deviates. */
export type HeldPage = {
  readonly attendance: readonly { readonly key: string; readonly name: string; readonly time: string }[]
  readonly met: readonly {
    readonly key: string
    readonly audience: string
    readonly met: boolean
    readonly count: string
    readonly explanation: string
  }[]
  readonly deviations: readonly RuleLine[]
  /** Where the explanation that a deviation wants is written; absent when nothing lacks one. */
  readonly explainHref: string | undefined
  /** One's own certificate, and for the secretary those of the others. */
  readonly certificates: readonly { readonly key: string; readonly label: string; readonly href: string }[]
}

type Held = {
  readonly visit: VisitRow
  readonly names: (personId: string) => string
  readonly viewer: Viewer
  readonly deviations: readonly RuleLine[]
  readonly audiences: readonly AudienceGuidance[]
  readonly mayCorrect: boolean
  readonly language: Language
  readonly terms: Terms
  readonly place: PlaceSlugs
}

/** Returns that part of the page; undefined for a visit that has not been held. */
export function heldPageOf(held: Held): HeldPage | undefined {
  const { visit, names, language, terms, deviations, audiences, mayCorrect, place } = held
  if (!hasHappened(visit)) return undefined
  const absent = visit.invitations.filter((it) => !visit.attendance.some(({ personId }) => personId === it.personId))
  const unexplained = visit.met.some(
    (it) =>
      !it.met &&
      it.explanation === '' &&
      audiences.some(({ audience, explained }) => explained && audience === it.audience),
  )
  return {
    attendance: [
      ...visit.attendance.map((it) => ({
        key: it.personId,
        name: withRegistrar(it, names, language),
        time: attendingText(it, language),
      })),
      ...absent.map(({ personId }) => ({
        key: personId,
        name: names(personId),
        time: attendingText(undefined, language),
      })),
    ],
    met: visit.met.map(({ audience, met, count, explanation }) => ({
      key: audience,
      audience: audienceName(audience, language, terms),
      met,
      count: count === null ? '' : String(count),
      explanation,
    })),
    deviations,
    explainHref: unexplained && mayCorrect ? visitAttendancePath(place, visit.id) : undefined,
    certificates: certificatesOf(held),
  }
}

function certificatesOf({ visit, names, viewer, language, place }: Held): HeldPage['certificates'] {
  const texts = attendanceTexts(language)
  const isOwn = (personId: string) => personId === viewer.personId
  return visit.attendance
    .filter(({ personId }) => isOwn(personId) || actsForOthers(viewer))
    .map(({ personId }) => ({
      key: personId,
      label: isOwn(personId) ? texts.certificate : texts.certificateOf(names(personId)),
      href: visitCertificatePath(place, visit.id, isOwn(personId) ? undefined : personId),
    }))
}

/** Returns what breaks or deviates about a visit that has been, and all the rest that is said of it. */
export function partFindings(
  visit: Pick<VisitRow, 'state'>,
  findings: readonly Finding[],
): { readonly deviations: readonly Finding[]; readonly others: readonly Finding[] } {
  const deviates = ({ outcome }: Finding) => hasHappened(visit) && (outcome === 'breached' || outcome === 'deviates')
  return { deviations: findings.filter(deviates), others: findings.filter((it) => !deviates(it)) }
}

function hasHappened({ state }: Pick<VisitRow, 'state'>): boolean {
  return state === 'held' || state === 'reported'
}

const stateTones: { readonly [S in VisitRow['state']]: Tone } = {
  proposed: 'warning',
  booked: 'info',
  held: 'good',
  reported: 'good',
  declined: 'neutral',
  cancelled: 'neutral',
  missed: 'danger',
}

/** Returns how the visit stands, in words and tone: one that was broken off says so too. */
export function shownState(
  { state, brokenOff, timesOpen }: Pick<VisitRow, 'state' | 'brokenOff' | 'timesOpen'>,
  language: Language,
): { readonly tone: Tone; readonly label: string } {
  const label = timesOpen ? timesTexts(language).stateOpen : visitsTexts(language).states[state]
  if (!brokenOff) return { tone: stateTones[state], label }
  return { tone: 'warning', label: attendanceTexts(language).brokenOffState(label) }
}
