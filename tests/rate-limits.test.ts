import { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { rateLimit } from '../src/platform/http/rate-limit.ts'
import { createLog } from '../src/platform/log.ts'
import { aForm as form, anApp, appAt, type TestApp } from './support/app.ts'

let town: TestApp
beforeAll(async () => {
  town = await anApp()
})

describe('when one address asks too often', () => {
  const from = (address: string, forwarded?: string) => ({
    request: forwarded === undefined ? {} : { headers: { 'x-forwarded-for': forwarded } },
    env: { incoming: { socket: { remoteAddress: address } } },
  })
  const asking =
    (app: Hono) =>
    (path: string, { request, env }: ReturnType<typeof from>, init: object = {}) =>
      app.request(path, { ...request, ...init }, env)

  it('it waits, with a calm page that says for how long, and others do not', async () => {
    const ask = asking(appAt(town, 'http://localhost', { limits: { requestsPerMinute: 3 } }))
    const statuses: number[] = []
    for (let turn = 0; turn < 5; turn++) statuses.push((await ask('/ekby/hjalp', from('192.0.2.1'))).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    const refused = await ask('/ekby/hjalp', from('192.0.2.1'))
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(60)
    expect(await refused.text()).toContain('Vänta')
    expect(refused.headers.get('cache-control')).toBe('no-store')
    expect(refused.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect((await ask('/ekby/hjalp', from('192.0.2.2'))).status).toBe(200)
  })

  it('is told in English too', async () => {
    const ask = asking(appAt(town, 'http://localhost', { limits: { requestsPerMinute: 1 } }))
    const english = { headers: { cookie: 'nk_language=en' } }
    await ask('/ekby/hjalp', from('192.0.2.1'))
    expect(await (await ask('/ekby/hjalp', from('192.0.2.1'), english)).text()).toContain('Very many requests')
  })

  it('every address of one IPv6 network counts together', async () => {
    const ask = asking(appAt(town, 'http://localhost', { limits: { requestsPerMinute: 1 } }))
    expect((await ask('/ekby/hjalp', from('2001:db8:1:2::1'))).status).toBe(200)
    expect((await ask('/ekby/hjalp', from('2001:db8:1:2::ffff'))).status).toBe(429)
    expect((await ask('/ekby/hjalp', from('2001:db8:1:3::1'))).status).toBe(200)
  })

  it('a header that no proxy of ours wrote changes nothing', async () => {
    const ask = asking(appAt(town, 'http://localhost', { limits: { requestsPerMinute: 1 } }))
    expect((await ask('/ekby/hjalp', from('192.0.2.1', '203.0.113.1'))).status).toBe(200)
    expect((await ask('/ekby/hjalp', from('192.0.2.1', '203.0.113.2'))).status).toBe(429)
  })

  it('behind a proxy each client counts alone, whatever it writes itself', async () => {
    const ask = asking(appAt(town, 'http://localhost', { limits: { requestsPerMinute: 1, trustedProxies: 1 } }))
    expect((await ask('/ekby/hjalp', from('10.0.0.1', '203.0.113.1'))).status).toBe(200)
    expect((await ask('/ekby/hjalp', from('10.0.0.1', '203.0.113.2'))).status).toBe(200)
    expect((await ask('/ekby/hjalp', from('10.0.0.1', '198.51.100.7, 203.0.113.1'))).status).toBe(429)
  })

  it('forms before sign-in have a limit of their own, and reading goes on', async () => {
    const ask = asking(appAt(town, 'http://localhost', { limits: { postsBeforeSignInPerMinute: 2 } }))
    const guess = (code: string) =>
      ask('/ekby/logga-in/kod', from('192.0.2.1'), form({ email: 'anna@ekby.example', code }))
    const statuses: number[] = []
    for (const code of ['000000', '000001', '000002']) statuses.push((await guess(code)).status)
    expect(statuses).toEqual([422, 422, 429])
    expect((await ask('/ekby/logga-in', from('192.0.2.1'))).status).toBe(200)
    // A made-up session does not help.
    const request = form({ email: 'anna@ekby.example' })
    const cookie = { ...request, headers: { ...request.headers, cookie: 'nk_session=a' } }
    expect((await ask('/ekby/logga-in', from('192.0.2.1'), cookie)).status).toBe(429)
  })

  it.each(['/ekby/logga-in/passnyckel', '/ekby/logga-in/klar', '/ekby/logga-in/0191b3f2-7c1e-7000-8000-000000000001'])(
    'a link that leaves rows behind is limited as a form is: %s',
    async (path) => {
      const ask = asking(appAt(town, 'http://localhost', { limits: { postsBeforeSignInPerMinute: 2 } }))
      const statuses: number[] = []
      for (let turn = 0; turn < 3; turn++) statuses.push((await ask(path, from('192.0.2.1'))).status)
      expect(statuses.map((status) => status === 429)).toEqual([false, false, true])
      expect((await ask('/ekby/logga-in', from('192.0.2.1'))).status).toBe(200)
    },
  )

  it('whoever keeps below the limit of the minute meets that of the hour', async () => {
    const refused: number[] = []
    const gate = rateLimit({
      perMinute: 10,
      perHour: 3,
      addressOf: () => '192.0.2.1',
      refuse: (_, seconds) => {
        refused.push(seconds)
        return new Response(null, { status: 429 })
      },
      onFirst: () => undefined,
    })
    const app = new Hono().use(gate).get('/', (context) => context.text('ok'))
    const statuses: number[] = []
    for (let turn = 0; turn < 5; turn++) statuses.push((await app.request('/')).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    expect(refused[0]).toBeGreaterThan(60)
  })

  it('signs of life and assets are not counted', async () => {
    const ask = asking(appAt(town, 'http://localhost', { limits: { requestsPerMinute: 1 } }))
    for (let turn = 0; turn < 3; turn++) expect((await ask('/healthz', from('192.0.2.1'))).status).toBe(200)
  })

  it('the server’s log has one line for each minute, not for each request', async () => {
    const lines: string[] = []
    const log = createLog('warn', { write: (line: string) => void lines.push(line) })
    const ask = asking(appAt(town, 'http://localhost', { limits: { requestsPerMinute: 1 }, log }))
    for (let turn = 0; turn < 5; turn++) await ask('/ekby/hjalp', from('192.0.2.1'))
    expect(lines.map((line) => JSON.parse(line).network)).toEqual(['192.0.2.1'])
  })
})
