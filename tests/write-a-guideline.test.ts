import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type Loaded, loadFeeRules, loadGuideline } from '../src/engine/index.ts'
import { runHere } from './support/command-line.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const textOf = (path: string) => readFileSync(`${root}/${path}`, 'utf8')
const page = textOf('docs/write-a-guideline.md')

/** What stands in the page's blocks of a kind, in order. */
const blocks = (info: string) =>
  [...page.matchAll(/^```(.+)\n([\s\S]*?)\n```$/gm)].flatMap(([, kind, text]) => (kind === info ? [text ?? ''] : []))

const files = {
  guideline: 'docs/examples/guidelines/stensjo-kulturnamnden.yaml',
  'fee-rules': 'docs/examples/fee-rules/stensjo.yaml',
  interpretations: 'docs/examples/interpretations/stensjo-kulturnamnden.yaml',
  policy: 'docs/examples/policies/stensjo-fullmaktige.yaml',
} as const

function anyProblems(result: Loaded<unknown>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ message, mend }) => `${message}; ${mend}`)
}

async function namndkontakt(words: readonly string[]): Promise<readonly string[]> {
  const { stdout, stderr } = await runHere(root, words)
  return `${stdout}${stderr}`.replaceAll('\u00a0', ' ').trimEnd().split('\n')
}

describe('the page on how to write a guideline', () => {
  it.each(Object.entries(files))('shows the whole file of the %s, block by block', (kind, file) => {
    expect(`${blocks(`yaml ${kind}`).join('\n')}\n`).toBe(textOf(file))
  })

  it('has no other YAML than that of its files', () => {
    const kinds = [...page.matchAll(/^```(yaml.*)$/gm)].map(([, kind]) => kind)
    expect(new Set(kinds)).toEqual(new Set(Object.keys(files).map((kind) => `yaml ${kind}`)))
  })

  it('calls every paragraph of the paper by a rule, and names no other', () => {
    const paper = [...page.matchAll(/^> \*\*(\d+ §)\*\*/gm)].map(([, clause]) => clause)
    const named = [...textOf(files.guideline).matchAll(/clause: (\d+ §)/g)].map(([, clause]) => clause)
    expect([...new Set(named)]).toEqual(paper)
  })

  it('tells the truth of a proposal: without adoption it loads', () => {
    const text = textOf(files.guideline)
      .replace('status: adopted', 'status: proposal')
      .replace(/^adoption:.*\n/m, '')
    expect(loadGuideline(text, 'x').ok).toBe(true)
  })

  const mistakes = [...page.matchAll(/^\| (guideline|fee-rules) \| `(.+?)` \| `(.+?)` \| (.+) \|$/gm)].map(
    ([, file, wrong, right, told]) =>
      [wrong ?? '', file as 'guideline' | 'fee-rules', right ?? '', told ?? ''] as const,
  )

  it('shows mistakes', () => {
    expect(mistakes.length).toBeGreaterThan(10)
  })

  it.each(mistakes)('says what the program says of %s', (wrong, file, right, told) => {
    const text = textOf(files[file])
    expect(text).toContain(right)
    const load = file === 'guideline' ? loadGuideline : loadFeeRules
    expect(anyProblems(load(text.replace(right, wrong), file))).toContainEqual(expect.stringContaining(told))
  })

  const sessions = blocks('console').map((block) => block.split('\n'))

  it.each(sessions.map((lines) => [lines[0]?.replace(/^\$ bin\/namndkontakt /, '') ?? '', lines.slice(1)] as const))(
    'quotes what comes of %s',
    async (command, quoted) => {
      const told = await namndkontakt(command.split(' '))
      let at = 0
      for (const line of quoted.filter((it) => it !== '…')) {
        const found = told.indexOf(line, at)
        expect(found, `${line}\nafter line ${at} of\n${told.join('\n')}`).toBeGreaterThanOrEqual(at)
        at = found + 1
      }
    },
    30_000,
  )

  it('and the later version are loaded without a problem', () => {
    const versions = readdirSync(`${root}/docs/examples/versions`).map((name) => `docs/examples/versions/${name}`)
    expect(versions.map((path) => anyProblems(loadGuideline(textOf(path), path)))).toEqual([[]])
  })

  it('points at files that are there', () => {
    const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, path]) => path ?? '')
    expect(links.filter((path) => !existsSync(`${root}/docs/${path}`))).toEqual([])
  })
})
