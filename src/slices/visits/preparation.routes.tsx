import { get, type PageRequest, type PageRoute } from '../../platform/http/page.ts'
import { renderPage } from '../../ui/index.ts'
import { type Later, preparationPage } from './preparation.page.ts'
import { KeptPreparation, PreparationPage } from './preparation.views.tsx'

/** What is read before a visit: the page, and the same as a file to keep. `later` is what later slices know. */
export function preparationRoutes(later: Later): readonly PageRoute[] {
  const propsOf = (request: PageRequest) => {
    const { scope, language, place, now } = request
    const asked = { scope, language, place, now, visitId: request.id(), notice: request.query('klart') }
    return request.read((tx) => preparationPage(tx, asked, later))
  }
  return [
    get('/besok/:id/infor', 'visits:read', async (request) => {
      const props = await propsOf(request)
      return request.page(props.title, <PreparationPage {...props} />)
    }),

    get('/besok/:id/infor/spara', 'visits:read', async (request) => {
      const props = await propsOf(request)
      const bytes = new TextEncoder().encode(renderPage(<KeptPreparation {...props} />))
      return request.file(bytes, { type: 'text/html; charset=utf-8', name: props.fileName })
    }),
  ]
}
