import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aForm, anApp, type TestApp } from '../../../tests/support/app.ts'
import { type CastName, must } from '../../../tests/support/cast.ts'
import { logged } from '../../../tests/support/logged.ts'
import { type Command, execute } from '../../platform/command.ts'
import { outgoingMail } from '../../platform/mail.tables.ts'
import { person } from '../people/people.tables.ts'
import { bookVisit, moveVisit } from './index.ts'
import { cancelVisit } from './visits.commands.ts'
import { getVisit, listVisitEvents } from './visits.store.ts'
import { invitation, replyLink } from './visits.tables.ts'

let town: TestApp
let visit: string
let hour = 7
beforeAll(async () => {
  town = await anApp()
})
beforeEach(async () => {
  hour += 1
  const time = (at: number) => `${String(at).padStart(2, '0')}.00`
  const booking = { units: town.cast.units.solgarden, day: '2026-10-20', start: time(hour), end: time(hour + 1) }
  visit = (await run('anna', bookVisit, { ...booking, seen: 'yes' })).id
  await town.workOff()
})

function run<I, O>(name: CastName, definition: Command<I, O>, input: object): Promise<O> {
  return must(execute({ database: town.database, clock: town.clock }, town.cast.as(name), definition, input))
}

/** Returns the link in the newest letter to the person. */
async function linkOf(name: CastName): Promise<string> {
  const rows = await town.database.read(town.cast, (tx) =>
    tx.select().from(outgoingMail).where(eq(outgoingMail.personId, town.cast.people[name])).orderBy(outgoingMail.id),
  )
  const links = rows.flatMap(({ text }) => text.match(/\/ekby\/svar\/[\w-]{43}/g) ?? [])
  return links.at(-1) ?? ''
}
const open = (link: string) => town.app.request(`http://localhost${link}`)
const say = (link: string, answer: string) => town.app.request(`http://localhost${link}`, aForm({ answer }))
const bengts = async () => {
  const { invitations } = await town.database.read(town.cast, (tx) => getVisit(tx, town.cast.system(), visit))
  return invitations.find(({ personId }) => personId === town.cast.people.bengt)
}
const notes = async () =>
  (await logged(town)).filter(({ command, subjectId }) => command === 'visits.reply' && subjectId === visit)

describe('the link in an invitation', () => {
  it('shows unit and time and two buttons, and changes nothing however often it is opened', async () => {
    const link = await linkOf('bengt')
    const before = await logged(town)
    for (let times = 0; times < 3; times += 1) {
      const answer = await open(link)
      const page = await answer.text()
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
      expect(page).toContain('Solgården')
      expect(page).toContain('tisdag 20 oktober 2026')
      expect(page).not.toMatch(/Bengt|Anna|Exempel|@/)
    }
    expect(await bengts()).toMatchObject({ answer: null })
    expect(await logged(town)).toEqual(before)
  })

  it('answers once, in the person’s own name, and says so in the timeline and the log', async () => {
    const link = await linkOf('bengt')
    const page = await (await say(link, 'accepted')).text()
    expect(page).toContain('Tack, du har svarat ja')
    expect(page).toContain(`/ekby/namnden/besok/${visit}`)
    expect(await bengts()).toMatchObject({ answer: 'accepted' })
    const events = await town.database.read(town.cast, (tx) => listVisitEvents(tx, town.cast.system(), visit))
    const { bengt } = town.cast.people
    expect(events.at(-1)).toMatchObject({ kind: 'accepted', personId: bengt, byLink: true, onBehalf: false })
    expect((await notes()).map(({ content }) => content)).toMatchObject([{ answer: 'accepted', byLink: true }])
    expect(await (await town.get('secretary', `/besok/${visit}`)).text()).toContain('genom länken i ett brev')

    const again = await (await say(link, 'declined')).text()
    expect(again).toContain('Länken är redan använd')
    expect(await bengts()).toMatchObject({ answer: 'accepted' })
    expect((await notes()).at(-1)?.content).toEqual({ refused: 'used', byLink: true })
  })

  it('is used once when it is sent ten times at the same moment', async () => {
    const link = await linkOf('bengt')
    const pages = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => (await say(link, index % 2 ? 'accepted' : 'declined')).text()),
    )
    expect(pages.filter((page) => page.includes('Tack, du har svarat'))).toHaveLength(1)
    expect(pages.filter((page) => page.includes('Länken är redan använd'))).toHaveLength(9)
  })

  it('is refused from another site, and without an answer', async () => {
    const link = await linkOf('bengt')
    const foreign = await town.app.request(`http://localhost${link}`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: new URLSearchParams({ answer: 'accepted' }),
    })
    expect(foreign.status).toBe(403)
    const unanswered = await say(link, 'maybe')
    expect(unanswered.status).toBe(422)
    const anew = await unanswered.text()
    expect(anew).toContain('Välj ja eller nej. Inget svar är sparat än.')
    expect(anew).toContain('Ja, jag kommer')
    expect(await bengts()).toMatchObject({ answer: null })
  })
})

describe('a link that does not answer any more says why in one sentence, and it is in the log', () => {
  const closed = async (link: string, heading: string, why: string) => {
    const opened = await open(link)
    expect(opened.status).toBe(410)
    const page = await opened.text()
    expect(page).toContain(heading)
    expect(page).not.toContain('Ja, jag kommer')
    const said = await say(link, 'accepted')
    expect(said.status).toBe(410)
    expect(await said.text()).toContain(heading)
    const refused = (await notes()).map(({ content }) => content)
    expect(refused).toEqual([
      { refused: why, byLink: true },
      { refused: why, byLink: true },
    ])
  }

  it('when the visit is cancelled', async () => {
    const link = await linkOf('bengt')
    await run('anna', cancelVisit, { visit, version: '1', reason: 'Förhinder' })
    await closed(link, 'Det går inte längre att svara', 'ended')
  })

  it('when the visit has got another time since; the new letter’s link answers', async () => {
    const link = await linkOf('bengt')
    await run('anna', moveVisit, {
      visit,
      version: '1',
      reason: 'Krock med möte',
      day: '2026-10-21',
      start: '10.00',
      end: '11.00',
    })
    await town.workOff()
    await closed(link, 'Besöket har ändrats', 'changed')
    expect(await (await say(await linkOf('bengt'), 'accepted')).text()).toContain('Tack, du har svarat ja')
  })

  it('when the person has been taken off it', async () => {
    const link = await linkOf('bengt')
    await town.database.transaction(town.cast, (tx) =>
      tx
        .update(invitation)
        .set({ withdrawnAt: town.clock.now() })
        .where(eq(invitation.personId, town.cast.people.bengt)),
    )
    await closed(link, 'Du är inte kallad till besöket', 'removed')
  })

  it('when it has lain too long', async () => {
    const link = await linkOf('bengt')
    await town.database.transaction(town.cast, (tx) => tx.update(replyLink).set({ expiresAt: town.clock.now() }))
    await closed(link, 'Länken har gått ut', 'expired')
  })

  it('when it was never there, or the person is locked: the same page, and no row', async () => {
    const link = await linkOf('bengt')
    const before = (await logged(town)).length
    await town.database.transaction(town.cast, (tx) =>
      tx.update(person).set({ lockedAt: town.clock.now() }).where(eq(person.id, town.cast.people.bengt)),
    )
    const pages = await Promise.all([open(link), open(`/ekby/svar/${'x'.repeat(43)}`), say(link, 'accepted')])
    for (const answer of pages) expect(await answer.text()).toContain('Länken gäller inte')
    expect(await logged(town)).toHaveLength(before)
  })
})
