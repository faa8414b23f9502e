import { type Day, parseDay } from '../../kernel/date.ts'

/** What the log is narrowed to. Absent means all. */
export type LogFilter = {
  readonly personId?: string | undefined
  readonly from?: Day | undefined
  /** The last day. */
  readonly until?: Day | undefined
  /** The first word of the commands: `visits`. */
  readonly kind?: string | undefined
  readonly subjectType?: string | undefined
  readonly subjectId?: string | undefined
  /** Rows before this number. */
  readonly before?: number | undefined
}

const word = /^[a-z-]{1,40}$/
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const number = /^[1-9]\d{0,14}$/

/** Returns the filter that an address asks for, with the fields that do not say a day; other nonsense counts as absent. */
export function readLogFilter(query: (name: string) => string | undefined): {
  readonly filter: LogFilter
  readonly wrongDays: readonly string[]
} {
  const day = (name: string) => parseDay(query(name)?.trim() ?? '')
  const like = (pattern: RegExp, name: string) => pattern.exec(query(name) ?? '')?.[0]
  const before = like(number, 'fore')
  return {
    filter: {
      personId: like(uuid, 'person'),
      from: day('fran'),
      until: day('till'),
      kind: like(word, 'slag'),
      subjectType: like(word, 'arende'),
      subjectId: like(uuid, 'id'),
      before: before === undefined ? undefined : Number(before),
    },
    wrongDays: ['fran', 'till'].filter((name) => (query(name)?.trim() ?? '') !== '' && day(name) === undefined),
  }
}
