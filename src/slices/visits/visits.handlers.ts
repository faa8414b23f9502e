import type { Clock } from '../../platform/clock.ts'
import { execute } from '../../platform/command.ts'
import { succeeded } from '../../platform/handler.ts'
import type { Database } from '../../platform/db/database.ts'
import type { DeliveredEvent, EventHandler } from '../../platform/outbox.ts'
import { systemScope } from '../../platform/scope.ts'
import { placeOf } from '../directory/index.ts'
import { markReported, markUnreported } from './visits.commands.ts'
import { tellAboutVisit } from './visits.mail.commands.ts'
import { type Tiding, tidings } from './visits.mail.rules.ts'
import { visitPath } from './visits.paths.ts'

export type VisitsHandling = {
  readonly clock: Clock
  readonly publicUrl: string
  readonly mailFrom?: string | undefined
}

/** Returns the reactions: those concerned are told by mail, and a visit with a finished report is reported. */
export function visitsHandlers(handling: VisitsHandling): readonly EventHandler[] {
  return [
    ...tidings.map(
      (tiding): EventHandler => ({
        name: `visits.tell-${tiding}`,
        on: `visits.${tiding}`,
        handle: (event, database) => tell(handling, database, event, tiding),
      }),
    ),
    {
      name: 'visits.mark-reported',
      on: 'reports.finalised',
      handle: async (event, database) => {
        const { clock } = handling
        // A report of a visit that cannot be reported is the report's own fault to show; the visit stays as it is.
        await execute({ database, clock }, scopeOf(handling, event), markReported, { visit: event.ids.visitId })
      },
    },
    {
      name: 'visits.mark-unreported',
      on: 'reports.withdrawn',
      handle: async (event, database) => {
        const { clock } = handling
        await execute({ database, clock }, scopeOf(handling, event), markUnreported, { visit: event.ids.visitId })
      },
    },
  ]
}

async function tell(
  handling: VisitsHandling,
  database: Database,
  event: DeliveredEvent,
  tiding: Tiding,
): Promise<void> {
  const scope = scopeOf(handling, event)
  const { visitId = '', personId } = event.ids
  const place = await database.read(event, (tx) => placeOf(tx, scope))
  const link = new URL(visitPath(place, visitId), handling.publicUrl).href
  succeeded(
    await execute({ database, clock: handling.clock }, scope, tellAboutVisit, {
      visitId,
      tiding,
      link,
      personId,
      installation: handling.mailFrom,
    }),
  )
}

function scopeOf({ clock }: VisitsHandling, { municipalityId, committeeId }: DeliveredEvent) {
  return systemScope({ municipalityId, committeeId, today: clock.today() })
}
