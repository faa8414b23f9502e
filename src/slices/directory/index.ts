export { registerCommittee, registerMeetings, registerUnits } from './directory.commands.ts'
export { listCommitteesEverywhere } from './directory.everywhere.store.ts'
export { directoryFacts } from './directory.facts.ts'
export { type BlockedRow, type CouncilDateRow, listBlocked, listCouncilDates } from './unit-days.store.ts'
export { unitDaysRoutes } from './unit-days.routes.tsx'
export { mayKeepDays } from './unit-days.rules.ts'
export {
  type AreaRow,
  type CommitteeRow,
  findNextMeeting,
  getArea,
  getCommittee,
  getMeeting,
  getUnit,
  listAreas,
  listMeetings,
  listUnits,
  type MeetingRow,
  placeOf,
  type UnitRow,
} from './directory.store.ts'
