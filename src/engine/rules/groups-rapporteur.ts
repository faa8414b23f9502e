import { z } from 'zod'
import { membersOn } from '../facts.ts'
import { deliveredOn } from './report-delivery.ts'
import { broken, defineRule } from './kind.ts'

/** Each group has one designated politician who reports its visits. */
export const groupsRapporteur = defineRule({
  kind: 'groups.rapporteur',
  title: { sv: 'Gruppens rapportör', en: "The group's rapporteur" },
  ask: {
    reportsTo: {
      sv: 'Till vem återrapporterar gruppens rapportör?',
      en: "To whom does the group's rapporteur report?",
    },
  },
  once: true,
  values: z.strictObject({ reportsTo: z.enum(['committee']) }),
  group(run, rule, group) {
    const named = group.rapporteur !== undefined && membersOn(group, run.today).includes(group.rapporteur)
    run.emit(rule, named ? 'satisfied' : broken(rule), named ? 'named' : 'not-named', {
      subject: { type: 'group', id: group.id },
      related: group.rapporteur === undefined ? [] : [{ type: 'person', id: group.rapporteur }],
      day: run.today,
      values: { person: group.rapporteur },
    })
  },
  visit(run, rule, visit) {
    const group = visit.visit.group === undefined ? undefined : run.facts.groups.get(visit.visit.group)
    if (!visit.happened || group?.rapporteur === undefined) return
    const rapporteur = group.rapporteur
    const delivered = visit.reports.filter((report) => deliveredOn(run.facts, report) !== undefined)
    const code =
      delivered.length === 0
        ? 'report-due'
        : delivered.some((report) => report.authors.includes(rapporteur))
          ? 'reported'
          : 'other-reporter'
    // To name a rapporteur is for the rule's bearer; to report is for the rapporteur.
    run.emit(
      { ...rule, bearer: 'politician' },
      code === 'reported' ? 'satisfied' : code === 'report-due' ? 'due' : broken(rule),
      code,
      {
        subject: visit.subject,
        related: [...visit.related, { type: 'person', id: rapporteur }],
        day: visit.day,
        values: { person: rapporteur },
      },
    )
  },
  describe: {
    sv: () => 'Varje besöksgrupp har en utsedd rapportör som återrapporterar gruppens besök till nämnden.',
    en: () => "Each visiting group has a designated rapporteur who reports the group's visits to the committee.",
  },
  sentences: {
    sv: {
      named: (say) => `${say.subject} har en rapportör: ${say.name('person', 'person')}.`,
      'not-named': (say) => `${say.subject} har ingen rapportör bland sina ledamöter.`,
      'report-due': (say) => `${say.name('person', 'person')} ska återrapportera besöket.`,
      reported: (say) => `Besöket är återrapporterat av gruppens rapportör, ${say.name('person', 'person')}.`,
      'other-reporter': (say) =>
        `Besöket är återrapporterat av någon annan än gruppens rapportör, ${say.name('person', 'person')}.`,
    },
    en: {
      named: (say) => `${say.subject} has a rapporteur: ${say.name('person', 'person')}.`,
      'not-named': (say) => `${say.subject} has no rapporteur among its members.`,
      'report-due': (say) => `${say.name('person', 'person')} is to report the visit.`,
      reported: (say) => `The visit has been reported by the group's rapporteur, ${say.name('person', 'person')}.`,
      'other-reporter': (say) =>
        `The visit has been reported by someone other than the group's rapporteur, ${say.name('person', 'person')}.`,
    },
  },
})
