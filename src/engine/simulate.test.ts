import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../kernel/date.ts'
import { evaluate } from './evaluate.ts'
import { type FeeRules, feeRulesSchema } from './fee-rules.ts'
import { type Guideline, guidelineSchema } from './guideline.ts'
import { type Interpretations, interpretationsSchema } from './interpretations.ts'
import { loadProgramme } from './load.ts'
import {
  addToSimulation,
  type SimulateInput,
  type Simulation,
  simulate,
  simulation,
  simulationOf,
  startSimulation,
} from './simulate.ts'
import {
  allFeeRules,
  anAppointment,
  aPerson,
  aProgramme,
  aUnit,
  aVisit,
  guidelineNamed,
  interpretationsNamed,
  loaded,
  textOf,
} from './testing/cast.ts'

const today = dayFromIso('2027-03-01')
type Written = Record<string, unknown>

const version = (rules: readonly (readonly [string, string, Written])[], more: Written = {}): Guideline =>
  guidelineSchema.parse({
    format: 'namndkontakt/guideline@1',
    id: 'one',
    title: 'Riktlinje',
    issuer: { committee: 'Provnämnden' },
    status: 'adopted',
    validity: { from: '2020-01-01' },
    document: { reviewBy: { when: 'none' } },
    ...more,
    rules: rules.map(([id, kind, values]) => ({
      id,
      kind,
      force: 'must',
      bearer: 'committee',
      clause: `§ ${id}`,
      values,
    })),
  })

/** So many visits to each unit, at most so long, so many of them paid for each person. */
const asking = (least: number, mostMinutes: number, paid: number, more: Written = {}): Guideline =>
  version(
    [
      ['R1', 'visits.count', { least, per: 'unit' }],
      ['R2', 'visits.length', { mostMinutes }],
      ['R3', 'fee.kind', { fee: 'meeting' }],
      ['R4', 'fee.cap-visits', { most: paid, per: 'person' }],
    ],
    more,
  )
const rules = (guideline: Guideline, more: Partial<SimulateInput['before']> = {}) => ({
  guidelines: [guideline],
  interpretations: [],
  feeRules: allFeeRules,
  ...more,
})

/** Two units and two persons; in 2026 three visits to u of 140 minutes (606.50 kr each), none to w. */
const programme = aProgramme({
  period: { from: '2026-01-01' },
  persons: [aPerson('ada'), aPerson('bo', 'opposition')],
  units: [aUnit('u', { name: 'Granen' }), aUnit('w', { name: 'Tallen' })],
  appointments: [anAppointment('ada', 'u'), anAppointment('bo', 'w')],
  visits: ['02', '05', '09'].map((month) => aVisit(`v${month}`, `2026-${month}-10`, 'u', ['ada'])),
})
const input = (before: Guideline, after: Guideline, more: Partial<SimulateInput> = {}): SimulateInput => ({
  before: rules(before),
  after: rules(after),
  programme,
  today,
  ...more,
})
const change = (before: number, after: number) => ({ before, after, difference: after - before })
const row = (rows: Simulation['units'], id: string) => rows.find((it) => it.id === id)
const names = (list: Simulation['appeared']) =>
  list.items.map(({ finding: { code, subject } }) => `${code} ${subject.id}`)

