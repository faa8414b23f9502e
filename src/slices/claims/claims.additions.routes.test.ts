import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aPng } from '../../../tests/support/a-png.ts'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import type { CastName } from '../../../tests/support/cast.ts'
import { isFee } from '../../engine/finding.ts'
import { aCostedClaim, asItIs, aTownWithCosts } from './a-costed-claim.ts'
import { judgeClaims } from './claims.basis.ts'
import type { ClaimRow } from './claims.store.ts'

let town: TestApp
beforeAll(async () => {
  town = await aTownWithCosts()
})

const aPdf = (more = '') => new TextEncoder().encode(`%PDF-1.7\n1 0 obj\n<<>>\nendobj\n${more}\n%%EOF\n`)

type Fields = Readonly<Record<string, string>>
type Otherwise = {
  readonly as?: CastName
  readonly at?: '/at' | ''
  /** The field's name, the content and the file's own name. */
  readonly file?: readonly [field: string, bytes: Uint8Array, name?: string]
}

/** Sends a form about the claim as it is now. */
async function send(claim: Pick<ClaimRow, 'id'>, fields: Fields, { as = 'anna', at = '', file }: Otherwise = {}) {
  const form = new FormData()
  const version = String((await asItIs(town, claim)).version)
  for (const [name, value] of Object.entries({ version, ...fields })) form.set(name, value)
  if (file) form.set(file[0], new File([new Uint8Array(file[1])], file[2] ?? 'papper.pdf'))
  return town.post(as, `/arvoden/${claim.id}/tillagg${at}`, form)
}

/** What the claim gives beside the fee, once it is confirmed: kind, outcome and amount in öre. */
async function besides({ id, visitId }: ClaimRow) {
  const { cast, database } = town
  const trying = { confirming: id, fields: ['times', 'place'] }
  const { evaluation } = await database.read(cast, (tx) => judgeClaims(tx, cast.system(), trying))
  return evaluation.feeLines
    .filter((line) => line.visit === visitId && !isFee(line))
    .map(({ feeKind, outcome, amount }) => [feeKind, outcome, amount])
}

const textOf = async (response: Response | Promise<Response>) =>
  (await (await response).text()).replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0]+/g, ' ')
const claimPage = (of: ClaimRow, as: CastName = 'anna') => textOf(town.get(as, `/arvoden/${of.id}`))
const additionsPage = async (of: ClaimRow, as: CastName = 'anna') =>
  (await town.get(as, `/arvoden/${of.id}/tillagg`)).text()

async function confirm(of: ClaimRow): Promise<void> {
  const version = String((await asItIs(town, of)).version)
  const filled = { 'field.times': '13–15', 'field.place': 'Solgården' }
  const answer = await town.post('anna', `/arvoden/${of.id}/bekraftelse`, { version, ...filled })
  expect(answer.status).toBe(303)
}

const journey = { what: 'journey', kilometres: '24', distance: '12', startsFrom: 'home' }
const parking = { what: 'cost', costKind: 'parking', amount: '80' }
const loss = { what: 'loss', lostAs: 'employee', lostHours: '2', lostMinutes: '10', perHour: '250' }
const ownLoss = { what: 'loss', lostAs: 'self-employed', lostHours: '2' }

/** A claim of a day of its own: what is paid on a day has ceilings. */
let day = 0
let claim: ClaimRow
beforeEach(async () => {
  day += 1
  // When September is used up, its days get another visit at another time of day.
  const start = [13, 17, 8][Math.floor((day - 1) / 28)] ?? 13
  claim = await aCostedClaim(town, `2026-09-${String(((day - 1) % 28) + 1).padStart(2, '0')}`, { start: start * 60 })
})

