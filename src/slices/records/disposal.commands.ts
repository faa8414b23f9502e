import { formatInstant } from '../../kernel/instant.ts'
import { done, type Refusal, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { dueItems } from './disposal.basis.ts'
import { addRun, decideRuns, disposeOf, getRun, listItems, listRuns } from './disposal.store.ts'
import { rowId } from './retention.forms.ts'
import { isSameProposal, tallied } from './retention.rules.ts'
import { lockRetention } from './retention.store.ts'
import { type RetentionRefusal, retentionTexts } from './retention.texts.ts'
import { z } from 'zod'

/** Proposes to dispose of everything whose time is up. It takes the place of a proposal that waits. */
export const proposeDisposal = command({
  name: 'records.propose-disposal',
  allow: 'retention:propose',
  input: z.object({}),
  run: async ({ tx, scope, now, note }) => {
    await lockRetention(tx, scope)
    const items = await dueItems(tx, scope, scope.today)
    if (items.length === 0) return no('retention.nothing-due')
    const id = newId()
    const [owner, by] = [
      { municipalityId: scope.municipalityId, committeeId: scope.committeeId },
      actor(scope.personId),
    ]
    const waiting = (await listRuns(tx, scope)).filter(({ state }) => state === 'proposed')
    await decideRuns(tx, scope, { ids: waiting.map((run) => run.id), state: 'withdrawn', at: now, by })
    await addRun(
      tx,
      { ...owner, id, state: 'proposed', day: scope.today, proposedAt: now, proposedBy: by },
      items.map((item) => ({ ...owner, ...item, runId: id })),
    )
    note({ type: 'disposal-run', id }, { counts: countsOf(items) })
    return done({ id })
  },
})

/** Takes a proposal back. */
export const withdrawDisposal = command({
  name: 'records.withdraw-disposal',
  allow: 'retention:propose',
  input: rowId,
  run: async ({ tx, scope, now, note }, { id }) => {
    await lockRetention(tx, scope)
    if ((await getRun(tx, scope, id)).state !== 'proposed') return no('retention.already-decided')
    await decideRuns(tx, scope, { ids: [id], state: 'withdrawn', at: now, by: actor(scope.personId) })
    note({ type: 'disposal-run', id }, { withdrawn: true })
    return done({})
  },
})

/**
 * Disposes of what was proposed, for good, when somebody else than the proposer approves it and nothing has changed:
 * it is counted anew, and of two who approve at the same time one does it.
 */
export const approveDisposal = command({
  name: 'records.approve-disposal',
  allow: 'retention:approve',
  input: rowId,
  run: async ({ tx, scope, now, note }, { id }) => {
    await lockRetention(tx, scope)
    const run = await getRun(tx, scope, id)
    if (run.state !== 'proposed') return no('retention.already-decided')
    const by = actor(scope.personId)
    if (by === run.proposedBy) return no('retention.own-proposal')
    const items = await listItems(tx, scope, id)
    if (!isSameProposal(items, await dueItems(tx, scope, run.day))) return no('retention.stale')
    const sentence = retentionTexts('sv').disposedSentence(formatInstant(now, 'sv'))
    for (const { kind, items: found } of tallied(items)) {
      const ids = found.map(({ subjectId }) => subjectId)
      await disposeOf(tx, kind, ids, { day: scope.today, sentence })
      // What somebody may look for by itself says so in its own log.
      if (kind === 'report' || kind === 'claim')
        for (const it of ids) note({ type: kind, id: it }, { disposed: true, run: id })
    }
    await decideRuns(tx, scope, { ids: [id], state: 'done', at: now, by })
    note({ type: 'disposal-run', id }, { disposed: countsOf(items) })
    return done({ count: items.length })
  },
})

function countsOf(items: Parameters<typeof tallied>[0]) {
  return Object.fromEntries(tallied(items).map(({ kind, count }) => [kind, count]))
}

function actor(personId: string | undefined): string {
  if (personId === undefined) throw new Error('A person decides about disposal')
  return personId
}

function no(code: RetentionRefusal, field?: string): Refusal {
  return refuse(code, {}, field)
}
