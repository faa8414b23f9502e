import { beforeAll, describe, expect, it } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { must } from '../../../tests/support/cast.ts'
import { execute } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail.ts'
import { protectIdentity } from '../people/index.ts'

let town: TestApp
const entry = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n'
const ids: Record<'anna' | 'bengt' | 'plain', string> = { anna: '', bengt: '', plain: '' }
const text = 'Välkommen\n\nÖppna besöket:\nhttp://localhost:3000/ekby/namnden/besok/1?klart=ja\n'
const ask = (path: string) => town.app.request(`http://localhost/ekby/brevlada${path}`)

beforeAll(async () => {
  town = await anApp()
  const queue = (name: 'anna' | 'bengt', calendar?: { readonly method: 'REQUEST'; readonly text: string }) =>
    town.database.transaction(town.cast, (tx) =>
      queueMail(tx, {
        ...{ municipalityId: town.cast.municipalityId, personId: town.cast.people[name], calendar },
        ...{ address: `${name}@ekby.example`, subject: 'Kallelse', text, queuedAt: town.clock.now() },
      }),
    )
  ids.anna = await queue('anna', { method: 'REQUEST', text: entry })
  ids.bengt = await queue('bengt', { method: 'REQUEST', text: entry })
  ids.plain = await queue('bengt')
  await must(execute(town, town.cast.as('administrator'), protectIdentity, { personId: town.cast.people.anna }))
})

describe('the entry for the calendar in the demonstration’s mailbox', () => {
  it('is offered with the letter that carries one, and comes as it was written', async () => {
    const page = await (await ask('')).text()
    expect(page.match(/brevlada\/[0-9a-f-]{36}\.ics/g)).toEqual([`brevlada/${ids.bengt}.ics`])
    const answer = await ask(`/${ids.bengt}.ics`)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(await answer.text()).toBe(entry)
  })

  it('stands below a letter whose addresses can be followed, wherever the demonstration is reached', async () => {
    const page = await (await ask('')).text()
    expect(page).toContain('Öppna besöket:</p>')
    expect(page).toMatch(/href="\/ekby\/namnden\/besok\/1\?klart=ja">http:\/\/localhost:3000\/ekby\/namnden/)
  })

  it('is not there for one whose identity is protected, for a letter without one, nor for what is no letter', async () => {
    const answers = await Promise.all([ids.anna, ids.plain, newId(), 'inget'].map((id) => ask(`/${id}.ics`)))
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  })
})
