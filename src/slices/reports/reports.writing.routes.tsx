import { isoFromDay } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import { isBadInput } from '../../platform/command.ts'
import { get, type PageRequest, post, type RawForm } from '../../platform/http/page.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { emptyForm, fieldId, formOf } from '../../ui/index.ts'
import { saveDraft } from './reports.commands.ts'
import { finaliseReport, unfitText } from './reports.final.commands.ts'
import { correction } from './reports.correct.routes.tsx'
import { fieldsIn } from './reports.draft.store.ts'
import { checkFirst, controlPath } from './reports.guard.routes.tsx'
import { writtenFrom } from './reports.fields.rules.ts'
import { errorsOf } from './reports.page.ts'
import { reportPath } from './reports.paths.ts'
import { getReport } from './reports.store.ts'
import {
  dropVariant,
  dropVariantFor,
  finaliseTakenOver,
  leaveVariantOut,
  saveTakenOver,
  takeOverReport,
  takeVariantIn,
} from './reports.writing.commands.ts'
import { takenOverPath } from './reports.writing.paths.ts'
import { plainFields, readChoice } from './reports.writing.rules.ts'
import { type DraftState, draftForm, pathsOf, type Way } from './reports-draft.routes.tsx'
import { finaliseForm } from './reports-finalise.routes.tsx'

/** Writing a report, making it final, and choosing between texts that collided. */
export const writingRoutes = [
  get('/rapporter/:id/utkast', 'reports:read', (request) => draftForm(request, { notice: request.query('sparat') })),

  post('/rapporter/:id/utkast', 'reports:write', async (request) => {
    const form = await request.form()
    const outcome = await request.run(saveDraft, { ...form, id: request.id() })
    return afterSave(request, {}, form, outcome)
  }),

  get('/rapporter/:id/fardig', 'reports:write', (request) => beforeFinal(request, {})),

  post('/rapporter/:id/fardig', 'reports:write', async (request) => {
    const { shownAt: _, ...form } = await request.form()
    const outcome = await request.run(finaliseReport, { ...form, id: request.id() })
    return afterFinal(request, {}, outcome)
  }),

  post('/rapporter/:id/texter/ta-in', 'reports:choose-text', (request) => choose(request, takeVariantIn)),

  post('/rapporter/:id/texter/utanfor', 'reports:choose-text', (request) => choose(request, leaveVariantOut)),

  post('/rapporter/:id/overtagande', 'reports:register', async (request) => {
    const id = request.id()
    const outcome = await request.run(takeOverReport, { id })
    if (outcome.ok) return request.redirect(takenOverPath(request.place, id))
    return draftForm(request, { errors: errorsOf(outcome, request.language) })
  }),

  get('/rapporter/:id/overtagen', 'reports:register', (request) =>
    draftForm(request, { isTakenOver: true, notice: request.query('sparat') }),
  ),

  post('/rapporter/:id/overtagen', 'reports:register', async (request) => {
    const form = await request.form()
    const outcome = await request.run(saveTakenOver, { ...form, id: request.id() })
    return afterSave(request, { isTakenOver: true }, form, outcome)
  }),

  get('/rapporter/:id/overtagen/fardig', 'reports:register', (request) => beforeFinal(request, { isTakenOver: true })),

  post('/rapporter/:id/overtagen/fardig', 'reports:register', async (request) => {
    const { shownAt: _, ...form } = await request.form()
    const outcome = await request.run(finaliseTakenOver, { ...form, id: request.id() })
    return afterFinal(request, { isTakenOver: true }, outcome)
  }),
]

type Run<T> =
  Awaited<ReturnType<PageRequest['run']>> extends infer Outcome
    ? Exclude<Outcome, { readonly ok: true }> | { readonly ok: true; readonly value: T }
    : never

type Saved = { readonly next: string; readonly collided: readonly string[] }

