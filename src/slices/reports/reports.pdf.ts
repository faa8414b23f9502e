import { isoTimeOfDay, type Minutes } from '../../kernel/clock-time.ts'
import type { Day } from '../../kernel/date.ts'
import { formatInstant, type Instant } from '../../kernel/instant.ts'
import { capital, type Language } from '../../kernel/language.ts'
import { longDay } from '../../platform/documents/day-text.ts'
import { officialPageData } from '../../platform/documents/official-page.typ.ts'
import type { TemplateData, Typesetter } from '../../platform/documents/typst.ts'
import { onBehalfTexts } from '../people/index.ts'
import { reportPdfTexts } from './reports.pdf-texts.ts'
import { reportTemplate } from './reports.typ.ts'

type Registered = { readonly by: string; readonly calledOn: Day }

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
  readonly participants: readonly {
    readonly name: string
    readonly description?: string | undefined
    readonly start?: Minutes | undefined
    readonly end?: Minutes | undefined
  }[]
  readonly met: readonly {
    /** With how many, where that was noted. */
    readonly audience: string
    readonly met: boolean
    readonly explanation?: string | undefined
  }[]
  readonly deviations: readonly {
    readonly text: string
    readonly clause: string
    readonly explanation?: string | undefined
  }[]
  /** Topics of one audience stand together; without an audience they are for all. */
  readonly topics: readonly {
    readonly audience?: string | undefined
    readonly heading: string
    readonly text: string
  }[]
  /** `answerer` is who is to answer, in words; empty for nobody in particular. */
  readonly proposals: readonly { readonly text: string; readonly answerer: string }[]
  readonly questions: readonly string[]
  readonly guideline: { readonly title: string; readonly version: string }
  readonly authors: readonly {
    readonly name: string
    readonly signedAt?: Instant | undefined
    /** Signed by phone: who registered it, and on which day the author phoned. */
    readonly registered?: Registered | undefined
    /** Has written a dissent, and does not sign. */
    readonly dissents?: boolean
  }[]
  /** To whom it goes. Empty for what was frozen before that was kept. */
  readonly receivers: readonly string[]
  readonly meetingDay?: Day | undefined
  readonly dissents: readonly { readonly name: string; readonly text: string; readonly on: Day }[]
  /** What the managers said of the draft. */
  readonly checked?:
    | {
        readonly sentOn: Day
        readonly lastDay: Day
        readonly replies: readonly {
          readonly by: string
          readonly units: readonly string[]
          readonly answeredOn: Day
          readonly registered?: Registered | undefined
          readonly comment: string
          readonly wrong: readonly { readonly heading: string; readonly text: string; readonly said: string }[]
        }[]
        readonly silent: readonly string[]
      }
    | undefined
  /** What made this version of the former one. */
  readonly correction?:
    | {
        readonly kind: 'correction' | 'dissent'
        readonly by: string
        readonly on: Day
        readonly why: string
        readonly changed: readonly string[]
      }
    | undefined
  /** Files that go with the report; `detail` is kind and size in words. */
  readonly attachments: readonly { readonly name: string; readonly detail: string }[]
  readonly drawnUp: Day
  /** When the report became final; the file's own time too. */
  readonly createdAt: Instant
  /** Marks that must not be missed, such as "Fiktiva uppgifter". */
  readonly marks: readonly string[]
}

/** Returns the report as a file that is PDF/A-2a and PDF/UA-1. The same report gives the same bytes. */
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
    notices: noticesOf(report),
    facts: [registrationRows(report), visitRows(report)],
    participants: participantsOf(report),
    met: {
      heading: texts.met,
      ...columnsOf([
        { heading: texts.metColumns.audience, cells: report.met.map(({ audience }) => capital(audience)) },
        { heading: texts.metColumns.met, cells: report.met.map(({ met }) => (met ? texts.yes : texts.no)) },
        {
          heading: texts.metColumns.explanation,
          cells: report.met.map(({ met, explanation }) => explanation || (met ? '' : texts.notExplained)),
        },
      ]),
    },
    deviations: {
      heading: texts.deviations,
      none: texts.noDeviations,
      rows: report.deviations.map(({ text, clause, explanation }) => ({
        text,
        clause,
        explanation: explanation ? texts.explanation(explanation) : '',
      })),
    },
    topics: { heading: texts.topics, none: texts.nothingWritten, groups: topicGroups(report) },
    lists: [
      {
        heading: texts.proposals,
        rows: report.proposals.map(({ text, answerer }) => ({
          text,
          note: answerer === '' ? '' : texts.toAnswer(answerer),
        })),
      },
      { heading: texts.questions, rows: report.questions.map((text) => ({ text, note: '' })) },
    ],
    statements: [...checkedStatement(report), ...dissentStatement(report)],
    attachments: { heading: texts.attachments, rows: report.attachments.map((it) => ({ ...it })) },
    signatures: signaturesOf(report),
  }
}

/** A report that goes by another than the first version says so before anything else. */
function noticesOf({ correction, version, language }: ReportDocument): readonly TemplateData[] {
  if (correction === undefined) return []
  const { kind, by, on, why, changed } = correction
  const texts = reportPdfTexts(language)
  const day = longDay(on, language)
  const paragraphs =
    kind === 'dissent'
      ? [texts.dissentAdded(by, day)]
      : [texts.corrected(by, day), texts.changed(changed.join(', ')), why].filter((it) => it !== '')
  return [{ heading: texts.laterVersion(version), paragraphs: [...paragraphs, texts.formerKept] }]
}

