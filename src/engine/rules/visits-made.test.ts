import { describe, expect, it } from 'vitest'
import type { Guideline } from '../guideline.ts'
import { anAppointment, aPerson, aUnit, aVisit, meetings } from '../testing/cast.ts'
import { aGroup, reads, type Written } from '../testing/appointing.ts'
import { mistakes } from '../testing/mistakes.ts'
import { oneRule, saysOf } from '../testing/one-rule.ts'

const base = {
  persons: [aPerson('ada'), aPerson('bo', 'opposition'), aPerson('cia')],
  units: [aUnit('u')],
  appointments: [anAppointment('ada', 'u'), anAppointment('bo', 'u')],
  meetings: [...meetings],
} satisfies Written
const terms = [
  { id: 'områdeschef', sv: 'områdeschefen', en: 'the area manager' },
  { id: 'god-man', sv: 'gode män', en: 'guardians' },
]
const rule = (kind: string, values: object, more: Record<string, unknown> = {}) =>
  oneRule(kind, { ...values }, more, { terms })

type Visit = ReturnType<typeof aVisit>
const visit = (more: Partial<Visit> = {}) => aVisit('v', '2026-04-10', 'u', ['ada'], more)
const booked: Partial<Visit> = { state: 'booked', attendance: [] }

const says = (guideline: Guideline, visits: readonly Visit[], today = '2026-12-01', more: Written = {}) =>
  saysOf(guideline, { ...base, visits: [...visits], ...more }, today)
const said = (...of: Parameters<typeof says>) => says(...of).map((it) => it.said)

describe('who plans, agrees and is told', () => {
  it('VIS-11 who plans, and in consultation with whom', () => {
    const guideline = rule('visits.planner', { by: 'områdeschef', inConsultationWith: ['politician'] })
    const planned = (by: string, consulted: string[] = []) => visit({ planned: { by, on: '2026-01-03', consulted } })
    expect(says(guideline, [planned('områdeschef', ['politician'])])).toEqual([
      {
        said: 'satisfied planned v',
        sv: 'Besöket är planerat av områdeschefen.',
        en: 'The visit is planned by the area manager.',
      },
      {
        said: 'satisfied consulted v',
        sv: 'Besöket planerades i samråd med kontaktpolitikern.',
        en: 'The visit was planned in consultation with the contact politician.',
      },
    ])
    expect(said(guideline, [planned('manager')])).toEqual([
      'breached other-planner v',
      'cannot-tell consultation-not-noted v',
    ])
    expect(said(guideline, [planned('områdeschef', ['chair'])])[1]).toBe('breached not-consulted v')
    expect(said(guideline, [visit({ planned: undefined })])).toEqual(['breached not-planned v'])
    expect(said(guideline, [visit({ ...booked, planned: undefined })])).toEqual(['due to-plan v'])
    expect(reads(guideline)[0]).toBe('Innehållet i besöket planeras av områdeschefen i samråd med kontaktpolitikern.')
  })

  it('VIS-12 the manager agrees before the visit', () => {
    const guideline = rule('visits.anchored', { with: 'manager', assignedUnitOnly: false })
    expect(says(guideline, [visit()])).toEqual([
      {
        said: 'satisfied agreed v',
        sv: 'Besöket förankrades hos enhetens chef 3 januari 2026.',
        en: "The visit was agreed with the unit's manager on 3 January 2026.",
      },
    ])
    expect(said(guideline, [visit({ confirmed: { on: '2026-04-11' } })])).toEqual(['breached not-agreed v'])
    expect(said(guideline, [visit({ ...booked, confirmed: undefined })])).toEqual(['due to-agree v'])
  })

  it('VIS-12 another than the manager may be the one to agree', () => {
    const guideline = rule('visits.anchored', { with: 'områdeschef', assignedUnitOnly: false })
    expect(said(guideline, [visit({ confirmed: { on: '2026-04-01', by: 'områdeschef' } })])).toEqual([
      'satisfied agreed v',
    ])
    expect(says(guideline, [visit()])[0]).toMatchObject({
      said: 'breached not-agreed v',
      en: 'The visit had not been agreed with the area manager when it took place.',
    })
    expect(reads(guideline)[0]).toBe('Varje besök är förankrat hos områdeschefen innan det äger rum.')
  })

  it('VIS-13 so many days before, by the notice or the earliest invitation', () => {
    const guideline = rule('visits.notice', { days: 14 })
    expect(says(guideline, [visit({ notice: { on: '2026-03-27', says: [] } })])).toEqual([
      {
        said: 'satisfied in-time v',
        sv: 'Besöket meddelades 27 mars 2026, 14 dagar i förväg.',
        en: 'Notice was given on 27 March 2026, 14 days before.',
      },
    ])
    const invitations = [
      { person: 'bo', on: '2026-04-01' },
      { person: 'ada', on: '2026-03-28' },
    ]
    expect(says(guideline, [visit({ invitations })])[0]).toMatchObject({
      said: 'breached short v',
      sv: 'Besöket meddelades 28 mars 2026, 13 dagar i förväg; det ska vara minst 14 dagar.',
    })
    expect(said(guideline, [visit()])).toEqual(['cannot-tell not-noted v'])
    expect(said(guideline, [visit(booked)], '2026-03-27')).toEqual(['due to-give v'])
    expect(said(guideline, [visit(booked)], '2026-03-28')).toEqual(['breached not-given v'])
  })

  it('VIS-13 what the notice says', () => {
    const guideline = rule('visits.notice', { days: 0, says: ['purpose', 'participants'] })
    const noticed = (its: string[]) => visit({ notice: { on: '2026-04-01', says: its } })
    expect(said(guideline, [noticed(['participants', 'purpose'])])[1]).toBe('satisfied complete v')
    expect(says(guideline, [noticed(['purpose'])])[1]).toEqual({
      said: 'breached incomplete v',
      sv: 'Meddelandet om besöket saknar vilka som kommer.',
      en: 'The notice of the visit does not state who is coming.',
    })
    expect(said(guideline, [visit({ invitations: [{ person: 'ada', on: '2026-04-01' }] })])[1]).toBe(
      'cannot-tell content-not-noted v',
    )
    expect(reads(guideline)).toEqual([
      'Ett besök meddelas senast samma dag. Meddelandet anger syftet och vilka som kommer.',
      'Notice of a visit is given no later than the same day. The notice states its purpose and who is coming.',
    ])
  })

  it('VIS-13 silent on how long: the committee is asked', () => {
    const guideline = oneRule(
      'visits.notice',
      { days: 'silent' },
      {},
      {
        silences: [{ id: 'Q', rule: 'R', parameter: 'days', question: { sv: 'Hur långt?', en: 'How long?' } }],
      },
    )
    expect(said(guideline, [visit()])).toEqual(['cannot-tell unanswered v'])
    expect(reads(guideline)[0]).toBe('Hur långt i förväg ett besök meddelas är inte sagt.')
  })
})

