import { type Day, yearOf, yearPeriod } from '../kernel/date.ts'
import type { FeeRules } from './fee-rules.ts'
import type { Guideline, Silence } from './guideline.ts'
import { type Interpretations, parseAnswer } from './interpretations.ts'
import { issuerKey } from './issuer.ts'
import type { Programme } from './programme.ts'

/** What a programme is judged by. */
export type RuleSet = {
  readonly guidelines: readonly Guideline[]
  readonly interpretations: readonly Interpretations[]
  readonly feeRules: readonly FeeRules[]
}

/** What is tried on a programme. What is left out stays as it was. */
export type TriedRules = Partial<RuleSet>

/**
 * Returns the rules with those that are tried as if they were in force through all that a programme tells of, whether
 * or not they have been adopted and whenever they begin: each guideline (the last one given of each issuer), the
 * first answer to each of its questions, and fee rules that are not among those that were. Dated changes within them
 * keep their days. A committee's guideline takes the place of its earlier ones, a council's policy that of its own;
 * what others have decided holds as it did. Local answers to what both leave open are carried over.
 */
export function triedThroughout(before: RuleSet, tried: TriedRules, programme: Programme, today: Day): RuleSet {
  const whole = wholePeriod(programme, today)
  const latest = new Map(tried.guidelines?.map((guideline) => [issuerKey(guideline.issuer), guideline]))
  const own = [...latest.values()].some(({ issuer }) => issuer.committee !== undefined)
  const staying = before.guidelines.filter(({ issuer }) =>
    issuer.committee === undefined ? !latest.has(issuerKey(issuer)) : !own,
  )
  const ids = new Set([...latest.values()].map(({ id }) => id))
  const answers = [...(tried.interpretations ?? []), ...answersCarriedOver(before, tried, [...latest.values()])]
  const earlier = before.interpretations.filter((it) => answers.every(({ guideline }) => guideline !== it.guideline))
  return {
    guidelines: [...staying, ...[...latest.values()].map((guideline) => inForceThroughout(guideline, whole, today))],
    interpretations: [...earlier, ...answers].map((file) =>
      ids.has(file.guideline) ? answeredThroughout(file, whole) : file,
    ),
    feeRules: (tried.feeRules ?? before.feeRules).map((it) =>
      isAmong(it, before.feeRules) ? it : { ...it, validity: stretched(it, whole) },
    ),
  }
}

/**
 * Returns the local answers that are carried over: a proposal that leaves the same question open as the guideline whose
 * place it takes is tried with the same answer.
 */
export function answersCarriedOver(
  before: RuleSet,
  { interpretations = [] }: TriedRules,
  guidelines: readonly Guideline[],
): readonly Interpretations[] {
  return guidelines.flatMap((guideline) => {
    const own = new Set(
      [...interpretations, ...before.interpretations].flatMap((file) =>
        file.guideline === guideline.id ? file.answers.map(({ silence }) => silence) : [],
      ),
    )
    const replaced = before.guidelines.filter(
      ({ id, issuer }) => id !== guideline.id && issuerKey(issuer) === issuerKey(guideline.issuer),
    )
    const answers = before.interpretations.flatMap((file) => {
      const asked = replaced.find(({ id }) => id === file.guideline)?.silences ?? []
      return file.answers.filter(
        ({ silence, answer }) =>
          !own.has(silence) &&
          asksTheSame(asked, guideline.silences, silence) &&
          parseAnswer(guideline, silence, answer).ok,
      )
    })
    if (answers.length === 0) return []
    return [{ format: 'namndkontakt/interpretations@1' as const, guideline: guideline.id, answers }]
  })
}

function asksTheSame(before: readonly Silence[], after: readonly Silence[], id: string): boolean {
  const [one, other] = [before, after].map((silences) => silences.find((it) => it.id === id))
  return one !== undefined && one.rule === other?.rule && one.parameter === other.parameter
}

type Whole = { readonly from: Day; readonly last: Day }

/** From the first day of the first year to the last day that anything is told of. */
function wholePeriod({ period, term, visits, appointments }: Programme, today: Day): Whole {
  let [first, last] = [today, today] as [Day, Day]
  for (const { day } of visits) {
    if (day < first) first = day
    if (day > last) last = day
  }
  for (const { from } of [period, term, ...appointments].filter((it) => it !== undefined))
    if (from < first) first = from
  return { from: yearPeriod(yearOf(first)).from, last }
}

/** As if adopted; a review that counts from the decision still counts from the guideline's own day. */
function inForceThroughout(guideline: Guideline, whole: Whole, today: Day): Guideline {
  return {
    ...guideline,
    status: 'adopted',
    adoption: guideline.adoption ?? { on: guideline.validity?.from ?? today },
    validity: { ...guideline.validity, ...stretched(guideline, whole) },
  }
}

/** An end that hides nothing of the programme stands: a trial is evaluated before it. */
function stretched({ validity }: Pick<Guideline, 'validity'>, { from, last }: Whole) {
  const until = validity?.until !== undefined && validity.until > last ? validity.until : undefined
  return { from: validity === undefined || validity.from > from ? from : validity.from, until }
}

function answeredThroughout({ adoption: _, ...file }: Interpretations, { from }: Whole): Interpretations {
  const first = new Map<string, Day>()
  for (const answer of file.answers) {
    const known = first.get(answer.silence)
    if (known === undefined || answer.from < known) first.set(answer.silence, answer.from)
  }
  const answers = file.answers.map((answer) =>
    answer.from === first.get(answer.silence) && answer.from > from ? { ...answer, from } : answer,
  )
  return { ...file, answers }
}

function isAmong(rules: FeeRules, others: readonly FeeRules[]): boolean {
  return others.some((it) => it === rules || JSON.stringify(it) === JSON.stringify(rules))
}
