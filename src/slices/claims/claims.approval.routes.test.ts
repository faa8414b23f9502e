import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { type CastName, must } from '../../../tests/support/cast.ts'
import { addDays, isoFromDay } from '../../kernel/date.ts'
import { instantFromIso } from '../../kernel/instant.ts'
import { execute } from '../../platform/command.ts'
import { listMailbox } from '../../platform/mail.ts'
import { saveFeeRules } from '../guidelines/index.ts'
import { giveRole } from '../people/index.ts'
import { judgeClaims } from './index.ts'
import { aVisitWithClaims } from './a-visit-with-claims.ts'
import { listDelegations } from './claims.approval.store.ts'
import { chosenValue } from './claims.rules.ts'
import { type ClaimRow, getClaim, listDecisions } from './claims.store.ts'

const days = ['2026-05-04', '2026-05-05', '2026-05-06', '2026-05-07'] as const

/** Fee rules beside those of the town, which say who approves the chair's own. */
const ownByVice = `
format: namndkontakt/fee-rules@1
id: attest
title: Attestregler
status: invented
source: { sv: Påhittat, en: Invented }
validity: { from: 2026-01-01 }
fees:
  - { kind: digital-meeting, title: { sv: Digitalt möte, en: Digital meeting }, clause: § 1, rate: { form: flat, amount: 30000 } }
approval:
  clause: § 2
  by: { role: chair, title: { sv: Ordföranden, en: The chair } }
  ownBy: { role: vice-chair, title: { sv: Vice ordföranden, en: The vice chair } }
`

