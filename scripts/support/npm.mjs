import { existsSync } from 'node:fs'
import { root, run } from './node.mjs'

/**
 * Runs `npm ci` in a folder and resolves to its exit code. Packages' install scripts stay off. The folder is the working
 * folder and not `--prefix`, which would make npm forget the computer's own settings (proxy, certificates).
 */
export function installFromLock(folder = root) {
  const quietly = ['--loglevel=error', '--no-audit', '--no-fund', '--ignore-scripts']
  return run(...npm(['ci', ...quietly, '--include=dev', '--include=optional']), { cwd: folder })
}

/** Returns program and arguments: the npm that started this script, on the Node that npm runs on: the Node in node_modules may be about to be replaced. */
export function npm(args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  return script?.endsWith('.js') && node !== undefined && existsSync(node) ? [node, [script, ...args]] : ['npm', args]
}
