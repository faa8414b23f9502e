import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { type CastName, must } from '../../../tests/support/cast.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { execute } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { appoint } from '../appointments/index.ts'
import { followVisit } from '../claims/claims.commands.ts'
import { type ClaimRow, listClaims } from '../claims/claims.store.ts'
import { judgeClaims } from '../claims/index.ts'
import { report, reportAuthor } from '../reports/reports.tables.ts'

const textOf = async (response: Response) =>
  (await response.text()).replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ')
const all = { 'met.users': 'yes', 'met.manager': 'yes', 'met.staff': 'yes' }

let town: TestApp

function came(name: CastName, end = '17.20') {
  const id = town.cast.people[name]
  return { [`came.${id}`]: 'yes', [`start.${id}`]: '15.00', [`end.${id}`]: end }
}

type Visit = { readonly day: string; readonly units: readonly string[]; readonly who: readonly CastName[] }

/** A visit that is held and reported, with the claims it makes. Returns its id. */
async function reported({ day, units, who }: Visit): Promise<string> {
  const { people, municipalityId, committeeId } = town.cast
  const past = { units, day, start: '15.00', end: '17.20', afterwards: 'yes', seen: 'yes', onBehalfOf: people.anna }
  const answer = await town.post('secretary', '/besok/nytt', past)
  const id = (answer.headers.get('location') ?? '').split('/').at(-2) ?? ''
  const form = { version: '1', ...Object.assign({}, ...who.map((name) => came(name))), ...all }
  expect((await town.post('secretary', `/besok/${id}/narvaro`, form)).status).toBe(303)
  const reportId = newId()
  const at = town.clock.now()
  await town.database.transaction(town.cast, async (tx) => {
    const final = { state: 'final', form: 'written', startedAt: at, finalAt: at, finalDay: dayFromIso(day) } as const
    const whose = { municipalityId, committeeId, visitId: id, finalBy: people.anna }
    await tx.insert(report).values({ ...final, ...whose, id: reportId })
    for (const name of who) await tx.insert(reportAuthor).values({ municipalityId, reportId, personId: people[name] })
  })
  await follow(id)
  return id
}

const follow = (visitId: string) =>
  must(execute({ database: town.database, clock: town.clock }, town.cast.system(), followVisit, { visitId }))

const claimsOf = (visitId: string) =>
  town.database.read(town.cast, (tx) => listClaims(tx, town.cast.system(), { visitId }))

async function claimOf(visitId: string, name: CastName): Promise<ClaimRow> {
  const claim = (await claimsOf(visitId)).find(({ personId }) => personId === town.cast.people[name])
  if (claim === undefined) throw new Error('there is no claim')
  return claim
}

/** Takes the claim all the way to payroll. */
async function paidOut(visitId: string, name: 'anna' | 'bengt'): Promise<void> {
  const version = async () => ({ version: String((await claimOf(visitId, name)).version) })
  const { id } = await claimOf(visitId, name)
  await town.post(name, `/arvoden/${id}/bekraftelse`, await version())
  await town.post('secretary', `/arvoden/${id}/kontroll`, { ...(await version()), outcome: 'checked' })
  await town.post('chair', `/arvoden/${id}/attest`, { ...(await version()), outcome: 'approved' })
  const payType = { feeKind: 'meeting', 'meeting.payType': '4105', 'meeting.label': 'Sammanträdesarvode' }
  await town.post('feeOfficer', '/lon/lonearter', payType)
  await town.post('feeOfficer', '/lon', { claim: id, person: town.cast.people[name] })
  expect((await claimOf(visitId, name)).state).toBe('exported')
}

