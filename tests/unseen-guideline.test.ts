import { beforeAll, describe, expect, it } from 'vitest'
import { type Language, languages } from '../src/kernel/language.ts'
import { listClaims } from '../src/slices/claims/claims.store.ts'
import { anApp, type TestApp } from './support/app.ts'
import { appointPairs, type CastName } from './support/cast.ts'
import { adoptUnseen, nothingAdopted, unseenWords } from './support/unseen.ts'

let town: TestApp
let visitPath: string
let reportPath: string

beforeAll(async () => {
  town = await anApp({ slug: 'okandby', ...nothingAdopted })
  await adoptUnseen(town, town.cast)
  await appointPairs(town, town.cast)
})

/** What a reader sees of a page, without its marks. */
async function seen(name: CastName, path: string, language: Language = 'sv'): Promise<string> {
  const answer = await town.get(name, path, language)
  expect([path, answer.status]).toEqual([path, 200])
  const html = await answer.text()
  return html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')
    .toLowerCase()
}

/** Opens the pages as these, in both languages, and returns all the text that they show in each. */
async function walk(names: readonly CastName[], paths: readonly string[]): Promise<Record<Language, string>> {
  const all = { sv: '', en: '' }
  for (const language of languages)
    for (const path of paths) for (const name of names) all[language] += `${await seen(name, path, language)}\n`
  for (const language of languages)
    for (const { code } of unseenWords) expect(all[language].split('\n').filter((it) => it.includes(code))).toEqual([])
  return all
}

const wordOf = (code: string, language: Language) =>
  unseenWords.find((it) => it.code.startsWith(code))?.[language].toLowerCase() ?? ''

/** Expects each of the words in both languages. */
function expectWords(all: Record<Language, string>, codes: readonly string[]): void {
  for (const language of languages) for (const code of codes) expect(all[language]).toContain(wordOf(code, language))
}

async function send(name: CastName, path: string, form: Readonly<Record<string, string>>): Promise<string> {
  const answer = await town.post(name, path, form)
  const location = answer.headers.get('location')
  expect([path, answer.status, location === null ? await answer.text() : '']).toEqual([path, 303, ''])
  return (location ?? '').replace(/\?.*$/, '')
}

