import type { Language } from '../kernel/language.ts'
import type { Finding } from './finding.ts'
import type { RuleKind, Say, Sentences } from './rules/kind.ts'
import { wordsOf } from './rules/words.ts'

/** Returns what a kind of rule finds, as a Markdown table of its codes and sentences; nothing for a kind that only guides. */
export function findingsTable({ kind, sentences }: RuleKind): readonly string[] {
  const codes = Object.keys(sentences.sv)
  if (codes.length === 0) return []
  const lines = codes.map((code) => {
    const [sv, en] = (['sv', 'en'] as const).map((language) => sampleOf(kind, code, sentences[language], language))
    return `| \`${code}\` | ${sv || dots} | ${en || dots} |`
  })
  return [['| finding | på svenska | in English |', '| --- | --- | --- |', ...lines].join('\n')]
}

/** A sentence with dots where names and numbers come in; empty where it cannot be said without the values themselves. */
function sampleOf(kind: string, code: string, sentences: Sentences, language: Language): string {
  // Some texts are codes that choose the words: where dots are none of them, nothing may be.
  for (const text of [dots, '']) {
    const said = attempt(() => sentences[code]?.(sayingNothing(kind, code, language, text)) ?? '')
    const dotted = said.replaceAll(standIn, dots).replaceAll('|', '\\|')
    if (dotted !== '' && !/\d{4,}|undefined|NaN/.test(dotted)) return dotted
  }
  return ''
}

function attempt(say: () => string): string {
  try {
    return say()
  } catch {
    return ''
  }
}

const dots = '…'
const nothing = () => dots
/** No number of a rule is so great, so that it is known again in the sentence. */
const number = 987_654_321
const standIn = /987\s?654\s?321(?:[.,]\d+)?/g

function sayingNothing(kind: string, code: string, language: Language, text: string): Say {
  const words = wordsOf(language)
  return {
    finding: sample(kind, code),
    words: {
      ...words,
      duration: nothing,
      day: nothing,
      month: nothing,
      label: nothing,
      labels: nothing,
      list: nothing,
    },
    subject: dots,
    number: () => number,
    text: () => text,
    day: nothing,
    duration: nothing,
    kronor: nothing,
    labels: nothing,
    name: nothing,
    names: nothing,
  }
}

function sample(kind: string, code: string): Finding {
  return {
    rule: dots,
    source: dots,
    kind,
    clause: dots,
    force: 'must',
    bearer: 'committee',
    outcome: 'satisfied',
    code,
    subject: { type: 'committee', id: dots },
    values: {},
  }
}
