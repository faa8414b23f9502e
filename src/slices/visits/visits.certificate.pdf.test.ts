import { afterAll, describe, expect, test } from 'vitest'
import { minutes } from '../../kernel/clock-time.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { instantFromIso } from '../../kernel/instant.ts'
import { pdfFacts } from '../../../tests/support/pdf.ts'
import { createTypesetter } from '../../platform/documents/typst.ts'
import { type Certificate, certificatePdf } from './visits.certificate.pdf.ts'

const typesetter = createTypesetter()
afterAll(() => typesetter.close())

const certificate: Certificate = {
  language: 'sv',
  municipality: 'Exempelkommun',
  committee: 'Omsorgsnämnden',
  name: 'Anna Berg',
  day: dayFromIso('2027-03-25'),
  start: minutes(780),
  end: minutes(907),
  issued: dayFromIso('2027-03-30'),
  contact: 'kommun@exempel.example',
  createdAt: instantFromIso('2027-03-30T18:10:00Z'),
  marks: ['Fiktiva uppgifter'],
}

const printed = async (changes: Partial<Certificate> = {}) =>
  pdfFacts(await certificatePdf(typesetter, { ...certificate, ...changes }))

describe('a certificate for an employer', () => {
  test('is an accessible PDF/A in Swedish with one main heading', async () => {
    const facts = await printed()
    expect(facts).toMatchObject({ archiveLevel: '2A', marked: true, language: 'sv-SE', allFontsEmbedded: true })
    expect([facts.title, facts.pages, facts.roles.get('H1')]).toEqual(['Intyg om förtroendeuppdrag', 1, 1])
  })

  test.each([
    ['who, and of which committee and municipality', 'AnnaBergärförtroendevaldiOmsorgsnämnden,Exempelkommun'],
    ['the day', 'Dag25mars2027'],
    ['from when to when, to the minute', 'Tid13:00–15:07'],
    ['the day of issue', 'Utfärdat30mars2027'],
    ['where an employer can ask', 'Frågoromintygetkommun@exempel.example'],
    ['that travel is not in it', 'Restidärintemedräknad.'],
    ['the law that gives the right to leave', '4kap.11§kommunallagen(2017:725)'],
    ['that the data is fictional', 'Fiktivauppgifter'],
  ])('says %s', async (_, text) => {
    expect((await printed()).text).toContain(text)
  })

  test('in English has English words throughout and the language in the file', async () => {
    const { language, text, title } = await printed({ language: 'en' })
    expect([language, title]).toEqual(['en-GB', 'Certificate of an assignment as elected representative'])
    expect(text).toContain('Day25March2027')
    expect(text).toContain('Travelisnotincluded.')
    expect(text).not.toContain('Intyg')
  })

  test('has the same bytes when it is made again', async () => {
    expect(await certificatePdf(typesetter, certificate)).toEqual(await certificatePdf(typesetter, certificate))
  })

  test('prints hostile text as it was written', async () => {
    const evil = '#eval("1")<b>*x*</b>$y$@z\\]'
    const { text } = await printed({ name: evil, committee: evil, municipality: evil, marks: [evil] })
    expect(text.split(evil).length - 1).toBeGreaterThanOrEqual(6)
  })
})
