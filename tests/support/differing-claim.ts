import { sql } from 'drizzle-orm'
import type { MovableClock } from '../../src/platform/clock.ts'
import { listDifferences } from '../../src/slices/claims/claims.corrections.basis.ts'
import { decideDifference } from '../../src/slices/claims/claims.corrections.commands.ts'
import { seenAmounts } from '../../src/slices/claims/claims.corrections.rules.ts'
import { dayFromIso } from '../../src/kernel/date.ts'
import { execute } from '../../src/platform/command.ts'
import { getBatch, savePayType } from '../../src/slices/claims/index.ts'
import { inventAnswers } from '../../src/slices/guidelines/index.ts'
import { aCast, must } from './cast.ts'
import { aTestDatabase } from './database.ts'
import { addressOf, logSecret } from './log.ts'
import { aPayrollTown } from './payroll-town.ts'

/**
 * Returns a database with two municipalities. In one four claims have gone to payroll, of which one is another amount today: the
 * person had left after an hour. In the other there are none. `settings` lead the program to it.
 */
export async function aClaimThatDiffers(clock: MovableClock) {
  const { database, connections } = await aTestDatabase()
  const town = await aPayrollTown(database, clock)
  const other = await aCast(database, clock, { slug: 'zettestad' })
  const visits = [await town.hold({ day: '2026-05-04', who: ['anna', 'bengt'] })]
  visits.push(await town.hold({ day: '2026-06-10', who: ['anna', 'bengt'] }))
  for (const visitId of visits) await town.approve(visitId, ['anna', 'bengt'])
  await must(town.exportAll())
  await town.attend(visits[0] ?? '', 'anna', 16 * 60)

  /** The chair decides that what was paid stands. */
  async function letStand(): Promise<void> {
    const { cast } = town
    const { differing } = await database.read(cast, (tx) => listDifferences(tx, cast.system()))
    for (const { claim, difference } of differing) {
      const about = { id: claim.id, version: String(claim.version), seen: seenAmounts(difference) }
      const reason = 'Utbetalt i god tro.'
      await must(town.run('chair', decideDifference, { ...about, outcome: 'let-stand', reason }))
    }
  }

  const settings = { DATABASE_URL: addressOf(connections.owner), SECRET_KEY: logSecret }
  return { database, settings, letStand, otherSlug: other.place.municipality }
}

/**
 * Returns a committee where a visit was paid as a meeting, before the committee answered that visits are errands, which the fee
 * rules pay as much. `correct` has the chair decide about it, and its rows leave.
 */
export async function aClaimOfAnotherKind(clock: MovableClock) {
  const { database, connections } = await aTestDatabase()
  const town = await aPayrollTown(database, clock)
  const { cast } = town
  const errand =
    '  - kind: errand\n    title: { sv: Förrättningsarvode, en: Errand fee }\n    clause: Arvoden 2019, förrättning\n' +
    '    rate: { form: first-hour-then-half-hours, firstHour: 34700, perHour: 17300 }\n'
  await database.transaction(cast, (tx) =>
    tx.execute(sql`update fee_rules_version set id = gen_random_uuid(), source = source || ${errand}`),
  )
  const visitId = await town.hold({ day: '2026-05-04' })
  await town.approve(visitId)
  await must(town.exportAll())
  const from = dayFromIso('2026-05-01')
  const answer = { silence: 'HED-Q1', answer: 'errand', decidedBy: 'Nämnden', on: from, from }
  const input = { versionId: cast.guidelineVersionId, answers: [answer] }
  await must(execute({ database, clock }, cast.system(), inventAnswers, input))

  async function correct() {
    const payType = { feeKind: 'errand', payType: '4110', label: 'Förrättningsarvode kontaktpolitiker' }
    await must(town.run('secretary', savePayType, payType))
    const { differing } = await database.read(cast, (tx) => listDifferences(tx, cast.system()))
    for (const { claim, difference } of differing) {
      const about = { id: claim.id, version: String(claim.version), seen: seenAmounts(difference) }
      await must(town.run('chair', decideDifference, { ...about, outcome: 'correct', reason: '' }))
    }
    const { id } = await must(town.exportAll())
    const { batch } = await database.read(cast, (tx) => getBatch(tx, cast.system(), id))
    return batch.rows
  }

  const settings = { DATABASE_URL: addressOf(connections.owner), SECRET_KEY: logSecret }
  return { database, settings, correct }
}
