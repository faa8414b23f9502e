import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { mendOf, saidParts } from './mend.ts'
import { inLanguage, inSwedish } from './mend.swedish.ts'
import { textOf } from './testing/cast.ts'

const folder = new URL('./', import.meta.url)
const sourcesIn = (path: string) =>
  readdirSync(new URL(path, folder), { withFileTypes: true })
    .filter((it) => it.isFile() && it.name.endsWith('.ts') && !/\.test\.ts$|^mend\./.test(it.name))
    .map((it) => ({ file: `${path}${it.name}`, source: textOf(`src/engine/${path}${it.name}`) }))

/** Literals of a source that are not in comments; what a template fills in is `x`. */
const literalsIn = (source: string): readonly string[] =>
  [
    ...source.matchAll(/\/\*[\s\S]*?\*\/|\/\/.*|'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|`((?:\\.|[^`\\])*)`/g),
  ].flatMap(([, single, double, template]) => {
    const literal = single ?? double ?? template?.replace(/\$\{[^}]*\}/g, 'x')
    return literal === undefined ? [] : [literal.replace(/\\(['"`])/g, '$1')]
  })

/** Whether it is a sentence, and not a key, a path or a code. */
const isProse = (literal: string) => / \S+ /.test(literal) && !/^[./#]|=>|\n/.test(literal)

/** Whether it can be said as it stands, and is not joined with another by the check. */
const isWhole = (part: string) => /[a-z]{2}/.test(part) && !/^x,|, or x$/.test(part)

/** What a file says about mistakes: everything in a file of checks, elsewhere what is named so. */
const saidIn = ({ file, source }: { readonly file: string; readonly source: string }): readonly string[] => {
  if (/-checks?\.ts$/.test(file) && !file.startsWith('rules/')) return literalsIn(source).filter(isProse)
  const named = [
    ...source.matchAll(/\b(?:message|mend)(?::| =)\s*(?:'[^']*'|"[^"]*"|`[^`]*`)/g),
    ...source.matchAll(/\.(?:regex|refine)\(\s*[\s\S]*?(?:'[^'\n]* [^'\n]*'|"[^"\n]* [^"\n]*"),?\s*\)/g),
    ...source.matchAll(/\bissue\(\s*\[[^\]]*\],\s*(?:'[^']*'|"[^"]*"|`[^`]*`)(?:,\s*(?:'[^']*'|"[^"]*"|`[^`]*`))?/g),
  ]
  return named.flatMap(([text]) => literalsIn(text)).filter(isProse)
}

describe('what a check says in English', () => {
  it.each(
    [...sourcesIn(''), ...sourcesIn('rules/')]
      .map((it) => [it.file, saidIn(it)] as const)
      .filter(([, said]) => said.length > 0),
  )('has its Swedish: %s', (_file, said) => {
    const parts = said.flatMap((it) => {
      const { message, mend } = saidParts(it)
      return mend === undefined ? [message] : [message, mend]
    })
    expect(parts.filter((part) => isWhole(part) && inSwedish(part) === undefined)).toEqual([])
  })

  it('is found in the files that have checks', () => {
    const found = [...sourcesIn(''), ...sourcesIn('rules/')].filter((it) => saidIn(it).length > 0).map((it) => it.file)
    expect(found).toEqual(
      expect.arrayContaining(['guideline-checks.ts', 'programme.ts', 'programme-check.ts', 'rules/report-timing.ts']),
    )
  })

  it('takes over what it quotes from the file, whatever that is', () => {
    expect(inSwedish('there is no rule HED-99')).toBe('det finns ingen regel HED-99')
    expect(inSwedish('at least $& is more than at most $1')).toBe('minst $& är mer än högst $1')
    expect(inSwedish('"a; b" is no answer to Q(1)')).toBe('"a; b" är inget svar på Q(1)')
    expect(inSwedish('this nobody has said')).toBeUndefined()
    expect(inLanguage('this nobody has said', 'sv')).toBe('this nobody has said')
    expect(inLanguage('there is no rule X', 'en')).toBe('there is no rule X')
  })

  it('is parted at the semicolon that it has itself, and not at one within quotes', () => {
    expect(saidParts('"a; b" is not a date; write it so; then go on')).toEqual({
      message: '"a; b" is not a date',
      mend: 'write it so; then go on',
    })
    expect(saidParts('nothing to write')).toEqual({ message: 'nothing to write', mend: undefined })
  })
})

describe('the mend of alternatives', () => {
  const schema = z.strictObject({
    keep: z.union([z.literal(true), z.int().min(1)]),
    step: z.union([z.literal('silent'), z.strictObject({ hours: z.int(), forms: z.array(z.string()) })]),
    deep: z.union([z.int(), z.union([z.boolean(), z.array(z.int())])]).optional(),
  })
  const fine = { keep: 3, step: { hours: 1, forms: ['visit'] } }
  const mended = (data: unknown, language: 'sv' | 'en' = 'en') => {
    const { error } = schema.safeParse(data)
    return (error?.issues ?? [])
      .flatMap((issue) => mendOf(issue, schema, data, language))
      .map((it) => `${it.path.join('.')}: ${it.message}; ${it.mend}`)
  }

  it('names them all where none was meant', () => {
    expect(mended(fine)).toEqual([])
    expect(mended({ ...fine, keep: 'long' })).toEqual([
      'keep: "long" is not allowed for "keep"; write true or a whole number',
    ])
    expect(mended({ ...fine, keep: 'long' }, 'sv')).toEqual([
      'keep: "long" går inte att skriva under "keep"; skriv true eller ett heltal',
    ])
    expect(mended({ ...fine, deep: 'x' })).toEqual([
      'deep: "x" is not allowed for "deep"; write a whole number, true or false or a list',
    ])
    expect(mended({ step: fine.step })).toEqual([
      'keep: "keep" is missing; add "keep:" followed by true or a whole number',
    ])
    expect(mended({ ...fine, keep: null })[0]).toMatch(
      /^keep: "keep" is empty; write true or a whole number after "keep:"/,
    )
  })

  it('is that of the one that was meant, by its form', () => {
    expect(mended({ ...fine, step: { hours: 'two', forms: [1], more: 1 } })).toEqual([
      'step.hours: "hours" is text, and a number is expected; write a number',
      'step.forms.0: "forms" is 1, and text is expected; write text in quotes, for example "1"',
      'step.more: "more" is not a key here; the keys here are hours, forms',
    ])
    expect(mended({ ...fine, keep: 0 })).toEqual([
      'keep: "keep" is 0, and at least 1 is expected; write a number of at least 1',
    ])
  })
})