describe('attendance put right after payment', () => {
  let id: string
  const shorter = () => ({ version: '2', ...came('anna', '16.00'), ...came('bengt'), ...all, reason: 'Gick tidigare' })

  beforeAll(async () => {
    town = await anApp({ answers: { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' } })
    const { units } = town.cast
    id = await reported({ day: '2026-05-04', units: [units.solgarden], who: ['anna', 'bengt'] })
    await paidOut(id, 'anna')
  })

  test('shows that what has gone to payroll stands and that somebody must decide', async () => {
    const answer = await town.post('secretary', `/besok/${id}/narvaro`, shorter())
    const text = await textOf(answer)
    expect(answer.status).toBe(200)
    expect(text).toContain('Anna Exempel 606,50 kr 347 kr (någon behöver besluta)')
    expect(text).toContain('606,50 kr har redan gått till lön, men enligt underlaget borde det vara 347 kr.')
    expect(text).toContain('Det som är utbetalt står kvar tills någon beslutar om rättelse.')
  })

  test('shows one’s own fee with its amount, and of another only that it is worked out again', async () => {
    const own = await textOf(await town.post('anna', `/besok/${id}/narvaro`, shorter()))
    expect(own).toContain('606,50 kr')
    const others = await textOf(await town.post('bengt', `/besok/${id}/narvaro`, shorter()))
    expect(others).toContain('Arvodet räknas om för Anna Exempel.')
    expect(others).not.toContain(' kr')
    const manager = await textOf(await town.post('manager', `/besok/${id}/narvaro`, shorter()))
    expect(manager).toContain('Arvodet räknas om för Anna Exempel.')
    expect(manager).not.toContain(' kr')
  })

  test('says of one who is taken away after payment that the payment stands', async () => {
    const without = { version: '2', ...came('bengt'), ...all, reason: 'Anna var inte med' }
    const text = await textOf(await town.post('secretary', `/besok/${id}/narvaro`, without))
    expect(text).toContain('Anna Exempel 606,50 kr Står kvar tills någon beslutar: det har gått till lön')
  })

  test('is confirmed in one step, after which the paid claim stands and is shown as a difference', async () => {
    expect((await town.post('secretary', `/besok/${id}/narvaro`, { ...shorter(), seen: 'yes' })).status).toBe(303)
    await follow(id)
    const claim = await claimOf(id, 'anna')
    expect(claim.state).toBe('exported')
    expect(await textOf(await town.get('secretary', `/arvoden/${claim.id}`))).toContain(
      'Skiljer sig från det som har lämnats till lön',
    )
    expect(await textOf(await town.get('secretary', `/besok/${id}`))).toContain(
      '15.00–17.20 → 15.00–16.00. Gick tidigare',
    )
  })

  test('that gives back what was is no difference any more', async () => {
    const back = { version: '3', ...came('anna'), ...came('bengt'), ...all, reason: 'Det var rätt från början' }
    const text = await textOf(await town.post('secretary', `/besok/${id}/narvaro`, back))
    expect(text).toContain('Anna Exempel 347 kr (någon behöver besluta) 606,50 kr')
  })
})

describe('one visit to several units', () => {
  test('is one visit that counts for each unit and is paid once', async () => {
    town = await anApp({ answers: { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' }, appointed: false })
    const { units, people } = town.cast
    const both = [units.solgarden, units.bjorken]
    for (const name of ['anna', 'bengt'] as const)
      for (const unit of both) {
        const period = { validFrom: '2026-03-25', validUntil: '', decidedOn: '2026-03-04', paragraph: '§ 21' }
        const whose = { personId: people[name], object: `unit:${unit}`, ...period }
        const dependencies = { database: town.database, clock: town.clock }
        await must(execute(dependencies, town.cast.as('secretary'), appoint, whose))
      }
    const id = await reported({ day: '2026-06-01', units: both, who: ['anna'] })
    expect((await claimsOf(id)).map(({ personName }) => personName)).toEqual(['Anna Exempel'])
    const { evaluation } = await town.database.read(town.cast, (tx) => judgeClaims(tx, town.cast.system()))
    expect(evaluation.feeLines.map(({ visit, person }) => [visit, person])).toEqual([[id, people.anna]])
    const counted = evaluation.findings.filter(({ kind, code }) => kind === 'visits.count' && code === 'reached')
    expect(counted.map(({ subject }) => subject.id)).toEqual([people.anna, people.anna])
    for (const unit of both)
      expect(await textOf(await town.get('secretary', `/enheter/${unit}`))).toContain('1 juni 2026')
    const shown = await textOf(await town.get('anna', `/besok/${id}`))
    expect(shown).toContain('Besök på Björken och Solgården')
    expect(shown.split('Bengt Exempel skulle ha deltagit i besöket men var inte där.')).toHaveLength(2)
  })
})
