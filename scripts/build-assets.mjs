// Builds dist/assets/ from src/assets/: the stylesheet, its font, the icon and the scripts, each named after its content,
// and manifest.json, which says what they are called now. Named so, they may be kept by browsers for ever.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { build } from 'esbuild'
import { root } from './support/node.mjs'

const target = join(root, 'dist', 'assets')

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: [
    { in: 'src/assets/app.css', out: 'app' },
    { in: 'src/assets/icon.svg', out: 'icon' },
    { in: 'src/assets/passkey.mjs', out: 'passkey' },
    { in: 'src/assets/report.mjs', out: 'report' },
  ],
  outdir: target,
  entryNames: '[name].[hash]',
  assetNames: '[name].[hash]',
  bundle: true,
  format: 'esm',
  minify: true,
  // Older tablets: nesting and media ranges are written out for them.
  target: ['chrome111', 'firefox115', 'safari16.4'],
  loader: { '.woff2': 'file', '.svg': 'copy' },
  logLevel: 'warning',
  write: false,
})

mkdirSync(target, { recursive: true })
const manifest = Object.fromEntries(
  outputFiles.map(({ path }) => [withoutHash(basename(path)), relative(target, path)]),
)
for (const { path, contents } of outputFiles) writeFileSync(path, contents)
// The manifest comes last: it never names a file that is not there.
writeFileSync(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)

const current = new Set([...Object.values(manifest), 'manifest.json'])
for (const name of readdirSync(target)) if (!current.has(name)) rmSync(join(target, name), { recursive: true })

/** app.K3X9.css → app.css */
function withoutHash(name) {
  return name.replace(/\.[A-Z0-9]{8}\./, '.')
}
