import type { Day } from '../../kernel/date.ts'
import { type Refusal, refuse } from '../../kernel/result.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { listUnits } from '../directory/index.ts'
import { explainables, type ReportBasis } from './reports.basis.ts'
import { notFollowed, phaseOf, type SentDraft, sentItems } from './reports.check.rules.ts'
import { findCheck } from './reports.check.store.ts'
import type { FrozenReport } from './reports.document.store.ts'
import {
  type DraftFields,
  freeTopic,
  mostItems,
  proposalField,
  questionField,
  textField,
} from './reports.fields.rules.ts'
import { reportsTexts } from './reports.texts.ts'

/** A manager of a visited unit, who gets the draft to check. */
type CheckReceiver = {
  readonly personId: string
  readonly name: string
  readonly unitId: string
  readonly unit: string
  /** The unit is run by a private provider: what goes there leaves the authority. */
  readonly outside: boolean
}

/** Returns the managers of the visited units, in the order of the units. */
export async function receiversOf(
  tx: ReadTx | Tx,
  scope: Scope,
  { visit, managers }: Pick<ReportBasis, 'visit' | 'managers'>,
): Promise<readonly CheckReceiver[]> {
  const isPrivate = new Set(
    (await listUnits(tx, scope)).filter(({ operatedBy }) => operatedBy === 'private').map(({ id }) => id),
  )
  return visit.units.flatMap(({ id: unitId, name: unit }) =>
    managers
      .filter((manager) => manager.unitId === unitId)
      .map(({ id: personId, name }) => ({ personId, name, unitId, unit, outside: isPrivate.has(unitId) })),
  )
}

/** Returns the draft as it is sent, in Swedish: every text with the words that stand above it. */
export function draftToSend(basis: ReportBasis, fields: DraftFields): SentDraft {
  const texts = reportsTexts('sv')
  const positions = Array.from({ length: mostItems }, (_, index) => index + 1)
  const headings = new Map<string, string>([
    ...basis.guide.topics.map((topic) => [textField(topic.key), topic.heading] as const),
    [textField(freeTopic), texts.freeTopic],
    ...explainables(basis).map(
      (it) =>
        [textField(it.topic), 'audience' in it ? texts.explain(it.audience) : texts.explainDeviation(it.rule)] as const,
    ),
    ...positions.map((position) => [proposalField(position), texts.proposal(position)] as const),
    ...positions.map((position) => [questionField(position), texts.question(position)] as const),
  ])
  // What was written under a topic that the guideline no longer has goes along too.
  for (const field of fields.keys())
    if (field.startsWith('text.') && !headings.has(field)) headings.set(field, texts.freeTopic)
  const { day, start, end } = basis.visit
  return { title: texts.draftTitle(basis.units), visit: { day, start, end }, items: sentItems(fields, headings) }
}

/** Refuses writing in a draft that the managers have and still can answer. */
export async function inCheck(
  tx: ReadTx | Tx,
  scope: Scope,
  report: { readonly id: string },
): Promise<Refusal | undefined> {
  const check = await findCheck(tx, scope, report.id)
  return check && phaseOf(check, scope.today) === 'waits'
    ? refuse('reports.in-check', { lastDay: check.lastDay })
    : undefined
}

/**
 * Refuses making a report final that the managers are to see first and have not been sent, or still can answer. Where no
 * manager is known there is nobody to wait for.
 */
export async function checkPending(
  tx: ReadTx | Tx,
  scope: Scope,
  report: { readonly id: string },
  { guide, managers }: Pick<ReportBasis, 'guide' | 'managers'>,
): Promise<Refusal | undefined> {
  const check = await findCheck(tx, scope, report.id)
  if (check !== undefined)
    return phaseOf(check, scope.today) === 'waits'
      ? refuse('reports.check-waits', { lastDay: check.lastDay })
      : undefined
  return guide.factualCheck?.isDuty && managers.length > 0 ? refuse('reports.check-not-sent') : undefined
}

/** Returns what of the managers' answers follows the report: comments, and what the authors did not change. */
export async function checkedPart(
  tx: ReadTx | Tx,
  scope: Scope,
  reportId: string,
  fields: DraftFields,
): Promise<FrozenReport['checked']> {
  const check = await findCheck(tx, scope, reportId)
  if (check === undefined) return undefined
  const answered = check.units.flatMap(({ answeredDay, answeredBy, ...unit }) =>
    answeredDay === undefined || answeredBy === undefined ? [] : [{ ...unit, answeredDay, answeredBy }],
  )
  const byPerson = Map.groupBy(answered, ({ answeredBy }) => answeredBy.id)
  return {
    means: check.means,
    sentOn: check.sentDay,
    lastDay: check.lastDay,
    replies: [...byPerson.values()].flatMap((units) => {
      const [first] = units
      if (first === undefined) return []
      return [
        {
          by: first.answeredBy.name,
          units: units.map(({ name }) => name),
          answeredOn: first.answeredDay,
          registered: first.registered && { ...first.registered },
          comment: units
            .map(({ comment }) => comment)
            .filter((it) => it !== '')
            .join('\n\n'),
          wrong: units.flatMap(({ answers }) => notFollowed(check.sent, answers, fields)).map((it) => ({ ...it })),
        },
      ]
    }),
    silent: check.units.filter(({ answeredDay }) => answeredDay === undefined).map(({ name }) => name),
  }
}

/** Returns the day when the draft first left the authority, if it has: what was sent is an official document since then. */
export function dispatchedOn(checks: readonly { readonly outside: boolean; readonly sentDay: Day }[]): Day | undefined {
  return checks.find(({ outside }) => outside)?.sentDay
}

/** Whether the one who asks may make the report final, and so send it: an author whom the guideline lets, or who took it over. */
export function mayFinish(
  { personId }: Scope,
  { takenOverById }: { readonly takenOverById: string | null },
  reporterIds: readonly string[],
): boolean {
  return personId !== undefined && (personId === takenOverById || reporterIds.includes(personId))
}
