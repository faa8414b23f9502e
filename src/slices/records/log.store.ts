import { and, desc, eq, gte, isNull, like, lt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { endOfDay, startOfDay } from '../../kernel/instant.ts'
import { auditContent, auditEntry } from '../../platform/audit.tables.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { person } from '../people/people.tables.ts'
import type { LogFilter } from './log.rules.ts'

const actor = alias(person, 'actor')
const principal = alias(person, 'principal')

export type LogRow = Awaited<ReturnType<typeof listLog>>[number]

/**
 * Returns rows of the log, the newest first: those of the committee and those of the municipality itself. `content` is
 * null where it was disposed of.
 */
export async function listLog(tx: ReadTx, scope: Scope, filter: LogFilter, limit: number) {
  const { personId, from, until, kind, subjectType, subjectId, before } = filter
  return tx
    .select({
      seq: auditEntry.seq,
      at: auditEntry.at,
      command: auditEntry.command,
      subjectType: auditEntry.subjectType,
      subjectId: auditEntry.subjectId,
      isCommittees: sql<boolean>`${auditEntry.committeeId} is not null`,
      actorId: auditEntry.actorId,
      actor: actor.name,
      onBehalfOfId: auditEntry.onBehalfOfId,
      onBehalfOf: principal.name,
      content: auditContent.content,
      hash: sql<string>`encode(${auditEntry.hash}, 'hex')`,
    })
    .from(auditEntry)
    .leftJoin(auditContent, eq(auditContent.entryId, auditEntry.id))
    .leftJoin(actor, eq(actor.id, auditEntry.actorId))
    .leftJoin(principal, eq(principal.id, auditEntry.onBehalfOfId))
    .where(
      and(
        eq(auditEntry.municipalityId, scope.municipalityId),
        or(isNull(auditEntry.committeeId), eq(auditEntry.committeeId, scope.committeeId)),
        before === undefined ? undefined : lt(auditEntry.seq, before),
        personId === undefined
          ? undefined
          : or(
              eq(auditEntry.actorId, personId),
              eq(auditEntry.onBehalfOfId, personId),
              eq(auditEntry.subjectId, personId),
            ),
        from === undefined ? undefined : gte(auditEntry.at, startOfDay(from)),
        until === undefined ? undefined : lt(auditEntry.at, endOfDay(until)),
        kind === undefined ? undefined : like(auditEntry.command, `${kind}.%`),
        subjectType === undefined ? undefined : eq(auditEntry.subjectType, subjectType),
        subjectId === undefined ? undefined : eq(auditEntry.subjectId, subjectId),
      ),
    )
    .orderBy(desc(auditEntry.seq))
    .limit(limit)
}
