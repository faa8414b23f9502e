import { Unusable } from './kernel/errors.ts'
import { keepFindingsShortLived } from './platform/memory.ts'
import { readSettings } from './platform/settings.ts'
import { type Server, serve } from './serve.ts'

/** How long a stop may take before the process ends anyway; PostgreSQL recovers from that. */
const patience = 15_000

await main()

async function main(): Promise<void> {
  keepFindingsShortLived()
  try {
    const server = await serve(readSettings(process.env), { demoWhenEmpty: process.argv.includes('--demo-when-empty') })
    stopOnSignal(server)
    greet(server)
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    process.stderr.write(`\nNämndkontakt could not start. ${error.message}\n\n`)
    process.exit(1)
  }
}

function stopOnSignal(server: Server): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), patience).unref()
      server.stop().then(
        () => process.exit(0),
        (error) => {
          process.stderr.write(`${String(error)}\n`)
          process.exit(1)
        },
      )
    })
  }
}

function greet({ address }: Server): void {
  process.stdout.write(
    `\nNämndkontakt is ready: ${address}\n\nOpen the address, choose one of the committees and then whom you want to be. Stop with Ctrl+C.\n\n`,
  )
}
