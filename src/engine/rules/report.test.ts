import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { describeGuideline } from '../explain.ts'
import type { Guideline } from '../guideline.ts'
import { loadProgramme } from '../load.ts'
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

describe('the form of the report', () => {
  it('REP-01 written, oral, or either', () => {
    const written = oneRule('report.form', { forms: ['written'], by: 'jointly' })
    const oral = oneRule('report.form', { forms: ['oral'], by: 'jointly' })
    const either = oneRule('report.form', { forms: ['written', 'oral'], by: 'jointly' })
    const orally = [aReport('v', ['ada'], { ...draft, form: 'oral', oralAt: 'april' })]
    expect(said(written, [aReport('v', ['ada'])])).toEqual(['satisfied delivered v'])
    expect(said(written, orally)).toEqual(['breached other-form v'])
    expect(said(oral, orally)).toEqual(['satisfied delivered v'])
    expect(said(oral, [aReport('v', ['ada'])])).toEqual(['breached other-form v'])
    expect(said(either, orally)).toEqual(['satisfied delivered v'])
    expect(said(either, [aReport('v', ['ada'])])).toEqual(['satisfied delivered v'])
    expect(says(written, orally)[0]).toMatchObject({
      sv: 'Besöket är rapporterat, men inte i den form som riktlinjen anger: skriftlig.',
      en: 'The visit is reported, but not in the form that the guideline names: written.',
    })
  })

  it('REP-02 by each: the one who has not written is awaited', () => {
    const guideline = oneRule('report.form', { forms: ['written'], by: 'each' })
    expect(says(guideline, [aReport('v', ['ada'])])).toEqual([
      { said: 'due some-outstanding v', sv: 'Rapport väntas från bo.', en: 'Reports are awaited from bo.' },
    ])
    expect(said(guideline, [aReport('v', ['ada']), aReport('v', ['bo'], { id: 'second' })])).toEqual([
      'satisfied delivered v',
    ])
  })

  it('REP-02 jointly or by the rapporteur: one report is enough, and a draft is none', () => {
    for (const by of ['jointly', 'rapporteur']) {
      const guideline = oneRule('report.form', { forms: ['written'], by })
      expect(said(guideline, [aReport('v', ['ada'])])).toEqual(['satisfied delivered v'])
      expect(says(guideline, [aReport('v', ['ada'], draft)], '2026-04-12')[0]).toMatchObject({
        said: 'due outstanding v',
        sv: 'Besöket är inte rapporterat; det har gått 2 dagar.',
      })
    }
  })

  it.each([
    ['manager', 'av enhetens chef', "by the unit's manager"],
    ['officer', 'av en tjänsteperson', 'by an officer'],
  ] as const)('REP-02 by the %s: a politician’s report is another’s', (by, sv, en) => {
    const guideline = oneRule('report.form', { forms: ['written'], by })
    expect(said(guideline, [aReport('v', [], { writtenBy: by })])).toEqual(['satisfied delivered v'])
    expect(says(guideline, [aReport('v', ['ada'])])).toEqual([
      {
        said: 'breached other-writer v',
        sv: `Besöket är rapporterat, men rapporten ska lämnas ${sv}.`,
        en: `The visit is reported, but the report is to be made ${en}.`,
      },
    ])
    expect(reads(guideline)).toEqual([
      `Efter besöket lämnas en skriftlig rapport ${sv}.`,
      `After the visit a written report is made ${en}.`,
    ])
    expect(settings(guideline)?.by.value).toBe(by)
  })

  it('REP-02 a manager’s report does not stand for the politicians’', () => {
    const guideline = oneRule('report.form', { forms: ['written'], by: 'jointly' }, { force: 'should' })
    expect(says(guideline, [aReport('v', [], { writtenBy: 'manager' })])).toEqual([
      {
        said: 'deviates other-writer v',
        sv: 'Besöket är rapporterat, men rapporten ska lämnas av kontaktpolitikerna.',
        en: 'The visit is reported, but the report is to be made by the contact politicians.',
      },
    ])
  })

  it('REP-02 a politician’s report without an author is refused, a manager’s is not', () => {
    const programme = (writtenBy: string) =>
      [
        'municipality: { name: Provköping }',
        'committee: { id: c, name: Provnämnden }',
        'units: [{ id: u, name: U, kind: care home }]',
        'visits: [{ id: v, units: [u], day: 2026-04-10, start: "15:00", end: "16:00", state: held, initiated: { by: manager, on: 2026-01-02 } }]',
        'reports:',
        `  - { id: r, visit: v, form: written, writtenBy: ${writtenBy}, authors: [] }`,
      ].join('\n')
    expect(loadProgramme(programme('politician'), 'p.yaml')).toEqual({
      ok: false,
      problems: [
        {
          file: 'p.yaml',
          line: 6,
          column: 62,
          path: 'reports[0].authors',
          message: "a politician's report has no author",
          mend: 'name somebody under authors, or write writtenBy: manager or officer',
        },
      ],
    })
    expect(loadProgramme(programme('manager'), 'p.yaml').ok).toBe(true)
    expect(loadProgramme(programme('officer'), 'p.yaml').ok).toBe(true)
  })
})

