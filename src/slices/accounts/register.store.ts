import { sql } from 'drizzle-orm'
import { type Day, isoFromDay } from '../../kernel/date.ts'
import { type Instant, instantFromMilliseconds, isoFromInstant } from '../../kernel/instant.ts'
import type { Role } from '../../kernel/permissions.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'

export type RegisterRow = {
  readonly id: string
  readonly name: string
  readonly isLocked: boolean
  readonly isProtected: boolean
  /** An invitation that can still be used. */
  readonly isInvited: boolean
  readonly lastSignedIn: Instant | undefined
  readonly roles: readonly {
    readonly role: Role
    readonly title: string | null
    readonly unitName: string | null
    readonly isPrivate: boolean
    readonly validFrom: Day
    readonly validUntil: Day | null
  }[]
}

export type RegisterPage = { readonly rows: readonly RegisterRow[]; readonly total: number }

export const registerPageSize = 25

/** Returns a page of the committee's register by name: everybody with a role or a seat at any time whose name, unit or role fits. */
export async function readRegister(
  tx: ReadTx,
  scope: Scope,
  asked: { readonly search: string; readonly roles: readonly Role[]; readonly page: number; readonly now: Instant },
): Promise<RegisterPage> {
  const like = `%${asked.search.replace(/[\\%_]/g, (it) => `\\${it}`)}%`
  const { rows } = await tx.execute<Found>(sql`
    with found as (
      select p.id, p.name, p.locked_at, p.protected_since from person p
      where (exists (select from seat s where s.person_id = p.id and s.committee_id = ${scope.committeeId})
          or exists (select from role_holding r where r.person_id = p.id and r.committee_id = ${scope.committeeId}))
        and (p.name ilike ${like} or exists (
          select from role_holding r left join unit u on u.id = r.unit_id
          where r.person_id = p.id and r.committee_id = ${scope.committeeId}
            and (u.name ilike ${like} or r.title ilike ${like} or r.role = any(${sql.param([...asked.roles])}::text[]))))
    )
    select f.id, f.name, f.locked_at is not null as locked, f.protected_since is not null as protected,
      (select count(*)::int from found) as total,
      exists (select from account_invitation i where i.person_id = f.id and i.used_at is null and i.ended_at is null
        and i.expires_at > ${isoFromInstant(asked.now)}::timestamptz) as invited,
      (select (extract(epoch from max(s.started_at)) * 1000)::bigint::text from session s where s.person_id = f.id) as seen,
      coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'title', r.title, 'unitName', u.name, 'isPrivate', coalesce(u.operated_by = 'private', false),
          'validFrom', r.valid_from - date '1970-01-01', 'validUntil', r.valid_until - date '1970-01-01')
          order by r.valid_from, r.id)
        from role_holding r left join unit u on u.id = r.unit_id
        where r.person_id = f.id and r.committee_id = ${scope.committeeId}
          and (r.valid_until is null or r.valid_until > ${isoFromDay(scope.today)}::date)), '[]') as roles
    from found f
    order by f.name collate "sv-x-icu", f.id
    limit ${registerPageSize} offset ${(asked.page - 1) * registerPageSize}`)
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ id, name, locked, protected: isProtected, invited, seen, roles }) => ({
      id,
      name,
      isLocked: locked,
      isProtected,
      isInvited: invited,
      lastSignedIn: seen === null ? undefined : instantFromMilliseconds(Number(seen)),
      roles,
    })),
  }
}

type Found = {
  readonly id: string
  readonly name: string
  readonly locked: boolean
  readonly protected: boolean
  readonly total: number
  readonly invited: boolean
  readonly seen: string | null
  readonly roles: RegisterRow['roles']
}

/** Returns when the person last came in, or undefined for never. */
export async function lastSignedIn(tx: ReadTx, personId: string): Promise<Instant | undefined> {
  const { rows } = await tx.execute<{ readonly seen: string | null }>(
    sql`select (extract(epoch from max(started_at)) * 1000)::bigint::text as seen from session where person_id = ${personId}`,
  )
  const seen = rows[0]?.seen ?? null
  return seen === null ? undefined : instantFromMilliseconds(Number(seen))
}
