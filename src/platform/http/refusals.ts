import { NotAllowed, NotFound, PageTooOld } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import { appendAudit } from '../audit.ts'
import { isBadInput, type Outcome } from '../command.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../log.ts'
import type { Scope } from '../scope.ts'

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
 * session or site, the log has a row that says so: at most one a person, route and minute. The error goes on to the page
 * that says it to the person.
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
    if (reason !== undefined && isFirstInMinute(refused, clock.now())) {
      const { municipalityId, committeeId, personId, method, path } = refused
      const content = { method, route: path, status: statuses[reason], reason }
      const note = { at: clock.now(), actor: personId, command: 'access.refused', content }
      await database.transaction({ municipalityId, committeeId }, (tx) =>
        appendAudit(tx, [{ municipalityId, committeeId, subject: { type: 'person', id: personId }, ...note }]),
      )
    }
    throw error
  }
}

/**
 * Returns the outcome as it came. When the command was refused, by its rules or for its input, the server's log has a line
 * that says which command, why by code, and who asked by id: nothing of what was written in the form.
 */
export function loggingRefusal<Output>(
  { log }: { readonly log: Log },
  { municipalityId, committeeId, personId }: Scope,
  command: string,
  outcome: Outcome<Output>,
): Outcome<Output> {
  if (outcome.ok) return outcome
  const refusals = isBadInput(outcome) ? [...new Set(outcome.issues.map(({ code }) => code))] : [outcome.code]
  log.info({ command, refusals, municipalityId, committeeId, personId }, 'A command was refused')
  return outcome
}

/** What was refused in the minute that runs: one row a person and route is enough, and cannot fill the disk. */
const noted = { minute: 0, keys: new Set<string>() }

function isFirstInMinute({ municipalityId, personId, method, path }: Refused, now: Instant): boolean {
  const minute = Math.floor(now / 60_000)
  if (minute !== noted.minute) {
    noted.minute = minute
    noted.keys.clear()
  }
  const key = [municipalityId, personId, method, path].join(' ')
  if (noted.keys.has(key)) return false
  noted.keys.add(key)
  return true
}

/** What the browser is answered. */
const statuses = { 'not-allowed': 403, 'not-found': 404, 'page-too-old': 403 } as const

function reasonOf(error: unknown): keyof typeof statuses | undefined {
  if (error instanceof NotAllowed) return 'not-allowed'
  if (error instanceof NotFound) return 'not-found'
  return error instanceof PageTooOld ? 'page-too-old' : undefined
}
