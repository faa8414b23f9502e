import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runHere } from './support/command-line.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const hedemora = join(root, 'guidelines', 'hedemora-omsorgsnamnden-2026.yaml')
const proposal = join(root, 'examples', 'proposals', 'hedemora-fler-besok.yaml')
const programme = join(root, 'examples', 'hed-omsorgsnamnden.yaml')
const today = ['--today', '2026-11-22']

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nk rules '))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function namndkontakt(...words: readonly string[]) {
  const { status, stdout, stderr } = await runHere(folder, words)
  return { status, stdout: stdout.replaceAll('\u00a0', ' '), stderr }
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return name
}

describe('comparing two versions of a guideline', () => {
  it('says in Swedish what is new and changed, and ends well whether or not they differ', async () => {
    const differing = await namndkontakt('guideline', 'diff', hedemora, proposal)
    expect(differing.status).toBe(0)
    expect(differing.stdout).toMatch(/HED-07 .*\n +Förr: .*3 timmar\.\n +Nu: .*2 timmar\./)
    expect(await namndkontakt('guideline', 'diff', hedemora, hedemora)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Versionerna säger detsamma: 23 regler.'),
    })
  })

  it('reads the sentences as they stand on a day', async () => {
    const text = readFileSync(proposal, 'utf8').replace(
      'values: { mostMinutes: 120 }',
      'values: { mostMinutes: 120 }\n    changes:\n      - { from: 2027-07-01, values: { mostMinutes: 60 }, clause: Nytt }',
    )
    const later = ['guideline', 'diff', hedemora, write('later.yaml', text), '--language', 'en']
    expect((await namndkontakt(...later)).stdout).toMatch(/Now: .*2 hours/)
    expect((await namndkontakt(...later, '--day', '2027-08-01')).stdout).toMatch(/Now: .*1 hour/)
  })

  it('refuses a version with a mistake, with its line, in Swedish when asked', async () => {
    const wrong = write('wrong.yaml', readFileSync(proposal, 'utf8').replace('mostMinutes: 120', 'mostMinutes: lång'))
    const { status, stderr } = await namndkontakt('guideline', 'diff', hedemora, wrong, '--language', 'sv')
    expect(status).toBe(1)
    expect(stderr).toMatch(/^wrong\.yaml:\d+:\d+: rules\[\d+\]\.values\.mostMinutes: .*\n {4}skriv /)
  })
})

describe('simulating a change', () => {
  it('gives the same answer for two programmes as for each of them', async () => {
    const of = async (...files: readonly string[]) => {
      const words = ['simulate', ...files, '--guideline', proposal, '--against', hedemora, '--format', 'json', ...today]
      return JSON.parse((await namndkontakt(...words)).stdout)
    }
    const other = join(root, 'examples', 'soc-socialnamnden.yaml')
    const [one, two, both] = [await of(programme), await of(other), await of(programme, other)]
    for (const side of ['before', 'after'])
      expect(both.total.outcomes.breached[side]).toBe(
        one.total.outcomes.breached[side] + two.total.outcomes.breached[side],
      )
    expect(both.units).toHaveLength(one.units.length + two.units.length)
    expect(both.programmes).toBe(2)
  })

  it('tries fee rules that are dearer, and says by how much', async () => {
    const dearer = readFileSync(join(root, 'fee-rules', 'upplands-bro-2019.yaml'), 'utf8')
      .replace('id: upplands-bro-2019', 'id: dearer')
      .replace('firstHour: 34700', 'firstHour: 44700')
    const words = ['simulate', programme, '--new-fee-rules', write('dearer.yaml', dearer), '--format', 'json', ...today]
    const { total } = JSON.parse((await namndkontakt(...words)).stdout)
    // Five fees begin with a first hour, 100 kr dearer; the one that has gone to payroll stands until somebody decides.
    expect(total.feeLines['needs-decision'].difference).toBe(1)
    expect(total.fees.payable.difference + total.fees.expected.difference).toBe(5 * 10_000)
  })

  it('makes a year up where there are no visits yet, and says so', async () => {
    const text = 'municipality: { name: Hedemora }\ncommittee: { id: n, name: Omsorgsnämnden }\n'
    const empty = write('empty.yaml', text)
    const { status, stdout } = await namndkontakt(
      'simulate',
      empty,
      '--synthetic',
      '--guideline',
      proposal,
      '--against',
      hedemora,
      ...today,
    )
    expect(status).toBe(0)
    expect(stdout).toMatch(/med \d\d besök.*\nÅret är påhittat/)
    expect(stdout).toMatch(/Besök som återstår eller fattas +[1-9]/)
  })

  it('asks what to compare with when nothing lies beside the programme', async () => {
    const alone = write('alone.yaml', 'municipality: { name: Ensamby }\ncommittee: { id: n, name: Nämnden }\n')
    expect(await namndkontakt('simulate', alone, '--guideline', proposal)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Name one with --against FILE.'),
    })
  })
})

describe('writing the schemas', () => {
  it('puts one of each kind of file into the folder', async () => {
    const { status, stdout } = await namndkontakt('schema', '--write', 'schemas')
    expect(status).toBe(0)
    expect(readdirSync(join(folder, 'schemas')).sort()).toEqual(readdirSync(join(root, 'schemas')).sort())
    expect(
      stdout
        .trim()
        .split('\n')
        .every((file) => existsSync(join(folder, file))),
    ).toBe(true)
  })

  it('says so when it may not write there', async () => {
    write('occupied', '')
    expect(await namndkontakt('schema', '--write', 'occupied')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Name a folder that you may write in.'),
    })
  })
})
