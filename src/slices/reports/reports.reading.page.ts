import { wordsOf } from '../../engine/rules/words.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { PersonScope, Scope } from '../../platform/scope.ts'
import { formatDay } from '../../ui/index.ts'
import { listMeetings } from '../directory/index.ts'
import { listRepresentatives } from '../people/index.ts'
import { reportPath, reportReadingPath, reportsPath } from './reports.paths.ts'
import { listToRead, readingByMember, type ToRead } from './reports.reading.store.ts'
import { readingTexts } from './reports.reading.texts.ts'
import type { ReadingLine, ReadingPage, ReadingStatusPage } from './reports-reading.views.tsx'

type On = { readonly language: Language; readonly place: PlaceSlugs }

/** More than a term of office brings in the largest committees. */
const mostListed = 500

/** Returns the list of the others' reports: those for the next meeting first, each group unread first. */
export async function readingPage(tx: ReadTx, scope: PersonScope, on: On): Promise<ReadingPage> {
  const { language, place } = on
  const texts = readingTexts(language)
  const next = (await listMeetings(tx, scope)).find(({ day }) => day >= scope.today)
  const reports = await listToRead(tx, scope, mostListed)
  const ofNext = ({ meetingDay }: ToRead) => next !== undefined && meetingDay === next.day
  const lines = (some: readonly ToRead[]) => some.map((report) => readingLine(report, on))
  const groups = [
    ...(next
      ? [{ heading: texts.forMeeting(formatDay(next.day, language)), lines: lines(reports.filter(ofNext)) }]
      : []),
    {
      heading: next && reports.some(ofNext) ? texts.others : texts.all,
      lines: lines(reports.filter((report) => !ofNext(report))),
    },
  ]
  return {
    language,
    unread: reports.filter(({ readOn }) => readOn === undefined).length,
    nextMeeting: next && formatDay(next.day, language),
    groups: groups.filter((group) => group.lines.length > 0),
    listHref: reportsPath(place),
  }
}

/** Returns how many of the unread the list of all reports shows, and them. */
export async function unreadLines(
  tx: ReadTx,
  scope: PersonScope,
  on: On,
  most: number,
): Promise<readonly ReadingLine[]> {
  const reports = await listToRead(tx, scope, most)
  return reports.filter(({ readOn }) => readOn === undefined).map((report) => readingLine(report, on))
}

/** Returns where the next unread report is read; undefined when all are. */
export async function nextUnread(tx: ReadTx, scope: PersonScope, place: PlaceSlugs): Promise<string | undefined> {
  const [first] = await listToRead(tx, scope, 1)
  return first === undefined || first.readOn !== undefined ? undefined : reportPath(place, first.id)
}

function readingLine(report: ToRead, { language, place }: On): ReadingLine {
  const { list } = wordsOf(language)
  return {
    id: report.id,
    units: list(report.units),
    visitDay: formatDay(report.visitDay, language),
    authors: list(report.authors),
    href: reportPath(place, report.id),
    isRestricted: report.isRestricted,
    readOn: report.readOn === undefined ? undefined : formatDay(report.readOn, language),
    isCorrected: report.readEarlierOn !== undefined,
    readHref: report.readOn === undefined ? reportReadingPath(place, report.id) : undefined,
  }
}

/** Returns how far each member and substitute has come with the others' reports. */
export async function readingStatusPage(tx: ReadTx, scope: Scope, { language, place }: On): Promise<ReadingStatusPage> {
  const texts = readingTexts(language)
  const members = (await listRepresentatives(tx, scope)).map(({ id }) => id)
  return {
    language,
    members: (await readingByMember(tx, scope, members)).map(({ name, read, unread }) => ({
      name,
      read,
      unread: unread.map(({ id, units, visitDay }) => ({
        text: texts.unreadLine(wordsOf(language).list(units), formatDay(visitDay, language)),
        href: reportPath(place, id),
      })),
    })),
    listHref: reportsPath(place),
  }
}
