import { officialPageTemplate } from '../../platform/documents/official-page.typ.ts'

/** Typst source of the yearly statement and of the employer's certificate; its data is made by `claims.year.pdf.ts`. */
export const yearTemplate = `${officialPageTemplate}
#show: official-page.with(data.page)

= #data.title

#data.statement

#facts(data.facts)

#for section in data.sections {
  heading(level: 2, section.heading)
  if section.rows.len() == 0 { par(section.empty) } else {
    set text(size: 9.5pt)
    ruled-table(
      section.columns.enumerate().map(it => if it.first() == section.wide { 1fr } else { auto }),
      section.columns,
      section.rows + if section.total.len() == 0 { () } else { (section.total.map(strong),) },
      align: (column, _) => if column < section.figures { left + top } else { right + top },
    )
  }
}

#for it in data.notes [#par(it)]
`
