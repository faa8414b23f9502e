import { formatInstant, type Instant } from '../../kernel/instant.ts'
import { officialPageData } from '../../platform/documents/official-page.typ.ts'
import type { TemplateData, Typesetter } from '../../platform/documents/typst.ts'
import { type DocumentContent, type Mask, maskDocument, plainRuns, type Run } from './disclosure.masking.rules.ts'
import type { Decision, DocumentKind } from './disclosure.rules.ts'
import { contentTexts } from './disclosure-content.texts.ts'
import { coverTexts } from './disclosure-cover.texts.ts'
import { copyTemplate, coverTemplate } from './disclosure.typ.ts'

type Issuer = {
  readonly municipality: string
  readonly committee: string
  readonly marks: readonly string[]
  /** When the copy is made; the file's own time too. */
  readonly now: Instant
}

export type Copy = Issuer & {
  readonly kind: DocumentKind
  readonly content: DocumentContent
  readonly masks: readonly Mask[]
}

/**
 * Returns a new PDF/A of the document's text with everything masked that the masks reach. What is masked reaches neither
 * the text, the title nor any other place in the file: it is left out before the typesetter sees it.
 */
export function copyPdf(typesetter: Typesetter, copy: Copy): Promise<Uint8Array> {
  const texts = contentTexts('sv')
  const masked = maskDocument(copy.content, copy.masks)
  const isMasked = copy.masks.length > 0
  return typesetter.typeset({
    template: copyTemplate,
    data: {
      page: officialPageData({
        organisation: copy.municipality,
        body: copy.committee,
        kind: `${texts.kinds[copy.kind]}. ${isMasked ? texts.copy : texts.wholeCopy}`,
        reference: plainRuns(masked.reference, texts.masked),
        marks: copy.marks,
        pageLabels: { page: texts.page, of: texts.pageOf },
      }),
      title: lines(masked.title),
      note: isMasked ? texts.copyNote : '',
      sections: masked.sections.map(({ heading, parts }) => ({
        heading: lines(heading),
        parts: parts.map(({ label, text }) => ({ label: lines(label), text: lines(text) })),
      })),
    },
    title: plainRuns(masked.title, texts.masked),
    language: 'sv',
    createdAt: copy.now,
  })
}

export type CoverRow = {
  /** As it stands in the copy; a refused document is named by its kind alone. */
  readonly title: string
  readonly kind: DocumentKind
  readonly decision: Decision
  /** The places that are masked, in masked copies. */
  readonly places: number
  readonly grounds: readonly string[]
  readonly told: string
}

export type Cover = Issuer & {
  readonly number: number
  readonly receivedAt: Instant
  readonly rows: readonly CoverRow[]
}

/** Returns the page that goes with the copies: what is handed out, what is masked and on what ground, and the right to a decision. */
export function coverPdf(typesetter: Typesetter, cover: Cover): Promise<Uint8Array> {
  const texts = coverTexts('sv')
  const refusesSome = cover.rows.some(({ decision }) => decision !== 'whole')
  const title = texts.title(cover.number)
  return typesetter.typeset({
    template: coverTemplate,
    data: {
      page: officialPageData({
        organisation: cover.municipality,
        body: cover.committee,
        kind: texts.kind,
        reference: texts.reference(cover.number),
        marks: cover.marks,
        pageLabels: { page: texts.page, of: texts.of },
      }),
      title,
      facts: [
        { label: texts.received, value: formatInstant(cover.receivedAt, 'sv') },
        { label: texts.answered, value: formatInstant(cover.now, 'sv') },
      ],
      documents: {
        heading: texts.documents,
        columns: [texts.number, texts.document, texts.outcome, texts.grounds],
        rows: cover.rows.map((row, index) => [
          String(index + 1),
          row.decision === 'refused' ? texts.refusedTitle(contentTexts('sv').kinds[row.kind]) : row.title,
          texts.decisions[row.decision],
          row.decision === 'masked' ? texts.masked(row.places, row.grounds.join(', ')) : row.grounds.join(', '),
        ]),
      },
      toldHeading: texts.toldHeading,
      told: cover.rows.map(({ told }) => told).filter((told) => told !== ''),
      rightsHeading: texts.rightsHeading,
      rights: refusesSome ? [texts.rights, texts.appeal] : [],
    },
    title,
    language: 'sv',
    createdAt: cover.now,
  })
}

/** A break in the text becomes a line of its own. */
function lines(runs: readonly Run[]): TemplateData {
  const found: Run[][] = [[]]
  for (const run of runs) {
    if ('masked' in run) found.at(-1)?.push(run)
    else
      for (const [index, text] of run.text.split('\n').entries()) {
        if (index > 0) found.push([])
        if (text !== '') found.at(-1)?.push({ text })
      }
  }
  return runs.length === 0 ? [] : found
}
