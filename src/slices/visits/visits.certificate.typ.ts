import { officialPageTemplate } from '../../platform/documents/official-page.typ.ts'

/** Typst source of the certificate for an employer; its data is made by `visits.certificate.pdf.ts`. */
export const certificateTemplate = `${officialPageTemplate}
#show: official-page.with(data.page)

= #data.title

#data.statement

#facts(data.facts)

#for it in data.notes [#par(it)]
`
