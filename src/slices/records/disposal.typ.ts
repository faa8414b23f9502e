import { officialPageTemplate } from '../../platform/documents/official-page.typ.ts'

/** Typst source of a record of disposal; its data is made by `disposal.pdf.ts`. */
export const disposalTemplate = `${officialPageTemplate}
#show: official-page.with(data.page)

= #data.title

#facts(data.facts)

== #data.summary.heading
#ruled-table((2fr, auto, auto, auto, 2fr), data.summary.columns, data.summary.rows)

== #data.listHeading
#for group in data.groups {
  heading(level: 3, group.heading)
  ruled-table((1fr, auto), group.columns, group.rows)
}
`
