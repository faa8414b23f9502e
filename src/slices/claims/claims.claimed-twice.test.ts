import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../../../tests/support/app.ts'
import { must } from '../../../tests/support/cast.ts'
import { execute } from '../../platform/command.ts'
import { aCostedClaim, asItIs, aTownWithCosts } from './a-costed-claim.ts'
import { approveClaims, checkClaims } from './claims-step.commands.ts'
import { chosenValue } from './claims.rules.ts'
import type { ClaimRow } from './claims.store.ts'

let town: TestApp
beforeAll(async () => {
  town = await aTownWithCosts()
})

type Fields = Readonly<Record<string, string>>

/** Sends a form of the claimant's about the claim as it is now. */
async function send(claim: ClaimRow, fields: Fields, file?: readonly [field: string, text: string]) {
  const form = new FormData()
  const version = String((await asItIs(town, claim)).version)
  for (const [name, value] of Object.entries({ version, ...fields })) form.set(name, value)
  if (file) form.set(file[0], new File([`%PDF-1.7\n${file[1]}\n%%EOF\n`], 'papper.pdf'))
  return town.post('anna', `/arvoden/${claim.id}/tillagg`, form)
}

const journey = { what: 'journey', kilometres: '24', distance: '12', startsFrom: 'home' }
const parking = { what: 'cost', costKind: 'parking', amount: '80' }
const lost = (hours: string) => ({
  ...{ what: 'loss', lostAs: 'employee', lostHours: hours, lostMinutes: '', perHour: '250' },
})
const added = async (claim: ClaimRow, fields: Fields, file?: readonly [string, string]) =>
  expect((await send(claim, fields, file)).status).toBe(303)

/** What the one who checks reads of the claim. */
const seen = async (claim: ClaimRow) =>
  (await (await town.get('secretary', `/arvoden/${claim.id}`)).text())
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')

/** Two claims of one day, an hour each, with `gap` minutes between. */
async function twoOf(day: string, gap = 60) {
  const first = await aCostedClaim(town, day, { start: 13 * 60, length: 60, reported: true })
  return [first, await aCostedClaim(town, day, { start: 14 * 60 + gap, length: 60, reported: true })] as const
}

test('the same journey at two visits of a day is pointed out on both, another journey on none', async () => {
  const [first, second] = await twoOf('2026-09-01')
  await added(first, journey)
  await added(second, { ...journey, kilometres: '26', distance: '13' })
  expect(await seen(first)).not.toContain('Samma resa')
  await added(second, journey)
  expect(await seen(first)).toContain('Samma resa är angiven för ett besök till samma dag: Solgården, 15.00–16.00.')
  expect(await seen(second)).toContain('Samma resa är angiven för ett besök till samma dag: Solgården, 13.00–14.00.')
})

test('earnings lost at two visits of a day are pointed out, and are never more than the day', async () => {
  const [first, second] = await twoOf('2026-09-02')
  await added(first, lost('20'), ['certificateFile', 'intyg'])
  expect(await seen(first)).not.toContain('Förlorad arbetsinkomst är begärd för ett besök till')
  await added(second, lost('4'), ['certificateFile', 'intyg'])
  expect(await seen(first)).toContain('Förlorad arbetsinkomst är begärd för ett besök till samma dag')
  const refused = await send(second, lost('1'), ['certificateFile', 'intyg'])
  expect([refused.status, (await refused.text()).includes('blir det mer än 24 timmar')]).toEqual([422, true])
})

test('the same receipt in two claims is pointed out, until one of them is refrained from', async () => {
  const [first] = await twoOf('2026-09-03')
  const [second] = await twoOf('2026-09-04')
  await added(first, parking, ['receipt', 'parkeringsbiljett'])
  await added(second, parking, ['receipt', 'en annan biljett'])
  expect(await seen(second)).not.toContain('Samma kvitto')
  await added(second, parking, ['receipt', 'parkeringsbiljett'])
  expect(await seen(second)).toContain('Samma kvitto finns på ett annat underlag: Solgården,')
  const version = String((await asItIs(town, first)).version)
  expect((await town.post('anna', `/arvoden/${first.id}/avstaende`, { version, reason: '' })).status).toBe(303)
  expect(await seen(second)).not.toContain('Samma kvitto')
})

test('a visit that goes on where another to the same unit ended is pointed out, one later that day is not', async () => {
  const [first, second] = await twoOf('2026-09-05', 0)
  const [, apart] = await twoOf('2026-09-06', 1)
  expect(await seen(second)).toContain('Besöket hänger ihop med ett annat besök på Solgården, 13.00–14.00 samma dag.')
  expect(await seen(first)).toContain('Besöket hänger ihop med ett annat besök på Solgården, 14.00–15.00 samma dag.')
  expect(await seen(apart)).not.toContain('hänger ihop')
})

/** The council's rates of the same day are put right: rules are never changed in place, so that the row is new. */
async function paidPerKilometre(was: number, is: number): Promise<void> {
  const [before, after] = [was, is].map((ore) => `perKilometre: ${ore}`)
  await town.database.transaction(town.cast, (tx) =>
    tx.execute(
      sql`update fee_rules_version set id = gen_random_uuid(), source = replace(source, ${before}, ${after}) where key = 'demo-costs'`,
    ),
  )
}

test('what fee rules of another amount have made of a claim since it was checked is not approved', async () => {
  const { cast, clock, database } = town
  const claim = await aCostedClaim(town, '2026-09-07', { reported: true })
  await added(claim, journey)
  const version = String((await asItIs(town, claim)).version)
  const filled = { 'field.times': '13–15', 'field.place': 'Solgården' }
  expect((await town.post('anna', `/arvoden/${claim.id}/bekraftelse`, { version, ...filled })).status).toBe(303)
  const chosen = async () => ({ claim: [chosenValue(await asItIs(town, claim))] })
  await must(execute({ database, clock }, cast.as('secretary'), checkClaims, await chosen()))
  await paidPerKilometre(250, 9900)
  const outcome = await execute({ database, clock }, cast.as('chair'), approveClaims, await chosen())
  expect(outcome).toMatchObject({ ok: false, code: 'claims.changed-since-check' })
  await paidPerKilometre(9900, 250)
  expect(await execute({ database, clock }, cast.as('chair'), approveClaims, await chosen())).toMatchObject({
    ok: true,
  })
})
