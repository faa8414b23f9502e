import type { Language } from '../kernel/language.ts'
import type { ChangedPoint, ChangedRule, DiffedRule, DiffedSilence, GuidelineDiff } from '../engine/index.ts'
import { diffWords } from './diff-words.ts'
import { evaluationWords } from './evaluation-words.ts'

/** Returns what differs between two versions as lines of plain text; parts in which nothing differs are left out. */
export function diffText(diff: GuidelineDiff, language: Language): string {
  const words = diffWords[language]
  const { added, removed, changed, metadata, silences } = diff
  const parts = [
    part(words.metadata, metadata, (point) => pointLines(point, language, '  ')),
    part(words.added(added.length), added, (rule) => ruleLines(rule, language)),
    part(words.removed(removed.length), removed, (rule) => ruleLines(rule, language)),
    part(words.changed(changed.length), changed, (rule) => changedLines(rule, language)),
    part(words.questionsAdded, silences.added, silenceLines),
    part(words.questionsRemoved, silences.removed, silenceLines),
    part(words.questionsReworded, silences.reworded, ({ before, after }) => [
      ...silenceLines(after),
      `    ${words.before}: ${before.question}`,
    ]),
    part(words.questionsAnswered, silences.answered, (silence) => [...silenceLines(silence), `    ${silence.answer}`]),
  ].filter((lines) => lines.length > 0)
  const heading = words.heading(named(diff.before), named(diff.after))
  const ending = parts.length === 0 ? words.same(diff.unchanged) : words.unchanged(diff.unchanged)
  return [heading, ...parts.map((lines) => lines.join('\n')), ending].join('\n\n')
}

function named({ id, title }: { readonly id: string; readonly title: string }): string {
  return `${title} (${id})`
}

function part<T>(heading: string, items: readonly T[], lines: (item: T) => readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [heading, ...items.flatMap(lines)]
}

function ruleLines({ id, title, clause, force, bearer, sentence }: DiffedRule, language: Language): readonly string[] {
  const { forces, bearers } = evaluationWords[language]
  return [`  ${id}  ${title}`, `    ${sentence}`, `    ${clause} · ${forces[force]} · ${bearers[bearer]}`]
}

function changedLines({ id, title, sentence, points }: ChangedRule, language: Language): readonly string[] {
  const words = diffWords[language]
  const said =
    sentence.before === sentence.after
      ? [`    ${sentence.after}`]
      : [`    ${words.before}: ${sentence.before}`, `    ${words.after}: ${sentence.after}`]
  return [`  ${id}  ${title}`, ...said, ...points.flatMap((point) => pointLines(point, language, '    - '))]
}

/** A long list is told by what came and went. */
function pointLines(point: ChangedPoint, language: Language, indent: string): readonly string[] {
  const { question, before, after, added = [], removed = [] } = point
  const words = diffWords[language]
  const beneath = ' '.repeat(indent.length + 2)
  if (added.length + removed.length === 0 || before.length + after.length < 60)
    return [`${indent}${question} ${before} → ${after}`]
  return [
    `${indent}${question}`,
    ...added.map((item) => `${beneath}${words.came}: ${item}`),
    ...removed.map((item) => `${beneath}${words.went}: ${item}`),
  ]
}

function silenceLines({ id, question }: DiffedSilence): readonly string[] {
  return [`  ${id}  ${question}`]
}
