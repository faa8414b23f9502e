import { frameQuestions, ruleQuestions } from '../../engine/index.ts'
import { NotFound } from '../../kernel/errors.ts'
import { get, type PageRequest, post, type RawForm } from '../../platform/http/page.ts'
import { type FormState, formOf } from '../../ui/index.ts'
import { askedOf, ruleFields } from './editor-answers.rules.ts'
import { unknownKeys } from './editor-fields.rules.ts'
import { findKind, kindTitle, type ReadDraft, ruleErrors } from './editor-problems.page.ts'
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
import { FamilyPage } from './editor-family.views.tsx'
import { RulePage } from './editor-rule.views.tsx'
import { removeRule, saveRule } from './editor-rules.commands.ts'
import { nothingRead, ruleReading, shownFamilies, shownKinds } from './editor.page.ts'
import { draftPath, familyPath, newChangePath, newRulePath, rulePath } from './editor.paths.ts'
import { families, familyOf, newRule, rulesOf } from './editor.rules.ts'
import { editorTexts } from './editor.texts.ts'

/** The parts of a draft, and its rules one at a time. */
export const editorRuleRoutes = [
  get('/riktlinje/utkast/:id/del/:family', 'guideline:edit', async (request) => {
    const { language, place } = request
    const family = families.find((it) => it === request.param('family'))
    const draft = await readHere(request)
    if (family === undefined) throw new NotFound('family')
    const texts = editorTexts(language)
    const shown = shownFamilies(draft, { language, place })
    const own = shown.find((it) => it.family === family)
    if (own === undefined) throw new NotFound('family')
    const next = shown[shown.indexOf(own) + 1]
    return request.page(
      texts.families[family],
      <FamilyPage
        language={language}
        notice={noticeOf(request, draft.row)}
        draftTitle={titleOf(request, draft)}
        draftHref={draftPath(place, draft.row.id)}
        tabs={shown.map((it) => ({
          label: texts.families[it.family],
          href: it.href,
          current: it.family === family,
          count: it.rules.length,
        }))}
        shown={own}
        kinds={shownKinds(draft, family, { language, place })}
        version={draft.row.version}
        next={next && { label: texts.families[next.family], href: next.href }}
      />,
    )
  }),

  get('/riktlinje/utkast/:id/ny-regel/:kind', 'guideline:edit', async (request) => {
    const draft = await readHere(request)
    const kind = kindHere(request)
    const rule = newRule(draft.data, kind, ruleQuestions(kind))
    return newRulePage(request, draft, kind, formOf(ruleFields(draft.data, rule, kind)))
  }),

  post('/riktlinje/utkast/:id/ny-regel/:kind', 'guideline:edit', async (request) => {
    const fields = await request.form()
    const kind = kindHere(request)
    const outcome = await request.run(saveRule, { draftId: request.id(), version: fields.version, kind, fields })
    const draft = await readHere(request)
    if (!outcome.ok) {
      const now = familyPath(request.place, draft.row.id, familyOf(kind))
      return newRulePage(request, draft, kind, stale(request, fields, outcome), now)
    }
    return afterRule(request, draft, outcome.value, fields)
  }),

  get('/riktlinje/utkast/:id/regel/:number', 'guideline:edit', async (request) => {
    const draft = await readHere(request)
    const rule = ruleHere(request, draft)
    const fields = ruleFields(draft.data, rule.data, rule.kind)
    const errors = request.query('klart') === 'added' ? [] : ruleErrors(draft, rule.index, fields, request.language)
    return oneRule(request, draft, rule, { values: fields, errors })
  }),

  post('/riktlinje/utkast/:id/regel/:number', 'guideline:edit', async (request) => {
    const fields = await request.form()
    const kind = typeof fields.kind === 'string' ? fields.kind : ''
    const input = { draftId: request.id(), version: fields.version, rule: request.param('number'), kind, fields }
    const outcome = await request.run(saveRule, input)
    const draft = await readHere(request)
    if (outcome.ok) return afterRule(request, draft, outcome.value, fields)
    const place = Number(request.param('number')) - 1
    const found = rulesOf(draft.data)[place]
    // Where the rule stood, another may stand by now: what is written then becomes a new one.
    if (found?.kind === kind) {
      const now = rulePath(request.place, draft.row.id, place + 1)
      return oneRule(request, draft, { ...found, index: place }, stale(request, fields, outcome), now)
    }
    if (findKind(kind) === undefined) throw new NotFound('rule')
    const now = familyPath(request.place, draft.row.id, familyOf(kind))
    return newRulePage(request, draft, kind, stale(request, fields, outcome, true), now)
  }),

  post('/riktlinje/utkast/:id/regel/:number/borttagning', 'guideline:edit', async (request) => {
    const { version } = await request.form()
    const before = rulesOf((await readHere(request)).data)[Number(request.param('number')) - 1]
    const outcome = await request.run(removeRule, { draftId: request.id(), version, rule: request.param('number') })
    if (!outcome.ok) return draftPage(request, refused(request, {}, outcome))
    const family = familyOf(before?.kind ?? '')
    return request.redirect(familyPath(request.place, request.id(), family, doneBy('removed', outcome.value)))
  }),
]

