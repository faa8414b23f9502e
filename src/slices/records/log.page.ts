import { isoFromDay } from '../../kernel/date.ts'
import { formatInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import { may, type Scope } from '../../platform/scope.ts'
import { claimPath, payrollBatchPath } from '../claims/claims.paths.ts'
import { draftPath } from '../guidelines/editor.paths.ts'
import { guidelinePath } from '../guidelines/guidelines.paths.ts'
import { meetingPath } from '../meetings/meetings.paths.ts'
import { unitPath } from '../overview/overview.paths.ts'
import { reportPath } from '../reports/reports.paths.ts'
import { visitPath } from '../visits/visits.paths.ts'
import type { LogFilter } from './log.rules.ts'
import type { LogQuery } from './log.paths.ts'
import type { LogRow } from './log.store.ts'
import { logTexts } from './log.texts.ts'
import type { LogLine } from './log.views.tsx'
import { commandWords, subjectWords } from './log-words.texts.ts'

/** How many rows a page has. */
export const rowsOnPage = 50

/** Where a thing can be looked at, and by whom. What is not here has no page of its own. */
const subjectPages: Readonly<Record<string, { readonly allow: Permission; readonly path: PathOf }>> = {
  visit: { allow: 'visits:read', path: visitPath },
  report: { allow: 'reports:read', path: reportPath },
  claim: { allow: 'claims:read', path: claimPath },
  meeting: { allow: 'meetings:read', path: meetingPath },
  unit: { allow: 'appointments:read', path: unitPath },
  guideline: { allow: 'guideline:read', path: (place) => guidelinePath(place) },
  'guideline-draft': { allow: 'guideline:edit', path: draftPath },
  'payroll-batch': { allow: 'claims:export', path: payrollBatchPath },
}
type PathOf = (place: PlaceSlugs, id: string) => string

/** Returns what somebody did in plain words; a command of another version by its name. */
export function saidOf(command: string, language: Language): string {
  return commandWords(language)[command] ?? command
}

/** Returns what a row is about in plain words. */
export function subjectOf(type: string, language: Language): string {
  const words: Readonly<Record<string, string>> = subjectWords(language)
  return words[type] ?? type
}

/** Returns who did it: a person, the system, or somebody who is not among the persons any more. */
export function actorOf({ actorId, actor }: Pick<LogRow, 'actorId' | 'actor'>, language: Language): string {
  const texts = logTexts(language)
  return actorId === null ? texts.system : (actor ?? texts.unknown)
}

/** Returns the row as the page shows it. */
export function logLine(
  row: LogRow,
  { scope, language, place }: { readonly scope: Scope; readonly language: Language; readonly place: PlaceSlugs },
): LogLine {
  const texts = logTexts(language)
  const page = subjectPages[row.subjectType]
  return {
    number: row.seq,
    when: formatInstant(row.at, language),
    who: actorOf(row, language),
    onBehalfOf: row.onBehalfOfId === null ? undefined : (row.onBehalfOf ?? texts.unknown),
    said: saidOf(row.command, language),
    isMunicipal: !row.isCommittees,
    subject: subjectOf(row.subjectType, language),
    subjectHref: page && may(scope, page.allow) ? page.path(place, row.subjectId) : undefined,
    subjectId: row.subjectId,
    content: row.content === null ? undefined : contentLines(row.content, texts),
  }
}

/** Returns everything in the content as one line for each value, named by the way to it: `units 1 name`. */
function contentLines(content: unknown, texts: { readonly yes: string; readonly no: string }): LogLine['content'] {
  const walk = (value: unknown, way: readonly string[]): readonly (readonly [string, string])[] => {
    if (typeof value === 'object' && value !== null)
      return Object.entries(value).flatMap(([key, inner]) =>
        walk(inner, [...way, Array.isArray(value) ? String(Number(key) + 1) : key]),
      )
    const said = typeof value === 'boolean' ? texts[value ? 'yes' : 'no'] : String(value ?? '–')
    return [[way.join(' '), said]]
  }
  return walk(content, [])
}

/** Returns the filter as the address says it. */
export function queryOf({ personId, from, until, kind, subjectType, subjectId }: LogFilter): LogQuery {
  return {
    person: personId,
    from: from === undefined ? undefined : isoFromDay(from),
    until: until === undefined ? undefined : isoFromDay(until),
    kind,
    subject: subjectType,
    id: subjectId,
  }
}
