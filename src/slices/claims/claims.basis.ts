import { evaluate, programmeSchema } from '../../engine/index.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { gather } from '../../platform/db/facts.ts'
import type { Scope } from '../../platform/scope.ts'
import { appointmentsFacts } from '../appointments/index.ts'
import { directoryFacts } from '../directory/index.ts'
import { type Judgement, rulesInForce } from '../guidelines/index.ts'
import { peopleFacts } from '../people/index.ts'
import { reportsFacts } from '../reports/index.ts'
import { visitsFacts } from '../visits/index.ts'
import { onceApproved } from './claims.asked.rules.ts'
import { claimsFacts, type Trying } from './claims.facts.ts'

/**
 * What is judged: everything up to the claims, in one statement. `confirming` counts as confirmed today. Each fee is what
 * it is once approved: nothing leaves before that.
 */
export async function judgeClaims(
  tx: ReadTx | Tx,
  scope: Scope,
  about: Trying & { readonly personId?: string } = {},
): Promise<Judgement> {
  const { personId, ...trying } = about
  const parts = {
    ...directoryFacts(scope),
    ...peopleFacts(scope),
    ...appointmentsFacts(scope),
    ...visitsFacts(scope),
    ...reportsFacts(scope),
    ...claimsFacts(scope, trying),
  }
  const rules = await rulesInForce(tx, scope)
  const programme = programmeSchema.parse(await gather(tx, parts))
  const only = personId === undefined ? {} : { only: { person: personId } }
  const feeRules = onceApproved(rules.feeRules)
  return { rules, programme, evaluation: evaluate({ ...rules, feeRules, programme, today: scope.today, ...only }) }
}
