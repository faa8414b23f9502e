import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, appWith, type TestApp } from '../../../tests/support/app.ts'
import { type CastName, must } from '../../../tests/support/cast.ts'
import { execute } from '../../platform/command.ts'
import { pdfFacts } from '../../../tests/support/pdf.ts'
import { newId } from '../../platform/ids.ts'
import { registerCommittee } from '../directory/index.ts'
import { registerPersons } from '../people/index.ts'
import { aHeldVisit } from '../reports/a-held-visit.ts'
import { handOut } from './disclosure.commands.ts'
import { disclosurePackage } from './disclosure.tables.ts'

let town: TestApp
let day = 0
const topic = 'text.HED-09-safety'
const secret = 'Konradina'
const asked = {
  day: '2026-10-06',
  cameAs: 'email',
  asked: 'Rapporterna <b>från</b> Solgården',
  contact: 'nn@post.example',
}

beforeAll(async () => {
  town = await anApp()
})

const pageOf = async (response: Promise<Response>) => (await response).text()
const pathOf = (response: Response) => (response.headers.get('location') ?? '').replace('/ekby/namnden', '')

async function aFinalReport(day: string, text: string): Promise<string> {
  const { database, cast } = town
  const who = [cast.people.anna, cast.people.bengt]
  const visitId = await aHeldVisit(database, cast, { day, unitId: cast.units.solgarden, who })
  const draft = pathOf(await town.post('anna', `/rapporter/besok/${visitId}`))
  const report = draft.replace('/utkast', '')
  await town.post('anna', draft, { version: '1', next: 'finish', [topic]: text })
  await town.post('anna', `${report}/fardig`, { version: '2' })
  await town.workOff()
  return report.split('/').at(-1) ?? ''
}

async function aRequest(form: Readonly<Record<string, string>> = asked): Promise<string> {
  return pathOf(await town.post('secretary', '/utlamnande', form))
}

/** The request's own address and that of the one document chosen for it. */
async function chosen(report: string): Promise<{ readonly request: string; readonly document: string }> {
  const request = await aRequest()
  await town.post('secretary', `${request}/handlingar`, { document: `report:${report}` })
  const found = new RegExp(`${request}/handlingar/[0-9a-f-]{36}`).exec(await pageOf(town.get('secretary', request)))
  return { request, document: found?.[0] ?? '' }
}

async function versionOf(request: string): Promise<string> {
  return /name="version" value="(\d+)"/.exec(await pageOf(town.get('secretary', request)))?.[1] ?? ''
}

async function handedOut(request: string, more: Readonly<Record<string, string>> = {}): Promise<Response> {
  return town.post('secretary', `${request}/lamna-ut`, { version: await versionOf(request), how: 'email', ...more })
}

async function filesOf(request: string): Promise<Readonly<Record<string, Uint8Array>>> {
  const answer = await town.get('auditor', `${request}/handlingar.zip`)
  return unzipSync(new Uint8Array(await answer.arrayBuffer()))
}

/** Everything that can be read out of a PDF: its bytes, its streams unpacked, and the text of its glyphs. */
async function everythingIn(pdf: Uint8Array): Promise<string> {
  const raw = Buffer.from(pdf).toString('latin1')
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = '']) => {
    const bytes = Buffer.from(body, 'latin1')
    try {
      return inflateSync(bytes).toString('latin1')
    } catch {
      // Not packed.
      return body
    }
  })
  const utf16 = (text: string) => text.replaceAll('\u0000', '')
  const { text, title } = await pdfFacts(pdf)
  return [raw, ...streams, utf16(raw), ...streams.map(utf16), text, title].join('\n').toLowerCase()
}

