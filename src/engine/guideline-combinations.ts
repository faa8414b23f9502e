import type { Day } from '../kernel/date.ts'
import type { PlacedProblem } from './mend.ts'
import { type Rule, valuesOn } from './rule.ts'
import { appointmentComposition } from './rules/appointment-composition.ts'
import { appointmentEligible } from './rules/appointment-eligible.ts'
import { appointmentExempt } from './rules/appointment-exempt.ts'
import { appointmentForm } from './rules/appointment-form.ts'
import { appointmentObject, objectsOf } from './rules/appointment-object.ts'
import { appointmentPerObject } from './rules/appointment-per-object.ts'
import { appointmentPerPerson } from './rules/appointment-per-person.ts'
import { appointmentProviders } from './rules/appointment-providers.ts'
import { groupsDivision } from './rules/groups-division.ts'
import type { RuleKind } from './rules/kind.ts'
import { visitsCount } from './rules/visits-count.ts'

/** Rules as they stand on a day, each with its place in the file. */
type Standing = { readonly rules: readonly Placed<object>[] }
type Placed<V> = { readonly id: string; readonly kind: string; readonly index: number; readonly values: V }
type Check = (standing: Standing) => readonly PlacedProblem[]

/**
 * Returns rules about who is contact politician that cannot all be followed, however they are carried out: a pair where
 * one person is the most, a number for each where everyone is meant. Dated changes are tried on their own days.
 */
export function combinationProblems({ rules }: { readonly rules: readonly Rule[] }): readonly PlacedProblem[] {
  const days = new Set(rules.flatMap(({ changes }) => changes.map(({ from }) => from)))
  const found = [Number.NEGATIVE_INFINITY as Day, ...days].flatMap((day) => problemsOn(rules, day))
  // What is wrong from the first day is told once, and not again for each change.
  const told = new Map(found.map((problem) => [`${problem.path.join('.')} ${problem.message}`, problem]))
  return [...told.values()]
}

function problemsOn(rules: readonly Rule[], day: Day): readonly PlacedProblem[] {
  const standing = rules.map((rule, index) => ({
    id: rule.id,
    kind: rule.kind,
    index,
    values: valuesOn(rule, day).values,
  }))
  return checks.flatMap((check) => check({ rules: standing }))
}

const checks: readonly Check[] = [
  tooFewForComposition,
  tooFewForPair,
  numbersForEveryone,
  groupsWithoutDivision,
  formAgainstGroups,
  numbersForOtherObjects,
  providersApart,
  nobodyLeft,
  sameSeriesTwice,
]

/** Two blocs, or all parties, are two people at least. */
function tooFewForComposition(standing: Standing): readonly PlacedProblem[] {
  return pairs(standing, appointmentComposition, appointmentPerObject).flatMap(([composition, number]) => {
    const { blocs, parties } = composition.values
    const needed = Math.max(blocs.length, parties === 'all' ? 2 : 0)
    const { object, most } = number.values
    if (object !== 'unit' || most === undefined || most >= needed) return []
    return [
      problem(
        number,
        'most',
        `${composition.id} asks for ${needed} persons or more for a unit, and here a unit has at most ${most}`,
        `write most: ${needed}, or ask for less in ${composition.id}`,
      ),
    ]
  })
}

function tooFewForPair(standing: Standing): readonly PlacedProblem[] {
  return pairs(standing, appointmentForm, appointmentPerObject).flatMap(([form, number]) => {
    const { object, least, most } = number.values
    if (form.values.form !== 'pair' || object !== 'unit') return []
    if (most !== undefined && most < 2)
      return [
        problem(
          number,
          'most',
          `${form.id} appoints pairs, and here a unit has at most ${most}`,
          `write most: 2, or form: individual in ${form.id}`,
        ),
      ]
    if (least <= 2) return []
    return [
      problem(
        number,
        'least',
        `${form.id} appoints pairs, and here a unit has at least ${least}`,
        `write least: 2, or take ${form.id} away`,
      ),
    ]
  })
}

/** Where everyone is contact politician for everything nobody can be kept to a number. */
function numbersForEveryone(standing: Standing): readonly PlacedProblem[] {
  const everyone = of(standing, appointmentEligible).filter(({ values }) => values.everyone)
  return everyone.flatMap(({ id }) => [
    ...of(standing, appointmentPerPerson).map((number) =>
      problem(
        number,
        number.values.most === undefined ? 'least' : 'most',
        `${id} makes everyone contact politician for all units, and here each has a number of them`,
        `take this rule away, or write everyone: false in ${id}`,
      ),
    ),
    ...of(standing, appointmentPerObject)
      .filter(({ values }) => values.most !== undefined && values.object !== 'group')
      .map((number) =>
        problem(
          number,
          'most',
          `${id} makes everyone contact politician for all units, and here there is a limit for each`,
          `take "most" away, or write everyone: false in ${id}`,
        ),
      ),
    ...of(standing, appointmentForm)
      .filter(({ values }) => values.form === 'pair')
      .map((form) =>
        problem(
          form,
          'form',
          `${id} makes everyone contact politician for all units, and here they are appointed in pairs`,
          `take this rule away, or write everyone: false in ${id}`,
        ),
      ),
  ])
}

