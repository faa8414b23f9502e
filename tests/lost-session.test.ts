import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aForm as form, anApp, formKeyFor, type TestApp } from './support/app.ts'
import { aSession } from './support/session.ts'

let town: TestApp
beforeAll(async () => {
  town = await anApp()
})
// The log has one row a minute for the same refusal.
beforeEach(() => town.clock.advanceMilliseconds(60_000))

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

    const token = await aSession(town, 'secretary')
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
    const token = await aSession(town, 'secretary')
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
    const token = await aSession(town, 'secretary')
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
