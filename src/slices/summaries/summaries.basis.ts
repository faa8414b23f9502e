import type { EvaluateInput } from '../../engine/index.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { appointmentsFacts } from '../appointments/index.ts'
import { claimsFacts } from '../claims/index.ts'
import { directoryFacts } from '../directory/index.ts'
import { type Judgement, judge } from '../guidelines/index.ts'
import { meetingsFacts } from '../meetings/index.ts'
import { peopleFacts } from '../people/index.ts'
import { visitsFacts } from '../visits/index.ts'

/** Returns the committee's whole programme, gathered in one statement, tried against its rules. */
export function judgeProgramme(tx: ReadTx, scope: Scope, only?: EvaluateInput['only']): Promise<Judgement> {
  const parts = {
    ...directoryFacts(scope),
    ...peopleFacts(scope),
    ...appointmentsFacts(scope),
    ...visitsFacts(scope),
    ...meetingsFacts(scope),
    ...claimsFacts(scope),
  }
  return judge(tx, scope, parts, only)
}
