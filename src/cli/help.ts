import type { Command } from './command.ts'

/** Returns the page for `namndkontakt --help`. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length))
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`)
  return [
    'Nämndkontakt: a committee’s programme of contact politicians, with its own guideline as the configuration.',
    '',
    'Usage: namndkontakt COMMAND [OPTIONS] [FILES]',
    '',
    ...lines,
    '',
    'namndkontakt COMMAND --help tells more about a command.',
    'Exit codes: 0 good, 1 findings or a refusal, 2 wrong use.',
  ].join('\n')
}

/** Returns the page for `namndkontakt COMMAND --help`. */
export function pageOf(command: Command): string {
  const options = [...(command.options ?? []), { name: 'help', help: 'show this page' }]
  const terms = options.map((option) => `--${option.name}${'value' in option ? ` ${option.value}` : ''}`)
  const width = Math.max(...terms.map((term) => term.length))
  const lines = options.map((option, index) => `  ${(terms[index] ?? '').padEnd(width)}  ${option.help}`)
  const usage = ['namndkontakt', command.name, '[OPTIONS]', command.operands].filter((word) => word !== undefined)
  return [
    `Usage: ${usage.join(' ')}`,
    '',
    command.summary,
    ...(command.details ?? []).flatMap((paragraph) => ['', paragraph]),
    '',
    'Options:',
    ...lines,
  ].join('\n')
}

/** Returns the page for the first word of commands with two, for example `namndkontakt guideline --help`. */
export function pageOfGroup(group: string, commands: readonly Command[]): string {
  const lines = commands.map(
    (command) => `  namndkontakt ${command.name} ${command.operands ?? ''}\n      ${command.summary}`,
  )
  return [`Usage: namndkontakt ${group} …`, '', ...lines, '', 'Add --help to any of them for more.'].join('\n')
}
