import type { Day } from '../../kernel/date.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'

/** What later slices know that is read before a visit: reports, what is open in them, and the next meeting. */
export type LaterPreparation = (tx: ReadTx, scope: Scope, unitIds: readonly string[]) => Promise<ReadBefore>

/** Only what the one who asks may read, and nothing that is marked as secret. */
export type ReadBefore = {
  /** The latest final reports of visits to the units. */
  readonly reports: readonly { readonly id: string; readonly visitDay: Day; readonly authors: readonly string[] }[]
  /** Proposals of such reports that no meeting has noted as dealt with. */
  readonly proposals: readonly { readonly text: string; readonly visitDay: Day }[]
  /** The next meeting, with what is to be discussed there. */
  readonly meeting?:
    | {
        readonly id: string
        readonly day: Day
        readonly place: string
        readonly discussion: readonly {
          readonly units: readonly string[]
          readonly visitDay: Day
          readonly points: readonly string[]
        }[]
      }
    | undefined
  /** The next day on which papers are due. */
  readonly deadline?: Day | undefined
}
