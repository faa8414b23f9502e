import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import { done } from '../../kernel/result.ts'
import { type CommandContext, command } from '../../platform/command.ts'
import { queueMail } from '../../platform/mail.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { findPerson, type PersonRow } from '../people/index.ts'
import { roleName } from './claims.approval.rules.ts'
import { getDelegation } from './claims.approval.store.ts'
import { delegationsTexts } from './claims.delegations.texts.ts'

export const delegationTidings = ['delegation-registered', 'delegation-ended'] as const

/** Queues a mail about the delegation to the delegate, and to the one who gave it. */
export const tellOfDelegation = command({
  name: 'claims.tell-of-delegation',
  allow: 'system',
  input: z.strictObject({ delegationId: z.uuid(), tiding: z.enum(delegationTidings), link: z.url() }),
  run: async (context, { delegationId, tiding, link }) => {
    const { tx, scope, now, note } = context
    const delegation = await getDelegation(tx, scope, delegationId)
    const { feeRules } = await rulesInForce(tx, scope)
    const delegate = await someone(context, delegation.toPersonId)
    const giver = delegation.fromPersonId === null ? [] : [await someone(context, delegation.fromPersonId)]
    const toldOf = tiding === 'delegation-registered' ? ('registered' as const) : ('ended' as const)
    for (const [index, { id: personId, email: address, language }] of [delegate, ...giver].entries()) {
      const texts = delegationsTexts(language)
      const role = roleName(delegation.role, feeRules, language).toLowerCase()
      const { validFrom, validUntil } = delegation
      const about = { role, name: delegate.name, validFrom, validUntil, link }
      const { subject, text } = (index === 0 ? texts.mailToDelegate : texts.mailToGiver)[toldOf]
      const to = { municipalityId: scope.municipalityId, personId, address, queuedAt: now }
      await queueMail(tx, { ...to, subject, text: text(about) })
    }
    note({ type: 'delegation', id: delegationId }, { tiding, told: [delegate, ...giver].map(({ id }) => id) })
    return done({})
  },
})

/** Somebody whom the delegation names: they may have left the committee since. */
async function someone({ tx }: CommandContext, id: string): Promise<PersonRow> {
  const found = await findPerson(tx, id)
  if (found === undefined) throw new NotFound('person')
  return found
}
