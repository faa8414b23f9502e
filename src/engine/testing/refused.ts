import type { Language } from '../../kernel/language.ts'
import { type Loaded, loadFeeRules, loadGuideline, loadInterpretations, loadProgramme, type Problem } from '../load.ts'
import { guidelineNamed, textOf } from './cast.ts'

const hedemora = guidelineNamed('hedemora-omsorgsnamnden-2026')
const files = {
  guideline: {
    text: textOf('guidelines/hedemora-omsorgsnamnden-2026.yaml'),
    load: (text: string, language?: Language) => loadGuideline(text, 'a.yaml', language),
  },
  fees: {
    text: textOf('fee-rules/upplands-bro-2019.yaml'),
    load: (text: string, language?: Language) => loadFeeRules(text, 'a.yaml', language),
  },
  days: {
    text: textOf('fee-rules/demo-half-full-day.yaml'),
    load: (text: string, language?: Language) => loadFeeRules(text, 'a.yaml', language),
  },
  answers: {
    text: textOf('interpretations/hedemora-omsorgsnamnden-2026.yaml'),
    load: (text: string, language?: Language) => loadInterpretations(text, 'a.yaml', [hedemora], language),
  },
  programme: {
    text: textOf('examples/hed-omsorgsnamnden.yaml'),
    load: (text: string, language?: Language) => loadProgramme(text, 'a.yaml', language),
  },
} as const
export type File = keyof typeof files

/** Returns the first problem of a shipped file in which the first place that says one thing says another. Throws when it is loaded. */
export function problemOf(
  file: File,
  right: string,
  wrong: string,
  language: Language = 'en',
): { readonly problem: Problem | undefined; readonly text: string; readonly count: number } {
  const { text, load } = files[file]
  if (!text.includes(right)) throw new Error(`the file does not say ${right}`)
  const slipped = text.replace(right, wrong)
  const result: Loaded<unknown> = load(slipped, language)
  if (result.ok) throw new Error('it was loaded')
  return { problem: result.problems[0], text: slipped, count: result.problems.length }
}
