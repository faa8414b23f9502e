import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runHere, runProgram } from './support/command-line.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const hedemora = join(root, 'guidelines', 'hedemora-omsorgsnamnden-2026.yaml')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nk cli '))
})
afterAll(() => rmSync(folder, { recursive: true }))

const namndkontakt = (...words: readonly string[]) => runHere(folder, words)

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return name
}

describe('asking for help', () => {
  it('lists every command with one sentence', async () => {
    const { status, stdout } = await namndkontakt('--help')
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /serve .*\n.*migrate .*\n.*verify-log .*\n.*claims compare .*\n.*guideline check .*\n.*guideline explain .*\n.*guideline diff .*\n.*fee-rules check .*\n.*fee-rules explain .*\n.*evaluate .*\n.*simulate .*\n.*schema /,
    )
  })

  it.each([
    'serve',
    'migrate',
    'verify-log',
    'claims compare',
    'guideline',
    'guideline check',
    'guideline explain',
    'guideline diff',
    'fee-rules check',
    'fee-rules explain',
    'evaluate',
    'simulate',
    'schema',
  ])('tells how %s is used', async (command) => {
    const { status, stdout } = await namndkontakt(...command.split(' '), '--help')
    expect({ status, firstLine: stdout.split('\n')[0] }).toEqual({
      status: 0,
      firstLine: expect.stringContaining(`Usage: namndkontakt ${command}`),
    })
  })
})

describe('using a command wrongly ends with exit code 2 and says where the help is:', () => {
  it.each([
    ['no command', [], 'say what to do'],
    ['an unknown command', ['evalute'], '"evalute" is no command'],
    ['half a command', ['guideline'], 'guideline check or explain'],
    ['an unknown option', ['evaluate', 'x.yaml', '--to-day', '2026-01-01'], "Unknown option '--to-day'"],
    ['an option without its value', ['evaluate', 'x.yaml', '--today'], '--today'],
    [
      'an option twice',
      ['evaluate', 'x.yaml', '--today', '2026-01-01', '--today', '2026-01-02'],
      '--today stands 2 times',
    ],
    ['a day that does not exist', ['evaluate', 'x.yaml', '--today', '2026-02-30'], '"2026-02-30"'],
    ['an unknown format', ['evaluate', 'x.yaml', '--format', 'xml'], 'text or json, not "xml"'],
    ['an end of a log that is none', ['verify-log', '--expect', '12'], '--expect is a number, a colon and 64 signs'],
    ['a missing file name', ['guideline', 'check'], 'FILE… is missing'],
    ['a word too many', ['evaluate', 'a.yaml', 'b.yaml'], '"b.yaml" is one word too many'],
    ['no kind of schema', ['schema'], 'say of which kind: guideline|fee-rules'],
    ['a kind of schema to write', ['schema', 'guideline', '--write', 'x'], 'leave the kind out'],
    ['one version to compare', ['guideline', 'diff', 'a.yaml'], 'BEFORE AFTER is missing'],
    ['a day to compare on that does not exist', ['guideline', 'diff', 'a', 'b', '--day', 'now'], 'not "now"'],
    ['nothing to simulate on', ['simulate', '--guideline', 'x.yaml'], 'PROGRAMME… is missing'],
    ['nothing to try', ['simulate', 'x.yaml'], 'say what to try: --guideline FILE'],
    ['an unknown kind of schema', ['schema', 'report'], '"report" has no schema'],
  ])('%s', async (_what, words, sentence) => {
    const { status, stdout, stderr } = await namndkontakt(...words)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(sentence)
    expect(stderr).toMatch(/See namndkontakt.* --help\./)
  })
})

