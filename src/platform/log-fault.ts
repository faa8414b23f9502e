/** A fault as it stands in the server's log: what an operator needs, and nothing that somebody typed. */
export type LoggedFault = {
  readonly type: string
  readonly message: string
  /** Where it happened, without the message. */
  readonly at: readonly string[]
  /** A code of the system, of PostgreSQL or of a protocol. */
  readonly code?: string
  readonly table?: string
  readonly constraint?: string
  readonly cause?: LoggedFault
}

/**
 * Returns what the log may say of a fault. Faults of libraries carry what they worked with: a failed statement its
 * parameters, a database its row, a mail server the address. Only known fields are taken, and messages are thinned.
 */
export function loggedFault(fault: unknown, depth = 0): LoggedFault {
  if (!(fault instanceof Error)) return { type: typeof fault, message: '', at: [] }
  const told = fault as Error & Readonly<Record<'code' | 'table' | 'constraint', unknown>>
  const cause = depth < 5 && fault.cause !== undefined ? loggedFault(fault.cause, depth + 1) : undefined
  return {
    type: fault.constructor.name,
    message: thinned(fault.message),
    at: framesOf(fault),
    ...wordOf('code', told.code),
    ...wordOf('table', told.table),
    ...wordOf('constraint', told.constraint),
    ...(cause && { cause }),
  }
}

/** A code or a name is one word; what is not one is not taken. */
function wordOf(name: 'code' | 'table' | 'constraint', value: unknown): Partial<LoggedFault> {
  return typeof value === 'string' && /^[\w.-]{1,60}$/.test(value) ? { [name]: value } : {}
}

function thinned(message: string): string {
  return (
    message
      // A failed statement is followed by its parameters (drizzle), a refused value stands in quotes (PostgreSQL).
      .replace(/\nparams:.*$/s, '')
      .replace(/: ".*"$/s, ': […]')
      .replace(/[^\s<>"',;:]+@[^\s<>"',;:]+/g, '[address]')
      .replace(/(?<!\d)(?:\d{2})?\d{6}[-+]?\d{4}(?!\d)/g, '[number]')
      // What is random and long enough to be a token.
      .replace(/[A-Za-z0-9_-]{40,}/g, '[token]')
  )
}

/** The stack repeats the message before the frames, and a line of the message can look like a frame. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const start = stack.indexOf(message)
  return stack
    .slice(start === -1 ? 0 : start + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
}

/** Returns a path as it may stand in the log: a part that is long enough to be a token is left out. */
export function loggedPath(path: string): string {
  return path.replace(/[^/]{38,}/g, '[token]').slice(0, 300)
}
