import { z } from 'zod'
import { NotAllowed } from '../../kernel/errors.ts'
import { done, refuse } from '../../kernel/result.ts'
import { textTag } from '../../kernel/text-tag.ts'
import { command } from '../../platform/command.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { lockReport } from './reports.draft.store.ts'
import { readReport } from './reports.document.store.ts'
import { hasPassage, passagesOf } from './reports.masking.rules.ts'
import { liftForm, restrictionForm } from './reports.restriction.forms.ts'
import { mayReadRestricted } from './reports.restriction.rules.ts'
import { addRestriction, endRestrictions, listRestrictions } from './reports.restriction.store.ts'
import { getReport, type ReportRow } from './reports.store.ts'

/**
 * Marks a report, or passages of it, as secret (OSL 5 kap. 5 §). From then on few read them, and each reading is logged.
 * The passages themselves are in no log.
 */
export const restrictReport = command({
  name: 'reports.restrict',
  allow: 'reports:restrict',
  input: restrictionForm,
  run: async ({ tx, scope, now, note }, { reportId, what, passage: ticked, words, legalGround, reason }) => {
    const report = await lockReport(tx, scope, reportId)
    const passages = what === 'whole' ? [undefined] : await chosenPassages(tx, scope, { report, ticked, words })
    if (!Array.isArray(passages)) return passages
    const standing = await listRestrictions(tx, scope, reportId)
    const added = passages.filter((passage) => !standing.some((it) => it.passage === passage))
    if (added.length === 0) return refuse('reports.already-restricted')
    const mark = { reportId, legalGround, reason, restrictedAt: now, restrictedBy: scope.personId ?? '' }
    for (const passage of added) await addRestriction(tx, scope, { ...mark, passage })
    note({ type: 'report', id: reportId }, { what, passages: what === 'whole' ? 0 : added.length, legalGround, reason })
    return done({ reportId })
  },
})

type Chosen = {
  readonly report: Pick<ReportRow, 'id' | 'state'>
  readonly ticked: readonly string[]
  readonly words: string
}

/** Returns the passages that were chosen, as they stand in the report. Refuses none, and words that do not stand there. */
async function chosenPassages(tx: Tx, scope: Scope, { report, ticked, words }: Chosen) {
  if (report.state === 'draft') return refuse('reports.no-passages')
  const { frozen } = await readReport(tx, scope, report.id)
  const tags = new Set(ticked)
  const passages = passagesOf(frozen).flatMap(({ passage }) => (tags.has(textTag(passage)) ? [passage] : []))
  if (passages.length < tags.size) return refuse('reports.passage-changed', {}, 'passage')
  if (words !== '' && !hasPassage(frozen, words)) return refuse('reports.passage-not-there', {}, 'words')
  const chosen = [...passages, ...(words === '' ? [] : [words])]
  return chosen.length === 0 ? refuse('reports.passage-missing', {}, 'passage') : chosen
}

/** Lifts a mark, or all of them. That it stood, and who has read meanwhile, stays in the log. */
export const liftRestriction = command({
  name: 'reports.lift-restriction',
  allow: 'reports:restrict',
  input: liftForm,
  run: async ({ tx, scope, now, note }, { reportId, mark }) => {
    await getReport(tx, scope, reportId)
    const lifted = await endRestrictions(
      tx,
      scope,
      { reportId, id: mark },
      { liftedAt: now, liftedBy: scope.personId ?? '' },
    )
    if (lifted === 0) return refuse('reports.not-restricted')
    note({ type: 'report', id: reportId }, { lifted })
    return done({ reportId })
  },
})

/** Writes in the log that somebody is about to be shown a report that is marked as secret. */
export const readRestricted = command({
  name: 'reports.read-restricted',
  allow: 'reports:read',
  input: z.strictObject({ reportIds: z.array(z.uuid()).min(1), as: z.enum(['page', 'pdf', 'package', 'attachment']) }),
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
