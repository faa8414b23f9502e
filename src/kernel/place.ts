/** The two first parts of every address inside a committee. */
export type PlaceSlugs = { readonly municipality: string; readonly committee: string }

/** Returns an address below the committee's own, each segment encoded. */
export function placePath(place: PlaceSlugs, ...segments: readonly (string | number)[]): string {
  return `/${[place.municipality, place.committee, ...segments].map((it) => encodeURIComponent(it)).join('/')}`
}

/** Returns the address with these query parameters; absent ones are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  return search.size === 0 ? path : `${path}?${search}`
}
