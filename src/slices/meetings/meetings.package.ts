import { createHash } from 'node:crypto'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { isoTimeOfDay } from '../../kernel/clock-time.ts'
import type { AttachmentKind } from '../../kernel/attachment.ts'
import { type Day, isoFromDay } from '../../kernel/date.ts'
import { type Instant, inStockholm, isoFromInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { Typesetter } from '../../platform/documents/typst.ts'
import type { DecisionLine } from './meetings.decisions.page.ts'
import { meetingCoverPdf } from './meetings.cover.ts'

/** A final written report with its PDF, as it goes to the meeting. */
export type PackageReport = {
  readonly reportId: string
  readonly title: string
  readonly units: readonly string[]
  readonly visitDay: Day
  readonly authors: readonly string[]
  readonly registrationNumber?: string | undefined
  readonly version: number
  readonly drawnUp: Day
  readonly pdf: Uint8Array
  /** The files that go with it, under the names they were handed in with. */
  readonly attachments?: readonly {
    readonly name: string
    readonly mediaType: AttachmentKind
    readonly bytes: Uint8Array
  }[]
}

/** A report that is given, or a written one that is summed up, orally at the meeting. */
type PackageOralItem = {
  readonly units: readonly string[]
  readonly visitDay: Day
  readonly kind: 'oral-report' | 'oral-summary'
  /** What an oral report is about, in one sentence. */
  readonly line: string
  readonly speaker?: string | undefined
}

/** A question or proposal from a visit that the meeting is to discuss. */
type PackageDiscussionPoint = {
  readonly text: string
  readonly units: readonly string[]
  readonly visitDay: Day
  readonly raisedBy: readonly string[]
}

/** What one meeting's package holds. Reports keep the order they are given in. */
export type MeetingPackage = {
  readonly language: Language
  readonly municipality: string
  readonly committee: string
  readonly meetingDay: Day
  readonly createdAt: Instant
  readonly written: readonly PackageReport[]
  readonly oral: readonly PackageOralItem[]
  readonly discussion: readonly PackageDiscussionPoint[]
  /** Decisions on delegation that are reported at the meeting. */
  readonly decisions: readonly Omit<DecisionLine, 'visitId'>[]
  readonly marks: readonly string[]
}

/** One file of the package, in `manifest.json`. Receivers may rely on every field; new ones may be added. */
type ManifestFile = {
  readonly name: string
  readonly kind: 'cover' | 'report' | 'attachment'
  readonly mediaType: AttachmentKind
  /** Absent for an attachment, which is as somebody else made it. */
  readonly standard?: 'PDF/A-2a'
  readonly bytes: number
  /** Lower-case hexadecimal (FIPS 180-4). */
  readonly sha256: string
  /** For an attachment alone: the name of the report's file, and its own. */
  readonly attachment?: { readonly of: string; readonly name: string }
  /** For a report alone; days are ISO dates. */
  readonly report?: {
    readonly id: string
    readonly title: string
    readonly units: readonly string[]
    readonly visitDay: string
    readonly drawnUp: string
    readonly authors: readonly string[]
    readonly version: number
    /** `null` when the report was not yet registered. */
    readonly registrationNumber: string | null
  }
}

/** `manifest.json`: what the package holds, for the meeting system or the archive that takes it in. */
export type MeetingManifest = {
  readonly format: 'namndkontakt/meeting-package@1'
  readonly municipality: string
  readonly committee: string
  readonly meetingDay: string
  /** UTC, ISO 8601. */
  readonly createdAt: string
  readonly language: Language
  readonly marks: readonly string[]
  readonly files: readonly ManifestFile[]
}

/**
 * Returns one meeting's papers as a ZIP and its file name: the opening list, each report as
 * `01_unit_date.pdf`, and `manifest.json`. The same content gives the same bytes.
 */
export async function meetingPackage(
  typesetter: Typesetter,
  content: MeetingPackage,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const day = isoFromDay(content.meetingDay)
  const cover = await meetingCoverPdf(typesetter, content)
  const coverName = `00_${content.language === 'sv' ? 'rapportlista' : 'report-list'}_${day}.pdf`
  const reports = content.written.map((report, index) => ({ report, name: reportFileName(report, index + 1) }))
  const manifest: MeetingManifest = {
    format: 'namndkontakt/meeting-package@1',
    municipality: content.municipality,
    committee: content.committee,
    meetingDay: day,
    createdAt: isoFromInstant(content.createdAt),
    language: content.language,
    marks: content.marks,
    files: [
      manifestFile(coverName, 'cover', cover),
      ...reports.flatMap(({ name, report }) => [
        reportEntry(name, report),
        ...attachmentsOf(name, report).map(({ entry }) => entry),
      ]),
    ],
  }
  const files: Zippable = { [coverName]: [cover, stored] }
  for (const { name, report } of reports) {
    files[name] = [report.pdf, stored]
    for (const { entry, bytes: content } of attachmentsOf(name, report)) files[entry.name] = [content, stored]
  }
  files['manifest.json'] = strToU8(`${JSON.stringify(manifest, null, 2)}\n`)
  const bytes = zipSync(files, { mtime: zipTime(content.createdAt) })
  return { name: `${fileWord(content.committee)}_${day}.zip`, bytes }
}

/** A PDF is compressed inside already. */
const stored = { level: 0 } as const

function reportFileName(report: PackageReport, number: number): string {
  return `${String(number).padStart(2, '0')}_${fileWord(report.units.join(' '))}_${isoFromDay(report.visitDay)}.pdf`
}

/** Returns the files that go with a report, each named after it: `01_unit_date_bilaga-1.jpg`. */
function attachmentsOf(reportName: string, { attachments = [] }: PackageReport) {
  const stem = reportName.replace(/\.pdf$/, '')
  return attachments.map(({ name, mediaType, bytes }, index) => {
    const file = `${stem}_bilaga-${index + 1}.${endings[mediaType]}`
    const { standard: _standard, ...entry } = manifestFile(file, 'attachment', bytes)
    return { bytes, entry: { ...entry, mediaType, attachment: { of: reportName, name } } satisfies ManifestFile }
  })
}

const endings = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const

/** ASCII letters, digits and hyphens: such a name survives every file system and every meeting system's import. */
function fileWord(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return plain.slice(0, 60).replace(/^-+|-+$/g, '') || 'namnlos'
}

function reportEntry(name: string, report: PackageReport): ManifestFile {
  return {
    ...manifestFile(name, 'report', report.pdf),
    report: {
      id: report.reportId,
      title: report.title,
      units: report.units,
      visitDay: isoFromDay(report.visitDay),
      drawnUp: isoFromDay(report.drawnUp),
      authors: report.authors,
      version: report.version,
      registrationNumber: report.registrationNumber ?? null,
    },
  }
}

function manifestFile(name: string, kind: ManifestFile['kind'], bytes: Uint8Array): ManifestFile {
  return {
    name,
    kind,
    mediaType: 'application/pdf',
    standard: 'PDF/A-2a',
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

/** A ZIP keeps clock time without a zone. As text without an offset it is the same wherever the server stands. */
function zipTime(instant: Instant): string {
  const { day, time } = inStockholm(instant)
  return `${isoFromDay(day)}T${isoTimeOfDay(time)}:00`
}
