import { dayOf, isoFromDay } from '../kernel/date.ts'
import type { Role } from '../kernel/permissions.ts'
import { registerCommittee, registerMeetings, registerUnits } from '../slices/directory/index.ts'
import { inventAnswers, saveFeeRules, saveGuideline } from '../slices/guidelines/index.ts'
import { readPackaged } from '../platform/packaged-files.ts'
import { registerMunicipality } from '../slices/municipalities/index.ts'
import { registerPersons } from '../slices/people/index.ts'
import { savePayType } from '../slices/claims/index.ts'
import { appoint } from '../slices/appointments/index.ts'
import { monthlyMeetings, termOf } from './calendar.ts'
import type { DemoCommittee } from './committee.ts'
import { readAnswers } from './files.ts'
import { type Actor, type Register, theSystem, type Town } from './town.ts'

/** Registers the committee with its units, people, meetings and rules. `register` learns who and what is there. */
export async function found(town: Town, plan: DemoCommittee, register: Register): Promise<void> {
  await town.run(theSystem, registerMunicipality, {
    ...plan.municipality,
    functionAddress: `kontaktpolitiker@${plan.municipality.slug}.example`,
    about: plan.about,
    demo: true,
  })
  const term = termOf(town.today)
  await town.run(theSystem, registerCommittee, { ...plan.committee, termFrom: term.from, termUntil: term.until })
  await addUnits(town, plan, register)
  await addPersons(town, plan, register)
  await town.run(theSystem, registerMeetings, {
    meetings: monthlyMeetings(town.from, town.today, plan.meetsOn).map((meeting) => ({
      ...meeting,
      place: 'Kommunhuset, sessionssalen',
    })),
  })
  await addRules(town, plan)
  const feeOfficer = town.actor(plan.officers['fee-officer'])
  for (const payType of plan.payTypes) await town.run(feeOfficer, savePayType, payType)
  await plan.appoint(town)
}

async function addUnits(town: Town, plan: DemoCommittee, register: Register): Promise<void> {
  const { unitIds, areaIds } = await town.run(theSystem, registerUnits, {
    areas: plan.areas ?? [],
    units: plan.units.map(({ manager: _manager, consent, ...unit }) => ({
      ...unit,
      ...(consent ? { consentOn: town.from } : {}),
      validFrom: dayOf(2015, 1, 1),
    })),
  })
  for (const [name, id] of unitIds) register.unitIds.set(name, id)
  for (const [name, id] of areaIds) register.areaIds.set(name, id)
}

type Holding = { readonly role: Role; readonly title?: string; readonly unitId?: string }

async function addPersons(town: Town, plan: DemoCommittee, register: Register): Promise<void> {
  const validFrom = termOf(town.from).from
  const politicians = plan.politicians.map(({ name, bloc, party, seat, chairTitle, viceTitle }, index) => ({
    name,
    bloc,
    party,
    employmentNumber: String(7101 + index),
    seats: [{ kind: seat ?? 'member', validFrom }],
    roles: [
      { role: 'politician' },
      ...(chairTitle ? [{ role: 'chair', title: chairTitle }] : []),
      ...(viceTitle ? [{ role: 'vice-chair', title: viceTitle }] : []),
    ] as readonly Holding[],
  }))
  const managers = plan.units.map(({ manager, name }) => ({
    name: manager,
    roles: [{ role: 'manager', unitId: town.unitId(name) }] as readonly Holding[],
  }))
  const officers = Object.entries(plan.officers).map(([role, name]) => ({
    name,
    roles: [{ role }] as readonly Holding[],
  }))
  const everybody = [...politicians, ...officers, ...managers]
  const { ids } = await town.run(theSystem, registerPersons, {
    persons: everybody.map((person) => ({
      ...person,
      email: addressOf(person.name, plan.municipality.slug),
      roles: person.roles.map((held) => ({ ...held, validFrom })),
    })),
  })
  for (const { name, roles } of everybody) {
    const personId = ids.get(addressOf(name, plan.municipality.slug))
    if (personId === undefined) throw new Error(`${name} was not registered`)
    const actor: Actor = {
      personId,
      roles: roles.map(({ role }) => role),
      managedUnitIds: roles.flatMap(({ unitId }) => (unitId === undefined ? [] : [unitId])),
    }
    register.actors.set(name, actor)
  }
}

/** An address in a domain that is reserved for examples (RFC 2606): no mail can ever reach anybody. */
function addressOf(name: string, slug: string): string {
  const plain = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, '.')
  return `${plain}@${slug}.example`
}

async function addRules(town: Town, plan: DemoCommittee): Promise<void> {
  const guideline = readPackaged('guidelines', plan.guideline)
  const { id } = await town.run(theSystem, saveGuideline, guideline)
  for (const name of [plan.feeRules, plan.besideTheFee ?? []].flat())
    await town.run(theSystem, saveFeeRules, readPackaged('fee-rules', name))
  if (plan.interpretations === undefined) return
  const answers = readAnswers(plan.interpretations, guideline).map(
    ({ silence, answer, decidedBy, on, paragraph, from, note }) => ({
      ...{ silence, answer, decidedBy, on, from },
      ...(paragraph === undefined ? {} : { paragraph }),
      ...(note === undefined ? {} : { note: note.sv }),
    }),
  )
  await town.run(theSystem, inventAnswers, { versionId: id, answers })
}

/** Has the secretary register that these persons are contact politicians of the unit or area. */
export async function appointTo(
  town: Town,
  secretary: string,
  object: { readonly unit: string } | { readonly area: string },
  names: readonly string[],
): Promise<void> {
  const to = 'unit' in object ? `unit:${town.unitId(object.unit)}` : `area:${town.areaId(object.area)}`
  for (const name of names) {
    const input = {
      personId: town.idOf(name),
      object: to,
      validFrom: isoFromDay(town.holdsFrom),
      validUntil: '',
      decidedOn: isoFromDay(town.from),
      paragraph: '§ 12',
    }
    await town.run(town.actor(secretary), appoint, input)
  }
}
