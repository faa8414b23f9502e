import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, type CastName, must } from '../../../tests/support/cast.ts'
import { execute } from '../../platform/command.ts'
import { answerInvitation, bookVisit, getVisit, noteAttendance, planVisit } from '../visits/index.ts'

const textOf = async (response: Response) => (await response.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

type Booked = { readonly day: string; readonly afterwards?: boolean }

/** A visit to Solgården that Anna has booked, or that the secretary registers for her afterwards. */
async function aVisit({ database, clock, cast }: TestApp, { day, afterwards = false }: Booked): Promise<string> {
  const booking = { units: cast.units.solgarden, day, start: '13.00', end: '15.00', seen: 'yes' }
  const late = { ...booking, afterwards: 'yes', agreedWithManager: 'yes', onBehalfOf: cast.people.anna }
  const scope = cast.as(afterwards ? 'secretary' : 'anna')
  const { id } = await must(execute({ database, clock }, scope, bookVisit, afterwards ? late : booking))
  return id
}

async function noted({ database, clock, cast }: TestApp, id: string, who: readonly CastName[]): Promise<void> {
  const { version } = await database.read(cast, (tx) => getVisit(tx, cast.system(), id))
  const came = who
    .map((name) => cast.people[name])
    .flatMap((person) => [
      [`came.${person}`, 'yes'],
      [`start.${person}`, '13.00'],
      [`end.${person}`, '15.00'],
    ])
  const met = { 'met.users': 'yes', 'met.manager': 'yes', 'met.staff': 'yes' }
  const note = { visit: id, version: String(version), ...Object.fromEntries(came), ...met }
  await must(execute({ database, clock }, cast.as('secretary'), noteAttendance, note))
}

describe('Att göra', () => {
  let app: TestApp
  let visitId: string
  beforeAll(async () => {
    app = await anApp({ answers: { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' } })
    visitId = await aVisit(app, { day: '2026-10-12' })
  })

  test('the one who is invited is led to the answer, with the last day', async () => {
    const page = await app.get('bengt', '/')
    const html = await page.text()
    expect(page.status).toBe(200)
    expect(html).toContain('Svara om du kommer till Solgården')
    expect(html).toContain(`href="/ekby/namnden/besok/${visitId}"`)
    expect(html).toContain('Senast 12 oktober 2026')
  })

  test('HED-06: the manager is led to the proposal', async () => {
    expect(await textOf(await app.get('manager', '/'))).toContain('Svara på förslaget om besök på Solgården')
  })

  test('another unit’s manager sees nothing of it', async () => {
    const page = await textOf(await app.get('otherManager', '/'))
    expect(page).toContain('Allt är gjort')
    expect(page).not.toContain('Solgården')
  })

  test('HED-05: another politician is led to booking the own unit', async () => {
    const page = await app.get('cecilia', '/')
    expect(await page.text()).toContain(`href="/ekby/namnden/besok/nytt?enhet=${app.cast.units.bjorken}"`)
  })

  test('the secretary sees the papers deadline, and apart what waits for others', async () => {
    const page = await textOf(await app.get('secretary', '/'))
    expect(page).toMatch(/Gör klart handlingarna till sammanträdet 20 oktober 2026 .* Senast 10 oktober 2026/)
    expect(page).toMatch(/Väntar på andra .* 2 av 4 har besök kvar i år/)
  })

  test('those who only read are shown where to read', async () => {
    const page = await textOf(await app.get('auditor', '/'))
    expect(page).toContain('Allt är gjort')
    expect(page).toContain('Reglerna i klartext, med avsnitt.')
  })

  test('SON-01: where only a proposal lies on the table everybody is told, and the secretary is led to the decision', async () => {
    const proposed = await anApp({ guideline: 'social-och-omsorgsnamnden-forslag', appointed: false })
    expect(await textOf(await proposed.get('anna', '/'))).toContain('Inga besök kan bokas förrän den finns')
    expect(await textOf(await proposed.get('secretary', '/'))).toContain('Registrera nämndens beslut om riktlinjen')
  })

  test('SNB-05: a manager who has not called is led there, and the secretary sees that no call has come', async () => {
    const called = await anApp({ guideline: 'socialnamnden-kontaktpolitiker-snb' })
    expect(await textOf(await called.get('manager', '/'))).toContain('Kalla till besök på Solgården')
    expect(await textOf(await called.get('anna', '/'))).toContain('Kallelse till Solgården väntas')
    expect(await textOf(await called.get('secretary', '/'))).toContain('2 enheter har inte kallat till årets besök')
  })
})

describe('the units', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await anApp()
  })

  test('SNB-03: the list names who represents the committee for each', async () => {
    const page = await textOf(await app.get('feeOfficer', '/enheter'))
    expect(page).toMatch(/Solgården .*Anna Exempel, Bengt Exempel/)
    expect(page).toMatch(/Ängen .*Ingen utsedd/)
  })

  test('a manager’s list holds the own units alone', async () => {
    const page = await textOf(await app.get('manager', '/enheter'))
    expect(page).toContain('Solgården')
    expect(page).not.toContain('Björken')
  })

  test('a unit that is not the manager’s looks like one that does not exist', async () => {
    expect((await app.get('manager', `/enheter/${app.cast.units.bjorken}`)).status).toBe(404)
    expect((await app.get('manager', '/enheter/00000000-0000-7000-8000-000000000000')).status).toBe(404)
  })

  test('a unit of another municipality does not exist', async () => {
    const other = await aCast(app.database, app.clock, { slug: 'vikby' })
    const there = appWith(app.database, app.clock, other)
    expect((await there.get('secretary', `/enheter/${app.cast.units.solgarden}`)).status).toBe(404)
  })

  test('HED-17: a unit’s page says how its people reach the contact politicians, and why', async () => {
    const page = await app.get('anna', `/enheter/${app.cast.units.solgarden}`)
    const html = await page.text()
    expect(html).toContain('href="mailto:kontakt@ekby.example"')
    expect(html).toContain('Kontaktpolitikern finns i rimlig omfattning tillgänglig')
    expect(html).toContain('Särskilt boende för äldre.')
  })

  test('HED-06: only the one whose step it is finds the button', async () => {
    const path = `/enheter/${app.cast.units.solgarden}`
    const href = `/besok/nytt?enhet=${app.cast.units.solgarden}`
    expect(await (await app.get('anna', path)).text()).toContain(href)
    expect(await (await app.get('cecilia', path)).text()).not.toContain(href)
    expect(await (await app.get('manager', path)).text()).not.toContain(href)
  })

  test('HED-18: what is new since the own last visit is at hand', async () => {
    const path = `/enheter/${app.cast.units.solgarden}`
    expect(await textOf(await app.get('bengt', path))).toContain('Du har inte varit här än')
    await noted(app, await aVisit(app, { day: '2026-09-01', afterwards: true }), ['bengt'])
    await noted(app, await aVisit(app, { day: '2026-09-20', afterwards: true }), ['anna'])
    const page = await textOf(await app.get('bengt', path))
    expect(page).toMatch(/Du var här senast 1 september 2026\. .*20 september 2026 Besök av andra Anna Exempel/)
  })
})

describe('a visit’s story', () => {
  let app: TestApp
  let visitId: string
  const path = () => `/besok/${visitId}/tidslinje`
  beforeAll(async () => {
    app = await anApp({ answers: { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' } })
    const { database, clock, cast } = app
    const run = { database, clock }
    visitId = await aVisit(app, { day: '2026-10-07' })
    await must(
      execute(run, cast.as('bengt'), answerInvitation, {
        visit: visitId,
        person: cast.people.bengt,
        answer: 'accepted',
        message: '',
      }),
    )
    await must(
      execute(run, cast.as('manager'), planVisit, {
        visit: visitId,
        version: '1',
        programme: 'Fika',
        place: '',
        intent: 'confirm',
      }),
    )
    clock.advanceDays(2)
    await noted(app, visitId, ['anna'])
    await app.workOff()
  })

  test('tells what happened in order of time, from proposal to claim', async () => {
    const page = await textOf(await app.get('secretary', path()))
    expect(page).toMatch(
      /Besöket föreslogs .*Svarade ja .*Chefen bekräftade besöket .*Besöket 13\.00–15\.00.* Närvaron antecknades .*Arvodesunderlag skapades för Anna Exempel/,
    )
  })

  test('HED-04: shows what was not as the guideline says, with the clause', async () => {
    const page = await textOf(await app.get('auditor', path()))
    expect(page).toMatch(/Bengt Exempel .*Verksamhetsbesök, stycke 1 \(HED-04\)/)
  })

  test('shows the claim to its own person and to those who see all, and to nobody else', async () => {
    expect(await textOf(await app.get('anna', path()))).toContain('Arvodesunderlag skapades för Anna Exempel')
    expect(await textOf(await app.get('chair', path()))).toContain('Arvoden för besöket')
    expect(await textOf(await app.get('bengt', path()))).not.toContain('Arvodesunderlag')
    expect(await textOf(await app.get('manager', path()))).not.toContain('Arvodesunderlag')
  })

  test('is seen by the unit’s manager and not by another’s', async () => {
    expect((await app.get('manager', path())).status).toBe(200)
    expect((await app.get('otherManager', path())).status).toBe(404)
    expect((await app.get('administrator', path())).status).toBe(403)
  })
})
