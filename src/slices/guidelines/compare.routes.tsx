import { get } from '../../platform/http/page.ts'
import { comparePage } from './compare.page.ts'
import { compareTexts } from './compare.texts.ts'
import { ComparePage } from './compare.views.tsx'

/** Two versions of the guideline beside each other. */
export const compareRoutes = [
  get('/riktlinje/jamforelse', 'guideline:read', async (request) => {
    const { scope, language, place } = request
    const [from, to] = [request.query('fran'), request.query('till')]
    const props = await request.read((tx) => comparePage(tx, { scope, language, place, from, to }))
    return request.page(compareTexts(language).title, <ComparePage {...props} />)
  }),
]
