import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, type CastName, must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { adoptRules } from '../../../tests/support/guideline-of.ts'
import { nothingAdopted } from '../../../tests/support/unseen.ts'
import { type Day, dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { startOfDay } from '../../kernel/instant.ts'
import type { MovableClock } from '../../platform/clock.ts'
import { type Command, execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import { pdfFacts } from '../../../tests/support/pdf.ts'
import { listMeetings, registerMeetings } from '../directory/index.ts'
import { bookVisit, decideExtra, getVisit } from '../visits/index.ts'

let database: Database
let clock: MovableClock
beforeAll(async () => {
  database = await aDatabase()
  clock = testClock()
})

/** A town with a decision about the second visit of Anna, taken on the day by this one of the cast. */
async function aDecision(slug: string, day: string, decidedBy: 'chair' | 'committee' = 'chair') {
  clock.set(startOfDay(dayFromIso(day)))
  const cast = await aCast(database, clock, { slug, ...nothingAdopted })
  const decides = `beyond: 1, decidedBy: ${decidedBy}`
  await adoptRules({ database, clock }, cast, [
    ['visits.initiator', 'by: politician'],
    ['visits.extra-decision', decides],
  ])
  const town = appWith(database, clock, cast)
  const run = <I, O>(name: CastName, command: Command<I, O>, input: object) =>
    must(execute({ database, clock }, cast.as(name), command, input))
  const booking = { units: cast.units.solgarden, start: '13.00', end: '15.00', seen: 'yes' }
  const dayAfter = (days: number) => isoFromDay((dayFromIso(day) + days) as Day)
  await run('anna', bookVisit, { ...booking, day: dayAfter(3) })
  const { id } = await run('anna', bookVisit, { ...booking, day: dayAfter(4) })
  await run(decidedBy === 'chair' ? 'chair' : 'secretary', decideExtra, {
    visit: id,
    version: '1',
    person: cast.people.anna,
    about: 'extra-visit',
    granted: 'yes',
    delegation: 'Delegationsordningen 1.4',
    reason: 'Ny avdelning',
  })
  await town.workOff()
  return { town, cast, visitId: id }
}

async function meetingIn({ cast }: TestApp, month: string): Promise<string> {
  const rows = await database.read(cast, (tx) => listMeetings(tx, cast.system()))
  return rows.find(({ day }) => isoFromDay(day).startsWith(month))?.id ?? ''
}

const textOf = async (answer: Promise<Response>) =>
  (await (await answer).text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe('decisions on delegation, reported to the committee', () => {
  test('stand at the next meeting whose papers are open, with number, who, what, clause and delegation', async () => {
    const { town, visitId } = await aDecision('anmals', '2026-10-06')
    const id = await meetingIn(town, '2026-10')
    const page = await textOf(town.get('secretary', `/sammantraden/${id}`))
    for (const shown of ['Delegationsbeslut', '1/2026', 'Extra besök: Solgården', 'Bifall', 'Anna Exempel'])
      expect(page).toContain(shown)
    for (const shown of ['Chair Exempel, 6 oktober 2026', '§ 3', 'Delegationsordningen 1.4'])
      expect(page).toContain(shown)
    expect(await textOf(town.get('secretary', `/sammantraden/${await meetingIn(town, '2026-11')}`))).toContain(
      'Inga delegationsbeslut',
    )
    expect(await textOf(town.get('anna', `/besok/${visitId}`))).toContain(
      'Anmäls till nämnden vid sammanträdet 20 oktober 2026',
    )
  })

  test('stand in the list of the papers too, where there is no report', async () => {
    const { town } = await aDecision('handlingar', '2026-10-06')
    const answer = await town.get('secretary', `/sammantraden/${await meetingIn(town, '2026-10')}/handlingar.zip`)
    expect(answer.status).toBe(200)
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    const [cover] = Object.keys(files).filter((name) => name.endsWith('.pdf'))
    const { text } = await pdfFacts(files[cover ?? ''] ?? new Uint8Array())
    for (const said of ['1delegationsbeslut', '1/2026', 'AnnaExempel', '§3', 'Delegationsordningen1.4'])
      expect(text.replace(/\s+/g, '')).toContain(said)
    expect(strFromU8(files['manifest.json'] ?? new Uint8Array())).toContain('rapportlista')
  })

  test('after the papers are closed they go to the meeting after', async () => {
    const { town } = await aDecision('efter-stopp', '2026-10-11')
    const at = async (month: string) => textOf(town.get('secretary', `/sammantraden/${await meetingIn(town, month)}`))
    expect(await at('2026-10')).toContain('Inga delegationsbeslut')
    expect(await at('2026-11')).toContain('1/2026')
  })

  test('wait, for the secretary to see, until a meeting is put in the calendar', async () => {
    const { town, cast, visitId } = await aDecision('vantar', '2026-12-14')
    expect(await textOf(town.get('secretary', '/sammantraden'))).toContain('1/2026')
    expect(await textOf(town.get('anna', '/sammantraden'))).not.toContain('1/2026')
    const meeting = { day: dayFromIso('2027-01-20'), papersDeadline: dayFromIso('2027-01-10') }
    await must(execute({ database, clock }, cast.system(), registerMeetings, { meetings: [meeting] }))
    await town.workOff()
    expect(await textOf(town.get('secretary', '/sammantraden'))).not.toContain('1/2026')
    expect(await textOf(town.get('secretary', `/sammantraden/${await meetingIn(town, '2027-01')}`))).toContain('1/2026')
    const { decisions } = await database.read(cast, (tx) => getVisit(tx, cast.system(), visitId))
    expect(decisions[0]?.reportedAtId).toBe(await meetingIn(town, '2027-01'))
  })

  test('what the committee decided itself is not reported to it', async () => {
    const { town, cast, visitId } = await aDecision('namnden-sjalv', '2026-10-06', 'committee')
    const { decisions } = await database.read(cast, (tx) => getVisit(tx, cast.system(), visitId))
    expect(decisions).toMatchObject([{ decidedAs: 'committee', reportedAtId: null }])
    expect(await textOf(town.get('secretary', '/sammantraden'))).not.toContain('1/2026')
  })
})
