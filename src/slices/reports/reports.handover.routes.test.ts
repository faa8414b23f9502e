import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, type CastName, type CastOptions, testDay } from '../../../tests/support/cast.ts'
import { listMailbox } from '../../platform/mail.ts'
import { disposeOf } from '../records/disposal.store.ts'
import { aGuardedDraft, type GuardedDraft, wordsOf } from './a-guarded-draft.ts'

let town: TestApp

beforeAll(async () => {
  town = await anApp()
})

const staff = 'En undersköterska är otrevlig och höjer rösten.'
const text = `Alla trivs. ${staff} Maten är god.`

async function handOverIdOf({ id }: GuardedDraft, { database, cast }: TestApp = town): Promise<string> {
  const { rows } = await database.read(cast, (tx) =>
    tx.execute<{ id: string }>(sql`select id from report_hand_over where report_id = ${id}::uuid`),
  )
  const [row] = rows
  if (row === undefined) throw new Error('nothing is handed over')
  return row.id
}

const said = async (answer: Promise<Response>) => wordsOf(await (await answer).text())

/** A draft with its sentence about staff handed over. */
async function aHandOver(unit: 'solgarden' | 'angen' = 'solgarden') {
  const draft = await aGuardedDraft(town, text, { unit })
  const answer = await draft.press('hand-over')
  if (answer.status !== 303) throw new Error(await answer.text())
  return { draft, item: `/overlamnat/${await handOverIdOf(draft)}` }
}

