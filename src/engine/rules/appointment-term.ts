import { z } from 'zod'
import { civilFromDay, type Day, dayOf } from '../../kernel/date.ts'
import { type Appointment, dayField } from '../programme.ts'
import { broken, type CompiledRule, defineRule, type Run } from './kind.ts'

const values = z.strictObject({
  length: z.enum(['term', 'years', 'fixed-end']),
  /** How many years, where the length is in years. */
  years: z.int().min(1).max(20).optional(),
  /** The first day on which no appointment holds any more, where there is a fixed end. */
  until: dayField.optional(),
  changesDuringTerm: z.boolean().default(false),
})
type Values = z.infer<typeof values>

/** How long an appointment lasts: with the term of office, for so many years, or to a fixed end. */
export const appointmentTerm = defineRule({
  kind: 'appointment.term',
  title: { sv: 'Uppdragets längd', en: 'Length of the appointment' },
  ask: {
    length: {
      sv: 'Hur länge gäller ett uppdrag?',
      en: 'How long does an appointment last?',
      choices: {
        term: { sv: 'mandatperioden', en: 'the term of office' },
        years: { sv: 'ett visst antal år', en: 'a number of years' },
        'fixed-end': { sv: 'till en bestämd dag', en: 'to a fixed day' },
      },
    },
    years: { sv: 'Hur många år?', en: 'How many years?' },
    until: {
      sv: 'Vilken är den första dagen då inget uppdrag längre gäller?',
      en: 'Which is the first day on which no appointment holds any more?',
    },
    changesDuringTerm: {
      sv: 'Kan uppdragen ändras under tiden?',
      en: 'Can the appointments change in the meantime?',
    },
  },
  values,
  check: ({ length, years, until }) => [
    ...(length === 'years' && years === undefined
      ? [{ parameter: 'length', message: 'it is not said how many years', mend: 'add years: and a number' }]
      : []),
    ...(length === 'fixed-end' && until === undefined
      ? [{ parameter: 'length', message: 'it is not said which day the end is', mend: 'add until: YYYY-MM-DD' }]
      : []),
    ...(length !== 'years' && years !== undefined
      ? [
          {
            parameter: 'years',
            message: `"years" says nothing with length: ${length}`,
            mend: 'take it away, or write length: years',
          },
        ]
      : []),
    ...(length !== 'fixed-end' && until !== undefined
      ? [
          {
            parameter: 'until',
            message: `"until" says nothing with length: ${length}`,
            mend: 'take it away, or write length: fixed-end',
          },
        ]
      : []),
  ],
  appointment(run, rule, appointment) {
    if (rule.values.length === 'term') judgeByTerm(run, rule, appointment)
    else judgeByEnd(run, rule, appointment, latestEnd(rule.values, appointment))
  },
  describe: {
    sv: ({ length, years = 0, until = 0, changesDuringTerm }, words) =>
      length === 'term'
        ? `Kontaktpolitiker utses vid varje ny mandatperiod${changesDuringTerm ? '; ändringar under perioden är möjliga' : ''}.`
        : `Ett uppdrag som kontaktpolitiker gäller ${length === 'years' ? `i högst ${words.neuter(years)} år` : `längst till ${words.day(until)}`}${changesDuringTerm ? '; ändringar under tiden är möjliga' : ''}.`,
    en: ({ length, years = 0, until = 0, changesDuringTerm }, words) =>
      length === 'term'
        ? `Contact politicians are appointed at each new term of office${changesDuringTerm ? '; changes during the term are possible' : ''}.`
        : `An appointment as contact politician lasts ${length === 'years' ? `at most ${words.number(years)} ${years === 1 ? 'year' : 'years'}` : `until ${words.day(until)} at the latest`}${changesDuringTerm ? '; changes in the meantime are possible' : ''}.`,
  },
  sentences: {
    sv: {
      'this-term': (say) => `${say.name('person', 'person')} är utsedd för mandatperioden.`,
      'earlier-term': (say) =>
        `${say.name('person', 'person')} utsågs ${say.day('fromDay')}, före mandatperioden som började ${say.day('termFromDay')}, och behöver utses på nytt.`,
      'term-unknown': () => 'Det går inte att avgöra om uppdraget gäller mandatperioden: periodens början saknas.',
      'ends-in-time': (say) =>
        `${say.name('person', 'person')} är utsedd till ${say.day('untilDay')}, inom den tid som riktlinjen anger.`,
      'too-long': (say) =>
        `${say.name('person', 'person')} är utsedd till ${say.day('untilDay')}; uppdraget gäller längst till ${say.day('latestDay')}.`,
      'over-time': (say) =>
        `${say.name('person', 'person')} är fortfarande utsedd, fast uppdraget gällde längst till ${say.day('latestDay')}.`,
      'end-not-set': (say) =>
        `${say.name('person', 'person')} är utsedd utan slutdag; uppdraget gäller längst till ${say.day('latestDay')}.`,
    },
    en: {
      'this-term': (say) => `${say.name('person', 'person')} is appointed for the term of office.`,
      'earlier-term': (say) =>
        `${say.name('person', 'person')} was appointed on ${say.day('fromDay')}, before the term of office that began on ${say.day('termFromDay')}, and must be appointed anew.`,
      'term-unknown': () =>
        'Whether the appointment belongs to the term of office cannot be told: the beginning of the term is missing.',
      'ends-in-time': (say) =>
        `${say.name('person', 'person')} is appointed until ${say.day('untilDay')}, within the time that the guideline says.`,
      'too-long': (say) =>
        `${say.name('person', 'person')} is appointed until ${say.day('untilDay')}; the appointment lasts until ${say.day('latestDay')} at the latest.`,
      'over-time': (say) =>
        `${say.name('person', 'person')} is still appointed, though the appointment lasted until ${say.day('latestDay')} at the latest.`,
      'end-not-set': (say) =>
        `${say.name('person', 'person')} is appointed without an end; the appointment lasts until ${say.day('latestDay')} at the latest.`,
    },
  },
})

