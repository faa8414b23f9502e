import { Engine, type RuleProperties } from 'json-rules-engine'
import type { Answers, Cases } from './cases.ts'

const when = (type: string, ...all: readonly (readonly [string, string, unknown])[]): RuleProperties => ({
  conditions: { all: all.map(([fact, operator, value]) => ({ fact, operator, value })) },
  event: { type },
})

const visitRules = [
  when('visits.attendance all-came', ['absent', 'equal', 0]),
  when('visits.attendance absent', ['absent', 'greaterThan', 0]),
  when('visits.initiator initiated', ['initiatedBy', 'equal', 'politician']),
  when('visits.initiator other-initiator', ['initiatedBy', 'notEqual', 'politician']),
  when('visits.planner planned', ['plannedBy', 'equal', 'manager']),
  when('visits.planner other-planner', ['plannedBy', 'notEqual', 'manager']),
  when('visits.length within', ['minutes', 'lessThanInclusive', 180]),
  when('visits.length longer', ['minutes', 'greaterThan', 180]),
  when('visits.audiences all-met', ['unmet', 'equal', 0]),
  when('visits.audiences unmet', ['unmet', 'greaterThan', 0]),
  when('report.form delivered', ['reports', 'greaterThan', 0]),
  when('report.form outstanding', ['reports', 'equal', 0]),
  when('report.recipients sent', ['reports', 'greaterThan', 0], ['reportToManager', 'equal', true]),
  when('report.recipients manager-waits', ['reports', 'greaterThan', 0], ['reportToManager', 'equal', false]),
]

const lineRules = [
  when('not-payable', ['appointed', 'equal', false]),
  when('not-payable', ['appointed', 'equal', true], ['used', 'greaterThanInclusive', 2]),
  when('waiting', ['appointed', 'equal', true], ['used', 'lessThan', 2], ['reported', 'equal', false]),
  when(
    'waiting',
    ['appointed', 'equal', true],
    ['used', 'lessThan', 2],
    ['reported', 'equal', true],
    ['confirmed', 'equal', false],
  ),
  when(
    'payable',
    ['appointed', 'equal', true],
    ['used', 'lessThan', 2],
    ['reported', 'equal', true],
    ['confirmed', 'equal', true],
  ),
]

const countRules = [
  when('too-many', ['done', 'greaterThan', 2]),
  when('reached', ['done', 'greaterThanInclusive', 1], ['done', 'lessThanInclusive', 2]),
  when('remaining', ['done', 'lessThan', 1], ['yearIsOver', 'equal', false]),
  when('too-few', ['done', 'lessThan', 1], ['yearIsOver', 'equal', true]),
]

/** Returns the answers of json-rules-engine, which has no arithmetic of its own: the amount is a computed fact. */
export async function judgeWithJsonRulesEngine({ visits, counts }: Cases): Promise<Answers> {
  const visitEngine = new Engine(visitRules)
  const lineEngine = new Engine(lineRules)
  const countEngine = new Engine(countRules)
  lineEngine.addFact('amount', async (_, almanac) =>
    amountFor(Math.min(await almanac.factValue<number>('attended'), 180)),
  )
  const answers = new Map<string, string>()
  const paid = new Map<string, number>()
  for (const { lines, ...visit } of visits) {
    const { events } = await visitEngine.run(visit)
    for (const { type } of events) {
      const [kind, code] = type.split(' ')
      answers.set(`${kind} ${visit.id}`, code ?? '')
    }
    for (const line of lines) {
      const used = paid.get(line.cap) ?? 0
      const result = await lineEngine.run({ ...line, used })
      const outcome = result.events[0]?.type ?? ''
      const amount = outcome === 'payable' ? await result.almanac.factValue<number>('amount') : 0
      if (outcome === 'payable') paid.set(line.cap, used + 1)
      answers.set(`fee ${line.visit} ${line.person}`, `${outcome} ${amount}`)
    }
  }
  for (const { id, ...count } of counts) {
    const { events } = await countEngine.run(count)
    answers.set(`count ${id}`, events[0]?.type ?? '')
  }
  return answers
}

function amountFor(minutes: number): number {
  return 34_700 + Math.max(0, Math.ceil((minutes - 60) / 30)) * 8_650
}
