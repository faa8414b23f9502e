import { refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { registerFor } from '../people/index.ts'
import { confirmAs } from './claims-step.commands.ts'
import { claimantStanding } from './claims.standing.store.ts'
import { getClaim } from './claims.store.ts'
import { confirmationForForm } from './claims-on-behalf.forms.ts'

/**
 * The secretary registers that a claimant has confirmed time and attendance by phone. It is the claimant's own step:
 * nothing is checked, approved or decided for anybody.
 */
export const confirmClaimFor = command({
  name: 'claims.confirm-for',
  allow: 'people:act-for',
  input: confirmationForForm,
  run: async (context, { calledOn = context.scope.today, ...confirmation }) => {
    const { tx, scope } = context
    const { id, personId, visitDay, unitNames } = await getClaim(tx, scope, confirmation.id)
    if (scope.personId === undefined || personId === scope.personId) return refuse('claims.not-yourself')
    if (calledOn > scope.today || calledOn < visitDay) return refuse('claims.called-on', { claim: id }, 'calledOn')
    const { diedOn } = await claimantStanding(tx, scope, personId)
    const registered = { byId: scope.personId, calledOn, forEstate: diedOn !== undefined }
    const confirmed = await confirmAs(context, confirmation, registered)
    if (!confirmed.ok) return confirmed
    const about = { about: unitNames.join(', '), aboutDay: visitDay, calledOn }
    await registerFor(context, { personId, kind: 'claim-confirmation', subject: { type: 'claim', id }, ...about })
    return confirmed
  },
})
