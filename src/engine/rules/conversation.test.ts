import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import type { Guideline } from '../guideline.ts'
import { settingsOn } from '../settings.ts'
import { reads, said, says, today, together } from '../testing/appointing.ts'
import { aReport, aUnit, aVisit, meetings } from '../testing/cast.ts'
import { oneRule } from '../testing/one-rule.ts'

const topics = [
  { id: 'staffing', audiences: ['staff'], topic: { sv: 'Bemanning', en: 'Staffing' } },
  { id: 'meals', audiences: ['users', 'relatives'], topic: { sv: 'Maten', en: 'Meals' } },
]
const visit = aVisit('v', '2026-04-10', 'u', ['ada'])
const conversation = (guideline: Guideline, day = today) => settingsOn([guideline], [], dayFromIso(day))?.conversation
const reported = (told: readonly string[] | undefined, more: object = {}) => ({
  meetings: [...meetings],
  visits: [visit],
  reports: [aReport('v', ['ada'], { ...(told === undefined ? {} : { topics: [...told] }), ...more })],
})

describe('the topics of the conversation', () => {
  const binding = oneRule('conversation.topics', { topics, binding: true })
  const examples = oneRule('conversation.topics', { topics })

  it('CON-01 by audience, binding or as examples', () => {
    expect(conversation(binding)?.topics).toMatchObject([
      { id: 'staffing', audiences: ['staff'], binding: true, basis: { rule: 'R', clause: 'Avsnitt 1' } },
      { id: 'meals', audiences: ['users', 'relatives'], binding: true },
    ])
    expect(conversation(examples)?.topics.map((it) => it.binding)).toEqual([false, false])
    expect(reads(binding)).toEqual([
      'Samtalet tar upp bemanning och maten.',
      'The conversation takes up staffing and meals.',
    ])
    expect(reads(examples)).toEqual([
      'Samtalet kan handla om bemanning och maten.',
      'The conversation may be about staffing and meals.',
    ])
  })

  it('CON-01 short help under a topic, where the guideline gives it', () => {
    const help = { sv: 'Räcker personalen på kvällen?', en: 'Are there enough staff in the evening?' }
    const helped = oneRule('conversation.topics', { topics: [{ ...topics[0], help }, topics[1]] })
    expect(conversation(helped)?.topics.map((it) => it.help)).toEqual([help, undefined])
    expect(reads(helped)).toEqual(reads(examples))
    expect(() => oneRule('conversation.topics', { topics: [{ ...topics[0], help: { sv: 'Bara så' } }] })).toThrow(
      'help',
    )
  })

  it('CON-01 an audience of the guideline’s own', () => {
    const neighbours = [{ ...topics[0], audiences: ['neighbours'] }]
    const terms = [{ id: 'neighbours', sv: 'grannarna', en: 'the neighbours' }]
    const guideline = oneRule('conversation.topics', { topics: neighbours }, {}, { terms })
    expect(conversation(guideline)?.topics[0]?.audiences).toEqual(['neighbours'])
    expect(() => oneRule('conversation.topics', { topics: neighbours })).toThrow('neighbours')
  })

  it('CON-01 a binding topic that a final report leaves out is a breach; an example is not', () => {
    expect(said(binding, reported(['staffing', 'meals']))).toEqual(['satisfied taken-up v'])
    expect(says(binding, reported(['staffing']))).toEqual([
      {
        said: 'breached left-out v',
        sv: 'Rapporten tar inte upp maten.',
        en: 'The report does not take up meals.',
      },
    ])
    expect(said(examples, reported(['staffing']))).toEqual([])
  })

  it('CON-01 only guides where the report does not tell its topics, or is not final', () => {
    expect(said(binding, reported(undefined))).toEqual([])
    expect(said(binding, reported(['staffing'], { final: undefined, meeting: undefined }))).toEqual([])
  })

  it('CON-01 a topic for people whom nobody met is not left out', () => {
    const met = ['users', 'relatives'].map((audience) => ({ audience, met: false }))
    const unmet = { ...reported(['staffing']), visits: [{ ...visit, met }] }
    expect(said(binding, unmet)).toEqual(['satisfied taken-up v'])
    expect(said(binding, { ...unmet, visits: [{ ...visit, met: met.slice(0, 1) }] })).toEqual(['breached left-out v'])
  })
})

