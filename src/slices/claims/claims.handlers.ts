import { execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import { type HandlerDependencies, idIn, succeeded } from '../../platform/handler.ts'
import type { DeliveredEvent, EventHandler } from '../../platform/outbox.ts'
import { systemScope } from '../../platform/scope.ts'
import { placeOf } from '../directory/index.ts'
import { followPaidElsewhere, followRules, followVisit } from './claims.commands.ts'
import { claimTidings, tellClaimant } from './claims.mail.commands.ts'
import { delegationTidings, tellOfDelegation } from './claims.delegations.mail.commands.ts'
import { claimPath, delegationsPath } from './claims.paths.ts'
import { countClaims } from './claims.store.ts'

type Handling = Pick<HandlerDependencies, 'clock' | 'publicUrl'>

/** What a claim rests on: when it changes, the claims of the visit and its year are seen to. */
const followed = [
  'visits.held',
  'visits.attendance-corrected',
  'visits.extra-decided',
  'reports.finalised',
  'reports.withdrawn',
  'claims.added-to',
  'claims.corrected',
  'claims.reversed',
]

/** Returns the reactions: claims make themselves and follow the facts, and claimants are told what became of theirs. */
export function claimsHandlers(handling: Handling): readonly EventHandler[] {
  return [
    ...followed.map(
      (on): EventHandler => ({
        name: `claims.follow-${on}`,
        on,
        handle: async (event, database) => {
          const { clock } = handling
          const input = { visitId: idIn(event, 'visitId') }
          succeeded(await execute({ database, clock }, scopeOf(handling, event), followVisit, input))
        },
      }),
    ),
    {
      name: 'claims.follow-paid-elsewhere',
      on: 'claims.paid-time-changed',
      handle: async ({ municipalityId, ids: { personId = '', toCommitteeId: committeeId = '' } }, database) => {
        const scope = systemScope({ municipalityId, committeeId, today: handling.clock.today() })
        const claims = await database.read(scope, (tx) => countClaims(tx, scope, { personId }))
        if (claims > 0)
          succeeded(await execute({ database, clock: handling.clock }, scope, followPaidElsewhere, { personId }))
      },
    },
    {
      // Fixed fees and groups are the municipality's: each committee of the person's is told by an event of its own.
      name: 'claims.follow-fee-terms',
      on: 'people.fee-terms-changed',
      handle: async (event, database) => {
        const scope = scopeOf(handling, event)
        const personId = idIn(event, 'personId')
        const claims = await database.read(scope, (tx) => countClaims(tx, scope, { personId }))
        if (claims > 0)
          succeeded(await execute({ database, clock: handling.clock }, scope, followPaidElsewhere, { personId }))
      },
    },
    {
      // Other committees go by what the claims here give: it must not wait for somebody to take a step here.
      name: 'claims.follow-rules',
      on: 'guidelines.rules-changed',
      handle: async (event, database) => {
        const scope = scopeOf(handling, event)
        const claims = await database.read(scope, (tx) => countClaims(tx, scope))
        if (claims > 0) succeeded(await execute({ database, clock: handling.clock }, scope, followRules, {}))
      },
    },
    ...claimTidings.map(
      (tiding): EventHandler => ({
        name: `claims.tell-${tiding}`,
        on: `claims.${tiding}`,
        handle: (event, database) => tell(handling, database, event, tiding),
      }),
    ),
    ...delegationTidings.map(
      (tiding): EventHandler => ({
        name: `claims.tell-of-${tiding}`,
        on: `claims.${tiding}`,
        handle: async (event, database) => {
          const scope = scopeOf(handling, event)
          const place = await database.read(event, (tx) => placeOf(tx, scope))
          const link = new URL(delegationsPath(place), handling.publicUrl).href
          const input = { delegationId: idIn(event, 'delegationId'), tiding, link }
          succeeded(await execute({ database, clock: handling.clock }, scope, tellOfDelegation, input))
        },
      }),
    ),
  ]
}

async function tell(
  handling: Handling,
  database: Database,
  event: DeliveredEvent,
  tiding: (typeof claimTidings)[number],
): Promise<void> {
  const scope = scopeOf(handling, event)
  const claimId = idIn(event, 'claimId')
  const place = await database.read(event, (tx) => placeOf(tx, scope))
  const link = new URL(claimPath(place, claimId), handling.publicUrl).href
  succeeded(await execute({ database, clock: handling.clock }, scope, tellClaimant, { claimId, tiding, link }))
}

function scopeOf({ clock }: Handling, { municipalityId, committeeId }: DeliveredEvent) {
  return systemScope({ municipalityId, committeeId, today: clock.today() })
}
