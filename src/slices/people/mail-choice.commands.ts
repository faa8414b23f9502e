import { done, type Result, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { mailChoiceForm } from './mail-choice.forms.ts'
import { saveChoice } from './mail-choice.store.ts'

/** Remembers what the one who asks wants by mail, and when. */
export const chooseMail = command({
  name: 'people.choose-mail',
  allow: 'account:own',
  input: mailChoiceForm,
  run: async ({ tx, scope, note }, choice): Promise<Result<undefined>> => {
    const { municipalityId, personId = '' } = scope
    if (!(await saveChoice(tx, { municipalityId, personId }, choice))) return refuse('people.stale')
    const { gathered, visitReminders, reportReminder } = choice
    note({ type: 'person', id: personId }, { gathered, visitReminders, reportReminder })
    return done(undefined)
  },
})
