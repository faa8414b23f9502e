import { NotFound } from '../../kernel/errors.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { attachmentKinds } from '../../kernel/attachment.ts'
import { emptyForm, formOf, type FormState } from '../../ui/index.ts'
import { addAttachment, removeAttachment, saveAttachmentRule } from './reports.attachments.commands.ts'
import { attachmentsPage } from './reports.attachments.page.ts'
import { attachmentRulePath, attachmentsPath } from './reports.attachments.paths.ts'
import { kindName, largestAttachment } from './reports.attachments.rules.ts'
import { allowedKinds, getAttachment } from './reports.attachments.store.ts'
import { attachmentTexts } from './reports.attachments.texts.ts'
import { readReport } from './reports.document.store.ts'
import { reportPath } from './reports.paths.ts'
import { noteRestricted } from './reports.restriction.routes.tsx'
import { getReport } from './reports.store.ts'
import { AttachmentRule, Attachments } from './reports-attachments.views.tsx'

const accepted = { kind: 'attachment', atMost: largestAttachment } as const

/** The files that go with a report, where the municipality allows them, and where it says so. */
export const attachmentRoutes = [
  get('/installningar/bilagor', 'attachments:allow', (request) => rulePage(request)),

  post('/installningar/bilagor', 'attachments:allow', async (request) => {
    const form = await request.form()
    const outcome = await request.run(saveAttachmentRule, form)
    if (outcome.ok) return request.redirect(`${attachmentRulePath(request.place)}?sparat=ja`)
    return rulePage(request, refusedForm(form, outcome, attachmentTexts(request.language).errors))
  }),

  get('/rapporter/:id/bilagor', 'reports:read', (request) => filesPage(request, emptyForm)),

  post('/rapporter/:id/bilagor', 'reports:write', async (request) => {
    const { errors } = attachmentTexts(request.language)
    const reportId = request.id()
    // Where there are no attachments there is no such form either.
    if ((await request.read(allowedKinds)).length === 0) throw new NotFound('attachments')
    const file = await request.upload('file', accepted)
    if (!file?.content.ok) {
      const message = errors[file?.content.ok === false ? file.content.fault : 'missing']
      return filesPage(request, { values: {}, errors: [{ field: 'file', message }] })
    }
    const { bytes, mediaType } = file.content
    const outcome = await request.run(addAttachment, { reportId, name: file.name, mediaType, bytes })
    if (outcome.ok) return request.redirect(attachmentsPath(request.place, reportId))
    return filesPage(request, refusedForm({}, outcome, errors))
  }),

  post('/rapporter/:id/bilagor/:fileId/ta-bort', 'reports:write', async (request) => {
    const reportId = request.id()
    const outcome = await request.run(removeAttachment, { reportId, id: request.id('fileId') })
    if (outcome.ok) return request.redirect(attachmentsPath(request.place, reportId))
    return filesPage(request, refusedForm({}, outcome, attachmentTexts(request.language).errors))
  }),

  get('/rapporter/:id/bilagor/:fileId', 'reports:read', async (request) => {
    const { scope } = request
    const [reportId, fileId] = [request.id(), request.id('fileId')]
    const { file, reading } = await request.read(async (tx) => {
      const report = await getReport(tx, scope, reportId)
      const { frozen, isMasked } =
        report.state === 'final' ? await readReport(tx, scope, reportId) : { frozen: undefined, isMasked: false }
      // A file cannot be masked in part: whoever reads the report masked does not get it.
      if (isMasked || (frozen && !frozen.attachments.some(({ id }) => id === fileId))) throw new NotFound('attachment')
      return {
        file: await getAttachment(tx, scope, reportId, fileId),
        reading: { id: reportId, isRestricted: report.isRestricted, isMasked },
      }
    })
    await noteRestricted(request, [reading], 'attachment')
    return request.file(file.content, { type: file.mediaType, name: file.name })
  }),
]

async function filesPage(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const page = await request.read(async (tx) => {
    const report = await getReport(tx, scope, request.id())
    return report.state === 'final' ? 'final' : attachmentsPage(tx, scope, report, { language, place, form })
  })
  if (page === 'final') return request.redirect(`${reportPath(place, request.id())}#bilagor`)
  if (page === undefined) throw new NotFound('attachments')
  return request.page(page.title, <Attachments {...page} />, form.errors.length > 0 ? 422 : 200)
}

async function rulePage(request: PageRequest, refused?: FormState): Promise<Response> {
  const { language, place } = request
  const kinds = await request.read(allowedKinds)
  return request.page(
    attachmentTexts(language).ruleTitle,
    <AttachmentRule
      language={language}
      action={attachmentRulePath(place)}
      choices={attachmentKinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
      form={refused ?? formOf({ kinds: [...kinds] })}
      isSaved={request.query('sparat') === 'ja'}
    />,
    refused === undefined ? 200 : 422,
  )
}
