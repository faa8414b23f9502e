import { formatInstant, type Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { formatDay } from '../../ui/index.ts'
import type { Ahead, BesideTime } from './times.basis.ts'
import { bestTime, countAnswers, hasPassed, mayAnswerTimes, mayChooseTime, type TimeAnswer } from './times.rules.ts'
import { timesTexts } from './times.texts.ts'
import type { Names } from './visits.page.ts'
import type { Moment, Viewer } from './visits.rules.ts'
import type { VisitRow } from './visits.store.ts'
import { withRegistrar } from './visits-on-behalf.page.ts'

/** The proposed times of a visit, finished for showing. */
export type TimesPage = {
  readonly isOpen: boolean
  readonly sequence: number
  readonly version: number
  readonly times: readonly {
    readonly id: string
    readonly label: string
    readonly mark: string | undefined
    readonly said: { readonly [A in TimeAnswer]: string }
    readonly notes: string
  }[]
  readonly people: readonly {
    readonly key: string
    readonly name: string
    readonly asked: string
    readonly answered: string
  }[]
  /** One for each whom the viewer can answer for, oneself first; the times that can still be answered. */
  readonly answerFor: readonly {
    readonly personId: string
    readonly name: string
    readonly isOwn: boolean
    readonly isChange: boolean
    readonly times: readonly {
      readonly id: string
      readonly label: string
      readonly hint: string | undefined
      readonly said: TimeAnswer | undefined
    }[]
  }[]
  /** The times to choose among, when the viewer may choose. */
  readonly choices: readonly { readonly value: string; readonly label: string; readonly hint: string }[]
  readonly best: string | undefined
}

export type TimesPageInput = {
  readonly visit: VisitRow
  /** All who are asked: the invited and the managers. */
  readonly askedIds: readonly string[]
  /** What stands beside each time, in the order of the visit's times; none once a time is chosen. */
  readonly beside: readonly BesideTime[]
  readonly names: Names
  readonly unitNames: Names
  readonly viewer: Viewer
  readonly now: Moment
  readonly language: Language
}

/** Returns the proposed times with who has said what and when; undefined for a visit that never had several. */
export function timesPageOf(input: TimesPageInput): TimesPage | undefined {
  const { visit, askedIds, beside, names, viewer, now, language } = input
  if (visit.times.length === 0) return undefined
  const texts = timesTexts(language)
  const isOpen = visit.timesOpen && visit.state === 'proposed'
  const best = isOpen ? bestTime(visit.times, now) : undefined
  const ahead = visit.times.filter((time) => !hasPassed(time, now))
  const concerned = {
    unitIds: visit.units.map(({ id }) => id),
    invitedIds: visit.invitations.map(({ personId }) => personId),
    initiatedByPersonId: visit.initiatedByPersonId,
  }
  const mayChoose = isOpen && mayChooseTime(viewer, concerned)
  const takenAt = (index: number, personId: string) => beside[index]?.taken.includes(personId) === true
  return {
    isOpen,
    sequence: visit.sequence,
    version: visit.version,
    times: visit.times.map((time, index) => ({
      id: time.id,
      label: texts.time(time),
      mark: hasPassed(time, now) && isOpen ? texts.passed : time.id === best?.id ? texts.suitsBest : undefined,
      said: saidTo(time, names, language),
      notes: notesOf(beside[index], input).join(' '),
    })),
    people: peopleOf(input),
    answerFor: (isOpen ? inOwnOrder(askedIds, viewer) : [])
      .filter((personId) => mayAnswerTimes(viewer, { askedIds }, personId))
      .map((personId) => ({
        personId,
        name: names(personId),
        isOwn: personId === viewer.personId,
        isChange: visit.times.some(({ answers }) => answers.some((it) => it.personId === personId)),
        times: ahead.map((time) => ({
          id: time.id,
          label: texts.time(time),
          hint: takenAt(visit.times.indexOf(time), personId)
            ? personId === viewer.personId
              ? texts.youAreTaken
              : texts.isTaken(names(personId))
            : undefined,
          said: time.answers.find((it) => it.personId === personId)?.answer,
        })),
      })),
    choices: mayChoose
      ? ahead.map((time) => {
          const { yes, 'if-need-be': ifNeedBe, no } = countAnswers(time)
          const counts = texts.chooseCounts(yes, ifNeedBe, no)
          const hint = time.id === best?.id ? `${texts.suitsBest}: ${counts}` : counts
          return { value: time.id, label: texts.time(time), hint }
        })
      : [],
    best: best?.id,
  }
}

function inOwnOrder(ids: readonly string[], { personId }: Viewer): readonly string[] {
  return [...ids.filter((id) => id === personId), ...ids.filter((id) => id !== personId)]
}

function saidTo({ answers }: VisitRow['times'][number], names: Names, language: Language) {
  const list = (wanted: TimeAnswer) => {
    const found = answers.filter(({ answer }) => answer === wanted).map((it) => withRegistrar(it, names, language))
    return found.length === 0 ? timesTexts(language).nobody : found.join('; ')
  }
  return { yes: list('yes'), 'if-need-be': list('if-need-be'), no: list('no') }
}

/** When each was asked about these times, and when they last answered them. */
function peopleOf({ visit, askedIds, names, language }: TimesPageInput): TimesPage['people'] {
  const texts = timesTexts(language)
  const proposedAt = Math.max(...visit.times.map((time) => time.proposedAt)) as Instant
  const answering = visit.times.flatMap(({ answers }) => answers)
  // The answers of one who is asked no longer, such as a manager who has changed unit, are part of the record.
  const persons = [...new Set([...askedIds, ...answering.map(({ personId }) => personId)])]
  return persons.map((personId) => {
    const invitation = visit.invitations.find((it) => it.personId === personId)
    const asked = Math.max(proposedAt, invitation?.sentAt ?? 0) as Instant
    const answered = answering.filter((it) => it.personId === personId).map(({ answeredAt }) => answeredAt)
    return {
      key: personId,
      name: names(personId),
      asked: formatInstant(asked, language),
      answered: answered.length === 0 ? texts.notAnswered : formatInstant(Math.max(...answered) as Instant, language),
    }
  })
}

type Noting = Pick<TimesPageInput, 'names' | 'unitNames' | 'viewer' | 'language'>

/** Returns what to know about one time, a sentence each: who and what is taken first, then the day. */
export function notesOf(
  beside: BesideTime | undefined,
  { names, unitNames, viewer, language }: Noting,
): readonly string[] {
  if (beside === undefined) return []
  const texts = timesTexts(language)
  return [
    ...beside.taken.map((id) => (id === viewer.personId ? texts.youAreTaken : texts.isTaken(names(id)))),
    ...beside.unitsTaken.map((id) => texts.unitIsTaken(unitNames(id))),
    ...beside.blocked.map(({ unitId, reason }) => texts.blocked(unitNames(unitId), reason)),
    ...(beside.isMeetingDay ? [texts.meeting] : []),
    ...beside.councils.map((it) => texts.council(it.name, unitNames(it.unitId), texts.timeRange(it))),
    ...beside.visits.flatMap((visit) =>
      visit.units.slice(0, 1).map((unit) => texts.unitIsVisited(unit.name, texts.timeRange(visit))),
    ),
  ]
}

/** Returns what the coming months hold, a line each, in order of day. */
export function aheadLines(
  { blocked, meetings, councils }: Ahead,
  unitNames: Names,
  language: Language,
): readonly string[] {
  const texts = timesTexts(language)
  const day = (value: Ahead['meetings'][number]) => formatDay(value, language)
  return [
    ...blocked.map((it) => ({
      day: it.from,
      line: texts.blockedPeriod(unitNames(it.unitId), day(it.from), day(it.until), it.reason),
    })),
    ...meetings.map((it) => ({ day: it, line: texts.meetingOn(day(it)) })),
    ...councils.map((it) => ({
      day: it.day,
      line: texts.councilOn(day(it.day), it.name, unitNames(it.unitId), texts.timeRange(it)),
    })),
  ]
    .toSorted((a, b) => a.day - b.day)
    .map(({ line }) => line)
}
