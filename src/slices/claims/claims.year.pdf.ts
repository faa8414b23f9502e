import type { Day } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { longDay } from '../../platform/documents/day-text.ts'
import { officialPageData } from '../../platform/documents/official-page.typ.ts'
import type { Typesetter } from '../../platform/documents/typst.ts'
import { yearTexts } from './claims.year.texts.ts'
import { yearTemplate } from './claims.year.typ.ts'

/** A table of the document: the cells as they are printed, figures in the columns from `figures` on. */
export type Section = {
  readonly heading: string
  readonly columns: readonly string[]
  /** The column that takes what is left of the width. */
  readonly wide: number
  readonly figures: number
  readonly rows: readonly (readonly string[])[]
  /** The last row; none when empty. */
  readonly total: readonly string[]
  /** What is said when there are no rows. */
  readonly empty: string
}

/** A paper about one person's assignments: for the person themselves, or for an employer. */
export type YearPaper = {
  readonly language: Language
  readonly municipality: string
  readonly committee: string
  readonly kind: string
  readonly title: string
  readonly statement: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly issued: Day
  readonly sections: readonly Section[]
  readonly notes: readonly string[]
  readonly createdAt: Instant
  /** Marks that must not be missed, such as "Fiktiva uppgifter". */
  readonly marks: readonly string[]
}

/** Returns the paper as a tagged PDF/A-2a. The same paper gives the same bytes. */
export function yearPdf(typesetter: Typesetter, paper: YearPaper): Promise<Uint8Array> {
  const { language, municipality, committee, kind, title, statement, facts, issued, sections, notes, marks } = paper
  const texts = yearTexts(language)
  return typesetter.typeset({
    template: yearTemplate,
    data: {
      page: officialPageData({
        organisation: municipality,
        body: committee,
        kind,
        reference: '',
        marks,
        pageLabels: { page: texts.page, of: texts.of },
      }),
      title,
      statement,
      facts: [...facts, { label: texts.issued, value: longDay(issued, language) }],
      sections: sections.map((section) => ({ ...section })),
      notes,
    },
    title,
    language,
    createdAt: paper.createdAt,
  })
}
