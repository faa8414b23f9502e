import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { aHeldVisit } from './a-held-visit.ts'
import { getFrozen } from './reports.document.store.ts'

let town: TestApp

beforeAll(async () => {
  town = await anApp()
})

/** Parts of texts as people, phones, Word and attackers send them. No word has a space in it. */
const words = fc.oneof(
  fc.constantFrom('maten', 'är', 'god', 'Å', 'lugnt.', '”trygg”', '“smart”', '‘så’', '–', 'kväll…', '½', '12:30'),
  fc.constantFrom('😀', '👩🏽‍⚕️', '🇸🇪', '👨‍👩‍👧‍👦', '✅', '❤️'),
  fc.constantFrom('مرحبا', 'שלום', 'سلام', 'فارسی', '你好', 'สวัสดี', 'Łódź', 'Ελλάδα'),
  fc.constantFrom(
    '<b>fet</b>',
    '</textarea>',
    '&amp;',
    '<script>alert(1)</script>',
    '"\'`',
    '{{x}}',
    '#set',
    '$a$',
    '\\',
  ),
  fc.constantFrom('%00', "';--", '../..', '=1+1', '*_`~', '@ref', '//kommentar', '[x](y)'),
)
/** What can stand between words, and is plain space or nothing in a final report. */
const between = fc.constantFrom(
  ' ',
  '\u00a0',
  '\u202f',
  '\u2003',
  '\t',
  '\n',
  '\r\n',
  '\n\n',
  '\n• ',
  '\n\uf0b7\t',
  ' \u200b',
  '\u2028',
  '\v',
)
/** What nobody sees: dropped as soon as it comes, or when the report is final. */
const unseen = fc.constantFrom('\u0000', '\u0007', '\u00ad', '\ufeff', '\u202e', '\u202b', '\u0000\u0000')

const text = fc
  .array(fc.tuple(words, between, fc.option(unseen, { freq: 6 })), { minLength: 1, maxLength: 40 })
  .map((parts) => ({
    words: parts.map(([word]) => word),
    text: parts.map(([word, space, mark]) => `${word}${mark ?? ''}${space}`).join(''),
  }))

async function aReport(day: number): Promise<string> {
  const { database, cast } = town
  const visitId = await aHeldVisit(database, cast, {
    day: `2026-0${5 + Math.floor(day / 28)}-${String((day % 28) + 1).padStart(2, '0')}`,
    unitId: cast.units.solgarden,
    who: [cast.people.anna],
  })
  const begun = await town.post('anna', `/rapporter/besok/${visitId}`)
  return new URL(begun.headers.get('location') ?? '', 'http://localhost').pathname
    .replace('/ekby/namnden', '')
    .replace('/utkast', '')
}

/** The free text, then proposals, then questions: the fields of a form with as many texts. */
function fieldAt(index: number): string {
  if (index === 0) return 'text.fritt'
  return index <= 12 ? `proposal.${index}` : `question.${index - 12}`
}

