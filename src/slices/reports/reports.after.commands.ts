import { z } from 'zod'
import { done } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import type { Typesetter } from '../../platform/documents/typst.ts'
import { queueMail } from '../../platform/mail.ts'
import { listPersons, listRepresentatives } from '../people/index.ts'
import { basisOf } from './reports.basis.ts'
import { type FrozenReport, getFrozen, savePdf } from './reports.document.store.ts'
import { lockDraftOfVisit, setAuthors } from './reports.draft.store.ts'
import { getReport, listDeliveries } from './reports.store.ts'
import { reportPdf } from './reports.pdf.ts'
import { printableReport } from './reports.printable.pdf.ts'
import { reportsTexts } from './reports.texts.ts'

/** Returns the PDF/A of what was frozen: the same report gives the same bytes. Outside any transaction. */
export function printReport(typesetter: Typesetter, frozen: FrozenReport): Promise<Uint8Array> {
  return reportPdf(typesetter, printableReport(frozen))
}

/** Keeps the PDF/A of a final report. It is made once, from what was frozen. */
export const keepReportPdf = command({
  name: 'reports.keep-pdf',
  allow: 'system',
  input: z.strictObject({ reportId: z.uuid(), version: z.int().min(1), pdf: z.instanceof(Uint8Array) }),
  run: async ({ tx, note }, { reportId, version, pdf }) => {
    await savePdf(tx, reportId, version, pdf)
    note({ type: 'report', id: reportId }, { version, pdfBytes: pdf.length })
    return done({ id: reportId })
  },
})

/**
 * Tells the managers it has gone to and the committee's other members and substitutes that a final report is there.
 * The mail has the unit's name and a link, nothing of what is written.
 */
export const tellAboutReport = command({
  name: 'reports.tell',
  allow: 'system',
  input: z.strictObject({ reportId: z.uuid(), link: z.url() }),
  run: async ({ tx, scope, now, note }, { reportId, link }) => {
    const report = await getReport(tx, scope, reportId)
    const frozen = await getFrozen(tx, scope, reportId)
    const units = frozen.units.map(({ name }) => name).join(', ')
    const managers = new Set((await listDeliveries(tx, scope, reportId)).map(({ personId }) => personId))
    const authors = new Set(report.authors.map(({ personId }) => personId))
    // An oral report is heard at the meeting: there is nothing to read beforehand.
    const members = new Set(report.form === 'oral' ? [] : (await listRepresentatives(tx, scope)).map(({ id }) => id))
    const recipients = (await listPersons(tx, scope)).filter(
      ({ id }) => managers.has(id) || (members.has(id) && !authors.has(id)),
    )
    for (const { id, email, language } of recipients) {
      const texts = reportsTexts(language)
      await queueMail(tx, {
        municipalityId: scope.municipalityId,
        personId: id,
        address: email,
        subject: texts.mailSubject(units),
        text:
          managers.has(id) && frozen.writtenBy === undefined
            ? texts.mailManager(units, link)
            : texts.mailMember(units, link),
        aboutCommitteeId: scope.committeeId,
        mayWait: true,
        queuedAt: now,
      })
    }
    note({ type: 'report', id: reportId }, { told: recipients.map(({ id }) => id) })
    return done({ told: recipients.length })
  },
})

/** Makes those who came the authors of a draft, after the attendance has been put right. */
export const followAttendance = command({
  name: 'reports.follow-attendance',
  allow: 'system',
  input: z.strictObject({ visitId: z.uuid() }),
  run: async ({ tx, scope, note }, { visitId }) => {
    const id = await lockDraftOfVisit(tx, scope, visitId)
    const authors = id ? (await basisOf(tx, scope, visitId, 'sv')).authors.map(({ personId }) => personId) : []
    if (id) await setAuthors(tx, scope, id, authors)
    note({ type: 'visit', id: visitId }, { report: id, authors })
    return done({ id })
  },
})
