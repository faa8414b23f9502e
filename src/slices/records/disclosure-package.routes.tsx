import type { PageRequest } from '../../platform/http/page.ts'
import { typesetterInLook } from '../municipalities/index.ts'
import { printReport, type ReadReport, readReport } from '../reports/index.ts'
import { groundText } from './disclosure.masking.rules.ts'
import { disclosurePackage, type PackedDocument } from './disclosure.package.ts'
import { outcomeOf } from './disclosure.rules.ts'
import { getDisclosure, listDocuments, masksOf } from './disclosure.store.ts'
import { restrictedReports } from './disclosure.restricted.store.ts'
import { disclosureTexts } from './disclosure.texts.ts'

/**
 * Returns what would be handed out now, or undefined while a document is undecided. A report that goes out whole is the
 * very file that lies in the archive. `isRestricted` when something of a report marked as restricted would leave.
 */
export async function disclosedPackage(request: PageRequest, id: string) {
  const { scope, municipality, committee, now } = request
  const typesetter = await typesetterInLook(request)
  const gathered = await request.read(async (tx) => {
    const row = await getDisclosure(tx, scope, id)
    const documents = await listDocuments(tx, scope, id)
    if (outcomeOf(documents) === undefined) return undefined
    const masks = await masksOf(
      tx,
      scope,
      documents.map((document) => document.id),
    )
    const leaving = documents.filter(({ kind, decision }) => kind === 'report' && decision !== 'refused')
    const whole = leaving.filter(({ decision }) => decision === 'whole')
    const originals = new Map<string, ReadReport>()
    for (const { subject } of whole) originals.set(subject, await readReport(tx, scope, subject))
    const restricted = await restrictedReports(
      tx,
      scope,
      leaving.map(({ subject }) => subject),
    )
    return { row, documents, masks, originals, isRestricted: restricted.size > 0 }
  })
  if (gathered === undefined) return undefined
  const { row, documents, masks, originals, isRestricted } = gathered
  const packed: PackedDocument[] = []
  for (const { id: documentId, kind, subject, decision, content, law, provision, told } of documents) {
    if (decision === null || content === undefined) return undefined
    const kept = originals.get(subject)
    packed.push({
      kind,
      decision,
      content,
      told,
      masks: masks.get(documentId) ?? [],
      ground: law === null ? '' : groundText({ law, provision }),
      original: kept && (kept.pdf ?? (await printReport(typesetter, kept.frozen))),
    })
  }
  const { name, bytes, sha256 } = await disclosurePackage(typesetter, {
    municipality: municipality.name,
    committee: committee.name,
    marks: municipality.isDemo ? [disclosureTexts('sv').fictional] : [],
    number: row.number,
    receivedAt: row.receivedAt,
    now,
    documents: packed,
  })
  return { name, bytes, sha256, isRestricted }
}
