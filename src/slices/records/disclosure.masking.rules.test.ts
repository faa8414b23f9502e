import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Mask, maskDocument, maskText, normalised, sentencesOf } from './disclosure.masking.rules.ts'

const ground = { law: 'OSL', provision: '26 kap. 1 §' } as const
const masked = { masked: 'OSL 26 kap. 1 §' }
const word = (text: string, wholeWord = false): Mask => ({ id: 'm', ground, word: text, wholeWord })

describe('a word that is masked', () => {
  test.each([
    ['in capitals', 'Vi mötte ANNA.', 'anna', ['Vi mötte ', '.']],
    ['with an ending', 'Annas rum är stort.', 'Anna', [' rum är stort.']],
    ['inside a longer word', 'På Solgårdsboendet bor tolv.', 'solgård', ['På ', ' bor tolv.']],
    ['with a break between its parts', 'Anna\nExempel kom.', 'Anna Exempel', [' kom.']],
    ['with signs that mean something else to a search', 'Rum 4 (a+b) är tomt.', '(a+b)', ['Rum 4 ', ' är tomt.']],
    ['with another hyphen', 'Anna‑Lisa kom.', 'anna-lisa', [' kom.']],
    ['with letters outside the basic plane around it', 'x𝐀anna𝐁 y', 'anna', [' y']],
  ])('%s', (_title, text, wanted, left) => {
    const runs = maskText(text, [word(wanted)])
    expect(runs.flatMap((run) => ('text' in run ? [run.text] : []))).toEqual(left)
    expect(runs).toContainEqual(masked)
  })

  test('as a whole word leaves longer words alone and takes the genitive', () => {
    expect(maskText('Anna och annan fick Annas bok.', [word('anna', true)])).toEqual([
      masked,
      { text: ' och annan fick ' },
      masked,
      { text: ' bok.' },
    ])
  })

  test('is found though it was written with loose accents or a soft hyphen', () => {
    const written = normalised('A\u030asa och Ko\u00adnrad')
    expect(maskText(written, [word('Åsa'), word('Konrad')])).toEqual([masked, { text: ' och ' }, masked])
  })

  test('stands nowhere in the document, title and labels too', () => {
    const content = {
      title: 'Anna på Björken',
      reference: 'Anna-1',
      sections: [{ heading: 'Om Anna', parts: [{ key: '0.0', label: 'ANNA', text: 'Annas rum.' }] }],
    }
    expect(JSON.stringify(maskDocument(content, [word('anna')])).toLowerCase()).not.toContain('anna')
  })
})

describe('a sentence that is masked', () => {
  const text = 'Första meningen. Andra meningen! ”Tredje?”\nFjärde'

  test('the sentences hold the whole text', () => {
    expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Första meningen.',
      'Andra meningen!',
      '”Tredje?”',
      'Fjärde',
    ])
  })

  test('an abbreviation ends none', () => {
    const written = 'Vi kom kl. 13.00 och såg t.ex. köket. Sedan gick vi.'
    expect(sentencesOf(written).map(({ start, end }) => written.slice(start, end))).toEqual([
      'Vi kom kl. 13.00 och såg t.ex. köket.',
      'Sedan gick vi.',
    ])
  })

  test('goes with what overlaps it, under every ground', () => {
    const { start = 0, end = 0 } = sentencesOf(text)[1] ?? {}
    const other: Mask = { ...word('meningen! ”Tredje'), ground: { law: 'OSL', provision: '25 kap. 1 §' } }
    expect(maskText(text, [{ id: 'p', ground, part: '0.0', start, end }, other], '0.0')).toEqual([
      { text: 'Första meningen. ' },
      { masked: 'OSL 26 kap. 1 §, OSL 25 kap. 1 §' },
      { text: '?”\nFjärde' },
    ])
  })

  test('is masked in its own part alone', () => {
    expect(maskText(text, [{ id: 'p', ground, part: '0.0', start: 0, end: 5 }], '0.1')).toEqual([{ text }])
  })
})

test('whatever is written, a masked word is left nowhere, and nothing else is lost but whole words', () => {
  const written = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'å', 'Å', ' ', '\n', '.', '-', '7'), maxLength: 60 })
  const wanted = fc.string({ unit: fc.constantFrom('a', 'b', 'Å', ' ', '-'), minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(written, wanted, (text, name) => {
      fc.pre(name.trim().length >= 2)
      const runs = maskText(text, [word(name)])
      const left = runs.flatMap((run) => ('text' in run ? [run.text] : []))
      const searched = name.trim().toLowerCase().replace(/\s+/g, ' ')
      for (const piece of left) expect(piece.toLowerCase().replace(/\s+/g, ' ')).not.toContain(searched)
      if (!text.toLowerCase().replace(/\s+/g, ' ').includes(searched)) expect(left.join('')).toBe(text)
    }),
  )
})
