import { execute } from '../../platform/command.ts'
import { type HandlerDependencies, succeeded } from '../../platform/handler.ts'
import type { EventHandler } from '../../platform/outbox.ts'
import { systemScope } from '../../platform/scope.ts'
import { placeOf } from '../directory/index.ts'
import { tellHandedOver } from './reports.handover.commands.ts'
import { handOversPath } from './reports.handover.paths.ts'

/** Returns the reaction to something handed over: its receivers are told that it waits, and not what it is. */
export function handOverHandlers({ clock, publicUrl }: HandlerDependencies): readonly EventHandler[] {
  return [
    {
      name: 'reports.tell-handed-over',
      on: 'reports.handed-over',
      handle: async (event, database) => {
        const { municipalityId, committeeId } = event
        const scope = systemScope({ municipalityId, committeeId, today: clock.today() })
        const place = await database.read(event, (tx) => placeOf(tx, scope))
        const link = new URL(handOversPath(place), publicUrl).href
        const input = { handOverId: event.ids.handOverId, link }
        succeeded(await execute({ database, clock }, scope, tellHandedOver, input))
      },
    },
  ]
}
