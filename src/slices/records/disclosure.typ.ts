import { officialPageTemplate } from '../../platform/documents/official-page.typ.ts'

/** A masked piece is a black field of one width for its ground, whatever it covers: the length tells nothing either. */
const shown = `
#let bar(ground) = box(fill: black, inset: (x: 4pt), outset: (y: 2.5pt),
  text(size: 8.5pt, fill: white, weight: 600, ground))
#let shown(lines) = lines.map(line => line.map(run =>
  if "masked" in run { bar(run.masked) } else { run.text }).join()).join(linebreak())
`

/** Typst source of a copy of a document in parts, masked or whole; its data is made by `disclosure.pdf.ts`. */
export const copyTemplate = `${officialPageTemplate}${shown}
#show: official-page.with(data.page)

#heading(level: 1, shown(data.title))

#if data.note != "" { text(fill: quiet, data.note) }

#for section in data.sections {
  heading(level: 2, shown(section.heading))
  for part in section.parts {
    par({
      if part.label.len() > 0 { strong(shown(part.label)); linebreak() }
      shown(part.text)
    })
  }
}
`

/** Typst source of the cover page of what is handed out. */
export const coverTemplate = `${officialPageTemplate}
#show: official-page.with(data.page)

= #data.title

#facts(data.facts)

== #data.documents.heading
#ruled-table((auto, 2fr, 1fr, 2fr), data.documents.columns, data.documents.rows)

#if data.told.len() > 0 {
  heading(level: 2, data.toldHeading)
  for it in data.told { prose(it) }
}

#if data.rights.len() > 0 {
  heading(level: 2, data.rightsHeading)
  for it in data.rights { par(it) }
}
`
