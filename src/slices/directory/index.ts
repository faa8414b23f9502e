export { registerCommittee, registerMeetings, registerUnits } from './directory.commands.ts'
export { directoryFacts } from './directory.facts.ts'
export {
  type AreaRow,
  type CommitteeRow,
  findNextMeeting,
  getCommittee,
  getMeeting,
  getUnit,
  listAreas,
  listMeetings,
  listUnits,
  type MeetingRow,
  type UnitRow,
} from './directory.store.ts'
