import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { settingsOn } from '../../engine/index.ts'
import { guidelineNamed } from '../../engine/testing/cast.ts'
import { dayFromIso } from '../../kernel/date.ts'
import {
  concernWays,
  flaggedIn,
  flaggedWords,
  groundFor,
  hasPersonalNumber,
  matterOf,
  meansManager,
  piecesOf,
  putBackIn,
  replacedIn,
  withoutWords,
} from './reports.guard.rules.ts'

const settingsFor = (name: Parameters<typeof guidelineNamed>[0]) => {
  const guideline = guidelineNamed(name)
  return settingsOn([guideline], [], dayFromIso('2026-05-01'))
}

const known = { names: ['Manager Exempel'], not: ['Solgården'] }
const one = (text: string, field = 'text.fritt') => {
  const [flagged] = flaggedIn(new Map([[field, text]]), known)
  if (flagged === undefined) throw new Error('nothing is seen')
  return flagged
}

describe('the sentence in question', () => {
  const text = 'Alla trivs. Ring 811218-9876 om det! Maten är god.'

  test('is the one that the words stand in, with the words marked', () => {
    const flagged = one(text)
    expect(flagged.text).toBe('Ring 811218-9876 om det!')
    expect(piecesOf(flagged)).toEqual([
      { text: 'Ring ', seen: false },
      { text: '811218-9876', seen: true },
      { text: ' om det!', seen: false },
    ])
  })

  test('the same words are the same however they are spaced', () => {
    const [first, second] = [one('Ring 811218 9876 nu.'), one('Ring 811218\u00a09876 nu.')]
    const words = [first, second].map((it) => it.hits.map((hit) => flaggedWords(it, hit)))
    expect(words[0]).toEqual(words[1])
    expect(words[0]).toHaveLength(1)
  })

  test('who is to answer a proposal is no text', () => {
    expect(flaggedIn(new Map([['answerer.1', '811218-9876']]), known)).toEqual([])
  })

  test('without the words it is closed up where they stood', () => {
    expect(withoutWords(one('Ring 811218-9876, tack.'))).toBe('Ring, tack.')
    expect(withoutWords(one('811218-9876 ringde.'))).toBe('Ringde.')
    expect(withoutWords(one('(811218-9876).'))).toBe('')
  })

  test('taken away and put back it stands as it stood', () => {
    const { sentence, text: taken } = one(text)
    const left = replacedIn(text, sentence, '')
    expect(left).toBe('Alla trivs. Maten är god.')
    expect(putBackIn(left, { text: taken, left: '', start: sentence.start })).toBe(text)
  })

  test('the words taken away and put back leave the sentence as it was, also when text was written before it', () => {
    const flagged = one(text)
    const left = withoutWords(flagged)
    const without = `Först: ${replacedIn(text, flagged.sentence, left)}`
    const taken = { text: flagged.text, left, start: flagged.sentence.start }
    expect(putBackIn(without, taken)).toBe(`Först: ${text}`)
  })

  test('where the text has been written anew it is put back last, and nothing of the new text goes', () => {
    const back = putBackIn('Helt annat skrivet', { text: 'Borta.', left: '', start: 5 })
    expect(back).toBe('Helt annat skrivet\nBorta.')
  })

  test('taking away and putting back loses no word, whatever is written', () => {
    const words = fc.stringMatching(/^[A-Za-zåäöÅÄÖ ,.!?\n]{0,60}$/)
    fc.assert(
      fc.property(words, words, (before, after) => {
        const whole = `${before} Ring 811218-9876. ${after}`
        const { sentence, text: taken } = one(whole)
        const left = replacedIn(whole, sentence, '')
        const lettersOf = (it: string) => [...it.replace(/\s/g, '')].toSorted().join('')
        expect(lettersOf(left) + lettersOf(taken)).toHaveLength(lettersOf(whole).length)
        expect(lettersOf(putBackIn(left, { text: taken, left: '', start: sentence.start }))).toBe(lettersOf(whole))
      }),
    )
  })
})

