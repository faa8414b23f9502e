import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { must } from '../../../tests/support/cast.ts'
import { adoptRules } from '../../../tests/support/guideline-of.ts'
import { nothingAdopted } from '../../../tests/support/unseen.ts'
import { execute } from '../../platform/command.ts'
import { saveFeeRules } from '../guidelines/index.ts'
import { aVisitWithClaims } from './a-visit-with-claims.ts'
import type { ClaimRow } from './claims.store.ts'

// The rules stand in their files alone; the amounts are worked out by hand from the Swedish text there.

const rulesIn = (name: string) =>
  readFileSync(new URL(`../../engine/testing/unseen-fees/${name}.fee-rules.yaml`, import.meta.url), 'utf8')

async function aTownBy(name: string): Promise<TestApp> {
  const town = await anApp({ slug: `osedd-${name}`, ...nothingAdopted })
  const { cast } = town
  await adoptRules(town, cast, [['fee.kind', 'fee: errand, forms: [visit]']])
  await must(execute(town, cast.system(), saveFeeRules, { name, source: rulesIn(name) }))
  return town
}

/** Has Anna make a visit, and returns her claim as it made itself. */
async function claimFor(town: TestApp, when: string): Promise<ClaimRow> {
  const { cast } = town
  const visit = { when, unitId: cast.units.solgarden, who: [cast.people.anna] }
  const { claims } = await aVisitWithClaims(town, cast.system(), visit)
  const [claim] = claims
  if (claim === undefined) throw new Error('no claim was made')
  return claim
}

/** What Anna reads on the page of a claim. */
async function pageOf(town: TestApp, { id }: Pick<ClaimRow, 'id'>): Promise<string> {
  const html = await (await town.get('anna', `/arvoden/${id}`)).text()
  return html
    .slice(html.indexOf('<main'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
}

async function add(town: TestApp, { id }: ClaimRow, version: number, fields: Readonly<Record<string, string>>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ version: String(version), ...fields })) form.set(name, value)
  return town.post('anna', `/arvoden/${id}/tillagg`, form)
}

test('Älvsunda: the occasions of a day are one, in whatever order they were put on record, up to the most for the day', async () => {
  const town = await aTownBy('alvsunda')
  const later = await claimFor(town, '2026-05-04 13:00–17:00')
  const earlier = await claimFor(town, '2026-05-04 08:00–12:00')
  const first = await pageOf(town, earlier)
  expect(first).toContain('911 kr')
  expect(first).toContain('Den första tiden')
  const second = await pageOf(town, later)
  // 8 hours: 615 + 6 × 148 = 1 503, less 911; of 1 500 there are 589 left.
  expect(second).toContain('589 kr')
  expect(second).toContain(
    'Dagens tillfällen räknas ihop till 8 timmar, som ger 1 503 kr; 911 kr av det är redan räknat.',
  )
  expect(second).toContain('Högst 1 500 kr betalas för en dag; av 592 kr återstår 589 kr.')
  for (const clause of ['§ 5', '§ 6']) expect(second).toContain(clause)
})

test('Norrhamn: two hours at least, and evenings and weekends by clauses of their own', async () => {
  const town = await aTownBy('norrhamn')
  const evening = await pageOf(town, await claimFor(town, '2026-05-05 16:30–19:10'))
  expect(evening).toContain('804 kr')
  expect(evening).toContain('Kvällstillägg: 180 kr för 1 timme och 10 minuter.')
  expect(evening).toContain('§ 4')
  const short = await pageOf(town, await claimFor(town, '2026-05-06 09:00–09:45'))
  expect(short).toContain('416 kr')
  expect(short).toContain('Minst 2 timmar betalas för varje tillfälle; tiden var 45 minuter.')
  // Ascension Day, a Thursday: 416 and half of it.
  const ascension = await pageOf(town, await claimFor(town, '2026-05-14 09:00–11:00'))
  expect(ascension).toContain('624 kr')
  expect(ascension).toContain('Helgtillägg: 208 kr för 2 timmar.')
})

test('Skogås: travel is asked for because it is paid beside the fee, and counts from its distance', async () => {
  const town = await aTownBy('skogas')
  const claim = await claimFor(town, '2026-05-05 09:00–11:00')
  const travel = { what: 'times', travelHours: '1', travelMinutes: '35' }
  expect((await add(town, claim, claim.version, travel)).status).toBe(303)
  expect(await pageOf(town, claim)).toContain('Restid räknas från 50 kilometer, och avståndet är inte angivet')
  const journey = { what: 'journey', kilometres: '120', distance: '60', startsFrom: 'home' }
  expect((await add(town, claim, claim.version + 1, journey)).status).toBe(303)
  const page = await pageOf(town, claim)
  // 700 for two hours, 2 × 120 for 1 h 35 min of travel; 120 km at 2.50.
  expect(page).toContain('940 kr')
  expect(page).toContain('Restidsersättning: 240 kr för 1 timme och 35 minuter.')
  expect(page).toContain('300 kr')
  for (const clause of ['§ 6', '§ 7']) expect(page).toContain(clause)
})

test('Vikbo: who cannot show how much was lost writes no amount, and gets the flat rate', async () => {
  const town = await aTownBy('vikbo')
  const claim = await claimFor(town, '2026-05-05 09:00–11:00')
  const form = await (await town.get('anna', `/arvoden/${claim.id}/tillagg`)).text()
  expect(form).toContain('betalas reglernas schablonbelopp')
  const loss = { what: 'loss', lostAs: 'employee', lostHours: '2', perHour: '' }
  expect((await add(town, claim, claim.version, loss)).status).toBe(303)
  const page = await pageOf(town, claim)
  expect(page).toContain('utan att det är visat hur mycket som gick förlorat: 148 kr per timme för 2 timmar')
  expect(page).toContain('Intyg om förlorad arbetsinkomst saknas')
})
