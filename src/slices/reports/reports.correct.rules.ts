/**
 * Whether this is the field of why an audience was not met in a report that was frozen before audiences had a key: they
 * are numbered there.
 */
export function isOlderField(field: string): boolean {
  return /^met\.[1-9]\d?$/.test(field)
}