describe('a joint report', () => {
  const joint = (more = {}) => oneRule('report.joint', { dissent: true, ...more })
  const signedBy = (...persons: readonly string[]) => persons.map((person) => ({ person, on: '2026-04-20' }))

  it('REP-03 one report serves all who attended, whoever wrote it', () => {
    const report = aReport('v', ['ada'], { signed: signedBy('ada', 'bo') })
    expect(says(joint(), [report])).toEqual([
      {
        said: 'satisfied signed report-v',
        sv: 'Alla som kom på besöket står bakom rapporten.',
        en: 'All who came to the visit stand behind the report.',
      },
    ])
    expect(said(oneRule('report.form', { forms: ['written'], by: 'jointly' }), [report])).toEqual([
      'satisfied delivered v',
    ])
    expect(reads(joint({ unsignedAfterDays: 7 }))).toEqual([
      'En rapport räcker för alla som kom på besöket; den som inte håller med får lägga till en avvikande mening. En underskrift som saknas efter 7 dagar fördröjer ingenting.',
      'One report serves all who came to the visit; whoever disagrees may add a dissent. A signature that is missing after 7 days delays nothing.',
    ])
    expect(settings(joint({ unsignedAfterDays: 7 }))?.joint.value).toEqual({ dissent: true, unsignedAfterDays: 7 })
  })

  it('REP-03 a dissent stands for the signature where it may be added, and is a breach where it may not', () => {
    const report = aReport('v', ['ada'], { signed: signedBy('ada'), dissents: signedBy('bo') })
    expect(says(joint(), [report])[0]).toMatchObject({
      said: 'satisfied dissents report-v',
      sv: 'Rapporten gäller för alla, med en avvikande mening från bo.',
    })
    expect(says(joint({ dissent: false }), [report])[0]).toMatchObject({
      said: 'breached no-dissent report-v',
      en: 'bo added a dissent, but the guideline gives no room for one.',
    })
  })

  it('REP-04 a missing signature is due for its days, and then delays nothing', () => {
    const guideline = joint({ unsignedAfterDays: 7 })
    const report = aReport('v', ['ada'], { final: '2026-04-20', signed: signedBy('ada') })
    expect(says(guideline, [report], '2026-04-27')).toEqual([
      {
        said: 'due waits-until report-v',
        sv: 'Underskrift väntas från bo. Saknas den efter 27 april 2026 gäller rapporten ändå.',
        en: 'A signature is awaited from bo. If it is missing after 27 April 2026 the report holds all the same.',
      },
    ])
    expect(says(guideline, [report], '2026-04-28')).toEqual([
      {
        said: 'satisfied holds-without report-v',
        sv: 'Rapporten gäller utan underskrift från bo: väntetiden gick ut 27 april 2026.',
        en: 'The report holds without a signature from bo: the time to wait ended on 27 April 2026.',
      },
    ])
  })

  it('REP-04 a missing signature delays neither the report’s time nor its form', () => {
    const report = aReport('v', ['ada'], { final: '2026-04-15', signed: [], meeting: 'april' })
    expect(said(oneRule('report.form', { forms: ['written'], by: 'jointly' }), [report])).toEqual([
      'satisfied delivered v',
    ])
    expect(said(oneRule('report.timing', { by: 'days', days: 5 }), [report])).toEqual(['satisfied within-days v'])
  })

  it('REP-04 without a number the signature stays due, and a silent number cannot be told', () => {
    const report = aReport('v', ['ada'], { signed: signedBy('ada') })
    expect(says(joint(), [report])).toEqual([
      { said: 'due waits report-v', sv: 'Underskrift väntas från bo.', en: 'A signature is awaited from bo.' },
    ])
    const silent = oneRule(
      'report.joint',
      { dissent: true, unsignedAfterDays: 'silent' },
      {},
      {
        silences: [
          { id: 'Q', rule: 'R', parameter: 'unsignedAfterDays', question: { sv: 'Hur länge?', en: 'How long?' } },
        ],
      },
    )
    expect(said(silent, [report])).toEqual(['cannot-tell unanswered report-v'])
  })
})

