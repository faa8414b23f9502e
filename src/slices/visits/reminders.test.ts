import { beforeEach, describe, expect, it } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { type CastName, must } from '../../../tests/support/cast.ts'
import { logged } from '../../../tests/support/logged.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { type Command, execute } from '../../platform/command.ts'
import { createLog } from '../../platform/log.ts'
import { outgoingMail } from '../../platform/mail.tables.ts'
import { runDay } from '../../platform/schedule.ts'
import { listCommitteesEverywhere } from '../directory/index.ts'
import { person } from '../people/people.tables.ts'
import { bookVisit } from './index.ts'
import { visitsDaily } from './reminders.handlers.ts'
import { answerInvitation, cancelVisit } from './visits.commands.ts'

let town: TestApp
beforeEach(async () => {
  town = await anApp()
})

const publicUrl = 'https://kp.ekby.example'

/** Lets this day's morning come. */
async function morning(app: TestApp, iso?: string): Promise<void> {
  const { database, clock } = app
  if (iso !== undefined) clock.advanceDays(dayFromIso(iso) - clock.today())
  const work = { database, clock, log: createLog('silent'), tasks: visitsDaily({ publicUrl }) }
  await runDay({ ...work, places: listCommitteesEverywhere }, clock.today())
}

/** Returns to whom mails have been written since the last look, and what they are about. */
function letters(app: TestApp) {
  let seen = 0
  return async () => {
    const rows = await app.database.read(app.cast, (tx) => tx.select().from(outgoingMail).orderBy(outgoingMail.id))
    const names = new Map(Object.entries(app.cast.people).map(([name, id]) => [id, name]))
    const fresh = rows.slice(seen)
    seen = rows.length
    return fresh.map(({ personId, subject, text }) => ({ to: names.get(personId ?? '') ?? '', subject, text }))
  }
}
const brief = (told: readonly { readonly to: string; readonly subject: string }[]) =>
  told.map(({ to, subject }) => `${to}: ${subject}`).sort()

const run =
  (app: TestApp, name: CastName) =>
  <I, O>(definition: Command<I, O>, input: object) =>
    must(execute({ database: app.database, clock: app.clock }, app.cast.as(name), definition, input))

async function aVisit(app: TestApp, name: CastName, day: string): Promise<string> {
  const booking = { units: app.cast.units.solgarden, day, start: '13.00', end: '15.00', seen: 'yes' }
  return (await run(app, name)(bookVisit, booking)).id
}

describe('a visit that comes near', () => {
  it('is told of 14 days and one day before, to those who come and the manager, with no name in it', async () => {
    const visit = await aVisit(town, 'anna', '2026-11-03')
    await run(town, 'bengt')(answerInvitation, {
      visit,
      person: town.cast.people.bengt,
      answer: 'accepted',
      message: '',
    })
    const read = letters(town)
    await morning(town, '2026-10-12')
    expect(await read()).toEqual([])
    await morning(town, '2026-10-20')
    const told = await read()
    expect(brief(told)).toEqual([
      'anna: Påminnelse om besöket på Solgården',
      'bengt: Påminnelse om besöket på Solgården',
      'manager: 2 påminnelser',
    ])
    const annas = told.find(({ to }) => to === 'anna')?.text ?? ''
    expect(annas).toContain(
      `Om 14 dagar är det besök.\n\nSolgården\ntisdag 3 november 2026 kl. 13.00–15.00\n${publicUrl}/ekby/namnden/besok/${visit}`,
    )
    expect(told.map(({ text }) => text).join()).not.toMatch(/Exempel|Anna|Bengt/)
    expect(told.find(({ to }) => to === 'manager')?.text).toContain('väntar på ditt svar')
    await morning(town, '2026-11-01')
    expect(await read()).toEqual([])
    await morning(town, '2026-11-02')
    const last = await read()
    expect(last.map(({ to }) => to).sort()).toEqual(['anna', 'bengt', 'manager'])
    expect(last[0]?.text).toContain('Besöket är i morgon.')
  })

  it('is told of as each has chosen, and not again when it was asked about later than that', async () => {
    await town.post('anna', '/konto/brev', { version: '0', gathered: 'each' })
    await town.post('bengt', '/konto/brev', { version: '0', gathered: 'each', visitReminders: '1' })
    await aVisit(town, 'anna', '2026-10-14')
    const read = letters(town)
    await morning(town, '2026-10-07')
    expect(await read()).toEqual([])
    await morning(town, '2026-10-13')
    // Seven days have gone without a word from either of them.
    expect(brief(await read())).toEqual(['bengt: 2 påminnelser', 'manager: 2 påminnelser'])
  })

  it('is told of the morning after when no server ran, and never when it is called off', async () => {
    const visit = await aVisit(town, 'anna', '2026-11-03')
    const read = letters(town)
    await morning(town, '2026-10-22')
    expect((await read()).map(({ to }) => to)).toContain('anna')
    await run(town, 'anna')(cancelVisit, { visit, version: '1', reason: 'Förhinder' })
    await morning(town, '2026-11-02')
    expect(await read()).toEqual([])
  })
})

