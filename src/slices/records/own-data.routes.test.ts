import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { anApp, appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, type CastName, must } from '../../../tests/support/cast.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { execute } from '../../platform/command.ts'
import { listMailbox } from '../../platform/mail.ts'
import { bookVisit } from '../visits/index.ts'
import { registerCommittee } from '../directory/index.ts'
import { newId } from '../../platform/ids.ts'
import { systemScope } from '../../platform/scope.ts'
import { seat } from '../people/people.tables.ts'
import { aHeldVisit } from '../reports/a-held-visit.ts'
import { columnsWithReason, ownDataParts, shownColumns } from './own-data.rules.ts'

let town: TestApp
let elsewhere: TestApp
beforeAll(async () => {
  town = await anApp()
  const { database, clock, cast, post, workOff } = town
  elsewhere = appWith(database, clock, await aCast(database, clock, { slug: 'granby' }))
  // A year of Anna's and Bengt's, each with words of their own.
  const booking = { units: cast.units.solgarden, start: '13.00', end: '15.00', seen: 'yes' }
  const { id } = await must(
    execute({ database, clock }, cast.as('secretary'), bookVisit, {
      ...booking,
      day: '2026-11-10',
      onBehalfOf: cast.people.bengt,
    }),
  )
  for (const name of ['anna', 'bengt'] as const) {
    const person = cast.people[name]
    const answer = { person, [`answer.${person}`]: 'accepted', [`message.${person}`]: `Egna ord av ${name}.` }
    await post(name, `/besok/${id}/svar`, answer)
    await post(name, '/kontakter/ny', {
      kind: 'user',
      where: 'none',
      day: '2026-10-01',
      subject: `Samtal med ${name}.`,
    })
    await post(name, '/mina-uppgifter/rattelse', { wrong: `Fel hos ${name}.`, should: `Rätt hos ${name}.` })
  }
  const who = [cast.people.anna, cast.people.bengt]
  await aHeldVisit(database, cast, { day: '2026-09-01', unitId: cast.units.solgarden, who })
  await workOff()
})

const fileSchema = z.object({
  format: z.literal('namndkontakt/own-data@1'),
  name: z.string(),
  parts: z.array(
    z.object({
      part: z.enum(ownDataParts),
      why: z.string(),
      ground: z.string(),
      kept: z.string(),
      rows: z.array(z.record(z.string(), z.unknown())),
    }),
  ),
})

async function fileOf(app: TestApp, name: CastName) {
  const answer = await app.get(name, '/mina-uppgifter/mina-uppgifter.json')
  return fileSchema.parse(await answer.json())
}

const page = async (response: Promise<Response>) => (await response).text()

test('every column that refers to a person is shown, or has its reason', async () => {
  const { rows } = await town.database.read(town.cast, (tx) =>
    tx.execute(sql`select c.conrelid::regclass::text || '.' || a.attname as column
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
      where c.contype = 'f' and c.confrelid = 'person'::regclass and a.attname <> 'municipality_id'
      union select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not a.attisdropped
        and a.attname in ('person_id', 'actor_id', 'on_behalf_of_id') order by 1`),
  )
  const columns = rows.map((row) => z.object({ column: z.string() }).parse(row).column)
  expect(columns.length).toBeGreaterThan(50)
  const thoughtOf = new Set([...Object.keys(shownColumns), ...Object.keys(columnsWithReason)])
  expect(columns.filter((column) => !thoughtOf.has(column))).toEqual([])
  // Nor is there a reason or a part for what is no longer there.
  expect([...thoughtOf].filter((column) => !columns.includes(column))).toEqual([])
})

