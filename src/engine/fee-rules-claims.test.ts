import { describe, expect, it } from 'vitest'
import { loadFeeRules } from './load.ts'
import { loaded, textOf } from './testing/cast.ts'
import { blockKinds, describeBlocks } from './fees/block-kinds.ts'

describe('fee rules that cannot be are refused with their line and what to write', () => {
  const head = `format: namndkontakt/fee-rules@1
id: test-rules
title: Provregler
status: invented
source: { sv: Påhittat, en: Invented }
validity: { from: 2020-01-01 }
fees:
  - { kind: meeting, title: { sv: Möte, en: Meeting }, clause: § 1, rate: { form: flat, amount: 50000 } }
`
  it.each([
    [
      'lostEarnings: { clause: § 6, employee: { hourlyMost: 30000, dailyMost: 20000, certificate: not } }',
      'the most for a day is below the most for an hour',
      'write at least that, or exchange the two',
    ],
    ['lostEarnings: { clause: § 6 }', 'lost earnings are paid to nobody', 'add employee: or selfEmployed:'],
    [
      'lostEarnings: { clause: § 6, selfEmployed: { certificate: not, bases: [{ code: a, title: { sv: a, en: a }, divisor: 0 }] } }',
      '"divisor" is 0, and at least 1 is expected',
      'write a number of at least 1',
    ],
    [
      'lostEarnings: { clause: § 6, selfEmployed: { certificate: not } }',
      'there is nothing to count the loss from',
      'add bases: with a divisor, or flatPerHour:',
    ],
    [
      'lostEarnings: { clause: § 6, employee: { certificate: not }, mixed: { maximum: separate } }',
      'nobody can be both',
      'add employee: and selfEmployed:, or take "mixed" away',
    ],
    [
      'costs: [{ kind: parking, title: { sv: P, en: P }, clause: § 11, receipt: not, mostPerOccasion: 9000, mostPerDay: 8000 }]',
      'the most for a day is below the most for an occasion',
      'write at least that, or exchange the two',
    ],
    [
      'costs: [{ kind: mileage, title: { sv: P, en: P }, clause: § 11, receipt: not }]',
      '"mileage" is no cost but has a block of its own',
      'give the cost another code',
    ],
    [
      'considerableOffice: { clause: § 3, fromPercent: 40, excludes: [child-minding] }',
      'no rule here pays "child-minding"',
      'write one of lost-earnings, lost-pension, lost-holiday, mileage',
    ],
    [
      'claims: { clause: § 12, per: occasion, deadlines: [{ clause: § 13, of: fee, after: visit, effect: note }] }',
      'the deadline has no number',
      'add days: or monthsAfter:',
    ],
    [
      'claims: { clause: § 12, per: month, deadlines: [{ clause: § 13, of: fee, days: 9, after: visit, effect: note }] }',
      'a claim for a month cannot be due from each visit',
      'write after: month-end',
    ],
    [
      'payroll: { clause: § 15, cutOffDay: 32 }',
      '"cutOffDay" is 32, and at most 31 is expected',
      'write a number of at most 31',
    ],
    [
      'acknowledgement: { clause: § 17, each: year, by: "02-29" }',
      '"by": a day that every year has is written MM-DD',
      'write for example "01-31"',
    ],
    [
      'mileage: { clause: § 5, perKilometre: 0 }',
      'an amount here is above zero',
      'write it in öre, for example 25000 for 250 kr',
    ],
  ])('%s', (written, message, mend) => {
    const loaded = loadFeeRules(`${head}${written}\n`, 'rules.yaml')
    expect(loaded.ok ? [] : loaded.problems.map((it) => [it.line, it.message, it.mend])).toEqual([[9, message, mend]])
    const swedish = loadFeeRules(`${head}${written}\n`, 'rules.yaml', 'sv')
    const [problem] = swedish.ok ? [] : swedish.problems
    expect(problem?.message).not.toBe(message)
    expect(problem?.mend).not.toBe(mend)
  })
})

describe('every value of these blocks', () => {
  it('is asked about in plain words in both languages', () => {
    for (const { kind } of blockKinds) {
      expect(kind.title?.sv).toBeTruthy()
      const asked = kind.ask ?? {}
      for (const key of Object.keys(kind.values.shape)) {
        expect(asked[key]?.sv, `${kind.kind} ${key}`).toMatch(/\?$/)
        expect(asked[key]?.en, `${kind.kind} ${key}`).toMatch(/\?$/)
      }
    }
  })

  it('is read back in plain words in both languages', () => {
    const rules = loaded(loadFeeRules(textOf('fee-rules/demo-costs.yaml'), 'demo-costs.yaml'))
    const said = (language: 'sv' | 'en') =>
      describeBlocks(rules, language).map((it) => `${it.clause}: ${it.sentence}`.replaceAll('\u00a0', ' '))
    expect(said('sv')).toEqual([
      'Påhittad § 5: Milersättning betalas med 2,50 kr per kilometer från bostaden och arbetsplatsen när avståndet är minst 5 km, först när underlaget för arvodet finns, dock inte för resor som ändå skulle ha gjorts.',
      'Påhittad § 6: Förlorad arbetsinkomst betalas till anställda och egenföretagare; för anställda högst 350 kr per timme, 1 500 kr per dag, mot intyg; för egenföretagare högst 350 kr per timme, 1 500 kr per dag, överskott av näringsverksamhet genom 2080 per timme, sjukpenninggrundande inkomst genom 1980 per timme, 150 kr per timme för den som inte visar hur mycket, mot intyg (Påhittad § 7); den som är båda delar på ett högsta belopp, högst 1 500 kr per dag (Påhittad § 8); förlorad pensionsförmån med 4,5 % (Påhittad § 9); förlorad semesterförmån med 12 %, högst 150 kr per dag (Påhittad § 9).',
      'Påhittad § 10: Barntillsyn betalas mot kvitto, högst 120 kr per timme, 600 kr per dag.',
      'Påhittad § 11: Parkering betalas mot kvitto, högst 100 kr per tillfälle.',
      'Påhittad § 11: Kollektivtrafik betalas.',
      'Påhittad § 3: Den som har uppdrag på minst 40 % av heltid får inte ersättning för förlorad arbetsinkomst och barntillsyn.',
      'Påhittad § 12: Ett arvodesunderlag lämnas för varje tillfälle med klockslag och plats; inget betalas förrän allt finns.',
      'Påhittad § 13: Arvode begärs inom 60 dagar från besöket; att det kommer senare noteras.',
      'Påhittad § 13: Resor och kostnader begärs inom 60 dagar från besöket; det som kommer senare betalas inte.',
      'Påhittad § 14: Förlorad arbetsinkomst begärs inom 3 månader från månadens slut; det som kommer senare betalas inte.',
      'Påhittad § 14: Förlorad arbetsinkomst begärs inom 6 månader från månadens slut av egenföretagare; det som kommer senare betalas inte.',
      'Påhittad § 15: Det som är klart senast den 10 i månaden kommer med på månadens lön.',
      'Påhittad § 16: Arvodesunderlag attesteras av nämndens ordförande, vars egna attesteras av nämndens vice ordförande; ingen attesterar sitt eget.',
      'Påhittad § 17: Kontaktpolitikerna kvitterar varje år senast den 31 januari att de har läst arvodesreglerna.',
    ])
    expect(said('en')).toHaveLength(14)
  })
})
