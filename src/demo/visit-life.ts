import { addDays, type Day, isoFromDay } from '../kernel/date.ts'
import { confirmClaim, listClaims } from '../slices/claims/index.ts'
import { findNextMeeting } from '../slices/directory/index.ts'
import {
  findReportOfVisit,
  finaliseReport,
  markReportRead,
  reportOrally,
  saveDraft,
  startReport,
} from '../slices/reports/index.ts'
import {
  answerInvitation,
  answerTimes,
  bookVisit,
  cancelVisit,
  declineVisit,
  decideExtra,
  getVisit,
  missVisit,
  noteAttendance,
  notePreparation,
  planVisit,
} from '../slices/visits/index.ts'
import { at, mondayOrLater, type Task } from './calendar.ts'
import { type Adding, addingTasks } from './fee-life.ts'
import type { Town } from './town.ts'
import type { Writing } from './writing.ts'

/** One who came, with other hours than the visit's own where they differ. */
export type Came = string | { readonly name: string; readonly from: string; readonly to: string }

/** What becomes of a visit, by those who see to it. What lies ahead of today has not happened yet. */
export type VisitStory = {
  readonly unit: string
  readonly manager: string
  readonly day: Day
  readonly hours: readonly [from: string, to: string]
  readonly form?: 'placement' | 'users-meeting'
  readonly bookedBy: string
  /** Other times that are proposed beside the first; nobody has chosen among them. */
  readonly otherTimes?: readonly { readonly day: Day; readonly hours: readonly [from: string, to: string] }[]
  /** What others have said to each of the times, in order. */
  readonly timesAnswered?: Readonly<Record<string, readonly ('yes' | 'if-need-be' | 'no')[]>>
  /** How many days before the visit it is booked; four weeks unless given. */
  readonly lead?: number
  readonly place?: string
  readonly withRelativesCouncil?: true
  readonly specialReason?: string
  /** The manager's programme; without one nobody has planned or confirmed it. */
  readonly programme?: string
  readonly accepted?: readonly string[]
  readonly declined?: readonly string[]
  readonly prepared?: readonly string[]
  readonly extra?: {
    readonly by: string
    readonly person: string
    readonly about: 'extra-visit' | 'extra-fee'
    readonly daysAfterBooking: number
  }
  readonly ends?: {
    readonly how: 'declined' | 'cancelled' | 'missed'
    readonly by: string
    readonly onDay: Day
    readonly reason: string
  }
  readonly came?: readonly Came[]
  /** Kinds of people: reached, or the explanation why not. */
  readonly met?: Readonly<Record<string, true | string>>
  readonly report?: ReportStory
  /** Days after the visit on which those who came confirm their fee. */
  readonly confirmed?: number
  /** What somebody adds to their claim three days after the visit, by name. */
  readonly adds?: Readonly<Record<string, readonly Adding[]>>
  /** Somebody's hours turn out to be others, on a later day. */
  readonly corrected?: { readonly on: Day; readonly came: readonly Came[]; readonly reason: string }
}

export type ReportStory = {
  readonly by: string
  /** Days after the visit. */
  readonly after: number
  readonly signedBy?: readonly string[]
  readonly readBy?: readonly string[]
} & ({ readonly written: Writing; readonly unfinished?: true } | { readonly orally: string })

/** Nobody is asked to a visit with less notice: it is booked, answered, planned and prepared before it is held. */
const shortestNotice = 7

/** Returns what is done with the visit and when; nothing for one that the town is too young for. */
export function visitTasks(town: Town, story: VisitStory): readonly Task[] {
  const { day } = story
  const booked = laterOf(addDays(town.from, 1), addDays(day, -(story.lead ?? 28)))
  if (day < town.holdsFrom || booked > addDays(day, -shortestNotice)) return []
  let visitId = ''
  const visit = () => visitId
  const book = at(booked, '09:10', async () => {
    visitId = await bookOne(town, story)
  })
  const afterwards = [
    ...planning(town, story, booked, visit),
    ...(story.ends ? [ending(town, story.ends, visit)] : []),
    ...(story.came ? [at(day, '21:05', () => attend(town, story, visit()))] : []),
    ...(story.report ? reporting(town, story, story.report, visit) : []),
    ...addingTasks(town, story, visit),
    ...(story.corrected ? [correcting(town, story, story.corrected, visit)] : []),
    ...(story.confirmed === undefined ? [] : confirming(town, story, story.confirmed, visit)),
  ]
  return [book, ...afterwards.filter((task) => task.day > booked)]
}