function judgeByTerm(run: Run, rule: CompiledRule<Values>, appointment: Appointment): void {
  const { term } = run.facts.programme
  const about = {
    subject: { type: 'appointment', id: appointment.id },
    related: [{ type: 'person', id: appointment.person }],
  } as const
  if (term === undefined) {
    run.emit(rule, 'cannot-tell', 'term-unknown', { ...about, missing: [{ what: 'fact', fact: 'term' }] })
    return
  }
  const renewed =
    appointment.from >= term.from || (appointment.decided !== undefined && appointment.decided.on >= term.from)
  // One that begins when the term has ended belongs to the next.
  const tooLong = appointment.from < term.until && appointment.until !== undefined && appointment.until > term.until
  const code = !renewed ? 'earlier-term' : tooLong ? 'too-long' : 'this-term'
  run.emit(rule, code === 'this-term' ? 'satisfied' : broken(rule), code, {
    ...about,
    values: {
      person: appointment.person,
      termFromDay: term.from,
      fromDay: appointment.from,
      ...(code === 'too-long' ? { untilDay: appointment.until, latestDay: term.until } : {}),
    },
  })
}

/** An appointment without an end can still be given one; it is over time once the latest end has come. */
function judgeByEnd(run: Run, rule: CompiledRule<Values>, { id, person, until }: Appointment, latest: Day): void {
  const code =
    until === undefined
      ? run.today >= latest
        ? 'over-time'
        : 'end-not-set'
      : until > latest
        ? 'too-long'
        : 'ends-in-time'
  const outcome = code === 'ends-in-time' ? 'satisfied' : code === 'end-not-set' ? 'due' : broken(rule)
  run.emit(rule, outcome, code, {
    subject: { type: 'appointment', id },
    related: [{ type: 'person', id: person }],
    values: { person, untilDay: until, latestDay: latest },
  })
}

/** Years are counted from the appointment, or from the decision that made it anew. */
function latestEnd({ length, years = 0, until }: Values, { from, decided }: Appointment): Day {
  if (length === 'fixed-end' && until !== undefined) return until
  const { year, month, day } = civilFromDay(Math.max(from, decided?.on ?? from) as Day)
  return dayOf(year + years, month, day)
}
