import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { parseDay } from '../../kernel/date.ts'
import { holdsPersonalNumber } from './personal-number.rules.ts'

export type PaxmlProblem = {
  readonly code: string
  /** The row's `postid`, where the problem lies in one row. */
  readonly row?: string
  readonly value?: string
}

type Element = { readonly [name: string]: unknown }

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => name === 'lonetrans' || name === 'resenhet' || name === 'dimension',
})

/**
 * Returns what keeps the text from being a payroll file as we promise it: structure after PAXml 2.0
 * (specification of 2013-03-13) and the stricter rules of our own, of which the schema knows nothing: unique row
 * numbers, an employment number or else twelve digits of a personal number, never both, a pay type, amounts that agree with quantity × rate.
 */
export function checkPaxml(xml: string, options: { readonly version?: string } = {}): readonly PaxmlProblem[] {
  // Entities of a document's own can hide text from a check and make a small file huge.
  if (/<!doctype/i.test(xml)) return [{ code: 'doctype' }]
  const wellFormed = XMLValidator.validate(xml)
  if (wellFormed !== true) return [{ code: 'not-xml', value: wellFormed.err.msg }]
  const document: Element = parser.parse(xml)
  const root = document.paxml
  if (!isElement(root)) return [{ code: 'root' }]
  const address = textOf(root['@xsi:noNamespaceSchemaLocation'])
  return [
    ...unknown(root, rootNames),
    ...wrong(/^https?:\/\/\S+$/.test(address), 'schema-address', address),
    ...headerProblems(root, options.version ?? '2.0'),
    ...transactionProblems(root),
  ]
}

function headerProblems(root: Element, version: string): readonly PaxmlProblem[] {
  const { header } = root
  if (!isElement(header)) return [{ code: 'header' }]
  return [
    ...unknown(header, headerNames),
    ...wrong(header.version === version, 'version', textOf(header.version)),
    ...wrong(header.format === 'LÖNIN', 'format', textOf(header.format)),
    ...wrong(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(textOf(header.datum)), 'header-datum', textOf(header.datum)),
    ...wrong(textOf(header.foretagorgnr).length <= 12, 'foretagorgnr', textOf(header.foretagorgnr)),
  ]
}

function transactionProblems(root: Element): readonly PaxmlProblem[] {
  const { lonetransaktioner } = root
  const rows = isElement(lonetransaktioner) ? lonetransaktioner.lonetrans : undefined
  if (!Array.isArray(rows)) return [{ code: 'no-rows' }]
  const declared = declaredDimensions(root)
  const seen = new Set<string>()
  const inRows = rows.flatMap((row: unknown) => {
    if (!isElement(row)) return [{ code: 'empty-row' }]
    const id = textOf(row['@postid'])
    const problems = [...wrong(!seen.has(id), 'postid-twice'), ...rowProblems(row), ...unitProblems(row, declared)]
    seen.add(id)
    return problems.map((problem) => ({ ...problem, row: id }))
  })
  return [...dimensionProblems(declared), ...inRows]
}

/** Each dimension is a number from 1 to 99 (SIE has the first nineteen), declared once. */
function dimensionProblems(declared: readonly string[]): readonly PaxmlProblem[] {
  return declared.flatMap((dim, index) => [
    ...wrong(/^[1-9]\d?$/.test(dim), 'dimension-number', dim),
    ...wrong(declared.indexOf(dim) === index, 'dimension-twice', dim),
  ])
}

