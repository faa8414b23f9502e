// The engine is pure and depends on Zod and on the `yaml` parser alone: text in, a value or problems out.
import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml'
import type { z } from 'zod'
import { type FeeRules, feeRulesSchema } from './fee-rules.ts'
import { type Guideline, guidelineSchema } from './guideline.ts'
import { type Interpretations, interpretationsSchema, parseAnswer } from './interpretations.ts'
import { mendOf, type Path, type PlacedProblem } from './mend.ts'
import { type Programme, programmeSchema } from './programme.ts'
import { programmeProblems } from './programme-check.ts'

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

/** Returns the guideline in a YAML or JSON text, or every problem in it; never a part of it. */
export function loadGuideline(text: string, file: string): Loaded<Guideline> {
  return load(text, file, guidelineSchema)
}

/** Returns the fee rules in a YAML or JSON text, or every problem in it; never a part of it. */
export function loadFeeRules(text: string, file: string): Loaded<FeeRules> {
  return load(text, file, feeRulesSchema)
}

/** Returns the programme in a YAML or JSON text, or every problem in it; references to what is not there are problems too. */
export function loadProgramme(text: string, file: string): Loaded<Programme> {
  return load(text, file, programmeSchema, programmeProblems)
}

/**
 * Returns the local interpretations in a YAML or JSON text, or every problem in it. Answers are tried
 * against the guideline they belong to, which must be among `guidelines`.
 */
export function loadInterpretations(
  text: string,
  file: string,
  guidelines: readonly Guideline[],
): Loaded<Interpretations> {
  return load(text, file, interpretationsSchema, (value) => answerProblems(value, guidelines))
}

function load<T>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
  check: (value: T) => readonly PlacedProblem[] = () => [],
): Loaded<T> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const faults = [...document.errors, ...document.warnings]
  if (faults.length > 0) {
    const problems = faults.map((fault): Problem => {
      const at = lines.linePos(fault.pos[0])
      return {
        file,
        line: Math.max(1, at.line),
        column: Math.max(1, at.col),
        path: '',
        message: `this is not YAML that can be read: ${firstLine(fault.message)}`,
        mend: mendOfSyntax(fault.code),
      }
    })
    return { ok: false, problems }
  }
  const data = plainData(document)
  if (!data.ok)
    return {
      ok: false,
      problems: [
        {
          file,
          line: 1,
          column: 1,
          path: '',
          message: data.message,
          mend: 'write the values out instead of repeating them by anchors and aliases',
        },
      ],
    }
  const parsed = schema.safeParse(data.value)
  const placed = parsed.success
    ? check(parsed.data)
    : parsed.error.issues.flatMap((issue) => mendOf(issue, schema, data.value))
  if (parsed.success && placed.length === 0) return { ok: true, value: parsed.data }
  return { ok: false, problems: placed.map((problem) => located(problem, file, document, lines)) }
}

function plainData(
  document: Document,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string } {
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 100 }) }
  } catch (fault) {
    // The parser refuses unresolved aliases and alias bombs only here, by throwing.
    return { ok: false, message: fault instanceof Error ? firstLine(fault.message) : String(fault) }
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
      mend: `write one of: ${allowed.map(String).join(', ')}`,
    })
  })
  return problems
}

function located(problem: PlacedProblem, file: string, document: Document, lines: LineCounter): Problem {
  const offset = offsetOf(document.contents as Node | null, problem.path, problem.atKey === true)
  const at = lines.linePos(offset)
  return {
    file,
    line: Math.max(1, at.line),
    column: Math.max(1, at.col),
    path: pathText(problem.path),
    message: problem.message,
    mend: problem.mend,
  }
}

/** Returns where the value (or its key) begins; where a part of the path is missing, where its nearest owner begins. */
function offsetOf(root: Node | null, path: Path, atKey: boolean): number {
  let node: Node | null | undefined = root
  let offset = root?.range?.[0] ?? 0
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

function pathText(path: Path): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${String(step)}`,
    '',
  )
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? text).replace(/ at line \d+, column \d+:?$/, '')
}

function mendOfSyntax(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'a key stands once in a block; take one of them away'
  if (code === 'TAB_AS_INDENT') return 'indent with spaces, never with tabs'
  return 'check indentation, quotes and colons on this line and the one before; put text with a colon in quotes'
}
