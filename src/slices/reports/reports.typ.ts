import { officialPageTemplate } from '../../platform/documents/official-page.typ.ts'

/** Typst source of a report; its data is made by `reports.pdf.ts`. */
export const reportTemplate = `${officialPageTemplate}
#show: official-page.with(data.page)

= #data.title

#for it in data.notices { notice(it.heading, it.paragraphs) }

#facts-columns(data.facts)

== #data.participants.heading
#ruled-table(data.participants.columns.map(_ => 1fr), data.participants.columns, data.participants.rows)

#if data.met.rows.len() > 0 {
  heading(level: 2, data.met.heading)
  ruled-table((3fr, 1fr, 4fr).slice(0, data.met.columns.len()), data.met.columns, data.met.rows)
}

== #data.deviations.heading
#if data.deviations.rows.len() == 0 { par(data.deviations.none) } else {
  list(..data.deviations.rows.map(it => {
    par[#it.text #text(fill: quiet)[(#it.clause)]]
    if it.explanation != "" { prose(it.explanation) }
  }))
}

#if data.topics.groups.len() > 0 {
  heading(level: 2, data.topics.heading)
  for group in data.topics.groups {
    if group.audience != "" { heading(level: 3, group.audience) }
    for topic in group.topics {
      heading(level: if group.audience == "" { 3 } else { 4 }, topic.heading)
      if topic.text.trim() == "" { par(text(fill: quiet, data.topics.none)) } else { prose(topic.text) }
    }
  }
}

#for section in data.lists {
  if section.rows.len() > 0 {
    heading(level: 2, section.heading)
    enum(..section.rows.map(it => {
      prose(it.text)
      if it.note != "" { par(text(size: 9.5pt, fill: quiet, it.note)) }
    }))
  }
}

#for section in data.statements {
  heading(level: 2, section.heading)
  if section.lead != "" { par(section.lead) }
  for it in section.parts {
    heading(level: 3, it.heading)
    if it.note != "" { par(text(size: 9.5pt, fill: quiet, it.note)) }
    prose(it.text)
    for remark in it.remarks {
      heading(level: 4, remark.heading)
      quoted(remark.quote)
      prose(remark.text)
    }
  }
  for it in section.closing { par(it) }
}

#if data.attachments.rows.len() > 0 {
  heading(level: 2, data.attachments.heading)
  enum(..data.attachments.rows.map(it => par[#it.name #text(size: 9.5pt, fill: quiet)[(#it.detail)]]))
}

#kept({
  heading(level: 2, data.signatures.heading)
  ruled-table((1fr, 1fr), data.signatures.columns, data.signatures.rows)
  for it in data.signatures.notes { par(text(size: 9.5pt, fill: quiet, it)) }
})
`
