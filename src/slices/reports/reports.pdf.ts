import { isoTimeOfDay, type Minutes } from '../../kernel/clock-time.ts'
import type { Day } from '../../kernel/date.ts'
import { formatInstant, type Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { longDay } from '../../platform/documents/day-text.ts'
import { officialPageData } from '../../platform/documents/official-page.typ.ts'
import type { TemplateData, Typesetter } from '../../platform/documents/typst.ts'
import { onBehalfTexts } from '../people/index.ts'
import { reportPdfTexts } from './reports.pdf-texts.ts'
import { reportTemplate } from './reports.typ.ts'

/** Everything a printed report says, in words that are ready for print. */
export type ReportDocument = {
  readonly language: Language
  readonly municipality: string
  readonly committee: string
  readonly title: string
  /** Absent until the report is registered. */
  readonly registrationNumber?: string | undefined
  readonly version: number
  readonly units: readonly string[]
  readonly visit: { readonly day: Day; readonly start: Minutes; readonly end: Minutes }
  /** `description` is role and bloc in words: "ledamot, majoriteten". */
  readonly participants: readonly { readonly name: string; readonly description?: string | undefined }[]
  readonly met: readonly {
    readonly audience: string
    readonly met: boolean
    readonly explanation?: string | undefined
  }[]
  readonly deviations: readonly { readonly text: string; readonly clause: string }[]
  /** Topics of one audience stand together; without an audience they are for all. */
  readonly topics: readonly {
    readonly audience?: string | undefined
    readonly heading: string
    readonly text: string
  }[]
  readonly proposals: readonly string[]
  readonly questions: readonly string[]
  readonly guideline: { readonly title: string; readonly version: string }
  readonly authors: readonly {
    readonly name: string
    readonly signedAt?: Instant | undefined
    /** Signed by phone: who registered it, and on which day the author phoned. */
    readonly registered?: { readonly by: string; readonly calledOn: Day } | undefined
  }[]
  readonly drawnUp: Day
  /** When the report became final; the file's own time too. */
  readonly createdAt: Instant
  /** Marks that must not be missed, such as "Fiktiva uppgifter". */
  readonly marks: readonly string[]
}

/** Returns the report as a tagged PDF/A-2a. The same report gives the same bytes. */
export function reportPdf(typesetter: Typesetter, report: ReportDocument): Promise<Uint8Array> {
  return typesetter.typeset({
    template: reportTemplate,
    data: reportData(report),
    title: report.title,
    language: report.language,
    createdAt: report.createdAt,
  })
}

function reportData(report: ReportDocument): TemplateData {
  const texts = reportPdfTexts(report.language)
  return {
    page: officialPageData({
      organisation: report.municipality,
      body: report.committee,
      kind: texts.kind,
      reference: report.registrationNumber ?? '',
      marks: report.marks,
      pageLabels: { page: texts.page, of: texts.of },
    }),
    title: report.title,
    facts: factRows(report),
    participants: {
      heading: texts.participants,
      rows: report.participants.map(({ name, description = '' }) => ({ name, description })),
    },
    met: {
      heading: texts.met,
      columns: [texts.metColumns.audience, texts.metColumns.met, texts.metColumns.explanation],
      rows: report.met.map((it) => [
        it.audience,
        it.met ? texts.yes : texts.no,
        it.explanation || (it.met ? '' : texts.notExplained),
      ]),
    },
    deviations: {
      heading: texts.deviations,
      none: texts.noDeviations,
      rows: report.deviations.map(({ text, clause }) => ({ text, clause })),
    },
    topics: { heading: texts.topics, none: texts.nothingWritten, groups: topicGroups(report) },
    lists: [
      { heading: texts.proposals, rows: report.proposals },
      { heading: texts.questions, rows: report.questions },
    ],
    signatures: {
      heading: texts.signatures,
      columns: [texts.author, texts.signedAt],
      rows: report.authors.map(({ name, signedAt, registered }) => [
        name,
        [
          signedAt === undefined ? texts.notSigned : formatInstant(signedAt, report.language),
          ...(registered === undefined
            ? []
            : [onBehalfTexts(report.language).byOn(registered.by, registered.calledOn)]),
        ].join(', '),
      ]),
      note: report.authors.some(({ registered }) => registered) ? texts.signatureNotePhone : texts.signatureNote,
    },
  }
}

function factRows(report: ReportDocument): readonly TemplateData[] {
  const { language, visit } = report
  const texts = reportPdfTexts(language)
  return [
    { label: report.units.length === 1 ? texts.unit : texts.units, value: report.units.join(', ') },
    {
      label: texts.visit,
      value: texts.time(longDay(visit.day, language), isoTimeOfDay(visit.start), isoTimeOfDay(visit.end)),
    },
    { label: texts.drawnUp, value: longDay(report.drawnUp, language) },
    { label: texts.registration, value: report.registrationNumber ?? '–' },
    { label: texts.version, value: String(report.version) },
    { label: texts.guideline, value: `${report.guideline.title}, ${report.guideline.version}` },
  ]
}

function topicGroups(report: ReportDocument): readonly TemplateData[] {
  const groups = Map.groupBy(report.topics, (topic) => topic.audience ?? '')
  return [...groups].map(([audience, topics]) => ({
    audience,
    topics: topics.map(({ heading, text }) => ({ heading, text })),
  }))
}
