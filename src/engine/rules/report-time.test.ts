import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { describeGuideline } from '../explain.ts'
import type { Guideline } from '../guideline.ts'
import { settingsOn } from '../settings.ts'
import { anAppointment, aPerson, type aProgramme, aReport, aUnit, aVisit, meetings } from '../testing/cast.ts'
import { oneRule, saysOf } from '../testing/one-rule.ts'

type Written = Parameters<typeof aProgramme>[0]

const base = {
  persons: [aPerson('ada'), aPerson('bo', 'opposition'), aPerson('cia')],
  units: [aUnit('u')],
  appointments: [anAppointment('ada', 'u'), anAppointment('bo', 'u')],
  meetings: [...meetings],
  visits: [aVisit('v', '2026-04-10', 'u', ['ada', 'bo'])],
} satisfies Written
const draft = { final: undefined, meeting: undefined, toManager: undefined }

/** What a rule says of the one visit with these reports, on a day. */
const says = (guideline: Guideline, reports: Written['reports'], today = '2026-12-01', more: Written = {}) =>
  saysOf(guideline, { ...base, reports, ...more }, today)
const said = (...of: Parameters<typeof says>) => says(...of).map((it) => it.said)
const reads = (guideline: Guideline) =>
  (['sv', 'en'] as const).map(
    (language) => describeGuideline(guideline, language, dayFromIso('2026-06-01'))[0]?.sentence,
  )
const settings = (guideline: Guideline) => settingsOn([guideline], [], dayFromIso('2026-06-01'))?.report

describe('when the report is there', () => {
  const timing = (values: object) => oneRule('report.timing', { ...values })

  it('REP-06 within a number of days of the visit', () => {
    const guideline = timing({ by: 'days', days: 14 })
    const on = (final: string) => [aReport('v', ['ada'], { final })]
    expect(says(guideline, on('2026-04-24'))).toEqual([
      {
        said: 'satisfied within-days v',
        sv: 'Rapporten lämnades i tid, 24 april 2026.',
        en: 'The report was made in time, on 24 April 2026.',
      },
    ])
    expect(says(guideline, on('2026-04-25'))[0]).toMatchObject({
      said: 'breached after-days v',
      sv: 'Rapporten lämnades 25 april 2026; den skulle ha lämnats senast 24 april 2026.',
    })
    expect(says(guideline, [], '2026-04-24')[0]).toMatchObject({
      said: 'due days-left v',
      en: 'The report is to be made by 24 April 2026.',
    })
    expect(said(guideline, [], '2026-04-25')).toEqual(['breached missed-days v'])
    expect(reads(guideline)).toEqual([
      'Rapporten lämnas inom 14 dagar från besöket.',
      'The report is made within 14 days of the visit.',
    ])
    expect(settings(guideline)?.when.value).toMatchObject({ by: 'days', days: 14 })
  })

  it('REP-06 the first of several reports is the one in time', () => {
    const reports = [
      aReport('v', ['ada'], { final: '2026-05-20' }),
      aReport('v', ['bo'], { id: 'second', final: '2026-04-12' }),
    ]
    expect(said(timing({ by: 'days', days: 14 }), reports)).toEqual(['satisfied within-days v'])
  })

  it('REP-07 among the papers of the next meeting, counted from the visit', () => {
    const guideline = timing({ by: 'next-meeting' })
    const at = (meeting: string) => [aReport('v', ['ada'], { meeting })]
    expect(said(guideline, at('april'))).toEqual(['satisfied in-time v'])
    expect(says(guideline, at('may'))[0]).toMatchObject({
      said: 'breached later v',
      sv: 'Rapporten kom med först till sammanträdet 27 maj 2026; nästa sammanträde var 29 april 2026.',
    })
    expect(said(guideline, [], '2026-04-15')).toEqual(['due ahead v'])
    expect(said(guideline, [], '2026-04-16')).toEqual(['breached missed v'])
    expect(said(guideline, at('april'), '2026-12-01', { meetings: [], reports: [] })).toEqual([
      'cannot-tell no-meeting v',
    ])
  })

  it('REP-07 counted from the report: it waits for the report, which then goes with the next', () => {
    const guideline = timing({ by: 'next-meeting', countsFrom: 'report' })
    expect(said(guideline, [])).toEqual(['due report-first v'])
    expect(said(guideline, [aReport('v', ['ada'], { final: '2026-05-14', meeting: 'june' })])).toEqual([
      'satisfied in-time v',
    ])
    expect(said(guideline, [aReport('v', ['ada'], { final: '2026-05-13', meeting: 'june' })])).toEqual([
      'breached later v',
    ])
  })

  it('REP-08 at the next meeting itself, whatever its papers deadline', () => {
    const guideline = timing({ by: 'at-meeting' })
    const visits = [aVisit('v', '2026-04-20', 'u', ['ada', 'bo'])]
    const at = (oralAt: string) => [aReport('v', ['ada'], { ...draft, form: 'oral', oralAt })]
    expect(said(guideline, at('april'), '2026-12-01', { visits })).toEqual(['satisfied in-time v'])
    expect(said(timing({ by: 'next-meeting' }), [], '2026-04-29', { visits })).toEqual(['due ahead v'])
    expect(says(guideline, [], '2026-04-29', { visits })).toEqual([
      {
        said: 'due ahead-of-meeting v',
        sv: 'Rapporten ska lämnas vid sammanträdet 29 april 2026.',
        en: 'The report is to be made at the meeting on 29 April 2026.',
      },
    ])
    expect(said(guideline, [], '2026-04-30', { visits })).toEqual(['breached missed-meeting v'])
    expect(said(guideline, at('may'), '2026-12-01', { visits })).toEqual(['breached later v'])
    expect(said(guideline, [], '2026-12-01', { visits, meetings: [] })).toEqual(['cannot-tell no-meeting v'])
    expect(reads(guideline)[0]).toBe('Rapporten lämnas vid nämndens nästa sammanträde, räknat från besöket.')
  })

  it.each([
    [{ by: 'days' }, 'add days: with a whole number, for example days: 14'],
    [{ by: 'next-meeting', days: 14 }, 'write by: days, or take days away'],
    [{ by: 'at-meeting', days: 14 }, 'write by: days, or take days away'],
    [{ by: 'days', days: 14, countsFrom: 'report' }, 'write countsFrom: visit, or take countsFrom away'],
    [{ by: 'days', days: -1 }, '>=0'],
  ])('REP-06 %o cannot be combined', (values, mend) => {
    expect(() => timing(values)).toThrow(mend)
  })
})

