import { settingsOn } from '../../engine/index.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { may, type PersonScope, type Scope } from '../../platform/scope.ts'
import { formatDay } from '../../ui/index.ts'
import { findNextMeeting } from '../directory/index.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { listRepresentatives } from '../people/index.ts'
import { reportGuide } from './reports.guide.rules.ts'
import { namesText } from './reports.page.ts'
import { reportDraftPath, reportPath, reportsPath, visitReportPath } from './reports.paths.ts'
import { unreadLines } from './reports.reading.page.ts'
import { readingListPath, readingStatusPath } from './reports.reading.paths.ts'
import { otherWriter, reportersOf, readsWholeCommittee, shownStateOf } from './reports.rules.ts'
import { countFinal, listReadings, listReports, type ReportRow } from './reports.store.ts'
import { listUnreported } from './reports.unreported.store.ts'
import { reportsTexts } from './reports.texts.ts'
import type { ReportListPage } from './reports-list.views.tsx'

type On = { readonly language: Language; readonly place: PlaceSlugs }

const perPage = 50
/** The list of all reports shows so many of the unread; the list to read has the rest. */
const mostUnread = 5

/** Returns what the list of reports shows the one who asks. `page` is what the address says, counted from 1. */
export async function listPage(
  tx: ReadTx,
  scope: PersonScope,
  { language, place, page: asked }: On & { readonly page: string | undefined },
): Promise<ReportListPage> {
  const pages = Math.max(1, Math.ceil((await countFinal(tx, scope)) / perPage))
  const page = Math.min(pages, Math.max(1, Number.parseInt(asked ?? '1', 10) || 1))
  const final = await listReports(tx, scope, { state: 'final', most: perPage, after: (page - 1) * perPage })
  const readers = await readersOf(tx, scope)
  const readings =
    readers.length === 0
      ? []
      : await listReadings(
          tx,
          scope,
          final.map(({ id }) => id),
        )
  const readingsOf = Map.groupBy(readings, ({ reportId }) => reportId)
  const drafts = await listReports(tx, scope, { state: 'draft' })
  const isOwn = ({ authors }: ReportRow) => authors.some(({ personId }) => personId === scope.personId)
  const line = (report: ReportRow) => ({
    id: report.id,
    units: unitsText(report, language),
    visitDay: formatDay(report.visitDay, language),
    authors: namesText(report.authors, language),
  })
  const reads = may(scope, 'reports:write')
  return {
    language,
    lead: !readsWholeCommittee(scope) ? 'leadManager' : reads ? 'lead' : 'leadReader',
    unread: reads
      ? { lines: await unreadLines(tx, scope, { language, place }, mostUnread), href: readingListPath(place) }
      : undefined,
    drafts: drafts.map((report) => ({ ...line(report), href: reportDraftPath(place, report.id), mine: isOwn(report) })),
    ...(await missingPart(tx, scope, { language, place })),
    final: final.map((report) => ({
      ...line(report),
      href: reportPath(place, report.id),
      isRestricted: report.isRestricted,
      number: report.registrationNumber ?? '',
      state: shownStateOf(report),
      reading: scope.roles.includes('secretary')
        ? readingOf(report, readingsOf.get(report.id) ?? [], readers)
        : undefined,
    })),
    statusHref: scope.roles.includes('secretary') ? readingStatusPath(place) : undefined,
    page,
    pages,
    hrefOf: (number) => `${reportsPath(place)}?sida=${number}#fardiga`,
  }
}

/** Politicians see the reports they owe themselves; the secretary and the chair see who owes what. */
async function missingPart(
  tx: ReadTx,
  scope: Scope,
  { language, place }: On,
): Promise<Pick<ReportListPage, 'missing' | 'nextMeeting'>> {
  const seesAll = scope.roles.includes('secretary') || scope.roles.includes('chair')
  if (!seesAll && !may(scope, 'reports:write')) return {}
  const unreported = await listUnreported(tx, scope)
  const meeting = await findNextMeeting(tx, scope, scope.today)
  const { guidelines, interpretations } = await rulesInForce(tx, scope)
  const lines = unreported.map((visit) => {
    const { by } = reportGuide(settingsOn(guidelines, interpretations, visit.day), language)
    const { attendees, rapporteur } = visit
    const writer = otherWriter(by)
    const owing = reportersOf(by, { attendees: attendees.map(({ id }) => id), rapporteurId: rapporteur?.id })
    const people = [...new Map([...attendees, ...(rapporteur ? [rapporteur] : [])].map((it) => [it.id, it])).values()]
    const isOwn = writer === undefined && people.some(({ id }) => id === scope.personId)
    return {
      visitId: visit.id,
      units: wordsOf(language).list(visit.units),
      since: formatDay(visit.day, language),
      owed:
        writer === undefined
          ? namesText(
              people.filter(({ id }) => owing.includes(id)),
              language,
            )
          : reportsTexts(language).owedBy[writer],
      href:
        may(scope, writer === undefined ? 'reports:write' : 'reports:register') && (isOwn || writer !== undefined)
          ? visitReportPath(place, visit.id)
          : undefined,
      isRegistered: writer !== undefined,
      isOwn,
    }
  })
  return {
    missing: lines.filter(({ isOwn }) => seesAll || isOwn),
    nextMeeting: meeting && {
      day: formatDay(meeting.day, language),
      deadline: formatDay(meeting.papersDeadline, language),
    },
  }
}

function unitsText({ units }: ReportRow, language: Language): string {
  return wordsOf(language).list(units.map(({ name }) => name))
}

type Reader = { readonly id: string; readonly name: string }

/** Those who are to read the others' reports: everybody with a seat in the committee. */
export async function readersOf(tx: ReadTx, scope: Scope): Promise<readonly Reader[]> {
  return scope.roles.includes('secretary') ? listRepresentatives(tx, scope) : []
}

/** Returns who has read the report and who has not, of those who are to read it; its authors left out. */
export function readingOf(
  report: ReportRow,
  readings: readonly { readonly personId: string }[],
  readers: readonly Reader[],
) {
  const others = readers.filter(({ id }) => !report.authors.some(({ personId }) => personId === id))
  const hasRead = ({ id }: Reader) => readings.some(({ personId }) => personId === id)
  const sorted = (some: readonly Reader[]) => some.map(({ name }) => name).toSorted(new Intl.Collator('sv').compare)
  return { read: sorted(others.filter(hasRead)), unread: sorted(others.filter((it) => !hasRead(it))) }
}
