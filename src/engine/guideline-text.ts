// Changes of a guideline's text that leave alone what is not changed: comments, order, and how values are written.
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  YAMLMap,
  YAMLSeq,
} from 'yaml'

/** A place in the file: keys and positions from the top. */
export type TextPath = readonly (string | number)[]

/** `value` stands there afterwards; `undefined` takes away what stands there. `insert` puts an item in a list, before the one at the place. */
export type TextEdit =
  | { readonly at: TextPath; readonly value: unknown }
  | { readonly at: TextPath; readonly insert: unknown }

export type Block = Readonly<Record<string, unknown>>

export type ReadText =
  | { readonly ok: true; readonly data: Block }
  /** `line` counts from 1; absent when it can be read but is no block of keys. */
  | { readonly ok: false; readonly line: number | undefined; readonly message: string }

/** Returns the plain data of a text, whether or not they make a guideline; or why it is not YAML at all. */
export function readText(source: string): ReadText {
  const lines = new LineCounter()
  const document = parsed(source, lines)
  const [fault] = [...(document?.errors ?? []), ...(document?.warnings ?? [])]
  if (fault !== undefined) {
    const line = Math.max(1, lines.linePos(fault.pos[0]).line)
    return { ok: false, line, message: fault.message.split('\n')[0] ?? '' }
  }
  const data = document && plainData(document)
  return isBlock(data) ? { ok: true, data } : { ok: false, line: undefined, message: '' }
}

/** Returns the text with the edits made, one after the other. A text that cannot be read is a fault of the caller's. */
export function editText(source: string, edits: readonly TextEdit[]): string {
  const document = parseDocument(source)
  if (document.errors.length > 0) throw new Error(`The text cannot be edited: ${document.errors[0]?.message}`)
  const before = JSON.stringify(plainData(document))
  writeOutAliases(document)
  for (const edit of edits) {
    if ('insert' in edit) insert(document, edit.at, edit.insert)
    else if (edit.value === undefined) takeAway(document, edit.at)
    else put(document, edit.at, edit.value)
  }
  // A text that says the same stays as somebody wrote it.
  return JSON.stringify(plainData(document)) === before ? source : printed(document)
}

/** Returns the line, counted from 1, on which the place begins; of a missing one, its nearest owner. */
export function lineOf(source: string, path: TextPath): number {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines })
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    const offset = (node as Node | undefined)?.range?.[0]
    if (offset !== undefined) return Math.max(1, lines.linePos(offset).line)
  }
  return 1
}

/** Returns the text of a value by itself, as it would stand in a file. */
export function textOfValue(value: unknown): string {
  const document = parseDocument('{}')
  document.contents = document.createNode(value) as typeof document.contents
  return printed(document).trimEnd()
}

/** Returns the value that a text says; the text itself where it cannot be read. */
export function valueOfText(text: string): unknown {
  const document = parsed(text, new LineCounter())
  const data = document === undefined || document.errors.length > 0 ? undefined : plainData(document)
  return data === undefined ? text : data
}

/** Returns the document; undefined for one that is nested deeper than the parser can follow, at which it throws. */
function parsed(source: string, lines: LineCounter): Document | undefined {
  try {
    return parseDocument(source, { lineCounter: lines })
  } catch {
    return undefined
  }
}

/** Returns the data; undefined where references swell without end or lead into themselves: both are told by throwing alone. */
function plainData(document: Document): unknown {
  try {
    const data: unknown = document.toJS({ maxAliasCount: 100 })
    return JSON.stringify(data) === undefined ? undefined : data
  } catch {
    return undefined
  }
}

/** Whether the value is a block of keys. */
export function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value that is repeated by reference could not be changed in one place alone. */
function writeOutAliases(document: Document): void {
  visit(document, {
    Alias: (_key, alias) => {
      const meant = alias.resolve(document)?.clone() as Node | undefined
      return isAlias(meant) ? undefined : meant
    },
  })
  visit(document, {
    Node: (_key, node) => {
      if ('anchor' in node) delete node.anchor
    },
  })
}

function takeAway(document: Document, at: TextPath): void {
  if (document.hasIn(at)) document.deleteIn(at)
}

