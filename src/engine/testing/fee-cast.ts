import { readFileSync } from 'node:fs'
import { formatKronor } from '../../kernel/money.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { evaluate } from '../evaluate.ts'
import { explain, termsOf } from '../explain.ts'
import type { FeeRules } from '../fee-rules.ts'
import type { Evaluation, FeeLine } from '../finding.ts'
import { type Guideline, guidelineSchema } from '../guideline.ts'
import { anAppointment, aPerson, aProgramme, aUnit, aVisit } from './cast.ts'

type Written = Parameters<typeof aProgramme>[0]
export type WrittenRule = readonly [kind: string, values: object, more?: object]

/** Returns a guideline of the rules, named R1, R2 … in order; it pays a visit by the fee `errand` unless it says otherwise. */
export function guidelineOf(...rules: readonly WrittenRule[]): Guideline {
  const pays: WrittenRule = ['fee.kind', { fee: 'errand', forms: ['visit'] }]
  const all = rules.some(([kind]) => kind === 'fee.kind') ? rules : [pays, ...rules]
  return guidelineSchema.parse({
    format: 'namndkontakt/guideline@1',
    id: 'tried',
    title: 'Tried',
    issuer: { committee: 'Provnämnden' },
    status: 'adopted',
    validity: { from: '2020-01-01' },
    document: { reviewBy: { when: 'none' } },
    terms: [
      { id: 'inspection', sv: 'inspektion', en: 'inspection' },
      { id: 'digital', sv: 'digitalt möte', en: 'digital meeting' },
    ],
    rules: all.map(([kind, values, more], at) => ({
      id: `R${at + 1}`,
      kind,
      force: 'must',
      bearer: 'committee',
      clause: `Avsnitt ${at + 1}`,
      values,
      ...more,
    })),
    silences: all.flatMap(([, values], at) =>
      Object.entries(values).flatMap(([parameter, value]) =>
        value === 'silent'
          ? [
              {
                id: `S${at}-${parameter}`,
                rule: `R${at + 1}`,
                parameter,
                question: { sv: 'Vad gäller?', en: 'What holds?' },
              },
            ]
          : [],
      ),
    ),
  })
}

/** Ada and Bo, appointed to Granen and Tallen, and Siv, a substitute. */
export const town = {
  persons: [aPerson('ada'), aPerson('bo', 'opposition'), aPerson('siv', 'majority', 'substitute')],
  units: [aUnit('granen'), aUnit('tallen')],
  appointments: ['ada', 'bo', 'siv'].flatMap((person) => [
    anAppointment(person, 'granen'),
    anAppointment(person, 'tallen'),
  ]),
} satisfies Written

/** Returns a held visit to Granen by the persons, on a day of 2026 written `04-10 13:00–15:00`. */
export function visitOn(
  id: string,
  when: string,
  persons: readonly string[] = ['ada'],
  more: Parameters<typeof aVisit>[4] = {},
) {
  const [day = '', hours = ''] = when.split(' ')
  const [start = '', end = ''] = hours.split('–')
  return aVisit(id, `2026-${day}`, 'granen', persons, { start, end, ...more })
}

/** Returns the evaluation, having said every finding and reason in both languages. Throws where one is no sentence. */
export function judgeFees(
  rules: FeeRules | readonly FeeRules[],
  guideline: Guideline | readonly Guideline[],
  written: Written,
  today = '2026-12-31',
): Evaluation {
  const feeRules = 'id' in rules ? [rules] : rules
  const guidelines = 'id' in guideline ? [guideline] : guideline
  const evaluation = evaluate({
    guidelines,
    interpretations: [],
    feeRules,
    programme: aProgramme({ ...town, ...written }),
    today: dayFromIso(today),
  })
  for (const finding of [...evaluation.findings, ...evaluation.feeLines.flatMap((line) => line.reasons)]) {
    for (const language of ['sv', 'en'] as const) {
      const sentence = explain(finding, language, ({ id }) => id, termsOf(guidelines, feeRules))
      if (!/^[\p{L}\d“”].+[.”]$/u.test(sentence) || /undefined|NaN|\[object|\(\)/.test(sentence))
        throw new Error(`${finding.kind} ${finding.code}: ${sentence}`)
    }
  }
  return evaluation
}

/** Returns `visit person outcome amount` of each fee, the amount in kronor; of one that waits, what is expected in brackets. */
export function fees({ feeLines }: Evaluation): readonly string[] {
  return feeLines
    .filter((it) => it.component === 'fee')
    .map((it) => `${it.visit} ${it.person} ${it.outcome} ${kronor(it)}`)
}

function kronor({ amount, expected }: FeeLine): string {
  const written = formatKronor(expected ?? amount).replaceAll(/[\u00a0\u202f]/g, ' ')
  return expected === undefined ? written : `(${written})`
}

/** Returns `clause code` of each reason of the fee of a visit; of the first person's where several came. */
export function why({ feeLines }: Evaluation, visit: string): readonly string[] {
  const line = feeLines.find((it) => it.visit === visit && it.component === 'fee')
  return (line?.reasons ?? []).map((it) => `${it.clause} ${it.code}`)
}

/** Returns the first English sentence of the reason with the code, of the fee of a visit. */
export function sentence({ feeLines }: Evaluation, visit: string, code: string, language: 'sv' | 'en' = 'en'): string {
  const reason = feeLines.find((it) => it.visit === visit)?.reasons.find((it) => it.code === code)
  return reason === undefined ? '' : explain(reason, language).replaceAll(/[\u00a0\u202f]/g, ' ')
}

/** Returns the rows of a table under a heading of docs/rules.md, without its head, as they stand there. */
export function documentedRows(heading: string, which = 0): readonly (readonly string[])[] {
  const text = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8')
  const [, after = ''] = text.split(`### ${heading}\n`)
  const [section = ''] = after.split('\n### ')
  const tables = section.split(/\n(?!\|)/).filter((it) => it.includes('\n|') || it.startsWith('|'))
  const rows = (tables[which] ?? '').split('\n').filter((it) => it.startsWith('|'))
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}