/** Books as people do: what the guideline says is read, and the reason given when one is asked for. */
async function bookOne(
  town: Town,
  { unit, day, hours, otherTimes = [], form, place, withRelativesCouncil, bookedBy, specialReason }: VisitStory,
): Promise<string> {
  const form_ = {
    ...{ units: town.unitId(unit), day: isoFromDay(day), start: hours[0], end: hours[1], form: form ?? 'visit' },
    ...{ place: place ?? '', withRelativesCouncil: withRelativesCouncil ? 'yes' : '', seen: 'yes' },
    ...Object.assign({}, ...otherTimes.map((it, index) => timeFieldsOf(index + 2, it))),
  }
  const by = town.actor(bookedBy)
  if (specialReason === undefined) {
    const outcome = await town.attempt(by, bookVisit, form_)
    if (outcome.ok) return outcome.value.id
    if (outcome.code !== 'visits.special-reason-needed') throw new Error(`${unit} ${isoFromDay(day)}: ${outcome.code}`)
  }
  const { id } = await town.run(by, bookVisit, { ...form_, specialReason: specialReason ?? usualReason })
  return id
}

function timeFieldsOf(
  number: number,
  { day, hours }: { readonly day: Day; readonly hours: readonly [string, string] },
) {
  return { [`day${number}`]: isoFromDay(day), [`start${number}`]: hours[0], [`end${number}`]: hours[1] }
}

const usualReason = 'Enheten har bett om ett besök till, eftersom verksamheten flyttar in i nya lokaler.'

function planning(town: Town, story: VisitStory, booked: Day, visit: () => string): readonly Task[] {
  const { manager, programme, accepted = [], declined = [], timesAnswered = {}, prepared = [], extra, day } = story
  const answer = (name: string, given: 'accepted' | 'declined', message: string) => async () => {
    await town.run(town.actor(name), answerInvitation, {
      visit: visit(),
      person: town.idOf(name),
      answer: given,
      message,
    })
  }
  return [
    ...(programme === undefined
      ? []
      : [at(addDays(booked, 2), '10:25', () => plan(town, visit(), { manager, programme, place: story.place ?? '' }))]),
    ...accepted.map((name, index) => at(addDays(booked, 1), `18:${20 + index}`, answer(name, 'accepted', ''))),
    ...Object.entries(timesAnswered).map(([name, given], index) =>
      at(addDays(booked, 2), `12:${10 + index}`, () => answerProposed(town, visit(), name, given)),
    ),
    ...declined.map((name, index) =>
      at(addDays(booked, 3), `19:${10 + index}`, answer(name, 'declined', 'Jag är tyvärr bortrest den dagen.')),
    ),
    ...prepared.map((name, index) =>
      at(addDays(day, -1), `20:${15 + index}`, async () => {
        await town.run(town.actor(name), notePreparation, { visit: visit() })
      }),
    ),
    ...(extra ? [at(addDays(booked, extra.daysAfterBooking), '11:15', () => decide(town, visit(), extra))] : []),
  ]
}

async function answerProposed(
  town: Town,
  visitId: string,
  name: string,
  given: readonly ('yes' | 'if-need-be' | 'no')[],
): Promise<void> {
  const { times, sequence } = await seen(town, visitId)
  const answers = Object.fromEntries(times.map(({ id }, index) => [id, given[index] ?? 'no']))
  await town.run(town.actor(name), answerTimes, {
    visit: visitId,
    person: town.idOf(name),
    sequence: String(sequence),
    answers,
  })
}

async function plan(
  town: Town,
  visitId: string,
  by: { readonly manager: string; readonly programme: string; readonly place: string },
): Promise<void> {
  const { state, version } = await seen(town, visitId)
  const input = { visit: visitId, version: String(version), programme: by.programme, place: by.place }
  await town.run(town.actor(by.manager), planVisit, { ...input, intent: state === 'proposed' ? 'confirm' : 'save' })
}

async function decide(
  town: Town,
  visitId: string,
  { by, person, about }: NonNullable<VisitStory['extra']>,
): Promise<void> {
  const { version } = await seen(town, visitId)
  const outcome = await town.attempt(town.actor(by), decideExtra, {
    ...{ visit: visitId, version: String(version), person: town.idOf(person), about, granted: 'yes' },
    ...{
      delegation: 'Delegationsordningen punkt 2.4',
      reason: 'Enheten genomgår en större förändring som nämnden behöver följa.',
    },
  })
  // Early in the year it is not yet beyond the usual number, and then there is nothing to decide.
  if (!outcome.ok && outcome.code !== 'visits.no-decision-needed') throw new Error(`${person}: ${outcome.code}`)
}

const endings = { cancelled: cancelVisit, missed: missVisit } as const

function ending(town: Town, { how, by, onDay, reason }: NonNullable<VisitStory['ends']>, visit: () => string): Task {
  return at(onDay, '17:20', async () => {
    const { version } = await seen(town, visit())
    const input = { visit: visit(), version: String(version), reason }
    if (how === 'declined') await town.run(town.actor(by), declineVisit, { ...input, cause: 'capacity' })
    else await town.run(town.actor(by), endings[how], input)
  })
}

