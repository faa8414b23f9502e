import { describe, expect, test } from 'vitest'
import {
  aConfirmedClaim,
  allFeeRules,
  anAppointment,
  aPerson,
  aProgramme,
  aReport,
  aUnit,
  aVisit,
  guidelineNamed,
  interpretationsNamed,
  meetings,
} from '../../engine/testing/cast.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { dayFromIso } from '../../kernel/date.ts'
import {
  changesOf,
  correctionNote,
  furtherAudiences,
  metToKeep,
  type Noted,
  untilBrokenOff,
  withNoted,
} from './visits.attendance.rules.ts'
import { previewCorrection } from './visits.correction.rules.ts'

const guideline = guidelineNamed('hedemora-omsorgsnamnden-2026')
const rules = {
  guidelines: [guideline],
  interpretations: [interpretationsNamed('hedemora-omsorgsnamnden-2026', guideline)],
  feeRules: allFeeRules,
}
const today = dayFromIso('2026-12-01')
const both = ['astrid', 'bo']
const [three, fiveTwenty] = [minutes(900), minutes(1040)]

const programmeOf = (
  days: readonly string[],
  exported: Readonly<Record<string, number>> = {},
  who: readonly string[] = both,
) =>
  aProgramme({
    persons: [aPerson('astrid'), aPerson('bo', 'opposition')],
    units: [aUnit('granen')],
    appointments: both.map((person) => anAppointment(person, 'granen')),
    meetings: [...meetings],
    visits: days.map((day, index) =>
      aVisit(`v${index + 1}`, day, 'granen', who, {
        met: ['users', 'manager', 'staff'].map((audience) => ({ audience, met: true })),
      }),
    ),
    reports: days.map((_, index) => aReport(`v${index + 1}`, who)),
    claims: days.flatMap((_, index) =>
      who.map((person) => {
        const paid = exported[`v${index + 1} ${person}`]
        return aConfirmedClaim(
          `v${index + 1}`,
          person,
          paid === undefined ? {} : { exported: { on: '2026-05-29', amount: paid } },
        )
      }),
    ),
  })

const came = (personId: string, end = fiveTwenty) => ({
  personId,
  start: three,
  end,
  serving: false,
  withinPaidWork: false,
})
const met = ['users', 'manager', 'staff'].map((audience) => ({ audience, met: true, count: null, explanation: '' }))
const noted = (...attending: Noted['attending']): Noted => ({ attending, met, brokenOff: false })

const preview = (programme: ReturnType<typeof programmeOf>, note: Noted, id = 'v1') => {
  const visit = programme.visits.find((it) => it.id === id)
  if (visit === undefined) throw new Error('no such visit')
  return previewCorrection(
    rules,
    programme,
    withNoted(visit, note, () => false),
    today,
  )
}
const feesOf = ({ fees }: ReturnType<typeof preview>) =>
  fees.map(({ visit, person, before, after, stands }) => [
    visit,
    person,
    before?.outcome,
    before?.amount,
    after?.outcome,
    after?.amount,
    stands,
  ])

describe('what a correction changes', () => {
  test('nothing, where the visit stands as it did', () => {
    expect(preview(programmeOf(['2026-04-10']), noted(came('astrid'), came('bo')))).toEqual({
      appears: [],
      disappears: [],
      fees: [],
    })
  })

  test('a shorter time gives a lower fee to that person alone: 15.00–16.00 is 347 kr', () => {
    const changed = preview(programmeOf(['2026-04-10']), noted(came('astrid', minutes(960)), came('bo')))
    expect(feesOf(changed)).toEqual([['v1', 'astrid', 'payable', 60650, 'payable', 34700, false]])
    expect(changed.appears).toEqual([])
  })

  test('HED-04: one who did not come is a breach that appears, and no longer has a fee', () => {
    const changed = preview(programmeOf(['2026-04-10']), noted(came('astrid')))
    expect(changed.appears.map(({ rule, code, values }) => [rule, code, values.person])).toContainEqual([
      'HED-04',
      'absent',
      'bo',
    ])
    expect(feesOf(changed)).toEqual([['v1', 'bo', 'payable', 60650, undefined, undefined, false]])
  })

  test('HED-04: one who was there after all is a breach that disappears', () => {
    const changed = preview(programmeOf(['2026-04-10'], {}, ['astrid']), noted(came('astrid'), came('bo')))
    expect(changed.disappears.map(({ rule, code }) => [rule, code])).toContainEqual(['HED-04', 'absent'])
  })

  test('what has gone to payroll stands: the difference waits for a decision, with the reason', () => {
    const programme = programmeOf(['2026-04-10'], { 'v1 astrid': 60650 })
    const changed = preview(programme, noted(came('astrid', minutes(960)), came('bo')))
    expect(changed.fees.map(({ person, before, after }) => [person, before?.outcome, after?.outcome])).toEqual([
      ['astrid', 'payable', 'needs-decision'],
    ])
    expect(changed.fees[0]?.reasons.map(({ code, values }) => [code, values.exportedOre, values.computedOre])).toEqual([
      ['exported-differs', 60650, 34700],
    ])
  })

  test('one who is taken away after payment stands too, and is said to', () => {
    const changed = preview(programmeOf(['2026-04-10'], { 'v1 bo': 60650 }), noted(came('astrid')))
    expect(feesOf(changed)).toEqual([['v1', 'bo', 'payable', 60650, undefined, undefined, true]])
  })

  test('HED-15: another visit of the year gets the place that becomes free under the cap', () => {
    const programme = programmeOf(['2026-04-10', '2026-05-11', '2026-06-12'])
    const changed = preview(programme, noted(came('astrid')))
    expect(feesOf(changed)).toEqual([
      ['v1', 'bo', 'payable', 60650, undefined, undefined, false],
      ['v3', 'bo', 'not-payable', 0, 'payable', 60650, false],
    ])
  })

  test('HED-08: an audience that was not met is a deviation that appears', () => {
    const without = met.map((it) => (it.audience === 'staff' ? { ...it, met: false, explanation: 'Utbildning' } : it))
    const changed = preview(programmeOf(['2026-04-10']), { ...noted(came('astrid'), came('bo')), met: without })
    expect(changed.appears.map(({ rule, outcome, code }) => [rule, outcome, code])).toEqual([
      ['HED-08', 'deviates', 'unmet'],
    ])
    expect(changed.fees).toEqual([])
  })
})

