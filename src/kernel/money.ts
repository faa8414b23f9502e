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
