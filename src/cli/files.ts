import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Language } from '../kernel/language.ts'
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
export async function readGuideline(file: string, language: Language): Promise<Guideline> {
  return valueOrRefuse(loadGuideline(await readText(file), file, language))
}

/** Returns the fee rules of a file. Throws `Refused` with every problem in it. */
export async function readFeeRules(file: string, language: Language): Promise<FeeRules> {
  return valueOrRefuse(loadFeeRules(await readText(file), file, language))
}

/** Returns the programme of a file. Throws `Refused` with every problem in it. */
export async function readProgramme(file: string, language: Language): Promise<Programme> {
  return valueOrRefuse(loadProgramme(await readText(file), file, language))
}

/**
 * Returns the local interpretations of a file, checked against their guideline: one of those given, or else one in the
 * folder `guidelines` beside the file's own. Throws `Refused` with every problem.
 */
export async function readInterpretations(
  file: string,
  given: readonly Guideline[],
  language: Language,
): Promise<Interpretations> {
  const text = await readText(file)
  const folder = join(dirname(file), '..', 'guidelines')
  const beside = given.length > 0 ? [] : await goodGuidelines(await dataFilesIn(folder))
  return valueOrRefuse(loadInterpretations(text, file, [...given, ...beside.map((it) => it.guideline)], language))
}

/** A guideline and the file that says it. */
type GuidelineFile = { readonly file: string; readonly text: string; readonly guideline: Guideline }

/** Returns the guidelines among files, leaving out those that cannot be read: what is wrong with them is told elsewhere. */
export async function goodGuidelines(files: readonly string[]): Promise<readonly GuidelineFile[]> {
  const found: GuidelineFile[] = []
  for (const file of files) {
    const text = await readText(file).catch(() => '')
    const loaded = loadGuideline(text, file)
    if (loaded.ok) found.push({ file, text, guideline: loaded.value })
  }
  return found
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

/** Returns a problem as a reader of the file sees it. */
export function problemText({ file, line, column, path, message, mend }: Problem): string {
  const where = path === '' ? '' : `${path}: `
  return `${file}:${line}:${column}: ${where}${message}\n    ${mend}`
}
