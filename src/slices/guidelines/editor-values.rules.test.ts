import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aboutQuestions,
  type AnswerForm,
  type Block,
  isSame,
  kindChoices,
  type Question,
  ruleQuestions,
} from '../../engine/index.ts'
import { type Fields, fieldsOf } from './editor-fields.rules.ts'
import { blockOf, codeText, withItem, withoutItem } from './editor-values.rules.ts'

const reading = (fields: Fields, keepBlank = false) => ({
  fields,
  codeOf: ({ sv }: { readonly sv: string }) => codeText(sv),
  keepBlank,
})

const words = fc.stringMatching(/^[A-Za-zåäöÅÄÖ0-9,.:;#'"?& -]{0,30}[a-zåäö]$/).map((text) => text.trim())
const localised = fc.record({ sv: words, en: words })

function anAnswer(answer: AnswerForm): fc.Arbitrary<unknown> {
  switch (answer.form) {
    case 'yes-no':
      return fc.boolean()
    case 'one-of':
      return fc.constantFrom(...answer.codes)
    case 'code':
      return fc.constantFrom(...answer.examples, 'god-man')
    case 'some-of':
      return severalOf(answer.codes, answer.alone)
    case 'codes':
      return severalOf([...answer.examples, 'god-man'], answer.alone)
    case 'number':
    case 'duration':
      return fc.nat({ max: 100_000 })
    case 'localised':
      return localised
    case 'group':
      return aBlock(answer.questions)
    case 'list':
      return fc.array(aBlock(answer.questions), { minLength: 1, maxLength: 3 })
    case 'items':
      return fc.array(anAnswer(answer.item), { minLength: 1, maxLength: 3 })
    default:
      return words
  }
}

function severalOf(codes: readonly string[], alone: boolean): fc.Arbitrary<unknown> {
  const list = fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1 })
  return alone ? fc.oneof(fc.constantFrom(...codes), list) : list
}

/** Values as somebody may have written them: what can be left out sometimes is, and what can be silent is too. */
function aBlock(questions: readonly Question[]): fc.Arbitrary<Block> {
  const parts = questions.map(({ key, answer, optional, silent, fixed }) => {
    const apart = [...fixed, ...(silent ? ['silent'] : [])]
    const said = apart.length === 0 ? anAnswer(answer) : fc.oneof(anAnswer(answer), fc.constantFrom(...apart))
    const value = key === 'id' ? fc.stringMatching(/^[a-z]{1,8}$/) : said
    return [key, optional ? fc.option(value, { nil: undefined }) : value] as const
  })
  return fc
    .record(Object.fromEntries(parts))
    .map((block) => Object.fromEntries(Object.entries(block).filter(([, value]) => value !== undefined)))
}

const everything = [
  ...kindChoices().map(({ kind }) => ({ about: kind, questions: ruleQuestions(kind) })),
  ...kindChoices().map(({ kind }) => ({
    about: `a change of ${kind}`,
    questions: ruleQuestions(kind, { change: true }),
  })),
  { about: 'the guideline itself', questions: aboutQuestions },
]

describe('a form that nobody has touched', () => {
  it.each(everything)('says what it was made from: $about', ({ questions }) => {
    fc.assert(
      fc.property(aBlock(questions), (values) => {
        const fields = fieldsOf(questions, values, 'values')
        expect(isSame(blockOf(questions, values, 'values', reading(fields)), values)).toBe(true)
      }),
      { numRuns: 30, seed: 7 },
    )
  })
})

const topics = ruleQuestions('conversation.topics')
const topic = (sv: string) => ({ id: codeText(sv), audiences: ['users'], topic: { sv, en: sv } })
const topicFields = (...all: readonly string[]) => fieldsOf(topics, { topics: all.map(topic) }, 'values')

describe('when a list grows and shrinks', () => {
  it('an item that was asked for stays, empty, until it is filled in', () => {
    const fields = withItem(topicFields('Trygghet'), 'values.topics')
    expect(blockOf(topics, {}, 'values', reading(fields, true))).toMatchObject({ topics: [topic('Trygghet'), {}] })
  })

  it('an item that nobody has filled in is not saved', () => {
    const fields = withItem(topicFields('Trygghet'), 'values.topics')
    expect(blockOf(topics, {}, 'values', reading(fields))).toMatchObject({ topics: [topic('Trygghet')] })
  })

  it('the one that is to go goes, and the others keep what they say', () => {
    const block = blockOf(topics, {}, 'values', reading(topicFields('Trygghet', 'Trivsel', 'Idéer')))
    expect(withoutItem(block, 'topics.1')).toMatchObject({ topics: [topic('Trygghet'), topic('Idéer')] })
  })

  it('a new item gets a name from what it says, and never that of another', () => {
    const fields = {
      ...withItem(topicFields('Trygghet'), 'values.topics'),
      'values.topics.1.topic.sv': 'Trygghet',
      'values.topics.1.audiences': 'users',
    }
    expect(blockOf(topics, {}, 'values', reading(fields))).toMatchObject({
      topics: [{ id: 'trygghet' }, { id: 'trygghet-2', topic: { sv: 'Trygghet', en: 'Trygghet' } }],
    })
  })
})

describe('when somebody answers otherwise than the form expects', () => {
  const quota = ruleQuestions('visits.quota')

  it('words in place of a number are kept, so that they can be seen and mended', () => {
    const block = blockOf(quota, {}, 'values', reading({ 'values.most': 'tre', 'values.per': 'week' }))
    expect(block).toEqual({ most: 'tre', per: 'week' })
    expect(fieldsOf(quota, block, 'values')).toMatchObject({ 'values.most': 'tre' })
  })

  it('hours in words are kept, and shown where they were written', () => {
    const length = ruleQuestions('visits.length')
    const fields = { 'values.mostMinutes.hours': 'två', 'values.mostMinutes.minutes': '30', 'values.forms': 'visit' }
    const block = blockOf(length, {}, 'values', reading(fields))
    expect(fieldsOf(length, block, 'values')).toMatchObject({
      'values.mostMinutes.hours': 'två',
      'values.mostMinutes.minutes': '30',
    })
  })

  it('a slip of the pen in the file stays until somebody says that it is to go', () => {
    const before = { most: 2, per: 'week', moost: 3 }
    const fields = fieldsOf(quota, before, 'values')
    expect(blockOf(quota, before, 'values', reading(fields))).toEqual(before)
    expect(blockOf(quota, before, 'values', reading({ ...fields, 'values.drop': 'moost' }))).toEqual({
      most: 2,
      per: 'week',
    })
  })

  it('boxes that are all emptied say none, where something would hold otherwise', () => {
    const length = ruleQuestions('visits.length')
    const fields = { 'values.mostMinutes.hours': '2' }
    expect(blockOf(length, {}, 'values', reading(fields))).toEqual({ mostMinutes: 120, forms: [] })
  })

  it('a word of their own becomes one of the codes', () => {
    const known = ruleQuestions('role.known-face')
    const fields = { 'values.audiences': 'users', 'values.audiences.own.sv': 'Gode män' }
    expect(blockOf(known, {}, 'values', reading(fields))).toEqual({ audiences: ['users', 'gode-män'] })
  })
})