let town: TestApp
beforeEach(async () => {
  town = await anApp({ answers: { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' } })
})

/** A checked claim of that person; by the fee officer unless told. */
async function checkedOf(name: CastName, day: string = days[0], by: CastName = 'feeOfficer'): Promise<ClaimRow> {
  const { cast } = town
  const given = { when: `${day} 15:00–17:20`, unitId: cast.units.solgarden, who: [cast.people[name]] }
  const { claims } = await aVisitWithClaims(town, cast.system(), given)
  const [claim] = claims
  if (claim === undefined) throw new Error('there is no claim')
  await posted(name, `/arvoden/${claim.id}/bekraftelse`, { version: String(claim.version) })
  const confirmed = await now(claim.id)
  await posted(by, `/arvoden/${claim.id}/kontroll`, { version: String(confirmed.version), outcome: 'checked' })
  return now(claim.id)
}

/** A checked claim of Anna's, who is in the chair from now on, as contact politicians often are. */
async function chairsOwn(day: string = days[0]): Promise<ClaimRow> {
  await giveRoleTo('anna', 'chair')
  return checkedOf('anna', day)
}

async function posted(name: CastName, path: string, form: Readonly<Record<string, string>>) {
  const answer = await town.post(name, path, form)
  if (answer.status !== 303) throw new Error(`${name} ${path}: ${answer.status} ${await textOf(answer)}`)
}

const now = (id: string) => town.database.read(town.cast, (tx) => getClaim(tx, town.cast.system(), id))
const latest = async (id: string) =>
  (await town.database.read(town.cast, (tx) => listDecisions(tx, town.cast.system(), [id]))).at(-1)

/** Posts an approval and returns its status and what became of the claim. */
async function approveAs(name: CastName, { id, version }: ClaimRow, outcome = 'approved') {
  const form = { version: String(version), outcome, reason: outcome === 'approved' ? '' : 'Tiden stämmer inte' }
  const answer = await town.post(name, `/arvoden/${id}/attest`, form)
  return { status: answer.status, text: await textOf(answer), state: (await now(id)).state }
}

async function textOf(response: Response): Promise<string> {
  return (await response.text()).replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0]+/g, ' ')
}

type Given = {
  readonly role?: string
  readonly from?: CastName
  readonly by?: CastName
  readonly begins?: number
  readonly lasts?: number
}

/** Registers a delegation from today for thirty days unless told. Returns its id. */
async function delegate(to: CastName, { role = 'chair', from, by = 'secretary', begins = 0, lasts = 30 }: Given = {}) {
  const { cast, clock } = town
  const first = addDays(clock.today(), begins)
  await posted(by, '/arvoden/delegationer', {
    role,
    from: from === undefined ? '' : cast.people[from],
    to: cast.people[to],
    validFrom: isoFromDay(first),
    lastDay: isoFromDay(addDays(first, lasts - 1)),
    decidedOn: isoFromDay(clock.today()),
    paragraph: '§ 12',
  })
  town.forgetSessions()
  const rows = await town.database.read(cast, (tx) => listDelegations(tx, cast.system()))
  const found = rows.find((it) => it.toPersonId === cast.people[to] && it.role === role && it.endedAt === null)
  if (found === undefined) throw new Error('no delegation')
  return found.id
}

async function giveRoleTo(name: CastName, role: string) {
  const fields = { personId: town.cast.people[name], role, title: '', unitId: '', validFrom: '2026-01-01', lastDay: '' }
  await execute(town, town.cast.as('administrator'), giveRole, fields)
  town.forgetSessions()
}

describe('RAT-25 who approves', () => {
  test('the chair approves a member’s, and the decision keeps the role, the lines and no delegation', async () => {
    const claim = await checkedOf('anna')
    expect(await approveAs('chair', claim)).toMatchObject({ status: 303, state: 'approved' })
    expect(await latest(claim.id)).toMatchObject({
      kind: 'approved',
      personId: town.cast.people.chair,
      actingAs: 'chair',
      delegationId: null,
      amount: 60650,
      line: { outcome: 'payable', amount: 60650 },
    })
    expect(await textOf(await town.get('secretary', `/arvoden/${claim.id}`))).toContain(
      'Chair Exempel, i rollen ordföranden',
    )
  })

  test('the chair’s own: not the chair, but the vice chair, and another in the chair where rules are silent', async () => {
    const [first, second] = [await chairsOwn(days[0]), await chairsOwn(days[1])]
    expect(await approveAs('anna', first)).toMatchObject({ status: 422, state: 'checked' })
    expect(await approveAs('secondVice', first)).toMatchObject({ status: 303, state: 'approved' })
    expect((await latest(first.id))?.actingAs).toBe('vice-chair')
    expect(await approveAs('viceChair', second)).toMatchObject({ status: 303, state: 'approved' })
    expect((await latest(second.id))?.actingAs).toBe('chair')
  })

  test('the chair’s own where the rules name the vice chair: nobody else, and it is said', async () => {
    await must(execute(town, town.cast.system(), saveFeeRules, { name: 'attest', source: ownByVice }))
    const claim = await chairsOwn()
    const refused = await approveAs('viceChair', claim)
    expect(refused).toMatchObject({ status: 422, state: 'checked' })
    expect(refused.text).toContain('Ordförandens egna underlag attesteras av vice ordföranden.')
    expect(refused.text).toContain('Vice ordföranden: SecondVice Exempel')
    expect(await approveAs('secondVice', claim)).toMatchObject({ status: 303, state: 'approved' })
  })

  test('the vice chair’s own: the chair, not the vice chair', async () => {
    const claim = await checkedOf('anna')
    await giveRoleTo('anna', 'vice-chair')
    expect(await approveAs('anna', claim)).toMatchObject({ status: 422, state: 'checked' })
    expect(await approveAs('secondVice', claim)).toMatchObject({ status: 422, state: 'checked' })
    expect(await approveAs('chair', claim)).toMatchObject({ status: 303, state: 'approved' })
  })

  test('a vice chair approves no member’s, neither refuses nor returns it', async () => {
    const claim = await checkedOf('anna')
    for (const outcome of ['approved', 'refused', 'returned'])
      expect(await approveAs('secondVice', claim, outcome)).toMatchObject({ status: 422, state: 'checked' })
  })

  test('whoever checked does not approve, though a delegation says so', async () => {
    await delegate('feeOfficer')
    const [own, others] = [await checkedOf('anna', days[0]), await checkedOf('anna', days[1], 'secretary')]
    const refused = await approveAs('feeOfficer', own)
    expect([refused.status, refused.state]).toEqual([422, 'checked'])
    expect(refused.text).toContain('Du har kontrollerat underlaget. Någon annan attesterar det.')
    expect(await approveAs('feeOfficer', others)).toMatchObject({ status: 303, state: 'approved' })
  })

  test('two who approve at once: it is done once, and both by right', async () => {
    const claim = await checkedOf('anna')
    const statuses = await Promise.all([approveAs('chair', claim), approveAs('viceChair', claim)])
    expect(statuses.map(({ status }) => status).sort()).toEqual([303, 422])
    const all = await town.database.read(town.cast, (tx) => listDecisions(tx, town.cast.system(), [claim.id]))
    expect(all.filter(({ kind }) => kind === 'approved')).toHaveLength(1)
  })
})

describe('RAT-25 by delegation', () => {
  test('the delegate gets the right for the time, approves, and it is kept by which delegation', async () => {
    const claim = await checkedOf('anna')
    expect((await town.get('qualityOfficer', '/arvoden/attest')).status).toBe(403)
    const id = await delegate('qualityOfficer', { from: 'chair' })
    const page = await textOf(await town.get('qualityOfficer', `/arvoden/${claim.id}`))
    expect(page).toContain(
      'Du attesterar i rollen ordföranden, på delegation (från Chair Exempel, beslut 6 oktober 2026, § 12).',
    )
    expect(await approveAs('qualityOfficer', claim)).toMatchObject({ status: 303, state: 'approved' })
    expect(await latest(claim.id)).toMatchObject({ actingAs: 'chair', delegationId: id })
    expect(await textOf(await town.get('secretary', `/arvoden/${claim.id}`))).toContain(
      'QualityOfficer Exempel, i rollen ordföranden, på delegation (från Chair Exempel, beslut 6 oktober 2026, § 12)',
    )
  })

  test('before its first day and after its last it gives nothing', async () => {
    const claim = await checkedOf('anna')
    await delegate('qualityOfficer', { begins: 1, lasts: 2 })
    expect((await town.post('qualityOfficer', `/arvoden/${claim.id}/attest`)).status).toBe(403)
    const later = (iso: string) => {
      town.clock.set(instantFromIso(iso))
      town.forgetSessions()
    }
    later('2026-10-07T10:00:00.000Z')
    expect((await town.get('qualityOfficer', '/arvoden/attest')).status).toBe(200)
    later('2026-10-09T10:00:00.000Z')
    expect((await town.post('qualityOfficer', `/arvoden/${claim.id}/attest`)).status).toBe(403)
    expect((await now(claim.id)).state).toBe('checked')
  })

  test('one who has the right by another role is told that the delegation has not begun, or is over', async () => {
    const claim = await checkedOf('anna')
    await delegate('secondVice', { begins: 1, lasts: 1 })
    expect((await approveAs('secondVice', claim)).text).toContain('Din delegation har inte börjat gälla än.')
    town.clock.set(instantFromIso('2026-10-08T10:00:00.000Z'))
    town.forgetSessions()
    expect((await approveAs('secondVice', claim)).text).toContain('Din delegation gäller inte längre.')
  })

  test('once it has been ended it gives nothing, and the right goes with it', async () => {
    const claim = await checkedOf('anna')
    const id = await delegate('qualityOfficer')
    await posted('chair', '/arvoden/delegationer/avsluta', { id })
    town.forgetSessions()
    expect((await town.post('qualityOfficer', `/arvoden/${claim.id}/attest`)).status).toBe(403)
    const again = await town.post('chair', '/arvoden/delegationer/avsluta', { id })
    expect(again.status).toBe(422)
    expect(await textOf(again)).toContain('Delegationen gäller inte längre.')
  })

  test('the deputy’s own is the chair’s to approve, not the deputy’s', async () => {
    await delegate('anna', { from: 'chair' })
    const claim = await checkedOf('anna')
    expect(await approveAs('anna', claim)).toMatchObject({ status: 422, state: 'checked' })
    expect(await approveAs('chair', claim)).toMatchObject({ status: 303, state: 'approved' })
  })

  test('not on a delegation that the claimant gave or registered', async () => {
    const claim = await chairsOwn()
    await delegate('qualityOfficer', { role: 'vice-chair', by: 'anna' })
    const refused = await approveAs('qualityOfficer', claim)
    expect([refused.status, refused.state]).toEqual([422, 'checked'])
    expect(refused.text).toContain('Din delegation kommer från den som underlaget gäller.')
    await delegate('approver', { role: 'vice-chair', from: 'secondVice' })
    expect(await approveAs('approver', claim)).toMatchObject({ status: 303, state: 'approved' })
  })

  test('what the delegate may approve stands on their own desk, and nothing before', async () => {
    await checkedOf('anna')
    expect(await textOf(await town.get('approver', '/'))).not.toContain('Attestera ett arvodesunderlag')
    expect(await textOf(await town.get('secondVice', '/'))).not.toContain('Attestera ett arvodesunderlag')
    await delegate('approver')
    expect(await textOf(await town.get('approver', '/'))).toMatch(/Attestera ett arvode/)
  })
})

describe('RAT-25 several at once', () => {
  test('shows each reason, what one signs, and who approves the rest', async () => {
    const [own, others] = [await chairsOwn(days[0]), await checkedOf('bengt', days[1])]
    const page = await (await town.get('viceChair', '/arvoden/attest')).text()
    expect(page).toContain(chosenValue(own))
    expect(page).toContain(chosenValue(others))
    const text = await textOf(await town.get('secondVice', '/arvoden/attest'))
    expect(text).toContain('De här attesterar någon annan')
    expect(text).toContain('Attesteras av Ordföranden: Anna Exempel, Chair Exempel, ViceChair Exempel')
    const vice = await (await town.get('secondVice', '/arvoden/attest')).text()
    expect(vice).toContain(`value="${chosenValue(own)}"`)
    expect(vice).not.toContain(`value="${chosenValue(others)}"`)
    expect(text).toContain('Du attesterar i rollen vice ordföranden.')
    expect(text).toContain('347 kr')
  })

  test('approves none when one of them is somebody else’s to approve', async () => {
    const [own, others] = [await chairsOwn(days[0]), await checkedOf('bengt', days[1])]
    const answer = await town.post('secondVice', '/arvoden/attest', { claim: [chosenValue(own), chosenValue(others)] })
    expect(answer.status).toBe(422)
    expect([(await now(own.id)).state, (await now(others.id)).state]).toEqual(['checked', 'checked'])
  })

  test('gives one of them back with a reason, and asks for it', async () => {
    const claim = await checkedOf('anna')
    const form = { what: 'return', one: chosenValue(claim), reason: '' }
    const asked = await town.post('chair', '/arvoden/attest', form)
    expect(asked.status).toBe(422)
    expect(await textOf(asked)).toContain('Skriv ett skäl')
    const none = await town.post('chair', '/arvoden/attest', { what: 'return', reason: 'Fel tid' })
    expect(none.status).toBe(422)
    await posted('chair', '/arvoden/attest', { ...form, reason: 'Fel tid' })
    expect([(await now(claim.id)).state, (await latest(claim.id))?.reason]).toEqual(['returned', 'Fel tid'])
    expect((await latest(claim.id))?.actingAs).toBe('chair')
  })

  test('the one who checks gives one back in the same way', async () => {
    const claim = await checkedOf('anna')
    await posted('feeOfficer', '/arvoden/kontroll', { what: 'return', one: chosenValue(claim), reason: 'Fel dag' })
    expect((await now(claim.id)).state).toBe('returned')
  })

  test('the one who made the visit reads why first of all, until it is confirmed anew', async () => {
    const claim = await checkedOf('anna')
    const ofClaim = `/arvoden/${claim.id}`
    expect(await textOf(await town.get('anna', ofClaim))).not.toContain('Underlaget har lämnats tillbaka')
    await posted('chair', '/arvoden/attest', { what: 'return', one: chosenValue(claim), reason: 'Fel tid' })
    for (const path of ['/arvoden', ofClaim]) {
      const page = await textOf(await town.get('anna', path))
      expect(page).toMatch(/Underlaget har lämnats tillbaka\s*Fel tid\s*Rätta det som behövs/)
    }
    expect(await textOf(await town.get('secretary', ofClaim))).not.toContain('Rätta det som behövs')
    const { version } = await now(claim.id)
    await posted('anna', `${ofClaim}/bekraftelse`, { version: String(version) })
    expect(await textOf(await town.get('anna', ofClaim))).not.toContain('Underlaget har lämnats tillbaka')
  })
})

test('the program tells the engine who approved and as what: neither wrong nor unnamed', async () => {
  await must(execute(town, town.cast.system(), saveFeeRules, { name: 'attest', source: ownByVice }))
  await delegate('cecilia', { from: 'chair' })
  const [member, own] = [await checkedOf('bengt', days[0]), await chairsOwn(days[1])]
  await approveAs('cecilia', member)
  await approveAs('secondVice', own)
  const { evaluation } = await town.database.read(town.cast, (tx) => judgeClaims(tx, town.cast.system()))
  const about = evaluation.findings.filter(({ kind }) => kind === 'fee-rules.approval')
  expect(about.map(({ outcome, code }) => `${outcome} ${code}`)).toEqual(['satisfied approved', 'satisfied approved'])
})

test('letters go to the delegate and the giver, and the log says what happened', async () => {
  const id = await delegate('qualityOfficer', { from: 'chair' })
  await town.workOff()
  const letters = await town.database.read(town.cast, (tx) => listMailbox(tx))
  const about = (subject: string) => letters.filter((it) => it.subject === subject).map((it) => it.personId)
  expect(about('Du attesterar arvodesunderlag på delegation')).toEqual([town.cast.people.qualityOfficer])
  expect(about('Din delegation är registrerad')).toEqual([town.cast.people.chair])
  const { rows } = await town.database.system((tx) =>
    tx.execute<{ command: string }>(sql`select command from audit_entry where subject_id = ${id} order by command`),
  )
  expect(rows.map(({ command }) => command)).toEqual(['claims.register-delegation', 'claims.tell-of-delegation'])
})
