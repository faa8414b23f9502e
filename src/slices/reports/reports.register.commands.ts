import { yearOf } from '../../kernel/date.ts'
import { done } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { findNextMeeting } from '../directory/index.ts'
import { basisOf } from './reports.basis.ts'
import { no } from './reports.commands.ts'
import { keepFrozen } from './reports.final.commands.ts'
import {
  addDeliveries,
  addDraft,
  clearAuthors,
  lockReport,
  markFinal,
  takeRegistrationNumber,
} from './reports.draft.store.ts'
import { registrationForm } from './reports.forms.ts'
import { freeTopic } from './reports.fields.rules.ts'
import { hasPersonalNumber } from './reports.guard.rules.ts'
import { otherWriter } from './reports.rules.ts'
import { findAnyReportOfVisit } from './reports.store.ts'
import { reportsTexts } from './reports.texts.ts'

/**
 * Registers the report that the manager or an officer has written, where the guideline has them report: it has come in
 * to the authority and is an official document at once (TF 2 kap. 9 §). It counts from the day it came in.
 */
export const registerReport = command({
  name: 'reports.register',
  allow: 'reports:register',
  input: registrationForm,
  run: async (context, { visitId, writer, received, text }) => {
    const { tx, scope, now } = context
    const basis = await basisOf(tx, scope, visitId, 'sv')
    const { visit, guide } = basis
    const writtenBy = otherWriter(guide.by)
    if (visit.state !== 'held' && visit.state !== 'reported') return no('reports.visit-not-held')
    if (writtenBy === undefined) return no('reports.written-by-politicians')
    if (!guide.forms.includes('written')) return no('reports.written-not-asked')
    if (received < visit.day || received > scope.today) return no('reports.received-when', {}, 'received')
    const written = { texts: { [freeTopic]: text }, proposals: [], questions: [] }
    if (hasPersonalNumber(text)) return no('reports.personal-number', {}, 'text')
    const added = await addDraft(tx, scope, { visitId, form: 'written', startedAt: now })
    const known = await findAnyReportOfVisit(tx, scope, visitId)
    if (!known || known.state === 'final') return no('reports.already-final')
    const id = added ?? known.id
    await lockReport(tx, scope, id)
    await clearAuthors(tx, id)
    const meeting = await findNextMeeting(tx, scope, scope.today)
    const number = await takeRegistrationNumber(tx, scope, yearOf(scope.today))
    const author = { personId: '', name: reportsTexts('sv').writerOf[writtenBy](writer) }
    const document = { basis, written, authors: [author], writtenBy, registrationNumber: number, meeting }
    await keepFrozen(context, id, { ...document, drawnUp: received })
    await markFinal(tx, id, {
      form: 'written',
      finalAt: now,
      finalDay: received,
      finalBy: scope.personId ?? '',
      registrationNumber: number,
    })
    const personIds = guide.toManager ? [...new Set(basis.managers.map((manager) => manager.id))] : []
    await addDeliveries(tx, scope, id, { personIds, deliveredAt: now, deliveredDay: scope.today })
    context.note({ type: 'report', id }, { visit: visitId, number, writtenBy, received, deliveredTo: personIds })
    context.announce({
      name: 'reports.finalised',
      ids: { reportId: id, visitId, ...(meeting && { meetingId: meeting.id }) },
    })
    return done({ id, number })
  },
})
