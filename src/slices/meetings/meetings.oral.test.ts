import { beforeEach, describe, expect, it } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { aGroup, type CastName, type CastOptions, must } from '../../../tests/support/cast.ts'
import { dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { type Command, execute } from '../../platform/command.ts'
import { appointmentsFacts } from '../appointments/index.ts'
import { directoryFacts, listMeetings } from '../directory/index.ts'
import { adoptGuideline, judge } from '../guidelines/index.ts'
import { peopleFacts } from '../people/index.ts'
import { aHeldVisit } from '../reports/a-held-visit.ts'
import { finaliseReport, listReports, saveDraft, startReport } from '../reports/index.ts'
import { visitsFacts } from '../visits/index.ts'
import { meetingsFacts } from './meetings.facts.ts'

let town: TestApp

/** A town under a guideline, on the day after the meeting of 20 October. */
async function aTown(guideline: string, more: CastOptions = {}): Promise<void> {
  town = await anApp({ guideline, ...more })
  town.clock.advanceDays(dayFromIso('2026-10-21') - town.clock.today())
}

const run = <I, O>(name: CastName, definition: Command<I, O>, input: unknown) =>
  must(execute(town, town.cast.as(name), definition, input))

async function visitOn(day: string, who: readonly CastName[] = ['anna', 'bengt'], groupId?: string): Promise<string> {
  const { cast, database } = town
  const ids = who.map((name) => cast.people[name])
  return aHeldVisit(database, cast, { day, unitId: cast.units.solgarden, who: ids, ...(groupId ? { groupId } : {}) })
}

async function meetingIn(month: string): Promise<string> {
  const rows = await town.database.read(town.cast, (tx) => listMeetings(tx, town.cast.system()))
  return rows.find(({ day }) => isoFromDay(day).startsWith(month))?.id ?? ''
}

/** What the secretary notes of a visit at the meeting of the month. */
async function noted(visitId: string, more: Readonly<Record<string, string>> = {}, month = '2026-10') {
  const { people } = town.cast
  const form = { meeting: await meetingIn(month), speaker: people.anna, line: 'Om maten och ljuset', discussed: 'no' }
  return town.post('secretary', `/sammantraden/muntligt/${visitId}`, { ...form, ...more })
}

async function findings(kind: string): Promise<readonly string[]> {
  const { database, cast } = town
  const scope = cast.system()
  const parts = {
    ...directoryFacts(scope),
    ...peopleFacts(scope),
    ...appointmentsFacts(scope),
    ...visitsFacts(scope),
    ...meetingsFacts(scope),
  }
  const { evaluation } = await database.read(cast, (tx) => judge(tx, scope, parts))
  return evaluation.findings.filter((it) => it.kind === kind).map(({ outcome, code }) => `${outcome} ${code}`)
}

const meetingPage = async (month = '2026-10', name: CastName = 'secretary') =>
  (await (await town.get(name, `/sammantraden/${await meetingIn(month)}`)).text()).replace(/\s+/g, ' ')

async function takeBack(): Promise<Response> {
  const [, path = ''] = /action="([^"]*\/ta-tillbaka)"/.exec(await meetingPage()) ?? []
  return town.post('secretary', path.replace(/^\/[^/]+\/[^/]+/, ''), {})
}

const stateOfReport = async () => {
  const [row] = await town.database.read(town.cast, (tx) => listReports(tx, town.cast.system()))
  return row && `${row.form} ${row.state}`
}

