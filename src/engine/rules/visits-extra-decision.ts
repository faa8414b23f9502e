import { z } from 'zod'
import { personsBeyond, type VisitFacts } from '../facts.ts'
import type { Decision } from '../programme.ts'
import { broken, defineRule, type Run } from './kind.ts'

/** Visits beyond a number take a decision about the visit, taken before it. */
export const visitsExtraDecision = defineRule({
  kind: 'visits.extra-decision',
  once: true,
  values: z.strictObject({
    beyond: z.int().min(0).max(366),
    decidedBy: z.enum(['chair', 'committee']),
    before: z.boolean(),
  }),
  visit(run, rule, visit) {
    for (const person of personsBeyond(run.facts, visit, rule.values.beyond)) {
      const decision = decisionAbout(run, 'extra-visit', person, visit)
      const code = codeOf(decision, visit, rule.values.before)
      run.emit(rule, code === 'decided' ? 'satisfied' : code === 'to-decide' ? 'needs-decision' : broken(rule), code, {
        subject: visit.subject,
        related: [{ type: 'person', id: person }, ...visit.related],
        day: visit.day,
        values: {
          person,
          beyond: rule.values.beyond,
          year: visit.year,
          decidedBy: rule.values.decidedBy,
          decision: decision?.id,
          decidedOn: decision?.on,
        },
      })
    }
  },
  describe: {
    sv: ({ beyond, decidedBy, before }, words) =>
      `Fler än ${words.neuter(beyond)} besök per kalenderår görs efter beslut av ${words.label(decidedBy)}${before ? ', fattat före besöket' : ''}.`,
    en: ({ beyond, decidedBy, before }, words) =>
      `More than ${words.number(beyond)} visit${beyond === 1 ? '' : 's'} in a calendar year are made after a decision by ${words.label(decidedBy)}${before ? ', taken before the visit' : ''}.`,
  },
  sentences: {
    sv: {
      decided: (say) =>
        `Besöket är fler än ${say.words.neuter(say.number('beyond'))} under ${say.number('year')} för ${say.name('person', 'person')}; beslut fattades ${say.day('decidedOn')}.`,
      'to-decide': (say) =>
        `Besöket är fler än ${say.words.neuter(say.number('beyond'))} under ${say.number('year')} för ${say.name('person', 'person')} och behöver beslut av ${say.labels('decidedBy')} före besöket.`,
      undecided: (say) =>
        `Besöket är fler än ${say.words.neuter(say.number('beyond'))} under ${say.number('year')} för ${say.name('person', 'person')} och gjordes utan beslut av ${say.labels('decidedBy')}.`,
      late: (say) => `Beslutet om besöket fattades ${say.day('decidedOn')}, efter besöket.`,
      refused: (say) => `${say.name('person', 'person')} fick nej till besöket ${say.day('decidedOn')}.`,
    },
    en: {
      decided: (say) =>
        `The visit is beyond ${say.words.number(say.number('beyond'))} in ${say.number('year')} for ${say.name('person', 'person')}; it was decided on ${say.day('decidedOn')}.`,
      'to-decide': (say) =>
        `The visit is beyond ${say.words.number(say.number('beyond'))} in ${say.number('year')} for ${say.name('person', 'person')} and needs a decision by ${say.labels('decidedBy')} before the visit.`,
      undecided: (say) =>
        `The visit is beyond ${say.words.number(say.number('beyond'))} in ${say.number('year')} for ${say.name('person', 'person')} and was made without a decision by ${say.labels('decidedBy')}.`,
      late: (say) => `The decision about the visit was taken on ${say.day('decidedOn')}, after the visit.`,
      refused: (say) => `${say.name('person', 'person')} was refused the visit on ${say.day('decidedOn')}.`,
    },
  },
})

/** Returns the latest decision of the kind about the person's part in the visit. */
export function decisionAbout(
  run: Pick<Run, 'facts'>,
  about: Decision['about'],
  person: string,
  visit: VisitFacts,
): Decision | undefined {
  const decisions = (run.facts.decisionsByPerson.get(person) ?? []).filter((it) => it.about === about)
  return decisions.findLast((it) => it.visit === visit.id)
}

function codeOf(
  decision: Decision | undefined,
  visit: VisitFacts,
  before: boolean,
): 'decided' | 'to-decide' | 'undecided' | 'late' | 'refused' {
  if (decision === undefined) return visit.happened ? 'undecided' : 'to-decide'
  if (!decision.granted) return 'refused'
  return before && decision.on > visit.day ? 'late' : 'decided'
}
