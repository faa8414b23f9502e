import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anApp, appAt, formKeyFor, type TestApp } from '../../../tests/support/app.ts'
import type { CastName } from '../../../tests/support/cast.ts'
import { textTag } from '../../kernel/text-tag.ts'
import { aHeldVisit } from './a-held-visit.ts'
import { keptTag } from './reports.writing.rules.ts'

// What the page's script does: it saves one field at a time, and is answered in JSON.
const field = 'text.HED-09-safety'
const nothing = textTag('')

let town: TestApp
let report: string
beforeAll(async () => {
  town = await anApp()
})

let month = 0
beforeEach(async () => {
  month += 1
  const { database, cast } = town
  const visitId = await aHeldVisit(database, cast, {
    day: `2025-${String(month % 12 || 12).padStart(2, '0')}-${String(Math.ceil(month / 12)).padStart(2, '0')}`,
    unitId: cast.units.solgarden,
    who: [cast.people.anna, cast.people.bengt],
  })
  const begun = await town.post('anna', `/rapporter/besok/${visitId}`)
  report = new URL(begun.headers.get('location') ?? '', 'http://localhost').pathname
    .replace('/ekby/namnden', '')
    .replace('/utkast', '')
})

type Saved = {
  readonly tag?: string
  readonly savedAt?: string
  readonly savedByOther?: string
  readonly by?: string
  readonly beside?: string
  readonly guard?: string
  readonly message?: string
}

const save = async (name: CastName, text: string, was: string, into = field) => {
  const answer = await town.post(name, `${report}/falt`, { field: into, text, was })
  expect(answer.headers.get('content-type')).toBe('application/json')
  return { status: answer.status, ...((await answer.json()) as Saved) }
}

const draft = async (name: CastName) => (await town.get(name, `${report}/utkast`)).text()

describe('a field that is saved as somebody writes', () => {
  test('is there when the draft is opened, and the answer says when and which text it was', async () => {
    const saved = await save('anna', 'De flesta är trygga.', nothing)
    expect(saved).toEqual({ status: 200, tag: textTag('De flesta är trygga.'), savedAt: '12.00', guard: '' })
    expect(await draft('bengt')).toContain('De flesta är trygga.')
  })

  test('is saved upon a text that came through although nobody answered', async () => {
    await save('anna', 'De flesta', nothing)
    const lost = ['De flesta', 'De flesta är'].flatMap((text) => [textTag(text), keptTag(text)])
    const saved = await save('anna', 'De flesta är trygga.', [nothing, ...lost].join(' '))
    expect(saved).toMatchObject({ status: 200, tag: textTag('De flesta är trygga.') })
    expect(saved.savedByOther).toBeUndefined()
  })

  test('that somebody else has written in meanwhile is kept beside, and the answer shows theirs with the choice', async () => {
    await save('bengt', 'Några är <b>otrygga</b>.', nothing)
    const first = await save('anna', 'De flesta är trygga.', nothing)
    expect(first).toMatchObject({
      status: 200,
      tag: keptTag('De flesta är trygga.'),
      savedByOther: 'Några är <b>otrygga</b>.',
      by: 'Bengt Exempel',
    })
    expect(first.beside).toContain('Några är &lt;b>otrygga&lt;/b>.')
    expect(first.beside).toContain('Bengt Exempel')
    expect(first.beside).toContain('Använd det som står i rutan')
    // She writes on: hers follows, his stands.
    const next = await save('anna', 'De flesta är trygga, tror vi.', first.tag ?? '')
    expect(next.savedByOther).toBe('Några är <b>otrygga</b>.')
    expect(await draft('anna')).toContain('De flesta är trygga, tror vi.')
    expect(await draft('bengt')).toContain('Några är &lt;b>otrygga&lt;/b>.')
  })

  test('and so is the own text from another page or device', async () => {
    await save('anna', 'Från telefonen', nothing)
    const saved = await save('anna', 'Från datorn', nothing)
    expect(saved.savedByOther).toBe('Från telefonen')
    expect(saved.by).toBe('Anna Exempel')
    expect(saved.beside).toContain('Från telefonen')
  })

  test('that the guard has something to say about is saved, and the answer says it at the sentence', async () => {
    const saved = await save('anna', 'Hennes nummer är 070-123 45 67. Maten är god.', nothing)
    expect(saved).toMatchObject({ status: 200, tag: textTag('Hennes nummer är 070-123 45 67. Maten är god.') })
    expect(saved.guard).toContain('070-123 45 67')
    const after = await save('anna', 'Maten är god.', saved.tag ?? '')
    expect(after.guard).toBe('')
  })

  test('without anything new in it leaves another’s text, which the page has not seen', async () => {
    await save('bengt', 'Bengts text', nothing)
    const saved = await save('anna', '', nothing)
    expect(saved).toEqual({ status: 200, savedAt: '12.00', guard: '' })
    expect(await draft('anna')).toContain('Bengts text')
  })

  test('takes what people paste: many lines, emoji, right to left, half a character, NUL', async () => {
    const typed = `  Rad ett\r\nRad två \u{1F600} \u05E9\u05DC\u05D5\u05DD \uD83D\u0000  `
    const saved = await save('anna', typed, nothing)
    expect(saved.tag).toBe(textTag('Rad ett\nRad två \u{1F600} \u05E9\u05DC\u05D5\u05DD \uFFFD'))
  })

  test('takes 200 000 characters, and says in a sentence that 300 001 are too many', async () => {
    const long = 'åäö '.repeat(50_000)
    expect((await save('anna', long, nothing)).tag).toBe(textTag(long.trim()))
    const longer = await save('anna', 'x'.repeat(300_001), textTag(long.trim()))
    expect(longer.status).toBe(422)
    expect(longer.message).toContain('300 000 tecken')
    expect((await draft('anna')).includes(long.trim())).toBe(true)
  })

  test('in a report that is handed in is refused with a sentence', async () => {
    const saved = await save('anna', 'De flesta är trygga.', nothing)
    const version = /name="version" value="(\d+)"/.exec(await (await town.get('anna', `${report}/fardig`)).text())?.[1]
    await town.post('anna', `${report}/fardig`, { version: version ?? '' })
    const late = await save('anna', 'De flesta är trygga. Och mer.', saved.tag ?? '')
    expect(late).toEqual({ status: 422, message: 'Rapporten är redan färdig och kan inte ändras.' })
  })

  test('by one who was not there is refused, and by one without the permission', async () => {
    expect((await town.post('secretary', `${report}/falt`, { field, text: 'x', was: nothing })).status).not.toBe(200)
    expect((await town.post('manager', `${report}/falt`, { field, text: 'x', was: nothing })).status).toBe(403)
    expect(await draft('anna')).not.toContain('>x</textarea>')
  })
})

