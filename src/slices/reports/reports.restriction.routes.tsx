import { formatInstant } from '../../kernel/instant.ts'
import { textTag } from '../../kernel/text-tag.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { emptyForm, type FormState } from '../../ui/index.ts'
import { readReport } from './reports.document.store.ts'
import { hasPassage, passagesOf } from './reports.masking.rules.ts'
import { visitPath } from '../visits/visits.paths.ts'
import { reportPath } from './reports.paths.ts'
import { liftRestriction, readRestricted, restrictReport } from './reports.restriction.commands.ts'
import { liftPath, restrictionPath } from './reports.restriction.paths.ts'
import { listRestrictions } from './reports.restriction.store.ts'
import { restrictionTexts } from './reports.restriction.texts.ts'
import { RestrictionPage } from './reports.restriction.views.tsx'
import { getReport } from './reports.store.ts'
import { reportsTexts } from './reports.texts.ts'

/** Marking a report or passages of it as secret, and lifting a mark. */
export const restrictionRoutes = [
  get('/rapporter/:id/sekretess', 'reports:restrict', (request) => restrictionPage(request, emptyForm)),

  post('/rapporter/:id/sekretess', 'reports:restrict', async (request) => {
    const form = await request.form()
    const outcome = await request.run(restrictReport, { ...form, reportId: request.id() })
    if (outcome.ok) return request.redirect(reportPath(request.place, request.id()))
    const { errors } = restrictionTexts(request.language)
    return restrictionPage(request, refusedForm(form, outcome, errors))
  }),

  post('/rapporter/:id/sekretess/havning', 'reports:restrict', async (request) => {
    const { mark } = await request.form()
    await request.run(liftRestriction, { reportId: request.id(), mark })
    return request.redirect(reportPath(request.place, request.id()))
  }),
]

async function restrictionPage(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const { report, marks, frozen } = await request.read(async (tx) => {
    const row = await getReport(tx, scope, request.id())
    return {
      report: row,
      marks: await listRestrictions(tx, scope, row.id),
      frozen: row.state === 'draft' ? undefined : (await readReport(tx, scope, row.id)).frozen,
    }
  })
  await noteRestricted(request, [report], 'page')
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
      standing={marks.map((mark) => ({
        ...mark,
        at: formatInstant(mark.restrictedAt, language),
        isGone: mark.passage !== undefined && frozen !== undefined && !hasPassage(frozen, mark.passage),
      }))}
      visitHref={
        frozen?.met.some(({ explanation }) => explanation !== undefined) ? visitPath(place, report.visitId) : undefined
      }
      passages={(frozen === undefined ? [] : passagesOf(frozen)).map(({ where, passage }) => ({
        value: textTag(passage),
        label: passage,
        hint: where,
      }))}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

/**
 * Writes the readings in the log before anything is shown, where something is marked as secret and the one who asks reads
 * it unmasked.
 */
export async function noteRestricted(
  request: PageRequest,
  reports: readonly { readonly id: string; readonly isRestricted: boolean; readonly isMasked?: boolean }[],
  as: 'page' | 'pdf' | 'package' | 'attachment',
): Promise<void> {
  const reportIds = reports
    .filter(({ isRestricted, isMasked = false }) => isRestricted && !isMasked)
    .map(({ id }) => id)
  if (reportIds.length > 0) await request.run(readRestricted, { reportIds, as })
}
