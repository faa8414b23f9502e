import { keepFindingsShortLived } from '../platform/memory.ts'
import { exitCodes } from './command.ts'
import { runCommandLine } from './run.ts'

// A reader that stops reading (a pipe to "head") is no fault.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault
  process.exit(exitCodes.good)
})

keepFindingsShortLived()
const code = await runCommandLine(process.argv.slice(2))
// `serve` goes on until it is told to stop; the others are done here.
process.exitCode = code
