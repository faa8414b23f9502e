import { NotFound } from '../../kernel/errors.ts'
import { inStockholm } from '../../kernel/instant.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { publicGet } from '../../platform/http/public.ts'
import { hashToken } from '../../platform/tokens.ts'
import { accountPath } from '../accounts/account.paths.ts'
import { endFeed, makeFeed, noteFetched } from './feed.commands.ts'
import { feedCalendar } from './feed.export.ts'
import { endFeedPath, feedAddress, feedPath, newFeedPath } from './feed.paths.ts'
import { findFeed, findFeedOwner } from './feed.store.ts'
import { feedTexts } from './feed.texts.ts'
import { FeedPage } from './feed.views.tsx'
import { listCommitteesOf } from './reply.store.ts'

/** The own calendar feed, below the own account. */
export const feedRoutes = [
  get('/konto/kalender', 'account:own', (request) => feedPage(request)),

  // The address is shown in the answer itself: after a redirect nobody knows it any more.
  post('/konto/kalender/ny', 'account:own', async (request) => {
    const outcome = await request.run(makeFeed, {})
    if (!outcome.ok) return request.redirect(feedPath(request.place))
    const path = feedAddress(request.municipality.slug, outcome.value.secret)
    return feedPage(request, new URL(path, request.publicUrl).href)
  }),

  post('/konto/kalender/avsluta', 'account:own', async (request) => {
    await request.run(endFeed, {})
    return request.redirect(feedPath(request.place, 'ended'))
  }),
]

async function feedPage(request: PageRequest, address?: string): Promise<Response> {
  const { language, place, scope } = request
  return request.page(
    feedTexts(language).title,
    <FeedPage
      language={language}
      feed={await request.read((tx) => findFeed(tx, scope.personId))}
      address={address}
      isEnded={address === undefined && request.query('klart') === 'ended'}
      accountHref={accountPath(place)}
      makeAction={newFeedPath(place)}
      endAction={endFeedPath(place)}
    />,
  )
}

/**
 * What a calendar program fetches, by a secret in the address alone. A wrong secret, one that has been taken away and
 * that of somebody who is locked are answered by the same look-up and the same page. It is read-only but for the note,
 * once a day, that it is in use.
 */
export const publicFeedRoutes = [
  publicGet('/:municipality/kalender/:file', async (request) => {
    const municipality = await request.municipality()
    const [, secret = ''] = /^(.+)\.ics$/.exec(request.param('file')) ?? []
    const tokenHash = hashToken(secret)
    const { now, today, publicUrl } = request
    const found = await request.read({ municipalityId: municipality.id }, async (tx) => {
      const owner = await findFeedOwner(tx, tokenHash)
      return owner && { ...owner, committees: await listCommitteesOf(tx, owner.personId, today) }
    })
    if (found === undefined) throw new NotFound('feed')
    const { lastFetchedAt } = found
    if (lastFetchedAt === null || inStockholm(lastFetchedAt).day !== today)
      await request.runSystem(municipality.id, noteFetched, { tokenHash })
    const text = await feedCalendar(request.read, { ...found, municipality, publicUrl, now, today })
    return new Response(text, {
      headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store' },
    })
  }),
]
