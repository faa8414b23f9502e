import type { FeeLine } from '../../engine/finding.ts'
import { settingsOn, termsOf } from '../../engine/index.ts'
import { formatInstant, isoFromInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { formatKronor } from '../../kernel/money.ts'
import type { Refusal } from '../../kernel/result.ts'
import { type BadInput, isBadInput } from '../../platform/command.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { PageRequest } from '../../platform/http/page.ts'
import { may } from '../../platform/scope.ts'
import { type FieldError, formatDay, type TimelineEntry } from '../../ui/index.ts'
import { type Judgement, listVersions, programmeNames } from '../guidelines/index.ts'
import { onBehalfTexts } from '../people/index.ts'
import { otherWriter } from '../reports/index.ts'
import { type LineContext, type Question, shownLine } from './claim-line.views.tsx'
import type { ApprovalBasis } from './claims.approval.basis.ts'
import { approvalBasis } from './claims.approval.basis.ts'
import { shownApproval, signedAs } from './claims.approval.page.ts'
import { askedFields, extraDecider } from './claims.asked.rules.ts'
import { addingRefusal, forEstate, offeredOn, offersAny } from './claims.additions.rules.ts'
import { additionsTexts } from './claims.additions.texts.ts'
import { judgeClaims } from './claims.basis.ts'
import type { ClaimStep } from '../../kernel/claim-steps.ts'
import {
  awaitedFor,
  hasGoneOut,
  isFrozen,
  lineKey,
  lineRefusal,
  linesByClaim,
  needsConfirmation,
  nextState,
  othersByClaim,
  stepRefusal,
  totalOf,
} from './claims.rules.ts'
import { type ClaimRow, type DecisionRow, listDecisions } from './claims.store.ts'
import { type ClaimsErrorCode, claimsTexts } from './claims.texts.ts'
import { stopsFor } from './claims.stops.basis.ts'
import { type Stop, stopRefusal } from './claims.stops.rules.ts'
import { shownStops } from './claims.stops.views.tsx'
import type { ShownClaim } from './claims.views.tsx'

export type Read = {
  readonly claims: readonly ShownClaim[]
  /** As they are counted today, by claim id; absent for someone who no longer attends. */
  readonly lines: ReadonlyMap<string, FeeLine>
  /** Lost earnings and costs as they are counted today, by claim id. */
  readonly others: ReadonlyMap<string, readonly FeeLine[]>
  readonly latest: ReadonlyMap<string, DecisionRow>
  readonly judgement: Judgement
  readonly approval: ApprovalBasis
}

/** Returns the claims as pages show them. What is approved is shown as it was frozen, the rest as it counts today. */
export async function showClaims(
  tx: ReadTx,
  request: PageRequest,
  rows: readonly ClaimRow[],
  known?: Judgement,
): Promise<Read> {
  const { scope } = request
  const persons = new Set(rows.map((row) => row.personId))
  const [personId] = persons
  const judgement =
    known ?? (await judgeClaims(tx, scope, persons.size === 1 && personId !== undefined ? { personId } : {}))
  const byKey = linesByClaim(judgement.evaluation.feeLines)
  const othersByKey = othersByClaim(judgement.evaluation.feeLines)
  const ids = rows.map(({ id }) => id)
  const decisions = await listDecisions(tx, scope, ids)
  const latest = new Map(decisions.map((decision) => [decision.claimId, decision]))
  const given = new Map(decisions.flatMap((it) => (it.kind === 'confirmed' ? [[it.claimId, it.given] as const] : [])))
  const context = await lineContext(tx, request, judgement)
  const approval = await approvalBasis(tx, scope, rows, judgement.rules.feeRules)
  const stops = await stopsFor(tx, scope, rows, judgement)
  const lines = new Map<string, FeeLine>()
  const others = new Map<string, readonly FeeLine[]>()
  const claims = rows.map((row) => {
    const today = byKey.get(lineKey({ visit: row.visitId, person: row.personId }))
    if (today !== undefined) lines.set(row.id, today)
    const besides = othersByKey.get(lineKey({ visit: row.visitId, person: row.personId })) ?? []
    others.set(row.id, besides)
    const frozen = isFrozen(row.state) ? latest.get(row.id) : undefined
    const filled = given.get(row.id) ?? {}
    const last = latest.get(row.id)
    const counted = {
      today,
      others: besides,
      shown: frozen?.line ?? today,
      shownOthers: frozen?.others ?? besides,
      last,
    }
    const own = stops.get(row.id) ?? []
    return shownClaim(row, { ...counted, context, request, judgement, given: filled, stops: own, approval })
  })
  return { claims, lines, others, latest, judgement, approval }
}

async function lineContext(
  tx: ReadTx,
  { scope, language, place }: PageRequest,
  { rules, programme }: Judgement,
): Promise<LineContext> {
  const versions = new Map((await listVersions(tx, scope)).map(({ key, id }) => [key, id]))
  const questions = rules.guidelines.flatMap(({ id: source, silences }): readonly Question[] => {
    const versionId = versions.get(source)
    if (versionId === undefined) return []
    return silences.map(({ id, rule, parameter, question }) => ({
      source,
      rule,
      parameter,
      versionId,
      silenceId: id,
      question: question[language],
    }))
  })
  return {
    language,
    place,
    names: programmeNames(programme),
    titles: new Map([...rules.guidelines, ...rules.feeRules].map(({ id, title }) => [id, title])),
    terms: termsOf(rules.guidelines, rules.feeRules),
    decider: (day) => extraDecider(rules, day, language),
    questions,
    mayInterpret: may(scope, 'guideline:interpret'),
    mayDecideExtra: may(scope, 'visits:decide-extra'),
  }
}

type Showing = {
  readonly judgement: Judgement
  /** What was filled in with the latest confirmation. */
  readonly given: Readonly<Record<string, string>>
  readonly today: FeeLine | undefined
  /** Lost earnings and costs as they are counted today. */
  readonly others: readonly FeeLine[]
  /** What the page shows: as it was frozen once it is approved. */
  readonly shown: FeeLine | undefined
  readonly shownOthers: readonly FeeLine[]
  readonly context: LineContext
  readonly request: PageRequest
  readonly stops: readonly Stop[]
  readonly approval: ApprovalBasis
  /** The latest step that was taken. */
  readonly last: DecisionRow | undefined
}

function shownClaim(
  row: ClaimRow,
  { today, others, shown, shownOthers, context, request, judgement, given, stops, approval, last }: Showing,
): ShownClaim {
  const { scope, language } = request
  const { rules } = judgement
  const person = { id: scope.personId, roles: scope.roles }
  const claim = { state: row.state, claimantId: row.personId }
  const isOwn = row.personId === scope.personId
  const approvalShown = shownApproval(approval, row, { scope, language })
  const can = (step: ClaimStep, by: 'claimant' | 'checker' | 'approver') =>
    stepRefusal({ step, by, claim, person }) === undefined &&
    lineRefusal(step, today, others) === undefined &&
    stopRefusal(step, stops) === undefined &&
    (by !== 'approver' || approvalShown.mine?.ok === true)
  const awaited = today === undefined ? new Set() : awaitedFor(today)
  const isOpen = row.state !== 'waived' && row.state !== 'refused' && !hasGoneOut(row.state)
  return {
    id: row.id,
    visitId: row.visitId,
    version: row.version,
    state: row.state,
    unit: row.unitNames.join(', '),
    day: formatDay(row.visitDay, language),
    person: row.personName,
    isOwn,
    line: shown && shownLine(shown, context),
    others: shownOthers.map((it) => shownLine(it, context)),
    total: totalOf(shown, shownOthers),
    stops: shownStops(stops, {
      ...context,
      claim: { id: row.id, visitId: row.visitId, isOwn },
      mayReport: may(scope, 'reports:write') && !isReportedByAnother(judgement, row),
      mayAttend: may(scope, 'visits:attend'),
      mayReadAll: may(scope, 'claims:read-all'),
    }),
    fields: askedFields(rules.feeRules, row.visitDay).map(({ code, title }) => ({
      code,
      title: title[language],
      value: given[code] ?? '',
    })),
    approval: approvalShown,
    sentBack: sentBack(row, last, language),
    awaits: {
      report: isOwn && isOpen && awaited.has('report') && !isReportedByAnother(judgement, row),
      confirmation: today !== undefined && needsConfirmation(row.state, today),
    },
    may: {
      confirm: can('confirmed', 'claimant'),
      confirmFor:
        !isOwn &&
        may(scope, 'people:act-for') &&
        nextState(row.state, 'confirmed', 'claimant') !== undefined &&
        lineRefusal('confirmed', today, others) === undefined,
      add:
        isOwn &&
        may(scope, 'claims:confirm') &&
        addingRefusal(row.state) === undefined &&
        offersAny(offeredOn(rules.feeRules, row.visitDay)),
      waive: can('waived', 'claimant') && today?.outcome !== 'not-payable',
      reopen: can('reopened', 'claimant'),
      check: can('checked', 'checker'),
      approve: can('approved', 'approver'),
      refuse: can('refused', 'approver'),
      returnAsChecker: can('returned', 'checker'),
      returnAsApprover: can('returned', 'approver'),
    },
  }
}

/** With which words it was returned or refused; nothing where nobody has done so, or the steps after it count. */
function sentBack({ state }: ClaimRow, last: DecisionRow | undefined, language: Language): string | undefined {
  if (last?.kind !== state || (state !== 'returned' && state !== 'refused') || last.reason === '') return undefined
  return claimsTexts(language).systemReasons[last.reason] ?? last.reason
}

/** Somebody else than those who came writes the report: nobody is sent to write it. */
function isReportedByAnother({ rules: { guidelines, interpretations } }: Judgement, { visitDay }: ClaimRow): boolean {
  const by = settingsOn(guidelines, interpretations, visitDay)?.report.by.value
  return otherWriter(by) !== undefined
}

/** Steps whose amount is worth reading beside them. */
const amounted: ReadonlySet<ClaimStep> = new Set(['approved', 'exported', 'paid', 'corrected', 'reversed'])

/** Returns what happened to the claim, the earliest first. */
export function historyOf(
  claim: ClaimRow,
  decisions: readonly DecisionRow[],
  { language, approval }: { readonly language: Language; readonly approval: ApprovalBasis },
): readonly TimelineEntry[] {
  const texts = claimsTexts(language)
  const { names, delegations, chain } = approval
  const words = { language, delegations, feeRules: chain.feeRules }
  const entry = (key: string, at: ClaimRow['madeAt'], what: string) => ({
    key,
    when: formatInstant(at, language),
    datetime: isoFromInstant(at),
    what,
  })
  return [
    { ...entry('made', claim.madeAt, texts.made), who: texts.bySystem },
    ...decisions.map(({ id, at, kind, amount, personId, registeredById, reason, ...signed }) => ({
      ...entry(
        id,
        at,
        amounted.has(kind) ? texts.stepWithAmount(texts.steps[kind], formatKronor(amount)) : texts.steps[kind],
      ),
      who:
        personId === null
          ? texts.bySystem
          : registeredById === null
            ? [names.get(personId) ?? '', signedAs(signed, words)].filter(Boolean).join(', ')
            : reason === forEstate
              ? additionsTexts(language).byEstate(names.get(personId) ?? '', names.get(registeredById) ?? '')
              : onBehalfTexts(language).by(names.get(personId) ?? '', names.get(registeredById) ?? ''),
      detail: reason === '' || reason === forEstate ? undefined : (texts.systemReasons[reason] ?? reason),
    })),
  ]
}

/** Returns what to show for a form or a step that was refused. */
export function errorsOf(outcome: Refusal | BadInput, language: Language): readonly FieldError[] {
  const { errors } = claimsTexts(language)
  const message = (code: string) => (code in errors ? errors[code as ClaimsErrorCode] : errors['version-missing'])
  if (isBadInput(outcome))
    return outcome.issues.map(({ field, code }) => ({
      field: field.replace(/^claim\..*$/, 'claim'),
      message: message(code),
    }))
  const { code, field = '' } = outcome
  return [{ field, message: message(code) }]
}
