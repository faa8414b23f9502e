import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, type CastName, must } from '../../../tests/support/cast.ts'
import { execute } from '../../platform/command.ts'
import { listMailbox } from '../../platform/mail.ts'
import { bookVisit } from '../visits/index.ts'
import { aHeldVisit } from '../reports/a-held-visit.ts'
import { getFrozen } from '../reports/index.ts'
import { reportPdf } from '../reports/reports.pdf.ts'
import { printableReport } from '../reports/reports.printable.pdf.ts'
import { followVisit } from './claims.commands.ts'
import { listClaims } from './claims.store.ts'

let town: TestApp
beforeAll(async () => {
  town = await anApp({ answers: { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' } })
})

const page = async (response: Promise<Response>) => (await response).text()
const mark = 'Anna Exempel, registrerat av Secretary Exempel efter telefonsamtal'
const within = 'Anna Exempel (registrerat av Secretary Exempel efter telefonsamtal)'

/** What the log says was done for Anna: the commands, and who did them. */
async function inTheLog(subjectId: string) {
  const { database, cast } = town
  const { rows } = await database.read(cast, (tx) =>
    tx.execute(sql`select command, actor_id as actor, on_behalf_of_id as whom from audit_entry
      where subject_id = ${subjectId} and actor_id is not null order by seq`),
  )
  return rows
}

/** The letters that tell Anna what was registered for her, the latest first. */
async function letters() {
  await town.workOff()
  const { database, cast } = town
  const all = await database.read(cast, (tx) => listMailbox(tx))
  return all.filter(
    ({ personId, subject }) => personId === cast.people.anna && subject === 'Något är registrerat åt dig',
  )
}

async function aBooking(day: string, by: CastName = 'manager', more: Readonly<Record<string, string>> = {}) {
  const { database, clock, cast } = town
  const booking = { units: cast.units.solgarden, day, start: '13.00', end: '15.00', seen: 'yes', ...more }
  return execute({ database, clock }, cast.as(by), bookVisit, booking)
}

const solgarden = (day: string) =>
  aHeldVisit(town.database, town.cast, {
    day,
    unitId: town.cast.units.solgarden,
    who: [town.cast.people.anna, town.cast.people.bengt],
  })

describe('an answer for somebody who phones', () => {
  test('is marked on the page and in the log, and the one it is about gets a letter', async () => {
    const { people } = town.cast
    const { id } = await must(aBooking('2026-11-10', 'secretary', { onBehalfOf: people.bengt }))
    const answer = { person: people.anna, [`answer.${people.anna}`]: 'accepted' }
    await town.post('secretary', `/besok/${id}/svar`, answer)

    const shown = await page(town.get('bengt', `/besok/${id}`))
    expect(shown.split(mark).length - 1).toBe(2)
    expect(shown).toContain('Bengt Exempel, registrerat av Secretary Exempel efter telefonsamtal')
    expect(await inTheLog(id)).toEqual([
      { command: 'visits.book', actor: people.secretary, whom: people.bengt },
      { command: 'visits.answer', actor: people.secretary, whom: people.anna },
    ])
    const [letter] = await letters()
    expect(letter?.text).toContain('Secretary Exempel har registrerat detta åt dig')
    expect(letter?.text).toContain('Svar på en kallelse: Solgården, 10 november 2026')
    expect(letter?.text).toContain('http://localhost/ekby/namnden/mina-uppgifter#registrerat-at-mig')
  })

  test('one’s own answer afterwards takes the mark away', async () => {
    const { people } = town.cast
    const { id } = await must(aBooking('2026-11-12', 'secretary', { onBehalfOf: people.bengt }))
    const field = `answer.${people.anna}`
    await town.post('secretary', `/besok/${id}/svar`, { person: people.anna, [field]: 'accepted' })
    await town.post('anna', `/besok/${id}/svar`, { person: people.anna, [field]: 'declined' })
    // In the timeline alone, where nothing is ever changed.
    expect((await page(town.get('bengt', `/besok/${id}`))).split(mark).length - 1).toBe(1)
  })

  test.each(['bengt', 'manager', 'auditor'] as const)('%s cannot answer for Anna', async (name) => {
    const { people } = town.cast
    const { id } = await must(aBooking('2026-11-16', 'secretary', { onBehalfOf: people.bengt }))
    const answer = { person: people.anna, [`answer.${people.anna}`]: 'accepted' }
    expect((await town.post(name, `/besok/${id}/svar`, answer)).status).toBe(403)
    await town.post('secretary', `/besok/${id}/avbojt`, { version: '1', cause: 'other', reason: 'Prov.' })
  })

  test('somebody of another committee cannot be booked for', async () => {
    const other = appWith(town.database, town.clock, await aCast(town.database, town.clock, { slug: 'granby' }))
    await expect(aBooking('2026-11-17', 'secretary', { onBehalfOf: other.cast.people.anna })).rejects.toThrow('person')
  })
})

describe('attendance for somebody who phones', () => {
  const note = (who: CastName, onBehalfOf: CastName) => {
    const { people } = town.cast
    const times = (id: string) => ({ [`came.${id}`]: 'yes', [`start.${id}`]: '13.00', [`end.${id}`]: '14.45' })
    const met = Object.fromEntries(['users', 'manager', 'staff'].map((audience) => [`met.${audience}`, 'yes']))
    const came = { ...times(people.anna), ...times(people.bengt), ...met }
    const form = { version: '1', onBehalfOf: people[onBehalfOf], ...came, reason: 'De gick tidigare', seen: 'yes' }
    return (id: string) => town.post(who, `/besok/${id}/narvaro`, form)
  }

  test('is marked for the one who phoned and not for the others', async () => {
    const id = await solgarden('2026-09-01')
    expect((await note('secretary', 'anna')(id)).status).toBe(303)
    const shown = await page(town.get('bengt', `/besok/${id}`))
    expect(shown).toContain(mark)
    expect(shown).not.toContain('Bengt Exempel, registrerat')
    expect((await letters())[0]?.text).toContain('Närvaro vid ett besök: Solgården, 1 september 2026')
  })

  test('only the secretary notes it for another', async () => {
    const id = await solgarden('2026-09-02')
    expect((await note('manager', 'anna')(id)).status).toBe(422)
  })
})

describe('a report for somebody who phones', () => {
  const topic = 'text.HED-09-safety'

  test('is written and signed in the author’s name, marked on the page, in the list and in the file', async () => {
    const { anna, secretary } = town.cast.people
    const visitId = await solgarden('2026-09-08')
    const begun = await town.post('secretary', `/rapporter/besok/${visitId}/at`, {
      person: anna,
      calledOn: '2026-10-05',
    })
    const draft = new URL(begun.headers.get('location') ?? '', 'http://localhost').pathname.replace('/ekby/namnden', '')
    expect(await page(town.get('secretary', draft))).toContain('Du skriver åt Anna Exempel, som har ringt')

    const phoned = { calledOn: '2026-10-05', [topic]: 'De flesta känner sig trygga.' }
    await town.post('secretary', draft, { version: '1', next: 'sign', ...phoned })
    expect(await page(town.get('anna', draft.replace(/\/at\/.*$/, '/utkast')))).toContain(
      'enligt telefonsamtal den 5 oktober 2026, registrerat av Secretary Exempel',
    )
    const done = await town.post('secretary', `${draft}/fardig`, { version: '2', calledOn: '2026-10-05' })
    const report = (done.headers.get('location') ?? '').replace('/ekby/namnden', '')
    expect(await page(town.get('bengt', report))).toContain(within)
    expect(await page(town.get('bengt', '/rapporter'))).toContain(within)

    const id = report.split('/').at(-1) ?? ''
    const { database, cast } = town
    const frozen = await database.read(cast, (tx) => getFrozen(tx, cast.system(), id))
    const printed: string[] = []
    const typesetter = {
      typeset: async ({ data }: { readonly data: unknown }) => {
        printed.push(JSON.stringify(data))
        return new Uint8Array()
      },
      close: async () => undefined,
    }
    await reportPdf(typesetter, printableReport(frozen))
    expect(printed.join()).toContain('enligt telefonsamtal den 5 oktober 2026, registrerat av Secretary Exempel')
    expect((await inTheLog(id)).every(({ actor, whom }) => actor === secretary && whom === anna)).toBe(true)
    const kept = (await letters()).filter(({ text }) => text.includes('8 september 2026')).map(({ text }) => text)
    expect(kept.map((text) => /^(Ett utkast|En undertecknad)/m.exec(text)?.[1])).toEqual([
      'En undertecknad',
      'En undertecknad',
      'Ett utkast',
    ])
  })

  test('the signature goes when somebody writes more, like every other', async () => {
    const { anna } = town.cast.people
    const visitId = await solgarden('2026-09-09')
    const begun = await town.post('secretary', `/rapporter/besok/${visitId}/at`, { person: anna })
    const draft = new URL(begun.headers.get('location') ?? '', 'http://localhost').pathname.replace('/ekby/namnden', '')
    await town.post('secretary', draft, { version: '1', next: 'sign', [topic]: 'Ett.' })
    const own = draft.replace(/\/at\/.*$/, '/utkast')
    await town.post('bengt', own, { version: '2', next: 'save', [topic]: 'Två.' })
    expect(await page(town.get('anna', own))).not.toContain('enligt telefonsamtal')
  })

  test.each([
    ['an author without the right', 'bengt', 403],
    ['the chair', 'chair', 403],
    ['the auditor', 'auditor', 403],
  ] as const)('is not begun by %s', async (_who, name, status) => {
    const visitId = await solgarden('2026-09-15')
    const form = { person: town.cast.people.anna }
    expect((await town.post(name, `/rapporter/besok/${visitId}/at`, form)).status).toBe(status)
  })

  test.each([
    ['one who was not there', { person: 'cecilia' }],
    ['oneself', { person: 'secretary' }],
  ] as const)('is not begun for %s', async (_who, { person }) => {
    const visitId = await solgarden('2026-09-16')
    const answer = await town.post('secretary', `/rapporter/besok/${visitId}/at`, { person: town.cast.people[person] })
    expect(answer.status).toBe(422)
  })

  test('a phone call has been, and is not to come', async () => {
    const visitId = await solgarden('2026-09-17')
    const form = { person: town.cast.people.anna, calledOn: '2026-10-07' }
    expect((await town.post('secretary', `/rapporter/besok/${visitId}/at`, form)).status).toBe(422)
  })
})

describe('a confirmed claim for somebody who phones', () => {
  async function aClaim(day: string) {
    const { database, clock, cast } = town
    const visitId = await solgarden(day)
    await must(execute({ database, clock }, cast.system(), followVisit, { visitId }))
    const rows = await database.read(cast, (tx) => listClaims(tx, cast.system(), { visitId }))
    const own = rows.find(({ personId }) => personId === cast.people.anna)
    if (own === undefined) throw new Error('Anna has no claim')
    return own
  }

  test('is the claimant’s own step, registered by the secretary', async () => {
    const { anna, secretary } = town.cast.people
    const { id } = await aClaim('2026-09-22')
    const answer = await town.post('secretary', `/arvoden/${id}/bekraftelse/at`, {
      version: '1',
      calledOn: '2026-10-01',
    })
    expect(answer.status).toBe(303)
    expect(await page(town.get('anna', `/arvoden/${id}`))).toContain(mark)
    expect(await inTheLog(id)).toEqual([{ command: 'claims.confirm-for', actor: secretary, whom: anna }])
    expect((await letters())[0]?.text).toContain('En bekräftelse av arvode: Solgården, 22 september 2026')
  })

  test('gives no way to check, approve or waive for another', async () => {
    const { id } = await aClaim('2026-09-23')
    expect((await town.post('secretary', `/arvoden/${id}/attest`, { version: '1', outcome: 'approved' })).status).toBe(
      403,
    )
    expect((await town.post('secretary', `/arvoden/${id}/avstaende`, { version: '1' })).status).toBe(403)
  })

  test.each(['feeOfficer', 'chair', 'bengt', 'auditor'] as const)('is not for %s', async (name) => {
    const { id } = await aClaim('2026-09-24')
    expect((await town.post(name, `/arvoden/${id}/bekraftelse/at`, { version: '1' })).status).toBe(403)
  })
})
