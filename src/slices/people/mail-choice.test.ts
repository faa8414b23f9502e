import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import type { CastName } from '../../../tests/support/cast.ts'
import { logged } from '../../../tests/support/logged.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { createLog } from '../../platform/log.ts'
import { queueMail } from '../../platform/mail.ts'
import { outgoingMail } from '../../platform/mail.tables.ts'
import { runDay } from '../../platform/schedule.ts'
import { listCommitteesEverywhere } from '../directory/index.ts'
import { peopleDaily } from './digest.handlers.ts'
import { choiceOf } from './mail-choice.store.ts'

let town: TestApp
beforeAll(async () => {
  town = await anApp()
})

const choose = (name: CastName, form: Record<string, string | readonly string[]>) =>
  town.post(name, '/konto/brev', form)
const kept = (name: CastName) => town.database.read(town.cast, (tx) => choiceOf(tx, town.cast.people[name]))

describe('what one wants by mail', () => {
  it('is as usual until one chooses, and then as chosen', async () => {
    const usual = await (await town.get('anna', '/konto/brev')).text()
    expect(usual.match(/ checked/g)).toHaveLength(4)
    const answer = await choose('anna', { version: '0', gathered: 'daily', visitReminders: '1' })
    expect(answer.headers.get('location')).toBe('/ekby/namnden/konto/brev?klart=saved')
    expect(await kept('anna')).toEqual({ gathered: 'daily', visitReminders: [1], reportReminder: false, version: 1 })
    expect(await kept('bengt')).toMatchObject({ gathered: 'each', version: 0 })
    expect((await town.get('anna', '/konto')).status).toBe(200)
  })

  it('is for every role, each for oneself, and stands in the log', async () => {
    const roles = ['manager', 'secretary', 'chair', 'feeOfficer', 'administrator', 'auditor'] as const
    for (const name of roles)
      expect((await choose(name, { version: '0', gathered: 'each', reportReminder: 'yes' })).status).toBe(303)
    expect(await kept('auditor')).toEqual({ gathered: 'each', visitReminders: [], reportReminder: true, version: 1 })
    const last = (await logged(town)).findLast(({ command }) => command === 'people.choose-mail')
    expect([last?.actorId, last?.subjectId]).toEqual([town.cast.people.auditor, town.cast.people.auditor])
  })

  it('is refused from an old page, and without a choice, each with what to do', async () => {
    await choose('cecilia', { version: '0', gathered: 'weekly' })
    const stale = await choose('cecilia', { version: '0', gathered: 'daily' })
    expect([stale.status, await stale.text()]).toEqual([422, expect.stringContaining('ändrats i ett annat fönster')])
    const empty = await choose('cecilia', { version: '1' })
    expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('Välj när breven ska komma')])
    expect(await kept('cecilia')).toMatchObject({ gathered: 'weekly', version: 1 })
  })
})

describe('mail that is gathered', () => {
  const other = async () => {
    const made = await anApp()
    await made.workOff()
    const log = createLog('silent')
    const { database, clock, cast } = made
    const send = (name: CastName, subject: string, more: { mayWait?: true; letsIn?: true } = { mayWait: true }) =>
      database.transaction(cast, (tx) =>
        queueMail(tx, {
          municipalityId: cast.municipalityId,
          personId: cast.people[name],
          address: `${name}@ekby.example`,
          subject,
          text: `Hej!\n\n${subject} är hemligt.\n\nhttps://kp.ekby.example/${subject.toLowerCase()}\n\nHälsningar\n`,
          queuedAt: clock.now(),
          ...more,
        }),
      )
    const day = () =>
      runDay({ database, clock, log, tasks: peopleDaily, places: listCommitteesEverywhere }, clock.today())
    const mails = (name: CastName) =>
      database.read(cast, (tx) =>
        tx.select().from(outgoingMail).where(eq(outgoingMail.personId, cast.people[name])).orderBy(outgoingMail.id),
      )
    const wants = async (name: CastName, gathered: string) =>
      expect((await made.post(name, '/konto/brev', { version: '0', gathered })).status).toBe(303)
    return { made, clock, send, day, mails, wants }
  }

  it('comes once a day as one, with what it is about and where to read it', async () => {
    const { made, send, day, mails, wants } = await other()
    await wants('anna', 'daily')
    for (const subject of ['Svar', 'Rapport', 'Svar']) await send('anna', subject)
    await send('bengt', 'Svar')
    expect(await made.workOff()).toBe(1)
    await day()
    const all = await mails('anna')
    const gathered = all.at(-1)
    expect(all.slice(0, 3).map(({ waits, gatheredIntoId }) => [waits, gatheredIntoId])).toEqual(
      Array.from({ length: 3 }, () => [false, gathered?.id]),
    )
    expect(gathered?.subject).toBe('Samlingsbrev: 3 upplysningar')
    expect(gathered?.text).toContain(
      'Svar (2)\nhttps://kp.ekby.example/svar\n\nRapport\nhttps://kp.ekby.example/rapport\n',
    )
    expect(gathered?.text).not.toContain('hemligt')
    expect(await made.workOff()).toBe(1)
  })

  it('goes as it is when it is alone, and is gathered once when two servers do so at once', async () => {
    const { made, send, day, mails, wants } = await other()
    await wants('anna', 'daily')
    await send('anna', 'Svar')
    await Promise.all([day(), day()])
    expect((await mails('anna')).map(({ subject, waits }) => [subject, waits])).toEqual([['Svar', false]])
    expect(await made.workOff()).toBe(1)
    await send('anna', 'Svar')
    await send('anna', 'Rapport')
    await Promise.all([day(), day(), day()])
    expect(await made.workOff()).toBe(1)
    expect(await mails('anna')).toHaveLength(4)
    const notes = (await logged(made)).filter(({ command }) => command === 'people.gather-mail')
    expect(notes.map(({ content }) => content)).toEqual([{ gathered: 1 }, { gathered: 2 }])
  })

  it('by the week comes on Monday, or on the first morning after it', async () => {
    const { made, clock, send, day, wants } = await other()
    await wants('anna', 'weekly')
    await send('anna', 'Svar')
    await day()
    expect(await made.workOff()).toBe(0)
    clock.advanceDays(6)
    expect(clock.today()).toBe(dayFromIso('2026-10-12'))
    await day()
    expect(await made.workOff()).toBe(1)
    clock.advanceDays(4)
    await send('anna', 'Svar')
    clock.advanceDays(1)
    await day()
    expect(await made.workOff()).toBe(0)
    // Nobody ran on the Monday.
    clock.advanceDays(3)
    await day()
    expect(await made.workOff()).toBe(1)
  })

  it('is never what does not say that it may wait', async () => {
    const { made, send, mails, wants } = await other()
    await wants('anna', 'weekly')
    await send('anna', 'Kallelse', {})
    await send('anna', 'Kod', { letsIn: true })
    expect(await made.workOff()).toBe(2)
    expect((await mails('anna')).map(({ waits }) => waits)).toEqual([false, false])
  })
})