describe('who is there, how long, and whom one meets', () => {
  const both = aVisit('v', '2026-04-10', 'u', ['ada', 'bo'])

  it('VIS-14 all, any, or at least so many of those appointed', () => {
    const all = rule('visits.attendance', { who: 'all-appointed' })
    const any = rule('visits.attendance', { who: 'any' })
    const two = rule('visits.attendance', { who: 'at-least', least: 2 })
    expect(said(all, [both])).toEqual(['satisfied all-came v'])
    expect(says(all, [visit()])[0]).toMatchObject({
      said: 'breached absent v',
      sv: 'bo skulle ha deltagit i besöket men var inte där.',
    })
    expect(said(any, [visit()])).toEqual(['satisfied someone-came v'])
    expect(said(any, [aVisit('v', '2026-04-10', 'u', ['cia'])])).toEqual(['breached nobody-came v'])
    expect(said(two, [both])).toEqual(['satisfied enough-came v'])
    expect(says(two, [visit()])).toEqual([
      {
        said: 'breached too-few-came v',
        sv: 'Av de utsedda var 1 där; det ska vara minst 2.',
        en: 'Of those appointed 1 came; it is to be at least 2.',
      },
    ])
    expect(said(two, [aVisit('v', '2026-04-10', 'u', [])])).toEqual(['cannot-tell not-noted v'])
    expect(mistakes([['visits.attendance', { who: 'at-least' }]])).toHaveLength(1)
    expect(mistakes([['visits.attendance', { who: 'any', least: 2 }]])).toHaveLength(1)
  })

  it('VIS-14 the group’s rapporteur', () => {
    const guideline = rule('visits.attendance', { who: 'rapporteur' })
    const groups = [aGroup('g', ['ada', 'bo'], { rapporteur: 'bo' })]
    const byGroup = { ...visit(), group: 'g' }
    expect(says(guideline, [byGroup], '2026-12-01', { groups })[0]).toMatchObject({
      said: 'breached absent v',
      en: 'bo was to take part in the visit but was not there.',
    })
    expect(said(guideline, [{ ...both, group: 'g' }], '2026-12-01', { groups })).toEqual(['satisfied all-came v'])
    expect(says(guideline, [visit()])[0]).toMatchObject({
      said: 'cannot-tell no-rapporteur v',
      sv: 'Besöket görs inte av en besöksgrupp med en utsedd rapportör.',
    })
  })

  it('VIS-14 the unit’s manager too, whose absence is the manager’s own', () => {
    const guideline = rule('visits.attendance', { who: 'any', manager: true })
    const met = (there: boolean) => visit({ met: [{ audience: 'manager', met: there }] })
    expect(said(guideline, [met(true)])).toEqual(['satisfied manager-came v', 'satisfied someone-came v'])
    expect(says(guideline, [met(false)])[0]).toEqual({
      said: 'breached manager-absent v',
      sv: 'Enhetens chef skulle ha varit med på besöket men var inte där.',
      en: "The unit's manager was to be at the visit but was not there.",
    })
    expect(said(guideline, [visit()])[0]).toBe('cannot-tell manager-not-noted v')
    expect(reads(guideline)[0]).toBe('Minst en av de utsedda deltar i varje besök, och enhetens chef är med.')
  })

  it('VIS-14 a rule about other forms of visit says nothing of the ordinary one', () => {
    const guideline = rule('visits.attendance', { who: 'all-appointed', forms: ['study-day'] })
    expect(said(guideline, [visit()])).toEqual([])
    expect(said(guideline, [visit({ form: 'study-day' })])).toEqual(['breached absent v'])
  })

  it.each([
    ['visits.initiator', { by: 'politician' }],
    ['visits.length', { mostMinutes: 60 }],
    ['visits.notice', { days: 0, given: 'never' }],
  ] as const)(
    'VIS-14 %s says in words which forms of visit it is about, unless it is the ordinary one',
    (kind, values) => {
      const [sv, en] = reads(rule(kind, values))
      expect(reads(rule(kind, { ...values, forms: ['study-day'] }))).toEqual([
        `${sv} Det gäller studiedag.`,
        `${en} This applies to: study day.`,
      ])
    },
  )

  it('VIS-15 separate visits to the same unit are noticed, a joint one is not', () => {
    const guideline = rule('visits.coordination', { within: 'unit' })
    const alone = aVisit('w', '2026-05-10', 'u', ['bo'])
    expect(says(guideline, [visit(), alone])[1]).toEqual({
      said: 'breached apart w',
      sv: 'Besöket görs för sig; andra kontaktpolitiker för samma verksamhet besöker den 10 april 2026. Ett gemensamt besök föreslås.',
      en: 'The visit is made separately; other contact politicians of the same operation visit it on 10 April 2026. A joint visit is proposed.',
    })
    expect(said(guideline, [both])).toEqual(['satisfied together v'])
  })

  it('VIS-16 the longest a visit lasts', () => {
    const guideline = rule('visits.length', { mostMinutes: 120 })
    expect(said(guideline, [visit({ end: '17:00' })])).toEqual(['satisfied within v'])
    expect(says(guideline, [visit({ end: '17:01' })])).toEqual([
      {
        said: 'breached longer v',
        sv: 'Besöket tar 2 timmar och 1 minut, längre än 2 timmar.',
        en: 'The visit takes 2 hours and 1 minute, longer than 2 hours.',
      },
    ])
    expect(said(guideline, [visit({ end: '17:01', form: 'placement' })])).toEqual([])
  })

  it('VIS-17 whom to meet, with the guideline’s own audiences', () => {
    const guideline = rule('visits.audiences', { audiences: ['users', 'god-man'], effort: 'reach' })
    const met = (...audiences: readonly string[]) =>
      visit({ met: audiences.map((audience) => ({ audience, met: true })) })
    expect(said(guideline, [met('users', 'god-man')])).toEqual(['satisfied all-met v'])
    expect(says(guideline, [met('users')])).toEqual([
      { said: 'breached unmet v', sv: 'Besöket nådde inte gode män.', en: 'The visit did not reach guardians.' },
    ])
    expect(said(guideline, [visit()])).toEqual(['cannot-tell not-noted v'])
    expect(mistakes([['visits.audiences', { audiences: ['god-man'], effort: 'reach' }]])[0]).toContain('god-man')
  })
})
