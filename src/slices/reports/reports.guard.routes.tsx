import { NotFound } from '../../kernel/errors.ts'
import type { Command, Outcome } from '../../platform/command.ts'
import { get, type PageRequest, post, type RawForm } from '../../platform/http/page.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import { withQuery } from '../../kernel/place.ts'
import { emptyForm, fieldId, type FormState } from '../../ui/index.ts'
import { undecided } from './reports.guard.basis.ts'
import { keepWords, keepWordsFor, putBack, putBackFor, takeAway, takeAwayFor } from './reports.guard.commands.ts'
import { guardPage } from './reports.guard.page.ts'
import { reportControlForPath, reportControlPath, reportControlTakenOverPath } from './reports.guard.paths.ts'
import { decideTakenOver } from './reports.guard.taken-over.commands.ts'
import { guardTexts } from './reports.guard.texts.ts'
import { handOver, handOverFor, takeBackHandOver, takeBackHandOverFor } from './reports.handover.commands.ts'
import { errorsOf } from './reports.page.ts'
import { reportPath } from './reports.paths.ts'

import { statusOf } from './reports.status.page.ts'
import { noteRestricted } from './reports.restriction.routes.tsx'
import { getReport } from './reports.store.ts'
import { pathsOf, type Way } from './reports-draft.routes.tsx'
import { ReportControl } from './reports-guard.views.tsx'
import { DocumentStatus } from './reports-status.views.tsx'

/** The check before handing in: what the guard sees in the draft, and what the writer does about it. */
export const guardRoutes = [
  get('/rapporter/:id/kontroll', 'reports:write', (request) => controlPage(request, {}, emptyForm)),

  post('/rapporter/:id/kontroll', 'reports:write', (request) => decided(request, {})),

  get('/rapporter/:id/overtagen/kontroll', 'reports:register', (request) =>
    controlPage(request, { isTakenOver: true }, emptyForm),
  ),

  post('/rapporter/:id/overtagen/kontroll', 'reports:register', (request) => decided(request, { isTakenOver: true })),

  get('/rapporter/:id/at/:personId/kontroll', 'people:act-for', (request) =>
    controlPage(request, { writingFor: request.id('personId') }, emptyForm),
  ),

  post('/rapporter/:id/at/:personId/kontroll', 'people:act-for', (request) =>
    decided(request, { writingFor: request.id('personId') }),
  ),
]

/** Throws `NotFound` for a draft that is somebody else's: it is for those who write it to decide what stays. */
async function controlPage(request: PageRequest, way: Way, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const { writingFor, isTakenOver = false } = way
  const personId = writingFor ?? scope.personId
  const { report, page, status } = await request.read(async (tx) => {
    const row = await getReport(tx, scope, request.id())
    return {
      report: row,
      page: await guardPage(tx, scope, row, { language, place, personId }),
      status: await statusOf(tx, scope, row),
    }
  })
  if (report.state === 'final') return request.redirect(reportPath(place, report.id))
  await noteRestricted(request, [report], 'page')
  const author = report.authors.find((it) => it.personId === personId)
  if (isTakenOver ? report.takenOverById !== personId : author === undefined) throw new NotFound('draft of the writer')
  const { draft, final } = pathsOf(request, report.id, way)
  const done = request.query('gjort')
  return request.page(
    guardTexts(language).title,
    <ReportControl
      {...page}
      language={language}
      units={wordsOf(language).list(report.units.map(({ name }) => name))}
      action={controlPath(request, way)}
      draftHref={draft}
      handInHref={final}
      writingFor={writingFor && author?.name}
      isBeforeHandingIn={request.query('fran') === 'fardig'}
      notice={form.errors.length === 0 && done !== undefined ? noticeOf(done, request) : undefined}
      rephraseHref={(field) => `${withQuery(draft, { falt: field })}#${fieldId(field)}`}
      status={<DocumentStatus language={language} status={status} compact />}
      form={form}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

/** Returns the address of the check for this way of writing. */
export function controlPath({ place, id }: PageRequest, { writingFor, isTakenOver }: Way): string {
  if (isTakenOver) return reportControlTakenOverPath(place, id())
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
export async function checkFirst(request: PageRequest, way: Way): Promise<string | undefined> {
  const { scope } = request
  const refusal = await request.read(async (tx) => {
    const report = await getReport(tx, scope, request.id())
    return report.state === 'draft' ? undecided(tx, scope, report) : undefined
  })
  return refusal && withQuery(controlPath(request, way), { fran: 'fardig' })
}

/** Does what the button said, and shows the list again. */
async function decided(request: PageRequest, way: Way): Promise<Response> {
  const form = await request.form()
  const pressed = String(form.do ?? '')
  const outcome = await run(request, pressed, form, way)
  if (outcome.ok) return request.redirect(withQuery(controlPath(request, way), { gjort: pressed }))
  const reason = reasonField(form)
  const errors = errorsOf(outcome, request.language).map((error) => ({
    ...error,
    // The page may have changed under what was meant: then the error belongs to the whole of it.
    field: error.field === 'reason' && reason !== undefined ? reason : '',
  }))
  return controlPage(request, way, { values: form, errors })
}

/** The sentences are numbered, so that each has a field of its own for the reason. */
function reasonField(form: RawForm): string | undefined {
  return Object.keys(form).find((name) => name.startsWith('reason.'))
}

type Decided = Outcome<{ readonly id: string }>
type Deciding<Input> = Command<Input, { readonly id: string }>

async function run(request: PageRequest, pressed: string, form: RawForm, way: Way): Promise<Decided> {
  const { writingFor, isTakenOver } = way
  const id = request.id()
  const choose = <Own, For>(
    what: string,
    own: Deciding<Own>,
    forAuthor: Deciding<For>,
    input: object,
  ): Promise<Decided> => {
    if (isTakenOver) return request.run(decideTakenOver, { ...input, id, do: what })
    return writingFor === undefined
      ? request.run(own, { ...input, id })
      : request.run(forAuthor, { ...input, id, person: writingFor })
  }
  const meant = { field: form.field, sentence: form.sentence }
  switch (pressed) {
    case 'sentence':
    case 'words':
      return choose('take-away', takeAway, takeAwayFor, { ...meant, what: pressed })
    case 'keep':
      return choose(pressed, keepWords, keepWordsFor, { ...meant, reason: form[reasonField(form) ?? ''] })
    case 'hand-over':
      return choose(pressed, handOver, handOverFor, meant)
    case 'put-back':
      return choose(pressed, putBack, putBackFor, {})
    case 'take-back':
      return choose(pressed, takeBackHandOver, takeBackHandOverFor, { handOver: form.handOver })
    default:
      throw new NotFound('button of the check')
  }
}
