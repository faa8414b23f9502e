import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, type CastName } from '../../../tests/support/cast.ts'
import { listMailbox } from '../../platform/mail.ts'
import { judge } from '../guidelines/index.ts'
import { directoryFacts } from '../directory/index.ts'
import { peopleFacts } from '../people/index.ts'
import { visitsFacts } from '../visits/index.ts'
import { aHeldVisit } from './a-held-visit.ts'
import { reportsFacts } from './reports.facts.ts'

let town: TestApp

beforeAll(async () => {
  town = await anApp()
})

const solgarden = async (day: string, who: readonly CastName[] = ['anna', 'bengt'], unmet: readonly string[] = []) => {
  const { database, cast } = town
  return aHeldVisit(database, cast, {
    day,
    unitId: cast.units.solgarden,
    who: who.map((name) => cast.people[name]),
    unmet,
  })
}

const pageOf = async (response: Promise<Response>) => (await response).text()

/** The draft's own address, once the visit's report is begun. */
async function aDraft(visitId: string, name: CastName = 'anna'): Promise<string> {
  const response = await town.post(name, `/rapporter/besok/${visitId}`)
  return new URL(response.headers.get('location') ?? '', 'http://localhost').pathname.replace('/ekby/namnden', '')
}

const topic = 'text.HED-09-safety'

/** Writes one topic and makes the report final. Returns the report's own address. */
async function aFinalReport(visitId: string, text = 'De flesta känner sig trygga.'): Promise<string> {
  const draft = await aDraft(visitId)
  const report = draft.replace('/utkast', '')
  await town.post('anna', draft, { version: '1', next: 'finish', [topic]: text })
  await town.post('anna', `${report}/fardig`, { version: '2' })
  return report
}

async function numberOf(report: string): Promise<number> {
  return Number(/KP 2026-(\d{3})/.exec(await pageOf(town.get('bengt', report)))?.[1])
}

describe('before the report is begun', () => {
  test('HED-13: the principles stand there, with their clause', async () => {
    const page = await pageOf(town.get('anna', `/rapporter/besok/${await solgarden('2026-04-01')}`))
    expect(page).toContain('Du talar för hela nämnden och inte för ditt parti.')
    expect(page).toContain('Viktigt att tänka på, stycke 1')
    expect(page).toContain('Börja skriva')
  })

  test('HED-10: matters that interfere in the operation are handed over to the manager instead of reported', async () => {
    const page = await pageOf(town.get('anna', `/rapporter/besok/${await solgarden('2026-04-02')}`))
    expect(page).toContain('Frågor som griper in i hur verksamheten sköts')
    expect(page).toContain('Chef för enheten: Manager Exempel.')
  })

  test('looking at the page begins nothing', async () => {
    const visitId = await solgarden('2026-04-03')
    await town.get('anna', `/rapporter/besok/${visitId}`)
    expect(await pageOf(town.get('anna', `/rapporter/besok/${visitId}`))).toContain('Börja skriva')
  })

  test('one who was not there cannot begin it', async () => {
    const response = await town.post('cecilia', `/rapporter/besok/${await solgarden('2026-04-07')}`)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Bara de som var med på besöket kan skriva i rapporten.')
  })

  test('a guideline that wants a written report refuses an oral one', async () => {
    const visitId = await solgarden('2026-04-08')
    const { anna } = town.cast.people
    const form = { meeting: town.cast.units.solgarden, speaker: anna, line: 'Om maten' }
    const response = await town.post('anna', `/rapporter/besok/${visitId}/muntlig`, form)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Riktlinjen kräver en skriftlig rapport.')
  })
})

