import { officialPageTemplate } from '../../platform/documents/official-page.typ.ts'

/** Typst source of the list that opens a meeting's package; its data is made by `meetings.cover.ts`. */
export const meetingCoverTemplate = `${officialPageTemplate}
#show: official-page.with(data.page)

= #data.title

#facts(data.facts)

#let listing(columns, part) = {
  heading(level: 2, part.heading)
  if part.rows.len() == 0 { text(fill: quiet, part.none) } else { ruled-table(columns, part.columns, part.rows) }
}

#listing((auto, 2fr, auto, 2fr, auto), data.written)
#listing((2fr, auto, 2fr, 1.5fr), data.oral)

== #data.discussion.heading
#if data.discussion.rows.len() == 0 { text(fill: quiet, data.discussion.none) } else {
  enum(..data.discussion.rows.map(it => {
    prose(it.text)
    text(size: 9pt, fill: quiet, it.origin)
  }))
}

#listing((auto, 2fr, 1.2fr, 1.5fr, 1.2fr, 1.2fr), data.decisions)
`
