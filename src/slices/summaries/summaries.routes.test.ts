import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { must } from '../../../tests/support/cast.ts'
import { execute } from '../../platform/command.ts'
import { bookVisit, getVisit, noteAttendance } from '../visits/index.ts'

/** Anna's visit to Solgården last month, registered afterwards by the secretary, with attendance. */
async function aHeldVisit({ database, clock, cast }: TestApp): Promise<string> {
  const run = { database, clock }
  const booking = {
    units: cast.units.solgarden,
    day: '2026-09-10',
    start: '13.00',
    end: '15.00',
    seen: 'yes',
    afterwards: 'yes',
    agreedWithManager: 'yes',
  }
  const { id } = await must(execute(run, cast.as('secretary'), bookVisit, { ...booking, onBehalfOf: cast.people.anna }))
  const { version } = await database.read(cast, (tx) => getVisit(tx, cast.system(), id))
  const { anna } = cast.people
  const came = { [`came.${anna}`]: 'yes', [`start.${anna}`]: '13.00', [`end.${anna}`]: '15.00' }
  const met = { 'met.users': 'yes', 'met.manager': 'yes', 'met.staff': 'yes' }
  await must(
    execute(run, cast.as('secretary'), noteAttendance, { visit: id, version: String(version), ...came, ...met }),
  )
  return id
}

const textOf = async (response: Response) => (await response.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the year’s page (Hedemora)', () => {
  let app: TestApp
  let visitId: string
  beforeAll(async () => {
    app = await anApp({ answers: { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' } })
    visitId = await aHeldVisit(app)
    await app.workOff()
  })

  test('HED-12: carries the name and purpose that the guideline gives it, as part of the quality work', async () => {
    const page = await textOf(await app.get('qualityOfficer', '/sammanstallning'))
    expect(page).toContain('Sammanfattning av kontaktpolitikernas rapporter 2026')
    expect(page).toContain('underlag i förvaltningens systematiska kvalitetsarbete')
    expect(page).toContain('Rapporterna ingår i det systematiska kvalitetsarbetet')
  })

  test('HED-04: a breach stands with its rule, its bearer and a way to the visit', async () => {
    const page = await (await app.get('auditor', '/sammanstallning')).text()
    expect(page).toContain('Verksamhetsbesök, stycke 1 (HED-04, ska)')
    expect(page).toContain('Ansvar: kontaktpolitikern. En gång under året.')
    expect(page).toContain(`/besok/${visitId}`)
  })

  test('fees are summed for those who see what everybody is paid', async () => {
    expect(await textOf(await app.get('chair', '/sammanstallning'))).toContain('Väntar på rapport, beslut eller svar')
  })

  test('a politician and the quality officer see no fees there', async () => {
    expect(await textOf(await app.get('anna', '/sammanstallning'))).not.toContain(
      'Väntar på rapport, beslut eller svar',
    )
    expect(await textOf(await app.get('qualityOfficer', '/sammanstallning'))).not.toContain('Lämnat till lön')
  })

  test('a manager may not see it', async () => {
    expect((await app.get('manager', '/sammanstallning')).status).toBe(403)
  })

  test('a year that there is none of shows the running one', async () => {
    expect(await textOf(await app.get('secretary', '/sammanstallning?ar=hej'))).toContain('2026')
  })

  test('is in English for one who has chosen it', async () => {
    await app.post('viceChair', '//sprak', { language: 'en', returnTo: '/' })
    const page = await textOf(await app.get('viceChair', '/sammanstallning'))
    expect(page).toContain('Summary of the contact politicians')
    expect(page).toContain('Visits against the guideline')
    expect(page).toContain('Duty of the contact politician. Once in the year.')
  })

  test('needs sign-in', async () => {
    const { municipality, committee } = app.cast.place
    expect((await app.app.request(`http://localhost/${municipality}/${committee}/sammanstallning`)).status).toBe(303)
  })

  test('its rows can be fetched as a file', async () => {
    const file = await app.get('secretary', '/sammanstallning/besok.csv?ar=2026')
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(await file.text()).toContain('Anna Exempel, Solgården;1;0;1;2;Uppfyllt')
  })
})

describe('contacts outside visits on the year’s page (SNB-01)', () => {
  test('are counted by unit and kind for those who may read of them; without any there is no such part', async () => {
    const app = await anApp({ guideline: 'socialnamnden-kontaktpolitiker-snb' })
    expect(await textOf(await app.get('secretary', '/sammanstallning'))).not.toContain('Kontakter utanför besök')
    const { solgarden, bjorken } = app.cast.units
    const note = (name: 'anna' | 'cecilia', kind: string, where: string, day = '2026-10-01') =>
      app.post(name, '/kontakter/ny', { kind, where, day, subject: 'Maten är kall' })
    await note('anna', 'relative', `unit:${solgarden}`)
    await note('anna', 'relative', `unit:${solgarden}`)
    await note('anna', 'user', 'none')
    await note('cecilia', 'organisation', `unit:${bjorken}`)
    await note('cecilia', 'organisation', `unit:${bjorken}`, '2025-12-31')
    for (const name of ['secretary', 'anna', 'qualityOfficer'] as const) {
      const page = await textOf(await app.get(name, '/sammanstallning'))
      expect(page).toMatch(
        /Björken 0 0 1 0 1 Solgården 0 2 0 0 2 Ingen särskild enhet 1 0 0 0 1 Alla 1 2 1 0 4 Till kontakterna/,
      )
      expect(page).not.toContain('Maten är kall')
    }
    expect(await textOf(await app.get('feeOfficer', '/sammanstallning'))).not.toContain('Kontakter utanför besök')
  })
})

describe('the year’s page under another guideline', () => {
  test('SOC-04: has another name, and says that it is no part of the quality follow-up', async () => {
    const app = await anApp({ guideline: 'socialnamnden-kontaktpolitiker-soc' })
    const page = await textOf(await app.get('secretary', '/sammanstallning'))
    expect(page).toContain('Årets kontaktbesök 2026')
    expect(page).toContain('Inte en del av kvalitetsuppföljningen')
    expect(page).not.toContain('ingår i det systematiska kvalitetsarbetet')
  })

  test('SON-01: a proposal judges nothing: the page says that no guideline was in force', async () => {
    const app = await anApp({ guideline: 'social-och-omsorgsnamnden-forslag', appointed: false })
    const page = await textOf(await app.get('secretary', '/sammanstallning'))
    expect(page).toContain('Ingen riktlinje som finns här gällde')
    expect(page).toContain('Inga besök 2026')
  })

  test('SON-06: once adopted, the year is summed up as learning', async () => {
    const app = await anApp({ guideline: 'social-och-omsorgsnamnden-forslag', appointed: false })
    const adoption = { decidedOn: '2026-10-01', paragraph: '§ 48', validFrom: '2026-10-01' }
    await app.post('secretary', `/riktlinje/${app.cast.guidelineVersionId}/antagande`, adoption)
    const page = await textOf(await app.get('secretary', '/sammanstallning'))
    expect(page).toContain('Lärdomar av årets besök 2026')
    expect(page).toContain('lärande om verksamheterna')
  })
})
