import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { queueMail } from '../../platform/mail.ts'
import { gatherInto, lockWaiting, sendWaiting } from '../../platform/mail-gathering.ts'
import { digestOf } from './digest.rules.ts'
import { digestTexts } from './digest.texts.ts'
import { findPerson } from './people.store.ts'

/**
 * Gathers the mails that wait for a person into one for each committee; one that waits alone goes as it is. Refuses when none waits any more,
 * such as when another server has just done it.
 */
export const gatherMail = command({
  name: 'people.gather-mail',
  allow: 'system',
  input: z.strictObject({ personId: z.uuid() }),
  run: async ({ tx, scope, now, note }, { personId }): Promise<Result<{ readonly gathered: number }>> => {
    const waiting = await lockWaiting(tx, personId)
    const person = await findPerson(tx, personId)
    if (!person) throw new NotFound('person')
    if (waiting.length === 0) return refuse('people.nothing-waits')
    // A committee is a wall: what is one's business stands in no letter with what is another's.
    for (const [aboutCommitteeId, mails] of Map.groupBy(waiting, (mail) => mail.aboutCommitteeId)) {
      // Of what waits for somebody who has died nothing is made: the delivery keeps each as it is.
      if (mails.length === 1 || person.diedOn !== null) {
        for (const { id } of mails) await sendWaiting(tx, scope, id)
        continue
      }
      const texts = digestTexts(person.language)
      const mailId = await queueMail(tx, {
        municipalityId: scope.municipalityId,
        ...(aboutCommitteeId !== null && { aboutCommitteeId }),
        personId,
        address: person.email,
        subject: texts.subject(mails.length),
        text: texts.text(digestOf(mails)),
        queuedAt: now,
      })
      const ids = mails.map(({ id }) => id)
      await gatherInto(tx, ids, mailId)
    }
    note({ type: 'person', id: personId }, { gathered: waiting.length })
    return done({ gathered: waiting.length })
  },
})
