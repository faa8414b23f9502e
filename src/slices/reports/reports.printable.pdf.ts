import { wordsOf } from '../../engine/rules/words.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { attachmentDetail } from './reports.attachments.rules.ts'
import type { FrozenReport } from './reports.document.store.ts'
import type { ReportDocument } from './reports.pdf.ts'
import { reportsTexts } from './reports.texts.ts'

/** Returns what is printed for the frozen report. */
export function printableReport(frozen: FrozenReport): ReportDocument {
  const dissenting = new Set(frozen.dissents.map(({ personId }) => personId))
  const signatories = frozen.signatories ?? []
  const { label } = wordsOf('sv')
  return {
    language: 'sv',
    municipality: frozen.municipality,
    committee: frozen.committee,
    title: frozen.title,
    registrationNumber: frozen.registrationNumber,
    version: frozen.version,
    units: frozen.units.map(({ name }) => name),
    visit: { day: frozen.visit.day, start: minutes(frozen.visit.start), end: minutes(frozen.visit.end) },
    participants: frozen.participants.map(({ name, description, start, end }) => ({
      name,
      description,
      start: start === undefined ? undefined : minutes(start),
      end: end === undefined ? undefined : minutes(end),
    })),
    met: frozen.met,
    deviations: frozen.deviations,
    topics: frozen.topics,
    proposals: frozen.proposals.map(({ text, answerer }) => ({
      text,
      answerer: answerer === '' ? '' : label(answerer),
    })),
    questions: frozen.questions,
    guideline: frozen.guideline ?? { title: reportsTexts('sv').noGuideline, version: '' },
    // Where the guideline lets the rapporteur sign for the group, nobody else's signature is missing.
    authors: frozen.authors
      .filter(({ personId, signedAt }) => signatories.length === 0 || signatories.includes(personId) || signedAt)
      .map((it) => ({ ...it, dissents: dissenting.has(it.personId) })),
    receivers: frozen.receivers ?? [],
    meetingDay: frozen.meeting?.day,
    dissents: frozen.dissents,
    checked: frozen.checked,
    correction: frozen.correction && { ...frozen.correction, by: frozen.correction.by.name },
    attachments: frozen.attachments.map((file) => ({ name: file.name, detail: attachmentDetail(file, 'sv') })),
    drawnUp: frozen.drawnUp,
    createdAt: frozen.createdAt,
    marks: frozen.marks,
  }
}
