import { termsOf } from '../../engine/index.ts'
import type { Day } from '../../kernel/date.ts'
import type { Language } from '../../kernel/language.ts'
import { type Ore, ore, sumOre } from '../../kernel/money.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { formatDay } from '../../ui/index.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { feeKindName } from './claims.asked.rules.ts'
import { judgeClaims } from './claims.basis.ts'
import { stoppedAmong } from './claims.stops.basis.ts'
import { listPendingCorrections } from './claims.corrections.store.ts'
import { linesOf, monthOf, obstaclesNow } from './payroll.lines.rules.ts'
import { payrollPreviewTexts } from './payroll.preview.texts.ts'
import {
  type ApprovedClaim,
  correctionObstacles,
  cutOffOn,
  isForThisPayroll,
  kindsWithoutPayType,
  type Obstacle,
  paidLines,
  type PayType,
  payTypeOf,
  type PendingCorrection,
} from './payroll.rules.ts'
import { listApproved, listPayTypes } from './payroll.store.ts'
import { payrollTexts } from './payroll.texts.ts'

/** One line of an approved claim, or a correction in one sum. */
export type PreviewRow = {
  readonly key: string
  readonly claimId: string
  readonly unit: string
  readonly day: string
  readonly kind: string
  readonly payType: string
  readonly amount: Ore
}

export type PreviewPerson = {
  readonly id: string
  readonly name: string
  readonly total: Ore
  readonly rows: readonly PreviewRow[]
}

export type KindSum = {
  readonly key: string
  readonly kind: string
  readonly payType: string
  readonly count: number
  readonly total: Ore
}

export type PreviewGroup = {
  readonly persons: readonly PreviewPerson[]
  readonly kinds: readonly KindSum[]
  /** Of those who can leave. */
  readonly total: Ore
  readonly claimIds: readonly string[]
  readonly correctionIds: readonly string[]
}

export type Preview = {
  /** What leaves unless somebody is taken away: what falls in this month's payroll, and the corrections that wait. */
  readonly now: PreviewGroup
  /** What falls in the next month's payroll. */
  readonly later: PreviewGroup
  /** The last day whose approvals this month's payroll takes; undefined where the fee rules have none. */
  readonly cutOff: Day | undefined
  /** What keeps approved claims here. */
  readonly held: readonly HeldBack[]
  /** Those who are shown but cannot leave before somebody has added what is missing: nobody chooses them beforehand. */
  readonly heldPersonIds: ReadonlySet<string>
}

/** One reason why approved claims wait: a sentence with what to do, and the claims where it is done. */
export type HeldBack = {
  readonly sentence: string
  readonly claims: readonly { readonly id: string; readonly label: string }[]
}

type Naming = {
  readonly language: Language
  readonly payTypes: readonly PayType[]
  readonly nameOf: (kind: string) => string
}

/** Returns what would leave, per person and kind, and a sentence for each thing that keeps a claim here. */
export async function payrollPreview(tx: ReadTx, scope: Scope, language: Language): Promise<Preview> {
  const approved = await listApproved(tx, scope)
  const corrections = await listPendingCorrections(tx, scope)
  const naming = { language, payTypes: await listPayTypes(tx, scope), nameOf: await kindNamesFor(tx, scope, language) }
  const lines = await linesNow(tx, scope, approved)
  const held: readonly Held[] = [
    ...approved.flatMap((claim) =>
      obstaclesNow(claim, naming.payTypes, lines).map((obstacle) => ({ claim, obstacle })),
    ),
    ...corrections.flatMap((claim) =>
      correctionObstacles(claim, naming.payTypes).map((obstacle) => ({ claim, obstacle })),
    ),
  ]
  // A missing number or pay type is shown with its claims, so that the refusal can be understood; all else waits apart.
  const waiting = new Set(held.filter(({ obstacle }) => !isShown(obstacle)).map(({ claim }) => claim.id))
  const leaving = approved.filter(({ id }) => !waiting.has(id))
  const heldPersonIds = new Set(held.filter(({ obstacle }) => isShown(obstacle)).map(({ claim }) => claim.personId))
  const months = new Map(leaving.map((claim) => [claim.id, monthOf(claim, lines)]))
  const isNow = ({ id }: ApprovedClaim) => isForThisPayroll(months.get(id)?.month, scope.today)
  const [cutOffDay] = [...months.values()].flatMap((it) => it?.cutOff ?? [])
  return {
    now: groupOf(leaving.filter(isNow), corrections, { ...naming, heldPersonIds }),
    later: groupOf(
      leaving.filter((claim) => !isNow(claim)),
      [],
      { ...naming, heldPersonIds },
    ),
    cutOff: cutOffDay === undefined ? undefined : cutOffOn(scope.today, cutOffDay),
    held: heldBack(held, naming),
    heldPersonIds,
  }
}

async function linesNow(tx: ReadTx, scope: Scope, approved: readonly ApprovedClaim[]) {
  if (approved.length === 0) return linesOf([], new Set())
  const judgement = await judgeClaims(tx, scope)
  return linesOf(judgement.evaluation.feeLines, await stoppedAmong(tx, scope, approved, judgement))
}

