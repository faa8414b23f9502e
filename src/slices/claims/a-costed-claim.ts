import { readFileSync } from 'node:fs'
import { must, type CastName } from '../../../tests/support/cast.ts'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { execute } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { saveFeeRules } from '../guidelines/index.ts'
import { report as writtenReport, reportAuthor } from '../reports/reports.tables.ts'
import { aHeldVisit } from '../reports/a-held-visit.ts'
import { followVisit } from './claims.commands.ts'
import { type ClaimRow, getClaim, listClaims } from './claims.store.ts'

const demoCosts = new URL('../../../fee-rules/demo-costs.yaml', import.meta.url)

/** Returns a town where fees are paid by the council's rules and costs by those of the demonstration, or by this source. */
export async function aTownWithCosts(source = readFileSync(demoCosts, 'utf8')): Promise<TestApp> {
  const town = await anApp({ answers: { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' } })
  await must(execute(town, town.cast.system(), saveFeeRules, { name: 'kostnader', source }))
  return town
}

type Visit = {
  readonly who?: CastName
  /** In minutes from midnight, and how many minutes. */
  readonly start?: number
  readonly length?: number
  readonly reported?: boolean
}

/** Returns the claim of one of the cast for a visit of their own to Solgården on the day, two hours long unless told. */
export async function aCostedClaim(
  town: TestApp,
  day: string,
  { who = 'anna', start = 13 * 60, length = 120, reported = false }: Visit = {},
): Promise<ClaimRow> {
  const { cast, database } = town
  const personId = cast.people[who]
  const times = { startTime: minutes(start), endTime: minutes(start + length) }
  const visitId = await aHeldVisit(database, cast, { day, unitId: cast.units.solgarden, who: [personId], ...times })
  if (reported) await report(town, visitId, day, personId)
  await must(execute(town, cast.system(), followVisit, { visitId }))
  const [claim] = await database.read(cast, (tx) => listClaims(tx, cast.system(), { visitId }))
  if (claim === undefined) throw new Error('there is no claim')
  return claim
}

/** Returns the claim as it is now. */
export async function asItIs({ database, cast }: TestApp, { id }: Pick<ClaimRow, 'id'>): Promise<ClaimRow> {
  return database.read(cast, (tx) => getClaim(tx, cast.system(), id))
}

/** Puts a final report of the visit on record. */
async function report({ cast, database, clock }: TestApp, visitId: string, day: string, personId: string) {
  const { municipalityId, committeeId } = cast
  const final = { state: 'final', form: 'written', finalDay: dayFromIso(day), finalBy: personId } as const
  const at = { startedAt: clock.now(), finalAt: clock.now() }
  const id = newId()
  await database.transaction(cast, async (tx) => {
    await tx.insert(writtenReport).values({ municipalityId, committeeId, id, visitId, ...final, ...at })
    await tx.insert(reportAuthor).values({ municipalityId, reportId: id, personId })
  })
}
