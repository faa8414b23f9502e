import { z } from 'zod'
import { minutes } from '../../kernel/clock-time.ts'
import { yearOf } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { registerFor } from '../people/index.ts'
import { attachmentName } from '../reports/index.ts'
import { type Addition, additionForm } from './claims.additions.forms.ts'
import { addingRefusal, limits, mostAdditions, type Offered, offeredOn } from './claims.additions.rules.ts'
import {
  addCostRow,
  addJourneyRow,
  addLossRow,
  type Additions,
  additionsOf,
  attachTo,
  countUp,
  lostOnDayOf,
  removeAddition,
  setTimes,
} from './claims.additions.store.ts'
import { followAddition } from './claims.commands.ts'
import { addFile, getCertificate } from './claims.files.store.ts'
import { type ClaimRow, getClaim, lockYears } from './claims.store.ts'

type Changed = { readonly id: string }

/** The claimant adds what the system cannot know: journeys, costs, lost earnings, time beside the visit; or takes it away. */
export const changeAdditions = command({
  name: 'claims.change-additions',
  allow: 'claims:confirm',
  input: additionForm,
  run: async (context, addition) => {
    const { tx, scope } = context
    const { personId } = await getClaim(tx, scope, addition.id)
    if (personId !== scope.personId) return refuse('claims.not-yours')
    return change(context, addition)
  },
})

/** The secretary adds to the claim of somebody who has phoned, or of the estate of somebody who has died. */
export const changeAdditionsFor = command({
  name: 'claims.change-additions-for',
  allow: 'people:act-for',
  input: additionForm,
  run: async (context, addition) => {
    const { tx, scope } = context
    const { personId, unitNames, visitDay } = await getClaim(tx, scope, addition.id)
    if (personId === scope.personId) return refuse('claims.not-yourself')
    const changed = await change(context, addition, personId)
    if (!changed.ok) return changed
    const about = { about: unitNames.join(', '), aboutDay: visitDay }
    await registerFor(context, {
      personId,
      kind: 'claim-additions',
      subject: { type: 'claim', id: addition.id },
      ...about,
    })
    return changed
  },
})

/**
 * Makes the change in the version that was shown, and counts it up. A confirmed claim is opened to be confirmed again; the
 * person's other claims of the year are seen to, since days and years have ceilings.
 */
async function change(context: CommandContext, addition: Addition, forWhom?: string): Promise<Result<Changed>> {
  const { tx, scope, note, announce } = context
  const { personId, unitIds, visitDay } = await getClaim(tx, scope, addition.id)
  await lockYears(tx, scope, [{ personId, unitIds, year: yearOf(visitDay) }])
  // Read again now that nobody else computes the year.
  const claim = await getClaim(tx, scope, addition.id)
  const inTheWay = addingRefusal(claim.state)
  if (inTheWay !== undefined) return refuse(inTheWay, { claim: claim.id, state: claim.state })
  if (!(await countUp(tx, scope, addition))) return refuse('claims.changed', { claim: claim.id })
  const offered = offeredOn((await rulesInForce(tx, scope)).feeRules, claim.visitDay)
  const refusal = await write(context, claim, addition, offered)
  if (refusal !== undefined) return refusal
  note({ type: 'claim', id: claim.id }, noted(addition), forWhom)
  await followAddition(context, { ...claim, version: claim.version + 1 })
  announce({ name: 'claims.added-to', ids: { claimId: claim.id, visitId: claim.visitId } })
  return done({ id: claim.id })
}

/** What the log says: what was added or taken away, and its figures. */
function noted(addition: Addition): Readonly<Record<string, unknown>> {
  const { id: _, version: __, ...said } = addition
  return 'file' in said ? { ...said, file: said.file?.name } : said
}

async function write(
  context: CommandContext,
  claim: ClaimRow,
  addition: Addition,
  offered: Offered,
): Promise<Refusal | undefined> {
  const { tx, scope } = context
  const already = await additionsOf(tx, scope, claim.id)
  switch (addition.what) {
    case 'journey':
      return addJourney(context, claim, addition, { offered, already })
    case 'cost':
      return addCost(context, claim, addition, { offered, already })
    case 'loss':
      return addLoss(context, claim, addition, { offered, already })
    case 'times':
      return writeTimes(context, claim, addition, offered)
    case 'paper':
      return attachPaper(context, claim, addition)
    case 'removal':
      await removeAddition(tx, addition.kind, { claimId: claim.id, id: addition.row })
      return undefined
  }
}

type Of<What extends Addition['what']> = Extract<Addition, { readonly what: What }>
type Given = { readonly offered: Offered; readonly already: Additions }

async function addJourney(
  { tx, scope }: CommandContext,
  { id: claimId }: ClaimRow,
  { kilometres, distance, startsFrom, madeAnyway }: Of<'journey'>,
  { offered, already }: Given,
): Promise<Refusal | undefined> {
  if (offered.journey === undefined) return refuse('claims.not-in-rules')
  if (already.journeys.length >= mostAdditions) return refuse('claims.too-many-added', {}, 'kilometres')
  await addJourneyRow(tx, scope, { claimId, kilometres, distance, startsFrom, madeAnyway })
  return undefined
}

async function addCost(
  context: CommandContext,
  claim: ClaimRow,
  { costKind: kind, amount, file }: Of<'cost'>,
  { offered, already }: Given,
): Promise<Refusal | undefined> {
  if (!offered.costs.some((it) => it.kind === kind)) return refuse('claims.not-in-rules', {}, 'costKind')
  if (already.costs.length >= mostAdditions) return refuse('claims.too-many-added', {}, 'costKind')
  const fileId = file && (await kept(context, claim, 'receipt', file))
  await addCostRow(context.tx, context.scope, { claimId: claim.id, kind, amount, fileId })
  return undefined
}

