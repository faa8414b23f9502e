import { createHash } from 'node:crypto'
import { type Zippable, zipSync } from 'fflate'
import { isoTimeOfDay } from '../../kernel/clock-time.ts'
import { isoFromDay } from '../../kernel/date.ts'
import { type Instant, inStockholm } from '../../kernel/instant.ts'
import type { Typesetter } from '../../platform/documents/typst.ts'
import {
  countMasked,
  type DocumentContent,
  groundText,
  type Mask,
  maskDocument,
  plainRuns,
} from './disclosure.masking.rules.ts'
import { type CoverRow, copyPdf, coverPdf } from './disclosure.pdf.ts'
import type { Decision, DocumentKind } from './disclosure.rules.ts'
import { contentTexts } from './disclosure-content.texts.ts'

export type PackedDocument = {
  readonly kind: DocumentKind
  readonly decision: Decision
  readonly content: DocumentContent
  readonly masks: readonly Mask[]
  /** Of a refusal. */
  readonly ground: string
  readonly told: string
  /** The file as it lies in the archive, for a report that is handed out whole. */
  readonly original?: Uint8Array | undefined
}

export type DisclosurePackage = {
  readonly municipality: string
  readonly committee: string
  readonly marks: readonly string[]
  readonly number: number
  readonly receivedAt: Instant
  readonly now: Instant
  readonly documents: readonly PackedDocument[]
}

/**
 * Returns what is handed out as a ZIP, its name and its SHA-256 (lower-case hexadecimal): the cover page, and a copy of each document that is not refused.
 * Files are named by number alone, so that no name tells what a copy masks.
 */
export async function disclosurePackage(
  typesetter: Typesetter,
  content: DisclosurePackage,
): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly sha256: string }> {
  const rows = content.documents.map(coverRow)
  const files: Zippable = { '00_foljeblad.pdf': [await coverPdf(typesetter, { ...content, rows }), stored] }
  for (const [index, document] of content.documents.entries()) {
    if (document.decision === 'refused') continue
    const masks = document.decision === 'masked' ? document.masks : []
    const copy = document.decision === 'whole' ? document.original : undefined
    const pdf = copy ?? (await copyPdf(typesetter, { ...content, ...document, masks }))
    files[`${String(index + 1).padStart(2, '0')}_handling.pdf`] = [pdf, stored]
  }
  const { day, time } = inStockholm(content.now)
  const bytes = zipSync(files, { mtime: `${isoFromDay(day)}T${isoTimeOfDay(time)}:00` })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name: `utlamnande-${content.number}.zip`, bytes, sha256 }
}

/** A PDF is compressed inside already. */
const stored = { level: 0 } as const

function coverRow({ kind, decision, content, masks, ground, told }: PackedDocument): CoverRow {
  const masked = maskDocument(content, decision === 'masked' ? masks : [])
  const grounds = decision === 'masked' ? masks.map((mask) => groundText(mask.ground)) : [ground]
  return {
    kind,
    decision,
    told,
    title: plainRuns(masked.title, contentTexts('sv').masked),
    places: countMasked(masked),
    grounds: [...new Set(grounds)].filter((it) => it !== ''),
  }
}
