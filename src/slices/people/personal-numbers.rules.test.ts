import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { maskPersonalNumber, parsePersonalNumber } from './personal-numbers.rules.ts'

const today = dayFromIso('2026-10-06')

// Numbers of Skatteverket's series for tests: nobody has them.
describe('a personal number', () => {
  it.each<readonly [string, string | undefined, string]>([
    ['19121212-1212', '191212121212', 'with century and hyphen'],
    ['191212121212', '191212121212', 'twelve digits'],
    ['121212+1212', '191212121212', 'ten digits of somebody past a hundred'],
    ['19 121212 – 1212', '191212121212', 'with spaces and a dash'],
    ['1912127212 12'.replace(' ', ''), undefined, 'a coordination number with the wrong last digit'],
    ['191212721219', '191212721219', 'a coordination number'],
    ['19121212-1213', undefined, 'the wrong last digit'],
    ['19121312-1211', undefined, 'a thirteenth month'],
    ['19130229-1214', undefined, 'a day that was not'],
    ['20991231-2395', undefined, 'a day to come'],
    ['191212121', undefined, 'too short'],
    ['', undefined, 'nothing'],
    ['１９１２１２１２１２１２', undefined, 'digits of another script'],
  ])('%s is %s: %s', (text, digits) => {
    expect(parsePersonalNumber(text, today)).toBe(digits)
  })

  it('with ten digits is of somebody younger than a hundred', () => {
    expect(parsePersonalNumber('121212-1212', today)).toBe('201212121212')
  })

  it('is shown without its last four digits', () => {
    expect(maskPersonalNumber('191212121212')).toBe('19121212-****')
  })
})