describe('handing over instead of reporting', () => {
  test('HED-10: the sentence goes to the unit’s manager, out of the report, with its clause', async () => {
    const before = await aGuardedDraft(town, text)
    const offered = await before.open()
    expect(offered.said).toContain('HED-10, Kontaktpolitiker, stycke 4')
    expect(offered.said).toContain('Överlämna till enhetens chef i stället')
    const { draft, item } = await aHandOver()
    expect(await draft.textIn()).toBe('Alla trivs. Maten är god.')
    expect((await draft.open()).said).toMatch(/Till Manager Exempel, 6 oktober 2026\. Inte öppnat än/)
    const page = await said(town.get('manager', item))
    expect(page).toContain(staff)
    expect(page).toContain('Från Anna Exempel')
    expect(page).toContain('Bara du och den som lämnade över ser det.')
  })

  test('the manager is told by a mail that says nothing of it, and finds it among what is to do', async () => {
    await aHandOver()
    await town.workOff()
    const mails = await town.database.read(town.cast, (tx) => listMailbox(tx))
    const told = mails.filter(({ subject }) => subject === 'Något är överlämnat till dig')
    expect(told.map(({ address }) => address)).toContain('manager@ekby.example')
    expect(told[0]?.text).toContain('http://localhost/ekby/namnden/overlamnat')
    expect(JSON.stringify(told)).not.toMatch(/undersköterska|Anna|Solgården/)
    const desk = await town.get('manager', '/')
    expect(await desk.text()).toContain('href="/ekby/namnden/overlamnat"')
    expect(await (await town.get('cecilia', '/')).text()).not.toContain('/overlamnat')
  })

  test('the author follows how far it has come: opened, received, answered', async () => {
    const { draft, item } = await aHandOver()
    const lineOf = async () => (await draft.open()).said
    await town.get('manager', item)
    expect(await lineOf()).toContain('Öppnat')
    expect((await town.post('manager', `${item}/mottaget`)).status).toBe(303)
    expect(await lineOf()).toContain('Mottaget')
    expect((await town.post('manager', `${item}/svar`, { answer: 'Tack, vi ser över schemat.' })).status).toBe(303)
    expect(await lineOf()).toContain('Besvarat. Svar: Tack, vi ser över schemat.')
    expect(await said(town.get('anna', item))).toContain('Tack, vi ser över schemat.')
    expect(await said(town.get('manager', '/overlamnat'))).toContain('Besvarat')
  })

  test('an answer without a word, or with a personal number, comes back', async () => {
    const { item } = await aHandOver()
    const empty = await town.post('manager', `${item}/svar`, { answer: ' ' })
    expect([empty.status, await empty.text()]).toEqual([
      422,
      expect.stringContaining('Skriv en rad till den som lämnade över.'),
    ])
    const numbered = await town.post('manager', `${item}/svar`, { answer: 'Gäller 811218-9876' })
    expect([numbered.status, await numbered.text()]).toEqual([422, expect.stringContaining('Ta bort det först.')])
  })

  test('it is taken back until the manager has opened it, and the manager then finds nothing and gets no mail', async () => {
    const { draft, item } = await aHandOver()
    const handOver = item.split('/')[2] ?? ''
    expect((await town.post('anna', draft.control, { do: 'take-back', handOver })).status).toBe(303)
    expect(await draft.textIn()).toBe(`Alla trivs. Maten är god. ${staff}`)
    expect((await town.get('manager', item)).status).toBe(404)
    const again = await town.post('anna', draft.control, { do: 'take-back', handOver })
    expect(again.status).toBe(404)

    const opened = await aHandOver()
    await town.get('manager', opened.item)
    const late = await town.post('anna', opened.draft.control, {
      do: 'take-back',
      handOver: opened.item.split('/')[2] ?? '',
    })
    expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('Mottagaren har redan öppnat det.')])
    expect(await opened.draft.textIn()).toBe('Alla trivs. Maten är god.')
  })

  test('a list of others’ says nothing, and what is taken back before the mail goes is not told of', async () => {
    const before = (await town.database.read(town.cast, (tx) => listMailbox(tx))).length
    await town.workOff()
    const settled = (await town.database.read(town.cast, (tx) => listMailbox(tx))).length
    const { draft, item } = await aHandOver()
    await town.post('anna', draft.control, { do: 'take-back', handOver: item.split('/')[2] ?? '' })
    await town.workOff()
    const after = (await town.database.read(town.cast, (tx) => listMailbox(tx))).length
    expect(settled).toBeGreaterThanOrEqual(before)
    expect(after).toBe(settled)
    expect(await said(town.get('qualityOfficer', '/overlamnat'))).toContain('Inget att läsa just nu')
  })

  test.each([
    ['the other author', 'bengt', 403],
    ['another politician', 'cecilia', 403],
    ['the manager of another unit', 'otherManager', 404],
    ['the secretary', 'secretary', 403],
    ['the chair', 'chair', 403],
    ['the auditor', 'auditor', 403],
    ['the quality officer', 'qualityOfficer', 403],
  ] as const)('%s (%s) sees nothing of it and can do nothing with it', async (_who, name, refused) => {
    const { item } = await aHandOver()
    expect((await town.get(name, item)).status).toBe(404)
    expect((await town.post(name, `${item}/mottaget`)).status).toBe(refused)
    expect((await town.post(name, `${item}/svar`, { answer: 'Hej' })).status).toBe(refused)
    expect(await (await town.get(name, '/overlamnat')).text()).not.toContain(item)
  })

  test('its sender cannot receive it, and nobody of another municipality finds it', async () => {
    const { database, clock } = town
    const elsewhere = appWith(database, clock, await aCast(database, clock, { slug: 'lamnaby' }))
    const { item } = await aHandOver()
    expect((await town.post('anna', `${item}/mottaget`)).status).toBe(403)
    expect((await elsewhere.get('manager', item)).status).toBe(404)
    expect((await elsewhere.post('manager', `${item}/mottaget`)).status).toBe(404)
  })

  test('a hand-over pressed twice is one', async () => {
    const draft = await aGuardedDraft(town, text)
    const { page } = await draft.open()
    const [, tag = ''] = /name="sentence" value="([^"]*)"/.exec(page) ?? []
    const form = { do: 'hand-over', field: 'text.fritt', sentence: tag }
    const answers = await Promise.all([town.post('anna', draft.control, form), town.post('bengt', draft.control, form)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422])
    await expect(handOverIdOf(draft)).resolves.toBeTruthy()
  })

  test('to a private provider it is said beforehand that it leaves the authority', async () => {
    const draft = await aGuardedDraft(town, text, { unit: 'angen' })
    expect((await draft.open()).said).toContain('räknas som skickat från nämnden och blir en allmän handling')
    expect((await (await aGuardedDraft(town, text)).open()).said).not.toContain('räknas som skickat från nämnden')
  })

  test('the secretary hands over for an author who has phoned: it is the author’s, and the secretary sees it no more', async () => {
    const draft = await aGuardedDraft(town, text)
    const path = `/rapporter/${draft.id}/at/${town.cast.people.anna}/kontroll`
    expect((await draft.press('hand-over', {}, { name: 'secretary', path })).status).toBe(303)
    const item = `/overlamnat/${await handOverIdOf(draft)}`
    expect((await town.get('secretary', item)).status).toBe(404)
    expect(await said(town.get('anna', item))).toContain(staff)
    const back = { do: 'take-back', handOver: item.split('/')[2] ?? '' }
    expect((await town.post('secretary', path, back)).status).toBe(303)
    expect(await draft.textIn()).toContain(staff)
  })
})

