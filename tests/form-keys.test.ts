import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aForm as form, anApp, appAt, formKeyFor, type TestApp } from './support/app.ts'

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
    const cookie = `nk_session=${await aSession('secretary')}`
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
    const formKey = await formKeyFor(town.database, await aSession('secretary'))
    expect((await town.post('secretary', '/riktlinje/utkast/nytt', { base: 'nothing', formKey })).status).toBe(403)
  })

  it('with the key of somebody else is refused', async () => {
    const formKey = await formKeyFor(town.database, await aSession('administrator'))
    expect((await town.post('secretary', '/riktlinje/utkast/nytt', { base: 'nothing', formKey })).status).toBe(403)
  })

  it('is told in English too', async () => {
    const cookie = `nk_session=${await aSession('secretary')}; nk_language=en`
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
    const token = await aSession('secretary')
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
          cookie: `nk_session=${await aSession('secretary')}`,
        },
        body: '{"base":"nothing"}',
      })
      expect([type, answer.status]).toEqual([type, 403])
    }
  })

  it('does not sign anybody out', async () => {
    const cookie = `nk_session=${await aSession('anna')}`
    const request = form({})
    const answer = await town.app.request('/logga-ut', { ...request, headers: { ...request.headers, cookie } })
    expect(answer.status).toBe(403)
    expect((await town.app.request('/ekby/namnden', { headers: { cookie } })).status).toBe(200)
  })

  it('comes by https through a proxy that speaks http with us, and is taken', async () => {
    const token = await aSession('secretary')
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

describe('a form that has met another session', () => {
  const written = { base: 'nothing', note: 'Rad ett\nRad två: "mat" & <b>omsorg</b>', version: '3' }
  const path = '/ekby/namnden/riktlinje/utkast/nytt'
  const send = (fields: Readonly<Record<string, string>>, token?: string, headers = {}) =>
    town.app.request(path, {
      ...form(fields),
      headers: { origin: 'http://localhost', ...(token && { cookie: `nk_session=${token}` }), ...headers },
    })
  /** What the form on a page would send when its button is pressed. */
  const formOn = (page: string) => {
    const [found = ''] = page.match(/<form class="ui-form"[^>]*>.*?<\/form>/s) ?? []
    const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
    const fields = [...found.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
    return {
      action: /action="([^"]*)"/.exec(found)?.[1],
      fields: Object.fromEntries(fields.map(([, name = '', value = '']) => [name, unescaped(value)])),
    }
  }
  const begun = async () =>
    [...(await (await town.get('secretary', '/riktlinje/utkast')).text()).matchAll(/Rad två/g)].length

  it('is kept whole on the page, and goes when its owner has signed in and presses the button', async () => {
    const out = await send({ ...written, formKey: 'of a session that has ended' })
    const signedOut = await out.text()
    expect(out.status).toBe(403)
    expect(signedOut).toContain('Du har blivit utloggad')
    expect(signedOut).toContain('href="/ekby/namnden" target="_blank"')
    expect(formOn(signedOut)).toEqual({ action: path, fields: written })

    const token = await aSession('secretary')
    const back = await send(formOn(signedOut).fields, token)
    const signedIn = await back.text()
    expect(back.status).toBe(403)
    expect(signedIn).toContain('Du är inloggad som Secretary Exempel.')
    const formKey = await formKeyFor(town.database, token)
    expect(formOn(signedIn)).toEqual({ action: path, fields: { ...written, formKey } })

    expect(await begun()).toBe(0)
    const { version: _, ...fields } = formOn(signedIn).fields
    expect((await send(fields as Record<string, string>, token)).status).toBe(303)
  })

  it('is not handed to another site, whatever it knows', async () => {
    const token = await aSession('secretary')
    for (const headers of [
      { origin: 'https://ond.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site', origin: '' },
    ]) {
      const page = await (await send({ ...written, formKey: 'x' }, token, headers)).text()
      expect(page).not.toContain('Rad två')
      expect(page).not.toContain('formKey')
      const stranger = await (await send(written, undefined, headers)).text()
      expect(stranger).not.toContain('Rad två')
    }
  })

  it('hands back no secret, and no form that nobody has filled in', async () => {
    const page = await (
      await send({ ...written, secret: 'hemligt-1', password: 'hemligt-2', again: 'hemligt-2' })
    ).text()
    expect(page).not.toContain('hemligt')
    const id = '01990000-0000-7000-8000-000000000000'
    const pressed = await send({ version: '3', claim: id })
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/ekby/namnden/prova'])
  })

  it('with a file in it is shown to be copied: no page can hand a file back', async () => {
    const body = new FormData()
    body.set('note', written.note)
    body.set('file', new File(['x'], 'a.yaml'))
    const answer = await town.app.request(path, { method: 'POST', headers: { origin: 'http://localhost' }, body })
    const page = await answer.text()
    expect(answer.status).toBe(403)
    expect(page).toContain('Texten är inte sparad. Kopiera det du vill ha kvar')
    expect(page).not.toContain('Skicka igen')
  })

  it('is told in English too', async () => {
    const token = await aSession('secretary')
    const page = await (await send(written, undefined, { cookie: 'nk_language=en' })).text()
    expect(page).toContain('You have been signed out')
    const cookie = `nk_session=${token}; nk_language=en`
    expect(await (await send(written, undefined, { cookie })).text()).toContain(
      'You are signed in as Secretary Exempel.',
    )
  })
})

describe('whatever goes wrong with a form', () => {
  const note = 'Vi pratade länge om matsituationen på Solgården.'
  it.each([
    ['an address that is gone', '/rapporter/01990000-0000-7000-8000-000000000000/utkast', 404],
    ['one without the right to it', '/riktlinje/utkast/nytt', 403],
  ])('%s gives back what was written', async (_what, path, status) => {
    const answer = await town.post('anna', path, { version: '1', 'text.fritt': note })
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain(note)
  })

  it('another site’s text is never shown as ours', async () => {
    const answer = await town.app.request('/finns-inte/namnden/besok', {
      ...form({ note }),
      headers: { origin: 'https://ond.example' },
    })
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('matsituationen')
  })
})

describe('whoever is sent to sign in', () => {
  const signIn = (cookie: string) =>
    town.app.request('/ekby/namnden/prova', {
      ...form({ personId: town.cast.people.anna }),
      headers: { origin: 'http://localhost', cookie },
    })
  const wantedBy = async (path: string, init?: object) => {
    const answer = await town.app.request(path, init)
    expect(answer.headers.get('location')).toBe('/ekby/namnden/prova')
    return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
  }

  it('comes back to the page that was wanted, once', async () => {
    const [cookie = ''] = await wantedBy('/ekby/namnden/besok?visa=alla')
    const came = await signIn(cookie)
    expect(came.headers.get('location')).toBe('/ekby/namnden/besok?visa=alla')
    expect(came.headers.getSetCookie().some((it) => it.startsWith('nk_wanted=;') && it.includes('Max-Age=0'))).toBe(
      true,
    )
    expect((await signIn('')).headers.get('location')).toBe('/ekby/namnden')
  })

  it('comes to the page of a form in which nothing was written', async () => {
    const headers = { origin: 'http://localhost', host: 'localhost', referer: 'http://localhost/ekby/namnden/uppdrag' }
    const [cookie = ''] = await wantedBy('/ekby/namnden/riktlinje/utkast/nytt', { ...form({}), headers })
    expect((await signIn(cookie)).headers.get('location')).toBe('/ekby/namnden/uppdrag')
  })

  it.each(['//ond.example/a/b', '/annan/namnden/besok', 'https://ond.example/a/b', '/ekby', '/\\ond.example/a/b'])(
    'never to %s',
    async (path) => {
      const came = await signIn(`nk_wanted=${encodeURIComponent(path)}`)
      expect(came.headers.get('location')).toBe('/ekby/namnden')
    },
  )
})

/** A new session of one of the cast. */
async function aSession(name: 'anna' | 'secretary' | 'administrator'): Promise<string> {
  const answer = await town.app.request('/ekby/namnden/prova', form({ personId: town.cast.people[name] }))
  return /nk_session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''
}

describe('a form with a field that it does not have', () => {
  it('is refused with a calm page and a row in the log, and changes nothing', async () => {
    const visit = '01990000-0000-7000-8000-000000000000'
    const answer = await town.post('anna', `/rapporter/besok/${visit}/muntlig`, { approvedBy: town.cast.people.anna })
    expect(answer.status).toBe(403)
    expect(await answer.text()).not.toContain('approvedBy')
  })
})
