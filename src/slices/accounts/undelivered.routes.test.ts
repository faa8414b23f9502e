import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, must } from '../../../tests/support/cast.ts'
import { handlers } from '../../slices.ts'
import { execute } from '../../platform/command.ts'
import { createLog } from '../../platform/log.ts'
import { listMailbox, queueMail } from '../../platform/mail.ts'
import { createMailer } from '../../platform/mail-delivery.ts'
import { outgoingMail } from '../../platform/mail.tables.ts'
import { workOff } from '../../platform/worker.ts'
import { changePerson } from '../people/index.ts'
import { bookVisit } from '../visits/index.ts'

let town: TestApp
let neighbours: TestApp
const page = async (name: 'secretary' | 'administrator' = 'secretary') =>
  (await town.get(name, '/installningar/mejl')).text()

/** Has everything that waits tried once against a server that is not there. */
async function tryAll() {
  const { deliver } = createMailer(town.database, town.clock, {
    smtpUrl: 'smtp://127.0.0.1:9',
    mailFrom: 'a@ekby.example',
  })
  for (const { id, outcome } of await town.database.read(town.cast, (tx) => listMailbox(tx))) {
    if (outcome !== 'waiting') continue
    await expect(deliver({ municipalityId: town.cast.municipalityId, mailId: id })).rejects.toThrow(/ECONNREFUSED/)
  }
}

const mailTo = async (address: string) => {
  const rows = await town.database.read(town.cast, (tx) =>
    tx.select().from(outgoingMail).where(eq(outgoingMail.address, address)),
  )
  return rows[0]
}

beforeAll(async () => {
  town = await anApp()
  neighbours = appWith(town.database, town.clock, await aCast(town.database, town.clock, { beside: town.cast }))
  const booking = { units: town.cast.units.solgarden, day: '2026-11-03', start: '13.00', end: '15.00' }
  await must(execute(town, town.cast.as('anna'), bookVisit, booking))
  // The events alone: the mails that they make are tried below.
  await workOff(town.database, {
    handlers: handlers({ clock: town.clock, typesetter: town.typesetter, publicUrl: 'http://localhost' }),
    deliverMail: async () => undefined,
    log: createLog('silent'),
  })
  await town.database.transaction(town.cast, (tx) =>
    queueMail(tx, {
      ...{ municipalityId: town.cast.municipalityId, personId: town.cast.people.bengt, letsIn: true },
      ...{ address: 'bengt@ekby.example', subject: 'Din engångskod', text: '123456', queuedAt: town.clock.now() },
    }),
  )
  await tryAll()
})

describe('the mails that have not arrived', () => {
  test('are shown with person, subject and why, to secretary and administrator', async () => {
    for (const shown of [await page(), await page('administrator')]) {
      expect(shown).toContain('Bengt Exempel')
      expect(shown).toContain('Förslag om besök på Solgården')
      expect(shown).toContain('Mejlservern svarade inte.')
      expect(shown).toContain('Försöks igen av sig självt')
    }
  })

  test('offer no code or link that lets somebody in for sending again', async () => {
    const shown = await page()
    expect(shown).toContain('Din engångskod')
    expect(shown).not.toContain('Försök igen: Din engångskod')
    const mail = (await town.database.read(town.cast, (tx) => listMailbox(tx))).find(({ text }) => text === '123456')
    expect((await town.post('secretary', `/installningar/mejl/${mail?.id}`)).status).toBe(404)
  })

  test('are seen by no other committee', async () => {
    const theirs = await (await neighbours.get('secretary', '/installningar/mejl')).text()
    expect(theirs).toContain('Alla mejl har kommit i väg.')
    const mail = await mailTo('bengt@ekby.example')
    expect((await neighbours.post('secretary', `/installningar/mejl/${mail?.id}`)).status).toBe(404)
  })

  test('are sent again to the address that stands in the register now, in the calendar too', async () => {
    const { bengt } = town.cast.people
    const before = await mailTo('bengt@ekby.example')
    await town.database.transaction(town.cast, (tx) =>
      changePerson(tx, bengt, { email: 'bengt.en.lang.adress.som.viks@ekby.example' }),
    )
    const answer = await town.post('secretary', `/installningar/mejl/${before?.id}`)
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/ekby/namnden/installningar/mejl?klart=again',
    ])
    const after = await mailTo('bengt.en.lang.adress.som.viks@ekby.example')
    expect(after?.id).toBe(before?.id)
    expect(after?.calendar?.replaceAll('\r\n ', '')).toContain(':MAILTO:bengt.en.lang.adress.som.viks@ekby.example\r\n')
    expect((after?.calendar ?? '').split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    await town.workOff()
    const [outcome] = (await town.database.read(town.cast, (tx) => listMailbox(tx)))
      .filter(({ id }) => id === before?.id)
      .map((mail) => mail.outcome)
    expect(outcome).toBe('kept')
    expect(await page()).not.toContain('till Bengt Exempel')
  })
})
