import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const hedemora = join(root, 'guidelines', 'hedemora-omsorgsnamnden-2026.yaml')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nk cli '))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The real file, with the Node that the shell has and not the one that the packages bring. */
function namndkontakt(...words: readonly string[]) {
  const path = (process.env.PATH ?? '').split(delimiter).filter((part) => !part.includes('node_modules'))
  const env = { ...process.env, PATH: path.join(delimiter), NODE_OPTIONS: '' }
  const { status, stdout, stderr } = spawnSync(join(root, 'bin', 'namndkontakt'), words, {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return name
}

describe('asking for help', () => {
  it('lists every command with one sentence', () => {
    const { status, stdout } = namndkontakt('--help')
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /serve .*\n.*migrate .*\n.*verify-log .*\n.*guideline check .*\n.*guideline explain .*\n.*guideline diff .*\n.*fee-rules check .*\n.*fee-rules explain .*\n.*evaluate .*\n.*simulate .*\n.*schema /,
    )
  })

  it.each([
    'serve',
    'migrate',
    'verify-log',
    'guideline',
    'guideline check',
    'guideline explain',
    'guideline diff',
    'fee-rules check',
    'fee-rules explain',
    'evaluate',
    'simulate',
    'schema',
  ])('tells how %s is used', (command) => {
    const { status, stdout } = namndkontakt(...command.split(' '), '--help')
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
  ])('%s', (_what, words, sentence) => {
    const { status, stdout, stderr } = namndkontakt(...words)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(sentence)
    expect(stderr).toMatch(/See namndkontakt.* --help\./)
  })
})

describe('checking a guideline', () => {
  it('says that every guideline of the project is good, and so are the local interpretations', () => {
    const files = ['guidelines', 'interpretations'].flatMap((name) =>
      readdirSync(join(root, name)).map((file) => join(root, name, file)),
    )
    const { status, stdout, stderr } = namndkontakt('guideline', 'check', ...files)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout.match(/: good: /g)).toHaveLength(files.length)
  })

  it('refuses a misspelt force with its line and what to write instead', () => {
    const text = readFileSync(hedemora, 'utf8').replace('force: must', 'force: muts')
    const line = text.split('\n').findIndex((it) => it.includes('muts')) + 1
    const { status, stdout, stderr } = namndkontakt('guideline', 'check', write('wrong.yaml', text))
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(`wrong.yaml:${line}:`)
    expect(stderr).toMatch(/"muts".*\n.*must/)
  })

  it('refuses a file that is no YAML, and still checks the other', () => {
    const { status, stdout, stderr } = namndkontakt('guideline', 'check', write('no.yaml', 'rules: [\n'), hedemora)
    expect(status).toBe(1)
    expect(stderr).toMatch(/no\.yaml:\d+:\d+: this is not YAML/)
    expect(stdout).toContain(`${hedemora}: good:`)
  })

  it('SRC-06 refuses two versions by one issuer that overlap, in the file and line where it can be mended', () => {
    const text = readFileSync(hedemora, 'utf8')
    const next = text
      .replace('id: hedemora-omsorgsnamnden-2026', 'id: next')
      .replace(/^( +)from: .*$/m, '$1from: 2027-01-01')
    const first = text.replace(/^( +)from: (.*)$/m, '$1from: $2\n$1until: 2027-03-01')
    const line = first.split('\n').findIndex((it) => it.includes('until: 2027-03-01')) + 1
    const files = [write('first.yaml', first), write('next.yaml', next)]
    const { status, stdout, stderr } = namndkontakt('guideline', 'check', ...files)
    expect(status).toBe(1)
    expect(stdout.match(/: good: /g)).toHaveLength(2)
    expect(stderr).toMatch(new RegExp(`first\\.yaml:${line}:\\d+: validity\\.until: .*next begins on 2027-01-01`))
    expect(stderr).toContain('write until: 2027-01-01')
  })

  it('says so when there is no such file, or it is a folder', () => {
    const { status, stderr } = namndkontakt('guideline', 'check', 'nowhere.yaml', '.')
    expect(status).toBe(1)
    expect(stderr).toContain('nowhere.yaml: there is no such file.')
    expect(stderr).toContain('.: this is a folder.')
  })
})

describe('reading a guideline back', () => {
  it('HED-03: says in Swedish what is asked, with clause, force and bearer', () => {
    const { status, stdout } = namndkontakt('guideline', 'explain', hedemora)
    expect(status).toBe(0)
    expect(stdout).toMatch(/HED-03 {2}.*majoriteten.*\n.* · ska · nämnden/)
  })

  it('says it in English when asked', () => {
    expect(namndkontakt('guideline', 'explain', hedemora, '--language', 'en').stdout).toMatch(/HED-03 {2}.*majority/)
  })
})