describe('to whom the report goes', () => {
  const others = (values: object) =>
    oneRule(
      'report.recipients',
      { committee: 'information', manager: false, ...values },
      {},
      {
        terms: [{ id: 'senior-council', sv: 'pensionärsrådet', en: "the pensioners' council" }],
      },
    )

  it('REP-05 an open list beside committee and manager', () => {
    const guideline = others({ manager: true, others: ['senior-council', 'administration'] })
    const sent = ['senior-council', 'administration'].map((recipient) => ({ recipient, on: '2026-04-21' }))
    expect(said(guideline, [aReport('v', ['ada'], { sentTo: sent })])).toEqual(['satisfied sent report-v'])
    expect(says(guideline, [aReport('v', ['ada'], { toManager: undefined, sentTo: sent.slice(1) })])).toEqual([
      {
        said: 'due others-wait report-v',
        sv: 'Rapporten ska också skickas till enhetens chef och pensionärsrådet.',
        en: "The report is to be sent to the unit's manager and the pensioners' council too.",
      },
    ])
    expect(reads(guideline)).toEqual([
      'Rapporten går till nämnden som information, till enhetens chef, till pensionärsrådet och till förvaltningen.',
      "The report goes to the committee as information, to the unit's manager, to the pensioners' council and to the administration.",
    ])
    expect(settings(guideline)?.to.value).toMatchObject({ others: ['senior-council', 'administration'] })
  })

  it('REP-05 not to the committee at all', () => {
    const guideline = others({ committee: 'none', others: ['senior-council'] })
    const report = { toManager: undefined, meeting: undefined }
    expect(said(guideline, [aReport('v', ['ada'], report)])).toEqual(['due others-wait report-v'])
    const sentTo = [{ recipient: 'senior-council', on: '2026-04-21' }]
    expect(said(guideline, [aReport('v', ['ada'], { ...report, sentTo })])).toEqual(['satisfied sent report-v'])
    expect(reads(guideline)[0]).toBe('Rapporten går till pensionärsrådet.')
  })

  it('REP-05 committee and manager wait as before', () => {
    const guideline = others({ manager: true })
    const waits = (more: object) => says(guideline, [aReport('v', ['ada'], more)])[0]?.said
    expect(waits({})).toBe('satisfied sent report-v')
    expect(waits({ toManager: undefined })).toBe('due manager-waits report-v')
    expect(waits({ meeting: undefined })).toBe('due committee-waits report-v')
    expect(waits({ meeting: undefined, toManager: undefined })).toBe('due both-wait report-v')
  })

  it('REP-05 a report that goes to nobody, and a recipient without a name, are refused', () => {
    expect(() => others({ committee: 'none' })).toThrow('the report goes to nobody')
    expect(() => others({ others: ['nobody-named'] })).toThrow('nobody knows what')
  })
})
