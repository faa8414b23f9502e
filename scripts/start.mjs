// npm start: installs what is missing, builds, and starts the server on the right Node.
import { join } from 'node:path'
import { build } from './build.mjs'
import { install } from './install.mjs'
import { root, runsOnWantedNode, runWithNode } from './support/node.mjs'

try {
  await install()
  await build()
} catch (fault) {
  console.error(`\nNämndkontakt could not start. ${fault.message}\n`)
  process.exit(1)
}

if (runsOnWantedNode) {
  // This process becomes the server: no second process to pass signals on to.
  process.setSourceMapsEnabled(true)
  await import('../dist/server.js')
} else {
  process.exitCode = await runWithNode([join(root, 'dist', 'server.js'), ...process.argv.slice(2)])
}
