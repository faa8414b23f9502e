import { NotFound } from '../../kernel/errors.ts'
import { get } from '../../platform/http/page.ts'
import { typesetterInLook } from '../municipalities/index.ts'
import { printReport } from './reports.after.commands.ts'
import { correctionRoutes } from './reports.correct.routes.tsx'
import { readReport } from './reports.document.store.ts'
import { finalPage } from './reports.final.page.ts'
import { guardRoutes } from './reports.guard.routes.tsx'
import { handOverRoutes } from './reports.handover.routes.tsx'
import { attachmentRoutes } from './reports.attachments.routes.tsx'
import { lateRoutes } from './reports.late.routes.tsx'
import { listPage } from './reports.list.page.ts'
import { reportFileName } from './reports.page.ts'
import { reportDraftPath } from './reports.paths.ts'
import { readingRoutes } from './reports.reading.routes.tsx'
import { checkRoutes } from './reports.check.routes.tsx'
import { noteRestricted, restrictionRoutes } from './reports.restriction.routes.tsx'
import { registerRoutes } from './reports.register-list.routes.tsx'
import { getReport } from './reports.store.ts'
import { reportsTexts } from './reports.texts.ts'
import { DraftDone } from './reports-autosave.views.tsx'
import { ReportFinal } from './reports-final.views.tsx'
import { ReportList } from './reports-list.views.tsx'
import { autosaveRoutes } from './reports.autosave.routes.tsx'
import { startRoutes } from './reports.start.routes.tsx'
import { writingRoutes } from './reports.writing.routes.tsx'
import { onBehalfRoutes } from './reports-on-behalf.routes.tsx'

/** Reports: the list, beginning one, the draft, making it final, and the final report with its file. */
export const reportsRoutes = [
  get('/rapporter', 'reports:read', async (request) => {
    const { scope, language, place } = request
    const asked = { page: request.query('sida'), notice: request.query('paminnelse') }
    const page = await request.read((tx) => listPage(tx, scope, { language, place, ...asked }))
    return request.page(reportsTexts(language).title, <ReportList {...page} />)
  }),

  ...readingRoutes,
  ...lateRoutes,
  ...attachmentRoutes,
  ...startRoutes,
  ...restrictionRoutes,
  ...correctionRoutes,
  ...registerRoutes,
  ...checkRoutes,
  ...onBehalfRoutes,
  ...writingRoutes,
  ...autosaveRoutes,
  ...guardRoutes,
  ...handOverRoutes,

  get('/rapporter/:id', 'reports:read', async (request) => {
    const { scope, language, place } = request
    const report = await request.read((tx) => getReport(tx, scope, request.id()))
    if (report.state === 'draft') return request.redirect(reportDraftPath(place, report.id))
    const page = await request.read((tx) =>
      finalPage(tx, scope, report, { language, place, wasQuicker: request.query('redan') === 'ja' }),
    )
    await noteRestricted(request, [{ ...report, isMasked: page.restriction?.isMasked ?? false }], 'page')
    return request.page(
      page.title,
      <>
        <DraftDone language={language} reportId={report.id} personId={request.person.id} />
        <ReportFinal {...page} />
      </>,
      200,
      'report',
    )
  }),

  get('/rapporter/:id/rapport.pdf', 'reports:read', async (request) => {
    const id = request.id()
    const { frozen, marks, isMasked, pdf } = await request.read((tx) => readReport(tx, request.scope, id))
    if (frozen.oral) throw new NotFound('an oral report has no file')
    await noteRestricted(request, [{ id, isRestricted: marks.length > 0, isMasked }], 'pdf')
    // Until the background work has kept it, the same bytes are made from what was frozen; a masked one is made each time.
    const bytes = pdf ?? (await printReport(await typesetterInLook(request), frozen))
    return request.file(bytes, {
      type: 'application/pdf',
      name: reportFileName(frozen, request.language),
      inline: true,
    })
  }),
]
