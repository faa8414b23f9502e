import type { Day } from '../../kernel/date.ts'
import type { Meeting, Report } from '../programme.ts'
import type { Facts } from '../facts.ts'

/**
 * Returns the day on which a report was delivered: a written one when it became final, an oral one at
 * the meeting where it was given. Undefined while it is a draft or the meeting lies ahead unnamed.
 */
export function deliveredOn(facts: Facts, report: Report): Day | undefined {
  if (report.form === 'written') return report.final
  const meeting = report.oralAt ?? report.meeting
  return report.final ?? (meeting === undefined ? undefined : facts.meetingById.get(meeting)?.day)
}

/** Returns the first meeting whose papers deadline has not passed on the day. */
export function nextMeeting(facts: Facts, day: Day): Meeting | undefined {
  return facts.meetings.find((meeting) => meeting.papersDeadline >= day)
}

/** Returns the meeting a report was in the papers of, or given at. */
export function meetingOf(facts: Facts, report: Report): Meeting | undefined {
  const id = report.meeting ?? report.oralAt
  return id === undefined ? undefined : facts.meetingById.get(id)
}
