import { readFileSync } from 'node:fs'
import { type Day, dayFromIso } from '../../src/kernel/date.ts'
import { fixedClock, type MovableClock } from '../../src/platform/clock.ts'
import { type Command, execute } from '../../src/platform/command.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/ids.ts'
import { type PersonScope, type Scope, systemScope } from '../../src/platform/scope.ts'
import type { Role } from '../../src/kernel/permissions.ts'
import { appoint, formGroup } from '../../src/slices/appointments/index.ts'
import { registerCommittee, registerMeetings, registerUnits } from '../../src/slices/directory/index.ts'
import { inventAnswers, saveFeeRules, saveGuideline } from '../../src/slices/guidelines/index.ts'
import { registerMunicipality } from '../../src/slices/municipalities/index.ts'
import { registerPersons } from '../../src/slices/people/index.ts'

/** The day that tests live in, unless they say another: a Tuesday in the year of the guideline. */
export const testDay: Day = dayFromIso('2026-10-06')

/** The names of the cast, the same in every committee. Anna sits for the majority, Bengt for the opposition. */
export type CastName =
  | 'anna'
  | 'bengt'
  | 'cecilia'
  | 'david'
  | 'manager'
  | 'otherManager'
  | 'privateManager'
  | 'secretary'
  | 'chair'
  | 'viceChair'
  | 'feeOfficer'
  | 'qualityOfficer'
  | 'administrator'
  | 'auditor'
  | 'secondVice'
  | 'approver'

/** One of each role, so that whoever may open an address is among them. */
export const oneOfEachRole: readonly CastName[] = [
  'anna',
  'manager',
  'secretary',
  'chair',
  'qualityOfficer',
  'feeOfficer',
  'administrator',
  'auditor',
  'secondVice',
  'approver',
]

export type Cast = {
  readonly municipalityId: string
  readonly committeeId: string
  /** The slugs in every address. */
  readonly place: { readonly municipality: string; readonly committee: string }
  readonly people: { readonly [N in CastName]: string }
  /** Units by name: `Solgården` (Anna and Bengt), `Björken` (Cecilia and David), `Ängen` (private, nobody). */
  readonly units: { readonly solgarden: string; readonly bjorken: string; readonly angen: string }
  /** The area that all units lie in. */
  readonly areaId: string
  readonly guidelineVersionId: string
  /** The scope of one of the cast on the clock's day. */
  readonly as: (name: CastName) => PersonScope
  /** The scope of background work. */
  readonly system: () => Scope
}

export type CastOptions = {
  readonly slug?: string
  /** A cast whose municipality gets a second committee, `grannen`, with people of its own. */
  readonly beside?: Cast
  /** A file in `guidelines/`, without its ending. */
  readonly guideline?: string
  readonly feeRules?: string
  /** Answers to the guideline's silences, by id. */
  readonly answers?: Readonly<Record<string, string | number | boolean>>
  /** Whether the pairs are appointed; otherwise nobody is. */
  readonly appointed?: boolean
}

const representatives = { anna: 'majority', bengt: 'opposition', cecilia: 'majority', david: 'opposition' } as const
const started = dayFromIso('2023-01-01')

/**
 * Builds a municipality with one committee, its people, three units, monthly meetings, guideline and fee rules, through
 * the commands. Two casts with different slugs are two towns that must see nothing of each other.
 */
