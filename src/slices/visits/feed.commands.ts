import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import { startOfDay } from '../../kernel/instant.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { hashToken, newToken } from '../../platform/tokens.ts'
import { findFeedOwner, markFetched, removeFeed, saveFeed } from './feed.store.ts'

/** Makes the own calendar feed, in the place of the one there was. Returns its secret, which is kept nowhere. */
export const makeFeed = command({
  name: 'visits.make-feed',
  allow: 'account:own',
  input: z.strictObject({}),
  run: async ({ tx, scope, now, note }): Promise<Result<{ readonly secret: string }>> => {
    const { municipalityId, personId = '' } = scope
    const secret = newToken()
    await saveFeed(tx, { municipalityId, personId }, { tokenHash: hashToken(secret), madeAt: now })
    note({ type: 'person', id: personId }, { outcome: 'made' })
    return done({ secret })
  },
})

/** Closes the own calendar feed: its address leads nowhere from now on. */
export const endFeed = command({
  name: 'visits.end-feed',
  allow: 'account:own',
  input: z.strictObject({}),
  run: async ({ tx, scope, note }): Promise<Result<undefined>> => {
    const { personId = '' } = scope
    if (!(await removeFeed(tx, personId))) throw new NotFound('feed')
    note({ type: 'person', id: personId }, { outcome: 'ended' })
    return done(undefined)
  },
})

/** Writes down that the feed is in use: once a day, so that a person can see when somebody last had its address. */
export const noteFetched = command({
  name: 'visits.fetch-feed',
  allow: 'system',
  input: z.strictObject({ tokenHash: z.string() }),
  run: async ({ tx, scope, now, note }, { tokenHash }): Promise<Result<undefined>> => {
    const owner = await findFeedOwner(tx, tokenHash)
    if (owner === undefined) return refuse('visits.no-such-feed')
    const { personId } = owner
    const isFirst = await markFetched(tx, personId, { at: now, dayBegan: startOfDay(scope.today) })
    if (!isFirst) return refuse('visits.fetched-today')
    note({ type: 'person', id: personId }, { outcome: 'fetched' }, personId)
    return done(undefined)
  },
})