describe('what the guideline says of it', () => {
  test('HED-10: matters of how the operation is run go to the manager responsible', () => {
    const ground = groundFor('staff', settingsFor('hedemora-omsorgsnamnden-2026'), 'sv')
    expect(ground).toMatchObject({ clause: 'HED-10, Kontaktpolitiker, stycke 4', referTo: { toManager: true } })
  })

  test('HED-13: nobody promises what the committee will do', () => {
    const ground = groundFor('promise', settingsFor('hedemora-omsorgsnamnden-2026'), 'sv')
    expect(ground).toMatchObject({ clause: 'HED-13, Viktigt att tänka på, stycke 1' })
    expect(ground?.says).toContain('lovar')
  })

  test('SNB-02: staff and work environment go to the nearest manager', () => {
    const settings = settingsFor('socialnamnden-kontaktpolitiker-snb')
    for (const kind of ['staff', 'work-environment'] as const)
      expect(groundFor(kind, settings, 'sv')).toMatchObject({
        clause: 'SNB-02, Ansvarsfördelning, stycke 1',
        referTo: { words: 'närmaste chef eller förvaltningsledningen', toManager: true },
      })
  })

  test('SNB-10: problems in the daily work go to the head of social services, who is not in the system', () => {
    const ground = groundFor('single-case', settingsFor('socialnamnden-kontaktpolitiker-snb'), 'sv')
    expect(ground).toMatchObject({
      clause: 'SNB-10, Att tänka på, stycke 4',
      referTo: { words: 'socialchefen', toManager: false },
    })
  })

  test('SNB-12: what is learnt under secrecy stays out of the text', () => {
    const settings = settingsFor('socialnamnden-kontaktpolitiker-snb')
    for (const kind of ['personal-number', 'name', 'health', 'address'] as const)
      expect(groundFor(kind, settings, 'sv')?.clause).toBe('SNB-12, Att tänka på, stycke 7')
    expect(groundFor('promise', settings, 'sv')).toBeUndefined()
  })

  test('SOC-03: staff goes to the provider, party politics to the party', () => {
    const settings = settingsFor('socialnamnden-kontaktpolitiker-soc')
    expect(groundFor('staff', settings, 'sv')?.referTo).toEqual({ words: 'utföraren', toManager: false })
    expect(groundFor('party-politics', settings, 'sv')).toMatchObject({
      clause: expect.stringContaining('SOC-03'),
      referTo: { words: 'partiet utanför uppdraget', toManager: false },
    })
  })

  test('where it says nothing there is no clause', () => {
    expect(groundFor('staff', undefined, 'sv')).toBeUndefined()
    expect(groundFor('staff', settingsFor('valfard-och-servicenamnden-2024'), 'sv')).toBeUndefined()
  })

  test.each([
    ['ansvarig chef', true],
    ['närmaste chef eller förvaltningsledningen', true],
    ['enhetschefen', true],
    ['Chefen för enheten', true],
    ['socialchefen', false],
    ['förvaltningschefen', false],
    ['utföraren', false],
    ['partiet utanför uppdraget', false],
  ])('“%s” means the unit’s own manager: %s', (words, means) => {
    expect(meansManager(words)).toBe(means)
  })

  test('a number is nobody’s matter, and what the guideline names goes before what it does not', () => {
    const sentence = one('Ring 811218-9876 nu.')
    expect(matterOf(sentence, undefined)).toBeUndefined()
    const [hit] = sentence.hits
    if (hit === undefined) throw new Error('nothing is seen')
    const both = {
      ...sentence,
      hits: [
        { ...hit, kind: 'staff' as const },
        { ...hit, kind: 'party-politics' as const },
      ],
    }
    expect(matterOf(both, undefined)).toBe('staff')
    const politics = {
      ...both,
      hits: [
        { ...hit, kind: 'health' as const },
        { ...hit, kind: 'party-politics' as const },
      ],
    }
    expect(matterOf(politics, settingsFor('socialnamnden-kontaktpolitiker-soc'))).toBe('party-politics')
  })
})

describe('the ways to report concern', () => {
  test.each([
    ['Barnen på boendet blir slagna.', 'child'],
    ['Hon fick fel medicin två gånger.', 'health-care'],
    ['Någon låser in de boende.', 'social-care'],
  ])('of “%s” after danger the first is %s, and all are there', (text, way) => {
    const ways = concernWays([text])
    expect(ways.slice(0, 2)).toEqual(['danger', way])
    expect(ways).toHaveLength(4)
  })
})

test('a number with a wrong check digit is no personal number where nobody can be asked about it', () => {
  expect([hasPersonalNumber('811218-9876'), hasPersonalNumber('811218-9875')]).toEqual([true, false])
})
