import { z } from 'zod'
import { done } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { findNextMeeting } from '../directory/index.ts'
import { listUnreportedDecisions, reportDecisionsAt } from '../visits/index.ts'

/**
 * Puts every decision on delegation that is at no meeting yet on the list of the next one whose papers are not closed
 * (kommunallagen (2017:725) 6 kap. 40 § and 7 kap. 8 §). Where no meeting is in the calendar they wait.
 */
export const reportDecisions = command({
  name: 'meetings.report-decisions',
  allow: 'system',
  input: z.strictObject({}),
  run: async ({ tx, scope, note }) => {
    const waiting = (await listUnreportedDecisions(tx, scope)).map(({ id }) => id)
    const meeting = waiting.length === 0 ? undefined : await findNextMeeting(tx, scope, scope.today)
    const decisions = meeting === undefined ? [] : await reportDecisionsAt(tx, scope, meeting.id, waiting)
    if (meeting === undefined) note({ type: 'committee', id: scope.committeeId }, { waiting })
    else note({ type: 'meeting', id: meeting.id }, { decisions })
    return done({ decisions, meetingId: meeting?.id })
  },
})
