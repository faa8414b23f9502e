import { describe, expect, it } from 'vitest'
import type { Finding } from '../../engine/index.ts'
import { addDays, type Day, dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { askedKind, escalatedKind, latenessOf, latestFirst, stepOf, type ToldOfReport } from './reports.late.rules.ts'

const visit = { id: 'v', day: dayFromIso('2026-04-10') }
const timing = (deadline: string, more: Partial<Finding> = {}): Finding => ({
  rule: 'T',
  source: 'g',
  kind: 'report.timing',
  clause: '§ 5',
  force: 'must',
  bearer: 'politician',
  outcome: 'breached',
  code: 'missed-days',
  subject: { type: 'visit', id: 'v' },
  values: { deadlineDay: dayFromIso(deadline) },
  ...more,
})
const step = (rule: string): Finding => ({
  ...timing('2026-04-24'),
  rule,
  kind: 'report.escalation',
  outcome: 'due',
  code: 'tell',
  values: { to: ['chair'] },
})
const told = (personId: string, kind: string, occasion: string, on = '2026-04-25'): ToldOfReport => ({
  personId,
  kind,
  subjectId: 'v',
  occasion,
  day: dayFromIso(on),
})
const on = (
  today: string,
  findings: readonly Finding[],
  all: readonly ToldOfReport[] = [],
  remindedIds = ['ada', 'bo'],
) => latenessOf(visit, { findings, told: all, remindedIds, today: dayFromIso(today) })
const days = (kind: string, next: { readonly kind: string; readonly on: Day } | undefined) =>
  next === undefined ? 'none' : `${next.kind === kind ? '' : next.kind}${isoFromDay(next.on)}`

describe('how late a report is', () => {
  it.each([
    ['2026-04-20', -4],
    ['2026-04-24', 0],
    ['2026-05-04', 10],
  ])('on %s it is %i days, from the last day that the finding names', (today, late) => {
    expect(on(today, [timing('2026-04-24')])).toMatchObject({ deadline: dayFromIso('2026-04-24'), daysLate: late })
  })

  it('names no day where no finding does, and the earliest where several do', () => {
    expect(on('2026-05-04', [])).toMatchObject({ deadline: undefined, daysLate: undefined })
    const other = timing('2026-04-17', { source: 'policy', rule: 'P' })
    expect(on('2026-05-04', [timing('2026-04-24'), other])).toMatchObject({ daysLate: 17, timing: { rule: 'P' } })
    // What is satisfied, or about another visit, says nothing of this one.
    const elsewhere = timing('2026-04-01', { subject: { type: 'visit', id: 'w' } })
    expect(on('2026-05-04', [elsewhere, timing('2026-04-02', { outcome: 'satisfied' })]).deadline).toBeUndefined()
  })

  it('at a meeting the meeting’s own day is the last', () => {
    const meetingDay = dayFromIso('2026-05-06')
    const given = timing('2026-04-22', { code: 'missed-meeting', values: { meetingDay, deadlineDay: visit.day } })
    expect(on('2026-05-08', [given])).toMatchObject({ deadline: meetingDay, daysLate: 2 })
  })
})

describe('the next reminder', () => {
  const due = (who: string) => told(who, 'report-due', '2026-04-24', '2026-04-21')
  const late = (who: string) => told(who, 'report-late', '2026-04-24')
  it.each<[string, readonly ToldOfReport[], string]>([
    ['2026-04-12', [], 'report-due2026-04-21'],
    ['2026-04-22', [due('ada'), due('bo')], '2026-04-25'],
    // One of them has not been told: tomorrow morning.
    ['2026-04-22', [due('ada')], 'report-due2026-04-23'],
    ['2026-04-26', [late('ada')], '2026-04-27'],
    ['2026-04-26', [late('ada'), late('bo')], 'none'],
    ['2026-05-24', [late('ada')], 'none'],
  ])('on %s', (today, before, next) => {
    expect(days('report-late', on(today, [timing('2026-04-24')], before).next)).toBe(next)
  })

  it('comes two weeks after the visit where no day is named, and to nobody who wants none', () => {
    expect(on('2026-04-12', []).next).toEqual({ kind: 'report-missing', on: addDays(visit.day, 14) })
    expect(on('2026-04-12', [], [], []).next).toBeUndefined()
  })
})

describe('what has been done', () => {
  it('keeps reminders and escalation apart, and each step by itself', () => {
    const all = [
      told('ada', 'report-late', '2026-04-24'),
      told('ada', askedKind, '2026-04-28'),
      told('olle', escalatedKind, stepOf(step('R'))),
      { ...told('ada', 'report-late', '2026-04-24'), subjectId: 'w' },
    ]
    const { reminders, escalations } = on('2026-05-04', [timing('2026-04-24'), step('R'), step('S')], all)
    expect(reminders.map(({ kind }) => kind)).toEqual(['report-late', askedKind])
    expect(escalations.map(({ finding, told: who }) => [finding.rule, who.map(({ personId }) => personId)])).toEqual([
      ['R', ['olle']],
      ['S', []],
    ])
  })

  it('puts the one that has waited longest first, also among those without a day', () => {
    const report = (id: string, day: string, deadline?: string) => ({
      id,
      day: dayFromIso(day),
      deadline: deadline === undefined ? undefined : dayFromIso(deadline),
    })
    const reports = [
      report('ahead', '2026-05-01', '2026-06-01'),
      report('no day', '2026-04-01'),
      report('late', '2026-04-01', '2026-04-08'),
    ]
    expect(latestFirst(reports).map(({ id }) => id)).toEqual(['late', 'no day', 'ahead'])
  })
})
