import { beforeAll, describe, expect, it } from 'vitest'
import { type Cast, type CastName, oneOfEachRole } from './support/cast.ts'
import { type FoundForm, formsOf, plausible } from './support/forms.ts'
import { aNeighbourhood, type Neighbourhood } from './support/neighbours.ts'
import { kindOf, walked } from './support/walk.ts'

let town: Neighbourhood
beforeAll(async () => {
  town = await aNeighbourhood()
}, 120_000)

type Form = Readonly<Record<string, string | readonly string[]>>
type Filled = { readonly name: CastName; readonly action: string; readonly form: Form }

const booking = { start: '13.00', end: '15.00', seen: 'yes' }
const appointment = { validFrom: '2026-10-10', validUntil: '', decidedOn: '2026-10-01', paragraph: '§ 1' }

/** Forms that are all right but for the ids of this cast in them; of everything else they have our own. */
const formsAbout = (whose: Cast, own: Cast): readonly Filled[] => [
  { name: 'anna', action: '/besok/nytt', form: { ...booking, units: whose.units.solgarden, day: '2026-11-17' } },
  {
    name: 'secretary',
    action: '/besok/nytt',
    form: { ...booking, units: own.units.solgarden, day: '2026-11-24', onBehalfOf: whose.people.anna },
  },
  {
    name: 'secretary',
    action: '/uppdrag/nytt',
    form: { ...appointment, personId: whose.people.david, object: `unit:${own.units.angen}` },
  },
  { name: 'secretary', action: '/riktlinje/utkast/nytt', form: { base: `version:${whose.guidelineVersionId}` } },
  {
    name: 'secretary',
    action: '/riktlinje/provning/ny',
    form: { guideline: whose.guidelineVersionId, over: 'past', from: '2026', to: '2026' },
  },
  {
    name: 'secretary',
    action: '/uppdrag/nytt',
    form: { ...appointment, personId: own.people.cecilia, object: `unit:${whose.units.angen}` },
  },
  {
    name: 'anna',
    action: '/anknytningar',
    form: { object: `unit:${whose.units.bjorken}`, kind: 'employed', validFrom: '2026-01-01' },
  },
]

const posted = async ({ name, action, form }: Filled) => (await town.ours.post(name, action, form)).status

describe('a form with the id of something foreign in it', () => {
  it('is answered as if there were no such thing, and changes nothing here or there', async () => {
    const before = await town.state()
    expect(await takenOf(formsAbout)).toEqual([])
    expect(await town.state()).toEqual(before)
  })

  it('that a page of ours shows with an own id in that place is refused too, and changes nothing', async () => {
    const forms = await formsWithIds()
    const before = await town.state()
    const taken: string[] = []
    for (const { who, ids } of town.others) {
      for (const { filled, id, table } of forms) {
        const [foreign] = ids.get(table) ?? []
        if (foreign === undefined) continue
        const status = await posted(withOther(filled, id, foreign))
        if (![403, 404, 422].includes(status)) taken.push(`${who}: ${filled.name} ${filled.action} ${table} ${status}`)
      }
    }
    expect(taken).toEqual([])
    expect(await town.state()).toEqual(before)
  }, 120_000)

  it('would have been taken with the own one', async () => {
    const { cast } = town.ours
    for (const filled of formsAbout(cast, cast))
      expect([filled.action, await posted(filled)]).toEqual([filled.action, 303])
    let taken = 0
    for (const { filled } of await formsWithIds()) if ((await posted(filled)) === 303) taken++
    // The others want something written that no page can say for them, or change what a form before has changed.
    expect(taken).toBeGreaterThan(20)
  }, 120_000)
})

/** Posts the forms with the ids of each of the others, and returns those that were not refused. */
async function takenOf(forms: typeof formsAbout): Promise<readonly string[]> {
  const taken: string[] = []
  for (const { app, who } of town.others) {
    for (const filled of forms(app.cast, town.ours.cast)) {
      const status = await posted(filled)
      if (![404, 422].includes(status)) taken.push(`${who}: ${filled.action} ${status}`)
    }
  }
  return taken
}

type WithId = { readonly filled: Filled; readonly id: string; readonly table: string }

let found: Promise<readonly WithId[]> | undefined
/** Every form that a page shows to a role, once for each own id in it. The pages are looked at once, before anything is posted. */
function formsWithIds(): Promise<readonly WithId[]> {
  found ??= lookForForms()
  return found
}

async function lookForForms(): Promise<readonly WithId[]> {
  const tables = new Map([...town.ownIds].flatMap(([table, ids]) => ids.map((id) => [id, table] as const)))
  const everywhere = await Promise.all(
    oneOfEachRole.map(async (name) => [name, await walked(town.ours, name)] as const),
  )
  const kinds = new Set<string>()
  return everywhere.flatMap(([name, pages]) =>
    [...pages.values()].flatMap(formsOf).flatMap((form) => {
      const kind = `${name} ${kindOf(form.action)} ${form.fields.map((field) => field.name).join()}`
      if (kinds.has(kind)) return []
      kinds.add(kind)
      const filled = filledIn(name, form)
      const ids = new Set(JSON.stringify(filled).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g))
      return [...ids].flatMap((id) => {
        const table = tables.get(id)
        return table === undefined ? [] : [{ filled, id, table }]
      })
    }),
  )
}

/** The form as the page shows it, with something written where nothing stands. */
function filledIn(name: CastName, { action, fields }: FoundForm): Filled {
  const form: Record<string, string[]> = {}
  for (const { name: field, kind, value } of fields) {
    const written = kind === 'text' && value === '' ? plausible(field) : value
    form[field] = [...(form[field] ?? []), written]
  }
  return { name, action: `/${action}`, form }
}

/** The same form with the other id wherever the own one stands: in the address, a field’s value or its name. */
function withOther(filled: Filled, own: string, foreign: string): Filled {
  return JSON.parse(JSON.stringify(filled).replaceAll(own, foreign)) as Filled
}
