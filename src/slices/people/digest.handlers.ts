import { execute } from '../../platform/command.ts'
import { listWaiting } from '../../platform/mail-gathering.ts'
import type { DailyTask } from '../../platform/schedule.ts'
import { gatherMail } from './digest.commands.ts'
import { isGatheredOn, usualMailChoice } from './mail-choice.rules.ts'
import { listChoices } from './mail-choice.store.ts'

/** What people have done for them once a day: their mails are gathered, last of all that day's work writes. */
export const peopleDaily: readonly DailyTask[] = [
  {
    name: 'people.gather-mail',
    per: 'municipality',
    run: async (dependencies, scope) => {
      const due = await dependencies.database.read(scope, async (tx) => {
        const choices = await listChoices(tx)
        return (await listWaiting(tx)).filter(({ personId, oldestQueuedAt }) =>
          isGatheredOn(scope.today, (choices.get(personId) ?? usualMailChoice).gathered, oldestQueuedAt),
        )
      })
      for (const { personId } of due) await execute(dependencies, scope, gatherMail, { personId })
    },
  },
]
