import { execute } from '../../platform/command.ts'
import type { DailyTask } from '../../platform/schedule.ts'
import type { LaterFacts } from '../visits/index.ts'
import { checkDaily } from './reports.check.handlers.ts'
import { escalateReports } from './reports.late.commands.ts'
import { remindOfReports } from './reports.reminders.commands.ts'

/** Returns what the reports have done once a day: those who report are reminded of what is due or late, and what stays away is told as the guideline says. */
export function reportsDaily(where: { readonly publicUrl: string }, later: LaterFacts): readonly DailyTask[] {
  const { publicUrl } = where
  const remind = remindOfReports(later)
  const escalate = escalateReports(later)
  return [
    {
      name: 'reports.remind',
      per: 'committee',
      run: async (dependencies, scope) => void (await execute(dependencies, scope, remind, { publicUrl })),
    },
    {
      name: 'reports.escalate',
      per: 'committee',
      run: async (dependencies, scope) => void (await execute(dependencies, scope, escalate, { publicUrl })),
    },
    checkDaily(where),
  ]
}
