import { wordsOf } from '../../engine/rules/words.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { may, type PersonScope, type Scope } from '../../platform/scope.ts'
import { formatDay } from '../../ui/index.ts'
import { listRepresentatives } from '../people/index.ts'
import { latePage } from './reports.late.page.ts'
import { namesText } from './reports.page.ts'
import { reportDraftPath, reportPath, reportsPath } from './reports.paths.ts'
import { unreadLines } from './reports.reading.page.ts'
import { readingListPath, readingStatusPath } from './reports.reading.paths.ts'
import { handOversPath } from './reports.handover.paths.ts'
import { hasHandOvers } from './reports.handover.store.ts'
import { readsWholeCommittee, shownStateOf } from './reports.rules.ts'
import { countFinal, listReadings, listReports, type ReportRow } from './reports.store.ts'
import { registerPath } from './reports.register-list.paths.ts'
import type { ReportListPage } from './reports-list.views.tsx'

type On = { readonly language: Language; readonly place: PlaceSlugs }

const perPage = 50
/** The list of all reports shows so many of the unread; the list to read has the rest. */
const mostUnread = 5

/** Returns what the list of reports shows the one who asks. `page` is what the address says, counted from 1. */
export async function listPage(
  tx: ReadTx,
  scope: PersonScope,
  {
    language,
    place,
    page: asked,
    notice,
  }: On & { readonly page: string | undefined; readonly notice?: string | undefined },
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
    late: await latePage(tx, scope, { language, place, notice }),
    final: final.map((report) => ({
      ...line(report),
      href: reportPath(place, report.id),
      isRestricted: report.isRestricted,
      number: report.registrationNumber ?? '',
      state: shownStateOf(report),
      reading: scope.roles.includes('secretary')
        ? readingOf(report, latestOnly(report, readingsOf.get(report.id)), readers)
        : undefined,
    })),
    registerHref: readsWholeCommittee(scope) ? registerPath(place) : undefined,
    handOversHref: (await hasHandOvers(tx, scope)) ? handOversPath(place) : undefined,
    statusHref: scope.roles.includes('secretary') ? readingStatusPath(place) : undefined,
    page,
    pages,
    hrefOf: (number) => `${reportsPath(place)}?sida=${number}#fardiga`,
  }
}

/** A reading of an earlier version is none of the report as it stands. */
function latestOnly<Reading extends { readonly version: number }>(
  report: ReportRow,
  readings: readonly Reading[] = [],
) {
  return readings.filter(({ version }) => version === report.documentVersion)
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
