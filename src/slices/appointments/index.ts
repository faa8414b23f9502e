export { appoint, declareRelation, endAppointment, formGroup } from './appointments.commands.ts'
export { appointmentsFacts } from './appointments.facts.ts'
export { appointmentsRoutes } from './appointments.routes.tsx'
export {
  type AppointmentRow,
  appointedUnitsOf,
  type Contact,
  type GroupRow,
  listAppointments,
  listContactsOfUnit,
  listGroups,
} from './appointments.store.ts'
