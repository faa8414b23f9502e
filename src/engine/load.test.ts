import { describe, expect, it } from 'vitest'
import { loadFeeRules, loadGuideline, loadInterpretations, loadProgramme } from './load.ts'
import { guidelineNamed, textOf } from './testing/cast.ts'

const hedemora = textOf('guidelines/hedemora-omsorgsnamnden-2026.yaml')
const guideline = guidelineNamed('hedemora-omsorgsnamnden-2026')
const answers = textOf('interpretations/hedemora-omsorgsnamnden-2026.yaml')
const fees = textOf('fee-rules/upplands-bro-2019.yaml')
const example = textOf('examples/hed-omsorgsnamnden.yaml')

/** The first problem as `line path: message; mend`. */
const first = (
  result: ReturnType<typeof loadGuideline | typeof loadFeeRules | typeof loadProgramme | typeof loadInterpretations>,
) =>
  result.ok ? 'no problem' : `${result.problems[0]?.path}: ${result.problems[0]?.message}; ${result.problems[0]?.mend}`
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

describe('a guideline file with a mistake', () => {
  it.each([
    [
      'an unknown key',
      'owner: Omsorgsnämnden',
      'ownr: Omsorgsnämnden',
      /document.ownr: "ownr" is not a key here; write "owner"/,
    ],
    [
      'an unknown kind of rule',
      'kind: visits.length',
      'kind: visit.length',
      /rules\[7\].kind: "visit.length" is not a known kind; write "visits.length"/,
    ],
    [
      'a value that is not allowed',
      'who: all-appointed',
      'who: everybody',
      /who: "everybody" is not allowed for "who"; write one of all-appointed, any, /,
    ],
    ['a misspelt value', 'effort: strive', 'effort: striv', /write "strive"/],
    [
      'a missing key',
      '    values: { mostMinutes: 180 }',
      '    values: {}',
      /mostMinutes: "mostMinutes" is missing; add "mostMinutes:" followed by a number/,
    ],
    [
      'a date that does not exist',
      'from: 2026-03-25',
      'from: 2026-02-30',
      /validity.from: there is no day 2026-02-30; write a day that is in the calendar, for example 2026-02-28/,
    ],
    [
      'a minimum above the maximum',
      'least: 1, most: 2',
      'least: 3, most: 2',
      /least: at least 3 is more than at most 2; exchange the two/,
    ],
    [
      'a rule that stands twice',
      'kind: visits.planner',
      'kind: visits.initiator',
      /rules\[6\].id: the rule HED-06 of the kind visits.initiator stands twice; give this one an id of its own/,
    ],
    [
      'a silence about nothing',
      'rule: HED-15\n    parameter: fee',
      'rule: HED-99\n    parameter: fee',
      /silences\[0\].rule: there is no rule HED-99; name one of the rules above/,
    ],
    [
      'a silence that nobody asks about',
      'who: all-appointed',
      'who: silent',
      /who: HED-04 is silent on "who" but no question asks about it; add one under silences/,
    ],
    [
      'text where a number belongs',
      'mostMinutes: 180',
      'mostMinutes: three hours',
      /mostMinutes" is text, and a number is expected/,
    ],
    [
      'an empty list',
      'forms: [visit] }',
      'forms: [] }',
      /"forms" has 0 items, and at least 1 item is expected; write at least 1/,
    ],
    [
      'a number below its bound',
      'least: 2, most: 2',
      'least: -1, most: 2',
      /"least" is -1, and at least 0 is expected/,
    ],
    [
      'an empty text',
      'clause: Övrigt, stycke 2',
      'clause: ""',
      /"clause": a rule names its place in the source; write heading and paragraph/,
    ],
    [
      'text where a block belongs',
      'issuer:\n  municipality: Hedemora\n  committee: Omsorgsnämnden',
      'issuer: Hedemora',
      /issuer: "issuer" is text, and a block of keys is expected; write a block of keys: municipality, committee/,
    ],
    [
      'a misspelt value in a list',
      '[majority, opposition]',
      '[majority, oposition]',
      /"oposition" is not allowed for "blocs"; write "opposition"/,
    ],
    [
      'a question that stands twice',
      'id: HED-Q2',
      'id: HED-Q1',
      /silences\[1\].id: the question HED-Q1 stands twice; give this one an id of its own/,
    ],
    [
      'two questions about the same thing',
      'parameter: meaning',
      'parameter: fee',
      /silences\[1\].parameter: another question asks about "fee" of HED-15 already; take one of them away/,
    ],
    [
      'a choice that the rule cannot have',
      'value: cap, label',
      'value: roof, label',
      /"roof" is no answer to meaning; write one of cap, flat/,
    ],
    [
      'a silence that begins later and that nobody asks about',
      'values: { who: all-appointed }',
      'values: { who: all-appointed }\n    changes: [{ from: 2027-01-01, values: { who: silent }, clause: x }]',
      /who: HED-04 is silent on "who" but no question asks about it/,
    ],
    [
      'a second rule of a kind that there is one of',
      'rules:\n',
      'rules:\n  - { id: X, kind: fee.cap-hours, force: must, bearer: administration, clause: x, values: { minutes: 60, meaning: cap } }\n',
      /rules\[20\].kind: X is a rule of the kind fee.cap-hours already, and a guideline has one/,
    ],
    [
      'two fees for the same form of visit',
      'rules:\n',
      'rules:\n  - { id: X, kind: fee.kind, force: must, bearer: administration, clause: x, values: { fee: errand } }\n',
      /rules\[18\].kind: X says which fee is paid for the form visit already; name each form in one rule/,
    ],
    [
      'a proposal that has been adopted',
      'status: adopted',
      'status: proposal',
      /status: a proposal has not been adopted/,
    ],
    [
      'a key that stands twice',
      'status: adopted',
      'status: adopted\nstatus: adopted',
      /the same key stands twice in a block; keep one of them/,
    ],
    ['an indent that breaks', 'issuer:\n', 'issuer:\n\t', /spaces|YAML/],
  ])('is refused with the mend: %s', (_what, right, wrong, expected) => {
    const text = hedemora.replace(right, wrong)
    expect(text).not.toBe(hedemora)
    expect(first(loadGuideline(text, 'hed.yaml'))).toMatch(expected)
  })

  it('names the file and the line, counted from one', () => {
    const text = hedemora.replace('effort: strive', 'effort: striv')
    const result = loadGuideline(text, 'hed.yaml')
    expect(result).toMatchObject({ ok: false, problems: [{ file: 'hed.yaml', line: lineOf(text, 'effort: striv') }] })
  })

  it('lists every mistake at once', () => {
    const result = loadGuideline(
      hedemora.replace('owner:', 'ownr:').replace('least: 1, most: 2', 'leest: 1, most: 2'),
      'hed.yaml',
    )
    expect(result).toMatchObject({
      ok: false,
      problems: [{ path: 'document.ownr' }, { path: 'rules[4].values.least' }, { path: 'rules[4].values.leest' }],
    })
  })

  it('that is no block of keys at all is refused', () => {
    expect(first(loadGuideline('just text', 'a.yaml'))).toMatch(/is text, and a block of keys is expected/)
    expect(first(loadGuideline('', 'a.yaml'))).toMatch(/"the file" is empty; write a block with format, id, title/)
  })
})

