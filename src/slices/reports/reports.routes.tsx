import { NotFound } from '../../kernel/errors.ts'
import { isBadInput } from '../../platform/command.ts'
import { get, type PageRequest, post, type RawForm } from '../../platform/http/page.ts'
import { may } from '../../platform/scope.ts'
import { emptyForm, formatDay, formOf, type FormState } from '../../ui/index.ts'
import { findNextMeeting } from '../directory/index.ts'
import { basisOf } from './reports.basis.ts'
import { finaliseReport, markReportRead, saveDraft, unfitText } from './reports.commands.ts'
import { printReport } from './reports.after.commands.ts'
import { getFrozen, reportPdfBytes } from './reports.document.store.ts'
import { formValues } from './reports.forms.ts'
import { finalPage, listPage } from './reports.list.page.ts'
import {
  draftPage,
  errorsOf,
  finaliseHappens,
  reportFileName,
  signatureLines,
  finishedByAnother,
} from './reports.page.ts'
import { reportDraftPath, reportFinalPath, reportPath, reportsPath } from './reports.paths.ts'
import { mayWriteReport } from './reports.rules.ts'
import { getReport, writtenIn } from './reports.store.ts'
import { reportsTexts } from './reports.texts.ts'
import { ReportDraft } from './reports-draft.views.tsx'
import { ReportFinal, ReportFinalise } from './reports-final.views.tsx'
import { ReportList } from './reports-list.views.tsx'
import { startRoutes } from './reports.start.routes.tsx'

/** Reports: the list, beginning one, the draft, making it final, and the final report with its file. */
export const reportsRoutes = [
  get('/rapporter', 'reports:read', async (request) => {
    const { scope, language, place } = request
    const page = await request.read((tx) => listPage(tx, scope, { language, place }))
    return request.page(reportsTexts(language).title, <ReportList {...page} />)
  }),

  ...startRoutes,

  get('/rapporter/:id', 'reports:read', async (request) => {
    const { scope, language, place } = request
    const report = await request.read((tx) => getReport(tx, scope, request.id()))
    if (report.state === 'draft') return request.redirect(reportDraftPath(place, report.id))
    const page = await request.read((tx) => finalPage(tx, scope, report, { language, place }))
    return request.page(page.title, <ReportFinal {...page} />)
  }),

  get('/rapporter/:id/utkast', 'reports:read', async (request) => {
    const saved = request.query('sparat')
    const notice = saved === 'save' ? 'savedNow' : saved === 'sign' ? 'signedNow' : undefined
    return draftForm(request, { notice })
  }),

  post('/rapporter/:id/utkast', 'reports:write', async (request) => {
    const { place, language } = request
    const id = request.id()
    const form = await request.form()
    const outcome = await request.run(saveDraft, { ...form, id })
    if (outcome.ok) {
      const { next } = outcome.value
      return request.redirect(
        next === 'finish' ? reportFinalPath(place, id) : `${reportDraftPath(place, id)}?sparat=${next}`,
      )
    }
    const isStale = !isBadInput(outcome) && outcome.code === 'reports.stale'
    return draftForm(request, { typed: form, errors: errorsOf(outcome, language), isStale })
  }),

  get('/rapporter/:id/fardig', 'reports:write', async (request) => {
    const unfit = await request.read(async (tx) => {
      const report = await getReport(tx, request.scope, request.id())
      return report.state === 'draft' ? unfitText(await writtenIn(tx, request.scope, report.id)) : undefined
    })
    if (unfit) return draftForm(request, { errors: errorsOf(unfit, request.language) })
    return finaliseForm(request, emptyForm)
  }),

  post('/rapporter/:id/fardig', 'reports:write', async (request) => {
    const id = request.id()
    const form = await request.form()
    const outcome = await request.run(finaliseReport, { ...form, id })
    if (outcome.ok) return request.redirect(reportPath(request.place, id))
    return finaliseForm(request, { values: form, errors: errorsOf(outcome, request.language) })
  }),

  post('/rapporter/:id/lasning', 'reports:read', async (request) => {
    const outcome = await request.run(markReportRead, { id: request.id() })
    if (!outcome.ok) throw new NotFound('final report')
    return request.redirect(reportsPath(request.place))
  }),

  get('/rapporter/:id/rapport.pdf', 'reports:read', async (request) => {
    const id = request.id()
    const { frozen, kept } = await request.read(async (tx) => ({
      frozen: await getFrozen(tx, request.scope, id),
      kept: await reportPdfBytes(tx, request.scope, id),
    }))
    if (frozen.oral) throw new NotFound('an oral report has no file')
    // Until the background work has kept it, the same bytes are made from what was frozen.
    const bytes = kept ?? (await printReport(request.typesetter, frozen))
    return request.file(bytes, {
      type: 'application/pdf',
      name: reportFileName(frozen, request.language),
      inline: true,
    })
  }),
]

