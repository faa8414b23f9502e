import { expect } from 'vitest'
import type { z } from 'zod'
import { dayFromIso } from '../../kernel/date.ts'
import { evaluate } from '../evaluate.ts'
import { explain } from '../explain.ts'
import { type FeeRules, feeRulesSchema } from '../fee-rules.ts'
import type { Evaluation, FeeLine } from '../finding.ts'
import { type Guideline, guidelineSchema } from '../guideline.ts'
import { anAppointment, aPerson, aProgramme, aReport, aUnit, aVisit, meetings } from './cast.ts'

export type WrittenRules = Partial<z.input<typeof feeRulesSchema>>
type Written = Parameters<typeof aProgramme>[0]
export type WrittenClaim = NonNullable<Written['claims']>[number]

/** A guideline that pays a meeting fee once the report is there, to whoever is appointed. */
export const payingGuideline: Guideline = guidelineSchema.parse({
  format: 'namndkontakt/guideline@1',
  id: 'paying',
  title: 'Paying',
  issuer: { committee: 'Provnämnden' },
  status: 'adopted',
  validity: { from: '2020-01-01' },
  document: { reviewBy: { when: 'none' } },
  rules: [
    ruleOf('F-1', 'fee.kind', { fee: 'meeting', forms: ['visit', 'placement'] }),
    ruleOf('F-2', 'fee.conditions', { requires: ['report'] }),
  ],
})

function ruleOf(id: string, kind: string, values: object) {
  return { id, kind, force: 'must', bearer: 'committee', clause: `Avsnitt ${id}`, values }
}

/** Returns fee rules with a flat meeting fee of 500 kr and what a test says. */
export function feeRulesWith(written: WrittenRules): FeeRules {
  return feeRulesSchema.parse({
    format: 'namndkontakt/fee-rules@1',
    id: 'test-rules',
    title: 'Provregler',
    status: 'invented',
    source: { sv: 'Påhittat', en: 'Invented' },
    validity: { from: '2020-01-01' },
    fees: [
      { kind: 'meeting', title: { sv: 'Möte', en: 'Meeting' }, clause: '§ 1', rate: { form: 'flat', amount: 50000 } },
    ],
    ...written,
  })
}

/** Returns a claim of Ada for the visit `v`. */
export function aClaim(more: Partial<WrittenClaim> = {}): WrittenClaim {
  return { id: 'c', visit: 'v', person: 'ada', ...more }
}

/** Ada and Bo, appointed to one unit, and a visit of two hours by Ada on 10 April 2026 with its report. */
export const oneVisit = {
  persons: [aPerson('ada'), aPerson('bo', 'opposition')],
  units: [aUnit('u')],
  appointments: [anAppointment('ada', 'u'), anAppointment('bo', 'u')],
  meetings: [...meetings],
  visits: [aVisit('v', '2026-04-10', 'u', ['ada'], { start: '13:00', end: '15:00' })],
  reports: [aReport('v', ['ada'])],
} satisfies Written

/** Returns the evaluation, having said every finding and reason in both languages: one without a sentence throws. */
export function judgeClaims(
  rules: FeeRules | readonly FeeRules[],
  written: Written,
  today = '2026-05-01',
  only?: { readonly visit?: string; readonly person?: string },
): Evaluation {
  const evaluation = evaluate({
    guidelines: [payingGuideline],
    interpretations: [],
    feeRules: 'id' in rules ? [rules] : rules,
    programme: aProgramme({ ...oneVisit, ...written }),
    today: dayFromIso(today),
    ...(only === undefined ? {} : { only }),
  })
  for (const finding of [...evaluation.findings, ...evaluation.feeLines.flatMap((line) => line.reasons)])
    for (const language of ['sv', 'en'] as const) expect(explain(finding, language)).not.toMatch(/undefined|NaN|^$/)
  return evaluation
}

/** Returns the lines beside the fee. */
export function besides({ feeLines }: Evaluation): readonly FeeLine[] {
  return feeLines.filter((it) => it.component !== 'fee')
}

/** Returns `visit kind outcome öre` of each line beside the fee; the öre of a line that waits are those expected. */
export function lines(evaluation: Evaluation): readonly string[] {
  return besides(evaluation).map((it) => `${it.visit} ${it.feeKind} ${it.outcome} ${it.expected ?? it.amount}`)
}

/** Returns the codes of the reasons of the line of a kind. */
export function codes({ feeLines }: Evaluation, kind: string): readonly string[] {
  return feeLines.filter((it) => it.feeKind === kind).flatMap((it) => it.reasons.map((reason) => reason.code))
}

/** Returns `outcome code` of each finding of a kind. */
export function duties({ findings }: Evaluation, kind: string): readonly string[] {
  return findings.filter((it) => it.kind === kind).map((it) => `${it.outcome} ${it.code}`)
}
