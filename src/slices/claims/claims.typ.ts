import { officialPageTemplate } from '../../platform/documents/official-page.typ.ts'

/** Typst source of the approved list; its data is made by `claims.list-pdf.ts`. */
export const approvedListTemplate = `${officialPageTemplate}
#show: official-page.with(data.page)

= #data.title

#facts(data.facts)

#par(text(size: 9pt, fill: quiet, data.note))

// A row is never parted between two pages.
#for person in data.persons {
  heading(level: 2, person.heading)
  set text(size: 9.5pt)
  ruled-table(
    (auto, auto, auto, 1fr, auto, auto, auto),
    data.columns,
    person.rows.map(row => row.map(cell => block(breakable: false, cell))) + ((([], [], [], strong(data.total), [], [], strong(person.total))),),
    align: (column, _) => if column < 4 { left + top } else { right + top },
  )
}

#kept({
  heading(level: 2, data.sums.heading)
  set text(size: 9.5pt)
  ruled-table(
    (auto, 1fr, auto, auto),
    data.sums.columns,
    data.sums.rows + ((strong(data.sums.total), [], strong(data.sums.count), strong(data.sums.amount)),),
    align: (column, _) => if column < 2 { left + top } else { right + top },
  )
})
`
