import { NotFound } from '../../kernel/errors.ts'
import { formatInstant } from '../../kernel/instant.ts'
import { isBadInput } from '../../platform/command.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { may } from '../../platform/scope.ts'
import { formOf, type FormState } from '../../ui/index.ts'
import { typesetterInLook } from '../municipalities/index.ts'
import { correctionsPath } from './correction.paths.ts'
import { saveDataProtection } from './data-protection.commands.ts'
import { dataProtectionMarkdown } from './data-protection.export.ts'
import { dataProtectionDocument, type DocumentShown } from './data-protection.page.ts'
import {
  type DataProtectionDocument,
  dataProtectionDocumentPath,
  dataProtectionEditPath,
  dataProtectionFilePath,
  dataProtectionPath,
  documentWords,
} from './data-protection.paths.ts'
import { assessedRisks, fieldsOf } from './data-protection.rules.ts'
import { dataProtectionTexts } from './data-protection.texts.ts'
import { DataProtectionDocumentPage, DataProtectionEdit, DataProtectionOverview } from './data-protection.views.tsx'
import { documentTexts } from './data-protection-document.texts.ts'
import { recordPdf } from './record-print.pdf.ts'

/** The record of processing and the impact assessment: read, changed, printed, taken out as text. */
export const dataProtectionRoutes = [
  get('/dataskydd', 'data-protection:read', async (request) => {
    const { language, place } = request
    const texts = dataProtectionTexts(language)
    const documents = await Promise.all((['record', 'assessment'] as const).map((it) => documentFor(request, it)))
    const cards = documents.map((it) => ({
      name: texts.documents[it.document],
      about: texts.about[it.document],
      href: dataProtectionDocumentPath(place, it.document),
      version: it.savedAt ? texts.versionOf(it.version, formatInstant(it.savedAt, language)) : texts.unsaved,
      missing: it.missing.length,
    }))
    return request.page(
      texts.title,
      <DataProtectionOverview language={language} cards={cards} correctionsHref={correctionsPath(place)} />,
    )
  }),

  get('/dataskydd/:document', 'data-protection:read', async (request) => {
    const { language, place } = request
    const texts = dataProtectionTexts(language)
    const shown = await documentFor(request, documentIn(request), versionIn(request))
    const { document, versions } = shown
    const isOld = shown.version !== (versions[0]?.version ?? 0)
    const version = isOld ? shown.version : undefined
    return request.page(
      shown.title,
      <DataProtectionDocumentPage
        language={language}
        title={shown.title}
        lead={shown.lead}
        sections={shown.sections}
        missing={shown.missing}
        notice={request.query('klart') === 'sparad' ? texts.saved : undefined}
        old={version}
        overviewHref={dataProtectionPath(place)}
        editHref={may(request.scope, 'data-protection:edit') ? dataProtectionEditPath(place, document) : undefined}
        pdfHref={dataProtectionFilePath(place, document, 'dokument.pdf', version)}
        markdownHref={dataProtectionFilePath(place, document, 'dokument.md', version)}
        versions={versions.map((it) => ({
          label: texts.versionBy(it.version, formatInstant(it.savedAt, language), it.savedBy),
          href: dataProtectionDocumentPath(place, document, it.version),
        }))}
      />,
    )
  }),

  get('/dataskydd/:document/andra', 'data-protection:edit', (request) => editPage(request)),

  post('/dataskydd/:document/andra', 'data-protection:edit', async (request) => {
    const document = documentIn(request)
    const form = await request.form()
    const outcome = await request.run(saveDataProtection, { ...form, document })
    if (outcome.ok) return request.redirect(`${dataProtectionDocumentPath(request.place, document)}?klart=sparad`)
    const { errors } = dataProtectionTexts(request.language)
    const said = (field: string, code: string) => ({ field, message: errors[code] ?? code })
    return editPage(request, {
      values: form,
      errors: isBadInput(outcome)
        ? outcome.issues.map(({ field, code }) => said(field === 'version' ? '' : field, errors[code] ? code : 'stale'))
        : [said('', outcome.code)],
    })
  }),

  get('/dataskydd/:document/dokument.pdf', 'data-protection:read', async (request) => {
    const shown = await documentFor(request, documentIn(request), versionIn(request))
    const { municipality, committee, now } = request
    const bytes = await recordPdf(await typesetterInLook(request), {
      language: 'sv',
      municipality: municipality.name,
      committee: committee.name,
      kind: shown.kind,
      reference: shown.version === 0 ? documentTexts.unsaved : `${documentTexts.version} ${shown.version}`,
      marks: municipality.isDemo ? [documentTexts.fictional] : [],
      pageLabels: { page: documentTexts.page, of: documentTexts.of },
      title: shown.title,
      lead: shown.lead,
      sections: shown.sections,
      createdAt: now,
    })
    return request.file(bytes, { type: 'application/pdf', name: fileName(shown, 'pdf'), inline: true })
  }),

  get('/dataskydd/:document/dokument.md', 'data-protection:read', async (request) => {
    const shown = await documentFor(request, documentIn(request), versionIn(request))
    const type = 'text/markdown; charset=utf-8'
    return request.file(dataProtectionMarkdown(shown), { type, name: fileName(shown, 'md') })
  }),
]

/** Throws `NotFound` for an address that names neither document. */
function documentIn(request: PageRequest): DataProtectionDocument {
  const word = request.param('document')
  const found = (['record', 'assessment'] as const).find((it) => documentWords[it] === word)
  if (found === undefined) throw new NotFound('document')
  return found
}

function versionIn(request: PageRequest): number | undefined {
  const text = request.query('version')
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined
}

async function documentFor(
  request: PageRequest,
  document: DataProtectionDocument,
  version?: number,
): Promise<DocumentShown> {
  const { scope, committee, municipality } = request
  const asked = { scope, document, version, committee: committee.name, municipality: municipality.name }
  const shown = await request.read((tx) => dataProtectionDocument(tx, asked))
  if (shown === undefined) throw new NotFound('version')
  return shown
}

async function editPage(request: PageRequest, refused?: FormState): Promise<Response> {
  const { language, place } = request
  const document = documentIn(request)
  const texts = dataProtectionTexts(language)
  const shown = await documentFor(request, document)
  const title = texts.editTitle(texts.documents[document])
  const labels: Readonly<Record<string, string>> = documentTexts[document].fields
  const typed = typeof refused?.values.version === 'string' ? Number(refused.values.version) : undefined
  return request.page(
    title,
    <DataProtectionEdit
      language={language}
      title={title}
      action={dataProtectionEditPath(place, document)}
      version={typed !== undefined && Number.isSafeInteger(typed) ? typed : shown.version}
      cancelHref={dataProtectionDocumentPath(place, document)}
      fields={fieldsOf[document].map((name) => ({
        name,
        label: labels[name] ?? name,
        hint: assessedRisks.some((it) => it === name) ? documentTexts.judgement : texts.optionalHint,
      }))}
      form={refused ?? formOf(shown.answers)}
    />,
    refused ? 422 : 200,
  )
}

function fileName({ document, version }: DocumentShown, ending: string): string {
  return `${documentWords[document]}-${version}.${ending}`
}
