import type { z } from 'zod'
import { NotAllowed } from '../kernel/errors.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Permission } from '../kernel/permissions.ts'
import type { Refusal, Result } from '../kernel/result.ts'
import { appendAudit } from './audit.ts'
import type { Clock } from './clock.ts'
import type { Database, Tx } from './db/database.ts'
import { announce, type DomainEvent } from './outbox.ts'
import { may, type Scope } from './scope.ts'

export type Subject = { readonly type: string; readonly id: string }

/** What a command's body works with: one transaction, who asks, and what it leaves behind. */
export type CommandContext = {
  readonly tx: Tx
  readonly scope: Scope
  readonly now: Instant
  /**
   * Puts a row in the log about this subject; written last in the transaction. Every command notes at least one.
   * `onBehalfOfId` is the person it was done for, when somebody else did it for them.
   */
  note(subject: Subject, content?: Readonly<Record<string, unknown>>, onBehalfOfId?: string): void
  /** Puts an event in the outbox, in this transaction. */
  announce(event: DomainEvent): void
}

/** `allow` is the permission a person needs; `system` is for background work alone. */
export type Command<Input, Output> = {
  readonly name: string
  readonly allow: Permission | 'system'
  readonly input: z.ZodType<Input>
  readonly run: (context: CommandContext, input: Input) => Promise<Result<Output>>
}

/** Input that did not pass the command's schema, by field. */
export type BadInput = { readonly ok: false; readonly code: 'input'; readonly issues: readonly InputIssue[] }
/** `missing` when the field did not come at all, otherwise the schema's own code. */
export type InputIssue = { readonly field: string; readonly code: string }

export type Outcome<Output> = { readonly ok: true; readonly value: Output } | Refusal | BadInput

export type CommandDependencies = { readonly database: Database; readonly clock: Clock }

/** Declares a write. Returns the command for `execute`; declaring does nothing else. */
export function command<Input, Output>(definition: Command<Input, Output>): Command<Input, Output> {
  return definition
}

/** Whether the outcome is input that did not pass, and not a refusal by the rules. */
export function isBadInput(outcome: Outcome<unknown>): outcome is BadInput {
  return !outcome.ok && outcome.code === 'input' && 'issues' in outcome
}

/**
 * Parses, authorises, and runs the command in one transaction together with its log rows and events.
 * Returns the value, the refusal (nothing is written then) or what is wrong with the input.
 * Throws `NotAllowed` when the person lacks the permission or sends fields that the command does not have, and whatever is a fault.
 */
export async function execute<Input, Output>(
  dependencies: CommandDependencies,
  scope: Scope,
  definition: Command<Input, Output>,
  raw: unknown,
): Promise<Outcome<Output>> {
  const allowed = definition.allow === 'system' ? scope.personId === undefined : may(scope, definition.allow)
  if (!allowed) throw new NotAllowed(definition.name)
  const parsed = definition.input.safeParse(raw)
  if (!parsed.success) {
    // No page of ours sends such a form, and no sentence beside a field would help whoever made it.
    if (parsed.error.issues.some(isForeignField))
      throw new NotAllowed(`${definition.name} with fields it does not have`)
    return { ok: false, code: 'input', issues: parsed.error.issues.map(inputIssue) }
  }
  try {
    return await dependencies.database.transaction(scope, (tx) =>
      runInside(tx, dependencies.clock, scope, definition, parsed.data),
    )
  } catch (error) {
    if (error instanceof RolledBack) return error.refusal
    throw error
  }
}

async function runInside<Input, Output>(
  tx: Tx,
  clock: Clock,
  scope: Scope,
  definition: Command<Input, Output>,
  input: Input,
): Promise<Result<Output>> {
  const now = clock.now()
  const notes: Note[] = []
  const events: DomainEvent[] = []
  const result = await definition.run(
    {
      tx,
      scope,
      now,
      note: (subject, content = {}, onBehalfOf) => notes.push({ subject, content, onBehalfOf }),
      announce: (event) => events.push(event),
    },
    input,
  )
  if (!result.ok) throw new RolledBack(result)
  if (notes.length === 0) throw new Error(`${definition.name} wrote nothing to the log`)
  for (const event of events)
    await announce(tx, { municipalityId: scope.municipalityId, committeeId: scope.committeeId, ...event })
  await appendAudit(
    tx,
    notes.map((written) => ({
      ...written,
      municipalityId: scope.municipalityId,
      committeeId: scope.committeeId === '' ? undefined : scope.committeeId,
      at: now,
      actor: scope.personId,
      command: definition.name,
    })),
  )
  return result
}

type Note = {
  readonly subject: Subject
  readonly content: Readonly<Record<string, unknown>>
  readonly onBehalfOf: string | undefined
}

/** Carries a refusal out of the transaction so that nothing of it stays. Never leaves this file. */
class RolledBack extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** Whether a strict schema met a field it does not have and says nothing of its own about it. */
function isForeignField({ code, message }: z.core.$ZodIssue): boolean {
  return code === 'unrecognized_keys' && message.includes(' ')
}

/** A code of the schema's own has no space in it; what the library says by itself means that the field never came. */
function inputIssue({ path, message }: z.core.$ZodIssue): InputIssue {
  return { field: path.join('.'), code: message.includes(' ') ? 'missing' : message }
}