describe('the same questions everywhere', () => {
  const guideline = oneRule('conversation.topics', { topics, comparable: true })
  const written = (w: readonly string[] | undefined, year = 2026) => ({
    meetings: [...meetings],
    units: [aUnit('u'), aUnit('w'), aUnit('unvisited')],
    visits: [aVisit('v', `${year}-04-10`, 'u', ['ada']), aVisit('x', `${year}-04-12`, 'w', ['ada'])],
    reports: [
      aReport('v', ['ada'], { topics: ['staffing', 'meals'] }),
      aReport('x', ['ada'], w === undefined ? {} : { topics: [...w] }),
    ],
  })

  it('CON-02 let units be compared', () => {
    expect(said(guideline, written(['meals', 'staffing']))).toEqual([
      'satisfied comparable u',
      'satisfied comparable w',
    ])
    expect(conversation(guideline)?.topics.every((it) => it.comparable)).toBe(true)
    expect(reads(guideline)[0]).toBe(
      'Samtalet kan handla om bemanning och maten. Samma frågor ställs överallt, så att enheter kan jämföras.',
    )
  })

  it('CON-02 a question that a unit has not had is due while the year lasts, and then a breach', () => {
    expect(says(guideline, written(['meals']))[1]).toEqual({
      said: 'due not-asked w',
      sv: 'w kan inte jämföras med andra under 2026: rapporterna tar inte upp bemanning.',
      en: 'w cannot be compared with others in 2026: the reports do not take up staffing.',
    })
    expect(said(guideline, written(['meals'], 2025))).toEqual(['satisfied comparable u', 'breached not-asked w'])
  })

  it('CON-02 cannot be told of a unit whose reports do not say their topics; where none does, the questions guide', () => {
    expect(says(guideline, written(undefined))[1]).toMatchObject({
      said: 'cannot-tell not-told w',
      en: 'Whether w has been asked the same questions as others in 2026 cannot be told: the reports do not say which topics they take up.',
    })
    expect(said(guideline, { ...written(undefined), reports: [aReport('x', ['ada'])] })).toEqual([])
    expect(said(oneRule('conversation.topics', { topics }), written(['meals']))).toEqual([])
  })
})

describe('what stays outside, and what is kept in mind', () => {
  const matters = [
    {
      id: 'cases',
      matter: { sv: 'Enskilda ärenden', en: 'Individual cases' },
      referTo: { sv: 'handläggaren', en: 'the case officer' },
    },
  ]

  it('CON-03 excluded matters, each with whom it is referred to, from the day when the rule says so', () => {
    const later = [{ ...matters[0], referTo: { sv: 'registrator', en: 'the registry' } }]
    const guideline = oneRule(
      'conversation.excluded',
      { matters },
      { changes: [{ from: '2026-07-01', values: { matters: later }, clause: 'Avsnitt 2' }] },
    )
    expect(conversation(guideline, '2026-06-30')?.excludedMatters).toMatchObject([
      { id: 'cases', referTo: { en: 'the case officer' }, basis: { clause: 'Avsnitt 1' } },
    ])
    expect(conversation(guideline, '2026-07-01')?.excludedMatters).toMatchObject([
      { id: 'cases', referTo: { en: 'the registry' }, basis: { clause: 'Avsnitt 2' } },
    ])
    expect(reads(guideline)).toEqual([
      'Utanför uppdraget: enskilda ärenden (lämnas till registrator).',
      'Outside the assignment: individual cases (referred to the registry).',
    ])
    expect(said(guideline, reported(undefined))).toEqual([])
  })

  it('CON-04 principles, shown before a booking or a report', () => {
    const principles = [{ id: 'no-promises', text: { sv: 'Lova ingenting.', en: 'Promise nothing.' } }]
    const guideline = together('conversation.principles', { principles, shownBefore: ['booking', 'reporting'] }, [
      'conversation.secrecy',
      { reminder: { sv: 'Tystnadsplikt gäller.', en: 'Secrecy applies.' }, checkText: true },
    ])
    expect(conversation(guideline)).toMatchObject({
      principles: [{ id: 'no-promises', shownBefore: ['booking', 'reporting'], basis: { rule: 'R' } }],
      secrecy: { value: { checkText: true }, basis: { rule: 'S0' } },
    })
    expect(reads(guideline)).toEqual(['Lova ingenting.', 'Promise nothing.'])
    expect(() => oneRule('conversation.principles', { principles: [], shownBefore: ['booking'] })).toThrow()
  })
})
