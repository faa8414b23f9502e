import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  type FeeRules,
  type Guideline,
  type Interpretations,
  type Loaded,
  loadFeeRules,
  loadGuideline,
  loadInterpretations,
  loadProgramme,
  type Problem,
  type Programme,
} from '../engine/index.ts'
import { type ExitCode, exitCodes, Refused } from './command.ts'

/** Returns the guideline of a file. Throws `Refused` with every problem in it. */
export async function readGuideline(file: string): Promise<Guideline> {
  return valueOrRefuse(loadGuideline(await readText(file), file))
}

/** Returns the fee rules of a file. Throws `Refused` with every problem in it. */
export async function readFeeRules(file: string): Promise<FeeRules> {
  return valueOrRefuse(loadFeeRules(await readText(file), file))
}

/** Returns the programme of a file. Throws `Refused` with every problem in it. */
export async function readProgramme(file: string): Promise<Programme> {
  return valueOrRefuse(loadProgramme(await readText(file), file))
}

/**
 * Returns the local interpretations of a file, checked against their guideline: one of those given, or else one in the
 * folder `guidelines` beside the file's own. Throws `Refused` with every problem.
 */
export async function readInterpretations(file: string, given: readonly Guideline[]): Promise<Interpretations> {
  const text = await readText(file)
  const beside = given.length > 0 ? [] : await guidelinesIn(join(dirname(file), '..', 'guidelines'))
  return valueOrRefuse(loadInterpretations(text, file, [...given, ...beside]))
}

/** True for a file of local interpretations, told by the `format` that it states. */
export async function holdsInterpretations(file: string): Promise<boolean> {
  return /^\s*["']?format["']?\s*:\s*["']?namndkontakt\/interpretations@/m.test(await readText(file))
}

/** Returns the YAML and JSON files of a folder in the order of their names; none when there is no such folder. */
export async function dataFilesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT' || fault.code === 'ENOTDIR') return []
    throw new Refused(`${folder}: ${reasonOf(fault)}`, { cause: fault })
  })
  return entries
    .filter((entry) => entry.isFile() && /\.(?:ya?ml|json)$/.test(entry.name))
    .map((entry) => join(folder, entry.name))
    .sort()
}

/** Says of each file that it is good or what is wrong with it, and returns the exit code for all of them. */
export async function checkEach(files: readonly string[], check: (file: string) => Promise<string>): Promise<ExitCode> {
  let code: ExitCode = exitCodes.good
  for (const file of files) {
    try {
      console.log(`${file}: ${await check(file)}`)
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault
      console.error(fault.message)
      code = exitCodes.findings
    }
  }
  return code
}

async function guidelinesIn(folder: string): Promise<readonly Guideline[]> {
  const guidelines: Guideline[] = []
  for (const file of await dataFilesIn(folder)) {
    const loaded = loadGuideline(await readText(file), file)
    if (loaded.ok) guidelines.push(loaded.value)
  }
  return guidelines
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (fault) {
    throw new Refused(`${file}: ${reasonOf(fault as NodeJS.ErrnoException)}`, { cause: fault })
  }
}

function reasonOf(fault: NodeJS.ErrnoException): string {
  if (fault.code === 'ENOENT') return 'there is no such file. Check the name and the folder.'
  if (fault.code === 'EISDIR') return 'this is a folder. Name the files in it.'
  if (fault.code === 'EACCES') return 'this file may not be read by you. Ask its owner, or copy it.'
  return `the file cannot be read: ${fault.message}`
}

function valueOrRefuse<T>(loaded: Loaded<T>): T {
  if (loaded.ok) return loaded.value
  throw new Refused(loaded.problems.map(problemText).join('\n'))
}

function problemText({ file, line, column, path, message, mend }: Problem): string {
  const where = path === '' ? '' : `${path}: `
  return `${file}:${line}:${column}: ${where}${message}\n    ${mend}`
}
