import { describe, expect, it } from 'vitest'
import {
  aDraftToCheck,
  answer,
  findings,
  finish,
  letters,
  morning,
  rowOf,
  said,
  send,
  topic,
} from './a-checked-draft.ts'
import { getFrozen } from './reports.document.store.ts'

describe('a check by a manager within the authority', () => {
  it('is said before it is sent, locks the draft, is answered text by text, and follows the report', async () => {
    const draft = await aDraftToCheck('means: check, days: 7')
    const { town, at, id } = draft
    expect(await findings(draft)).toEqual(['due not-sent'])
    const [early, why] = await said(finish(draft))
    expect([early, why]).toEqual([422, expect.stringContaining('Skicka det dit först')])

    const [, before] = await said(town.get('anna', `${at}/sakgranskning/skicka`))
    expect(before).toContain('Manager Exempel (Solgården)')
    expect(before).toContain('till och med 13 oktober 2026')
    expect(before).toContain('lämnar inte myndigheten')
    expect(before).toContain('Maten var kall.')
    expect(before).not.toContain('name="dispatch"')
    expect((await send(draft)).status).toBe(303)
    expect((await rowOf(draft))?.number).toBeNull()
    expect((await send(draft)).status).toBe(303)
    expect(await findings(draft)).toEqual(['due waits'])
    expect(await letters(draft)).toEqual(['manager: Ett utkast att sakgranska: Solgården'])

    const locked = await town.post('bengt', `${at}/utkast`, { version: '2', next: 'save', [topic]: 'Annat' })
    expect([locked.status, await locked.text()]).toEqual([422, expect.stringContaining('Utkastet är hos chefen')])
    const control = { do: 'sentence', field: topic, sentence: 'x' }
    expect((await said(town.post('anna', `${at}/kontroll`, control)))[1]).toContain('Utkastet är hos chefen')
    expect((await finish(draft)).status).toBe(422)
    const [, shown] = await said(town.get('anna', `${at}/utkast`))
    expect(shown).toContain('Maten var kall.')
    expect(shown).toContain('Ta tillbaka utkastet')
    expect(shown).not.toContain('<textarea')

    const [, page] = await said(town.get('manager', `${at}/sakgranskning`))
    expect(page).toContain('Maten var kall.')
    expect(page).toContain('Svara senast 13 oktober 2026')
    const kept = { next: 'save', [`verdict.${topic}`]: 'wrong', [`said.${topic}`]: 'Maten är varm.' }
    expect((await answer(draft, kept)).status).toBe(303)
    const [, later] = await said(town.get('manager', `${at}/sakgranskning`))
    expect(later).toContain('Maten är varm.')
    expect((await said(town.get('anna', `${at}/sakgranskning`)))[1]).not.toContain('Maten är varm.')

    const stale = await answer(draft, { [`verdict.${topic}`]: 'agrees' })
    expect(stale.status).toBe(422)
    const empty = await answer(draft, { version: '2', [`verdict.${topic}`]: 'wrong', [`said.${topic}`]: ' ' })
    expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('Skriv vad som är fel.')])
    const number = await answer(draft, { version: '2', [`said.${topic}`]: 'Fråga 811228-9874' })
    expect(number.status).toBe(422)
    expect((await answer(draft, { version: '2', 'said.text.annat': 'Hej' })).status).toBe(422)
    const given = { version: '2', [`said.${topic}`]: 'Maten är varm.', 'verdict.proposal.1': 'agrees' }
    expect((await answer(draft, given)).status).toBe(303)
    expect((await answer(draft, { ...given, version: '3' })).status).toBe(422)
    expect(await findings(draft)).toEqual(['satisfied answered'])
    expect(await letters(draft)).toContain('anna: Chefen har svarat: Solgården')

    for (const path of ['sakgranskning', 'utkast'])
      expect((await said(town.get('bengt', `${at}/${path}`)))[1]).toContain('Maten är varm.')
    expect((await finish(draft)).status).toBe(303)
    const frozen = await town.database.read(town.cast, (tx) => getFrozen(tx, town.cast.as('cecilia'), id))
    expect(frozen.checked).toMatchObject({
      means: 'check',
      silent: [],
      replies: [
        {
          by: 'Manager Exempel',
          units: ['Solgården'],
          comment: '',
          wrong: [{ text: 'Maten var kall.', said: 'Maten är varm.' }],
        },
      ],
    })
    expect((await said(town.get('manager', `${at}/sakgranskning`)))[1]).toContain('Manager Exempel (Solgården) svarade')
    expect(await findings(draft)).toEqual(['satisfied answered'])
    expect((await said(town.get('cecilia', at)))[1]).toContain('Maten är varm.')
  })

  it('lets a text that the authors changed go on without the manager’s words', async () => {
    const draft = await aDraftToCheck('means: check, days: 7')
    const { town, at, id } = draft
    await send(draft)
    await answer(draft, { [`said.${topic}`]: 'Maten är varm.', comment: 'Ni var tre.' })
    const changed = { version: '2', next: 'save', [topic]: 'Maten var varm.', 'proposal.1': 'Värm tallrikarna.' }
    expect((await town.post('anna', `${at}/utkast`, changed)).status).toBe(303)
    expect((await finish(draft, '3')).status).toBe(303)
    const { checked } = await town.database.read(town.cast, (tx) => getFrozen(tx, town.cast.as('cecilia'), id))
    expect(checked?.replies).toMatchObject([{ comment: 'Ni var tre.', wrong: [] }])
  })

  it('goes on after the last day without an answer, and says so to both', async () => {
    const draft = await aDraftToCheck('means: check, days: 7')
    await send(draft)
    await morning(draft, '2026-10-10')
    expect(await letters(draft)).toHaveLength(1)
    await morning(draft, '2026-10-11')
    await morning(draft, '2026-10-12')
    const due = 'manager: Sista dagen närmar sig: Solgården'
    const first = 'manager: Ett utkast att sakgranska: Solgården'
    expect(await letters(draft)).toEqual([first, due].toSorted())
    await morning(draft, '2026-10-13')
    expect((await finish(draft)).status).toBe(422)
    await morning(draft, '2026-10-14')
    await morning(draft, '2026-10-15')
    expect((await letters(draft)).filter((it) => it.includes('inte svarat'))).toEqual([
      'anna: Chefen har inte svarat: Solgården',
      'bengt: Chefen har inte svarat: Solgården',
    ])
    expect(await findings(draft)).toEqual(['satisfied silence'])
    expect((await said(draft.town.get('anna', `${draft.at}/sakgranskning`)))[1]).toContain('inget svar i tid')
    expect((await finish(draft)).status).toBe(303)
    expect((await rowOf(draft))?.state).toBe('final')
    expect(await findings(draft)).toEqual(['satisfied silence'])
    const { town, id } = draft
    const frozen = await town.database.read(town.cast, (tx) => getFrozen(tx, town.cast.as('cecilia'), id))
    expect(frozen.checked).toMatchObject({ replies: [], silent: ['Solgården'] })
    expect((await answer(draft, { comment: 'För sent.' })).status).toBe(422)
  })

  it('can be taken back by an author to write on, and is sent again', async () => {
    const draft = await aDraftToCheck('means: check, days: 7')
    const { town, at } = draft
    await send(draft)
    expect((await town.post('cecilia', `${at}/sakgranskning/ta-tillbaka`)).status).toBe(404)
    expect((await town.post('bengt', `${at}/sakgranskning/ta-tillbaka`)).status).toBe(303)
    const [, gone] = await said(town.get('manager', `${at}/sakgranskning`))
    expect(gone).toContain('har tagit tillbaka utkastet')
    expect(gone).not.toContain('Maten var kall.')
    expect((await answer(draft, { comment: 'Hej' })).status).toBe(422)
    expect(await findings(draft)).toEqual(['due not-sent'])
    expect(await letters(draft)).toContain('manager: Utkastet är tillbaka hos författarna: Solgården')
    const changed = { version: '2', next: 'save', [topic]: 'Maten var ljummen.' }
    expect((await town.post('bengt', `${at}/utkast`, changed)).status).toBe(303)
    expect((await send(draft)).status).toBe(422)
    expect((await send(draft, { version: '3' }, 'bengt')).status).toBe(303)
    expect((await said(town.get('manager', `${at}/sakgranskning`)))[1]).toContain('Maten var ljummen.')
  })

  it('is answered by phone through the secretary, marked as that', async () => {
    const draft = await aDraftToCheck('means: comment, days: 7')
    const { town, at, id } = draft
    await send(draft)
    const form = { person: town.cast.people.manager, calledOn: '2026-10-06', comment: 'Allt stämmer.' }
    const phone = `${at}/sakgranskning/at`
    expect((await town.post('anna', phone, form)).status).toBe(403)
    expect((await town.post('secretary', phone, { ...form, person: town.cast.people.otherManager })).status).toBe(422)
    expect((await town.post('secretary', phone, { ...form, calledOn: '2026-10-05' })).status).toBe(422)
    expect((await town.post('secretary', phone, { ...form, comment: ' ' })).status).toBe(422)
    expect((await town.post('secretary', phone, form)).status).toBe(303)
    expect((await said(town.get('anna', `${at}/sakgranskning`)))[1]).toContain(
      'enligt telefonsamtal den 6 oktober 2026',
    )
    expect((await finish(draft)).status).toBe(303)
    const { checked } = await town.database.read(town.cast, (tx) => getFrozen(tx, town.cast.as('cecilia'), id))
    expect(checked?.replies).toMatchObject([
      { by: 'Manager Exempel', comment: 'Allt stämmer.', registered: { by: 'Secretary Exempel' } },
    ])
  })
})
