// The engine is pure and depends on Zod and on the `yaml` parser alone: text in, a value or problems out.
import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml'
import type { z } from 'zod'
import type { Language } from '../kernel/language.ts'
import { type FeeRules, feeRulesSchema } from './fee-rules.ts'
import { type Guideline, guidelineSchema } from './guideline.ts'
import { type Interpretations, interpretationsSchema, parseAnswer } from './interpretations.ts'
import { inLanguage } from './mend.swedish.ts'
import { mendTexts } from './mend.texts.ts'
import { mendOf, type PlacedProblem } from './mend.ts'
import { type Programme, programmeSchema } from './programme.ts'
import { programmeProblems } from './programme-check.ts'
import type { Path } from './schema-path.ts'

/** A mistake in a file: where it is, what is wrong and what to write instead. Lines and columns count from 1. */
export type Problem = {
  readonly file: string
  readonly line: number
  readonly column: number
  /** For example `rules[2].values.blocs`. */
  readonly path: string
  readonly message: string
  readonly mend: string
}

export type Loaded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Returns the guideline in a YAML or JSON text, or every problem in it, said in the reader's language; never a part of it. */
export function loadGuideline(text: string, file: string, language: Language = 'en'): Loaded<Guideline> {
  return load({ text, file, language, schema: guidelineSchema })
}

/** Returns the fee rules in a YAML or JSON text, or every problem in it, said in the reader's language; never a part of it. */
export function loadFeeRules(text: string, file: string, language: Language = 'en'): Loaded<FeeRules> {
  return load({ text, file, language, schema: feeRulesSchema })
}

/** Returns the programme in a YAML or JSON text, or every problem in it; references to what is not there are problems too. */
export function loadProgramme(text: string, file: string, language: Language = 'en'): Loaded<Programme> {
  return load({ text, file, language, schema: programmeSchema, check: programmeProblems })
}

/**
 * Returns the local interpretations in a YAML or JSON text, or every problem in it. Answers are tried
 * against the guideline they belong to, which must be among `guidelines`.
 */
export function loadInterpretations(
  text: string,
  file: string,
  guidelines: readonly Guideline[],
  language: Language = 'en',
): Loaded<Interpretations> {
  const check = (value: Interpretations) => answerProblems(value, guidelines)
  return load({ text, file, language, schema: interpretationsSchema, check })
}

type Loading<T> = {
  readonly text: string
  readonly file: string
  readonly language: Language
  readonly schema: z.ZodType<T>
  /** What the schema cannot see, in English. */
  readonly check?: (value: T) => readonly PlacedProblem[]
}

/** Returns problems found among several files, with line and column in the text of theirs. */
export function placed(
  text: string,
  file: string,
  problems: readonly PlacedProblem[],
  language: Language = 'en',
): readonly Problem[] {
  const read = readData(text, file, language)
  return read.ok ? problems.map((problem) => read.value.place(said(problem, language))) : read.problems
}

function load<T>({ text, file, language, schema, check = () => [] }: Loading<T>): Loaded<T> {
  const read = readData(text, file, language)
  if (!read.ok) return read
  const { data, place } = read.value
  const parsed = schema.safeParse(data)
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) => mendOf(issue, schema, data, language))
    return { ok: false, problems: problems.map(place) }
  }
  const problems = check(parsed.data)
  if (problems.length === 0) return { ok: true, value: parsed.data }
  return { ok: false, problems: problems.map((problem) => place(said(problem, language))) }
}

/** What a check says in English, in the reader's language. */
function said(problem: PlacedProblem, language: Language): PlacedProblem {
  return {
    ...problem,
    message: inLanguage(problem.message, language),
    mend: inLanguage(problem.mend, language),
  }
}

type Data = { readonly data: unknown; readonly place: (problem: PlacedProblem) => Problem }

