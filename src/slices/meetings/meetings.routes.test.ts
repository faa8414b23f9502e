import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { startOfDay } from '../../kernel/instant.ts'
import { type Command, execute } from '../../platform/command.ts'
import type { MovableClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, type CastName, type CastOptions, must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { directoryFacts, listMeetings } from '../directory/index.ts'
import { judge } from '../guidelines/index.ts'
import { peopleFacts } from '../people/index.ts'
import { finaliseReport, reportOrally, reportsFacts, saveDraft, startReport } from '../reports/index.ts'
import { aHeldVisit } from '../reports/a-held-visit.ts'
import { visitsFacts } from '../visits/index.ts'
import { meetingsFacts } from './meetings.facts.ts'

let database: Database
let clock: MovableClock

beforeAll(async () => {
  database = await aDatabase()
  clock = testClock()
})

/** A town of its own at noon of a day; by default of the tests' day, 6 October: papers for the 20th close on the 10th. */
async function aTown(options: CastOptions, day = '2026-10-06'): Promise<TestApp> {
  clock.set(startOfDay(dayFromIso(day)))
  return appWith(database, clock, await aCast(database, clock, options))
}

/** The same town some days later, when everybody signs in anew. */
function laterIn({ cast }: TestApp, days: number): TestApp {
  clock.advanceDays(days)
  return appWith(database, clock, cast)
}

const run = <I, O>({ cast }: TestApp, name: CastName, definition: Command<I, O>, input: unknown) =>
  must(execute({ database, clock }, cast.as(name), definition, input))

async function aFinalReport(town: TestApp, more: Readonly<Record<string, string>> = {}) {
  const { cast } = town
  const visitId = await aHeldVisit(database, cast, {
    day: '2026-06-01',
    unitId: cast.units.solgarden,
    who: [cast.people.anna],
  })
  const { id } = await run(town, 'anna', startReport, { visitId })
  await run(town, 'anna', saveDraft, { id, version: '1', 'text.fritt': 'Det vi såg.', ...more })
  await run(town, 'anna', finaliseReport, { id, version: '2' })
  return { id, visitId }
}

async function meetingIn({ cast }: TestApp, month: string): Promise<string> {
  const rows = await database.read(cast, (tx) => listMeetings(tx, cast.system()))
  const found = rows.find(({ day }) => isoFromDay(day).startsWith(month))
  if (found === undefined) throw new Error(`there is no meeting in ${month}`)
  return found.id
}

const pageOf = async (response: Promise<Response>) => (await response).text()

describe('where a final report goes', () => {
  test('VSN-07: with the papers of the next meeting whose deadline has not passed', async () => {
    const town = await aTown({ slug: 'vsn-forst', guideline: 'valfard-och-servicenamnden-2024', appointed: false })
    const { id } = await aFinalReport(town)
    await town.workOff()
    expect(await pageOf(town.get('anna', `/sammantraden/${await meetingIn(town, '2026-10')}`))).toContain(
      `/rapporter/${id}`,
    )
    expect(await pageOf(town.get('anna', `/sammantraden/${await meetingIn(town, '2026-11')}`))).not.toContain(
      `/rapporter/${id}`,
    )
  })

  test('VSN-07: one that is finished the day after the deadline goes to the meeting after', async () => {
    const town = await aTown(
      { slug: 'vsn-sedan', guideline: 'valfard-och-servicenamnden-2024', appointed: false },
      '2026-10-11',
    )
    const { id } = await aFinalReport(town)
    await town.workOff()
    expect(await pageOf(town.get('anna', `/sammantraden/${await meetingIn(town, '2026-10')}`))).not.toContain(
      `/rapporter/${id}`,
    )
    expect(await pageOf(town.get('anna', `/sammantraden/${await meetingIn(town, '2026-11')}`))).toContain(
      `/rapporter/${id}`,
    )
  })

  test('VSN-08: an oral summary is put on the list of the same meeting', async () => {
    const town = await aTown({ slug: 'vsn-muntligt', guideline: 'valfard-och-servicenamnden-2024', appointed: false })
    await aFinalReport(town)
    await town.workOff()
    expect(await pageOf(town.get('anna', `/sammantraden/${await meetingIn(town, '2026-10')}`))).toContain(
      'Muntlig sammanfattning',
    )
  })

  test('SOC-12: what the visit raised is put up for discussion', async () => {
    const town = await aTown({ slug: 'soc-fraga', guideline: 'socialnamnden-kontaktpolitiker-soc' })
    await aFinalReport(town, { 'question.1': 'Hur når vi de anhöriga?' })
    await town.workOff()
    const page = await pageOf(town.get('bengt', `/sammantraden/${await meetingIn(town, '2026-10')}`))
    expect(page).toContain('Det som kom fram vid besöket på Solgården')
    expect(page).toContain('Hur når vi de anhöriga?')
  })

  test('SNB-04: an oral report stands on the list with its speaker', async () => {
    const town = await aTown({ slug: 'snb-muntligt', guideline: 'socialnamnden-kontaktpolitiker-snb' })
    const { cast } = town
    const visitId = await aHeldVisit(database, cast, {
      day: '2026-06-01',
      unitId: cast.units.solgarden,
      who: [cast.people.anna],
    })
    const meeting = await meetingIn(town, '2026-12')
    await run(town, 'anna', reportOrally, { visitId, meeting, speaker: cast.people.anna, line: 'Om maten' })
    await town.workOff()
    const page = await pageOf(town.get('cecilia', `/sammantraden/${meeting}`))
    expect(page).toContain('Muntlig rapport')
    expect(page).toContain('Anna Exempel')
  })
})

describe('the secretary', () => {
  test('takes the papers as one package with a list', async () => {
    const town = await aTown({ slug: 'paketby' })
    const { id } = await aFinalReport(town)
    await town.workOff()
    const meeting = `/sammantraden/${await meetingIn(town, '2026-10')}`
    expect(await pageOf(town.get('secretary', meeting))).toContain(`${meeting}/handlingar.zip`)
    const response = await town.get('secretary', `${meeting}/handlingar.zip`)
    expect(response.headers.get('content-type')).toBe('application/zip')
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json']))
    expect(manifest.files.map(({ kind }: { kind: string }) => kind)).toEqual(['cover', 'report'])
    expect(manifest.files[1].report.id).toBe(id)
    expect((await town.get('anna', `${meeting}/handlingar.zip`)).status).toBe(403)
  })

  test('notes the papers as notified once the meeting has been held, not before', async () => {
    const town = await aTown({ slug: 'delgivningsby' })
    await aFinalReport(town)
    await town.workOff()
    const meeting = `/sammantraden/${await meetingIn(town, '2026-10')}`
    expect((await town.post('secretary', `${meeting}/delgivning`, { paragraph: '§ 14' })).status).toBe(422)
    const after = laterIn(town, 14)
    expect((await after.post('secretary', `${meeting}/delgivning`, { paragraph: '' })).status).toBe(422)
    expect((await after.post('secretary', `${meeting}/delgivning`, { paragraph: '§ 14' })).status).toBe(303)
    expect(await pageOf(after.get('anna', meeting))).toContain('Klart, § 14')
  })

  test('notes the discussion with its paragraph, and the evaluation learns of it', async () => {
    const town = await aTown({ slug: 'diskussionsby', guideline: 'socialnamnden-kontaktpolitiker-soc' })
    const { visitId } = await aFinalReport(town)
    await town.workOff()
    const id = await meetingIn(town, '2026-10')
    const after = laterIn(town, 14)
    const page = await pageOf(after.get('secretary', `/sammantraden/${id}`))
    const item = /id="diskussion".*?punkter\/([0-9a-f-]{36})"/s.exec(page)?.[1] ?? ''
    const form = { [`paragraph.${item}`]: '§ 15', [`note.${item}`]: 'Tas med i budgetarbetet.' }
    expect((await after.post('secretary', `/sammantraden/${id}/punkter/${item}`, form)).status).toBe(303)
    expect(await pageOf(after.get('anna', `/sammantraden/${id}`))).toContain('Tas med i budgetarbetet.')
    const scope = town.cast.system()
    const parts = {
      ...directoryFacts(scope),
      ...peopleFacts(scope),
      ...visitsFacts(scope),
      ...reportsFacts(scope),
      ...meetingsFacts(scope),
    }
    const { programme } = await database.read(scope, (tx) => judge(tx, scope, parts))
    expect(programme.reports.find(({ visit }) => visit === visitId)).toMatchObject({ meeting: id, discussedAt: id })
  })

  test('adds a report that found no meeting, and a report at a meeting cannot be added once more', async () => {
    const town = await aTown({ slug: 'sistaby' }, '2026-12-12')
    const { id } = await aFinalReport(town)
    await town.workOff()
    const meeting = `/sammantraden/${await meetingIn(town, '2026-12')}`
    expect(await pageOf(town.get('secretary', meeting))).toContain('Lägg till en rapport')
    expect((await town.post('secretary', `${meeting}/punkter`, { report: id })).status).toBe(303)
    expect(await pageOf(town.get('anna', meeting))).toContain(`/rapporter/${id}`)
    const again = await town.post('secretary', `${meeting}/punkter`, { report: id })
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('Rapporten ligger redan vid ett sammanträde.')
  })

  test('is told of an empty meeting, with the deadline', async () => {
    const town = await aTown({ slug: 'tomby' })
    const page = await pageOf(town.get('secretary', `/sammantraden/${await meetingIn(town, '2026-11')}`))
    expect(page).toContain('Inga rapporter är lämnade till sammanträdet än.')
    expect(page).toContain('10 november 2026. Rapporter som blir färdiga senast då följer med automatiskt.')
  })
})

test('a politician cannot note anything', async () => {
  const town = await aTown({ slug: 'politikerby' })
  const meeting = `/sammantraden/${await meetingIn(town, '2026-10')}`
  expect((await town.post('anna', `${meeting}/delgivning`, { paragraph: '§ 1' })).status).toBe(403)
})

test('the list shows coming meetings before those that were', async () => {
  const town = await aTown({ slug: 'listby' })
  const page = await pageOf(town.get('anna', '/sammantraden'))
  expect(page.indexOf('20 oktober 2026')).toBeLessThan(page.indexOf('20 september 2026'))
})
