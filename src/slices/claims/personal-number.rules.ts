/**
 * Whether the text holds a Swedish personal or coordination number: ten or twelve digits that begin with a date, together or with
 * a dash, a plus or a space before the last four, in whatever digits and dashes it was typed.
 */
export function holdsPersonalNumber(text: string): boolean {
  return personalNumber.test(text.normalize('NFKC').replace(/\p{Cf}/gu, ''))
}

const personalNumber =
  /(?<!\d)(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+\u2010-\u2015\u2212\s]?\d{4}(?!\d)/
