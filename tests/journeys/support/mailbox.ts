import type { Visitor } from './browser.ts'

/** A letter as the demonstration's mailbox shows it. */
type ShownLetter = {
  readonly subject: string
  readonly text: string
  /** The iCalendar object that goes with it, as the link on the page gives it; empty without one. */
  readonly calendar: string
}

/**
 * Waits until the mailbox has a letter with this subject to the person, `maja.lindroos`, and returns the newest one with
 * the entry for the calendar that the page offers.
 */
export async function letterTo(visitor: Visitor, person: string, subject: string): Promise<ShownLetter> {
  const { page, open, sees } = visitor
  await open('/../brevlada')
  await sees(subject)
  const letter = page
    .getByRole('article')
    .filter({ hasText: `${person}@` })
    .filter({ hasText: subject })
    .first()
  const entry = letter.getByRole('link', { name: /iCalendar/ })
  const address = (await entry.count()) === 0 ? undefined : await entry.getAttribute('href')
  return {
    subject: (await letter.getByRole('heading').first().textContent()) ?? '',
    text: (await letter.textContent()) ?? '',
    calendar: address == null ? '' : await (await page.request.get(address)).text(),
  }
}

/** Returns a line of an iCalendar object whole, folded lines put together: of the event, or else of the calendar. */
export function lineOf(calendar: string, name: string): string {
  const [about = '', event = ''] = calendar.replaceAll(/\r\n[ \t]/g, '').split('BEGIN:VEVENT')
  const lines = `${event}${about}`.split('\r\n')
  return lines.find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`)) ?? ''
}
