import { get, post } from '../../platform/http/page.ts'
import { listUndelivered } from '../../platform/mail-undelivered.ts'
import { listPersons } from '../people/index.ts'
import { personPath } from './register.paths.ts'
import { resendMail } from './undelivered.commands.ts'
import { resendPath, undeliveredPath } from './undelivered.paths.ts'
import { undeliveredTexts } from './undelivered.texts.ts'
import { UndeliveredPage } from './undelivered.views.tsx'

/** The mails that have not arrived, and sending one again. */
export const undeliveredRoutes = [
  get('/installningar/mejl', 'mail:resend', async (request) => {
    const { language, place, scope } = request
    const { persons, mails } = await request.read(async (tx) => {
      const everybody = await listPersons(tx, scope)
      const whose = { committeeId: scope.committeeId, personIds: everybody.map(({ id }) => id) }
      return {
        persons: new Map(everybody.map(({ id, name }) => [id, name])),
        mails: await listUndelivered(tx, whose),
      }
    })
    const lines = mails.map((mail) => ({
      ...mail,
      name: persons.get(mail.personId) ?? '',
      personHref: personPath(place, mail.personId),
      ...(!mail.letsIn && { resendHref: resendPath(place, mail.id) }),
    }))
    const isAgain = request.query('klart') === 'again'
    const page = <UndeliveredPage language={language} lines={lines} isAgain={isAgain} />
    return request.page(undeliveredTexts(language).title, page)
  }),
  post('/installningar/mejl/:id', 'mail:resend', async (request) => {
    await request.run(resendMail, { mail: request.id() })
    return request.redirect(undeliveredPath(request.place, 'again'))
  }),
]
