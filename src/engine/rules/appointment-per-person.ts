import { z } from 'zod'
import { isWithin } from '../../kernel/date.ts'
import { holdsRole, holdsSeat, unitsOf } from '../appointed.ts'
import { isOpen } from '../facts.ts'
import type { Appointment } from '../programme.ts'
import { rangesApart } from './apart.ts'
import { broken, defineRule, type Run } from './kind.ts'

/** How many objects each contact politician has. */
export const appointmentPerPerson = defineRule({
  kind: 'appointment.per-person',
  title: { sv: 'Antal uppdrag för var och en', en: 'Number of appointments for each' },
  ask: {
    least: { sv: 'Hur många ska var och en ha, minst?', en: 'How many is each to have, at least?' },
    most: {
      sv: 'Hur många får var och en ha, högst?',
      en: 'How many may each have, at most?',
      help: { sv: 'Lämna tomt om det inte finns någon övre gräns.', en: 'Leave it empty where there is no limit.' },
    },
    counts: {
      sv: 'Vad är det som räknas?',
      en: 'What is counted?',
      help: {
        sv: 'Den som är utsedd för ett område med fyra enheter har ett uppdrag men fyra enheter.',
        en: 'Somebody appointed for an area of four units has one appointment but four units.',
      },
      choices: {
        objects: { sv: 'det som man är utsedd för', en: 'what one is appointed for' },
        units: { sv: 'de enheter som uppdragen omfattar', en: 'the units that the appointments cover' },
      },
    },
    everyone: {
      sv: 'Gäller det alla i nämnden, även dem som inte har något uppdrag ännu?',
      en: 'Does it hold for everyone in the committee, those without an appointment too?',
    },
  },
  once: true,
  values: z.strictObject({
    least: z.int().min(0).max(100).default(0),
    most: z.int().min(1).max(100).optional(),
    counts: z.enum(['objects', 'units']).default('objects'),
    /** Everyone with a seat in the committee is to have so many, apart from exempt roles; otherwise only those appointed. */
    everyone: z.boolean().default(false),
  }),
  check: ({ least, most }) =>
    most !== undefined && least > most
      ? [{ parameter: 'least', message: `at least ${least} is more than at most ${most}`, mend: 'exchange the two' }]
      : most === undefined && least === 0
        ? [{ parameter: 'least', message: 'no number is said', mend: 'write least, most or both' }]
        : [],
  collides: (one, other) => (one.counts === other.counts ? rangesApart(one, other) : []),
  committee(run, rule) {
    const { least, most, counts, everyone } = rule.values
    const { exempt } = run.facts.standingOn(run.today)
    for (const person of run.facts.programme.persons) {
      const own = (run.facts.appointmentsByPerson.get(person.id) ?? []).filter((it) => isWithin(run.today, it))
      const awaited =
        everyone && holdsSeat(person, ['member', 'substitute'], run.today) && !holdsRole(person, exempt, run.today)
      if (own.length === 0 && !awaited) continue
      const count = new Set(counts === 'units' ? unitIdsOf(run, own) : own.map(objectKey)).size
      const code = count < least ? 'too-few' : most !== undefined && count > most ? 'too-many' : 'fits'
      run.emit(rule, code === 'fits' ? 'satisfied' : broken(rule), code, {
        subject: { type: 'person', id: person.id },
        related: own.map(({ id }) => ({ type: 'appointment', id })),
        day: run.today,
        values: { person: person.id, count, counts, least, most },
      })
    }
  },
  describe: {
    sv: ({ least, most, counts, everyone }, words) =>
      `${everyone ? 'Var och en i nämnden' : 'Varje kontaktpolitiker'} har ${numberIn(least, most, words.range, 'högst')} ${counts === 'units' ? (most === 1 ? 'enhet' : 'enheter') : 'uppdrag'}.`,
    en: ({ least, most, counts, everyone }, words) =>
      `${everyone ? 'Each in the committee' : 'Each contact politician'} has ${numberIn(least, most, words.range, 'at most')} ${counts === 'units' ? 'unit' : 'appointment'}${(most ?? least) === 1 ? '' : 's'}.`,
  },
  sentences: {
    sv: {
      fits: (say) =>
        `${say.subject} har ${say.number('count')} ${nounSwedish(say.number('count'), say.text('counts'))}.`,
      'too-few': (say) =>
        `${say.subject} har ${say.number('count')} ${nounSwedish(say.number('count'), say.text('counts'))} men ska ha minst ${say.number('least')}.`,
      'too-many': (say) =>
        `${say.subject} har ${say.number('count')} ${nounSwedish(say.number('count'), say.text('counts'))} men ska ha högst ${say.number('most')}.`,
    },
    en: {
      fits: (say) =>
        `${say.subject} has ${say.number('count')} ${nounEnglish(say.number('count'), say.text('counts'))}.`,
      'too-few': (say) =>
        `${say.subject} has ${say.number('count')} ${nounEnglish(say.number('count'), say.text('counts'))} and shall have at least ${say.number('least')}.`,
      'too-many': (say) =>
        `${say.subject} has ${say.number('count')} ${nounEnglish(say.number('count'), say.text('counts'))} and shall have at most ${say.number('most')}.`,
    },
  },
})

function unitIdsOf(run: Run, appointments: readonly Appointment[]): readonly string[] {
  return appointments.flatMap((it) =>
    unitsOf(run.facts, it)
      .filter((unit) => isOpen(unit, run.today))
      .map(({ id }) => id),
  )
}

/** Two appointments to the same thing are one, and a set of units is one thing. */
function objectKey({ unit, units, area, locality, service }: Appointment): string {
  return JSON.stringify([unit, units === undefined ? undefined : [...units].sort(), area, locality, service])
}

function numberIn(
  least: number,
  most: number | undefined,
  range: (least: number, most: number | undefined) => string,
  atMost: string,
): string {
  return least === 0 && most !== undefined ? `${atMost} ${most}` : range(least, most)
}

function nounSwedish(count: number, counts: string): string {
  return counts === 'units' ? (count === 1 ? 'enhet' : 'enheter') : 'uppdrag'
}

function nounEnglish(count: number, counts: string): string {
  return `${counts === 'units' ? 'unit' : 'appointment'}${count === 1 ? '' : 's'}`
}
