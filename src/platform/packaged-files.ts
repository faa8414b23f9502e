import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Folders of data that come with the program. */
export type PackagedFolder = 'guidelines' | 'fee-rules' | 'interpretations'

/** A file of the package: its text, and its place for messages (`guidelines/x.yaml`). */
export type PackagedFile = { readonly source: string; readonly name: string }

/** Returns the names of the files in a folder, without their ending, in order. */
export function listPackaged(folder: PackagedFolder): readonly string[] {
  return readdirSync(new URL(`${folder}/`, packageRoot()))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort()
}

/** Returns a file of a folder by its name without ending. Throws when there is none. */
export function readPackaged(folder: PackagedFolder, name: string): PackagedFile {
  const file = `${folder}/${name}.yaml`
  return { source: readFileSync(new URL(file, packageRoot()), 'utf8'), name: file }
}

/** The program runs bundled in `dist/` or from `src/`: the package's root is the nearest folder above with a `package.json`. */
function packageRoot(): URL {
  for (const above of ['../', '../../', '../../../']) {
    const folder = new URL(above, import.meta.url)
    if (existsSync(new URL('package.json', folder))) return folder
  }
  throw new Error('The folder with guidelines, fee rules and interpretations is not beside the program')
}