describe('the draft', () => {
  test('HED-09: asks about the guideline’s topics by audience, and says how strongly', async () => {
    const page = await pageOf(town.get('anna', await aDraft(await solgarden('2026-05-04'))))
    expect(page).toContain('I samtal med brukare')
    expect(page).toContain('I samtal med medarbetare och enhetens chef')
    expect(page).toContain('Bör tas upp. Vad berättade de?')
    expect(page).toContain('Ur riktlinjen, Områden att diskutera')
  })

  test('HED-08: an unmet audience is a deviation that the report can explain', async () => {
    const page = await pageOf(
      town.get('anna', await aDraft(await solgarden('2026-05-05', ['anna', 'bengt'], ['staff']))),
    )
    expect(page).toContain('Varför träffade ni inte medarbetare?')
  })

  test('HED-04: a visit that one of the pair missed says so in the report by itself', async () => {
    const page = await pageOf(town.get('anna', await aDraft(await solgarden('2026-05-06', ['anna']))))
    expect(page).toContain('HED-04')
    expect(page).toContain('Bryter mot riktlinjen')
  })

  test('both who came write in the same one', async () => {
    const visitId = await solgarden('2026-05-07')
    expect(await aDraft(visitId, 'bengt')).toBe(await aDraft(visitId, 'anna'))
  })

  test('what was typed is kept when it is saved', async () => {
    const draft = await aDraft(await solgarden('2026-05-08'))
    await town.post('anna', draft, {
      version: '1',
      [topic]: 'Nattbemanningen upplevs trygg.',
      'proposal.1': 'Fler bänkar.',
    })
    const page = await pageOf(town.get('anna', draft))
    expect(page).toContain('Nattbemanningen upplevs trygg.')
    expect(page).toContain('Fler bänkar.')
  })

  test('a page that somebody else has saved past comes back with both texts', async () => {
    const draft = await aDraft(await solgarden('2026-05-11'))
    await town.post('anna', draft, { version: '1', [topic]: 'Annas text' })
    const response = await town.post('bengt', draft, { version: '1', [topic]: 'Bengts text' })
    const page = await response.text()
    expect(response.status).toBe(422)
    expect(page).toContain('Annas text')
    expect(page).toContain('Bengts text')
    expect(page).toContain('name="version" value="2"')
  })

  test('a signature goes when the text changes after it', async () => {
    const draft = await aDraft(await solgarden('2026-05-12'))
    await town.post('bengt', draft, { version: '1', next: 'sign', [topic]: 'Ett' })
    expect(await pageOf(town.get('anna', draft))).toContain('Bengt Exempel: Skrev under')
    await town.post('anna', draft, { version: '2', [topic]: 'Två' })
    expect(await pageOf(town.get('anna', draft))).toContain('Bengt Exempel: Har inte skrivit under än')
  })

  test.each([
    ['the other author', 'bengt', 200],
    ['the secretary', 'secretary', 200],
    ['another politician', 'cecilia', 404],
    ['the unit’s manager', 'manager', 404],
    ['the chair', 'chair', 404],
    ['the auditor', 'auditor', 404],
  ] as const)('%s gets %s when opening it: %s', async (_who, name, status) => {
    const draft = await aDraft(await solgarden('2026-05-13'))
    expect((await town.get(name, draft)).status).toBe(status)
  })

  test('the secretary may look and not write', async () => {
    const draft = await aDraft(await solgarden('2026-05-14'))
    await town.post('anna', draft, { version: '1', [topic]: 'Att läsa' })
    const page = await pageOf(town.get('secretary', draft))
    expect(page).toContain('Att läsa')
    expect(page).not.toContain('<textarea')
    expect((await town.post('secretary', draft, { version: '2', [topic]: 'Ändrat' })).status).toBe(403)
  })
})

describe('making it final', () => {
  test('says beforehand to whom it goes, which meeting it reaches and that it becomes an official document', async () => {
    const draft = await aDraft(await solgarden('2026-06-01'))
    await town.post('anna', draft, { version: '1', [topic]: 'Text' })
    const page = await pageOf(town.get('anna', draft.replace('utkast', 'fardig')))
    expect(page).toContain('blir en allmän handling')
    expect(page).toContain('Den skickas till enhetens chef: Manager Exempel.')
    // The tests' day is 6 October; the papers of 20 October close on the 10th.
    expect(page).toContain('sammanträdet 20 oktober 2026 (manusstopp 10 oktober 2026)')
    expect(page).toContain('Bengt Exempel: Har inte skrivit under än')
  })

  test('a personal number stops it until somebody has decided', async () => {
    const draft = await aDraft(await solgarden('2026-06-02'))
    await town.post('anna', draft, { version: '1', [topic]: 'Brukaren 811218-9876' })
    const response = await town.get('anna', draft.replace('utkast', 'fardig'))
    expect(response.headers.get('location')).toContain(draft.replace('utkast', 'kontroll'))
    const posted = await town.post('anna', draft.replace('utkast', 'fardig'), { version: '2' })
    expect(posted.headers.get('location')).toContain(draft.replace('utkast', 'kontroll'))
  })

  test('an empty report is refused', async () => {
    const draft = await aDraft(await solgarden('2026-06-03'))
    const response = await town.post('anna', draft.replace('utkast', 'fardig'), { version: '1' })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Rapporten är tom.')
  })

  test('a missing signature delays nothing, and the numbers of the year run on', async () => {
    const first = await numberOf(await aFinalReport(await solgarden('2026-06-04')))
    const second = await numberOf(await aFinalReport(await solgarden('2026-06-05')))
    expect(second - first).toBe(1)
  })

  test('it cannot be changed afterwards', async () => {
    const report = await aFinalReport(await solgarden('2026-06-08'))
    const response = await town.post('anna', `${report}/utkast`, { version: '3', [topic]: 'Ändrat' })
    const page = await response.text()
    expect(page).toContain('Rapporten är redan inlämnad')
    expect(page, 'what was typed is given back').toContain('Ändrat')
    expect(page).toContain(`href="/ekby/namnden${report}"`)
    expect(await pageOf(town.get('anna', report))).not.toContain('Ändrat')
  })
})

