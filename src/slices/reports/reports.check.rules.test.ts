import { describe, expect, it } from 'vitest'
import { minutes } from '../../kernel/clock-time.ts'
import { dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { lastDayOf, notFollowed, phaseOf, sentItems } from './reports.check.rules.ts'

const day = dayFromIso
const sentOn = day('2026-10-06')

describe('the last day to answer', () => {
  it('is the guideline’s, whatever is chosen', () => {
    expect(isoFromDay(lastDayOf({ days: 7 }, sentOn, day('2026-12-24')) ?? sentOn)).toBe('2026-10-13')
  })

  it('is the one chosen where the guideline names none: after the day of sending, within a year', () => {
    const chosen = (iso: string | undefined) =>
      lastDayOf({ days: 'silent' }, sentOn, iso === undefined ? undefined : day(iso))
    expect(chosen('2026-10-07')).toBe(day('2026-10-07'))
    expect(chosen('2027-10-06')).toBe(day('2027-10-06'))
    for (const wrong of [undefined, '2026-10-06', '2026-10-05', '2027-10-07']) expect(chosen(wrong)).toBeUndefined()
  })
})

describe('how far a check has come', () => {
  const at = (today: string, ...answered: (string | undefined)[]) =>
    phaseOf(
      {
        lastDay: day('2026-10-13'),
        units: answered.map((iso) => ({ answeredDay: iso === undefined ? undefined : day(iso) })),
      },
      day(today),
    )

  it.each([
    ['2026-10-06', [undefined], 'waits'],
    ['2026-10-13', [undefined], 'waits'],
    ['2026-10-14', [undefined], 'silence'],
    ['2026-10-08', ['2026-10-07'], 'answered'],
    ['2026-10-08', ['2026-10-07', undefined], 'waits'],
    ['2026-10-14', ['2026-10-07', undefined], 'silence'],
    ['2026-10-20', ['2026-10-07', '2026-10-19'], 'answered'],
  ] as const)('on %s with the answers %j it is %s', (today, answered, phase) => {
    expect(at(today, ...answered)).toBe(phase)
  })
})

describe('what is sent and what follows the report', () => {
  const headings = new Map([
    ['text.a', 'Maten'],
    ['text.b', 'Vården'],
    ['proposal.1', 'Förslag 1'],
  ])
  const fields = new Map([
    ['proposal.1', 'Grönska'],
    ['text.a', 'Kall mat'],
    ['text.b', '  '],
    ['answerer.1', 'manager'],
  ])
  const sent = {
    title: '',
    visit: { day: sentOn, start: minutes(0), end: minutes(60) },
    items: sentItems(fields, headings),
  }

  it('sends what is written, in the order of the headings', () => {
    expect(sent.items).toEqual([
      { field: 'text.a', heading: 'Maten', text: 'Kall mat' },
      { field: 'proposal.1', heading: 'Förslag 1', text: 'Grönska' },
    ])
  })

  it('lets a wrong follow that the authors left as it was, and none that they changed or that was right', () => {
    const answers = [
      { field: 'text.a', verdict: 'wrong', text: 'Den är varm.' },
      { field: 'proposal.1', verdict: 'agrees', text: '' },
    ] as const
    expect(notFollowed(sent, answers, fields)).toEqual([{ heading: 'Maten', text: 'Kall mat', said: 'Den är varm.' }])
    expect(notFollowed(sent, answers, new Map([...fields, ['text.a', 'Varm mat']]))).toEqual([])
  })
})
