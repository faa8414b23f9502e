import { explain, termsOf } from '../../engine/index.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { may, type Scope } from '../../platform/scope.ts'
import { formatDay } from '../../ui/index.ts'
import { findNextMeeting } from '../directory/index.ts'
import { programmeNames } from '../guidelines/index.ts'
import { namesOf } from '../people/index.ts'
import { type MissingReport, type MissingReports, missingReports } from './reports.late.basis.ts'
import { remindNowPath } from './reports.late.paths.ts'
import { askedKind, type ToldOfReport } from './reports.late.rules.ts'
import { lateTexts } from './reports.late.texts.ts'
import { visitReportPath } from './reports.paths.ts'
import type { LateLine, LatePage } from './reports-late.views.tsx'

type On = { readonly language: Language; readonly place: PlaceSlugs; readonly notice?: string | undefined }

/**
 * Returns the list of missing reports: for the secretary and the chair all of them, for a politician the own ones.
 * Undefined for those whom it does not concern.
 */
export async function latePage(tx: ReadTx, scope: Scope, on: On): Promise<LatePage | undefined> {
  const { language, notice } = on
  const seesAll = scope.roles.includes('secretary') || scope.roles.includes('chair')
  if (!seesAll && !may(scope, 'reports:write')) return undefined
  const found = await missingReports(tx, scope)
  const isOwn = (report: MissingReport) => writesIt(report, scope)
  const shown = found.missing.filter((it) => seesAll || isOwn(it))
  const names = await namesOf(tx, scope)
  const meeting = shown.length === 0 ? undefined : await findNextMeeting(tx, scope, scope.today)
  return {
    language,
    isOwn: !seesAll,
    notice: notices.find((it) => it === notice),
    nextMeeting: meeting && {
      day: formatDay(meeting.day, language),
      deadline: formatDay(meeting.papersDeadline, language),
    },
    lines: shown.map((report) => lateLine(report, { ...on, scope, found, names })),
  }
}

const notices = ['skickad', 'redan', 'ingen'] as const
/** What came of a reminder, in the address. */
export type LateNotice = (typeof notices)[number]

type Showing = On & {
  readonly scope: Scope
  readonly found: MissingReports
  readonly names: ReadonlyMap<string, string>
}

/** Whether the one who asks came on the visit or reports for its group, where the politicians report. */
function writesIt({ writer, attendees, rapporteur }: MissingReport, scope: Scope): boolean {
  return (
    writer === undefined && [...attendees, ...(rapporteur ? [rapporteur] : [])].some(({ id }) => id === scope.personId)
  )
}

function lateLine(report: MissingReport, showing: Showing): LateLine {
  const { language, place, scope, names } = showing
  const texts = lateTexts(language)
  const { list } = wordsOf(language)
  const { writer, deadline, daysLate, timing } = report
  const units = list(report.units)
  const nameOf = ({ personId }: ToldOfReport) => names.get(personId) ?? ''
  const writes =
    writer === undefined ? may(scope, 'reports:write') && writesIt(report, scope) : may(scope, 'reports:register')
  const asked = report.reminders.some(({ kind, day }) => kind === askedKind && day === scope.today)
  const others = report.owing.filter(({ id }) => id !== scope.personId)
  return {
    visitId: report.id,
    units,
    visitDay: texts.madeOn(formatDay(report.day, language)),
    owed: writer === undefined ? list(report.owing.map(({ name }) => name)) || texts.nobody : texts.owedBy[writer],
    owedNames: writer === undefined ? '' : list(report.owing.map(({ name }) => name)),
    owedClause: report.owedBy && texts.clause(report.owedBy.rule, report.owedBy.clause),
    due: deadline === undefined ? undefined : formatDay(deadline, language),
    dueClause: timing && texts.clause(timing.rule, timing.clause),
    state:
      daysLate === undefined
        ? { tone: 'neutral', text: texts.noDay, more: texts.since(Math.max(1, scope.today - report.day)) }
        : daysLate > 0
          ? { tone: 'danger', text: texts.late(daysLate) }
          : daysLate === 0
            ? { tone: 'warning', text: texts.lastDay }
            : { tone: 'info', text: texts.left(-daysLate) },
    reminders: report.reminders.map((told) =>
      texts.reminder[reminderKind(told.kind)](nameOf(told), formatDay(told.day, language)),
    ),
    next: report.next ? texts.next(formatDay(report.next.on, language)) : texts.noNext,
    escalations: escalationLines(report, showing),
    href: writes ? visitReportPath(place, report.id) : undefined,
    isRegistered: writer !== undefined,
    remindHref:
      may(scope, 'reports:register') && others.length > 0 && !asked ? remindNowPath(place, report.id) : undefined,
    remindedToday: may(scope, 'reports:register') && asked,
  }
}

type ReminderTexts = ReturnType<typeof lateTexts>['reminder']

function reminderKind(kind: string): keyof ReminderTexts {
  return kind === 'report-due' || kind === 'report-late' || kind === askedKind ? kind : 'report-missing'
}

function escalationLines(report: MissingReport, { language, names, found }: Showing): LateLine['escalations'] {
  const texts = lateTexts(language)
  const rules = found.judgement?.rules
  const terms = rules ? termsOf(rules.guidelines) : []
  const { list, labels } = wordsOf(language, terms)
  return report.escalations.map(({ finding, told }) => {
    const { to, tellOn } = finding.values
    const clause = texts.clause(finding.rule, finding.clause)
    const [first] = told
    if (first !== undefined)
      return {
        clause,
        text: texts.told(list(told.map(({ personId }) => names.get(personId) ?? '')), formatDay(first.day, language)),
      }
    const whom = Array.isArray(to) ? labels(to) : ''
    if (finding.code === 'tell') return { clause, text: texts.toTell(whom) }
    if (finding.code === 'waits' && typeof tellOn === 'number')
      return { clause, text: texts.tells(whom, formatDay(tellOn as Parameters<typeof formatDay>[0], language)) }
    const programme = found.judgement?.programme
    return { clause, text: explain(finding, language, programme && programmeNames(programme), terms) }
  })
}
