import { Unusable } from '../kernel/errors.ts'
import { type Command, exitCodes, type ExitCode, readArguments, Refused, WrongUse } from './command.ts'
import { commands } from './commands.ts'
import { overview, pageOf, pageOfGroup } from './help.ts'

/** Runs one command line and returns its exit code; everything a person reads has been printed by then. */
export async function runCommandLine(words: readonly string[]): Promise<ExitCode> {
  const command = commands.find(({ name }) => name === words.slice(0, name.split(' ').length).join(' '))
  try {
    if (command === undefined) return withoutCommand(words)
    const rest = words.slice(command.name.split(' ').length)
    if (rest.includes('--help') || rest.includes('-h')) return print(pageOf(command))
    return await command.run(readArguments(command, rest))
  } catch (fault) {
    if (fault instanceof WrongUse) return wrongUse(fault.message, command)
    if (!(fault instanceof Refused || fault instanceof Unusable)) throw fault
    console.error(fault.message)
    return exitCodes.findings
  }
}

/** Help, the version, one word of a command of two, or a mistake. */
function withoutCommand(words: readonly string[]): ExitCode {
  const [first] = words
  const wantsHelp = words.includes('--help') || words.includes('-h')
  if (first === undefined || first.startsWith('-')) {
    if (wantsHelp) return print(overview(commands))
    return wrongUse(first === undefined ? 'say what to do' : `"${first}" is no command`)
  }
  const group = commands.filter(({ name }) => name.startsWith(`${first} `))
  if (group.length === 0) return wrongUse(`"${first}" is no command`)
  if (wantsHelp) return print(pageOfGroup(first, group))
  const known = group.map(({ name }) => name.slice(first.length + 1)).join(' or ')
  return wrongUse(`say which: ${first} ${known}`)
}

function print(text: string): ExitCode {
  console.log(text)
  return exitCodes.good
}

function wrongUse(message: string, command?: Command): ExitCode {
  const page = command === undefined ? 'namndkontakt --help' : `namndkontakt ${command.name} --help`
  console.error(`namndkontakt: ${message}.\nSee ${page}.`)
  return exitCodes.wrongUse
}
