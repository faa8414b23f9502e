import type { Names } from '../../engine/index.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import type { Minutes } from '../../kernel/clock-time.ts'
import type { Day } from '../../kernel/date.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import { formatDay, formatTimeOfDay, type Task as ListedTask, type Tone } from '../../ui/index.ts'
import { approvalsPath, checksPath, claimPath, payrollPath } from '../claims/claims.paths.ts'
import { guidelinePath, reviewPath } from '../guidelines/guidelines.paths.ts'
import { meetingPath } from '../meetings/meetings.paths.ts'
import { checkPath } from '../reports/reports.check.paths.ts'
import { handOversPath } from '../reports/reports.handover.paths.ts'
import { reportPath, reportsPath, visitReportPath } from '../reports/reports.paths.ts'
import { preparationPath } from '../visits/briefing.paths.ts'
import { replacementsPath } from '../visits/participants.paths.ts'
import {
  extraDecisionPath,
  extraRequestPath,
  newVisitPath,
  visitAttendancePath,
  visitPath,
  visitPlanPath,
} from '../visits/visits.paths.ts'
import { type Task, type TaskKind, taskKey, type Urgency } from './desk.rules.ts'
import { coveragePath, unitPath, unitsPath, visitStoryPath } from './overview.paths.ts'
import { startTexts, type TaskWords } from './start.texts.ts'

/** What tasks are put into words with. */
export type TaskContext = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly names: Names
  readonly visitById: (id: string) => { readonly day: Day; readonly start: Minutes } | undefined
  readonly dayOfMeeting: (id: string) => Day | undefined
  /** The id of the saved version of a guideline, by the file's own id. */
  readonly guidelineVersion: (key: string) => string | undefined
}

const tones: { readonly [U in Urgency]: Tone } = {
  late: 'danger',
  today: 'warning',
  soon: 'warning',
  open: 'info',
  waiting: 'neutral',
}

/** Returns the task as the list shows it: its next step as a link, when, and one line on what it is about. */
export function listedTask(task: Task, context: TaskContext): ListedTask {
  const { language } = context
  const texts = startTexts(language)
  const words = wordsFor(task, context)
  const about = aboutOf[task.kind]
  return {
    key: taskKey(task),
    title: texts.titles[task.kind](words),
    href: nextStep(task, context),
    due: task.due === undefined ? undefined : formatDay(task.due, language),
    status: { tone: tones[task.urgency], label: texts.urgency[task.urgency] },
    about:
      about === undefined
        ? undefined
        : texts.abouts[task.group !== undefined && about === 'left' ? 'group' : about](words),
  }
}

type About = keyof ReturnType<typeof startTexts>['abouts']

const aboutOf: { readonly [K in TaskKind]?: About } = {
  'visit-today': 'visit',
  attendance: 'was',
  answer: 'visit',
  confirm: 'visit',
  plan: 'visit',
  prepare: 'visit',
  'write-report': 'was',
  'finish-report': 'was',
  'received-report': 'was',
  'check-report': 'was',
  'await-check': 'was',
  'confirm-fee': 'was',
  'ask-extra': 'visit',
  'decide-extra': 'at',
  'extra-open': 'was',
  'decide-fee': 'at',
  papers: 'reports',
  package: 'reports',
  book: 'left',
  invite: 'persons',
  arrange: 'others',
  'await-invitation': 'left',
  'late-report': 'from',
  unconfirmed: 'visit',
  'no-call': 'units',
  'take-over': 'overdue',
  'handed-over': 'units',
}

function nextStep(task: Task, { place, guidelineVersion }: TaskContext): string {
  const { kind, visit = '', unit, group, meeting = '', claim = '', report = '', guideline = '' } = task
  switch (kind) {
    case 'attendance':
      return visitAttendancePath(place, visit)
    case 'visit-today':
    case 'answer':
    case 'confirm':
    case 'unconfirmed':
      return visitPath(place, visit)
    case 'prepare':
      return preparationPath(place, visit)
    case 'plan':
      return visitPlanPath(place, visit)
    case 'write-report':
    case 'finish-report':
      return visitReportPath(place, visit)
    case 'late-report':
      return visitStoryPath(place, visit)
    case 'ask-extra':
      return extraRequestPath(place, visit)
    case 'extra-open':
      return visitPath(place, visit)
    case 'decide-extra':
    case 'decide-fee':
      return extraDecisionPath(place, visit)
    case 'check-report':
    case 'await-check':
      return checkPath(place, report)
    case 'received-hand-over':
      return handOversPath(place)
    case 'received-report':
      return reportPath(place, report)
    case 'read-reports':
      return reportsPath(place)
    case 'speak':
    case 'papers':
    case 'package':
      return meetingPath(place, meeting)
    case 'confirm-fee':
      return claimPath(place, claim)
    case 'replace':
      return replacementsPath(place)
    case 'check-fees':
      return checksPath(place)
    case 'approve-fees':
      return approvalsPath(place)
    case 'export-fees':
      return payrollPath(place)
    case 'adopt':
    case 'answer-questions':
      return guidelinePath(place)
    case 'review-guideline': {
      const version = guidelineVersion(guideline)
      return version === undefined ? guidelinePath(place) : reviewPath(place, version)
    }
    case 'take-over':
    case 'book':
    case 'invite':
    case 'arrange':
      return newVisitPath(place, { ...(unit === undefined ? {} : { unit }), ...(group === undefined ? {} : { group }) })
    case 'await-invitation':
      return unit === undefined ? unitsPath(place) : unitPath(place, unit)
    case 'no-call':
    case 'handed-over':
    case 'visits-left':
      return coveragePath(place, { lacking: 'ja' })
  }
}

/** A few names are said; the rest are counted. */
const mostNames = 4

function wordsFor(task: Task, { language, names, visitById, dayOfMeeting }: TaskContext): TaskWords {
  const { visit, unit, group, meeting, persons = [], units = [], count = 0, of = 0 } = task
  const some = (all: readonly string[]) => {
    const said = all.slice(0, mostNames)
    return all.length > said.length
      ? startTexts(language).andMore(said.join(', '), all.length - said.length)
      : wordsOf(language).list(said)
  }
  const where = visit ?? unit
  const booked = visit === undefined ? undefined : visitById(visit)
  const day = meeting === undefined ? booked?.day : dayOfMeeting(meeting)
  return {
    where:
      where === undefined
        ? some(units.map((id) => names({ type: 'unit', id })))
        : names({ type: visit === undefined ? 'unit' : 'visit', id: where }),
    who:
      group === undefined
        ? some(persons.map((id) => names({ type: 'person', id })))
        : names({ type: 'group', id: group }),
    day: day === undefined ? '' : formatDay(day, language),
    time: booked === undefined ? '' : formatTimeOfDay(booked.start, language),
    count: units.length > 0 ? units.length : count,
    of,
  }
}
