import { z } from 'zod'
import { deliveredOn } from './report-delivery.ts'
import { broken, defineRule } from './kind.ts'

/** In which form a visit is reported, and by whom. Where nothing says when, a missing report is due, never late. */
export const reportForm = defineRule({
  kind: 'report.form',
  once: true,
  values: z.strictObject({
    forms: z.array(z.enum(['written', 'oral'])).min(1),
    /** `jointly`: one report serves all who came; `each`: everyone writes; `rapporteur`: the group's. */
    by: z.enum(['each', 'jointly', 'rapporteur']),
  }),
  visit(run, rule, visit) {
    if (!visit.happened || visit.visit.form !== 'visit') return
    const delivered = visit.reports.filter((report) => deliveredOn(run.facts, report) !== undefined)
    const fitting = delivered.filter((report) => rule.values.forms.includes(report.form))
    const authors = new Set(fitting.flatMap((report) => report.authors))
    const waitedFor = rule.values.by === 'each' ? visit.expected.filter((person) => !authors.has(person)) : []
    const code =
      delivered.length === 0
        ? 'outstanding'
        : fitting.length === 0
          ? 'other-form'
          : waitedFor.length > 0
            ? 'some-outstanding'
            : 'delivered'
    const outcome = code === 'delivered' ? 'satisfied' : code === 'other-form' ? broken(rule) : 'due'
    run.emit(rule, outcome, code, {
      subject: visit.subject,
      related: [...visit.related, ...fitting.map((report) => ({ type: 'report', id: report.id }) as const)],
      day: visit.day,
      values: { forms: rule.values.forms, persons: waitedFor, days: run.today - visit.day },
    })
  },
  describe: {
    sv: ({ forms, by }) =>
      `Efter besöket lämnas en ${forms.length > 1 ? 'skriftlig eller muntlig' : forms[0] === 'oral' ? 'muntlig' : 'skriftlig'} rapport${by === 'each' ? ' av var och en' : by === 'rapporteur' ? ' av gruppens rapportör' : ''}.`,
    en: ({ forms, by }) =>
      `After the visit ${forms.length > 1 ? 'a written or oral' : forms[0] === 'oral' ? 'an oral' : 'a written'} report is made${by === 'each' ? ' by each' : by === 'rapporteur' ? " by the group's rapporteur" : ''}.`,
  },
  sentences: {
    sv: {
      outstanding: (say) => outstanding.sv(say.number('days')),
      'some-outstanding': (say) => `Rapport väntas från ${say.names('person', 'persons')}.`,
      'other-form': (say) =>
        `Besöket är rapporterat, men inte i den form som riktlinjen anger: ${say.labels('forms')}.`,
      delivered: () => 'Besöket är rapporterat.',
    },
    en: {
      outstanding: (say) => outstanding.en(say.number('days')),
      'some-outstanding': (say) => `Reports are awaited from ${say.names('person', 'persons')}.`,
      'other-form': (say) =>
        `The visit is reported, but not in the form that the guideline names: ${say.labels('forms')}.`,
      delivered: () => 'The visit is reported.',
    },
  },
})

const outstanding = {
  sv: (days: number) => {
    if (days === 0) return 'Besöket är inte rapporterat än.'
    return `Besöket är inte rapporterat; det har gått ${days === 1 ? 'en dag' : `${days} dagar`}.`
  },
  en: (days: number) => {
    if (days === 0) return 'The visit is not reported yet.'
    return `The visit is not reported; ${days === 1 ? 'one day has' : `${days} days have`} passed.`
  },
}
