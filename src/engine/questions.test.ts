import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aboutQuestions, describeDraftRule, draftProblems, kindChoices, ruleQuestions } from './draft.ts'
import { openCode } from './programme.ts'
import { type AnswerForm, type Question, questionsOf } from './questions.ts'
import { orSilent } from './rules/kind.ts'
import { isKnownCode } from './rules/words.ts'

describe('the questions of a schema', () => {
  it('a whole number, an amount of time and a yes or no are asked each in its form', () => {
    const schema = z.strictObject({ least: z.int(), mostMinutes: z.int(), binding: z.boolean().default(false) })
    expect(questionsOf(schema).map(({ answer, optional, fallback }) => [answer.form, optional, fallback])).toEqual([
      ['number', false, undefined],
      ['duration', false, undefined],
      ['yes-no', true, false],
    ])
  })

  it('what the source may leave open is a question like the others, with silence beside it', () => {
    const schema = z.strictObject({
      per: orSilent(['unit', 'person']),
      days: z.union([z.int(), z.literal('silent')]),
    })
    expect(questionsOf(schema)).toMatchObject([
      { silent: true, answer: { form: 'one-of', codes: ['unit', 'person'] } },
      { silent: true, fixed: [], answer: { form: 'number' } },
    ])
  })

  it('a fixed word beside a form is an answer of its own', () => {
    expect(questionsOf(z.strictObject({ keep: z.union([z.literal(true), z.int()]) }))).toMatchObject([
      { fixed: [true], answer: { form: 'number' } },
    ])
  })

  it('an open list offers the known words', () => {
    const schema = z.strictObject({ who: z.array(openCode.meta({ examples: ['users', 'staff'] })) })
    expect(questionsOf(schema)).toMatchObject([{ answer: { form: 'codes', examples: ['users', 'staff'] } }])
  })

  it('in a dated change nothing has to be answered, and nothing is filled in', () => {
    const schema = z.strictObject({ least: z.int(), binding: z.boolean().default(false) })
    expect(questionsOf(schema, {}, { change: true })).toMatchObject([
      { optional: true, fallback: undefined },
      { optional: true, fallback: undefined },
    ])
  })
})

const allQuestions = [
  ...kindChoices().map(({ kind }) => ({ about: kind, questions: ruleQuestions(kind) })),
  { about: 'the guideline itself', questions: aboutQuestions },
]

describe('every kind of rule', () => {
  it.each(allQuestions)('$about is asked in plain forms, none in the notation of the file', ({ questions }) => {
    expect(flat(questions).filter((question) => isWritten(question.answer))).toEqual([])
  })

  it.each(allQuestions)('$about has a question in both languages for each of its values', ({ questions }) => {
    expect(flat(questions).filter(({ ask }) => !ask?.sv || !ask.en)).toEqual([])
  })
})

describe('every open list', () => {
  it.each(allQuestions)('of $about offers words that the product has names for', ({ questions }) => {
    const examples = flat(questions).flatMap(({ answer }) => ('examples' in answer ? answer.examples : []))
    expect(examples.filter((code) => !isKnownCode(code))).toEqual([])
  })
})

function flat(questions: readonly Question[]): readonly Question[] {
  return questions.flatMap((question) => {
    const { answer } = question
    return [question, ...(answer.form === 'group' || answer.form === 'list' ? flat(answer.questions) : [])]
  })
}

function isWritten(answer: AnswerForm): boolean {
  return answer.form === 'written' || (answer.form === 'items' && isWritten(answer.item))
}

const draft = `format: namndkontakt/guideline@1
id: utkast
title: Utkast
issuer: { committee: Nämnden }
status: proposal
document: { reviewBy: { when: none } }
rules:
  - { id: A-01, kind: visits.length, force: must, bearer: manager, clause: "", values: { mostMinutes: tre } }
  - { id: A-02, kind: visits.audiences, force: must, bearer: politician, clause: 1, values: { audiences: [gode-män], effort: strive } }
  - { id: A-03, kind: visits.quota, force: must, bearer: manager, clause: "1", values: { most: 0, per: week, moost: 3 } }
  - { id: A-04, kind: visits.audiences, force: must, bearer: politician, clause: "1", values: { audiences: [gode-män], effort: strive } }
`

describe('a draft with mistakes', () => {
  const problems = draftProblems(draft, 'utkast.yaml', 'sv')
  const at = (...place: (string | number)[]) =>
    problems.find((problem) => JSON.stringify(problem.at) === JSON.stringify(place))

  it('each is told by its place, line and sort', () => {
    expect(at('rules', 0, 'clause')).toMatchObject({ sort: 'missing', line: 8 })
    expect(at('rules', 0, 'values', 'mostMinutes')).toMatchObject({ sort: 'no-number' })
    expect(at('rules', 2, 'values', 'most')).toMatchObject({ sort: 'too-small', limit: 1, line: 10 })
    expect(at('rules', 2, 'values', 'moost')).toMatchObject({ sort: 'unknown-key' })
  })

  it('what does not go together is told at once, while other rules are not finished yet', () => {
    expect(at('rules', 3, 'values', 'audiences', 0)).toMatchObject({ sort: 'other', line: 11 })
  })

  it('a rule is read in plain words as soon as it has what the sentence needs', () => {
    const rule = {
      kind: 'visits.quota',
      values: { most: 2, per: 'week' },
      says: { sv: 'Inte i juli.', en: 'Not in July.' },
    }
    expect(describeDraftRule(rule, 'sv', [])).toMatch(/.+ Inte i juli\.$/)
    expect(describeDraftRule({ ...rule, values: { per: 'week' } }, 'sv', [])).toBeUndefined()
  })
})
