import type { PageRequest, PageRoute } from '../../platform/http/page.ts'
import { accountPath } from './account.paths.ts'
import { signInPath } from './accounts.paths.ts'
import { freshSessionTexts } from './fresh-session.texts.ts'
import { SignInAgainPage, type WayInChange } from './fresh-session.views.tsx'
import { isFresh } from './sessions.rules.ts'
import { findSessionStart } from './sessions.store.ts'

/**
 * Returns the handler for those who have signed in lately; everybody else is asked to sign in again, and nothing changes.
 * For every page that changes a way into the own account.
 */
export function freshly(change: WayInChange, handle: PageRoute['handle']): PageRoute['handle'] {
  return async (request) => {
    const startedAt = await request.read((tx) => findSessionStart(tx, request.sessionId))
    return startedAt !== undefined && isFresh(startedAt, request.now) ? handle(request) : signInAgain(request, change)
  }
}

function signInAgain({ page, language, place }: PageRequest, change: WayInChange): Response {
  return page(
    freshSessionTexts(language).title[change],
    <SignInAgainPage
      language={language}
      change={change}
      signInHref={signInPath(place.municipality)}
      accountHref={accountPath(place)}
    />,
  )
}
