import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { aCast, type Cast, must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { execute } from '../../platform/command.ts'
import type { Database } from '../../platform/db/database.ts'
import { adoptGuideline, answerSilence, rulesInForce, saveGuideline, settingsFor } from './index.ts'

const clock = testClock()

describe('when the guideline is a proposal', () => {
  let database: Database
  let cast: Cast
  beforeAll(async () => {
    database = await aDatabase()
    cast = await aCast(database, clock, {
      slug: 'nor',
      guideline: 'social-och-omsorgsnamnden-forslag',
      appointed: false,
    })
  })
  const adoption = (more: Record<string, string> = {}) => ({
    versionId: cast.guidelineVersionId,
    decidedOn: '2026-10-01',
    paragraph: '§ 48',
    validFrom: '2026-10-05',
    ...more,
  })
  const adopt = (input: unknown) => execute({ database, clock }, cast.as('secretary'), adoptGuideline, input)
  const settingsOn = (day: string) =>
    database.read(cast, (tx) => settingsFor(tx, cast.as('secretary'), dayFromIso(day)))

  it('SON-01: nothing is in force', async () => {
    expect(await settingsOn('2026-10-06')).toBeUndefined()
  })

  it('a decision in the future is refused at its field', async () => {
    expect(await adopt(adoption({ decidedOn: '2026-10-07' }))).toMatchObject({
      code: 'guidelines.decided-in-the-future',
      field: 'decidedOn',
    })
  })

  it('a guideline cannot hold before it was decided', async () => {
    expect(await adopt(adoption({ validFrom: '2026-09-30' }))).toMatchObject({
      code: 'guidelines.holds-before-decision',
      field: 'validFrom',
    })
  })

  it('a decision without a paragraph is refused at its field', async () => {
    expect(await adopt(adoption({ paragraph: ' ' }))).toMatchObject({
      code: 'input',
      issues: [{ field: 'paragraph', code: 'paragraph-missing' }],
    })
  })

  it('SON-01: once adopted it holds from its day, and cannot be adopted again', async () => {
    await must(adopt(adoption()))
    expect(await settingsOn('2026-10-04')).toBeUndefined()
    expect(await settingsOn('2026-10-05')).toMatchObject({ guidelineId: 'social-och-omsorgsnamnden-forslag' })
    expect(await adopt(adoption())).toMatchObject({ code: 'guidelines.already-adopted' })
  })
})

describe('when the committee adopts a second version', () => {
  let database: Database
  let cast: Cast
  let second: string
  beforeAll(async () => {
    database = await aDatabase()
    cast = await aCast(database, clock, {
      slug: 'nor',
      guideline: 'social-och-omsorgsnamnden-forslag',
      appointed: false,
    })
    await must(adopt(cast.guidelineVersionId, '2026-10-05'))
    const first = readFileSync(
      new URL('../../../guidelines/social-och-omsorgsnamnden-forslag.yaml', import.meta.url),
      'utf8',
    )
    const source = first.replace(/^id: .*$/m, 'id: andra-versionen').replace(/^title: .*$/m, 'title: Andra versionen')
    second = (await must(execute({ database, clock }, cast.system(), saveGuideline, { name: 'andra.yaml', source }))).id
  })
  const adopt = (versionId: string, validFrom: string) =>
    execute({ database, clock }, cast.as('secretary'), adoptGuideline, {
      versionId,
      decidedOn: '2026-10-01',
      paragraph: '§ 48',
      validFrom,
    })

  it('SRC-06 it cannot begin on the same day as the first', async () => {
    expect(await adopt(second, '2026-10-05')).toMatchObject({
      code: 'guidelines.begins-with-another',
      field: 'validFrom',
    })
  })

  it('SRC-06 a file that is adopted already and begins on the same day is refused at its line', async () => {
    const source = readFileSync(
      new URL('../../../guidelines/exempel-fritidsnamnden-2026.yaml', import.meta.url),
      'utf8',
    )
      .replace(/^issuer:\n.*\n.*$/m, 'issuer: { committee: Social- och omsorgsnämnden }')
      .replace(/^validity:.*$/m, 'validity: { from: 2026-10-05 }')
    const line = source.split('\n').findIndex((it) => it.startsWith('validity:')) + 1
    const outcome = await execute({ database, clock }, cast.system(), saveGuideline, { name: 'tredje.yaml', source })
    expect(outcome).toMatchObject({
      code: 'guidelines.file-has-mistakes',
      facts: { problems: [{ file: 'tredje.yaml', line, path: 'validity.from' }] },
    })
  })

  it('SRC-06 from its own day it replaces the first', async () => {
    await must(adopt(second, '2026-10-20'))
    const inForceOn = (day: string) =>
      database.read(cast, (tx) => settingsFor(tx, cast.as('secretary'), dayFromIso(day)))
    expect(await inForceOn('2026-10-19')).toMatchObject({ guidelineId: 'social-och-omsorgsnamnden-forslag' })
    expect(await inForceOn('2026-10-20')).toMatchObject({ guidelineId: 'andra-versionen' })
  })
})

describe('when the guideline leaves a question open', () => {
  let database: Database
  let cast: Cast
  beforeAll(async () => {
    database = await aDatabase()
    cast = await aCast(database, clock)
  })
  const answer = (more: Record<string, string> = {}) =>
    execute({ database, clock }, cast.as('secretary'), answerSilence, {
      versionId: cast.guidelineVersionId,
      silenceId: 'HED-Q1',
      answer: 'meeting',
      decidedBy: 'Omsorgsnämnden',
      decidedOn: '2026-09-20',
      paragraph: '§ 61',
      validFrom: '2026-03-25',
      ...more,
    })

  it('an answer that is none of the choices is refused at its field', async () => {
    expect(await answer({ answer: 'guldtacka' })).toMatchObject({
      code: 'guidelines.answer-not-allowed',
      field: 'answer',
    })
  })

  it('the answer is used from its day and says who decided', async () => {
    await must(answer())
    const { interpretations } = await database.read(cast, (tx) => rulesInForce(tx, cast.as('secretary')))
    expect(interpretations[0]?.answers).toMatchObject([
      { silence: 'HED-Q1', answer: 'meeting', decidedBy: 'Omsorgsnämnden', paragraph: '§ 61' },
    ])
  })

  it('two answers from the same day are refused', async () => {
    expect(await answer()).toMatchObject({ code: 'guidelines.already-answered' })
  })

  it('a politician cannot answer for the committee', async () => {
    const asked = execute({ database, clock }, cast.as('anna'), answerSilence, { versionId: cast.guidelineVersionId })
    await expect(asked).rejects.toThrow('guidelines.answer-silence')
  })

  it('a file with a mistake is refused whole, with line and mend', async () => {
    const outcome = await execute({ database, clock }, cast.system(), saveGuideline, {
      name: 'ny.yaml',
      source: 'format: namndkontakt/guideline@1\nid: ny\ntitel: Ny riktlinje\n',
    })
    expect(outcome).toMatchObject({ code: 'guidelines.file-has-mistakes' })
    expect(JSON.stringify(outcome)).toContain('"line":3')
  })
})
