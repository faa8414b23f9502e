import { describe, expect, test } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { maySignLate } from './reports.joint.rules.ts'

const bo = { personId: 'bo' }
const today = dayFromIso('2026-10-06')
const report = { signatories: undefined, dissenting: [], lastDay: undefined, today }

describe('signing a report that is final', () => {
  test.each([
    ['an author who has not signed', bo, report, 'yes'],
    ['on the last day', bo, { ...report, lastDay: today }, 'yes'],
    ['the day after', bo, { ...report, lastDay: dayFromIso('2026-10-05') }, 'too-late'],
    ['one who has signed', { ...bo, signedAt: 1 }, report, 'signed'],
    [
      'one who has signed, after the last day',
      { ...bo, signedAt: 1 },
      { ...report, lastDay: dayFromIso('2026-10-01') },
      'signed',
    ],
    ['one who dissents', bo, { ...report, dissenting: ['bo'] }, 'not-asked'],
    ['one beside the rapporteur', bo, { ...report, signatories: ['ada'] }, 'not-asked'],
    ['the rapporteur', bo, { ...report, signatories: ['bo'] }, 'yes'],
    ['one who was not there', undefined, report, 'not-asked'],
  ])('%s', (_who, author, of, outcome) => {
    expect(maySignLate(author, of)).toBe(outcome)
  })
})