/** What stands in a box of the page, as a browser reads it. */
function boxOf(page: string, field: string): string {
  const name = field.replace('.', '\\.')
  const [, inside = ''] = new RegExp(`<textarea [^>]*name="${name}"[^>]*>(.*?)</textarea>`, 's').exec(page) ?? []
  const signs: Readonly<Record<string, string>> = { quot: '"', '#39': "'", lt: '<', gt: '>', amp: '&' }
  return inside.replace(/&(quot|#39|lt|gt|amp);/g, (_, sign: string) => signs[sign] ?? '')
}

/** Returns the words that do not stand in the text in their order; nothing when all do. */
function lost(said: readonly string[], text: string): readonly string[] {
  let at = 0
  return said.filter((word) => {
    const found = text.indexOf(word, at)
    if (found >= 0) at = found + word.length
    return found < 0
  })
}

describe('whatever is written', () => {
  let day = 0

  test('every word comes back on the page and stands in the final report', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 24, maxLength: 24 }), async (texts) => {
        const report = await aReport(day++)
        const fields = texts.map((it, index) => [fieldAt(index), it] as const)
        const typed = Object.fromEntries(fields.map(([field, it]) => [field, it.text]))
        expect((await town.post('anna', `${report}/utkast`, { version: '1', ...typed })).status).toBe(303)
        const page = await (await town.get('anna', `${report}/utkast`)).text()
        for (const [field, it] of fields) expect(lost(it.words, boxOf(page, field))).toEqual([])
        const last = await (await town.get('anna', `${report}/fardig`)).text()
        const [, version = ''] = /name="version" value="(\d+)"/.exec(last) ?? []
        const done = await town.post('anna', `${report}/fardig`, { version })
        expect(done.headers.get('location')).toBe(`/ekby/namnden${report}`)
        const id = report.split('/').at(-1) ?? ''
        const frozen = await town.database.read(town.cast, (tx) => getFrozen(tx, town.cast.system(), id))
        const final = [
          frozen.topics.find(({ key }) => key === 'fritt')?.text ?? '',
          ...frozen.proposals.map((it) => it.text),
          ...frozen.questions,
        ]
        expect(final).toHaveLength(texts.length)
        for (const [index, said] of final.entries()) expect(lost(texts[index]?.words ?? [], said)).toEqual([])
        const odd = ['\0', '\u00a0', '\u00ad', '\u200b', '\u202e', '\ufeff', '\uf0b7', '\r', '\t']
        expect(odd.filter((it) => final.some((said) => said.includes(it)))).toEqual([])
        expect((await town.get('anna', report)).status).toBe(200)
        expect((await town.get('anna', `${report}/rapport.pdf`)).status).toBe(200)
      }),
      { numRuns: 4, seed: 61, endOnFailure: true },
    )
  })

  test('nothing that can be sent breaks the page, and it is kept as it is said to be', {
    timeout: 120_000,
  }, async () => {
    const sent = fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), { minLength: 60, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(sent, async (texts) => {
        const report = await aReport(day++)
        const fields = texts.map((it, index) => [`question.${index + 1}`, it] as const)
        const form = { version: '1', ...Object.fromEntries(fields) }
        expect((await town.post('anna', `${report}/utkast`, form)).status).toBe(303)
        const page = await (await town.get('anna', `${report}/utkast`)).text()
        // Line breaks of every kind become LF, control characters go, half a character becomes U+FFFD, the outer space goes.
        for (const [field, it] of fields) {
          const kept = it
            .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
            .replace(/[^\P{Cc}\n\t]/gu, '')
            .toWellFormed()
            .trim()
          expect(boxOf(page, field)).toBe(kept)
        }
      }),
      { numRuns: 3, seed: 62, endOnFailure: true },
    )
  })

  test('200 000 characters are kept, said to be too long, and come back whole', async () => {
    const report = await aReport(day++)
    const long = `${'En mening som är klistrad många gånger. '.repeat(5000)}slut`
    expect(long.length).toBeGreaterThan(200_000)
    expect((await town.post('anna', `${report}/utkast`, { version: '1', 'text.fritt': long })).status).toBe(303)
    const page = await (await town.get('anna', `${report}/utkast`)).text()
    expect(boxOf(page, 'text.fritt')).toBe(long)
    const refused = await town.get('anna', `${report}/fardig`)
    expect(refused.status).toBe(422)
    expect(boxOf(await refused.text(), 'text.fritt')).toBe(long)
  })

  test('a lone surrogate in what a script sends is kept as a browser would send it', async () => {
    const report = await aReport(day++)
    const response = await town.post('anna', `${report}/falt`, {
      field: 'text.fritt',
      text: 'Före \ud83d efter',
      was: '',
    })
    expect(response.status).toBeLessThan(500)
  })
})
