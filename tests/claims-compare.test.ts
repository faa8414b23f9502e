import { tmpdir } from 'node:os'
import { beforeAll, describe, expect, it } from 'vitest'
import { ore } from '../src/kernel/money.ts'
import { compareEverywhere } from '../src/slices/claims/index.ts'
import { testClock, testDay } from './support/cast.ts'
import { runHere } from './support/command-line.ts'
import { aClaimOfAnotherKind, aClaimThatDiffers } from './support/differing-claim.ts'

let differing: Awaited<ReturnType<typeof aClaimThatDiffers>>

beforeAll(async () => {
  differing = await aClaimThatDiffers(testClock())
})

const compare = (...words: readonly string[]) =>
  runHere(tmpdir(), ['claims', 'compare', '--today', '2026-10-06', ...words], differing.settings)

describe('comparing claims with what went to payroll', () => {
  it('finds the one that would be another amount today, and none of the others', async () => {
    const [committee] = await compareEverywhere(differing.database, { today: testDay })
    expect(committee?.compared).toBe(4)
    expect(committee?.differences.map(({ exported, computed, standing }) => [exported, computed, standing])).toEqual([
      [ore(60650), ore(34700), 'open'],
    ])
    expect(committee?.differences.flatMap(({ lines }) => lines)).toEqual([
      { component: 'fee', feeKind: 'meeting', exported: ore(60650), computed: ore(34700) },
    ])
  })

  it('says it in words and ends with 1 while it waits for a decision', async () => {
    const { status, stdout, stderr } = await compare()
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout.replaceAll('\u00a0', ' ')).toContain('4 underlag har gått till lön, 1 skillnad att besluta om.')
    expect(stdout.replaceAll('\u00a0', ' ')).toContain('2026-05-04: 606,50 kr har gått till lön, underlaget ger 347 kr')
  })

  it('ends with 0 for a year without differences, and for one municipality that has none', async () => {
    expect((await compare('--year', '2025', '--language', 'en')).status).toBe(0)
    const { status, stdout } = await compare('--municipality', differing.otherSlug, '--format', 'json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ format: 'namndkontakt/claims-compared@1', compared: 0, open: 0 })
  })

  it('ends with 2 when it is asked wrongly', async () => {
    expect((await compare('--year', 'i fjol')).status).toBe(2)
    expect((await compare('--municipality', 'ingenstans')).status).toBe(2)
  })

  it('changes nothing, and counts no difference that somebody has let stand', async () => {
    await differing.letStand()
    const { status, stdout } = await compare('--format', 'json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout).committees[0].differences).toEqual([
      expect.objectContaining({ exported: 60650, computed: 34700, standing: 'let-stand' }),
    ])
  })
})

describe('a fee that is of another kind today and as much', () => {
  it('differs, since its pay type is another, until it has been corrected', async () => {
    const { database, settings, correct } = await aClaimOfAnotherKind(testClock())
    const compareIt = () => runHere(tmpdir(), ['claims', 'compare', '--today', '2026-10-06'], settings)
    const { status, stdout } = await compareIt()
    expect(status).toBe(1)
    expect(stdout.replaceAll('\u00a0', ' ')).toContain(
      '2026-05-04: 606,50 kr har gått till lön som meeting, underlaget ger lika mycket som errand',
    )
    const [committee] = await compareEverywhere(database, { today: testDay })
    expect(committee?.differences.flatMap(({ lines }) => lines)).toEqual([
      { component: 'fee', feeKind: 'meeting', exported: ore(60650), computed: ore(0) },
      { component: 'fee', feeKind: 'errand', exported: ore(0), computed: ore(60650) },
    ])
    const rows = await correct()
    expect(rows.map(({ payType, amount }) => [payType, amount])).toEqual([
      ['4105', -34700],
      ['4105', -25950],
      ['4110', 34700],
      ['4110', 25950],
    ])
    expect((await compareIt()).status).toBe(0)
  })
})
