import { simulation, termsOf } from '../../engine/index.ts'
import type { Clock } from '../../platform/clock.ts'
import { execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import type { HandlerDependencies } from '../../platform/handler.ts'
import type { EventHandler, ReactingDatabase } from '../../platform/outbox.ts'
import { type Scope, systemScope } from '../../platform/scope.ts'
import { programmeNames } from '../guidelines/index.ts'
import { tryOutBasis } from './try-out.basis.ts'
import { endTryOut } from './try-out.commands.ts'
import { isUnfinished, keptFindings, resultOf, type TryOutProblem, type TryOutResult } from './try-out.rules.ts'
import { findTryOut, saveProgress, type TryOut } from './try-out.store.ts'

/** Returns the reactions: a guideline is tried out, step by step. */
export function overviewHandlers({ clock }: Pick<HandlerDependencies, 'clock'>): readonly EventHandler[] {
  return [
    {
      name: 'overview.try-out',
      on: 'overview.try-out-started',
      handle: async ({ municipalityId, committeeId, ids }, database) => {
        const id = ids.tryOutId ?? ''
        const scope = systemScope({ municipalityId, committeeId, today: clock.today() })
        const tryOut = await database.read(scope, (tx) => findTryOut(tx, scope, id))
        if (tryOut === undefined || !isUnfinished(tryOut.state)) return
        const end = (on: Database, ended: Ended) => execute({ database: on, clock }, scope, endTryOut, { id, ended })
        let ended: Ended | 'unwanted'
        try {
          ended = await tryOutInSteps(clock, database, { ...scope, today: tryOut.day }, tryOut)
        } catch (error) {
          // It is told at once that it failed and can be started again; the worker logs why.
          await end(database.aside, { problem: 'fault' })
          throw error
        }
        if (ended !== 'unwanted') await end(database, ended)
      },
    },
  ]
}

type Ended = { readonly result: TryOutResult } | { readonly problem: TryOutProblem }

/** Does the work. After each step it is noted how far it has come, and whoever else waits has a turn. */
async function tryOutInSteps(
  clock: Clock,
  database: ReactingDatabase,
  scope: Scope,
  tryOut: TryOut,
): Promise<Ended | 'unwanted'> {
  const goesOn = async (done: number) => {
    const at = clock.now()
    return database.aside.transaction(scope, (tx) => saveProgress(tx, { id: tryOut.id, done, at }))
  }
  if (!(await goesOn(0))) return 'unwanted'
  const basis = await database.read(scope, (tx) => tryOutBasis(tx, scope, tryOut))
  if (basis === undefined) return { problem: 'unreadable' }
  if (!(await goesOn(1))) return 'unwanted'
  const { input, tried, before, borrowed } = basis
  const work = simulation([input], { programmes: 1, keep: keptFindings })
  let turn = work.next()
  while (!turn.done) {
    if (!(await goesOn(1 + turn.value.done))) return 'unwanted'
    turn = work.next()
  }
  const names = programmeNames(input.programme)
  return {
    result: resultOf({
      simulation: turn.value,
      programme: input.programme,
      before,
      after: tried,
      borrowed,
      names: (id) => names({ type: 'unit', id }),
      terms: termsOf([...before, tried], input.before.feeRules),
    }),
  }
}
