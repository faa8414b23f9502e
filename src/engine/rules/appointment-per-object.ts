import { z } from 'zod'
import type { Day } from '../../kernel/date.ts'
import type { Subject } from '../finding.ts'
import { appointedTo } from '../facts.ts'
import { broken, type CompiledRule, defineRule, type Run } from './kind.ts'

type Values = {
  readonly object: 'unit' | 'area'
  readonly least: number
  readonly most?: number | undefined
  readonly onlyWithConsent: boolean
}

/** How many contact politicians a unit or an area has. */
export const appointmentPerObject = defineRule({
  kind: 'appointment.per-object',
  values: z.strictObject({
    object: z.enum(['unit', 'area']),
    least: z.int().min(0).max(100),
    most: z.int().min(1).max(100).optional(),
    /** A unit whose manager has not agreed needs nobody. */
    onlyWithConsent: z.boolean().default(false),
  }),
  check: ({ least, most }) =>
    most !== undefined && least > most
      ? [{ parameter: 'least', message: `at least ${least} is more than at most ${most}`, mend: 'exchange the two' }]
      : [],
  unit(run, rule, unit) {
    if (rule.values.object !== 'unit' || (rule.values.onlyWithConsent && unit.consent === undefined)) return
    judge(
      run,
      rule,
      { type: 'unit', id: unit.id },
      appointedTo(run.facts, { unit: unit.id, area: unit.area }, run.today),
    )
  },
  committee(run, rule) {
    if (rule.values.object !== 'area') return
    for (const area of run.facts.programme.areas)
      judge(run, rule, { type: 'area', id: area.id }, appointedTo(run.facts, { area: area.id }, run.today))
  },
  describe: {
    sv: ({ object, least, most }, words) =>
      `Varje ${words.label(object)} har ${most === least ? words.number(least) : words.range(least, most)} kontaktpolitiker.`,
    en: ({ object, least, most }, words) =>
      `Each ${words.label(object)} has ${most === least ? words.number(least) : words.range(least, most)} contact ${most === 1 || (most === undefined && least === 1) ? 'politician' : 'politicians'}.`,
  },
  sentences: {
    sv: {
      enough: (say) => `${say.subject} har ${say.words.number(say.number('count'))} kontaktpolitiker.`,
      'too-few': (say) =>
        `${say.subject} har ${say.words.number(say.number('count'))} kontaktpolitiker men ska ha minst ${say.words.number(say.number('least'))}.`,
      'too-many': (say) =>
        `${say.subject} har ${say.words.number(say.number('count'))} kontaktpolitiker men ska ha högst ${say.words.number(say.number('most'))}.`,
    },
    en: {
      enough: (say) => `${say.subject} has ${say.words.number(say.number('count'))} contact politicians.`,
      'too-few': (say) =>
        `${say.subject} has ${say.words.number(say.number('count'))} contact politicians and shall have at least ${say.words.number(say.number('least'))}.`,
      'too-many': (say) =>
        `${say.subject} has ${say.words.number(say.number('count'))} contact politicians and shall have at most ${say.words.number(say.number('most'))}.`,
    },
  },
})

function judge(run: Run, rule: CompiledRule<Values>, subject: Subject, persons: readonly string[]): void {
  const { least, most } = rule.values
  const code = persons.length < least ? 'too-few' : most !== undefined && persons.length > most ? 'too-many' : 'enough'
  run.emit(rule, code === 'enough' ? 'satisfied' : broken(rule), code, {
    subject,
    related: persons.map((id) => ({ type: 'person', id })),
    day: run.today as Day,
    values: { count: persons.length, least, most, persons },
  })
}
