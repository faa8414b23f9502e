import { type Answer, type Loaded, loadGuideline, loadInterpretations } from '../engine/index.ts'
import { type PackagedFile, readPackaged } from '../platform/packaged-files.ts'

/** Returns the answers of an interpretations file to its guideline. Throws when one of the files cannot be read. */
export function readAnswers(name: string, guideline: PackagedFile): readonly Answer[] {
  const file = readPackaged('interpretations', name)
  const read = good(loadGuideline(guideline.source, guideline.name))
  return good(loadInterpretations(file.source, file.name, [read])).answers
}

function good<T>(loaded: Loaded<T>): T {
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('; '))
  return loaded.value
}