describe('the own data', () => {
  test('hold what the person has done and what was done for them, each with why, ground and time', async () => {
    const { parts, name } = await fileOf(town, 'bengt')
    const rowsOf = (part: string) => parts.find((it) => it.part === part)?.rows ?? []
    expect(name).toBe('Bengt Exempel')
    expect(parts.map(({ part }) => part)).toEqual(ownDataParts)
    expect(parts.every(({ why, ground, kept }) => why !== '' && ground.includes('artikel') && kept !== '')).toBe(true)
    expect(rowsOf('register')).toMatchObject([
      { name: 'Bengt Exempel', email: 'bengt@ekby.example', bloc: 'opposition' },
    ])
    expect(rowsOf('seats')).toMatchObject([{ seat: 'member', valid_from: '2023-01-01' }])
    expect(rowsOf('appointments')).toMatchObject([{ unit: 'Solgården', paragraph: '§ 20' }])
    expect(rowsOf('invitations')).toMatchObject([
      { unit: 'Solgården', answer: 'accepted', message: 'Egna ord av bengt.' },
    ])
    expect(rowsOf('outside-contacts')).toMatchObject([{ contact_kind: 'user', contact_subject: 'Samtal med bengt.' }])
    expect(rowsOf('attendance')).toMatchObject([{ visit_day: '2026-09-01', start_minutes: 780 }])
    expect(rowsOf('registered-for-me')).toMatchObject([{ registered: 'booking', registered_by: 'Secretary Exempel' }])
    expect(rowsOf('letters').map(({ subject }) => subject)).toContain('Något är registrerat åt dig')
    expect(rowsOf('sessions')).toMatchObject([{ method: 'demonstration' }])
    expect(rowsOf('log-about-me')).toContainEqual(
      expect.objectContaining({ command: 'visits.book', who: 'Secretary Exempel' }),
    )
    expect(rowsOf('my-acts')).toContainEqual(expect.objectContaining({ command: 'visits.answer' }))
  })

  test.each([
    ['anna', 'bengt'],
    ['bengt', 'anna'],
  ] as const)('of %s never hold a word of %s’s', async (own, other) => {
    const { database, cast } = town
    const text = JSON.stringify(await fileOf(town, own))
    const { rows } = await database.read(cast, (tx) =>
      tx.execute(sql`select p.name, p.email, p.employment_number, p.id::text as id,
        (select string_agg(i.message, '') from invitation i where i.person_id = p.id) as message
        from person p where p.id = ${cast.people[other]}`),
    )
    const values = Object.values(z.record(z.string(), z.string()).parse(rows[0]))
    for (const value of [
      ...values,
      `Egna ord av ${other}.`,
      `Fel hos ${other}.`,
      `Rätt hos ${other}.`,
      `Samtal med ${other}.`,
    ])
      expect(text).not.toContain(value)
    expect(text).toContain(`Egna ord av ${own}.`)
    expect(text).toContain(`Rätt hos ${own}.`)
  })

  test('of another municipality are not there, nor those of another committee', async () => {
    const { database, clock, cast } = town
    const other = newId()
    const scope = systemScope({ municipalityId: cast.municipalityId, committeeId: other, today: clock.today() })
    const term = { termFrom: dayFromIso('2023-01-01'), termUntil: dayFromIso('2027-01-01') }
    await must(
      execute({ database, clock }, scope, registerCommittee, { slug: 'kultur', name: 'Kulturnämnden', ...term }),
    )
    await database.transaction(scope, async (tx) => {
      const held = { municipalityId: cast.municipalityId, committeeId: other, personId: cast.people.anna }
      await tx.insert(seat).values({ ...held, kind: 'substitute', validFrom: dayFromIso('2024-02-03') })
    })
    const text = JSON.stringify(await fileOf(town, 'anna'))
    expect(text).not.toContain('2024-02-03')
    expect(text).not.toContain('granby')
    expect((await elsewhere.get('anna', '//ekby/namnden/mina-uppgifter')).status).toBe(303)
  })

  test('stand on a page in plain words, and in a file to print', async () => {
    const shown = await page(town.get('bengt', '/mina-uppgifter'))
    for (const words of [
      'Personregistret',
      'Kallelser och svar',
      'demonstrationen',
      'Ett besök: Solgården, 10 november 2026',
    ])
      expect(shown).toContain(words)
    expect(shown).not.toMatch(/undefined|registered_by|visit_day/)
    const pdf = new Uint8Array(await (await town.get('bengt', '/mina-uppgifter/mina-uppgifter.pdf')).arrayBuffer())
    expect(new TextDecoder('latin1').decode(pdf.slice(0, 5))).toBe('%PDF-')
  })

  test.each(['manager', 'secretary', 'auditor', 'administrator', 'feeOfficer'] as const)(
    'are there for %s too',
    async (name) => {
      expect((await fileOf(town, name)).parts.find(({ part }) => part === 'roles')?.rows.length).toBeGreaterThan(0)
    },
  )
})

