import { z } from 'zod'
import { addDays, type Day } from '../../kernel/date.ts'
import type { VisitFacts } from '../facts.ts'
import type { Report } from '../programme.ts'
import { deliveredOn } from './report-delivery.ts'
import { broken, type CompiledRule, defineRule, type Run, unanswered, unansweredSentences } from './kind.ts'
import { isVisitForm } from '../programme.ts'

const values = z.strictObject({
  /** Whoever disagrees may add a dissent, which then stands for the signature. */
  dissent: z.boolean(),
  /** After so many days from the final report it holds without a missing signature; left out, the signature stays due. */
  unsignedAfterDays: z.union([z.int().min(0).max(365), z.literal('silent')]).optional(),
})
type Values = z.infer<typeof values>

/** One report serves all who came, whether or not they all have signed. */
export const reportJoint = defineRule({
  kind: 'report.joint',
  title: { sv: 'Gemensam rapport', en: 'Joint report' },
  ask: {
    dissent: {
      sv: 'Får den som inte håller med lägga till en avvikande mening?',
      en: 'May someone who disagrees add a dissent?',
    },
    unsignedAfterDays: {
      sv: 'Hur många dagar väntar rapporten på en underskrift som saknas?',
      en: 'For how many days does the report wait for a missing signature?',
      help: {
        sv: 'Räknat från den dag då rapporten blev klar. Därefter gäller den ändå. Utelämna talet om rapporten väntar tills alla har skrivit under.',
        en: 'Counted from the day on which the report became final. After that it holds all the same. Leave the number out if the report waits until all have signed.',
      },
    },
  },
  once: true,
  values,
  visit(run, rule, visit) {
    if (!visit.happened || !isVisitForm(visit.visit.form)) return
    for (const report of visit.reports) {
      if (report.form !== 'written' || report.writtenBy !== 'politician') continue
      const delivered = deliveredOn(run.facts, report)
      if (delivered !== undefined) judge(run, rule, visit, report, delivered)
    }
  },
  describe: {
    sv: ({ dissent, unsignedAfterDays }) =>
      `En rapport räcker för alla som kom på besöket${dissent ? '; den som inte håller med får lägga till en avvikande mening' : ''}.${typeof unsignedAfterDays === 'number' ? ` En underskrift som saknas efter ${dagar(unsignedAfterDays)} fördröjer ingenting.` : ''}`,
    en: ({ dissent, unsignedAfterDays }) =>
      `One report serves all who came to the visit${dissent ? '; whoever disagrees may add a dissent' : ''}.${typeof unsignedAfterDays === 'number' ? ` A signature that is missing after ${days(unsignedAfterDays)} delays nothing.` : ''}`,
  },
  sentences: {
    sv: {
      ...unansweredSentences.sv,
      signed: () => 'Alla som kom på besöket står bakom rapporten.',
      dissents: (say) =>
        `Rapporten gäller för alla, med en avvikande mening från ${say.names('person', 'dissenting')}.`,
      'no-dissent': (say) =>
        `${say.names('person', 'dissenting')} har lagt till en avvikande mening, men riktlinjen ger inte rum för det.`,
      'waits-until': (say) =>
        `Underskrift väntas från ${say.names('person', 'persons')}. Saknas den efter ${say.day('lastDay')} gäller rapporten ändå.`,
      waits: (say) => `Underskrift väntas från ${say.names('person', 'persons')}.`,
      'holds-without': (say) =>
        `Rapporten gäller utan underskrift från ${say.names('person', 'persons')}: väntetiden gick ut ${say.day('lastDay')}.`,
    },
    en: {
      ...unansweredSentences.en,
      signed: () => 'All who came to the visit stand behind the report.',
      dissents: (say) => `The report holds for all, with a dissent from ${say.names('person', 'dissenting')}.`,
      'no-dissent': (say) =>
        `${say.names('person', 'dissenting')} added a dissent, but the guideline gives no room for one.`,
      'waits-until': (say) =>
        `A signature is awaited from ${say.names('person', 'persons')}. If it is missing after ${say.day('lastDay')} the report holds all the same.`,
      waits: (say) => `A signature is awaited from ${say.names('person', 'persons')}.`,
      'holds-without': (say) =>
        `The report holds without a signature from ${say.names('person', 'persons')}: the time to wait ended on ${say.day('lastDay')}.`,
    },
  },
})

function judge(run: Run, rule: CompiledRule<Values>, visit: VisitFacts, report: Report, delivered: Day): void {
  const { dissent, unsignedAfterDays } = rule.values
  const dissenting = report.dissents.map((it) => it.person)
  const persons = visit.expected.filter(
    (person) => !dissenting.includes(person) && !report.signed.some((it) => it.person === person),
  )
  const lastDay = typeof unsignedAfterDays === 'number' ? addDays(delivered, unsignedAfterDays) : undefined
  const code =
    dissenting.length > 0 && !dissent
      ? 'no-dissent'
      : persons.length === 0
        ? dissenting.length > 0
          ? 'dissents'
          : 'signed'
        : unsignedAfterDays === 'silent'
          ? 'unanswered'
          : lastDay === undefined
            ? 'waits'
            : run.today <= lastDay
              ? 'waits-until'
              : 'holds-without'
  run.emit(rule, code === 'no-dissent' ? broken(rule) : outcomes[code], code, {
    subject: { type: 'report', id: report.id },
    related: [visit.subject, ...visit.related],
    day: visit.day,
    values: { persons, dissenting, lastDay },
    ...(code === 'unanswered' ? { missing: unanswered(rule, 'unsignedAfterDays') } : {}),
  })
}

const outcomes = {
  dissents: 'satisfied',
  signed: 'satisfied',
  'holds-without': 'satisfied',
  waits: 'due',
  'waits-until': 'due',
  unanswered: 'cannot-tell',
} as const

function dagar(count: number): string {
  return count === 1 ? 'en dag' : `${count} dagar`
}

function days(count: number): string {
  return count === 1 ? 'one day' : `${count} days`
}
