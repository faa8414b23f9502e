import { NotAllowed } from '../../kernel/errors.ts'
import { done } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { budgetForm } from './claims.budget.forms.ts'
import { putBudget } from './claims.budget.store.ts'

/** Sets what the committee has set aside for the fees of a year. */
export const setBudget = command({
  name: 'claims.set-budget',
  allow: 'claims:set-up',
  input: budgetForm,
  run: async ({ tx, scope, now, note }, { year, amount }) => {
    const { personId } = scope
    if (personId === undefined) throw new NotAllowed('claims.set-budget')
    const id = await putBudget(tx, scope, { year, amount, setById: personId, setAt: now })
    note({ type: 'fee-budget', id }, { year, amount })
    return done({ year })
  },
})
