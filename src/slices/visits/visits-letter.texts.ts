import type { Language } from '../../kernel/language.ts'
import { letter, type LetterPart } from '../../kernel/letter.ts'
import type { LetterKind, Recipient } from './visits.mail.rules.ts'
import type { VisitRow } from './visits.store.ts'
import { visitMailTexts } from './visits-mail.texts.ts'

/**
 * Returns a letter about a visit in the reader's language, as text and as HTML: unit, time and link, and no other
 * personal data. `replyHref` is the address at which the reader answers without signing in.
 */
export function visitMail(
  language: Language,
  to: Pick<Recipient, 'as' | 'letter'> & {
    readonly isOwn: boolean
    readonly carries?: 'REQUEST' | 'CANCEL' | undefined
  },
  about: {
    readonly visit: Pick<VisitRow, 'day' | 'start' | 'end' | 'units' | 'state' | 'timesOpen' | 'times'>
    readonly link: string
    readonly replyHref?: string | undefined
  },
): { readonly subject: string; readonly text: string; readonly html: string } {
  const texts = visitMailTexts(language)
  const { visit, link, replyHref } = about
  const units = visit.units.map(({ name }) => name).join(', ')
  const words = texts.mails[to.letter]
  const stands = visit.state === 'booked' ? texts.booked : texts.proposed
  const parts: readonly (LetterPart | false | undefined)[] = [
    texts.hello,
    to.isOwn ? texts.own : words[to.as],
    tellsState.has(to.letter) && stands,
    ...(visit.timesOpen && visit.times.length > 1
      ? [units, { items: visit.times.map(({ day, start, end }) => texts.when(day, start, end)) }]
      : [`${units}\n${texts.when(visit.day, visit.start, visit.end)}`]),
    { label: texts.open, href: link },
    replyHref !== undefined && { label: texts.reply, href: replyHref },
    to.carries && calendarWords(texts, to, to.carries),
    texts.regards,
  ]
  return letter(
    language,
    words.subject(units),
    parts.filter((part) => part !== false && part !== undefined),
  )
}

/** Letters about a new time, which is the manager's to agree to. */
const tellsState: ReadonlySet<LetterKind> = new Set<LetterKind>(['time-chosen', 'moved'])

/** Letters that ask for an answer. */
const asks: ReadonlySet<LetterKind> = new Set<LetterKind>([
  ...(['proposed', 'times-proposed', 'postponed', 'moved', 'booked', 'invited'] as const),
])

function calendarWords(
  texts: ReturnType<typeof visitMailTexts>,
  { letter: kind, isOwn }: Pick<Recipient, 'letter'> & { readonly isOwn: boolean },
  method: 'REQUEST' | 'CANCEL',
): string {
  if (method === 'CANCEL') return texts.removedFromCalendar
  return asks.has(kind) && !isOwn ? texts.answersFromCalendar : texts.forYourCalendar
}
