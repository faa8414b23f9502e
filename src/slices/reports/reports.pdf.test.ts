import { unzlibSync } from 'fflate'
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
  participants: [
    { name: 'Anna Berg', description: 'ledamot, majoriteten', start: minutes(780), end: minutes(930) },
    { name: 'Björn Ek' },
  ],
  met: [
    { audience: 'Brukare', met: true },
    { audience: 'Personal', met: false, explanation: 'Alla var på utbildning.' },
  ],
  deviations: [{ text: 'Personalen träffades inte.', clause: 'avsnitt 4', explanation: 'Alla var borta.' }],
  topics: [
    { audience: 'Brukare', heading: 'Trygghet', text: 'De flesta trivs.\n\nNågra vill ha fler utflykter.' },
    { audience: 'Brukare', heading: 'Trivsel', text: '' },
    { heading: 'Övrigt', text: 'Ny entré.' },
  ],
  proposals: [
    { text: 'Bättre skyltar.', answerer: 'förvaltningen' },
    { text: 'Fler bänkar.', answerer: '' },
  ],
  questions: ['Hur följs maten upp?'],
  guideline: { title: 'Riktlinje för kontaktpolitiker', version: 'gäller från 2026-03-25' },
  receivers: ['Omsorgsnämnden', 'Maria Chef'],
  meetingDay: dayFromIso('2027-04-20'),
  dissents: [],
  attachments: [],
  authors: [{ name: 'Anna Berg', signedAt: instantFromIso('2027-03-30T18:10:00Z') }, { name: 'Björn Ek' }],
  drawnUp: dayFromIso('2027-03-30'),
  createdAt: instantFromIso('2027-03-30T18:10:00Z'),
  marks: ['Fiktiva uppgifter'],
}

/** The levels that are more than one below the heading before. */
const skipped = (levels: readonly number[]) => levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)

const printed = async (changes: Partial<ReportDocument> = {}) =>
  pdfFacts(await reportPdf(typesetter, { ...report, ...changes }))

/** What the pages are drawn by, as text. */
async function streamsOf(changes: Partial<ReportDocument>): Promise<string> {
  const pdf = Buffer.from(await reportPdf(typesetter, { ...report, ...changes })).toString('latin1')
  const streams = [...pdf.matchAll(/FlateDecode[^>]*>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/g)]
  expect(streams.length).toBeGreaterThan(1)
  return streams
    .map(([, packed = '']) => Buffer.from(unzlibSync(Buffer.from(packed, 'latin1'))).toString('latin1'))
    .join('\n')
}

