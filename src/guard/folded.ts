const zeros = [0xff10, 0x0660, 0x06f0, 0x0966]

/**
 * Returns the text unit for unit with other digits, dashes and spaces written as `0`–`9`, `-` and space, so that a place in
 * what is returned is the same place in the text. Marks that take no room (soft hyphen, zero width, direction) become `\u200b`.
 */
export function folded(text: string): string {
  return text.replace(
    /[\u00a0\u00ad\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u1680\u2000-\u200f\u2010-\u2015\u2028-\u202f\u205f-\u2069\u2212\u3000\ufe58\ufe63\ufeff\uff0b-\uff19\uff20\uff3f]/g,
    plain,
  )
}

function plain(unit: string): string {
  const code = unit.charCodeAt(0)
  if (code === 0x2028 || code === 0x2029) return '\n'
  const zero = zeros.find((from) => code >= from && code < from + 10)
  if (zero !== undefined) return String(code - zero)
  if (code >= 0xff0b) return code === 0xfeff ? '\u200b' : String.fromCharCode(code - 0xfee0)
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe58 || code === 0xfe63) return '-'
  const takesRoom = code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f
  return takesRoom || code === 0x205f || code === 0x3000 ? ' ' : '\u200b'
}
