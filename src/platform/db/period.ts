import { and, gt, isNull, lte, or } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Day } from '../../kernel/date.ts'

/** Returns the condition that a holding with a period, such as a seat or a role, holds on the day. */
export function holdsOn(table: { readonly validFrom: AnyPgColumn; readonly validUntil: AnyPgColumn }, day: Day) {
  return and(lte(table.validFrom, day), or(isNull(table.validUntil), gt(table.validUntil, day)))
}
