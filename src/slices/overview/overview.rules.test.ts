import { describe, expect, test } from 'vitest'
import {
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
import { evaluate, factsUnder, type Guideline, type Interpretations, settingsOn } from '../../engine/index.ts'
import { dayFromIso, isoFromDay } from '../../kernel/date.ts'
import type { Role } from '../../kernel/permissions.ts'
import type { Desk, Task } from './desk.rules.ts'
import { followUpsOf, tasksOf, upcomingVisits } from './overview.rules.ts'

type Written = Parameters<typeof aProgramme>[0]
type Book = { readonly guideline: Guideline; readonly interpretations: readonly Interpretations[] }

const bookOf = (name: string, isAnswered = true): Book => {
  const guideline = guidelineNamed(name)
  return { guideline, interpretations: isAnswered ? [interpretationsNamed(name, guideline)] : [] }
}
const hedemora = bookOf('hedemora-omsorgsnamnden-2026')
const social = bookOf('socialnamnden-kontaktpolitiker-soc', false)
const called = bookOf('socialnamnden-kontaktpolitiker-snb')
const invites = bookOf('valfard-och-servicenamnden-2024')
const proposal = bookOf('social-och-omsorgsnamnden-forslag', false)

const today = '2026-04-20'

const pair: Written = {
  persons: [aPerson('anna', 'majority'), aPerson('bo', 'opposition')],
  units: [aUnit('granen'), aUnit('tallen')],
  appointments: [anAppointment('anna', 'granen'), anAppointment('bo', 'granen')],
  meetings: [...meetings],
}

type Sitting = {
  readonly as: Role
  readonly who?: string
  readonly units?: readonly string[]
  readonly by?: Book
  readonly day?: string
  readonly claims?: Partial<Desk['claims']>
  readonly questions?: number
}

function aDesk(
  written: Written,
  { as, who = 'anna', units = [], by = hedemora, day = today, claims = {}, questions = 0 }: Sitting,
): Desk {
  const programme = aProgramme(written)
  const now = dayFromIso(day)
  const { guideline, interpretations } = by
  return {
    me: { personId: who, roles: [as], managedUnitIds: units },
    today: now,
    programme,
    facts: factsUnder({ guidelines: [guideline], interpretations }, programme, now),
    evaluation: evaluate({ guidelines: [guideline], interpretations, feeRules: allFeeRules, programme, today: now }),
    settings: settingsOn([guideline], interpretations, now),
    openQuestions: questions,
    claims: { toConfirm: [], toCheck: 0, toApprove: 0, toExport: 0, ...claims },
  }
}

const said = ({ kind, urgency, due, visit, unit, group }: Task) =>
  [kind, urgency, due === undefined ? '–' : isoFromDay(due), visit ?? unit ?? group ?? '–'].join(' ')
const due = (written: Written, sitting: Sitting) => tasksOf(aDesk(written, sitting)).map(said)
const waiting = (written: Written, sitting: Sitting) => followUpsOf(aDesk(written, sitting)).map(said)

const invited = (person: string, answer?: 'accepted' | 'declined') => ({
  person,
  on: '2026-04-01',
  ...(answer && { answer, answeredOn: '2026-04-02' }),
})
const ahead = (id: string, day: string, more: object = {}) =>
  aVisit(id, day, 'granen', [], { state: 'booked', invitations: [invited('anna', 'accepted'), invited('bo')], ...more })
const done = [aVisit('v0', '2026-04-01', 'granen', ['anna', 'bo'], { state: 'reported' })]
const read = {
  readBy: [
    { person: 'anna', on: '2026-04-20' },
    { person: 'bo', on: '2026-04-20' },
  ],
}

describe('a contact politician', () => {
  const politician = { as: 'politician' } as const

  test('HED-05: books the visit that is due, until one is booked', () => {
    expect(due(pair, politician)).toEqual(['book open 2026-12-31 granen'])
    expect(due({ ...pair, visits: [ahead('v1', '2026-06-01')] }, politician)).toEqual([])
  })

  test('HED-05: is told that it is urgent when the year runs out', () => {
    expect(due(pair, { ...politician, day: '2026-11-20' })).toEqual(['book soon 2026-12-31 granen'])
  })

  test('SNB-05: waits for the manager’s call where the guideline gives the manager the first step', () => {
    expect(due(pair, { ...politician, by: called })).toEqual(['await-invitation waiting 2026-12-31 granen'])
  })

  test('VSN-04: waits for the operation’s invitation, whichever of the units it comes from', () => {
    const two = { ...pair, appointments: [anAppointment('anna', 'granen'), anAppointment('anna', 'tallen')] }
    expect(due(two, { ...politician, by: invites })).toEqual(['await-invitation waiting 2026-12-31 –'])
  })

  test('SOC-05: has one thing to book, however many units the visits can be made at', () => {
    const two = { ...pair, appointments: [anAppointment('anna', 'granen'), anAppointment('anna', 'tallen')] }
    expect(due(two, { ...politician, by: social })).toEqual(['book open 2026-12-31 –'])
  })

  test('SON-01: has nothing to book while the guideline is a proposal', () => {
    expect(due(pair, { ...politician, by: proposal })).toEqual([])
  })

  test('answers an invitation before the visit, in order of day', () => {
    const visits = [
      ahead('late', '2026-06-01', { invitations: [invited('anna')] }),
      ahead('early', '2026-05-20', { invitations: [invited('anna')] }),
    ]
    expect(due({ ...pair, visits }, politician)).toEqual([
      'answer open 2026-05-20 early',
      'answer open 2026-06-01 late',
    ])
  })

  test('prepares a visit that is near, unless that is done', () => {
    expect(due({ ...pair, visits: [ahead('v1', '2026-04-28')] }, politician)).toEqual(['prepare soon 2026-04-28 v1'])
    const prepared = [{ person: 'anna', on: today }]
    expect(due({ ...pair, visits: [ahead('v1', '2026-04-28', { prepared })] }, politician)).toEqual([])
  })

  test('sees the visit of today first', () => {
    const visits = [ahead('v1', today), ahead('v2', '2026-04-21', { invitations: [invited('anna')] })]
    expect(due({ ...pair, visits }, politician)).toEqual(['visit-today today – v1', 'answer soon 2026-04-21 v2'])
  })

  test('notes who came when the day is past, and is late after two weeks', () => {
    const visits = [ahead('v1', '2026-04-18'), ahead('v2', '2026-04-01')]
    expect(due({ ...pair, visits }, politician)).toEqual(['attendance late – v2', 'attendance open – v1'])
  })

  test('one who has said no has nothing to do with the visit', () => {
    const invitations = [invited('anna', 'declined')]
    expect(
      due(
        { ...pair, visits: [ahead('v1', '2026-04-18', { invitations }), ...done], reports: [aReport('v0', ['anna'])] },
        politician,
      ),
    ).toEqual([])
  })

  test('HED-11: writes the report when the visit is held, and finishes a draft', () => {
    const visits = [aVisit('v1', '2026-04-15', 'granen', ['anna', 'bo'])]
    expect(due({ ...pair, visits }, politician)).toEqual(['write-report open – v1'])
    const draft = [{ id: 'r1', visit: 'v1', form: 'written' as const, authors: ['bo'] }]
    expect(due({ ...pair, visits, reports: draft }, politician)).toEqual(['finish-report open – v1'])
  })

  test('VSN-07: the report has the papers deadline of the next meeting as its last day', () => {
    const visits = [
      aVisit('v1', '2026-04-15', 'granen', ['anna'], { initiated: { by: 'administration', on: '2026-03-01' } }),
    ]
    expect(due({ ...pair, visits }, { ...politician, by: invites, day: '2026-04-15' })).toContain(
      'write-report today 2026-04-15 v1',
    )
  })

  test('SON-04: only the rapporteur writes the report of a group’s visit', () => {
    const adopted = bookOf('social-och-omsorgsnamnden-forslag')
    const group = {
      id: 'g',
      name: 'Grupp 1',
      rapporteur: 'bo',
      from: '2026-01-01',
      members: [
        { person: 'anna', from: '2026-01-01' },
        { person: 'bo', from: '2026-01-01' },
      ],
    }
    const written: Written = {
      ...pair,
      appointments: [],
      groups: [group],
      visits: [aVisit('v1', '2026-04-15', 'granen', ['anna', 'bo'], { group: 'g' })],
    }
    const deskOf = (who: string) => {
      const desk = aDesk(written, { ...politician, who, by: adopted })
      const tried = settingsOn([adopted.guideline], adopted.interpretations, desk.today, true)
      return tasksOf({ ...desk, settings: tried }).map(({ kind }) => kind)
    }
    expect(deskOf('bo')).toContain('write-report')
    expect(deskOf('anna')).not.toContain('write-report')
  })

  test('HED-14: reads the others’ reports, once for all of them', () => {
    const others = { ...pair, visits: done, reports: [aReport('v0', ['bo'])] }
    expect(due(others, politician)).toEqual(['read-reports open – –'])
    expect(due({ ...others, reports: [aReport('v0', ['bo'], read)] }, politician)).toEqual([])
  })

  test('SNB-04: tells the meeting about a visit that is reported orally', () => {
    const oral = [{ id: 'r1', visit: 'v0', form: 'oral' as const, authors: ['anna'], oralAt: 'may' }]
    expect(due({ ...pair, visits: done, reports: oral }, { ...politician, by: called })).toContain(
      'speak open 2026-05-27 v0',
    )
  })

  test('HED-16: confirms the claim that waits for it', () => {
    const claims = { toConfirm: [{ id: 'c1', visitId: 'v0' }] }
    const written = { ...pair, visits: done, reports: [aReport('v0', ['anna', 'bo'])] }
    expect(due(written, { ...politician, claims })).toEqual(['confirm-fee open – v0'])
  })
})

describe('a unit’s manager', () => {
  const manager = { as: 'manager', who: 'chef', units: ['granen'] } as const

  test('SNB-05: calls to the visit that nobody has called to', () => {
    expect(due(pair, { ...manager, by: called })).toEqual(['invite open 2026-12-31 granen'])
    const initiated = { initiated: { by: 'manager' as const, on: '2026-04-01' } }
    expect(due({ ...pair, visits: [ahead('v1', '2026-06-01', initiated)] }, { ...manager, by: called })).toEqual([])
  })

  test('VSN-04: invites those of the unit’s politicians who have visits left', () => {
    const tasks = tasksOf(aDesk(pair, { ...manager, by: invites }))
    expect(tasks).toMatchObject([{ kind: 'invite', unit: 'granen', persons: ['anna', 'bo'] }])
  })

  test('HED-06: does not call where the politician books', () => {
    expect(due(pair, manager)).toEqual([])
  })

  test('answers what is proposed, and plans what is booked', () => {
    const visits = [ahead('v1', '2026-04-25', { state: 'proposed' }), ahead('v2', '2026-05-20', { planned: undefined })]
    expect(due({ ...pair, visits }, manager)).toEqual(['confirm soon 2026-04-25 v1', 'plan open 2026-05-20 v2'])
  })

  test('HED-11: finds the report that came, until it is marked as read', () => {
    const reports = [aReport('v0', ['anna'], { final: '2026-04-18', toManager: '2026-04-18' })]
    expect(due({ ...pair, visits: done, reports }, manager)).toEqual(['received-report open – v0'])
    const seen = [
      aReport('v0', ['anna'], {
        final: '2026-04-18',
        toManager: '2026-04-18',
        readBy: [{ person: 'chef', on: today }],
      }),
    ]
    expect(due({ ...pair, visits: done, reports: seen }, manager)).toEqual([])
  })

  test('SON-04: is not asked to read a report that goes to no manager', () => {
    const reports = [aReport('v0', ['anna'], { final: '2026-04-18', toManager: undefined })]
    expect(due({ ...pair, visits: done, reports }, manager)).toEqual([])
  })

  test('has nothing to do with other units', () => {
    const visits = [ahead('v1', '2026-04-25', { state: 'proposed' })]
    expect(due({ ...pair, visits }, { ...manager, units: ['tallen'] })).toEqual([])
  })
})

describe('the secretary', () => {
  const secretary = { as: 'secretary', who: 'lena' } as const

  test('SON-01: registers the committee’s decision on a proposal', () => {
    expect(due(pair, { ...secretary, by: proposal })).toEqual(['adopt open – –'])
  })

  test('is asked for the answers that the committee owes', () => {
    const tasks = tasksOf(aDesk(pair, { ...secretary, questions: 2 }))
    expect(tasks).toMatchObject([{ kind: 'answer-questions', count: 2 }])
  })

  test('sees the papers deadline coming, and the package after it', () => {
    expect(due(pair, { ...secretary, day: '2026-05-04' })).toEqual(['papers soon 2026-05-13 –'])
    const written = { ...pair, visits: done, reports: [aReport('v0', ['anna', 'bo'])] }
    expect(due(written, { ...secretary, day: '2026-05-20' })).toEqual(['package soon 2026-05-27 –'])
  })

  test('VSN-10: is reminded of following up the guideline in the last year of the term', () => {
    expect(due({ ...pair, meetings: [] }, { ...secretary, by: invites })).toEqual([
      'review-guideline open 2027-01-01 –',
    ])
  })

  test('follows up a report that is long in coming, with those it is awaited from', () => {
    const written = { ...pair, visits: [aVisit('v1', '2026-04-01', 'granen', ['anna', 'bo'])] }
    const [late] = followUpsOf(aDesk(written, secretary))
    expect(late).toMatchObject({ kind: 'late-report', visit: 'v1', urgency: 'late', persons: ['anna', 'bo'] })
    const chair = (who: string) => followUpsOf(aDesk(written, { as: 'chair', who })).map(({ kind }) => kind)
    expect(chair('dan')).toContain('late-report')
    // It is a task of Anna's own, and waits for nobody else.
    expect(chair('anna')).not.toContain('late-report')
  })

  test('SNB-05: follows up units where no call is visible', () => {
    const follow = followUpsOf(aDesk(pair, { ...secretary, by: called }))
    expect(follow).toMatchObject([{ kind: 'no-call', units: ['granen'], urgency: 'waiting' }])
  })

  test('HED-05: sees how many still have visits left', () => {
    expect(followUpsOf(aDesk(pair, secretary))).toMatchObject([{ kind: 'visits-left', count: 2, of: 2 }])
  })

  test('sees a proposal that the manager has not answered for a week', () => {
    const visits = [ahead('v1', '2026-05-20', { state: 'proposed', initiated: { by: 'politician', on: '2026-04-05' } })]
    expect(waiting({ ...pair, visits }, secretary)).toEqual(['unconfirmed waiting 2026-05-20 v1'])
  })
})

describe('the chair and the fee officer', () => {
  const chair = { as: 'chair', who: 'ord' } as const
  const three = ['2026-02-01', '2026-03-01', '2026-04-01'].map((day, index) =>
    aVisit(`v${index}`, day, index === 1 ? 'tallen' : 'granen', ['anna'], {
      initiated: { by: 'administration', on: '2026-01-02' },
    }),
  )

  test('SOC-10: the chair decides on the fee for what is beyond two visits', () => {
    const reports = three.map(({ id }) => aReport(id, ['anna']))
    expect(due({ ...pair, visits: three, reports }, { ...chair, by: social })).toEqual(['decide-fee open – v2'])
  })

  test('VSN-09: the chair decides before a visit beyond two, and not in the own matter', () => {
    const extra = {
      ...pair,
      visits: [...three.slice(0, 2), ahead('v9', '2026-05-20', { invitations: [invited('anna', 'accepted')] })],
    }
    expect(due(extra, { ...chair, by: invites })).toEqual(['decide-extra open 2026-05-20 v9'])
    expect(due(extra, { ...chair, who: 'anna', by: invites })).toEqual([])
    // The one whom it is for asks, until it has been asked for.
    const own = { as: 'politician', who: 'anna', by: invites } as const
    const asks = (more: Partial<Desk>) => tasksOf({ ...aDesk(extra, own), ...more }).map(({ kind }) => kind)
    expect(asks({})).toContain('ask-extra')
    expect(asks({ asked: new Set(['v9 anna']) })).not.toContain('ask-extra')
    // When the day has come and nobody has asked, it lies before the secretary.
    const late = (day: string, more: Partial<Desk> = {}) =>
      tasksOf({ ...aDesk(extra, { as: 'secretary', by: invites, day }), ...more }).filter(
        ({ kind }) => kind === 'extra-open',
      )
    expect(late('2026-05-19')).toEqual([])
    expect(late('2026-05-20')).toMatchObject([{ visit: 'v9', persons: ['anna'], urgency: 'late' }])
    expect(late('2026-05-20', { asked: new Set(['v9 anna']) })).toEqual([])
  })

  test('claims to check, to approve and to export are one thing each, with their number', () => {
    const tasks = tasksOf(aDesk(pair, { as: 'fee-officer', claims: { toCheck: 3, toApprove: 2, toExport: 1 } }))
    expect(tasks).toMatchObject([
      { kind: 'check-fees', count: 3 },
      { kind: 'approve-fees', count: 2 },
      { kind: 'export-fees', count: 1 },
    ])
  })

  test('those who only read have nothing to do', () => {
    expect(due(pair, { as: 'auditor' })).toEqual([])
    expect(waiting(pair, { as: 'quality-officer' })).toEqual([])
  })
})

describe('coming visits', () => {
  test('are the own ones, or those of the own units, the next first', () => {
    const visits = [
      ahead('v2', '2026-06-01'),
      ahead('v1', '2026-05-01'),
      ahead('v3', '2026-05-02', { units: ['tallen'], invitations: [] }),
    ]
    const of = (sitting: Sitting) => upcomingVisits(aDesk({ ...pair, visits }, sitting)).map(({ id }) => id)
    expect(of({ as: 'politician' })).toEqual(['v1', 'v2'])
    expect(of({ as: 'manager', who: 'chef', units: ['tallen'] })).toEqual(['v3'])
    expect(of({ as: 'auditor', who: 'rev' })).toEqual([])
  })
})

describe('the initiative as the guideline has it', () => {
  const initiator = (values: object): Book => {
    const { guideline, interpretations } = hedemora
    const rules = guideline.rules.map((rule) =>
      rule.kind === 'visits.initiator' ? { ...rule, values: { ...rule.values, ...values } } : rule,
    )
    return { guideline: { ...guideline, rules } as Guideline, interpretations }
  }
  const sideBySide = initiator({ by: 'manager', also: ['politician'] })
  const passesOn = (by: string) => initiator({ by: 'manager', takesOver: { by, on: '05-15' } })
  const manager = { as: 'manager', who: 'mia', units: ['granen'] } as const
  const late = '2026-06-01'

  test('two who may begin side by side are both asked to', () => {
    expect(due(pair, { as: 'politician', by: sideBySide })).toEqual(['book open 2026-12-31 granen'])
    expect(due(pair, { ...manager, by: sideBySide })).toEqual(['invite open 2026-12-31 granen'])
  })

  test('a chair who begins has it on the desk', () => {
    expect(due(pair, { as: 'chair', who: 'karin', by: initiator({ by: 'chair' }) })).toEqual([
      'arrange open 2026-12-31 –',
    ])
  })

  test('when nothing has happened by the day the next in line is told, and the first is no longer asked', () => {
    const by = passesOn('politician')
    expect(due(pair, { ...manager, by })).toEqual(['invite open 2026-12-31 granen'])
    expect(due(pair, { as: 'politician', by })).toEqual(['await-invitation waiting 2026-12-31 granen'])
    expect(due(pair, { ...manager, by, day: late })).not.toContain('invite open 2026-12-31 granen')
    expect(due(pair, { as: 'politician', by, day: late })).toContain('take-over late 2026-05-15 granen')
  })

  test('a unit where somebody has begun passes on to nobody', () => {
    const by = passesOn('politician')
    const begun = { ...pair, visits: [ahead('v1', '2026-09-01')] }
    expect(due(begun, { as: 'politician', by, day: late }).join()).not.toContain('take-over late 2026-05-15 granen')
  })

  test('a role that nobody has a part for falls to the secretary; the chair sees who is to take over', () => {
    const by = passesOn('ombud')
    const taken = due(pair, { as: 'secretary', who: 'sara', by, day: late })
    expect(taken).toContain('take-over late 2026-05-15 granen')
    expect(waiting(pair, { as: 'chair', who: 'karin', by, day: late })).toContainEqual(
      expect.stringMatching(/^handed-over waiting/),
    )
  })
})
