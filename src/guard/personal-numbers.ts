import type { Found } from './hit.ts'

type Group = { readonly start: number; readonly end: number; readonly digits: string }
type Candidate = { readonly groups: readonly Group[]; readonly digits: string; readonly shape: string }

const notPersons =
  /(?:dnr|diarienr|diarienummer|bankgiro|plusgiro|bg|pg|ocr|orgnr|org\.nr|organisationsnummer|faktura|fakturanr|ärendenr|artikelnr)[:.\s]*$/i
const called = /(?:personnummer|personnr|pers\.nr|pnr|samordningsnummer|samordningsnr)[\s:.a-zåäö]{0,12}$/i

/**
 * Finds personal and coordination numbers in a folded text, with or without century and however they are spaced, and the same
 * with the last four hidden. Day + 60 is a coordination number; the check digit is that of folkbokföringslagen (1991:481) 18 §.
 */
export function findPersonalNumbers(text: string): readonly Found[] {
  return [...text.matchAll(/\d[\d \-./+\u200b]*/g)].flatMap((run) =>
    /\p{L}[-/]?$/u.test(text.slice(Math.max(0, run.index - 2), run.index)) ? [] : inRun(text, run[0], run.index),
  )
}

function inRun(text: string, run: string, offset: number): readonly Found[] {
  const groups = [...run.matchAll(/\d+/g)].map((it) => ({
    start: offset + it.index,
    end: offset + it.index + it[0].length,
    digits: it[0],
  }))
  const found: Found[] = []
  for (let first = 0; first < groups.length; first++) {
    const hit = hiddenFrom(text, groups, first) ?? longestFrom(text, groups, first)
    if (hit === undefined) continue
    found.push(hit)
    while (first + 1 < groups.length && (groups[first + 1]?.start ?? 0) < hit.end) first += 1
  }
  return found
}

function longestFrom(text: string, groups: readonly Group[], first: number): Found | undefined {
  let digits = ''
  let shape = ''
  let best: Found | undefined
  for (let last = first; last < groups.length && digits.length < 12; last++) {
    const [group, before] = [groups[last], groups[last - 1]]
    if (group === undefined) break
    if (last > first && before !== undefined) {
      const gap = text.slice(before.end, group.start)
      if (gap.replace(/\u200b/g, '').length > 3) break
      shape += gap.trim() === '' ? ' ' : gap.trim().charAt(0)
    }
    digits += group.digits
    shape += String(group.digits.length)
    if (digits.length === 10 || digits.length === 12)
      best = judged(text, { groups: groups.slice(first, last + 1), digits, shape }) ?? best
  }
  return best
}

function judged(text: string, { groups, digits, shape }: Candidate): Found | undefined {
  const [start, end] = [groups[0]?.start ?? 0, groups.at(-1)?.end ?? 0]
  const date = dateOf(digits.slice(0, -4))
  if (date === undefined || digits.slice(-4, -1) === '000') return undefined
  const before = text.slice(Math.max(0, start - 30), start)
  if (notPersons.test(before) || /^[:,]\d/.test(text.slice(end, end + 2))) return undefined
  const right = hasRightCheckDigit(digits.slice(-10))
  const isPhone =
    /^(?:3-3 2 2|3-7|3 3 2 2|3 7|3-2 2 3|3-3 4|4-2 2 2|4-3 3|4 2 2 2|3-2 2 2 1)$/.test(shape) && digits.startsWith('0')
  const isDateAndTime = /^4.2.2 2\.2$/.test(shape)
  if (isPhone || isDateAndTime) return undefined
  const usual = /^(?:[68][-+ /.]4|12|2[-+ /.]2[-+ /.]2[-+ /.]4|4[-+ /.]2[-+ /.]2[-+/.]4)$/.test(shape)
  const solid = shape === '10' && !digits.startsWith('0')
  // Pairs can be a list of rooms or of times, which goes upwards.
  const pairs = /^2[- ]2[- ]2[- ]2[- ]2$/.test(shape) && !digits.startsWith('0') && !goesUp(groups)
  if (!right && !usual && !solid && !pairs && !called.test(before)) return undefined
  return {
    kind: date.coordination ? 'coordination-number' : 'personal-number',
    start,
    end,
    checkDigit: right ? 'right' : 'wrong',
  }
}

/** Whether each group is more than the one before. */
function goesUp(groups: readonly Group[]): boolean {
  return groups.every(({ digits }, index) => index === 0 || Number(digits) > Number(groups[index - 1]?.digits))
}

function hiddenFrom(text: string, groups: readonly Group[], first: number): Found | undefined {
  const group = groups[first]
  if (group === undefined || (group.digits.length !== 6 && group.digits.length !== 8)) return undefined
  const date = dateOf(group.digits)
  const hidden = /^ ?[-+ ] ?(?=\d{0,3}[Xx*•?_])[\dXx*•?_]{4}(?![\p{L}\d])/u.exec(text.slice(group.end, group.end + 9))
  if (date === undefined || hidden === null) return undefined
  return {
    kind: date.coordination ? 'coordination-number' : 'personal-number',
    start: group.start,
    end: group.end + hidden[0].length,
  }
}

/** Returns what YYMMDD or YYYYMMDD says, or nothing when there is no such day. */
function dateOf(digits: string): { readonly coordination: boolean } | undefined {
  const century = digits.length === 8 ? Number(digits.slice(0, 2)) : undefined
  if (century !== undefined && (century < 18 || century > 20)) return undefined
  const [year, month, given] = [digits.slice(-6, -4), digits.slice(-4, -2), digits.slice(-2)].map(Number)
  if (year === undefined || month === undefined || given === undefined || month < 1 || month > 12) return undefined
  const coordination = given > 60
  const day = coordination ? given - 60 : given
  const longest = month === 2 ? 29 - Math.sign(year % 4) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return day >= 1 && day <= longest ? { coordination } : undefined
}

function hasRightCheckDigit(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < 10; index++) {
    const product = Number(digits[index]) * (index % 2 === 0 ? 2 : 1)
    sum += product > 9 ? product - 9 : product
  }
  return sum % 10 === 0
}
