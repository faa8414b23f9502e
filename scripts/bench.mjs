// npm run bench -- [NAME…] [--json]: runs the benchmarks on the right Node and prints them as ratios; exit 1 when a figure is not met.
import { join } from 'node:path'
import { root, runWithNode } from './support/node.mjs'

process.exitCode = await runWithNode([join(root, 'bench', 'main.ts'), ...process.argv.slice(2)])
