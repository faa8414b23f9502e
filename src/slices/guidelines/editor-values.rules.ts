// What the answers of a form say, as values of the file.
import { type AnswerForm, type Block, isBlock, isSame, type Question, valueOfText } from '../../engine/index.ts'
import { countOf, type Fields, isChosenApart, isSaidByStanding, textOf, unknownKeys } from './editor-fields.rules.ts'

/** A word of the guideline's own, as somebody typed it. */
export type OwnWord = { readonly sv: string; readonly en: string }

/** What reading a form needs beside the form. */
export type Reading = {
  readonly fields: Fields
  /** Gives the code of a word among those of an open list, and remembers a new one. */
  readonly codeOf: (word: OwnWord, examples: readonly string[]) => string
  /** Keeps items that nobody has filled in: one has just been asked for. */
  readonly keepBlank: boolean
}

/** Returns the values that a form's answers give. `before` is what the form was made from: what nobody has touched stays as it was written. */
export function blockOf(questions: readonly Question[], before: unknown, prefix: string, reading: Reading): Block {
  const known = isBlock(before) ? before : {}
  const taken = textsOf(reading.fields, `${prefix}.drop`)
  const kept = unknownKeys(questions, known).filter((key) => !taken.includes(key))
  const block: Record<string, unknown> = Object.fromEntries(kept.map((key) => [key, known[key]]))
  for (const question of questions) {
    const value = readQuestion(question, known[question.key], `${prefix}.${question.key}`, reading)
    const isUnsaid = known[question.key] === undefined && question.fallback !== undefined
    if (value !== undefined && !(isUnsaid && isSame(value, question.fallback))) block[question.key] = value
  }
  return block
}

/** Returns the fields with one item more in a list. */
export function withItem(fields: Fields, list: string): Fields {
  return { ...fields, [`${list}.count`]: String(countOf(fields, list) + 1) }
}

/** Returns the values without the item at the place: `topics.2`. */
export function withoutItem(block: Block, place: string): Block {
  const [step = '', ...rest] = place.split('.')
  if (rest.length === 0) return Object.fromEntries(Object.entries(block).filter(([key]) => key !== step))
  const value = block[step]
  if (!Array.isArray(value)) return isBlock(value) ? { ...block, [step]: withoutItem(value, rest.join('.')) } : block
  const [position = '', ...deeper] = rest
  const items: readonly unknown[] = value
  const left =
    deeper.length === 0
      ? items.filter((_, index) => index !== Number(position))
      : items.map((item, index) =>
          index === Number(position) && isBlock(item) ? withoutItem(item, deeper.join('.')) : item,
        )
  return { ...block, [step]: left }
}

function textsOf(fields: Fields, name: string): readonly string[] {
  const value = fields[name]
  const all = value === undefined ? [] : typeof value === 'string' ? [value] : value
  return all.filter((text) => text !== '')
}

function readQuestion(question: Question, before: unknown, name: string, reading: Reading): unknown {
  if (isChosenApart(question)) {
    const chosen = textOf(reading.fields, `${name}.fixed`)
    if (chosen === 'silent' && question.silent) return 'silent'
    const fixed = question.fixed.find((word) => String(word) === chosen)
    if (fixed !== undefined) return fixed
  }
  const value = readAnswer(question.answer, before, name, reading)
  if (isSaidByStanding(question) && isBlock(value) && Object.keys(value).length === 0)
    return textOf(reading.fields, `${name}.present`) === 'yes' ? value : undefined
  const isEmptied = Array.isArray(value) && value.length === 0
  if (!isEmptied) return value
  // Nothing in a list is the same as no list, unless something would hold instead or it was written so.
  const holdsInstead = Array.isArray(question.fallback) && question.fallback.length > 0
  return holdsInstead || Array.isArray(before) ? value : undefined
}