describe('a printed report', () => {
  test('is PDF/A and PDF/UA in Swedish with one main heading and tables with header cells', async () => {
    const facts = await printed()
    expect(facts).toMatchObject({
      archiveLevel: '2A',
      accessibilityPart: '1',
      isTitleShown: true,
      marked: true,
      language: 'sv-SE',
      allFontsEmbedded: true,
    })
    expect(facts.title).toBe('Besök på Solbacken')
    expect(['H1', 'Table', 'TH'].map((role) => facts.roles.get(role))).toEqual([1, 3, 8])
  })

  test.each([
    ['municipality and committee', 'ExempelkommunOmsorgsnämnden'],
    ['registration number', 'DiarienummerON2027/0042'],
    ['sender and receivers', 'AvsändareAnnaBerg,BjörnEkMottagareOmsorgsnämnden,MariaChef'],
    ['what it is about', 'ÄrendeBesökpåSolbacken'],
    ['meeting it goes to', 'Tillsammanträdet20april2027'],
    ['unit', 'EnhetSolbacken'],
    ['day and time of the visit', 'Besök25mars2027,kl.13.00–15.30'],
    ['day it was drawn up', 'Datum30mars2027'],
    ['version', 'Version1'],
    ['guideline it was judged by', 'RiktlinjeRiktlinjeförkontaktpolitiker,gällerfrån2026-03-25'],
    ['participants with role, bloc and time', 'AnnaBergledamot,majoritetenkl.13.00–15.30BjörnEk'],
    ['who was met', 'BrukareJa'],
    ['who was not met, with the explanation', 'PersonalNejAllavarpåutbildning.'],
    ['deviations with their clause and why', 'Personalenträffadesinte.(avsnitt4)Förklaring:Allavarborta.'],
    ['topics below their audience', 'BrukareTrygghetDeflestatrivs.Någravillhaflerutflykter.'],
    ['that nothing was noted on a topic', 'TrivselIngetantecknat.'],
    ['topics for all', 'ÖvrigtNyentré.'],
    [
      'proposals with who is to answer',
      'Förslagtillförbättringar1.Bättreskyltar.Svarbegärsavförvaltningen.2.Flerbänkar.Frågor',
    ],
    ['questions for the committee', 'Frågortillnämnden1.Hurföljsmatenupp?'],
    ['who signed and when, by a Swedish clock', 'AnnaBerg30mars2027kl.20.10'],
    ['who has not signed', 'BjörnEkEjundertecknat'],
    ['that the data is fictional, on every page', 'ON2027/0042·Fiktivauppgifter'],
    ['page numbers', 'Sida1av2'],
  ])('has the %s', async (_title, text) => {
    expect((await printed()).text).toContain(text)
  })

  test('has nothing in its title that a reader of tags passes over', async () => {
    // A space that may not break is set as a span of its own, and what stands after it in the span is lost to some readers.
    const title = 'Rapport från besök på Hemtjänst Norr 9 november 2026'
    expect(await streamsOf({ title })).not.toMatch(/ActualText\s*<feff00a0>/i)
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

  test('has no column in which nothing stands', async () => {
    const { text } = await printed({ met: [{ audience: 'brukare', met: true }], participants: [{ name: 'Anna' }] })
    expect(text).toContain('DeltagareNamnAnnaVilkaviträffadeGruppTräffadeBrukareJaAvvikelser')
  })

  test('leaves out the headings of what is not there', async () => {
    const { text } = await printed({ met: [], topics: [], proposals: [], questions: [], participants: [{ name: 'A' }] })
    expect(text).not.toMatch(
      /Vilkaviträffade|Vadvitaladeom|Förslag|Frågor|synpunkter|Avvikandemening|Bilagor|version1av|Uppdrag/,
    )
  })

  test('of the second version says first who changed what, when and why', async () => {
    const correction = {
      kind: 'correction',
      by: 'Björn Ek',
      on: dayFromIso('2027-04-12'),
      changed: ['Trygghet', 'Övrigt'],
    } as const
    const { text, read } = await printed({ version: 2, correction: { ...correction, why: 'Fel våning.' } })
    expect(text).toContain(
      'Dethärärversion2avrapportenBjörnEkrättaderapporten12april2027.Ändrat:Trygghet,Övrigt.Felvåning.Denförraversionenfinnskvar.',
    )
    expect(text).toContain('DiarienummerON2027/0042Version2Datum12april2027AvsändareBjörnEk')
    expect(text).toContain('Underskrifternagällerrapportensomdenstodinnandenrättades.')
    expect(read.indexOf('Dethärärversion2')).toBeLessThan(read.indexOf('Diarienummer'))
  })

  test('has a dissent under the name of the one who has it, who does not sign', async () => {
    const on = dayFromIso('2027-03-29')
    const { text } = await printed({
      dissents: [{ name: 'Björn Ek', text: 'Jag håller inte med.', on }],
      authors: [{ name: 'Björn Ek', dissents: true }],
      version: 2,
      correction: { kind: 'dissent', by: 'Björn Ek', on, why: '', changed: [] },
    })
    expect(text).toContain('AvvikandemeningBjörnEk29mars2027Jaghållerintemed.')
    expect(text).toContain('BjörnEkAvvikandemeningiställetförunderskrift')
    expect(text).toContain('BjörnEklämnadeenavvikandemening29mars2027.Denstårsistirapporten.')
    expect(text).not.toContain('innandenrättades')
  })

  test('has what the managers said of the draft, and who said nothing', async () => {
    const [sentOn, lastDay] = [dayFromIso('2027-03-26'), dayFromIso('2027-03-29')]
    const said = { units: ['Solbacken'], answeredOn: lastDay, wrong: [], comment: '' }
    const { text, headings } = await printed({
      checked: {
        sentOn,
        lastDay,
        replies: [
          { ...said, by: 'Maria Chef', comment: 'Tack.', wrong: [{ heading: 'Trygghet', text: 'Två.', said: 'Tre.' }] },
          { ...said, by: 'Nils Chef', registered: { by: 'Eva Sekreterare', calledOn: lastDay } },
        ],
        silent: ['Lunden'],
      },
    })
    expect(text).toContain(
      'ChefenssynpunkterUtkastetskickadestillchefen26mars2027.MariaChef,SolbackenSvarade29mars2027Tack.Om”Trygghet”Två.Tre.NilsChef',
    )
    expect(text).toContain('Ingasynpunkter.Lunden:ingetsvartillochmed29mars2027.')
    expect(text).toContain('EvaSekreterare')
    expect(skipped(headings)).toEqual([])
  })

  test('names the files that go with it', async () => {
    const { text } = await printed({ attachments: [{ name: 'Ritning.pdf', detail: 'PDF, 120 kB' }] })
    expect(text).toContain('Bilagor1.Ritning.pdf(PDF,120kB)')
  })

  test('is read aloud in the order in which it is printed, with no heading skipped', async () => {
    const { body, read, headings } = await printed()
    expect(read).toBe(body)
    expect(headings).toEqual([1, 2, 2, 2, 2, 3, 4, 4, 3, 2, 2, 2])
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
      deviations: [{ text: evil, clause: evil, explanation: evil }],
      topics: [{ audience: evil, heading: evil, text: evil }],
      proposals: [{ text: evil, answerer: evil }],
      questions: [evil],
      guideline: { title: evil, version: evil },
      authors: [{ name: evil }],
      receivers: [evil],
      dissents: [{ name: evil, text: evil, on: report.drawnUp }],
      attachments: [{ name: evil, detail: evil }],
      correction: { kind: 'correction', by: evil, on: report.drawnUp, why: evil, changed: [evil] },
      checked: {
        sentOn: report.drawnUp,
        lastDay: report.drawnUp,
        replies: [
          {
            by: evil,
            units: [evil],
            answeredOn: report.drawnUp,
            comment: evil,
            wrong: [{ heading: evil, text: evil, said: evil }],
          },
        ],
        silent: [evil],
      },
      marks: [evil],
    })
    expect(title).toBe(evil)
    expect(text.split(evil).length - 1).toBeGreaterThanOrEqual(36)
  })

  test('holds what no one expects: one word of ten thousand characters, emoji, and text from the right', async () => {
    const word = 'W'.repeat(10_000)
    const facts = await printed({
      topics: [{ heading: '😀'.repeat(60), text: `${word}\n\nשלום עולם\n\n${'👨\u200d👩\u200d👧'.repeat(200)}` }],
      participants: [{ name: word.slice(0, 200), description: word.slice(0, 200) }],
      met: [{ audience: word.slice(0, 200), met: false, explanation: word.slice(0, 200) }],
    })
    // What repeats on each page is not read aloud, so the word is whole there.
    expect(facts.read.includes(word)).toBe(true)
    expect([facts.text.includes('שלום'), facts.text.includes('[U+')]).toEqual([true, false])
    expect(facts.rightmost).toBeLessThan(595 - 60)
    expect([facts.accessibilityPart, facts.allFontsEmbedded]).toEqual(['1', true])
  })

  test('holds a text of fifty thousand characters', async () => {
    const facts = await printed({ topics: [{ heading: 'Allt', text: 'kontakt '.repeat(6250) }] })
    expect(facts.pages).toBeGreaterThan(8)
    expect(facts.text.match(/kontakt/g)).toHaveLength(6251)
  })
})
