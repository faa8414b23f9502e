import { NotFound } from '../../kernel/errors.ts'
import { publicGet } from '../../platform/http/public.ts'
import { listMailbox } from '../../platform/mail.ts'
import { accountsTexts } from './accounts.texts.ts'
import { MailboxPage } from './mailbox.views.tsx'

const lettersShown = 50

/** The mailbox of a demonstration. A real municipality has none: its letters are nobody else's. */
export const mailboxRoutes = [
  publicGet('/:municipality/brevlada', async (request) => {
    const municipality = await request.municipality()
    if (!municipality.demo) throw new NotFound('mailbox')
    const letters = await request.read({ municipalityId: municipality.id }, (tx) => listMailbox(tx, lettersShown))
    const page = <MailboxPage language={request.language} letters={letters} />
    return request.page(accountsTexts(request.language).mailboxTitle, page, { municipality })
  }),
]
