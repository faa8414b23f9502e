import { execute } from '../../platform/command.ts'
import type { DailyTask } from '../../platform/schedule.ts'
import type { LaterFacts } from '../visits/index.ts'
import { remindOfReports } from './reports.reminders.commands.ts'

/** Returns what the reports have done once a day: those who report are reminded of what is due or late. */
export function reportsDaily({ publicUrl }: { readonly publicUrl: string }, later: LaterFacts): readonly DailyTask[] {
  const remind = remindOfReports(later)
  return [
    {
      name: 'reports.remind',
      per: 'committee',
      run: async (dependencies, scope) => void (await execute(dependencies, scope, remind, { publicUrl })),
    },
  ]
}
