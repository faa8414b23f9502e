import { z } from 'zod'
import { type Minutes, minutes } from '../../kernel/clock-time.ts'
import { type Day, dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { type Instant, instantFromIso, isoFromInstant } from '../../kernel/instant.ts'
import type { ReportDocument } from './reports.pdf.ts'
import { reportsTexts } from './reports.texts.ts'

const day = z.codec(z.string(), z.custom<Day>(Number.isSafeInteger), { decode: dayFromIso, encode: isoFromDay })
const instant = z.codec(z.string(), z.custom<Instant>(Number.isSafeInteger), {
  decode: instantFromIso,
  encode: isoFromInstant,
})
const time = z.number().transform((value): Minutes => minutes(value))
const text = z.string()

/**
 * The final report with everything it says and every name as it was: what the page shows and the PDF is made from.
 * Its words are Swedish, the language of the authority (språklagen 10 §).
 */
export const frozenReportSchema = z.object({
  format: z.literal('namndkontakt/report@1'),
  municipality: text,
  committee: text,
  title: text,
  registrationNumber: text.optional(),
  units: z.array(z.object({ id: text, name: text })),
  visit: z.object({ id: text, day, start: z.number(), end: z.number() }),
  participants: z.array(z.object({ personId: text, name: text, description: text.optional() })),
  met: z.array(z.object({ audience: text, met: z.boolean(), explanation: text.optional() })),
  deviations: z.array(z.object({ rule: text, text, clause: text, outcome: text, explanation: text.optional() })),
  topics: z.array(z.object({ key: text, audience: text.optional(), heading: text, text })),
  proposals: z.array(text),
  questions: z.array(text),
  guideline: z.object({ id: text, title: text, version: text }).optional(),
  authors: z.array(z.object({ personId: text, name: text, signedAt: instant.optional() })),
  drawnUp: day,
  createdAt: instant,
  /** The meeting it goes to, as the calendar was then. */
  meeting: z.object({ id: text, day }).optional(),
  /** For an oral report: who speaks, and what about. */
  oral: z.object({ speakerId: text, speaker: text, line: text }).optional(),
  marks: z.array(text),
})

export type FrozenReport = z.output<typeof frozenReportSchema>

/** Returns the frozen report as JSON for the database. */
export function frozenJson(frozen: FrozenReport): unknown {
  return z.encode(frozenReportSchema, frozen)
}

/** Returns the frozen report that the JSON says. Throws when it is not one: nothing else is ever written there. */
export function parseFrozen(json: unknown): FrozenReport {
  return frozenReportSchema.parse(json)
}

/** Returns what is printed for the frozen report. */
export function printableReport(frozen: FrozenReport): ReportDocument {
  const texts = reportsTexts('sv')
  return {
    language: 'sv',
    municipality: frozen.municipality,
    committee: frozen.committee,
    title: frozen.title,
    registrationNumber: frozen.registrationNumber,
    version: 1,
    units: frozen.units.map(({ name }) => name),
    visit: { day: frozen.visit.day, start: time.parse(frozen.visit.start), end: time.parse(frozen.visit.end) },
    participants: frozen.participants,
    met: frozen.met,
    deviations: frozen.deviations.map(({ text: said, clause, explanation }) => ({
      text: explanation ? `${said} ${texts.explanation(explanation)}` : said,
      clause,
    })),
    topics: frozen.topics,
    proposals: frozen.proposals,
    questions: frozen.questions,
    guideline: frozen.guideline ?? { title: texts.noGuideline, version: '' },
    authors: frozen.authors,
    drawnUp: frozen.drawnUp,
    createdAt: frozen.createdAt,
    marks: frozen.marks,
  }
}
