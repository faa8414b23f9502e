import type { Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { officialPageData, officialPageTemplate } from '../../platform/documents/official-page.typ.ts'
import { type DocumentLook, inLook, type Typesetter } from '../../platform/documents/typst.ts'
import { lookTexts } from './look.texts.ts'

type Sample = {
  readonly language: Language
  readonly municipality: string
  readonly committee: string
  readonly isDemo: boolean
  readonly createdAt: Instant
}

const template = `${officialPageTemplate}
#show: official-page.with(data.page)

= #data.title

#data.lead

#facts(data.facts)

== #data.heading
#ruled-table((1fr, 2fr), data.columns, data.rows)
`

/** Returns a page that shows a look, as a tagged PDF/A-2a. Rejects when its picture cannot be drawn. */
export function lookSamplePdf(typesetter: Typesetter, look: DocumentLook, sample: Sample): Promise<Uint8Array> {
  const { language, municipality, committee, isDemo, createdAt } = sample
  const { kind, title, lead, heading, columns, rows, facts, page, of, fictional } = lookTexts(language).printed
  return inLook(typesetter, look).typeset({
    template,
    data: {
      page: officialPageData({
        organisation: municipality,
        body: committee,
        kind,
        reference: '',
        marks: isDemo ? [fictional] : [],
        pageLabels: { page, of },
      }),
      title,
      lead,
      facts: [
        { label: facts.municipality, value: municipality },
        { label: facts.colour, value: look.accent ?? facts.ownColour },
      ],
      heading,
      columns,
      rows,
    },
    title,
    language,
    createdAt,
  })
}