export async function aCast(database: Database, clock: MovableClock, options: CastOptions = {}): Promise<Cast> {
  const {
    slug = 'ekby',
    guideline = 'hedemora-omsorgsnamnden-2026',
    feeRules = 'upplands-bro-2019',
    answers = {},
    appointed = true,
  } = options
  const { beside } = options
  const [municipalityId, committeeId] = [beside?.municipalityId ?? newId(), newId()]
  const committeeSlug = beside === undefined ? 'namnden' : 'grannen'
  const dependencies = { database, clock }
  const system = () => systemScope({ municipalityId, committeeId, today: clock.today() })
  const run = <I, O>(definition: Command<I, O>, input: unknown) =>
    must(execute(dependencies, system(), definition, input))

  if (beside === undefined)
    await run(registerMunicipality, {
      slug,
      name: `${capital(slug)} kommun`,
      functionAddress: `kontakt@${slug}.example`,
      demo: true,
    })
  await run(registerCommittee, {
    slug: committeeSlug,
    name: beside === undefined ? 'Omsorgsnämnden' : 'Grannämnden',
    termFrom: started,
    termUntil: dayFromIso('2027-01-01'),
  })
  const { unitIds, areaIds } = await run(registerUnits, {
    areas: ['Kultur'],
    units: [
      {
        name: 'Solgården',
        kind: 'residential-care',
        area: 'Kultur',
        validFrom: started,
        relativesCouncil: true,
        missionDescription: 'Särskilt boende för äldre.',
        consentOn: started,
      },
      { name: 'Björken', kind: 'home-care', area: 'Kultur', validFrom: started, consentOn: started },
      { name: 'Ängen', kind: 'residential-care', area: 'Kultur', operatedBy: 'private', validFrom: started },
    ],
  })
  const units = {
    solgarden: named(unitIds, 'Solgården'),
    bjorken: named(unitIds, 'Björken'),
    angen: named(unitIds, 'Ängen'),
  }
  const people = await registerCast(run, units, {
    domain: beside === undefined ? `${slug}.example` : `grannen.${slug}.example`,
    firstNumber: beside === undefined ? 90_001 : 80_001,
  })
  await run(registerMeetings, { meetings: monthlyMeetings(2026) })
  const { id: guidelineVersionId } = await run(saveGuideline, fileNamed('guidelines', guideline))
  if (beside === undefined) await run(saveFeeRules, fileNamed('fee-rules', feeRules))
  if (Object.keys(answers).length > 0) {
    await run(inventAnswers, {
      versionId: guidelineVersionId,
      answers: Object.entries(answers).map(([silence, answer]) => ({
        silence,
        answer,
        decidedBy: 'Nämnden',
        on: started,
        from: started,
      })),
    })
  }
  const cast = castOf(clock, {
    municipalityId,
    committeeId,
    place: { municipality: slug, committee: committeeSlug },
    people,
    units,
    areaId: named(areaIds, 'Kultur'),
    guidelineVersionId,
  })
  if (appointed) await appointPairs(dependencies, cast)
  return cast
}

/** What of a cast is plain data. */
export type CastFacts = Omit<Cast, 'as' | 'system'>

/** Returns the cast that these facts tell of, with the scopes of its people on the clock's day. */
export function castOf(clock: MovableClock, facts: CastFacts): Cast {
  const { municipalityId, committeeId, people, units } = facts
  const roleOf = castRoles(units)
  const system = () => systemScope({ municipalityId, committeeId, today: clock.today() })
  const as = (name: CastName): PersonScope => ({
    ...system(),
    personId: people[name],
    roles: roleOf[name].map(({ role }) => role),
    managedUnitIds: roleOf[name].flatMap(({ unitId }) => (unitId === undefined ? [] : [unitId])),
  })
  return { ...facts, as, system }
}

/** Returns the outcome's value. Throws with the code of what went wrong. */
export async function must<T>(
  outcome: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string }>,
): Promise<T> {
  const settled = await outcome
  if (!settled.ok) throw new Error(`refused: ${JSON.stringify(settled)}`)
  return settled.value
}

/** Returns a clock that stands at noon of the tests' day, or of another. */
export function testClock(day: Day = testDay): MovableClock {
  return fixedClock(day)
}

/** Forms a visiting group of the whole cast with Anna as rapporteur, for guidelines that divide into groups. */
export async function aGroup(
  dependencies: { readonly database: Database; readonly clock: MovableClock },
  cast: Cast,
): Promise<string> {
  const { anna, bengt, cecilia } = cast.people
  const group = { name: 'Grupp 1', memberIds: [anna, bengt, cecilia], rapporteurId: anna, validFrom: started }
  const { id } = await must(execute(dependencies, cast.as('secretary'), formGroup, group))
  return id
}

