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
    const kinds = payableKinds(rules, ['gammal', 'rond'])
    expect(kinds.map(({ kind, group }) => `${group}:${kind}`)).toEqual([
      ...['fee:meeting', 'fee:errand', 'fee:rond', 'other:gammal'],
    ])
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

  it('has each kind of lost earnings and cost that the fee rules pay', () => {
    const limits = { clause: '§ 5', percent: 5 }
    const paying = rules.map((it) => ({
      ...it,
      lostEarnings: { clause: '§ 5', pension: limits },
      mileage: { clause: '§ 6' },
      costs: [{ kind: 'child-minding' }, { kind: 'hotell' }],
    }))
    const kinds = payableKinds(paying as never, [])
    expect(kinds.slice(3).map(({ kind, group }) => `${group}:${kind}`)).toEqual([
      ...['lost-earnings:lost-earnings', 'lost-earnings:lost-pension'],
      ...['costs:mileage', 'costs:child-minding', 'costs:hotell'],
    ])
  })
})
