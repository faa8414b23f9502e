import { type Day, dayOf, yearOf } from '../../kernel/date.ts'
import { isContactPolitician } from '../facts.ts'
import type { FeeRules } from '../fee-rules.ts'
import type { Person } from '../programme.ts'
import type { Run } from '../rules/kind.ts'
import { blockRule, blocksOn } from './blocks.ts'

/** Finds for each contact politician and year whether the fee rules have been acknowledged (kvitterats) by their day. */
export function judgeAcknowledgements(run: Run, feeRules: readonly FeeRules[]): void {
  if (!feeRules.some((it) => it.acknowledgement !== undefined)) return
  for (const { year, coveredFrom } of run.facts.years) {
    if (year > yearOf(run.today)) continue
    for (const by of new Set(feeRules.flatMap((it) => dayIn(it, year)))) {
      // A programme that begins later does not tell what was acknowledged before.
      if (coveredFrom !== undefined && by < coveredFrom) continue
      const meant = Math.min(by, run.today) as Day
      const persons = run.facts.programme.persons.filter((it) => isContactPolitician(run.facts, it.id, meant))
      for (const person of persons) judge(run, feeRules, person, year, by)
    }
  }
}

function judge(run: Run, feeRules: readonly FeeRules[], person: Person, year: number, by: Day): void {
  for (const { rules, values } of blocksOn(feeRules, 'acknowledgement', by)) {
    if (dayIn(rules, year)[0] !== by) continue
    const on = person.acknowledged.find((it) => it.year === year)?.on
    const late = (on ?? run.today) > by
    const code = on === undefined ? (late ? 'not-acknowledged' : 'to-acknowledge') : late ? 'late' : 'acknowledged'
    const outcome = late ? 'breached' : on === undefined ? 'due' : 'satisfied'
    run.emit(blockRule(rules, 'fee-rules.acknowledgement', values.clause), outcome, code, {
      subject: { type: 'person', id: person.id },
      day: by,
      values: { year, byDay: by, acknowledgedOn: on },
    })
  }
}

function dayIn({ acknowledgement }: FeeRules, year: number): readonly Day[] {
  if (acknowledgement === undefined) return []
  const [month = 1, day = 1] = acknowledgement.by.split('-').map(Number)
  return [dayOf(year, month, day)]
}
