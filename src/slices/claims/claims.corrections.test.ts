import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { ore, sumOre } from '../../kernel/money.ts'
import type { MovableClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { listMailbox } from '../../platform/mail.ts'
import { must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { aPayrollTown, type PayrollTown } from '../../../tests/support/payroll-town.ts'
import { saveFeeRules } from '../guidelines/index.ts'
import { feeRulesVersion } from '../guidelines/guidelines.tables.ts'
import { person } from '../people/people.tables.ts'
import { report } from '../reports/reports.tables.ts'
import { protectIdentity } from '../people/index.ts'
import { execute } from '../../platform/command.ts'
import { decideDifference } from './claims.corrections.commands.ts'
import { listDifferences } from './claims.corrections.basis.ts'
import { seenAmounts } from './claims.corrections.rules.ts'
import { payrollProblems } from './claims.export.ts'
import { listDecisions } from './claims.store.ts'
import { claimCorrection, payrollRow } from './claims.tables.ts'
import { tellClaimant } from './claims.mail.commands.ts'
import { getBatch } from './payroll.store.ts'

let database: Database
let clock: MovableClock

beforeAll(async () => {
  database = await aDatabase()
  clock = testClock()
})

const differencesOf = async ({ cast }: PayrollTown) =>
  (await database.read(cast, (tx) => listDifferences(tx, cast.system()))).differing

/** Decides about the one difference there is, or the one of a visit, as the page would. */
async function decide(
  town: PayrollTown,
  outcome: 'correct' | 'let-stand',
  given: { reason?: string; visitId?: string } = {},
) {
  const { reason = outcome === 'correct' ? '' : 'Utbetalt i god tro.', visitId } = given
  const found = (await differencesOf(town)).find(({ claim }) => visitId === undefined || claim.visitId === visitId)
  if (found === undefined) throw new Error('there is no difference')
  const { id, version } = found.claim
  return town.run('chair', decideDifference, {
    id,
    version: String(version),
    seen: seenAmounts(found.difference),
    outcome,
    reason,
  })
}

const rowsOf = ({ cast }: PayrollTown) =>
  database.read(cast, (tx) => tx.select().from(payrollRow).where(eq(payrollRow.municipalityId, cast.municipalityId)))

const lastBatch = async (town: PayrollTown, id: string) =>
  (await database.read(town.cast, (tx) => getBatch(tx, town.cast.system(), id))).batch

async function exported(town: PayrollTown, day = '2026-05-04') {
  const visitId = await town.hold({ day })
  await town.approve(visitId)
  await must(town.exportAll())
  return visitId
}

describe('what has gone to payroll and is something else today', () => {
  test('nothing, as long as the facts are the same', async () => {
    const town = await aPayrollTown(database, clock)
    await exported(town)
    expect(await differencesOf(town)).toEqual([])
  })

  test('attendance that was shorter: the difference by line, and the counter-rows in the next batch', async () => {
    const town = await aPayrollTown(database, clock)
    const visitId = await exported(town)
    await town.attend(visitId, 'anna', 960)
    const [found] = await differencesOf(town)
    expect([found?.standing, found?.difference.from, found?.difference.to]).toEqual(['open', ore(60650), ore(34700)])
    expect(found?.difference.lines.map(({ feeKind, before, now }) => [feeKind, before, now])).toEqual([
      ['meeting', 60650, 34700],
    ])
    await must(decide(town, 'correct'))
    expect((await town.claimOf(visitId)).state).toBe('exported')
    expect(await differencesOf(town)).toEqual([])
    const { id } = await must(town.exportAll())
    const batch = await lastBatch(town, id)
    expect(payrollProblems(batch)).toEqual([])
    expect(batch.rows.map(({ rowId, payType, amount, counters }) => [rowId, payType, amount, counters])).toEqual([
      [3, '4105', -34700, 1],
      [4, '4105', -25950, 2],
      [5, '4105', 34700, undefined],
    ])
  })

  test('attendance that was removed: the whole amount, and the claim is reversed', async () => {
    const town = await aPayrollTown(database, clock)
    const visitId = await exported(town)
    await town.attend(visitId, 'anna', undefined)
    const [found] = await differencesOf(town)
    expect([found?.difference.from, found?.difference.to]).toEqual([ore(60650), ore(0)])
    await must(decide(town, 'correct'))
    expect((await town.claimOf(visitId)).state).toBe('reversed')
    const { id } = await must(town.exportAll())
    expect(sumOre((await lastBatch(town, id)).rows.map(({ amount }) => amount))).toBe(-60650)
    // And back again, when they were there after all.
    await town.attend(visitId, 'anna', 960)
    await must(decide(town, 'correct'))
    expect((await town.claimOf(visitId)).state).toBe('exported')
    const again = await lastBatch(town, (await must(town.exportAll())).id)
    expect(again.rows.map(({ amount }) => amount)).toEqual([34700])
  })

  test('rates adopted backwards in time change nothing silently: every claim they reach is listed', async () => {
    const town = await aPayrollTown(database, clock)
    const visitId = await exported(town)
    const source = readFileSync(new URL('../../../fee-rules/upplands-bro-2019.yaml', import.meta.url), 'utf8')
    // The old rules end where the new ones begin, half a year before they were decided.
    await database.transaction(town.cast, (tx) =>
      tx.delete(feeRulesVersion).where(eq(feeRulesVersion.municipalityId, town.cast.municipalityId)),
    )
    const changed = (...changes: readonly (readonly [string, string])[]) =>
      changes.reduce((text, [old, now]) => text.replace(old, now), source)
    const raised = changed(
      ['id: upplands-bro-2019', 'id: upplands-bro-2026'],
      ['from: 2019-01-01', 'from: 2026-01-01'],
      ['34700', '36000'],
      ['17300', '18000'],
    )
    const ended = changed(['from: 2019-01-01', 'from: 2019-01-01\n  until: 2026-01-01'])
    for (const [name, text] of [
      ['upplands-bro-2019', ended],
      ['upplands-bro-2026', raised],
    ])
      await must(execute({ database, clock }, town.cast.system(), saveFeeRules, { name, source: text }))
    const [found] = await differencesOf(town)
    expect([found?.difference.from, found?.difference.to]).toEqual([ore(60650), ore(63000)])
    const [claim] = await town.claims({ visitId })
    expect(claim?.state).toBe('exported')
    expect(sumOre((await rowsOf(town)).map(({ amount }) => amount))).toBe(60650)
    await must(decide(town, 'correct'))
    const { id } = await must(town.exportAll())
    expect((await lastBatch(town, id)).rows.map(({ amount }) => amount)).toEqual([-34700, -25950, 36000, 27000])
  })

  test('what is let stand stays away until the facts give something else', async () => {
    const town = await aPayrollTown(database, clock)
    const visitId = await exported(town)
    await town.attend(visitId, 'anna', 960)
    await must(decide(town, 'let-stand'))
    expect((await differencesOf(town)).map(({ standing }) => standing)).toEqual(['let-stand'])
    await town.attend(visitId, 'anna', 990)
    expect((await differencesOf(town)).map(({ standing }) => standing)).toEqual(['open'])
    await town.attend(visitId, 'anna', 960)
    expect((await differencesOf(town)).map(({ standing }) => standing)).toEqual(['let-stand'])
  })

  test('what waits for a report that was withdrawn is not taken back while it waits', async () => {
    const town = await aPayrollTown(database, clock)
    const visitId = await town.hold({ day: '2026-05-04', who: ['anna'] })
    await town.approve(visitId)
    await must(town.exportAll())
    await database.transaction(town.cast, (tx) =>
      tx
        .update(report)
        .set({ state: 'draft', finalAt: null, finalDay: null, finalBy: null })
        .where(eq(report.visitId, visitId)),
    )
    const [found] = await differencesOf(town)
    expect(found?.difference.open).toBe(true)
    expect(await decide(town, 'correct')).toMatchObject({ code: 'claims.correction-open' })
    await must(decide(town, 'let-stand'))
  })
})

describe('deciding about a difference', () => {
  test('needs one who may approve, never one’s own, with what was seen', async () => {
    const town = await aPayrollTown(database, clock)
    const visitId = await exported(town)
    await town.attend(visitId, 'anna', 960)
    const [found] = await differencesOf(town)
    const input = {
      id: found?.claim.id,
      version: String(found?.claim.version),
      seen: found && seenAmounts(found.difference),
      outcome: 'correct',
      reason: '',
    }
    await expect(town.run('feeOfficer', decideDifference, input)).rejects.toThrow('claims.decide-difference')
    await expect(town.run('anna', decideDifference, input)).rejects.toThrow('claims.decide-difference')
    expect(await town.run('chair', decideDifference, { ...input, seen: 'fee:meeting=1' })).toMatchObject({
      code: 'claims.changed',
    })
    expect(await town.run('chair', decideDifference, { ...input, outcome: 'let-stand' })).toMatchObject({
      issues: [{ field: 'reason', code: 'let-stand-reason-missing' }],
    })
  })

  test('is done once, also by two at the same time, and waits while its correction has not left', async () => {
    const town = await aPayrollTown(database, clock)
    const visitId = await exported(town)
    await town.attend(visitId, 'anna', 960)
    const both = await Promise.all([decide(town, 'correct'), decide(town, 'correct')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    await town.attend(visitId, 'anna', 990)
    expect((await differencesOf(town)).map(({ standing }) => standing)).toEqual(['pending'])
    expect(await decide(town, 'correct')).toMatchObject({ code: 'claims.correction-pending' })
    await must(town.exportAll())
    await must(decide(town, 'correct'))
    await must(town.exportAll())
    expect(sumOre((await rowsOf(town)).map(({ amount }) => amount))).toBe(43350)
  })

  test('tells the claimant by mail, with a link and never an amount', async () => {
    const town = await aPayrollTown(database, clock)
    const visitId = await exported(town)
    await town.attend(visitId, 'anna', 960)
    await must(decide(town, 'correct'))
    const { id } = await town.claimOf(visitId)
    const input = { claimId: id, tiding: 'corrected', link: 'https://kontakt.example/arvoden/1' }
    await must(execute({ database, clock }, town.cast.system(), tellClaimant, input))
    const [mail] = await database.read(town.cast, (tx) => listMailbox(tx))
    expect(mail?.subject).toBe('Ett arvode rättas')
    expect(mail?.text).toContain('https://kontakt.example/arvoden/1')
    expect(mail?.text).not.toMatch(/\d+,\d\d|kr/)
  })
})

describe('somebody who has left, died or is protected', () => {
  test('is taken back by the alias and the number alone, and the estate is named', async () => {
    const town = await aPayrollTown(database, clock)
    const visitId = await exported(town)
    await must(town.run('administrator', protectIdentity, { personId: town.cast.people.anna }))
    const [earlier] = await rowsOf(town)
    expect(JSON.stringify((await lastBatch(town, earlier?.batchId ?? '')).rows)).not.toContain('Anna')
    await database.transaction(town.cast, (tx) =>
      tx
        .update(person)
        .set({ diedOn: dayFromIso('2026-09-01') })
        .where(eq(person.id, town.cast.people.anna)),
    )
    await town.attend(visitId, 'anna', 960)
    await must(decide(town, 'correct'))
    const { rows } = await lastBatch(town, (await must(town.exportAll())).id)
    expect(new Set(rows.map(({ personName }) => personName))).toEqual(new Set(['Skyddad person A, dödsbo']))
    expect(new Set(rows.map(({ employmentNumber }) => employmentNumber))).toEqual(new Set(['90001']))
    expect(JSON.stringify(rows)).not.toContain('Anna')
  })
})

type Act =
  | { readonly what: 'attend'; readonly visit: number; readonly until: number | undefined }
  | { readonly what: 'decide'; readonly outcome: 'correct' | 'let-stand' }
  | { readonly what: 'export' }

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    what: fc.constant('attend' as const),
    visit: fc.nat(2),
    until: fc.constantFrom(undefined, 960, 990, 1040, 1080),
  }),
  fc.record({
    what: fc.constant('decide' as const),
    outcome: fc.constantFrom('correct' as const, 'let-stand' as const),
  }),
  fc.constant({ what: 'export' as const }),
)

describe('whatever is corrected and exported, in whatever order', () => {
  test('the rows of a claim add up to what its decisions say, and after all is decided to what the facts give', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 4, maxLength: 12 }), async (path) => {
        const town = await aPayrollTown(database, clock)
        // The third of the year gives no fee by the guideline, until one of the others falls away.
        const visits = [await town.hold({ day: '2026-04-07' }), await town.hold({ day: '2026-05-04' })]
        for (const visitId of visits) await town.approve(visitId)
        await must(town.exportAll())
        for (const act of path) await take(town, visits, act)
        await agreeWithDecisions(town)
        await town.exportAll()
        for (const visitId of visits) await settle(town, visitId)
        await town.exportAll()
        await agreeWithDecisions(town)
        const left = await differencesOf(town)
        expect(left.filter(({ standing }) => standing !== 'let-stand')).toEqual([])
      }),
      { numRuns: 8 },
    )
  }, 120_000)
})

