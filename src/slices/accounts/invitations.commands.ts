import { z } from 'zod'
import { done, refuse, type Result } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail.ts'
import { hashToken, newToken } from '../../platform/tokens.ts'
import { getCommittee } from '../directory/index.ts'
import { getMunicipality } from '../municipalities/index.ts'
import { changePerson, findPerson, lockPerson } from '../people/index.ts'
import { markInvitationUsed } from './external.store.ts'
import { invitationPath } from './invitations.paths.ts'
import { invitationDays, invitationEnd, invitationState, type InvitationState } from './invitations.rules.ts'
import { addInvitation, committeesOf, endInvitations, lockInvitation } from './invitations.store.ts'
import { invitationsTexts } from './invitations.texts.ts'
import { startSession } from './sessions.commands.ts'

/** Sends a letter with a link by which the person comes in once, within seven days. An earlier letter's link ends. */
export const invitePerson = command({
  name: 'accounts.invite',
  allow: 'people:administer',
  input: z.strictObject({ personId: z.uuid(), publicUrl: z.string() }),
  run: async ({ tx, scope, now, note }, { personId, publicUrl }): Promise<Result<object>> => {
    const person = await lockPerson(tx, scope, personId)
    if (person.lockedAt !== null) return refuse('people.locked')
    if ((await committeesOf(tx, personId, scope.today)).length === 0) return refuse('people.no-role')
    const replaced = await endInvitations(tx, personId, now)
    const [id, token] = [newId(), newToken()]
    await addInvitation(tx, {
      id,
      municipalityId: scope.municipalityId,
      personId,
      tokenHash: hashToken(token),
      sentById: scope.personId,
      sentAt: now,
      expiresAt: invitationEnd(now),
    })
    const municipality = await getMunicipality(tx, scope.municipalityId)
    const { name: committee } = await getCommittee(tx, scope)
    const texts = invitationsTexts(person.language)
    await queueMail(tx, {
      municipalityId: scope.municipalityId,
      personId,
      address: person.email,
      subject: texts.mailSubject(committee),
      text: texts.mailText({
        committee,
        municipality: municipality.name,
        link: `${publicUrl}${invitationPath(municipality.slug, token)}`,
        days: invitationDays,
        address: municipality.functionAddress,
      }),
      letsIn: true,
      queuedAt: now,
    })
    await changePerson(tx, personId)
    note({ type: 'person', id: personId }, { invitation: id, replaced })
    return done({})
  },
})

/** Makes the link in a letter that was sent useless. */
export const withdrawInvitation = command({
  name: 'accounts.withdraw-invitation',
  allow: 'people:administer',
  input: z.strictObject({ personId: z.uuid() }),
  run: async ({ tx, scope, now, note }, { personId }): Promise<Result<object>> => {
    await lockPerson(tx, scope, personId)
    const ended = await endInvitations(tx, personId, now)
    if (ended === 0) return refuse('accounts.no-invitation')
    await changePerson(tx, personId)
    note({ type: 'person', id: personId }, { ended })
    return done({})
  },
})

export type Welcomed =
  | { readonly token: string; readonly because?: undefined }
  | { readonly token?: undefined; readonly because: Exclude<InvitationState, 'open'> | 'unknown' | 'barred' }

/**
 * Lets in whoever opens the link of an invitation: that they have the letter shows that the mailbox is theirs, as a
 * one-time code does. Once. Whatever hinders it is a good outcome, since it must stand in the log.
 */
export const acceptInvitation = command({
  name: 'accounts.accept-invitation',
  allow: 'system',
  input: z.strictObject({ token: z.string(), browser: z.string(), earlierToken: z.string().optional() }),
  run: async (context, { token, ...browser }): Promise<Result<Welcomed>> => {
    const { tx, scope, now, note } = context
    const invitation = await lockInvitation(tx, hashToken(token))
    if (!invitation) {
      note({ type: 'municipality', id: scope.municipalityId }, { outcome: 'unknown-invitation' })
      return done({ because: 'unknown' })
    }
    const subject = { type: 'person', id: invitation.personId }
    const state = invitationState(invitation, now)
    if (state !== 'open') {
      note(subject, { outcome: `invitation-${state}` })
      return done({ because: state })
    }
    const person = await findPerson(tx, invitation.personId)
    const session = person && (await startSession(context, person, { method: 'invitation', ...browser }))
    if (session === undefined) return done({ because: 'barred' })
    await markInvitationUsed(tx, invitation.id, now)
    return done({ token: session })
  },
})
