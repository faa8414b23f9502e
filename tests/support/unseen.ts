import type { MovableClock } from '../../src/platform/clock.ts'
import { execute } from '../../src/platform/command.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { adoptGuideline, saveFeeRules, saveGuideline } from '../../src/slices/guidelines/index.ts'
import { type Cast, must } from './cast.ts'

/** The codes that the unseen guideline and its fee rules name, with their words: no page may show a code. */
export const unseenWords = [
  { code: 'godman-a', sv: 'gode män', en: 'guardians' },
  { code: 'nattrond-b', sv: 'nattrond', en: 'night round' },
  { code: 'ombud-c', sv: 'brukarombudet', en: 'the ombudsman' },
  { code: 'rondslant-d', sv: 'rondersättning', en: 'round fee' },
  { code: 'radet-e', sv: 'pensionärsrådet', en: "the pensioners' council" },
  { code: 'fardsatt-f', sv: 'färdsätt', en: 'means of travel' },
  { code: 'granskare-g', sv: 'kommunens granskare', en: "the municipality's examiner" },
  { code: 'granne-h', sv: 'granne till enheten', en: 'neighbour of the unit' },
] as const

const rule = (id: string, kind: string, bearer: string, values: string) =>
  `  - { id: ${id}, kind: ${kind}, force: must, bearer: ${bearer}, clause: § ${id.slice(2)}, values: { ${values} } }`

const guideline = `format: namndkontakt/guideline@1
id: ingen-har-sett-den
title: Ordning för nattronder (påhittad)
issuer: { committee: Omsorgsnämnden }
status: proposal
document: { reviewBy: { when: none } }
terms:
${unseenWords.map(({ code, sv, en }) => `  - { id: ${code}, sv: "${sv}", en: "${en}" }`).join('\n')}
rules:
${[
  rule('X-1', 'appointment.object', 'committee', 'object: unit'),
  rule('X-1', 'appointment.relations', 'committee', 'relation: granne-h, effect: note'),
  rule('X-2', 'visits.count', 'politician', 'least: 1, per: unit, form: nattrond-b'),
  rule('X-3', 'visits.initiator', 'politician', 'by: politician, also: [manager, ombud-c], forms: [visit, nattrond-b]'),
  rule('X-4', 'visits.quota', 'administration', 'most: 1, per: week'),
  rule('X-5', 'visits.blocked', 'committee', 'own: true, beforeElectionDays: 20'),
  rule(
    'X-6',
    'visits.audiences',
    'politician',
    'audiences: [godman-a, staff], effort: strive, forms: [visit, nattrond-b]',
  ),
  rule(
    'X-7',
    'conversation.topics',
    'politician',
    'topics: [{ id: ljus, audiences: [godman-a], topic: { sv: Ljuset på natten, en: The light at night } }]',
  ),
  rule('X-8', 'report.form', 'manager', 'forms: [written], by: manager'),
  rule('X-9', 'report.recipients', 'administration', 'committee: notification, manager: true, others: [radet-e]'),
  rule('X-10', 'fee.kind', 'administration', 'fee: rondslant-d, forms: [visit, nattrond-b]'),
  rule('X-11', 'fee.conditions', 'politician', 'requires: [report]'),
].join('\n')}
`

const feeRules = `format: namndkontakt/fee-rules@1
id: ingen-har-sett-dem
title: Regler för rondersättning (påhittade)
status: invented
source: { sv: Påhittat, en: Invented }
validity: { from: 2026-01-01 }
fees:
  - kind: rondslant-d
    title: { sv: Rondersättning, en: Round fee }
    clause: Rond § 1
    rate: { form: flat, amount: 45000 }
claims:
  clause: Rond § 2
  per: occasion
  fields: [{ code: fardsatt-f, title: { sv: Färdsätt, en: Means of travel } }]
  incomplete: waits
  deadlines: [{ clause: Rond § 3, of: fee, days: 300, after: visit, effect: refuse }]
approval:
  clause: Rond § 4
  by: { role: granskare-g, title: { sv: Kommunens granskare, en: The municipality's examiner } }
  required: true
`

/**
 * Adopts, through the commands, a guideline that the pages were not made for, with fee rules of its own: audiences, a form of visit,
 * initiators side by side, a manager's report, and a kind of fee. The committee has nothing else in force.
 */
export async function adoptUnseen(
  dependencies: { readonly database: Database; readonly clock: MovableClock },
  cast: Cast,
): Promise<void> {
  const run = { guideline: { name: 'unseen', source: guideline }, feeRules: { name: 'unseen', source: feeRules } }
  const { id } = await must(execute(dependencies, cast.system(), saveGuideline, run.guideline))
  await must(execute(dependencies, cast.system(), saveFeeRules, run.feeRules))
  const adoption = { versionId: id, decidedOn: '2026-01-20', paragraph: '§ 4', validFrom: '2026-02-01' }
  await must(execute(dependencies, cast.as('secretary'), adoptGuideline, adoption))
}

/** A cast that has adopted nothing, for `adoptUnseen`. */
export const nothingAdopted = { guideline: 'social-och-omsorgsnamnden-forslag', appointed: false } as const