describe('what was handed over, afterwards', () => {
  test('its sender sees how far it has come on the draft and on the final report, and nobody else does', async () => {
    const { draft, item } = await aHandOver()
    const utkast = `/rapporter/${draft.id}/utkast`
    expect(await (await town.get('anna', utkast)).text()).toContain(item)
    expect(await (await town.get('bengt', utkast)).text()).not.toContain(item)
    await town.post('anna', `/rapporter/${draft.id}/fardig`, { version: '3' })
    await town.post('manager', `${item}/svar`, { answer: 'Vi har talat om det.' })
    const final = `/rapporter/${draft.id}`
    expect(await said(town.get('anna', final))).toContain('Svar: Vi har talat om det.')
    for (const name of ['bengt', 'cecilia', 'secretary', 'manager'] as const)
      expect(await said(town.get(name, final))).not.toContain('Vi har talat om det.')
    const back = { do: 'take-back', handOver: item.split('/')[2] ?? '' }
    await town.post('anna', draft.control, back)
    expect(await said(town.get('anna', item))).toContain(staff)
  })

  test('the list of reports leads to it where there is something, and not otherwise', async () => {
    await aHandOver()
    for (const [name, leads] of [
      ['anna', true],
      ['manager', true],
      ['cecilia', false],
      ['secretary', false],
    ] as const)
      expect((await (await town.get(name, '/rapporter')).text()).includes('href="/ekby/namnden/overlamnat"')).toBe(
        leads,
      )
  })

  test('sender and receiver find it among their own data, the other author does not', async () => {
    const { draft } = await aHandOver()
    const dataOf = async (name: CastName) => (await town.get(name, '/mina-uppgifter/mina-uppgifter.json')).text()
    expect(await dataOf('anna')).toContain(staff)
    expect(await dataOf('manager')).toContain(staff)
    expect(await dataOf('bengt')).not.toContain(staff)
    expect(draft.id).toBeTruthy()
  })

  test('it goes with the report, and with a draft that is never handed in; the decisions go with the draft', async () => {
    const { draft } = await aHandOver()
    const keeping = await aGuardedDraft(town, 'Ring 811218-9876 nu.')
    await keeping.press('keep', { 'reason.1': 'Det är enhetens växel.' })
    await keeping.press('sentence')
    const left = async (id: string) => {
      const { rows } = await town.database.read(town.cast, (tx) =>
        tx.execute(sql`select (select count(*) from report_hand_over where report_id = ${id}::uuid)
          + (select count(*) from report_guard_decision where report_id = ${id}::uuid)
          + (select count(*) from report_taken_away where report_id = ${id}::uuid) as count`),
      )
      return Number(rows[0]?.count)
    }
    const dispose = (kind: string, id: string) =>
      town.database.transaction(town.cast, (tx) => disposeOf(tx, kind, [id], { day: testDay, sentence: 'Gallrad' }))
    expect([await left(draft.id), await left(keeping.id)].every((count) => count > 0)).toBe(true)
    await dispose('report-draft', draft.id)
    await dispose('report', keeping.id)
    expect([await left(draft.id), await left(keeping.id)]).toEqual([0, 0])
    const final = await aHandOver()
    await town.post('anna', `/rapporter/${final.draft.id}/fardig`, { version: '3' })
    await dispose('report-draft', final.draft.id)
    expect(await said(town.get('manager', final.item))).toContain(staff)
    await dispose('report', final.draft.id)
    expect((await town.get('manager', final.item)).status).toBe(404)
  })
})

