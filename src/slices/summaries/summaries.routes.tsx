import { get, type PageRequest } from '../../platform/http/page.ts'
import { coverageCsv } from './summaries.csv.ts'
import { summaryPage } from './summaries.page.ts'
import { summariesTexts } from './summaries.texts.ts'
import { SummaryPage } from './summaries.views.tsx'

/** The year's page and its rows as a file. */
export const summariesRoutes = [
  get('/sammanstallning', 'summaries:read', async (request) => {
    const props = await pageOf(request)
    return request.page(props.title, <SummaryPage {...props} />)
  }),

  get('/sammanstallning/besok.csv', 'summaries:read', async (request) => {
    const { summary, names, terms } = await pageOf(request)
    const bytes = coverageCsv(summary.coverage, request.language, { names, terms })
    return request.file(bytes, {
      type: 'text/csv; charset=utf-8',
      name: summariesTexts(request.language).csvName(summary.year),
    })
  }),
]

function pageOf(request: PageRequest) {
  const { scope, language, place } = request
  return request.read((tx) => summaryPage(tx, { scope, language, place, year: request.query('ar') }))
}
