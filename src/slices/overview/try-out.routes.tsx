import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import type { FormState } from '../../ui/index.ts'
import { removeTryOut, restartTryOut, startTryOut } from './try-out.commands.ts'
import { tryOutPage, tryOutsPage } from './try-out.page.ts'
import { type ResultPart, resultParts, tryOutPath, tryOutsPath } from './try-out.paths.ts'
import { tryOutTexts } from './try-out.texts.ts'
import { TryOutPage, TryOutsPage } from './try-out.views.tsx'

/** While the work is under way the page fetches itself again, without a script. */
const refreshSeconds = '5'

/** Guidelines tried out: started, followed, read, started again, removed. */
export const tryOutRoutes = [
  get('/riktlinje/provning', 'guideline:try-out', (request) => listPage(request)),

  post('/riktlinje/provning/ny', 'guideline:try-out', async (request) => {
    const form = await request.form()
    const outcome = await request.run(startTryOut, form)
    if (outcome.ok) return request.redirect(tryOutPath(request.place, outcome.value.id))
    return listPage(request, refusedForm(form, outcome, tryOutTexts(request.language).errors))
  }),

  get('/riktlinje/provning/:id', 'guideline:try-out', async (request) => {
    const isStill = request.query('lugn') === 'ja'
    const asked = { id: request.id(), part: partOf(request), page: Number(request.query('sida')) || 1, isStill }
    const props = await request.read((tx) => tryOutPage(tx, askedOf(request), asked))
    const response = request.page(tryOutTexts(request.language).one(props.title), <TryOutPage {...props} />)
    if (props.progress && !isStill) response.headers.set('refresh', refreshSeconds)
    return response
  }),

  post('/riktlinje/provning/:id/omstart', 'guideline:try-out', async (request) => {
    // One that goes on already, or is done, is shown as it is.
    await request.run(restartTryOut, { id: request.id() })
    return request.redirect(tryOutPath(request.place, request.id()))
  }),

  post('/riktlinje/provning/:id/borttagning', 'guideline:try-out', async (request) => {
    await request.run(removeTryOut, { id: request.id() })
    return request.redirect(tryOutsPath(request.place, 'borttagen'))
  }),
]

async function listPage(request: PageRequest, form?: FormState) {
  const texts = tryOutTexts(request.language)
  const notice = request.query('klart') === 'borttagen' ? texts.removed : undefined
  const props = await request.read((tx) => tryOutsPage(tx, askedOf(request), form ? { form } : { notice }))
  return request.page(texts.title, <TryOutsPage {...props} />, form ? 422 : 200)
}

function askedOf({ scope, language, place, now }: PageRequest) {
  return { scope, language, place, now }
}

function partOf(request: PageRequest): ResultPart {
  return resultParts.find((it) => it === request.query('visa')) ?? 'enheter'
}
