import fc from 'fast-check'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { z } from 'zod'
import { dayFromIso } from '../kernel/date.ts'
import { evaluate } from './evaluate.ts'
import { feeRulesToText, guidelineToText, interpretationsToText, programmeToText } from './export.ts'
import { type Guideline, guidelineSchema } from './guideline.ts'
import { loadFeeRules, loadGuideline, loadInterpretations, loadProgramme } from './load.ts'
import { type Programme, programmeSchema } from './programme.ts'
import { shapeOf } from './schema-walk.ts'
import { ruleKinds } from './rules/index.ts'
import { anyWrittenBy } from './testing/arbitrary.ts'
import {
  allFeeRules,
  anAppointment,
  aConfirmedClaim,
  aPerson,
  aProgramme,
  aReport,
  aUnit,
  aVisit,
  guidelineNamed,
  interpretationsNamed,
  loaded,
  meetings,
  textOf,
} from './testing/cast.ts'

const formats = ['yaml', 'json'] as const
const root = new URL('../../', import.meta.url)
const filesIn = (folder: string) => readdirSync(new URL(folder, root)).filter((name) => name.endsWith('.yaml'))
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const examples = filesIn('examples').map(
  (name) => [name, loaded(loadProgramme(textOf(`examples/${name}`), name))] as const,
)
const guidelines = filesIn('guidelines').map(
  (name) => [name, loaded(loadGuideline(textOf(`guidelines/${name}`), name))] as const,
)

describe('what is written loads as the same', () => {
  it.each(examples)('the example %s', (name, programme) => {
    for (const format of formats)
      expect(loaded(loadProgramme(programmeToText(programme, format), name))).toEqual(programme)
  })

  it.each(guidelines)('the guideline %s', (name, guideline) => {
    for (const format of formats)
      expect(loaded(loadGuideline(guidelineToText(guideline, format), name))).toEqual(guideline)
  })

  it.each(filesIn('interpretations'))('the local interpretations %s', (name) => {
    const all = guidelines.map(([, guideline]) => guideline)
    const interpretations = loaded(loadInterpretations(textOf(`interpretations/${name}`), name, all))
    for (const format of formats)
      expect(loaded(loadInterpretations(interpretationsToText(interpretations, format), name, all))).toEqual(
        interpretations,
      )
  })

  it.each(filesIn('fee-rules'))('the fee rules %s', (name) => {
    const rules = loaded(loadFeeRules(textOf(`fee-rules/${name}`), name))
    for (const format of formats) expect(loaded(loadFeeRules(feeRulesToText(rules, format), name))).toEqual(rules)
  })
})

/** Lists of whatever the programme's schema allows, kept only where it is allowed as a whole. */
const listsOf = (keys: readonly string[]) =>
  fc.record(
    Object.fromEntries(
      keys.map((key) => {
        const shape = shapeOf(programmeSchema.shape[key as keyof typeof programmeSchema.shape])
        if (shape.is !== 'list') throw new Error(`${key} is no list`)
        const item: z.ZodType = shape.of
        return [
          key,
          fc.array(
            anyWrittenBy(item).filter((it) => item.safeParse(it).success),
            { maxLength: 2 },
          ),
        ]
      }),
    ),
  )

describe('whatever is in them', () => {
  const lists = Object.entries(programmeSchema.shape)
    .filter(([, schema]) => shapeOf(schema as z.ZodType).is === 'list')
    .map(([key]) => key)

  it('a programme comes back, with every key that there is', () => {
    expect(lists.length).toBeGreaterThanOrEqual(12)
    const property = fc.property(listsOf(lists), (drawn) => {
      const programme = aProgramme(drawn)
      return formats.every((format) => {
        const again = programmeSchema.parse(parse(programmeToText(programme, format)))
        return same(again, programme) && same(again, aProgramme(drawn))
      })
    })
    expect(() => fc.assert(property, { numRuns: 60, seed: 20261122 })).not.toThrow()
  })

  it('a rule of any kind comes back, with every value that there is', () => {
    const header = guidelineNamed('socialnamnden-kontaktpolitiker-soc')
    for (const kind of ruleKinds) {
      const values = anyWrittenBy(kind.values).map((written) => kind.values.safeParse(written))
      const property = fc.property(values, (parsed) => {
        if (!parsed.success) return true
        const rule = { ...header.rules[0], id: 'A1', kind: kind.kind, values: parsed.data, changes: [] }
        const guideline = { ...header, rules: [rule] } as unknown as Guideline
        const [again] = parse(guidelineToText(guideline, 'yaml')).rules
        return same(kind.values.parse(again.values), parsed.data)
      })
      expect(() => fc.assert(property, { numRuns: 15, seed: 20261122 })).not.toThrow()
    }
  })

  it('text that YAML would take for something else comes back as text', () => {
    const text = fc.string({ minLength: 1, maxLength: 100, unit: 'binary' })
    const property = fc.property(text, (name) => {
      const programme = aProgramme({ committee: { id: 'n', name } })
      return formats.every((format) => parse(programmeToText(programme, format)).committee.name === name)
    })
    expect(() => fc.assert(property, { numRuns: 300, seed: 20261122 })).not.toThrow()
  })
})

