import type { Clock } from './clock.ts'
import type { Typesetter } from './documents/typst.ts'

/** What a slice's reactions to events may need beside the database: `visitsHandlers(dependencies)`. */
export type HandlerDependencies = {
  readonly clock: Clock
  readonly typesetter: Typesetter
  /** The address people use, without a slash at the end, for links in mail. */
  readonly publicUrl: string
  /** The sender of the installation's own mail; absent where none is sent. */
  readonly mailFrom?: string | undefined
}
