import { done, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { attachmentName } from '../reports/index.ts'
import { certificateForm, removeCertificateForm } from './claims.additions.forms.ts'
import { hasNotGoneOn, mostCertificates } from './claims.additions.rules.ts'
import { addFile, getCertificate, listCertificates, listUses, removeCertificate } from './claims.files.store.ts'

/** Keeps a certificate of the one who asks, to be used for several claims. The same file is kept once. */
export const addCertificate = command({
  name: 'claims.add-certificate',
  allow: 'claims:confirm',
  input: certificateForm,
  run: async ({ tx, scope, now, note }, { name: given, mediaType, bytes }) => {
    const personId = scope.personId ?? ''
    if ((await listCertificates(tx, scope, personId)).length >= mostCertificates)
      return refuse('claims.too-many-certificates', {}, 'file')
    const name = attachmentName(given, mediaType)
    const { id, sha256 } = await addFile(tx, scope, { personId, kind: 'certificate', name, mediaType, bytes, at: now })
    note({ type: 'claim-file', id }, { file: name, mediaType, bytes: bytes.length, sha256 })
    return done({ id })
  },
})

/** Takes an own certificate away, unless a claim that has gone on rests on it. */
export const dropCertificate = command({
  name: 'claims.remove-certificate',
  allow: 'claims:confirm',
  input: removeCertificateForm,
  run: async ({ tx, scope, note }, { id }) => {
    const personId = scope.personId ?? ''
    const { name } = await getCertificate(tx, scope, { id, personId })
    const uses = (await listUses(tx, scope, personId)).filter((it) => it.fileId === id)
    // A claim of another committee is not seen from here: it may have gone on.
    if (uses.some(({ state }) => state === null || !hasNotGoneOn(state))) return refuse('claims.certificate-in-use')
    const lost = await removeCertificate(tx, id)
    note({ type: 'claim-file', id }, { removed: name })
    for (const claimId of lost) note({ type: 'claim', id: claimId }, { withoutCertificate: id })
    return done({ id })
  },
})
