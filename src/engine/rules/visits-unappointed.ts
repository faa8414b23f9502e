import { z } from 'zod'
import { isWithin } from '../../kernel/date.ts'
import { mayVisitAll } from '../appointed.ts'
import type { Facts, VisitFacts } from '../facts.ts'
import { openCode } from '../programme.ts'
import { broken, type CompiledRule, defineRule, orSilent, unanswered } from './kind.ts'
import { forms, formsAsk, isOfForm } from './visits-forms.ts'

const values = z.strictObject({
  /** Seats (`member`, `substitute`) and roles whose holders may; none when nobody may. */
  by: z.array(openCode.meta({ examples: ['member', 'substitute', 'chair'] })),
  paid: orSilent(['yes', 'no']),
  forms,
})
type Values = z.infer<typeof values>

/** Visits by those who are not appointed to the unit: by whom, and whether they are paid. */
export const visitsUnappointed = defineRule({
  kind: 'visits.unappointed',
  title: { sv: 'Besök utan uppdrag', en: 'Visits without an appointment' },
  ask: {
    by: {
      sv: 'Vilka kan besöka en enhet utan att ha uppdraget där?',
      en: 'Who may visit a unit without being appointed to it?',
      help: {
        sv: 'Platser i nämnden (ledamöter, ersättare) eller roller. Lämna tomt om ingen kan det.',
        en: 'Seats in the committee (members, substitutes) or roles. Leave it empty where nobody may.',
      },
    },
    paid: {
      sv: 'Ersätts ett sådant besök?',
      en: 'Is such a visit paid?',
      choices: { yes: { sv: 'ja', en: 'yes' }, no: { sv: 'nej', en: 'no' } },
    },
    forms: formsAsk,
  },
  once: true,
  values,
  visit(run, rule, visit) {
    if ((!visit.happened && !visit.ahead) || !isOfForm(visit, rule.values.forms)) return
    for (const person of visit.expected) {
      if (isAppointed(run.facts, visit, person)) continue
      const may = mayWithout(rule.values, run.facts, visit, person)
      const about = {
        subject: visit.subject,
        related: [{ type: 'person', id: person }, ...visit.related],
        day: visit.day,
        values: { person, by: rule.values.by, paid: rule.values.paid },
      } as const
      if (!may) run.emit(rule, broken(rule), 'may-not', about)
      else if (rule.values.paid === 'silent')
        run.emit(rule, 'cannot-tell', 'paid-unanswered', { ...about, missing: unanswered(rule, 'paid') })
      else run.emit(rule, 'satisfied', rule.values.paid === 'yes' ? 'may-paid' : 'may-unpaid', about)
    }
  },
  describe: {
    sv: ({ by, paid }, words) =>
      by.length === 0
        ? 'Ingen besöker en enhet utan att ha uppdraget där.'
        : `Också ${words.labels(by)} kan besöka en enhet utan att ha uppdraget där${paid === 'yes' ? ', med ersättning' : paid === 'no' ? ', utan ersättning' : '; om det ersätts är inte sagt'}.`,
    en: ({ by, paid }, words) =>
      by.length === 0
        ? 'Nobody visits a unit without being appointed to it.'
        : `${words.labels(by).replace(/^./, (first) => first.toUpperCase())} too may visit a unit without being appointed to it${paid === 'yes' ? ', with a fee' : paid === 'no' ? ', without a fee' : '; whether it is paid is not said'}.`,
  },
  sentences: {
    sv: {
      'may-paid': (say) =>
        `${say.name('person', 'person')} har inte uppdraget här, men kan besöka enheten och får ersättning.`,
      'may-unpaid': (say) =>
        `${say.name('person', 'person')} har inte uppdraget här, men kan besöka enheten, utan ersättning.`,
      'paid-unanswered': (say) =>
        `${say.name('person', 'person')} har inte uppdraget här, men kan besöka enheten. Om det ersätts är inte sagt. Nämnden behöver svara.`,
      'may-not': (say) =>
        `${say.name('person', 'person')} har inte uppdraget här${say.labels('by') === '' ? '' : `; utan uppdrag besöker bara ${say.labels('by')}`}.`,
    },
    en: {
      'may-paid': (say) => `${say.name('person', 'person')} is not appointed here, but may visit the unit and is paid.`,
      'may-unpaid': (say) =>
        `${say.name('person', 'person')} is not appointed here, but may visit the unit, without a fee.`,
      'paid-unanswered': (say) =>
        `${say.name('person', 'person')} is not appointed here, but may visit the unit. Whether it is paid is not said. The committee needs to answer.`,
      'may-not': (say) =>
        `${say.name('person', 'person')} is not appointed here${say.labels('by') === '' ? '' : `; without an appointment only ${say.labels('by')} visit`}.`,
    },
  },
})

/**
 * Returns what the rule says of the fee of one who visits without an appointment: `paid`, `unpaid`, or `silent` when
 * the committee has not answered. Undefined where the rule has nothing to say: of the appointed, and of visits that it does not open.
 */
export function feeWithoutAppointment(
  { values: said }: Pick<CompiledRule<Values>, 'values'>,
  facts: Facts,
  visit: VisitFacts,
  person: string,
): 'paid' | 'unpaid' | 'silent' | undefined {
  if (!isOfForm(visit, said.forms) || isAppointed(facts, visit, person)) return undefined
  if (!mayWithout(said, facts, visit, person)) return undefined
  return said.paid === 'silent' ? 'silent' : said.paid === 'yes' ? 'paid' : 'unpaid'
}

/** One whose role may visit every unit needs no appointment to any. */
function isAppointed(facts: Facts, visit: VisitFacts, person: string): boolean {
  return visit.appointed.includes(person) || mayVisitAll(facts, person, visit.day)
}

function mayWithout({ by }: Values, facts: Facts, { day }: VisitFacts, person: string): boolean {
  return holdsAny(facts, by, person, day)
}

/** Whether the person has one of these seats, or holds one of these roles, on the day. */
export function holdsAny(
  facts: Pick<Facts, 'persons'>,
  by: readonly string[],
  person: string,
  day: VisitFacts['day'],
): boolean {
  const found = facts.persons.get(person)
  if (found === undefined) return false
  return (
    found.seats.some((seat) => by.includes(seat.kind) && isWithin(day, seat)) ||
    found.roles.some((held) => by.includes(held.role) && isWithin(day, held))
  )
}
