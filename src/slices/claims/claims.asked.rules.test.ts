import { describe, expect, it } from 'vitest'
import { loadFeeRules } from '../../engine/index.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { askedFields, feeKindName, onceApproved, payableKinds, unfilled } from './claims.asked.rules.ts'

const loaded = loadFeeRules(
  `format: namndkontakt/fee-rules@1
id: provade-regler
title: Prövade regler
status: invented
source: { sv: Påhittat, en: Invented }
validity: { from: 2026-01-01, until: 2027-01-01 }
fees: [{ kind: rond, title: { sv: Rondersättning, en: Round fee }, clause: § 1, rate: { form: flat, amount: 100 } }]
claims:
  clause: § 2
  per: occasion
  fields: [{ code: tid, title: { sv: Tid, en: Time } }, { code: plats, title: { sv: Plats, en: Place } }]
approval:
  clause: § 3
  by: { role: chair, title: { sv: Ordföranden, en: The chair } }
  ownBy: { role: vice-chair, title: { sv: Vice ordföranden, en: The vice chair } }
  required: true
`,
  'provade-regler.yaml',
)
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
const rules = [loaded.value]
const [within, after] = [dayFromIso('2026-05-04'), dayFromIso('2027-01-01')]

describe('what the fee rules ask of a claim', () => {
  it('RAT-22 is asked while they are in force, and a blank fills nothing in', () => {
    const asked = askedFields(rules, within)
    expect(asked.map(({ title }) => title.sv)).toEqual(['Tid', 'Plats'])
    expect(askedFields(rules, after)).toEqual([])
    expect(unfilled(asked, { tid: '13–15', plats: ' ' })).toEqual(['plats'])
    expect(unfilled(asked, { tid: '13–15', plats: 'Solgården' })).toEqual([])
  })

  it('RAT-25 holds no fee back here, where nothing leaves before it is approved', () => {
    expect(rules[0]?.approval?.required).toBe(true)
    expect(onceApproved(rules)[0]?.approval).toMatchObject({ by: { role: 'chair' }, required: false })
  })

  it('RAT-06 has kinds of fee of its own, each with its name and once', () => {
    expect(payableKinds(rules, ['gammal', 'rond'])).toEqual(['meeting', 'errand', 'rond', 'gammal'])
    const named = {
      known: { meeting: 'Sammanträdesarvode' },
      language: 'sv',
      terms: [{ id: 'rond', sv: 'rondersättning', en: 'round fee' }],
    } as const
    expect(['meeting', 'rond', 'toString'].map((kind) => feeKindName(kind, named))).toEqual([
      'Sammanträdesarvode',
      'Rondersättning',
      'ToString',
    ])
  })
})
