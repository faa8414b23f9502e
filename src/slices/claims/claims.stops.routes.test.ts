import { beforeAll, describe, expect, test } from 'vitest'
import { minutes } from '../../kernel/clock-time.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { ore } from '../../kernel/money.ts'
import { type Command, execute } from '../../platform/command.ts'
import { anApp, appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, type Cast, type CastName, must } from '../../../tests/support/cast.ts'
import { aVisitWithClaims, type VisitWithClaims } from './a-visit-with-claims.ts'
import { approveClaims, checkClaim, confirmClaim, waiveClaim } from './claims-step.commands.ts'
import { paidTime } from './claims.paid-time.tables.ts'
import { chosenValue } from './claims.rules.ts'
import { type ClaimRow, getClaim } from './claims.store.ts'
import { makeBatch, savePayType } from './payroll.commands.ts'

const answers = { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' }
let town: TestApp

beforeAll(async () => {
  town = await anApp({ answers })
})

let count = 0
/** A committee of its own for each test, in the same database. */
async function aTown(): Promise<Cast> {
  count += 1
  return aCast(town.database, town.clock, { slug: `krock-${count}`, answers })
}

const run = <I, O>(cast: Cast, name: CastName, definition: Command<I, O>, input: unknown) =>
  execute(town, cast.as(name), definition, input)
const now = (cast: Cast, { id }: ClaimRow) => town.database.read(cast, (tx) => getClaim(tx, cast.system(), id))
const asked = ({ id, version }: ClaimRow) => ({ id, version: String(version) })

type Visit = Partial<VisitWithClaims> & Pick<VisitWithClaims, 'when'>

async function aClaim(cast: Cast, given: Visit): Promise<ClaimRow> {
  const { claims } = await aVisitWithClaims(town, cast.system(), {
    unitId: cast.units.solgarden,
    who: [cast.people.anna],
    reported: 'same',
    ...given,
  })
  const [claim] = claims
  if (claim === undefined) throw new Error('there is no claim')
  return claim
}

async function confirmed(cast: Cast, given: Visit): Promise<ClaimRow> {
  const claim = await aClaim(cast, given)
  await must(run(cast, 'anna', confirmClaim, asked(claim)))
  return now(cast, claim)
}

const check = async (cast: Cast, claim: ClaimRow) =>
  run(cast, 'secretary', checkClaim, { ...asked(await now(cast, claim)), outcome: 'checked', reason: '' })
const approve = async (cast: Cast, claim: ClaimRow) =>
  run(cast, 'chair', approveClaims, { claim: chosenValue(await now(cast, claim)) })

const aMeeting = (cast: Cast, [start, end]: readonly [number, number], body = 'Kommunfullmäktige') =>
  town.database.transaction(cast, (tx) =>
    tx.insert(paidTime).values({
      municipalityId: cast.municipalityId,
      personId: cast.people.anna,
      day: dayFromIso('2026-05-04'),
      startTime: minutes(start * 60),
      endTime: minutes(end * 60),
      kind: 'meeting',
      beganAt: minutes(start * 60),
      amount: ore(34700),
      byItself: ore(34700),
      paidMinutes: minutes((end - start) * 60),
      standing: true,
      body,
      minutesOf: `${body} § 4`,
      enteredById: cast.people.feeOfficer,
      enteredAt: town.clock.now(),
    }),
  )

describe('what is paid once', () => {
  test('a second visit to the same unit and time is neither checked nor approved, and the first is', async () => {
    const cast = await aTown()
    const first = await confirmed(cast, { when: '2026-05-04 13:00–15:00' })
    const second = await confirmed(cast, { when: '2026-05-04 13:00–15:00' })
    expect(await check(cast, second)).toMatchObject({ ok: false, code: 'claims.paid-twice' })
    expect(await check(cast, first)).toMatchObject({ ok: true })
  })

  test('an overlap stops the later one until the claimant has refrained from the earlier', async () => {
    const cast = await aTown()
    const early = await confirmed(cast, { when: '2026-05-04 13:00–15:00' })
    const late = await confirmed(cast, { when: '2026-05-04 14:30–16:00', unitId: cast.units.bjorken })
    expect(await check(cast, late)).toMatchObject({ ok: false, code: 'claims.paid-twice' })
    await must(run(cast, 'anna', waiveClaim, { ...asked(await now(cast, early)), reason: '' }))
    expect(await check(cast, late)).toMatchObject({ ok: true })
  })

  test('what was checked before the other visit was known is not approved', async () => {
    const cast = await aTown()
    const late = await confirmed(cast, { when: '2026-05-04 14:00–16:00' })
    await must(check(cast, late))
    await confirmed(cast, { when: '2026-05-04 13:00–15:00', unitId: cast.units.bjorken })
    expect(await approve(cast, late)).toMatchObject({ ok: false, code: 'claims.paid-twice' })
  })

  test('what was approved before a meeting was entered from its minutes does not leave for payroll', async () => {
    const cast = await aTown()
    const claim = await confirmed(cast, { when: '2026-05-04 13:00–15:00' })
    await must(check(cast, claim))
    await must(approve(cast, claim))
    await must(
      run(cast, 'feeOfficer', savePayType, { feeKind: 'meeting', payType: '4105', label: 'Arvode', costCentre: '' }),
    )
    await aMeeting(cast, [14, 17])
    expect(await run(cast, 'feeOfficer', makeBatch, { claim: claim.id, person: cast.people.anna })).toMatchObject({
      ok: false,
      code: 'claims.stopped',
      facts: { names: ['Anna Exempel'] },
    })
    expect((await now(cast, claim)).state).toBe('approved')
  })

  test('the secretary reads in which body the other time was', async () => {
    const cast = await aTown()
    const claim = await confirmed(cast, { when: '2026-05-04 13:00–15:00' })
    await aMeeting(cast, [14, 17])
    const page = await (await appWith(town.database, town.clock, cast).get('secretary', `/arvoden/${claim.id}`)).text()
    const sentence = 'Tiden 13.00–15.00 går in i annan tid med arvode samma dag: Kommunfullmäktige, 14.00–17.00.'
    expect(text(page)).toContain(sentence)
  })

  test('a meeting that ends when the visit begins is in nobody’s way', async () => {
    const cast = await aTown()
    const claim = await confirmed(cast, { when: '2026-05-04 13:00–15:00' })
    await aMeeting(cast, [9, 13])
    expect(await check(cast, claim)).toMatchObject({ ok: true })
  })
})

describe('the times of the report', () => {
  test('that differ stop where the report is a condition for payment (HED-16)', async () => {
    const cast = await aTown()
    const claim = await confirmed(cast, { when: '2026-05-04 13:00–15:00', reported: '13:00–14:30' })
    expect(await check(cast, claim)).toMatchObject({ ok: false, code: 'claims.report-times' })
  })

  test('that are the same do not', async () => {
    const cast = await aTown()
    expect(await check(cast, await confirmed(cast, { when: '2026-05-04 13:00–15:00' }))).toMatchObject({ ok: true })
  })

  test('that differ are a finding beside where the guideline sets no such condition', async () => {
    count += 1
    const guideline = 'socialnamnden-kontaktpolitiker-soc'
    const cast = await aCast(town.database, town.clock, { slug: `krock-${count}`, guideline })
    const claim = await confirmed(cast, { when: '2026-05-04 13:00–15:00', reported: '13:00–14:30' })
    expect(await check(cast, claim)).toMatchObject({ ok: true })
  })
})

describe('on the pages', () => {
  const pageOf = async (name: CastName, path: string) => text(await (await town.get(name, path)).text())

  test('the claim, the own year and the list to check say what stands in the way, by which clause, and what to do', async () => {
    const { cast } = town
    await confirmed(cast, { when: '2026-05-04 13:00–15:00' })
    const late = await confirmed(cast, { when: '2026-05-04 14:00–16:00', unitId: cast.units.bjorken })
    const sentence =
      'Tiden 14.00–16.00 går in i besöket på Solgården, som var 13.00–15.00 samma dag. En tid betalas en gång.'
    const clause = '(Upplands-Bro 2019 (exempel), Arvoden 2019, sammanträdesarvode)'
    const toDo = 'Att göra: Är en tid fel rättas närvaron. Stämmer båda avstår personen från det ena arvodet'
    for (const [name, path] of [
      ['anna', `/arvoden/${late.id}`],
      ['anna', '/arvoden?ar=2026'],
      ['secretary', '/arvoden/kontroll'],
    ] as const) {
      const page = await pageOf(name, path)
      expect(page).toContain(sentence)
      expect(page).toContain(clause)
      expect(page).toContain(toDo)
    }
  })

  test('a claim that only waits for its claimant is told what is left to do, and raises no alarm', async () => {
    const { cast } = town
    const claim = await aClaim(cast, { when: '2026-07-06 13:00–15:00' })
    const own = await pageOf('anna', `/arvoden/${claim.id}`)
    expect(own).toContain('Kvar att göra före utbetalningen')
    expect(own).toContain('Att göra: Bekräfta tid och närvaro här på underlaget.')
    const others = await pageOf('secretary', `/arvoden/${claim.id}`)
    expect(others).toContain('Att göra: Den som gjorde besöket bekräftar tid och närvaro')
    for (const page of [own, others]) expect(page).not.toContain('står i vägen')
  })

  test('what is stopped has no box to tick in the list, and no way to be checked on its page', async () => {
    const { cast } = town
    const late = await confirmed(cast, { when: '2026-06-08 14:00–16:00', unitId: cast.units.bjorken })
    const boxes = async () => {
      const page = await (await town.get('secretary', '/arvoden/kontroll')).text()
      return [...page.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].map(([box]) => box).join(' ')
    }
    expect(await boxes()).toContain(chosenValue(late))
    await confirmed(cast, { when: '2026-06-08 13:00–15:00' })
    expect(await boxes()).not.toContain(chosenValue(late))
    const page = await (await town.get('secretary', `/arvoden/${late.id}`)).text()
    expect(page).not.toContain('value="checked"')
    expect(page).toContain('value="returned"')
  })

  test('a question that the guideline leaves open leads the secretary to its answer', async () => {
    const open = await anApp()
    const { claims } = await aVisitWithClaims(open, open.cast.system(), {
      when: '2026-05-04 13:00–15:00',
      unitId: open.cast.units.solgarden,
      who: [open.cast.people.anna],
    })
    const path = `/arvoden/${claims[0]?.id}`
    const page = await (await open.get('secretary', path)).text()
    expect(page).toMatch(/href="[^"]*\/tolkningar\/HED-Q1"/)
    expect(text(await (await open.get('anna', path)).text())).toContain('Nämndsekreteraren tar frågan till nämnden.')
  })
})

function text(page: string): string {
  return page.replace(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
}
