import { beforeAll, describe, expect, it } from 'vitest'
import { aTestDatabase } from './support/database.ts'
import { aForm as form, appAt, appWith, type TestApp } from './support/app.ts'
import { aCast, testClock } from './support/cast.ts'
import { withOwner } from './support/global-setup.ts'

const onEveryAnswer = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'permissions-policy':
    'accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
}
const https = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }

let town: TestApp
let broken: TestApp
beforeAll(async () => {
  const clock = testClock()
  const [{ database }, faulty] = [await aTestDatabase(), await aTestDatabase()]
  town = appWith(database, clock, await aCast(database, clock))
  broken = appWith(faulty.database, clock, await aCast(faulty.database, clock))
  await broken.get('secretary', '/')
  // From here on the page of the guideline is a fault of ours.
  await withOwner(faulty.connections.owner, (owner) => owner.query('drop table guideline_version cascade'))
})

/** What the answer's headers say, but for what differs by what is answered. */
function policyOf({ headers }: Response): Readonly<Record<string, string>> {
  const own = new Set(['content-type', 'content-length', 'cache-control', 'location', 'content-disposition', 'vary'])
  return Object.fromEntries([...headers].filter(([name]) => !own.has(name)))
}

const answers: readonly (readonly [string, number, string, () => Response | Promise<Response>])[] = [
  ['a committee’s page', 200, 'private, no-store', () => town.get('secretary', '/')],
  ['a public page', 200, 'private, no-store', () => town.app.request('/ekby/hjalp')],
  ['the page for signing in', 200, 'private, no-store', () => town.app.request('/ekby/logga-in')],
  ['a form that comes back', 422, 'private, no-store', () => town.app.request('/ekby/logga-in', form({ email: 'x' }))],
  ['a file', 200, 'private, no-store', () => aFile()],
  ['a redirect', 303, 'no-store', () => town.app.request('/ekby/namnden')],
  ['a redirect away from a slash', 301, 'no-store', () => town.app.request('/ekby/hjalp/')],
  ['a refusal', 403, 'no-store', () => town.get('anna', '/riktlinje/utkast')],
  ['a form from another site', 403, 'no-store', () => town.app.request('/ekby/logga-in', { method: 'POST' })],
  ['what is not there', 404, 'no-store', () => town.get('secretary', '/finns-inte')],
  [
    'what is too large',
    413,
    'no-store',
    () => town.post('secretary', '/riktlinje/utkast/nytt', { base: 'a'.repeat(2 ** 20) }),
  ],
  ['a fault of ours', 500, 'no-store', () => broken.get('secretary', '/riktlinje')],
  ['a sign of life', 200, 'no-store', () => town.app.request('/healthz')],
  ['a missing asset', 404, 'no-store', () => town.app.request('/assets/finns-inte.css')],
]

/** A draft of a guideline, taken out as a file. */
async function aFile(): Promise<Response> {
  const base = 'packaged:hedemora-omsorgsnamnden-2026'
  const begun = await town.post('secretary', '/riktlinje/utkast/nytt', { base })
  return town.get('secretary', `/${new URL(begun.headers.get('location') ?? '', 'http://localhost').pathname}/fil`)
}

describe('the headers', () => {
  it.each(answers)('of %s (%i) are all there, and %s keeps it out of every cache', async (_what, status, kept, ask) => {
    const answer = await ask()
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([status, kept])
    expect(policyOf(answer)).toEqual(onEveryAnswer)
  })

  it('of an asset let it be kept, since it is named after its content', async () => {
    const plain = new TextEncoder().encode('a{}')
    const files = new Map([['app-1.css', { type: 'text/css; charset=utf-8', plain, compressed: undefined }]])
    const answer = await appAt(town, 'http://localhost', { files }).request('/assets/app-1.css')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(policyOf(answer)).toEqual(onEveryAnswer)
  })

  it.each(['/', '/ekby/namnden', '/finns-inte'])('of %s by https hold the browser to it', async (path) => {
    const answer = await appAt(town, 'https://namndkontakt.example.se').request(path)
    expect(policyOf(answer)).toEqual({ ...onEveryAnswer, ...https })
  })

  it('never name the program or its parts', async () => {
    const said = [...(await town.get('secretary', '/')).headers].flat().join(' ')
    expect(said).not.toMatch(/powered|server|hono|node/i)
  })
})

describe('a cookie', () => {
  const cookies = async (publicUrl: string) => {
    const { headers } = await appAt(town, publicUrl).request('/ekby/namnden/prova', {
      ...form({ personId: town.cast.people.anna }),
      headers: { origin: publicUrl },
    })
    return headers.getSetCookie()
  }

  it('is for https alone where people come by https, and never for scripts or other sites', async () => {
    const [cookie = ''] = await cookies('https://namndkontakt.example.se')
    expect(
      cookie
        .replace(/=[\w-]{43};/, '=…;')
        .split('; ')
        .toSorted(),
    ).toEqual(['__Host-nk_session=…', 'Path=/', 'Max-Age=259200', 'HttpOnly', 'Secure', 'SameSite=Lax'].toSorted())
  })

  it('works by http on one’s own computer', async () => {
    expect((await cookies('http://localhost'))[0]).not.toContain('Secure')
  })
})