describe('a request', () => {
  test('is registered without a name, kept in the words of the one who asks, and shown as text', async () => {
    const request = await aRequest()
    const page = await pageOf(town.get('secretary', request))
    expect(page).toContain('Rapporterna &lt;b>från&lt;/b> Solgården')
    expect(page).toContain('nn@post.example')
    expect(page).toContain('kammarrätten')
    expect(page).not.toContain('Har väntat mer än ett dygn')
  })

  test('that waits for more than a day is marked', async () => {
    const request = await aRequest({ ...asked, day: '2026-10-04', time: '09.00' })
    expect(await pageOf(town.get('secretary', request))).toContain('Har väntat mer än ett dygn')
    expect(await pageOf(town.get('secretary', '/utlamnande'))).toContain('Har väntat mer än ett dygn')
  })

  test.each([
    ['from tomorrow', { ...asked, day: '2026-10-07' }, 'Begäran kan inte ha kommit in efter i dag.'],
    ['without what is asked for', { ...asked, asked: ' ' }, 'Skriv vad personen vill ha'],
    ['on no day', { ...asked, day: 'i går' }, 'Skriv dagen som 2026-03-25.'],
    ['in no way', { ...asked, cameAs: 'pigeon' }, 'Välj hur begäran kom in.'],
  ])('%s comes back with a sentence', async (_title, form, sentence) => {
    const answer = await town.post('secretary', '/utlamnande', form)
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(sentence)])
  })

  test('is read by the auditor, who changes nothing, and by nobody else', async () => {
    const request = await aRequest()
    const seen = await pageOf(town.get('auditor', request))
    expect(seen).toContain('Begäran nr')
    expect(seen).not.toContain('<form action="/ekby/namnden/utlamnande')
    const names: readonly CastName[] = ['anna', 'manager', 'chair', 'feeOfficer', 'administrator', 'qualityOfficer']
    for (const name of names) expect((await town.get(name, request)).status).toBe(403)
    expect((await town.post('auditor', `${request}/avsluta`, { as: 'withdrawn' })).status).toBe(403)
  })

  test('refused as a whole needs its ground, and its answer has a place no more', async () => {
    const request = await aRequest()
    const without = await town.post('secretary', `${request}/avsluta`, { as: 'refused' })
    expect([without.status, await without.text()]).toEqual([422, expect.stringContaining('Välj lag.')])
    const told = '<script>alert(1)</script>'
    await town.post('secretary', `${request}/avsluta`, { as: 'refused', law: 'TF', provision: '2 kap. 4 §', told })
    const page = await pageOf(town.get('secretary', request))
    expect(page).toContain('Inte utlämnad')
    expect(page).toContain('TF 2 kap. 4 §')
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('nn@post.example')
    expect((await town.post('secretary', `${request}/avsluta`, { as: 'withdrawn' })).status).toBe(422)
  })
})

