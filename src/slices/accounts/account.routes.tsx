import { NotFound } from '../../kernel/errors.ts'
import { get, post } from '../../platform/http/page.ts'
import { may } from '../../platform/scope.ts'
import { findPerson, listOwnHoldings } from '../people/index.ts'
import { endMySession, signOutEverywhere, unbindOwn } from './account.commands.ts'
import { accountPath } from './account.paths.ts'
import { accountTexts } from './account.texts.ts'
import { AccountPage } from './account.views.tsx'
import { signInPath } from './accounts.paths.ts'
import { findTimeouts } from './accounts.store.ts'
import { findEmergency } from './emergency.store.ts'
import { EmergencySection } from './emergency.views.tsx'
import { freshly } from './fresh-session.routes.tsx'
import { listIdentities } from './identities.store.ts'
import { allowsPasskeys, listPasskeys } from './passkeys.store.ts'
import { PasskeysSection } from './passkeys.views.tsx'
import { isSessionOpen } from './sessions.rules.ts'
import { listSessions } from './sessions.store.ts'

/** The own account. */
export const accountRoutes = [
  get('/konto', 'account:own', async (request) => {
    const { language, place, scope, now, sessionId } = request
    const { personId } = scope
    const found = await request.read(async (tx) => ({
      person: await findPerson(tx, personId),
      holdings: await listOwnHoldings(tx, personId),
      identities: await listIdentities(tx, personId),
      sessions: await listSessions(tx, personId),
      timeouts: await findTimeouts(tx),
      passkeys: await listPasskeys(tx, personId),
      isPasskeyAllowed: await allowsPasskeys(tx),
      emergency: await findEmergency(tx, personId),
    }))
    const { person, sessions, timeouts, passkeys, isPasskeyAllowed, emergency, ...shown } = found
    if (!person) throw new NotFound('person')
    const texts = accountTexts(language)
    return request.page(
      texts.title,
      <AccountPage
        {...shown}
        language={language}
        place={place}
        person={{ name: person.name, email: person.email, isProtected: person.protectedSince !== null }}
        sessions={sessions.filter((session) => isSessionOpen(session, timeouts, now))}
        sessionId={sessionId}
        notice={texts.notices[request.query('klart') ?? '']}
      >
        <PasskeysSection language={language} place={place} passkeys={passkeys} isAllowed={isPasskeyAllowed} />
        {may(scope, 'sign-in:configure') && <EmergencySection language={language} place={place} login={emergency} />}
      </AccountPage>,
    )
  }),

  post('/konto/inloggningar/:id/avsluta', 'account:own', async (request) => {
    await request.run(endMySession, { sessionId: request.id() })
    return request.redirect(accountPath(request.place, 'session-ended'))
  }),

  post('/konto/logga-ut-overallt', 'account:own', async (request) => {
    await request.run(signOutEverywhere, {})
    return request.redirect(signInPath(request.municipality.slug))
  }),

  post(
    '/konto/kopplingar/:id/ta-bort',
    'account:own',
    freshly('remove', async (request) => {
      await request.run(unbindOwn, { identityId: request.id(), sessionId: request.sessionId })
      return request.redirect(accountPath(request.place, 'unbound'))
    }),
  ),
]
