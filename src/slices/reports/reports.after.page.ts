import { explain, termsOf } from '../../engine/index.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { formatInstant, inStockholm } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { may, type Scope } from '../../platform/scope.ts'
import { type Definition, formatDay, formatTimeOfDay } from '../../ui/index.ts'
import { judge, programmeNames, settingsFor } from '../guidelines/index.ts'
import { namesOf, onBehalfTexts } from '../people/index.ts'
import { getVisit } from '../visits/index.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import { partsFor } from './reports.basis.ts'
import { attendanceDiffers, isDisposed } from './reports.correct.basis.ts'
import { mayCorrect } from './reports.correct.rules.ts'
import { correctionPath, dissentPath, lateSignaturePath, versionPath, versionPdfPath } from './reports.correct.paths.ts'
import { correctTexts } from './reports.correct.texts.ts'
import type { FrozenReport, ReadReport } from './reports.document.store.ts'
import { dissentRefused, lastDayToSign, maySignLate } from './reports.joint.rules.ts'
import { namesText } from './reports.page.ts'
import { reportPath, reportPdfPath } from './reports.paths.ts'
import { listDeliveries, type ReportRow } from './reports.store.ts'
import { reportsTexts } from './reports.texts.ts'
import { listVersionsOf, type VersionRow } from './reports.versions.store.ts'
import type { AfterParts } from './reports-after.views.tsx'

type On = { readonly language: Language; readonly place: PlaceSlugs }

/** Returns what a final report’s page shows of its registration, signatures, dissents and versions. */
export async function afterParts(
  tx: ReadTx,
  scope: Scope,
  report: ReportRow,
  read: ReadReport,
  on: On,
): Promise<AfterParts> {
  const { language, place } = on
  const { frozen, isMasked } = read
  const versions = await listVersionsOf(tx, scope, report.id)
  const isLatest = frozen.version === report.documentVersion
  const isWhole = report.form === 'written' && !isDisposed(frozen)
  const correctable = isLatest && isWhole && may(scope, 'reports:correct') && mayCorrect(scope, report)
  const signing = isWhole && frozen.authors.length > 0 && frozen.writtenBy === undefined
  return {
    language,
    notices: noticesOf(versions, read, on, report.id),
    attendance:
      isLatest && isWhole && !isMasked ? await attendanceNote(tx, scope, report, frozen, language) : undefined,
    registration: await registrationOf(tx, scope, report, read, language),
    signatures: signing ? await signaturesOf(tx, scope, report, read, on) : undefined,
    dissents: frozen.dissents.map(({ name, text, on: day }) => ({
      heading: correctTexts(language).dissentFrom(name, formatDay(day, language)),
      text,
    })),
    versions: versions.length > 1 ? versionLines(versions, read, on, report.id) : undefined,
    correctHref: correctable ? correctionPath(place, report.id) : undefined,
  }
}

function noticesOf(
  versions: readonly VersionRow[],
  { frozen, isMasked }: ReadReport,
  { language, place }: On,
  reportId: string,
): AfterParts['notices'] {
  const texts = correctTexts(language)
  const next = versions.find(({ version }) => version === frozen.version + 1)
  const older = next && {
    heading: texts.olderHeading(frozen.version),
    text: texts.older(formatDay(next.change?.on ?? frozen.drawnUp, language)),
    link: { href: reportPath(place, reportId), label: texts.toLatest },
  }
  const { correction } = frozen
  const day = correction && formatDay(correction.on, language)
  const corrected = correction &&
    day && {
      heading: texts.correctedHeading(frozen.version),
      text:
        correction.kind === 'dissent'
          ? texts.dissentMade(correction.by.name, day)
          : texts.corrected(correction.by.name, day, wordsOf(language).list(correction.changed)),
      // Of a correction its author says why; of a dissent its own words stand below.
      quote: correction.kind === 'correction' && !isMasked ? correction.why : undefined,
    }
  return [older, corrected].filter((it) => it !== undefined && it !== '')
}

/** Says that the attendance was put right after the report became final, and how it is noted now. */
async function attendanceNote(
  tx: ReadTx,
  scope: Scope,
  report: ReportRow,
  frozen: FrozenReport,
  language: Language,
): Promise<string | undefined> {
  const names = await namesOf(tx, scope)
  const { attendance } = await getVisit(tx, scope, report.visitId)
  const now = attendance.map((it) => ({ ...it, name: names.get(it.personId) ?? '' }))
  if (!attendanceDiffers(frozen.participants, now)) return undefined
  return correctTexts(language).attendanceNote(attendanceText(now, language))
}

/** Returns who came, each with the own times. */
export function attendanceText(
  attendance: readonly { readonly name: string; readonly start: number; readonly end: number }[],
  language: Language,
): string {
  const time = (at: number) => formatTimeOfDay(minutes(at), language)
  return attendance.map(({ name, start, end }) => correctTexts(language).times(name, time(start), time(end))).join('; ')
}

/** What the register says of the document (OSL 5 kap. 2 §): number, date, sender, receivers, what it is about, and the mark. */
async function registrationOf(
  tx: ReadTx,
  scope: Scope,
  report: ReportRow,
  { frozen, marks }: ReadReport,
  language: Language,
): Promise<readonly Definition[]> {
  const texts = correctTexts(language)
  const { registrationNumber: number, version, correction, drawnUp, authors, committee } = frozen
  if (number === undefined) return []
  const receivers = frozen.receivers ?? [committee, ...(await managersOf(tx, scope, report))]
  const marked = marks.map(({ legalGround, restrictedAt }) =>
    texts.marked(`${legalGround}, ${formatDay(inStockholm(restrictedAt).day, language)}`),
  )
  return [
    { term: texts.number, description: version === 1 ? number : texts.version(number, version) },
    { term: texts.registeredOn, description: formatDay(correction?.on ?? drawnUp, language) },
    { term: texts.sender, description: correction?.by.name ?? namesText(authors, language) },
    { term: texts.receivers, description: receivers.join('; ') },
    { term: texts.subject, description: frozen.title },
    { term: texts.mark, description: marked.length === 0 ? texts.noMark : [...new Set(marked)].join('; ') },
  ]
}

