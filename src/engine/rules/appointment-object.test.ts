import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import type { Guideline } from '../guideline.ts'
import { loadProgramme } from '../load.ts'
import { settingsOn } from '../settings.ts'
import { aGroup, appointed, reads, refused, said, says, today, together, type Written } from '../testing/appointing.ts'
import { anAppointment, aPerson, aUnit } from '../testing/cast.ts'
import { mistakes } from '../testing/mistakes.ts'
import { oneRule } from '../testing/one-rule.ts'

type Row = NonNullable<Written['appointments']>[number]

describe('what the appointment is for', () => {
  const units = [
    aUnit('u', { area: 'care', locality: 'north' }),
    aUnit('w', { area: 'care', locality: 'south' }),
    aUnit('x', { kind: 'school', locality: 'north' }),
  ]
  const areas = [{ id: 'care', name: 'Omsorg' }]
  const all = [
    appointed('ada', { unit: 'u' }),
    appointed('bo', { units: ['u', 'x'] }),
    appointed('cia', { area: 'care' }),
    appointed('ada', { locality: 'north' }),
    appointed('bo', { service: 'school' }),
  ]

  it.each([
    ['unit', 'ada-u', 'en enhet', 'a unit'],
    ['units', 'bo-u,x', 'flera enheter', 'several units'],
    ['area', 'cia-care', 'ett verksamhetsområde', 'an area'],
    ['locality', 'ada-north', 'en ort', 'a locality'],
    ['service', 'bo-school', 'en verksamhetstyp', 'a service type'],
  ])('APP-05 %s: only an appointment for that fits', (object, fitting, sv, en) => {
    const guideline = oneRule('appointment.object', { object })
    const found = said(guideline, { units, areas, appointments: all })
    expect(found.filter((it) => it.startsWith('satisfied'))).toEqual([`satisfied fits ${fitting}`])
    expect(found.filter((it) => it.startsWith('breached other-object'))).toHaveLength(4)
    expect(reads(guideline)).toEqual([`Uppdraget gäller ${sv}.`, `The appointment is for ${en}.`])
  })

  it('APP-05 a unit is covered through its id, a set, its area, its locality or its kind', () => {
    const known = oneRule('role.known-face', { audiences: ['users'] })
    const faces = (object: Partial<Row>) =>
      said(known, { units, areas, appointments: [appointed('ada', object)] }).map((it) => it.split(' ')[1])
    expect(faces({ unit: 'u' })).toEqual(['known', 'no-face', 'no-face'])
    expect(faces({ units: ['u', 'x'] })).toEqual(['known', 'no-face', 'known'])
    expect(faces({ area: 'care' })).toEqual(['known', 'known', 'no-face'])
    expect(faces({ locality: 'north' })).toEqual(['known', 'no-face', 'known'])
    expect(faces({ service: 'school' })).toEqual(['no-face', 'no-face', 'known'])
  })

  it('APP-05 who may be appointed is asked for each of them, with every unit that is covered', () => {
    const guideline = together('appointment.per-object', { object: 'unit', least: 1, most: 1 }, [
      'appointment.relations',
      { relation: 'employed', effect: 'refuse' },
    ])
    const written = {
      units,
      areas,
      appointments: [appointed('ada', { unit: 'x' })],
      relations: [{ person: 'cia', unit: 'w', kind: 'employed', from: '2020-01-01' }],
    }
    expect(refused(guideline, written, { unit: 'u' })).toEqual([])
    expect(refused(guideline, written, { units: ['u', 'w'] })).toEqual(['refused'])
    expect(refused(guideline, written, { area: 'care' })).toEqual(['refused'])
    expect(refused(guideline, written, { locality: 'north' })).toEqual(['too-many'])
    expect(refused(guideline, written, { service: 'school' })).toEqual(['too-many'])
    expect(refused(guideline, written, { service: 'care home' })).toEqual(['refused'])
  })

  it('APP-05 a reference to what is not there is a mistake with its place', () => {
    const written = {
      municipality: { name: 'Provköping' },
      committee: { id: 'committee', name: 'Provnämnden' },
      persons: [aPerson('ada')],
      units,
      areas,
      groups: [aGroup('g', ['ada'], { units: ['q'] })],
      appointments: [
        appointed('ada', { units: ['u', 'q'] }),
        appointed('ada', { locality: 'nort' }),
        appointed('ada', { service: 'pool' }),
      ],
    }
    const loaded = loadProgramme(JSON.stringify(written), 'programme.json')
    expect(loaded.ok ? [] : loaded.problems.map((it) => `${it.path} ${it.message}; ${it.mend}`)).toEqual([
      'groups[0].units[0] there is no unit "q"; write "u", or add the unit',
      'appointments[0].units[1] there is no unit "q"; write "u", or add the unit',
      'appointments[1].locality no unit has the locality "nort"; write "north", or give a unit locality: nort',
      'appointments[2].service no unit has the kind "pool"; give a unit kind: pool, or name one that is there',
    ])
    expect(JSON.stringify(loadProgramme(JSON.stringify(written), 'programme.json', 'sv'))).toContain(
      'skriv \\"north\\", eller ge en enhet locality: nort',
    )
  })

  it('APP-05 only those listed, by area, locality or service type', () => {
    const guideline = oneRule('appointment.object', {
      object: ['area', 'locality', 'service'],
      onlyThese: true,
      named: [
        { sv: 'Omsorg', en: 'Care' },
        { sv: 'North', en: 'North' },
      ],
    })
    const listed = all.filter((it) => it.unit === undefined && it.units === undefined)
    expect(says(guideline, { units, areas, appointments: listed })).toMatchObject([
      { said: 'satisfied fits cia-care' },
      { said: 'satisfied fits ada-north' },
      {
        said: 'breached not-listed bo-school',
        sv: 'school finns inte bland de verksamheter som riktlinjen räknar upp.',
      },
    ])
  })

  it('APP-06 several kinds of object side by side', () => {
    const guideline = oneRule('appointment.object', { object: ['unit', 'locality'] })
    expect(says(guideline, { units, areas, appointments: all }).map((it) => it.said)).toEqual([
      'satisfied fits ada-u',
      'breached other-object bo-u,x',
      'breached other-object cia-care',
      'satisfied fits ada-north',
      'breached other-object bo-school',
    ])
    expect(says(guideline, { units, areas, appointments: all })[2]).toMatchObject({
      sv: 'Uppdraget gäller ett annat slag (verksamhetsområde) än riktlinjen anger (enhet eller ort).',
      en: 'The appointment is for another kind (area) than the guideline names (unit or locality).',
    })
    expect(reads(guideline)).toEqual([
      'Uppdraget gäller en enhet eller en ort.',
      'The appointment is for a unit or a locality.',
    ])
    const settings = (by: Guideline) => settingsOn([by], [], dayFromIso(today))?.appointment.object
    expect(settings(guideline)).toMatchObject({ value: ['unit', 'locality'] })
    expect(settings(oneRule('appointment.object', { object: 'unit' }))).toMatchObject({ value: 'unit' })
  })

  it('APP-06 an object that is none is a mistake among those that are', () => {
    expect(mistakes([['appointment.object', { object: ['unit', 'house'] }]])[0]).toContain(
      '"house" is not allowed for "object"; write one of unit, units, area, locality, service, group',
    )
  })
})

