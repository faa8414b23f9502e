import { z } from 'zod'
import type { Language } from '../kernel/language.ts'
import { type MendTexts, mendTexts } from './mend.texts.ts'
import { inLanguage } from './mend.swedish.ts'
import { nearest } from './nearest.ts'
import { oreField } from './programme.ts'
import { alternativesOf, discriminatorsAt, type Path, schemaAt, valueAt } from './schema-path.ts'

/** A problem by its place in the data, before line and column are known. */
export type PlacedProblem = {
  readonly path: Path
  readonly message: string
  readonly mend: string
  readonly atKey?: boolean
}

/** Returns what is wrong and what to write instead, for one issue of a schema; a problem for each unknown key. */
export function mendOf(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  data: unknown,
  language: Language,
): readonly PlacedProblem[] {
  const texts = mendTexts(language)
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  const found: Found = {
    texts,
    language,
    path,
    name: path.findLast((step): step is string => typeof step === 'string') ?? texts.theFile,
    given: valueAt(data, path),
    schema: schemaAt(schema, path, data),
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, found))
    case 'invalid_union': {
      const nested = nearestOption(issue)
      if (nested === undefined) return [unionProblem(found, discriminatorsAt(schema, path, data))]
      return nested.flatMap((it) => mendOf({ ...it, path: [...path, ...it.path] }, schema, data, language))
    }
    case 'invalid_type':
    case 'invalid_value':
      return [valueProblem(issue, found)]
    case 'too_small':
    case 'too_big':
      return [{ path, ...boundText(issue, found) }]
    default:
      return [saidProblem(issue, found)]
  }
}

/** Everything that a sentence about a mistake is made of. */
type Found = {
  readonly texts: MendTexts
  readonly language: Language
  readonly path: Path
  /** The key nearest to the mistake. */
  readonly name: string
  readonly given: unknown
  readonly schema: z.ZodType | undefined
}

function unknownKey(key: string, { texts, path, schema }: Found): PlacedProblem {
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
  const mend = known.length === 0 ? texts.takeItAway : suggestion(key, known, texts.keysHere, texts)
  return { path: [...path, key], atKey: true, message: texts.unknownKey(shown(key, texts)), mend }
}

type ValueIssue = z.core.$ZodIssueInvalidType | z.core.$ZodIssueInvalidValue

function valueProblem(issue: ValueIssue, found: Found): PlacedProblem {
  const { texts, path, name, given, schema } = found
  const expected =
    issue.code === 'invalid_value' ? texts.oneOfThese(list(issue.values)) : expectedText(issue.expected, texts)
  if (given === undefined)
    return { path, message: texts.missing(name), mend: texts.add(name, whatToAdd(expected, found)) }
  if (given === null) {
    const what = whatToAdd(expected, found)
    return { path, message: texts.isEmpty(name), mend: path.length === 0 ? texts.write(what) : texts.fill(name, what) }
  }
  if (schema === oreField.in) return oreProblem(found)
  if (issue.code === 'invalid_value')
    return {
      path,
      message: texts.notAllowed(shown(given, texts), name),
      mend: suggestion(String(given), issue.values.map(String), texts.oneOf, texts),
    }
  if (typeof given === 'number' && !Number.isFinite(given))
    return { path, message: texts.noNumber(name, shown(given, texts)), mend: texts.write(expected) }
  const kind = typeof given === 'number' ? shown(given, texts) : kindOfValue(given, texts)
  return { path, message: texts.wrongType(name, kind, expected), mend: typeMend(issue.expected, found) }
}

/** What is to stand where nothing stands: the keys of a block, the form of a list, or what was expected. */
function whatToAdd(expected: string, { schema, texts }: Found): string {
  if (schema instanceof z.ZodObject) return texts.blockWith(Object.keys(schema.shape).join(', '))
  if (schema instanceof z.ZodArray) return texts.listOfLines
  return expected
}

function typeMend(expected: string, { schema, given, texts, language }: Found): string {
  if (schema instanceof z.ZodObject) return texts.writeKeys(Object.keys(schema.shape).join(', '))
  if (schema instanceof z.ZodArray) return texts.write(texts.listOfLines)
  const meant = schema?.meta()?.description
  if (expected !== 'string') return texts.write(expectedText(expected, texts))
  if (meant !== undefined) return texts.quoted(inLanguage(meant, language))
  return typeof given === 'object' ? texts.write(texts.expected.string) : texts.writeInQuotes(shown(given, texts))
}

/** Kronor instead of öre is the slip to expect: what was written is read as kronor when it can be. */
function oreProblem({ path, name, given, texts }: Found): PlacedProblem {
  if (typeof given !== 'number' && typeof given !== 'string') {
    const message = texts.wrongType(name, kindOfValue(given, texts), texts.wholeOre)
    return { path, message, mend: texts.exampleOre }
  }
  const message = texts.noWholeOre(name, shown(given, texts))
  const written = String(given).replace(/(?<=\d)[ \u00a0](?=\d)/g, '')
  if (/^\d{1,12}$/.test(written)) return { path, message, mend: texts.unquoted(written) }
  const [, kronor, decimals = ''] = /^(\d{1,9})(?:[.,](\d{1,2}))?(?: ?kr| ?kronor|:-)?$/.exec(written) ?? []
  if (kronor === undefined) return { path, message, mend: texts.exampleOre }
  const ore = Number(kronor) * 100 + Number(decimals.padEnd(2, '0'))
  return { path, message, mend: texts.writeOre(String(ore), decimals === '' ? kronor : (ore / 100).toFixed(2)) }
}

