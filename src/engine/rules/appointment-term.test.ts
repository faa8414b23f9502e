import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { appointed, ask, reads, refused, said, says, together, type Written } from '../testing/appointing.ts'
import { anAppointment, aPerson, aUnit, aVisit } from '../testing/cast.ts'
import { mistakes } from '../testing/mistakes.ts'
import { oneRule } from '../testing/one-rule.ts'

type Row = NonNullable<Written['appointments']>[number]

describe('how long', () => {
  const until = (day: string | undefined, more: Partial<Row> = {}) => ({
    appointments: [
      anAppointment('ada', 'u', { from: '2025-01-01', ...(day === undefined ? {} : { until: day }), ...more }),
    ],
  })

  it('APP-13 the term of office', () => {
    const guideline = oneRule('appointment.term', { length: 'term' })
    expect(said(guideline, until(undefined))).toEqual(['satisfied this-term ada-u'])
    expect(said(guideline, until('2027-01-01'))).toEqual(['satisfied this-term ada-u'])
    expect(said(guideline, until(undefined, { from: '2022-06-01' }))).toEqual(['breached earlier-term ada-u'])
    expect(says(guideline, until('2028-01-01'))).toEqual([
      {
        said: 'breached too-long ada-u',
        sv: 'ada är utsedd till 1 januari 2028; uppdraget gäller längst till 1 januari 2027.',
        en: 'ada is appointed until 1 January 2028; the appointment lasts until 1 January 2027 at the latest.',
      },
    ])
    expect(said(guideline, { ...until(undefined), term: undefined })).toEqual(['cannot-tell term-unknown ada-u'])
  })

  it('APP-13 a number of years, counted from the appointment or the decision that made it anew', () => {
    const guideline = oneRule('appointment.term', { length: 'years', years: 2 })
    expect(said(guideline, until('2027-01-01'))).toEqual(['satisfied ends-in-time ada-u'])
    expect(said(guideline, until('2027-01-02'))).toEqual(['breached too-long ada-u'])
    expect(said(guideline, until('2027-01-02', { decided: { on: '2026-01-01' } }))).toEqual([
      'satisfied ends-in-time ada-u',
    ])
    expect(says(guideline, until(undefined))).toEqual([
      {
        said: 'due end-not-set ada-u',
        sv: 'ada är utsedd utan slutdag; uppdraget gäller längst till 1 januari 2027.',
        en: 'ada is appointed without an end; the appointment lasts until 1 January 2027 at the latest.',
      },
    ])
    expect(said(guideline, until(undefined), '2027-01-01')).toEqual(['breached over-time ada-u'])
    expect(reads(guideline)).toEqual([
      'Ett uppdrag som kontaktpolitiker gäller i högst två år.',
      'An appointment as contact politician lasts at most two years.',
    ])
  })

  it('APP-13 a fixed end', () => {
    const guideline = oneRule('appointment.term', { length: 'fixed-end', until: '2027-07-01' })
    expect(said(guideline, until('2027-07-01'))).toEqual(['satisfied ends-in-time ada-u'])
    expect(said(guideline, until('2027-07-02'))).toEqual(['breached too-long ada-u'])
    expect(refused(guideline, { appointments: [] }, { unit: 'u', until: dayFromIso('2027-09-01') })).toEqual([
      'too-long',
    ])
    expect(refused(guideline, { appointments: [] }, { unit: 'u' })).toEqual([])
    expect(reads(guideline)[1]).toBe('An appointment as contact politician lasts until 1 July 2027 at the latest.')
  })

  it('APP-13 a length without its number or day is a mistake', () => {
    expect(mistakes([['appointment.term', { length: 'years' }]])).toEqual([
      '9 it is not said how many years; add years: and a number',
    ])
    expect(mistakes([['appointment.term', { length: 'fixed-end' }]], 'sv')).toEqual([
      '9 det är inte sagt vilken dag slutet är; lägg till until: ÅÅÅÅ-MM-DD',
    ])
    expect(mistakes([['appointment.term', { length: 'term', years: 4 }]])).toEqual([
      '9 "years" says nothing with length: term; take it away, or write length: years',
    ])
  })
})

