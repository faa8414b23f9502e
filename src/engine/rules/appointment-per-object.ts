import { z } from 'zod'
import type { Subject } from '../finding.ts'
import { appointedTo, isOpen, membersOn } from '../facts.ts'
import type { Unit } from '../programme.ts'
import { nounOf } from './appointment-object.ts'
import { rangesApart } from './apart.ts'
import { broken, type CompiledRule, defineRule, type Run } from './kind.ts'

const values = z.strictObject({
  object: z.enum(['unit', 'area', 'locality', 'service', 'group']),
  least: z.int().min(0).max(100),
  most: z.int().min(1).max(100).optional(),
  /** A unit whose manager has not agreed needs nobody. */
  onlyWithConsent: z.boolean().default(false),
})
type Values = z.infer<typeof values>

/** How many contact politicians a unit, an area, a locality, a service type or a group has. */
export const appointmentPerObject = defineRule({
  kind: 'appointment.per-object',
  title: { sv: 'Antal kontaktpolitiker', en: 'Number of contact politicians' },
  ask: {
    object: {
      sv: 'Vad räknas kontaktpolitikerna för?',
      en: 'What are the contact politicians counted for?',
      choices: {
        unit: { sv: 'varje enhet', en: 'each unit' },
        area: { sv: 'varje verksamhetsområde', en: 'each area' },
        locality: { sv: 'varje ort eller stadsdel', en: 'each locality or district' },
        service: { sv: 'varje verksamhetstyp', en: 'each service type' },
        group: { sv: 'varje besöksgrupp', en: 'each visiting group' },
      },
    },
    least: { sv: 'Hur många ska den ha, minst?', en: 'How many is it to have, at least?' },
    most: {
      sv: 'Hur många får den ha, högst?',
      en: 'How many may it have, at most?',
      help: { sv: 'Lämna tomt om det inte finns någon övre gräns.', en: 'Leave it empty where there is no limit.' },
    },
    onlyWithConsent: {
      sv: 'Gäller antalet bara enheter där chefen har gått med på att ta emot kontaktpolitiker?',
      en: 'Does the number hold only for units whose manager has agreed to receive contact politicians?',
    },
  },
  values,
  check: ({ least, most }) =>
    most !== undefined && least > most
      ? [{ parameter: 'least', message: `at least ${least} is more than at most ${most}`, mend: 'exchange the two' }]
      : [],
  collides: (one, other) => (one.object === other.object ? rangesApart(one, other) : []),
  unit(run, rule, unit) {
    if (rule.values.object !== 'unit' || (rule.values.onlyWithConsent && unit.consent === undefined)) return
    judge(run, rule, { type: 'unit', id: unit.id }, appointedTo(run.facts, { unit: unit.id }, run.today))
  },
  group(run, rule, group) {
    if (rule.values.object === 'group') judge(run, rule, { type: 'group', id: group.id }, membersOn(group, run.today))
  },
  committee(run, rule) {
    const { facts, today } = run
    const { object } = rule.values
    if (object === 'area')
      for (const { id } of facts.programme.areas)
        judge(run, rule, { type: object, id }, appointedTo(facts, { area: id }, today))
    if (object === 'locality')
      for (const id of meantOf(run, facts.unitsOfLocality))
        judge(run, rule, { type: object, id }, appointedTo(facts, { locality: id }, today))
    if (object === 'service')
      for (const id of meantOf(run, facts.unitsOfKind))
        judge(run, rule, { type: object, id }, appointedTo(facts, { service: id }, today))
  },
  describe: {
    sv: ({ object, least, most }, words) =>
      `Varje ${nounOf(object, 'sv')} har ${most === least ? words.number(least) : words.range(least, most)} kontaktpolitiker.`,
    en: ({ object, least, most }, words) =>
      `Each ${nounOf(object, 'en')} has ${most === least ? words.number(least) : words.range(least, most)} contact ${most === 1 || (most === undefined && least === 1) ? 'politician' : 'politicians'}.`,
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

/** A locality or a service type with no unit that is open and meant lacks nothing. */
function meantOf(run: Run, unitsBy: ReadonlyMap<string, readonly Unit[]>): readonly string[] {
  return [...unitsBy]
    .filter(([, units]) => units.some((unit) => isOpen(unit, run.today) && run.covers(unit)))
    .map(([id]) => id)
}

function judge(run: Run, rule: CompiledRule<Values>, subject: Subject, persons: readonly string[]): void {
  const { least, most } = rule.values
  const code = persons.length < least ? 'too-few' : most !== undefined && persons.length > most ? 'too-many' : 'enough'
  run.emit(rule, code === 'enough' ? 'satisfied' : broken(rule), code, {
    subject,
    related: persons.map((id) => ({ type: 'person', id })),
    day: run.today,
    values: { count: persons.length, least, most, persons },
  })
}