type Bound = z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig

/** A list too short or long, a text too short or long, a number outside its bounds. */
function boundText(issue: Bound, { name, given, texts }: Found): { readonly message: string; readonly mend: string } {
  const limit = issue.code === 'too_small' ? texts.atLeast(String(issue.minimum)) : texts.atMost(String(issue.maximum))
  if (Array.isArray(given)) return { message: texts.items(name, given.length, limit), mend: texts.writeItems(limit) }
  if (typeof given !== 'string')
    return { message: texts.outside(name, shown(given, texts), limit), mend: texts.writeNumber(limit) }
  return given === ''
    ? { message: texts.isEmpty(name), mend: texts.writeSomething(name) }
    : { message: texts.characters(name, given.length, limit), mend: texts.writeCharacters(limit) }
}

type UnionIssue = z.core.$ZodIssueInvalidUnion

/** Of alternatives, the mistakes within the one that was meant: the one that what is written has the form of. */
function nearestOption({ errors }: UnionIssue): readonly z.core.$ZodIssue[] | undefined {
  const inside = errors.filter((issues) =>
    issues.every((it) => it.path.length > 0 || !['invalid_type', 'invalid_value', 'invalid_union'].includes(it.code)),
  )
  return [...inside].sort((a, b) => a.length - b.length)[0]
}

function unionProblem(found: Found, discriminators: readonly string[]): PlacedProblem {
  const { path, name, given, schema, texts } = found
  const options = alternativesOf(schema)
  const what = discriminators.length > 0 ? texts.oneOfThese(list(discriminators)) : eitherOf(options, texts)
  if (given === undefined) return { path, message: texts.missing(name), mend: texts.add(name, what) }
  if (given === null) return { path, message: texts.isEmpty(name), mend: texts.fill(name, what) }
  if (discriminators.length > 0) {
    const mend = suggestion(String(given), discriminators, texts.oneOf, texts)
    return { path, message: texts.notKnown(shown(given, texts), name), mend }
  }
  const isScalar = typeof given === 'number' || typeof given === 'string'
  if (isScalar && options.some((option) => option === oreField.in)) return oreProblem(found)
  return { path, message: texts.notAllowed(shown(given, texts), name), mend: texts.write(what) }
}

/** What the alternatives of a value are, in words. */
function eitherOf(options: readonly z.ZodType[], texts: MendTexts): string {
  const said = [...new Set(options.map((option) => optionText(option, texts)))]
  const last = said.at(-1)
  if (last === undefined) return texts.somethingElse
  return said.length === 1 ? last : texts.or(said.slice(0, -1).join(', '), last)
}

function optionText(option: z.ZodType, texts: MendTexts): string {
  if (option === oreField.in) return texts.wholeOre
  if (option instanceof z.ZodLiteral) return [...option.values].map(String).join(', ')
  if (option instanceof z.ZodEnum) return option.options.map(String).join(', ')
  if (option instanceof z.ZodObject) return texts.blockWith(Object.keys(option.shape).join(', '))
  if (option instanceof z.ZodArray) return texts.expected.array
  if (option instanceof z.ZodBoolean) return texts.expected.boolean
  if (option instanceof z.ZodNumber) return option.format === 'safeint' ? texts.expected.int : texts.expected.number
  return option instanceof z.ZodString ? texts.expected.string : texts.somethingElse
}

/** A message of the schema's own: what is wrong and, after a semicolon, what to write. */
function saidProblem(issue: z.core.$ZodIssue, { path, name, texts, language }: Found): PlacedProblem {
  const said = issue.code === 'custom' || (issue.code === 'invalid_format' && !issue.message.startsWith('Invalid'))
  if (!said) return { path, message: texts.wrongForm(name), mend: texts.rewriteAs(name) }
  const { message, mend } = saidParts(issue.message)
  const translated = inLanguage(message, language)
  return {
    path,
    message: issue.code === 'custom' ? translated : texts.named(name, translated),
    mend: mend === undefined ? texts.rewrite(name) : inLanguage(mend, language),
  }
}

/** Returns what is wrong and what to write of a message that says both; a semicolon within quotes is part of what it quotes. */
export function saidParts(said: string): { readonly message: string; readonly mend: string | undefined } {
  let quoted = false
  for (let at = 0; at < said.length; at++) {
    if (said[at] === '"') quoted = !quoted
    if (!quoted && said.startsWith('; ', at)) return { message: said.slice(0, at), mend: said.slice(at + 2) }
  }
  return { message: said, mend: undefined }
}

function suggestion(
  written: string,
  known: readonly string[],
  lead: (all: string) => string,
  texts: MendTexts,
): string {
  const near = nearest(written, known)
  const all = lead(known.join(', '))
  return near === undefined ? all : texts.near(near, all)
}

function kindOfValue(value: unknown, { kinds }: MendTexts): string {
  if (value === null) return kinds.empty
  if (Array.isArray(value)) return kinds.list
  const known = { string: kinds.text, number: kinds.number, boolean: kinds.boolean, object: kinds.block }
  return known[typeof value as keyof typeof known] ?? kinds.other
}

function expectedText(expected: string, texts: MendTexts): string {
  const known: Readonly<Record<string, string | undefined>> = texts.expected
  return known[expected] ?? texts.expected.other
}

function list(values: readonly unknown[]): string {
  return values.map(String).join(', ')
}

/** What was written, not longer than a sentence can bear. */
function shown(value: unknown, texts: MendTexts): string {
  if (typeof value === 'object' && value !== null) return kindOfValue(value, texts)
  const text = String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
