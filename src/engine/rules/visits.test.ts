import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import type { Guideline } from '../guideline.ts'
import { settingsOn } from '../settings.ts'
import { anAppointment, aPerson, aUnit, aVisit, meetings } from '../testing/cast.ts'
import { reads, together, type Written } from '../testing/appointing.ts'
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

/** A visit taken up by somebody, perhaps after asking others. */
const takenUpBy = (by: string, consulted: string[] = [], on = '2026-01-02') =>
  visit({ initiated: { by, on, consulted } })

describe('who takes the initiative', () => {
  it('VIS-08 any named role, known or the guideline’s own', () => {
    const guideline = rule('visits.initiator', { by: 'områdeschef' })
    expect(says(guideline, [takenUpBy('områdeschef')])).toEqual([
      {
        said: 'satisfied initiated v',
        sv: 'Besöket togs upp av områdeschefen, som riktlinjen anger.',
        en: 'The visit was taken up by the area manager, as the guideline says.',
      },
    ])
    expect(said(guideline, [takenUpBy('manager')])).toEqual(['breached other-initiator v'])
    expect(reads(guideline)).toEqual([
      'Besök inleds av områdeschefen, som kallar eller bjuder in.',
      'The area manager begins a visit by calling or inviting.',
    ])
  })

  it('VIS-08 several side by side', () => {
    const guideline = rule('visits.initiator', { by: 'politician', also: ['manager'] })
    expect(said(guideline, [takenUpBy('politician')])).toEqual(['satisfied initiated v'])
    expect(said(guideline, [takenUpBy('manager')])).toEqual(['satisfied initiated v'])
    expect(says(guideline, [takenUpBy('secretary')])[0]).toMatchObject({
      said: 'breached other-initiator v',
      sv: 'Besöket togs upp av nämndsekreteraren; enligt riktlinjen är det kontaktpolitikern och enhetens chef som gör det.',
    })
    expect(reads(guideline)[1]).toBe(
      "The contact politician or the unit's manager begins a visit by calling or inviting.",
    )
    expect(mistakes([['visits.initiator', { by: 'manager', also: ['manager'] }]])).toEqual([
      '9 somebody is named twice; name each of them once',
    ])
  })

  it('VIS-08 where others may too, a visit that they take up breaks nothing', () => {
    const guideline = rule('visits.initiator', { by: 'manager', others: 'allowed' }, { bearer: 'manager' })
    expect(says(guideline, [takenUpBy('politician')])).toEqual([
      {
        said: 'satisfied by-other v',
        sv: 'Besöket togs upp av kontaktpolitikern. Riktlinjen säger att enhetens chef gör det, men hindrar inte andra.',
        en: "The visit was taken up by the contact politician. The guideline says that the unit's manager does so, but keeps nobody else from it.",
      },
    ])
  })

  it('VIS-08 silent: the committee is asked', () => {
    const guideline = oneRule(
      'visits.initiator',
      { by: 'silent' },
      {},
      {
        silences: [{ id: 'Q', rule: 'R', parameter: 'by', question: { sv: 'Vem?', en: 'Who?' } }],
      },
    )
    expect(said(guideline, [visit()])).toEqual(['cannot-tell unanswered v'])
  })

  it('VIS-08 the pages read all of them, and the first who has a part of their own', () => {
    const settings = (values: object) =>
      settingsOn([rule('visits.initiator', values)], [], dayFromIso('2026-06-01'))?.visits
    expect(settings({ by: 'områdeschef', also: ['manager'] })).toMatchObject({
      initiator: { value: 'manager' },
      initiators: { value: ['områdeschef', 'manager'] },
    })
    expect(settings({ by: 'områdeschef' })?.initiator).toMatchObject({ value: 'secretary' })
  })

  it('VIS-09 in consultation with another', () => {
    const guideline = rule('visits.initiator', { by: 'politician', inConsultationWith: ['manager'] })
    expect(says(guideline, [takenUpBy('politician', ['manager'])])[1]).toEqual({
      said: 'satisfied consulted v',
      sv: 'Besöket togs upp i samråd med enhetens chef.',
      en: "The visit was taken up in consultation with the unit's manager.",
    })
    expect(says(guideline, [takenUpBy('politician', ['chair'])])[1]).toMatchObject({
      said: 'breached not-consulted v',
      sv: 'Besöket togs upp utan samråd med enhetens chef.',
    })
    expect(said(guideline, [takenUpBy('politician')])[1]).toBe('cannot-tell consultation-not-noted v')
    expect(reads(guideline)[0]).toBe(
      'Kontaktpolitikern kontaktar enhetens chef och bokar besöket i samråd med enhetens chef.',
    )
  })
})

