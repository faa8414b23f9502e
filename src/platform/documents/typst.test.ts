import { afterAll, describe, expect, test } from 'vitest'
import { instantFromIso } from '../../kernel/instant.ts'
import { pdfFacts } from './pdf-facts.ts'
import { createTypesetter, type TypesetRequest } from './typst.ts'

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
  test('is a tagged PDF/A-2a with title, language, time and embedded fonts', async () => {
    expect(pdfFacts(await typesetter.typeset(letter))).toMatchObject({
      archiveLevel: '2A',
      title: 'Ett brev',
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
    })
  })

  test('in English says so', async () => {
    expect(pdfFacts(await typesetter.typeset({ ...letter, language: 'en' })).language).toBe('en-GB')
  })

  test('can be PDF/A-3a', async () => {
    expect(pdfFacts(await typesetter.typeset({ ...letter, standard: 'a-3a' })).archiveLevel).toBe('3A')
  })

  test('has the same bytes when it is made again', async () => {
    expect(await typesetter.typeset(letter)).toEqual(await typesetter.typeset(letter))
  })

  test('is each its own when several are asked for at once', async () => {
    const bodies = ['Första', 'Andra', 'Tredje']
    const made = await Promise.all(
      bodies.map((body) => typesetter.typeset({ ...letter, data: { heading: 'R', body } })),
    )
    expect(made.map((pdf) => pdfFacts(pdf).text)).toEqual(['RFörsta', 'RAndra', 'RTredje'])
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
    const { text } = pdfFacts(await typesetter.typeset({ ...letter, title: body, data: { heading: body, body } }))
    const printed = body.replace(/\s/g, '')
    expect(text).toBe(printed + printed)
  })

  test('fifty thousand characters, over many pages', async () => {
    const body = 'ett långt ord '.repeat(3600)
    const facts = pdfFacts(await typesetter.typeset({ ...letter, data: { heading: 'R', body } }))
    expect(facts.pages).toBeGreaterThan(5)
    expect(facts.text).toBe(`R${body.replace(/\s/g, '')}`)
  })

  test('with emoji and Arabic spelled out, as no embedded font has them', async () => {
    const { text } = pdfFacts(await typesetter.typeset({ ...letter, data: { heading: '😀', body: 'سلام' } }))
    expect(text).toBe('[U+1F600][U+0633][U+0644][U+0627][U+0645]')
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
