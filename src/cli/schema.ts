import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type FileKind, fileKinds, jsonSchemaOf } from '../engine/index.ts'
import { type Command, exitCodes, Refused, WrongUse } from './command.ts'

const names = fileKinds.join('|')

/** Prints the JSON Schema (draft 2020-12) of what a file of this kind may hold, for editors and other systems. */
export const schemaCommand: Command = {
  name: 'schema',
  summary: 'Print the JSON Schema of a kind of file, or write them all into a folder.',
  operands: names,
  maximum: 1,
  options: [{ name: 'write', value: 'DIR', help: 'write every schema into this folder, as KIND.schema.json' }],
  details: ['Editors that read JSON Schema then help with writing the file, explain its keys and mark mistakes.'],
  run: async (given) => {
    const [asked] = given.files
    const folder = given.one('write')
    if (folder !== undefined && asked !== undefined) throw new WrongUse('--write writes every kind; leave the kind out')
    if (folder !== undefined) await writeAll(folder)
    else console.log(textOf(kindOf(asked)))
    return exitCodes.good
  },
}

function kindOf(asked: string | undefined): FileKind {
  if (asked === undefined) throw new WrongUse(`say of which kind: ${names}`)
  const kind = fileKinds.find((it) => it === asked)
  if (kind === undefined) throw new WrongUse(`"${asked}" has no schema; choose ${names}`)
  return kind
}

function textOf(kind: FileKind): string {
  return JSON.stringify(jsonSchemaOf(kind), null, 2)
}

async function writeAll(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    for (const kind of fileKinds) {
      const file = join(folder, `${kind}.schema.json`)
      await writeFile(file, `${textOf(kind)}\n`)
      console.log(file)
    }
  } catch (fault) {
    throw new Refused(
      `${folder}: the schemas cannot be written there: ${(fault as Error).message}.\nName a folder that you may write in.`,
      { cause: fault },
    )
  }
}
