import { isoFromDay } from '../../kernel/date.ts'
import { get, post } from '../../platform/http/page.ts'
import { formOf } from '../../ui/index.ts'
import { unfitText } from './reports.commands.ts'
import { errorsOf } from './reports.page.ts'
import { reportDraftForPath, reportFinalForPath, reportPath } from './reports.paths.ts'
import { fieldsIn } from './reports.draft.store.ts'
import { writtenFrom } from './reports.fields.rules.ts'
import { getReport } from './reports.store.ts'
import { draftForm, finaliseForm } from './reports-draft.routes.tsx'
import { checkFirst } from './reports.guard.routes.tsx'
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
    const { place, language } = request
    const [id, person] = [request.id(), request.id('personId')]
    const form = await request.form()
    const outcome = await request.run(saveDraftFor, { ...form, id, person })
    if (outcome.ok) {
      const { next, collided } = outcome.value
      if (collided.length > 0) return draftForm(request, { writingFor: person, collided })
      return request.redirect(
        next === 'finish'
          ? reportFinalForPath(place, id, person)
          : `${reportDraftForPath(place, id, person)}?sparat=${next}`,
      )
    }
    return draftForm(request, { writingFor: person, typed: form, errors: errorsOf(outcome, language) })
  }),

  get('/rapporter/:id/at/:personId/fardig', 'people:act-for', async (request) => {
    const writingFor = request.id('personId')
    const unfit = await request.read(async (tx) => {
      const report = await getReport(tx, request.scope, request.id())
      return report.state === 'draft' ? unfitText(writtenFrom(await fieldsIn(tx, request.scope, report.id))) : undefined
    })
    if (unfit) return draftForm(request, { writingFor, errors: errorsOf(unfit, request.language) })
    const first = await checkFirst(request, writingFor)
    if (first) return request.redirect(first)
    return finaliseForm(request, formOf({ calledOn: isoFromDay(request.scope.today) }), writingFor)
  }),

  post('/rapporter/:id/at/:personId/fardig', 'people:act-for', async (request) => {
    const [id, person] = [request.id(), request.id('personId')]
    const form = await request.form()
    const outcome = await request.run(finaliseReportFor, { ...form, id, person })
    if (outcome.ok) return request.redirect(reportPath(request.place, id))
    const first = outcome.code === 'reports.guard-undecided' ? await checkFirst(request, person) : undefined
    if (first) return request.redirect(first)
    return finaliseForm(request, { values: form, errors: errorsOf(outcome, request.language) }, person)
  }),
]