async function attend(
  town: Town,
  { hours, came = [], met = {}, bookedBy, manager }: VisitStory,
  visitId: string,
  correction: { readonly reason: string; readonly seen: 'yes' } | undefined = undefined,
): Promise<void> {
  const { version } = await seen(town, visitId)
  const present = came.map((it) => (typeof it === 'string' ? { name: it, from: hours[0], to: hours[1] } : it))
  const attending = present.flatMap(({ name, from, to }) => {
    const id = town.idOf(name)
    return [
      [`came.${id}`, 'yes'],
      [`start.${id}`, from],
      [`end.${id}`, to],
    ]
  })
  const reached = Object.entries(met).flatMap(([audience, how]) => [
    [`met.${audience}`, how === true ? 'yes' : 'no'],
    ...(how === true ? [] : [[`why.${audience}`, how]]),
  ])
  const notedBy = present.some(({ name }) => name === bookedBy) ? bookedBy : manager
  const form = {
    visit: visitId,
    version: String(version),
    ...Object.fromEntries([...attending, ...reached]),
    ...correction,
  }
  await town.run(town.actor(notedBy), noteAttendance, form)
}

function correcting(
  town: Town,
  story: VisitStory,
  { on, came, reason }: NonNullable<VisitStory['corrected']>,
  visit: () => string,
): Task {
  return at(on, '10:40', () => attend(town, { ...story, came }, visit(), { reason, seen: 'yes' }))
}

function reporting(town: Town, { day }: VisitStory, report: ReportStory, visit: () => string): readonly Task[] {
  const on = addDays(day, report.after)
  if ('orally' in report) return [at(on, '19:05', () => tell(town, visit(), report.by, report.orally))]
  const { written, by, signedBy = [], readBy = [], unfinished } = report
  let reportId = ''
  const write = at(on, '19:05', async () => {
    const { id } = await town.run(town.actor(by), startReport, { visitId: visit() })
    reportId = id
    await save(town, by, visit(), written, 'save')
  })
  const sign = (name: string, index: number) =>
    at(on, `20:${20 + index}`, () => save(town, name, visit(), written, 'sign'))
  const finish = at(addDays(on, 1), '08:05', async () => {
    const version = String((await reportOf(town, visit())).version)
    await town.run(town.actor(by), finaliseReport, { id: reportId, version })
  })
  const read = (name: string, index: number) =>
    at(addDays(on, 5 + 2 * index), '20:05', async () => {
      await town.run(town.actor(name), markReportRead, { id: reportId })
    })
  return [write, ...signedBy.map(sign), ...(unfinished ? [] : [finish, ...readBy.map(read)])]
}

async function save(town: Town, name: string, visitId: string, written: Writing, next: 'save' | 'sign'): Promise<void> {
  const { id, version } = await reportOf(town, visitId)
  const { texts, proposals = [], questions = [] } = written
  await town.run(town.actor(name), saveDraft, {
    ...{ id, version: String(version), next },
    ...Object.fromEntries(Object.entries(texts).map(([topic, text]) => [`text.${topic}`, text])),
    ...Object.fromEntries(proposals.map((text, index) => [`proposal.${index + 1}`, text])),
    ...Object.fromEntries(questions.map((text, index) => [`question.${index + 1}`, text])),
  })
}

async function tell(town: Town, visitId: string, speaker: string, line: string): Promise<void> {
  const meeting = await town.read((tx, scope) => findNextMeeting(tx, scope, scope.today))
  await town.run(town.actor(speaker), reportOrally, {
    visitId,
    meeting: meeting?.id,
    speaker: town.idOf(speaker),
    line,
  })
}

function confirming(town: Town, { day, came = [] }: VisitStory, after: number, visit: () => string): readonly Task[] {
  const names = came.map((it) => (typeof it === 'string' ? it : it.name))
  return names.map((name, index) =>
    at(mondayOrLater(addDays(day, after + index)), '12:35', async () => {
      const claims = await town.read((tx, scope) =>
        listClaims(tx, scope, { visitId: visit(), personId: town.idOf(name), states: ['made', 'returned'] }),
      )
      for (const { id, version } of claims) {
        // Beyond the cap of the year there is nothing to confirm, and whoever tries is told so.
        const outcome = await town.attempt(town.actor(name), confirmClaim, { id, version: String(version) })
        if (!outcome.ok && outcome.code !== 'claims.not-payable')
          throw new Error(`${name} could not confirm: ${outcome.code}`)
      }
    }),
  )
}

function seen(town: Town, visitId: string) {
  return town.read((tx, scope) => getVisit(tx, scope, visitId))
}

async function reportOf(town: Town, visitId: string) {
  const report = await town.read((tx, scope) => findReportOfVisit(tx, scope, visitId))
  if (report === undefined) throw new Error('The demonstration has lost a report')
  return report
}

function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other
}