describe('checking a guideline', () => {
  it('says that every guideline of the project is good, and so are the local interpretations', async () => {
    const files = ['guidelines', 'interpretations'].flatMap((name) =>
      readdirSync(join(root, name)).map((file) => join(root, name, file)),
    )
    const { status, stdout, stderr } = await namndkontakt('guideline', 'check', ...files)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout.match(/: good: /g)).toHaveLength(files.length)
  })

  it('refuses a misspelt force with its line and what to write instead', async () => {
    const text = readFileSync(hedemora, 'utf8').replace('force: must', 'force: muts')
    const line = text.split('\n').findIndex((it) => it.includes('muts')) + 1
    const { status, stdout, stderr } = await namndkontakt('guideline', 'check', write('wrong.yaml', text))
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(`wrong.yaml:${line}:`)
    expect(stderr).toMatch(/"muts".*\n.*must/)
  })

  it('refuses a file that is no YAML, and still checks the other', async () => {
    const { status, stdout, stderr } = await namndkontakt(
      'guideline',
      'check',
      write('no.yaml', 'rules: [\n'),
      hedemora,
    )
    expect(status).toBe(1)
    expect(stderr).toMatch(/no\.yaml:\d+:\d+: this is not YAML/)
    expect(stdout).toContain(`${hedemora}: good:`)
  })

  it('SRC-06 refuses two versions by one issuer that overlap, in the file and line where it can be mended', async () => {
    const text = readFileSync(hedemora, 'utf8')
    const next = text
      .replace('id: hedemora-omsorgsnamnden-2026', 'id: next')
      .replace(/^( +)from: .*$/m, '$1from: 2027-01-01')
    const first = text.replace(/^( +)from: (.*)$/m, '$1from: $2\n$1until: 2027-03-01')
    const line = first.split('\n').findIndex((it) => it.includes('until: 2027-03-01')) + 1
    const files = [write('first.yaml', first), write('next.yaml', next)]
    const { status, stdout, stderr } = await namndkontakt('guideline', 'check', ...files)
    expect(status).toBe(1)
    expect(stdout.match(/: good: /g)).toHaveLength(2)
    expect(stderr).toMatch(new RegExp(`first\\.yaml:${line}:\\d+: validity\\.until: .*next begins on 2027-01-01`))
    expect(stderr).toContain('write until: 2027-01-01')
  })

  it('says so when there is no such file, or it is a folder', async () => {
    const { status, stderr } = await namndkontakt('guideline', 'check', 'nowhere.yaml', '.')
    expect(status).toBe(1)
    expect(stderr).toContain('nowhere.yaml: there is no such file.')
    expect(stderr).toContain('.: this is a folder.')
  })
})

describe('reading a guideline back', () => {
  it('HED-03: says in Swedish what is asked, with clause, force and bearer', async () => {
    const { status, stdout } = await namndkontakt('guideline', 'explain', hedemora)
    expect(status).toBe(0)
    expect(stdout).toMatch(/HED-03 {2}.*majoriteten.*\n.* · ska · nämnden/)
  })

  it('says it in English when asked', async () => {
    expect((await namndkontakt('guideline', 'explain', hedemora, '--language', 'en')).stdout).toMatch(
      /HED-03 {2}.*majority/,
    )
  })
})

describe('checking fee rules', () => {
  it('says that the fee rules of the project are good', async () => {
    const files = readdirSync(join(root, 'fee-rules')).map((name) => join(root, 'fee-rules', name))
    const { status, stdout, stderr } = await namndkontakt('fee-rules', 'check', ...files)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout.match(/: good: /g)).toHaveLength(files.length)
  })

  it('refuses a guideline in their place', async () => {
    const { status, stderr } = await namndkontakt('fee-rules', 'check', hedemora)
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('namndkontakt/fee-rules@1') })
  })
})

