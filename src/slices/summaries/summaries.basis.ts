import { type EvaluateInput, type Programme, programmeSchema } from '../../engine/index.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { gather } from '../../platform/db/facts.ts'
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
  return judge(tx, scope, programmeParts(scope), only)
}

/** Returns the committee's whole programme, gathered in one statement, without trying it. */
export async function gatherProgramme(tx: ReadTx, scope: Scope): Promise<Programme> {
  return programmeSchema.parse(await gather(tx, programmeParts(scope)))
}

function programmeParts(scope: Scope) {
  return {
    ...directoryFacts(scope),
    ...peopleFacts(scope),
    ...appointmentsFacts(scope),
    ...visitsFacts(scope),
    ...meetingsFacts(scope),
    ...claimsFacts(scope),
  }
}