function insert(document: Document, at: TextPath, value: unknown): void {
  const above = at.slice(0, -1)
  if (!isSeq(document.getIn(above, true))) document.setIn(above, new YAMLSeq())
  const list = document.getIn(above, true) as YAMLSeq
  // An empty list can only be written in brackets; its first item has a line of its own again.
  if (list.items.length === 0) list.flow = false
  list.items.splice(Number(at.at(-1)), 0, styled(document, value, at))
}

function put(document: Document, at: TextPath, value: unknown): void {
  const node = document.getIn(at, true) as Node | null | undefined
  if (isScalar(node) && !isObject(value)) {
    if (!isSame(node.value, value)) node.value = value
  } else if (isMap(node) && isBlock(value)) putKeys(document, at, node, value)
  else if (isSeq(node) && Array.isArray(value)) putItems(document, at, node, value)
  else document.setIn(at, styled(document, value, at))
}

function putKeys(document: Document, at: TextPath, map: YAMLMap, value: Block): void {
  const before = (map.toJS(document) ?? {}) as Block
  for (const key of Object.keys(before)) if (value[key] === undefined) map.delete(key)
  for (const [key, part] of Object.entries(value)) {
    if (part !== undefined && !isSame(before[key], part)) put(document, [...at, key], part)
  }
}

/** Items that stand unchanged first and last keep their comments; those between are changed where they stand. */
function putItems(document: Document, at: TextPath, list: YAMLSeq, value: readonly unknown[]): void {
  const before = (list.toJS(document) ?? []) as readonly unknown[]
  const shorter = Math.min(before.length, value.length)
  let first = 0
  while (first < shorter && isSame(before[first], value[first])) first++
  let last = 0
  while (last < shorter - first && isSame(before.at(-1 - last), value.at(-1 - last))) last++
  const [oldEnd, newEnd] = [before.length - last, value.length - last]
  for (let index = first; index < Math.min(oldEnd, newEnd); index++) put(document, [...at, index], value[index])
  if (oldEnd > newEnd) list.items.splice(newEnd, oldEnd - newEnd)
  for (let index = oldEnd; index < newEnd; index++) insert(document, [...at, index], value[index])
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

/** Whether two plain values say the same. Air around a text says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one === 'string' && typeof other === 'string') return one.trim() === other.trim()
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]))
  if (isBlock(one) && isBlock(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)])
    return [...keys].every((key) => isSame(one[key], other[key]))
  }
  return one === other
}

const shortLine = 120

/** Returns a node that is written as the guidelines are: short blocks and lists of words on one line, rules below each other. */
function styled(document: Document, value: unknown, at: TextPath): Node {
  const node = document.createNode(value) as Node
  // A rule or a question has a line for each of its keys.
  const isEntry = at.length <= 2 && isBlock(value) && Object.keys(value).length > 3
  visit(node, {
    Collection: (key, collection) => {
      const plain: unknown = collection.toJS(document)
      collection.flow = !(key === null && isEntry) && JSON.stringify(plain).length <= shortLine && fitsOneLine(plain)
    },
  })
  return node
}

/** A list of blocks stands below its key, whatever its length. */
function fitsOneLine(value: unknown, isInside = false): boolean {
  if (Array.isArray(value)) return !value.some(isObject)
  if (!isBlock(value)) return true
  const parts = Object.values(value)
  return isInside ? !parts.some(isObject) : parts.every((part) => fitsOneLine(part, true))
}

/** Returns the text of a document. The files have air inside braces and none inside brackets; the printer knows only both or neither. */
export function printed(document: Document, lineWidth = 0): string {
  visit(document, {
    Map: (_key, map) => {
      map.toString = (context, ...rest) =>
        YAMLMap.prototype.toString.call(map, context && { ...context, flowCollectionPadding: ' ' }, ...rest)
    },
    Seq: (_key, list) => {
      list.toString = (context, ...rest) =>
        YAMLSeq.prototype.toString.call(list, context && { ...context, flowCollectionPadding: '' }, ...rest)
    },
  })
  return document.toString({ lineWidth })
}