function rowProblems(row: Element): readonly PaxmlProblem[] {
  const [antal, apris, belopp] = [textOf(row.antal), textOf(row.apris), textOf(row.belopp)]
  const wellFormed = quantity.test(antal) && rate.test(apris) && amount.test(belopp)
  return [
    ...unknown(row, rowNames),
    ...wrong(
      /^[1-9]\d{0,9}$/.test(textOf(row['@postid'])) && Number(row['@postid']) <= 2_147_483_647,
      'postid',
      textOf(row['@postid']),
    ),
    ...wrong(textOf(row['@anstid']) !== '' || row['@persnr'] !== undefined, 'anstid'),
    ...wrong(row['@persnr'] === undefined || /^\d{12}$/.test(textOf(row['@persnr'])), 'persnr'),
    ...wrong(
      (row['@persnr'] === undefined || row['@anstid'] === undefined) && !readTexts(row).some(holdsPersonalNumber),
      'personal-number',
    ),
    ...wrong(textOf(row.lonart) !== '', 'lonart'),
    ...wrong(parseDay(textOf(row.datum)) !== undefined, 'datum', textOf(row.datum)),
    ...wrong(quantity.test(antal), 'antal', antal),
    ...wrong(rate.test(apris), 'apris', apris),
    ...wrong(amount.test(belopp), 'belopp', belopp),
    ...wrong(!wellFormed || agree(antal, apris, belopp), 'amount', `${antal} × ${apris} ≠ ${belopp}`),
    ...wrong(textOf(row.samlingsid) !== '', 'samlingsid'),
  ]
}

/** What a person has written; row and visit references are the system's own and may look like anything. */
function readTexts(row: Element): readonly string[] {
  return [row['@anstid'], row.lonart, row.benamning, row.kommentar, row.info].map(textOf)
}

function unitProblems(row: Element, declared: readonly string[]): readonly PaxmlProblem[] {
  const { resenheter } = row
  const units = isElement(resenheter) ? resenheter.resenhet : []
  if (!Array.isArray(units)) return [{ code: 'resenheter' }]
  return units.flatMap((unit: Element) => [
    ...wrong(declared.includes(textOf(unit['@dim'])), 'dimension', textOf(unit['@dim'])),
    ...wrong(/^.{1,10}$/u.test(textOf(unit['@id'])), 'resenhet', textOf(unit['@id'])),
    ...wrong(!holdsPersonalNumber(textOf(unit['@id'])), 'personal-number'),
  ])
}

function declaredDimensions(root: Element): readonly string[] {
  const { dimensioner } = root
  const declared = isElement(dimensioner) ? dimensioner.dimension : []
  return Array.isArray(declared) ? declared.map((it: Element) => textOf(it['@dim'])) : []
}

const rootNames = new Set([
  '@xmlns:xsi',
  '@xsi:noNamespaceSchemaLocation',
  'header',
  'dimensioner',
  'lonetransaktioner',
])
const headerNames = new Set([
  'format',
  'version',
  'datum',
  'foretagorgnr',
  'foretagnamn',
  'attestansvarig',
  'programnamn',
  'info',
])
const rowNames = new Set(
  '@postid @anstid @persnr lonart benamning kommentar datum antal apris belopp samlingsid resenheter info'.split(' '),
)
const quantity = /^-?\d{1,9}\.\d{2,4}$/
const rate = /^\d{1,9}\.\d\d$/
const amount = /^-?\d{1,9}\.\d\d$/

/** Whether quantity × rate is the amount to half an öre; a quantity with four decimals is a rounded one and may hide more. */
function agree(antal: string, apris: string, belopp: string): boolean {
  const hidden = /\.\d{4}$/.test(antal) ? 0.00005 * Number(apris) : 0
  return Math.abs(Number(antal) * Number(apris) - Number(belopp)) <= 0.005 + hidden + 1e-6
}

function unknown(element: Element, names: ReadonlySet<string>): readonly PaxmlProblem[] {
  return Object.entries(element).flatMap(([name, value]) => [
    ...wrong(names.has(name), 'unknown-element', name),
    ...wrong(!Array.isArray(value), 'element-twice', name),
  ])
}

function wrong(holds: boolean, code: string, value = ''): readonly PaxmlProblem[] {
  if (holds) return []
  return [value === '' ? { code } : { code, value }]
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
