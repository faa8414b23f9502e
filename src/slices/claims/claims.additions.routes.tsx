import type { Command } from '../../platform/command.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { emptyForm, formatDay, type FormState } from '../../ui/index.ts'
import { NotFound } from '../../kernel/errors.ts'
import { changeAdditions, changeAdditionsFor, readClaimFile } from './claims.additions.commands.ts'
import { type Addition, largestFile } from './claims.additions.forms.ts'
import { claimAdditions } from './claims.additions.page.ts'
import { additionsPath } from './claims.additions.paths.ts'
import { addingRefusal } from './claims.additions.rules.ts'
import { additionsTexts } from './claims.additions.texts.ts'
import { AdditionsPage } from './claims.additions.views.tsx'
import { getFileOfClaim } from './claims.files.store.ts'
import { claimantStanding } from './claims.standing.store.ts'
import { getClaim } from './claims.store.ts'

const accepted = { kind: 'attachment', atMost: largestFile } as const

/** What a claimant adds to a claim, and the files that go with it. */
export const additionPages = [
  get('/arvoden/:id/tillagg', 'claims:read', (request) => additionsPage(request, emptyForm)),
  post('/arvoden/:id/tillagg', 'claims:confirm', (request) => changed(request, changeAdditions)),
  post('/arvoden/:id/tillagg/at', 'people:act-for', (request) => changed(request, changeAdditionsFor)),

  get('/arvoden/:id/filer/:fileId', 'claims:read', async (request) => {
    const { scope } = request
    const of = { claimId: request.id(), fileId: request.id('fileId') }
    const file = await request.read(async (tx) => {
      await getClaim(tx, scope, of.claimId)
      return getFileOfClaim(tx, scope, of)
    })
    if (file.personId !== scope.personId) await request.run(readClaimFile, of)
    return request.file(file.content, { type: file.mediaType, name: file.name })
  }),
]

/** Where each form has its file. */
function fileFieldOf(what: string, row: string): string {
  return what === 'cost' ? 'receipt' : what === 'loss' ? 'certificateFile' : `file.${row}`
}

async function changed(request: PageRequest, command: Command<Addition, unknown>): Promise<Response> {
  const { errors } = additionsTexts(request.language)
  const form = await request.form()
  const [what, row] = [fieldText(form, 'what'), fieldText(form, 'row')]
  const field = fileFieldOf(what, row)
  const upload = await request.upload(field, accepted)
  if (upload?.content.ok === false) {
    const { fault } = upload.content
    const message = errors[fault === 'missing' ? 'file-missing' : fault]
    return additionsPage(request, { values: form, errors: [{ field, message }] })
  }
  // A row's own form has the row in the names of its fields: several of them stand on one page.
  const { [`certificate.${row}`]: chosen, [field]: _file, ...rest } = form
  const file = upload?.content.ok
    ? { file: { name: upload.name, mediaType: upload.content.mediaType, bytes: upload.content.bytes } }
    : {}
  const input = { ...rest, ...(chosen !== undefined && { certificate: chosen }), ...file, id: request.id() }
  const outcome = await request.run(command, input)
  if (outcome.ok) return request.redirect(`${additionsPath(request.place, request.id())}#tillagt`)
  return additionsPage(request, refusedForm(form, outcome, errors))
}

async function additionsPage(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const texts = additionsTexts(language)
  const { claim, additions, diedOn } = await request.read(async (tx) => {
    const row = await getClaim(tx, scope, request.id())
    const { diedOn: died } = await claimantStanding(tx, scope, row.personId)
    return { claim: row, additions: await claimAdditions(tx, scope, row, { language, place }), diedOn: died }
  })
  if (additions === undefined) throw new NotFound('additions')
  const shown = {
    id: claim.id,
    version: claim.version,
    unit: claim.unitNames.join(', '),
    day: formatDay(claim.visitDay, language),
    person: claim.personName,
  }
  const refusal = claim.personId === scope.personId ? addingRefusal(claim.state) : undefined
  return request.page(
    texts.title(shown.unit, shown.day),
    <AdditionsPage
      language={language}
      place={place}
      claim={shown}
      additions={additions}
      isEstate={diedOn !== undefined}
      closed={refusal && texts.errors[refusal]}
      form={form}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}