describe('trying changed rules on a year that has been', () => {
  const tried = simulate(input(asking(1, 180, 1), asking(4, 120, 2)))

  it('says how many more breaches, visits and kronor there would have been', () => {
    // 2026: w lacks 1 of 1 before, 4 of 4 after; u lacks 0 and then 1. 2027 has begun: each unit has all of them to make.
    expect(tried.total.outcomes).toMatchObject({ breached: change(1, 5), due: change(2, 2), deviates: change(0, 0) })
    expect(tried.total.visitsOwed).toEqual(change(1 + 2, 5 + 8))
    expect(tried.total.feeLines).toMatchObject({ payable: change(1, 2), 'not-payable': change(2, 1) })
    expect(tried.total.fees.payable).toEqual(change(60650, 121300))
    expect(tried.total.fees.byKind).toMatchObject({ meeting: { payable: change(60650, 121300) } })
    expect({ programmes: tried.programmes, visits: tried.visits }).toEqual({ programmes: 1, visits: 3 })
  })

  it('says it for each unit, by name', () => {
    expect(row(tried.units, 'u')).toMatchObject({
      name: 'Granen',
      visitsOwed: change(1, 5),
      outcomes: { breached: change(0, 4) },
      fees: { payable: change(60650, 121300) },
    })
    expect(row(tried.units, 'w')).toMatchObject({
      name: 'Tallen',
      visitsOwed: change(2, 8),
      fees: { payable: change(0, 0) },
    })
  })

  it('says it for each person', () => {
    expect(row(tried.persons, 'ada')).toMatchObject({
      outcomes: { breached: change(0, 3) },
      feeLines: { payable: change(1, 2), 'not-payable': change(2, 1) },
      fees: { payable: change(60650, 121300) },
    })
    expect(row(tried.persons, 'bo')).toBeUndefined()
  })

  it('says it for each rule, whichever version it stands in', () => {
    const rule = (id: string) => tried.rules.find((it) => it.rule === id)
    expect(rule('R1')).toMatchObject({
      kind: 'visits.count',
      outcomes: { breached: change(1, 2) },
      visitsOwed: change(3, 13),
    })
    expect(rule('R2')).toMatchObject({ clause: '§ R2', outcomes: { breached: change(0, 3) } })
    expect(rule('R4')).toMatchObject({ feeLines: { payable: change(1, 2) }, fees: { payable: change(60650, 121300) } })
  })

  it('lists what is new and what is gone, and each fee that becomes another', () => {
    expect(names(tried.appeared)).toEqual(['longer v02', 'longer v05', 'longer v09', 'too-few u'])
    expect(names(tried.disappeared)).toEqual([])
    const back = simulate(input(asking(4, 120, 2), asking(1, 180, 1)))
    expect(names(back.disappeared)).toEqual(['longer v02', 'longer v05', 'longer v09', 'too-few u'])
    expect(tried.fees).toMatchObject({
      count: 1,
      items: [
        {
          committee: { municipality: 'Provköping', id: 'committee', name: 'Provnämnden' },
          visit: 'v05',
          person: 'ada',
          kind: 'meeting',
          before: { outcome: 'not-payable', amount: 0 },
          after: { outcome: 'payable', amount: 60650 },
        },
      ],
    })
  })

  it('keeps no more findings than asked for, and counts them all', () => {
    const { appeared } = simulate(input(asking(1, 180, 1), asking(4, 120, 2)), { keep: 2 })
    expect({ count: appeared.count, kept: appeared.items.length }).toEqual({ count: 4, kept: 2 })
  })
})