describe('finding documents', () => {
  test('by word, unit, kind and period; drafts are none', async () => {
    const report = await aFinalReport('2026-04-01', 'Maten är god på Solgården, 100 % nöjda.')
    const { cast, database } = town
    const visitId = await aHeldVisit(database, cast, {
      day: '2026-04-02',
      unitId: cast.units.solgarden,
      who: [cast.people.anna],
    })
    const draft = pathOf(await town.post('anna', `/rapporter/besok/${visitId}`))
    await town.post('anna', draft, { version: '1', next: 'save', [topic]: 'Maten är god i utkastet.' })
    const request = await aRequest()
    const find = (query: Readonly<Record<string, string>>) =>
      pageOf(town.get('secretary', `${request}?${new URLSearchParams({ ord: '', ...query })}`))
    const value = `value="report:${report}"`
    const found = await find({ ord: 'maten ÄR god' })
    expect(found).toContain(value)
    expect(found.match(/value="report:/g)).toHaveLength(1)
    expect(await find({ ord: '100 %' })).toContain(value)
    expect(await find({ ord: '100_%' })).not.toContain(value)
    expect(await find({ enhet: cast.units.bjorken })).not.toContain(value)
    expect(await find({ slag: 'claim' })).not.toContain(value)
    expect(await find({ fran: '2026-10-06', till: '2026-10-06', enhet: cast.units.solgarden })).toContain(value)
    expect(await find({ till: '2025-12-31' })).not.toContain(value)
    expect(await find({ slag: 'summary' })).toContain('value="summary:2026"')
  })

  test('another committee’s documents are never found nor chosen', async () => {
    const report = await aFinalReport('2026-04-08', 'Bara nämndens egen.')
    const { database, clock, cast } = town
    const committeeId = newId()
    const system = { ...cast.system(), committeeId }
    const period = { termFrom: cast.system().today, termUntil: (cast.system().today + 1000) as typeof system.today }
    await must(
      execute({ database, clock }, system, registerCommittee, { slug: 'skolnamnden', name: 'Skolnämnden', ...period }),
    )
    const { ids } = await must(
      execute({ database, clock }, system, registerPersons, {
        persons: [
          {
            name: 'Stina Skola',
            email: 'stina@ekby.example',
            roles: [{ role: 'secretary', validFrom: cast.system().today }],
          },
        ],
      }),
    )
    const school = appWith(database, clock, {
      ...cast,
      committeeId,
      place: { municipality: 'ekby', committee: 'skolnamnden' },
      people: { ...cast.people, secretary: ids.get('stina@ekby.example') ?? '' },
    })
    const request = (await school.post('secretary', '/utlamnande', asked)).headers.get('location') ?? ''
    const page = await pageOf(school.get('secretary', `${request}?ord=`))
    expect(page).toContain('Inga handlingar stämmer med sökningen.')
    for (const document of [`report:${report}`, 'summary:2026'])
      expect((await school.post('secretary', `${request}/handlingar`, { document })).status).toBe(404)
    const ours = await aRequest()
    expect((await school.get('secretary', `//ekby/skolnamnden${ours}`)).status).toBe(404)
    expect((await town.get('secretary', ours.replace(/[^/]+$/, request.split('/').at(-1) ?? ''))).status).toBe(404)
  })

  test.each(['report:not-an-id', 'draft:0198f2a0-0000-7000-8000-000000000000', ''])(
    'nonsense %j is no document',
    async (document) => {
      const request = await aRequest()
      expect((await town.post('secretary', `${request}/handlingar`, { document })).status).toBe(422)
    },
  )
})

describe('masking', () => {
  test('what is masked is nowhere in the file, and the original is what it was', async () => {
    const sentence = `Vi talade om ${secret}s rum. Hon heter KONRADINA. Maten är god.`
    const report = await aFinalReport('2026-05-04', sentence)
    const before = await pageBytes(`/rapporter/${report}/rapport.pdf`)
    const { request, document } = await chosen(report)
    const law = { 'law.word': 'OSL', 'provision.word': '26 kap. 1 §' }
    expect((await town.post('secretary', `${document}/ord`, { word: secret.toLowerCase(), ...law })).status).toBe(303)
    await town.post('secretary', `${document}/ord`, { word: 'Solgården', ...law })
    const page = await pageOf(town.get('secretary', document))
    expect(page).toContain('OSL 26 kap. 1 §')
    const passages = [...page.matchAll(/name="(passage\.[0-9.]+)" value="([^"]+)"[^>]*>\s*<label[^>]*>([^<]*)/g)]
    const food = passages.find(([, , , said]) => said?.includes('Maten är god'))
    expect(food?.[3]).toContain('Maten är god.')
    const passage = { [food?.[1] ?? '']: food?.[2] ?? '' }
    const ground = { 'law.passages': 'OSL', 'provision.passages': '25 kap. 1 §' }
    await town.post('secretary', `${document}/meningar`, { ...passage, ...ground })
    const preview = await pageBytes(`${document}/kopia.pdf`)
    await town.post('secretary', `${document}/provning`, {
      decision: 'masked',
      told: 'Uppgifter om enskilda lämnas inte ut.',
    })
    expect((await handedOut(request)).status).toBe(303)

    const files = await filesOf(request)
    expect(Object.keys(files)).toEqual(['00_foljeblad.pdf', '01_handling.pdf'])
    const pdfs = [...Object.values(files), preview]
    for (const pdf of pdfs)
      for (const gone of [secret.toLowerCase(), 'maten', 'solgården'])
        expect(await everythingIn(pdf)).not.toContain(gone)
    const copy = await pdfFacts(files['01_handling.pdf'] ?? new Uint8Array())
    expect(copy.text).toContain('OSL26kap.1§')
    expect(copy.text).toContain('OSL25kap.1§')
    expect(copy.title).toContain('[maskerat]')
    expect(copy.archiveLevel).toBe('2A')
    const { text: cover } = await pdfFacts(files['00_foljeblad.pdf'] ?? new Uint8Array())
    expect(cover).toContain('kammarrätten')
    expect(cover).toContain('Uppgifteromenskildalämnasinteut.')
    // The test itself would see it: in the original it stands.
    expect(await everythingIn(before)).toContain(secret.toLowerCase())
    expect(Buffer.from(await pageBytes(`/rapporter/${report}/rapport.pdf`)).equals(Buffer.from(before))).toBe(true)
    expect(await pageOf(town.get('secretary', request))).toContain('Delvis utlämnad')
    expect((await town.get('secretary', document)).status).toBe(404)
  })

  test('a mask is taken away again, and a decision holds for the masks as they were', async () => {
    const { request, document } = await chosen(await aFinalReport('2026-05-11', 'En mening om hissen.'))
    const law = { 'law.word': 'OSL', 'provision.word': '26 kap. 1 §' }
    await town.post('secretary', `${document}/ord`, { word: 'hissen', ...law })
    const whole = await town.post('secretary', `${document}/provning`, { decision: 'whole' })
    expect([whole.status, await whole.text()]).toEqual([422, expect.stringContaining('Det finns maskeringar')])
    await town.post('secretary', `${document}/provning`, { decision: 'masked' })
    expect(await pageOf(town.get('secretary', request))).toContain('Lämnas ut maskerad')
    const remove = /\/maskering\/[0-9a-f-]{36}/.exec(await pageOf(town.get('secretary', document)))?.[0]
    await town.post('secretary', `${document}${remove}`)
    expect(await pageOf(town.get('secretary', request))).toContain('Inte prövad')
    const none = await town.post('secretary', `${document}/provning`, { decision: 'masked' })
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Ingenting är maskerat än.')])
  })

  test.each([
    [
      'a word that is not there',
      { word: 'finnsinte', 'law.word': 'OSL', 'provision.word': '1 kap.' },
      'Ordet finns inte',
    ],
    ['no ground', { word: 'mening' }, 'Välj lag.'],
    ['a law that is none', { word: 'mening', 'law.word': 'JB', 'provision.word': '1 §' }, 'Välj lag.'],
  ])('%s is refused with a sentence', async (_title, form, sentence) => {
    const { document } = await chosen(await aFinalReport(`2026-06-0${++day}`, 'En mening.'))
    const answer = await town.post('secretary', `${document}/ord`, form)
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(sentence)])
  })

  test('a passage that is no sentence of the text is refused', async () => {
    const { document } = await chosen(await aFinalReport('2026-06-08', 'En mening.'))
    const form = { 'passage.0.0': '0.0@1-2', 'law.passages': 'OSL', 'provision.passages': '26 kap. 1 §' }
    const answer = await town.post('secretary', `${document}/meningar`, form)
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('Texten har ändrats.')])
  })

  test('HTML in a report, a word and an answer is text', async () => {
    const { document } = await chosen(await aFinalReport('2026-06-15', 'Om <img src=x onerror=alert(1)> och mer.'))
    const form = { word: '<img', 'law.word': 'OSL', 'provision.word': '<u>26</u>' }
    await town.post('secretary', `${document}/ord`, form)
    const page = await pageOf(town.get('secretary', document))
    expect(page).not.toContain('<img src=x')
    expect(page).not.toContain('<u>26')
  })
})

