import type { Day } from '../kernel/date.ts'
import type { Language } from '../kernel/language.ts'
import { isAllowed, type Permission, type Role } from '../kernel/permissions.ts'

/** Who asks, where and when. Every store function takes one: there is no unscoped reading or writing. */
export type Scope = {
  readonly municipalityId: string
  readonly committeeId: string
  /** Absent for background work. */
  readonly personId?: string
  /** The person came through a link in a letter, for one answer, and has not signed in. */
  readonly byLink?: true
  readonly roles: readonly Role[]
  /** The units the person manages; empty for others. */
  readonly managedUnitIds: readonly string[]
  readonly language: Language
  readonly today: Day
}

/** A scope of a signed-in person. */
export type PersonScope = Scope & { readonly personId: string }

/** Returns the scope of background work in one committee: no person, and commands let it through by name. */
export function systemScope(at: {
  readonly municipalityId: string
  readonly committeeId: string
  readonly today: Day
}): Scope {
  return { ...at, roles: [], managedUnitIds: [], language: 'sv' }
}

/** Whether the one who asks has the permission in this committee. */
export function may(scope: Scope, permission: Permission): boolean {
  return isAllowed(scope.roles, permission)
}