describe('trying a programme', () => {
  const examples = readdirSync(join(root, 'examples'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name])

  it('finds an example for each of the five committees', () => {
    const committees = ['hed', 'snb', 'soc', 'son', 'vsn']
    expect(committees.filter((it) => !examples.some(([name]) => name?.startsWith(`${it}-`)))).toEqual([])
  })

  it("SRC-01 finds the council's policy beside the committee's own guideline, and names the source of each finding", async () => {
    const words = ['evaluate', join(root, 'examples', 'two-sources.yaml'), '--today', '2026-11-22']
    const { stdout } = await namndkontakt(...words)
    expect(stdout).toMatch(/längre än 2 timmar\. \(Punkt 2, Fullmäktiges policy \(påhittad\); bör, kontaktpolitikern\)/)
    expect(stdout).toMatch(/Kräver beslut +FRI-4 {2}riktlinje Fritidsnämndens riktlinje/)
    expect(stdout).toMatch(/Lina Falk .*: kräver beslut/)
    const { sources } = JSON.parse((await namndkontakt(...words, '--format', 'json')).stdout)
    expect(sources.map(({ id }: { readonly id: string }) => id)).toEqual([
      'exempel-fritidsnamnden-2026',
      'exempel-fullmaktige-policy',
    ])
  })

  it('SRC-01 says no source where one guideline binds', async () => {
    const { stdout } = await namndkontakt(
      'evaluate',
      join(root, 'examples', 'hed-omsorgsnamnden.yaml'),
      '--today',
      '2026-11-22',
    )
    expect(stdout).not.toContain('Riktlinje för omsorgsnämndens kontaktpolitiker')
  })

  it.each(examples)('%s gives findings and fee lines under its own guideline', async (name) => {
    const { status, stdout, stderr } = await namndkontakt(
      'evaluate',
      join(root, 'examples', name),
      '--today',
      '2026-11-22',
    )
    expect({ status, stderr }).toEqual({ status: expect.toSatisfy((code) => code === 0 || code === 1), stderr: '' })
    expect(stdout).toMatch(/^Iakttagelser \(\d+ av [1-9]\d*/)
    expect(stdout).toMatch(/^Arvodesrader \([1-9]\d*\)$/m)
  })

  it('says in plain Swedish what is broken, by whom, and how a fee is counted; in English when asked', async () => {
    const words = ['evaluate', join(root, 'examples', 'hed-omsorgsnamnden.yaml'), '--today', '2026-11-22']
    const { stdout } = await namndkontakt(...words)
    expect(stdout).toMatch(
      /Brott +HED-04 {2}besök b2, Granens särskilda boende .*\n.*\(.*stycke 1; ska, kontaktpolitikern\)/,
    )
    expect(stdout).toMatch(/timmar därefter, räknade i påbörjade halvtimmar: 1,5 × 173\skr = 259,50\skr/)
    expect(stdout).toMatch(/riktlinjen betalar högst 3 timmar\. \(HED-15, Övrigt, stycke 1; lokal tolkning HED-A2\)/)
    expect(stdout).toMatch(/Astrid Ek .*: väntar på underlag, skulle bli 693\skr/)
    expect(stdout).not.toMatch(/\b(breached|must|payable|satisfied|visit|politician)\b/)
    expect((await namndkontakt(...words, '--language', 'en')).stdout).toMatch(/Breach +HED-04 {2}visit b2/)
  })

  it.each(examples)(
    '%s gives the same as JSON, with days, whole öre and a sentence in both languages',
    async (name) => {
      const { stdout } = await namndkontakt(
        'evaluate',
        join(root, 'examples', name),
        '--today',
        '2026-11-22',
        '--format',
        'json',
      )
      const day = expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)
      const result = JSON.parse(stdout)
      expect(result.format).toBe('namndkontakt/evaluation@1')
      expect(result.findings[0]).toMatchObject({
        rule: expect.any(String),
        text: { sv: expect.any(String), en: expect.any(String) },
      })
      expect(result.feeLines[0]).toMatchObject({ day, amount: expect.toSatisfy(Number.isSafeInteger) })
    },
  )

  it('asks for the guideline when none lies beside the programme', async () => {
    mkdirSync(join(folder, 'alone'))
    const text = 'municipality: { name: Ensamby }\ncommittee: { id: n, name: Nämnden }\n'
    const { status, stderr } = await namndkontakt('evaluate', write('alone/programme.yaml', text))
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining('Name one with --guideline FILE.'),
    })
  })

  it('refuses a programme with a mistake, with its line', async () => {
    const text = 'municipality: { name: Felby }\ncommittee: { id: n, name: Nämnden }\nvisit: []\n'
    const { status, stderr } = await namndkontakt(
      'evaluate',
      write('wrong-programme.yaml', text),
      '--guideline',
      hedemora,
    )
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/wrong-programme\.yaml:3:\d+: .*"visit".*\n.*visits/),
    })
  })
})

describe('printing a schema', () => {
  it.each(['guideline', 'fee-rules', 'interpretations', 'programme'])('gives the JSON Schema of a %s', async (kind) => {
    const { status, stdout } = await namndkontakt('schema', kind)
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: { format: { const: `namndkontakt/${kind}@1` } },
    })
  })
})

describe('the program itself, as a process of its own', () => {
  const example = join(root, 'examples', 'hed-omsorgsnamnden.yaml')

  it.each([
    ['is good', 0, ['--help']],
    ['has a long answer', 0, ['schema', 'programme']],
    ['has findings', 1, ['evaluate', example, '--today', '2026-11-22', '--format', 'json']],
    ['refuses a file', 1, ['guideline', 'check', 'nowhere.yaml', hedemora]],
    ['is used wrongly', 2, ['evaluate', 'x.yaml', '--to-day', '2026-01-01']],
  ])('ends with the same code and writes the same to the same streams, when it %s', async (_what, status, words) => {
    const ran = runProgram(folder, words)
    expect(ran).toEqual({ ...(await namndkontakt(...words)), status })
  })

  it('refuses a port that is no number, in one sentence', () => {
    const { status, stderr } = runProgram(folder, ['serve'], { PORT: 'http', DATA_DIR: join(folder, 'data') })
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('PORT must be a port number') })
  })
})
