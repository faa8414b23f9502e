import { loadGuideline } from '../load.ts'
import { aRule } from './appointing.ts'

/** Returns the mistakes of a guideline with these rules, the first of them on line 9, as `line message; mend`. */
export function mistakes(
  rules: readonly (readonly [kind: string, values: object])[],
  language: 'sv' | 'en' = 'en',
): readonly string[] {
  const lines = rules.map(([kind, values], at) => `  - ${JSON.stringify(aRule(`R${at + 1}`, kind, values))}`)
  const text = [
    'format: namndkontakt/guideline@1',
    'id: impossible',
    'title: Omöjlig',
    'issuer: { committee: Provnämnden }',
    'status: adopted',
    'validity: { from: 2020-01-01 }',
    'document: { reviewBy: { when: none } }',
    'rules:',
    ...lines,
  ].join('\n')
  const loaded = loadGuideline(text, 'impossible.yaml', language)
  return loaded.ok ? [] : loaded.problems.map((it) => `${it.line} ${it.message}; ${it.mend}`)
}
