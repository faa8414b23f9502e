import type { Language } from './language.ts'

/** A whole number of öre (1 kr = 100 öre), checked as safe on entry. Never a float of kronor. */
export type Ore = number & { readonly __unit: 'ore' }

/** Returns the amount as öre. Throws a `RangeError` when it is not a whole, safe number. */
export function ore(amount: number): Ore {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of öre`)
  return amount as Ore
}

/** Returns the sum in öre; 0 for none. */
export function sumOre(amounts: Iterable<Ore>): Ore {
  let total = 0
  for (const amount of amounts) total += amount
  return ore(total)
}

const kronorFormat = new Intl.NumberFormat('sv-SE', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const wholeKronorFormat = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 0 })

/** Returns `606,50 kr`, or `347 kr` when the amount is whole kronor; no-break spaces throughout. */
export function formatKronor(amount: Ore): string {
  const format = amount % 100 === 0 ? wholeKronorFormat : kronorFormat
  return `${format.format(amount / 100)}\u00a0kr`
}

/** Returns kronor as `606.50`, for files that want a decimal point. */
export function plainKronor(amount: Ore): string {
  const absolute = Math.abs(amount)
  const sign = amount < 0 ? '-' : ''
  return `${sign}${Math.trunc(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`
}

/** Returns kronor with two decimals always, as columns of figures are read from the right, and a minus that is seen in print (U+2212). */
export function printedKronor(amount: Ore, language: Language): string {
  const plain = plainKronor(amount).replace('-', '\u2212')
  return language === 'sv' ? plain.replace('.', ',') : plain
}

const writtenKronor = /^(\d+|\d{1,3}(?: \d{3})+)(?:[,.](\d{1,2}))?(?: ?(?:kr|kronor|:-))?$/i

/** Returns the amount that somebody wrote as `120`, `120,50` or `1 200,50 kr`; undefined when it is none. */
export function parseKronor(text: string): Ore | undefined {
  const [, kronor, decimals = ''] = writtenKronor.exec(text.replace(/[\s\u00a0\u202f]+/g, ' ').trim()) ?? []
  if (kronor === undefined) return undefined
  const amount = Number(kronor.replaceAll(' ', '')) * 100 + Number(decimals.padEnd(2, '0'))
  return Number.isSafeInteger(amount) ? ore(amount) : undefined
}
