import { z } from 'zod'
import type { Report } from '../programme.ts'
import type { Subject } from '../finding.ts'
import { deliveredOn } from './report-delivery.ts'
import { meet } from './apart.ts'
import { broken, defineRule, type Localised } from './kind.ts'
import { isVisitForm } from '../programme.ts'

const reporters = ['each', 'jointly', 'rapporteur', 'manager', 'officer'] as const
type Reporter = (typeof reporters)[number]

/** In which form a visit is reported, and by whom. Where nothing says when, a missing report is due, never late. */
export const reportForm = defineRule({
  kind: 'report.form',
  title: { sv: 'Rapportens form', en: 'Form of the report' },
  ask: {
    forms: { sv: 'I vilken form lämnas rapporten efter ett besök?', en: 'In which form is a visit reported?' },
    by: {
      sv: 'Vem rapporterar?',
      en: 'Who reports?',
      choices: {
        each: { sv: 'var och en som kom', en: 'each of those who came' },
        jointly: { sv: 'de som kom, tillsammans', en: 'those who came, together' },
        rapporteur: { sv: 'gruppens rapportör', en: "the group's rapporteur" },
        manager: { sv: 'enhetens chef', en: "the unit's manager" },
        officer: { sv: 'en tjänsteperson', en: 'an officer' },
      },
    },
  },
  once: true,
  values: z.strictObject({
    forms: z.array(z.enum(['written', 'oral'])).min(1),
    /** `jointly`: one report serves all who came; `each`: everyone writes; `rapporteur`: the group's. */
    by: z.enum(reporters),
  }),
  collides: (one, other) => [
    ...(meet(one.forms, other.forms) ? [] : ['forms']),
    ...(one.by === other.by ? [] : ['by']),
  ],
  visit(run, rule, visit) {
    if (!visit.happened || !isVisitForm(visit.visit.form)) return
    const { forms, by } = rule.values
    let delivered = 0
    let theirs = 0
    let fitting = noReports
    for (const report of visit.reports) {
      if (deliveredOn(run.facts, report) === undefined) continue
      delivered += 1
      if (!isWrittenBy(report, by)) continue
      theirs += 1
      if (forms.includes(report.form)) fitting = fitting.length === 0 ? [report] : [...fitting, report]
    }
    const waitedFor = by === 'each' ? withoutReport(visit.expected, fitting) : nobody
    const code =
      delivered === 0
        ? 'outstanding'
        : theirs === 0
          ? 'other-writer'
          : fitting.length === 0
            ? 'other-form'
            : waitedFor.length > 0
              ? 'some-outstanding'
              : 'delivered'
    const outcome =
      code === 'delivered' ? 'satisfied' : code === 'outstanding' || code === 'some-outstanding' ? 'due' : broken(rule)
    run.emit(rule, outcome, code, {
      subject: visit.subject,
      related: fitting.length === 0 ? visit.related : [...visit.related, ...fitting.map(asSubject)],
      day: visit.day,
      values: { forms, by, persons: waitedFor, days: run.today - visit.day },
    })
  },
  describe: {
    sv: ({ forms, by }) =>
      `Efter besöket lämnas en ${forms.length > 1 ? 'skriftlig eller muntlig' : forms[0] === 'oral' ? 'muntlig' : 'skriftlig'} rapport${writers[by].sv}.`,
    en: ({ forms, by }) =>
      `After the visit ${forms.length > 1 ? 'a written or oral' : forms[0] === 'oral' ? 'an oral' : 'a written'} report is made${writers[by].en}.`,
  },
  sentences: {
    sv: {
      outstanding: (say) => outstanding.sv(say.number('days')),
      'some-outstanding': (say) => `Rapport väntas från ${say.names('person', 'persons')}.`,
      'other-writer': (say) =>
        `Besöket är rapporterat, men rapporten ska lämnas${writers[say.text('by') as Reporter].sv || ' av kontaktpolitikerna'}.`,
      'other-form': (say) =>
        `Besöket är rapporterat, men inte i den form som riktlinjen anger: ${say.labels('forms')}.`,
      delivered: () => 'Besöket är rapporterat.',
    },
    en: {
      outstanding: (say) => outstanding.en(say.number('days')),
      'some-outstanding': (say) => `Reports are awaited from ${say.names('person', 'persons')}.`,
      'other-writer': (say) =>
        `The visit is reported, but the report is to be made${writers[say.text('by') as Reporter].en || ' by the contact politicians'}.`,
      'other-form': (say) =>
        `The visit is reported, but not in the form that the guideline names: ${say.labels('forms')}.`,
      delivered: () => 'The visit is reported.',
    },
  },
})

const nobody: readonly string[] = []
const noReports: readonly Report[] = []

function withoutReport(persons: readonly string[], reports: readonly Report[]): readonly string[] {
  return persons.filter((person) => !reports.some((report) => report.authors.includes(person)))
}

function asSubject({ id }: Report): Subject {
  return { type: 'report', id }
}

/** A manager's or an officer's report stands for no politician's, nor the other way round. */
function isWrittenBy(report: Report, by: Reporter): boolean {
  return report.writtenBy === (by === 'manager' || by === 'officer' ? by : 'politician')
}

const writers: Readonly<Record<Reporter, Localised>> = {
  each: { sv: ' av var och en', en: ' by each' },
  jointly: { sv: '', en: '' },
  rapporteur: { sv: ' av gruppens rapportör', en: " by the group's rapporteur" },
  manager: { sv: ' av enhetens chef', en: " by the unit's manager" },
  officer: { sv: ' av en tjänsteperson', en: ' by an officer' },
}

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
