export { registerCommittee, registerMeetings, registerUnits } from './directory.commands.ts'
export { directoryFacts } from './directory.facts.ts'
export { type BlockedRow, type CouncilDateRow, listBlocked, listCouncilDates } from './unit-days.store.ts'
export { unitDaysRoutes } from './unit-days.routes.tsx'
export { mayKeepDays } from './unit-days.rules.ts'
export {
  type AreaRow,
  type BlockedRow,
  type CommitteeRow,
  type CouncilDateRow,
  findNextMeeting,
  getCommittee,
  getMeeting,
  getUnit,
  listAreas,
  listBlocked,
  listCouncilDates,
  listMeetings,
  listUnits,
  type MeetingRow,
  type UnitRow,
} from './directory.store.ts'
