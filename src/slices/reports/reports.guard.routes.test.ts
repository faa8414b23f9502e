import { sql } from 'drizzle-orm'
import { Writable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast } from '../../../tests/support/cast.ts'
import { logged } from '../../../tests/support/logged.ts'
import { listMailbox } from '../../platform/mail.ts'
import { aGuardedDraft } from './a-guarded-draft.ts'

let town: TestApp

beforeAll(async () => {
  town = await anApp()
})

const number = '811218-9876'
const wrong = '811218-9875'
const text = `Alla trivs. Ring ${number} om det. Maten är god.`
const titleOf = (response: Response) => new URL(response.headers.get('location') ?? '', 'http://localhost')

describe('the check before handing in', () => {
  test('SNB-12: says in plain words what it saw, at the sentence, and why it matters', async () => {
    const draft = await aGuardedDraft(town, `${text} Eller ${wrong}.`)
    const { page, said } = await draft.open()
    expect(page).toContain(`<mark>${number}</mark>`)
    expect(said).toContain('Det här ser ut som ett personnummer. Rapporten kan läsas av alla som ber om den.')
    expect(said).toContain('Det här ser ut som ett personnummer (kontrollsiffran stämmer inte).')
    expect(said).toContain('2 meningar att ta ställning till')
    expect(page).not.toContain('<mark>Alla trivs')
  })

  test('knows the names of the municipality, and takes no unit for a person', async () => {
    const draft = await aGuardedDraft(
      town,
      'Solgården är fin. Kultur är bra. Samtalet med Otherprivatemanager gick bra. Cecilia Exempel kom.',
    )
    const { page } = await draft.open()
    expect(page).toContain('<mark>Cecilia Exempel</mark>')
    expect(page).not.toContain('<mark>Solgården')
    expect(page).not.toContain('<mark>Kultur')
  })

  test('of a harmless text it says that there is nothing, and leads on', async () => {
    const { page, said } = await (await aGuardedDraft(town, 'De flesta känner sig trygga.')).open()
    expect(said).toContain('Inget att ta ställning till')
    expect(page).toContain('/fardig"')
  })

  test('a sentence is taken away, and put back from the notice as it stood', async () => {
    const draft = await aGuardedDraft(town, text)
    const taken = await draft.press('sentence')
    expect(taken.status).toBe(303)
    expect(await draft.textIn()).toBe('Alla trivs. Maten är god.')
    const { page, said } = await draft.open('anna', `${draft.control}?gjort=sentence`)
    expect(said).toContain('Meningen är borttagen')
    expect(page).toContain('value="put-back"')
    expect((await town.post('anna', draft.control, { do: 'put-back' })).status).toBe(303)
    expect(await draft.textIn()).toBe(text)
    expect((await draft.open()).said).toContain('1 mening att ta ställning till')
  })

  test('only the words are taken away, and put back where they stood though the other author has written before them', async () => {
    const draft = await aGuardedDraft(town, text)
    await draft.press('words')
    expect(await draft.textIn()).toBe('Alla trivs. Ring om det. Maten är god.')
    await town.database.transaction(town.cast, (tx) =>
      tx.execute(sql`update report_field set text = 'Nytt först. ' || text where report_id = ${draft.id}::uuid`),
    )
    await town.post('anna', draft.control, { do: 'put-back' })
    expect(await draft.textIn()).toBe(`Nytt först. ${text}`)
  })

  test('what is put back twice is there once', async () => {
    const draft = await aGuardedDraft(town, text)
    await draft.press('sentence')
    await town.post('anna', draft.control, { do: 'put-back' })
    const again = await town.post('anna', draft.control, { do: 'put-back' })
    expect([again.status, await again.text()]).toEqual([
      422,
      expect.stringContaining('Det finns inget att lägga tillbaka.'),
    ])
    expect(await draft.textIn()).toBe(text)
  })

  test('a page that the other author has written past says so, and takes nothing away', async () => {
    const draft = await aGuardedDraft(town, text)
    const changed = text.replace('om det', 'om maten')
    const press = draft.press
    const stale = await (async () => {
      const { page } = await draft.open()
      const [, tag = ''] = /name="sentence" value="([^"]*)"/.exec(page) ?? []
      await town.database.transaction(town.cast, (tx) =>
        tx.execute(sql`update report_field set text = ${changed} where report_id = ${draft.id}::uuid`),
      )
      return town.post('anna', draft.control, { do: 'sentence', field: 'text.fritt', sentence: tag })
    })()
    expect([stale.status, await stale.text()]).toEqual([
      422,
      expect.stringContaining('Meningen har ändrats sedan sidan visades.'),
    ])
    expect(await draft.textIn()).toBe(changed)
    expect((await press('sentence')).status).toBe(303)
  })

  test('a sentence is kept with a reason, and the same words in the same field are not asked about again; others are', async () => {
    const draft = await aGuardedDraft(town, text)
    expect((await draft.press('keep', { 'reason.1': 'Det är enhetens växel.' })).status).toBe(303)
    const { said } = await draft.open('anna', `${draft.control}?gjort=keep`)
    expect(said).toContain('Meningen står kvar')
    expect(said).toContain('Du har tagit ställning till allt')
    const write = (name: string, written: string) =>
      town.database.transaction(town.cast, (tx) =>
        tx.execute(sql`insert into report_field (id, municipality_id, report_id, field, text, changed_at)
          select gen_random_uuid(), municipality_id, id, ${name}, ${written}, now() from report where id = ${draft.id}::uuid
          on conflict (report_id, field) do update set text = excluded.text`),
      )
    await write('text.fritt', `Vi ringde 811218  9876 och ${number} igen.`)
    expect((await draft.open()).said).toContain('1 mening att ta ställning till')
    await write('text.fritt', `Vi ringde ${number} igen. Sedan åt vi.`)
    expect((await draft.open()).said).toContain('Du har tagit ställning till allt')
    await write('proposal.1', `Ring ${number}.`)
    expect((await draft.open()).said).toContain('1 mening att ta ställning till')
  })

  test('without a reason, or with a personal number in it, the page comes back with what was typed', async () => {
    const draft = await aGuardedDraft(town, text)
    const empty = await draft.press('keep', { 'reason.1': ' ' })
    expect([empty.status, await empty.text()]).toEqual([
      422,
      expect.stringContaining('Skriv varför meningen ska stå kvar.'),
    ])
    const numbered = await draft.press('keep', { 'reason.1': `Hon heter ${wrong}` })
    const page = await numbered.text()
    expect([numbered.status, page]).toEqual([422, expect.stringContaining('href="#field-reason-1"')])
    expect(page).toContain(`Hon heter ${wrong}`)
    expect((await draft.open()).said).toContain('1 mening att ta ställning till')
  })

  test('rephrasing leads to the field in the draft', async () => {
    const { page } = await (await aGuardedDraft(town, text)).open()
    expect(page).toMatch(/\/utkast\?falt=text\.fritt#field-text-fritt"/)
  })

  test('both authors go through it, and what one has decided is decided for both', async () => {
    const draft = await aGuardedDraft(town, text)
    await draft.press('keep', { 'reason.1': 'Det är enhetens växel.' }, { name: 'bengt' })
    expect((await draft.open('anna')).said).toContain('Du har tagit ställning till allt')
  })

  test('what one author takes away the other does not put back', async () => {
    const draft = await aGuardedDraft(town, text)
    await draft.press('sentence')
    expect((await town.post('bengt', draft.control, { do: 'put-back' })).status).toBe(422)
    expect(await draft.textIn()).toBe('Alla trivs. Maten är god.')
  })

  test.each([
    ['another politician', 'cecilia', 404],
    ['the unit’s manager', 'manager', 403],
    ['the secretary, who writes for nobody here', 'secretary', 403],
    ['the chair', 'chair', 403],
    ['the auditor', 'auditor', 403],
  ] as const)('%s (%s) gets %s, and cannot decide', async (_who, name, status) => {
    const draft = await aGuardedDraft(town, text)
    expect((await town.get(name, draft.control)).status).toBe(status)
    const form = { do: 'sentence', field: 'text.fritt', sentence: 'x' }
    expect([403, 404, 422]).toContain((await town.post(name, draft.control, form)).status)
    expect(await draft.textIn()).toBe(text)
  })

  test('somebody of another municipality does not find it', async () => {
    const { database, clock } = town
    const elsewhere = appWith(database, clock, await aCast(database, clock, { slug: 'kontrollby' }))
    const draft = await aGuardedDraft(town, text)
    expect((await elsewhere.get('anna', draft.control)).status).toBe(404)
    expect((await elsewhere.post('anna', draft.control, { do: 'put-back' })).status).toBe(404)
  })

  test('the secretary goes through it for an author who has phoned, and the log says for whom', async () => {
    const draft = await aGuardedDraft(town, text)
    const path = `/rapporter/${draft.id}/at/${town.cast.people.bengt}/kontroll`
    expect((await draft.open('secretary', path)).said).toContain('Du går igenom rapporten åt Bengt Exempel')
    expect((await draft.press('words', {}, { name: 'secretary', path })).status).toBe(303)
    expect((await town.post('secretary', path, { do: 'put-back' })).status).toBe(303)
    await draft.press('keep', { 'reason.1': 'Det är enhetens växel.' }, { name: 'secretary', path })
    const { rows } = await town.database.read(town.cast, (tx) =>
      tx.execute(
        sql`select decided_by::text as by, registered_by_id::text as registered from report_guard_decision where report_id = ${draft.id}::uuid`,
      ),
    )
    expect(rows).toEqual([{ by: town.cast.people.bengt, registered: town.cast.people.secretary }])
    const { rows: entries } = await town.database.read(town.cast, (tx) =>
      tx.execute(
        sql`select command, on_behalf_of_id::text as person from audit_entry where subject_id = ${draft.id}::uuid and command like 'reports.guard-%' order by seq`,
      ),
    )
    expect(entries).toEqual(
      ['take-away', 'put-back', 'keep'].map((it) => ({
        command: `reports.guard-${it}-for`,
        person: town.cast.people.bengt,
      })),
    )
    const stranger = `/rapporter/${draft.id}/at/${town.cast.people.cecilia}/kontroll`
    expect((await town.get('secretary', stranger)).status).toBe(404)
  })
})

