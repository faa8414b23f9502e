import { z } from 'zod'
import { yearOf } from '../../kernel/date.ts'
import { done } from '../../kernel/result.ts'
import { type CommandContext, command } from '../../platform/command.ts'
import { judgeClaims } from './claims.basis.ts'
import { absentLine } from './claims.corrections.rules.ts'
import { keepPaidTime } from './claims.paid-time.commands.ts'
import { followUp, goesByLatest, nextState } from './claims.rules.ts'
import { type ClaimRow, listAttendees, listClaims, lockYears, makeClaims } from './claims.store.ts'
import { latestSteps, takeStep } from './claims-step.store.ts'
import { type LinesByClaim, linesOf, linesToday } from './payroll.lines.rules.ts'

type Lines = Pick<LinesByClaim, 'fees' | 'others'>

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

/** Sees to every claim of the committee when its rules have changed, perhaps backwards in time. Doing it twice does nothing more. */
export const followRules = command({
  name: 'claims.follow-rules',
  allow: 'system',
  input: z.strictObject({}),
  run: async (context) => {
    const { tx, scope, note } = context
    const claims = await listClaims(tx, scope)
    note({ type: 'committee', id: scope.committeeId }, { claims: claims.length })
    await lockYears(tx, scope, claims.map(inYear))
    for (const year of new Set(claims.map((it) => yearOf(it.visitDay)))) await followYear(context, { year })
    return done({ claims: claims.length })
  },
})

/** What has been checked or approved for the same persons and years goes back when this step changed it. */
export async function followYears(
  context: CommandContext,
  claims: readonly ClaimRow[],
  lines: Lines,
): Promise<boolean> {
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
    const lines = linesOf(evaluation.feeLines, new Set())
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
  const { evaluation } = await judgeClaims(tx, scope, { personId: claim.personId })
  const lines = linesOf(evaluation.feeLines, new Set())
  const to = nextState(claim.state, 'reopened', 'system')
  if (claim.state === 'confirmed' && to !== undefined) {
    const { line = absentLine(claim), others } = linesToday(lines, claim)
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
  const latest = await latestSteps(
    tx,
    scope,
    claims.filter(({ state }) => goesByLatest(state)).map(({ id }) => id),
  )
  for (const claim of claims) {
    const { line, others } = linesToday(lines, claim)
    const follow = followUp({ state: claim.state, latest: latest.get(claim.id) }, line, others)
    const to = follow && nextState(claim.state, follow.step, 'system')
    if (follow === undefined || to === undefined) continue
    const step = {
      claim,
      step: follow.step,
      to,
      at: now,
      line: line ?? absentLine(claim),
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

/** Whose year a claim is computed in, for `lockYears`. */
export function inYear({ personId, unitIds, visitDay }: ClaimRow) {
  return { personId, unitIds, year: yearOf(visitDay) }
}