function groupsWithoutDivision(standing: Standing): readonly PlacedProblem[] {
  if (of(standing, groupsDivision).length > 0) return []
  return of(standing, appointmentObject)
    .filter(({ values }) => objectsOf(values.object).every((it) => it === 'group'))
    .map((rule) =>
      problem(
        rule,
        'object',
        'contact politicians are appointed to visiting groups alone, and no rule divides them into groups',
        'add a rule of the kind groups.division, or name another object',
      ),
    )
}

function formAgainstGroups(standing: Standing): readonly PlacedProblem[] {
  return pairs(standing, appointmentForm, groupsDivision).flatMap(([form, division]) =>
    form.values.form !== 'individual'
      ? []
      : [
          problem(
            form,
            'form',
            `${division.id} divides the politicians into visiting groups, and here they are appointed one by one`,
            `write form: group, or take ${division.id} away`,
          ),
        ],
  )
}

/** Nobody is appointed to what is counted; a unit has those of its area, locality and kind too. */
function numbersForOtherObjects(standing: Standing): readonly PlacedProblem[] {
  return pairs(standing, appointmentObject, appointmentPerObject).flatMap(([object, number]) => {
    const named = objectsOf(object.values.object)
    const { object: counted, least } = number.values
    const nobody = counted === 'unit' ? named.every((it) => it === 'group') : !named.includes(counted)
    if (!nobody || least === 0) return []
    return [
      problem(
        number,
        'object',
        `${object.id} appoints nobody for "${counted}", and here each is to have at least ${least}`,
        `write object: ${named.find((it) => it !== 'units') ?? 'unit'}, or add ${counted} to ${object.id}`,
      ),
    ]
  })
}

function providersApart(standing: Standing): readonly PlacedProblem[] {
  return pairs(standing, appointmentObject, appointmentProviders).flatMap(([object, providers]) => {
    const { operatedBy } = object.values
    const isExcluded = providers.values.private === 'excluded'
    if (
      operatedBy === undefined ||
      providers.values.private === 'silent' ||
      operatedBy.includes('private') !== isExcluded
    )
      return []
    return [
      problem(
        providers,
        'private',
        isExcluded
          ? `private providers are excluded here, and ${object.id} covers them`
          : `private providers are covered here, and ${object.id} leaves them out`,
        `write the same in both, or take operatedBy away from ${object.id}`,
      ),
    ]
  })
}

function nobodyLeft(standing: Standing): readonly PlacedProblem[] {
  return pairs(standing, appointmentEligible, appointmentExempt).flatMap(([eligible, exempt]) => {
    const { seats, roles, everyone } = eligible.values
    if (everyone || seats.length > 0 || !roles.every((role) => exempt.values.roles.includes(role))) return []
    return [
      problem(
        exempt,
        'roles',
        `${eligible.id} appoints only holders of these roles, and here they get no appointment`,
        `take a role away here, or add seats to ${eligible.id}`,
      ),
    ]
  })
}

/** Of two numbers for the same series, counted alike, nobody knows which holds. A series can have one a month and another a year. */
function sameSeriesTwice(standing: Standing): readonly PlacedProblem[] {
  const alike = ['series', 'form', 'per', 'counts', 'period'] as const
  return pairs(standing, visitsCount, visitsCount).flatMap(([one, other]) => {
    if (one.index >= other.index || one.values.series === undefined) return []
    if (alike.some((key) => one.values[key] !== other.values[key])) return []
    return [
      problem(
        other,
        'series',
        `${one.id} counts the same series for the same already`,
        'write both numbers in one rule, or give this one a series of its own',
      ),
    ]
  })
}

function of<V extends object>({ rules }: Standing, kind: RuleKind<V>): readonly Placed<V>[] {
  return rules.filter((rule) => rule.kind === kind.kind) as unknown as readonly Placed<V>[]
}

function pairs<A extends object, B extends object>(
  standing: Standing,
  one: RuleKind<A>,
  other: RuleKind<B>,
): readonly (readonly [Placed<A>, Placed<B>])[] {
  return of(standing, one).flatMap((first) => of(standing, other).map((second) => [first, second] as const))
}

function problem({ index }: Placed<object>, parameter: string, message: string, mend: string): PlacedProblem {
  return { path: ['rules', index, 'values', parameter], message, mend }
}
