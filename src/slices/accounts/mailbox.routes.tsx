import { NotFound } from '../../kernel/errors.ts'
import { publicGet } from '../../platform/http/public.ts'
import { listMailbox } from '../../platform/mail.ts'
import { listProtectedIds } from '../people/index.ts'
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
    const letters = kept.map((letter) =>
      letter.personId !== null && hidden.has(letter.personId) ? { ...letter, address: mailHidden } : letter,
    )
    const page = <MailboxPage language={request.language} letters={letters} />
    return request.page(accountsTexts(request.language).mailboxTitle, page, { municipality })
  }),
]
