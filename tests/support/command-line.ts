import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format } from 'node:util'
import { runCommandLine } from '../../src/cli/run.ts'

export type Ran = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Runs a command in this process, in a working folder and with these settings, and returns its exit code and everything
 * that it printed: for what a command says. That the program starts, ends and writes as it should is shown by `runProgram`.
 */
export async function runHere(
  folder: string,
  words: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const before = { folder: process.cwd(), log: console.log, error: console.error, environment: process.env }
  const printed = { stdout: '', stderr: '' }
  const into =
    (stream: keyof typeof printed) =>
    (...values: readonly unknown[]) => {
      printed[stream] += `${format(...values)}\n`
    }
  process.chdir(folder)
  process.env = { ...before.environment, ...settings }
  console.log = into('stdout')
  console.error = into('stderr')
  try {
    return { status: await runCommandLine(words), ...printed }
  } finally {
    console.log = before.log
    console.error = before.error
    process.env = before.environment
    process.chdir(before.folder)
  }
}

/** Runs the real file in a process of its own, with the Node that the shell has and not the one that the packages bring. */
export function runProgram(
  folder: string,
  words: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Ran {
  const path = (process.env.PATH ?? '').split(delimiter).filter((part) => !part.includes('node_modules'))
  const { status, stdout, stderr } = spawnSync(join(root, 'bin', 'namndkontakt'), words, {
    cwd: folder,
    env: { ...process.env, PATH: path.join(delimiter), NODE_OPTIONS: '', ...settings },
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  return { status, stdout, stderr }
}
