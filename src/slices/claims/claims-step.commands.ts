import type { z } from 'zod'
import type { FeeLine } from '../../engine/finding.ts'
import type { ClaimStep } from '../../kernel/claim-steps.ts'
import type { Day } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { Ore } from '../../kernel/money.ts'
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { type CommandContext, command } from '../../platform/command.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { type Rulebook, rulesInForce } from '../guidelines/index.ts'
import { forEstate } from './claims.additions.rules.ts'
import { approvalAnswers } from './claims.approval.basis.ts'
import type { Acting, ApprovalAnswer } from './claims.approval.rules.ts'
import { askedFields, unfilled } from './claims.asked.rules.ts'
import { judgeClaims } from './claims.basis.ts'
import { followYears, inYear } from './claims.commands.ts'
import { absentLine } from './claims.corrections.rules.ts'
import {
  approvalForm,
  checkForm,
  claimForm,
  confirmationForm,
  fieldOf,
  severalForm,
  waiverForm,
} from './claims.forms.ts'
import { keepPaidTime } from './claims.paid-time.commands.ts'
import { type Actor, lineRefusal, nextState, stepRefusal, totalOf } from './claims.rules.ts'
import { stopsFor } from './claims.stops.basis.ts'
import { type Stop, stopRefusal } from './claims.stops.rules.ts'
import { type ClaimRow, getClaim, latestDecisions, listClaims, lockYears } from './claims.store.ts'
import { takeStep } from './claims-step.store.ts'
import { type LinesByClaim, linesOf, linesToday } from './payroll.lines.rules.ts'

type Lines = LinesByClaim & {
  /** What stands in the way of the claims that take a step, by their ids. */
  readonly stops: ReadonlyMap<string, readonly Stop[]>
}

/** The claimant certifies time and attendance: this is the fee form that some guidelines ask for (HED, Övrigt). */
export const confirmClaim = command({
  name: 'claims.confirm',
  allow: 'claims:confirm',
  input: confirmationForm,
  run: (context, input) => confirmAs(context, input),
})

/** Confirms the claim by the claimant's word: their own, or what somebody registers that they said by phone. */
export async function confirmAs(
  context: CommandContext,
  { given: typed, ...claim }: z.output<typeof confirmationForm>,
  registered?: Ask['registered'],
): Promise<Result<{ readonly ids: readonly string[] }>> {
  const { tx, scope } = context
  const { visitDay } = await getClaim(tx, scope, claim.id)
  const asked = askedFields((await rulesInForce(tx, scope)).feeRules, visitDay)
  const [missing] = unfilled(asked, typed)
  if (missing !== undefined) return refuse('claims.field-missing', { claim: claim.id }, fieldOf(missing))
  const given = Object.fromEntries(asked.map(({ code }) => [code, typed[code] ?? '']))
  const reason = registered?.forEstate === true ? forEstate : ''
  return takeSteps(context, { claims: [claim], step: 'confirmed', by: 'claimant', reason, given, registered })
}

/** The claimant refrains from the fee. */
export const waiveClaim = command({
  name: 'claims.waive',
  allow: 'claims:confirm',
  input: waiverForm,
  run: (context, { reason, ...claim }) =>
    takeSteps(context, { claims: [claim], step: 'waived', by: 'claimant', reason }),
})

/** The claimant wants a waived fee after all. */
export const reopenClaim = command({
  name: 'claims.reopen',
  allow: 'claims:confirm',
  input: claimForm,
  run: (context, claim) => takeSteps(context, { claims: [claim], step: 'reopened', by: 'claimant', reason: '' }),
})

/** Checks a claim, or returns it with a reason. */
export const checkClaim = command({
  name: 'claims.check',
  allow: 'claims:check',
  input: checkForm,
  run: (context, { outcome, reason, ...claim }) =>
    takeSteps(context, { claims: [claim], step: outcome, by: 'checker', reason }),
})

/** Approves a checked claim, or returns or refuses one with a reason. */
export const decideClaim = command({
  name: 'claims.approve',
  allow: 'claims:approve',
  input: approvalForm,
  run: (context, { outcome, reason, ...claim }) =>
    takeSteps(context, { claims: [claim], step: outcome, by: 'approver', reason }),
})

/** Checks several claims: all of them, or none when one cannot be. */
export const checkClaims = command({
  name: 'claims.check-several',
  allow: 'claims:check',
  input: severalForm,
  run: (context, { claim }) => takeSteps(context, { claims: claim, step: 'checked', by: 'checker', reason: '' }),
})

/** Approves several claims: all of them, or none when one cannot be. */
export const approveClaims = command({
  name: 'claims.approve-several',
  allow: 'claims:approve',
  input: severalForm,
  run: (context, { claim }) => takeSteps(context, { claims: claim, step: 'approved', by: 'approver', reason: '' }),
})

type Ask = {
  readonly claims: readonly { readonly id: string; readonly version: number }[]
  readonly step: ClaimStep
  readonly by: Exclude<Actor, 'system'>
  readonly reason: string
  /** What is filled in with a confirmation. */
  readonly given?: Readonly<Record<string, string>>
  /** Somebody registers the claimant's own step after a phone call. */
  readonly registered?: { readonly byId: string; readonly calledOn: Day; readonly forEstate?: boolean } | undefined
}

