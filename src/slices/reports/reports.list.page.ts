import { settingsOn } from '../../engine/index.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { may, type Scope } from '../../platform/scope.ts'
import { formatDay } from '../../ui/index.ts'
import { findNextMeeting } from '../directory/index.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { listRepresentatives } from '../people/index.ts'
import { reportGuide } from './reports.guide.rules.ts'
import { namesText } from './reports.page.ts'
import { reportDraftPath, reportPath, reportReadingPath, visitReportPath } from './reports.paths.ts'
import { otherWriter, reportersOf, readsWholeCommittee, shownStateOf } from './reports.rules.ts'
import { listReadings, listReports, type ReportRow } from './reports.store.ts'
import { listUnreported } from './reports.unreported.store.ts'
import { reportsTexts } from './reports.texts.ts'
import type { ReportListPage } from './reports-list.views.tsx'

type On = { readonly language: Language; readonly place: PlaceSlugs }

/** Returns what the list of reports shows the one who asks. */
export async function listPage(tx: ReadTx, scope: Scope, { language, place }: On): Promise<ReportListPage> {
  const reports = await listReports(tx, scope)
  const readings = Map.groupBy(await listReadings(tx, scope), ({ reportId }) => reportId)
  const readers = await readersOf(tx, scope)
  const final = reports.filter(({ state }) => state === 'final')
  const isOwn = ({ authors }: ReportRow) => authors.some(({ personId }) => personId === scope.personId)
  const hasRead = ({ id }: ReportRow) => (readings.get(id) ?? []).some(({ personId }) => personId === scope.personId)
  const line = (report: ReportRow) => ({
    id: report.id,
    units: unitsText(report, language),
    visitDay: formatDay(report.visitDay, language),
    authors: namesText(report.authors, language),
  })
  return {
    language,
    lead: !readsWholeCommittee(scope) ? 'leadManager' : may(scope, 'reports:write') ? 'lead' : 'leadReader',
    unread: may(scope, 'reports:write')
      ? final
          .filter((report) => report.form === 'written' && !isOwn(report) && !hasRead(report))
          .map((report) => ({
            ...line(report),
            href: reportPath(place, report.id),
            readHref: reportReadingPath(place, report.id),
          }))
      : undefined,
    drafts: reports
      .filter(({ state }) => state === 'draft')
      .map((report) => ({ ...line(report), href: reportDraftPath(place, report.id), mine: isOwn(report) })),
    ...(await missingPart(tx, scope, { language, place })),
    final: final.map((report) => ({
      ...line(report),
      href: reportPath(place, report.id),
      isRestricted: report.isRestricted,
      number: report.registrationNumber ?? '',
      state: shownStateOf(report),
      reading: scope.roles.includes('secretary')
        ? readingOf(report, readings.get(report.id) ?? [], readers)
        : undefined,
    })),
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