describe('handing in', () => {
  test('leads to the check while something is undecided, and says which and where', async () => {
    const draft = await aGuardedDraft(town, text)
    const first = await town.get('anna', `/rapporter/${draft.id}/fardig`)
    expect(titleOf(first).pathname + titleOf(first).search).toBe(`/ekby/namnden${draft.control}?fran=fardig`)
    const { said } = await draft.open('anna', `${draft.control}?fran=fardig`)
    expect(said).toContain('Det finns meningar kvar att ta ställning till. Sedan går rapporten att lämna in.')
    expect(said).toContain(`Ring ${number} om det.`)
    const posted = await town.post('anna', `/rapporter/${draft.id}/fardig`, { version: '2' })
    expect(titleOf(posted).pathname).toBe(`/ekby/namnden${draft.control}`)
  })

  test('goes through when all is decided, and what was taken away is forgotten', async () => {
    const draft = await aGuardedDraft(town, `${text} Och ${wrong}.`)
    await draft.press('sentence')
    await draft.press('keep', { 'reason.1': 'Det är ett ordernummer.' })
    const finished = await town.post('anna', `/rapporter/${draft.id}/fardig`, { version: '3' })
    expect(titleOf(finished).pathname).toBe(`/ekby/namnden/rapporter/${draft.id}`)
    const { rows } = await town.database.read(town.cast, (tx) =>
      tx.execute(sql`select 1 from report_taken_away where report_id = ${draft.id}::uuid`),
    )
    expect(rows).toEqual([])
    expect((await town.get('anna', draft.control)).headers.get('location')).toContain(`/rapporter/${draft.id}`)
    expect((await town.post('anna', draft.control, { do: 'put-back' })).status).toBe(303)
  })
})