describe('private providers', () => {
  const agreement = { from: '2025-01-01', until: '2026-06-01' }
  const units = [
    aUnit('u'),
    aUnit('free', { operatedBy: 'private' }),
    aUnit('agreed', { operatedBy: 'private', agreement: { from: '2025-01-01' } }),
    aUnit('ended', { operatedBy: 'private', agreement }),
  ]
  const appointments = units.map((unit) => anAppointment('ada', unit.id))
  const by = (it: string) => oneRule('appointment.providers', { private: it })

  it('APP-14 included', () => {
    expect(said(by('included'), { units, appointments })).toEqual([
      'satisfied included ada-free',
      'satisfied included ada-agreed',
      'satisfied included ada-ended',
    ])
  })

  it('APP-14 excluded: an appointment or a visit there is a breach', () => {
    const visits = [aVisit('v', '2026-04-10', 'free', ['ada']), aVisit('x', '2026-04-10', 'u', ['ada'])]
    expect(says(by('excluded'), { units, appointments: [anAppointment('ada', 'free')], visits })).toMatchObject([
      {
        said: 'breached excluded v',
        sv: 'free drivs av en privat utförare, och sådana omfattas inte.',
        en: 'free is run by a private provider, and those are not covered.',
      },
      { said: 'breached excluded ada-free' },
    ])
    expect(refused(by('excluded'), { units, appointments: [] }, { units: ['u', 'free'] })).toEqual(['excluded'])
    expect(refused(by('excluded'), { units, appointments: [] }, { unit: 'u' })).toEqual([])
  })

  it('APP-14 by agreement on the day', () => {
    const visits = ['2026-05-31', '2026-06-01'].map((day) => aVisit(day, day, 'ended', ['ada']))
    expect(says(by('by-agreement'), { units, appointments, visits })).toMatchObject([
      { said: 'satisfied agreed 2026-05-31' },
      {
        said: 'breached no-agreement 2026-06-01',
        sv: 'ended drivs av en privat utförare som inte har någon överenskommelse om besök 1 juni 2026.',
      },
      { said: 'breached no-agreement ada-free' },
      { said: 'satisfied agreed ada-agreed' },
      { said: 'breached no-agreement ada-ended', en: expect.stringContaining('no agreement on visits on 1 December') },
    ])
  })

  it('APP-14 a unit that is not covered lacks nothing', () => {
    const counted = (it: string) =>
      said(
        together('appointment.per-object', { object: 'unit', least: 1 }, ['appointment.providers', { private: it }]),
        {
          units,
          appointments: [],
        },
      ).map((found) => found.split(' ')[2])
    expect(counted('included')).toEqual(['u', 'free', 'agreed', 'ended'])
    expect(counted('by-agreement')).toEqual(['u', 'agreed'])
    expect(counted('excluded')).toEqual(['u'])
  })

  it('APP-14 where the source is silent it cannot be told', () => {
    const silences = [
      { id: 'Q', rule: 'R', parameter: 'private', question: { sv: 'Omfattas de?', en: 'Are they covered?' } },
    ]
    const guideline = oneRule('appointment.providers', { private: 'silent' }, {}, { silences })
    expect(said(guideline, { units, appointments: [anAppointment('ada', 'free')] })).toEqual([
      'cannot-tell unanswered ada-free',
    ])
  })
})

