import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { must } from '../../../tests/support/cast.ts'
import { execute } from '../../platform/command.ts'
import { appoint } from '../appointments/index.ts'
import { bookVisit } from './visits.commands.ts'
import { getVisit } from './visits.store.ts'

const textOf = async (response: Response) => (await response.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const placeOf = (response: Response) => new URL(response.headers.get('location') ?? '', 'http://localhost')
const hour = { start: '13.00', end: '15.00' }

describe('finding a time on real pages (Hedemora)', () => {
  let town: TestApp
  let path: string
  const visitOf = () =>
    town.database.read(town.cast, (tx) => getVisit(tx, town.cast.system(), path.split('/').at(-1) ?? ''))
  const said = async (person: string, answers: readonly string[]) => {
    const { times, sequence } = await visitOf()
    const fields = answers.map((answer, index) => [`said.${times[index]?.id}.${person}`, answer])
    return { person, sequence: String(sequence), ...Object.fromEntries(fields) }
  }

  beforeAll(async () => {
    town = await anApp()
    const proposal = {
      ...{ units: town.cast.units.solgarden, day: '2026-10-20', ...hour },
      ...{ day2: '2026-10-22', start2: '09.00', end2: '11.00', seen: 'yes' },
    }
    const response = await town.post('anna', '/besok/nytt', proposal)
    expect(placeOf(response).searchParams.get('klart')).toBe('times-proposed')
    path = placeOf(response).pathname
  })

  test('the form takes more times behind a summary, which is open when one of them is faulty', async () => {
    const shown = await town.get('anna', `/besok/nytt?enhet=${town.cast.units.solgarden}`)
    expect(await shown.text()).toMatch(/<details[^>]*class="ds-details ui-details"[^>]*>\s*<summary>Föreslå fler tider/)
    const units = town.cast.units.solgarden
    const refused = await town.post('anna', '/besok/nytt', { units, day: '2026-10-20', ...hour, day2: '2026-10-21' })
    const html = await refused.text()
    expect(refused.status).toBe(422)
    expect(html).toContain('href="#field-start2"')
    expect(html).toMatch(/<details[^>]*open[^>]*>\s*<summary>Föreslå fler tider/)
  })

  test('the page says that no time is decided, and the meeting of the committee on one of the days', async () => {
    const text = await textOf(await town.get('bengt', path))
    expect(text).toContain('Tid inte vald')
    expect(text).toContain('Inte bestämd än, 2 tider är föreslagna')
    expect(text).toContain('Tisdag 20 oktober 2026 kl. 13.00–15.00')
    expect(text).toContain('Nämnden sammanträder den dagen.')
    expect(text).toContain('Vilka tider passar dig?')
    expect(text).not.toContain('Kommer du?')
  })

  test('the manager is asked on equal terms, at the same moment as the invited', async () => {
    const text = await textOf(await town.get('manager', path))
    expect(text).toContain('Vilka tider passar dig?')
    const asked = [...text.matchAll(/(Anna|Bengt|Manager) Exempel (\d+ \w+ 2026 kl\. [\d.]+)/g)]
    expect(new Set(asked.map(([, name]) => name))).toEqual(new Set(['Anna', 'Bengt', 'Manager']))
    expect(new Set(asked.map(([, , moment]) => moment)).size).toBe(1)
  })

  test('one who is expected elsewhere is told so beside the time, also when proposing', async () => {
    const other = { units: town.cast.units.solgarden, day: '2026-10-22', start: '10.00', end: '12.00', seen: 'yes' }
    const { id } = await must(execute(town, town.cast.as('anna'), bookVisit, other))
    const text = await textOf(await town.get('bengt', path))
    expect(text).toContain('Du är upptagen då.')
    expect(text).toContain('Solgården får redan ett besök då.')
    const { version } = await visitOf()
    const moving = { version: String(version), reason: '', day: '2026-10-22', start: '11.00', end: '12.00' }
    const refused = await town.post('anna', `${path}/flytta`, moving)
    expect(await textOf(refused)).toContain('22 oktober 2026 kl. 11.00–12.00: Du är upptagen då. Bengt Exempel är')
    await town.post('anna', `/besok/${id}/installt`, { version: '1', reason: 'Förhinder' })
  })

  test('every time is answered in one form, and one that is left out leads to its question', async () => {
    const { bengt } = town.cast.people
    const half = await town.post('bengt', `${path}/tider`, await said(bengt, ['yes']))
    const { times } = await visitOf()
    expect(half.status).toBe(422)
    expect(await half.text()).toContain(`href="#field-said-${times[1]?.id}-${bengt}"`)
    const whole = await town.post('bengt', `${path}/tider`, await said(bengt, ['if-need-be', 'yes']))
    expect(placeOf(whole).searchParams.get('klart')).toBe('times-answered')
    expect(await textOf(await town.get('anna', path))).toMatch(/Torsdag 22 oktober[^)]*Passar flest/)
  })

  test('the secretary answers for one who phones in, and it shows', async () => {
    const { manager } = town.cast.people
    await town.post('secretary', `${path}/tider`, await said(manager, ['no', 'if-need-be']))
    expect(await textOf(await town.get('anna', path))).toContain('Manager Exempel, registrerat av Secretary Exempel')
  })

  test('the one who proposed chooses, with the best suggested, and the manager’s answer is the agreement', async () => {
    const html = await (await town.get('anna', path)).text()
    const { times, version } = await visitOf()
    const [, best] = times
    expect(html).toMatch(new RegExp(`name="time"[^>]*value="${best?.id}"[^>]*checked`))
    const chosen = { version: String(version), time: best?.id ?? '' }
    const response = await town.post('anna', `${path}/valj-tid`, chosen)
    expect(placeOf(response).searchParams.get('klart')).toBe('time-booked')
    const again = await town.post('anna', `${path}/valj-tid`, chosen)
    expect(await textOf(again)).toContain('Någon annan har ändrat besöket sedan du öppnade sidan.')
    expect(await textOf(await town.get('bengt', path))).toContain('Tiderna som var föreslagna')
  })

  test('an answer to what was invited to before the visit moved is refused in a plain sentence', async () => {
    const { version } = await visitOf()
    const move = { version: String(version), reason: 'Utbildning', day: '2026-10-23', ...hour }
    const moved = await town.post('manager', `${path}/flytta`, move)
    expect(placeOf(moved).searchParams.get('klart')).toBe('moved')
    const { bengt } = town.cast.people
    const old = await town.post('bengt', `${path}/svar`, {
      person: bengt,
      sequence: '0',
      [`answer.${bengt}`]: 'accepted',
    })
    expect(old.status).toBe(422)
    expect(await textOf(old)).toContain('Besöket har ändrats sedan du fick frågan')
    expect(await (await town.get('bengt', path)).text()).toContain('name="sequence" value="1"')
    expect(await textOf(await town.get('bengt', path))).toContain('Fredag 23 oktober 2026 kl. 13.00–15.00. Utbildning')
  })

  test.each([
    ['sv', 'Flytta besöket'],
    ['en', 'Move the visit'],
  ] as const)('moving is explained in %s, with the months ahead', async (language, title) => {
    const text = await textOf(await town.get('anna', `${path}/flytta`, language))
    expect(text).toContain(title)
    expect(text).toContain(language === 'sv' ? 'nämnden sammanträder' : 'the committee meets')
  })
})