/** Leads on after a save: to the step that was asked for, to the last page, or to the texts that collided. */
export async function afterSave(request: PageRequest, way: Way, form: RawForm, outcome: Run<Saved>): Promise<Response> {
  const id = request.id()
  const step = Number(fieldText(form, 'step')) || undefined
  if (!outcome.ok) {
    if (outcome.code === 'reports.already-final') return alreadyHandedIn(request, form)
    return draftForm(request, { ...way, typed: form, errors: errorsOf(outcome, request.language), step })
  }
  const { next, collided } = outcome.value
  if (collided.length > 0) return draftForm(request, { ...way, collided, step })
  const { draft, final } = pathsOf(request, id, way)
  const choice = readChoice(fieldText(form, 'next'))
  if (choice) {
    const isSettled = choice.take !== 'theirs' || (await isDropped(request, way, choice))
    if (!isSettled) return draftForm(request, { ...way, collided: [choice.field], step })
    return request.redirect(`${draft}?sparat=choice&amne=${step ?? 1}#${fieldId(choice.field)}`)
  }
  if (next === 'finish') return request.redirect(final)
  if (next === 'check') return request.redirect(controlPath(request, way))
  const [kind, number] = next.split(':')
  if (number !== undefined) {
    const more = kind === 'more' ? '&mer=1' : ''
    return request.redirect(`${draft}?sparat=${kind}&amne=${number}${more}#steg-${number}`)
  }
  return request.redirect(`${draft}?sparat=${next}${step === undefined ? '' : `&amne=${step}`}`)
}

/** Drops the writer's own text. Returns whether that is settled: not when the other's has changed since it was shown. */
async function isDropped(
  request: PageRequest,
  { writingFor }: Way,
  { field, tag }: { readonly field: string; readonly tag: string },
): Promise<boolean> {
  const drop = { id: request.id(), field, tag }
  const outcome =
    writingFor === undefined
      ? await request.run(dropVariant, drop)
      : await request.run(dropVariantFor, { ...drop, person: writingFor })
  return outcome.ok && outcome.value.isDropped
}

/** The last page before the report is final, unless something in the draft has to be put right first. */
export async function beforeFinal(request: PageRequest, way: Way): Promise<Response> {
  const { scope, language } = request
  const unfit = await request.read(async (tx) => {
    const report = await getReport(tx, scope, request.id())
    const fields = plainFields(await fieldsIn(tx, scope, report.id))
    return report.state === 'draft' ? unfitText(writtenFrom(fields), fields) : undefined
  })
  const state: DraftState = way
  if (unfit) return draftForm(request, { ...state, errors: errorsOf(unfit, language) })
  const { writingFor } = way
  const first = await checkFirst(request, way)
  if (first) return request.redirect(first)
  return finaliseForm(
    request,
    writingFor === undefined ? emptyForm : formOf({ calledOn: isoFromDay(scope.today) }),
    way,
  )
}

/** Leads on after the report was made final; who sends the page a second time is told that it is done. */
export async function afterFinal(request: PageRequest, way: Way, outcome: Run<unknown>): Promise<Response> {
  const id = request.id()
  if (outcome.ok) return request.redirect(reportPath(request.place, id))
  if (outcome.code === 'reports.already-final') return alreadyHandedIn(request, {})
  const first = outcome.code === 'reports.guard-undecided' ? await checkFirst(request, way) : undefined
  if (first) return request.redirect(first)
  const form = await request.form()
  return finaliseForm(request, { values: form, errors: errorsOf(outcome, request.language) }, way)
}

/** What somebody typed after the report was handed in is not lost: it stands ready to be handed in as a correction. */
function alreadyHandedIn(request: PageRequest, typed: RawForm): Promise<Response> {
  return correction(request, { typed, fromDraft: true })
}

/** Takes a text in or leaves it out, and goes back to the page before final. */
async function choose(request: PageRequest, command: typeof takeVariantIn | typeof leaveVariantOut): Promise<Response> {
  const { back: _, ...form } = await request.form()
  const outcome = await request.run(command, { ...form, id: request.id() })
  if (!outcome.ok && isBadInput(outcome)) throw new NotFound('a text to choose about')
  const way = wayBack(request, fieldText(await request.form(), 'back'))
  if (outcome.ok) return request.redirect(pathsOf(request, request.id(), way).final)
  if (outcome.code === 'reports.already-final') return alreadyHandedIn(request, {})
  return finaliseForm(request, { values: {}, errors: errorsOf(outcome, request.language) }, way)
}

/** Returns the way of writing whose last page the address is; the author's own for any other. */
function wayBack(request: PageRequest, back: string): Way {
  if (back.endsWith('/overtagen/fardig')) return { isTakenOver: true }
  const [, writingFor] = /\/at\/([0-9a-f-]{36})\/fardig$/.exec(back) ?? []
  return writingFor === undefined || !request.scope.roles.includes('secretary') ? {} : { writingFor }
}