function isShown(obstacle: Obstacle): boolean {
  return obstacle === 'employment-number' || obstacle === 'pay-type'
}

function groupOf(
  claims: readonly ApprovedClaim[],
  corrections: readonly PendingCorrection[],
  { heldPersonIds, ...naming }: Naming & Pick<Preview, 'heldPersonIds'>,
): PreviewGroup {
  const of = new Map<string, { readonly about: ApprovedClaim | PendingCorrection; readonly rows: PreviewRow[] }>()
  const put = (about: ApprovedClaim | PendingCorrection, rows: readonly PreviewRow[]) => {
    const known = of.get(about.personId)
    if (known === undefined) of.set(about.personId, { about, rows: [...rows] })
    else known.rows.push(...rows)
  }
  for (const claim of claims) put(claim, claimRows(claim, naming))
  for (const correction of corrections) put(correction, [correctionRow(correction, naming)])
  const persons = [...of].map(([id, { about, rows }]): PreviewPerson => {
    return { id, name: shownName(about, naming.language), total: sumOre(rows.map(({ amount }) => amount)), rows }
  })
  const free = persons.filter(({ id }) => !heldPersonIds.has(id))
  return {
    persons,
    kinds: kindSums(free),
    total: sumOre(free.map(({ total }) => total)),
    claimIds: claims.map(({ id }) => id),
    correctionIds: corrections.map(({ id }) => id),
  }
}

function claimRows(claim: ApprovedClaim, { language, payTypes, nameOf }: Naming): readonly PreviewRow[] {
  return paidLines(claim).map((line, index) => ({
    key: `${claim.id} ${index}`,
    claimId: claim.id,
    unit: claim.unitNames.join(', '),
    day: formatDay(claim.visitDay, language),
    kind: nameOf(line.feeKind ?? ''),
    payType: payTypeOf(line, payTypes)?.payType ?? payrollTexts(language).noPayType,
    amount: line.amount,
  }))
}

function correctionRow(correction: PendingCorrection, { language }: Naming): PreviewRow {
  const texts = payrollPreviewTexts(language)
  const payTypes = [...new Set(correction.standing.map(({ payType }) => payType))]
  return {
    key: correction.id,
    claimId: correction.claimId,
    unit: correction.unitNames.join(', '),
    day: formatDay(correction.visitDay, language),
    kind: texts.correction,
    payType: payTypes.join(', '),
    amount: ore(correction.to - correction.from),
  }
}

function kindSums(persons: readonly PreviewPerson[]): readonly KindSum[] {
  const byKind = Map.groupBy(
    persons.flatMap(({ rows }) => rows),
    ({ kind, payType }) => `${kind} ${payType}`,
  )
  return [...byKind].map(([key, rows]) => ({
    key,
    kind: rows[0]?.kind ?? '',
    payType: rows[0]?.payType ?? '',
    count: rows.length,
    total: sumOre(rows.map(({ amount }) => amount)),
  }))
}

function shownName({ personName, diedOn }: Pick<ApprovedClaim, 'personName' | 'diedOn'>, language: Language): string {
  return diedOn === undefined || diedOn === null ? personName : payrollPreviewTexts(language).estate(personName)
}

type Held = { readonly claim: ApprovedClaim | PendingCorrection; readonly obstacle: Obstacle }

function heldBack(held: readonly Held[], { language, payTypes, nameOf }: Naming): readonly HeldBack[] {
  const [texts, words] = [payrollTexts(language), payrollPreviewTexts(language)]
  return [...Map.groupBy(held, ({ obstacle }) => obstacle)].map(([obstacle, all]) => {
    const names = unique(all.map(({ claim }) => claim.personName))
    // What is wrong with a claim is put right on its own page; a number or a pay type is not.
    const claims = all.map(({ claim: { id, personName, visitDay } }) => ({
      id,
      label: words.heldClaim(personName, formatDay(visitDay, language)),
    }))
    if (obstacle === 'changed') return { sentence: words.changedHeld, claims }
    if (obstacle === 'stopped') return { sentence: words.stoppedHeld, claims }
    if (obstacle === 'employment-number') return { sentence: texts.missingNumber(names), claims: [] }
    const kinds = unique(all.flatMap(({ claim }) => kindsWithoutPayType(claim, payTypes)).map(nameOf))
    return { sentence: texts.missingPayType(kinds, names), claims: [] }
  })
}

function unique(items: readonly string[]): string {
  return [...new Set(items)].join(', ')
}

/** Returns what gives kinds of fee their names, by the committee's rules. */
export async function kindNamesFor(tx: ReadTx, scope: Scope, language: Language): Promise<(kind: string) => string> {
  const { guidelines, feeRules } = await rulesInForce(tx, scope)
  const terms = termsOf(guidelines, feeRules)
  return (kind) => feeKindName(kind, { known: payrollTexts(language).feeKinds, language, terms })
}
