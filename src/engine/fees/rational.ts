/** An exact fraction; the denominator is above zero. */
export type Rational = { readonly numerator: bigint; readonly denominator: bigint }

/** Returns a whole number as a fraction. */
export function whole(value: number): Rational {
  return { numerator: BigInt(value), denominator: 1n }
}

/** Returns the number exactly as it is written in decimals: 12.5 is 125/10. */
export function decimal(value: number): Rational {
  const [units = '0', decimals = ''] = String(value).split('.')
  return { numerator: BigInt(units + decimals), denominator: 10n ** BigInt(decimals.length) }
}

/** Returns the fraction written as `1/2`. */
export function fraction(text: string): Rational {
  const [numerator = '0', denominator = '1'] = text.split('/')
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) }
}

/** Returns the product. */
export function multiply(one: Rational, other: Rational): Rational {
  return { numerator: one.numerator * other.numerator, denominator: one.denominator * other.denominator }
}

/** Returns the quotient; the divisor is not zero. */
export function divide(one: Rational, other: Rational): Rational {
  return { numerator: one.numerator * other.denominator, denominator: one.denominator * other.numerator }
}

/** Returns the fraction in its lowest terms. */
export function reduced({ numerator, denominator }: Rational): Rational {
  const divisor = greatestCommon(numerator < 0n ? -numerator : numerator, denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

/** Returns the whole number that the fraction is, or undefined when it is none. */
export function asWhole({ numerator, denominator }: Rational): number | undefined {
  return numerator % denominator === 0n ? Number(numerator / denominator) : undefined
}

/** Returns the multiple of `unit` by the rule. The fraction is not below zero. `nearest` takes the middle upwards. */
export function rounded(value: Rational, unit: number, by: 'nearest' | 'up' | 'down' | 'half-even'): Rational {
  const step = BigInt(unit)
  const divisor = value.denominator * step
  const down = value.numerator / divisor
  const rest = value.numerator % divisor
  const isUp =
    rest !== 0n &&
    (by === 'up' ||
      (by !== 'down' && (rest * 2n > divisor || (rest * 2n === divisor && (by === 'nearest' || down % 2n === 1n)))))
  return { numerator: (down + (isUp ? 1n : 0n)) * step, denominator: 1n }
}

/** Returns the same for a fraction of whole numbers that are safe as they are; none is below zero. */
export function roundedNumber(
  numerator: number,
  denominator: number,
  unit: number,
  by: 'nearest' | 'up' | 'down' | 'half-even',
): number {
  return Number(rounded({ numerator: BigInt(numerator), denominator: BigInt(denominator) }, unit, by).numerator)
}

function greatestCommon(one: bigint, other: bigint): bigint {
  let [a, b] = [one, other]
  while (b !== 0n) [a, b] = [b, a % b]
  return a === 0n ? 1n : a
}
