import { beforeAll, describe, expect, it } from 'vitest'
import { aCast, aGroup, type Cast, must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import type { Finding } from '../../engine/index.ts'
import { execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import { appoint, declareRelation, endAppointment, listAppointments, listContactsOfUnit, listGroups } from './index.ts'

const clock = testClock()

function asking(personId: string, object: string, more: Record<string, string> = {}) {
  return {
    personId,
    object,
    validFrom: '2026-10-01',
    validUntil: '',
    decidedOn: '2026-09-20',
    paragraph: '§ 77',
    ...more,
  }
}

function rulesIn(facts: Readonly<Record<string, unknown>>): readonly string[] {
  return (facts.findings as readonly Finding[]).map(({ rule }) => rule)
}

describe('when the guideline wants pairs by bloc', () => {
  let database: Database
  let cast: Cast
  beforeAll(async () => {
    database = await aDatabase()
    cast = await aCast(database, clock)
  })

  it('HED-03: each unit has its pair, one from the majority and one from the opposition', async () => {
    const contacts = await database.read(cast, (tx) =>
      listContactsOfUnit(tx, cast.as('secretary'), cast.units.solgarden, clock.today()),
    )
    expect(contacts.map(({ bloc }) => bloc).sort()).toEqual(['majority', 'opposition'])
  })

  it('HED-03: a third contact politician for the same unit is refused with the rule that says so', async () => {
    const asked = asking(cast.people.cecilia, `unit:${cast.units.solgarden}`)
    const outcome = await execute({ database, clock }, cast.as('secretary'), appoint, asked)
    expect(outcome).toMatchObject({ ok: false, code: 'appointments.not-allowed' })
    expect(rulesIn('facts' in outcome ? outcome.facts : {})).toContain('HED-03')
  })

  it('the same person is not appointed twice to the same unit', async () => {
    const asked = asking(cast.people.anna, `unit:${cast.units.solgarden}`)
    const outcome = await execute({ database, clock }, cast.as('secretary'), appoint, asked)
    expect(outcome).toMatchObject({ ok: false, code: 'appointments.already-appointed' })
  })

  it('an appointment that ends before it begins is refused at its field', async () => {
    const asked = asking(cast.people.chair, `unit:${cast.units.angen}`, { validUntil: '2026-09-30' })
    const outcome = await execute({ database, clock }, cast.as('secretary'), appoint, asked)
    expect(outcome).toMatchObject({ ok: false, code: 'appointments.ends-before-start', field: 'validUntil' })
  })

  it('nobody is appointed on a day without a guideline in force', async () => {
    const asked = asking(cast.people.chair, `unit:${cast.units.angen}`, { validFrom: '2025-01-01' })
    const outcome = await execute({ database, clock }, cast.as('secretary'), appoint, asked)
    expect(outcome).toMatchObject({ ok: false, code: 'appointments.no-guideline' })
  })

  it('a politician cannot appoint', async () => {
    const asked = asking(cast.people.chair, `unit:${cast.units.angen}`)
    await expect(execute({ database, clock }, cast.as('anna'), appoint, asked)).rejects.toThrow('appointments.appoint')
  })

  it('a form without person, place and days says what is missing in each field', async () => {
    const empty = { personId: '', object: '', validFrom: '', validUntil: '', decidedOn: 'i går', paragraph: '' }
    const outcome = await execute({ database, clock }, cast.as('secretary'), appoint, empty)
    expect(outcome).toMatchObject({
      code: 'input',
      issues: [
        { field: 'personId', code: 'person-missing' },
        { field: 'object', code: 'object-missing' },
        { field: 'validFrom', code: 'day-form' },
        { field: 'decidedOn', code: 'day-form' },
      ],
    })
  })

  it('an ended appointment no longer holds from the day given', async () => {
    const before = await database.read(cast, (tx) => listAppointments(tx, cast.as('secretary'), clock.today()))
    const davids = before.find(({ personId }) => personId === cast.people.david)
    const end = { id: davids?.id, until: '2026-10-06' }
    await must(execute({ database, clock }, cast.as('secretary'), endAppointment, end))
    const after = await database.read(cast, (tx) => listAppointments(tx, cast.as('secretary'), clock.today()))
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id).filter((id) => id !== davids?.id))
  })
})

describe('when the guideline looks at relations', () => {
  let database: Database
  let cast: Cast
  beforeAll(async () => {
    database = await aDatabase()
    cast = await aCast(database, clock, { slug: 'vik', guideline: 'valfard-och-servicenamnden-2024', appointed: false })
    const declared = (name: 'anna' | 'bengt', kind: string) =>
      must(
        execute({ database, clock }, cast.as(name), declareRelation, {
          object: `area:${cast.areaId}`,
          kind,
          validFrom: '2024-01-01',
        }),
      )
    await declared('anna', 'employed')
    await declared('bengt', 'relative-employed')
  })

  it('VSN-02: somebody employed in the operation is refused', async () => {
    const asked = asking(cast.people.anna, `area:${cast.areaId}`)
    const outcome = await execute({ database, clock }, cast.as('secretary'), appoint, asked)
    expect(rulesIn('facts' in outcome ? outcome.facts : {})).toContain('VSN-02')
  })

  it('VSN-03: somebody with a close relative employed there is appointed, and the deviation is noted', async () => {
    const asked = asking(cast.people.bengt, `area:${cast.areaId}`)
    const { notes } = await must(execute({ database, clock }, cast.as('secretary'), appoint, asked))
    expect(notes).toContainEqual(expect.objectContaining({ rule: 'VSN-03', outcome: 'deviates' }))
  })
})

describe('when the guideline divides into groups', () => {
  it('SON-04: a group stands with its members and the one who reports for it', async () => {
    const database = await aDatabase()
    const cast = await aCast(database, clock, {
      slug: 'nor',
      guideline: 'social-och-omsorgsnamnden-forslag',
      appointed: false,
    })
    await aGroup({ database, clock }, cast)
    const [group] = await database.read(cast, (tx) => listGroups(tx, cast.as('secretary'), clock.today()))
    expect(group).toMatchObject({ name: 'Grupp 1', rapporteurId: cast.people.anna, members: { length: 3 } })
  })
})

describe('when there are two towns', () => {
  it('the secretary of one cannot appoint a person of the other', async () => {
    const database = await aDatabase()
    const [ours, theirs] = [await aCast(database, clock), await aCast(database, clock, { slug: 'granby' })]
    const asked = asking(theirs.people.chair, `unit:${ours.units.angen}`)
    await expect(execute({ database, clock }, ours.as('secretary'), appoint, asked)).rejects.toThrow('person')
  })
})
