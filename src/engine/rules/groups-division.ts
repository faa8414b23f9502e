import { z } from 'zod'
import { isWithin } from '../../kernel/date.ts'
import { holdsRole, holdsSeat } from '../appointed.ts'
import { isOpen, membersOn } from '../facts.ts'
import { blocs } from '../programme.ts'
import { judgeComposition } from './appointment-composition.ts'
import { broken, defineRule } from './kind.ts'

/** The committee's politicians are divided into visiting groups, of mixed composition and with or without units of their own. */
export const groupsDivision = defineRule({
  kind: 'groups.division',
  title: { sv: 'Besöksgrupper', en: 'Visiting groups' },
  ask: {
    groups: {
      sv: 'Hur många besöksgrupper ska det finnas?',
      en: 'How many visiting groups are there to be?',
      help: { sv: 'Lämna tomt om riktlinjen inte säger det.', en: 'Leave it empty where the guideline does not say.' },
    },
    blocs: {
      sv: 'Vilka block ska finnas med i varje grupp?',
      en: 'Which blocs are to be in each group?',
    },
    parties: {
      sv: 'Ska alla partier i nämnden finnas med i varje grupp?',
      en: 'Are all parties in the committee to be in each group?',
      choices: { all: { sv: 'ja', en: 'yes' }, none: { sv: 'nej', en: 'no' } },
    },
    everyone: {
      sv: 'Ska alla i nämnden ingå i en grupp?',
      en: 'Is everyone in the committee to be in a group?',
      help: {
        sv: 'Roller som står utanför enligt en annan regel räknas inte.',
        en: 'Roles that another rule leaves outside are not counted.',
      },
    },
    units: {
      sv: 'Har varje grupp egna enheter?',
      en: 'Does each group have units of its own?',
      help: { sv: 'Lämna tomt om riktlinjen inte säger det.', en: 'Leave it empty where the guideline does not say.' },
      choices: {
        none: { sv: 'nej, gruppen besöker vilka enheter som helst', en: 'no, the group visits any unit' },
        one: { sv: 'ja, en enhet', en: 'yes, one unit' },
        several: { sv: 'ja, flera enheter', en: 'yes, several units' },
      },
    },
  },
  once: true,
  values: z.strictObject({
    groups: z.int().min(1).max(100).optional(),
    blocs: z.array(z.enum(blocs)).default([]),
    /** `all`: every party that has a seat in the committee is in each group. */
    parties: z.enum(['all', 'none']).default('none'),
    everyone: z.boolean().default(true),
    /** Units that a group has as its own. */
    units: z.enum(['none', 'one', 'several']).optional(),
  }),
  committee(run, rule) {
    const { groups, everyone } = rule.values
    const open = run.facts.programme.groups.filter((group) => isWithin(run.today, group))
    if (groups !== undefined) {
      const right = open.length === groups
      run.emit(rule, right ? 'satisfied' : broken(rule), right ? 'divided' : 'other-number', {
        subject: { type: 'committee', id: run.facts.programme.committee.id },
        day: run.today,
        values: { count: open.length, groups },
      })
    }
    if (!everyone) return
    const { exempt } = run.facts.standingOn(run.today)
    for (const person of run.facts.programme.persons) {
      if (!holdsSeat(person, ['member', 'substitute'], run.today) || holdsRole(person, exempt, run.today)) continue
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
    const { blocs: asked, parties, units } = rule.values
    const members = membersOn(group, run.today)
    const subject = { type: 'group', id: group.id } as const
    if (asked.length === 0 && parties === 'none')
      run.emit(rule, 'satisfied', 'mixed', {
        subject,
        related: members.map((id) => ({ type: 'person', id })),
        day: run.today,
        values: { lacking: [], persons: members },
      })
    else judgeComposition(run, rule, { subject, persons: members, complete: 'mixed' })
    if (units === undefined) return
    const own = [...new Set(group.units)].flatMap((id) => run.facts.units.get(id) ?? [])
    const count = own.filter((unit) => isOpen(unit, run.today)).length
    const fits = units === 'none' ? count === 0 : units === 'one' ? count === 1 : count > 1
    run.emit(rule, fits ? 'satisfied' : broken(rule), fits ? 'own-units' : 'other-units', {
      subject,
      related: own.map(({ id }) => ({ type: 'unit', id })),
      day: run.today,
      values: { count, units },
    })
  },
  describe: {
    sv: ({ groups, blocs: mixed, parties, everyone, units }, words) =>
      `${everyone ? 'Nämndens politiker är fördelade på' : 'Det finns'} ${groups === undefined ? '' : `${words.number(groups)} `}besöksgrupper${
        mixed.length + (parties === 'all' ? 1 : 0) === 0
          ? ''
          : ` där ${[...(mixed.length === 0 ? [] : [words.labels(mixed)]), ...(parties === 'all' ? ['alla partier i nämnden'] : [])].join(', och ')} är företrädda`
      }${units === undefined ? '' : `; ${ownSwedish[units]}`}.`,
    en: ({ groups, blocs: mixed, parties, everyone, units }, words) =>
      `${everyone ? "The committee's politicians are divided into" : 'There are'} ${groups === undefined ? '' : `${words.number(groups)} `}visiting groups${
        mixed.length + (parties === 'all' ? 1 : 0) === 0
          ? ''
          : ` in which ${[...(mixed.length === 0 ? [] : [words.labels(mixed)]), ...(parties === 'all' ? ['all parties in the committee'] : [])].join(', and ')} are represented`
      }${units === undefined ? '' : `; ${ownEnglish[units]}`}.`,
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
      'all-parties': (say) => `${say.subject} har alla partier i nämnden företrädda.`,
      'party-missing': (say) => `${say.subject} saknar någon från ${say.text('lacking')}.`,
      'party-unknown': (say) =>
        `Det går inte att avgöra om alla partier finns med i ${say.subject}: någons parti är inte angivet.`,
      'own-units': (say) => `${say.subject} har ${unitsSwedish(say.number('count'))}, som riktlinjen anger.`,
      'other-units': (say) =>
        `${say.subject} har ${unitsSwedish(say.number('count'))}, men riktlinjen säger: ${ownSwedish[ownOf(say.text('units'))]}.`,
    },
    en: {
      divided: (say) => `There are ${say.words.number(say.number('count'))} visiting groups, as the guideline says.`,
      'other-number': (say) =>
        `There are ${say.words.number(say.number('count'))} visiting groups and shall be ${say.words.number(say.number('groups'))}.`,
      'in-no-group': (say) => `${say.subject} belongs to no visiting group.`,
      'in-several-groups': (say) => `${say.subject} belongs to several visiting groups.`,
      mixed: (say) => `${say.subject} has the blocs represented that are to be there.`,
      'bloc-missing': (say) => `${say.subject} has nobody from ${say.labels('lacking')}.`,
      'all-parties': (say) => `${say.subject} has all parties in the committee represented.`,
      'party-missing': (say) => `${say.subject} has nobody from ${say.text('lacking')}.`,
      'party-unknown': (say) =>
        `Whether all parties are in ${say.subject} cannot be told: somebody's party is not stated.`,
      'own-units': (say) => `${say.subject} has ${unitsEnglish(say.number('count'))}, as the guideline says.`,
      'other-units': (say) =>
        `${say.subject} has ${unitsEnglish(say.number('count'))}, but the guideline says: ${ownEnglish[ownOf(say.text('units'))]}.`,
    },
  },
})

const ownSwedish = {
  none: 'ingen grupp har egna enheter',
  one: 'varje grupp har en egen enhet',
  several: 'varje grupp har flera egna enheter',
} as const
const ownEnglish = {
  none: 'no group has units of its own',
  one: 'each group has one unit of its own',
  several: 'each group has several units of its own',
} as const

function ownOf(units: string): keyof typeof ownSwedish {
  return units === 'one' || units === 'several' ? units : 'none'
}

function unitsSwedish(count: number): string {
  return count === 0 ? 'inga egna enheter' : count === 1 ? 'en egen enhet' : `${count} egna enheter`
}

function unitsEnglish(count: number): string {
  return count === 0 ? 'no units of its own' : count === 1 ? 'one unit of its own' : `${count} units of its own`
}
