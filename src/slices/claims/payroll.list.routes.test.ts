import { beforeAll, describe, expect, it } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { type CastName, must } from '../../../tests/support/cast.ts'
import { pdfFacts } from '../../../tests/support/pdf.ts'
import { ore } from '../../kernel/money.ts'
import { execute } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { aHeldVisit } from '../reports/a-held-visit.ts'
import { aCounterRow, aRow } from './a-payroll-batch.ts'
import { followVisit } from './claims.commands.ts'
import { listClaims } from './claims.store.ts'
import { claimCorrection, claimDecision, payrollBatch, payrollRow } from './claims.tables.ts'

let town: TestApp
let batches: readonly string[]
beforeAll(async () => {
  town = await anApp({ answers: { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' } })
  batches = await aBatchAndItsCorrection()
})

/** A claim that was checked and approved leaves in one batch, and what another decided about it in the next. */
async function aBatchAndItsCorrection(): Promise<readonly string[]> {
  const { database, clock, cast } = town
  const visit = { day: '2026-05-04', unitId: cast.units.solgarden, who: [cast.people.anna] }
  const visitId = await aHeldVisit(database, cast, visit)
  await must(execute({ database, clock }, cast.system(), followVisit, { visitId }))
  const [claim] = await database.read(cast, (tx) => listClaims(tx, cast.system(), {}))
  const claimId = claim?.id ?? ''
  const { municipalityId, committeeId, people } = cast
  const decision = (kind: 'checked' | 'approved' | 'corrected', who: CastName) => ({
    ...{ id: newId(), municipalityId, claimId, kind, at: clock.now(), day: clock.today() },
    ...{ personId: people[who], claimantId: people.anna, amount: aRow.amount, feeLine: {} },
    actingAs: kind === 'checked' ? null : 'chair',
  })
  const corrected = decision('corrected', 'viceChair')
  const correction = {
    ...{ id: newId(), municipalityId, committeeId, claimId, decisionId: corrected.id },
    ...{ fromAmount: aRow.amount, toAmount: ore(0), decidedAt: clock.now() },
  }
  const [first, second] = [newId(), newId()]
  const batch = (id: string, number: number) => ({
    ...{ id, municipalityId, committeeId, number, createdAt: clock.now(), createdBy: people.feeOfficer },
    ...{ firstRowId: 1000 + number, lastRowId: 1000 + number },
  })
  const row = { municipalityId, claimId, position: 0 }
  const countered = { ...aCounterRow, counters: 1001, feeKind: 'lost-earnings' }
  await database.transaction(cast.system(), async (tx) => {
    await tx.insert(claimDecision).values([decision('checked', 'secretary'), decision('approved', 'chair'), corrected])
    await tx.insert(claimCorrection).values(correction)
    await tx.insert(payrollBatch).values([batch(first, 1), batch(second, 2)])
    await tx.insert(payrollRow).values([
      { ...row, batchId: first, amount: aRow.amount, frozen: [aRow] },
      { ...row, batchId: second, amount: aCounterRow.amount, correctionId: correction.id, frozen: [countered] },
    ])
  })
  return [first, second]
}

const listOf = async (id: string | undefined) => {
  const answer = await town.get('feeOfficer', `/lon/${id}/lista.pdf`)
  expect(answer.status).toBe(200)
  return (await pdfFacts(new Uint8Array(await answer.arrayBuffer()))).text
}

describe('the list of a batch to type in by hand', () => {
  it('says who checked and who approved, in which role, and nobody who decided something later', async () => {
    const text = await listOf(batches[0])
    expect(text).toContain('KontrolleratavSecretaryExempel')
    expect(text).toMatch(/AttesteratavChairExempel,[^;]*ordförande/)
    expect(text).not.toContain('ViceChair')
  })

  it('says of a correction who decided it, what it takes back and of which kind', async () => {
    const text = await listOf(batches[1])
    expect(text).toMatch(/AttesteratavViceChairExempel,[^;]*ordförande/)
    expect(text).not.toContain(',ChairExempel')
    expect(text).toContain('Motradtillrad1001FörrättningsarvodeFörloradarbetsinkomst')
  })
})
