import { z } from 'zod'
import { NotAllowed } from '../../kernel/errors.ts'
import { done, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { restrictionForm } from './reports.restriction.forms.ts'
import { mayReadRestricted } from './reports.restriction.rules.ts'
import { addRestriction, endRestriction } from './reports.restriction.store.ts'
import { getReport } from './reports.store.ts'

/** Marks a report as secret (OSL 5 kap. 5 §). From then on few open it, and each reading is logged. */
export const restrictReport = command({
  name: 'reports.restrict',
  allow: 'reports:restrict',
  input: restrictionForm,
  run: async ({ tx, scope, now, note }, { reportId, legalGround, reason }) => {
    await getReport(tx, scope, reportId)
    const restrictedBy = scope.personId ?? ''
    if (!(await addRestriction(tx, scope, { reportId, legalGround, reason, restrictedAt: now, restrictedBy })))
      return refuse('reports.already-restricted')
    note({ type: 'report', id: reportId }, { legalGround, reason })
    return done({ reportId })
  },
})

/** Lifts the mark. That it stood, and who has read meanwhile, stays in the log. */
export const liftRestriction = command({
  name: 'reports.lift-restriction',
  allow: 'reports:restrict',
  input: z.object({ reportId: z.uuid() }),
  run: async ({ tx, scope, now, note }, { reportId }) => {
    await getReport(tx, scope, reportId)
    if (!(await endRestriction(tx, scope, reportId, { liftedAt: now, liftedBy: scope.personId ?? '' })))
      return refuse('reports.not-restricted')
    note({ type: 'report', id: reportId })
    return done({ reportId })
  },
})

/** Writes in the log that somebody is about to be shown a report that is marked as secret. */
export const readRestricted = command({
  name: 'reports.read-restricted',
  allow: 'reports:read',
  input: z.strictObject({ reportIds: z.array(z.uuid()).min(1), as: z.enum(['page', 'pdf', 'package']) }),
  run: async ({ tx, scope, note }, { reportIds, as }) => {
    for (const id of reportIds) {
      const { authors } = await getReport(tx, scope, id)
      if (
        !mayReadRestricted(
          scope,
          authors.map(({ personId }) => personId),
        )
      )
        throw new NotAllowed('restricted report')
      note({ type: 'report', id }, { as })
    }
    return done({ reportIds })
  },
})