/** Returns the plain data of a text with a way to find a place in it, or what keeps it from being read at all. */
function readData(text: string, file: string, language: Language): Loaded<Data> {
  const texts = mendTexts(language)
  const lines = new LineCounter()
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' })
    // One slip can make every line after it unreadable; the first are those that help.
    const faults = [...document.errors, ...document.warnings].slice(0, 50)
    if (faults.length > 0) {
      const problems = faults.map(({ code, pos }): Problem => {
        const known: Readonly<Record<string, string | undefined>> = texts.syntax
        const mends: Readonly<Record<string, string | undefined>> = texts.mendSyntax
        const message = texts.notYaml(known[code] ?? texts.syntax.other)
        return { ...at(pos[0]), path: '', message, mend: mends[code] ?? texts.mendSyntax.other }
      })
      return { ok: false, problems }
    }
    const place = ({ path, message, mend, atKey }: PlacedProblem): Problem => ({
      ...at(offsetOf(document, path, atKey === true)),
      path: pathText(path),
      message: oneLine(message),
      mend: oneLine(mend),
    })
    return { ok: true, value: { data: document.toJS({ maxAliasCount: 100 }), place } }
  } catch {
    // The parser throws at aliases that swell without end, and at a depth that no file of ours has.
    return { ok: false, problems: [{ ...at(0), path: '', message: texts.tooDeep, mend: texts.writeOut }] }
  }
}

function answerProblems(file: Interpretations, guidelines: readonly Guideline[]): readonly PlacedProblem[] {
  const guideline = guidelines.find((it) => it.id === file.guideline)
  if (guideline === undefined) {
    return [
      {
        path: ['guideline'],
        message: `there is no guideline ${file.guideline}`,
        mend: `name one of: ${guidelines.map((it) => it.id).join(', ') || '(none loaded)'}`,
      },
    ]
  }
  const problems: PlacedProblem[] = []
  file.answers.forEach((answer, index) => {
    const parsed = parseAnswer(guideline, answer.silence, answer.answer)
    if (parsed.ok) return
    if (parsed.code === 'engine.answer.unknown-silence') {
      const known = guideline.silences.map((it) => it.id).join(', ')
      problems.push({
        path: ['answers', index, 'silence'],
        message: `the guideline has no silence ${answer.silence}`,
        mend: known === '' ? 'it leaves nothing open; take the answer away' : `answer one of: ${known}`,
      })
      return
    }
    const allowed = parsed.facts.allowed as readonly unknown[]
    problems.push({
      path: ['answers', index, 'answer'],
      message: `"${String(answer.answer)}" is no answer to ${answer.silence}`,
      mend:
        allowed.length === 0
          ? 'write a value that the rule can have'
          : `write one of: ${allowed.map(String).join(', ')}`,
    })
  })
  return problems
}

/** Returns where the value (or its key) begins; where a part of the path is missing, where its nearest owner begins. */
function offsetOf({ contents }: Document, path: Path, atKey: boolean): number {
  let node = contents as Node | null | undefined
  let offset = node?.range?.[0] ?? 0
  for (const [index, step] of path.entries()) {
    const last = index === path.length - 1
    if (isMap(node)) {
      const pair = node.items.find((it) => isScalar(it.key) && String(it.key.value) === String(step))
      if (pair === undefined) return offset
      const key = pair.key as Node
      const value = pair.value as Node | null
      offset = (last && !atKey && isScalar(value) ? value.range?.[0] : key.range?.[0]) ?? offset
      node = value
    } else if (isSeq(node)) {
      node = node.items[Number(step)] as Node | undefined
      if (node === undefined) return offset
      offset = node?.range?.[0] ?? offset
    } else return offset
  }
  return offset
}

/** What is quoted from the file may be long, and hold what no line can show. */
function oneLine(text: string): string {
  const shown = [...text].map((sign) => (sign < ' ' || sign === '\u007f' ? ' ' : sign)).join('')
  return shown.length > 600 ? `${shown.slice(0, 597)}…` : shown
}

function pathText(path: Path): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${String(step)}`,
    '',
  )
}
