import { NotFound } from '../../kernel/errors.ts'
import { publicGet } from '../../platform/http/public.ts'
import { isId } from '../../platform/ids.ts'
import { findMailCalendar, listMailbox } from '../../platform/mail.ts'
import { listProtectedIds } from '../people/index.ts'
import { mailCalendarPath } from './accounts.paths.ts'
import { accountsTexts } from './accounts.texts.ts'
import { MailboxPage } from './mailbox.views.tsx'

const lettersShown = 50

/** The mailbox of a demonstration. A real municipality has none: its letters are nobody else's. */
export const mailboxRoutes = [
  publicGet('/:municipality/brevlada', async (request) => {
    const municipality = await request.municipality()
    if (!municipality.demo) throw new NotFound('mailbox')
    const { kept, hidden } = await request.read({ municipalityId: municipality.id }, async (tx) => ({
      kept: await listMailbox(tx, lettersShown),
      hidden: await listProtectedIds(tx),
    }))
    const { mailHidden } = accountsTexts(request.language)
    const letters = kept.map(({ calendarMethod: method, ...letter }) => {
      if (letter.personId !== null && hidden.has(letter.personId))
        return { ...letter, address: mailHidden, calendar: undefined }
      const href = mailCalendarPath(municipality.slug, letter.id)
      return { ...letter, calendar: method === null ? undefined : { method, href } }
    })
    const page = <MailboxPage language={request.language} letters={letters} />
    return request.page(accountsTexts(request.language).mailboxTitle, page, { municipality })
  }),

  // The entry names the one whom it is to: not for one whose identity is protected.
  publicGet('/:municipality/brevlada/:file', async (request) => {
    const municipality = await request.municipality()
    const id = request.param('file').replace(/\.ics$/, '')
    if (!municipality.demo || !isId(id)) throw new NotFound('mail')
    const { calendar, hidden } = await request.read({ municipalityId: municipality.id }, async (tx) => ({
      calendar: await findMailCalendar(tx, id),
      hidden: await listProtectedIds(tx),
    }))
    if (calendar === undefined || (calendar.personId !== null && hidden.has(calendar.personId)))
      throw new NotFound('mail')
    return new Response(calendar.text, {
      headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store' },
    })
  }),
]
