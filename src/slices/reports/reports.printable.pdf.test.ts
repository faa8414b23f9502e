import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { instantFromIso } from '../../kernel/instant.ts'
import type { FrozenReport } from './reports.document.store.ts'
import { printableReport } from './reports.printable.pdf.ts'

const signedAt = instantFromIso('2027-03-30T18:10:00Z')
const frozen: FrozenReport = {
  format: 'namndkontakt/report@1',
  version: 1,
  municipality: 'Ekby',
  committee: 'Nämnden',
  title: 'Rapport',
  units: [{ id: 'u', name: 'Solgården' }],
  visit: { id: 'v', day: dayFromIso('2026-05-04'), start: 780, end: 900 },
  participants: [{ personId: 'a', name: 'Anna', start: 790, end: 900 }],
  met: [],
  deviations: [],
  topics: [],
  proposals: [
    { text: 'Bänkar', answerer: 'administration' },
    { text: 'Skyltar', answerer: '' },
    { text: 'Buss', answerer: 'kultur-chefen' },
  ],
  questions: [],
  dissents: [{ personId: 'b', name: 'Bengt', text: 'Nej.', on: dayFromIso('2026-05-05') }],
  attachments: [],
  authors: [
    { personId: 'a', name: 'Anna', signedAt },
    { personId: 'b', name: 'Bengt' },
    { personId: 'c', name: 'Cecilia' },
  ],
  drawnUp: dayFromIso('2026-05-04'),
  createdAt: signedAt,
  marks: [],
}

describe('what is printed of a frozen report', () => {
  it('names who is to answer in words, as the code when nobody knows a word for it', () => {
    const { proposals } = printableReport(frozen)
    expect(proposals.map(({ answerer }) => answerer)).toEqual(['förvaltningen', '', 'kultur-chefen'])
  })

  it('has a line of signature for each author, and says who dissents instead', () => {
    const { authors } = printableReport(frozen)
    expect(authors.map(({ name, dissents }) => [name, dissents])).toEqual([
      ['Anna', false],
      ['Bengt', true],
      ['Cecilia', false],
    ])
  })

  it('asks for no signature but the rapporteur’s where that is enough, and leaves out none that was given', () => {
    const names = (signatories: readonly string[]) =>
      printableReport({ ...frozen, signatories: [...signatories] }).authors.map(({ name }) => name)
    expect(names(['c'])).toEqual(['Anna', 'Cecilia'])
  })

  it('says when each came and went, where that was noted', () => {
    expect(printableReport(frozen).participants).toMatchObject([{ start: 790, end: 900 }])
  })
})
