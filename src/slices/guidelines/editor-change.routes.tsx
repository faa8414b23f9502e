import { aboutQuestions } from '../../engine/index.ts'
import { NotFound } from '../../kernel/errors.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { type FormState, formOf } from '../../ui/index.ts'
import { aboutFields, aboutOf, askedOf, changeFields } from './editor-answers.rules.ts'
import { unknownKeys } from './editor-fields.rules.ts'
import { aboutErrors, changeErrors, kindTitle, type ReadDraft } from './editor-problems.page.ts'
import {
  anchorOf,
  doneBy,
  doneOf,
  draftPage,
  noticeOf,
  type PlacedRule,
  readHere,
  refused,
  ruleHere,
  stale,
  titleOf,
} from './editor-request.routes.tsx'
import { AboutPage, ChangePage } from './editor-rule.views.tsx'
import { removeChange, removeQuestion, saveAbout, saveChange } from './editor-rules.commands.ts'
import { ruleReading } from './editor.page.ts'
import { aboutPath, changePath, draftPath, newChangePath, rulePath, takeChangePath } from './editor.paths.ts'
import { changesOf } from './editor.rules.ts'
import { editorTexts } from './editor.texts.ts'

/** Dated changes of a draft's rules, what the guideline says about itself, and questions that no rule asks any more. */
export const editorChangeRoutes = [
  get('/riktlinje/utkast/:id/om', 'guideline:edit', async (request) => {
    const draft = await readHere(request)
    return oneAbout(request, draft, shownAbout(request, draft))
  }),

  post('/riktlinje/utkast/:id/om', 'guideline:edit', async (request) => {
    const fields = await request.form()
    const outcome = await request.run(saveAbout, { draftId: request.id(), version: fields.version, fields })
    const draft = await readHere(request)
    if (!outcome.ok)
      return oneAbout(request, draft, stale(request, fields, outcome), aboutPath(request.place, draft.row.id))
    const isDone = askedOf(fields).what === 'save' && aboutErrors(draft, {}, request.language).length === 0
    const path = isDone ? draftPath : aboutPath
    return request.redirect(path(request.place, draft.row.id, doneBy(doneOf(fields), outcome.value)) + anchorOf(fields))
  }),

  get('/riktlinje/utkast/:id/regel/:number/ny-andring', 'guideline:edit', async (request) => {
    const draft = await readHere(request)
    const rule = ruleHere(request, draft)
    return changePage(
      request,
      draft,
      { rule, at: undefined },
      formOf(changeFields(draft.data, rule.data, rule.kind, {})),
    )
  }),

  post('/riktlinje/utkast/:id/regel/:number/ny-andring', 'guideline:edit', (request) =>
    saveChangeHere(request, undefined),
  ),

  get('/riktlinje/utkast/:id/regel/:number/andring/:change', 'guideline:edit', async (request) => {
    const draft = await readHere(request)
    const rule = ruleHere(request, draft)
    const at = Number(request.param('change')) - 1
    const change = changesOf(rule.data)[at]
    if (change === undefined) throw new NotFound('change')
    const fields = changeFields(draft.data, rule.data, rule.kind, change)
    const isAdded = request.query('klart') === 'added'
    const errors = isAdded ? [] : changeErrors(draft, { index: rule.index, at }, fields, request.language)
    return changePage(request, draft, { rule, at }, { values: fields, errors })
  }),

  post('/riktlinje/utkast/:id/regel/:number/andring/:change', 'guideline:edit', (request) =>
    saveChangeHere(request, request.param('change')),
  ),

  post('/riktlinje/utkast/:id/regel/:number/andring/:change/borttagning', 'guideline:edit', async (request) => {
    const { version } = await request.form()
    const [rule, change] = [request.param('number'), request.param('change')]
    const outcome = await request.run(removeChange, { draftId: request.id(), version, rule, change })
    if (!outcome.ok) return draftPage(request, refused(request, {}, outcome))
    return request.redirect(rulePath(request.place, request.id(), Number(rule), doneBy('removed', outcome.value)))
  }),

  post('/riktlinje/utkast/:id/fraga/:number/borttagning', 'guideline:edit', async (request) => {
    const { version } = await request.form()
    const input = { draftId: request.id(), version, question: request.param('number') }
    const outcome = await request.run(removeQuestion, input)
    if (!outcome.ok) return draftPage(request, refused(request, {}, outcome))
    return request.redirect(draftPath(request.place, request.id(), doneBy('removed', outcome.value)))
  }),
]