describe('planned apart (VSN-05)', () => {
  test('the page says that others plan their own, and makes it a joint one at a press', async () => {
    const guideline = 'valfard-och-servicenamnden-2024'
    const town = await anApp({ guideline, appointed: false })
    const { cast } = town
    const appointed = (personId: string) =>
      must(
        execute(town, cast.as('secretary'), appoint, {
          ...{ personId, object: `area:${cast.areaId}`, validFrom: '2026-03-25', validUntil: '' },
          ...{ decidedOn: '2026-03-04', paragraph: '§ 20' },
        }),
      )
    const invite = async (unit: 'solgarden' | 'bjorken', name: 'manager' | 'otherManager', day: string) =>
      must(execute(town, cast.as(name), bookVisit, { units: cast.units[unit], day, ...hour, seen: 'yes' }))
    await appointed(cast.people.anna)
    const first = await invite('solgarden', 'manager', '2026-11-03')
    await town.post('anna', `/besok/${first.id}/svar`, {
      ...{ person: cast.people.anna, sequence: '0', [`answer.${cast.people.anna}`]: 'accepted' },
    })
    await appointed(cast.people.cecilia)
    const second = await invite('bjorken', 'otherManager', '2026-11-05')
    await town.post('anna', `/besok/${second.id}/svar`, {
      ...{ person: cast.people.anna, sequence: '0', [`answer.${cast.people.anna}`]: 'declined' },
    })
    const text = await textOf(await town.get('cecilia', `/besok/${first.id}`))
    expect(text).toContain('Fler planerar besök i samma verksamhet Ett annat besök: Björken, 5 november 2026')
    const joined = await town.post('cecilia', `/besok/${first.id}/gemensamt`)
    expect(placeOf(joined).searchParams.get('klart')).toBe('joined')
    expect(await textOf(await town.get('anna', `/besok/${first.id}`))).toContain('Cecilia Exempel Kommer')
  })
})
