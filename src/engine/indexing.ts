/** Returns the items by their id. */
export function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  const found = new Map<string, T>()
  for (const item of items) found.set(item.id, item)
  return found
}

/** Returns the items that pass: the list itself where all do, which is nearly always so and makes nothing anew. */
export function those<T>(items: readonly T[], passes: (item: T) => boolean): readonly T[] {
  for (const item of items) if (!passes(item)) return items.filter(passes)
  return items
}

/** Returns the items by a key; one without a key is left out. */
export function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key !== undefined) addTo(groups, key, item)
  }
  return groups
}

/** Returns the items by each of their keys, in their own order. */
export function groupByMany<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) for (const key of keysOf(item)) addTo(groups, key, item)
  return groups
}

function addTo<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const known = groups.get(key)
  if (known === undefined) groups.set(key, [item])
  // Most groups stay at one or two, and a list that is pushed to reserves room for sixteen more.
  else if (known.length === 1) groups.set(key, [known[0] as T, item])
  else known.push(item)
}

/** Returns the ids without repetition. Nearly always there are one or two, and nothing to gather. */
export function once(ids: readonly string[]): Iterable<string> {
  return ids.length < 2 || (ids.length === 2 && ids[0] !== ids[1]) ? ids : new Set(ids)
}

/** Orders ids by their code units, in every place alike. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
