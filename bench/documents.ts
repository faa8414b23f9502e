import { type Day, dayFromIso } from '../src/kernel/date.ts'
import { minutes } from '../src/kernel/clock-time.ts'
import { instantFromIso } from '../src/kernel/instant.ts'
import { register } from 'tsx/esm/api'
import { createTypesetter } from '../src/platform/documents/typst.ts'
import type { ReportDocument } from '../src/slices/reports/reports.pdf.ts'
import type { Row } from './rows.ts'

const mostMilliseconds = 100
const mostSeconds = 10
const reports = 100

/** Typesets a report again and again, and a meeting's package of a hundred of them, as the server does it. */
export async function benchDocuments(): Promise<readonly Row[]> {
  // A report's words come by way of files with views in them, which Node alone does not read.
  const unregister = register()
  const { reportPdf } = await import('../src/slices/reports/reports.pdf.ts')
  const { meetingPackage } = await import('../src/slices/meetings/meetings.package.ts')
  const typesetter = createTypesetter()
  try {
    for (let warm = 0; warm < 5; warm++) await reportPdf(typesetter, reportNumber(warm))
    const times: number[] = []
    for (let number = 0; number < reports; number++) {
      const start = performance.now()
      await reportPdf(typesetter, reportNumber(number))
      times.push(performance.now() - start)
    }
    const report = times.toSorted((one, other) => one - other)[Math.floor(reports * 0.95)] ?? Number.NaN

    const start = performance.now()
    const numbers = Array.from({ length: reports }, (_, number) => number)
    const written = await Promise.all(
      numbers.map(async (number) => packed(number, await reportPdf(typesetter, reportNumber(number)))),
    )
    const { bytes } = await meetingPackage(typesetter, {
      language: 'sv',
      municipality: 'Exempelkommun',
      committee: 'Omsorgsnämnden',
      meetingDay: day,
      createdAt,
      written,
      oral: [],
      discussion: [],
      decisions: [],
      marks: [],
    })
    const seconds = (performance.now() - start) / 1000
    const size = `${(bytes.length / 1024 / 1024).toFixed(1)} MB`
    return [
      {
        name: 'a report to PDF/A and PDF/UA, 95 of 100',
        value: report,
        unit: 'ms',
        must: `< ${mostMilliseconds} ms`,
        met: report < mostMilliseconds,
      },
      {
        name: `a package of ${reports} reports, ${size}`,
        value: seconds,
        unit: 's',
        must: `< ${mostSeconds} s`,
        met: seconds < mostSeconds,
      },
    ]
  } finally {
    await typesetter.close()
    await unregister()
  }
}

const day: Day = dayFromIso('2027-03-25')
const createdAt = instantFromIso('2027-03-30T18:10:00Z')
const paragraph =
  'De flesta säger att de känner sig trygga, också på natten. Några tycker att det tar tid innan någon kommer när de ringer. '

/** A report of three pages, each with its own words: nothing is typeset from memory. */
function reportNumber(number: number): ReportDocument {
  return {
    language: 'sv',
    municipality: 'Exempelkommun',
    committee: 'Omsorgsnämnden',
    title: `Besök på Solbacken ${number}`,
    registrationNumber: `ON 2027/${number}`,
    version: 1,
    units: [`Solbacken ${number}`],
    visit: { day, start: minutes(780), end: minutes(930) },
    participants: [{ name: 'Anna Berg', description: 'ledamot, majoriteten' }, { name: 'Björn Ek' }],
    met: ['Brukare (12)', 'Anhöriga (3)', 'Personal'].map((audience) => ({ audience, met: true })),
    deviations: [{ text: 'Personalen träffades inte.', clause: 'avsnitt 4', explanation: 'Utbildning.' }],
    topics: Array.from({ length: 8 }, (_, topic) => ({
      audience: topic < 4 ? 'Brukare' : 'Personal',
      heading: `Ämne ${topic}`,
      text: `${number}. ${paragraph.repeat(4)}\n\n${paragraph.repeat(3)}`,
    })),
    proposals: Array.from({ length: 3 }, () => ({ text: paragraph, answerer: 'förvaltningen' })),
    questions: [paragraph],
    guideline: { title: 'Riktlinje för kontaktpolitiker', version: 'gäller från 25 mars 2026' },
    receivers: ['Omsorgsnämnden', 'Maria Lind'],
    meetingDay: day,
    authors: [{ name: 'Anna Berg', signedAt: createdAt }, { name: 'Björn Ek' }],
    dissents: [],
    attachments: [],
    drawnUp: day,
    createdAt,
    marks: [],
  }
}

function packed(number: number, pdf: Uint8Array) {
  const { title, units, registrationNumber } = reportNumber(number)
  const authors = ['Anna Berg', 'Björn Ek']
  return {
    reportId: String(number),
    title,
    units,
    visitDay: day,
    authors,
    registrationNumber,
    version: 1,
    drawnUp: day,
    pdf,
  }
}
