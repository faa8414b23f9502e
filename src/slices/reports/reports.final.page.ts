import { wordsOf } from '../../engine/rules/words.ts'
import { formatInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { may, type Scope } from '../../platform/scope.ts'
import { type Definition, formatDay } from '../../ui/index.ts'
import { namesOf } from '../people/index.ts'
import { afterParts } from './reports.after.page.ts'
import { frozenAttachments } from './reports.attachments.page.ts'
import { versionPdfPath } from './reports.correct.paths.ts'
import { correctTexts } from './reports.correct.texts.ts'
import { type ReadReport, readReport } from './reports.document.store.ts'
import { ownHandOvers } from './reports.guard.page.ts'
import { readersOf, readingOf } from './reports.list.page.ts'
import { frozenParts, namesText, visitSentence } from './reports.page.ts'
import { noteSpokenPath, reportPdfPath, reportReadingPath, reportsPath } from './reports.paths.ts'
import { restrictionPath } from './reports.restriction.paths.ts'
import { statusOf } from './reports.status.page.ts'
import { listDeliveries, listReadings, type ReportRow } from './reports.store.ts'
import { spokenLinkTexts } from './reports.spoken.texts.ts'
import { reportsTexts } from './reports.texts.ts'
import type { FinalPage } from './reports-final.views.tsx'

type On = {
  readonly language: Language
  readonly place: PlaceSlugs
  /** The latest unless one is named. */
  readonly version?: number
  /** Whether the one who looks came to hand it in and somebody else had. */
  readonly wasQuicker?: boolean
}

/** Returns what the page of a final report shows. */
export async function finalPage(
  tx: ReadTx,
  scope: Scope,
  report: ReportRow,
  { language, place, version, wasQuicker = false }: On,
): Promise<FinalPage> {
  const read = await readReport(tx, scope, report.id, { version })
  const { frozen, marks, isMasked } = read
  const isLatest = frozen.version === report.documentVersion
  const names = await namesOf(tx, scope)
  const readings = (await listReadings(tx, scope, [report.id])).filter((it) => it.version === report.documentVersion)
  const deliveries = await listDeliveries(tx, scope, report.id)
  const texts = reportsTexts(language)
  const ownReading = readings.find((it) => it.personId === scope.personId && it.version === frozen.version)
  const isOwn = report.authors.some(({ personId }) => personId === scope.personId)
  // Each version goes out by itself: several on one day are said once.
  const deliveredTo = [
    ...new Set(
      deliveries.map((it) => texts.deliveredLine(names.get(it.personId) ?? '', formatDay(it.deliveredDay, language))),
    ),
  ]
  const facts: readonly Definition[] = [
    {
      term: texts.visit,
      description: visitSentence({ day: report.visitDay, start: report.visitStart, end: report.visitEnd }, language),
    },
    { term: texts.authors, description: namesText(frozen.authors, language) },
    { term: texts.finalOn, description: formatDay(frozen.drawnUp, language) },
    { term: texts.meeting, description: meetingText(frozen, language) },
    ...(deliveredTo.length > 0 ? [{ term: texts.deliveredTo, description: deliveredTo.join('; ') }] : []),
    ...(frozen.guideline
      ? [
          {
            term: texts.guideline,
            description: [frozen.guideline.title, frozen.guideline.version].filter(Boolean).join(', '),
          },
        ]
      : []),
  ]
  const canRead = isLatest && may(scope, 'reports:write') && report.form === 'written' && !isOwn
  return {
    language,
    status: await statusOf(tx, scope, report),
    checked: frozen.checked,
    ...frozenParts(frozen, language),
    facts,
    pdfHref: frozen.oral
      ? undefined
      : isLatest
        ? reportPdfPath(place, report.id)
        : versionPdfPath(place, report.id, frozen.version),
    attachments: frozenAttachments(frozen, report.id, { language, place }),
    spokenHref: may(scope, 'meetings:prepare') && !frozen.oral ? noteSpokenPath(place, report.visitId) : undefined,
    handOvers: await ownHandOvers(tx, scope, report.id, { language, place }),
    after: await afterParts(tx, scope, report, read, { language, place }),
    quicker: wasQuicker ? quickerText(report, names, language) : undefined,
    reading: scope.roles.includes('secretary') ? readingOf(report, readings, await readersOf(tx, scope)) : undefined,
    own: ownReading
      ? { readOn: formatDay(ownReading.day, language) }
      : canRead
        ? { readHref: reportReadingPath(place, report.id) }
        : undefined,
    restriction: {
      legalGround: groundsOf(marks, language),
      isMasked,
      href: may(scope, 'reports:restrict') ? restrictionPath(place, report.id) : undefined,
    },
    listHref: reportsPath(place),
  }
}

/** Says who handed the report in, to one who came to do so a moment later. */
function quickerText(report: ReportRow, names: ReadonlyMap<string, string>, language: Language): string | undefined {
  const { finalBy, finalAt } = report
  if (finalBy === null || finalAt === null) return undefined
  return correctTexts(language).already(names.get(finalBy) ?? '', formatInstant(finalAt, language))
}

/** Returns the legal grounds of the marks as one text; undefined when there are none. */
function groundsOf(marks: ReadReport['marks'], language: Language): string | undefined {
  if (marks.length === 0) return undefined
  return wordsOf(language).list([...new Set(marks.map(({ legalGround }) => legalGround))])
}

function meetingText({ meeting, oral, drawnUp }: ReadReport['frozen'], language: Language): string {
  const texts = reportsTexts(language)
  if (!meeting) return texts.meetingUnknown
  const day = formatDay(meeting.day, language)
  if (!oral) return texts.meetingOn(day)
  const speaker = namesText([{ ...oral, name: oral.speaker }], language)
  // What is drawn up after the meeting was said there.
  return drawnUp > meeting.day ? spokenLinkTexts(language).given(day, speaker) : texts.oralOn(day, speaker)
}
