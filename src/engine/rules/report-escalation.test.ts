import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { evaluate } from '../evaluate.ts'
import { describeGuideline } from '../explain.ts'
import { type Guideline, guidelineSchema } from '../guideline.ts'
import { settingsOn } from '../settings.ts'
import { anAppointment, aPerson, aProgramme, aReport, aUnit, aVisit, meetings } from '../testing/cast.ts'
import { saysOf } from '../testing/one-rule.ts'

type Written = Parameters<typeof aProgramme>[0]
type Rule = readonly [id: string, kind: string, values: Record<string, unknown>]

const base = {
  persons: [aPerson('ada'), aPerson('bo', 'opposition')],
  units: [aUnit('u')],
  appointments: [anAppointment('ada', 'u'), anAppointment('bo', 'u')],
  meetings: [...meetings],
  visits: [aVisit('v', '2026-04-10', 'u', ['ada', 'bo'])],
} satisfies Written
const chair = { afterDays: 10, to: ['chair'] }
const escalation = (values: object = chair, timing?: object): Guideline =>
  guideline([['R', 'report.escalation', { ...values }], ...timed(timing)])

function timed(timing: object | undefined): readonly Rule[] {
  return timing === undefined ? [] : [['T', 'report.timing', { ...timing }]]
}

function guideline(rules: readonly Rule[], id = 'late'): Guideline {
  return guidelineSchema.parse({
    format: 'namndkontakt/guideline@1',
    id,
    title: 'Sena rapporter',
    issuer: { committee: 'Provnämnden' },
    status: 'adopted',
    validity: { from: '2020-01-01' },
    document: { reviewBy: { when: 'none' } },
    rules: rules.map(([rule, kind, values]) => ({
      id: rule,
      kind,
      force: 'must',
      bearer: 'administration',
      clause: '§ 1',
      values,
    })),
    silences: rules.flatMap(([rule, , values]) =>
      Object.keys(values)
        .filter((key) => values[key] === 'silent')
        .map((parameter) => ({ id: `Q-${rule}`, rule, parameter, question: { sv: 'Vad gäller?', en: 'What holds?' } })),
    ),
  })
}

const says = (by: Guideline, today: string, more: Written = {}) => saysOf(by, { ...base, ...more }, today)
const said = (...of: Parameters<typeof says>) => says(...of).map((it) => it.said)

