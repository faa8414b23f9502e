import { z } from 'zod'
import { personsBeyond, type VisitFacts } from '../facts.ts'
import type { Decision } from '../programme.ts'
import { differing } from './apart.ts'
import { broken, type CompiledRule, defineRule, type Run } from './kind.ts'
import { role } from './visits-forms.ts'

const values = z.strictObject({
  beyond: z.int().min(0).max(366),
  /** No visits beyond the number are made at all when false; nobody then decides. */
  allowed: z.boolean().default(true),
  decidedBy: role.optional(),
  /** The decision comes before the visit; otherwise it may come after it too. */
  before: z.boolean().default(true),
})
type Values = z.infer<typeof values>

/** Visits beyond a number are not made at all, or take a decision about the visit. */
export const visitsExtraDecision = defineRule({
  kind: 'visits.extra-decision',
  title: { sv: 'Beslut om fler besök', en: 'Decision about more visits' },
  ask: {
    beyond: {
      sv: 'Efter hur många besök under ett kalenderår gäller det?',
      en: 'After how many visits in a calendar year does it hold?',
    },
    allowed: { sv: 'Kan fler besök göras, efter beslut?', en: 'May more visits be made, after a decision?' },
    decidedBy: { sv: 'Vem beslutar om fler besök?', en: 'Who decides about more visits?' },
    before: {
      sv: 'Ska beslutet fattas före besöket?',
      en: 'Is the decision to be taken before the visit?',
      help: { sv: 'Svara nej om det kan fattas också efteråt.', en: 'Answer no where it may be taken afterwards too.' },
    },
  },
  once: true,
  values,
  collides: differing,
  check: ({ allowed, decidedBy }) => {
    if (allowed && decidedBy === undefined)
      return [
        {
          parameter: 'decidedBy',
          message: 'it is not said who decides about more visits',
          mend: 'add decidedBy: chair, for example, or write allowed: false',
        },
      ]
    if (!allowed && decidedBy !== undefined)
      return [
        {
          parameter: 'decidedBy',
          message: 'no more visits are made, so there is nothing to decide about',
          mend: 'take decidedBy away, or write allowed: true',
        },
      ]
    return []
  },
  visit(run, rule, visit) {
    const { beyond, allowed, decidedBy } = rule.values
    for (const person of personsBeyond(run, visit, beyond)) {
      const decision = allowed ? decisionAbout(run, 'extra-visit', person, visit) : undefined
      const code = allowed ? codeOf(decision, visit, rule.values.before) : 'not-allowed'
      run.emit(rule, outcomeOf(rule, code), code, {
        subject: visit.subject,
        related: [{ type: 'person', id: person }, ...visit.related],
        day: visit.day,
        values: { person, beyond, year: visit.year, decidedBy, decision: decision?.id, decidedOn: decision?.on },
      })
    }
  },
  describe: {
    sv: ({ beyond, allowed, decidedBy, before }, words) =>
      allowed
        ? `Fler än ${words.neuter(beyond)} besök per kalenderår görs efter beslut av ${words.label(decidedBy ?? '')}${before ? ', fattat före besöket' : ''}.`
        : `Fler än ${words.neuter(beyond)} besök per kalenderår görs inte.`,
    en: ({ beyond, allowed, decidedBy, before }, words) =>
      allowed
        ? `More than ${words.number(beyond)} visit${beyond === 1 ? '' : 's'} in a calendar year are made after a decision by ${words.label(decidedBy ?? '')}${before ? ', taken before the visit' : ''}.`
        : `More than ${words.number(beyond)} visit${beyond === 1 ? '' : 's'} in a calendar year are not made.`,
  },
  sentences: {
    sv: {
      decided: (say) =>
        `Besöket är fler än ${say.words.neuter(say.number('beyond'))} under ${say.number('year')} för ${say.name('person', 'person')}; beslut fattades ${say.day('decidedOn')}.`,
      'to-decide': (say) =>
        `Besöket är fler än ${say.words.neuter(say.number('beyond'))} under ${say.number('year')} för ${say.name('person', 'person')} och behöver beslut av ${say.labels('decidedBy')} före besöket.`,
      'to-decide-after': (say) =>
        `Besöket är fler än ${say.words.neuter(say.number('beyond'))} under ${say.number('year')} för ${say.name('person', 'person')} och behöver beslut av ${say.labels('decidedBy')}, före eller efter besöket.`,
      undecided: (say) =>
        `Besöket är fler än ${say.words.neuter(say.number('beyond'))} under ${say.number('year')} för ${say.name('person', 'person')} och gjordes utan beslut av ${say.labels('decidedBy')}.`,
      late: (say) => `Beslutet om besöket fattades ${say.day('decidedOn')}, efter besöket.`,
      refused: (say) => `${say.name('person', 'person')} fick nej till besöket ${say.day('decidedOn')}.`,
      'fee-granted': (say) =>
        `Besöket är fler än ${say.words.neuter(say.number('beyond'))} under ${say.number('year')} för ${say.name('person', 'person')} och gjordes utan ja till besöket; arvodet beviljades ${say.day('decidedOn')}.`,
      'fee-refused': (say) =>
        `Besöket är fler än ${say.words.neuter(say.number('beyond'))} under ${say.number('year')} för ${say.name('person', 'person')} och gjordes utan ja till besöket; arvodet avslogs ${say.day('decidedOn')}.`,
      'not-allowed': (say) =>
        `Besöket är fler än ${say.words.neuter(say.number('beyond'))} under ${say.number('year')} för ${say.name('person', 'person')}, och fler görs inte.`,
    },
    en: {
      decided: (say) =>
        `The visit is beyond ${say.words.number(say.number('beyond'))} in ${say.number('year')} for ${say.name('person', 'person')}; it was decided on ${say.day('decidedOn')}.`,
      'to-decide': (say) =>
        `The visit is beyond ${say.words.number(say.number('beyond'))} in ${say.number('year')} for ${say.name('person', 'person')} and needs a decision by ${say.labels('decidedBy')} before the visit.`,
      'to-decide-after': (say) =>
        `The visit is beyond ${say.words.number(say.number('beyond'))} in ${say.number('year')} for ${say.name('person', 'person')} and needs a decision by ${say.labels('decidedBy')}, before or after the visit.`,
      undecided: (say) =>
        `The visit is beyond ${say.words.number(say.number('beyond'))} in ${say.number('year')} for ${say.name('person', 'person')} and was made without a decision by ${say.labels('decidedBy')}.`,
      late: (say) => `The decision about the visit was taken on ${say.day('decidedOn')}, after the visit.`,
      refused: (say) => `${say.name('person', 'person')} was refused the visit on ${say.day('decidedOn')}.`,
      'fee-granted': (say) =>
        `The visit is beyond ${say.words.number(say.number('beyond'))} in ${say.number('year')} for ${say.name('person', 'person')} and was made without a yes to it; the fee was granted on ${say.day('decidedOn')}.`,
      'fee-refused': (say) =>
        `The visit is beyond ${say.words.number(say.number('beyond'))} in ${say.number('year')} for ${say.name('person', 'person')} and was made without a yes to it; the fee was refused on ${say.day('decidedOn')}.`,
      'not-allowed': (say) =>
        `The visit is beyond ${say.words.number(say.number('beyond'))} in ${say.number('year')} for ${say.name('person', 'person')}, and no more are made.`,
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

type Code = 'decided' | 'to-decide' | 'to-decide-after' | 'undecided' | 'late' | 'refused' | 'not-allowed'

/** Where the decision may come afterwards too, a visit that was made without one still waits for it. */
function codeOf(decision: Decision | undefined, visit: VisitFacts, before: boolean): Code {
  if (decision === undefined) return before ? (visit.happened ? 'undecided' : 'to-decide') : 'to-decide-after'
  if (!decision.granted) return 'refused'
  return before && decision.on > visit.day ? 'late' : 'decided'
}

function outcomeOf(rule: CompiledRule<Values>, code: Code) {
  if (code === 'decided') return 'satisfied'
  return code === 'to-decide' || code === 'to-decide-after' ? 'needs-decision' : broken(rule)
}
