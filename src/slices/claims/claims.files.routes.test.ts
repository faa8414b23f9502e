import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aPhotograph, aJpeg } from '../../../tests/support/a-jpeg.ts'
import { appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, type CastName } from '../../../tests/support/cast.ts'
import { newId } from '../../platform/ids.ts'
import { disposeOf } from '../records/disposal.store.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { aCostedClaim, asItIs, aTownWithCosts } from './a-costed-claim.ts'
import type { ClaimRow } from './claims.store.ts'

let town: TestApp
beforeAll(async () => {
  town = await aTownWithCosts()
})

const aPdf = (more: string) => new TextEncoder().encode(`%PDF-1.7\n1 0 obj\n<<>>\nendobj\n${more}\n%%EOF\n`)
const loss = { what: 'loss', lostAs: 'employee', lostHours: '2', perHour: '250' }
const parking = { what: 'cost', costKind: 'parking', amount: '80' }

let day = 0
let claim: ClaimRow
beforeEach(async () => {
  day += 1
  claim = await aCostedClaim(town, `2026-09-${String(day).padStart(2, '0')}`)
})

type File = readonly [field: string, bytes: Uint8Array, name: string]

async function send(of: ClaimRow, fields: Readonly<Record<string, string>>, file?: File, as: CastName = 'anna') {
  const form = new FormData()
  form.set('version', String((await asItIs(town, of)).version))
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  if (file) form.set(file[0], new globalThis.File([new Uint8Array(file[1])], file[2]))
  return town.post(as, `/arvoden/${of.id}/tillagg`, form)
}

async function handIn(bytes: Uint8Array, name = 'intyg.pdf', as: CastName = 'anna') {
  const form = new FormData()
  form.set('file', new globalThis.File([new Uint8Array(bytes)], name))
  return town.post(as, '/arvoden/intyg', form)
}

const count = async (table: 'claim_file' | 'claim_cost' | 'claim_loss') => {
  const { rows } = await town.database.read(town.cast, (tx) =>
    tx.execute(sql`select count(*)::int as n from ${sql.identifier(table)}`),
  )
  return rows[0]?.n
}
const certificates = async (as: CastName = 'anna') =>
  [
    ...(await (await town.get(as, '/arvoden/intyg')).text()).matchAll(/href="[^"]*\/arvoden\/intyg\/([0-9a-f-]{36})"/g),
  ].map(([, id = '']) => id)