describe('a correction', () => {
  const lettersTo = async (name: CastName) => {
    await town.workOff()
    const all = await town.database.read(town.cast, (tx) => listMailbox(tx))
    return all.filter(({ personId }) => personId === town.cast.people[name])
  }
  const waiting = async (whose: string) => {
    const shown = await page(town.get('secretary', '/rattelser'))
    const part = shown.split('<article').find((it) => it.includes(whose)) ?? ''
    return /rattelser\/([0-9a-f-]{36})\/svar/.exec(part)?.[1] ?? ''
  }

  test('is asked for, refused only with a reason, and answered by letter', async () => {
    expect((await lettersTo('secretary')).map(({ subject }) => subject)).toContain('Någon har bett om en rättelse')
    const id = await waiting('Fel hos anna.')
    const field = { [`outcome.${id}`]: 'refused' }
    expect((await town.post('secretary', `/rattelser/${id}/svar`, field)).status).toBe(422)
    const why = { ...field, [`answer.${id}`]: 'Uppgiften stämmer med protokollet.' }
    expect((await town.post('secretary', `/rattelser/${id}/svar`, why)).status).toBe(303)
    expect((await town.post('secretary', `/rattelser/${id}/svar`, why)).status).toBe(422)
    const [letter] = await lettersTo('anna')
    expect(letter?.subject).toBe('Svar på din begäran om rättelse')
    expect(letter?.text).toContain('Uppgiften stämmer med protokollet.')
  })

  test('leaves in the log that it was answered, and not what was wrong', async () => {
    const { rows } = await town.database.read(town.cast, (tx) =>
      tx.execute(sql`select c.content::text as content from audit_content c join audit_entry e on e.id = c.entry_id
        where e.command like 'records.%-correction'`),
    )
    expect(rows.length).toBeGreaterThan(2)
    expect(JSON.stringify(rows)).not.toContain('Fel hos')
  })

  test('is asked for where something registered by phone is wrong, once', async () => {
    const shown = await page(town.get('bengt', '/mina-uppgifter'))
    const id = /mina-uppgifter\/registrerat\/([0-9a-f-]{36})/.exec(shown)?.[1] ?? ''
    const path = `/mina-uppgifter/registrerat/${id}`
    expect((await town.post('anna', path, { [`right.${id}`]: 'yes' })).status).toBe(404)
    expect((await town.post('bengt', path, { [`right.${id}`]: 'no' })).status).toBe(422)
    const said = { [`right.${id}`]: 'no', [`said.${id}`]: 'Det var inte jag som ringde.' }
    expect((await town.post('bengt', path, said)).status).toBe(303)
    expect((await town.post('bengt', path, said)).status).toBe(422)
    expect(await waiting('Det var inte jag som ringde.')).not.toBe('')
  })

  test('takes no personal number', async () => {
    const form = { wrong: 'Numret 811218-9876 är fel.', should: 'Ett annat.' }
    const answer = await town.post('anna', '/mina-uppgifter/rattelse', form)
    expect([answer.status, (await answer.text()).includes('ser ut som ett personnummer')]).toEqual([422, true])
  })

  test.each(['anna', 'manager', 'chair', 'auditor', 'feeOfficer'] as const)('is not answered by %s', async (name) => {
    const id = await waiting('Fel hos bengt.')
    expect((await town.post(name, `/rattelser/${id}/svar`, { [`outcome.${id}`]: 'corrected' })).status).toBe(403)
  })
})
