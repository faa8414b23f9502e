import { formatInstant } from '../../kernel/instant.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { emptyForm, type FormState } from '../../ui/index.ts'
import { reportPath } from './reports.paths.ts'
import { liftRestriction, readRestricted, restrictReport } from './reports.restriction.commands.ts'
import { liftPath, restrictionPath } from './reports.restriction.paths.ts'
import { findRestriction } from './reports.restriction.store.ts'
import { restrictionTexts } from './reports.restriction.texts.ts'
import { RestrictionPage } from './reports.restriction.views.tsx'
import { getReport } from './reports.store.ts'
import { reportsTexts } from './reports.texts.ts'

/** Marking a report as secret, and lifting the mark. */
export const restrictionRoutes = [
  get('/rapporter/:id/sekretess', 'reports:restrict', (request) => restrictionPage(request, emptyForm)),

  post('/rapporter/:id/sekretess', 'reports:restrict', async (request) => {
    const form = await request.form()
    const outcome = await request.run(restrictReport, { ...form, reportId: request.id() })
    if (outcome.ok) return request.redirect(reportPath(request.place, request.id()))
    const texts = restrictionTexts(request.language)
    const sentences = { missing: texts.missing, 'too-long': texts.tooLong, 'reports.already-restricted': texts.already }
    return restrictionPage(request, refusedForm(form, outcome, sentences))
  }),

  post('/rapporter/:id/sekretess/havning', 'reports:restrict', async (request) => {
    await request.run(liftRestriction, { reportId: request.id() })
    return request.redirect(reportPath(request.place, request.id()))
  }),
]

async function restrictionPage(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const { report, restriction } = await request.read(async (tx) => ({
    report: await getReport(tx, scope, request.id()),
    restriction: await findRestriction(tx, scope, request.id()),
  }))
  return request.page(
    restrictionTexts(language).title,
    <RestrictionPage
      language={language}
      report={{
        title: reportsTexts(language).reportTitle(report.units.map(({ name }) => name).join(', ')),
        href: reportPath(place, report.id),
      }}
      form={form}
      action={restrictionPath(place, report.id)}
      liftAction={liftPath(place, report.id)}
      standing={restriction && { ...restriction, at: formatInstant(restriction.restrictedAt, language) }}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

/** Writes the readings in the log before anything is shown, where there are any. Throws `NotAllowed` for others. */
export async function noteRestricted(
  request: PageRequest,
  reports: readonly { readonly id: string; readonly isRestricted: boolean }[],
  as: 'page' | 'pdf' | 'package',
): Promise<void> {
  const reportIds = reports.filter(({ isRestricted }) => isRestricted).map(({ id }) => id)
  if (reportIds.length > 0) await request.run(readRestricted, { reportIds, as })
}
