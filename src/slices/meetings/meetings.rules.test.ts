import { describe, expect, test } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { afterFinish, canBeNoted, itemsBroughtBy, stateOfItem, takesItems, takesPapers } from './meetings.rules.ts'

const silent = { oralSummary: false, discussion: false }

describe('what a final report brings to its meeting', () => {
  test.each([
    ['a written report is a paper', { form: 'written', questions: 0, guide: silent }, ['paper']],
    ['SNB-04: an oral report is given orally', { form: 'oral', questions: 0, guide: silent }, ['oral-report']],
    [
      'VSN-08: an oral summary follows where the guideline has one',
      { form: 'written', questions: 0, guide: { ...silent, oralSummary: true } },
      ['paper', 'oral-summary'],
    ],
    [
      'SOC-12: there is room for discussion where the guideline has it',
      { form: 'written', questions: 0, guide: { ...silent, discussion: true } },
      ['paper', 'discussion'],
    ],
    [
      'questions to the committee are put up for discussion even so',
      { form: 'written', questions: 2, guide: silent },
      ['paper', 'discussion'],
    ],
    [
      'an oral report is not summed up once more',
      { form: 'oral', questions: 0, guide: { ...silent, oralSummary: true } },
      ['oral-report'],
    ],
  ] as const)('%s', (_title, brought, expected) => {
    expect(itemsBroughtBy(brought)).toEqual(expected)
  })
})

describe('around a meeting on 15 April with papers due on 1 April', () => {
  const meeting = { day: dayFromIso('2026-04-15'), papersDeadline: dayFromIso('2026-04-01') }

  test.each([
    ['2026-04-01', true, true, false],
    ['2026-04-02', false, true, false],
    ['2026-04-15', false, true, true],
    ['2026-04-16', false, false, true],
  ])('on %s it takes papers by itself: %s, takes late items: %s, can be noted: %s', (day, papers, items, noted) => {
    const today = dayFromIso(day)
    expect([takesPapers(meeting, today), takesItems(meeting, today), canBeNoted(meeting, today)]).toEqual([
      papers,
      items,
      noted,
    ])
  })
})

test('what is done stays done', () => {
  expect(afterFinish(stateOfItem({ doneAt: null }))).toBe('done')
  expect(afterFinish(stateOfItem({ doneAt: 1 }))).toBeUndefined()
})
