import { may, type Scope } from '../../platform/scope.ts'

/**
 * Whether the one who asks may read what is marked as secret in a report: its authors, the secretary, the chair and the
 * auditor. The others read it masked. Background work may, since it hands nothing to anybody.
 */
export function mayReadRestricted(scope: Scope, authorIds: readonly string[]): boolean {
  if (scope.personId === undefined) return true
  return may(scope, 'reports:read-restricted') || authorIds.includes(scope.personId)
}
