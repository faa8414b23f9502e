import { dayFromIso } from '../../kernel/date.ts'
import { evaluate } from '../evaluate.ts'
import { explain } from '../explain.ts'
import { type Guideline, guidelineSchema } from '../guideline.ts'
import { aProgramme } from './cast.ts'

/** A guideline of one rule, R, in force since 2020. */
export function oneRule(
  kind: string,
  values: Record<string, unknown>,
  more: Record<string, unknown> = {},
  about: Record<string, unknown> = {},
): Guideline {
  return guidelineSchema.parse({
    format: 'namndkontakt/guideline@1',
    id: 'one-rule',
    title: 'En regel',
    issuer: { committee: 'Provnämnden' },
    status: 'adopted',
    validity: { from: '2020-01-01' },
    document: { reviewBy: { when: 'none' } },
    rules: [{ id: 'R', kind, force: 'must', bearer: 'politician', clause: 'Avsnitt 1', values, ...more }],
    ...about,
  })
}

/**
 * Returns what the rule R says of a programme, as `outcome code subject` with the sentence in both languages. Throws
 * when a sentence is no sentence, so that every test of a rule is one of its words too.
 */
export function saysOf(
  guideline: Guideline,
  written: Parameters<typeof aProgramme>[0],
  today: string,
): readonly { readonly said: string; readonly sv: string; readonly en: string }[] {
  const { findings } = evaluate({
    guidelines: [guideline],
    interpretations: [],
    feeRules: [],
    programme: aProgramme(written),
    today: dayFromIso(today),
  })
  return findings
    .filter((it) => it.rule === 'R')
    .map((finding) => {
      const [sv, en] = (['sv', 'en'] as const).map((language) =>
        explain(finding, language, ({ id }) => id, guideline.terms),
      ) as [string, string]
      for (const sentence of [sv, en])
        if (!/^[\p{L}“”].+[.”]$/u.test(sentence) || /undefined|NaN|\[object|(^|\s)–/.test(sentence))
          throw new Error(`${finding.kind} ${finding.code}: ${sentence}`)
      return { said: `${finding.outcome} ${finding.code} ${finding.subject.id}`, sv, en }
    })
}