describe('interpretations, fee rules and programmes with a mistake', () => {
  it('an answer to a question nobody asked, and one that is not among the choices, are refused', () => {
    expect(
      first(loadInterpretations(answers.replace('silence: HED-Q2', 'silence: HED-Q9'), 'a.yaml', [guideline])),
    ).toMatch(/no silence HED-Q9; answer one of: HED-Q1, HED-Q2/)
    expect(first(loadInterpretations(answers.replace('answer: cap', 'answer: maybe'), 'a.yaml', [guideline]))).toMatch(
      /"maybe" is no answer to HED-Q2; write one of: cap, flat/,
    )
    expect(first(loadInterpretations(answers, 'a.yaml', []))).toMatch(/there is no guideline hedemora/)
  })

  it('an amount that is no whole öre is refused', () => {
    expect(first(loadFeeRules(fees.replace('34700', '347.005'), 'f.yaml'))).toMatch(
      /firstHour" is 347.005, and an amount is written in whole öre/,
    )
    expect(first(loadFeeRules(fees.replace('17300', '17301'), 'f.yaml'))).toMatch(/even number of öre/)
  })

  it('a reference to somebody who is not there, a doubled id and a backward visit are refused', () => {
    expect(
      first(loadProgramme(example.replace('person: astrid, unit: granen', 'person: astri, unit: granen'), 'p.yaml')),
    ).toMatch(/there is no person "astri"; write "astrid"/)
    expect(first(loadProgramme(example.replace('id: a2', 'id: a1'), 'p.yaml'))).toMatch(
      /"a1" stands twice among appointments/,
    )
    expect(first(loadProgramme(example.replace('end: "16:00"', 'end: "13:00"'), 'p.yaml'))).toMatch(
      /ends before it begins/,
    )
    expect(first(loadProgramme(example.replace('start: "14:00"', 'start: "25:00"'), 'p.yaml'))).toMatch(
      /is not a time of day; write it as HH:MM/,
    )
  })

  it('two answers to the same question from the same day are refused', () => {
    const text = answers.replace('silence: HED-Q2\n    answer: cap', 'silence: HED-Q1\n    answer: errand')
    expect(first(loadInterpretations(text, 'a.yaml', [guideline]))).toMatch(
      /answers\[1\].from: another answer to HED-Q1 holds from the same day; keep one of them/,
    )
  })

  it.each([
    [
      'a reader who is not there',
      'person: carin, on: 2026-05-10',
      'person: karin, on: 2026-05-10',
      /no person "karin"/,
    ],
    [
      'somebody who booked and is not there',
      'by: politician, person: bo',
      'by: politician, person: bob',
      /no person "bob"/,
    ],
    [
      'papers due after the meeting',
      'papersDeadline: 2026-05-06',
      'papersDeadline: 2026-06-06',
      /due after the meeting/,
    ],
    ['a term that ends before it begins', 'until: 2027-01-01', 'until: 2022-01-01', /term.until: it ends before/],
    [
      'a seat that ends before it begins',
      '{ kind: member, from: 2023-01-01 }',
      '{ kind: member, from: 2023-01-01, until: 2022-01-01 }',
      /seats\[0\].until: it ends/,
    ],
    [
      'a fee claimed twice',
      'id: k2, visit: b1, person: bo',
      'id: k2, visit: b1, person: astrid',
      /"astrid" claims the fee for the visit "b1" twice; keep one/,
    ],
    [
      'an hour without its minutes',
      'start: "14:00"',
      'start: 14',
      /"start" is 14, and text is expected; write it in quotes: A time of day, HH:MM/,
    ],
    [
      'a unit and an area at once',
      'person: bo, unit: granen',
      'person: bo, unit: granen, area: x',
      /one of unit, units, area, locality and service; keep one/,
    ],
  ])('in a programme %s is refused', (_what, right, wrong, expected) => {
    const text = example.replace(right, wrong)
    expect(text).not.toBe(example)
    expect(first(loadProgramme(text, 'p.yaml'))).toMatch(expected)
  })

  it('aliases that would swell the file are refused', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x,x]',
      ...['b', 'c', 'd', 'e'].map(
        (name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcd'[index]}`).join(',')}]`,
      ),
    ].join('\n')
    expect(loadGuideline(bomb, 'bomb.yaml').ok).toBe(false)
  })
})
