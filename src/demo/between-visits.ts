import type { Day } from '../kernel/date.ts'
import { isoFromDay } from '../kernel/date.ts'
import { addCommitteeNews, addReferralEntry, noteContact } from '../slices/visits/index.ts'
import { at, type Task } from './calendar.ts'
import type { Town } from './town.ts'

type Between = {
  readonly secretary: string
  /** The committee's own lines of whom to turn to: question, whom, and how they are reached. */
  readonly referrals: readonly (readonly [question: string, turnTo: string, reachedBy: string])[]
  /** What is going on, shown between these days. */
  readonly news: { readonly text: string; readonly from: Day; readonly to: Day }
  /** Who has been in touch with a politician about a unit. */
  readonly contacts: readonly {
    readonly day: Day
    readonly with: string
    readonly unit: string
    readonly kind: 'user' | 'relative' | 'organisation' | 'other'
    readonly subject: string
    readonly referredTo: string
  }[]
}

/** Returns what happens between visits: the secretary tells what to know before one, and people are in touch. */
export function betweenVisitsTasks(town: Town, { secretary, referrals, news, contacts }: Between): readonly Task[] {
  const editor = town.actor(secretary)
  return [
    ...referrals.map(([question, turnTo, reachedBy]) =>
      at(news.from, '08:20', async () => {
        await town.run(editor, addReferralEntry, { question, turnTo, reachedBy })
      }),
    ),
    at(news.from, '08:40', async () => {
      await town.run(editor, addCommitteeNews, {
        text: news.text,
        from: isoFromDay(news.from),
        to: isoFromDay(news.to),
      })
    }),
    ...contacts.map(({ day, with: politician, unit, kind, subject, referredTo }) =>
      at(day, '19:05', async () => {
        const where = `unit:${town.unitId(unit)}`
        const contact = { kind, where, day: isoFromDay(day), subject, referredTo, referredOther: '' }
        await town.run(town.actor(politician), noteContact, contact)
      }),
    ),
  ]
}
