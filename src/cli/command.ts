import { type ParseArgsConfig, parseArgs } from 'node:util'

/** Good; findings or a refusal; wrong use. */
export const exitCodes = { good: 0, findings: 1, wrongUse: 2 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export type Option = {
  readonly name: string
  /** What the value is called in the help; an option without it is a switch. */
  readonly value?: string
  readonly repeatable?: boolean
  readonly help: string
}

export type Arguments = {
  readonly files: readonly string[]
  /** The values given for an option, in order; none when it was not given. */
  readonly all: (option: string) => readonly string[]
  /** The only value of an option that is not repeatable. */
  readonly one: (option: string) => string | undefined
}

/** One command of the program, with everything that its help page says. */
export type Command = {
  /** One word or two: `evaluate`, `guideline check`. */
  readonly name: string
  readonly summary: string
  /** What stands after the name, for example `FILE…`. */
  readonly operands?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly options?: readonly Option[]
  /** Paragraphs below the usage. */
  readonly details?: readonly string[]
  readonly run: (given: Arguments) => ExitCode | Promise<ExitCode>
}

/** The command line itself is wrong: said together with where the help is, exit code 2. */
export class WrongUse extends Error {}

/** The input is refused: every line is printed as it is, exit code 1. */
export class Refused extends Error {}

/** Returns what was given to a command. Throws `WrongUse` for unknown options, missing values and a wrong number of files. */
export function readArguments(command: Command, words: readonly string[]): Arguments {
  const { values, positionals } = parse(command, words)
  if (positionals.length < (command.minimum ?? 0)) throw new WrongUse(`${command.operands} is missing`)
  const extra = positionals[command.maximum ?? Number.POSITIVE_INFINITY]
  if (extra !== undefined) throw new WrongUse(`"${extra}" is one word too many`)
  const all = (option: string) => values.get(option) ?? []
  return { files: positionals, all, one: (option) => all(option).at(-1) }
}

function parse(command: Command, words: readonly string[]) {
  const options = (command.options ?? []).map(({ name, value }) => [
    name,
    { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: true },
  ])
  const config = {
    args: [...words],
    options: Object.fromEntries(options),
    allowPositionals: true,
  } satisfies ParseArgsConfig
  const { values, positionals } = parseOrExplain(config)
  const given = Object.entries(values).map(([name, value]) => [name, [value].flat().map(String)] as const)
  for (const [name, { length }] of given) {
    const option = command.options?.find((it) => it.name === name)
    if (length > 1 && option?.repeatable !== true) throw new WrongUse(`--${name} stands ${length} times; give it once`)
  }
  return { values: new Map(given), positionals }
}

function parseOrExplain(config: ParseArgsConfig) {
  try {
    return parseArgs(config)
  } catch (fault) {
    // Node's own sentence names the option; its advice about "--" is of no use here.
    const [sentence = ''] = (fault as Error).message.split('. ')
    throw new WrongUse(sentence, { cause: fault })
  }
}
