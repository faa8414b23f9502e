import { officialPageTemplate } from '../../platform/documents/official-page.typ.ts'

/** Typst source of a document in sections of paragraphs and facts; its data is made by `record-print.pdf.ts`. */
export const recordTemplate = `${officialPageTemplate}
#show: official-page.with(data.page)

= #data.title

#data.lead

#for section in data.sections {
  heading(level: 2, section.heading)
  for it in section.paragraphs { prose(it) }
  for group in section.groups { facts(group) }
}
`
