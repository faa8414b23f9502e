import { existsSync, readFileSync } from 'node:fs'
import { type Answer, type Loaded, loadGuideline, loadInterpretations } from '../engine/index.ts'

export type DataFile = { readonly source: string; readonly name: string }

/** Returns the text of a file in one of the folders of the package's root. */
export function readData(folder: 'guidelines' | 'fee-rules' | 'interpretations', name: string): DataFile {
  const file = `${folder}/${name}.yaml`
  return { source: readFileSync(new URL(file, packageRoot()), 'utf8'), name: file }
}

/** Returns the answers of an interpretations file to its guideline. Throws when one of the files cannot be read. */
export function readAnswers(name: string, guideline: DataFile): readonly Answer[] {
  const file = readData('interpretations', name)
  const read = good(loadGuideline(guideline.source, guideline.name))
  return good(loadInterpretations(file.source, file.name, [read])).answers
}

function good<T>(loaded: Loaded<T>): T {
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('; '))
  return loaded.value
}

/** The program runs bundled in `dist/` or from `src/demo/`: the package's root is the nearest folder above with a `package.json`. */
function packageRoot(): URL {
  for (const above of ['../', '../../']) {
    const folder = new URL(above, import.meta.url)
    if (existsSync(new URL('package.json', folder))) return folder
  }
  throw new Error('The folder with guidelines, fee rules and interpretations is not beside the program')
}
