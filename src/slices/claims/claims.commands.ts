import { z } from 'zod'
import type { FeeLine } from '../../engine/finding.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { type Day, yearOf } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import { type Ore, ore } from '../../kernel/money.ts'
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { type CommandContext, command } from '../../platform/command.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { type Rulebook, rulesInForce } from '../guidelines/index.ts'
import { approvalAnswers } from './claims.approval.basis.ts'
import type { Acting, ApprovalAnswer } from './claims.approval.rules.ts'
import { forEstate } from './claims.additions.rules.ts'
import { askedFields, unfilled } from './claims.asked.rules.ts'
import { judgeClaims } from './claims.basis.ts'
import {
  approvalForm,
  checkForm,
  claimForm,
  confirmationForm,
  fieldOf,
  severalForm,
  waiverForm,
} from './claims.forms.ts'
import type { ClaimStep } from '../../kernel/claim-steps.ts'
import {
  type Actor,
  followUp,
  goesByLatest,
  lineKey,
  lineRefusal,
  linesByClaim,
  nextState,
  othersByClaim,
  stepRefusal,
  totalOf,
} from './claims.rules.ts'
import {
  type ClaimRow,
  getClaim,
  latestDecisions,
  listAttendees,
  listClaims,
  lockYears,
  makeClaims,
} from './claims.store.ts'
import { keepPaidTime } from './claims.paid-time.commands.ts'
import { stopsFor } from './claims.stops.basis.ts'
import { type Stop, stopRefusal } from './claims.stops.rules.ts'
import { latestSteps, takeStep } from './claims-step.store.ts'

