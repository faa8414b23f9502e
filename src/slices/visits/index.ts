export { noteAttendance } from './visits.attendance.commands.ts'
export {
  answerInvitation,
  bookVisit,
  cancelVisit,
  declineVisit,
  markReported,
  missVisit,
  notePreparation,
  planVisit,
} from './visits.commands.ts'
export { sayEventNote, sayWhoChanged } from './participants.texts.ts'
export { listReplacements } from './participants.basis.ts'
export { visitsFacts } from './visits.facts.ts'
export { visitsHandlers, type VisitsHandling } from './visits.handlers.ts'
export {
  countVisits,
  getVisit,
  listVisitEvents,
  listVisits,
  type VisitEventRow,
  type VisitFilter,
  type VisitRow,
} from './visits.store.ts'
export { visitsTexts } from './visits.texts.ts'
export type { LaterFacts } from './visits.basis.ts'
export { visitsRoutes } from './visits.routes.tsx'
export { addCommitteeNews, addReferralEntry } from './briefing.commands.ts'
export { briefingRoutes } from './briefing.routes.tsx'
export { noteContact } from './contacts.commands.ts'
export { contactsRoutes } from './contacts.routes.tsx'
export { contactCounts, type ContactRow, listUntaken, markTaken } from './contacts.store.ts'
export type { ReadBefore } from './preparation.basis.ts'
export { preparationRoutes } from './preparation.routes.tsx'
export { answerTimes } from './times.commands.ts'
export { moveVisit } from './moving.commands.ts'
export { askExtra, decideExtra } from './extra.commands.ts'
export {
  askedFor,
  listDecisionsAt,
  listUnreportedDecisions,
  type ReportedDecision,
  reportDecisionsAt,
} from './extra.store.ts'
export { visitsDaily } from './reminders.handlers.ts'
export { listTold, noteReminders } from './reminders.store.ts'
export { replyRoutes } from './reply.routes.tsx'
export { feedRoutes, publicFeedRoutes } from './feed.routes.tsx'
