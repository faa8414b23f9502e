import { expect } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { evaluate } from '../evaluate.ts'
import { describeGuideline, explain, termsOf } from '../explain.ts'
import type { Evaluation } from '../finding.ts'
import { loadFeeRules, loadGuideline, loadProgramme } from '../load.ts'
import { loaded, textOf } from './cast.ts'

const folder = 'src/engine/testing/unseen'

/**
 * Returns the evaluation of a programme by guidelines that nobody had seen when the rules were made, with every rule
 * and finding said in both languages: a sentence that is none fails.
 */
export function judgeUnseen(
  programme: string,
  today: string,
  {
    guidelines = [programme],
    feeRules = [programme],
  }: { guidelines?: readonly string[]; feeRules?: readonly string[] } = {},
): Evaluation {
  const named = (id: string, kind: string) => [textOf(`${folder}/${id}.${kind}.yaml`), `${id}.${kind}.yaml`] as const
  const binding = guidelines.map((id) => loaded(loadGuideline(...named(id, 'guideline'))))
  const rules = feeRules.map((id) => loaded(loadFeeRules(...named(id, 'fee-rules'))))
  const day = dayFromIso(today)
  const evaluation = evaluate({
    guidelines: binding,
    interpretations: [],
    feeRules: rules,
    programme: loaded(loadProgramme(...named(programme, 'programme'))),
    today: day,
  })
  const terms = termsOf(binding, rules)
  for (const language of ['sv', 'en'] as const) {
    const read = binding.flatMap((it) => describeGuideline(it, language, day).map(({ sentence }) => sentence))
    const told = [...evaluation.findings, ...evaluation.feeLines.flatMap((it) => it.reasons)].map((it) =>
      explain(it, language, ({ id }) => id, terms),
    )
    for (const sentence of [...read, ...told])
      expect(sentence).toMatch(/^(?!.*(undefined|NaN|\[object|silent)).+[.”]$/su)
  }
  return evaluation
}

/** Returns `rule kind outcome code subject` of each finding that is not satisfied, in order. */
export function open({ findings }: Evaluation): readonly string[] {
  return findings
    .filter((it) => it.outcome !== 'satisfied')
    .map((it) => `${it.rule} ${it.kind} ${it.outcome} ${it.code} ${it.subject.id}`)
    .sort()
}

/** Returns `visit person kind outcome öre` of each fee line. */
export function lines({ feeLines }: Evaluation): readonly string[] {
  return feeLines.map((it) => `${it.visit} ${it.person} ${it.feeKind ?? '–'} ${it.outcome} ${it.amount}`)
}
