import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { throwawayFolder } from '../../support/memory-folder.ts'
import { startServer } from './a-server.ts'

declare module 'vitest' {
  // The only way Vitest lets a value's type be declared, and it wants an interface.
  interface ProvidedContext {
    /** The data folder of a server that has built the demonstration and stopped. Every journey starts from a copy. */
    readonly demonstration: string
  }
}

/** Builds the demonstration once for all journeys, as people do by starting the built server on an empty folder. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(await throwawayFolder(), 'nk-demo-'))
  const server = await startServer(folder)
  await server.stop()
  project.provide('demonstration', folder)
  return () => rm(folder, { recursive: true, force: true })
}
