import { afterAll, describe, expect, test } from 'vitest'
import { aPng } from '../../../tests/support/a-png.ts'
import { instantFromIso } from '../../kernel/instant.ts'
import { officialPageData, officialPageTemplate } from './official-page.typ.ts'
import { pdfFacts } from '../../../tests/support/pdf.ts'
import { createTypesetter, inLook, type TypesetRequest } from './typst.ts'

const typesetter = createTypesetter()
afterAll(() => typesetter.close())

const letter: TypesetRequest = {
  template: '= #data.heading\n#data.body',
  data: { heading: 'Rubrik', body: 'Brödtext med åäö.' },
  title: 'Ett brev',
  language: 'sv',
  createdAt: instantFromIso('2027-03-30T18:10:00Z'),
}

describe('a typeset document', () => {
  test('is a tagged PDF/A-2a and PDF/UA-1 with its title shown, language, time and embedded fonts', async () => {
    expect(await pdfFacts(await typesetter.typeset(letter))).toMatchObject({
      archiveLevel: '2A',
      accessibilityPart: '1',
      title: 'Ett brev',
      isTitleShown: true,
      language: 'sv-SE',
      createdAt: '2027-03-30T18:10:00+00:00',
      marked: true,
      roles: new Map([
        ['Document', 1],
        ['H1', 1],
        ['P', 1],
      ]),
      fonts: ['SourceSans3-SemiBold', 'SourceSans3-Regular'],
      allFontsEmbedded: true,
      text: 'RubrikBrödtextmedåäö.',
      read: 'RubrikBrödtextmedåäö.',
    })
  })

  test('has a title of one line, however long its words are', async () => {
    const title = `Ett brev\n${'x'.repeat(100)}`
    expect(await pdfFacts(await typesetter.typeset({ ...letter, title }))).toMatchObject({
      title: `Ett brev ${'x'.repeat(100)}`,
    })
  })

  test('in English says so', async () => {
    expect(await pdfFacts(await typesetter.typeset({ ...letter, language: 'en' }))).toMatchObject({ language: 'en-GB' })
  })

  test('can be PDF/A-3a', async () => {
    const pdf = await typesetter.typeset({ ...letter, standard: 'a-3a' })
    expect(await pdfFacts(pdf)).toMatchObject({ archiveLevel: '3A', accessibilityPart: '1' })
  })

  test('has the same bytes when it is made again', async () => {
    expect(await typesetter.typeset(letter)).toEqual(await typesetter.typeset(letter))
  })

  test('is each its own when several are asked for at once', async () => {
    const bodies = ['Första', 'Andra', 'Tredje']
    const made = await Promise.all(
      bodies.map((body) => typesetter.typeset({ ...letter, data: { heading: 'R', body } })),
    )
    const read = await Promise.all(made.map((pdf) => pdfFacts(pdf)))
    expect(read.map(({ text }) => text)).toEqual(['RFörsta', 'RAndra', 'RTredje'])
  })

  test('can be made after the thread has been stopped', async () => {
    const other = createTypesetter()
    const before = await other.typeset(letter)
    await other.close()
    expect(await other.typeset(letter)).toEqual(before)
    await other.close()
  })
})

