import { z } from 'zod'
import { command } from '../../platform/command.ts'
import { keepAs, putBackAs, takeAwayAs } from './reports.guard.commands.ts'
import { keepForm, putBackForm, takeAwayForm } from './reports.guard.forms.ts'
import { handOverAs, takeBackAs } from './reports.handover.commands.ts'
import { handOverForm, takeBackForm } from './reports.handover.forms.ts'

const step = <Step extends string>(it: Step) => ({ do: z.literal(it) })

/** What the secretary decides in the check of a report that has been taken over, in the secretary's own name. */
export const decideTakenOver = command({
  name: 'reports.guard-taken-over',
  allow: 'reports:register',
  input: z.discriminatedUnion('do', [
    takeAwayForm.extend(step('take-away')),
    keepForm.extend(step('keep')),
    putBackForm.extend(step('put-back')),
    handOverForm.extend(step('hand-over')),
    takeBackForm.extend(step('take-back')),
  ]),
  run: (context, input) => {
    const writer = { personId: context.scope.personId }
    switch (input.do) {
      case 'take-away':
        return takeAwayAs(context, input, writer)
      case 'keep':
        return keepAs(context, input, writer)
      case 'put-back':
        return putBackAs(context, input.id, writer)
      case 'hand-over':
        return handOverAs(context, input, writer)
      case 'take-back':
        return takeBackAs(context, input, writer)
    }
  },
})
