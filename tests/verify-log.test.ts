import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { appendAudit } from '../src/platform/audit.ts'
import { openDatabase } from '../src/platform/db/open.ts'
import { newId } from '../src/platform/ids.ts'
import { readSettings } from '../src/platform/settings.ts'
import { runHere } from './support/command-line.ts'
import { addressOf, aLog, at, logSecret, type TestLog } from './support/log.ts'
import { throwawayFolder } from './support/memory-folder.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

// Each command is a process of its own, and builds itself first when a source file is newer.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

/** Asks the program in this process: for what it says of a log. */
async function verifyLogHere(environment: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<Ran> {
  const { status, stdout, stderr } = await runHere(tmpdir(), ['verify-log', ...words], environment)
  return { code: status, out: stdout, err: stderr }
}

/** Runs the real program while this process goes on, so that a server started here can answer it. */
function verifyLog(environment: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<Ran> {
  const path = (process.env.PATH ?? '').split(delimiter).filter((part) => !part.includes('node_modules'))
  const { DATABASE_URL: _, ...inherited } = process.env
  const env = { ...inherited, PATH: path.join(delimiter), NODE_OPTIONS: '', ...environment }
  const child = spawn(join(root, 'bin', 'namndkontakt'), ['verify-log', ...words], { cwd: tmpdir(), env })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    said.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    said.err += chunk
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...said })))
}

describe('verify-log on a server that DATABASE_URL names', () => {
  let log: TestLog
  let environment: Readonly<Record<string, string>>

  beforeEach(async () => {
    log = await aLog()
    await log.tamper(`insert into municipality (id, slug, name, function_address) values
      ('${log.town}', 'ekby', 'Ekby kommun', 'e@ekby.example'), ('${log.otherTown}', 'sjoby', 'Sjöby kommun', 's@sjoby.example')`)
    environment = { DATABASE_URL: addressOf(log.connections.owner), SECRET_KEY: logSecret }
    return log.close
  })

  it('says that the logs are whole and prints the ends to keep, which the next run takes', async () => {
    const { code, out, err } = await verifyLog(environment)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(
      /^Ekby kommun \(ekby\): loggen är hel\. 3 rader\.\n {2}Spara på annat håll: 3:[0-9a-f]{64}\nSjöby kommun \(sjoby\): .* 1 rad\.\n.*1:[0-9a-f]{64}\n$/,
    )
    const heads = [...out.matchAll(/\d+:[0-9a-f]{64}/g)].flatMap(([head]) => ['--expect', head])
    await log.write(log.town, 'visits.correct')
    expect((await verifyLog(environment, ...heads)).code).toBe(0)
  })

  it('tells each fault in a sentence in either language, with exit code 1; of the municipality that was asked for', async () => {
    await log.tamper(`update audit_entry set command = 'x' where municipality_id = '${log.town}' and seq = 2;
      update audit_content set content = '{}' where municipality_id = '${log.otherTown}'`)
    const swedish = await verifyLogHere(environment)
    expect(swedish.code).toBe(1)
    expect(swedish.out).toContain('loggen är inte hel. 3 rader. 1 fel:\n  Rad 2 är ändrad sedan den skrevs.')
    expect(swedish.out).toContain('Innehållet i rad 1 är ändrat sedan det skrevs.')
    const english = await verifyLogHere(environment, '--municipality', 'sjoby', '--language', 'en')
    expect(english).toEqual({
      code: 1,
      out: 'Sjöby kommun (sjoby): the log is not whole. 1 row. 1 fault:\n  The content of row 1 was changed after it was written.\n',
      err: '',
    })
  })

  it('finds a cut end that was covered up with an expected end, as JSON too', async () => {
    const { out } = await verifyLogHere(environment, '--format', 'json')
    const [{ head }] = JSON.parse(out).logs.filter(
      (it: { readonly municipality: string }) => it.municipality === 'ekby',
    )
    await log.tamper(`
      delete from audit_content using audit_entry e where e.id = entry_id and e.municipality_id = '${log.town}' and e.seq = 3;
      delete from audit_entry where municipality_id = '${log.town}' and seq = 3;
      update audit_head h set seq = e.seq, hash = e.hash, previous_hash = e.previous_hash from audit_entry e
        where h.municipality_id = '${log.town}' and e.municipality_id = h.municipality_id and e.seq = 2`)
    expect((await verifyLogHere(environment)).code).toBe(0)
    const found = await verifyLogHere(environment, '--expect', head, '--format', 'json')
    expect(found.code).toBe(1)
    expect(JSON.parse(found.out)).toMatchObject({
      whole: false,
      missingHeads: [{ head, sentence: expect.stringContaining('slutet har klippts av') }],
    })
  })

  it('tells another secret in one sentence', async () => {
    const { code, out } = await verifyLogHere({ ...environment, SECRET_KEY: 'another secret than the one of this log' })
    expect(code).toBe(1)
    expect(out.match(/SECRET_KEY/g)).toHaveLength(2)
  })

  it('ends with exit code 2 for a municipality that is not there', async () => {
    const { code, err } = await verifyLogHere(environment, '--municipality', 'nowhere')
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('no municipality is called "nowhere"') })
  })

  it('says so when the database is of another version of the program', async () => {
    await log.tamper(`update schema_state set fingerprint = 'x'`)
    const { code, err } = await verifyLogHere(environment)
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('not up to date') })
  })
})

describe('verify-log on a data folder', () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(await throwawayFolder(), 'nk-verify-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('reads beside a server that runs on it, and starts one when none does', async () => {
    const environment = { DATA_DIR: join(folder, 'data') }
    const database = await openDatabase(readSettings(environment))
    const [town, subject] = [newId(), { type: 'visit', id: newId() }]
    await database.transaction({ municipalityId: town }, (tx) =>
      appendAudit(tx, [{ municipalityId: town, at, command: 'visits.book', subject, content: {} }]),
    )
    const beside = await verifyLog(environment)
    await database.ping()
    await database.close()
    const alone = await verifyLog(environment)
    expect(beside).toEqual({ code: 0, out: expect.stringMatching(`^${town}: loggen är hel. 1 rad`), err: '' })
    expect(alone).toEqual(beside)
  })

  it('says so where there is none, and makes nothing', async () => {
    const environment = { DATA_DIR: join(folder, 'nowhere') }
    const { code, err } = await verifyLog(environment)
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('There is no database in') })
    expect((await verifyLog(environment)).err).toBe(err)
  })
})