describe('a guideline with oral reports (SNB-04)', () => {
  beforeEach(async () => {
    await aTown('socialnamnden-kontaktpolitiker-snb')
  })

  it('SNB-04: what was said at the meeting counts as the report, with its speaker, line and discussion', async () => {
    const visitId = await visitOn('2026-10-05')
    expect(await findings('report.form')).toEqual(['due outstanding'])
    const page = await (await town.get('secretary', `/sammantraden/muntligt/${visitId}`)).text()
    expect(page).toContain('räknas det som sägs på sammanträdet som rapporten')
    expect((await noted(visitId, { discussed: 'yes' })).status).toBe(303)
    expect(await findings('report.form')).toEqual(['satisfied delivered'])
    expect(await stateOfReport()).toBe('oral final')
    await town.workOff()
    const list = await meetingPage()
    expect(list).toContain('Om maten och ljuset')
    expect(list).toContain('Framförd')
    expect(list).toContain('Nämnden diskuterade det.')
    expect(list).toContain('Anna Exempel')
    // Everybody in the committee reads it there, and only the secretary can take it back.
    const others = await meetingPage('2026-10', 'cecilia')
    expect(others).toContain('Om maten och ljuset')
    expect(others).not.toContain('Ta tillbaka')
    const [row] = await town.database.read(town.cast, (tx) => listReports(tx, town.cast.system()))
    const report = await (await town.get('cecilia', `/rapporter/${row?.id}`)).text()
    expect(report).toContain('Lämnades muntligt av Anna Exempel vid sammanträdet 20 oktober 2026')
    expect(report).not.toContain('Inget antecknat.')
    // It is not missing any more.
    expect(await (await town.get('secretary', '/rapporter')).text()).toContain('Alla genomförda besök har en rapport.')
  })

  it('a mistake is taken back, and the visit waits for its report again', async () => {
    const visitId = await visitOn('2026-10-05')
    await noted(visitId)
    await town.workOff()
    expect((await takeBack()).status).toBe(303)
    await town.workOff()
    expect(await findings('report.form')).toEqual(['due outstanding'])
    expect(await stateOfReport()).toBeUndefined()
    expect(await meetingPage()).not.toContain('Om maten och ljuset')
    expect(await (await town.get('secretary', '/rapporter')).text()).toContain('Anna Exempel och Bengt Exempel')
    // And it can be noted anew, as somebody else's.
    expect((await noted(visitId, { speaker: town.cast.people.bengt })).status).toBe(303)
    expect(await findings('report.form')).toEqual(['satisfied delivered'])
  })

  it('beside a written report that is handed in it is a summary, which the form says beforehand', async () => {
    const visitId = await visitOn('2026-10-05')
    const { id } = await run('anna', startReport, { visitId })
    await run('anna', saveDraft, { id, version: '1', 'text.fritt': 'Lugnt och tryggt.' })
    await run('anna', finaliseReport, { id, version: '2' })
    const page = await (await town.get('secretary', `/sammantraden/muntligt/${visitId}`)).text()
    expect(page).toContain('Det här antecknas som en muntlig sammanfattning av den.')
    expect(page).not.toContain('räknas det som sägs på sammanträdet som rapporten')
    expect((await noted(visitId)).status).toBe(303)
    expect(await stateOfReport()).toBe('written final')
    expect(await meetingPage()).toContain('Muntlig sammanfattning')
  })

  it('a draft there was is a draft again, with its words', async () => {
    const visitId = await visitOn('2026-10-05')
    const { id } = await run('anna', startReport, { visitId })
    await run('anna', saveDraft, { id, version: '1', 'text.fritt': 'Det jag hann skriva.' })
    await noted(visitId)
    expect(await stateOfReport()).toBe('oral final')
    expect((await takeBack()).status).toBe(303)
    expect(await stateOfReport()).toBe('written draft')
    expect(await (await town.get('anna', `/rapporter/${id}/utkast`)).text()).toContain('Det jag hann skriva.')
  })

  it('nothing is taken back once the paragraph of the minutes is noted', async () => {
    const visitId = await visitOn('2026-10-05')
    await noted(visitId)
    const page = await meetingPage()
    const [, item = ''] = /punkter\/([0-9a-f-]{36})\/ta-tillbaka/.exec(page) ?? []
    const at = `/sammantraden/${await meetingIn('2026-10')}/punkter/${item}`
    expect((await town.post('secretary', at, { [`paragraph.${item}`]: '§ 12', [`note.${item}`]: '' })).status).toBe(303)
    expect(await meetingPage()).not.toContain('Ta tillbaka')
    const refused = await town.post('secretary', `${at}/ta-tillbaka`, {})
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Då går det inte längre att ta tillbaka.')
    expect(await findings('report.form')).toEqual(['satisfied delivered'])
  })

  it.each<[string, () => Promise<Response>, string]>([
    ['at a meeting before the visit', async () => noted(await visitOn('2026-10-05'), {}, '2026-09'), 'före besöket'],
    ['at a meeting ahead', async () => noted(await visitOn('2026-10-05'), {}, '2026-11'), 'har inte varit än'],
    [
      'by somebody who was not there',
      async () => noted(await visitOn('2026-10-05'), { speaker: town.cast.people.cecilia }),
      'behöver ha varit med',
    ],
    ['without a line', async () => noted(await visitOn('2026-10-05'), { line: ' ' }), 'Skriv i en mening'],
    [
      'with a personal number',
      async () => noted(await visitOn('2026-10-05'), { line: 'Om 19121212-1212' }),
      'ser ut som ett personnummer',
    ],
    [
      'without saying whether it was discussed',
      async () => noted(await visitOn('2026-10-05'), { discussed: '' }),
      'Välj ja eller nej.',
    ],
  ])('is not noted %s', async (_, sent, sentence) => {
    const answer = await sent()
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
    expect(await stateOfReport()).toBeUndefined()
  })

  it('is noted once, and by the secretary alone', async () => {
    const visitId = await visitOn('2026-10-05')
    await noted(visitId)
    const again = await noted(visitId)
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('Besöket är redan rapporterat muntligt.')
    for (const name of ['anna', 'chair', 'manager'] as const)
      expect((await town.post(name, `/sammantraden/muntligt/${visitId}`, {})).status).toBe(403)
  })
})