describe('the changed rules are tried as if they had held all the time:', () => {
  const before = asking(1, 180, 1)
  const breaches = (after: Guideline, more: Partial<SimulateInput['after']> = {}) =>
    simulate(input(before, after, { after: rules(after, more) })).total.outcomes.breached.after

  it('SON-01: a proposal without any day', () => {
    expect(breaches(asking(4, 120, 2, { status: 'proposal', validity: undefined }))).toBe(5)
  })

  it('a version that begins later, or has ended', () => {
    expect(breaches(asking(4, 120, 2, { validity: { from: '2028-01-01' } }))).toBe(5)
    expect(breaches(asking(4, 120, 2, { validity: { from: '2020-01-01', until: '2026-04-01' } }))).toBe(5)
  })

  it('a proposal whose adoption lies ahead in the local interpretations', () => {
    const adoption = interpretationsSchema.parse({
      format: 'namndkontakt/interpretations@1',
      guideline: 'one',
      adoption: { on: '2028-01-01', from: '2028-02-01' },
    })
    const proposal = asking(4, 120, 2, { status: 'proposal', validity: undefined })
    expect(breaches(proposal, { interpretations: [adoption] })).toBe(5)
  })

  it('of two versions the last one that is named', () => {
    expect(breaches(asking(4, 120, 2), { guidelines: [before, asking(4, 120, 2, { id: 'two' })] })).toBe(5)
    expect(breaches(before, { guidelines: [asking(4, 120, 2, { id: 'two' }), before] })).toBe(1)
  })

  it('the first answer to a question that it leaves open; a later answer from its own day', () => {
    const open = version([['R1', 'visits.count', { least: 2, per: 'silent' }]], {
      silences: [{ id: 'R1-Q', rule: 'R1', parameter: 'per', question: { sv: 'Per vad?', en: 'Per what?' } }],
    })
    const answers = (...from: readonly (readonly [string, string])[]): Interpretations =>
      interpretationsSchema.parse({
        format: 'namndkontakt/interpretations@1',
        guideline: 'one',
        answers: from.map(([day, answer], index) => ({
          id: `A${index}`,
          silence: 'R1-Q',
          answer,
          decidedBy: 'Nämnden',
          on: day,
          from: day,
        })),
      })
    const outcomes = (file: Interpretations) =>
      simulate(input(before, open, { after: rules(open, { interpretations: [file] }) })).total.outcomes
    expect(outcomes(answers(['2027-02-01', 'unit']))).toMatchObject({
      breached: { after: 1 },
      'cannot-tell': { after: 0 },
    })
    // Judged by the persons from 2027: ada and bo have all of that year's visits to make.
    expect(outcomes(answers(['2027-01-01', 'person'], ['2026-12-01', 'unit']))).toMatchObject({
      breached: { after: 1 },
      due: { after: 2 },
    })
  })

  it('the answer to a question that both leave open, unless it has one of its own', () => {
    const open = (id: string, least: number) =>
      version([['R1', 'visits.count', { least, per: 'silent' }]], {
        id,
        silences: [{ id: 'R1-Q', rule: 'R1', parameter: 'per', question: { sv: 'Per vad?', en: 'Per what?' } }],
      })
    const answered = (guideline: string, answer: string): Interpretations =>
      interpretationsSchema.parse({
        format: 'namndkontakt/interpretations@1',
        guideline,
        answers: [{ id: 'A1', silence: 'R1-Q', answer, decidedBy: 'Nämnden', on: '2026-01-01', from: '2026-01-01' }],
      })
    const [old, proposal] = [open('old', 1), open('new', 3)]
    const was = rules(old, { interpretations: [answered('old', 'unit')] })
    const tried = (after: SimulateInput['after']) => simulate(input(old, old, { before: was, after })).total
    // w lacks a visit in 2026, then three; in 2027 each unit has all of them to make.
    expect(tried({ guidelines: [proposal] }).outcomes).toMatchObject({ breached: change(1, 1), due: change(2, 2) })
    expect(tried({ guidelines: [proposal] }).visitsOwed).toEqual(change(3, 9))
    expect(tried({ guidelines: [proposal], interpretations: [answered('new', 'committee')] }).visitsOwed.after).toBe(3)
  })

  it('changed fee rules', () => {
    const dearer: FeeRules = feeRulesSchema.parse({
      format: 'namndkontakt/fee-rules@1',
      id: 'dearer',
      title: 'Dyrare',
      status: 'invented',
      source: { sv: 'Påhittat', en: 'Invented' },
      validity: { from: '2028-01-01' },
      fees: [
        {
          kind: 'meeting',
          title: { sv: 'Arvode', en: 'Fee' },
          clause: '§ 1',
          rate: { form: 'flat', amount: 100000 },
        },
      ],
    })
    const { fees } = simulate(input(before, before, { after: rules(before, { feeRules: [dearer] }) })).total
    expect(fees.payable).toEqual(change(60650, 100000))
  })

  it('what is left out stays as it was: answers, fee rules, and the guidelines of others', () => {
    const { fees } = simulate(input(before, before, { after: {} })).total
    expect(fees.payable).toEqual(change(60650, 60650))
    const policy = version([['P1', 'visits.length', { mostMinutes: 60 }]], {
      id: 'policy',
      issuer: { municipality: 'Provköping', council: 'Kommunfullmäktige', binds: 'all' },
    })
    const both = rules(before, { guidelines: [before, policy] })
    const stricter = version([['P1', 'visits.length', { mostMinutes: 30 }]], { id: 'stricter', issuer: policy.issuer })
    const finds = (after: SimulateInput['after']) =>
      simulate(input(before, before, { before: both, after })).rules.map((it) => [
        it.rule,
        it.outcomes.breached.before,
        it.outcomes.breached.after,
      ])
    expect(finds({ guidelines: [asking(4, 120, 2)] })).toEqual(
      expect.arrayContaining([
        ['R1', 1, 2],
        ['P1', 3, 3],
      ]),
    )
    expect(finds({ guidelines: [stricter] })).toEqual(
      expect.arrayContaining([
        ['R1', 1, 1],
        ['P1', 3, 3],
      ]),
    )
  })

  it('a dated change within them still begins on its day', () => {
    const [changed] = version([['R1', 'visits.count', { least: 1, per: 'unit' }]]).rules
    const after = {
      ...version([['R1', 'visits.count', { least: 1, per: 'unit' }]]),
      rules:
        changed === undefined ? [] : [{ ...changed, changes: [{ from: today, values: { least: 9 }, clause: '§ 2' }] }],
    }
    expect(simulate(input(before, after)).total.visitsOwed.after).toBe(1 + 9 + 9)
  })
})

describe('the rules as they were', () => {
  it('are judged version by version: before the first of them nothing can be told', () => {
    const late = asking(1, 180, 1, { validity: { from: '2026-05-01' } })
    const { total, disappeared } = simulate(input(late, late))
    expect(total.outcomes['cannot-tell'].after).toBe(0)
    expect(total.outcomes['cannot-tell'].before).toBeGreaterThan(0)
    expect(names(disappeared)).toContain('none-in-force v02')
  })
})

describe('a programme that ends', () => {
  it('says nothing of the years after it', () => {
    const ended = { ...programme, period: { from: dayFromIso('2026-01-01'), until: dayFromIso('2027-01-01') } }
    const { total } = simulate(input(asking(1, 180, 1), asking(4, 120, 2), { programme: ended }))
    expect(total.visitsOwed).toEqual(change(1, 5))
  })
})

