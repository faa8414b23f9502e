import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aForm as form, anApp, appAt, formKeyFor, type TestApp } from './support/app.ts'
import { aSession } from './support/session.ts'

let town: TestApp
beforeAll(async () => {
  town = await anApp()
})
// The log has one row a minute for the same refusal.
beforeEach(() => town.clock.advanceMilliseconds(60_000))

describe('a form from another session, another site or nowhere', () => {
  const tell = 'Vi pratade länge om matsituationen på Solgården.'
  const refusals = async () => {
    const { municipalityId } = town.cast
    return town.database.system(async (tx) => {
      const { rows } = await tx.execute(
        `select c.content from audit_entry e join audit_content c on c.entry_id = e.id
         where e.command = 'access.refused' and e.municipality_id = '${municipalityId}' order by e.seq` as never,
      )
      return rows.map((row) => (row as { readonly content: { readonly reason: string } }).content.reason)
    })
  }

  const drafts = async () => {
    const page = await (await town.get('secretary', '/riktlinje/utkast')).text()
    return [...page.matchAll(/utkast\/[0-9a-f]{8}-/g)]
  }

  it.each([
    ['without a key', {}],
    ['with an empty key', { formKey: '' }],
    ['with a key of the same length that is none', { formKey: 'å'.repeat(43) }],
    ['with a key longer than any', { formKey: 'a'.repeat(10_000) }],
  ])('%s changes nothing, is logged, and what was typed is shown again', async (_how, key) => {
    const before = await refusals()
    const cookie = `nk_session=${await aSession(town, 'secretary')}`
    const answer = await town.app.request('/ekby/namnden/riktlinje/utkast/nytt', {
      ...form({ base: 'nothing', note: tell, ...key }),
      headers: {
        origin: 'http://localhost',
        cookie,
        host: 'localhost',
        referer: 'http://localhost/ekby/namnden/riktlinje?a=1',
      },
    })
    const page = await answer.text()
    expect(answer.status).toBe(403)
    expect(page).toContain('Sidan hade varit öppen för länge')
    expect(page).toContain(tell)
    expect(page).toContain('href="/ekby/namnden/riktlinje?a=1"')
    expect((await refusals()).slice(before.length)).toEqual(['page-too-old'])
    expect(await drafts()).toEqual([])
  })

  it('from a session that has ended meanwhile gives back what was written', async () => {
    const answer = await town.app.request('/ekby/namnden/riktlinje/utkast/nytt', {
      ...form({ base: 'nothing', note: tell }),
      headers: { origin: 'http://localhost', cookie: `nk_session=${'a'.repeat(43)}`, host: 'localhost' },
    })
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain(tell)
    expect(await drafts()).toEqual([])
  })

  it('with the key of the session before is refused: whoever signs in anew gets new forms', async () => {
    const formKey = await formKeyFor(town.database, await aSession(town, 'secretary'))
    expect((await town.post('secretary', '/riktlinje/utkast/nytt', { base: 'nothing', formKey })).status).toBe(403)
  })

  it('with the key of somebody else is refused', async () => {
    const formKey = await formKeyFor(town.database, await aSession(town, 'administrator'))
    expect((await town.post('secretary', '/riktlinje/utkast/nytt', { base: 'nothing', formKey })).status).toBe(403)
  })

  it('is told in English too', async () => {
    const cookie = `nk_session=${await aSession(town, 'secretary')}; nk_language=en`
    const request = form({ base: 'nothing' })
    const answer = await town.app.request('/ekby/namnden/riktlinje/utkast/nytt', {
      ...request,
      headers: { ...request.headers, cookie },
    })
    expect(await answer.text()).toContain('The page had been open for too long')
  })

  it.each([
    ['another site', { origin: 'https://ond.example' }],
    ['another site, as browsers say it', { 'sec-fetch-site': 'cross-site' }],
    ['a page without an origin', { origin: 'null' }],
    ['nowhere', {}],
  ])('from %s is refused although it has the key, and logged', async (_where, headers) => {
    const before = await refusals()
    const token = await aSession(town, 'secretary')
    const answer = await town.app.request('/ekby/namnden/riktlinje/utkast/nytt', {
      method: 'POST',
      headers: { cookie: `nk_session=${token}`, ...headers } as Record<string, string>,
      body: new URLSearchParams({ base: 'nothing', formKey: await formKeyFor(town.database, token) }),
    })
    expect(answer.status).toBe(403)
    expect((await refusals()).slice(before.length)).toEqual(['not-allowed'])
  })

  it('that is no form at all is refused', async () => {
    for (const type of ['application/json', 'multipart/form-data', 'multipart/form-data; boundary=x', 'text/xml']) {
      const answer = await town.app.request('/ekby/namnden/riktlinje/utkast/nytt', {
        method: 'POST',
        headers: {
          'content-type': type,
          origin: 'http://localhost',
          cookie: `nk_session=${await aSession(town, 'secretary')}`,
        },
        body: '{"base":"nothing"}',
      })
      expect([type, answer.status]).toEqual([type, 403])
    }
  })

  it('does not sign anybody out', async () => {
    const cookie = `nk_session=${await aSession(town, 'anna')}`
    const request = form({})
    const answer = await town.app.request('/logga-ut', { ...request, headers: { ...request.headers, cookie } })
    expect(answer.status).toBe(403)
    expect((await town.app.request('/ekby/namnden', { headers: { cookie } })).status).toBe(200)
  })

  it('comes by https through a proxy that speaks http with us, and is taken', async () => {
    const token = await aSession(town, 'secretary')
    const answer = await appAt(town, 'https://namndkontakt.example.se').request(
      `http://namndkontakt.example.se/ekby/namnden/besok`,
      {
        method: 'POST',
        headers: { origin: 'https://namndkontakt.example.se', cookie: `nk_session=${token}` },
        body: new URLSearchParams({ formKey: await formKeyFor(town.database, token) }),
      },
    )
    expect(answer.status).not.toBe(403)
  })

  it('every form of a page that posts carries the key, and none that searches', async () => {
    const page = await (await town.get('secretary', '/riktlinje/utkast/nytt')).text()
    const forms = [...page.matchAll(/<form\b[^>]*>.*?<\/form>/gs)].map(([found]) => found)
    const keyed = forms.filter((found) => found.includes('name="formKey"'))
    const posting = forms.filter((found) => found.includes('method="post"') && !found.includes('action="/sprak"'))
    expect(posting.length).toBeGreaterThan(1)
    expect(keyed).toEqual(posting)
  })
})

describe('a form with a field that it does not have', () => {
  it('is refused with a calm page and a row in the log, and changes nothing', async () => {
    const visit = '01990000-0000-7000-8000-000000000000'
    const answer = await town.post('anna', `/rapporter/besok/${visit}/muntlig`, { approvedBy: town.cast.people.anna })
    expect(answer.status).toBe(403)
    expect(await answer.text()).not.toContain('approvedBy')
  })
})
