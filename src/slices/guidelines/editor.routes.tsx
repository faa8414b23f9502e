import { loadGuideline } from '../../engine/index.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { listPackaged, readPackaged } from '../../platform/packaged-files.ts'
import { type FormState, formOf } from '../../ui/index.ts'
import { deleteDraft, proposeDraft, putBackFile, startDraft, undoDraft } from './editor.commands.ts'
import { guidelineFile } from './editor.forms.ts'
import { savedText, shownFamilies } from './editor.page.ts'
import { shownProblems } from './editor-problems.page.ts'
import { deleteDraftPath, draftPath, draftsPath, newDraftPath, proposePath, putBackPath } from './editor.paths.ts'
import { editorChangeRoutes } from './editor-change.routes.tsx'
import { doneBy, draftPage, noticeOf, readHere, refused, titleOf } from './editor-request.routes.tsx'
import { editorRuleRoutes } from './editor-rule.routes.tsx'
import { textAt } from './editor.rules.ts'
import { listDrafts } from './editor.store.ts'
import { editorTexts } from './editor.texts.ts'
import { DeleteDraftPage, ProposePage, PutBackPage, StartPage } from './editor-file.views.tsx'
import { DraftsPage } from './editor.views.tsx'
import { guidelinePath } from './guidelines.paths.ts'
import { listVersions } from './guidelines.store.ts'
import { guidelinesTexts } from './guidelines.texts.ts'

/** Drafts of guidelines: begun, written, read back, taken out as a file and put back, made a proposal, deleted. */
export const editorRoutes = [
  get('/riktlinje/utkast', 'guideline:edit', async (request) => {
    const { language, place, scope } = request
    const texts = editorTexts(language)
    const drafts = await request.read((tx) => listDrafts(tx, scope))
    return request.page(
      texts.draftsTitle,
      <DraftsPage
        language={language}
        notice={noticeOf(request)}
        drafts={drafts.map((draft) => ({
          id: draft.id,
          title: draft.title || texts.untitled,
          href: draftPath(place, draft.id),
          about: [
            { term: texts.basedOn, description: draft.basedOn ?? texts.fromNothing },
            { term: texts.lastSaved, description: savedText(draft, language) },
          ],
        }))}
        newHref={newDraftPath(place)}
        guidelineHref={guidelinePath(place)}
        guidelineTitle={guidelinesTexts(language).title}
      />,
    )
  }),

  get('/riktlinje/utkast/nytt', 'guideline:edit', (request) => startPage(request, formOf({}))),

  post('/riktlinje/utkast/nytt', 'guideline:edit', async (request) => {
    const form = await request.form()
    const [base = '', chosen] = fieldText(form, 'base').split(':')
    const upload = await request.upload('file', guidelineFile)
    const outcome = await request.run(startDraft, {
      base,
      name: chosen,
      versionId: chosen,
      file: upload?.content,
      fileName: upload?.name,
    })
    if (outcome.ok) return request.redirect(draftPath(request.place, outcome.value.id, { what: 'begun' }))
    return startPage(request, refused(request, form, outcome))
  }),

  get('/riktlinje/utkast/:id', 'guideline:edit', (request) => draftPage(request, formOf({}))),

  get('/riktlinje/utkast/:id/fil', 'guideline:edit', async (request) => {
    const { row, data } = await readHere(request)
    const name = `${textAt(data, 'id') || 'riktlinje'}.yaml`
    return request.file(new TextEncoder().encode(row.source), { type: 'application/yaml; charset=utf-8', name })
  }),

  get('/riktlinje/utkast/:id/lagg-tillbaka', 'guideline:edit', (request) => putBackPage(request, formOf({}))),

  post('/riktlinje/utkast/:id/lagg-tillbaka', 'guideline:edit', async (request) => {
    const form = await request.form()
    const upload = await request.upload('file', guidelineFile)
    const outcome = await request.run(putBackFile, {
      draftId: request.id(),
      version: form.version,
      file: upload?.content,
      fileName: upload?.name,
    })
    if (outcome.ok) return request.redirect(draftPath(request.place, request.id(), doneBy('put-back', outcome.value)))
    return putBackPage(request, refused(request, form, outcome))
  }),

  post('/riktlinje/utkast/:id/angra', 'guideline:edit', async (request) => {
    const form = await request.form()
    const outcome = await request.run(undoDraft, { draftId: request.id(), version: form.version })
    if (outcome.ok) return request.redirect(draftPath(request.place, request.id(), { what: 'undone' }))
    return draftPage(request, refused(request, form, outcome))
  }),

  get('/riktlinje/utkast/:id/forslag', 'guideline:edit', (request) => proposePage(request, formOf({}))),

  post('/riktlinje/utkast/:id/forslag', 'guideline:edit', async (request) => {
    const form = await request.form()
    const outcome = await request.run(proposeDraft, { draftId: request.id(), version: form.version })
    if (outcome.ok) return request.redirect(guidelinePath(request.place, 'proposed'))
    return proposePage(request, refused(request, form, outcome))
  }),

  get('/riktlinje/utkast/:id/borttagning', 'guideline:edit', (request) => deletePage(request, formOf({}))),

  post('/riktlinje/utkast/:id/borttagning', 'guideline:edit', async (request) => {
    const form = await request.form()
    const outcome = await request.run(deleteDraft, { draftId: request.id(), version: form.version })
    if (outcome.ok) return request.redirect(draftsPath(request.place, { what: 'deleted' }))
    return deletePage(request, refused(request, form, outcome))
  }),

  ...editorRuleRoutes,
  ...editorChangeRoutes,
]

