import { explain, type Finding, type Names, type SourceTitle, type Terms } from '../../engine/index.ts'
import type { Language } from '../../kernel/language.ts'
import type { Finding as ShownFinding, Tone } from '../../ui/index.ts'
import { guidelinesTexts } from './guidelines.texts.ts'

const tones: { readonly [O in Finding['outcome']]: Tone } = {
  satisfied: 'good',
  breached: 'danger',
  deviates: 'warning',
  'needs-decision': 'warning',
  due: 'info',
  'cannot-tell': 'warning',
}

/**
 * Returns a finding as every page shows it: outcome in words, sentence, clause with the rule's id, the source where
 * several bind, and what is missing.
 */
export function shownFinding(
  finding: Finding,
  language: Language,
  names: Names,
  titleOf: SourceTitle = () => undefined,
  terms: Terms = [],
): ShownFinding {
  const texts = guidelinesTexts(language)
  return {
    tone: tones[finding.outcome],
    label: texts.outcomes[finding.outcome],
    text: explain(finding, language, names, terms),
    clause: clauseText(finding, texts, titleOf(finding)),
    detail: detailOf(finding, language),
  }
}

function clauseText(
  { clause, rule }: Finding,
  texts: ReturnType<typeof guidelinesTexts>,
  title: string | undefined,
): string | undefined {
  if (clause === '') return title
  return title === undefined ? texts.clauseOf(clause, rule) : texts.clauseIn(texts.clauseOf(clause, rule), title)
}

/** Returns findings in the order of weight: broken, to decide, cannot be told, deviating, still to do, met. */
export function inOrderOfWeight(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((one, other) => weights[one.outcome] - weights[other.outcome])
}

const weights: { readonly [O in Finding['outcome']]: number } = {
  breached: 0,
  'needs-decision': 1,
  'cannot-tell': 2,
  deviates: 3,
  due: 4,
  satisfied: 5,
}

function detailOf({ missing = [], interpretations = [] }: Finding, language: Language): string | undefined {
  const texts = guidelinesTexts(language)
  const sentences = new Set(missing.map(({ what }) => missingText(what, language)))
  if (interpretations.length > 0) sentences.add(texts.usesInterpretation)
  return sentences.size === 0 ? undefined : [...sentences].join(' ')
}

function missingText(what: 'answer' | 'fact' | 'guideline' | 'fee-rules', language: Language): string {
  const texts = guidelinesTexts(language)
  return {
    answer: texts.missingAnswer,
    fact: texts.missingFact,
    guideline: texts.missingGuideline,
    'fee-rules': texts.missingFeeRules,
  }[what]
}