async function addLoss(
  context: CommandContext,
  claim: ClaimRow,
  { lostAs, minutes: length, perHour, yearlyIncome, basis, pension, holiday, certificate, file }: Of<'loss'>,
  { offered, already }: Given,
): Promise<Refusal | undefined> {
  const isEmployee = lostAs === 'employee'
  if ((isEmployee ? offered.employee : offered.selfEmployed) === undefined)
    return refuse('claims.not-in-rules', {}, 'lostAs')
  if (already.losses.length >= mostAdditions) return refuse('claims.too-many-added', {}, 'lostAs')
  // Nobody loses more time in a day than the day has, at however many visits.
  if ((await lostOnDayOf(context.tx, context.scope, claim.id)) + length > limits.minutes)
    return refuse('claims.more-than-a-day', {}, 'lostHours')
  const refusal = isEmployee ? perHourRefusal(offered, perHour) : incomeRefusal(offered, { yearlyIncome, basis })
  if (refusal !== undefined) return refusal
  const fileId = await certificateFor(context, claim, { certificate, file })
  const income = isEmployee
    ? { perHour }
    : { yearlyIncome, ...(yearlyIncome !== undefined && basis !== '' && { basis }) }
  const benefits = {
    pension: isEmployee && offered.pension && pension,
    holiday: isEmployee && offered.holiday && holiday,
  }
  const row = { claimId: claim.id, lostAs, minutes: minutes(length), ...income, ...benefits, fileId }
  await addLossRow(context.tx, context.scope, row)
  return undefined
}

/** An employee says what was lost, unless the rules have a flat rate for those who cannot show how much. */
function perHourRefusal({ employee }: Offered, perHour: number | undefined): Refusal | undefined {
  return perHour === undefined && employee?.hasFlatRate !== true
    ? refuse('claims.per-hour-missing', {}, 'perHour')
    : undefined
}

/** A yearly income needs its basis where there are several; without income there is a flat rate, or nothing to count from. */
function incomeRefusal(
  { selfEmployed }: Offered,
  { yearlyIncome, basis }: { readonly yearlyIncome: number | undefined; readonly basis: string },
): Refusal | undefined {
  const { bases = [], hasFlatRate = false } = selfEmployed ?? {}
  if (yearlyIncome === undefined) return hasFlatRate ? undefined : refuse('claims.income-missing', {}, 'yearlyIncome')
  if (bases.length === 0) return refuse('claims.income-not-counted', {}, 'yearlyIncome')
  if (basis === '' && bases.length === 1) return undefined
  return bases.some(({ code }) => code === basis) ? undefined : refuse('claims.basis-missing', {}, 'basis')
}

async function writeTimes(
  { tx, scope }: CommandContext,
  { id }: ClaimRow,
  { travelMinutes, preparationMinutes, afterWorkMinutes }: Of<'times'>,
  { times }: Offered,
): Promise<Refusal | undefined> {
  if (times.length === 0) return refuse('claims.not-in-rules')
  if ((travelMinutes ?? 0) + (preparationMinutes ?? 0) + (afterWorkMinutes ?? 0) > limits.minutes)
    return refuse('claims.more-than-a-day', {}, 'travelHours')
  await setTimes(tx, scope, id, {
    travelMinutes: times.includes('travel') ? travelMinutes : null,
    preparationMinutes: times.includes('preparation') ? preparationMinutes : null,
    afterWorkMinutes: times.includes('after-work') ? afterWorkMinutes : null,
  })
  return undefined
}

async function attachPaper(
  context: CommandContext,
  claim: ClaimRow,
  { kind, row, certificate, file }: Of<'paper'>,
): Promise<Refusal | undefined> {
  const fileId =
    kind === 'loss'
      ? await certificateFor(context, claim, { certificate, file })
      : file && (await kept(context, claim, 'receipt', file))
  if (fileId === undefined) return refuse('claims.file-missing', {}, `file.${row}`)
  if (!(await attachTo(context.tx, kind, { claimId: claim.id, id: row, fileId }))) throw new NotFound('addition')
  return undefined
}

type Paper = Pick<Of<'paper'>, 'certificate' | 'file'>

/** The file that came, or else the certificate that was chosen among the person's own. Throws `NotFound` for another's. */
async function certificateFor(
  context: CommandContext,
  claim: ClaimRow,
  { certificate, file }: Paper,
): Promise<string | undefined> {
  if (file !== undefined) return kept(context, claim, 'certificate', file)
  if (certificate === '') return undefined
  const { id } = await getCertificate(context.tx, context.scope, { id: certificate, personId: claim.personId })
  return id
}

async function kept(
  { tx, scope, now }: CommandContext,
  { personId }: ClaimRow,
  kind: 'receipt' | 'certificate',
  { name, mediaType, bytes }: NonNullable<Paper['file']>,
): Promise<string> {
  const file = { personId, kind, name: attachmentName(name, mediaType), mediaType, bytes, at: now }
  return (await addFile(tx, scope, file)).id
}

/** Writes in the log that somebody else than the claimant is about to be shown a receipt or a certificate. */
export const readClaimFile = command({
  name: 'claims.read-file',
  allow: 'claims:read-all',
  input: z.strictObject({ claimId: z.uuid(), fileId: z.uuid() }),
  run: async ({ tx, scope, note }, { claimId, fileId }) => {
    const { personId } = await getClaim(tx, scope, claimId)
    note({ type: 'claim', id: claimId }, { file: fileId, whose: personId })
    return done({ fileId })
  },
})