async function startPage(request: PageRequest, form: FormState) {
  const { language, place, scope } = request
  const texts = editorTexts(language)
  const versions = await request.read((tx) => listVersions(tx, scope))
  const packaged = listPackaged('guidelines').flatMap((name) => {
    const file = readPackaged('guidelines', name)
    const loaded = loadGuideline(file.source, file.name)
    if (!loaded.ok) return []
    const { title, issuer } = loaded.value
    const by = [issuer.municipality, issuer.committee ?? issuer.council].filter((it) => it !== undefined).join(', ')
    return [{ value: `packaged:${name}`, label: texts.basePackaged(title, by) }]
  })
  const own = versions.map(({ id, key, title }) => ({ value: `version:${id}`, label: texts.baseOwn(title), hint: key }))
  return request.page(
    texts.startTitle,
    <StartPage
      language={language}
      form={form}
      action={newDraftPath(place)}
      cancelHref={draftsPath(place)}
      bases={[
        ...own.reverse(),
        ...packaged,
        { value: 'nothing', label: texts.baseNothing },
        { value: 'file', label: texts.baseFile },
      ]}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

async function putBackPage(request: PageRequest, form: FormState) {
  const { language, place } = request
  const { row } = await readHere(request)
  return request.page(
    editorTexts(language).putBack,
    <PutBackPage
      language={language}
      form={form}
      action={putBackPath(place, row.id)}
      version={row.version}
      cancelHref={draftPath(place, row.id)}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

async function proposePage(request: PageRequest, form: FormState) {
  const { language, place } = request
  const texts = editorTexts(language)
  const draft = await readHere(request)
  const { row } = draft
  return request.page(
    texts.propose,
    <ProposePage
      language={language}
      form={form}
      action={proposePath(place, row.id)}
      version={row.version}
      cancelHref={draftPath(place, row.id)}
      title={titleOf(request, draft)}
      families={shownFamilies(draft, { language, place })}
      problems={shownProblems(draft, { language, place })}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

async function deletePage(request: PageRequest, form: FormState) {
  const { language, place } = request
  const draft = await readHere(request)
  const { row } = draft
  return request.page(
    editorTexts(language).deleteDraft,
    <DeleteDraftPage
      language={language}
      form={form}
      action={deleteDraftPath(place, row.id)}
      version={row.version}
      cancelHref={draftPath(place, row.id)}
      title={titleOf(request, draft)}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}
