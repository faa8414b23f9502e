import { beforeAll, describe, expect, test } from 'vitest'
import { minutes } from '../../kernel/clock-time.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { ore } from '../../kernel/money.ts'
import { execute } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { pdfFacts } from '../../../tests/support/pdf.ts'
import { type CastName, must } from '../../../tests/support/cast.ts'
import { aHeldVisit } from '../reports/a-held-visit.ts'
import { report, reportAuthor } from '../reports/reports.tables.ts'
import { followVisit } from './claims.commands.ts'
import { paidTime } from './claims.paid-time.tables.ts'
import { type ClaimRow, listClaims } from './claims.store.ts'

const answers = { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' }

const textOf = async (response: Response) =>
  (await response.text()).replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0]+/g, ' ')

/** Anna's visit to Solgården 15.00–17.20, reported under a number. Returns her claim. */
async function aClaim({ database, clock, cast }: TestApp, day: string, number: string): Promise<ClaimRow> {
  const { anna } = cast.people
  const times = { startTime: minutes(900), endTime: minutes(1040) }
  const visitId = await aHeldVisit(database, cast, { day, unitId: cast.units.solgarden, who: [anna], ...times })
  const [owner, reportId] = [{ municipalityId: cast.municipalityId }, newId()]
  await database.transaction(cast, async (tx) => {
    const final = { finalAt: clock.now(), finalDay: dayFromIso(day), finalBy: anna, startedAt: clock.now() }
    const row = { ...owner, ...final, id: reportId, committeeId: cast.committeeId, visitId, registrationNumber: number }
    await tx.insert(report).values({ ...row, state: 'final', form: 'written' })
    await tx.insert(reportAuthor).values({ ...owner, reportId, personId: anna })
  })
  await must(execute({ database, clock }, cast.system(), followVisit, { visitId }))
  return now({ database, cast }, visitId)
}

async function now({ database, cast }: Pick<TestApp, 'database' | 'cast'>, visitId: string): Promise<ClaimRow> {
  const [row] = await database.read(cast, (tx) => listClaims(tx, cast.system(), { visitId }))
  if (row === undefined) throw new Error('there is no claim')
  return row
}

/** The claim taken all the way to a payroll batch. */
async function exported(app: TestApp, claim: ClaimRow): Promise<void> {
  const version = async () => ({ version: String((await now(app, claim.visitId)).version) })
  await app.post('anna', `/arvoden/${claim.id}/bekraftelse`, await version())
  await app.post('secretary', `/arvoden/${claim.id}/kontroll`, { ...(await version()), outcome: 'checked' })
  await app.post('chair', `/arvoden/${claim.id}/attest`, { ...(await version()), outcome: 'approved' })
  for (const feeKind of ['meeting', 'errand'])
    await app.post('feeOfficer', '/lon/lonearter', {
      feeKind,
      [`${feeKind}.feeKind`]: feeKind,
      [`${feeKind}.payType`]: '3010',
      [`${feeKind}.label`]: 'Arvode',
      [`${feeKind}.costCentre`]: '',
      [`${feeKind}.project`]: '',
    })
  await app.post('feeOfficer', '/lon', { claim: [claim.id], person: [claim.personId] })
}

let town: TestApp
let paidClaim: ClaimRow
let openClaim: ClaimRow
beforeAll(async () => {
  town = await anApp({ answers })
  paidClaim = await aClaim(town, '2026-04-01', 'ON 2026/17')
  await exported(town, paidClaim)
  openClaim = await aClaim(town, '2026-05-04', 'ON 2026/18')
  const { anna } = town.cast.people
  await town.database.transaction(town.cast, async (tx) => {
    await tx.insert(paidTime).values({
      municipalityId: town.cast.municipalityId,
      personId: anna,
      day: dayFromIso('2026-03-02'),
      startTime: minutes(540),
      beganAt: minutes(540),
      endTime: minutes(720),
      kind: 'meeting',
      amount: ore(65_000),
      byItself: ore(65_000),
      paidMinutes: minutes(180),
      standing: true,
      body: 'Kommunfullmäktige',
      minutesOf: 'protokoll 2026-03-02 § 12',
      enteredById: town.cast.people.secretary,
      enteredAt: town.clock.now(),
    })
  })
})

