import { get, post } from '../../platform/http/page.ts'
import { errorsOf } from './reports.page.ts'
import { reportDraftForPath, reportPath } from './reports.paths.ts'
import { draftForm } from './reports-draft.routes.tsx'
import { afterFinal, afterSave, beforeFinal } from './reports.writing.routes.tsx'
import { finaliseReportFor, reportOrallyFor, saveDraftFor, startReportFor } from './reports-on-behalf.commands.ts'
import { startPage } from './reports.start.routes.tsx'

/** The secretary writes, signs and announces reports for authors who have phoned. */
export const onBehalfRoutes = [
  post('/rapporter/besok/:visitId/at', 'people:act-for', async (request) => {
    const visitId = request.id('visitId')
    const form = await request.form()
    const outcome = await request.run(startReportFor, { ...form, visitId })
    if (outcome.ok)
      return request.redirect(reportDraftForPath(request.place, outcome.value.id, String(form.person ?? '')))
    return startPage(request, visitId, { values: form, errors: errorsOf(outcome, request.language) })
  }),

  post('/rapporter/besok/:visitId/at/muntlig', 'people:act-for', async (request) => {
    const visitId = request.id('visitId')
    const form = await request.form()
    const outcome = await request.run(reportOrallyFor, { ...form, visitId })
    if (outcome.ok) return request.redirect(reportPath(request.place, outcome.value.id))
    return startPage(request, visitId, { values: form, errors: errorsOf(outcome, request.language) })
  }),

  get('/rapporter/:id/at/:personId', 'people:act-for', async (request) => {
    return draftForm(request, { writingFor: request.id('personId'), notice: request.query('sparat') })
  }),

  post('/rapporter/:id/at/:personId', 'people:act-for', async (request) => {
    const [id, person] = [request.id(), request.id('personId')]
    const form = await request.form()
    const outcome = await request.run(saveDraftFor, { ...form, id, person })
    return afterSave(request, { writingFor: person }, form, outcome)
  }),

  get('/rapporter/:id/at/:personId/fardig', 'people:act-for', async (request) => {
    return beforeFinal(request, { writingFor: request.id('personId') })
  }),

  post('/rapporter/:id/at/:personId/fardig', 'people:act-for', async (request) => {
    const [id, person] = [request.id(), request.id('personId')]
    const { shownAt: _, ...form } = await request.form()
    const outcome = await request.run(finaliseReportFor, { ...form, id, person })
    return afterFinal(request, { writingFor: person }, outcome)
  }),
]
