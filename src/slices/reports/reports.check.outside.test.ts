import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { appWith } from '../../../tests/support/app.ts'
import { aCast } from '../../../tests/support/cast.ts'
import { aDraftToCheck, answer, findings, finish, morning, rowOf, said, send, topic } from './a-checked-draft.ts'
import { getFrozen } from './reports.document.store.ts'

describe('a check that goes to a private provider', () => {
  it('makes what is sent an official document at once, with the number that the report keeps (TF 2 kap. 10 §)', async () => {
    const draft = await aDraftToCheck('means: comment, days: 10', ['angen'])
    const { town, at, id } = draft
    const [, first] = await said(town.get('anna', `${at}/sakgranskning/skicka`))
    expect(first).toContain('Det går till en privat utförare')
    expect(first).toContain('Då är det en allmän handling direkt')
    const [unsure, why] = await said(send(draft))
    expect([unsure, why]).toEqual([422, expect.stringContaining('Kryssa för att du vet')])
    expect((await rowOf(draft))?.number).toBeNull()
    const sent = await send(draft, { dispatch: 'yes' })
    expect((await said(town.get('anna', `${at}/sakgranskning?skickat=ja`)))[1]).toContain(
      'registrerat som allmän handling, KP 2026-001',
    )
    expect(sent.status).toBe(303)
    expect(await rowOf(draft)).toEqual({ number: 'KP 2026-001', state: 'draft' })
    const [, page] = await said(town.get('privateManager', `${at}/sakgranskning`))
    expect(page).toContain('Expedierad, allmän handling')
    expect(page).toContain('Skickat 6 oktober 2026, diarienummer KP 2026-001.')
    const log = JSON.parse((await said(town.get('auditor', '/logg/logg.json?slag=reports')))[1])
    const entry = log.entries.find((it: { readonly command: string }) => it.command === 'reports.send-check')
    expect(entry.content).toMatchObject({ dispatched: true, number: 'KP 2026-001' })

    for (const name of ['auditor', 'secretary'] as const) {
      const [, register] = await said(town.get(name, '/rapporter/diarium'))
      for (const word of [
        'KP 2026-001, utkast som expedierades',
        '6 oktober 2026',
        'Anna Exempel och Bengt Exempel',
        'Ängen',
      ])
        expect(register).toContain(word)
      expect(register.includes(`${at}/sakgranskning`)).toBe(name === 'secretary')
    }

    // Either manager of the unit can answer, once.
    expect((await answer(draft, { comment: 'Bra skrivet.' }, 'otherManager')).status).toBe(303)
    expect((await answer(draft, { comment: 'Dåligt.', version: '2' }, 'privateManager')).status).toBe(422)
    expect((await said(town.get('anna', `${at}/fardig`)))[1]).toContain('behåller diarienumret KP 2026-001')
    expect((await finish(draft)).status).toBe(303)
    const frozen = await town.database.read(town.cast, (tx) => getFrozen(tx, town.cast.as('cecilia'), id))
    expect(frozen.registrationNumber).toBe('KP 2026-001')
    expect(frozen.checked?.replies).toMatchObject([{ by: 'OtherManager Exempel', comment: 'Bra skrivet.' }])
    const [, register] = await said(town.get('auditor', '/rapporter/diarium'))
    expect(register.match(/KP 2026-001/g)).toHaveLength(2)
  })

  it('keeps what was sent as it was sent, with its number, though the draft is taken back and changed', async () => {
    const draft = await aDraftToCheck('means: check, days: 10', ['angen'])
    const { town, at, id } = draft
    await send(draft, { dispatch: 'yes' })
    await town.post('anna', `${at}/sakgranskning/ta-tillbaka`)
    await town.post('anna', `${at}/utkast`, { version: '2', next: 'save', [topic]: 'Något annat.' })
    const [, page] = await said(town.get('privateManager', `${at}/sakgranskning`))
    expect(page).toContain('Maten var kall.')
    expect(page).not.toContain('Något annat.')
    expect((await send(draft, { version: '3', dispatch: 'yes' })).status).toBe(303)
    expect((await rowOf(draft))?.number).toBe('KP 2026-001')
    const { rows } = await town.database.read(town.cast, (tx) =>
      tx.execute<{ text: string }>(
        sql`select sent->'items'->0->>'text' as text from report_check where report_id = ${id}::uuid order by sent_at, id`,
      ),
    )
    expect(rows.map(({ text }) => text)).toEqual(['Maten var kall.', 'Något annat.'])
  })

  it('beside one of the municipality’s own waits for both until the one last day', async () => {
    const draft = await aDraftToCheck('means: comment, days: 10', ['solgarden', 'angen'])
    expect((await send(draft)).status).toBe(422)
    expect((await send(draft, { dispatch: 'yes' })).status).toBe(303)
    expect((await answer(draft, { comment: 'Från Solgården.' })).status).toBe(303)
    expect(await findings(draft)).toEqual(['due waits'])
    expect((await finish(draft)).status).toBe(422)
    expect((await answer(draft, { comment: 'Från Ängen.' }, 'privateManager')).status).toBe(303)
    expect(await findings(draft)).toEqual(['satisfied answered'])
    expect((await finish(draft)).status).toBe(303)
  })
})