describe('what is added gives what the fee rules say', () => {
  test.each<[string, Fields, Otherwise['file'], readonly unknown[]]>([
    ['parking with its receipt', parking, ['receipt', aPdf()], ['parking', 'payable', 8_000]],
    [
      'parking beyond the most for an occasion',
      { ...parking, amount: '1 200,50 kr' },
      ['receipt', aPdf()],
      ['parking', 'payable', 10_000],
    ],
    ['parking without receipt', parking, undefined, ['parking', 'waiting', 0]],
    [
      'child-minding, 120 kr for each of two hours',
      { ...parking, costKind: 'child-minding', amount: '500' },
      ['receipt', aPng(3, 3), 'kvitto.png'],
      ['child-minding', 'payable', 24_000],
    ],
    [
      'public transport, which needs no receipt',
      { ...parking, costKind: 'public-transport', amount: '39,50' },
      undefined,
      ['public-transport', 'payable', 3_950],
    ],
    ['24 kilometres at 2,50 kr, once the fee has its basis', journey, undefined, ['mileage', 'waiting', 0]],
    [
      'a journey under five kilometres',
      { ...journey, kilometres: '8', distance: '4' },
      undefined,
      ['mileage', 'not-payable', 0],
    ],
    [
      'a journey that would have been made anyway',
      { ...journey, madeAnyway: 'yes' },
      undefined,
      ['mileage', 'not-payable', 0],
    ],
    ['two and a half begun hours of pay', loss, ['certificateFile', aPdf()], ['lost-earnings', 'payable', 62_500]],
    [
      'pay beyond the most for an hour',
      { ...loss, perHour: '900' },
      ['certificateFile', aPdf()],
      ['lost-earnings', 'payable', 87_500],
    ],
    [
      'pay beyond the most for a day',
      { ...loss, lostHours: '8', perHour: '350' },
      ['certificateFile', aPdf()],
      ['lost-earnings', 'payable', 150_000],
    ],
    ['pay without certificate', loss, undefined, ['lost-earnings', 'waiting', 0]],
    ['own business, the flat rate', ownLoss, ['certificateFile', aPdf()], ['lost-earnings', 'payable', 30_000]],
    [
      'own business, by the surplus',
      { ...ownLoss, yearlyIncome: '416 000', basis: 'surplus' },
      ['certificateFile', aPdf()],
      ['lost-earnings', 'payable', 40_000],
    ],
  ])('%s', async (_what, fields, file, expected) => {
    expect((await send(claim, fields, file && { file })).status).toBe(303)
    expect(await besides(claim)).toEqual([expected])
  })

  test('24 kilometres at 2,50 kr when the report is there too', async () => {
    const reported = await aCostedClaim(town, '2026-10-01', { reported: true })
    await send(reported, journey)
    expect(await besides(reported)).toEqual([['mileage', 'payable', 6_000]])
  })

  test('what is lost on one day has one ceiling, used by the visit that began first, whichever was filled in first', async () => {
    const morning = await aCostedClaim(town, '2026-09-30', { start: 8 * 60 })
    const afternoon = await aCostedClaim(town, '2026-09-30', { start: 14 * 60 })
    const hours = (lostHours: string) => ({ ...loss, lostHours, lostMinutes: '', perHour: '350' })
    await send(afternoon, hours('3'), { file: ['certificateFile', aPdf()] })
    expect(await besides(afternoon)).toEqual([['lost-earnings', 'payable', 105_000]])
    await confirm(afternoon)
    await send(morning, hours('3'), { file: ['certificateFile', aPdf()] })
    await confirm(morning)
    expect(await besides(morning)).toEqual([['lost-earnings', 'payable', 105_000]])
    expect(await besides(afternoon)).toEqual([['lost-earnings', 'payable', 45_000]])
  })

  test('pension and holiday benefit follow the earnings', async () => {
    await send(claim, { ...loss, pension: 'yes', holiday: 'yes' }, { file: ['certificateFile', aPdf()] })
    expect(await besides(claim)).toEqual([
      ['lost-earnings', 'payable', 62_500],
      ['lost-pension', 'payable', 2_813],
      ['lost-holiday', 'payable', 7_500],
    ])
  })

  test('each line says its sum, where that stands and why something was cut, and what all of it gives', async () => {
    await send(claim, { ...parking, amount: '150' }, { file: ['receipt', aPdf()] })
    await confirm(claim)
    for (const as of ['anna', 'secretary'] as const) {
      const page = await claimPage(claim, as)
      expect(page).toContain('Parkering: högst 100 kr per tillfälle betalas; begärt är 150 kr.')
      expect(page).toContain('1 × 100 kr = 100 kr')
      expect(page).toContain('Strandbys arvodesregler (påhittade), Påhittad § 11')
      expect(page).toContain('Arvode och tillägg tillsammans:')
    }
  })

  test('what is missing is said with what to do, and is added afterwards', async () => {
    await send(claim, parking)
    const page = await additionsPage(claim)
    expect(page).toContain('Kvitto saknas. Lägg till det innan underlaget kan betalas.')
    const [, row = ''] = /name="file\.([0-9a-f-]{36})"/.exec(page) ?? []
    const answer = await send(
      claim,
      { what: 'paper', kind: 'cost', row },
      { file: [`file.${row}`, aPdf(), 'kvitto.pdf'] },
    )
    expect(answer.status).toBe(303)
    expect(await besides(claim)).toEqual([['parking', 'payable', 8_000]])
    expect(await claimPage(claim)).toContain('kvitto.pdf')
  })

  test('what is taken away gives nothing, and its receipt goes with it', async () => {
    await send(claim, parking, { file: ['receipt', aPdf('tas bort')] })
    const [, row = ''] = /name="row" value="([0-9a-f-]{36})"/.exec(await additionsPage(claim)) ?? []
    expect((await send(claim, { what: 'removal', kind: 'cost', row })).status).toBe(303)
    expect(await besides(claim)).toEqual([])
    const { rows } = await town.database.read(town.cast, (tx) =>
      tx.execute(sql`select 1 from claim_file where content = ${Buffer.from(aPdf('tas bort'))}`),
    )
    expect(rows).toEqual([])
  })
})