/** Takes the same step with each claim, or none. The refusal names the claim that stood in the way. */
async function takeSteps(context: CommandContext, ask: Ask): Promise<Result<{ readonly ids: readonly string[] }>> {
  const { tx, scope, note, announce } = context
  const seen = await listedClaims(tx, scope, ask)
  await lockYears(tx, scope, seen.map(inYear))
  // Read again now that nobody else computes these years: what was seen before the lock may be old.
  const claims = await listedClaims(tx, scope, ask)
  const { feeRules, ...lines } = await linesFor(tx, scope, claims, ask)
  const approvals = ask.by === 'approver' ? await approvalAnswers(tx, scope, claims, feeRules) : undefined
  const checked =
    ask.step === 'approved'
      ? await latestDecisions(
          tx,
          scope,
          claims.map(({ id }) => id),
        )
      : undefined
  for (const claim of claims) {
    const counted = countedOf(lines, claim)
    const approval = approvals?.(claim)
    const refusal = refusalOf(scope, ask, claim, { ...counted, checkedAs: checked?.get(claim.id)?.amount }, approval)
    if (refusal !== undefined) return refusal
    const acting = approval?.ok ? approval.acting : undefined
    if (!(await write(context, ask, claim, counted, acting))) return refuse('claims.changed', { claim: claim.id })
    const forWhom = ask.registered && claim.personId
    note({ type: 'claim', id: claim.id }, { step: ask.step, visit: claim.visitId, ...acting }, forWhom)
    announce({ name: `claims.${ask.step}`, ids: { claimId: claim.id, visitId: claim.visitId } })
  }
  const isFollowed = restsOnTheYear.has(ask.step)
  const changed = isFollowed && (await followYears(context, claims, lines))
  await keepPaidTime(context, claims.map(inYear), isFollowed && !changed ? lines : undefined)
  return done({ ids: claims.map(({ id }) => id) })
}

/** After these steps the person's other claims of the year must still be what they were approved as. */
const restsOnTheYear: ReadonlySet<ClaimStep> = new Set(['confirmed', 'checked', 'approved'])

/** Throws `NotFound` for a claim that does not exist or must not be seen. */
async function listedClaims(tx: Tx, scope: Scope, ask: Ask): Promise<readonly ClaimRow[]> {
  const ids = ask.claims.map(({ id }) => id)
  const found = new Map((await listClaims(tx, scope, { ids })).map((row) => [row.id, row]))
  return ids.map((id) => {
    const row = found.get(id)
    if (row === undefined) throw new NotFound('claim')
    return row
  })
}

async function linesFor(
  tx: Tx,
  scope: Scope,
  claims: readonly ClaimRow[],
  { step, given = {} }: Ask,
): Promise<Lines & Pick<Rulebook, 'feeRules'>> {
  const persons = new Set(claims.map((claim) => claim.personId))
  const [personId] = persons
  const [claim] = claims
  const judgement = await judgeClaims(tx, scope, {
    ...(persons.size === 1 && personId !== undefined ? { personId } : {}),
    ...(step === 'confirmed' && claim !== undefined ? { confirming: claim.id, fields: Object.keys(given) } : {}),
  })
  const stops = await stopsFor(tx, scope, claims, judgement)
  return { ...linesOf(judgement.evaluation.feeLines, new Set()), stops, feeRules: judgement.rules.feeRules }
}

/** What the claim gives as it is counted today; without a fee line for one who did not attend. */
type Counted = {
  readonly line: FeeLine | undefined
  readonly others: readonly FeeLine[]
  readonly stops?: readonly Stop[] | undefined
  /** What it gave when it was checked; only for an approval. */
  readonly checkedAs?: Ore | undefined
}

function countedOf({ stops, ...lines }: Lines, claim: ClaimRow): Counted {
  return { ...linesToday(lines, claim), stops: stops.get(claim.id) }
}

function refusalOf(
  scope: Scope,
  ask: Ask,
  claim: ClaimRow,
  { line, others, stops, checkedAs }: Counted,
  approval: ApprovalAnswer | undefined,
): Refusal | undefined {
  const asked = ask.claims.find(({ id }) => id === claim.id)
  if (asked?.version !== claim.version) return refuse('claims.changed', { claim: claim.id })
  // One who registers for the claimant takes the claimant's own step, and no other.
  const person = { id: ask.registered ? claim.personId : (scope.personId ?? ''), roles: scope.roles }
  const claimed = { state: claim.state, claimantId: claim.personId }
  const right = ask.registered === undefined ? undefined : ('people:act-for' as const)
  const code =
    stepRefusal({ step: ask.step, by: ask.by, claim: claimed, person, right }) ??
    (approval?.ok === false ? approval.code : undefined) ??
    lineRefusal(ask.step, line, others) ??
    stopRefusal(ask.step, stops) ??
    // Rules can change in between: nobody approves an amount that nobody has checked.
    (checkedAs !== undefined && checkedAs !== totalOf(line, others) ? 'claims.changed-since-check' : undefined)
  return code === undefined ? undefined : refuse(code, { claim: claim.id, state: claim.state })
}

async function write(
  { tx, scope, now }: CommandContext,
  ask: Ask,
  claim: ClaimRow,
  counted: Counted,
  acting: Acting | undefined,
): Promise<boolean> {
  const to = nextState(claim.state, ask.step, ask.by)
  if (to === undefined) throw new Error(`no way from ${claim.state} by ${ask.step}`)
  const { step, reason, given, registered } = ask
  const { line = absentLine(claim), others } = counted
  return takeStep(tx, scope, { claim, step, to, at: now, line, others, acting, reason, given, registered })
}
