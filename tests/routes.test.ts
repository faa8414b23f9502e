import { beforeAll, describe, expect, it } from 'vitest'
import { isAllowed } from '../src/kernel/permissions.ts'
import { newId } from '../src/platform/ids.ts'
import { pages, publicPages } from '../src/slices.ts'
import { appWith, type TestApp } from './support/app.ts'
import { aCast, type CastName, oneOfEachRole, testClock } from './support/cast.ts'
import { aDatabase } from './support/database.ts'

const routes = pages.map(({ method, path, allow }) => ({ method, path, allow, title: `${method} ${path}` }))

let ours: TestApp
let theirs: TestApp
beforeAll(async () => {
  const database = await aDatabase()
  const clock = testClock()
  ours = appWith(database, clock, await aCast(database, clock))
  theirs = appWith(database, clock, await aCast(database, clock, { slug: 'granby' }))
  await aCast(database, clock, { beside: ours.cast })
})

/** Every parameter gets an id that belongs to nothing. */
function anAddress(path: string): string {
  return (path === '/' ? '' : path).replace(/:[a-zA-Z]+(\{[^}]*\})?/g, () => newId())
}

async function ask(app: TestApp, name: CastName, method: 'get' | 'post', path: string): Promise<number> {
  const answer = method === 'get' ? await app.get(name, path) : await app.post(name, path)
  if (path.endsWith('/logga-ut-overallt')) app.forgetSessions()
  return answer.status
}

describe('when somebody without a session asks', () => {
  it('these addresses alone answer', () => {
    expect(publicPages.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'get /',
      'post /logga-ut',
      'post /sprak',
      'get /:municipality/logga-in',
      'post /:municipality/logga-in',
      'post /:municipality/logga-in/kod',
      'get /:municipality/:committee/prova',
      'post /:municipality/:committee/prova',
      'get /:municipality/logga-in/passnyckel',
      'post /:municipality/logga-in/passnyckel',
      'get /:municipality/logga-in/nod',
      'post /:municipality/logga-in/nod',
      'get /:municipality/logga-in/klar',
      'get /:municipality/logga-in/:provider{[0-9a-f-]+}',
      'get /:municipality/logga-in/:provider{[0-9a-f-]+}/svar',
      'get /:municipality/logga-in/:provider{[0-9a-f-]+}/metadata',
      'post /:municipality/logga-in/:provider{[0-9a-f-]+}/saml',
      'get /:municipality/valkommen/:token',
      'post /:municipality/valkommen/:token',
      'get /:municipality/brevlada',
      'get /:municipality/brevlada/:file',
      'get /:municipality/svar/:token',
      'post /:municipality/svar/:token',
      'get /:municipality/kalender/:file',
      'get /:municipality/tillganglighet',
      'get /:municipality/om-personuppgifter',
      'get /:municipality/hjalp',
    ])
  })

  it.each(routes)('$title sends them to choose who they are', async ({ method, path }) => {
    const answer = await ours.app.request(`http://localhost/ekby/namnden${anAddress(path)}`, {
      method: method.toUpperCase(),
      headers: { origin: 'http://localhost' },
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/ekby/namnden/prova'])
  })
})

describe('when somebody from another town asks', () => {
  it.each(routes)('$title does not exist for them, nor does the town', async ({ method, path }) => {
    // A session of the other town is no session here.
    const statuses = await Promise.all(
      oneOfEachRole.map((name) => ask(theirs, name, method, `//ekby/namnden${anAddress(path)}`)),
    )
    expect(new Set(statuses)).toEqual(new Set([303]))
  })
})

describe('when somebody from another committee of the town asks', () => {
  it.each(routes)('$title is not found by any role, as if there were no such committee', async ({ method, path }) => {
    const statuses = await Promise.all(
      oneOfEachRole.map((name) => ask(ours, name, method, `//ekby/grannen${anAddress(path)}`)),
    )
    expect(new Set(statuses)).toEqual(new Set([404]))
  })
})

describe('when a role without the permission asks', () => {
  it.each(routes)('$title is refused to every such role, and to no other', async ({ title, allow }) => {
    const statuses = await statusesOf(title)
    const refused = oneOfEachRole.map((name) => !isAllowed(ours.cast.as(name).roles, allow))
    expect(statuses.map((status) => status === 403)).toEqual(refused)
  })

  it.each(routes)('$title answers whoever may with a page, never with a fault', async ({ title }) => {
    expect(Math.max(...(await statusesOf(title)))).toBeLessThan(500)
  })

  const known = new Map<string, Promise<readonly number[]>>()
  /** What each of the cast is answered at the route, asked once for both. */
  function statusesOf(title: string): Promise<readonly number[]> {
    const [method = '', path = ''] = title.split(' ')
    const asked =
      known.get(title) ??
      Promise.all(oneOfEachRole.map((name) => ask(ours, name, method === 'get' ? 'get' : 'post', anAddress(path))))
    known.set(title, asked)
    return asked
  }
})
