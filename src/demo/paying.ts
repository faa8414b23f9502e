import { addDays, type Day } from '../kernel/date.ts'
import {
  approveClaims,
  checkClaims,
  type ClaimRow,
  type ClaimState,
  judgeClaims,
  listClaims,
  makeBatch,
} from '../slices/claims/index.ts'
import { at, mondayOrLater, quarterStarts, type Task } from './calendar.ts'
import type { Town } from './town.ts'

export type Payers = {
  readonly feeOfficer: string
  /** Those in the chair. What one of them claims, another approves. */
  readonly chairs: readonly string[]
}

/** How old a visit is before its fee is left to the payroll file of a quarter; the later ones show every step on the way. */
const settled = 60

/** Returns the work with the fees: a payroll file each quarter, and the first steps with what has come since. */
export function payingTasks(town: Town, payers: Payers): readonly Task[] {
  const youngest = addDays(town.today, -settled)
  const quarterly = quarterStarts(town.holdsFrom, town.today).map((until) =>
    at(mondayOrLater(addDays(until, 12)), '09:30', async () => {
      const chosen = ({ visitDay }: ClaimRow) => visitDay < until && visitDay <= youngest
      await check(town, payers, chosen)
      await approve(town, payers, chosen)
      await exportAll(town, payers, chosen)
    }),
  )
  const lately = (
    days: number,
    from: Day,
    until: Day,
    steps: readonly ((town: Town, payers: Payers, chosen: Choice) => Promise<void>)[],
  ) =>
    at(addDays(town.today, -days), '13:40', async () => {
      for (const step of steps) await step(town, payers, ({ visitDay }) => visitDay > from && visitDay < until)
    })
  return [
    ...quarterly,
    lately(5, youngest, addDays(town.today, -49), [check, approve]),
    lately(4, youngest, addDays(town.today, -40), [check]),
  ]
}

type Choice = (claim: ClaimRow) => boolean

async function check(town: Town, { feeOfficer }: Payers, chosen: Choice): Promise<void> {
  const payable = await payableClaims(town, ['made', 'confirmed'], chosen)
  if (payable.length > 0) await town.run(town.actor(feeOfficer), checkClaims, { claim: payable.map(asChosen) })
}

async function approve(town: Town, { chairs }: Payers, chosen: Choice): Promise<void> {
  for (const chair of chairs) {
    const others = (await payableClaims(town, ['checked'], chosen)).filter(
      ({ personId }) => personId !== town.idOf(chair),
    )
    if (others.length > 0) await town.run(town.actor(chair), approveClaims, { claim: others.map(asChosen) })
  }
}

async function exportAll(town: Town, { feeOfficer }: Payers, chosen: Choice): Promise<void> {
  const approved = await payableClaims(town, ['approved'], chosen)
  if (approved.length === 0) return
  const person = [...new Set(approved.map(({ personId }) => personId))]
  await town.run(town.actor(feeOfficer), makeBatch, { claim: approved.map(({ id }) => id), person })
}

/** Returns the claims that the page offers for the next step: what waits for a report or a decision is left alone. */
async function payableClaims(town: Town, states: readonly ClaimState[], chosen: Choice): Promise<readonly ClaimRow[]> {
  return town.read(async (tx, scope) => {
    const claims = (await listClaims(tx, scope, { states })).filter(chosen)
    if (claims.length === 0) return []
    const { evaluation } = await judgeClaims(tx, scope)
    const payable = new Set(
      evaluation.feeLines
        .filter(({ outcome }) => outcome === 'payable')
        .map(({ visit, person }) => `${visit} ${person}`),
    )
    return claims.filter(({ visitId, personId }) => payable.has(`${visitId} ${personId}`))
  })
}

function asChosen({ id, version }: ClaimRow): string {
  return `${id}:${version}`
}