describe('the own year', () => {
  test('tells what went to payroll, in which batch, and what still waits', async () => {
    expect((await now(town, paidClaim.visitId)).state).toBe('exported')
    const text = await textOf(await town.get('anna', '/arvoden?ar=2026'))
    expect(text).toContain('Lämnat till lön 6 oktober 2026 i lönefil 1: 606,50 kr.')
    expect(text).toContain('Lönekontoret har inte bekräftat utbetalningen än.')
    expect(text).toContain('Underlag som inte är klara')
  })

  test('tells how much of the year’s cap is used, with the clause', async () => {
    const text = await textOf(await town.get('anna', '/arvoden?ar=2026'))
    expect(text).toContain('1 av 2 besök på Solgården Betalda besök Riktlinje')
  })

  test('shows what was entered from the minutes of another body', async () => {
    const text = await textOf(await town.get('anna', '/arvoden?ar=2026'))
    expect(text).toContain('Kommunfullmäktige, protokoll 2026-03-02 § 12')
    expect(text).toContain('650 kr')
  })

  test('shows nobody else’s time and claims', async () => {
    const text = await textOf(await town.get('bengt', '/arvoden?ar=2026'))
    expect(text).not.toContain('Kommunfullmäktige')
    expect(text).not.toContain('606,50')
    expect(text).toContain('Inga arvodesunderlag det här året')
  })
})

describe('the trail from the kronor back', () => {
  test('names batch, decisions with their roles, clause, attendance, report and log rows', async () => {
    const text = await textOf(await town.get('auditor', `/arvoden/${paidClaim.id}/spar`))
    for (const part of [
      'Lönefil 1',
      'Attesterades',
      'Ordförande',
      '1 timme: 1 × 347 kr = 347 kr',
      '15.00–17.20',
      'ON 2026/17',
      '§ 20',
      'Upplands-Bro',
    ])
      expect(text).toContain(part)
    expect(text).toMatch(/8\. Loggen.*Arvodesunderlaget/)
  })

  test('is reached from a row of the batch, and from no row that is not there', async () => {
    const lists = await (await town.get('auditor', '/lon')).text()
    const batchId = /\/lon\/([0-9a-f-]{36})/.exec(lists)?.[1]
    const followed = await town.get('auditor', `/lon/${batchId}/spar/1`)
    expect([followed.status, followed.headers.get('location')]).toEqual([
      303,
      `/ekby/namnden/arvoden/${paidClaim.id}/spar`,
    ])
    expect((await town.get('auditor', `/lon/${batchId}/spar/99`)).status).toBe(404)
    expect(await (await town.get('auditor', `/lon/${batchId}`)).text()).toContain(`/lon/${batchId}/spar/1`)
  })

  test.each<[CastName, number]>([
    ['anna', 200],
    ['bengt', 404],
    ['manager', 403],
    ['feeOfficer', 200],
    ['chair', 200],
    ['qualityOfficer', 403],
  ])('%s gets %i', async (name, status) => {
    expect((await town.get(name, `/arvoden/${paidClaim.id}/spar`)).status).toBe(status)
  })
})

describe('the budget', () => {
  test('is set by the fee officer, and shows what is out, expected and left', async () => {
    const refused = await town.post('feeOfficer', '/arvoden/budget', { year: '2026', amount: 'tusen' })
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('hela kronor')])
    const answer = await town.post('feeOfficer', '/arvoden/budget', { year: '2026', amount: '10 000' })
    expect(answer.headers.get('location')).toBe('/ekby/namnden/arvoden/budget?ar=2026&klart=sparad')
    const text = await textOf(await town.get('auditor', '/arvoden/budget?ar=2026'))
    // 10 000 − 606,50 out − 606,50 expected.
    expect(text).toContain('8 787 kr')
    expect(text).toMatch(/April 606,50 kr 0 kr 0 kr 606,50 kr 0 kr/)
    expect(text).toMatch(/Maj 0 kr 0 kr 606,50 kr 606,50 kr 0 kr/)
    expect(openClaim.state).toBe('made')
  })

  test.each<[CastName, number]>([
    ['anna', 403],
    ['manager', 403],
    ['chair', 200],
  ])('%s gets %i', async (name, status) => {
    expect((await town.get(name, '/arvoden/budget')).status).toBe(status)
  })

  test('only the fee officer sets it', async () => {
    expect((await town.post('chair', '/arvoden/budget', { year: '2026', amount: '1' })).status).toBe(403)
  })
})

