import { eq } from 'drizzle-orm'
import { auditContent, auditEntry } from '../../src/platform/audit.tables.ts'
import type { TestApp } from './app.ts'

/** Returns what stands in the municipality's log, oldest first. */
export async function logged({ database, cast }: TestApp) {
  return database.system((tx) =>
    tx
      .select({
        command: auditEntry.command,
        actorId: auditEntry.actorId,
        subjectId: auditEntry.subjectId,
        content: auditContent.content,
      })
      .from(auditEntry)
      .innerJoin(auditContent, eq(auditContent.entryId, auditEntry.id))
      .where(eq(auditEntry.municipalityId, cast.municipalityId))
      .orderBy(auditEntry.seq),
  )
}

/** Returns what became of every attempt to come in or to change a way in, oldest first. */
export async function outcomesLogged(app: TestApp): Promise<readonly string[]> {
  return (await logged(app)).flatMap(({ content }) => {
    const { outcome } = content as { readonly outcome?: string }
    return outcome === undefined ? [] : [outcome]
  })
}