describe('before the report circulates', () => {
  const check = oneRule('report.factual-check', { means: 'check', days: 7 })
  const sent = (more: object, checked: object | undefined = { sentOn: '2026-04-20' }) => [
    aReport('v', ['ada'], { ...draft, checked, ...more } as Parameters<typeof aReport>[2]),
  ]

  it('REP-09 not sent yet, waiting, answered, and silence after the days', () => {
    expect(said(check, [aReport('v', ['ada'], draft)])).toEqual(['due not-sent report-v'])
    expect(says(check, sent({}), '2026-04-27')).toEqual([
      {
        said: 'due waits report-v',
        sv: 'Rapporten är hos enhetens chef, som har till och med 27 april 2026 på sig.',
        en: "The report is with the unit's manager, who has until 27 April 2026.",
      },
    ])
    expect(said(check, sent({ final: '2026-04-24' }, { sentOn: '2026-04-20', answeredOn: '2026-04-23' }))).toEqual([
      'satisfied answered report-v',
    ])
    expect(says(check, sent({}), '2026-04-28')).toEqual([
      {
        said: 'satisfied silence report-v',
        sv: 'Enhetens chef har inte svarat; tiden gick ut 27 april 2026 och rapporten går vidare.',
        en: "The unit's manager has not answered; the time ended on 27 April 2026 and the report goes on.",
      },
    ])
    expect(said(check, sent({ final: '2026-04-28' }))).toEqual(['satisfied silence report-v'])
  })

  it('REP-09 a report that circulates before the manager has answered, or unseen, is a breach', () => {
    expect(said(check, sent({ final: '2026-04-27' }))).toEqual(['breached early report-v'])
    expect(said(check, sent({ final: '2026-04-22' }, { sentOn: '2026-04-20', answeredOn: '2026-04-23' }))).toEqual([
      'breached early report-v',
    ])
    expect(said(check, [aReport('v', ['ada'])])).toEqual(['breached never-sent report-v'])
    expect(said(check, sent({ sentTo: [{ recipient: 'administration', on: '2026-04-19' }] }))).toEqual([
      'breached never-sent report-v',
    ])
  })

  it('REP-09 a manager’s own report and an oral one are not checked', () => {
    expect(said(check, [aReport('v', [], { writtenBy: 'manager' })])).toEqual([])
    expect(said(check, [aReport('v', ['ada'], { form: 'oral', oralAt: 'april' })])).toEqual([])
  })

  it('REP-09 a comment is asked for in its own words, and an unsaid time cannot be told', () => {
    expect(reads(oneRule('report.factual-check', { means: 'comment', days: 1 }))).toEqual([
      'Innan rapporten sprids får enhetens chef lämna synpunkter, inom en dag.',
      "Before the report circulates the unit's manager may comment on it, within one day.",
    ])
    const silent = oneRule(
      'report.factual-check',
      { means: 'check', days: 'silent' },
      {},
      {
        silences: [{ id: 'Q', rule: 'R', parameter: 'days', question: { sv: 'Hur länge?', en: 'How long?' } }],
      },
    )
    expect(said(silent, sent({}))).toEqual(['cannot-tell unanswered report-v'])
    expect(said(silent, sent({}, { sentOn: '2026-04-20', answeredOn: '2026-07-01' }))).toEqual([
      'satisfied answered report-v',
    ])
  })
})