/** What the register says of the document (OSL 5 kap. 2 §): number, date, sender, receivers and what it is about. */
function registrationRows(report: ReportDocument): readonly TemplateData[] {
  const { language, registrationNumber = '–', version, correction, authors, receivers } = report
  const texts = reportPdfTexts(language)
  const sender = correction?.by ?? authors.map(({ name }) => name).join(', ')
  return [
    { label: texts.registration, value: registrationNumber },
    { label: texts.version, value: String(version) },
    { label: texts.drawnUp, value: longDay(correction?.on ?? report.drawnUp, language) },
    ...(sender === '' ? [] : [{ label: texts.sender, value: sender }]),
    ...(receivers.length === 0 ? [] : [{ label: texts.receivers, value: receivers.join(', ') }]),
    { label: texts.subject, value: report.title },
  ]
}

function visitRows(report: ReportDocument): readonly TemplateData[] {
  const { language, visit, guideline, meetingDay } = report
  const texts = reportPdfTexts(language)
  return [
    { label: report.units.length === 1 ? texts.unit : texts.units, value: report.units.join(', ') },
    {
      label: texts.visit,
      value: texts.time(longDay(visit.day, language), isoTimeOfDay(visit.start), isoTimeOfDay(visit.end)),
    },
    { label: texts.guideline, value: [guideline.title, guideline.version].filter((it) => it !== '').join(', ') },
    ...(meetingDay === undefined ? [] : [{ label: texts.meeting, value: longDay(meetingDay, language) }]),
  ]
}

function participantsOf({ participants, language }: ReportDocument): TemplateData {
  const texts = reportPdfTexts(language)
  return {
    heading: texts.participants,
    ...columnsOf([
      { heading: texts.name, cells: participants.map(({ name }) => name) },
      { heading: texts.role, cells: participants.map(({ description = '' }) => description) },
      {
        heading: texts.present,
        cells: participants.map(({ start, end }) =>
          start === undefined || end === undefined ? '' : texts.range(isoTimeOfDay(start), isoTimeOfDay(end)),
        ),
      },
    ]),
  }
}

/** Returns a table row by row, without the columns in which nothing stands. */
function columnsOf(columns: readonly { readonly heading: string; readonly cells: readonly string[] }[]) {
  const [first, ...others] = columns
  const filled = [...(first ? [first] : []), ...others.filter(({ cells }) => cells.some((cell) => cell !== ''))]
  return {
    columns: filled.map(({ heading }) => heading),
    rows: (first?.cells ?? []).map((_, row) => filled.map(({ cells }) => cells[row] ?? '')),
  }
}

function topicGroups(report: ReportDocument): readonly TemplateData[] {
  const groups = Map.groupBy(report.topics, (topic) => topic.audience ?? '')
  return [...groups].map(([audience, topics]) => ({
    audience: capital(audience),
    topics: topics.map(({ heading, text }) => ({ heading, text })),
  }))
}

function checkedStatement({ checked, language }: ReportDocument): readonly TemplateData[] {
  if (checked === undefined) return []
  const texts = reportPdfTexts(language)
  return [
    {
      heading: texts.checked,
      lead: texts.checkSent(longDay(checked.sentOn, language)),
      parts: checked.replies.map(({ by, units, answeredOn, registered, comment, wrong }) => ({
        heading: `${by}, ${units.join(', ')}`,
        note: [texts.answeredOn(longDay(answeredOn, language)), ...registeredWords(registered, language)].join(', '),
        text: comment === '' && wrong.length === 0 ? texts.noRemarks : comment,
        remarks: wrong.map(({ heading, text, said }) => ({ heading: texts.about(heading), quote: text, text: said })),
      })),
      closing: checked.silent.map((unit) => texts.silent(unit, longDay(checked.lastDay, language))),
    },
  ]
}

function dissentStatement({ dissents, language }: ReportDocument): readonly TemplateData[] {
  if (dissents.length === 0) return []
  const parts = dissents.map(({ name, text, on }) => ({
    heading: name,
    note: longDay(on, language),
    text,
    remarks: [],
  }))
  return [{ heading: reportPdfTexts(language).dissents(dissents.length), lead: '', parts, closing: [] }]
}

function signaturesOf({ authors, correction, language }: ReportDocument): TemplateData {
  const texts = reportPdfTexts(language)
  return {
    heading: texts.signatures,
    columns: [texts.author, texts.signedAt],
    rows: authors.map(({ name, signedAt, registered, dissents }) => [
      name,
      [
        signedAt !== undefined ? formatInstant(signedAt, language) : dissents ? texts.dissentInstead : texts.notSigned,
        ...registeredWords(registered, language),
      ].join(', '),
    ]),
    notes: [
      authors.some(({ registered }) => registered) ? texts.signatureNotePhone : texts.signatureNote,
      ...(correction?.kind === 'correction' ? [texts.signaturesFirst] : []),
    ],
  }
}

function registeredWords(registered: Registered | undefined, language: Language): readonly string[] {
  return registered === undefined ? [] : [onBehalfTexts(language).byOn(registered.by, registered.calledOn)]
}
