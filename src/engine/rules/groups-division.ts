import { z } from 'zod'
import { isWithin } from '../../kernel/date.ts'
import { membersOn } from '../facts.ts'
import { blocs } from '../programme.ts'
import { broken, defineRule } from './kind.ts'

/** The committee's politicians are divided into visiting groups of mixed composition. */
export const groupsDivision = defineRule({
  kind: 'groups.division',
  once: true,
  values: z.strictObject({
    groups: z.int().min(1).max(100),
    blocs: z.array(z.enum(blocs)).default([]),
    everyone: z.boolean().default(true),
  }),
  committee(run, rule) {
    const open = run.facts.programme.groups.filter((group) => isWithin(run.today, group))
    const committee = { type: 'committee', id: run.facts.programme.committee.id } as const
    const right = open.length === rule.values.groups
    run.emit(rule, right ? 'satisfied' : broken(rule), right ? 'divided' : 'other-number', {
      subject: committee,
      day: run.today,
      values: { count: open.length, groups: rule.values.groups },
    })
    if (!rule.values.everyone) return
    for (const person of run.facts.programme.persons) {
      if (!person.seats.some((seat) => isWithin(run.today, seat))) continue
      const own = open.filter((group) => membersOn(group, run.today).includes(person.id))
      if (own.length === 1) continue
      run.emit(rule, broken(rule), own.length === 0 ? 'in-no-group' : 'in-several-groups', {
        subject: { type: 'person', id: person.id },
        related: own.map((group) => ({ type: 'group', id: group.id })),
        day: run.today,
        values: { person: person.id },
      })
    }
  },
  group(run, rule, group) {
    const members = membersOn(group, run.today)
    const present = new Set(members.map((id) => run.facts.persons.get(id)?.bloc))
    const lacking = rule.values.blocs.filter((bloc) => !present.has(bloc))
    run.emit(rule, lacking.length === 0 ? 'satisfied' : broken(rule), lacking.length === 0 ? 'mixed' : 'bloc-missing', {
      subject: { type: 'group', id: group.id },
      related: members.map((id) => ({ type: 'person', id })),
      day: run.today,
      values: { lacking, persons: members },
    })
  },
  describe: {
    sv: ({ groups, blocs: mixed, everyone }, words) =>
      `${everyone ? 'Nämndens politiker är fördelade på' : 'Det finns'} ${words.number(groups)} besöksgrupper${mixed.length === 0 ? '' : ` där ${words.labels(mixed)} är företrädda`}.`,
    en: ({ groups, blocs: mixed, everyone }, words) =>
      `${everyone ? "The committee's politicians are divided into" : 'There are'} ${words.number(groups)} visiting groups${mixed.length === 0 ? '' : ` in which ${words.labels(mixed)} are represented`}.`,
  },
  sentences: {
    sv: {
      divided: (say) => `Det finns ${say.words.number(say.number('count'))} besöksgrupper, som riktlinjen anger.`,
      'other-number': (say) =>
        `Det finns ${say.words.number(say.number('count'))} besöksgrupper men ska finnas ${say.words.number(say.number('groups'))}.`,
      'in-no-group': (say) => `${say.subject} hör inte till någon besöksgrupp.`,
      'in-several-groups': (say) => `${say.subject} hör till flera besöksgrupper.`,
      mixed: (say) => `${say.subject} har de block företrädda som ska finnas med.`,
      'bloc-missing': (say) => `${say.subject} saknar någon från ${say.labels('lacking')}.`,
    },
    en: {
      divided: (say) => `There are ${say.words.number(say.number('count'))} visiting groups, as the guideline says.`,
      'other-number': (say) =>
        `There are ${say.words.number(say.number('count'))} visiting groups and shall be ${say.words.number(say.number('groups'))}.`,
      'in-no-group': (say) => `${say.subject} belongs to no visiting group.`,
      'in-several-groups': (say) => `${say.subject} belongs to several visiting groups.`,
      mixed: (say) => `${say.subject} has the blocs represented that are to be there.`,
      'bloc-missing': (say) => `${say.subject} has nobody from ${say.labels('lacking')}.`,
    },
  },
})
