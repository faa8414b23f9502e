import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { evaluate } from '../evaluate.ts'
import { settingsOn } from '../settings.ts'
import { aGroup, base, reads, refused, said, says, today, together } from '../testing/appointing.ts'
import { anAppointment, aPerson, aProgramme, aReport, aUnit, aVisit, meetings } from '../testing/cast.ts'
import { oneRule } from '../testing/one-rule.ts'

describe('political composition', () => {
  const partied = (id: string, party: string | undefined, bloc: 'majority' | 'opposition' | 'unaligned') => ({
    ...aPerson(id, bloc),
    ...(party === undefined ? {} : { party }),
  })
  const persons = [
    partied('ada', 'A', 'majority'),
    partied('bo', 'B', 'opposition'),
    partied('cia', 'C', 'majority'),
    partied('dan', undefined, 'unaligned'),
  ]
  const units = [aUnit('u')]
  const by = (...names: readonly string[]) => ({
    persons,
    units,
    appointments: names.map((name) => anAppointment(name, 'u')),
  })

  it('APP-09 none: anybody may represent the committee', () => {
    const guideline = oneRule('appointment.composition', { parties: 'none' })
    expect(said(guideline, by('ada', 'cia'))).toEqual([])
    expect(reads(guideline)).toEqual([
      'Kontaktpolitikerna kan komma från vilka partier som helst.',
      'The contact politicians may come from any parties.',
    ])
  })

  it('APP-09 blocs', () => {
    const guideline = oneRule('appointment.composition', { blocs: ['majority', 'opposition'] })
    expect(said(guideline, by('ada', 'bo'))).toEqual(['satisfied represented u'])
    expect(says(guideline, by('ada', 'cia'))).toEqual([
      {
        said: 'breached bloc-missing u',
        sv: 'Kontaktpolitikerna för u saknar någon från oppositionen.',
        en: 'The contact politicians of u include nobody from the opposition.',
      },
    ])
  })

  it('APP-09 all parties that have a seat; who belongs to none is not missed', () => {
    const guideline = oneRule('appointment.composition', { parties: 'all' })
    expect(said(guideline, by('ada', 'bo', 'cia'))).toEqual(['satisfied all-parties u'])
    expect(says(guideline, by('ada', 'dan'))).toEqual([
      {
        said: 'breached party-missing u',
        sv: 'Kontaktpolitikerna för u saknar någon från B och C.',
        en: 'The contact politicians of u include nobody from B and C.',
      },
    ])
  })

  it('APP-09 all parties cannot be told while somebody’s party is not stated', () => {
    const guideline = oneRule('appointment.composition', { parties: 'all' })
    const unknown = { ...by('ada', 'bo', 'cia'), persons: [...persons, partied('eva', undefined, 'opposition')] }
    expect(says(guideline, unknown)).toEqual([
      {
        said: 'cannot-tell party-unknown u',
        sv: 'Det går inte att avgöra om alla partier är företrädda för u: någons parti är inte angivet.',
        en: "Whether all parties are represented for u cannot be told: somebody's party is not stated.",
      },
    ])
    expect(said(guideline, { ...unknown, appointments: [anAppointment('ada', 'u')] })).toEqual([
      'breached party-missing u',
    ])
  })

  it('APP-09 all parties in each group too', () => {
    const guideline = oneRule('groups.division', { parties: 'all', everyone: false })
    const groups = [aGroup('g', ['ada', 'bo', 'cia']), aGroup('h', ['ada', 'bo'])]
    expect(said(guideline, { ...by(), groups })).toEqual(['satisfied all-parties g', 'breached party-missing h'])
  })

  it('APP-09 a composition that can still come refuses nobody; one that no longer can does', () => {
    const blocs = ['appointment.composition', { blocs: ['majority', 'opposition'] }] as const
    const upToTwo = together('appointment.per-object', { object: 'unit', least: 1, most: 2 }, blocs)
    expect(refused(upToTwo, by(), { unit: 'u' })).toEqual([])
    expect(refused(upToTwo, by('ada'), { unit: 'u' })).toEqual(['bloc-missing'])
    expect(refused(together(blocs[0], blocs[1]), by('ada'), { unit: 'u' })).toEqual([])
  })
})

