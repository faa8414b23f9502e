import { type Arguments, type Option, WrongUse } from './command.ts'

const formats = ['text', 'json'] as const
export type Format = (typeof formats)[number]

export const formatOption: Option = {
  name: 'format',
  value: formats.join('|'),
  help: 'text to read, or json for other programs (text unless said)',
}

/** Returns how the answer is to be printed. */
export function formatOf(given: Arguments): Format {
  const asked = given.one('format') ?? 'text'
  const format = formats.find((it) => it === asked)
  if (format === undefined) throw new WrongUse(`--format is ${formats.join(' or ')}, not "${asked}"`)
  return format
}

/** Prints plain data as JSON. */
export function printJson(data: object): void {
  console.log(JSON.stringify(data, null, 2))
}
