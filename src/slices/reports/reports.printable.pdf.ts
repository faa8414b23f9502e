import { minutes } from '../../kernel/clock-time.ts'
import type { FrozenReport } from './reports.document.store.ts'
import type { ReportDocument } from './reports.pdf.ts'
import { reportsTexts } from './reports.texts.ts'

/** Returns what is printed for the frozen report. */
export function printableReport(frozen: FrozenReport): ReportDocument {
  const texts = reportsTexts('sv')
  return {
    language: 'sv',
    municipality: frozen.municipality,
    committee: frozen.committee,
    title: frozen.title,
    registrationNumber: frozen.registrationNumber,
    version: frozen.version,
    units: frozen.units.map(({ name }) => name),
    visit: { day: frozen.visit.day, start: minutes(frozen.visit.start), end: minutes(frozen.visit.end) },
    participants: frozen.participants,
    met: frozen.met,
    deviations: frozen.deviations.map(({ text: said, clause, explanation }) => ({
      text: explanation ? `${said} ${texts.explanation(explanation)}` : said,
      clause,
    })),
    topics: frozen.topics,
    proposals: frozen.proposals.map(({ text }) => text),
    questions: frozen.questions,
    guideline: frozen.guideline ?? { title: texts.noGuideline, version: '' },
    authors: frozen.authors,
    drawnUp: frozen.drawnUp,
    createdAt: frozen.createdAt,
    marks: frozen.marks,
  }
}
