export { decideExtra, noteAttendance } from './visits.attendance.commands.ts'
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
export { joinVisit } from './joining.commands.ts'
export { moveVisit } from './moving.commands.ts'
export { answerTimes, chooseTime } from './times.commands.ts'