describe('handing out', () => {
  test('a whole report is the very file of the archive, and everything is in the log', async () => {
    const report = await aFinalReport('2026-07-06', 'Allt är offentligt.')
    const { request, document } = await chosen(report)
    expect(await pageOf(town.get('secretary', request))).not.toContain('/lamna-ut')
    await town.post('secretary', `${document}/provning`, { decision: 'whole' })
    expect((await handedOut(request)).status).toBe(303)
    const files = await filesOf(request)
    const original = await pageBytes(`/rapporter/${report}/rapport.pdf`)
    expect(Buffer.from(files['01_handling.pdf'] ?? []).equals(Buffer.from(original))).toBe(true)
    const page = await pageOf(town.get('secretary', request))
    expect(page).toContain('Utlämnad')
    expect(page).toContain('av Secretary Exempel')
    expect(page).toContain('Med e-post')
    const { rows } = await town.database.read(town.cast, (tx) =>
      tx.execute<{ command: string }>(
        `select command from audit_entry where subject_id = '${request.split('/').at(-1)}' order by seq`,
      ),
    )
    expect(rows.map(({ command }) => command)).toEqual([
      'records.register-disclosure',
      'records.choose-documents',
      'records.decide-document',
      'records.hand-out',
      'records.fetch-disclosure',
    ])
  })

  test('a refused document is not in the package and its ground is on the cover', async () => {
    const { request, document } = await chosen(await aFinalReport('2026-07-13', `Om ${secret} alltihop.`))
    const form = { decision: 'refused', 'law.decision': 'OSL', 'provision.decision': '26 kap. 1 §', told: 'Sekretess.' }
    await town.post('secretary', `${document}/provning`, form)
    await handedOut(request)
    const files = await filesOf(request)
    expect(Object.keys(files)).toEqual(['00_foljeblad.pdf'])
    const { text } = await pdfFacts(files['00_foljeblad.pdf'] ?? new Uint8Array())
    expect(text).toContain('OSL26kap.1§')
    expect(text).toContain('skriftligabeslut')
    expect(await pageOf(town.get('secretary', request))).toContain('Inte utlämnad')
  })

  test('a report marked as restricted warns and is handed out only once that is confirmed', async () => {
    const report = await aFinalReport('2026-07-20', 'Känsligt.')
    await town.post('secretary', `/rapporter/${report}/sekretess`, {
      legalGround: 'OSL 26 kap. 1 §',
      reason: 'Uppgifter om enskilda.',
    })
    const { request, document } = await chosen(report)
    expect(await pageOf(town.get('secretary', document))).toContain('Sekretessmarkerad')
    await town.post('secretary', `${document}/provning`, { decision: 'whole' })
    expect(await pageOf(town.get('secretary', request))).toContain(
      'Bland handlingarna finns sådant som är sekretessmarkerat',
    )
    const without = await handedOut(request)
    expect([without.status, await without.text()]).toEqual([
      422,
      expect.stringContaining('Bekräfta att sekretessen är prövad'),
    ])
    expect((await handedOut(request, { restrictionTried: 'yes' })).status).toBe(303)
  })

  test('what somebody changed meanwhile is not handed out', async () => {
    const { request, document } = await chosen(await aFinalReport('2026-07-27', 'En mening.'))
    await town.post('secretary', `${document}/provning`, { decision: 'whole' })
    const version = await versionOf(request)
    await town.post('secretary', `${document}/provning`, { decision: 'whole' })
    const answer = await town.post('secretary', `${request}/lamna-ut`, { version, how: 'email' })
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('Någon har ändrat i prövningen'),
    ])
  })

  test('of two who hand out at the same time one does it', async () => {
    const { request, document } = await chosen(await aFinalReport('2026-08-03', 'En mening.'))
    await town.post('secretary', `${document}/provning`, { decision: 'whole' })
    const input = {
      id: request.split('/').at(-1),
      version: Number(await versionOf(request)),
      how: 'email',
      name: 'p.zip',
      sha256: '0'.repeat(64),
      package: new Uint8Array([1]),
    }
    const outcomes = await Promise.all([1, 2, 3].map(() => execute(town, town.cast.as('secretary'), handOut, input)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const rows = await town.database.read(town.cast, (tx) => tx.select().from(disclosurePackage))
    expect(rows.filter(({ disclosureId }) => disclosureId === input.id)).toHaveLength(1)
  })
})

async function pageBytes(path: string): Promise<Uint8Array> {
  return new Uint8Array(await (await town.get('secretary', path)).arrayBuffer())
}