describe('who takes over', () => {
  const byMay = rule('visits.initiator', { by: 'politician', takesOver: { by: 'manager', on: '05-01' } })
  const about = (guideline: Guideline, visits: readonly Visit[], today: string, more: Written = {}) =>
    says(guideline, visits, today, { period: { from: '2026-01-01' }, ...more }).filter(({ said: it }) =>
      it.endsWith(' u'),
    )

  it('VIS-10 on a day of the year, when nothing has happened for the unit', () => {
    expect(about(byMay, [], '2026-05-01')).toEqual([
      {
        said: 'due step-due u',
        sv: 'För u har inget hänt under 2026. Händer inget senast 1 maj 2026 tar enhetens chef över.',
        en: "For u nothing has happened in 2026. If nothing happens by 1 May 2026, the unit's manager takes over.",
      },
    ])
    expect(about(byMay, [], '2026-05-02')[0]).toMatchObject({
      said: 'due take-over-due u',
      sv: 'För u hade inget hänt 1 maj 2026. Nu är det enhetens chef som tar initiativ.',
    })
    expect(about(byMay, [], '2027-01-01')[0]).toMatchObject({
      said: 'breached not-taken-over u',
      en: "For u nothing happened in 2026: the unit's manager was to take over on 1 May 2026.",
    })
    expect(reads(byMay)[0]).toBe(
      'Kontaktpolitikern kontaktar enhetens chef och bokar besöket. Har inget hänt för en enhet senast 1 maj tar enhetens chef över.',
    )
  })

  it('VIS-10 a step in time is enough, even one to a visit later in the year', () => {
    const later = aVisit('later', '2026-10-10', 'u', [], {
      ...booked,
      initiated: { by: 'politician', on: '2026-04-30' },
    })
    expect(about(byMay, [later], '2026-05-02').map((it) => it.said)).toEqual(['satisfied step-taken u'])
    const cancelled = { ...later, state: 'cancelled' as const }
    expect(about(byMay, [cancelled], '2026-05-02').map((it) => it.said)).toEqual(['due take-over-due u'])
  })

  it('VIS-10 the next in line is right only once it is their turn', () => {
    const taken = (on: string) => says(byMay, [takenUpBy('manager', [], on)])
    expect(taken('2026-05-01').map((it) => it.said)).toEqual(['breached other-initiator v', 'satisfied step-taken u'])
    expect(taken('2026-05-02')).toEqual([
      {
        said: 'satisfied taken-over v',
        sv: 'Besöket togs upp av enhetens chef, som tar över när inget har hänt i tid.',
        en: "The visit was taken up by the unit's manager, who takes over when nothing has happened in time.",
      },
      {
        said: 'satisfied step-taken-late u',
        sv: 'För u togs ett besök upp 2 maj 2026, efter att enhetens chef hade tagit över 1 maj 2026.',
        en: "For u a visit was taken up on 2 May 2026, after the unit's manager had taken over on 1 May 2026.",
      },
    ])
  })

  it('VIS-10 where somebody has taken a step in time, the turn does not pass on', () => {
    const first = aVisit('first', '2026-03-10', 'u', ['ada'])
    expect(said(byMay, [first, takenUpBy('manager', [], '2026-05-02')])).toEqual([
      'satisfied initiated first',
      'breached other-initiator v',
      'satisfied step-taken u',
    ])
  })

  it('VIS-10 so many days after the year began, or after the unit got its contact politician', () => {
    const after90 = rule('visits.initiator', { by: 'politician', takesOver: { by: 'manager', afterDays: 90 } })
    const late = { appointments: [anAppointment('ada', 'u', { from: '2026-06-01' })] }
    expect(about(after90, [], '2026-04-01').map((it) => it.said)).toEqual(['due step-due u'])
    expect(about(after90, [], '2026-04-02').map((it) => it.said)).toEqual(['due take-over-due u'])
    expect(about(after90, [], '2026-08-30', late).map((it) => it.said)).toEqual(['due step-due u'])
    expect(about(after90, [], '2026-08-31', late).map((it) => it.said)).toEqual(['due take-over-due u'])
    expect(reads(after90)[1]).toContain('When nothing has happened for a unit within 90 days')
  })

  it('VIS-10 a unit that the guideline does not mean, or that came after the day, lacks nothing', () => {
    const municipal = together('visits.initiator', { by: 'politician', takesOver: { by: 'manager', on: '05-01' } }, [
      'appointment.object',
      { object: 'unit', operatedBy: ['municipality'] },
    ])
    const units = [aUnit('u', { operatedBy: 'private' })]
    expect(about(municipal, [], '2027-01-01', { units })).toEqual([])
    expect(about(byMay, [], '2026-12-01', { units: [aUnit('u', { from: '2026-06-01' })] })).toEqual([])
  })

  it('VIS-10 a rule that came after the day asks about the next year', () => {
    const changed = oneRule(
      'visits.initiator',
      { by: 'politician' },
      { changes: [{ from: '2026-06-01', values: { takesOver: { by: 'manager', on: '05-01' } }, clause: 'Avsnitt 2' }] },
    )
    expect(about(changed, [], '2026-12-01')).toEqual([])
    expect(about(changed, [], '2027-03-01').map((it) => it.said)).toEqual(['due step-due u'])
  })

  it('VIS-10 what the programme does not tell of cannot be told', () => {
    expect(about(byMay, [], '2026-12-01', { period: { from: '2026-03-01' } }).map((it) => it.said)).toEqual([
      'cannot-tell part-year u',
    ])
  })

  it.each([
    [{ by: 'politician' }, 'nobody takes over from themselves'],
    [{ by: 'manager', on: '05-01', afterDays: 90 }, 'two times are given; write one of on and afterDays'],
    [{ by: 'manager' }, 'it is not said when somebody takes over; write one of on and afterDays'],
    [{ by: 'manager', on: 'maj' }, '"maj" is no day of every year'],
  ])('VIS-10 %j is a mistake', (takesOver, mistake) => {
    expect(mistakes([['visits.initiator', { by: 'politician', takesOver }]])[0]).toContain(mistake)
  })
})