describe('relations', () => {
  const relations = [
    { person: 'ada', unit: 'u', kind: 'employed', from: '2020-01-01' },
    { person: 'bo', unit: 'u', kind: 'relative-employed', from: '2020-01-01' },
  ]

  it('APP-15 who is employed is refused, and who has a relative employed is noted', () => {
    const employed = oneRule('appointment.relations', { relation: 'employed', effect: 'refuse' })
    expect(says(employed, { relations })).toMatchObject([
      { said: 'breached refused ada-u', sv: 'ada kan inte vara kontaktpolitiker här: anställd i verksamheten.' },
      { said: 'satisfied no-relation bo-u' },
    ])
    const relative = oneRule(
      'appointment.relations',
      { relation: 'relative-employed', effect: 'note' },
      { force: 'should' },
    )
    expect(says(relative, { relations })).toMatchObject([
      { said: 'satisfied no-relation ada-u' },
      {
        said: 'deviates noted bo-u',
        en: 'bo has a tie that should be avoided: close relative employed in the operation.',
      },
    ])
    expect(ask(relative, { relations, appointments: [] }, { person: 'bo', unit: 'u' })).toMatchObject({
      allowed: true,
      notes: [{ code: 'noted' }],
    })
  })

  it('APP-15 is seen through a set of units, an area, a locality and a service type', () => {
    const employed = oneRule('appointment.relations', { relation: 'employed', effect: 'refuse' })
    const units = [aUnit('u', { area: 'care', locality: 'north' }), aUnit('w', { kind: 'school' })]
    const areas = [{ id: 'care', name: 'Omsorg' }]
    const found = (object: Partial<Row>) =>
      said(employed, { relations, units, areas, appointments: [appointed('ada', object)] })[0]?.split(' ')[1]
    expect(found({ units: ['w', 'u'] })).toBe('refused')
    expect(found({ area: 'care' })).toBe('refused')
    expect(found({ locality: 'north' })).toBe('refused')
    expect(found({ service: 'care home' })).toBe('refused')
    expect(found({ service: 'school' })).toBe('no-relation')
  })

  it('APP-15 another tie can be named by the guideline', () => {
    const guideline = oneRule(
      'appointment.relations',
      { relation: 'lives-there', effect: 'refuse' },
      {},
      { terms: [{ id: 'lives-there', sv: 'bor där', en: 'lives there' }] },
    )
    const ties = [{ person: 'ada', unit: 'u', kind: 'lives-there', from: '2020-01-01' }]
    expect(said(guideline, { relations: ties })).toEqual(['breached refused ada-u', 'satisfied no-relation bo-u'])
    expect(reads(guideline)[0]).toBe('Den som har en anknytning till verksamheten (bor där) kan inte utses.')
  })
})

describe('a seat elsewhere', () => {
  const guideline = oneRule('appointment.linked-seat', { body: 'Brukarrådet' })
  const seated = (from: string, until?: string) => ({
    ...aPerson('ada'),
    otherSeats: [{ body: 'brukarrådet', from, ...(until === undefined ? {} : { until }) }],
  })
  const during = (person: Record<string, unknown>, ...periods: readonly (readonly [string, string?])[]) =>
    ({
      persons: [person],
      appointments: periods.map(([from, until], at) =>
        anAppointment('ada', at === 0 ? 'u' : 'w', { from, ...(until === undefined ? {} : { until }) }),
      ),
    }) as Written

  it('APP-16 begins and ends with the appointment', () => {
    expect(says(guideline, during(seated('2025-01-01', '2027-01-01'), ['2025-01-01', '2027-01-01']))).toEqual([
      {
        said: 'satisfied goes-with ada-u',
        sv: 'ada har en plats i Brukarrådet under samma tid som uppdraget.',
        en: 'ada has a seat in Brukarrådet for the same time as the appointment.',
      },
    ])
    expect(says(guideline, during(aPerson('ada'), ['2025-01-01']))[0]).toMatchObject({
      said: 'breached no-seat ada-u',
      sv: 'ada har ingen plats i Brukarrådet under sitt uppdrag.',
    })
    expect(says(guideline, during(seated('2025-03-01'), ['2025-01-01']))[0]).toMatchObject({
      said: 'breached begins-apart ada-u',
      en: 'The seat in Brukarrådet begins on 1 March 2025 but the appointment on 1 January 2025.',
    })
    expect(says(guideline, during(seated('2025-01-01'), ['2025-01-01', '2027-01-01']))[0]).toMatchObject({
      said: 'breached ends-apart ada-u',
      sv: 'Platsen i Brukarrådet och uppdraget slutar inte samtidigt: platsen utan slutdag, uppdraget 1 januari 2027.',
    })
  })

  it('APP-16 follows appointments that take over from each other, and does not outlive them', () => {
    const both = during(seated('2025-01-01', '2027-06-01'), ['2025-01-01', '2026-01-01'], ['2026-01-01', '2027-06-01'])
    expect(said(guideline, both)).toEqual(['satisfied goes-with ada-w'])
    expect(says(guideline, during(seated('2025-01-01'), ['2025-01-01', '2026-01-01']))).toMatchObject([
      {
        said: 'breached seat-remains ada',
        sv: 'ada har kvar sin plats i Brukarrådet, fast uppdraget upphörde 1 januari 2026.',
        en: 'ada still has the seat in Brukarrådet, though the appointment ended on 1 January 2026.',
      },
    ])
    expect(said(guideline, during(seated('2025-01-01')))).toEqual([])
  })
})