describe('how many', () => {
  const units = [
    aUnit('u', { area: 'care', locality: 'north' }),
    aUnit('w', { area: 'care', locality: 'south' }),
    aUnit('x', { kind: 'school', locality: 'north' }),
  ]
  const areas = [{ id: 'care', name: 'Omsorg' }]

  it('APP-07 for each unit, at least and at most, however the unit is covered', () => {
    const guideline = oneRule('appointment.per-object', { object: 'unit', least: 1, most: 2 })
    const appointments = ['ada', 'bo', 'cia'].map((person) => appointed(person, { locality: 'north' }))
    expect(says(guideline, { units, areas, appointments })).toMatchObject([
      { said: 'breached too-many u', sv: 'u har tre kontaktpolitiker men ska ha högst två.' },
      { said: 'breached too-few w', en: 'w has no contact politicians and shall have at least one.' },
      { said: 'breached too-many x' },
    ])
    expect(said(guideline, { units, areas, appointments: [appointed('ada', { area: 'care' })] })).toEqual([
      'satisfied enough u',
      'satisfied enough w',
      'breached too-few x',
    ])
  })

  it.each([
    ['area', { area: 'care' }, ['care']],
    ['locality', { locality: 'north' }, ['north', 'south']],
    ['service', { service: 'school' }, ['care home', 'school']],
  ])('APP-07 for each %s', (object, appointment, objects) => {
    const guideline = oneRule('appointment.per-object', { object, least: 1 })
    const [chosen] = Object.values(appointment)
    expect(said(guideline, { units, areas, appointments: [appointed('ada', appointment)] })).toEqual(
      objects.map((it) => (it === chosen ? `satisfied enough ${it}` : `breached too-few ${it}`)),
    )
    expect(reads(guideline).every((it) => it !== undefined && it.length > 20)).toBe(true)
  })

  it('APP-07 for each group; and a third of at most two is refused', () => {
    const guideline = oneRule('appointment.per-object', { object: 'group', least: 2, most: 2 })
    expect(said(guideline, { groups: [aGroup('g', ['ada', 'bo']), aGroup('h', ['cia'])] })).toEqual([
      'satisfied enough g',
      'breached too-few h',
    ])
    expect(
      refused(oneRule('appointment.per-object', { object: 'unit', least: 2, most: 2 }), {}, { unit: 'u' }),
    ).toEqual(['too-many'])
  })

  it('APP-08 for each person: what one is appointed for, at least and at most', () => {
    const guideline = oneRule('appointment.per-person', { least: 1, most: 2, everyone: true })
    const appointments = [
      ...['u', 'w', 'x'].map((unit) => anAppointment('ada', unit)),
      appointed('bo', { units: ['u', 'w', 'x'] }),
    ]
    expect(says(guideline, { units, areas, appointments })).toEqual([
      {
        said: 'breached too-many ada',
        sv: 'ada har 3 uppdrag men ska ha högst 2.',
        en: 'ada has 3 appointments and shall have at most 2.',
      },
      { said: 'satisfied fits bo', sv: 'bo har 1 uppdrag.', en: 'bo has 1 appointment.' },
      {
        said: 'breached too-few cia',
        sv: 'cia har 0 uppdrag men ska ha minst 1.',
        en: 'cia has 0 appointments and shall have at least 1.',
      },
    ])
    expect(reads(guideline)).toEqual([
      'Var och en i nämnden har 1–2 uppdrag.',
      'Each in the committee has 1–2 appointments.',
    ])
  })

  it('APP-08 counted in units, and only for those who are appointed', () => {
    const guideline = oneRule('appointment.per-person', { most: 2, counts: 'units' })
    const appointments = [
      appointed('ada', { area: 'care' }),
      anAppointment('ada', 'u'),
      appointed('bo', { units: ['u', 'w', 'x'] }),
    ]
    expect(says(guideline, { units, areas, appointments })).toMatchObject([
      { said: 'satisfied fits ada', sv: 'ada har 2 enheter.' },
      { said: 'breached too-many bo', en: 'bo has 3 units and shall have at most 2.' },
    ])
    expect(refused(guideline, { units, areas, appointments: [] }, { area: 'care' })).toEqual([])
    expect(refused(guideline, { units, areas, appointments: [anAppointment('cia', 'x')] }, { area: 'care' })).toEqual([
      'too-many',
    ])
    expect(reads(guideline)).toEqual([
      'Varje kontaktpolitiker har högst 2 enheter.',
      'Each contact politician has at most 2 units.',
    ])
  })
})
