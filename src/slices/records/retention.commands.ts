import { done, type Refusal, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { titleOf } from './disposal.store.ts'
import { holdForm, rowId, ruleForm } from './retention.forms.ts'
import { addHold, addRule, endHold, lockRetention } from './retention.store.ts'
import type { RetentionRefusal } from './retention.texts.ts'

/** Says how long a kind of document is kept from a day on, with the decision it rests on. */
export const saveRetentionRule = command({
  name: 'records.save-retention-rule',
  allow: 'retention:propose',
  input: ruleForm,
  run: async ({ tx, scope, now, note }, rule) => {
    if (rule.decidedOn > scope.today) return no('retention.decided-ahead', 'decidedOn')
    await lockRetention(tx, scope)
    const id = newId()
    const added = await addRule(tx, {
      ...rule,
      id,
      municipalityId: scope.municipalityId,
      committeeId: scope.committeeId,
      registeredAt: now,
      registeredBy: actor(scope.personId),
    })
    if (!added) return no('retention.same-day', 'validFrom')
    note({ type: 'retention-rule', id }, rule)
    return done({ id })
  },
})

/** Keeps a kind of document, or one document, from disposal for now. */
export const holdFromDisposal = command({
  name: 'records.hold-from-disposal',
  allow: 'retention:propose',
  input: holdForm,
  run: async ({ tx, scope, now, note }, { what, reason }) => {
    await lockRetention(tx, scope)
    const { kind, subjectId } = what
    const title = subjectId === undefined ? '' : await titleOf(tx, scope, { kind, subjectId })
    if (title === undefined) return no('retention.unknown-document', 'what')
    const id = newId()
    await addHold(tx, {
      id,
      municipalityId: scope.municipalityId,
      committeeId: scope.committeeId,
      kind,
      subjectId,
      title,
      reason,
      setAt: now,
      setBy: actor(scope.personId),
    })
    note({ type: 'retention-hold', id }, { kind, document: subjectId, reason })
    return done({ id })
  },
})

/** Ends an exception: the rules hold for it again. */
export const endDisposalHold = command({
  name: 'records.end-disposal-hold',
  allow: 'retention:propose',
  input: rowId,
  run: async ({ tx, scope, now, note }, { id }) => {
    await lockRetention(tx, scope)
    const { kind, subjectId } = await endHold(tx, scope, { id, at: now, by: actor(scope.personId) })
    note({ type: 'retention-hold', id }, { ended: true, kind, document: subjectId })
    return done({})
  },
})

function actor(personId: string | undefined): string {
  if (personId === undefined) throw new Error('A person decides about retention')
  return personId
}

function no(code: RetentionRefusal, field?: string): Refusal {
  return refuse(code, {}, field)
}
