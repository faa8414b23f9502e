import { feeRulesSchema } from './fee-rules.ts'
import { blockKinds } from './fees/block-kinds.ts'
import { feeRulesAsks } from './fee-rules-asks.ts'
import { rowsOf, type ReferenceRow } from './reference-values.ts'
import { findingsTable } from './reference-findings.ts'
import { type Guideline, guidelineSchema, type Rule } from './guideline.ts'
import { guidelineAsks, ruleAsks } from './guideline-ask.ts'
import { valuesToText } from './export.ts'
import { anyRuleSchema } from './rule.ts'
import { ruleKinds } from './rules/index.ts'
import type { Localised, RuleKind } from './rules/kind.ts'
import { wordsOf } from './rules/words.ts'
import { shapeOf } from './schema-walk.ts'
import type { Asks } from './value-text.ts'

/** Families of kinds, in the order of the page, by the first word of their code. */
const families: Readonly<Record<string, Localised>> = {
  appointment: { sv: 'Uppdrag', en: 'Appointment' },
  groups: { sv: 'Besöksgrupper', en: 'Visiting groups' },
  role: { sv: 'Rollen', en: 'The role' },
  visits: { sv: 'Besök', en: 'Visits' },
  conversation: { sv: 'Samtalet', en: 'The conversation' },
  report: { sv: 'Rapporten', en: 'The report' },
  fee: { sv: 'Arvode', en: 'Fee' },
  use: { sv: 'Användning', en: 'Use' },
  adoption: { sv: 'Beslut', en: 'Decision' },
  review: { sv: 'Översyn', en: 'Review' },
}

/**
 * Returns the reference of guidelines and fee rules as Markdown: every key with its question in Swedish and English,
 * what may be written, what holds without it, and what each kind of rule finds. Examples are the first use of each kind
 * among the guidelines given.
 */
export function referencePage(examples: readonly Guideline[]): string {
  const used = Object.keys(families).map((family) => ({
    family,
    kinds: ruleKinds.filter(({ kind }) => kind.split('.')[0] === family),
  }))
  return `${[
    introduction,
    contents(used),
    '## Dokumentet / The document',
    'What the guideline says about itself, at the top of the file.',
    table(rowsOf(guidelineSchema, guidelineAsks).filter(({ path }) => !/^(rules\.|format$)/.test(path))),
    '## Varje regel / Every rule',
    'What a rule of any kind says, under `rules`. The rest stands under `values`, as its kind has it.',
    table(ruleRows()),
    ...used.flatMap(({ family, kinds }) => [
      `## ${heading(families[family])}`,
      ...kinds.flatMap((kind) => kindSection(kind, examples)),
    ]),
    '## Arvodesreglemente / Fee rules',
    'A file of its own, decided by the council (`fee-rules/`). Amounts are whole öre, a part of another amount, or amounts by date.',
    table(rowsOf(feeRulesSchema, feeRulesAsks).filter(({ path }) => path !== 'format')),
    ...blockKinds.flatMap(({ place, kind }) => [
      `### ${heading(kind.title)} \`${place.replace('[]', '')}\``,
      ...findingsTable(kind),
    ]),
  ].join('\n\n')}\n`
}

const introduction = `# What guidelines and fee rules can say

Written by \`npm run generate\` from the kinds of rules themselves; do not edit it here. Each key is shown with the question that the editor asks, in
Swedish and English, what may be written, and what holds when it is left out. \`silent\` leaves a point open: a question under \`silences\` then asks the
committee, and until it has answered what depends on it cannot be told. A kind that stands *once* is in a guideline at most one time. Codes of open lists
that the product does not know are named under \`terms\`.`

function heading(title: Localised | undefined): string {
  return title === undefined ? '' : `${title.sv} / ${title.en}`
}

function contents(used: readonly { readonly family: string; readonly kinds: readonly RuleKind[] }[]): string {
  const lines = used.map(({ family, kinds }) => {
    const links = kinds.map(({ kind, title }) => `[${title.sv}](#${slug(`${heading(title)} ${kind}`)})`)
    return `- **${heading(families[family])}**: ${links.join(', ')}`
  })
  return lines.join('\n')
}

/** As GitHub makes it: small letters, no punctuation, hyphens for blanks. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(/\s/g, '-')
}

/** What all kinds share; each kind's own values are left out. */
function ruleRows(): readonly ReferenceRow[] {
  const shape = shapeOf(anyRuleSchema)
  const [first] = shape.is === 'either' ? shape.options : []
  if (first === undefined) return []
  return rowsOf(first, ruleAsks as Asks).filter(({ path }) => path !== 'kind' && !/values\./.test(path))
}

function kindSection(kind: RuleKind, examples: readonly Guideline[]): readonly string[] {
  const rows = rowsOf(kind.values, kind.ask)
  return [
    `### ${heading(kind.title)} \`${kind.kind}\``,
    ...(kind.once === true ? ['Stands *once*.'] : []),
    ...(rows.length === 0 ? ['It has no values: write `values: {}`.'] : [table(rows)]),
    ...exampleOf(kind, examples),
    ...findingsTable(kind),
  ]
}

function exampleOf(kind: RuleKind, examples: readonly Guideline[]): readonly string[] {
  for (const { id, rules, terms } of examples) {
    const rule: Rule | undefined = rules.find((it) => it.kind === kind.kind)
    if (rule === undefined) continue
    const [sv, en] = (['sv', 'en'] as const).map((language) => kind.describe(rule.values, wordsOf(language, terms)))
    return [
      `Example, ${rule.id} of \`${id}\`:`,
      `\`\`\`yaml\n${valuesToText(rule).trimEnd()}\n\`\`\``,
      `> ${sv}\n>\n> ${en}`,
    ]
  }
  return []
}

function table(rows: readonly ReferenceRow[]): string {
  const lines = rows.map(({ path, ask, allowed, absent }) => {
    const question = ask === undefined ? '' : [ask.sv, ask.en].join('<br>')
    const help = ask?.help === undefined ? '' : `<br>*${ask.help.sv}*<br>*${ask.help.en}*`
    return `| \`${path}\` | ${cell(`${question}${help}`)} | ${cell(allowed)} | ${cell(absent)} |`
  })
  return ['| key | question | may be written | when left out |', '| --- | --- | --- | --- |', ...lines].join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
