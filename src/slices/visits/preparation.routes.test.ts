import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, appWith, type TestApp } from '../../../tests/support/app.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { appointment } from '../appointments/appointments.tables.ts'
import { aHeldVisit } from '../reports/a-held-visit.ts'

const textOf = async (response: Promise<Response>) =>
  (await (await response).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const pathOf = (response: Response) =>
  new URL(response.headers.get('location') ?? '', 'http://localhost').pathname.replace('/ekby/namnden', '')

async function aBooking(town: TestApp, day: string): Promise<string> {
  const booking = { units: town.cast.units.solgarden, day, start: '13.00', end: '15.00', seen: 'yes' }
  return pathOf(await town.post('anna', '/besok/nytt', booking))
}

describe('the page to read on the way', () => {
  let town: TestApp
  let path: string
  let text: string

  beforeAll(async () => {
    town = await anApp()
    const { database, cast } = town
    const { solgarden, bjorken } = cast.units
    const held = (day: string, who: readonly ('anna' | 'bengt' | 'cecilia')[], unitId = solgarden) =>
      aHeldVisit(database, cast, { day, unitId, who: who.map((name) => cast.people[name]) })
    const reported = async (
      visitId: string,
      name: 'anna' | 'bengt' | 'cecilia',
      form: Readonly<Record<string, string>>,
    ) => {
      const draft = pathOf(await town.post(name, `/rapporter/besok/${visitId}`))
      await town.post(name, draft, { version: '1', next: 'finish', ...form })
      await town.post(name, `${draft.replace('/utkast', '')}/fardig`, { version: '2' })
      return draft.replace('/utkast', '')
    }
    await held('2026-03-03', ['anna'])
    await reported(await held('2026-05-05', ['bengt']), 'bengt', {
      'text.HED-09-safety': 'Trygga.',
      'proposal.1': 'Sätt upp en bänk vid entrén',
      'question.1': 'Hur ska träffpunkten användas?',
    })
    await reported(await held('2026-05-06', ['cecilia'], bjorken), 'cecilia', {
      'text.HED-09-safety': 'Bra.',
      'proposal.1': 'Något om Björken',
    })
    const secret = await reported(await held('2026-06-01', ['bengt']), 'bengt', {
      'text.HED-09-safety': 'Hemligt.',
      'proposal.1': 'Ett hemligt förslag',
    })
    await town.post('secretary', `${secret}/sekretess`, { legalGround: 'OSL 26 kap. 1 §', reason: 'Prövad' })
    await town.workOff()
    await database.transaction(cast, (tx) =>
      tx.insert(appointment).values({
        municipalityId: cast.municipalityId,
        committeeId: cast.committeeId,
        personId: cast.people.cecilia,
        unitId: solgarden,
        decidedOn: dayFromIso('2026-09-01'),
        paragraph: '§ 9',
        validFrom: dayFromIso('2026-09-15'),
      }),
    )
    await town.post('secretary', '/forberedelser/vart/ny', {
      question: 'Färdtjänst',
      turnTo: 'kontaktcenter',
      reachedBy: '0225-340 00',
    })
    await town.post('secretary', '/forberedelser/nytt/ny', {
      text: 'Nya öppettider tas upp i december',
      from: '2026-10-01',
      to: '2026-12-31',
    })
    await town.post('secretary', '/forberedelser/nytt/ny', {
      text: 'Ännu inte dags',
      from: '2026-11-01',
      to: '2026-12-31',
    })
    path = await aBooking(town, '2026-10-20')
    await town.post('manager', `${path}/program`, {
      version: '1',
      programme: 'Vi börjar i matsalen.',
      place: 'Stora matsalen',
      intent: 'confirm',
    })
    text = await textOf(town.get('anna', `${path}/infor`))
  })

  test('says when, where and who', () => {
    expect(text).toContain('tisdag 20 oktober 2026')
    expect(text).toContain('13.00–15.00')
    expect(text).toContain('Stora matsalen')
    expect(text).toContain('Vi börjar i matsalen.')
    expect(text).toContain('Manager Exempel')
    expect(text).toContain('Bengt Exempel (har inte svarat)')
  })

  test('HED-09: topics stand by audience, each with its clause and how strongly it is meant', () => {
    expect(text).toMatch(
      /Med brukare Trygghet .* Det här bör tas upp \(Områden att diskutera under verksamhetsbesök, stycke 1–2\)\./,
    )
  })

  test('HED-10 and HED-13: what does not belong there with whom to refer to, and the principles, with their places', () => {
    expect(text).toMatch(/Det här hör inte till besöket .* – hänvisa till /)
    expect(text).toContain('Du talar för hela nämnden och inte för ditt parti.')
    expect(text).toContain('Viktigt att tänka på, stycke 1')
  })

  test('HED-18: what is new since the own last visit, by visits, reports and who has to do with the unit', async () => {
    expect(text).toContain('Sedan du var här senast, 3 mars 2026:')
    expect(text).toContain('5 maj 2026: besök av Bengt Exempel')
    expect(text).toContain('15 september 2026: ny kontaktpolitiker, Cecilia Exempel')
    const bengts = await textOf(town.get('bengt', `${path}/infor`))
    expect(bengts).toContain('Sedan du var här senast, 1 juni 2026:')
    expect(bengts).not.toContain('5 maj 2026: besök')
  })

  test('the unit’s own reports and open proposals stand there, nothing of another unit’s and nothing secret', () => {
    expect(text).toContain('Senaste rapporterna Besöket 5 maj 2026, Bengt Exempel')
    expect(text).toContain('Sätt upp en bänk vid entrén (från besöket 5 maj 2026)')
    expect(text).not.toContain('Något om Björken')
    expect(text).not.toContain('Ett hemligt förslag')
  })

  test('what is going on: the secretary’s words of today, the next meeting and its papers deadline', () => {
    expect(text).toContain('Nya öppettider tas upp i december')
    expect(text).not.toContain('Ännu inte dags')
    expect(text).toMatch(/Nästa sammanträde \S+dag \d+ \S+ 2026/)
    expect(text).toContain('Nästa manusstopp')
    expect(text).toContain('Hur ska träffpunkten användas?')
  })

  test('the committee’s own lines of whom to turn to stand there too', () => {
    expect(text).toContain('Färdtjänst – kontaktcenter, 0225-340 00')
  })

  test('the file to keep says the same, fetches nothing and leads nowhere', async () => {
    const answer = await town.get('anna', `${path}/infor/spara`)
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    const file = await answer.text()
    expect(file).toContain('Stora matsalen')
    expect(file).toContain('Du talar för hela nämnden')
    expect(file).toContain('Sparad ')
    expect(file).not.toMatch(/<(?:script|link|form|a|img)\b|\sstyle=/)
  })

  test('the visit’s page and the start page lead there', async () => {
    expect(await (await town.get('anna', path)).text()).toContain(`href="/ekby/namnden${path}/infor"`)
    await town.post('anna', `${path}/svar`, {
      person: town.cast.people.anna,
      [`answer.${town.cast.people.anna}`]: 'accepted',
    })
    expect(await (await town.get('anna', '/')).text()).toContain(`href="/ekby/namnden${path}/infor"`)
  })

  test('the manager of another unit does not find it, and the own unit’s sees no meeting of the committee', async () => {
    expect((await town.get('otherManager', `${path}/infor`)).status).toBe(404)
    const own = await textOf(town.get('manager', `${path}/infor`))
    expect(own).toContain('Stora matsalen')
    expect(own).not.toContain('Nästa sammanträde')
  })

  test('a proposal that the committee has discussed is no longer open', async () => {
    town.clock.advanceDays(dayFromIso('2026-10-20') - town.clock.today())
    const later = appWith(town.database, town.clock, town.cast)
    const meetings = await (await later.get('secretary', '/sammantraden')).text()
    const ids = [...new Set([...meetings.matchAll(/sammantraden\/([0-9a-f-]{36})/g)].map(([, id]) => id))]
    for (const id of ids) {
      const page = await (await later.get('secretary', `/sammantraden/${id}`)).text()
      for (const [, item] of page.matchAll(/punkter\/([0-9a-f-]{36})/g))
        await later.post('secretary', `/sammantraden/${id}/punkter/${item}`, { [`paragraph.${item}`]: '§ 80' })
    }
    const read = await textOf(later.get('anna', `${path}/infor`))
    expect(read).not.toContain('Sätt upp en bänk vid entrén')
    expect(read).toContain('Senaste rapporterna')
  })
})

test('parts about which there is nothing to say are left out', async () => {
  const town = await anApp()
  const { database, cast } = town
  const visitId = await aHeldVisit(database, cast, {
    day: '2026-04-01',
    unitId: cast.units.bjorken,
    who: [cast.people.cecilia],
  })
  const text = await textOf(town.get('anna', `/besok/${visitId}/infor`))
  expect(text).toContain('När, var och vilka')
  for (const heading of [
    'Senaste rapporterna',
    'Förslag som nämnden',
    'Nytt på',
    'Uppdragsbeskrivning',
    'Program',
    'Nämndens egna rader',
  ])
    expect(text).not.toContain(heading)
})
