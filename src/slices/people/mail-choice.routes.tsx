import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { type FormState, formOf } from '../../ui/index.ts'
import { accountPath } from '../accounts/account.paths.ts'
import { chooseMail } from './mail-choice.commands.ts'
import { mailChoicePath } from './mail-choice.paths.ts'
import { choiceOf } from './mail-choice.store.ts'
import { mailChoiceTexts } from './mail-choice.texts.ts'
import { MailChoicePage } from './mail-choice.views.tsx'

/** What one wants by mail, below the own account. */
export const mailChoiceRoutes = [
  get('/konto/brev', 'account:own', (request) => choicePage(request)),

  post('/konto/brev', 'account:own', async (request) => {
    const form = await request.form()
    const outcome = await request.run(chooseMail, form)
    if (outcome.ok) return request.redirect(mailChoicePath(request.place, 'saved'))
    return choicePage(request, refusedForm(form, outcome, mailChoiceTexts(request.language).errors))
  }),
]

async function choicePage(request: PageRequest, refused?: FormState): Promise<Response> {
  const { language, place, scope } = request
  const choice = await request.read((tx) => choiceOf(tx, scope.personId))
  const { gathered, visitReminders, reportReminder, version } = choice
  const kept = formOf({
    gathered,
    visitReminders: visitReminders.map(String),
    ...(reportReminder ? { reportReminder: 'yes' } : {}),
  })
  return request.page(
    mailChoiceTexts(language).title,
    <MailChoicePage
      language={language}
      form={refused ?? kept}
      action={mailChoicePath(place)}
      version={version}
      accountHref={accountPath(place)}
      isSaved={refused === undefined && request.query('klart') === 'saved'}
    />,
    refused === undefined ? 200 : 422,
  )
}
