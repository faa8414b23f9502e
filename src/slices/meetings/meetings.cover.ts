import { formatInstant } from '../../kernel/instant.ts'
import { longDay } from '../../platform/documents/day-text.ts'
import { officialPageData } from '../../platform/documents/official-page.typ.ts'
import type { TemplateData, Typesetter } from '../../platform/documents/typst.ts'
import type { MeetingPackage } from './meetings.package.ts'
import { meetingPackageTexts } from './meetings.package-texts.ts'
import { meetingCoverTemplate } from './meetings.typ.ts'

/** Returns the list that opens the package, as a tagged PDF/A-2a: written reports, what is given orally, what to discuss. */
export function meetingCoverPdf(typesetter: Typesetter, content: MeetingPackage): Promise<Uint8Array> {
  return typesetter.typeset({
    template: meetingCoverTemplate,
    data: coverData(content),
    title: meetingPackageTexts(content.language).title(longDay(content.meetingDay, content.language)),
    language: content.language,
    createdAt: content.createdAt,
  })
}

function coverData(content: MeetingPackage): TemplateData {
  const { language, written, oral, discussion, decisions } = content
  const texts = meetingPackageTexts(language)
  const day = longDay(content.meetingDay, language)
  return {
    page: officialPageData({
      organisation: content.municipality,
      body: content.committee,
      kind: texts.kind,
      reference: '',
      marks: content.marks,
      pageLabels: { page: texts.page, of: texts.of },
    }),
    title: texts.title(day),
    facts: [
      { label: texts.meeting, value: day },
      { label: texts.drawnUp, value: formatInstant(content.createdAt, language) },
      {
        label: texts.contents,
        value: texts.counts(written.length, oral.length, discussion.length, decisions.length),
      },
    ],
    written: {
      heading: texts.written,
      none: texts.noWritten,
      columns: Object.values(texts.writtenColumns),
      rows: written.map((report, index) => [
        String(index + 1),
        report.units.join(', '),
        longDay(report.visitDay, language),
        report.authors.join(', '),
        report.registrationNumber || texts.unregistered,
      ]),
    },
    oral: {
      heading: texts.oral,
      none: texts.noOral,
      columns: Object.values(texts.oralColumns),
      rows: oral.map((it) => [
        it.units.join(', '),
        longDay(it.visitDay, language),
        [it.kind === 'oral-report' ? texts.oralReport : texts.oralSummary, it.line]
          .filter((part) => part !== '')
          .join(': '),
        it.speaker || texts.noSpeaker,
      ]),
    },
    discussion: {
      heading: texts.discussion,
      none: texts.noDiscussion,
      rows: discussion.map((point) => ({
        text: point.text,
        origin: [point.units.join(', '), longDay(point.visitDay, language), ...point.raisedBy].join(' · '),
      })),
    },
    decisions: {
      heading: texts.decisions,
      none: texts.noDecisions,
      columns: Object.values(texts.decisionColumns),
      rows: decisions.map((it) => [it.number, it.what, it.person, it.by, it.clause, it.delegation]),
    },
  }
}
