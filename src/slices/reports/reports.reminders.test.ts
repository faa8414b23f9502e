import { describe, expect, it } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { type CastOptions, must } from '../../../tests/support/cast.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { type Command, execute } from '../../platform/command.ts'
import { createLog } from '../../platform/log.ts'
import { outgoingMail } from '../../platform/mail.tables.ts'
import { runDay } from '../../platform/schedule.ts'
import { listCommitteesEverywhere } from '../directory/index.ts'
import { aHeldVisit } from './a-held-visit.ts'
import { finaliseReport, saveDraft, startReport } from './index.ts'
import { reportsFacts } from './reports.facts.ts'
import { reportsDaily } from './reports.reminders.handlers.ts'

let town: TestApp
let visitId: string

async function aTown(options: CastOptions = {}): Promise<void> {
  town = await anApp(options)
  const { units, people } = town.cast
  const who = [people.anna, people.bengt]
  visitId = await aHeldVisit(town.database, town.cast, { day: '2026-10-05', unitId: units.solgarden, who })
}

async function morning(iso: string): Promise<void> {
  const { database, clock } = town
  clock.advanceDays(dayFromIso(iso) - clock.today())
  const tasks = reportsDaily({ publicUrl: 'https://kp.ekby.example' }, reportsFacts)
  await runDay({ database, clock, log: createLog('silent'), tasks, places: listCommitteesEverywhere }, clock.today())
}
async function letters() {
  const rows = await town.database.read(town.cast, (tx) => tx.select().from(outgoingMail).orderBy(outgoingMail.id))
  const names = new Map(Object.entries(town.cast.people).map(([name, id]) => [id, name]))
  return rows.map(({ personId, text }) => `${names.get(personId ?? '')}: ${text.split('\n')[2]}`)
}

describe('a report that is to be made', () => {
  it('is told of some days before its day and when the day has passed, each once, to those who report', async () => {
    await aTown({ guideline: 'valfard-och-servicenamnden-2024', answers: { 'VSN-Q1': 'visit' }, appointed: false })
    // The meeting is on 20 October and its papers are due on the 10th.
    await morning('2026-10-06')
    expect(await letters()).toEqual([])
    await morning('2026-10-07')
    await morning('2026-10-08')
    const due = 'Rapporten från besöket ska vara klar senast 10 oktober 2026.'
    expect((await letters()).sort()).toEqual([`anna: ${due}`, `bengt: ${due}`])
    await Promise.all([morning('2026-10-11'), morning('2026-10-11')])
    const late = 'Rapporten från besöket skulle ha varit klar 10 oktober 2026 och saknas än.'
    expect((await letters()).slice(2).sort()).toEqual([`anna: ${late}`, `bengt: ${late}`])
  })

  it('is told of two weeks after the visit where no day is named, and not to somebody who wants no such reminders', async () => {
    await aTown()
    await town.post('bengt', '/konto/brev', { version: '0', gathered: 'each' })
    await morning('2026-10-18')
    expect(await letters()).toEqual([])
    await morning('2026-10-19')
    await morning('2026-10-20')
    expect(await letters()).toEqual(['anna: Det har gått två veckor sedan besöket, och rapporten är inte klar än.'])
  })

  it('is not told of when it is final', async () => {
    await aTown()
    const run = <I, O>(definition: Command<I, O>, input: object) =>
      must(execute({ database: town.database, clock: town.clock }, town.cast.as('anna'), definition, input))
    const { id } = await run(startReport, { visitId })
    await run(saveDraft, { id, version: '1', 'text.HED-09-safety': 'Lugnt och tryggt.' })
    await run(finaliseReport, { id, version: '2' })
    await morning('2026-10-19')
    expect(await letters()).toEqual([])
  })
})
