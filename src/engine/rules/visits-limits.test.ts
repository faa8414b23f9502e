import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { evaluate } from '../evaluate.ts'
import type { Guideline } from '../guideline.ts'
import {
  allFeeRules,
  anAppointment,
  aPerson,
  aProgramme,
  aUnit,
  aVisit,
  paid,
  said as saidBy,
} from '../testing/cast.ts'
import { holding, reads, together, type Written } from '../testing/appointing.ts'
import { mistakes } from '../testing/mistakes.ts'
import { oneRule, saysOf } from '../testing/one-rule.ts'

const base = {
  persons: [aPerson('ada'), aPerson('bo', 'opposition', 'substitute'), holding('cia', 'chair')],
  units: [aUnit('u'), aUnit('w')],
  appointments: [anAppointment('ada', 'u')],
} satisfies Written

type Visit = ReturnType<typeof aVisit>
const visit = (more: Partial<Visit> = {}, day = '2026-04-10', id = 'v') => aVisit(id, day, 'u', ['ada'], more)
const booked: Partial<Visit> = { state: 'booked', attendance: [] }

const says = (guideline: Guideline, visits: readonly Visit[], today = '2026-12-01', more: Written = {}) =>
  saysOf(guideline, { ...base, visits: [...visits], ...more }, today)
const said = (...of: Parameters<typeof says>) => says(...of).map((it) => it.said)
const judged = (guideline: Guideline, visits: readonly Visit[], more: Written = {}) =>
  evaluate({
    guidelines: [guideline],
    interpretations: [],
    feeRules: allFeeRules,
    programme: aProgramme({ ...base, visits: [...visits], ...more }),
    today: dayFromIso('2026-12-01'),
  })

describe('the capacity in which one visits', () => {
  const forParty = visit({ capacity: 'party' })
  const inOffice = visit({ capacity: 'other-office' })

  it('VIS-18 a visit for the party or another office counts nowhere, and no other rule speaks of it', () => {
    const guideline = together(
      'visits.capacity',
      {},
      ['visits.count', { least: 1, per: 'unit' }],
      ['visits.length', { mostMinutes: 60 }],
      ['visits.quota', { most: 1, per: 'week' }],
    )
    expect(says(guideline, [forParty])).toEqual([
      {
        said: 'satisfied outside v',
        sv: 'Besöket gjordes för partiet och inte för nämnden; det räknas inte och ersätts inte.',
        en: 'The visit was made for the party and not for the committee; it does not count and is not paid.',
      },
    ])
    const evaluation = judged(guideline, [forParty, visit({}, '2026-04-11', 'w')])
    expect(saidBy(evaluation, 'S0', 'visits.count')[0]).toBe('satisfied reached u')
    expect(evaluation.findings.find((it) => it.rule === 'S0')?.values.done).toBe(1)
    expect(saidBy(evaluation, 'S1', 'visits.length')).toEqual(['breached longer w'])
    expect(saidBy(evaluation, 'S2', 'visits.quota')).toEqual(['satisfied within w'])
  })

  it('VIS-18 without the rule every visit counts; with it, those that it names too', () => {
    const counting = ['visits.count', { least: 1, per: 'unit' }] as const
    const silent = together('visits.length', { mostMinutes: 200 }, counting)
    const also = together('visits.capacity', { also: ['other-office'] }, counting)
    expect(saidBy(judged(silent, [forParty]), 'S0', 'visits.count')[0]).toBe('satisfied reached u')
    expect(saidBy(judged(also, [inOffice]), 'S0', 'visits.count')[0]).toBe('satisfied reached u')
    expect(saidBy(judged(also, [forParty]), 'S0', 'visits.count')[0]).toBe('due remaining u')
    expect(says(also, [inOffice])[0]).toMatchObject({
      said: 'satisfied counts-too v',
      en: 'The visit was made in another office and counts.',
    })
    expect(reads(also)[0]).toBe('Bara besök som görs för nämnden eller i ett annat uppdrag räknas och ersätts.')
  })

  it('VIS-18 it is not paid', () => {
    const guideline = together('visits.capacity', {}, ['fee.kind', { fee: 'meeting' }])
    expect(paid(judged(guideline, [forParty]))).toEqual(['v ada not-payable 0'])
    expect(paid(judged(guideline, [visit()]))).toEqual(['v ada payable 60650'])
  })
})