describe('where the guideline names somebody who is not in the system', () => {
  const aTown = async (options: CastOptions) => {
    const { database, clock } = town
    return appWith(database, clock, await aCast(database, clock, options))
  }

  test('SNB-02: staff matters go to the manager, who is the nearest of those it names', async () => {
    const snb = await aTown({ slug: 'lamnasnb', guideline: 'socialnamnden-kontaktpolitiker-snb' })
    const draft = await aGuardedDraft(snb, text)
    const { said: words } = await draft.open()
    expect(words).toContain('SNB-02, Ansvarsfördelning, stycke 1')
    expect(words).toContain('Riktlinjen hänvisar till närmaste chef eller förvaltningsledningen.')
    await draft.press('hand-over')
    expect(await said(snb.get('manager', `/overlamnat/${await handOverIdOf(draft, snb)}`))).toContain(staff)
  })

  test('SNB-10: a single case goes to the head of social services, whom the author contacts; the note is the author’s alone', async () => {
    const snb = await aTown({ slug: 'lamnasnbtio', guideline: 'socialnamnden-kontaktpolitiker-snb' })
    const draft = await aGuardedDraft(snb, 'Ett enskilt ärende om bistånd togs upp.')
    const { said: words } = await draft.open()
    expect(words).toContain('SNB-10, Att tänka på, stycke 4')
    expect(words).toContain('Ta ut ur rapporten och lämna till socialchefen')
    await draft.press('hand-over')
    const item = `/overlamnat/${await handOverIdOf(draft, snb)}`
    const page = await said(snb.get('anna', item))
    expect(page).toContain('Kontakta socialchefen själv.')
    expect(page).toContain('Ett enskilt ärende om bistånd togs upp.')
    for (const name of ['manager', 'bengt', 'secretary'] as const) expect((await snb.get(name, item)).status).toBe(404)
    await snb.workOff()
    const mails = await snb.database.read(snb.cast, (tx) => listMailbox(tx))
    expect(mails.filter(({ subject }) => subject.includes('överlämnat'))).toEqual([])
  })

  test('SOC-03: staff goes to the provider and party politics to the party, with the clause', async () => {
    const soc = await aTown({ slug: 'lamnasoc', guideline: 'socialnamnden-kontaktpolitiker-soc' })
    const { said: words } = await (await aGuardedDraft(soc, `${staff} Moderaterna har fel om skolan.`)).open()
    expect(words).toContain('SOC-03, Kontaktpolitikernas syfte och uppdrag, stycke 3')
    expect(words).toContain('Ta ut ur rapporten och lämna till utföraren')
    expect(words).toContain('Ta ut ur rapporten och lämna till partiet utanför uppdraget')
  })

  test('HED-13: a promise is met with the principle that nobody promises, and can be kept with a reason', async () => {
    const draft = await aGuardedDraft(town, 'Vi lovar att nämnden bygger om köket.')
    const { said: words } = await draft.open()
    expect(words).toContain('HED-13, Viktigt att tänka på, stycke 1: Ingen enskild ledamot lovar vad nämnden ska göra.')
    expect(words).not.toContain('Överlämna till')
    expect((await draft.press('keep', { 'reason.1': 'Citat ur nämndens beslut.' })).status).toBe(303)
  })

  test('under a guideline that says nothing of it the guard has its own plain reason', async () => {
    const vsn = await aTown({ slug: 'lamnavsn', guideline: 'valfard-och-servicenamnden-2024', appointed: false })
    const { said: words } = await (await aGuardedDraft(vsn, text)).open()
    expect(words).toContain('Det som gäller personalen tar enhetens chef hand om.')
    expect(words).toContain('Överlämna till enhetens chef i stället')
    expect(words).not.toContain('Riktlinjen hänvisar')
  })
})
