import { type Instant, isoFromInstant } from '../../kernel/instant.ts'
import type { OwnData } from './own-data.page.ts'

type About = {
  readonly municipality: string
  readonly committee: string
  readonly name: string
  readonly made: Instant
}

/**
 * Returns the data as JSON: `format`, `municipality`, `committee`, `name`, `made` and `parts`, each with `part`, `why`,
 * `ground`, `kept` and `rows`. Names of parts and fields are stable; days are ISO 8601, times in UTC, amounts whole öre,
 * times of day whole minutes from midnight.
 */
export function ownDataJson(parts: readonly OwnData[], { made, ...about }: About): Uint8Array {
  const file = { format: 'namndkontakt/own-data@1', ...about, made: isoFromInstant(made), parts }
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`)
}
