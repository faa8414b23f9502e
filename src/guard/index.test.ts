import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guard } from './index.ts'

const known = { names: ['Gunilla Sandqvist'], not: ['Solgården'] }
const kindsIn = (text: string) => [...new Set(guard(text, known).map((it) => it.kind))].sort().join(' ')

describe('the matters that a report leaves out', () => {
  it.each([
    ['health', 'Den boende i rum 8 tar Waran.'],
    ['health', 'Hennes diabetes kräver mellanmål.'],
    ['health', 'En pojke har epilepsi.'],
    ['', 'Personalen får utbildning i demens.'],
    ['', 'Många brukare har demenssjukdom.'],
    ['', 'Köket lagar specialkost vid allergi.'],
    ['staff', 'Kocken är sjukskriven.'],
    ['staff', 'En undersköterska är otrevlig.'],
    ['staff', 'Rektorn borde avgå.'],
    ['', 'Enhetschefen visade oss runt.'],
    ['', 'Vi har hört att personalen är fantastisk.'],
    ['work-environment', 'Arbetsmiljön är dålig.'],
    ['work-environment', 'Personalen utsätts för hot och våld.'],
    ['work-environment', 'Personalen är stressad.'],
    ['', 'Personalen känner sig trygg.'],
    ['single-case', 'Hennes ansökan avslogs.'],
    ['single-case', 'En dotter har överklagat beslutet.'],
    ['', 'Beslut om hemtjänst tas av handläggare.'],
    ['party-politics', 'Vårt parti vill annat.'],
    ['party-politics', 'Moderaterna har sparat.'],
    ['party-politics', 'Ledamöterna (S) och (V) reagerade.'],
    ['name', 'Ledamoten Karin Ek (S) var med.'],
    ['', 'Ett parti kort spelades till vänster om centern i rummet.'],
    ['promise', 'Vi lovade en ny hiss.'],
    ['promise', 'Nämnden kommer att bevilja pengar.'],
    ['', 'Jag lovade inget.'],
    ['', 'Resultatet är lovande, och nämnden får rapporten i maj.'],
    ['concern', 'En boende hade blåmärken på armarna.'],
    ['concern', 'Ett barn sade att pappa slår hemma.'],
    ['', 'Barnen slår i trummor, och rutinen för orosanmälan är känd.'],
    ['health', 'Hustrun är svag i benen.'],
    ['health', 'En dam lider av något.'],
    ['', 'Hon satt med benen i kors.'],
    ['staff', 'Vi anser att handledaren bör ersättas.'],
    ['staff', 'Kocken är inte road.'],
    ['staff', 'Vaktmästarn gör ingenting.'],
    ['', 'Enhetschefen berättade att det inte finns fler rum.'],
    ['', 'Rektorn kunde inte närvara.'],
    ['', 'Enligt rektorn finns ingen kö.'],
    ['work-environment', 'Biträdena får aldrig gehör.'],
    ['work-environment', 'De hinner inte med, sade personalen.'],
    ['', 'Personalen får inte bära ringar.'],
    ['', 'Personalen är nöjd med sina scheman.'],
    ['', 'Skyddsronden är gjord utan anmärkning.'],
    ['single-case', 'En dam har försökt få en större lägenhet.'],
    ['single-case', 'Sonen undrar över moderns hyresfaktura.'],
    ['single-case', 'Grabben fick aldrig någon kontaktperson.'],
    ['', 'Damen hade inga klagomål.'],
    ['', 'En boende fick inte upp dörren.'],
    ['party-politics', 'KD-förslaget föll, och vi i M var emot.'],
    ['', 'Regeringens nya statsbidrag söks i höst.'],
    ['promise', 'lovade personalen en ny spis'],
    ['promise', 'Spisen ska vi ordna.'],
    ['promise', 'Undertecknad utfäste sig att skaffa en ny spis.'],
    ['', 'Kommunen ska enligt planen bygga om köket.'],
    ['', 'Lovade gjorde hon, och leverantören utlovade leverans.'],
    ['', 'Vi svarade att vi inte kan lova något.'],
    ['concern', 'Flera boende får inte i sig vatten.'],
    ['concern', 'De gamla lämnas utan hjälp.'],
    ['promise', 'Jag tog på mig att hälsa nämnden.'],
    ['', 'En boende luktade på blommorna.'],
  ])('finds “%s” in “%s”', (kinds, text) => {
    expect(kindsIn(text)).toBe(kinds)
  })

  it('has one hit of a matter for each sentence, and one for each name', () => {
    const hits = guard('Anna och Fatima har demens och diabetes. Hon har demens.', known)
    expect(hits.map((it) => it.kind)).toEqual(['name', 'name', 'health', 'health'])
  })
})

