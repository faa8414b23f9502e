import { isoFromDay } from '../kernel/date.ts'
import type { Command } from './command.ts'
import { checkEach, readFeeRules } from './files.ts'

/** Checks fee rules; each fault with its line and what to write instead. */
export const feeRulesCheckCommand: Command = {
  name: 'fee-rules check',
  summary: 'Check files with a municipality’s fee rules.',
  operands: 'FILE…',
  minimum: 1,
  details: [
    'Each mistake is told with its line, what is wrong and what to write instead. A file is good as a whole or refused.',
  ],
  run: ({ files }) =>
    checkEach(files, async (file) => {
      const { title, status, validity, fees } = await readFeeRules(file)
      const kinds = fees.map(({ kind }) => kind).join(', ')
      return `good: ${title}, ${status}, from ${isoFromDay(validity.from)}, fees for ${kinds}`
    }),
}