describe('visits without an appointment', () => {
  const by = (person: string) => aVisit('v', '2026-04-10', 'u', [person])

  it('VIS-19 by whom: seats or roles', () => {
    const guideline = oneRule('visits.unappointed', { by: ['substitute'], paid: 'no' })
    expect(said(guideline, [by('ada')])).toEqual([])
    expect(says(guideline, [by('bo')])).toEqual([
      {
        said: 'satisfied may-unpaid v',
        sv: 'bo har inte uppdraget här, men kan besöka enheten, utan ersättning.',
        en: 'bo is not appointed here, but may visit the unit, without a fee.',
      },
    ])
    expect(says(guideline, [by('cia')])[0]).toMatchObject({
      said: 'breached may-not v',
      sv: 'cia har inte uppdraget här; utan uppdrag besöker bara ersättare.',
    })
    expect(said(oneRule('visits.unappointed', { by: ['chair'], paid: 'yes' }), [by('cia')])).toEqual([
      'satisfied may-paid v',
    ])
    expect(reads(guideline)).toEqual([
      'Också ersättare kan besöka en enhet utan att ha uppdraget där, utan ersättning.',
      'Substitutes too may visit a unit without being appointed to it, without a fee.',
    ])
  })

  it('VIS-19 nobody, where the list is empty', () => {
    const nobody = oneRule('visits.unappointed', { by: [], paid: 'no' })
    expect(says(nobody, [by('bo')])[0]).toMatchObject({
      said: 'breached may-not v',
      en: 'bo is not appointed here.',
    })
    expect(reads(nobody)[0]).toBe('Ingen besöker en enhet utan att ha uppdraget där.')
  })

  it('VIS-19 paid, not paid, or not said', () => {
    const pays = (said: string) =>
      together('visits.unappointed', { by: ['chair'], paid: said }, ['fee.kind', { fee: 'meeting' }])
    expect(paid(judged(pays('yes'), [by('cia')]))).toEqual(['v cia payable 60650'])
    expect(paid(judged(pays('no'), [by('cia')]))).toEqual(['v cia not-payable 0'])
    const open = oneRule(
      'visits.unappointed',
      { by: ['chair'], paid: 'silent' },
      {},
      {
        silences: [{ id: 'Q', rule: 'R', parameter: 'paid', question: { sv: 'Ersätts det?', en: 'Is it paid?' } }],
      },
    )
    expect(said(open, [by('cia')])).toEqual(['cannot-tell paid-unanswered v'])
  })
})