async function take(town: PayrollTown, visits: readonly string[], act: Act): Promise<void> {
  if (act.what === 'export') await town.exportAll()
  else if (act.what === 'attend') await town.attend(visits[act.visit % visits.length] ?? '', 'anna', act.until)
  else if ((await differencesOf(town)).length > 0) await decide(town, act.outcome)
}

async function settle(town: PayrollTown, visitId: string): Promise<void> {
  const found = (await differencesOf(town)).find(({ claim }) => claim.visitId === visitId)
  if (found?.standing === 'open') await must(decide(town, 'correct', { visitId }))
}

async function agreeWithDecisions(town: PayrollTown): Promise<void> {
  const rows = await rowsOf(town)
  const corrections = await database.read(town.cast, (tx) =>
    tx.select().from(claimCorrection).where(eq(claimCorrection.municipalityId, town.cast.municipalityId)),
  )
  const left = new Set(rows.map(({ correctionId }) => correctionId))
  for (const claim of await town.claims({ states: ['exported', 'paid', 'reversed'] })) {
    const decisions = await database.read(town.cast, (tx) => listDecisions(tx, town.cast.system(), [claim.id]))
    const waiting = new Set(corrections.filter(({ id }) => !left.has(id)).map(({ decisionId }) => decisionId))
    const said = decisions.filter(
      ({ id, kind }) => (kind === 'exported' || kind === 'corrected' || kind === 'reversed') && !waiting.has(id),
    )
    const own = rows.filter(({ claimId }) => claimId === claim.id)
    expect(sumOre(own.map(({ amount }) => amount))).toBe(said.at(-1)?.amount)
    const inFiles = own.flatMap(({ frozen }) => frozen as readonly { readonly amount: number }[])
    expect(inFiles.reduce((sum, { amount }) => sum + amount, 0)).toBe(said.at(-1)?.amount)
  }
}
