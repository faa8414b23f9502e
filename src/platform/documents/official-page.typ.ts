import type { TemplateData } from './typst.ts'

/** What stands on every page of an official document. */
export type OfficialPage = {
  readonly organisation: string
  readonly body: string
  /** What kind of document it is, for example "Besöksrapport". */
  readonly kind: string
  /** Registration number, or an empty text before registration. */
  readonly reference: string
  /** Warnings that must not be missed, such as "Fiktiva uppgifter". */
  readonly marks: readonly string[]
  readonly pageLabels: { readonly page: string; readonly of: string }
}

/** Returns the page's part of a template's data. */
export function officialPageData(page: OfficialPage): TemplateData {
  return { ...page, pageLabels: { ...page.pageLabels } }
}

/**
 * Typst source that gives a template the common look and its parts. Use it as
 * `#show: official-page.with(data.page)` after it. Headings start at level 1, once, with the title.
 */
export const officialPageTemplate = `
#let ink = rgb("#16242e")
#let accent = rgb(if look.accent == "" { "#1d4f68" } else { look.accent })
#let quiet = rgb("#4b5c66")
#let tint = color.mix((accent, 7%), (white, 93%), space: rgb)
#let rule = color.mix((accent, 28%), (white, 72%), space: rgb)

// Print that stays together with its heading.
#let kept(content) = block(breakable: false, above: 20pt, content)

#let mark(it) = box(stroke: 0.8pt + rgb("#8a3b12"), radius: 2pt, inset: (x: 6pt, y: 3pt),
  text(size: 8.5pt, weight: 600, fill: rgb("#8a3b12"), it))

// The municipality's coat of arms or logo, at most so high and so wide.
#let logo = if look.logo != "" {
  layout(_ => {
    let upright = image("logo.png", alt: look.logo, height: 1.5cm)
    if measure(upright).width <= 5cm { upright } else { image("logo.png", alt: look.logo, width: 5cm) }
  })
}

#let joined(..parts) = parts.pos().filter(it => it != "").join("  ·  ")

#let official-page(page-data, content) = {
  set page(
    paper: "a4",
    margin: (top: 2.4cm, bottom: 2.3cm, x: 2.3cm),
    header: context if counter(page).get().first() > 1 {
      set text(size: 8.5pt, fill: quiet)
      joined(page-data.organisation, page-data.body)
      h(1fr)
      page-data.kind
    },
    footer: {
      set text(size: 8.5pt, fill: quiet)
      line(length: 100%, stroke: 0.5pt + rule)
      v(-4pt)
      joined(page-data.reference, ..page-data.marks)
      h(1fr)
      context counter(page).display(
        (current, last) => [#page-data.pageLabels.page #current #page-data.pageLabels.of #last],
        both: true,
      )
    },
  )
  set text(size: 10.5pt, fill: ink)
  set par(leading: 0.68em, spacing: 1.1em)
  set enum(spacing: 1.1em)
  set list(spacing: 1em)
  set table(stroke: none, inset: (x: 6pt, y: 5pt), align: left + top)
  show table.cell.where(y: 0): set text(weight: 600)
  show heading: set text(weight: 600, fill: accent)
  show heading.where(level: 1): set text(size: 21pt)
  show heading.where(level: 1): set block(above: 0pt, below: 12pt)
  show heading.where(level: 2): set text(size: 13.5pt)
  show heading.where(level: 2): set block(above: 20pt, below: 10pt, sticky: true)
  show heading.where(level: 3): set text(size: 11.5pt, fill: ink)
  show heading.where(level: 3): set block(above: 15pt, below: 8pt, sticky: true)
  show heading.where(level: 4): set text(size: 10.5pt, fill: quiet)
  show heading.where(level: 4): set block(above: 13pt, below: 7.5pt, sticky: true)

  block(width: 100%, below: 22pt, {
    set text(size: 10pt)
    let issuer = par({
      text(weight: 600, fill: accent, size: 12pt, page-data.organisation)
      linebreak()
      text(fill: quiet, page-data.body)
    })
    let what = align(right, par({
      text(weight: 600, page-data.kind)
      if page-data.reference != "" { linebreak(); text(fill: quiet, page-data.reference) }
    }))
    if logo == none { grid(columns: (3fr, 2fr), column-gutter: 12pt, issuer, what) } else {
      grid(columns: (auto, 3fr, 2fr), column-gutter: 12pt, align: horizon, logo, issuer, what)
    }
    v(2pt)
    line(length: 100%, stroke: 1.2pt + accent)
    for it in page-data.marks { mark(it); h(6pt) }
  })
  content
}

// Facts as label and value, in a tinted panel.
#let facts(rows) = block(fill: tint, radius: 3pt, inset: 12pt, width: 100%, below: 14pt,
  grid(columns: (auto, 1fr), column-gutter: 16pt, row-gutter: 8pt,
    ..rows.map(row => (par(text(weight: 600, fill: quiet, row.label)), par(row.value))).flatten()))

// The same in columns side by side, each label over its value; read column by column.
#let facts-columns(groups) = block(fill: tint, radius: 3pt, inset: 12pt, width: 100%, below: 14pt,
  grid(columns: groups.map(_ => 1fr), column-gutter: 20pt,
    ..groups.map(rows => stack(spacing: 11pt, ..rows.map(row => par({
      text(size: 9pt, weight: 600, fill: quiet, row.label)
      linebreak()
      row.value
    }))))))

// What has to be known before the document is read.
#let notice(title, paragraphs) = block(stroke: (left: 3pt + accent), inset: (left: 12pt, y: 4pt), width: 100%, below: 14pt, {
  par(strong(title))
  for it in paragraphs { par(it) }
})

// A text runs the way its first letter does (Unicode Standard Annex 9, P2 and P3).
#let direction(written) = {
  let first = written.match(regex("\\p{L}"))
  if first != none and first.text.contains(regex("[\\p{Arabic}\\p{Hebrew}]")) { rtl } else { ltr }
}

// What a person wrote: an empty line parts paragraphs, a single break is kept.
#let prose(written) = for part in written.split(regex("\\n\\s*\\n")).filter(it => it.trim() != "") {
  set text(dir: direction(part))
  par(part.trim().split("\\n").join(linebreak()))
}

// Words from elsewhere that are spoken of.
#let quoted(written) = block(stroke: (left: 2pt + rule), inset: (left: 10pt, y: 2pt), width: 100%,
  text(fill: quiet, prose(written)))

#let ruled-table(columns, header, rows, align: left) = table(
  columns: columns,
  align: align,
  fill: (_, row) => if row == 0 { tint },
  table.header(..header),
  table.hline(stroke: 0.8pt + accent),
  ..rows.map(row => (..row, table.hline(stroke: 0.4pt + rule))).flatten(),
)
`