describe('what a person wrote is printed as written', () => {
  test.each([
    ['Typst headings and emphasis', '= Rubrik *fet* _kursiv_ `kod` - punkt'],
    ['a call', '#eval("1+1") #read("/etc/passwd") #panic("x")'],
    ['mathematics, labels and references', '$x^2$ <etikett> @referens'],
    ['comments and escapes', '// bort /* bort */ \\u{41} \\'],
    ['HTML', '<script>alert("x")</script> &amp; <!-- x -->'],
    ['what would end a string in JSON', '","title":"x"} \\" \\\\'],
    ['brackets', ']]] ))) }}} [[[ ((( {{{'],
    ['Greek, Cyrillic and Polish letters', 'Αθήνα Київ Łódź'],
  ])('%s', async (_title, body) => {
    const { text } = await pdfFacts(await typesetter.typeset({ ...letter, title: body, data: { heading: body, body } }))
    const printed = body.replace(/\s/g, '')
    expect(text).toBe(printed + printed)
  })

  test('fifty thousand characters, over many pages', async () => {
    const body = 'ett långt ord '.repeat(3600)
    const facts = await pdfFacts(await typesetter.typeset({ ...letter, data: { heading: 'R', body } }))
    expect(facts.pages).toBeGreaterThan(5)
    expect(facts.text).toBe(`R${body.replace(/\s/g, '')}`)
  })

  test.each([
    ['emoji, of several parts too', '😀👍🏽👨\u200d👩\u200d👧', ['NotoEmoji-Regular']],
    ['Hebrew', 'שלום', ['NotoSansHebrew-Regular']],
    ['Arabic, with the letters of Persian and Kurdish', 'گچپژڕۆێ', ['Vazirmatn-Regular']],
  ])('%s', async (_title, body, fonts) => {
    const facts = await pdfFacts(await typesetter.typeset({ ...letter, data: { heading: 'R', body } }))
    expect(facts).toMatchObject({ text: `R${body}`, read: `R${body}`, allFontsEmbedded: true })
    expect(facts.fonts).toEqual(['SourceSans3-SemiBold', ...fonts])
  })

  test('marks that make no letter of their own with the one before', async () => {
    const { text } = await pdfFacts(
      await typesetter.typeset({ ...letter, data: { heading: 'R', body: 'x\u0302q\u0308' } }),
    )
    expect(text).toMatch(/^R(?:x\u0302)+(?:q\u0308)+$/)
  })

  test('what no embedded font has, spelled out', async () => {
    const facts = await pdfFacts(await typesetter.typeset({ ...letter, data: { heading: '漢字', body: 'ꦗ' } }))
    expect(facts.text).toBe('[U+6F22][U+5B57][U+A997]')
  })
})

describe('the look of a municipality', () => {
  const template = `${officialPageTemplate}\n#show: official-page.with(data.page)\n= #data.heading\n#prose(data.body)`
  const pageLabels = { page: 'Sida', of: 'av' }
  const page = officialPageData({ organisation: 'Ekby', body: 'N', kind: 'Brev', reference: '', marks: [], pageLabels })
  const official = { ...letter, template, data: { page, heading: 'Rubrik', body: 'Text' } }
  const logo = { png: aPng(40, 30), alternative: 'Ekbys vapen' }

  test('is a colour and a picture with a text alternative, and is still PDF/A and PDF/UA', async () => {
    const pdf = await inLook(typesetter, { accent: '#7a1f3d', logo }).typeset(official)
    expect(await pdfFacts(pdf)).toMatchObject({
      archiveLevel: '2A',
      accessibilityPart: '1',
      alternatives: ['Ekbys vapen'],
      read: 'EkbyNBrevRubrikText',
      text: 'EkbyNBrevRubrikTextSida1av1',
    })
    expect(Buffer.from(pdf).equals(await typesetter.typeset(official))).toBe(false)
  })

  test('is in the documents of that municipality alone', async () => {
    const before = await typesetter.typeset(official)
    await inLook(typesetter, { logo }).typeset(official)
    expect(await typesetter.typeset(official)).toEqual(before)
  })

  test('with a picture that cannot be read is refused', async () => {
    const broken = { ...logo, png: logo.png.subarray(0, 60) }
    await expect(inLook(typesetter, { logo: broken }).typeset(official)).rejects.toThrow(/image|PNG/i)
  })

  test('a paragraph runs the way its first letter does', async () => {
    const left = async (body: string) => {
      const pdf = await typesetter.typeset({ ...official, data: { page, heading: 'R', body } })
      return (await pdfFacts(pdf)).leftOf(body)
    }
    expect(await left('Hej')).toBeLessThan(100)
    expect(await left('שלום')).toBeGreaterThan(400)
    expect(await left('كتب')).toBeGreaterThan(400)
  })
})

describe('a document that would shut readers out is refused', () => {
  test.each([
    ['a skipped heading level', '= Ett\n=== Tre', /heading level/],
    [
      'a picture without a text alternative',
      "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>\"), format: \"svg\")",
      /alt/,
    ],
    ['a mistake in the template', '#saknas', /unknown variable/],
  ])('%s', async (_title, template, fault) => {
    await expect(typesetter.typeset({ ...letter, template })).rejects.toThrow(fault)
  })

  test('an empty title', async () => {
    await expect(typesetter.typeset({ ...letter, title: '' })).rejects.toThrow(/title/)
  })
})
