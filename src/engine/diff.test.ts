import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../kernel/date.ts'
import { diffGuidelines, type GuidelineDiff } from './diff.ts'
import { type Guideline, guidelineSchema } from './guideline.ts'
import { guidelineNamed, interpretationsNamed } from './testing/cast.ts'

type Written = Record<string, unknown>

const rule = (id: string, kind: string, values: Written, more: Written = {}): Written => ({
  id,
  kind,
  force: 'must',
  bearer: 'committee',
  clause: `Avsnitt ${id}`,
  values,
  ...more,
})
const count = (values: Written, more: Written = {}) => rule('A1', 'visits.count', { per: 'unit', ...values }, more)

const version = (rules: readonly Written[], more: Written = {}): Guideline =>
  guidelineSchema.parse({
    format: 'namndkontakt/guideline@1',
    id: 'one',
    title: 'Riktlinje',
    issuer: { committee: 'Provnämnden' },
    status: 'adopted',
    validity: { from: '2026-01-01' },
    document: { reviewBy: { when: 'none' } },
    ...more,
    rules,
  })

const between = (before: Guideline, after: Guideline, language: 'sv' | 'en' = 'sv') =>
  diffGuidelines({ before, after, language })
const onlyPoint = ({ changed }: GuidelineDiff) => changed.flatMap(({ points }) => points)[0]

const shipped = [
  'hedemora-omsorgsnamnden-2026',
  'socialnamnden-kontaktpolitiker-soc',
  'socialnamnden-kontaktpolitiker-snb',
  'valfard-och-servicenamnden-2024',
  'social-och-omsorgsnamnden-forslag',
]