describe('what is noted of a correction', () => {
  const before = { attendance: [came('astrid'), came('bo')], met, brokenOff: false }

  test('is nothing where all stands as it did, in any order', () => {
    expect(changesOf(before, noted(came('bo'), came('astrid')))).toBeUndefined()
  })

  test('is the times before and after without any name, and the reason', () => {
    const changes = changesOf(before, noted(came('astrid', minutes(960)), came('cilla')))
    expect(changes && correctionNote(changes, 'Fel tid.')).toBe(
      '15.00–17.20 → 15.00–16.00; 15.00–17.20 → –; – → 15.00–17.20. Fel tid.',
    )
  })

  test('is the reason alone where no time is another', () => {
    const changes = changesOf(before, { ...noted(came('astrid'), { ...came('bo'), serving: true }), brokenOff: true })
    expect(changes).toMatchObject({ brokenOff: { before: false, after: true }, persons: [{ personId: 'bo' }] })
    expect(changes && correctionNote(changes, 'Glömt.')).toBe('Glömt.')
  })
})

describe('whom a visit reached', () => {
  const named = [
    { audience: 'operation', said: { sv: 'v', en: 'o' }, explained: false, clause: '1' },
    { audience: 'staff', said: { sv: 's', en: 's' }, explained: true, clause: '2' },
  ]

  test('can be noted of kinds that the guideline does not name, once each', () => {
    expect(furtherAudiences(named).map(({ audience }) => audience)).toEqual([
      'users',
      'relatives',
      'manager',
      'interest-organisations',
    ])
  })

  test('is kept for what the guideline asks, met or not, and for further kinds when they were met; else let go', () => {
    const of = (audience: string, isMet: boolean) => ({ audience, met: isMet, count: null, explanation: '' })
    const all = [of('staff', false), of('users', true), of('relatives', false), of('kungen', true)]
    expect(metToKeep(named, all).map(({ audience }) => audience)).toEqual(['staff', 'users'])
  })
})

describe('a visit that is broken off', () => {
  const visit = { day: dayFromIso('2026-04-10'), start: three, end: fiveTwenty, brokenOff: false }
  const [at, later] = [
    { day: visit.day, time: minutes(1000) },
    { day: dayFromIso('2026-04-11'), time: minutes(0) },
  ]
  const brokenOff = (until: number | undefined, reason = 'Larm') => ({
    until: until === undefined ? undefined : minutes(until),
    reason,
  })
  const tried = (
    attending: Noted['attending'],
    broken: ReturnType<typeof brokenOff> | undefined,
    now = later,
    of = visit,
  ) => untilBrokenOff(of, { attending, brokenOff: broken }, now)

  test('ends everybody’s planned time, and lets an earlier leaving be', () => {
    expect(tried([came('astrid'), came('bo', minutes(930))], brokenOff(970))).toMatchObject({
      ok: true,
      value: [{ end: 970 }, { end: 930 }],
    })
  })

  test.each([
    ['without a time', undefined, 'Larm', 'visits.broken-off-when', 'brokenOffAt'],
    ['without a reason', 970, '', 'visits.broken-off-why', 'brokenOffReason'],
    ['at its very start', 900, 'Larm', 'visits.broken-off-outside', 'brokenOffAt'],
    ['at its end', 1040, 'Larm', 'visits.broken-off-outside', 'brokenOffAt'],
  ] as const)('%s is refused', (_, until, reason, code, field) => {
    expect(tried([came('astrid')], brokenOff(until, reason))).toMatchObject({ ok: false, code, field })
  })

  test('at a time that has not come is refused', () => {
    expect(tried([came('astrid')], brokenOff(1010), at)).toMatchObject({ code: 'visits.broken-off-ahead' })
    expect(tried([came('astrid')], brokenOff(1000), at)).toMatchObject({ ok: true })
  })

  test('lets nobody stay longer or come after it', () => {
    const stayed = { ...came('astrid', minutes(1030)) }
    expect(tried([stayed], brokenOff(970))).toMatchObject({
      code: 'visits.after-broken-off',
      field: 'end.astrid',
      facts: { until: 970 },
    })
    const late = { ...came('astrid'), start: minutes(1000) }
    expect(tried([late], brokenOff(970))).toMatchObject({ code: 'visits.after-broken-off', field: 'start.astrid' })
  })

  test('stands as it is in a later correction', () => {
    const already = { ...visit, brokenOff: true }
    expect(tried([came('astrid', minutes(960))], brokenOff(undefined, ''), later, already)).toMatchObject({
      ok: true,
      value: [{ end: 960 }],
    })
  })
})
