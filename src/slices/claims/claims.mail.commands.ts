import { z } from 'zod'
import { done } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { queueMail } from '../../platform/mail.ts'
import { getPerson } from '../people/index.ts'
import { correctionsTexts } from './claims.corrections.texts.ts'
import { getClaim } from './claims.store.ts'
import { claimsTexts } from './claims.texts.ts'

/** What the claimant is told by mail; the rest stands on the page. */
export const claimTidings = ['returned', 'refused', 'approved', 'corrected', 'reversed'] as const

/** Queues a mail to the claimant: the unit and a link, never an amount. */
export const tellClaimant = command({
  name: 'claims.tell',
  allow: 'system',
  input: z.strictObject({ claimId: z.uuid(), tiding: z.enum(claimTidings), link: z.url() }),
  run: async ({ tx, scope, now, note }, { claimId, tiding, link }) => {
    const claim = await getClaim(tx, scope, claimId)
    const claimant = await getPerson(tx, scope, claim.personId)
    const texts = claimsTexts(claimant.language)
    const words = correctionsTexts(claimant.language)
    const unit = claim.unitNames.join(', ')
    const mails = {
      returned: { subject: texts.mailReturnedSubject, text: texts.mailReturnedText(unit, link) },
      refused: { subject: texts.mailRefusedSubject, text: texts.mailRefusedText(unit, link) },
      approved: { subject: texts.mailApprovedSubject, text: texts.mailApprovedText(unit, link) },
      corrected: { subject: words.mailSubject, text: words.mailText(unit, link) },
      reversed: { subject: words.mailSubject, text: words.mailText(unit, link) },
    }
    const to = { municipalityId: scope.municipalityId, personId: claimant.id, address: claimant.email, queuedAt: now }
    await queueMail(tx, { ...to, ...mails[tiding] })
    note({ type: 'claim', id: claimId }, { tiding, told: claimant.id })
    return done({ claimId })
  },
})
