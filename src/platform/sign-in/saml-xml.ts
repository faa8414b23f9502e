import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** One element: the name and the attributes without prefixes, what stands in it, and its own text. */
export type XmlElement = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly text: string
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  maxNestedTags: 50,
})

/**
 * Returns the root element, or undefined for anything but one well-formed element in UTF-8. A document type is
 * refused before it is read, and with it every entity of somebody's own making.
 */
export function parseXml(text: string): XmlElement | undefined {
  if (/<!(DOCTYPE|ENTITY)/i.test(text) || !isUtf8(text)) return undefined
  try {
    if (XMLValidator.validate(text) !== true) return undefined
    const roots = elementsOf(parser.parse(text))
    return roots.length === 1 ? roots[0] : undefined
  } catch {
    // The parser throws for what is nested too deep and for names it holds dangerous.
    return undefined
  }
}

/** Returns the elements with this name directly below. */
export function childrenNamed(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** Returns the only element with this name directly below; undefined when there is none or more than one. */
export function onlyChild(element: XmlElement | undefined, name: string): XmlElement | undefined {
  const found = childrenNamed(element, name)
  return found.length === 1 ? found[0] : undefined
}

/** Returns every element with this name, the element itself included, at any depth. */
export function allNamed(element: XmlElement, name: string): readonly XmlElement[] {
  const below = element.children.flatMap((child) => allNamed(child, name))
  return element.name === name ? [element, ...below] : below
}

/** Returns the element's own text without space around it; empty when there is no element. */
export function textOf(element: XmlElement | undefined): string {
  return element?.text.trim() ?? ''
}

function isUtf8(text: string): boolean {
  const encoding = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1]
  return encoding === undefined || encoding.toLowerCase() === 'utf-8'
}

/** The parser gives lists of `{ name: [what is inside], ':@': attributes }` and `{ '#text': text }`. */
function elementsOf(nodes: unknown): readonly XmlElement[] {
  return listOf(nodes).flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@')
    if (name === undefined || name === '#text' || name.startsWith('?')) return []
    const inside = node[name]
    const attributes = Object.entries(recordOf(node[':@'])).map(([key, value]) => [key, String(value)] as const)
    return [{ name, attributes: new Map(attributes), children: elementsOf(inside), text: ownText(inside) }]
  })
}

function ownText(nodes: unknown): string {
  return listOf(nodes)
    .map((node) => ('#text' in node ? String(node['#text']) : ''))
    .join('')
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(recordOf) : []
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}
