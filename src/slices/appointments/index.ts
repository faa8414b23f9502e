export { appoint, declareRelation, endAppointment, formGroup } from './appointments.commands.ts'
export { appointmentsFacts } from './appointments.facts.ts'
export { appointmentsRoutes } from './appointments.routes.tsx'
export { type Called, callInstead, leaveOn } from './leave.rules.ts'
export { type LeaveRow, listLeaves } from './leave.store.ts'
export { hasLeft, type Standing } from './standing.rules.ts'
export { readStanding } from './standing.store.ts'
export {
  type AppointmentRow,
  appointedUnitsOf,
  type Contact,
  type GroupRow,
  listAppointments,
  listContactsOfUnit,
  listGroups,
} from './appointments.store.ts'
