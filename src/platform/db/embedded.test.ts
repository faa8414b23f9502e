import { type ChildProcess, spawn } from 'node:child_process'
import { cp, lstat, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Unusable } from '../../kernel/errors.ts'
import { type EmbeddedServer, embeddedOwner, startEmbedded } from './embedded.ts'
import { findBinaries, restoreLinks } from './embedded-binaries.ts'

let folder: string
let data: string
let servers: EmbeddedServer[]
let others: ChildProcess[]

async function start(dataDir = data): Promise<EmbeddedServer> {
  const server = await startEmbedded(dataDir)
  servers.push(server)
  return server
}

async function ask(server: Pick<EmbeddedServer, 'socketFolder'>, statement: string): Promise<unknown[]> {
  const client = new Client({ host: server.socketFolder, port: 5432, user: embeddedOwner, database: 'postgres' })
  await client.connect()
  try {
    const { rows } = await client.query({ text: statement, rowMode: 'array' })
    return rows.flat()
  } finally {
    await client.end()
  }
}

/** Another program, as when the product is started twice: it starts the server, says where, and stays. */
async function startElsewhere(): Promise<{
  readonly pid: number
  readonly socketFolder: string
  readonly kill: () => Promise<void>
}> {
  const program = `
    const { startEmbedded } = await import(process.argv[1])
    const server = await startEmbedded(process.argv[2])
    process.stdout.write(server.socketFolder)
    process.once('SIGTERM', () => server.stop().then(() => process.exit()))
    setInterval(() => undefined, 1000)`
  const module = join(import.meta.dirname, 'embedded.ts')
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, module, data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  others.push(child)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const socketFolder = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk) => resolve(String(chunk))),
  )
  return {
    pid: child.pid ?? 0,
    socketFolder,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function endOther(other: ChildProcess): Promise<void> {
  if (other.exitCode !== null || other.signalCode !== null) return
  const ended = new Promise((resolve) => other.once('exit', resolve))
  other.kill('SIGTERM')
  await ended
}

// One folder for all: making a database takes longer than everything else here. A test that would spoil it has its own.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nk-embedded-'))
  data = join(folder, 'data')
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

beforeEach(() => {
  servers = []
  others = []
})

afterEach(async () => {
  await Promise.all(others.map(endOther))
  for (const server of servers) await server.stop()
})

describe('the embedded PostgreSQL', () => {
  it('sorts and stores as Swedish text needs, in UTC, and writes to disk', async () => {
    const server = await start()
    const settings = `select current_setting(s) from unnest(array['server_encoding', 'TimeZone', 'fsync', 'listen_addresses']) s`
    expect(await ask(server, settings)).toEqual(['UTF8', 'UTC', 'on', ''])
    expect(await ask(server, `select n from unnest(array['Östen', 'Åsa', 'Zara', 'Ärla']) n order by n`)).toEqual([
      'Zara',
      'Åsa',
      'Ärla',
      'Östen',
    ])
  })

  it('can be reached by its own user alone', async () => {
    const { mode } = await stat((await start()).socketFolder)
    expect(mode & 0o777).toBe(0o700)
  })

  it('keeps what it was given when it is stopped and started', async () => {
    const first = await start()
    await ask(first, 'create table kept_when_stopped as select 1 as one')
    await first.stop()
    expect(await ask(await start(), 'select one from kept_when_stopped')).toEqual([1])
  })

  it('leaves neither lock nor socket behind when it is stopped', async () => {
    const server = await start()
    await server.stop()
    expect(await readdir(data)).toEqual(['postgres', 'postgres.log'])
    await expect(lstat(server.socketFolder)).rejects.toThrow('ENOENT')
  })

  it('is started again by itself when it is killed', async () => {
    const server = await start()
    await ask(server, 'create table kept_when_killed as select 1 as one')
    process.kill(server.pid(), 'SIGKILL')
    await expect
      .poll(() => ask(server, 'select one from kept_when_killed').catch(String), { timeout: 15_000 })
      .toEqual([1])
  })

  it('works in a folder with a long name', async () => {
    const server = await start(join(folder, 'a'.repeat(120)))
    expect(await ask(server, 'select 1')).toEqual([1])
  })
})

describe('a data folder that another server uses', () => {
  it('is refused with a sentence that names the other', async () => {
    const other = await startElsewhere()
    await expect(start()).rejects.toThrow(
      `Another server (process ${other.pid}) is already using the data folder ${data}`,
    )
    expect(await ask(other, 'select 1')).toEqual([1])
  })

  it('is free at once when the other was killed, with everything that was saved', async () => {
    const other = await startElsewhere()
    await ask(other, 'create table kept_when_orphaned as select 1 as one')
    await other.kill()
    expect(await ask(await start(), 'select one from kept_when_orphaned')).toEqual([1])
    await expect(lstat(other.socketFolder)).rejects.toThrow('ENOENT')
  })
})

describe('what a machine that lost its power left behind', () => {
  it('does not stop the start, even if other programs have the numbers now', async () => {
    await (await start()).stop()
    await writeFile(join(data, 'owner.lock'), `${process.pid} 1\n`)
    await writeFile(join(data, 'postgres', 'postmaster.pid'), `${process.pid}\n${data}\n0\n5432\n/tmp/gone\n`)
    expect(await ask(await start(), 'select 1')).toEqual([1])
  })

  it('is thrown away if the database was only half made', async () => {
    const halfMade = join(folder, 'half-made')
    await mkdir(join(halfMade, 'postgres.unfinished'), { recursive: true })
    await writeFile(join(halfMade, 'postgres.unfinished', 'PG_VERSION'), '18\n')
    expect(await ask(await start(halfMade), 'select 1')).toEqual([1])
  })
})

describe('a data folder that cannot be used', () => {
  it('is refused with its name, the reason and what to do', async () => {
    await writeFile(join(folder, 'a-file'), '')
    const impossible = join(folder, 'a-file', 'data')
    await expect(start(impossible)).rejects.toThrow(
      `The data folder ${impossible} cannot be written (ENOTDIR). ` +
        'Make it writable for the user who starts the server, or choose another folder with DATA_DIR.',
    )
  })

  it('is refused with the reason of PostgreSQL when the database in it is damaged', async () => {
    const damaged = join(folder, 'damaged')
    await (await start()).stop()
    await cp(data, damaged, { recursive: true })
    await rm(join(damaged, 'postgres', 'global'), { recursive: true })
    await expect(start(damaged)).rejects.toThrow(/did not start on .*global/s)
    await expect(start(damaged)).rejects.toThrow(Unusable)
  })
})

describe('the programs of PostgreSQL', () => {
  it('are missed with a sentence on a system that has none', async () => {
    await expect(findBinaries('plan9-mips')).rejects.toThrow(/plan9-mips.*set DATABASE_URL/)
  })

  it('get their links even if install scripts were not allowed to run', async () => {
    await mkdir(join(folder, 'native', 'lib'), { recursive: true })
    await writeFile(join(folder, 'native', 'lib', 'libpq.so.5.18'), 'library')
    const link = { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' }
    await writeFile(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify([link]))
    await restoreLinks(folder)
    await restoreLinks(folder)
    expect((await stat(join(folder, 'native', 'lib', 'libpq.so'))).size).toBe(7)
  })
})
