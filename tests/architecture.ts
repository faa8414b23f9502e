/** A file below src with what it imports: paths from the project's root, or names of packages. */
export type SourceFile = { readonly file: string; readonly imports: readonly Import[] }
export type Import = { readonly target: string; readonly typeOnly: boolean }

/** The slices in the order in which the data travels (house style, section 1); a slice never looks ahead. */
export const sliceOrder = [
  'municipalities',
  'directory',
  'people',
  'accounts',
  'guidelines',
  'appointments',
  'visits',
  'reports',
  'meetings',
  'claims',
  'summaries',
  'records',
  'overview',
]

/** The layers of a slice: the last word of a file's name. */
const layers = new Set([
  ...['rules', 'tables', 'store', 'facts', 'commands', 'forms', 'paths', 'routes', 'views', 'texts', 'handlers'],
  // What decisions and pages of a slice rest on (facts of earlier slices, tried by the engine), and a view's input.
  ...['basis', 'page'],
  // Documents, and files for others.
  ...['document', 'pdf', 'typ', 'cover', 'package', 'csv', 'paxml', 'paxml-check', 'export', 'invitation'],
])

/** Layers without a database or the web behind them, and layers that have one: of those the first may know the types alone. */
const pure = ['rules', 'texts', 'forms', 'paths', 'views']
const active = ['store', 'facts', 'basis', 'page', 'commands', 'handlers', 'routes']

const foldersBelowSrc = ['kernel', 'engine', 'guard', 'platform', 'ui', 'slices', 'cli', 'demo', 'assets']
const filesBelowSrc = [
  'main.ts',
  'serve.ts',
  'app.tsx',
  'error-pages.tsx',
  'layout.tsx',
  'layout.texts.ts',
  'assets.ts',
  'slices.ts',
]
const namelessNames = ['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'manager', 'managers']

/** Returns one sentence for each place where a file stands wrongly, is named wrongly or imports what it must not. */
export function violations(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ file, imports }) => [
    ...placeFaults(file),
    ...nameFaults(file),
    ...imports.flatMap((imported) => importFaults(file, imported)),
  ])
}

/** Returns the imports of a file, relative ones resolved from the project's root. */
export function importsOf(file: string, source: string): readonly Import[] {
  const statements = source.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+([^'"`;]*?)\s*from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g,
  )
  return [...statements].map(([, names = '', from, bare]) => ({
    target: resolve(file, from ?? bare ?? ''),
    typeOnly: /^type\s|^\{(?:\s*type\s[^,]+,?)+\s*\}$/.test(names),
  }))
}

function resolve(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier
  return new URL(specifier, `file:///${file}`).pathname.slice(1)
}

type Place = { readonly slice: string; readonly layer: string }

/** The slice and layer of a file: `index` for `index.ts`, and what stands before a hyphen says which (`list-pdf` is a `pdf`). */
function placeInSlice(file: string): Place | undefined {
  const [, slice, name] = /^src\/slices\/([^/]+)\/(.+)$/.exec(file) ?? []
  if (slice === undefined || name === undefined) return undefined
  const words = name.replace(/(?:\.test)?\.tsx?$/, '').split('.')
  return { slice, layer: words.at(-1)?.replace(/^.*-(?=(?:texts|pdf|page)$)/, '') ?? '' }
}

/** A builder is called after what it makes (`a-held-visit.ts`) or lies in a folder `testing`; tests alone may use it. */
const isBuilder = (file: string) => /\/(?:testing\/[^/]+|an?-[^/]+)\.ts$/.test(file)
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || isBuilder(file)

function placeFaults(file: string): readonly string[] {
  const [, top = ''] = /^src\/([^/]+)/.exec(file) ?? []
  if (!foldersBelowSrc.includes(top) && !filesBelowSrc.includes(top))
    return [`${file}: src/${top} is no part of the house`]
  const place = placeInSlice(file)
  if (place === undefined) return []
  if (!sliceOrder.includes(place.slice)) return [`${file}: ${place.slice} is not in the order of slices`]
  if (place.layer === 'index' || layers.has(place.layer) || isTest(file)) return []
  return [`${file}: no layer is called "${place.layer}"`]
}

function nameFaults(file: string): readonly string[] {
  const folders = file.split('/')
  const subject = folders.pop()?.split('.')[0] ?? ''
  const names = [...folders, subject.split('-').at(-1) ?? '']
  return names
    .filter((name) => namelessNames.includes(name))
    .map((name) => `${file}: "${name}" says nothing; name the subject`)
}

function importFaults(file: string, imported: Import): readonly string[] {
  if (isTest(file)) return []
  if (isBuilder(imported.target)) return [`${file} imports ${imported.target}: only tests use builders`]
  const reason = placeInSlice(file) === undefined ? partFault(file, imported.target) : sliceFault(file, imported)
  return reason === undefined ? [] : [`${file} imports ${imported.target}: ${reason}`]
}

/** What the parts outside the slices may reach inside src. Packages are guarded by lint. */
const reach: Readonly<Record<string, readonly string[]>> = {
  kernel: ['kernel'],
  engine: ['kernel', 'engine'],
  guard: ['kernel', 'guard'],
  platform: ['kernel', 'platform'],
  ui: ['kernel', 'ui'],
  // The command line reaches the slices as they are put together, as the server does.
  cli: ['kernel', 'engine', 'platform', 'cli', 'main.ts', 'slices.ts'],
}

function partFault(file: string, target: string): string | undefined {
  const [, part = ''] = /^src\/([^/]+)\//.exec(file) ?? []
  const [, other] = /^src\/([^/]+)/.exec(target) ?? []
  const allowed = reach[part]
  if (allowed === undefined || other === undefined || allowed.includes(other)) return undefined
  return `${part} reaches ${allowed.join(', ')} alone`
}

function sliceFault(file: string, { target, typeOnly }: Import): string | undefined {
  const from = placeInSlice(file)
  const to = placeInSlice(target)
  if (from === undefined) return undefined
  if (/^src\/(?:main|serve|app|error-pages|layout|slices\.ts|cli|demo)\b/.test(target) && to === undefined)
    return 'a slice does not know what is built from it'
  if (to === undefined) return undefined
  if (to.slice === from.slice) {
    const reaches = pure.includes(from.layer) && active.includes(to.layer) && !typeOnly
    return reaches ? `${from.layer} know no more than the types of ${to.layer}` : undefined
  }
  if (to.layer === 'paths' && !['rules', 'tables', 'store', 'facts'].includes(from.layer)) return undefined
  if (from.layer === 'handlers' && to.layer === 'index' && typeOnly) return undefined
  if (sliceOrder.indexOf(to.slice) > sliceOrder.indexOf(from.slice)) return `${to.slice} comes after ${from.slice}`
  if (to.layer === 'index') return undefined
  if (to.layer === 'tables' && ['tables', 'store', 'facts'].includes(from.layer)) return undefined
  return `only the index of ${to.slice} is open to other slices`
}
