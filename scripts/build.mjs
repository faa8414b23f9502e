// Builds dist/ from src/: one file per program, packages left outside. Does nothing when nothing has changed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeSbom } from './sbom.mjs'
import { root, run } from './support/node.mjs'

const dist = join(root, 'dist')

/** Builds what is out of date: the programs, the bill of materials, and the files that the browser fetches. */
export async function build() {
  if (!existsSync(join(root, 'src'))) return
  await buildWhenChanged('programs', ['src', 'scripts/build.mjs', 'package-lock.json'], bundle)
  await buildWhenChanged('sbom', ['scripts/sbom.mjs', 'package-lock.json'], () => writeSbom(dist))
  if (existsSync(join(root, assetScript)))
    await buildWhenChanged('assets', ['src/assets', 'src/kernel', assetScript, 'package-lock.json'], buildAssets)
}

const assetScript = 'scripts/build-assets.mjs'

/** The stamp is written last: a build that was cut off is done again. */
async function buildWhenChanged(name, inputs, make) {
  const stamp = join(dist, `.${name}`)
  const now = fingerprint(inputs)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  mkdirSync(dist, { recursive: true })
  await make()
  writeFileSync(stamp, now)
}

/** Names, sizes and dates of all files below the inputs: reading them all would cost more than building. */
function fingerprint(inputs) {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap(filesBelow).sort()) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file}\n${size}\n${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesBelow(input) {
  const path = join(root, input)
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(input, entry.name)) : [join(path, entry.name)],
  )
}

/** server.js, cli.js and every thread (x.worker.ts → x.worker.js), all side by side in dist/ with the parts they share. */
async function bundle() {
  const { build: esbuild, stop } = await import('esbuild')
  const threads = filesBelow('src').filter((file) => file.endsWith('.worker.ts'))
  const programs = [
    { in: join(root, 'src/main.ts'), out: 'server' },
    { in: join(root, 'src/cli/main.ts'), out: 'cli' },
    ...threads.map((file) => ({ in: file, out: basename(file, '.ts') })),
  ].filter((program) => existsSync(program.in))
  const { outputFiles } = await esbuild({
    absWorkingDir: root,
    entryPoints: programs,
    outdir: dist,
    bundle: true,
    packages: 'external',
    // Node reads the package.json around each file that it loads. This package has two hundred files and one of 180 kB, which took a third of the start.
    alias: { 'drizzle-orm': join(root, 'node_modules', 'drizzle-orm') },
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // What is imported on demand (the server, from the command line) stays in a file of its own, so that short commands start fast.
    splitting: true,
    chunkNames: 'part-[hash]',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    logLevel: 'warning',
    write: false,
  })
  for (const { path, contents } of outputFiles) replace(path, contents)
  removeOldParts(new Set(outputFiles.map(({ path }) => basename(path))))
  await stop()
}

/** A program that starts meanwhile reads the old file or the new one, never a half. */
function replace(path, contents) {
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}`)
  writeFileSync(unfinished, contents)
  renameSync(unfinished, path)
}

function removeOldParts(current) {
  for (const name of readdirSync(dist)) {
    if (name.startsWith('part-') && !current.has(name)) rmSync(join(dist, name), { force: true })
  }
}

async function buildAssets() {
  const code = await run(process.execPath, [join(root, assetScript)])
  if (code !== 0) throw new Error(`${assetScript} ended with code ${code}.`)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await build().catch((fault) => {
    console.error(`\nThe build failed: ${fault.message}\n`)
    process.exitCode = 1
  })
}
