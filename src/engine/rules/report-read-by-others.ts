import { z } from 'zod'
import type { Report } from '../programme.ts'
import type { Facts } from '../facts.ts'
import { defineRule } from './kind.ts'

/** Contact politicians read each other's reports. Unread ones are due, never a breach: nothing says by when. */
export const reportReadByOthers = defineRule({
  kind: 'report.read-by-others',
  title: { sv: 'Läsa varandras rapporter', en: "Reading each other's reports" },
  ask: {
    who: {
      sv: 'Vilka läser varandras rapporter?',
      en: "Who read each other's reports?",
      choices: { 'contact-politicians': { sv: 'kontaktpolitikerna', en: 'the contact politicians' } },
    },
  },
  values: z.strictObject({ who: z.enum(['contact-politicians']) }),
  person(run, rule, person) {
    const { all, seenBy } = run.facts.reading
    const count = all - (seenBy.get(person.id) ?? 0)
    run.emit(rule, count === 0 ? 'satisfied' : 'due', count === 0 ? 'all-read' : 'unread', {
      subject: { type: 'person', id: person.id },
      day: run.today,
      values: { person: person.id, count },
    })
  },
  describe: {
    sv: () => 'Kontaktpolitikerna läser varandras rapporter.',
    en: () => "Contact politicians read each other's reports.",
  },
  sentences: {
    sv: {
      'all-read': (say) => `${say.subject} har läst de övrigas rapporter.`,
      unread: (say) =>
        `${say.subject} har ${say.number('count')} ${say.number('count') === 1 ? 'oläst rapport' : 'olästa rapporter'} från övriga kontaktpolitiker.`,
    },
    en: {
      'all-read': (say) => `${say.subject} has read the others' reports.`,
      unread: (say) =>
        `${say.subject} has ${say.number('count')} unread ${say.number('count') === 1 ? 'report' : 'reports'} by other contact politicians.`,
    },
  },
})

/** Returns the final written reports by others that the person has not read, in the programme's order. */
export function unreadBy(facts: Pick<Facts, 'programme'>, person: string): readonly Report[] {
  return facts.programme.reports.filter(
    (report) =>
      report.final !== undefined &&
      report.form === 'written' &&
      !report.authors.includes(person) &&
      !report.readBy.some((it) => it.person === person),
  )
}
