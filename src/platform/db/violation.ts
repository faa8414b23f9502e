const kinds = {
  '23502': 'not-null',
  '23503': 'foreign-key',
  '23505': 'unique',
  '23514': 'check',
  '23P01': 'exclusion',
} as const

export type Violation = { readonly kind: (typeof kinds)[keyof typeof kinds]; readonly constraint: string }

/**
 * Returns which constraint of the database an error says was violated, by SQLSTATE class 23, or undefined when it is
 * about something else. For not-null the constraint is the column's name. Stores map the ones they expect to refusals.
 */
export function violation(error: unknown): Violation | undefined {
  // Drizzle wraps the driver's error, and so may others: the SQLSTATE is found on some cause.
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code, constraint, column } = current as { code?: unknown; constraint?: unknown; column?: unknown }
    if (typeof code === 'string' && code in kinds) {
      return { kind: kinds[code as keyof typeof kinds], constraint: String(constraint ?? column ?? '') }
    }
  }
  return undefined
}
