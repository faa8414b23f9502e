import { NotAllowed } from '../../kernel/errors.ts'
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import {
  newsChangeForm,
  newsForm,
  referralChangeForm,
  referralForm,
  referralMoveForm,
  removalForm,
} from './briefing.forms.ts'
import {
  addNews,
  addReferral,
  deleteNews,
  deleteReferral,
  lockNews,
  lockReferrals,
  placeReferral,
  saveNews,
  saveReferral,
} from './briefing.store.ts'

/** A guide longer than this is read by nobody. */
const mostReferrals = 50

/** Adds a question to the committee's own guide to whom one turns (SNB-11), last. */
export const addReferralEntry = command({
  name: 'visits.add-referral',
  allow: 'preparation:edit',
  input: referralForm,
  run: async ({ tx, scope, note }, entry): Promise<Result<{ readonly id: string }>> => {
    const entries = await lockReferrals(tx, scope)
    if (entries.length >= mostReferrals) return refuse('briefing.too-many')
    const id = newId()
    await addReferral(tx, scope, { ...entry, id, position: (entries.at(-1)?.position ?? 0) + 1 })
    note({ type: 'referral', id }, entry)
    return done({ id })
  },
})

/** Changes a question of the guide. */
export const changeReferralEntry = command({
  name: 'visits.change-referral',
  allow: 'preparation:edit',
  input: referralChangeForm,
  run: async ({ tx, scope, note }, { id, version, ...entry }): Promise<Result<undefined>> => {
    const fault = notAsShown(
      (await lockReferrals(tx, scope)).find((it) => it.id === id),
      version,
    )
    if (fault) return fault
    await saveReferral(tx, id, entry)
    note({ type: 'referral', id }, entry)
    return done(undefined)
  },
})

/** Moves a question of the guide one step. The first moved up and the last moved down stay where they are. */
export const moveReferralEntry = command({
  name: 'visits.move-referral',
  allow: 'preparation:edit',
  input: referralMoveForm,
  run: async ({ tx, scope, note }, { id, version, towards }): Promise<Result<undefined>> => {
    const entries = await lockReferrals(tx, scope)
    const at = entries.findIndex((it) => it.id === id)
    const [moved, passed] = [entries[at], entries[towards === 'up' ? at - 1 : at + 1]]
    const fault = notAsShown(moved, version)
    if (fault) return fault
    note({ type: 'referral', id }, { towards })
    if (moved === undefined || passed === undefined) return done(undefined)
    // No two may stand at the same place, not even between two statements.
    await placeReferral(tx, moved.id, -1)
    await placeReferral(tx, passed.id, moved.position)
    await saveReferral(tx, moved.id, { position: passed.position })
    return done(undefined)
  },
})

/** Takes a question out of the guide. */
export const removeReferralEntry = command({
  name: 'visits.remove-referral',
  allow: 'preparation:edit',
  input: removalForm,
  run: async ({ tx, scope, note }, { id, version }): Promise<Result<undefined>> => {
    const found = (await lockReferrals(tx, scope)).find((it) => it.id === id)
    const fault = notAsShown(found, version)
    if (fault) return fault
    await deleteReferral(tx, id)
    note({ type: 'referral', id }, { question: found?.question })
    return done(undefined)
  },
})

/** Writes what is going on in the committee, shown to those who prepare a visit meanwhile. */
export const addCommitteeNews = command({
  name: 'visits.add-news',
  allow: 'preparation:edit',
  input: newsForm,
  run: async ({ tx, scope, now, note }, news): Promise<Result<{ readonly id: string }>> => {
    if (scope.personId === undefined) throw new NotAllowed('visits.add-news')
    const id = newId()
    await addNews(tx, scope, { ...news, id, writtenById: scope.personId, writtenAt: now })
    note({ type: 'committee-news', id }, news)
    return done({ id })
  },
})

/** Changes what is going on in the committee, or for how long it is shown. */
export const changeCommitteeNews = command({
  name: 'visits.change-news',
  allow: 'preparation:edit',
  input: newsChangeForm,
  run: async ({ tx, scope, note }, { id, version, ...news }): Promise<Result<undefined>> => {
    const fault = notAsShown(await lockNews(tx, scope, id), version)
    if (fault) return fault
    await saveNews(tx, id, news)
    note({ type: 'committee-news', id }, news)
    return done(undefined)
  },
})

/** Takes the news away. */
export const removeCommitteeNews = command({
  name: 'visits.remove-news',
  allow: 'preparation:edit',
  input: removalForm,
  run: async ({ tx, scope, note }, { id, version }): Promise<Result<undefined>> => {
    const fault = notAsShown(await lockNews(tx, scope, id), version)
    if (fault) return fault
    await deleteNews(tx, id)
    note({ type: 'committee-news', id })
    return done(undefined)
  },
})

/** Refuses what somebody else has changed or taken away since the page was opened. */
function notAsShown(found: { readonly version: number } | undefined, version: number): Refusal | undefined {
  if (found === undefined) return refuse('briefing.gone')
  return found.version === version ? undefined : refuse('briefing.stale')
}
