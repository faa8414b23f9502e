import { NotAllowed } from '../../kernel/errors.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { settingsFor } from '../guidelines/index.ts'
import { noticeForm } from './planning.forms.ts'
import { noticeGuidance } from './planning.rules.ts'
import { changeVisit } from './visits.changes.store.ts'
import { concernedBy } from './visits.commands.ts'
import { mayNoteAttendance } from './visits.rules.ts'
import { lockVisit } from './visits.store.ts'

/** Notes when notice of a visit was given and what it said, where the guideline asks for notice; an empty day takes the note away. */
export const noteNotice = command({
  name: 'visits.note-notice',
  allow: 'visits:attend',
  input: noticeForm,
  run: async ({ tx, scope, note }, { visit: id, version, on, says }): Promise<Result<undefined>> => {
    const visit = await lockVisit(tx, scope, id)
    // Those who were to come, the manager and the secretary know when the unit was told.
    if (!mayNoteAttendance(scope, concernedBy(visit))) throw new NotAllowed('visits.note-notice')
    if (visit.version !== version) return refuse('visits.stale')
    if (visit.state === 'declined' || visit.state === 'cancelled')
      return refuse('visits.not-possible', { state: visit.state, action: 'notice' })
    const guidance = noticeGuidance(await settingsFor(tx, scope, visit.day), visit.form)
    if (guidance === undefined || !says.every((it) => guidance.says.includes(it)))
      return refuse('visits.no-notice-rule')
    if (on !== undefined && on > scope.today) return refuse('visits.notice-ahead', {}, 'on')
    await changeVisit(tx, scope, id, { noticeOn: on ?? null, noticeSays: on === undefined ? [] : says })
    note({ type: 'visit', id }, { kind: 'notice', on: on ?? null, says })
    return done(undefined)
  },
})
