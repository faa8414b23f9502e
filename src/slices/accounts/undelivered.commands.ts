import { NotFound } from '../../kernel/errors.ts'
import { done, type Result } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { listUndelivered, sendAgain } from '../../platform/mail-undelivered.ts'
import { listPersons } from '../people/index.ts'
import { resendForm } from './undelivered.forms.ts'

/**
 * Has a mail that has not arrived sent again, to the address that stands in the register now. What lets somebody in is
 * not sent again: a new code or invitation takes its place. One that has arrived meanwhile is left alone.
 */
export const resendMail = command({
  name: 'accounts.resend-mail',
  allow: 'mail:resend',
  input: resendForm,
  run: async ({ tx, scope, now, note }, { mail: mailId }): Promise<Result<undefined>> => {
    const persons = await listPersons(tx, scope)
    const { committeeId, municipalityId } = scope
    const mails = await listUndelivered(tx, { committeeId, personIds: persons.map(({ id }) => id) })
    const mail = mails.find(({ id, letsIn }) => id === mailId && !letsIn)
    const person = persons.find(({ id }) => id === mail?.personId)
    if (mail === undefined || person === undefined) throw new NotFound('mail')
    await sendAgain(tx, { municipalityId, mailId, address: person.email, at: now })
    note({ type: 'person', id: person.id }, { mail: mailId, isNewAddress: person.email !== mail.address })
    return done(undefined)
  },
})
