import { beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../src/platform/log.ts'
import { appAt, appWith, formKeyFor, type TestApp } from './support/app.ts'
import { aCast, testClock } from './support/cast.ts'
import { aTestDatabase, type TestDatabase } from './support/database.ts'
import { withOwner } from './support/global-setup.ts'

let town: TestApp
let connections: TestDatabase['connections']
let token: string
beforeAll(async () => {
  const made = await aTestDatabase()
  const clock = testClock()
  connections = made.connections
  town = appWith(made.database, clock, await aCast(made.database, clock))
  const signedIn = await town.app.request('/ekby/namnden/prova', {
    method: 'POST',
    headers: { origin: 'http://localhost' },
    body: new URLSearchParams({ personId: town.cast.people.secretary }),
  })
  token = /nk_session=([^;]+)/.exec(signedIn.headers.get('set-cookie') ?? '')?.[1] ?? ''
  // From here on, saving a draft and asking for a code are faults of ours, in the middle of a statement.
  await withOwner(connections.owner, (owner) =>
    owner.query('alter table guideline_draft drop column title; alter table sign_in_code drop column digest'),
  )
})

describe('when a request ends in a fault of ours', () => {
  it('the log says so, and nothing of what was sent', async () => {
    const lines: string[] = []
    const app = appAt(town, 'http://localhost', {
      log: createLog('trace', { write: (line: string) => void lines.push(line) }),
    })
    const formKey = await formKeyFor(town.database, token)
    const secrets = {
      ...{
        email: 'anna@ekby.example',
        code: '483920',
        password: 'Sommar-2026-hemligt',
        personalNumber: '19121212-1212',
      },
      ...{ fileName: 'Annas anteckning', note: 'Hon berättade om sin sjukdom.' },
    }
    const headers = {
      origin: 'http://localhost',
      authorization: 'Bearer djupt-hemlig',
      cookie: `nk_session=${token}; nk_sign_in=ett-hemligt-handtag`,
    }
    const body = (more: Record<string, string>) => new URLSearchParams({ ...secrets, formKey, ...more })
    const statuses = await Promise.all(
      [
        app.request('/ekby/namnden/riktlinje/utkast/nytt', {
          method: 'POST',
          headers,
          body: body({ base: 'nothing' }),
        }),
        app.request('/ekby/logga-in', { method: 'POST', headers, body: body({}) }),
      ].map(async (answer) => (await answer).status),
    )
    expect(statuses).toEqual([500, 500])
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['A request failed', 'A request failed'])
    const said = lines.join('\n')
    const sent = [...Object.values(secrets), ...Object.values(headers).slice(1), token, formKey, 'ett-hemligt-handtag']
    expect(sent.filter((secret) => said.includes(secret))).toEqual([])
    expect(said).toContain('/ekby/namnden/riktlinje/utkast/nytt')
  })
})

describe('when letters are written and sent', () => {
  it('the server’s log has neither their text nor the code in them', async () => {
    const lines: string[] = []
    const log = createLog('trace', { write: (line: string) => void lines.push(line) })
    const made = await aTestDatabase()
    const clock = testClock()
    const other = appWith(made.database, clock, await aCast(made.database, clock))
    const app = appAt(other, 'http://localhost', { log })
    const asked = await app.request('/ekby/logga-in', {
      method: 'POST',
      headers: { origin: 'http://localhost' },
      body: new URLSearchParams({ email: 'anna@ekby.example' }),
    })
    expect(asked.status).toBe(200)
    const letters = await (await app.request('/ekby/brevlada')).text()
    const code = /engångskod är (\d{6})/.exec(letters)?.[1] ?? ''
    expect(code).toMatch(/^\d{6}$/)
    log.info('a line, so that there is one')
    expect(lines.join('\n')).not.toMatch(new RegExp(`${code}|engångskod|anna@`))
  })
})