describe('at the meeting', () => {
  const reportAt = (more: object = {}) => [aReport('v', ['ada'], { final: '2026-05-01', meeting: 'may', ...more })]

  it('REP-10 an oral summary at the meeting that has the report', () => {
    const guideline = oneRule('report.oral-summary', { at: 'same-meeting' }, { force: 'should' })
    expect(said(guideline, reportAt({ oralAt: 'may' }))).toEqual(['satisfied given report-v'])
    expect(says(guideline, reportAt(), '2026-05-27')).toEqual([
      {
        said: 'due ahead report-v',
        sv: 'Besöket sammanfattas gärna muntligt vid sammanträdet 27 maj 2026.',
        en: 'The visit is preferably summed up orally at the meeting on 27 May 2026.',
      },
    ])
    expect(said(guideline, reportAt(), '2026-05-28')).toEqual(['deviates not-given report-v'])
    expect(settings(guideline)?.oralSummary.value).toBe(true)
    expect(reads(guideline)[0]).toBe('Vid sammanträdet görs även en muntlig sammanfattning av besöket.')
  })

  it('REP-11 discussed by the committee', () => {
    const guideline = oneRule('report.discussion', {
      about: { sv: 'det som besöket väckt', en: 'what the visit raised' },
    })
    expect(said(guideline, reportAt({ discussedAt: 'may' }))).toEqual(['satisfied discussed report-v'])
    expect(said(guideline, reportAt(), '2026-05-27')).toEqual(['due ahead report-v'])
    expect(says(guideline, reportAt(), '2026-05-28')).toEqual([
      {
        said: 'breached not-discussed report-v',
        sv: 'Ingen diskussion är antecknad från sammanträdet 27 maj 2026.',
        en: 'No discussion is noted from the meeting on 27 May 2026.',
      },
    ])
    expect(reads(guideline)[1]).toBe('At the meeting there is room to discuss what the visit raised.')
  })

  it('REP-12 read by the other contact politicians', () => {
    const guideline = oneRule('report.read-by-others', { who: 'contact-politicians' })
    expect(says(guideline, reportAt())).toEqual([
      {
        said: 'satisfied all-read ada',
        sv: 'ada har läst de övrigas rapporter.',
        en: "ada has read the others' reports.",
      },
      {
        said: 'due unread bo',
        sv: 'bo har 1 oläst rapport från övriga kontaktpolitiker.',
        en: 'bo has 1 unread report by other contact politicians.',
      },
    ])
    expect(said(guideline, reportAt({ readBy: [{ person: 'bo', on: '2026-06-01' }] }))).toEqual([
      'satisfied all-read ada',
      'satisfied all-read bo',
    ])
  })

  it('REP-13 at most so many reports: within, too many ahead, and too many when it is over', () => {
    const guideline = oneRule('report.most-per-meeting', { most: 1 }, { bearer: 'committee' })
    const two = [...reportAt(), ...reportAt({ id: 'second' })]
    expect(says(guideline, reportAt())).toEqual([
      {
        said: 'satisfied fits committee',
        sv: 'Till sammanträdet 27 maj 2026 finns 1 rapport; högst 1 ryms.',
        en: 'The meeting on 27 May 2026 has 1 report; there is room for 1.',
      },
    ])
    expect(says(guideline, two, '2026-05-27')).toEqual([
      {
        said: 'due move-some committee',
        sv: 'Till sammanträdet 27 maj 2026 finns 2 rapporter; högst 1 ryms. Flytta någon till ett senare sammanträde.',
        en: 'The meeting on 27 May 2026 has 2 reports, and there is room for 1. Move some to a later meeting.',
      },
    ])
    expect(says(guideline, two, '2026-05-28')).toEqual([
      {
        said: 'breached too-many committee',
        sv: 'Vid sammanträdet 27 maj 2026 togs 2 rapporter upp; riktlinjen anger högst 1.',
        en: 'The meeting on 27 May 2026 took 2 reports; the guideline says at most 1.',
      },
    ])
    expect(settings(guideline)?.mostPerMeeting.value).toBe(1)
  })

  it('REP-13 reports at different meetings are not counted together, and a meeting before the rule not at all', () => {
    const guideline = oneRule('report.most-per-meeting', { most: 1 })
    const apart = [...reportAt(), ...reportAt({ id: 'second', meeting: 'june' })]
    expect(said(guideline, apart)).toEqual(['satisfied fits committee', 'satisfied fits committee'])
    const later = oneRule('report.most-per-meeting', { most: 1 }, {}, { validity: { from: '2026-06-01' } })
    expect(said(later, [...reportAt(), ...reportAt({ id: 'second' })])).toEqual([])
  })

  it('REP-14 proposals are answered within a number of days of the report', () => {
    const guideline = oneRule('report.answer', { by: 'administration', days: 30 }, { bearer: 'administration' })
    const proposed = (answeredOn?: string) => reportAt({ proposals: [{ id: 'more-staff', answeredOn }] })
    expect(says(guideline, proposed('2026-05-31'))).toEqual([
      {
        said: 'satisfied answered report-v',
        sv: 'Förslaget besvarades 31 maj 2026.',
        en: 'The proposal was answered on 31 May 2026.',
      },
    ])
    expect(said(guideline, proposed('2026-06-01'))).toEqual(['breached answered-late report-v'])
    expect(says(guideline, proposed(), '2026-05-31')).toEqual([
      {
        said: 'due ahead report-v',
        sv: 'Förslaget ska besvaras av förvaltningen senast 31 maj 2026.',
        en: 'The proposal is to be answered by the administration by 31 May 2026.',
      },
    ])
    expect(said(guideline, proposed(), '2026-06-01')).toEqual(['breached not-answered report-v'])
    expect(said(guideline, reportAt())).toEqual([])
    expect(reads(guideline)[0]).toBe('Förslag i en rapport besvaras av förvaltningen inom 30 dagar.')
    expect(settings(guideline)?.answer.value).toEqual({ by: 'administration', days: 30 })
  })

  it('REP-14 each proposal has an answer of its own; without a time an unanswered one cannot be told', () => {
    const silent = oneRule(
      'report.answer',
      { by: 'committee', days: 'silent' },
      {},
      {
        silences: [{ id: 'Q', rule: 'R', parameter: 'days', question: { sv: 'Hur snart?', en: 'How soon?' } }],
      },
    )
    const two = reportAt({ proposals: [{ id: 'one', answeredOn: '2026-09-01' }, { id: 'two' }] })
    expect(said(silent, two)).toEqual(['satisfied answered report-v', 'cannot-tell unanswered report-v'])
  })
})
