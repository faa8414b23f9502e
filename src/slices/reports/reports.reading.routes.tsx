import { NotFound } from '../../kernel/errors.ts'
import { get, post } from '../../platform/http/page.ts'
import { markReportRead } from './reports.commands.ts'
import { readingListPath } from './reports.reading.paths.ts'
import { nextUnread, readingPage, readingStatusPage } from './reports.reading.page.ts'
import { readingTexts } from './reports.reading.texts.ts'
import { ReadingList, ReadingStatus } from './reports-reading.views.tsx'

/** Reading the others' reports before the meeting, and who has come how far (HED-14). */
export const readingRoutes = [
  get('/rapporter/lasning', 'reports:write', async (request) => {
    const { scope, language, place } = request
    const page = await request.read((tx) => readingPage(tx, scope, { language, place }))
    return request.page(readingTexts(language).title, <ReadingList {...page} />)
  }),

  get('/rapporter/lasstatus', 'meetings:prepare', async (request) => {
    const { scope, language, place } = request
    const page = await request.read((tx) => readingStatusPage(tx, scope, { language, place }))
    return request.page(readingTexts(language).statusTitle, <ReadingStatus {...page} />)
  }),

  post('/rapporter/:id/lasning', 'reports:read', async (request) => {
    const { scope, place } = request
    const outcome = await request.run(markReportRead, { id: request.id() })
    if (!outcome.ok) throw new NotFound('final report')
    const { next: wanted } = await request.form()
    const next = wanted === 'unread' ? await request.read((tx) => nextUnread(tx, scope, place)) : undefined
    return request.redirect(next ?? readingListPath(place))
  }),
]