const judges = [
  ['hedemora-omsorgsnamnden-2026', true],
  ['socialnamnden-kontaktpolitiker-soc', false],
  ['socialnamnden-kontaktpolitiker-snb', true],
  ['valfard-och-servicenamnden-2024', true],
].map(([id, answered]) => {
  const guideline = guidelineNamed(String(id))
  return {
    guidelines: [guideline],
    interpretations: answered === true ? [interpretationsNamed(guideline.id, guideline)] : [],
  }
})

/** A year of visits by some of three politicians to some of three units. */
const drawnProgramme = fc
  .array(
    fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      hours: fc.integer({ min: 1, max: 6 }),
      units: fc.subarray(['u1', 'u2', 'u3'], { minLength: 1 }),
      persons: fc.subarray(['ada', 'bo', 'cia']),
      state: fc.constantFrom('held' as const, 'reported' as const, 'booked' as const, 'missed' as const),
      reported: fc.boolean(),
      confirmed: fc.boolean(),
    }),
    { maxLength: 10 },
  )
  .map((draws) =>
    aProgramme({
      persons: [aPerson('ada'), aPerson('bo', 'opposition'), aPerson('cia', 'majority', 'substitute')],
      units: ['u1', 'u2', 'u3'].map((id) => aUnit(id)),
      appointments: ['ada', 'bo', 'cia'].flatMap((person) => ['u1', 'u2'].map((unit) => anAppointment(person, unit))),
      meetings: [...meetings],
      visits: draws.map((it, at) =>
        aVisit(`v${at}`, `2026-${String(it.month).padStart(2, '0')}-15`, it.units, it.persons, {
          start: '09:00',
          end: `${9 + it.hours}:00`.padStart(5, '0'),
          state: it.state,
        }),
      ),
      reports: draws.flatMap((it, at) => (it.reported ? [aReport(`v${at}`, ['ada'])] : [])),
      claims: draws.flatMap((it, at) => (it.confirmed ? it.persons.map((who) => aConfirmedClaim(`v${at}`, who)) : [])),
    }),
  )

describe('an evaluation of what is written', () => {
  const today = dayFromIso('2027-02-01')
  /** The same rules, written and read again in each format. */
  const written = judges.map((by) => ({
    by,
    again: formats.map((format) => ({
      ...by,
      guidelines: by.guidelines.map((it) => loaded(loadGuideline(guidelineToText(it, format), it.id))),
    })),
  }))
  const judge = (programme: Programme, by: (typeof judges)[number]) =>
    JSON.stringify(evaluate({ ...by, feeRules: allFeeRules, programme, today }))
  const judgesTheSame = (programme: Programme) => {
    const programmes = formats.map((format) => loaded(loadProgramme(programmeToText(programme, format), 'again')))
    return written.every(({ by, again }) => {
      const first = judge(programme, by)
      return programmes.every((it, at) => judge(it, again[at] ?? by) === first)
    })
  }

  it.each(examples)('is that of %s itself', (_name, programme) => {
    expect(judgesTheSame(programme)).toBe(true)
  })

  it('is that of the programme itself, whatever the programme', () => {
    expect(() => fc.assert(fc.property(drawnProgramme, judgesTheSame), { numRuns: 25, seed: 20261122 })).not.toThrow()
  })
})

describe('a written file', () => {
  it('is laid out as people write it: days bare, times in quotes, short blocks on one line', () => {
    const programme = aProgramme({ visits: [aVisit('v', '2026-04-10', 'u', ['ada'])] })
    const text = programmeToText(programme, 'yaml')
    expect(text).toMatch(/^format: namndkontakt\/programme@1\nmunicipality: \{ name: Provköping \}\n/)
    expect(text).toContain('    day: 2026-04-10\n')
    expect(text).toContain('    start: "15:00"\n')
    expect(text).toContain('- { person: ada, start: "15:00", end: "17:20" }')
  })

  it('leaves out what holds anyway', () => {
    const text = programmeToText(aProgramme({ units: [aUnit('u')] }), 'yaml')
    expect(text).toContain('- { id: u, name: u, kind: care home }')
    expect(text).not.toContain('visits')
  })

  it('states the format of a guideline first, as JSON too', () => {
    const guideline = guidelineSchema.parse(guidelineWritten)
    expect(guidelineToText(guideline, 'json')).toMatch(/^\{\n {2}"format": "namndkontakt\/guideline@1",/)
  })
})

const guidelineWritten = {
  id: 'one',
  format: 'namndkontakt/guideline@1',
  title: 'One',
  issuer: { committee: 'Nämnden' },
  status: 'proposal',
  document: { reviewBy: { when: 'none' } },
  rules: [
    { id: 'A1', kind: 'visits.length', force: 'must', bearer: 'committee', clause: '§ 1', values: { mostMinutes: 60 } },
  ],
}
