import { NotAllowed, NotFound, PageTooOld } from '../../kernel/errors.ts'
import { appendAudit } from '../audit.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'

type Refused = {
  readonly municipalityId: string
  /** Absent when the person has no role in the committee that was asked for. */
  readonly committeeId?: string
  readonly personId: string
  readonly method: string
  /** As the route declares it: what a person wrote in the address does not stand in the log. */
  readonly path: string
}

/**
 * Runs the work of a request. When a signed-in person asks for what is not theirs, does not exist, or comes from another
 * session or site, the log has a row that says so; the error goes on to the page that says it to the person.
 */
export async function notingRefusals<T>(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  refused: Refused,
  work: () => Promise<T> | T,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const reason = reasonOf(error)
    if (reason !== undefined) {
      const { municipalityId, committeeId, personId, method, path } = refused
      const note = { at: clock.now(), actor: personId, command: 'web.refuse', content: { reason, method, path } }
      await database.transaction({ municipalityId, committeeId }, (tx) =>
        appendAudit(tx, [{ municipalityId, committeeId, subject: { type: 'person', id: personId }, ...note }]),
      )
    }
    throw error
  }
}

function reasonOf(error: unknown): string | undefined {
  if (error instanceof NotAllowed) return 'not-allowed'
  if (error instanceof NotFound) return 'not-found'
  return error instanceof PageTooOld ? 'page-too-old' : undefined
}
