import { execute } from '../../platform/command.ts'
import type { HandlerDependencies } from '../../platform/handler.ts'
import type { EventHandler } from '../../platform/outbox.ts'
import { systemScope } from '../../platform/scope.ts'
import { getCommittee } from '../directory/index.ts'
import { getMunicipality } from '../municipalities/index.ts'
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
        const place = await database.read(event, async (tx) => ({
          municipality: (await getMunicipality(tx, municipalityId)).slug,
          committee: (await getCommittee(tx, scope)).slug,
        }))
        const link = new URL(handOversPath(place), publicUrl).href
        const input = { handOverId: event.ids.handOverId, link }
        const told = await execute({ database, clock }, scope, tellHandedOver, input)
        if (!told.ok) throw new Error(`The command was refused: ${told.code}`)
      },
    },
  ]
}