describe('how much a unit receives', () => {
  it('VIS-20 at most so many in a calendar week, which begins on Monday and may span two years', () => {
    const guideline = oneRule('visits.quota', { most: 1, per: 'week' })
    // 2026-12-28 is a Monday; the week is the 53rd of 2026 and ends on 3 January.
    const visits = [
      visit({}, '2026-12-27', 'sunday'),
      visit({}, '2026-12-28', 'monday'),
      visit({}, '2027-01-03', 'next-sunday'),
    ]
    expect(said(guideline, visits, '2027-02-01')).toEqual([
      'satisfied within sunday',
      'satisfied within monday',
      'breached beyond next-sunday',
    ])
    expect(says(guideline, visits, '2027-02-01')[2]).toMatchObject({
      sv: 'Besöket är nummer 2 hos u under samma kalendervecka, fler än de 1 som enheten tar emot.',
      en: 'The visit is number 2 to u in the same calendar week, more than the 1 that the unit receives.',
    })
  })

  it('VIS-20 at most so many in a calendar month, by start, whoever makes them', () => {
    const guideline = oneRule('visits.quota', { most: 2, per: 'month' })
    const by = (id: string, day: string, more: Partial<Visit> = {}) => aVisit(id, day, 'u', ['bo'], more)
    const visits = [
      by('c', '2026-04-30', booked),
      by('a', '2026-04-01'),
      visit({}, '2026-04-15', 'b'),
      by('declined', '2026-04-02', { state: 'declined', attendance: [] }),
      by('may', '2026-05-01'),
      aVisit('elsewhere', '2026-04-29', 'w', ['ada']),
    ]
    expect(said(guideline, visits)).toEqual([
      'satisfied within a',
      'satisfied within b',
      'satisfied within elsewhere',
      'breached beyond c',
      'satisfied within may',
    ])
    expect(reads(guideline)).toEqual([
      'En enhet tar emot högst 2 besök per kalendermånad.',
      'A unit receives at most 2 visits in a calendar month.',
    ])
  })

  it('VIS-21 days that the unit has blocked', () => {
    const guideline = oneRule('visits.blocked', { own: true })
    const units = [aUnit('u', { blocked: [{ from: '2026-04-10', until: '2026-04-12', reason: 'flytt' }] })]
    expect(says(guideline, [visit()], '2026-12-01', { units })).toEqual([
      {
        said: 'breached unit-blocked v',
        sv: 'u tar inte emot besök den dagen: flytt.',
        en: 'u receives no visits on that day: flytt.',
      },
    ])
    expect(said(guideline, [visit({}, '2026-04-12')], '2026-12-01', { units })).toEqual(['satisfied open v'])
  })

  it('VIS-21 so many days before an election', () => {
    const guideline = oneRule('visits.blocked', { own: false, beforeElectionDays: 30 })
    const elections = ['2026-09-13']
    const on = (day: string) => says(guideline, [visit({}, day)], '2026-12-01', { elections })
    expect(on('2026-08-13')[0]?.said).toBe('satisfied open v')
    expect(on('2026-08-14')).toEqual([
      {
        said: 'breached before-election v',
        sv: 'Besöket ligger inom 30 dagar före valet 13 september 2026, då inga besök görs.',
        en: 'The visit is within 30 days before the election on 13 September 2026, when no visits are made.',
      },
    ])
    expect(on('2026-09-13')[0]?.said).toBe('breached before-election v')
    expect(on('2026-09-14')[0]?.said).toBe('satisfied open v')
    expect(said(guideline, [visit()])).toEqual(['cannot-tell elections-unknown v'])
    expect(reads(oneRule('visits.blocked', { beforeElectionDays: 30 }))[0]).toBe(
      'Inga besök görs de dagar som enheten har spärrat eller från och med 30 dagar före ett val till och med valdagen.',
    )
    expect(mistakes([['visits.blocked', { own: false }]])).toEqual([
      '9 no days are blocked; write own: true, or beforeElectionDays',
    ])
  })

  const declined = (reason: 'capacity' | 'other', by = 'politician') =>
    visit({
      state: 'declined',
      attendance: [],
      initiated: { by, on: '2026-03-01' },
      declined: { on: '2026-03-10', reason },
    })

  it('VIS-22 the unit may decline for lack of capacity, and not for another reason', () => {
    const guideline = oneRule('visits.decline', { reasons: ['capacity'] }, { bearer: 'manager' })
    expect(says(guideline, [declined('capacity')])).toEqual([
      {
        said: 'satisfied may-decline v',
        sv: 'Enheten tackade nej 10 mars 2026, av ett skäl som riktlinjen godtar.',
        en: 'The unit declined on 10 March 2026, for a reason that the guideline accepts.',
      },
    ])
    expect(said(guideline, [declined('other')])).toEqual(['breached may-not-decline v'])
    expect(said(guideline, [declined('other', 'manager')])).toEqual([])
    expect(said(guideline, [{ ...declined('other'), declined: undefined }])).toEqual(['cannot-tell not-noted v'])
  })

  it('VIS-22 it then proposes another day within so many days', () => {
    const guideline = oneRule('visits.decline', { reasons: ['capacity'], proposeWithinDays: 14 }, { bearer: 'manager' })
    const again = (on: string) => visit({ ...booked, initiated: { by: 'manager', on } }, '2026-05-10', 'again')
    const proposal = (visits: readonly Visit[], today: string) => says(guideline, visits, today)[1]
    expect(proposal([declined('capacity')], '2026-03-24')).toEqual({
      said: 'due to-propose v',
      sv: 'Enheten ska föreslå en annan dag senast 24 mars 2026.',
      en: 'The unit is to propose another day by 24 March 2026.',
    })
    expect(proposal([declined('capacity')], '2026-03-25')?.said).toBe('breached not-proposed v')
    expect(proposal([declined('capacity'), again('2026-03-24')], '2026-12-01')?.said).toBe('satisfied proposed v')
    expect(proposal([declined('capacity'), again('2026-03-25')], '2026-12-01')?.said).toBe('breached not-proposed v')
    expect(reads(guideline)[0]).toBe(
      'En enhet kan tacka nej till ett besök när verksamheten inte hinner ta emot och föreslår då en annan dag inom 14 dagar.',
    )
    expect(mistakes([['visits.decline', { reasons: [], proposeWithinDays: 14 }]])).toHaveLength(1)
  })
})
