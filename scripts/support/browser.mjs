// Finds a Chromium for the browser tests, or installs one: Debian's package as root, else one from the package registry.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, run } from './node.mjs'
import { installFromLock } from './npm.mjs'

/** Returns the path of a Chromium that starts. Throws with what to do when none can be had. */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined) {
    if (starts(named)) return named
    throw new Error(`CHROMIUM_PATH names ${named}, which does not start. Correct it, or unset it.`)
  }
  const found = places.find(starts)
  if (found !== undefined) return found
  const installed = (await installFromDebian()) ?? (await installFromRegistry())
  if (installed !== undefined) return installed
  throw new Error(nothingFound)
}

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function starts(path) {
  return existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}

async function installFromDebian() {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return undefined
  console.log('Installing a browser for the tests (apt-get install chromium) …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { env })
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env })
  return places.find(starts)
}

/** @sparticuz/chromium carries a compressed Chromium for Linux, which unpacks itself into the temporary folder: here one of its own. */
async function installFromRegistry() {
  if (process.platform !== 'linux') return undefined
  const folder = join(root, 'tests', 'browser')
  const module = join(folder, 'node_modules', '@sparticuz', 'chromium', 'build', 'index.js')
  if (!existsSync(module)) {
    console.log('Installing a browser for the tests (66 MB from the package registry) …')
    if ((await installFromLock(folder)) !== 0) return undefined
  }
  const { default: chromium } = await import(pathToFileURL(module).href)
  process.env.TMPDIR = join(folder, 'node_modules')
  const path = await chromium.executablePath()
  return starts(path) ? path : undefined
}

const nothingFound = `No browser for the tests could be found or installed. One of these helps, then run the tests again:
  - Debian and Ubuntu:  sudo apt-get install chromium
  - macOS:              install Chrome or Chromium in /Applications
  - elsewhere:          CHROMIUM_PATH=/path/to/chromium npm test`
