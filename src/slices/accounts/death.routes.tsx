import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { emptyForm, type FormState } from '../../ui/index.ts'
import { getPerson, registerDeath, takeBackDeath } from '../people/index.ts'
import { deathTexts } from './death.texts.ts'
import { DeathPage } from './death.views.tsx'
import { personPath } from './register.paths.ts'

/** That a person has died: what follows is said before it is saved, and a mistake is taken back. */
export const deathRoutes = [
  get('/installningar/personer/:id/dodsfall', 'people:administer', (request) => deathPage(request, emptyForm)),

  post('/installningar/personer/:id/dodsfall', 'people:administer', async (request) => {
    const form = await request.form()
    const outcome = await request.run(registerDeath, { ...form, personId: request.id() })
    if (outcome.ok) return request.redirect(personPath(request.place, request.id(), 'death-saved'))
    return deathPage(request, refusedForm(form, outcome, deathTexts(request.language).errors))
  }),

  post('/installningar/personer/:id/dodsfall/ta-tillbaka', 'people:administer', async (request) => {
    const outcome = await request.run(takeBackDeath, { personId: request.id() })
    if (!outcome.ok) return deathPage(request, refusedForm({}, outcome, deathTexts(request.language).errors))
    return request.redirect(personPath(request.place, request.id(), 'death-taken-back'))
  }),
]

async function deathPage(request: PageRequest, form: FormState): Promise<Response> {
  const { language, place, scope } = request
  const { id: personId, name } = await request.read((tx) => getPerson(tx, scope, request.id()))
  const page = { language, place, personId, name, form }
  return request.page(deathTexts(language).title(name), <DeathPage {...page} />, form.errors.length > 0 ? 422 : 200)
}