type Lines = {
  readonly fees: ReadonlyMap<string, FeeLine>
  readonly others: ReadonlyMap<string, readonly FeeLine[]>
  /** What stands in the way of the claims that take a step, by their ids. */
  readonly stops?: ReadonlyMap<string, readonly Stop[]>
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

/**
 * Makes the claims of those who attended the visit, and sees to it that every claim of the year still rests on what is
 * known now. Doing it twice does nothing more.
 */
export const followVisit = command({
  name: 'claims.follow-visit',
  allow: 'system',
  input: z.strictObject({ visitId: z.uuid() }),
  run: async (context, { visitId }) => {
    const { tx, scope, now, note } = context
    const attendees = await listAttendees(tx, scope, visitId)
    const known = await listClaims(tx, scope, { visitId })
    note({ type: 'visit', id: visitId }, { attendees: attendees.length })
    const [day] = [...attendees, ...known].map((it) => it.visitDay)
    if (day === undefined) return done({ made: 0 })
    const year = yearOf(day)
    const others = await listClaims(tx, scope, { year })
    await lockYears(
      tx,
      scope,
      [...attendees, ...others].map(({ personId, unitIds }) => ({ personId, unitIds, year })),
    )
    const made = await makeClaims(tx, scope, { visitId, personIds: attendees.map((it) => it.personId), at: now })
    for (const id of made) note({ type: 'claim', id }, { step: 'made', visit: visitId })
    await followYear(context, { year })
    return done({ made: made.length })
  },
})

/** Sees to a person's claims when what they are paid elsewhere has changed. Doing it twice does nothing more. */
export const followPaidElsewhere = command({
  name: 'claims.follow-paid-elsewhere',
  allow: 'system',
  input: z.strictObject({ personId: z.uuid() }),
  run: async (context, { personId }) => {
    const { tx, scope, note } = context
    const claims = await listClaims(tx, scope, { personId })
    note({ type: 'person', id: personId }, { claims: claims.length })
    await lockYears(tx, scope, claims.map(inYear))
    for (const year of new Set(claims.map((it) => yearOf(it.visitDay)))) await followYear(context, { year, personId })
    return done({ claims: claims.length })
  },
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
  const checked = ask.step === 'approved' ? await latestDecisions(tx, scope, idsOf(claims)) : undefined
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

function inYear({ personId, unitIds, visitDay }: ClaimRow) {
  return { personId, unitIds, year: yearOf(visitDay) }
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
  return { ...linesOf(judgement.evaluation.feeLines), stops, feeRules: judgement.rules.feeRules }
}

function linesOf(all: readonly FeeLine[]): Lines {
  return { fees: linesByClaim(all), others: othersByClaim(all) }
}

/** What the claim gives as it is counted today; without a fee line for one who did not attend. */
type Counted = {
  readonly line: FeeLine | undefined
  readonly others: readonly FeeLine[]
  readonly stops?: readonly Stop[] | undefined
  /** What it gave when it was checked; only for an approval. */
  readonly checkedAs?: Ore | undefined
}

function idsOf(claims: readonly ClaimRow[]): readonly string[] {
  return claims.map(({ id }) => id)
}

function countedOf({ fees, others, stops }: Lines, { id, visitId, personId }: ClaimRow): Counted {
  const key = lineKey({ visit: visitId, person: personId })
  return { line: fees.get(key), others: others.get(key) ?? [], stops: stops?.get(id) }
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
  const { line = noLine(claim), others } = counted
  return takeStep(tx, scope, { claim, step, to, at: now, line, others, acting, reason, given, registered })
}

/** What has been checked or approved for the same persons and years goes back when this step changed it. */
async function followYears(context: CommandContext, claims: readonly ClaimRow[], lines: Lines): Promise<boolean> {
  let changed = false
  const years = new Map(claims.map((claim) => [`${claim.personId} ${yearOf(claim.visitDay)}`, claim]))
  for (const { personId, visitDay } of years.values()) {
    const all = await listClaims(context.tx, context.scope, { personId, year: yearOf(visitDay) })
    if (await followAll(context, all, lines)) changed = true
  }
  return changed
}

/** Follows the facts until every claim of the year rests on them, and tells the persons' other committees what they give. */
async function followYear(
  context: CommandContext,
  which: { readonly year: number; readonly personId?: string },
): Promise<void> {
  const { tx, scope } = context
  const { personId } = which
  for (;;) {
    const { evaluation } = await judgeClaims(tx, scope, personId === undefined ? {} : { personId })
    const lines = linesOf(evaluation.feeLines)
    const claims = await listClaims(tx, scope, which)
    if (!(await followAll(context, claims, lines))) return keepPaidTime(context, claims.map(inYear), lines)
  }
}

/**
 * Sees to the person's claims of the year after something was added to one of them. One that was confirmed is opened, to be
 * confirmed as it now is.
 */
export async function followAddition(context: CommandContext, claim: ClaimRow): Promise<void> {
  const { tx, scope, now } = context
  const lines = linesOf((await judgeClaims(tx, scope, { personId: claim.personId })).evaluation.feeLines)
  const to = nextState(claim.state, 'reopened', 'system')
  if (claim.state === 'confirmed' && to !== undefined) {
    const { line = noLine(claim), others } = countedOf(lines, claim)
    const step = { claim, step: 'reopened', to, at: now, line, others, reason: 'added-to' } as const
    if (!(await takeStep(tx, scope, step))) throw new Error(`claim ${claim.id} changed under its lock`)
  }
  await followYears(context, [claim], lines)
  await keepPaidTime(context, [inYear(claim)])
}

/** Returns whether any claim took a step. */
async function followAll(context: CommandContext, claims: readonly ClaimRow[], lines: Lines): Promise<boolean> {
  let changed = false
  const { tx, scope, now, note, announce } = context
  const latest = await latestSteps(tx, scope, idsOf(claims.filter(({ state }) => goesByLatest(state))))
  for (const claim of claims) {
    const { line, others } = countedOf(lines, claim)
    const follow = followUp({ state: claim.state, latest: latest.get(claim.id) }, line, others)
    const to = follow && nextState(claim.state, follow.step, 'system')
    if (follow === undefined || to === undefined) continue
    const step = {
      claim,
      step: follow.step,
      to,
      at: now,
      line: line ?? noLine(claim),
      others,
      reason: follow.reason,
      bySystem: true,
    }
    if (!(await takeStep(tx, scope, step))) throw new Error(`claim ${claim.id} changed under its lock`)
    changed = true
    note({ type: 'claim', id: claim.id }, { step: follow.step, reason: follow.reason })
    announce({ name: `claims.${follow.step}`, ids: { claimId: claim.id, visitId: claim.visitId } })
  }
  return changed
}

/** The line of someone who did not attend: nothing, for no reason but that. */
function noLine(claim: ClaimRow): FeeLine {
  const nothing = { attended: minutes(0), paid: minutes(0), parts: [], amount: ore(0), reasons: [] }
  return { visit: claim.visitId, person: claim.personId, day: claim.visitDay, outcome: 'not-payable', ...nothing }
}