describe('a guideline with a summary beside the written report (VSN-08)', () => {
  beforeEach(async () => {
    await aTown('valfard-och-servicenamnden-2024', { answers: { 'VSN-Q1': 'visit' }, appointed: false })
  })

  async function final(visitId: string): Promise<string> {
    const { id } = await run('anna', startReport, { visitId })
    await run('anna', saveDraft, { id, version: '1', 'text.fritt': 'Lugnt och tryggt.' })
    await run('anna', finaliseReport, { id, version: '2' })
    await town.workOff()
    return id
  }

  it('VSN-08: it is noted as given, and can be taken back to planned', async () => {
    town.clock.advanceDays(-16)
    const visitId = await visitOn('2026-10-01')
    await final(visitId)
    expect(await findings('report.oral-summary')).toEqual(['due ahead'])
    town.clock.advanceDays(16)
    const form = await (await town.get('secretary', `/sammantraden/muntligt/${visitId}`)).text()
    expect(form).toContain('Den skriftliga rapporten är inlämnad.')
    await noted(visitId)
    expect(await findings('report.oral-summary')).toEqual(['satisfied given'])
    expect(await findings('report.form')).toEqual(['satisfied delivered'])
    expect((await takeBack()).status).toBe(303)
    expect((await findings('report.oral-summary')).map((it) => it.split(' ')[1])).toEqual(['not-given'])
    expect(await meetingPage()).toContain('Väntar')
  })

  it('VSN-08: given before the written report has come, it is no report, and is not asked for again', async () => {
    const visitId = await visitOn('2026-10-05')
    const form = await (await town.get('secretary', `/sammantraden/muntligt/${visitId}`)).text()
    expect(form).toContain('Den skriftliga rapporten lämnas ändå.')
    await noted(visitId)
    expect(await findings('report.form')).toEqual(['due outstanding'])
    expect(await stateOfReport()).toBe('written draft')
    expect(await meetingPage()).toContain('Om maten och ljuset')
    const [draft] = await town.database.read(town.cast, (tx) => listReports(tx, town.cast.system()))
    await run('anna', saveDraft, { id: draft?.id, version: '1', 'text.fritt': 'Lugnt och tryggt.' })
    await run('anna', finaliseReport, { id: draft?.id, version: '2' })
    await town.workOff()
    expect(await findings('report.oral-summary')).toEqual(['satisfied given'])
    expect(await meetingPage('2026-11')).not.toContain('Muntlig sammanfattning')
  })

  it('an empty draft that held the note goes with it', async () => {
    await noted(await visitOn('2026-10-05'))
    expect((await takeBack()).status).toBe(303)
    expect(await stateOfReport()).toBeUndefined()
  })
})

describe('a guideline where the group’s rapporteur reports either way (SON)', () => {
  it('SON: what the rapporteur says is the report, and what another says a summary beside it', async () => {
    await aTown('social-och-omsorgsnamnden-forslag', { appointed: false })
    const { cast } = town
    const adoption = {
      versionId: cast.guidelineVersionId,
      decidedOn: '2026-01-20',
      paragraph: '§ 4',
      validFrom: '2026-02-01',
    }
    await run('secretary', adoptGuideline, adoption)
    const groupId = await aGroup(town, cast)
    const [first, second] = [
      await visitOn('2026-10-05', ['bengt', 'cecilia'], groupId),
      await visitOn('2026-10-06', ['bengt', 'cecilia'], groupId),
    ]
    const form = await (await town.get('secretary', `/sammantraden/muntligt/${first}`)).text()
    expect(form).toContain('räknas det som rapporten när Anna Exempel, gruppens rapportör, talar')
    // The rapporteur speaks for the group, on the visit or not.
    expect((await noted(first, { speaker: cast.people.anna })).status).toBe(303)
    expect((await noted(second, { speaker: cast.people.bengt })).status).toBe(303)
    expect([...(await findings('report.form'))].sort()).toEqual(['due outstanding', 'satisfied delivered'])
  })
})