describe('a made-up year', () => {
  it('is judged by what is compared with as if it had been in force', () => {
    const late = asking(1, 180, 1, { validity: { from: '2028-01-01' } })
    const madeUp = { ...programme, synthetic: true }
    expect(simulate(input(late, asking(4, 120, 2), { programme: madeUp })).total.outcomes.breached).toEqual(
      change(1, 5),
    )
  })
})

const examples = [
  ['hed-omsorgsnamnden', 'hedemora-omsorgsnamnden-2026', true],
  ['soc-socialnamnden', 'socialnamnden-kontaktpolitiker-soc', false],
  ['snb-socialnamnden', 'socialnamnden-kontaktpolitiker-snb', true],
  ['vsn-valfard-och-servicenamnden', 'valfard-och-servicenamnden-2024', true],
  ['son-social-och-omsorgsnamnden', 'social-och-omsorgsnamnden-forslag', true],
] as const
const exampleInputs = examples.map(([example, id, answered]): SimulateInput => {
  const guideline = guidelineNamed(id)
  const set = rules(guideline, { interpretations: answered ? [interpretationsNamed(id, guideline)] : [] })
  return {
    before: set,
    after: set,
    programme: loaded(loadProgramme(textOf(`examples/${example}.yaml`), example)),
    today: dayFromIso('2026-11-22'),
  }
})
/** Every example under every guideline instead of its own. */
const exchanged = exampleInputs.flatMap((one) => exampleInputs.map((other) => ({ ...one, after: other.after })))

describe('whatever the rules and the programme', () => {
  it('the same rules in force all the time change nothing', () => {
    const property = fc.property(
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 30, max: 200 }),
      fc.integer({ min: 1, max: 3 }),
      (least, length, paid) => {
        const { total, appeared, disappeared, fees } = simulate(
          input(asking(least, length, paid), asking(least, length, paid)),
        )
        return (
          appeared.count + disappeared.count + fees.count === 0 &&
          [...Object.values(total.outcomes), total.visitsOwed, total.fees.payable].every((it) => it.difference === 0)
        )
      },
    )
    expect(() => fc.assert(property, { numRuns: 40, seed: 20261122 })).not.toThrow()
  })

  it('what was is what the evaluation says, in number and in kronor', () => {
    for (const one of exchanged) {
      const { findings, feeLines } = evaluate({ ...one.before, programme: one.programme, today: one.today })
      const { total } = simulate(one)
      const open = findings.filter((it) => it.outcome !== 'satisfied').length
      expect(Object.values(total.outcomes).reduce((sum, it) => sum + it.before, 0)).toBe(open)
      expect(total.fees.payable.before).toBe(feeLines.reduce((sum, it) => sum + it.amount, 0))
      expect(total.fees.expected.before).toBe(feeLines.reduce((sum, it) => sum + (it.expected ?? 0), 0))
    }
  })

  it('new and gone findings are the difference between the two, and rules add up to the total', () => {
    for (const one of exchanged) {
      const { total, rules: byRule, appeared, disappeared } = simulate(one)
      const differences = Object.values(total.outcomes).reduce((sum, it) => sum + it.difference, 0)
      expect(appeared.count - disappeared.count).toBe(differences)
      for (const outcome of ['breached', 'deviates', 'due', 'cannot-tell'] as const) {
        const summed = byRule.reduce((sum, it) => sum + it.outcomes[outcome].after, 0)
        expect(summed).toBe(total.outcomes[outcome].after)
      }
    }
  })

  it('programmes one by one, all at once and step by step give the same', () => {
    const run = startSimulation()
    for (const one of exampleInputs) for (const _ of addToSimulation(run, one));
    const steps = simulation(exampleInputs, { programmes: exampleInputs.length })
    const progress: unknown[] = []
    let step = steps.next()
    for (; step.done !== true; step = steps.next()) progress.push(step.value)
    expect(step.value).toEqual(simulationOf(run))
    expect(progress).toEqual(Array.from({ length: 10 }, (_, index) => ({ done: index + 1, total: 10 })))
    const summed = exampleInputs.map((one) => simulate(one).total.fees.payable.before)
    expect(step.value.total.fees.payable.before).toBe(summed.reduce((sum, it) => sum + it, 0))
    expect(step.value.units.length).toBeGreaterThan(10)
  })

  it('programmes are asked for one at a time', () => {
    let asked = 0
    const inputs = function* () {
      for (const one of exampleInputs) {
        asked += 1
        yield one
      }
    }
    const steps = simulation(inputs())
    steps.next()
    steps.next()
    expect(asked).toBe(1)
    expect(steps.next().value).toEqual({ done: 3, total: undefined })
    expect(asked).toBe(2)
  })
})
