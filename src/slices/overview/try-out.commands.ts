import { z } from 'zod'
import { yearOf } from '../../kernel/date.ts'
import { done, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { may } from '../../platform/scope.ts'
import { choosableSource } from '../guidelines/index.ts'
import { tryOutForm, tryOutId } from './try-out.forms.ts'
import { isStopped, type TryOutResult, tryOutProblems, tryOutSteps, yearsOf } from './try-out.rules.ts'
import { addTryOut, lockTryOut, removeRow, saveEnd, visitDays, waitAgain } from './try-out.store.ts'

/** Starts trying a version or draft out. The work is done in the background; what came of it is read on its page. */
export const startTryOut = command({
  name: 'overview.start-try-out',
  allow: 'guideline:try-out',
  input: tryOutForm,
  run: async ({ tx, scope, now, note, announce }, { guideline, over, years }) => {
    const chosen = await choosableSource(tx, scope, guideline, { drafts: may(scope, 'guideline:edit') })
    if (chosen === undefined) return refuse('overview.nothing-to-try', {}, 'guideline')
    const lastYear = yearOf(scope.today) - 1
    const { from, to } = years ?? { from: lastYear, to: lastYear }
    if (over === 'past') {
      const known = yearsOf(await visitDays(tx, scope), scope.today)
      if (!known.some((year) => year >= from && year <= to)) return refuse('overview.no-visits', {}, 'from')
    }
    const id = newId()
    await addTryOut(tx, {
      id,
      municipalityId: scope.municipalityId,
      committeeId: scope.committeeId,
      title: chosen.title,
      source: chosen.source,
      over,
      fromYear: from,
      toYear: to,
      day: scope.today,
      state: 'waiting',
      total: tryOutSteps,
      startedBy: actor(scope.personId),
      startedAt: now,
      changedAt: now,
    })
    announce({ name: 'overview.try-out-started', ids: { tryOutId: id } })
    note({ type: 'guideline-trial', id }, { guideline, over, from, to })
    return done({ id })
  },
})

/** Starts one again that failed, or that nothing has been heard of for long. */
export const restartTryOut = command({
  name: 'overview.restart-try-out',
  allow: 'guideline:try-out',
  input: tryOutId,
  run: async ({ tx, scope, now, note, announce }, { id }) => {
    const tryOut = await lockTryOut(tx, scope, id)
    if (!isStopped(tryOut, now)) return refuse('overview.try-out-not-stopped')
    await waitAgain(tx, id, now)
    announce({ name: 'overview.try-out-started', ids: { tryOutId: id } })
    note({ type: 'guideline-trial', id }, { again: true })
    return done({ id })
  },
})

/** Removes one, in the middle of the work as well: the work then stops at its next step. */
export const removeTryOut = command({
  name: 'overview.remove-try-out',
  allow: 'guideline:try-out',
  input: tryOutId,
  run: async ({ tx, scope, note }, { id }) => {
    const { title, state } = await lockTryOut(tx, scope, id)
    await removeRow(tx, id)
    note({ type: 'guideline-trial', id }, { removed: title, state })
    return done({ id })
  },
})

/** Saves what came of it: the result, or why there is none. What has been removed in the meantime is let go. */
export const endTryOut = command({
  name: 'overview.end-try-out',
  allow: 'system',
  input: z.strictObject({
    id: z.uuid(),
    ended: z.union([
      z.strictObject({ result: z.custom<TryOutResult>((it) => typeof it === 'object' && it !== null) }),
      z.strictObject({ problem: z.enum(tryOutProblems) }),
    ]),
  }),
  run: async ({ tx, now, note }, { id, ended }) => {
    const isWanted = await saveEnd(tx, { id, at: now, ...ended })
    const outcome = 'result' in ended ? 'done' : ended.problem
    note({ type: 'guideline-trial', id }, { outcome, isWanted })
    return done({ isWanted })
  },
})

function actor(personId: string | undefined): string {
  if (personId === undefined) throw new Error('A person starts a try-out')
  return personId
}
