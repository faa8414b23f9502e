import { z } from 'zod'
import { holdsSeat } from '../appointed.ts'
import type { Subject } from '../finding.ts'
import { appointedTo } from '../facts.ts'
import { type Bloc, blocs } from '../programme.ts'
import { broken, type CompiledRule, defineRule, type Run } from './kind.ts'

/** Which blocs or parties the contact politicians of a unit come from. */
export const appointmentComposition = defineRule({
  kind: 'appointment.composition',
  title: { sv: 'Politisk sammansättning', en: 'Political composition' },
  ask: {
    blocs: {
      sv: 'Vilka block ska finnas företrädda bland en enhets kontaktpolitiker?',
      en: "Which blocs are to be represented among a unit's contact politicians?",
      help: { sv: 'Lämna tomt om inga block ska vara med.', en: 'Leave it empty where no bloc is asked for.' },
    },
    parties: {
      sv: 'Ska alla partier i nämnden finnas företrädda?',
      en: 'Are all parties in the committee to be represented?',
      choices: {
        all: { sv: 'ja, alla partier som har en plats i nämnden', en: 'yes, all that have a seat in the committee' },
        none: { sv: 'nej', en: 'no' },
      },
    },
  },
  values: z.strictObject({
    blocs: z.array(z.enum(blocs)).default([]),
    /** `all`: every party that has a seat in the committee. */
    parties: z.enum(['all', 'none']).default('none'),
  }),
  unit(run, rule, unit) {
    judgeComposition(run, rule, {
      subject: { type: 'unit', id: unit.id },
      persons: appointedTo(run.facts, { unit: unit.id }, run.today),
      complete: 'represented',
    })
  },
  describe: {
    sv: ({ blocs: asked, parties }, words) => {
      const who = [
        ...(asked.length === 0 ? [] : [words.labels(asked)]),
        ...(parties === 'all' ? ['alla partier i nämnden'] : []),
      ]
      return who.length === 0
        ? 'Kontaktpolitikerna kan komma från vilka partier som helst.'
        : `Bland enhetens kontaktpolitiker finns ${who.join(', och ')} företrädda.`
    },
    en: ({ blocs: asked, parties }, words) => {
      const who = [
        ...(asked.length === 0 ? [] : [words.labels(asked)]),
        ...(parties === 'all' ? ['all parties in the committee'] : []),
      ]
      return who.length === 0
        ? 'The contact politicians may come from any parties.'
        : `Among the unit's contact politicians ${who.join(', and ')} are represented.`
    },
  },
  sentences: {
    sv: {
      represented: (say) => `Kontaktpolitikerna för ${say.subject} företräder dem som ska finnas med.`,
      'bloc-missing': (say) => `Kontaktpolitikerna för ${say.subject} saknar någon från ${say.labels('lacking')}.`,
      'all-parties': (say) => `Kontaktpolitikerna för ${say.subject} företräder alla partier i nämnden.`,
      'party-missing': (say) => `Kontaktpolitikerna för ${say.subject} saknar någon från ${say.text('lacking')}.`,
      'party-unknown': (say) =>
        `Det går inte att avgöra om alla partier är företrädda för ${say.subject}: någons parti är inte angivet.`,
    },
    en: {
      represented: (say) => `The contact politicians of ${say.subject} represent those who are to be there.`,
      'bloc-missing': (say) =>
        `The contact politicians of ${say.subject} include nobody from ${say.labels('lacking')}.`,
      'all-parties': (say) => `The contact politicians of ${say.subject} represent all parties in the committee.`,
      'party-missing': (say) => `The contact politicians of ${say.subject} include nobody from ${say.text('lacking')}.`,
      'party-unknown': (say) =>
        `Whether all parties are represented for ${say.subject} cannot be told: somebody's party is not stated.`,
    },
  },
})

type Composed = {
  readonly subject: Subject
  readonly persons: readonly string[]
  /** The code where every bloc is there. */
  readonly complete: string
}

/** Tells which blocs and parties are missing among the persons; nothing where neither is asked for. */
export function judgeComposition(
  run: Run,
  rule: CompiledRule<{ readonly blocs: readonly Bloc[]; readonly parties: 'all' | 'none' }>,
  { subject, persons, complete }: Composed,
): void {
  const found = persons.flatMap((id) => run.facts.persons.get(id) ?? [])
  const about = { subject, related: persons.map((id) => ({ type: 'person', id }) as const), day: run.today }
  if (rule.values.blocs.length > 0) {
    const present = [...new Set(found.map((it) => it.bloc))]
    const lacking = rule.values.blocs.filter((bloc) => !present.includes(bloc))
    const code = lacking.length === 0 ? complete : 'bloc-missing'
    run.emit(rule, lacking.length === 0 ? 'satisfied' : broken(rule), code, {
      ...about,
      values: { persons, present, lacking },
    })
  }
  if (rule.values.parties === 'none') return
  const { parties, unknown } = partiesSeated(run)
  const present = [...new Set(found.flatMap((it) => it.party ?? []))]
  const lacking = parties.filter((party) => !present.includes(party))
  const code = lacking.length > 0 ? 'party-missing' : unknown ? 'party-unknown' : 'all-parties'
  run.emit(rule, code === 'party-missing' ? broken(rule) : unknown ? 'cannot-tell' : 'satisfied', code, {
    ...about,
    values: { persons, present, lacking },
    ...(code === 'party-unknown' ? { missing: [{ what: 'fact', fact: 'party' }] } : {}),
  })
}

/** Returns the parties with a seat today, and whether somebody's is not known; who stands outside the blocs may have none. */
function partiesSeated(run: Run): { readonly parties: readonly string[]; readonly unknown: boolean } {
  const seated = run.facts.programme.persons.filter((it) => holdsSeat(it, ['member', 'substitute'], run.today))
  const parties = [...new Set(seated.flatMap((it) => it.party ?? []))]
  const unknown = parties.length === 0 || seated.some((it) => it.party === undefined && it.bloc !== 'unaligned')
  return { parties, unknown }
}
