import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { instantFromIso } from '../../kernel/instant.ts'
import type { FrozenReport } from './reports.document.store.ts'
import { hasPassage, maskedReport, maskedText, passagesOf } from './reports.masking.rules.ts'

const report = (text: string): FrozenReport => ({
  format: 'namndkontakt/report@1',
  version: 1,
  municipality: 'Ekby',
  committee: 'Nämnden',
  title: 'Rapport',
  registrationNumber: 'KP 2026-001',
  units: [{ id: 'u', name: 'Solgården' }],
  visit: { id: 'v', day: dayFromIso('2026-05-04'), start: 780, end: 900 },
  participants: [{ personId: 'p', name: 'Anna' }],
  met: [{ audience: 'brukare', met: false, explanation: text }],
  deviations: [],
  topics: [{ key: 'a', heading: 'Trygghet', text }],
  proposals: [{ text, answerer: 'committee' }],
  questions: [text],
  dissents: [],
  attachments: [],
  authors: [{ personId: 'p', name: 'Anna' }],
  drawnUp: dayFromIso('2026-05-04'),
  createdAt: instantFromIso('2026-05-04T10:00:00.000Z'),
  marks: [],
})

const ground = '26 kap. 1 § OSL'

describe('a masked report', () => {
  test('says nothing of a marked passage, however the lines break', () => {
    const frozen = report('Vi hörde att hon\nvar sjuk. Maten är god.')
    const masked = JSON.stringify(maskedReport(frozen, [{ legalGround: ground, passage: 'hon var sjuk' }]))
    expect(masked).not.toContain('sjuk')
    expect(masked).toContain(`Vi hörde att [Sekretess: ${ground}]. Maten är god.`)
  })

  test('that is marked as a whole keeps what the register says, and no more', () => {
    const masked = maskedReport(report('hemligt'), [{ legalGround: ground }])
    expect(JSON.stringify(masked)).not.toContain('hemligt')
    expect(masked).toMatchObject({
      registrationNumber: 'KP 2026-001',
      units: [{ name: 'Solgården' }],
      participants: [],
    })
  })

  test('is masked as a whole when a correction has changed the marked passage', () => {
    const masked = maskedReport(report('hon var mycket sjuk'), [{ legalGround: ground, passage: 'hon var sjuk' }])
    expect(JSON.stringify(masked)).not.toContain('sjuk')
  })

  test.each([
    ['a word of it was marked before', 'Karin', 'Karin har diabetes och ångest.'],
    ['it begins in another', 'Karin har diabetes', 'diabetes och ångest.'],
    ['it ends in another', 'och ångest. Maten', 'Karin har diabetes och ångest.'],
  ])('hides all of a passage also when %s', (_when, first, second) => {
    const marks = [first, second].map((passage) => ({ legalGround: ground, passage }))
    for (const order of [marks, marks.toReversed()]) {
      const masked = JSON.stringify(maskedReport(report('Karin har diabetes och ångest. Maten är god.'), order))
      expect(masked).not.toMatch(/Karin|diabetes|ångest/)
      expect(masked).toContain(' är god.')
    }
  })

  test('never says a marked passage, whatever it is', () => {
    const words = fc.array(fc.stringMatching(/^[a-zåäö.*+?()|\\[\]^$-]{1,8}$/), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(words, words, words, (before, hidden, after) => {
        // A letter of its own: the mask's own words are no leak.
        const secret = hidden.map((word) => `ž${word}`)
        const passage = secret.join(' ')
        const frozen = report([...before, ...secret, ...after].join('\n'))
        expect(hasPassage(frozen, passage)).toBe(true)
        expect(hasPassage(maskedReport(frozen, [{ legalGround: '§', passage }]), passage)).toBe(false)
      }),
    )
  })
})

test('a text on its own is masked the same way', () => {
  expect(maskedText('Ring henne i dag', [{ legalGround: ground, passage: 'henne' }])).toBe(
    `Ring [Sekretess: ${ground}] i dag`,
  )
  expect(maskedText('Ring henne', [{ legalGround: ground }])).toBe(`[Sekretess: ${ground}]`)
})

test('the pieces that can be marked are the paragraphs, each once', () => {
  expect(passagesOf(report('Ett stycke.\n\nEtt till.')).map(({ passage }) => passage)).toEqual([
    'Ett stycke.',
    'Ett till.',
  ])
})
