import { type Guideline, type SimulateInput, simulation } from '../src/engine/index.ts'
import { aCommittee } from './programme.ts'
import type { Row } from './rows.ts'
import { hedemora, judgedOn } from './rules.ts'

const municipalities = 290
const committeesEach = 4

/**
 * Tries a changed guideline on all of Sweden: 290 municipalities with 4 committees of 40 units through 4 years, each
 * committee judged before and after and compared. Programmes come one at a time, as they would from a database; making
 * them up is not part of the time. Memory is that of the whole process.
 */
export async function benchSweden(): Promise<readonly Row[]> {
  const { feeRules, ...rules } = hedemora()
  const before = { ...rules, feeRules }
  const after = { ...rules, feeRules, guidelines: rules.guidelines.map(changed) }
  const committees = municipalities * committeesEach
  let makingUp = 0
  let memory = 0
  function* inputs(): Generator<SimulateInput> {
    for (let seed = 1; seed <= committees; seed++) {
      const start = performance.now()
      const programme = aCommittee({ units: 40, years: 4, visitsPerYear: 2, seed })
      memory = Math.max(memory, process.memoryUsage.rss())
      makingUp += performance.now() - start
      yield { before, after, programme, today: judgedOn }
    }
  }
  const start = performance.now()
  const steps = simulation(inputs(), { programmes: committees })
  let step = steps.next()
  while (!step.done) step = steps.next()
  const seconds = (performance.now() - start - makingUp) / 1000
  const { visits, programmes, total } = step.value
  if (programmes !== committees || total.fees.payable.difference === 0)
    throw new Error('the change has changed nothing')
  const gibibytes = memory / 2 ** 30
  return [
    {
      name: `all of Sweden, ${visits.toLocaleString('en-GB')} visits`,
      value: seconds,
      unit: 's',
      must: '< 10 s',
      met: seconds < 10,
    },
    { name: 'all of Sweden, memory', value: gibibytes, unit: 'GiB', must: '< 1 GiB', met: gibibytes < 1 },
  ]
}

/** Shorter visits, one paid visit instead of two, and two paid hours instead of three. */
function changed(guideline: Guideline): Guideline {
  return {
    ...guideline,
    id: `${guideline.id}-changed`,
    rules: guideline.rules.map((rule) => {
      if (rule.kind === 'visits.length') return { ...rule, values: { ...rule.values, mostMinutes: 120 } }
      if (rule.kind === 'fee.cap-visits') return { ...rule, values: { ...rule.values, most: 1 } }
      if (rule.kind === 'fee.cap-hours') return { ...rule, values: { ...rule.values, minutes: 120 } }
      return rule
    }),
  }
}
