import { readFileSync } from 'node:fs'
import {
  type EvaluateInput,
  type Loaded,
  loadFeeRules,
  loadGuideline,
  loadInterpretations,
} from '../src/engine/index.ts'
import { dayFromIso } from '../src/kernel/date.ts'

const root = new URL('..', import.meta.url)

function textOf(path: string): string {
  return readFileSync(new URL(path, root), 'utf8')
}

function loadedValue<T>(loaded: Loaded<T>): T {
  if (loaded.ok) return loaded.value
  throw new Error(loaded.problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'))
}

/** Returns Hedemora's guideline with its answers and the example rates, holding since long before the made-up visits. */
export function hedemora(): Pick<EvaluateInput, 'guidelines' | 'interpretations' | 'feeRules'> {
  const early = (text: string) => text.replaceAll('2026-03-25', '2020-01-01')
  const guideline = loadedValue(
    loadGuideline(early(textOf('guidelines/hedemora-omsorgsnamnden-2026.yaml')), 'guideline'),
  )
  const answers = early(textOf('interpretations/hedemora-omsorgsnamnden-2026.yaml'))
  return {
    guidelines: [guideline],
    interpretations: [loadedValue(loadInterpretations(answers, 'interpretations', [guideline]))],
    feeRules: [loadedValue(loadFeeRules(textOf('fee-rules/upplands-bro-2019.yaml'), 'fee rules'))],
  }
}

/** The day on which the made-up programmes are judged: their years are over. */
export const judgedOn = dayFromIso('2026-06-01')
