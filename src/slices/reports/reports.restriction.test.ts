import { beforeAll, describe, expect, it } from 'vitest'
import { unzipSync } from 'fflate'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { type CastName, must } from '../../../tests/support/cast.ts'
import { type Command, execute } from '../../platform/command.ts'
import { verifyLogs } from '../../platform/audit-verification.ts'
import { listMeetings } from '../directory/index.ts'
import { aHeldVisit } from './a-held-visit.ts'
import { finaliseReport, saveDraft, startReport } from './reports.commands.ts'

let app: TestApp
let reportId: string
let meetingId: string
const secretText = 'Det här är hemligt i rapporten'
const secretQuestion = 'Är frågan hemlig'
const secretPages = () => [`/rapporter/${reportId}`, `/rapporter/${reportId}/rapport.pdf`]

beforeAll(async () => {
  app = await anApp({ answers: {} })
  const { database, clock, cast } = app
  const run = <I, O>(name: CastName, definition: Command<I, O>, input: unknown) =>
    must(execute({ database, clock }, cast.as(name), definition, input))
  const visitId = await aHeldVisit(database, cast, {
    day: '2026-09-15',
    unitId: cast.units.solgarden,
    who: [cast.people.anna, cast.people.bengt],
  })
  const { id } = await run('anna', startReport, { visitId })
  reportId = id
  await run('anna', saveDraft, {
    id,
    version: '1',
    'text.HED-09-safety': secretText,
    'question.1': secretQuestion,
  })
  await run('anna', finaliseReport, { id, version: '2' })
  await app.workOff()
  const meetings = await database.read(cast, (tx) => listMeetings(tx, cast.as('secretary')))
  meetingId = meetings.find(({ day }) => day > clock.today())?.id ?? ''
})

async function bodyOf(name: CastName, path: string): Promise<string> {
  return await (await app.get(name, path)).text()
}

async function readings(): Promise<readonly { readonly as: string; readonly who: string }[]> {
  const log = JSON.parse(await bodyOf('auditor', '/logg/logg.json?slag=reports'))
  type Entry = {
    readonly command: string
    readonly content: { readonly as: string }
    readonly actor: { readonly id: string }
  }
  return log.entries
    .filter(({ command }: Entry) => command === 'reports.read-restricted')
    .map(({ content, actor }: Entry) => ({ as: content.as, who: actor.id }))
}

describe('a report that is not marked', () => {
  it('is opened by the whole committee and its unit’s manager, without a row in the log', async () => {
    for (const name of ['cecilia', 'manager', 'qualityOfficer', 'auditor'] as const)
      expect(await bodyOf(name, `/rapporter/${reportId}`)).toContain(secretText)
    expect(await bodyOf('cecilia', `/sammantraden/${meetingId}`)).toContain(secretQuestion)
    expect(await readings()).toEqual([])
  })
})

describe('marking a report as secret', () => {
  it('is for the secretary alone, who says on what ground and why', async () => {
    const form = { legalGround: '26 kap. 1 § OSL', reason: 'En enskild kan kännas igen' }
    for (const name of ['anna', 'chair', 'auditor', 'manager', 'administrator'] as const)
      expect((await app.post(name, `/rapporter/${reportId}/sekretess`, form)).status).toBe(403)
    const empty = await app.post('secretary', `/rapporter/${reportId}/sekretess`, { legalGround: ' ', reason: '' })
    expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('Skriv något här')])
    expect((await app.post('secretary', `/rapporter/${reportId}/sekretess`, form)).status).toBe(303)
    const again = await app.post('secretary', `/rapporter/${reportId}/sekretess`, form)
    expect(again.status).toBe(422)
  })
})

describe('a report that is marked as secret', () => {
  it.each(['cecilia', 'manager', 'qualityOfficer'] as const)('is closed to %s, page and file', async (name) => {
    for (const path of secretPages()) {
      const answer = await app.get(name, path)
      const said = await answer.text()
      expect(answer.status).toBe(403)
      expect(said).not.toContain(secretText)
    }
  })

  it.each(['anna', 'bengt', 'secretary', 'chair', 'auditor'] as const)(
    'is open to %s, and each reading is logged',
    async (name) => {
      const before = (await readings()).length
      expect(await bodyOf(name, `/rapporter/${reportId}`)).toContain(secretText)
      expect((await app.get(name, `/rapporter/${reportId}/rapport.pdf`)).status).toBe(200)
      const since = (await readings()).slice(0, -before || undefined)
      const who = app.cast.people[name]
      expect(since).toEqual([
        { as: 'pdf', who },
        { as: 'page', who },
      ])
    },
  )

  it('is marked in the lists without the way to it, and says nothing there', async () => {
    for (const path of ['/rapporter', `/enheter/${app.cast.units.solgarden}`]) {
      const page = await bodyOf('cecilia', path)
      expect(page).toContain('Sekretessmarkerad')
      expect(page).not.toContain(secretText)
    }
    const way = `href="/ekby/namnden/rapporter/${reportId}"`
    for (const path of ['/rapporter', `/enheter/${app.cast.units.solgarden}`]) {
      expect(await bodyOf('cecilia', path)).not.toContain(way)
      expect(await bodyOf('chair', path)).toContain(way)
    }
  })

  it('keeps its questions from the meeting’s page, but not from those who may read it', async () => {
    const page = await bodyOf('cecilia', `/sammantraden/${meetingId}`)
    expect(page).not.toContain(secretQuestion)
    expect(page).toContain('Sekretessmarkerad')
    expect(await bodyOf('chair', `/sammantraden/${meetingId}`)).toContain(secretQuestion)
    expect(await bodyOf('anna', `/sammantraden/${meetingId}`)).toContain(secretQuestion)
  })

  it('is logged when the secretary fetches it with the meeting’s papers', async () => {
    const answer = await app.get('secretary', `/sammantraden/${meetingId}/handlingar.zip`)
    expect(answer.status).toBe(200)
    expect(Object.keys(unzipSync(new Uint8Array(await answer.arrayBuffer()))).length).toBeGreaterThan(0)
    expect((await readings())[0]).toEqual({ as: 'package', who: app.cast.people.secretary })
  })

  it('is open again when the mark is lifted, and the chain is whole', async () => {
    expect((await app.post('chair', `/rapporter/${reportId}/sekretess/havning`)).status).toBe(403)
    expect((await app.post('secretary', `/rapporter/${reportId}/sekretess/havning`)).status).toBe(303)
    const before = await readings()
    expect(await bodyOf('cecilia', `/rapporter/${reportId}`)).toContain(secretText)
    expect(await readings()).toEqual(before)
    const { logs } = await verifyLogs(app.database)
    expect(logs.flatMap(({ faults }) => faults)).toEqual([])
  })
})