async function saveChangeHere(request: PageRequest, number: string | undefined) {
  const { place, language } = request
  const fields = await request.form()
  const rule = request.param('number')
  const input = { draftId: request.id(), version: fields.version, rule, change: number, fields }
  const outcome = await request.run(saveChange, input)
  const draft = await readHere(request)
  const at = number === undefined ? undefined : Number(number) - 1
  if (!outcome.ok) {
    const here = ruleHere(request, draft)
    return changePage(
      request,
      draft,
      { rule: here, at },
      stale(request, fields, outcome),
      rulePath(place, draft.row.id, here.index + 1),
    )
  }
  const saved = { index: Number(rule) - 1, at: outcome.value.number - 1 }
  const isReady = changeErrors(draft, saved, {}, language).length === 0
  const done = doneBy(doneOf(fields), outcome.value)
  return request.redirect(
    askedOf(fields).what === 'save' && isReady
      ? rulePath(place, draft.row.id, saved.index + 1, done)
      : changePath(place, draft.row.id, saved.index + 1, saved.at + 1, done) + anchorOf(fields),
  )
}

type PlacedChange = { readonly rule: PlacedRule; readonly at: number | undefined }

async function changePage(
  request: PageRequest,
  draft: ReadDraft,
  { rule, at }: PlacedChange,
  form: FormState,
  nowHref?: string,
) {
  const { language, place } = request
  const { row, data } = draft
  const number = rule.index + 1
  const name = [kindTitle(rule.kind, language), rule.id].filter(Boolean).join(', ')
  const title = editorTexts(language).changeTitle(name)
  return request.page(
    title,
    <ChangePage
      language={language}
      notice={noticeOf(request, row)}
      draftTitle={titleOf(request, draft)}
      draftHref={draftPath(place, row.id)}
      above={{ label: name, href: rulePath(place, row.id, number) }}
      title={title}
      form={form}
      action={at === undefined ? newChangePath(place, row.id, number) : changePath(place, row.id, number, at + 1)}
      version={row.version}
      data={data}
      kind={rule.kind}
      removeAction={at === undefined ? undefined : takeChangePath(place, row.id, number, at + 1)}
      reading={{ ...ruleReading(draft, rule.index, { language, place }), isSaved: at !== undefined }}
      nowHref={nowHref}
    />,
    nowHref === undefined ? 200 : 422,
  )
}

function shownAbout(request: PageRequest, draft: ReadDraft): FormState {
  const values = aboutFields(draft.data)
  const errors = request.query('klart') === 'added' ? [] : aboutErrors(draft, values, request.language)
  return { values, errors }
}

async function oneAbout(request: PageRequest, draft: ReadDraft, form: FormState, nowHref?: string) {
  const { language, place } = request
  const { row, data } = draft
  const texts = editorTexts(language)
  return request.page(
    texts.about,
    <AboutPage
      language={language}
      notice={noticeOf(request, row)}
      draftTitle={titleOf(request, draft)}
      draftHref={draftPath(place, row.id)}
      title={texts.about}
      form={form}
      action={aboutPath(place, row.id)}
      version={row.version}
      data={data}
      questions={aboutQuestions}
      strangers={unknownKeys(aboutQuestions, aboutOf(data))}
      nowHref={nowHref}
    />,
    nowHref === undefined ? 200 : 422,
  )
}
