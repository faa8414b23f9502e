import { describe, expect, it } from 'vitest'
import { said } from './testing/cast.ts'
import { judgeUnseen, lines, open } from './testing/unseen.ts'

describe('an education committee: groups of all parties without schools of their own, counted over the term', () => {
  const evaluation = judgeUnseen('se-utbildning', '2026-04-30')

  it('what is not as it should be, and nothing more', () => {
    expect(open(evaluation)).toEqual([
      'S-1 groups.division breached party-missing två',
      'S-1 groups.rapporteur breached not-named två',
      'S-1 groups.rapporteur due report-due c',
      'S-2 visits.count due remaining ett',
      'S-2 visits.count due remaining två',
      'S-3 visits.blocked breached unit-blocked a',
      'S-3 visits.quota breached beyond b',
      'S-4 visits.attendance cannot-tell no-rapporteur b',
      'S-5 report.form due outstanding c',
      'S-5 report.most-per-meeting breached too-many bun',
      'S-5 report.timing breached missed c',
      // The papers were due on 8 April: 22 April is fourteen days late, and 6 May is still ahead.
      'S-5B report.escalation due tell c',
      'S-5C report.escalation due waits c',
      'S-6 visits.decline breached not-proposed d',
    ])
  })

  it('a group’s one paid visit serves all who came; a fixed fee pays nothing more, and who does not serve gets half', () => {
    expect(lines(evaluation)).toEqual([
      'a ann meeting not-payable 0',
      // 80 minutes are three begun half-hours: 540 kr, of which half.
      'a ben meeting payable 27000',
      'b cai meeting payable 54000',
      'c ben meeting not-payable 0',
    ])
  })
})

describe('an environment committee: half days and hours, by share and from the next year, and lost earnings', () => {
  const evaluation = judgeUnseen('se-miljo', '2026-01-10')

  it('what is not as it should be, and nothing more', () => {
    expect(open(evaluation)).toEqual([
      // One half day and one of more than four hours, which is two: three of four.
      'M-1 visits.count breached too-few ida',
      'M-1 visits.count due remaining ida',
      'M-1 visits.count due remaining jon',
      // Two hours and a quarter of three; the visit for the party counts nowhere.
      'M-2 visits.count deviates too-few ida',
      'M-2 visits.count due remaining ida',
      'M-2 visits.count due remaining jon',
    ])
  })

  it('VIS-25 who came in July owes two half days, and no inspection before the next year', () => {
    expect(said(evaluation, 'M-1', 'visits.count')).toContain('satisfied reached jon')
    expect(said(evaluation, 'M-2', 'visits.count')).toContain('satisfied not-asked jon')
  })

  it('travel is within the eight hours of the year, and lost earnings are paid where no fee is', () => {
    expect(lines(evaluation)).toEqual([
      // 4 h 30 min are five begun hours; of the year's eight hours 3 h 30 min are left: four begun hours.
      's1 ida errand payable 120000',
      's1 jon errand payable 96000',
      's2 ida errand payable 96000',
      's2 jon errand payable 72000',
      't1 ida – not-payable 0',
      't2 ida – not-payable 0',
      // 520 000 kr / 2 080 = 250 kr, for five begun half-hours.
      't1 ida lost-earnings payable 62500',
    ])
  })
})

describe('a trial for areas, with a number that changes and a fee that is left open', () => {
  const evaluation = judgeUnseen('se-aldre', '2027-04-10', { feeRules: [] })

  it('what is not as it should be, and nothing more', () => {
    expect(open(evaluation)).toEqual([
      'A-1 review breached overdue se-aldre',
      'A-1 review due trial-ends se-aldre',
      'A-2 appointment.relations deviates refused ulf-norr',
      'A-2 appointment.term due end-not-set ulf-norr',
      'A-3 visits.count breached too-few ulf',
      'A-3 visits.count due remaining eva',
      'A-3 visits.count due remaining ulf',
      'A-4 visits.initiator due step-due linden',
      'A-4 visits.initiator due step-due tallen',
      'A-5 visits.extra-decision breached late v3',
    ])
  })

  it('SRC-03 each year is judged by its own number and names its own clause', () => {
    const clauses = evaluation.findings
      .filter(({ rule, outcome }) => rule === 'A-3' && outcome !== 'satisfied')
      .map(({ clause, values }) => `${values.year} ${values.least} ${clause}`)
    expect(clauses).toEqual(['2026 2 Punkt 3, mening 1', '2027 1 Punkt 3, mening 2', '2027 1 Punkt 3, mening 2'])
  })

  it('a fee that is left open is a question, not an amount', () => {
    expect(lines(evaluation)).toEqual([
      'v1 eva – cannot-tell 0',
      'v2 eva – cannot-tell 0',
      'v2 ulf – cannot-tell 0',
      'v3 eva – cannot-tell 0',
    ])
  })
})

describe('a policy of the council for two committees, beside the guideline of one of them', () => {
  const evaluation = judgeUnseen('se-social', '2026-07-10', {
    guidelines: ['se-policy', 'se-social'],
    feeRules: ['se-utbildning'],
  })

  it('what two sources cannot both have is a question, and the stricter of two times binds', () => {
    expect(open(evaluation)).toEqual([
      'C-2 sources needs-decision collide se-social',
      'C-2 visits.count due remaining asken',
      'C-3 sources needs-decision collide se-social',
      'C-4 report.timing breached after-days v1',
      'C-4 report.timing breached missed-days v2',
      'P-1 visits.count breached too-many asken',
      'P-3 report.timing breached missed-days v2',
    ])
  })

  it('fifty minutes are paid the same under both caps; two hours wait for a decision', () => {
    expect(lines(evaluation)).toEqual(['v1 eli meeting payable 36000', 'v2 eli meeting needs-decision 0'])
  })
})
