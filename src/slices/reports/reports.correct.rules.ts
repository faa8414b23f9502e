import type { Scope } from '../../platform/scope.ts'

/** Whether the one who asks may correct the final report: its authors may, and the secretary, for one who has left too. */
export function mayCorrect(
  scope: Scope,
  { authors }: { readonly authors: readonly { readonly personId: string }[] },
): boolean {
  return scope.roles.includes('secretary') || authors.some(({ personId }) => personId === scope.personId)
}

/**
 * Whether this is the field of why an audience was not met in a report that was frozen before audiences had a key: they
 * are numbered there.
 */
export function isOlderField(field: string): boolean {
  return /^met\.[1-9]\d?$/.test(field)
}
