import { NotFound } from '../../kernel/errors.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { emptyForm, type FormState } from '../../ui/index.ts'
import { answerCheck, answerCheckFor, sendCheck, takeCheckBack } from './reports.check.commands.ts'
import { answersPage, checkErrors, managerPage, sendPage } from './reports.check.page.ts'
import { checkPath } from './reports.check.paths.ts'
import { findCheck } from './reports.check.store.ts'
import { checkTexts } from './reports.check.texts.ts'
import { reportDraftPath } from './reports.paths.ts'
import { noteRestricted } from './reports.restriction.routes.tsx'
import { getReport } from './reports.store.ts'
import { writersIn } from './reports.writing.rules.ts'
import { CheckAnswers } from './reports-check-answers.views.tsx'
import { CheckForm, CheckSend } from './reports-check.views.tsx'

/** The factual check: sending the draft, the manager's answer, and the answers as the authors read them. */
export const checkRoutes = [
  get('/rapporter/:id/sakgranskning', 'reports:read', (request) => checkPage(request)),

  post('/rapporter/:id/sakgranskning', 'reports:check', async (request) => {
    const id = request.id()
    const form = await request.form()
    const outcome = await request.run(answerCheck, { ...form, id })
    if (outcome.ok) {
      const what = outcome.value.isHandedIn ? 'lamnat' : 'sparat'
      return request.redirect(`${checkPath(request.place, id)}?svar=${what}`)
    }
    const errors = checkErrors(outcome, request.language)
    return atManager(request, { values: form, errors }, outcome.code === 'reports.check-stale')
  }),

  get('/rapporter/:id/sakgranskning/skicka', 'reports:check', (request) => beforeSending(request, emptyForm)),

  post('/rapporter/:id/sakgranskning/skicka', 'reports:check', async (request) => {
    const id = request.id()
    const form = await request.form()
    const outcome = await request.run(sendCheck, { ...form, id })
    if (outcome.ok) return request.redirect(`${checkPath(request.place, id)}?skickat=ja`)
    return beforeSending(request, { values: form, errors: checkErrors(outcome, request.language) })
  }),

  post('/rapporter/:id/sakgranskning/ta-tillbaka', 'reports:check', async (request) => {
    const id = request.id()
    await request.run(takeCheckBack, { id })
    // When a manager was quicker the draft's page says so.
    return request.redirect(reportDraftPath(request.place, id))
  }),

  post('/rapporter/:id/sakgranskning/at', 'people:act-for', async (request) => {
    const id = request.id()
    const form = await request.form()
    const outcome = await request.run(answerCheckFor, { ...form, id })
    if (outcome.ok) return request.redirect(checkPath(request.place, id))
    return atAuthors(request, { values: form, errors: checkErrors(outcome, request.language) })
  }),
]

/** A manager of one of the units answers; authors and the secretary read. */
async function checkPage(request: PageRequest): Promise<Response> {
  const { scope } = request
  if (scope.managedUnitIds.length === 0) return atAuthors(request, emptyForm)
  try {
    return await atManager(request)
  } catch (error) {
    // Somebody can both manage a unit and have been on a visit elsewhere.
    if (error instanceof NotFound) return atAuthors(request, emptyForm)
    throw error
  }
}

async function atManager(request: PageRequest, typed?: FormState, isStale = false): Promise<Response> {
  const { scope, language, place } = request
  const { isRestricted, ...page } = await request.read((tx) =>
    managerPage(tx, scope, request.id(), { language, place, form: typed, isStale }),
  )
  await noteRestricted(request, [{ id: request.id(), isRestricted }], 'page')
  const texts = checkTexts(language)
  const notices: Readonly<Record<string, string>> = { lamnat: texts.handedIn, sparat: texts.saved }
  const notice = typed ? undefined : notices[request.query('svar') ?? '']
  // What was typed and cannot be answered any more is shown all the same: nothing is lost.
  const shown = typed && !page.answer ? { ...page, closed: page.closed ?? typed.errors[0]?.message } : page
  return request.page(page.title, <CheckForm {...shown} notice={notice} />, typed ? 422 : 200)
}

async function atAuthors(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const { report, page } = await request.read(async (tx) => {
    const row = await getReport(tx, scope, request.id())
    const isOurs = scope.roles.includes('secretary') || writersIn(row).some((id) => id === scope.personId)
    const check = isOurs ? await findCheck(tx, scope, row.id) : undefined
    return { report: row, page: check && (await answersPage(tx, scope, row, check, { language, place, form })) }
  })
  if (page === undefined) throw new NotFound('check')
  await noteRestricted(request, [report], 'page')
  const texts = checkTexts(language)
  const sent = report.registrationNumber === null ? texts.sentNow : texts.sentNowOutside(report.registrationNumber)
  const notice = request.query('skickat') === undefined ? undefined : sent
  return request.page(page.title, <CheckAnswers {...page} notice={notice} />, form.errors.length > 0 ? 422 : 200)
}

async function beforeSending(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const { report, page } = await request.read(async (tx) => {
    const row = await getReport(tx, scope, request.id())
    return { report: row, page: await sendPage(tx, scope, row, { language, place, form }) }
  })
  await noteRestricted(request, [report], 'page')
  if (page === undefined) return request.redirect(reportDraftPath(place, request.id()))
  return request.page(checkTexts(language).sendTitle, <CheckSend {...page} />, form.errors.length > 0 ? 422 : 200)
}