describe('a guideline that nobody had seen when the pages were made', () => {
  it('is read back, and the standing pages answer, before anything has happened', async () => {
    const standing = [
      '/',
      '/besok',
      '/riktlinje',
      '/rapporter',
      '/enheter',
      '/uppdrag',
      '/sammantraden',
      '/sammanstallning',
    ]
    const all = await walk(['secretary', 'anna', 'chair'], standing)
    expectWords(all, ['godman', 'nattrond', 'ombud', 'rondslant', 'radet'])
  })

  it('has a tie of its own declared, and no other', async () => {
    const tie = { object: `unit:${town.cast.units.solgarden}`, kind: 'granne-h', validFrom: '2026-03-01' }
    await send('anna', '/anknytningar', tie)
    expect((await town.post('anna', '/anknytningar', { ...tie, kind: 'kusin' })).status).toBe(422)
    expectWords(await walk(['anna'], ['/anknytningar', '/uppdrag']), ['granne'])
    expect(await seen('secretary', '/uppdrag')).toContain(wordOf('granne', 'sv'))
  })

  it('lets each of those who initiate book, and says when a visit can be made', async () => {
    const booking = `/besok/nytt?enhet=${town.cast.units.solgarden}`
    const all = await walk(['secretary', 'anna', 'manager'], ['/besok/nytt', booking])
    expectWords(all, ['nattrond'])
    expect(all.sv).toContain('en enhet tar emot högst 1 besök per kalendervecka')
    expect(all.sv).toContain('från och med 20 dagar före ett val')
    expect(await seen('secretary', booking)).toContain(wordOf('ombud', 'sv'))
    expect(await seen('secretary', booking, 'en')).toContain(wordOf('ombud', 'en'))
  })

  it('has a visit of its own form, begun by its own role, registered and attended', async () => {
    const visit = { units: town.cast.units.solgarden, start: '13.00', end: '15.00', form: 'nattrond-b', seen: 'yes' }
    const past = { ...visit, day: '2026-09-10', afterwards: 'yes', agreedWithManager: 'yes' }
    const attendancePath = await send('secretary', '/besok/nytt', { ...past, onBehalfOf: 'role:ombud-c' })
    visitPath = attendancePath.replace(/\/narvaro.*$/, '')
    const { anna, bengt } = town.cast.people
    const came = { [`came.${anna}`]: 'yes', [`start.${anna}`]: '13.00', [`end.${anna}`]: '15.00' }
    const unsaid = await town.post('secretary', `${visitPath}/narvaro`, { version: '1', ...came })
    expect([unsaid.status, await unsaid.text()]).toEqual([
      422,
      expect.stringContaining('Svara om besöket nådde gode män.'),
    ])
    expectWords(await walk(['secretary', 'anna'], [`${visitPath}/narvaro`]), ['godman'])
    const met = { 'met.godman-a': 'no', 'why.godman-a': 'Det var natt.', 'met.staff': 'yes' }
    const attended = { version: '1', ...came, [`start.${bengt}`]: '13.00', [`end.${bengt}`]: '15.00', ...met }
    await send('secretary', `${visitPath}/narvaro`, attended)
    await town.workOff()
    const all = await walk(['secretary', 'anna', 'manager'], [visitPath, '/besok?nar=past'])
    expectWords(all, ['godman', 'nattrond', 'ombud'])
  })

  it('says that the second visit of a week is one too many before it is booked', async () => {
    const form = { units: town.cast.units.solgarden, start: '13.00', end: '15.00', form: 'visit' }
    await send('manager', '/besok/nytt', { ...form, day: '2026-11-03', seen: 'yes' })
    const answer = await town.post('anna', '/besok/nytt', { ...form, day: '2026-11-05' })
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('Besöket är nummer 2 hos Solgården under samma kalendervecka'),
    ])
  })

  it('has the manager report: the secretary registers it, and the politician is asked for nothing', async () => {
    const start = visitPath.replace('/besok/', '/rapporter/besok/')
    const all = await walk(['secretary', 'anna'], [start])
    expect(all.sv).toContain('rapporten lämnas av enhetens chef.')
    expect(all.en).toContain('the report is made by the unit’s manager.')
    const report = { writer: 'Manager Exempel', received: '2026-09-20', text: 'Det var lugnt.' }
    reportPath = await send('secretary', `${start}/registrering`, report)
    await town.workOff()
    await walk(['secretary', 'anna', 'manager'], [reportPath, '/rapporter', visitPath])
    expect(await seen('anna', reportPath)).toContain('manager exempel, enhetens chef')
    const meetings = await (await town.get('secretary', '/sammantraden')).text()
    const paths = [...new Set(meetings.match(/\/sammantraden\/[0-9a-f-]{36}/g))]
    const papers = await walk(['secretary'], paths)
    expect(papers.sv).toContain('manager exempel, enhetens chef')
  })

  it('pays its own kind of fee, once the field is filled in and the claim is approved', async () => {
    const [claim] = await town.database.read(town.cast, (tx) => listClaims(tx, town.cast.system(), {}))
    const path = `/arvoden/${claim?.id}`
    const waiting = await walk(['anna', 'secretary', 'chair'], [path, '/arvoden'])
    expectWords(waiting, ['rondslant', 'fardsatt', 'granskare'])
    expect(waiting.sv).toContain('i underlaget saknas: färdsätt.')
    const version = { version: String(claim?.version) }
    const empty = await town.post('anna', `${path}/bekraftelse`, { ...version, 'field.fardsatt-f': '' })
    expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('Fyll i uppgiften.')])
    await send('anna', `${path}/bekraftelse`, { ...version, 'field.fardsatt-f': 'Cykel' })
    expect(await seen('secretary', path)).toContain('cykel')
    await send('secretary', `${path}/kontroll`, { version: '2', outcome: 'checked', reason: '' })
    // The product has no part for the examiner: the committee lends somebody that role, for a time.
    const lent = { role: 'granskare-g', to: town.cast.people.chair, validFrom: '2026-10-06', lastDay: '2026-12-31' }
    await send('secretary', '/arvoden/delegationer', { ...lent, decidedOn: '2026-10-01', paragraph: '§ 7' })
    await send('chair', `${path}/attest`, { version: '3', outcome: 'approved', reason: '' })
    expect(await seen('anna', path)).toContain('450')
    const unnamed = await walk(['secretary', 'feeOfficer'], ['/lon', '/lon/lonearter', '/arvoden?vilka=alla'])
    expectWords(unnamed, ['rondslant'])
    const kind = 'rondslant-d'
    const payType = { [`${kind}.payType`]: '4321', [`${kind}.label`]: 'Rondersättning', [`${kind}.costCentre`]: '' }
    await send('secretary', '/lon/lonearter', { feeKind: kind, ...payType })
    const unknown = await town.post('secretary', '/lon/lonearter', { feeKind: 'annat-h', payType: '1', label: 'Annat' })
    expect(unknown.status).toBe(422)
    const batch = await send('feeOfficer', '/lon', { claim: claim?.id ?? '', person: town.cast.people.anna })
    expect(await seen('feeOfficer', batch)).toContain('rondersättning')
    await walk(['anna', 'secretary'], [path, visitPath, reportPath])
  })

  it('is summed up in its own words', async () => {
    const all = await walk(['secretary', 'anna', 'chair'], ['/sammanstallning', '/', '/enheter', '/riktlinje'])
    expectWords(all, ['godman', 'nattrond', 'rondslant'])
    // Approved by whom the rules name: there is no breach to sum up.
    expect(all.sv).not.toContain('underlaget attesterades')
    const csv = await (await town.get('secretary', '/sammanstallning/besok.csv')).text()
    for (const { code } of unseenWords) expect(csv).not.toContain(code)
  })
})