describe('alone, in pairs or in groups', () => {
  const form = (of: string) => oneRule('appointment.form', { form: of })
  const groups = [aGroup('g', ['ada', 'bo'])]

  it('APP-10 individuals: there are no groups', () => {
    expect(said(form('individual'))).toEqual(['satisfied one-by-one committee'])
    expect(says(form('individual'), { groups })).toEqual([
      {
        said: 'breached has-groups committee',
        sv: 'Det finns 1 besöksgrupp, fast kontaktpolitikerna utses var för sig.',
        en: 'There is 1 visiting group, though the contact politicians are appointed one by one.',
      },
    ])
  })

  it('APP-10 pairs: two for a unit, neither one nor three', () => {
    expect(said(form('pair'))).toEqual(['satisfied a-pair u'])
    const one = [anAppointment('ada', 'u')]
    expect(says(form('pair'), { appointments: one })).toEqual([
      {
        said: 'breached half-a-pair u',
        sv: 'ada är ensam kontaktpolitiker för u; det ska vara ett par.',
        en: 'ada is alone as contact politician of u; there shall be a pair.',
      },
    ])
    expect(said(form('pair'), { appointments: [...base.appointments, anAppointment('cia', 'u')] })).toEqual([
      'breached more-than-a-pair u',
    ])
    expect(refused(form('pair'), { appointments: [] }, { unit: 'u' })).toEqual([])
    expect(refused(form('pair'), { appointments: one }, { unit: 'u' })).toEqual([])
    expect(refused(form('pair'), {}, { unit: 'u' })).toEqual(['more-than-a-pair'])
  })

  it('APP-10 groups: nobody is appointed alone, and a group is two at least', () => {
    expect(said(form('group'), { groups, appointments: [] })).toEqual(['satisfied a-group g'])
    expect(said(form('group'), { groups: [aGroup('g', ['ada'])], appointments: [] })).toEqual(['breached no-group g'])
    expect(said(form('group'), { appointments: [] })).toEqual(['breached no-groups committee'])
    expect(says(form('group'), { groups, appointments: [anAppointment('ada', 'u')] })[0]).toMatchObject({
      said: 'breached appointed-alone ada-u',
      sv: 'ada har ett eget uppdrag, men riktlinjen anger att kontaktpolitikerna ingår i besöksgrupper.',
    })
    expect(refused(form('group'), { groups, appointments: [] }, { unit: 'u' })).toEqual(['appointed-alone'])
  })

  it('APP-10 is what the programme is run by', () => {
    const forms = ['individual', 'pair', 'group'].map(
      (it) => settingsOn([form(it)], [], dayFromIso(today))?.appointment.form.value,
    )
    expect(forms).toEqual(['individual', 'pair', 'group'])
  })
})

describe('groups', () => {
  const divided = (units: string) => oneRule('groups.division', { groups: 2, everyone: false, units })
  const groups = [aGroup('g', ['ada'], { units: ['u'] }), aGroup('h', ['bo'], { units: ['u', 'w'] })]
  const own = (found: ReturnType<typeof says>) => found.filter((it) => it.said.includes('units'))

  it('APP-11 with one unit each', () => {
    expect(own(says(divided('one'), { groups }))).toEqual([
      {
        said: 'satisfied own-units g',
        sv: 'g har en egen enhet, som riktlinjen anger.',
        en: 'g has one unit of its own, as the guideline says.',
      },
      {
        said: 'breached other-units h',
        sv: 'h har 2 egna enheter, men riktlinjen säger: varje grupp har en egen enhet.',
        en: 'h has 2 units of its own, but the guideline says: each group has one unit of its own.',
      },
    ])
  })

  it('APP-11 with several units each', () => {
    expect(own(says(divided('several'), { groups })).map((it) => it.said)).toEqual([
      'breached other-units g',
      'satisfied own-units h',
    ])
  })

  it('APP-11 with no units of their own but a number of visits', () => {
    const guideline = together('groups.division', { groups: 2, everyone: false, units: 'none' }, [
      'visits.count',
      { least: 1, per: 'group' },
    ])
    const free = [aGroup('g', ['ada']), aGroup('h', ['bo'])]
    expect(own(says(guideline, { groups: free })).map((it) => it.said)).toEqual([
      'satisfied own-units g',
      'satisfied own-units h',
    ])
    expect(own(says(guideline, { groups }))[0]?.said).toBe('breached other-units g')
    const { findings } = evaluate({
      guidelines: [guideline],
      interpretations: [],
      feeRules: [],
      programme: aProgramme({
        ...base,
        appointments: [],
        groups: free,
        visits: [aVisit('v', '2026-04-10', 'w', ['ada'], { group: 'g' })],
      }),
      today: dayFromIso(today),
    })
    expect(findings.filter((it) => it.rule === 'S0').map((it) => `${it.outcome} ${it.subject.id}`)).toEqual([
      'satisfied g',
      'due h',
    ])
    expect(reads(guideline)[0]).toBe('Det finns två besöksgrupper; ingen grupp har egna enheter.')
  })

  it('APP-11 its members are the contact politicians of a group’s own units', () => {
    const known = oneRule('role.known-face', { audiences: ['users'] })
    expect(says(known, { appointments: [], groups: [groups[0] as ReturnType<typeof aGroup>] })).toMatchObject([
      { said: 'satisfied known u', sv: 'Nämnden företräds för u av ada.' },
      { said: 'breached no-face w' },
    ])
  })

  it('APP-12 each has a rapporteur, who reports its visits', () => {
    const guideline = oneRule('groups.rapporteur', { reportsTo: 'committee' })
    const named = [aGroup('g', ['ada', 'bo'], { rapporteur: 'ada' }), aGroup('h', ['cia'], { rapporteur: 'ada' })]
    const visits = ['v', 'x', 'y'].map((id) => aVisit(id, '2026-04-10', 'u', ['ada', 'bo'], { group: 'g' }))
    const reports = [aReport('v', ['ada']), aReport('x', ['bo'])]
    expect(says(guideline, { groups: named, visits, reports, meetings: [...meetings] })).toMatchObject([
      { said: 'satisfied reported v', sv: 'Besöket är återrapporterat av gruppens rapportör, ada.' },
      { said: 'breached other-reporter x' },
      { said: 'due report-due y', en: 'ada is to report the visit.' },
      { said: 'satisfied named g' },
      { said: 'breached not-named h', sv: 'h har ingen rapportör bland sina ledamöter.' },
    ])
  })
})
