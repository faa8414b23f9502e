import type { MovableClock } from '../../src/platform/clock.ts'
import { listDifferences } from '../../src/slices/claims/claims.corrections.basis.ts'
import { decideDifference } from '../../src/slices/claims/claims.corrections.commands.ts'
import { seenAmounts } from '../../src/slices/claims/claims.corrections.rules.ts'
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
