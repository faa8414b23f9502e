import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guard } from './index.ts'

const nothing = { names: [] }

/** The kinds found in a text, with what is said of the check digit. */
const foundIn = (text: string) =>
  guard(text, nothing).map(
    (it) => `${text.slice(it.start, it.end)} ${it.kind}${it.checkDigit ? ` ${it.checkDigit}` : ''}`,
  )

describe('personal and coordination numbers', () => {
  it.each([
    ['811218-9876', '811218-9876 personal-number right'],
    ['nr 8112189876.', '8112189876 personal-number right'],
    ['19811218-9876', '19811218-9876 personal-number right'],
    ['198112189876', '198112189876 personal-number right'],
    ['811218+9876', '811218+9876 personal-number right'],
    ['811218–9876', '811218–9876 personal-number right'],
    ['811218 - 9876', '811218 - 9876 personal-number right'],
    ['81 12 18 98 76', '81 12 18 98 76 personal-number right'],
    ['8 1 1 2 1 8 9 8 7 6', '8 1 1 2 1 8 9 8 7 6 personal-number right'],
    ['81.12.18/9876', '81.12.18/9876 personal-number right'],
    ['811218\u00a09876', '811218\u00a09876 personal-number right'],
    ['811\u200b218-98\u00ad76', '811\u200b218-98\u00ad76 personal-number right'],
    ['８１１２１８－９８７６', '８１１２１８－９８７６ personal-number right'],
    ['811218-9875', '811218-9875 personal-number wrong'],
    ['19811218-9875', '19811218-9875 personal-number wrong'],
    ['64 08 23 32 35', '64 08 23 32 35 personal-number wrong'],
    ['811278-9873', '811278-9873 coordination-number right'],
    ['811278-9870', '811278-9870 coordination-number wrong'],
    ['811218-XXXX', '811218-XXXX personal-number'],
    ['19811218-98**', '19811218-98** personal-number'],
    ['född den 14 april 1939', '14 april 1939 personal-number'],
    ['född 1939-04-14', '1939-04-14 personal-number'],
  ])('finds %s', (text, expected) => {
    expect(foundIn(text)).toEqual([expected])
  })

  it.each([
    ['a date and a time', '2025-03-14 14.30'],
    ['a diary number', 'ON042-23 700'],
    ['a registration number', 'dnr 1912120-1234'],
    ['a number of an organisation', '212000-2122'],
    ['a month that is none', '811318-9876'],
    ['a day that is none', '810230-9876'],
    ['a serial that is none', '811218-0000'],
    ['an amount', '12 400 000 kr'],
    ['rooms one after the other', 'rum 10 11 12 14 16'],
    ['a telephone number in pairs', '08 10 12 32 35'],
    ['years', '2019, 2021 och 2024'],
    ['a giro', 'Bankgiro 811218-9876'],
    ['a telephone number', '070-123 45 67'],
  ])('takes %s for none', (_what, text) => {
    expect(foundIn(text).filter((it) => /number/.test(it) && !/telephone/.test(it))).toEqual([])
  })

  it('finds every valid number in every disguise', () => {
    const gap = fc.constantFrom('', '', ' ', '-', '–', '.', '/', '\u00a0', '\u200b', ' - ')
    const disguise = fc.array(gap, { minLength: 11, maxLength: 11 })
    fc.assert(
      fc.property(anyPerson(), disguise, fc.boolean(), ({ digits, coordination }, gaps, wide) => {
        const shown = [...digits].map((digit, at) => `${wide ? wideOf(digit) : digit}${gaps[at] ?? ''}`).join('')
        const [hit] = guard(`Kortet tillhör ${shown}, sade man.`, nothing)
        expect(hit).toMatchObject({
          kind: coordination ? 'coordination-number' : 'personal-number',
          checkDigit: 'right',
          start: 15,
        })
        expect(hit?.end).toBe(15 + shown.length)
      }),
      { numRuns: 500 },
    )
  })
})

const wideOf = (digit: string) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)

/** Twelve figures of somebody born in 1900–1999, with the check digit worked out here by itself. */
function anyPerson(): fc.Arbitrary<{ readonly digits: string; readonly coordination: boolean }> {
  return fc
    .record({
      year: fc.integer({ min: 10, max: 99 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      serial: fc.integer({ min: 1, max: 999 }),
      coordination: fc.boolean(),
    })
    .map(({ year, month, day, serial, coordination }) => {
      const two = (value: number) => String(value).padStart(2, '0')
      const nine = `${two(year)}${two(month)}${two(day + (coordination ? 60 : 0))}${String(serial).padStart(3, '0')}`
      const doubled = [...nine].map((digit, at) => String(Number(digit) * (at % 2 === 0 ? 2 : 1))).join('')
      const sum = [...doubled].reduce((total, digit) => total + Number(digit), 0)
      return { digits: `19${nine}${(10 - (sum % 10)) % 10}`, coordination }
    })
}
