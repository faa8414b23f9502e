import { dayFromIso } from '../../kernel/date.ts'
import { canAppoint } from '../appointing.ts'
import { describeGuideline } from '../explain.ts'
import type { Guideline } from '../guideline.ts'
import { anAppointment, aPerson, aProgramme, aUnit } from './cast.ts'
import { oneRule, saysOf } from './one-rule.ts'

export type Written = Parameters<typeof aProgramme>[0]
type Row = NonNullable<Written['appointments']>[number]

export const today = '2026-12-01'

/** Two units, three persons, and a pair at the first unit. */
export const base = {
  persons: [aPerson('ada'), aPerson('bo', 'opposition', 'substitute'), aPerson('cia')],
  units: [aUnit('u'), aUnit('w')],
  appointments: [anAppointment('ada', 'u'), anAppointment('bo', 'u')],
} satisfies Written

/** Returns what the rule R says of the base with something else in it. */
export function says(guideline: Guideline, more: Written = {}, day = today) {
  return saysOf(guideline, { ...base, ...more }, day)
}

/** Returns `outcome code subject` of what the rule R says. */
export function said(...of: Parameters<typeof says>): readonly string[] {
  return says(...of).map((it) => it.said)
}

/** Returns the first rule read back, in Swedish and in English. */
export function reads(guideline: Guideline): readonly (string | undefined)[] {
  return (['sv', 'en'] as const).map(
    (language) => describeGuideline(guideline, language, dayFromIso(today))[0]?.sentence,
  )
}

/** A rule as it stands in a file. */
export function aRule(id: string, kind: string, values: object) {
  return { id, kind, force: 'must', bearer: 'committee', clause: 'Avsnitt 1', values }
}

/** A guideline in which the first rule, R, stands together with others, S0, S1 … */
export function together(
  kind: string,
  values: object,
  ...others: readonly (readonly [kind: string, values: object])[]
): Guideline {
  const rules = [aRule('R', kind, values), ...others.map(([other, its], at) => aRule(`S${at}`, other, its))]
  return oneRule(kind, { ...values }, {}, { rules })
}

/** An appointment for anything; its id is the person and what it is for: `ada-u,w`. */
export function appointed(person: string, object: Partial<Row>, more: Partial<Row> = {}): Row {
  return { id: `${person}-${Object.values(object).flat().join(',')}`, person, from: '2023-01-01', ...object, ...more }
}

export function aGroup(id: string, members: readonly string[], more: object = {}) {
  return {
    id,
    name: id,
    from: '2023-01-01',
    members: members.map((person) => ({ person, from: '2023-01-01' })),
    ...more,
  }
}

/** A member who holds a role. */
export function holding(id: string, role: string, more: object = {}) {
  return { ...aPerson(id), roles: [{ role, from: '2023-01-01', ...more }] }
}

/** Returns whether cia, unless another person is asked about, can be appointed to what is asked. */
export function ask(guideline: Guideline, written: Written, asked: object) {
  return canAppoint({
    guidelines: [guideline],
    interpretations: [],
    programme: aProgramme({ ...base, ...written }),
    person: 'cia',
    from: dayFromIso(today),
    today: dayFromIso(today),
    ...asked,
  })
}

/** Returns the codes of what refuses the appointment. */
export function refused(...of: Parameters<typeof ask>): readonly string[] {
  return ask(...of).refusals.map((it) => it.code)
}
