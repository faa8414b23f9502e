import { officialPageTemplate } from '../../platform/documents/official-page.typ.ts'

/** Typst source of a report; its data is made by `reports.pdf.ts`. */
export const reportTemplate = `${officialPageTemplate}
#show: official-page.with(data.page)

= #data.title

#facts(data.facts)

== #data.participants.heading
#for it in data.participants.rows [- #strong(it.name)#if it.description != "" [, #it.description]
]

#if data.met.rows.len() > 0 {
  heading(level: 2, data.met.heading)
  ruled-table((auto, auto, 1fr), data.met.columns, data.met.rows)
}

== #data.deviations.heading
#if data.deviations.rows.len() == 0 { data.deviations.none }
#for it in data.deviations.rows [- #it.text #text(fill: quiet)[(#it.clause)]
]

#if data.topics.groups.len() > 0 {
  heading(level: 2, data.topics.heading)
  for group in data.topics.groups {
    if group.audience != "" { heading(level: 3, group.audience) }
    for topic in group.topics {
      heading(level: if group.audience == "" { 3 } else { 4 }, topic.heading)
      if topic.text.trim() == "" { text(fill: quiet, data.topics.none) } else { prose(topic.text) }
    }
  }
}

#for section in data.lists {
  if section.rows.len() > 0 {
    heading(level: 2, section.heading)
    enum(..section.rows.map(prose))
  }
}

#kept({
  heading(level: 2, data.signatures.heading)
  ruled-table((1fr, 1fr), data.signatures.columns, data.signatures.rows)
  par(text(size: 9pt, fill: quiet, data.signatures.note))
})
`
