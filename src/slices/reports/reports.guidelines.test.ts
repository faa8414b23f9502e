import { beforeAll, describe, expect, test } from 'vitest'
import { appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, aGroup, type CastOptions, must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { adoptUnseen, nothingAdopted } from '../../../tests/support/unseen.ts'
import { execute } from '../../platform/command.ts'
import type { MovableClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { listMeetings } from '../directory/index.ts'
import { adoptGuideline } from '../guidelines/index.ts'
import { aHeldVisit } from './a-held-visit.ts'

let database: Database
let clock: MovableClock

beforeAll(async () => {
  database = await aDatabase()
  clock = testClock()
})

const aTown = async (options: CastOptions) => appWith(database, clock, await aCast(database, clock, options))
const pageOf = async (response: Promise<Response>) => (await response).text()

const visitOfAnnaAndBengt = ({ cast }: TestApp, day = '2026-05-18') =>
  aHeldVisit(database, cast, { day, unitId: cast.units.solgarden, who: [cast.people.anna, cast.people.bengt] })

async function meetingOn({ cast }: TestApp, day: string): Promise<string> {
  const rows = await database.read(cast, (tx) => listMeetings(tx, cast.system()))
  const wanted = rows[Number(day.slice(5, 7)) - 1]
  if (wanted === undefined) throw new Error(`there is no meeting in the month of ${day}`)
  return wanted.id
}

describe('under a guideline that allows oral reports (SNB)', () => {
  let town: TestApp
  beforeAll(async () => {
    town = await aTown({ slug: 'snbby', guideline: 'socialnamnden-kontaktpolitiker-snb' })
  })

  test('SNB-04: the visit is reported orally at a meeting, and that counts as the report', async () => {
    const visitId = await visitOfAnnaAndBengt(town)
    expect(await pageOf(town.get('anna', `/rapporter/besok/${visitId}`))).toContain('Rapportera muntligt i stället')
    const meeting = await meetingOn(town, '2026-10-20')
    const form = { meeting, speaker: town.cast.people.bengt, line: 'Om de nya aktiviteterna' }
    const response = await town.post('anna', `/rapporter/besok/${visitId}/muntlig`, form)
    expect(response.status).toBe(303)
    const page = await pageOf(town.get('cecilia', response.headers.get('location') ?? ''))
    expect(page).toContain('Om de nya aktiviteterna')
    expect(page).toContain('Lämnas muntligt av Bengt Exempel vid sammanträdet 20 oktober 2026')
    expect(await pageOf(town.get('anna', '/rapporter'))).not.toContain(`/rapporter/besok/${visitId}`)
  })

  test('SNB-04: it can be written instead', async () => {
    expect((await town.post('anna', `/rapporter/besok/${await visitOfAnnaAndBengt(town)}`)).status).toBe(303)
  })

  test('an oral report without speaker comes back with what was typed', async () => {
    const visitId = await visitOfAnnaAndBengt(town)
    const form = { meeting: await meetingOn(town, '2026-10-20'), line: 'Om maten' }
    const response = await town.post('anna', `/rapporter/besok/${visitId}/muntlig`, form)
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain('Välj vem som talar.')
    expect(page).toContain('Om maten')
  })

  test('a meeting that has been held is no place to report at', async () => {
    const visitId = await visitOfAnnaAndBengt(town)
    const form = { meeting: await meetingOn(town, '2026-05-20'), speaker: town.cast.people.anna, line: 'Om maten' }
    const response = await town.post('anna', `/rapporter/besok/${visitId}/muntlig`, form)
    expect(await response.text()).toContain('Sammanträdet har redan varit.')
  })

  test('SNB-12: the reminder of secrecy stands there before one writes', async () => {
    const page = await pageOf(town.get('anna', `/rapporter/besok/${await visitOfAnnaAndBengt(town)}`))
    expect(page).toContain('Skriv inget som du har fått veta under sekretess.')
    expect(page).toContain('Att tänka på, ')
  })

  test('SNB-02: staff matters are referred, with to whom, instead of reported', async () => {
    const page = await pageOf(town.get('anna', `/rapporter/besok/${await visitOfAnnaAndBengt(town)}`))
    expect(page).toContain('Det här hör inte hemma i rapporten')
    expect(page).toMatch(/Lämna det till [^.]*chef/)
  })

  test('SNB-10: problems in the running operation go to the head of social services', async () => {
    const page = await pageOf(town.get('anna', `/rapporter/besok/${await visitOfAnnaAndBengt(town)}`))
    expect(page).toMatch(/Lämna det till [^.]*socialchef/)
  })
})

describe('under a guideline for both committee and manager (SOC)', () => {
  test('SOC-11: the written report goes to the committee’s meeting and to the unit’s manager', async () => {
    const town = await aTown({ slug: 'socby', guideline: 'socialnamnden-kontaktpolitiker-soc' })
    const { headers } = await town.post('anna', `/rapporter/besok/${await visitOfAnnaAndBengt(town)}`)
    const draft = headers.get('location') ?? ''
    await town.post('anna', draft, { version: '1', 'text.fritt': 'Vi talade om lokalerna.' })
    await town.post('anna', draft.replace('utkast', 'fardig'), { version: '2' })
    const page = await pageOf(town.get('manager', draft.replace('/utkast', '')))
    expect(page).toContain('Vi talade om lokalerna.')
    expect(page).toContain('Med handlingarna till sammanträdet 20 oktober 2026')
    expect(page).toContain('Manager Exempel, 6 oktober 2026')
  })

  test('SOC-03: the limits of the assignment stand there before one writes', async () => {
    const town = await aTown({ slug: 'socgrans', guideline: 'socialnamnden-kontaktpolitiker-soc' })
    const page = await pageOf(town.get('anna', `/rapporter/besok/${await visitOfAnnaAndBengt(town)}`))
    expect(page).toContain('Du kommer som nämndens företrädare, inte som partiets.')
    expect(page).toContain('Problem i den dagliga driften')
    expect(page).toContain('Lämna det till utföraren.')
  })
})

describe('under a guideline with examples of topics (VSN)', () => {
  test('VSN-06: the topics are said to be examples, and an empty one is left out of the final report', async () => {
    const town = await aTown({ slug: 'vsnby', guideline: 'valfard-och-servicenamnden-2024', appointed: false })
    const visitId = await visitOfAnnaAndBengt(town)
    const { headers } = await town.post('anna', `/rapporter/besok/${visitId}`)
    const draft = headers.get('location') ?? ''
    expect(await pageOf(town.get('anna', draft))).toContain('Ämnena är exempel ur riktlinjen.')
    await town.post('anna', draft, { version: '1', 'text.VSN-06-strengths': 'Engagerad personal.' })
    await town.post('anna', draft.replace('utkast', 'fardig'), { version: '2' })
    const page = await pageOf(town.get('anna', draft.replace('/utkast', '')))
    expect(page).toContain('Styrkor')
    expect(page).not.toContain('Det som pågår i nämnden')
  })
})

describe('under a guideline with a rapporteur for each group (SON)', () => {
  test('SON-04, SON-05: impartiality stands first; the others write, and the rapporteur alone makes the report final', async () => {
    const town = await aTown({ slug: 'sonby', guideline: 'social-och-omsorgsnamnden-forslag', appointed: false })
    const { cast } = town
    const adoption = {
      versionId: cast.guidelineVersionId,
      decidedOn: '2026-01-20',
      paragraph: '§ 4',
      validFrom: '2026-02-01',
    }
    await must(execute({ database, clock }, cast.as('secretary'), adoptGuideline, adoption))
    const groupId = await aGroup({ database, clock }, cast)
    const who = [cast.people.bengt, cast.people.cecilia]
    const visitId = await aHeldVisit(database, cast, { day: '2026-05-18', unitId: cast.units.solgarden, who, groupId })
    expect(await pageOf(town.get('bengt', `/rapporter/besok/${visitId}`))).toContain('Var saklig och opartisk.')
    const { headers } = await town.post('bengt', `/rapporter/besok/${visitId}`)
    const draft = headers.get('location') ?? ''
    expect(await pageOf(town.get('bengt', draft))).toContain('Anna Exempel är rapportör och färdigställer rapporten.')
    await town.post('bengt', draft, { version: '1', 'text.fritt': 'Vi lärde oss om schemat.' })
    const refused = await town.post('bengt', draft.replace('utkast', 'fardig'), { version: '2' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Det är gruppens rapportör som färdigställer rapporten.')
    expect((await town.post('anna', draft.replace('utkast', 'fardig'), { version: '2' })).status).toBe(303)
    expect(await pageOf(town.get('cecilia', draft.replace('/utkast', '')))).toContain('Vi lärde oss om schemat.')
  })
})

describe('under a guideline by which the manager reports', () => {
  let town: TestApp
  let visitId: string
  const report = { writer: 'Manager Exempel', received: '2026-06-01', text: 'Det var tyst på natten.' }
  const register = (name: 'secretary' | 'anna', form: Readonly<Record<string, string>>) =>
    town.post(name, `/rapporter/besok/${visitId}/registrering`, form)
  beforeAll(async () => {
    town = await aTown({ slug: 'nattby', ...nothingAdopted })
    await adoptUnseen({ database, clock }, town.cast)
    visitId = await visitOfAnnaAndBengt(town)
  })

  test('REP-02: the politicians who came are not asked for it, and are told who makes it', async () => {
    expect(await pageOf(town.get('anna', '/rapporter'))).not.toContain(visitId)
    const page = await pageOf(town.get('anna', `/rapporter/besok/${visitId}`))
    expect(page).toContain('Rapporten lämnas av enhetens chef.')
    expect(page).not.toContain('Börja skriva')
    expect(await pageOf(town.get('anna', `/besok/${visitId}`))).not.toContain('Skriv rapport')
    const refused = await town.post('anna', `/rapporter/besok/${visitId}`)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Enligt riktlinjen är det inte kontaktpolitikerna som lämnar rapporten.')
    expect((await register('anna', report)).status).toBe(403)
  })

  test('REP-02: the secretary sees that the manager owes it, and is asked for what is missing of it', async () => {
    const list = await pageOf(town.get('secretary', '/rapporter'))
    expect(list).toContain('Enhetens chef')
    expect(list).toContain(`/rapporter/besok/${visitId}`)
    expect(await pageOf(town.get('secretary', `/rapporter/besok/${visitId}`))).toContain('value="Manager Exempel"')
    for (const [wrong, said] of [
      [{ ...report, writer: '' }, 'Skriv vem som har skrivit rapporten.'],
      [{ ...report, text: '' }, 'Skriv in rapporten.'],
      [{ ...report, received: 'i går' }, 'Skriv dagen som år, månad och dag'],
      [{ ...report, received: '2026-05-17' }, 'Dagen ska ligga mellan besöket och i dag.'],
      [{ ...report, text: 'Ring 19121212-1212.' }, 'Här ser det ut att stå ett personnummer.'],
    ] as const) {
      const answer = await register('secretary', wrong)
      expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(said)])
    }
  })

  test('REP-02: once registered it is the manager’s report, from the day it came in, and the visit is reported', async () => {
    const { status, headers } = await register('secretary', report)
    expect(status).toBe(303)
    const page = await pageOf(town.get('anna', headers.get('location') ?? ''))
    expect(page).toContain('Manager Exempel, enhetens chef')
    expect(page).toContain('Det var tyst på natten.')
    expect(page).toContain('1 juni 2026')
    expect(await pageOf(town.get('cecilia', '/rapporter'))).toContain('Manager Exempel, enhetens chef')
    await town.workOff()
    const visit = await pageOf(town.get('secretary', `/besok/${visitId}`))
    expect(visit).toContain('Rapporterat')
    expect(visit).toContain('Besöket är rapporterat.')
    expect(visit).not.toContain('Besöket är rapporterat, men rapporten ska lämnas')
    expect((await register('secretary', report)).status).toBe(422)
  })
})