test('the secretary who has taken a report over decides in the secretary’s own name', async () => {
  const draft = await aGuardedDraft(town, `${text} ${wrong}.`)
  const path = `/rapporter/${draft.id}/overtagen/kontroll`
  expect((await town.get('secretary', path)).status).toBe(404)
  await town.database.transaction(town.cast, (tx) =>
    tx.execute(
      sql`update report set taken_over_by_id = ${town.cast.people.secretary}::uuid, taken_over_at = now() where id = ${draft.id}::uuid`,
    ),
  )
  const as = { name: 'secretary', path } as const
  expect((await draft.press('sentence', {}, as)).status).toBe(303)
  expect((await town.post('secretary', path, { do: 'put-back' })).status).toBe(303)
  expect((await draft.press('keep', { 'reason.1': 'Det är enhetens växel.' }, as)).status).toBe(303)
  const { rows } = await town.database.read(town.cast, (tx) =>
    tx.execute(
      sql`select distinct decided_by::text as by from report_guard_decision where report_id = ${draft.id}::uuid and decision = 'kept'`,
    ),
  )
  expect(rows).toEqual([{ by: town.cast.people.secretary }])
})

test('the flagged words are nowhere but in the draft: not in log, server log, mail, address, decision or refusal', async () => {
  const lines: string[] = []
  const { createLog } = await import('../../platform/log.ts')
  const stream = new Writable({
    write: (chunk, _encoding, next) => {
      lines.push(String(chunk))
      next()
    },
  })
  const told = appWith(town.database, town.clock, town.cast, createLog('trace', stream))
  const secret = '19811218-9876'
  const draft = await aGuardedDraft(told, `Ring ${secret} nu. Fru Sventhorpe har demens.`)
  const answers = [
    await draft.press('keep', { 'reason.1': '' }),
    await draft.press('words'),
    await told.post('anna', draft.control, { do: 'put-back' }),
    await draft.press('keep', { 'reason.1': 'Det är enhetens växel.' }),
    await told.get('anna', `/rapporter/${draft.id}/fardig`),
    await draft.press('hand-over'),
    await told.post('anna', `/rapporter/${draft.id}/fardig`, { version: '2' }),
  ]
  await told.workOff()
  const addresses = answers.map(({ headers }) => headers.get('location') ?? '')
  const mails = await town.database.read(town.cast, (tx) => listMailbox(tx))
  const { rows } = await town.database.read(town.cast, (tx) =>
    tx.execute(sql`select to_jsonb(d)::text as row from report_guard_decision d where report_id = ${draft.id}::uuid`),
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(mails.length).toBeGreaterThan(0)
  const written = JSON.stringify([await logged(told), lines, mails, addresses, rows])
  for (const word of [secret, '811218', '9876', 'Sventhorpe', 'demens']) expect(written).not.toContain(word)
})

test.each(['sentence', 'words', 'keep', 'hand-over', 'take-back', 'put-back', '', 'something else'])(
  'a form that lacks what “%s” needs comes back or is not found, and changes nothing',
  async (pressed) => {
    const draft = await aGuardedDraft(town, text)
    for (const form of [{}, { field: 'x', sentence: 'y'.repeat(99), handOver: 'z' }, { field: 'text.fritt' }])
      expect([404, 422]).toContain((await town.post('anna', draft.control, { do: pressed, ...form })).status)
    expect(await draft.textIn()).toBe(text)
  },
)
