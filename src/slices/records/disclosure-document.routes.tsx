import { NotFound } from '../../kernel/errors.ts'
import type { BadInput } from '../../platform/command.ts'
import { fieldText, fieldTexts } from '../../platform/http/form-fields.ts'
import { get, type PageRequest, post, type RawForm } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import type { Refusal } from '../../kernel/result.ts'
import { may } from '../../platform/scope.ts'
import { emptyForm, type FormState } from '../../ui/index.ts'
import { typesetterInLook } from '../municipalities/index.ts'
import { noteRestricted } from '../reports/index.ts'
import { decideDocument, maskPassages, maskWord, unmask } from './disclosure.document.commands.ts'
import { copyPdf } from './disclosure.pdf.ts'
import {
  disclosureDecisionPath,
  disclosureDocumentPath,
  disclosureMaskPath,
  disclosurePassagesPath,
  disclosurePath,
  disclosurePreviewPath,
  disclosuresPath,
  disclosureWordPath,
} from './disclosure.paths.ts'
import { isOpen } from './disclosure.rules.ts'
import { getDisclosure, getDocument, masksOf } from './disclosure.store.ts'
import { restrictedReports } from './disclosure.restricted.store.ts'
import { disclosureTexts } from './disclosure.texts.ts'
import { ExamineDocument } from './disclosure-document.views.tsx'

/** One document of a request: its masks, the copy they make, and the decision about it. */
export const documentRoutes = [
  get('/utlamnande/:id/handlingar/:documentId', 'disclosures:read', (request) => documentPage(request, emptyForm)),

  get('/utlamnande/:id/handlingar/:documentId/kopia.pdf', 'disclosures:read', async (request) => {
    const { document, content, masks } = await examined(request, 'pdf')
    const pdf = await copyPdf(await typesetterInLook(request), {
      municipality: request.municipality.name,
      committee: request.committee.name,
      marks: request.municipality.isDemo ? [disclosureTexts('sv').fictional] : [],
      now: request.now,
      kind: document.kind,
      content,
      masks,
    })
    return request.file(pdf, { type: 'application/pdf', name: 'kopia.pdf', inline: true })
  }),

  post('/utlamnande/:id/handlingar/:documentId/meningar', 'disclosures:handle', async (request) => {
    const form = await request.form()
    const passage = Object.keys(form)
      .filter((name) => name.startsWith('passage.'))
      .flatMap((name) => fieldTexts(form, name))
    const outcome = await request.run(maskPassages, { ...of(request), passage, ...ground(form, '.passages') })
    return answer(request, { outcome, form, nameOf: (field) => named(field, '.passages') })
  }),

  post('/utlamnande/:id/handlingar/:documentId/ord', 'disclosures:handle', async (request) => {
    const form = await request.form()
    const { word, wholeWord } = form
    const outcome = await request.run(maskWord, { ...of(request), word, wholeWord, ...ground(form, '.word') })
    return answer(request, { outcome, form, nameOf: (field) => named(field, '.word') })
  }),

  post('/utlamnande/:id/handlingar/:documentId/maskering/:maskId', 'disclosures:handle', async (request) => {
    const outcome = await request.run(unmask, { ...of(request), maskId: request.id('maskId') })
    return answer(request, { outcome, form: {}, nameOf: (field) => field })
  }),

  post('/utlamnande/:id/handlingar/:documentId/provning', 'disclosures:handle', async (request) => {
    const form = await request.form()
    const { decision, told } = form
    const outcome = await request.run(decideDocument, { ...of(request), decision, told, ...ground(form, '.decision') })
    if (outcome.ok) return request.redirect(disclosurePath(request.place, request.id()))
    return answer(request, { outcome, form, nameOf: (field) => named(field, '.decision') })
  }),
]

function of(request: PageRequest) {
  return { id: request.id(), documentId: request.id('documentId') }
}

function ground(form: RawForm, suffix: string) {
  return { law: fieldText(form, `law${suffix}`), provision: fieldText(form, `provision${suffix}`) }
}

/** The fields of the ground stand on the page once for each form. */
function named(field: string, suffix: string): string {
  return field === 'law' || field === 'provision' ? `${field}${suffix}` : field
}

type Answering = {
  readonly outcome: { readonly ok: true } | Refusal | BadInput
  readonly form: RawForm
  readonly nameOf: (field: string) => string
}

function answer(request: PageRequest, { outcome, form, nameOf }: Answering): Promise<Response> | Response {
  if (outcome.ok) return request.redirect(disclosureDocumentPath(request.place, request.id(), request.id('documentId')))
  const refused = refusedForm(form, outcome, disclosureTexts(request.language).errors)
  const errors = refused.errors.map((error) => ({
    ...error,
    // Nothing ticked belongs to the whole form of sentences, of which each part has a name of its own.
    field: error.field.startsWith('passage') ? '' : nameOf(error.field),
  }))
  return documentPage(request, { values: refused.values, errors })
}

/** What one who reads is shown; that a report marked as restricted is shown is noted. */
async function examined(request: PageRequest, as: 'page' | 'pdf') {
  const { scope } = request
  const { id, documentId } = of(request)
  const found = await request.read(async (tx) => {
    const row = await getDisclosure(tx, scope, id)
    const document = await getDocument(tx, scope, { disclosureId: id, documentId })
    // Its text goes when the request is closed: what was handed out lies in the package.
    if (document.content === undefined) throw new NotFound('content of a closed request')
    const masks = (await masksOf(tx, scope, [documentId])).get(documentId) ?? []
    const restricted = document.kind === 'report' ? await restrictedReports(tx, scope, [document.subject]) : new Set()
    return { row, document, content: document.content, masks, isRestricted: restricted.has(document.subject) }
  })
  await noteRestricted(request, [{ id: found.document.subject, isRestricted: found.isRestricted }], as)
  return found
}

async function documentPage(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const { row, document, content, masks, isRestricted } = await examined(request, 'page')
  const { id, documentId } = of(request)
  const shown = form.errors.length > 0 ? form : { values: decided(document), errors: [] }
  return request.page(
    disclosureTexts(language).examine,
    <ExamineDocument
      language={language}
      number={row.number}
      content={content}
      masks={masks}
      isRestricted={isRestricted}
      form={shown}
      requestHref={disclosurePath(place, id)}
      listHref={disclosuresPath(place)}
      previewHref={disclosurePreviewPath(place, id, documentId)}
      actions={
        may(scope, 'disclosures:handle') && isOpen(row)
          ? {
              passages: disclosurePassagesPath(place, id, documentId),
              word: disclosureWordPath(place, id, documentId),
              decision: disclosureDecisionPath(place, id, documentId),
              unmask: (maskId) => disclosureMaskPath(place, id, documentId, maskId),
            }
          : undefined
      }
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

/** What was decided stands in the form again. */
function decided(document: Awaited<ReturnType<typeof getDocument>>): FormState['values'] {
  return {
    decision: document.decision ?? '',
    told: document.told,
    'law.decision': document.law ?? '',
    'provision.decision': document.provision,
  }
}
