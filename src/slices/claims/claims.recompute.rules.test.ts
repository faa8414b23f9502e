import { describe, expect, it } from 'vitest'
import type { FeeLine, Finding } from '../../engine/finding.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { ore } from '../../kernel/money.ts'
import { differencesOf } from './claims.recompute.rules.ts'

const day = dayFromIso('2026-05-04')
const claim = { id: 'c', visit: 'v', person: 'p', exported: { on: day, amount: ore(60650) }, exportedLines: [] }
const parking = { kind: 'parking', on: day, amount: ore(4500) }

function aLine(amount: number, more: Partial<FeeLine> = {}): FeeLine {
  const times = { attended: minutes(140), paid: minutes(140), parts: [] }
  const about = { visit: 'v', person: 'p', day, outcome: 'payable', feeKind: 'meeting' } as const
  return { ...about, ...times, amount: ore(amount), reasons: [], ...more }
}

function differing(computedOre: number): Partial<FeeLine> {
  const reason = { code: 'exported-differs', values: { exportedOre: 60650, computedOre } } as unknown as Finding
  return { outcome: 'needs-decision', reasons: [reason] }
}

describe('what has gone to payroll against what is computed', () => {
  it('does not differ where the amounts are the same, or nothing has gone out', () => {
    expect(differencesOf([claim], [aLine(60650)])).toEqual([])
    expect(differencesOf([{ ...claim, exported: undefined }], [aLine(34700)])).toEqual([])
  })

  it('differs by what the engine counted instead, which its line keeps beside what stands', () => {
    const [found] = differencesOf([claim], [aLine(0, differing(34700))])
    expect(found).toMatchObject({ claimId: 'c', exported: 60650, computed: 34700 })
    expect(found?.lines).toEqual([{ component: 'fee', feeKind: 'meeting', exported: 60650, computed: 34700 }])
  })

  it('differs by all of it where the person by now did not attend', () => {
    const [found] = differencesOf([{ ...claim, exportedLines: [parking] }], [])
    expect(found).toMatchObject({ exported: 65150, computed: 0 })
    expect(found?.lines.map(({ component, exported }) => [component, exported])).toEqual([
      ['fee', 60650],
      ['costs', 4500],
    ])
  })

  it('tells a cost that has come since, and leaves the fee that is the same out of the lines', () => {
    const cost = aLine(4500, { component: 'costs', feeKind: 'parking' })
    const [found] = differencesOf([claim], [aLine(60650), cost])
    expect(found).toMatchObject({ exported: 60650, computed: 65150 })
    expect(found?.lines).toEqual([{ component: 'costs', feeKind: 'parking', exported: 0, computed: 4500 }])
  })

  it('differs where the fee is of another kind today, though the amount is the same', () => {
    const [found, ...others] = differencesOf(
      [claim],
      [aLine(60650, { feeKind: 'errand' })],
      new Map([['c', 'meeting']]),
    )
    expect([found?.exported, found?.computed, others]).toEqual([60650, 60650, []])
    expect(found?.lines).toEqual([
      { component: 'fee', feeKind: 'meeting', exported: 60650, computed: 0 },
      { component: 'fee', feeKind: 'errand', exported: 0, computed: 60650 },
    ])
  })

  it('does not differ where the kind is the same, or gave nothing', () => {
    expect(differencesOf([claim], [aLine(60650)], new Map([['c', 'meeting']]))).toEqual([])
    const nothing = { ...claim, exported: { on: day, amount: ore(0) } }
    expect(differencesOf([nothing], [aLine(0, { feeKind: 'errand' })], new Map([['c', 'meeting']]))).toEqual([])
  })

  it('never mixes one person’s lines with another’s of the same visit', () => {
    expect(differencesOf([claim], [aLine(60650), aLine(0, { ...differing(0), person: 'q' })])).toEqual([])
  })
})
