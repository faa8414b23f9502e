import type { Terms } from '../../engine/index.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import { isoTimeOfDay } from '../../kernel/clock-time.ts'
import { type Day, isoFromDay } from '../../kernel/date.ts'
import { formatInstant, fromStockholm, isoFromInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { Definition, TimelineEntry, Tone } from '../../ui/index.ts'
import { visitReportPath } from '../reports/reports.paths.ts'
import { kindFacts } from './kind-facts.page.ts'
import type { PlacementHours } from './booking-kinds.page.ts'
import type { ExtraShown } from './extra.page.ts'
import {
  extraDecisionPath,
  visitAttendancePath,
  visitCancellationPath,
  visitDeclinePath,
  visitMissedPath,
  visitPath,
  visitPlanPath,
} from './visits.paths.ts'
import type { Preparation, RuleLine } from './visits.guideline-page.ts'
import type { Offered } from './visits.rules.ts'
import type { VisitEventRow, VisitRow } from './visits.store.ts'
import { standingIn } from './participants.texts.ts'
import { detailOf, hasAnsweredTimes, whenFacts, whenText } from './times-shown.page.ts'
import { visitMovePath } from './times.paths.ts'
import { timesTexts } from './times.texts.ts'
import { formName, initiatorName } from './visits-words.texts.ts'
import { visitsTexts } from './visits.texts.ts'
import { type HeldPage, shownState } from './visits-held.page.ts'
import { whoDid, withRegistrar } from './visits-on-behalf.page.ts'

export type Names = (personId: string) => string

/** Returns what persons are called; one who is no longer on record is called so. */
export function namer(names: ReadonlyMap<string, string>, language: Language): Names {
  return (id) => names.get(id) ?? visitsTexts(language).somebody
}

export type Step = { readonly label: string; readonly href: string; readonly tone: 'primary' | 'secondary' }

/** A visit's page, finished for showing. */
export type VisitPage = {
  readonly title: string
  readonly state: { readonly tone: Tone; readonly label: string }
  readonly notice: string | undefined
  readonly facts: readonly Definition[]
  readonly steps: readonly Step[]
  /** Those for whom the viewer can answer. */
  readonly answers: readonly {
    readonly personId: string
    readonly name: string
    readonly isOwn: boolean
    readonly isChange: boolean
    /** The sequence that is answered. */
    readonly sequence: number
  }[]
  readonly invited: readonly {
    readonly key: string
    readonly name: string
    readonly tone: Tone
    readonly answer: string
    /** When they were asked, anew where the visit has changed since. */
    readonly asked: string
    /** When they answered; empty for one who has not. */
    readonly answered: string
    readonly message: string
  }[]
  readonly programme: string
  readonly lines: readonly RuleLine[]
  readonly satisfied: readonly RuleLine[]
  readonly preparation: Preparation | undefined
  /** The visit is proposed or booked. */
  readonly isAhead: boolean
  readonly readBy: string
  readonly canNoteReading: boolean
  /** Absent for a visit that has not been held. */
  readonly held: HeldPage | undefined
  readonly extra: ExtraShown | undefined
  readonly placement: PlacementHours | undefined
  readonly timeline: readonly TimelineEntry[]
}

export type VisitPageInput = {
  readonly visit: VisitRow
  readonly events: readonly VisitEventRow[]
  readonly names: Names
  readonly offered: Offered
  readonly lines: readonly RuleLine[]
  readonly held: HeldPage | undefined
  readonly preparation: Preparation | undefined
  readonly extra: ExtraShown | undefined
  /** What the guideline calls the series that it is of. */
  readonly series: string | undefined
  /** The year's hours of those on a placement. */
  readonly placement: PlacementHours | undefined
  /** What the viewer can decide about here, for one who goes beyond the usual number of visits. */
  readonly decides: 'extra-visit' | 'extra-fee' | undefined
  readonly personId: string
  readonly today: Day
  readonly language: Language
  /** What is planned and noted beside the programme. */
  readonly planning: readonly Definition[]
  /** The words of the guideline's own. */
  readonly terms: Terms
  readonly place: PlaceSlugs
  readonly notice: string | undefined
}

/** Returns the page of a visit from its rows and findings. */
export function visitPageOf(input: VisitPageInput): VisitPage {
  const { visit, names, lines, language, offered, preparation } = input
  const happened = visit.state === 'held' || visit.state === 'reported'
  const ahead = visit.state === 'proposed' || visit.state === 'booked'
  const isRead = visit.prepared.some(({ personId }) => personId === input.personId)
  const isInvited = visit.invitations.some(({ personId }) => personId === input.personId)
  return {
    title: titleOf(visit, language),
    state: shownState(visit, language),
    notice: noticeOf(input.notice, language),
    facts: [...factsOf(input), ...input.planning],
    steps: stepsOf(input),
    answers: offered.answerFor.map((personId) => ({
      personId,
      name: names(personId),
      isOwn: personId === input.personId,
      sequence: visit.sequence,
      isChange: visit.invitations.some((it) => it.personId === personId && it.answer !== null),
    })),
    invited: visit.invitations.map((invitation) => invitedRow(invitation, input)),
    programme: visit.programme,
    lines: lines.filter(({ shown }) => shown.tone !== 'good'),
    satisfied: lines.filter(({ shown }) => shown.tone === 'good'),
    preparation: happened || ahead ? preparation : undefined,
    isAhead: ahead,
    readBy: wordsOf(language).list(visit.prepared.map(({ personId }) => names(personId))),
    canNoteReading: ahead && isInvited && !isRead && preparation?.readingIsNoted === true,
    held: input.held,
    extra: input.extra,
    placement: input.placement,
    timeline: timelineOf(input),
  }
}

function invitedRow(
  invitation: VisitRow['invitations'][number],
  { visit, names, language }: VisitPageInput,
): VisitPage['invited'][number] {
  const { personId, registeredById, standsInForId, answer, message, sentAt, askedAgainAt, answeredAt } = invitation
  return {
    key: personId,
    name: standingIn(withRegistrar({ personId, registeredById }, names, language), standsInForId, names, language),
    tone: answer === 'accepted' ? 'good' : answer === 'declined' ? 'danger' : 'neutral',
    answer: hasAnsweredTimes(visit, personId)
      ? timesTexts(language).answeredTimes
      : visitsTexts(language).answers[answer ?? 'none'],
    asked: formatInstant(askedAgainAt ?? sentAt, language),
    answered: answeredAt === null ? '' : formatInstant(answeredAt, language),
    message,
  }
}

/** Returns the visit's name: where it goes. */
export function titleOf(visit: Pick<VisitRow, 'units'>, language: Language): string {
  return visitsTexts(language).visitTo(unitsOf(visit, language))
}

/** Returns the visited units as `a, b och c`. */
export function unitsOf(visit: Pick<VisitRow, 'units'>, language: Language): string {
  return wordsOf(language).list(visit.units.map(({ name }) => name))
}

function noticeOf(code: string | undefined, language: Language): string | undefined {
  const notices: Readonly<Record<string, string>> = {
    ...visitsTexts(language).notices,
    ...timesTexts(language).notices,
  }
  return code !== undefined && Object.hasOwn(notices, code) ? notices[code] : undefined
}

function factsOf({ visit, names, language, terms, series }: VisitPageInput): readonly Definition[] {
  const texts = visitsTexts(language)
  const optional = (present: boolean, term: string, description: string) => (present ? [{ term, description }] : [])
  const { initiatedByPersonId: personId, registeredById } = visit
  const who = withRegistrar({ personId, registeredById }, names, language)
  const initiator = `${initiatorName(visit.initiatedBy, language, terms)} (${who})`
  return [
    ...whenFacts(visit, language),
    { term: texts.place, description: visit.place === '' ? texts.noPlace : visit.place },
    ...optional(visit.form !== 'visit', texts.form, formName(visit.form, language, terms)),
    ...kindFacts(visit, series, language),
    ...optional(visit.group !== null, texts.group, visit.group?.name ?? ''),
    { term: texts.initiated, description: texts.initiatedBy(initiator, texts.formatDay(visit.initiatedOn)) },
    ...optional(
      !visit.unannounced || visit.confirmedOn !== null,
      texts.confirmed,
      visit.confirmedOn === null ? texts.notConfirmed : texts.formatDay(visit.confirmedOn),
    ),
    ...optional(visit.withRelativesCouncil, texts.withRelativesCouncil, texts.withRelativesCouncilYes),
    ...optional(visit.specialReason !== '', texts.specialReason, visit.specialReason),
  ]
}

function stepsOf({ visit, offered, decides, language, place }: VisitPageInput): readonly Step[] {
  const texts = visitsTexts(language)
  const onward: (false | Omit<Step, 'tone'>)[] = [
    offered.plan && {
      label: offered.confirm ? texts.planAndConfirm : texts.plan,
      href: visitPlanPath(place, visit.id),
    },
    offered.attendance === 'note' && { label: texts.noteAttendance, href: visitAttendancePath(place, visit.id) },
    offered.report && {
      label: visit.state === 'reported' ? texts.readReport : texts.writeReport,
      href: visitReportPath(place, visit.id),
    },
    decides !== undefined && { label: texts.decideExtra[decides], href: extraDecisionPath(place, visit.id, decides) },
  ]
  // What takes something back or calls something off is never the step that the page leads to.
  const back: (false | Omit<Step, 'tone'>)[] = [
    offered.attendance === 'correct' && { label: texts.correctAttendance, href: visitAttendancePath(place, visit.id) },
    offered.miss && { label: texts.missed, href: visitMissedPath(place, visit.id) },
    offered.decline && { label: texts.decline, href: visitDeclinePath(place, visit.id) },
    offered.move && { label: timesTexts(language).move, href: visitMovePath(place, visit.id) },
    offered.cancel && { label: texts.cancel, href: visitCancellationPath(place, visit.id) },
  ]
  const offer = (steps: typeof onward, tones: readonly [Step['tone'], Step['tone']]): readonly Step[] =>
    steps.filter((step) => step !== false).map((step, index) => ({ ...step, tone: tones[index === 0 ? 0 : 1] }))
  return [...offer(onward, ['primary', 'secondary']), ...offer(back, ['secondary', 'secondary'])]
}

function timelineOf({ visit, events, names, language, today }: VisitPageInput): readonly TimelineEntry[] {
  const texts = visitsTexts(language)
  const past = events.map(
    (event): TimelineEntry => ({
      key: event.id,
      when: formatInstant(event.at, language),
      datetime: isoFromInstant(event.at),
      what: texts.events[event.kind],
      who: whoDid(event, names, language),
      ...detailOf(event, language),
    }),
  )
  const isAhead = (visit.state === 'proposed' || visit.state === 'booked') && visit.day >= today && !visit.timesOpen
  if (!isAhead) return past
  const when = formatInstant(fromStockholm(visit.day, visit.start), language)
  return [
    ...past,
    {
      key: 'visit',
      when,
      datetime: `${isoFromDay(visit.day)}T${isoTimeOfDay(visit.start)}`,
      what: titleOf(visit, language),
      state: 'coming',
    },
  ]
}

export type VisitListRow = {
  readonly id: string
  readonly href: string
  readonly units: string
  readonly when: string
  readonly who: string
  readonly state: { readonly tone: Tone; readonly label: string }
}

/** Returns a visit as a row of the list. */
export function listRowOf(
  visit: VisitRow,
  {
    names,
    language,
    terms,
    place,
  }: { readonly names: Names; readonly language: Language; readonly terms: Terms; readonly place: PlaceSlugs },
): VisitListRow {
  const who =
    visit.attendance.length > 0 ? visit.attendance : visit.invitations.filter(({ answer }) => answer !== 'declined')
  const form = visit.form === 'visit' ? '' : ` (${formName(visit.form, language, terms).toLowerCase()})`
  return {
    id: visit.id,
    href: visitPath(place, visit.id),
    units: `${unitsOf(visit, language)}${form}`,
    when: whenText(visit, language),
    who: who.map((it) => withRegistrar(it, names, language)).join('; '),
    state: shownState(visit, language),
  }
}