function kindHere(request: PageRequest): string {
  const kind = request.param('kind')
  if (findKind(kind) === undefined) throw new NotFound('kind')
  return kind
}

function afterRule(
  request: PageRequest,
  draft: ReadDraft,
  saved: { readonly version: number; readonly number: number },
  fields: RawForm,
) {
  const { place, language } = request
  const done = doneBy(doneOf(fields), saved)
  const rule = rulesOf(draft.data)[saved.number - 1]
  const isReady = ruleErrors(draft, saved.number - 1, {}, language).length === 0
  return request.redirect(
    askedOf(fields).what === 'save' && isReady
      ? familyPath(place, draft.row.id, familyOf(rule?.kind ?? ''), done)
      : rulePath(place, draft.row.id, saved.number, done) + anchorOf(fields),
  )
}

async function newRulePage(request: PageRequest, draft: ReadDraft, kind: string, form: FormState, nowHref?: string) {
  const { language, place } = request
  const { row, data } = draft
  const texts = editorTexts(language)
  const title = texts.newRuleTitle(kindTitle(kind, language))
  return request.page(
    title,
    <RulePage
      language={language}
      notice={undefined}
      draftTitle={titleOf(request, draft)}
      draftHref={draftPath(place, row.id)}
      above={familyAbove(request, draft, kind)}
      title={title}
      form={form}
      action={newRulePath(place, row.id, kind)}
      version={row.version}
      data={data}
      kind={kind}
      strangers={{ frame: [], values: [] }}
      newChangeHref={undefined}
      reading={nothingRead}
      nowHref={nowHref}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

async function oneRule(request: PageRequest, draft: ReadDraft, rule: PlacedRule, form: FormState, nowHref?: string) {
  const { language, place } = request
  const { row, data } = draft
  const { index, kind } = rule
  const title = [kindTitle(kind, language), rule.id].filter(Boolean).join(', ')
  return request.page(
    title,
    <RulePage
      language={language}
      notice={noticeOf(request, row)}
      draftTitle={titleOf(request, draft)}
      draftHref={draftPath(place, row.id)}
      above={familyAbove(request, draft, kind)}
      title={title}
      form={form}
      action={rulePath(place, row.id, index + 1)}
      version={row.version}
      data={data}
      kind={kind}
      strangers={{
        frame: unknownKeys(frameQuestions, rule.data).filter((key) => !['kind', 'values', 'changes'].includes(key)),
        values: unknownKeys(ruleQuestions(kind), rule.data.values),
      }}
      newChangeHref={newChangePath(place, row.id, index + 1)}
      reading={ruleReading(draft, index, { language, place })}
      nowHref={nowHref}
    />,
    nowHref === undefined ? 200 : 422,
  )
}

function familyAbove({ language, place }: PageRequest, { row }: ReadDraft, kind: string) {
  const family = familyOf(kind)
  return { label: editorTexts(language).families[family], href: familyPath(place, row.id, family) }
}
