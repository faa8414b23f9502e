import { type Day, dayOf, isoFromDay, yearOf } from '../../kernel/date.ts'

/** What a personal number is kept for; the only reasons there are (dataskyddslagen 3 kap. 10 §). */
export const personalNumberNeeds = ['sign-in', 'payroll', 'both'] as const
export type PersonalNumberNeed = (typeof personalNumberNeeds)[number]

/**
 * Returns the twelve digits of a personal number (personnummer) or coordination number (samordningsnummer) that was
 * written with ten or twelve, or undefined when it is none: the day must exist and the last digit be right
 * (folkbokföringslagen 18 and 18 a §§, Skatteverket SKV 704). With ten digits a plus sign means a hundred years and more.
 */
export function parsePersonalNumber(text: string, today: Day): string | undefined {
  const written = text.replace(/\s/g, '').replace(/[\u2010-\u2015]/g, '-')
  const match = /^(\d{2})?(\d{2})(\d{2})(\d{2})([-+]?)(\d{4})$/.exec(written)
  if (!match) return undefined
  const [, century, year = '', month = '', day = '', sign = '', last = ''] = match
  const full = century === undefined ? yearOfTen(Number(year), sign === '+', today) : Number(`${century}${year}`)
  if (!isRealDay(full, Number(month), dayOfMonth(Number(day))) || !hasRightCheckDigit(`${year}${month}${day}${last}`))
    return undefined
  const digits = `${String(full).padStart(4, '0')}${month}${day}${last}`
  return dayOf(full, Number(month), dayOfMonth(Number(day))) > today ? undefined : digits
}

/** Returns `19121212-****`: what is shown of twelve digits. */
export function maskPersonalNumber(digits: string): string {
  return `${digits.slice(0, 8)}-****`
}

/** A coordination number has 60 added to the day. */
function dayOfMonth(written: number): number {
  return written > 60 ? written - 60 : written
}

function yearOfTen(year: number, isHundred: boolean, today: Day): number {
  const thisYear = yearOf(today)
  // The latest year with these digits that has begun.
  const latest = thisYear - ((thisYear - year) % 100)
  return isHundred ? latest - 100 : latest
}

function isRealDay(year: number, month: number, day: number): boolean {
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return year >= 1800 && month >= 1 && month <= 12 && day >= 1 && isoFromDay(dayOf(year, month, day)) === iso
}

/** The Luhn algorithm (ISO/IEC 7812-1 annex B) over the ten digits. */
function hasRightCheckDigit(ten: string): boolean {
  const sum = [...ten].reduce((total, digit, index) => {
    const weighed = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return sum % 10 === 0
}