describe('the final report', () => {
  test('HED-11: goes to the unit’s manager, who is told by mail without a word of what is written', async () => {
    const report = await aFinalReport(await solgarden('2026-07-01'), 'En hemlig mening')
    await town.workOff()
    const page = await pageOf(town.get('manager', report))
    expect(page).toContain('En hemlig mening')
    expect(page).toContain('Allmän handling, delgiven')
    const mails = await town.database.read(town.cast, (tx) => listMailbox(tx))
    const mail = mails.find((it) => it.personId === town.cast.people.manager && it.text.includes(report))
    expect(mail?.subject).toBe('Ny rapport från besök på Solgården')
    expect(mail?.text).not.toContain('hemlig')
  })

  test('is not seen by the manager of another unit', async () => {
    const report = await aFinalReport(await solgarden('2026-07-02'))
    expect((await town.get('otherManager', report)).status).toBe(404)
    expect((await town.get('otherManager', `${report}/rapport.pdf`)).status).toBe(404)
  })

  test('is the same file before and after the background work has kept it', async () => {
    const report = await aFinalReport(await solgarden('2026-07-03'))
    const before = new Uint8Array(await (await town.get('anna', `${report}/rapport.pdf`)).arrayBuffer())
    await town.workOff()
    const after = await town.get('anna', `${report}/rapport.pdf`)
    expect(after.headers.get('content-type')).toBe('application/pdf')
    expect(new Uint8Array(await after.arrayBuffer())).toEqual(before)
  })

  test('HED-14: others find it among the unread until they have marked it, and the secretary sees who has', async () => {
    const report = await aFinalReport(await solgarden('2026-07-06'))
    expect(await pageOf(town.get('cecilia', '/rapporter'))).toContain(`${report}/lasning`)
    const response = await town.post('cecilia', `${report}/lasning`)
    expect(response.status).toBe(303)
    expect(await pageOf(town.get('cecilia', '/rapporter'))).not.toContain(`${report}/lasning`)
    const seen = await pageOf(town.get('secretary', report))
    expect(seen).toContain('Har läst')
    expect(seen).toContain('Cecilia Exempel')
  })

  test('is not among its own author’s unread', async () => {
    const report = await aFinalReport(await solgarden('2026-07-07'))
    expect(await pageOf(town.get('anna', '/rapporter'))).not.toContain(`${report}/lasning`)
  })

  test('its facts go to the evaluation: final, to the manager and read', async () => {
    const visitId = await solgarden('2026-07-08')
    const report = await aFinalReport(visitId)
    await town.post('cecilia', `${report}/lasning`)
    const scope = town.cast.system()
    const parts = { ...directoryFacts(scope), ...peopleFacts(scope), ...visitsFacts(scope), ...reportsFacts(scope) }
    const { programme } = await town.database.read(town.cast, (tx) => judge(tx, scope, parts))
    const today = town.clock.today()
    expect(programme.reports.find(({ visit }) => visit === visitId)).toMatchObject({
      form: 'written',
      final: today,
      toManager: today,
      readBy: [{ person: town.cast.people.cecilia, on: today }],
    })
  })
})

describe('who owes a report', () => {
  test('the secretary sees who and since when', async () => {
    await solgarden('2026-08-03', ['bengt'])
    const page = await pageOf(town.get('secretary', '/rapporter'))
    expect(page).toContain('3 augusti 2026')
    expect(page).toContain('Nästa manusstopp är 10 oktober 2026')
  })

  test('a politician sees the own ones alone, with the way to write', async () => {
    const [own, other] = [await solgarden('2026-08-04', ['cecilia']), await solgarden('2026-08-05', ['bengt'])]
    const page = await pageOf(town.get('cecilia', '/rapporter'))
    expect(page).toContain(`/rapporter/besok/${own}`)
    expect(page).not.toContain(`/rapporter/besok/${other}`)
  })
})

test('nobody in another town sees the report', async () => {
  const report = await aFinalReport(await solgarden('2026-09-01'))
  const { database, clock } = town
  const other = appWith(database, clock, await aCast(database, clock, { slug: 'annanby' }))
  expect((await other.get('anna', report)).status).toBe(404)
  expect(await pageOf(other.get('secretary', '/rapporter'))).not.toContain('KP 2026')
})
