import { execute } from '../../platform/command.ts'
import type { HandlerDependencies } from '../../platform/handler.ts'
import type { EventHandler } from '../../platform/outbox.ts'
import { systemScope } from '../../platform/scope.ts'
import { getCommittee } from '../directory/index.ts'
import { getMunicipality } from '../municipalities/index.ts'
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
        const place = await database.read(event, async (tx) => ({
          municipality: (await getMunicipality(tx, municipalityId)).slug,
          committee: (await getCommittee(tx, scope)).slug,
        }))
        const link = new URL(registeredForMePath(place), publicUrl).href
        const outcome = await execute({ database, clock }, scope, tellRegisteredFor, {
          id: event.ids.registeredForId,
          link,
        })
        if (!outcome.ok) throw new Error(`${event.name} could not be told: ${outcome.code}`)
      },
    },
  ]
}
