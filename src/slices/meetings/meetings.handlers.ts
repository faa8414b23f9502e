import { execute } from '../../platform/command.ts'
import type { HandlerDependencies } from '../../platform/handler.ts'
import type { EventHandler } from '../../platform/outbox.ts'
import { systemScope } from '../../platform/scope.ts'
import { receiveReport } from './meetings.commands.ts'

/** Returns the reactions: a final report goes on the list of its meeting. */
export function meetingsHandlers({ clock }: Pick<HandlerDependencies, 'clock'>): readonly EventHandler[] {
  return [
    {
      name: 'meetings.receive-report',
      on: 'reports.finalised',
      handle: async ({ municipalityId, committeeId, ids }, database) => {
        const scope = systemScope({ municipalityId, committeeId, today: clock.today() })
        const outcome = await execute({ database, clock }, scope, receiveReport, { reportId: ids.reportId })
        if (!outcome.ok) throw new Error(`The report could not be put on a meeting's list: ${outcome.code}`)
      },
    },
  ]
}
