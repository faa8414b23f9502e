import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { execute } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { listMailbox } from '../../platform/mail.ts'
import { anApp, appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, type CastName, must } from '../../../tests/support/cast.ts'
import { person } from '../people/people.tables.ts'
import { report, reportAuthor } from '../reports/reports.tables.ts'
import { attendance, visit, visitUnit } from '../visits/visits.tables.ts'
import { checkPaxml } from './claims.paxml-check.ts'
import { followVisit } from './claims.commands.ts'
import { chosenValue } from './claims.rules.ts'
import { type ClaimRow, listClaims } from './claims.store.ts'

const answers = { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' }

/** A visit to Solgården by Anna on the day, 15.00–17.20, reported unless told otherwise. Returns her claim. */
async function aClaim({ database, clock, cast }: TestApp, day: string, { reported = true } = {}): Promise<ClaimRow> {
  const [visitId, reportId] = [newId(), newId()]
  const owner = { municipalityId: cast.municipalityId }
  const times = { startTime: minutes(900), endTime: minutes(1040) }
  const [visitDay, anna] = [dayFromIso(day), cast.people.anna]
  await database.transaction(cast, async (tx) => {
    const initiated = { initiatedBy: 'politician', initiatedByPersonId: anna, initiatedOn: visitDay } as const
    await tx.insert(visit).values({
      ...owner,
      ...times,
      ...initiated,
      id: visitId,
      committeeId: cast.committeeId,
      day: visitDay,
      state: 'held',
    })
    await tx.insert(visitUnit).values({ ...owner, visitId, unitId: cast.units.solgarden })
    await tx.insert(attendance).values({ ...owner, ...times, visitId, personId: anna })
    if (!reported) return
    const final = {
      state: 'final',
      form: 'written',
      startedAt: clock.now(),
      finalAt: clock.now(),
      finalDay: visitDay,
      finalBy: anna,
    } as const
    await tx.insert(report).values({ ...owner, ...final, id: reportId, committeeId: cast.committeeId, visitId })
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

const version = (claim: ClaimRow) => ({ version: String(claim.version) })

async function checked(app: TestApp, day: string): Promise<ClaimRow> {
  const claim = await aClaim(app, day)
  await app.post('anna', `/arvoden/${claim.id}/bekraftelse`, version(claim))
  await app.post('secretary', `/arvoden/${claim.id}/kontroll`, {
    ...version(await now(app, claim.visitId)),
    outcome: 'checked',
  })
  return now(app, claim.visitId)
}

async function approved(app: TestApp, day: string): Promise<ClaimRow> {
  const claim = await checked(app, day)
  await app.post('chair', `/arvoden/${claim.id}/attest`, { ...version(claim), outcome: 'approved' })
  return now(app, claim.visitId)
}

const textOf = async (response: Response) =>
  (await response.text()).replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0]+/g, ' ')

/** The box of a choice with that value. */
const choiceOf = (html: string, value: string) => new RegExp(`<input[^>]*value="${value}"[^>]*>`).exec(html)?.[0] ?? ''

let hedemora: TestApp

beforeAll(async () => {
  hedemora = await anApp({ answers })
})

describe('the claimant’s own year', () => {
  test('HED-16: shows what is missing, with the clause, and a link to write the report', async () => {
    await aClaim(hedemora, '2026-04-01', { reported: false })
    const response = await hedemora.get('anna', '/arvoden?ar=2026')
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toContain('Rapporten saknas; den är underlag för utbetalningen.')
    expect(html).toContain('/rapporter/besok/')
    expect(html).toContain('/bekraftelse')
  })

  test('HED-15: shows the amount as parts that give the sum: 347 + 3/2 × 173 = 606,50 kr', async () => {
    const app = await anApp({ answers })
    const claim = await aClaim(app, '2026-05-04')
    const answer = await app.post('anna', `/arvoden/${claim.id}/bekraftelse`, version(claim))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/ekby/namnden/arvoden?ar=2026'])
    const text = await textOf(await app.get('anna', `/arvoden/${claim.id}`))
    expect(text).toContain('1 timme: 1 × 347 kr = 347 kr')
    expect(text).toContain('1 timme och 20 minuter: 1,5 × 173 kr = 259,50 kr')
    expect(text).toContain('606,50 kr')
  })

  test('a politician sees nobody else’s claims', async () => {
    const claim = await aClaim(hedemora, '2026-05-11')
    expect((await hedemora.get('bengt', `/arvoden/${claim.id}`)).status).toBe(404)
    expect(await textOf(await hedemora.get('bengt', '/arvoden?vilka=alla'))).not.toContain('Anna Exempel')
  })

  test('a politician cannot confirm somebody else’s claim', async () => {
    const claim = await aClaim(hedemora, '2026-05-12')
    expect((await hedemora.post('bengt', `/arvoden/${claim.id}/bekraftelse`, version(claim))).status).toBe(404)
    expect((await now(hedemora, claim.visitId)).state).toBe('made')
  })

  test('to refrain asks once and can be undone', async () => {
    const claim = await aClaim(hedemora, '2026-05-13')
    const page = await textOf(await hedemora.get('anna', `/arvoden/${claim.id}/avstaende`))
    expect(page).toContain('Du avstår arvodet för besöket på Solgården 13 maj 2026.')
    await hedemora.post('anna', `/arvoden/${claim.id}/avstaende`, version(claim))
    const waived = await now(hedemora, claim.visitId)
    await hedemora.post('anna', `/arvoden/${claim.id}/atertagande`, version(waived))
    expect([waived.state, (await now(hedemora, claim.visitId)).state]).toEqual(['waived', 'made'])
  })
})

describe('who sees fees', () => {
  test.each<[CastName, string, number]>([
    ['secretary', '/arvoden', 200],
    ['chair', '/arvoden', 200],
    ['feeOfficer', '/arvoden', 200],
    ['auditor', '/arvoden', 200],
    ['anna', '/arvoden', 200],
    ['manager', '/arvoden', 403],
    ['qualityOfficer', '/arvoden', 403],
    ['administrator', '/arvoden', 403],
    ['manager', '/lon', 403],
    ['anna', '/lon', 403],
    ['auditor', '/lon', 200],
    ['feeOfficer', '/lon/lonearter', 200],
    ['chair', '/lon/lonearter', 403],
    ['auditor', '/arvoden/attest', 403],
  ])('%s at %s gets %i', async (name, path, status) => {
    expect((await hedemora.get(name, path)).status).toBe(status)
  })

  test('a unit manager does not see a single claim either', async () => {
    const claim = await aClaim(hedemora, '2026-06-01')
    expect((await hedemora.get('manager', `/arvoden/${claim.id}`)).status).toBe(403)
  })

  test('nobody of another town sees the claim', async () => {
    const claim = await aClaim(hedemora, '2026-06-02')
    const cast = await aCast(hedemora.database, hedemora.clock, { slug: 'annanstad', answers })
    const otherTown = appWith(hedemora.database, hedemora.clock, cast)
    expect((await otherTown.get('secretary', `/arvoden/${claim.id}`)).status).toBe(404)
  })
})

describe('everybody’s claims', () => {
  test('are filtered by state and person', async () => {
    const app = await anApp({ answers })
    await aClaim(app, '2026-05-04')
    const all = await textOf(await app.get('secretary', '/arvoden?ar=2026'))
    const refused = await textOf(await app.get('secretary', '/arvoden?ar=2026&lage=refused'))
    expect(all).toContain('Solgården')
    expect(refused).toContain('Inga underlag stämmer med urvalet')
  })

  test('a check without an answer comes back with status 422 and a link to the field', async () => {
    const claim = await aClaim(hedemora, '2026-06-03')
    const response = await hedemora.post('secretary', `/arvoden/${claim.id}/kontroll`, {
      ...version(claim),
      reason: 'Jag skrev detta.',
    })
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('Välj vad du beslutar.')
    expect(html).toContain('Jag skrev detta.')
  })

  test('what waits for the report cannot be checked', async () => {
    const claim = await aClaim(hedemora, '2026-06-04', { reported: false })
    const response = await hedemora.post('secretary', `/arvoden/${claim.id}/kontroll`, {
      ...version(claim),
      outcome: 'checked',
    })
    expect(response.status).toBe(422)
    expect(await textOf(response)).toContain('Underlaget väntar på något mer')
  })

  test('several are approved at once with every reason in sight', async () => {
    const app = await anApp({ answers })
    const claims = [await checked(app, '2026-04-07'), await checked(app, '2026-05-04')]
    const page = await textOf(await app.get('chair', '/arvoden/attest'))
    expect(page).toContain('Besöket är nummer 2 av högst 2 betalda under 2026.')
    const response = await app.post('chair', '/arvoden/attest', { claim: claims.map(chosenValue) })
    expect(response.status).toBe(303)
    expect((await now(app, claims[0]?.visitId ?? '')).state).toBe('approved')
  })

  test('approving several with none chosen comes back with status 422', async () => {
    const app = await anApp({ answers })
    await checked(app, '2026-05-04')
    const response = await app.post('chair', '/arvoden/attest', {})
    expect(response.status).toBe(422)
    expect(await textOf(response)).toContain('Välj minst ett underlag.')
  })

  test('while the committee owes an answer, the secretary gets a link to give it and the politician is told who will', async () => {
    const app = await anApp({})
    const claim = await aClaim(app, '2026-05-04')
    const [own, secretarys] = [
      await (await app.get('anna', `/arvoden/${claim.id}`)).text(),
      await (await app.get('secretary', `/arvoden/${claim.id}`)).text(),
    ]
    expect(own).toContain('Nämnden behöver svara: Vilket slags arvode betalas för ett verksamhetsbesök?')
    expect(own).toContain('Nämndsekreteraren tar frågan till nämnden.')
    expect(own).not.toContain('/tolkningar/HED-Q1')
    expect(secretarys).toContain('/tolkningar/HED-Q1')
  })
})

describe('a guideline that asks for no fee form', () => {
  const soc = { guideline: 'socialnamnden-kontaktpolitiker-soc' }

  test('SOC-09: the claim goes on by itself, without anybody confirming it', async () => {
    const app = await anApp(soc)
    const claim = await aClaim(app, '2026-05-04', { reported: false })
    const own = await (await app.get('anna', '/arvoden?ar=2026')).text()
    expect(own).toContain('Underlaget går vidare av sig självt.')
    expect(own).not.toContain('/bekraftelse')
    await app.post('feeOfficer', `/arvoden/${claim.id}/kontroll`, { ...version(claim), outcome: 'checked' })
    expect((await now(app, claim.visitId)).state).toBe('checked')
  })

  test('SOC-10: the third visit of the year waits for the chair, who gets a link to decide', async () => {
    const app = await anApp(soc)
    await aClaim(app, '2026-04-07')
    await aClaim(app, '2026-05-04')
    const third = await aClaim(app, '2026-06-09')
    const address = `/besok/${third.visitId}/beslut`
    const [own, chairs] = [
      await (await app.get('anna', `/arvoden/${third.id}`)).text(),
      await (await app.get('chair', `/arvoden/${third.id}`)).text(),
    ]
    expect(own).toContain('Ordföranden beslutar. Du behöver inte göra något.')
    expect(own).not.toContain(address)
    expect(chairs).toContain(address)
  })
})

describe('letters to the claimant', () => {
  test('an approval is told with a link and no amount', async () => {
    const app = await anApp({ answers })
    await approved(app, '2026-05-04')
    await app.workOff()
    const [mail] = await app.database.read(app.cast, async (tx) =>
      (await listMailbox(tx)).filter(({ subject }) => subject.includes('arvodesunderlag')),
    )
    expect(mail?.subject).toBe('Ett arvodesunderlag är attesterat')
    expect(mail?.text).toContain('http://localhost/ekby/namnden/arvoden/')
    expect(mail?.text).not.toMatch(/\d\s*kr/)
  })
})

describe('payroll', () => {
  test('the fee officer names the pay type, makes the file and fetches it in three forms', async () => {
    const app = await anApp({ answers })
    const claim = await approved(app, '2026-05-04')
    const saved = await app.post('feeOfficer', '/lon/lonearter', {
      feeKind: 'meeting',
      'meeting.payType': '4105',
      'meeting.label': 'Sammanträdesarvode',
      'meeting.costCentre': '',
    })
    expect(saved.status).toBe(303)
    expect(await textOf(await app.get('feeOfficer', '/lon'))).toContain('Anna Exempel: 1 underlag, 606,50 kr')
    const made = await app.post('feeOfficer', '/lon', { claim: claim.id, person: app.cast.people.anna })
    const batch = made.headers.get('location') ?? ''
    expect(made.status).toBe(303)
    expect(await textOf(await app.get('feeOfficer', batch))).toContain('Lönefil 1')
    const paxml = await (await app.get('feeOfficer', `${batch}/paxml.xml`)).text()
    expect(checkPaxml(paxml)).toEqual([])
    expect(paxml).toContain('anstid="90001"')
    expect(await (await app.get('feeOfficer', `${batch}/lon.csv`)).text()).toContain('1,50;173,00;259,50')
    expect((await (await app.get('feeOfficer', `${batch}/lista.pdf`)).text()).startsWith('%PDF')).toBe(true)
    expect((await app.get('auditor', `${batch}/paxml.xml`)).status).toBe(403)
  })

  test('a pay type that is no code comes back with status 422 and what was typed', async () => {
    const response = await hedemora.post('secretary', '/lon/lonearter', {
      feeKind: 'errand',
      'errand.payType': 'fyra tusen',
      'errand.label': 'Förrättning',
      'errand.costCentre': '',
    })
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('utan mellanslag')
    expect(html).toContain('fyra tusen')
  })

  test('a missing employment number is told before anything is made, with the name and what to do', async () => {
    const app = await anApp({ answers })
    const claim = await approved(app, '2026-05-04')
    await app.post('feeOfficer', '/lon/lonearter', {
      feeKind: 'meeting',
      'meeting.payType': '4105',
      'meeting.label': 'Sammanträdesarvode',
    })
    const { anna } = app.cast.people
    await app.database.transaction(app.cast, (tx) =>
      tx.update(person).set({ employmentNumber: null }).where(eq(person.id, anna)),
    )
    const page = await (await app.get('feeOfficer', '/lon')).text()
    expect(page).toContain('Anställningsnummer saknas för Anna Exempel.')
    expect(choiceOf(page, anna)).toContain('name="person"')
    expect(choiceOf(page, anna)).not.toContain('checked')
    expect(page).toContain('Underlag för Anna Exempel, kan inte lämnas än')
    expect(page).not.toContain('Summa i filen')
    const response = await app.post('feeOfficer', '/lon', { claim: claim.id, person: anna })
    expect(response.status).toBe(422)
    expect(await textOf(response)).toContain('Be systemförvaltaren lägga in numret')
  })

  test('what has changed since it was approved is not there to choose, and the way to the claim is', async () => {
    const app = await anApp({ answers })
    const claim = await approved(app, '2026-05-04')
    await app.post('feeOfficer', '/lon/lonearter', {
      feeKind: 'meeting',
      'meeting.payType': '4105',
      'meeting.label': 'Sammanträdesarvode',
    })
    const before = await (await app.get('feeOfficer', '/lon')).text()
    expect(choiceOf(before, app.cast.people.anna)).toContain('checked')
    expect(before).toContain('Summa i filen')
    await app.database.transaction(app.cast, (tx) =>
      tx
        .update(attendance)
        .set({ endTime: minutes(18 * 60) })
        .where(eq(attendance.visitId, claim.visitId)),
    )
    const page = await (await app.get('feeOfficer', '/lon')).text()
    expect(page).toContain('Beloppet har ändrats sedan attesten.')
    expect(page).toMatch(new RegExp(`/arvoden/${claim.id}">Anna Exempel, 4 maj 2026<`))
    expect(page).not.toContain('name="person"')
  })

  test('a later correction of what has gone to payroll is shown as a difference to decide about, and changes nothing', async () => {
    const app = await anApp({ answers })
    const claim = await approved(app, '2026-05-04')
    await app.post('feeOfficer', '/lon/lonearter', {
      feeKind: 'meeting',
      'meeting.payType': '4105',
      'meeting.label': 'Sammanträdesarvode',
    })
    await app.post('feeOfficer', '/lon', { claim: claim.id, person: app.cast.people.anna })
    const { database, clock, cast } = app
    const shorter = { endTime: minutes(960) }
    await database.transaction(cast, (tx) =>
      tx.update(attendance).set(shorter).where(eq(attendance.visitId, claim.visitId)),
    )
    await must(execute({ database, clock }, cast.system(), followVisit, { visitId: claim.visitId }))
    const text = await textOf(await app.get('secretary', `/arvoden/${claim.id}`))
    expect(text).toContain('Skiljer sig från det som har lämnats till lön')
    expect(text).toContain('606,50 kr har redan gått till lön')
    expect((await now(app, claim.visitId)).state).toBe('exported')
  })

  test('the second officer is told who made the file', async () => {
    const app = await anApp({ answers })
    const claim = await approved(app, '2026-05-04')
    await app.post('feeOfficer', '/lon/lonearter', {
      feeKind: 'meeting',
      'meeting.payType': '4105',
      'meeting.label': 'Sammanträdesarvode',
    })
    const form = { claim: claim.id, person: app.cast.people.anna }
    await app.post('feeOfficer', '/lon', form)
    const second = await app.post('feeOfficer', '/lon', form)
    expect(second.status).toBe(422)
    expect(await textOf(second)).toContain('FeeOfficer Exempel skapade nyss lönefil 1 med de här underlagen.')
  })
})
