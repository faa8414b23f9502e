import { execute } from '../../platform/command.ts'
import type { DailyTask } from '../../platform/schedule.ts'
import { remindOfVisits } from './reminders.commands.ts'

/** Returns what the visits have done once a day: those concerned are reminded of what is due. */
export function visitsDaily({ publicUrl }: { readonly publicUrl: string }): readonly DailyTask[] {
  return [
    {
      name: 'visits.remind',
      per: 'committee',
      run: async (dependencies, scope) => void (await execute(dependencies, scope, remindOfVisits, { publicUrl })),
    },
  ]
}