type DraftState = {
  readonly typed?: RawForm
  readonly errors?: FormState['errors']
  readonly isStale?: boolean
  readonly notice?: 'savedNow' | 'signedNow' | undefined
}

/** The draft's page: as it is saved, or as it was typed with what is wrong and what somebody else saved meanwhile. */
async function draftForm(request: PageRequest, { typed, errors = [], isStale, notice }: DraftState): Promise<Response> {
  const { scope, language, place } = request
  const { report, written, basis } = await request.read(async (tx) => {
    const row = await getReport(tx, scope, request.id())
    return {
      report: row,
      written: await writtenIn(tx, scope, row.id),
      basis: await basisOf(tx, scope, row.visitId, language),
    }
  })
  if (report.state === 'final') return request.redirect(reportPath(place, report.id))
  const saved = formValues(written)
  const form = typed ? { values: typed, errors } : { ...formOf(saved), errors }
  const authorIds = report.authors.map(({ personId }) => personId)
  const page = draftPage({
    language,
    place,
    basis,
    report,
    written,
    mayWrite: may(scope, 'reports:write') && mayWriteReport(scope, { state: report.state, authorIds, unitIds: [] }),
    finishedBy: finishedByAnother(basis, scope, language),
    form,
    savedByOther: isStale && typed ? differing(saved, typed) : undefined,
    notice,
  })
  return request.page(
    reportsTexts(language).draftTitle(basis.units),
    <ReportDraft {...page} />,
    errors.length > 0 ? 422 : 200,
  )
}

/** Returns what is saved in the fields where something else was typed. */
function differing(saved: Readonly<Record<string, string>>, typed: RawForm): Readonly<Record<string, string>> {
  const fields = new Set([...Object.keys(saved), ...Object.keys(typed).filter((field) => field.includes('.'))])
  const plain = (text: RawForm[string] | undefined) =>
    String(text ?? '')
      .replace(/\r\n?/g, '\n')
      .trim()
  const different = [...fields].filter((field) => (saved[field] ?? '') !== plain(typed[field]))
  return Object.fromEntries(different.map((field) => [field, saved[field] ?? '']))
}

async function finaliseForm(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const texts = reportsTexts(language)
  const { report, basis, meeting, written } = await request.read(async (tx) => {
    const row = await getReport(tx, scope, request.id())
    return {
      report: row,
      basis: await basisOf(tx, scope, row.visitId, language),
      meeting: await findNextMeeting(tx, scope, scope.today),
      written: await writtenIn(tx, scope, row.id),
    }
  })
  if (report.state === 'final') return request.redirect(reportPath(place, report.id))
  const unsigned = report.authors.filter(
    ({ personId, signedAt }) => signedAt === undefined && personId !== scope.personId,
  )
  return request.page(
    texts.finalTitle,
    <ReportFinalise
      language={language}
      lead={texts.finalLead(basis.units, formatDay(basis.visit.day, language))}
      happens={finaliseHappens({ language, basis, meeting, hasQuestions: written.questions.length > 0 })}
      missingSignatures={signatureLines({ authors: unsigned }, language)}
      action={reportFinalPath(place, report.id)}
      version={report.version}
      draftHref={reportDraftPath(place, report.id)}
      finishedBy={finishedByAnother(basis, scope, language)}
      form={form}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}
