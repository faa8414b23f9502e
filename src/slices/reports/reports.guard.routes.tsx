import { NotFound } from '../../kernel/errors.ts'
import type { Command, Outcome } from '../../platform/command.ts'
import { get, type PageRequest, post, type RawForm } from '../../platform/http/page.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import { withQuery } from '../../kernel/place.ts'
import { emptyForm, fieldId, type FormState } from '../../ui/index.ts'
import { undecided } from './reports.guard.basis.ts'
import { keepWords, keepWordsFor, putBack, putBackFor, takeAway, takeAwayFor } from './reports.guard.commands.ts'
import { guardPage } from './reports.guard.page.ts'
import { reportControlForPath, reportControlPath } from './reports.guard.paths.ts'
import { guardTexts } from './reports.guard.texts.ts'
import { handOver, handOverFor, takeBackHandOver, takeBackHandOverFor } from './reports.handover.commands.ts'
import { errorsOf } from './reports.page.ts'
import {
  reportDraftForPath,
  reportDraftPath,
  reportFinalForPath,
  reportFinalPath,
  reportPath,
} from './reports.paths.ts'

import { getReport } from './reports.store.ts'
import { ReportControl } from './reports-guard.views.tsx'

/** The check before handing in: what the guard sees in the draft, and what the author does about it. */
export const guardRoutes = [
  get('/rapporter/:id/kontroll', 'reports:write', (request) => controlPage(request, { form: emptyForm })),

  post('/rapporter/:id/kontroll', 'reports:write', (request) => decided(request, undefined)),

  get('/rapporter/:id/at/:personId/kontroll', 'people:act-for', (request) =>
    controlPage(request, { form: emptyForm, writingFor: request.id('personId') }),
  ),

  post('/rapporter/:id/at/:personId/kontroll', 'people:act-for', (request) => decided(request, request.id('personId'))),
]

type Shown = { readonly form: FormState; readonly writingFor?: string | undefined }

/** Throws `NotFound` for a draft that is somebody else's: it is for its authors to decide what they write. */
async function controlPage(request: PageRequest, { form, writingFor }: Shown): Promise<Response> {
  const { scope, language, place } = request
  const personId = writingFor ?? scope.personId
  const { report, page } = await request.read(async (tx) => {
    const row = await getReport(tx, scope, request.id())
    return { report: row, page: await guardPage(tx, scope, row, { language, place, personId }) }
  })
  if (report.state === 'final') return request.redirect(reportPath(place, report.id))
  const author = report.authors.find((it) => it.personId === personId)
  if (author === undefined) throw new NotFound('draft of the author')
  const draft = writingFor ? reportDraftForPath(place, report.id, writingFor) : reportDraftPath(place, report.id)
  const done = request.query('gjort')
  return request.page(
    guardTexts(language).title,
    <ReportControl
      {...page}
      language={language}
      units={wordsOf(language).list(report.units.map(({ name }) => name))}
      action={controlPath(request, writingFor)}
      draftHref={draft}
      handInHref={writingFor ? reportFinalForPath(place, report.id, writingFor) : reportFinalPath(place, report.id)}
      writingFor={writingFor && author.name}
      isBeforeHandingIn={request.query('fran') === 'fardig'}
      notice={form.errors.length === 0 && done !== undefined ? noticeOf(done, request) : undefined}
      rephraseHref={(field) => `${withQuery(draft, { falt: field })}#${fieldId(field)}`}
      form={form}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

function controlPath({ place, id }: PageRequest, writingFor: string | undefined): string {
  return writingFor ? reportControlForPath(place, id(), writingFor) : reportControlPath(place, id())
}

function noticeOf(done: string, { language }: PageRequest): string | undefined {
  const texts = guardTexts(language)
  const notices = new Map([
    ['keep', texts.isKept],
    ['put-back', texts.isPutBack],
    ['hand-over', texts.isHandedOver],
    ['take-back', texts.isTakenBack],
  ])
  return notices.get(done)
}

/**
 * Returns the address of the check while the guard asks about sentences that nobody has decided on: what is to be handed in
 * goes there first. Undefined when there are none, or there is no draft.
 */
export async function checkFirst(request: PageRequest, writingFor?: string): Promise<string | undefined> {
  const { scope } = request
  const refusal = await request.read(async (tx) => {
    const report = await getReport(tx, scope, request.id())
    return report.state === 'draft' ? undecided(tx, scope, report) : undefined
  })
  return refusal && withQuery(controlPath(request, writingFor), { fran: 'fardig' })
}

/** Does what the button said, and shows the list again. */
async function decided(request: PageRequest, writingFor: string | undefined): Promise<Response> {
  const form = await request.form()
  const pressed = String(form.do ?? '')
  const outcome = await run(request, pressed, form, writingFor)
  if (outcome.ok) return request.redirect(withQuery(controlPath(request, writingFor), { gjort: pressed }))
  const reason = reasonField(form)
  const errors = errorsOf(outcome, request.language).map((error) => ({
    ...error,
    // The page may have changed under what was meant: then the error belongs to the whole of it.
    field: error.field === 'reason' && reason !== undefined ? reason : '',
  }))
  return controlPage(request, { form: { values: form, errors }, writingFor })
}

/** The sentences are numbered, so that each has a field of its own for the reason. */
function reasonField(form: RawForm): string | undefined {
  return Object.keys(form).find((name) => name.startsWith('reason.'))
}

async function run(
  request: PageRequest,
  pressed: string,
  form: RawForm,
  writingFor: string | undefined,
): Promise<Outcome<{ readonly id: string }>> {
  const id = request.id()
  const phoned = writingFor === undefined ? {} : { person: writingFor }
  const meant = { id, field: form.field, sentence: form.sentence, ...phoned }
  const choose =
    <Own, For>(own: Command<Own, { readonly id: string }>, forAuthor: Command<For, { readonly id: string }>) =>
    (input: object): Promise<Outcome<{ readonly id: string }>> =>
      writingFor === undefined ? request.run(own, input) : request.run(forAuthor, input)
  switch (pressed) {
    case 'sentence':
    case 'words':
      return choose(takeAway, takeAwayFor)({ ...meant, what: pressed })
    case 'keep':
      return choose(keepWords, keepWordsFor)({ ...meant, reason: form[reasonField(form) ?? ''] })
    case 'hand-over':
      return choose(handOver, handOverFor)(meant)
    case 'put-back':
      return choose(putBack, putBackFor)({ id, ...phoned })
    case 'take-back':
      return choose(takeBackHandOver, takeBackHandOverFor)({ id, handOver: form.handOver, ...phoned })
    default:
      throw new NotFound('button of the check')
  }
}
