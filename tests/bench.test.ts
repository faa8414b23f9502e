import { describe, expect, it } from 'vitest'
import { answersOf, casesOf, mustAgree } from '../bench/cases.ts'
import { outcomeOf, sentencesOf } from '../bench/guard.ts'
import { aCommittee } from '../bench/programme.ts'
import { hedemora, judgedOn } from '../bench/rules.ts'
import { judgeWithJsonRulesEngine } from '../bench/with-json-rules-engine.ts'
import { judgeWithPublicodes } from '../bench/with-publicodes.ts'
import { evaluate } from '../src/engine/index.ts'

const programme = aCommittee({ units: 12, years: 3, visitsPerYear: 2, seed: 7 })
const cases = casesOf(programme, judgedOn)
const ours = answersOf(evaluate({ ...hedemora(), programme, today: judgedOn }))

describe('the rules that the benchmark compares', () => {
  it('give every kind of answer, so that agreement means something', () => {
    const given = new Set([...ours].map(([key, answer]) => `${key.split(' ')[0]} ${answer.split(' ')[0]}`))
    expect([...given].sort()).toEqual([
      'count reached',
      'count remaining',
      'count too-few',
      'count too-many',
      'fee not-payable',
      'fee payable',
      'fee waiting',
      'report.form delivered',
      'report.form outstanding',
      'report.recipients manager-waits',
      'report.recipients sent',
      'visits.attendance absent',
      'visits.attendance all-came',
      'visits.audiences all-met',
      'visits.audiences unmet',
      'visits.initiator initiated',
      'visits.initiator other-initiator',
      'visits.length longer',
      'visits.length within',
      'visits.planner other-planner',
      'visits.planner planned',
    ])
  })

  it('give the same answers in json-rules-engine and in publicodes', async () => {
    expect(Object.fromEntries(await judgeWithJsonRulesEngine(cases))).toEqual(Object.fromEntries(ours))
    expect(Object.fromEntries(judgeWithPublicodes(cases))).toEqual(Object.fromEntries(ours))
  })

  it('are refused for timing when one answer differs', () => {
    const [key] = ours.keys()
    const other = new Map(ours).set(key ?? '', 'something else')
    expect(() => mustAgree('another engine', ours, other)).toThrow(/answers otherwise in 1 cases:\n.*something else/)
  })
})

describe('the sentences that the guard is measured by', () => {
  const parts = [sentencesOf('developing'), sentencesOf('held-out'), sentencesOf('last')]
  const all = [...parts, sentencesOf('others-developing'), sentencesOf('others'), sentencesOf('fresh')].flat()

  it('are each there once, half of them harmless, with every kind at least fifteen times', () => {
    const count = new Map<string, number>()
    for (const kind of all.flatMap((it) => it.kinds)) count.set(kind, (count.get(kind) ?? 0) + 1)
    expect(new Set(all.map((it) => it.text)).size).toBe(all.length)
    expect(all.every((it) => it.text !== '')).toBe(true)
    expect(all.filter((it) => it.kinds.length === 0).length / all.length).toBeCloseTo(0.5, 0)
    expect(count.size).toBe(14)
    expect([...count].filter(([, times]) => times < 15)).toEqual([])
  })

  it.each([
    ['missed', [{ text: 'Maten är god.', kinds: ['name'] as const }], { found: 0, missed: 1, falsely: 0 }],
    ['false', [{ text: 'Birgitta kom.', kinds: [] }], { found: 0, missed: 0, falsely: 1 }],
    ['found', [{ text: 'Birgitta kom.', kinds: ['name'] as const }], { found: 1, missed: 0, falsely: 0 }],
  ])('count as %s what is', (_what, sentences, expected) => {
    const { found, missed, falsely } = outcomeOf(sentences)
    expect({ found, missed: missed.length, falsely: falsely.length }).toEqual(expected)
  })
})
