import { createHash } from 'node:crypto'

/** Returns what tells one file from another, in hex: the same file twice does nothing. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
