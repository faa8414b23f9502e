import { type Instant, inStockholm } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { longDay } from '../../platform/documents/day-text.ts'
import type { Typesetter } from '../../platform/documents/typst.ts'
import type { OwnData, ShownRow } from './own-data.page.ts'
import { ownDataTexts } from './own-data.texts.ts'
import { recordPdf } from './record-print.pdf.ts'

type Printed = {
  readonly language: Language
  readonly municipality: string
  readonly committee: string
  readonly isDemo: boolean
  readonly name: string
  readonly made: Instant
  readonly parts: readonly (Omit<OwnData, 'rows'> & { readonly rows: readonly ShownRow[] })[]
}

/** Returns the extract (registerutdrag) as a tagged PDF/A-2a. */
export function ownDataPdf(typesetter: Typesetter, printed: Printed): Promise<Uint8Array> {
  const { language, municipality, committee, isDemo, name, made, parts } = printed
  const texts = ownDataTexts(language)
  const { kind, page, of, fictional } = texts.printed
  return recordPdf(typesetter, {
    language,
    municipality,
    committee,
    kind,
    reference: '',
    marks: isDemo ? [fictional] : [],
    pageLabels: { page, of },
    title: texts.title,
    lead: texts.printedLead(name, longDay(inStockholm(made).day, language)),
    createdAt: made,
    sections: parts.map(({ part, why, ground, kept, rows }) => ({
      heading: texts.parts[part],
      paragraphs: [
        `${texts.why}: ${why}`,
        `${texts.ground}: ${ground}`,
        `${texts.kept}: ${kept}`,
        ...(rows.length === 0 ? [texts.nothing] : []),
      ],
      groups: rows.map((row) => row.map(({ term, description }) => ({ label: term, value: description }))),
    })),
  })
}