describe('where the guideline names no days', () => {
  it('the sender chooses the last day, two weeks ahead to begin with', async () => {
    const draft = await aDraftToCheck('means: check, days: silent')
    const { town, at } = draft
    const [, page] = await said(town.get('anna', `${at}/sakgranskning/skicka`))
    expect(page).toContain('Riktlinjen säger inte hur lång tid chefen har')
    expect(page).toContain('value="2026-10-20"')
    for (const lastDay of ['', '2026-10-06', 'snart', '2028-01-01'])
      expect((await send(draft, { lastDay })).status).toBe(422)
    expect((await send(draft, { lastDay: '2026-10-09' })).status).toBe(303)
    await morning(draft, '2026-10-09')
    expect((await finish(draft)).status).toBe(422)
    await morning(draft, '2026-10-10')
    expect((await finish(draft)).status).toBe(303)
    expect((await rowOf(draft))?.state).toBe('final')
  })
})

describe('nobody else', () => {
  it('sees, answers, sends or takes back a draft that is checked', async () => {
    const draft = await aDraftToCheck('means: check, days: 7')
    const { town, at } = draft
    expect((await send(draft, {}, 'cecilia')).status).toBe(404)
    await send(draft)
    for (const name of ['otherManager', 'privateManager', 'cecilia', 'chair', 'qualityOfficer', 'auditor'] as const) {
      const [status, text] = await said(town.get(name, `${at}/sakgranskning`))
      expect([name, status]).toEqual([name, 404])
      expect(text).not.toContain('Maten var kall.')
    }
    expect((await said(town.get('secretary', `${at}/sakgranskning`)))[0]).toBe(200)
    expect((await answer(draft, { comment: 'Hej' }, 'otherManager')).status).toBe(404)
    expect((await answer(draft, { comment: 'Hej' }, 'anna')).status).toBe(404)
    expect((await answer(draft, { comment: 'Hej' }, 'auditor')).status).toBe(403)
    expect((await said(town.get('manager', `${at}/utkast`)))[0]).toBe(404)
    const foreign = await aCast(town.database, town.clock, { slug: 'granby' })
    const theirs = appWith(town.database, town.clock, foreign)
    for (const name of ['manager', 'secretary', 'anna'] as const) {
      expect((await theirs.get(name, `${at}/sakgranskning`)).status).toBe(404)
      expect((await theirs.post(name, `${at}/sakgranskning`, { version: '1', next: 'hand-in' })).status).toBe(404)
      expect((await theirs.post(name, `${at}/sakgranskning/ta-tillbaka`)).status).toBe(404)
    }
  })
})

describe('a guideline without a check', () => {
  it('has nothing of it', async () => {
    const draft = await aDraftToCheck('')
    const { town, at } = draft
    expect((await said(town.get('anna', `${at}/utkast`)))[1].toLowerCase()).not.toContain('sakgranskning')
    expect((await town.get('anna', `${at}/sakgranskning/skicka`)).status).toBe(303)
    expect((await town.get('anna', `${at}/sakgranskning`)).status).toBe(404)
    expect((await send(draft)).status).toBe(303)
    expect((await town.get('anna', `${at}/sakgranskning`)).status).toBe(404)
    expect((await finish(draft)).status).toBe(303)
    const { checked } = await town.database.read(town.cast, (tx) => getFrozen(tx, town.cast.as('anna'), draft.id))
    expect(checked).toBeUndefined()
  })
})

describe('what is due', () => {
  it('for the manager is the draft to check, and for the authors to wait', async () => {
    const draft = await aDraftToCheck('means: check, days: 7')
    const { town } = draft
    const task = 'Sakgranska utkastet till rapport från Solgården'
    const start = async (name: 'manager' | 'otherManager' | 'anna') => (await said(town.get(name, '/')))[1]
    expect(await start('manager')).not.toContain(task)
    await send(draft)
    expect(await start('manager')).toContain(task)
    expect(await start('otherManager')).not.toContain(task)
    expect(await start('anna')).toContain('Utkastet från Solgården är hos chefen')
    expect(await start('anna')).not.toContain('Gör klart rapporten')
    await answer(draft, {})
    expect(await start('manager')).not.toContain(task)
    expect(await start('anna')).toContain('Gör klart rapporten från Solgården')
  })
})