describe('checking fee rules', () => {
  it('says that the fee rules of the project are good', () => {
    const files = readdirSync(join(root, 'fee-rules')).map((name) => join(root, 'fee-rules', name))
    const { status, stdout, stderr } = namndkontakt('fee-rules', 'check', ...files)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout.match(/: good: /g)).toHaveLength(files.length)
  })

  it('refuses a guideline in their place', () => {
    const { status, stderr } = namndkontakt('fee-rules', 'check', hedemora)
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

  it("SRC-01 finds the council's policy beside the committee's own guideline, and names the source of each finding", () => {
    const words = ['evaluate', join(root, 'examples', 'two-sources.yaml'), '--today', '2026-11-22']
    const { stdout } = namndkontakt(...words)
    expect(stdout).toMatch(/längre än 2 timmar\. \(Punkt 2, Fullmäktiges policy \(påhittad\); bör, kontaktpolitikern\)/)
    expect(stdout).toMatch(/Kräver beslut +FRI-4 {2}riktlinje Fritidsnämndens riktlinje/)
    expect(stdout).toMatch(/Lina Falk .*: kräver beslut/)
    const { sources } = JSON.parse(namndkontakt(...words, '--format', 'json').stdout)
    expect(sources.map(({ id }: { readonly id: string }) => id)).toEqual([
      'exempel-fritidsnamnden-2026',
      'exempel-fullmaktige-policy',
    ])
  })

  it('SRC-01 says no source where one guideline binds', () => {
    const { stdout } = namndkontakt(
      'evaluate',
      join(root, 'examples', 'hed-omsorgsnamnden.yaml'),
      '--today',
      '2026-11-22',
    )
    expect(stdout).not.toContain('Riktlinje för omsorgsnämndens kontaktpolitiker')
  })

  it.each(examples)('%s gives findings and fee lines under its own guideline', (name) => {
    const { status, stdout, stderr } = namndkontakt('evaluate', join(root, 'examples', name), '--today', '2026-11-22')
    expect({ status, stderr }).toEqual({ status: expect.toSatisfy((code) => code === 0 || code === 1), stderr: '' })
    expect(stdout).toMatch(/^Iakttagelser \(\d+ av [1-9]\d*/)
    expect(stdout).toMatch(/^Arvodesrader \([1-9]\d*\)$/m)
  })

  it('says in plain Swedish what is broken, by whom, and how a fee is counted; in English when asked', () => {
    const words = ['evaluate', join(root, 'examples', 'hed-omsorgsnamnden.yaml'), '--today', '2026-11-22']
    const { stdout } = namndkontakt(...words)
    expect(stdout).toMatch(
      /Brott +HED-04 {2}besök b2, Granens särskilda boende .*\n.*\(.*stycke 1; ska, kontaktpolitikern\)/,
    )
    expect(stdout).toMatch(/timmar därefter, räknade i påbörjade halvtimmar: 1,5 × 173\skr = 259,50\skr/)
    expect(stdout).toMatch(/3 timmar betalas\. \(HED-15, Övrigt, stycke 1; lokal tolkning HED-A2\)/)
    expect(stdout).toMatch(/Astrid Ek .*: väntar på underlag, skulle bli 693\skr/)
    expect(stdout).not.toMatch(/\b(breached|must|payable|satisfied|visit|politician)\b/)
    expect(namndkontakt(...words, '--language', 'en').stdout).toMatch(/Breach +HED-04 {2}visit b2/)
  })

  it.each(examples)('%s gives the same as JSON, with days, whole öre and a sentence in both languages', (name) => {
    const { stdout } = namndkontakt(
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
  })

  it('asks for the guideline when none lies beside the programme', () => {
    mkdirSync(join(folder, 'alone'))
    const text = 'municipality: { name: Ensamby }\ncommittee: { id: n, name: Nämnden }\n'
    const { status, stderr } = namndkontakt('evaluate', write('alone/programme.yaml', text))
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining('Name one with --guideline FILE.'),
    })
  })

  it('refuses a programme with a mistake, with its line', () => {
    const text = 'municipality: { name: Felby }\ncommittee: { id: n, name: Nämnden }\nvisit: []\n'
    const { status, stderr } = namndkontakt('evaluate', write('wrong-programme.yaml', text), '--guideline', hedemora)
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/wrong-programme\.yaml:3:\d+: .*"visit".*\n.*visits/),
    })
  })
})

describe('printing a schema', () => {
  it.each(['guideline', 'fee-rules', 'interpretations', 'programme'])('gives the JSON Schema of a %s', (kind) => {
    const { status, stdout } = namndkontakt('schema', kind)
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: { format: { const: `namndkontakt/${kind}@1` } },
    })
  })
})

describe('starting with settings that cannot be used', () => {
  it('refuses a port that is no number, in one sentence', () => {
    const env = { ...process.env, PORT: 'http', DATA_DIR: join(folder, 'data') }
    const { status, stderr } = spawnSync(join(root, 'bin', 'namndkontakt'), ['serve'], { env, encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('PORT must be a port number') })
  })
})
