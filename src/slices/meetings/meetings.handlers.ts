import { execute } from '../../platform/command.ts'
import type { HandlerDependencies } from '../../platform/handler.ts'
import type { EventHandler } from '../../platform/outbox.ts'
import { systemScope } from '../../platform/scope.ts'
import { receiveCorrection, receiveReport } from './meetings.commands.ts'
import { reportDecisions } from './meetings.decisions.commands.ts'

/** Returns the reactions: a final report goes on the list of its meeting, and a decision on delegation on the next one's. */
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
    {
      name: 'meetings.receive-correction',
      on: 'reports.corrected',
      handle: async ({ municipalityId, committeeId, ids }, database) => {
        const scope = systemScope({ municipalityId, committeeId, today: clock.today() })
        const outcome = await execute({ database, clock }, scope, receiveCorrection, { reportId: ids.reportId })
        if (!outcome.ok) throw new Error(`The correction could not be put on a meeting's list: ${outcome.code}`)
      },
    },
    // A decision that found no meeting is put on a list once one is registered.
    ...['visits.extra-decided', 'directory.meetings-registered'].map(
      (on): EventHandler => ({
        name: `meetings.report-decisions-${on.split('.')[1]}`,
        on,
        handle: async ({ municipalityId, committeeId }, database) => {
          const scope = systemScope({ municipalityId, committeeId, today: clock.today() })
          const outcome = await execute({ database, clock }, scope, reportDecisions, {})
          if (!outcome.ok) throw new Error(`The decisions could not be put on a meeting's list: ${outcome.code}`)
        },
      }),
    ),
  ]
}