describe('the sentence of a hit', () => {
  const sentenceOf = (text: string) => {
    const [hit] = guard(text, known)
    return hit === undefined ? undefined : text.slice(hit.sentence.start, hit.sentence.end)
  }
  it.each([
    [
      'Vi kom sent. Birgitta väntade kl. 12.30 t.ex. vid dörren. Sedan åt vi.',
      'Birgitta väntade kl. 12.30 t.ex. vid dörren.',
    ],
    [
      'Ost, bl.a. Brie, bjöd Birgitta på, dvs. för 100 kr. per dag. Ja.',
      'Ost, bl.a. Brie, bjöd Birgitta på, dvs. för 100 kr. per dag.',
    ],
    ['Vi kom den 3. mars med Birgitta! Sedan åt vi.', 'Vi kom den 3. mars med Birgitta!'],
    ['- mat\n- Birgitta kom\n- kaffe', '- Birgitta kom'],
    ['Enligt A.L. är det bra. Ja.', 'Enligt A.L. är det bra.'],
    ['(Birgitta kom.) Sedan åt vi.', '(Birgitta kom.)'],
    ['Kom Birgitta?! Ja.', 'Kom Birgitta?!'],
    ['birgitta', 'birgitta'],
  ])('of %j is whole', (text, expected) => {
    expect(sentenceOf(text)).toBe(expected)
  })
})

describe('any text', () => {
  const parts = fc.constantFrom(
    ...[
      'Anna ',
      '811218-9876',
      '. ',
      '\n',
      'hon ',
      'demens',
      '070-174 06 12',
      '😀',
      'مرحبا',
      '\u200b',
      'a@b.se',
      'ABC 12A',
      'Storgatan 3',
      'vi lovade ',
      't.ex. ',
    ],
  )

  it('has hits inside it, in order, each inside its sentence', () => {
    const texts = fc.oneof(
      fc.array(parts).map((it) => it.join('')),
      fc.string({ unit: 'binary' }),
      fc.string(),
    )
    fc.assert(
      fc.property(texts, (text) => {
        let before = 0
        for (const { start, end, sentence } of guard(text, known)) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(sentence.start).toBeLessThanOrEqual(start)
          expect(sentence.end).toBeGreaterThanOrEqual(end)
          expect(sentence.end).toBeLessThanOrEqual(text.length)
          before = start
        }
      }),
      { numRuns: 300 },
    )
  })

  it('built of harmless sentences has none', () => {
    const harmless = fc.constantFrom(
      'Solgården har 48 platser.',
      'Besöket gjordes 2025-03-14 kl. 14.30.',
      'Köket lagar specialkost vid allergi.',
      'Dnr ON042-23 700 gäller.',
      'Personalen är kunnig och vänlig.',
      'Ett parti kort spelades.',
      'Björk och gran växer här.',
      'Maten är god!',
    )
    fc.assert(
      fc.property(fc.array(harmless), fc.constantFrom(' ', '\n', '\n\n- '), (sentences, between) => {
        expect(guard(sentences.join(between), known)).toEqual([])
      }),
    )
  })

  it('takes the name of a unit for the unit, and not for a service that somebody has', () => {
    const line = 'En anhörig, Boendestöd Norr: Anhöriga undrar vem de kan ringa på kvällen.'
    const kinds = (text: string, not: readonly string[]) => guard(text, { names: [], not }).map(({ kind }) => kind)
    expect(kinds(line, [])).toEqual(['single-case'])
    expect(kinds(line, ['Boendestöd Norr'])).toEqual([])
    const waits = 'En anhörig på Boendestöd Norr väntar på beslut om boendestöd.'
    expect(kinds(waits, ['Boendestöd Norr'])).toEqual(['single-case'])
  })

  it('says the same of a text alone and within another', () => {
    const one = 'Vi träffade Birgitta, 811218-9876, som har demens.'
    const alone = guard(one, known).map((it) => [it.kind, it.start, it.end])
    const within = guard(`Maten är god. ${one} Vi åt.`, known).map((it) => [it.kind, it.start - 14, it.end - 14])
    expect(within).toEqual(alone)
  })
})
