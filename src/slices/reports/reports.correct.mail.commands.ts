import { z } from 'zod'
import { done } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { queueMail } from '../../platform/mail.ts'
import { listPersons, listRepresentatives } from '../people/index.ts'
import { correctTexts } from './reports.correct.texts.ts'
import { getFrozen } from './reports.document.store.ts'
import { getReport, listDeliveries } from './reports.store.ts'

/**
 * Tells everybody whom the report has gone to, and the committee's members, that a new version of it is there: managers,
 * members and substitutes, the other authors too. The mail has the unit's name and a link, nothing of what is written.
 */
export const tellAboutCorrection = command({
  name: 'reports.tell-correction',
  allow: 'system',
  input: z.strictObject({ reportId: z.uuid(), link: z.url() }),
  run: async ({ tx, scope, now, note }, { reportId, link }) => {
    const report = await getReport(tx, scope, reportId)
    const { units, version, correction } = await getFrozen(tx, scope, reportId)
    const concerned = new Set([
      ...(await listDeliveries(tx, scope, reportId)).map(({ personId }) => personId),
      ...(await listRepresentatives(tx, scope)).map(({ id }) => id),
      ...report.authors.map(({ personId }) => personId),
    ])
    const recipients = (await listPersons(tx, scope)).filter(
      ({ id }) => concerned.has(id) && id !== correction?.by.personId,
    )
    const names = units.map(({ name }) => name).join(', ')
    for (const { id, email, language } of recipients) {
      const texts = correctTexts(language)
      const isDissent = correction?.kind === 'dissent'
      await queueMail(tx, {
        municipalityId: scope.municipalityId,
        personId: id,
        address: email,
        subject: (isDissent ? texts.mailSubjectDissent : texts.mailSubject)(names),
        text: (isDissent ? texts.mailDissent : texts.mail)(names, link),
        aboutCommitteeId: scope.committeeId,
        mayWait: true,
        queuedAt: now,
      })
    }
    note({ type: 'report', id: reportId }, { version, told: recipients.map(({ id }) => id) })
    return done({ told: recipients.length })
  },
})
