import type { Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { officialPageData } from '../../platform/documents/official-page.typ.ts'
import type { Typesetter } from '../../platform/documents/typst.ts'
import type { PrintedSection } from './record-print.rules.ts'
import { recordTemplate } from './record-print.typ.ts'

/** A document of headings, paragraphs and facts, in words that are ready for print. */
export type PrintedRecord = {
  readonly language: Language
  readonly municipality: string
  readonly committee: string
  readonly kind: string
  readonly reference: string
  readonly marks: readonly string[]
  readonly pageLabels: { readonly page: string; readonly of: string }
  readonly title: string
  readonly lead: string
  readonly sections: readonly PrintedSection[]
  /** The file's own time too. */
  readonly createdAt: Instant
}

/** Returns the document as a tagged PDF/A-2a. The same document gives the same bytes. */
export function recordPdf(typesetter: Typesetter, record: PrintedRecord): Promise<Uint8Array> {
  const { language, municipality, committee, title, lead, createdAt } = record
  const { kind, reference, marks, pageLabels } = record
  return typesetter.typeset({
    template: recordTemplate,
    data: {
      page: officialPageData({ organisation: municipality, body: committee, kind, reference, marks, pageLabels }),
      title,
      lead,
      sections: record.sections.map(({ heading, paragraphs, groups }) => ({
        heading,
        paragraphs: paragraphs.filter((it) => it.trim() !== ''),
        groups: groups.map((group) => group.map((it) => ({ ...it }))),
      })),
    },
    title,
    language,
    createdAt,
  })
}
