import { execute } from '../../platform/command.ts'
import { type HandlerDependencies, succeeded } from '../../platform/handler.ts'
import type { EventHandler } from '../../platform/outbox.ts'
import { systemScope } from '../../platform/scope.ts'
import { placeOf } from '../directory/index.ts'
import { registeredForMePath } from '../records/own-data.paths.ts'
import { tellRegisteredFor } from './on-behalf.commands.ts'

/** Returns the reaction to something registered for a person: the letter to them. */
export function peopleHandlers({
  clock,
  publicUrl,
}: Pick<HandlerDependencies, 'clock' | 'publicUrl'>): readonly EventHandler[] {
  return [
    {
      name: 'people.tell-registered-for',
      on: 'people.registered-for',
      handle: async (event, database) => {
        const { municipalityId, committeeId } = event
        const scope = systemScope({ municipalityId, committeeId, today: clock.today() })
        const place = await database.read(event, (tx) => placeOf(tx, scope))
        const link = new URL(registeredForMePath(place), publicUrl).href
        succeeded(
          await execute({ database, clock }, scope, tellRegisteredFor, {
            id: event.ids.registeredForId,
            link,
          }),
        )
      },
    },
  ]
}
