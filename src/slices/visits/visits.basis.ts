import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { appointmentsFacts } from '../appointments/index.ts'
import { directoryFacts } from '../directory/index.ts'
import { type Judgement, judge } from '../guidelines/index.ts'
import { peopleFacts } from '../people/index.ts'
import { visitsFacts } from './visits.facts.ts'

/** Facts of later slices that a visit is judged by too: its reports. Given where the slices are put together. */
export type LaterFacts = (scope: Scope) => Parameters<typeof judge>[2]

/** Returns the programme up to the visits. */
export function programmeFacts(scope: Scope) {
  return { ...directoryFacts(scope), ...peopleFacts(scope), ...appointmentsFacts(scope), ...visitsFacts(scope) }
}

/** Returns the programme tried against the committee's rules; the findings about this one visit alone. */
export function judgeVisit(tx: ReadTx | Tx, scope: Scope, visitId: string, later: LaterFacts): Promise<Judgement> {
  return judge(tx, scope, { ...programmeFacts(scope), ...later(scope) }, { visit: visitId })
}