describe('the script’s request', () => {
  const ask = async (headers: Readonly<Record<string, string>>, formKey: string) =>
    town.app.request(`http://localhost/ekby/namnden${report}/falt`, {
      method: 'POST',
      headers: { accept: 'application/json', origin: 'http://localhost', ...headers },
      body: new URLSearchParams({ field, text: 'De flesta är trygga.', was: nothing, formKey }),
    })

  test('is told in JSON that the session has ended, and changes nothing', async () => {
    const answer = await ask({ cookie: `nk_session=${'a'.repeat(43)}` }, 'a')
    expect([answer.status, await answer.json()]).toEqual([401, { signedOut: true }])
    expect(await draft('anna')).not.toContain('De flesta är trygga.')
  })

  test('with the key of another session changes nothing either', async () => {
    const entry = await town.app.request('/ekby/namnden/prova', {
      method: 'POST',
      headers: { origin: 'http://localhost' },
      body: new URLSearchParams({ personId: town.cast.people.anna }),
    })
    const token = /nk_session=([^;]+)/.exec(entry.headers.get('set-cookie') ?? '')?.[1] ?? ''
    const refused = await ask({ cookie: `nk_session=${token}` }, 'a'.repeat(43))
    expect([refused.status, await refused.json()]).toEqual([403, { otherSession: true }])
    const taken = await ask({ cookie: `nk_session=${token}` }, await formKeyFor(town.database, token))
    expect(taken.status).toBe(200)
  })

  test('from another site is refused before anything is looked at', async () => {
    expect((await ask({ origin: 'https://ond.example' }, 'a')).status).toBe(403)
  })

  test('never meets the limit of a fast reader, and has one of its own', async () => {
    const { app, limits } = { app: appAt(town, 'http://localhost', { limits: { requestsPerMinute: 3 } }), limits: 3 }
    const env = { incoming: { socket: { remoteAddress: '192.0.2.7' } } }
    const statuses: number[] = []
    for (let turn = 0; turn < limits; turn++)
      statuses.push((await app.request('http://localhost/ekby/hjalp', {}, env)).status)
    const post = { method: 'POST', headers: { accept: 'application/json', origin: 'http://localhost' } }
    for (let turn = 0; turn <= limits; turn++)
      statuses.push((await app.request(`http://localhost/ekby/namnden${report}/falt`, post, env)).status)
    expect(statuses).toEqual([200, 200, 200, 401, 401, 401, 429])
  })
})

describe('the draft’s page', () => {
  test('may load its script and speak with our own server; no other page of the committee may', async () => {
    const policyOf = async (path: string) => (await town.get('anna', path)).headers.get('content-security-policy')
    expect(await policyOf(`${report}/utkast`)).toContain("; script-src 'self'; connect-src 'self'")
    expect(await policyOf('/rapporter')).not.toMatch(/script-src|connect-src/)
  })
})