describe('the papers of the own year', () => {
  const pdfOf = async (response: Response) => pdfFacts(new Uint8Array(await response.arrayBuffer()))

  test('the yearly statement is an accessible PDF/A with what was paid, in which batch, and what waits', async () => {
    const facts = await pdfOf(await town.get('anna', '/arvoden/arsbesked.pdf?ar=2026'))
    expect(facts).toMatchObject({ archiveLevel: '2A', marked: true, language: 'sv-SE', allFontsEmbedded: true })
    expect(facts.title).toBe('Arvoden och ersättningar 2026')
    expect(facts.text).toContain('1april2026Solgården1,6oktober2026–606,50')
    expect(facts.text).toContain('Sammanträdesarvode606,50')
    expect(facts.text).toContain('4maj2026SolgårdenSkapat–')
  })

  test('the employer’s certificate has days and times, and no amounts or units unless they are chosen', async () => {
    const period = 'fran=2026-04-01&till=2026-04-30&arbetsgivare=Exempel+AB'
    const plain = await pdfOf(await town.get('anna', `/arvoden/arbetsgivarintyg.pdf?${period}`))
    expect(plain).toMatchObject({ archiveLevel: '2A', marked: true })
    expect(plain.text).toContain('ArbetsgivareExempelAB')
    expect(plain.text).toContain('1april202615.00–17.20')
    expect(plain.text).not.toMatch(/Solgården|606|4maj/)
    const full = await pdfOf(await town.get('anna', `/arvoden/arbetsgivarintyg.pdf?${period}&med=enheter&med=belopp`))
    expect(full.text).toContain('Solgården')
    expect(full.text).toContain('Ersättning,kr')
  })

  test('the page shows what will be certified, links each visit’s own, and says what is wrong with a day', async () => {
    const html = await (await town.get('anna', '/arvoden/arbetsgivarintyg?fran=2026-04-01&till=2026-04-30')).text()
    expect(html).toContain(`/besok/${paidClaim.visitId}/intyg.pdf`)
    const wrong = await town.get('anna', '/arvoden/arbetsgivarintyg?fran=i+v%C3%A5ras')
    const refused = await wrong.text()
    expect([wrong.status, refused]).toEqual([422, expect.stringContaining('Skriv dagen som')])
    expect(refused).not.toContain('Hämta intyget')
  })

  test.each<[CastName, number]>([
    ['manager', 403],
    ['auditor', 403],
    ['bengt', 200],
  ])('%s gets %i', async (name, status) => {
    expect((await town.get(name, '/arvoden/arsbesked.pdf')).status).toBe(status)
    expect((await town.get(name, '/arvoden/arbetsgivarintyg.pdf')).status).toBe(status)
  })

  test('nobody reads another’s visits out of them', async () => {
    const facts = await pdfOf(await town.get('bengt', '/arvoden/arsbesked.pdf?ar=2026'))
    expect(facts.text).not.toContain('Solgården')
  })
})

describe('the yearly acknowledgement', () => {
  test('is asked for where the fee rules do, is made with one button, and stands', async () => {
    const app = await anApp({ feeRules: 'demo-costs' })
    const before = await textOf(await app.get('anna', '/arvoden'))
    expect(before).toContain('Läs och kvittera årets arvodesregler')
    expect((await app.post('anna', '/arvoden/kvittering')).status).toBe(303)
    const after = await textOf(await app.get('anna', '/arvoden'))
    expect(after).toContain('Du kvitterade årets arvodesregler 6 oktober 2026.')
    expect(await textOf(await app.get('bengt', '/arvoden'))).toContain('Läs och kvittera årets arvodesregler')
    expect((await app.post('manager', '/arvoden/kvittering')).status).toBe(403)
  })

  test('is not asked for where the fee rules say nothing of it', async () => {
    expect(await textOf(await town.get('anna', '/arvoden'))).not.toContain('Läs och kvittera')
  })
})

describe('everybody’s list', () => {
  test('is chosen by unit, by whom it waits for, and by what is stopped, with sums for each state', async () => {
    const all = await textOf(await town.get('secretary', '/arvoden?ar=2026'))
    expect(all).toContain('Till lön 1 606,50 kr')
    const waiting = await textOf(await town.get('secretary', '/arvoden?ar=2026&vantar=claimant'))
    expect(waiting).toContain('4 maj 2026')
    expect(waiting).not.toContain('1 april 2026')
    const elsewhere = `/arvoden?ar=2026&enhet=${town.cast.units.bjorken}`
    expect(await textOf(await town.get('secretary', elsewhere))).toContain('Inga underlag stämmer med urvalet')
    const differing = await textOf(await town.get('secretary', '/arvoden?ar=2026&bara=differs'))
    expect(differing).toContain('Inga underlag stämmer med urvalet')
    expect(await textOf(await town.get('secretary', '/arvoden?ar=2026&bara=stopped'))).toContain('4 maj 2026')
  })

  test('is downloaded as it is chosen, by those who read all', async () => {
    const file = await (await town.get('feeOfficer', '/arvoden/lista.csv?ar=2026&vantar=payment')).text()
    expect(file.trim().split('\r\n')).toEqual([
      'Besöksdag;Enhet;Namn;Läge;Väntar på;Belopp;Skiljer sig från lön;Stoppat',
      '2026-04-01;Solgården;Anna Exempel;Till lön;Utbetalning;606,50;;',
    ])
    expect((await town.get('anna', '/arvoden/lista.csv')).status).toBe(403)
    expect((await town.get('manager', '/arvoden/lista.csv')).status).toBe(403)
  })
})