describe('fee rules that know of nothing beside the fee', () => {
  test('have no such section, link or page', async () => {
    const plain = await anApp({ answers: { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' } })
    const own = await aCostedClaim(plain, '2026-09-15')
    for (const path of ['/arvoden', `/arvoden/${own.id}`])
      expect(await (await plain.get('anna', path)).text()).not.toContain('tillagg')
    expect((await plain.get('anna', `/arvoden/${own.id}/tillagg`)).status).toBe(404)
    const sent = await plain.post('anna', `/arvoden/${own.id}/tillagg`, { ...journey, version: '1' })
    expect(sent.status).not.toBe(303)
  })
})

describe('fee rules that count travel by its distance and pay nothing by the kilometre', () => {
  test('ask for the time and the distance', async () => {
    const source = `format: namndkontakt/fee-rules@1
id: restid
title: Regler om restid (påhittade)
status: invented
source: { sv: Påhittat, en: Invented }
validity: { from: 2026-01-01 }
fees:
  - kind: meeting
    title: { sv: Sammanträde, en: Meeting }
    clause: Rest § 1
    rate: { form: flat, amount: 20000 }
    time: { counts: [meeting, travel], travel: inside-cap, travelFromKilometres: 10 }
`
    const far = await aTownWithCosts(source)
    const own = await aCostedClaim(far, '2026-09-15')
    const sendTo = async (fields: Fields) =>
      far.post('anna', `/arvoden/${own.id}/tillagg`, { version: String((await asItIs(far, own)).version), ...fields })
    expect((await sendTo({ what: 'times', travelHours: '', travelMinutes: '60' })).status).toBe(303)
    expect((await sendTo(journey)).status).toBe(303)
    const page = await textOf(far.get('anna', `/arvoden/${own.id}`))
    expect(page).toContain('24 km fram och tillbaka')
    expect(page).toContain('Restid')
    // A line for kilometres that no rule pays would keep the claim from being paid at all.
    const { evaluation } = await far.database.read(far.cast, (tx) => judgeClaims(tx, far.cast.system()))
    expect(evaluation.feeLines.filter((line) => line.visit === own.visitId && !isFee(line))).toEqual([])
  })
})

describe('what cannot be right is refused with a sentence, and nothing typed is lost', () => {
  test.each<[string, Fields, string]>([
    ['letters for an amount', { ...parking, amount: 'hundra' }, 'Skriv beloppet i kronor med siffror'],
    ['a negative amount', { ...parking, amount: '-80' }, 'Skriv beloppet i kronor med siffror'],
    ['an amount of nothing', { ...parking, amount: '0' }, 'Skriv beloppet i kronor med siffror'],
    ['three decimals', { ...parking, amount: '80,125' }, 'Skriv beloppet i kronor med siffror'],
    ['a hundred million', { ...parking, amount: '100 000 000' }, 'Skriv högst 100 000 kronor.'],
    ['no amount', { ...parking, amount: '' }, 'Skriv beloppet.'],
    ['a kind that the rules do not know', { ...parking, costKind: 'champagne' }, 'betalar inte det här'],
    ['no kind', { what: 'cost', amount: '80' }, 'Välj vad kostnaden gäller.'],
    ['5 000 kilometres', { ...journey, kilometres: '5 000' }, 'från 1 till 2 000'],
    ['half a kilometre', { ...journey, kilometres: '0,5' }, 'från 1 till 2 000'],
    ['letters for kilometres', { ...journey, kilometres: 'tolv' }, 'från 1 till 2 000'],
    ['negative kilometres', { ...journey, kilometres: '-24' }, 'från 1 till 2 000'],
    ['one way longer than all of it', { ...journey, distance: '25' }, 'Enkel väg är längre än hela resan.'],
    ['no start', { what: 'journey', kilometres: '24', distance: '12' }, 'Välj varifrån resan räknas.'],
    ['30 hours', { ...loss, lostHours: '30' }, 'högst 24 timmar'],
    ['negative hours', { ...loss, lostHours: '-2' }, 'högst 24 timmar'],
    ['no time', { ...loss, lostHours: '', lostMinutes: '0' }, 'Skriv hur lång tid det gäller.'],
    ['no pay', { ...loss, perHour: '' }, 'Skriv hur mycket du förlorade per timme.'],
    ['a million an hour', { ...loss, perHour: '1000000' }, 'Skriv högst 10 000 kronor.'],
    ['a yearly income of 100 million', { ...ownLoss, yearlyIncome: '100 000 000' }, 'Skriv högst 20 000 000 kronor.'],
    ['a yearly income without its kind', { ...ownLoss, yearlyIncome: '400 000' }, 'Välj vilken inkomst det är.'],
    ['a yearly income of an employee', { ...loss, yearlyIncome: '400 000' }, 'Årsinkomst gäller bara eget företag.'],
    ['time that the rules do not count', { what: 'times', travelHours: '1' }, 'betalar inte det här'],
  ])('%s', async (_what, fields, sentence) => {
    const answer = await send(claim, fields)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(sentence)
    const typed = Object.entries(fields).filter(([name]) =>
      ['amount', 'kilometres', 'lostHours', 'perHour', 'yearlyIncome'].includes(name),
    )
    for (const [name, value] of typed.filter(([, it]) => it !== ''))
      expect(page).toMatch(new RegExp(`name="${name}"[^>]*value="${value}"`))
    expect((await asItIs(town, claim)).version).toBe(claim.version)
  })

  test('a change of a page that was open too long is refused, and nothing is added twice', async () => {
    await send(claim, parking)
    const answer = await send(claim, { ...parking, version: String(claim.version) })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Underlaget har ändrats sedan du öppnade sidan.')
    expect(await besides(claim)).toEqual([['parking', 'waiting', 0]])
  })
})

describe('when something may be added', () => {
  /** As if the steps before it had been taken. */
  const putIn = (state: string) =>
    town.database.transaction(town.cast, (tx) =>
      tx.execute(sql`update claim set state = ${state} where id = ${claim.id}`),
    )

  test('a confirmed claim is confirmed once more, with the reason in its history', async () => {
    await confirm(claim)
    expect(await additionsPage(claim)).toContain('bekräftar du det en gång till efteråt')
    expect((await send(claim, parking, { file: ['receipt', aPdf()] })).status).toBe(303)
    expect((await asItIs(town, claim)).state).toBe('made')
    expect(await claimPage(claim)).toContain('Något lades till eller togs bort. Underlaget bekräftas en gång till.')
    await confirm(claim)
    expect((await asItIs(town, claim)).state).toBe('confirmed')
  })

  test.each<[string, string, string]>([
    ['checked', 'checked', 'Be nämndsekreteraren lämna tillbaka det'],
    ['approved', 'approved', 'Be nämndsekreteraren lämna tillbaka det'],
    ['exported', 'exported', 'Hör av dig till nämndsekreteraren'],
    ['waived', 'waived', 'Ångra det först'],
  ])('a claim that is %s says what to do instead', async (_state, state, sentence) => {
    await putIn(state)
    const answer = await send(claim, parking)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
    expect(await additionsPage(claim)).not.toContain('name="what"')
    await putIn('made')
  })

  test.each<[CastName, '/at' | '', number]>([
    ['bengt', '', 404],
    ['chair', '', 403],
    ['feeOfficer', '/at', 403],
    ['auditor', '/at', 403],
    ['anna', '/at', 403],
  ])('%s cannot at %s', async (as, at, status) => {
    expect((await send(claim, parking, { as, at })).status).toBe(status)
    expect(await besides(claim)).toEqual([])
  })

  test('the secretary adds for somebody who phones, who gets a letter, and the log says for whom', async () => {
    expect((await send(claim, parking, { as: 'secretary', at: '/at', file: ['receipt', aPdf()] })).status).toBe(303)
    expect(await besides(claim)).toEqual([['parking', 'payable', 8_000]])
    const { rows } = await town.database.read(town.cast, (tx) =>
      tx.execute(
        sql`select command, on_behalf_of_id as whom from audit_entry where subject_id = ${claim.id} and actor_id is not null`,
      ),
    )
    expect(rows).toEqual([{ command: 'claims.change-additions-for', whom: town.cast.people.anna }])
    await town.workOff()
    const mails = await town.database.read(town.cast, (tx) =>
      tx.execute(
        sql`select text from outgoing_mail where person_id = ${town.cast.people.anna} order by queued_at desc, id desc limit 1`,
      ),
    )
    expect(String(mails.rows[0]?.text)).toContain('Tillägg till ett arvode: Solgården')
  })
})