describe('two versions of a guideline', () => {
  it.each(shipped)('%s differs in nothing from itself', (id) => {
    const guideline = guidelineNamed(id)
    expect(between(guideline, guideline)).toEqual({
      before: { id, title: guideline.title },
      after: { id, title: guideline.title },
      metadata: [],
      added: [],
      removed: [],
      changed: [],
      unchanged: guideline.rules.length,
      silences: { added: [], removed: [], reworded: [], answered: [] },
    })
  })

  it('says which rules have come and gone, each with its sentence; the others are counted', () => {
    const before = version([count({ least: 1 }), rule('A2', 'visits.length', { mostMinutes: 180 })])
    const after = version([count({ least: 1 }), rule('A3', 'fee.cap-visits', { most: 2, per: 'unit' })])
    const { added, removed, changed, unchanged } = between(before, after, 'en')
    expect(added).toMatchObject([
      { id: 'A3', kind: 'fee.cap-visits', sentence: expect.stringContaining('at most two') },
    ])
    expect(removed).toMatchObject([{ id: 'A2', clause: 'Avsnitt A2', sentence: expect.stringContaining('3 hours') }])
    expect({ changed, unchanged }).toEqual({ changed: [], unchanged: 1 })
  })

  it('takes a rule with another id for another rule', () => {
    const moved = [rule('B7', 'visits.length', { mostMinutes: 180 })]
    const { added, removed, changed } = between(
      version([rule('A2', 'visits.length', { mostMinutes: 180 })]),
      version(moved),
    )
    expect([added, removed].map((rules) => rules.map(({ id }) => id))).toEqual([['B7'], ['A2']])
    expect(changed).toEqual([])
  })

  it('says a changed value by its question, in words on both sides, with both sentences', () => {
    const [before, after] = [{ mostMinutes: 150 }, { mostMinutes: 180 }].map((values) =>
      version([rule('A2', 'visits.length', values)]),
    ) as [Guideline, Guideline]
    const { changed } = between(before, after)
    expect(changed).toMatchObject([
      {
        id: 'A2',
        kind: 'visits.length',
        sentence: {
          before: expect.stringContaining('2 timmar och 30 minuter'),
          after: expect.stringContaining('3 timmar'),
        },
        points: [{ path: 'values.mostMinutes', before: '2 timmar och 30 minuter', after: '3 timmar' }],
      },
    ])
    expect(onlyPoint(between(before, after, 'en'))).toMatchObject({
      before: '2 hours and 30 minutes',
      after: '3 hours',
    })
  })

  it('says what is left out, a yes or no, and a code by its name', () => {
    const of = (values: Written) => version([count(values)])
    expect(onlyPoint(between(of({ least: 1 }), of({ least: 1, most: 3 })))).toMatchObject({
      path: 'values.most',
      before: 'inte angivet',
      after: '3',
    })
    expect(onlyPoint(between(of({ least: 1 }), of({ least: 1, distinctUnits: true })))).toMatchObject({
      path: 'values.distinctUnits',
      before: 'nej',
      after: 'ja',
    })
    const per = between(of({ least: 1 }), of({ least: 1, per: 'person-and-unit' }))
    expect(onlyPoint(per)?.before).toMatch(/enhet/)
    expect(onlyPoint(per)?.after).toMatch(/person|kontaktpolitiker/)
  })

  it('says the items that came to a list and went from it, by the words of the guideline', () => {
    const of = (audiences: readonly string[], terms: readonly Written[]) =>
      version([rule('A4', 'role.known-face', { audiences })], { terms })
    const before = of(['users', 'relatives'], [])
    const after = of(['users', 'god-man'], [{ id: 'god-man', sv: 'gode män', en: 'guardians' }])
    expect(onlyPoint(between(before, after))).toMatchObject({
      before: 'brukare och anhöriga',
      after: 'brukare och gode män',
      added: ['gode män'],
      removed: ['anhöriga'],
    })
  })

  it('says force, bearer, clause and what a rule says more', () => {
    const says = { sv: 'Helst på våren.', en: 'Preferably in spring.' }
    const after = { force: 'should', bearer: 'politician', clause: 'Avsnitt 9', says }
    const { changed } = between(version([count({ least: 1 })]), version([count({ least: 1 }, after)]))
    expect(changed[0]?.points.map((it) => [it.path, it.before, it.after])).toEqual([
      ['force', 'ska', 'bör'],
      ['bearer', 'nämnden', 'kontaktpolitikern'],
      ['clause', 'Avsnitt A1', 'Avsnitt 9'],
      ['says', 'inte angivet', 'Helst på våren.'],
    ])
    expect(changed[0]?.sentence.after).toContain('Helst på våren.')
  })

  it('says what holds from the day on which a dated change begins', () => {
    const dated = (least: number) => [{ from: '2027-01-01', values: { least }, clause: '§ 5' }]
    const before = version([count({ least: 1 })])
    const after = version([count({ least: 1 }, { changes: dated(2) })])
    const points = between(before, after).changed[0]?.points
    expect(points).toMatchObject([
      { path: 'changes.2027-01-01.least', before: '1', after: '2' },
      { path: 'changes.2027-01-01.clause', before: 'Avsnitt A1', after: '§ 5' },
    ])
    expect(points?.[0]?.question).toMatch(/^Från och med 1 januari 2027: /)
    expect(between(after, version([count({ least: 1 }, { changes: dated(2) })])).unchanged).toBe(1)
  })

  it('reads the sentences as they stand on a day', () => {
    const changes = [{ from: '2027-01-01', values: { least: 4 }, clause: '§ 5' }]
    const [before, after] = [version([count({ least: 1 })]), version([count({ least: 1 }, { changes })])]
    const sentenceOn = (day?: string) =>
      diffGuidelines({ before, after, language: 'sv', day: day === undefined ? undefined : dayFromIso(day) }).changed[0]
        ?.sentence.after
    expect(sentenceOn()).toContain('minst 1')
    expect(sentenceOn('2027-06-01')).toContain('minst 4')
  })

  it('says what the guideline tells of itself otherwise', () => {
    const rules = [count({ least: 1 })]
    const after = version(rules, {
      title: 'Ny riktlinje',
      validity: { from: '2027-01-01', until: '2028-01-01' },
      document: { owner: 'Nämnden', reviewBy: { when: 'date', on: '2028-03-01' } },
    })
    expect(between(version(rules), after).metadata.map((it) => [it.path, it.before, it.after])).toEqual([
      ['title', 'Riktlinje', 'Ny riktlinje'],
      ['validity.from', '1 januari 2026', '1 januari 2027'],
      ['validity.until', 'inte angivet', '1 januari 2028'],
      ['document.owner', 'inte angivet', 'Nämnden'],
      ['document.reviewBy.when', 'inte sagt', 'en bestämd dag'],
      ['document.reviewBy.on', 'inte angivet', '1 mars 2028'],
    ])
  })

  it('asks every question about the guideline in plain words', () => {
    const rules = [count({ least: 1 })]
    const all = version(rules, {
      issuer: { municipality: 'Provköping', committee: 'En annan nämnd' },
      adoption: { on: '2025-12-01', paragraph: '§ 1', registrationNumber: 'N 1' },
      terms: [{ id: 'god-man', sv: 'gode män', en: 'guardians' }],
      document: { reviewBy: { when: 'none' }, disposal: { sv: 'Aldrig', en: 'Never' }, owner: 'Nämnden' },
    })
    for (const language of ['sv', 'en'] as const) {
      const questions = between(version(rules), all, language).metadata.map(({ question }) => question)
      expect(questions).toHaveLength(8)
      expect(questions.filter((question) => !question.endsWith('?'))).toEqual([])
    }
  })

  it('says which questions are asked, gone, asked otherwise and answered by the rule itself', () => {
    const silence = (id: string, of: string, more: Written = {}) => ({
      id,
      rule: of,
      parameter: 'per',
      question: { sv: `Fråga ${id}?`, en: `Question ${id}?` },
      choices: [
        { value: 'unit', label: { sv: 'varje enhet för sig', en: 'each unit by itself' } },
        { value: 'person', label: { sv: 'varje person för sig', en: 'each person by itself' } },
      ],
      ...more,
    })
    const of = (id: string, per: string) => rule(id, 'visits.count', { least: 1, per })
    const before = version([of('A1', 'silent'), of('A2', 'silent'), of('A3', 'silent'), of('A4', 'unit')], {
      silences: [silence('A1-Q', 'A1'), silence('A2-Q', 'A2'), silence('A3-Q', 'A3')],
    })
    const after = version([of('A1', 'unit'), of('A3', 'silent'), of('A4', 'silent')], {
      silences: [
        silence('A3-Q', 'A3', { question: { sv: 'Räknas per enhet?', en: 'By unit?' } }),
        silence('A4-Q', 'A4'),
      ],
    })
    const { silences } = between(before, after)
    expect(silences.added.map(({ id }) => id)).toEqual(['A4-Q'])
    expect(silences.removed.map(({ id }) => id)).toEqual(['A2-Q'])
    expect(silences.answered).toMatchObject([{ id: 'A1-Q', answer: 'varje enhet för sig' }])
    expect(silences.reworded).toMatchObject([
      { before: { question: 'Fråga A3-Q?' }, after: { question: 'Räknas per enhet?' } },
    ])
  })

  it('reads the sentences with the local answers it is given', () => {
    const hed = guidelineNamed('hedemora-omsorgsnamnden-2026')
    const after = { ...hed, rules: hed.rules.map((it) => ({ ...it, clause: `${it.clause} (ny)` })) }
    const interpretations = [interpretationsNamed(hed.id, hed)]
    const sentences = (given: DiffArguments) =>
      diffGuidelines({ before: hed, after, language: 'sv', ...given }).changed.map((it) => it.sentence.before)
    const [without, withAnswers] = [sentences({}), sentences({ interpretations })]
    expect(withAnswers).not.toEqual(without)
  })

  it('names every changed rule whatever number is changed in whichever rule', () => {
    const guidelines = shipped.map(guidelineNamed)
    const numbers = guidelines.flatMap((guideline) =>
      guideline.rules.flatMap((it, index) =>
        Object.entries(it.values).flatMap(([key, value]) =>
          typeof value === 'number' ? [{ guideline, index, key, value }] : [],
        ),
      ),
    )
    expect(numbers.length).toBeGreaterThan(15)
    const property = fc.property(fc.constantFrom(...numbers), fc.integer({ min: 1, max: 9 }), (at, more) => {
      const rules = at.guideline.rules.map((it, index) =>
        index === at.index ? { ...it, values: { ...it.values, [at.key]: at.value + more } } : it,
      )
      const { changed, added, removed, unchanged } = between(at.guideline, { ...at.guideline, rules })
      const [only] = changed
      return (
        changed.length === 1 &&
        only?.id === at.guideline.rules[at.index]?.id &&
        only?.points.length === 1 &&
        only.points[0]?.path === `values.${at.key}` &&
        only.points[0].before !== only.points[0].after &&
        added.length + removed.length === 0 &&
        unchanged === rules.length - 1
      )
    })
    expect(() => fc.assert(property, { numRuns: 100, seed: 20261122 })).not.toThrow()
  })
})

type DiffArguments = Partial<Parameters<typeof diffGuidelines>[0]>
