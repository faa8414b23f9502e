import { createHash } from 'node:crypto'

/**
 * Returns a tagged PDF/A file that says it is PDF/UA-1 as well (ISO 14289-1, clause 5 and 7.1): one writer marks a file
 * with one standard alone, and what it writes for both differs in nothing but these marks.
 *
 * It is an incremental update (ISO 32000-1, 7.5.6): the file stays as it is, and after it stand the catalog, which now
 * lets the title be shown in place of the file's name, and the XMP packet, which now has `pdfuaid:part` and the
 * description of that schema that PDF/A wants (ISO 19005-2, 6.6.2.3). The same file gives the same bytes. Throws when
 * the file is not laid out as our typesetter does it: a classic cross-reference table, XMP that is not compressed.
 */
export function withPdfUa(pdf: Uint8Array): Uint8Array {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const trailer = textFrom(file, file.lastIndexOf('trailer'))
  const tableAt = Number(found(trailer, /startxref\s+(\d+)/))
  const offsetOf = offsetsIn(textFrom(file, tableAt))
  const catalogId = found(trailer, /\/Root (\d+) 0 R/)
  const catalog = objectAt(file, offsetOf(catalogId))
  const metadataId = found(catalog, /\/Metadata (\d+) 0 R/)
  const metadata = objectAt(file, offsetOf(metadataId))

  // The permanent part of the identifier stays; the one of this very file is another (ISO 32000-1, 14.4).
  const permanent = found(trailer, /\/ID \[\(([^)]+)\)/)
  const own = createHash('sha256').update(pdf).digest('base64').slice(0, permanent.length)
  const xmp = identified(found(metadata, /stream\n([\s\S]*)\nendstream/)).replace(
    /(?<=<xmpMM:InstanceID>)[^<]*/,
    () => own,
  )
  const updated = [
    { id: metadataId, body: streamOf(xmp) },
    { id: catalogId, body: changed(catalog, /(\/ViewerPreferences <<)/, '$1\n    /DisplayDocTitle true') },
  ]

  const parts = [file, Buffer.from('\n')]
  let length = file.length + 1
  const entries = updated.map(({ id, body }) => {
    const written = Buffer.from(`${id} 0 obj\n${body}\nendobj\n\n`)
    const at = length
    parts.push(written)
    length += written.length
    return `${id} 1\n${String(at).padStart(10, '0')} 00000 n \n`
  })
  const kept = found(trailer, /trailer\s*<<([\s\S]*?)\/ID/).trim()
  const end = `xref\n${entries.join('')}trailer\n<<\n  ${kept}\n  /ID [(${permanent}) (${own})]\n  /Prev ${tableAt}\n>>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(end)])
}

const property = (name: string, value: string) => `<pdfaProperty:${name}>${value}</pdfaProperty:${name}>`

/** PDF/A knows the schemas of XMP itself; that of PDF/UA's identification is described in the file. */
const schema = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">${property('category', 'internal')}${property('description', 'Indicates, which part of ISO 14289 standard is followed')}${property('name', 'part')}${property('valueType', 'Integer')}</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`

function identified(xmp: string): string {
  const named = changed(xmp, /( xmlns:pdfaid=)/, ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" $1')
  const described = changed(named, /(<pdfaExtension:schemas><rdf:Bag>)/, `$1${schema}`)
  return changed(described, /(<pdfaid:part>)/, '<pdfuaid:part>1</pdfuaid:part>$1')
}

/** XMP is UTF-8; the length of a stream is in bytes. */
function streamOf(xmp: string): string {
  return `<<\n  /Length ${Buffer.byteLength(xmp)}\n  /Type /Metadata\n  /Subtype /XML\n>>\nstream\n${xmp}\nendstream`
}

/** Where each object stands, from the one table of a file that is written in one go. */
function offsetsIn(table: string): (id: string) => number {
  const start = /^xref\s+0 \d+\s+/.exec(table)?.[0].length
  if (start === undefined) throw new Error('The PDF has no classic cross-reference table')
  // Every entry is exactly twenty bytes (ISO 32000-1, 7.5.4).
  return (id) => Number(table.slice(start + Number(id) * 20, start + Number(id) * 20 + 10))
}

function objectAt(file: Buffer, offset: number): string {
  const head = /^\d+ 0 obj\s+/.exec(file.toString('latin1', offset, offset + 30))
  if (head === null) throw new Error('The cross-reference table of the PDF points beside its objects')
  return file.toString('utf8', offset + head[0].length, file.indexOf('\nendobj', offset))
}

function textFrom(file: Buffer, offset: number): string {
  return file.toString('latin1', offset)
}

function found(text: string, pattern: RegExp): string {
  const match = pattern.exec(text)?.[1]
  if (match === undefined) throw new Error(`The PDF lacks ${pattern.source}`)
  return match
}

function changed(text: string, pattern: RegExp, replacement: string): string {
  if (!pattern.test(text)) throw new Error(`The PDF lacks ${pattern.source}`)
  return text.replace(pattern, replacement)
}
