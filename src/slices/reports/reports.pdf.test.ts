import { afterAll, describe, expect, test } from 'vitest'
import { minutes } from '../../kernel/clock-time.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { instantFromIso } from '../../kernel/instant.ts'
import { pdfFacts } from '../../../tests/support/pdf.ts'
import { createTypesetter } from '../../platform/documents/typst.ts'
import { type ReportDocument, reportPdf } from './reports.pdf.ts'

const typesetter = createTypesetter()
afterAll(() => typesetter.close())

const report: ReportDocument = {
  language: 'sv',
  municipality: 'Exempelkommun',
  committee: 'Omsorgsnämnden',
  title: 'Besök på Solbacken',
  registrationNumber: 'ON 2027/0042',
  version: 1,
  units: ['Solbacken'],
  visit: { day: dayFromIso('2027-03-25'), start: minutes(780), end: minutes(930) },
  participants: [{ name: 'Anna Berg', description: 'ledamot, majoriteten' }, { name: 'Björn Ek' }],
  met: [
    { audience: 'Brukare', met: true },
    { audience: 'Personal', met: false, explanation: 'Alla var på utbildning.' },
  ],
  deviations: [{ text: 'Personalen träffades inte.', clause: 'avsnitt 4' }],
  topics: [
    { audience: 'Brukare', heading: 'Trygghet', text: 'De flesta trivs.\n\nNågra vill ha fler utflykter.' },
    { audience: 'Brukare', heading: 'Trivsel', text: '' },
    { heading: 'Övrigt', text: 'Ny entré.' },
  ],
  proposals: ['Bättre skyltar.'],
  questions: ['Hur följs maten upp?'],
  guideline: { title: 'Riktlinje för kontaktpolitiker', version: 'gäller från 2026-03-25' },
  authors: [{ name: 'Anna Berg', signedAt: instantFromIso('2027-03-30T18:10:00Z') }, { name: 'Björn Ek' }],
  drawnUp: dayFromIso('2027-03-30'),
  createdAt: instantFromIso('2027-03-30T18:10:00Z'),
  marks: ['Fiktiva uppgifter'],
}

const printed = async (changes: Partial<ReportDocument> = {}) =>
  pdfFacts(await reportPdf(typesetter, { ...report, ...changes }))

describe('a printed report', () => {
  test('is an accessible PDF/A in Swedish with one main heading and tables with header cells', async () => {
    const facts = await printed()
    expect(facts).toMatchObject({ archiveLevel: '2A', marked: true, language: 'sv-SE', allFontsEmbedded: true })
    expect(facts.title).toBe('Besök på Solbacken')
    expect(['H1', 'Table', 'TH'].map((role) => facts.roles.get(role))).toEqual([1, 2, 5])
  })

  test.each([
    ['municipality and committee', 'ExempelkommunOmsorgsnämnden'],
    ['registration number', 'DiarienummerON2027/0042'],
    ['unit', 'EnhetSolbacken'],
    ['day and time of the visit', 'Besök25mars2027,kl.13:00–15:30'],
    ['day it was drawn up, and version', 'Upprättad30mars2027'],
    ['version', 'Version1'],
    ['guideline it was judged by', 'RiktlinjeRiktlinjeförkontaktpolitiker,gällerfrån2026-03-25'],
    ['participants with role and bloc', 'AnnaBerg,ledamot,majoriteten•BjörnEk'],
    ['who was met', 'BrukareJa'],
    ['who was not met, with the explanation', 'PersonalNejAllavarpåutbildning.'],
    ['deviations with their clause', 'Personalenträffadesinte.(avsnitt4)'],
    ['topics below their audience', 'BrukareTrygghetDeflestatrivs.Någravillhaflerutflykter.'],
    ['that nothing was noted on a topic', 'TrivselIngetantecknat.'],
    ['topics for all', 'ÖvrigtNyentré.'],
    ['proposals', 'Förslagtillförbättringar1.Bättreskyltar.'],
    ['questions for the committee', 'Frågortillnämnden1.Hurföljsmatenupp?'],
    ['who signed and when, by a Swedish clock', 'AnnaBerg30mars2027kl.20.10'],
    ['who has not signed', 'BjörnEkEjundertecknat'],
    ['that the data is fictional, on every page', 'ON2027/0042·Fiktivauppgifter'],
    ['page numbers', 'Sida1av2'],
  ])('has the %s', async (_title, text) => {
    expect((await printed()).text).toContain(text)
  })

  test('in English has English words throughout and the language in the file', async () => {
    const { language, text } = await printed({ language: 'en' })
    expect(language).toBe('en-GB')
    expect(text).toContain('Visit25March2027,13:00–15:30')
    expect(text).toContain('Deviationsfromtheguideline')
    expect(text).toContain('Page1of')
  })

  test('without deviations says that none are noted', async () => {
    expect((await printed({ deviations: [] })).text).toContain('Ingaavvikelserärnoterade.')
  })

  test('without an explanation for those not met says so', async () => {
    expect((await printed({ met: [{ audience: 'Personal', met: false }] })).text).toContain(
      'PersonalNejIngenförklaringlämnad',
    )
  })

  test('leaves out the headings of what the guideline does not ask for', async () => {
    const { text } = await printed({ met: [], topics: [], proposals: [], questions: [] })
    expect(text).not.toMatch(/Vilkaviträffade|Vadvitaladeom|Förslag|Frågor/)
  })

  test('before registration has no number', async () => {
    expect((await printed({ registrationNumber: undefined })).text).toContain('Diarienummer–')
  })

  test('has the same bytes when it is made again', async () => {
    expect(await reportPdf(typesetter, report)).toEqual(await reportPdf(typesetter, report))
  })

  test('prints hostile text in every field as it was written', async () => {
    const evil = '#eval("1")<b>*x*</b>$y$@z\\]'
    const { text, title } = await printed({
      municipality: evil,
      committee: evil,
      title: evil,
      registrationNumber: evil,
      units: [evil],
      participants: [{ name: evil, description: evil }],
      met: [{ audience: evil, met: false, explanation: evil }],
      deviations: [{ text: evil, clause: evil }],
      topics: [{ audience: evil, heading: evil, text: evil }],
      proposals: [evil],
      questions: [evil],
      guideline: { title: evil, version: evil },
      authors: [{ name: evil }],
      marks: [evil],
    })
    expect(title).toBe(evil)
    expect(text.split(evil).length - 1).toBeGreaterThanOrEqual(20)
  })

  test('holds a text of fifty thousand characters', async () => {
    const facts = await printed({ topics: [{ heading: 'Allt', text: 'kontakt '.repeat(6250) }] })
    expect(facts.pages).toBeGreaterThan(8)
    expect(facts.text.match(/kontakt/g)).toHaveLength(6251)
  })
})