describe('a report that is late is told to somebody', () => {
  const days14 = escalation(chair, { by: 'days', days: 14 })

  // The last day is 24 April, and 4 May is ten days after it.
  it.each([
    ['2026-04-24', []],
    ['2026-04-25', ['due waits v']],
    ['2026-05-03', ['due waits v']],
    ['2026-05-04', ['due tell v']],
    ['2026-12-01', ['due tell v']],
  ])('REP-15 ten days after the last day: on %s %j', (today, outcome) => {
    expect(said(days14, today)).toEqual(outcome)
  })

  it.each([
    // The meetings: the papers of the first after 10 April, and the meeting itself.
    ['among the papers of the next meeting', { by: 'next-meeting' }],
    ['at the meeting itself', { by: 'at-meeting' }],
  ])('REP-15 %s: counted from the day that the time of the report names', (_, timing) => {
    const by = escalation(chair, timing)
    const { findings } = evaluate({
      guidelines: [by],
      interpretations: [],
      feeRules: [],
      programme: aProgramme({ ...base, visits: [...base.visits] }),
      today: dayFromIso('2026-12-01'),
    })
    const [when] = findings.filter(({ kind }) => kind === 'report.timing')
    const [told] = findings.filter(({ kind }) => kind === 'report.escalation')
    const last = timing.by === 'at-meeting' ? when?.values.meetingDay : when?.values.deadlineDay
    expect(last).toBeTypeOf('number')
    expect(told?.values).toMatchObject({ dueOn: last, tellOn: Number(last) + 10, to: ['chair'], afterDays: 10 })
    expect(told?.bearer).toBe('administration')
  })

  it.each([
    ['no rule says when', undefined],
    ['the time is counted from the report itself', { by: 'next-meeting', countsFrom: 'report' }],
  ])('REP-15 from the visit where %s', (_, timing) => {
    const by = escalation(chair, timing)
    expect(said(by, '2026-04-10')).toEqual([])
    expect(said(by, '2026-04-19')).toEqual(['due waits v'])
    expect(said(by, '2026-04-20')).toEqual(['due tell v'])
  })

  it('REP-15 a report that has come, written or oral, is told to nobody; a draft is none', () => {
    const report = (more: object) => ({ reports: [aReport('v', ['ada'], more)] })
    expect(said(days14, '2026-12-01', report({ final: '2026-09-01' }))).toEqual([])
    const oral = { form: 'oral', final: undefined, meeting: undefined, oralAt: 'april' } as const
    expect(said(days14, '2026-12-01', report(oral))).toEqual([])
    const draft = { final: undefined, meeting: undefined, toManager: undefined }
    expect(said(days14, '2026-12-01', report(draft))).toEqual(['due tell v'])
  })

  it('REP-15 what lacks a last day cannot be told, and is not guessed', () => {
    expect(said(escalation(chair, { by: 'next-meeting', countsFrom: 'silent' }), '2026-12-01')).toEqual([
      'cannot-tell no-day v',
    ])
    expect(said(escalation(chair, { by: 'next-meeting' }), '2026-12-01', { meetings: [] })).toEqual([
      'cannot-tell no-day v',
    ])
    expect(said(escalation({ ...chair, afterDays: 'silent' }), '2026-12-01')).toEqual(['cannot-tell unanswered v'])
  })

  it('REP-15 several steps, and of two sources the earlier day for the report', () => {
    const steps = guideline([
      ['T', 'report.timing', { by: 'days', days: 14 }],
      ['R', 'report.escalation', chair],
      ['S', 'report.escalation', { afterDays: 300, to: ['committee'] }],
    ])
    const policy = guidelineSchema.parse({
      ...guideline([['P', 'report.timing', { by: 'days', days: 7 }]], 'policy'),
      issuer: { council: 'Provköping', binds: 'all' },
      validity: { from: '2020-01-01' },
    })
    const { findings } = evaluate({
      guidelines: [steps, policy],
      interpretations: [],
      feeRules: [],
      programme: aProgramme(base),
      today: dayFromIso('2026-12-01'),
    })
    const told = findings.filter(({ kind }) => kind === 'report.escalation')
    expect(told.map(({ rule, code }) => `${rule} ${code}`)).toEqual(['R tell', 'S waits'])
    expect(told.map(({ values }) => values.dueOn)).toEqual([dayFromIso('2026-04-17'), dayFromIso('2026-04-17')])
    expect(findings.filter(({ kind }) => kind === 'sources')).toEqual([])
  })

  it('REP-15 in words, and as settings', () => {
    expect(says(days14, '2026-04-25')[0]).toMatchObject({
      sv: 'Rapporten är sen. Saknas den fortfarande 4 maj 2026 får ordföranden veta det.',
      en: 'The report is late. If it is still missing on 4 May 2026, that is told to the chair.',
    })
    expect(says(days14, '2026-05-04')[0]).toMatchObject({
      sv: 'Rapporten saknas fortfarande. Från 4 maj 2026 ska ordföranden få veta det.',
      en: 'The report is still missing. From 4 May 2026 that is to be told to the chair.',
    })
    const reads = (by: Guideline) =>
      (['sv', 'en'] as const).map((language) => describeGuideline(by, language, dayFromIso('2026-06-01'))[0]?.sentence)
    expect(reads(escalation())).toEqual([
      'När en rapport är 10 dagar sen får ordföranden veta att den saknas.',
      'When a report is 10 days late the chair is told that it is missing.',
    ])
    expect(reads(escalation({ afterDays: 1, to: ['committee', 'group-leader'] }))).toEqual([
      'När en rapport är en dag sen får nämnden och gruppledaren veta att den saknas.',
      'When a report is one day late the committee and the group leader are told that it is missing.',
    ])
    expect(settingsOn([days14], [], dayFromIso('2026-06-01'))?.report.escalation).toMatchObject([
      { afterDays: 10, to: ['chair'], basis: { rule: 'R', clause: '§ 1' } },
    ])
  })
})
