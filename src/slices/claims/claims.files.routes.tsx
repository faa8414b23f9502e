import { inStockholm } from '../../kernel/instant.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { emptyForm, formatDay, type FormState } from '../../ui/index.ts'
import { attachmentDetail } from '../reports/index.ts'
import { largestFile } from './claims.additions.forms.ts'
import { certificatesPath } from './claims.additions.paths.ts'
import { hasNotGoneOn } from './claims.additions.rules.ts'
import { additionsTexts } from './claims.additions.texts.ts'
import { CertificatesPage } from './claims-certificates.views.tsx'
import { addCertificate, dropCertificate } from './claims.files.commands.ts'
import { getCertificate, listCertificates, listUses } from './claims.files.store.ts'
import { claimPath } from './claims.paths.ts'

const accepted = { kind: 'attachment', atMost: largestFile } as const

/** A claimant's own certificates, which serve for several claims. */
export const certificatePages = [
  get('/arvoden/intyg', 'claims:read-own', (request) => certificatesPage(request, emptyForm)),

  post('/arvoden/intyg', 'claims:confirm', async (request) => {
    const { errors } = additionsTexts(request.language)
    const file = await request.upload('file', accepted)
    if (!file?.content.ok) {
      const fault = file?.content.ok === false && file.content.fault !== 'missing' ? file.content.fault : 'file-missing'
      const message = errors[fault]
      return certificatesPage(request, { values: {}, errors: [{ field: 'file', message }] })
    }
    const { bytes, mediaType } = file.content
    const outcome = await request.run(addCertificate, { name: file.name, mediaType, bytes })
    if (outcome.ok) return request.redirect(certificatesPath(request.place))
    return certificatesPage(request, refusedForm({}, outcome, errors))
  }),

  post('/arvoden/intyg/:id/ta-bort', 'claims:confirm', async (request) => {
    const outcome = await request.run(dropCertificate, { id: request.id() })
    if (outcome.ok) return request.redirect(certificatesPath(request.place))
    return certificatesPage(request, refusedForm({}, outcome, additionsTexts(request.language).errors))
  }),

  get('/arvoden/intyg/:id', 'claims:read-own', async (request) => {
    const { scope } = request
    const of = { id: request.id(), personId: scope.personId }
    const { content, mediaType, name } = await request.read((tx) => getCertificate(tx, scope, of))
    return request.file(content, { type: mediaType, name })
  }),
]

async function certificatesPage(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const texts = additionsTexts(language)
  const { files, uses } = await request.read(async (tx) => ({
    files: await listCertificates(tx, scope, scope.personId),
    uses: await listUses(tx, scope, scope.personId),
  }))
  const certificates = files.map((file) => {
    const own = uses.filter(({ fileId }) => fileId === file.id)
    return {
      id: file.id,
      name: file.name,
      detail: attachmentDetail(file, language),
      added: texts.addedOn(formatDay(inStockholm(file.addedAt).day, language)),
      uses: own.map(({ claimId, day, units }, index) => ({
        key: `${claimId} ${index}`,
        label: day === null ? texts.usedElsewhere : `${units ?? ''}, ${formatDay(day, language)}`,
        href: claimId === null ? undefined : claimPath(place, claimId),
      })),
      mayGo: own.every(({ state }) => state !== null && hasNotGoneOn(state)),
    }
  })
  return request.page(
    texts.certificatesTitle,
    <CertificatesPage language={language} place={place} certificates={certificates} form={form} />,
    form.errors.length > 0 ? 422 : 200,
  )
}
