import { NotAllowed, NotFound } from '../../kernel/errors.ts'
import { get, type PageRequest, post, type RawForm } from '../../platform/http/page.ts'
import type { FormState } from '../../ui/index.ts'
import { typesetterInLook } from '../municipalities/index.ts'
import { printReport } from './reports.after.commands.ts'
import { correctReport } from './reports.correct.commands.ts'
import { typedFields } from './reports.correct.forms.ts'
import { correctionPage } from './reports.correct.page.ts'
import { mayCorrect } from './reports.correct.rules.ts'
import { correctTexts } from './reports.correct.texts.ts'
import { dissentFromReport } from './reports.dissent.commands.ts'
import { dissentPage } from './reports.dissent.page.ts'
import { readReport } from './reports.document.store.ts'
import { finalPage } from './reports.final.page.ts'
import { signLate } from './reports.late-signature.commands.ts'
import { errorsOf, reportFileName } from './reports.page.ts'
import { reportDraftPath, reportPath } from './reports.paths.ts'
import { noteRestricted } from './reports.restriction.routes.tsx'
import { getReport, type ReportRow } from './reports.store.ts'
import { ReportCorrection, ReportDissent } from './reports-correct.views.tsx'
import { ReportFinal } from './reports-final.views.tsx'

/** What is done with a report that is final: correcting it, dissenting from it, signing it late, and its earlier versions. */
export const correctionRoutes = [
  get('/rapporter/:id/rattelse', 'reports:correct', (request) => correction(request, {})),

  post('/rapporter/:id/rattelse', 'reports:correct', async (request) => {
    const form = await request.form()
    const outcome = await request.run(correctReport, { ...form, id: request.id() })
    if (outcome.ok) return request.redirect(reportPath(request.place, request.id()))
    return correction(request, { typed: form, errors: errorsOf(outcome, request.language) })
  }),

  get('/rapporter/:id/avvikande-mening', 'reports:write', (request) => dissent(request)),

  post('/rapporter/:id/avvikande-mening', 'reports:write', async (request) => {
    const { place, language } = request
    const id = request.id()
    const form = await request.form()
    const outcome = await request.run(dissentFromReport, { ...form, id })
    if (!outcome.ok) return dissent(request, { values: form, errors: errorsOf(outcome, language) })
    return request.redirect(outcome.value.version === undefined ? reportDraftPath(place, id) : reportPath(place, id))
  }),

  post('/rapporter/:id/underskrift', 'reports:write', async (request) => {
    await request.run(signLate, { id: request.id() })
    // Where the time is out the page says so itself: the report holds without the signature.
    return request.redirect(reportPath(request.place, request.id()))
  }),

  get('/rapporter/:id/version/:version', 'reports:read', async (request) => {
    const { scope, language, place } = request
    const { report, version } = await finalReport(request)
    if (version === report.documentVersion) return request.redirect(reportPath(place, report.id))
    const page = await request.read((tx) => finalPage(tx, scope, report, { language, place, version }))
    await noteRestricted(request, [{ ...report, isMasked: page.restriction?.isMasked ?? false }], 'page')
    return request.page(page.title, <ReportFinal {...page} />)
  }),

  get('/rapporter/:id/version/:version/rapport.pdf', 'reports:read', async (request) => {
    const { report, version } = await finalReport(request)
    const { frozen, marks, isMasked, pdf } = await request.read((tx) =>
      readReport(tx, request.scope, report.id, { version }),
    )
    if (frozen.oral) throw new NotFound('an oral report has no file')
    await noteRestricted(request, [{ id: report.id, isRestricted: marks.length > 0, isMasked }], 'pdf')
    return request.file(pdf ?? (await printReport(await typesetterInLook(request), frozen)), {
      type: 'application/pdf',
      name: reportFileName(frozen, request.language),
      inline: true,
    })
  }),
]

/** Returns the report and the version in the address. Throws `NotFound` for what is no version. */
async function finalReport(request: PageRequest): Promise<{ readonly report: ReportRow; readonly version: number }> {
  const version = Number(request.param('version'))
  const report = await request.read((tx) => getReport(tx, request.scope, request.id()))
  if (!Number.isInteger(version) || version < 1 || version > report.documentVersion) throw new NotFound('version')
  return { report, version }
}

type Typed = {
  readonly typed?: RawForm
  readonly errors?: FormState['errors']
  /** The one who sends it was writing in the draft when somebody else handed it in. */
  readonly fromDraft?: boolean
}

/** The page of a correction, as the report stands or as it was typed, with what came between. */
export async function correction(
  request: PageRequest,
  { typed, errors = [], fromDraft = false }: Typed,
): Promise<Response> {
  const { scope, language, place } = request
  const report = await request.read((tx) => getReport(tx, scope, request.id()))
  if (report.state === 'draft') return request.redirect(reportDraftPath(place, report.id))
  if (!mayCorrect(scope, report)) throw new NotAllowed('correcting a report of others')
  if (report.form === 'oral') throw new NotFound('an oral report has no texts to correct')
  const page = await request.read((tx) =>
    correctionPage(tx, scope, report, {
      language,
      place,
      ...(typed && {
        typed: typedFields(typed),
        values: {
          why: typed.why ?? '',
          keep: typed.keep ?? '',
          ...(typed.attendance !== undefined && { attendance: typed.attendance }),
        },
        seen: fromDraft ? undefined : Number(typed.version),
      }),
      errors,
      fromDraft,
    }),
  )
  const isNew = page.groups.some(({ fields }) => fields.some(({ value, text }) => value !== text))
  if (fromDraft && !isNew) return request.redirect(`${reportPath(place, report.id)}?redan=ja`)
  await noteRestricted(request, [report], 'page')
  const status = errors.length > 0 || fromDraft ? 422 : 200
  return request.page(page.title, <ReportCorrection {...page} />, status)
}

async function dissent(request: PageRequest, form?: FormState): Promise<Response> {
  const { scope, language, place } = request
  const report = await request.read((tx) => getReport(tx, scope, request.id()))
  if (!report.authors.some(({ personId }) => personId === scope.personId))
    throw new NotAllowed('a dissent from a report of others')
  if (report.form === 'oral') throw new NotFound('an oral report has no dissents')
  const page = await request.read((tx) => dissentPage(tx, scope, report, { language, place, form }))
  return request.page(correctTexts(language).dissentTitle, <ReportDissent {...page} />, form ? 422 : 200)
}