describe('what nobody has done', () => {
  it('an invitation without an answer for a week is brought to mind once', async () => {
    await aVisit(town, 'anna', '2026-12-01')
    const read = letters(town)
    await morning(town, '2026-10-12')
    expect(await read()).toEqual([])
    await morning(town, '2026-10-13')
    expect(brief(await read())).toEqual([
      'bengt: Svar saknas om besöket på Solgården',
      'manager: Svar saknas om besöket på Solgården',
    ])
    await morning(town, '2026-10-14')
    expect(await read()).toEqual([])
  })

  it('an attendance that is not noted is asked for the day after', async () => {
    await aVisit(town, 'anna', '2026-10-08')
    const read = letters(town)
    await morning(town, '2026-10-09')
    expect(brief(await read())).toEqual([
      'anna: Hur gick det med besöket på Solgården?',
      'bengt: Hur gick det med besöket på Solgården?',
      'manager: Hur gick det med besöket på Solgården?',
    ])
    await morning(town, '2026-10-10')
    expect(await read()).toEqual([])
  })

  it('an invitation that never came is told to the manager, the contact politicians and the secretary, once a year', async () => {
    const snb = await anApp({ guideline: 'socialnamnden-kontaktpolitiker-snb' })
    const read = letters(snb)
    await aVisit(snb, 'manager', '2026-11-03')
    await morning(snb)
    const told = await read()
    const missing = 'Ingen inbjudan har kommit i år: Björken'
    expect(brief(told)).toEqual([
      `cecilia: ${missing}`,
      `david: ${missing}`,
      `otherManager: ${missing}`,
      `secretary: ${missing}`,
    ])
    expect(told.find(({ to }) => to === 'otherManager')?.text).toContain(`besok/nytt?enhet=${snb.cast.units.bjorken}`)
    expect(told.find(({ to }) => to === 'cecilia')?.text).toContain(`/enheter/${snb.cast.units.bjorken}`)
    await morning(snb, '2026-10-08')
    expect(await read()).toEqual([])
  })
})

describe('the same morning', () => {
  it('run twice at once, and again, tells everybody once and leaves one row in the log', async () => {
    await aVisit(town, 'anna', '2026-11-03')
    town.clock.advanceDays(14)
    const read = letters(town)
    await Promise.all([morning(town), morning(town), morning(town)])
    await morning(town)
    expect((await read()).map(({ to }) => to).sort()).toEqual(['anna', 'bengt', 'manager'])
    const notes = (await logged(town)).filter(({ command }) => command === 'visits.remind')
    expect(notes).toHaveLength(1)
    expect(notes[0]?.content).toMatchObject({
      told: expect.arrayContaining([expect.objectContaining({ kind: 'visit-14' })]),
    })
  })

  it('tells nobody who is locked, and nothing where nothing is due', async () => {
    await aVisit(town, 'anna', '2026-11-03')
    await town.database.transaction(town.cast, (tx) => tx.update(person).set({ lockedAt: town.clock.now() }))
    const read = letters(town)
    await morning(town, '2026-10-20')
    expect(await read()).toEqual([])
    expect((await logged(town)).filter(({ command }) => command === 'visits.remind')).toEqual([])
  })
})
