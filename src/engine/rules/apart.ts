type Values = Readonly<Record<string, unknown>>
type Range = { readonly least?: number | undefined; readonly most?: number | undefined }

/**
 * Returns the parameters that two rules both state, and state differently. Rules about different forms of visit do
 * not meet, and texts are words and collide with nothing.
 */
export function differing(one: object, other: object): readonly string[] {
  const [ours, theirs] = [one as Values, other as Values]
  if (!meet(ours.forms, theirs.forms)) return []
  return Object.keys(ours).filter(
    (key) =>
      key !== 'forms' &&
      isStated(ours[key]) &&
      isStated(theirs[key]) &&
      canonical(ours[key]) !== canonical(theirs[key]),
  )
}

/** For rules that can always both be followed: the earlier deadline, the lower limit, everybody whom either wants. */
export function bothBind(): readonly string[] {
  return []
}

/** Whether two lists have something in common; a rule without a list is about everything. */
export function meet(one: unknown, other: unknown): boolean {
  return !Array.isArray(one) || !Array.isArray(other) || one.some((it) => other.includes(it))
}

/** Returns `least` and `most` where at least so many by the one are more than at most so many by the other. */
export function rangesApart(one: Range, other: Range): readonly string[] {
  const passes = (low: Range, high: Range) => (low.least ?? 0) > (high.most ?? Number.POSITIVE_INFINITY)
  return passes(one, other) || passes(other, one) ? ['least', 'most'] : []
}

function isStated(value: unknown): boolean {
  return value !== undefined && value !== 'silent' && !isText(value)
}

function isText(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'sv' in value && 'en' in value
}

/** A list says the same in any order. */
function canonical(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.map((it) => JSON.stringify(it)).sort() : value)
}