function readAnswer(answer: AnswerForm, before: unknown, name: string, reading: Reading): unknown {
  const { fields } = reading
  switch (answer.form) {
    case 'yes-no': {
      const said = textOf(fields, name)
      return said === 'yes' ? true : said === 'no' ? false : said || undefined
    }
    case 'number':
      return numberOf(textOf(fields, name))
    case 'duration':
      return durationOf(textOf(fields, `${name}.hours`), textOf(fields, `${name}.minutes`))
    case 'localised':
      return localisedOf(name, fields)
    case 'code': {
      const own = ownWord(name, fields)
      return own === undefined ? textOf(fields, name) || undefined : reading.codeOf(own, answer.examples)
    }
    case 'some-of':
      return alone(answer, inOrder(textsOf(fields, name), before), before)
    case 'codes': {
      const own = ownWord(name, fields)
      return inOrder(
        [...textsOf(fields, name), ...(own === undefined ? [] : [reading.codeOf(own, answer.examples)])],
        before,
      )
    }
    case 'group': {
      const block = blockOf(answer.questions, before, name, reading)
      const isHere = isBlock(before) || textOf(fields, `${name}.present`) === 'yes'
      return Object.keys(block).length > 0 || isHere ? block : undefined
    }
    case 'list':
      return readList(answer.questions, before, name, reading)
    case 'items':
      return readItems(answer.item, name, reading)
    case 'written': {
      const written = textOf(fields, name)
      return written === '' ? undefined : valueOfText(written)
    }
    default:
      return textOf(fields, name) || undefined
  }
}

function numberOf(typed: string): number | string | undefined {
  if (typed === '') return undefined
  return /^-?\d{1,15}$/.test(typed) ? Number(typed) : typed
}

function durationOf(hours: string, minutes: string): number | string | undefined {
  if (hours === '' && minutes === '') return undefined
  const isCount = [hours, minutes].every((typed) => /^\d{0,7}$/.test(typed))
  return isCount ? Number(hours) * 60 + Number(minutes) : `${hours}:${minutes}`
}

function localisedOf(name: string, fields: Fields): Block | undefined {
  const [sv, en] = [textOf(fields, `${name}.sv`), textOf(fields, `${name}.en`)]
  return sv === '' && en === '' ? undefined : { sv, en: en || sv }
}

function ownWord(name: string, fields: Fields): OwnWord | undefined {
  const sv = textOf(fields, `${name}.own.sv`)
  return sv === '' ? undefined : { sv, en: textOf(fields, `${name}.own.en`) || sv }
}

/** One of several is written by itself where the file may have it so, unless it already stands in a list. */
function alone(answer: { readonly alone: boolean }, chosen: readonly string[], before: unknown): unknown {
  return answer.alone && chosen.length === 1 && !Array.isArray(before) ? chosen[0] : chosen
}

/** A browser sends boxes in the order of the page; what was there keeps the file's. */
function inOrder(chosen: readonly string[], before: unknown): readonly string[] {
  const earlier: readonly unknown[] = Array.isArray(before) ? before : []
  const place = (code: string) => (earlier.includes(code) ? earlier.indexOf(code) : earlier.length)
  return [...new Set(chosen)].sort((one, other) => place(one) - place(other))
}

function readList(questions: readonly Question[], before: unknown, name: string, reading: Reading): readonly Block[] {
  const earlier: readonly unknown[] = Array.isArray(before) ? before : []
  const items = [...Array(countOf(reading.fields, name)).keys()].map((index) =>
    blockOf(questions, earlier[index], `${name}.${index}`, reading),
  )
  const kept = items.filter((item) => reading.keepBlank || Object.keys(item).some((key) => key !== 'id'))
  return questions.some(({ key }) => key === 'id') ? withNames(kept) : kept
}

/** Items are known by an id that nobody is asked for: it is made of what they say. */
function withNames(items: readonly Block[]): readonly Block[] {
  const taken = new Set(items.map(({ id }) => id))
  return items.map((item) => {
    const said = Object.values(item).flatMap((value) => (isBlock(value) ? [value.sv] : []))[0] ?? item.sv
    if (item.id !== undefined || typeof said !== 'string' || said === '') return item
    const id = freeName(codeText(said), (name) => taken.has(name))
    taken.add(id)
    return { id, ...item }
  })
}

function readItems(item: AnswerForm, name: string, reading: Reading): readonly unknown[] {
  const values = [...Array(countOf(reading.fields, name)).keys()].map((index) =>
    readAnswer(item, undefined, `${name}.${index}`, reading),
  )
  return reading.keepBlank ? values.map((value) => value ?? '') : values.filter((value) => value !== undefined)
}

/** Returns a text as a code: small letters, digits and hyphens, beginning with a letter. */
export function codeText(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-zåäö0-9]+/g, (other) => other.normalize('NFD').replace(/[^a-z0-9]+/g, '-'))
    .replace(/-+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '')
  return /^[a-zåäö]/.test(plain) ? plain : `ord${plain === '' ? '' : `-${plain}`}`
}

/** Returns the name, or the first `name-2`, `name-3` … that is not taken. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  let [free, count] = [name, 1]
  while (isTaken(free)) free = `${name}-${++count}`
  return free
}
