import { execute } from '../../platform/command.ts'
import { type HandlerDependencies, succeeded } from '../../platform/handler.ts'
import type { DeliveredEvent, EventHandler } from '../../platform/outbox.ts'
import type { DailyTask } from '../../platform/schedule.ts'
import { systemScope } from '../../platform/scope.ts'
import { placeOf } from '../directory/index.ts'
import { remindOfChecks, tellOfCheck } from './reports.check.mail.commands.ts'
import { checkPath } from './reports.check.paths.ts'

const tidings = ['sent', 'answered', 'taken-back'] as const

/** Returns the reactions to what happens with a factual check: those concerned are told. */
export function checkHandlers({ clock, publicUrl }: HandlerDependencies): readonly EventHandler[] {
  return tidings.map((tiding) => ({
    name: `reports.tell-check-${tiding}`,
    on: `reports.check-${tiding}`,
    handle: async (event: DeliveredEvent, database) => {
      const { municipalityId, committeeId, ids } = event
      const { reportId = '', checkId = '' } = ids
      const scope = systemScope({ municipalityId, committeeId, today: clock.today() })
      const place = await database.read(event, (tx) => placeOf(tx, scope))
      const link = new URL(checkPath(place, reportId), publicUrl).href
      succeeded(await execute({ database, clock }, scope, tellOfCheck, { reportId, checkId, tiding, link }))
    },
  }))
}

/** Returns what is done once a day: managers are reminded before the last day, and authors told when it has passed. */
export function checkDaily({ publicUrl }: { readonly publicUrl: string }): DailyTask {
  return {
    name: 'reports.remind-of-checks',
    per: 'committee',
    run: async (dependencies, scope) => void (await execute(dependencies, scope, remindOfChecks, { publicUrl })),
  }
}
