import { beforeAll, describe, expect, it } from 'vitest'
import { unzipSync } from 'fflate'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { type CastName, must } from '../../../tests/support/cast.ts'
import { type Command, execute } from '../../platform/command.ts'
import { verifyLogs } from '../../platform/audit-verification.ts'
import { textTag } from '../../kernel/text-tag.ts'
import { pdfFacts } from '../../../tests/support/pdf.ts'
import { listMeetings } from '../directory/index.ts'
import { aHeldVisit } from './a-held-visit.ts'
import { saveDraft, startReport } from './reports.commands.ts'
import { finaliseReport } from './reports.final.commands.ts'

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

const bare = (text: string) => text.replace(/\s/g, '')

async function printedFor(name: CastName): Promise<string> {
  const answer = await app.get(name, `/rapporter/${reportId}/rapport.pdf`)
  return bare((await pdfFacts(new Uint8Array(await answer.arrayBuffer()))).text)
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
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('Det här är markerat')])
  })
})

describe('a report that is marked as secret', () => {
  it.each(['cecilia', 'manager', 'qualityOfficer'] as const)('is masked for %s, page and file', async (name) => {
    const before = await readings()
    for (const path of secretPages()) expect((await app.get(name, path)).status).toBe(200)
    const page = await bodyOf(name, `/rapporter/${reportId}`)
    expect(page).not.toContain(secretText)
    expect(page).toContain('[Sekretess: 26 kap. 1 § OSL]')
    expect(page).toContain('Det här är en maskerad rapport.')
    const printed = await printedFor(name)
    expect(printed).not.toContain(bare(secretText))
    expect(printed).toContain(bare('[Sekretess: 26 kap. 1 § OSL]'))
    expect(await readings()).toEqual(before)
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

  it('is marked in the lists, which say nothing of what is in it', async () => {
    for (const path of ['/rapporter', `/enheter/${app.cast.units.solgarden}`]) {
      const page = await bodyOf('cecilia', path)
      expect(page).toContain('Sekretessmarkerad')
      expect(page).not.toContain(secretText)
    }
  })

  it('keeps its questions from the meeting’s page for everybody: they are read where it is logged', async () => {
    for (const name of ['cecilia', 'chair', 'anna', 'secretary'] as const) {
      const page = await bodyOf(name, `/sammantraden/${meetingId}`)
      expect(page).not.toContain(secretQuestion)
      expect(page).toContain('Sekretessmarkerad')
    }
  })

  it('is masked in the meeting’s papers, whoever fetches them', async () => {
    const before = await readings()
    const answer = await app.get('secretary', `/sammantraden/${meetingId}/handlingar.zip`)
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    const [paper] = Object.entries(files).flatMap(([name, bytes]) => (/^01_/.test(name) ? [bytes] : []))
    const { text } = await pdfFacts(paper ?? new Uint8Array())
    expect(bare(text)).toContain(bare('[Sekretess: 26 kap. 1 § OSL]'))
    expect(bare(text)).not.toContain(bare(secretText))
    expect(await readings()).toEqual(before)
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

describe('a passage that is marked as secret', () => {
  const ground = '26 kap. 1 § OSL'
  const mark = (more: object) =>
    app.post('secretary', `/rapporter/${reportId}/sekretess`, {
      what: 'passages',
      legalGround: ground,
      reason: 'En enskild kan kännas igen',
      ...more,
    })

  it('is chosen among the report’s paragraphs or written as it stands; what does not stand there is refused', async () => {
    const none = await mark({})
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Välj minst ett stycke')])
    const other = await mark({ words: 'står inte där' })
    expect([other.status, await other.text()]).toEqual([422, expect.stringContaining('Orden står inte så i rapporten')])
    const stale = await mark({ passage: 'inget' })
    expect([stale.status, await stale.text()]).toEqual([422, expect.stringContaining('Välj styckena på nytt')])
    expect((await mark({ passage: textTag(secretQuestion), words: 'hemligt i\n rapporten' })).status).toBe(303)
  })

  it('is left out for others, who read the rest', async () => {
    const page = await bodyOf('cecilia', `/rapporter/${reportId}`)
    expect(page).toContain(`Det här är [Sekretess: ${ground}]`)
    expect(page).not.toContain(secretQuestion)
    const printed = await printedFor('manager')
    expect(printed).toContain(bare(`Det här är [Sekretess: ${ground}]`))
    expect(printed).not.toContain(bare(secretQuestion))
    const meeting = await bodyOf('cecilia', `/sammantraden/${meetingId}`)
    expect(meeting).toContain(`[Sekretess: ${ground}]`)
    expect(meeting).not.toContain(secretQuestion)
  })

  it('is read by its author with a row in the log, which never has the passage', async () => {
    const before = (await readings()).length
    expect(await bodyOf('anna', `/rapporter/${reportId}`)).toContain(secretText)
    expect((await readings()).length).toBe(before + 1)
    expect(await bodyOf('auditor', '/logg/logg.json')).not.toContain('hemligt i')
  })

  it('is not masked on the visit’s own page: the secretary is told to correct it there, when it can stand there', async () => {
    const hint = 'Rätta dem också på besökets sida.'
    expect(await bodyOf('secretary', `/rapporter/${reportId}/sekretess`)).not.toContain(hint)
    const visitId = await aHeldVisit(app.database, app.cast, {
      day: '2026-09-22',
      unitId: app.cast.units.solgarden,
      who: [app.cast.people.anna],
      unmet: ['users'],
    })
    const at = { database: app.database, clock: app.clock }
    const { id } = await must(execute(at, app.cast.as('anna'), startReport, { visitId }))
    const why = { 'text.HED-09-safety': 'Lugnt.', 'text.forklaring-users': 'Det var stängt.' }
    await must(execute(at, app.cast.as('anna'), saveDraft, { id, version: '1', ...why }))
    await must(execute(at, app.cast.as('anna'), finaliseReport, { id, version: '2' }))
    const page = await bodyOf('secretary', `/rapporter/${id}/sekretess`)
    expect(page).toContain(hint)
    expect(page).toContain(`href="/ekby/namnden/besok/${visitId}"`)
  })

  it('is lifted one by one', async () => {
    const page = await bodyOf('secretary', `/rapporter/${reportId}/sekretess`)
    const marks = [...page.matchAll(/name="mark" value="([^"]+)"/g)].map(([, id]) => id)
    expect(marks).toHaveLength(2)
    await app.post('secretary', `/rapporter/${reportId}/sekretess/havning`, { mark: marks[1] ?? '' })
    const seen = await bodyOf('cecilia', `/rapporter/${reportId}`)
    expect([seen.includes(secretText), seen.includes(secretQuestion)]).toEqual([true, false])
    await app.post('secretary', `/rapporter/${reportId}/sekretess/havning`, { mark: marks[0] ?? '' })
    expect(await bodyOf('cecilia', `/rapporter/${reportId}`)).toContain(secretQuestion)
  })
})