const filesOf = async (of: ClaimRow, as: CastName) =>
  [...(await (await town.get(as, `/arvoden/${of.id}`)).text()).matchAll(/\/filer\/([0-9a-f-]{36})"/g)].map(
    ([, id = '']) => id,
  )

describe('a file that cannot be taken', () => {
  test.each<[string, Uint8Array, string, number, string]>([
    ['a certificate of 40 MB', new Uint8Array(40 * 1024 * 1024), 'intyg.pdf', 413, 'Det du skickade är för stort'],
    [
      'one a little over 5 MB',
      new Uint8Array(5 * 1024 * 1024 + 1),
      'intyg.pdf',
      422,
      'Filen är för stor. Den får vara högst 5 MB.',
    ],
    [
      'a page that says it is a PDF',
      new TextEncoder().encode('<!doctype html><script>1</script>'),
      'intyg.pdf',
      422,
      'går inte att läsa',
    ],
    ['half a photograph', aPhotograph().subarray(0, 300), 'intyg.jpg', 422, 'går inte att läsa'],
    ['nothing', new Uint8Array(), 'intyg.pdf', 422, 'Välj en fil.'],
  ])('%s is refused with a sentence, and nothing is lost', async (_what, bytes, name, status, sentence) => {
    await send(claim, parking)
    const before = [await count('claim_file'), await count('claim_cost'), (await asItIs(town, claim)).version]
    for (const answer of [await send(claim, loss, ['certificateFile', bytes, name]), await handIn(bytes, name)]) {
      expect(answer.status).toBe(status)
      expect(await answer.text()).toContain(sentence)
    }
    expect([await count('claim_file'), await count('claim_cost'), (await asItIs(town, claim)).version]).toEqual(before)
    const page = await (await town.get('anna', `/arvoden/${claim.id}/tillagg`)).text()
    expect(page).toContain('Parkering')
  })

  test('what was typed beside it comes back', async () => {
    const answer = await send(claim, loss, ['certificateFile', new Uint8Array(5 * 1024 * 1024 + 1), 'stor.pdf'])
    expect(await answer.text()).toMatch(/name="perHour"[^>]*value="250"/)
  })

  test('nobody else’s certificate, nor one that is not there', async () => {
    await handIn(aPdf('Bengts'), 'bengts.pdf', 'bengt')
    const [theirs = ''] = await certificates('bengt')
    const before = await count('claim_loss')
    for (const certificate of [theirs, newId()]) expect((await send(claim, { ...loss, certificate })).status).toBe(404)
    expect((await town.get('anna', `/arvoden/intyg/${theirs}`)).status).toBe(404)
    expect((await town.post('anna', `/arvoden/intyg/${theirs}/ta-bort`)).status).toBe(404)
    expect((await town.get('secretary', `/arvoden/${claim.id}/filer/${theirs}`)).status).toBe(404)
    expect(await count('claim_loss')).toBe(before)
    expect(await certificates('bengt')).toEqual([theirs])
  })
})

describe('a file that is there', () => {
  test('is a download with its own type, without what the camera wrote', async () => {
    await send(claim, parking, ['receipt', aPhotograph(1), '../../kvitto.JPEG'])
    const [id = ''] = await filesOf(claim, 'anna')
    const answer = await town.get('anna', `/arvoden/${claim.id}/filer/${id}`)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''kvitto.jpeg")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(aJpeg())
  })

  test('is read by those who read every claim, each time with a row in the log, and by no other politician', async () => {
    await send(claim, loss, ['certificateFile', aPdf('läses'), 'intyg.pdf'])
    const [id = ''] = await filesOf(claim, 'secretary')
    const path = `/arvoden/${claim.id}/filer/${id}`
    for (const name of ['secretary', 'chair', 'feeOfficer', 'auditor'] as const)
      expect((await town.get(name, path)).status).toBe(200)
    for (const [name, status] of [
      ['bengt', 404],
      ['manager', 403],
      ['administrator', 403],
    ] as const)
      expect((await town.get(name, path)).status).toBe(status)
    expect((await town.get('anna', path)).status).toBe(200)
    const { rows } = await town.database.read(town.cast, (tx) =>
      tx.execute(
        sql`select actor_id as who from audit_entry where command = 'claims.read-file' and subject_id = ${claim.id} order by seq`,
      ),
    )
    const { secretary, chair, feeOfficer, auditor } = town.cast.people
    expect(rows.map(({ who }) => who)).toEqual([secretary, chair, feeOfficer, auditor])
    const ownData = async (name: CastName) => (await town.get(name, '/mina-uppgifter/mina-uppgifter.json')).text()
    expect((await ownData('anna')).match(/"claims.read-file"/g)?.length).toBeGreaterThanOrEqual(4)
    expect(await ownData('bengt')).not.toContain('claims.read-file')
  })

  test('is not there for another town', async () => {
    await send(claim, parking, ['receipt', aPdf('granne'), 'kvitto.pdf'])
    const [id = ''] = await filesOf(claim, 'anna')
    const other = appWith(town.database, town.clock, await aCast(town.database, town.clock, { slug: 'granby' }))
    expect((await other.get('secretary', `/arvoden/${claim.id}/filer/${id}`)).status).toBe(404)
  })
})

describe('a certificate', () => {
  test('serves for several claims, is kept once, and says by which it is used', async () => {
    await handIn(aPdf('flera'))
    await handIn(aPdf('flera'), 'samma.pdf')
    const [id = ''] = await certificates()
    expect((await send(claim, { ...loss, certificate: id })).status).toBe(303)
    const later = await aCostedClaim(town, '2026-09-28')
    expect((await send(later, { ...loss, certificate: id })).status).toBe(303)
    const page = (await (await town.get('anna', '/arvoden/intyg')).text()).replace(/<[^>]*>/g, ' ')
    expect(page).not.toContain('samma.pdf')
    expect(page).toContain('Solgården, 28 september 2026')
    expect(page).toContain(`Solgården, ${day} september 2026`)
  })

  test('is removed only while no claim that has gone on rests on it', async () => {
    await handIn(aPdf('tas bort'))
    const [id = ''] = await certificates()
    await send(claim, { ...loss, certificate: id })
    const version = String((await asItIs(town, claim)).version)
    const fields = { 'field.times': '13–15', 'field.place': 'Solgården' }
    expect((await town.post('anna', `/arvoden/${claim.id}/bekraftelse`, { version, ...fields })).status).toBe(303)
    const refused = await town.post('anna', `/arvoden/intyg/${id}/ta-bort`)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('ett underlag som har gått vidare bygger på det')
    await send(claim, { ...parking, costKind: 'public-transport' })
    expect((await town.post('anna', `/arvoden/intyg/${id}/ta-bort`)).status).toBe(303)
    expect(await certificates()).not.toContain(id)
    const page = await (await town.get('anna', `/arvoden/${claim.id}/tillagg`)).text()
    expect(page).toContain('Intyg saknas. Lägg till det innan underlaget kan betalas.')
  })

  test('that another claim rests on stays when a claim is disposed of; a receipt goes, and what it paid stands', async () => {
    await handIn(aPdf('gallras inte'))
    const [id = ''] = await certificates()
    const other = await aCostedClaim(town, '2026-09-29')
    await send(other, { ...loss, certificate: id })
    await send(claim, { ...loss, certificate: id })
    await send(claim, parking, ['receipt', aPdf('gallras'), 'kvitto.pdf'])
    await town.database.transaction(town.cast, (tx) =>
      disposeOf(tx, 'claim', [claim.id], { day: dayFromIso('2034-01-01'), sentence: 'Gallrad.' }),
    )
    expect(await certificates()).toContain(id)
    expect(await filesOf(claim, 'secretary')).toEqual([])
    expect(await filesOf(other, 'secretary')).toEqual([id])
    const page = await (await town.get('anna', `/arvoden/${claim.id}/tillagg`)).text()
    expect(page).toContain('Gallrat')
    expect(page).not.toContain('Kvitto saknas')
  })
})

describe('somebody who can no longer act', () => {
  const of = (who: CastName, on: string) => aCostedClaim(town, on, { who })
  const confirmFor = async (row: ClaimRow) =>
    town.post('secretary', `/arvoden/${row.id}/bekraftelse/at`, {
      version: String((await asItIs(town, row)).version),
      'field.times': '13–15',
      'field.place': 'Solgården',
    })

  test('because of having left has the claim confirmed by phone', async () => {
    const row = await of('cecilia', '2026-09-21')
    await town.database.transaction(town.cast, (tx) =>
      tx.execute(sql`update role_holding set valid_until = '2026-10-01' where person_id = ${row.personId}`),
    )
    const page = await (await town.get('secretary', `/arvoden/${row.id}`)).text()
    expect(page).toContain('Cecilia Exempel har inte längre något uppdrag i nämnden')
    expect((await confirmFor(row)).status).toBe(303)
    expect((await asItIs(town, row)).state).toBe('confirmed')
  })

  test('because of having died has it confirmed for the estate, and gets no letter', async () => {
    const row = await of('david', '2026-09-22')
    await town.workOff()
    const letters = async () => {
      const { rows } = await town.database.read(town.cast, (tx) =>
        tx.execute(sql`select count(*)::int as n from outgoing_mail where person_id = ${row.personId}`),
      )
      return rows[0]?.n
    }
    await town.database.transaction(town.cast, (tx) =>
      tx.execute(sql`update person set died_on = '2026-10-02' where id = ${row.personId}`),
    )
    const before = await letters()
    const page = await (await town.get('secretary', `/arvoden/${row.id}`)).text()
    expect(page).toContain('David Exempel avled 2 oktober 2026.')
    expect(page).toContain('Bekräfta för dödsboet efter David Exempel')
    expect((await confirmFor(row)).status).toBe(303)
    expect((await asItIs(town, row)).state).toBe('confirmed')
    const shown = await (await town.get('secretary', `/arvoden/${row.id}`)).text()
    expect(shown).toContain('Dödsboet efter David Exempel, registrerat av Secretary Exempel')
    expect(shown).not.toContain('for-estate')
    await town.post('secretary', `/arvoden/${row.id}/kontroll`, {
      version: String((await asItIs(town, row)).version),
      outcome: 'returned',
      reason: 'Fel tid',
    })
    await town.workOff()
    expect(await letters()).toBe(before)
  })
})