/** Appoints Anna and Bengt to Solgården, Cecilia and David to Björken, where a guideline is in force. */
export async function appointPairs(
  dependencies: { readonly database: Database; readonly clock: MovableClock },
  cast: Cast,
): Promise<void> {
  const pairs = [
    ['anna', 'solgarden'],
    ['bengt', 'solgarden'],
    ['cecilia', 'bjorken'],
    ['david', 'bjorken'],
  ] as const
  for (const [name, unit] of pairs) {
    await must(
      execute(dependencies, cast.as('secretary'), appoint, {
        personId: cast.people[name],
        object: `unit:${cast.units[unit]}`,
        validFrom: '2026-03-25',
        validUntil: '',
        decidedOn: '2026-03-04',
        paragraph: '§ 20',
      }),
    )
  }
}

type Holding = { readonly role: Role; readonly title?: string; readonly unitId?: string }

function castRoles(units: Cast['units']): { readonly [N in CastName]: readonly Holding[] } {
  return {
    anna: [{ role: 'politician' }],
    bengt: [{ role: 'politician' }],
    cecilia: [{ role: 'politician' }],
    david: [{ role: 'politician' }],
    manager: [{ role: 'manager', unitId: units.solgarden }],
    otherManager: [
      { role: 'manager', unitId: units.bjorken },
      { role: 'manager', unitId: units.angen },
    ],
    privateManager: [{ role: 'manager', unitId: units.angen }],
    secretary: [{ role: 'secretary' }],
    chair: [{ role: 'chair', title: 'ordförande' }],
    viceChair: [{ role: 'chair', title: 'vice ordförande' }],
    feeOfficer: [{ role: 'fee-officer' }],
    qualityOfficer: [{ role: 'quality-officer' }],
    administrator: [{ role: 'administrator' }],
    auditor: [{ role: 'auditor' }],
    secondVice: [{ role: 'vice-chair', title: 'andre vice ordförande' }],
    approver: [{ role: 'approver' }],
  }
}

type Run = <I, O>(definition: Command<I, O>, input: unknown) => Promise<O>

async function registerCast(
  run: Run,
  units: Cast['units'],
  { domain, firstNumber }: { readonly domain: string; readonly firstNumber: number },
): Promise<Cast['people']> {
  const castNames = Object.entries(castRoles(units)) as [CastName, readonly Holding[]][]
  const address = (name: CastName) => `${name.toLowerCase()}@${domain}`
  const { ids } = await run(registerPersons, {
    persons: castNames.map(([name, held], index) => ({
      name: `${capital(name)} Exempel`,
      email: address(name),
      employmentNumber: String(firstNumber + index),
      roles: held.map((holding) => ({ ...holding, validFrom: started })),
      ...seatOf(name),
    })),
  })
  return Object.fromEntries(castNames.map(([name]) => [name, named(ids, address(name))])) as Cast['people']
}

function seatOf(name: CastName) {
  if (name === 'chair' || name === 'viceChair') {
    return { bloc: name === 'chair' ? 'majority' : 'opposition', seats: [{ kind: 'member', validFrom: started }] }
  }
  if (!(name in representatives)) return {}
  const bloc = representatives[name as keyof typeof representatives]
  return { bloc, seats: [{ kind: name === 'david' ? 'substitute' : 'member', validFrom: started }] }
}

function monthlyMeetings(year: number) {
  return [...Array(12).keys()].map((month) => {
    const day = dayFromIso(`${year}-${String(month + 1).padStart(2, '0')}-20`)
    return { day, papersDeadline: (day - 10) as Day }
  })
}

function fileNamed(folder: string, name: string) {
  return { name, source: readFileSync(new URL(`../../${folder}/${name}.yaml`, import.meta.url), 'utf8') }
}

function named(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`${name} was not registered`)
  return id
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