/** Reports that were frozen before the receivers were have them among the deliveries. */
async function managersOf(tx: ReadTx, scope: Scope, report: ReportRow): Promise<readonly string[]> {
  const names = await namesOf(tx, scope)
  const deliveries = await listDeliveries(tx, scope, report.id)
  return [...new Set(deliveries.map(({ personId }) => names.get(personId) ?? ''))]
}

async function signaturesOf(
  tx: ReadTx,
  scope: Scope,
  report: ReportRow,
  { frozen }: ReadReport,
  { language, place }: On,
): Promise<AfterParts['signatures']> {
  const texts = correctTexts(language)
  const signatories = frozen.signatories && frozen.signatories.length > 0 ? frozen.signatories : undefined
  const asked = frozen.authors.filter(({ personId }) => signatories?.includes(personId) ?? true)
  const isLatest = frozen.version === report.documentVersion
  const live = new Map(report.authors.map((author) => [author.personId, author]))
  const dissenting = frozen.dissents.map(({ personId }) => personId)
  const settings = await settingsFor(tx, scope, report.visitDay)
  const lastDay = lastDayToSign(settings, report.finalDay ?? scope.today)
  const signers = asked.map((author) => (isLatest ? { ...author, ...live.get(author.personId) } : author))
  const may = maySignLate(
    signers.find(({ personId }) => personId === scope.personId),
    { signatories, dissenting, lastDay, today: scope.today },
  )
  const isMissing = signers.some((it) => it.signedAt === undefined && !dissenting.includes(it.personId))
  return {
    who: signatories ? texts.byRapporteur(namesText(asked, language)) : texts.byAll,
    lines: signers.map((it) => signatureLine(it, dissenting, report.finalAt ?? undefined, language)),
    finding: isLatest && isMissing ? await jointFinding(tx, scope, report, language) : undefined,
    note: frozen.correction?.kind === 'correction' ? texts.signaturesFirst : undefined,
    sign:
      isLatest && may === 'yes'
        ? {
            action: lateSignaturePath(place, report.id),
            hint: lastDay === undefined ? undefined : texts.signLateHint(formatDay(lastDay, language)),
          }
        : undefined,
    dissentHref:
      isLatest && report.authors.some((it) => it.personId === scope.personId) && dissentRefused(settings) === undefined
        ? dissentPath(place, report.id)
        : undefined,
    hasDissented: dissenting.some((it) => it === scope.personId),
  }
}

type Signer = FrozenReport['authors'][number]

function signatureLine(
  { personId, name, signedAt, registered }: Signer,
  dissenting: readonly string[],
  finalAt: Signer['signedAt'],
  language: Language,
): string {
  const said = reportsTexts(language)
  const texts = correctTexts(language)
  const what =
    signedAt !== undefined
      ? said.signed(formatInstant(signedAt, language))
      : dissenting.includes(personId)
        ? texts.dissents
        : said.notSigned
  const isLate = signedAt !== undefined && finalAt !== undefined && signedAt > finalAt
  return `${name}: ${[
    what,
    ...(isLate ? [texts.signedAfter] : []),
    ...(registered ? [onBehalfTexts(language).byOn(registered.by, registered.calledOn)] : []),
  ].join(', ')}`
}

/** What the guideline says of signatures that are missing: until when they are awaited, or that it holds without them. */
async function jointFinding(tx: ReadTx, scope: Scope, report: ReportRow, language: Language) {
  const { evaluation, programme, rules } = await judge(tx, scope, partsFor(scope), { visit: report.visitId })
  const finding = evaluation.findings.find(
    ({ kind, subject }) => kind === 'report.joint' && subject.type === 'report' && subject.id === report.id,
  )
  if (finding === undefined) return undefined
  const terms = termsOf(rules.guidelines, rules.feeRules)
  return {
    text: explain(finding, language, programmeNames(programme), terms),
    clause: `${finding.rule}, ${finding.clause}`,
  }
}

function versionLines(
  versions: readonly VersionRow[],
  { frozen, isMasked }: ReadReport,
  { language, place }: On,
  reportId: string,
): AfterParts['versions'] {
  const texts = correctTexts(language)
  const latest = versions.at(-1)?.version
  return versions.toReversed().map(({ version, change, createdAt }) => {
    const isLatest = version === latest
    const day = formatDay(change?.on ?? inStockholm(createdAt).day, language)
    return {
      label: texts.versionLine(version, day),
      isLatest,
      href:
        version === frozen.version
          ? undefined
          : isLatest
            ? reportPath(place, reportId)
            : versionPath(place, reportId, version),
      // What changed may be what is secret.
      what:
        change === null
          ? texts.firstVersion
          : isMasked
            ? texts.changedBy(change.by.name, '–')
            : texts.changedBy(change.by.name, wordsOf(language).list(change.changed)),
      pdf: {
        href: isLatest ? reportPdfPath(place, reportId) : versionPdfPath(place, reportId, version),
        label: texts.pdfOf(version),
      },
    }
  })
}
