import { z } from 'zod'
import type { VisitFacts } from '../facts.ts'
import { bothBind } from './apart.ts'
import { broken, type CompiledRule, defineRule, orSilent, type Run, unanswered, unansweredSentences } from './kind.ts'
import { forms, formsAsk, isOfForm } from './visits-forms.ts'

const values = z.strictObject({
  who: orSilent(['all-appointed', 'any', 'at-least', 'group', 'rapporteur']),
  /** How many of the appointed, where `who` is `at-least`. */
  least: z.int().min(1).max(50).optional(),
  /** The unit's manager is there too. */
  manager: z.boolean().default(false),
  forms,
})
type Values = z.infer<typeof values>

/** Who must come to a visit. An absence is a breach by the absent person alone. */
export const visitsAttendance = defineRule({
  kind: 'visits.attendance',
  title: { sv: 'Vilka som deltar', en: 'Who takes part' },
  ask: {
    who: {
      sv: 'Vilka av kontaktpolitikerna ska delta i ett besök?',
      en: 'Which of the contact politicians must take part in a visit?',
      choices: {
        'at-least': { sv: 'minst så många av de utsedda', en: 'at least so many of those appointed' },
        group: { sv: 'hela besöksgruppen', en: 'the whole visiting group' },
      },
    },
    least: { sv: 'Hur många av de utsedda, minst?', en: 'How many of those appointed, at least?' },
    manager: { sv: 'Ska enhetens chef också vara med?', en: "Must the unit's manager be there too?" },
    forms: formsAsk,
  },
  once: true,
  values,
  collides: bothBind,
  check: ({ who, least }) => {
    if (who === 'at-least' && least === undefined)
      return [{ parameter: 'least', message: 'it is not said how many must come', mend: 'add least: 2, for example' }]
    if (who !== 'at-least' && least !== undefined)
      return [
        {
          parameter: 'least',
          message: 'a number is given, but not that so many must come',
          mend: 'write who: at-least, or take least away',
        },
      ]
    return []
  },
  visit(run, rule, visit) {
    if (!visit.happened || !isOfForm(visit, rule.values.forms)) return
    if (rule.values.manager) judgeManager(run, rule, visit)
    const about = { subject: visit.subject, related: visit.related, day: visit.day } as const
    if (rule.values.who === 'silent')
      return run.emit(rule, 'cannot-tell', 'unanswered', { ...about, missing: unanswered(rule, 'who') })
    if (visit.attendees.length === 0)
      return run.emit(rule, 'cannot-tell', 'not-noted', { ...about, missing: [{ what: 'fact', fact: 'attendance' }] })
    judgePoliticians(run, rule, visit)
  },
  describe: {
    sv: ({ who, least, manager }) =>
      `${
        {
          silent: 'Vilka som ska delta i ett besök är inte sagt',
          'all-appointed': 'Alla som är utsedda för enheten deltar i varje besök',
          any: 'Minst en av de utsedda deltar i varje besök',
          'at-least': `Minst ${least} av de utsedda deltar i varje besök`,
          group: 'Hela besöksgruppen deltar i varje besök',
          rapporteur: 'Besöksgruppens rapportör deltar i varje besök',
        }[who]
      }${manager ? ', och enhetens chef är med' : ''}.`,
    en: ({ who, least, manager }) =>
      `${
        {
          silent: 'Who must take part in a visit is not said',
          'all-appointed': 'All who are appointed for the unit take part in each visit',
          any: 'At least one of those appointed takes part in each visit',
          'at-least': `At least ${least} of those appointed take part in each visit`,
          group: 'The whole visiting group takes part in each visit',
          rapporteur: "The visiting group's rapporteur takes part in each visit",
        }[who]
      }${manager ? ", and the unit's manager is there" : ''}.`,
  },
  sentences: {
    sv: {
      ...unansweredSentences.sv,
      'not-noted': () => 'Det är inte antecknat vilka som deltog i besöket.',
      'all-came': () => 'Alla som skulle delta i besöket var där.',
      absent: (say) => `${say.name('person', 'person')} skulle ha deltagit i besöket men var inte där.`,
      'someone-came': () => 'Minst en av de utsedda var där.',
      'nobody-came': () => 'Ingen av de utsedda var där.',
      'enough-came': (say) => `Av de utsedda var ${say.number('came')} där, av minst ${say.number('least')}.`,
      'too-few-came': (say) =>
        `Av de utsedda var ${say.number('came')} där; det ska vara minst ${say.number('least')}.`,
      'no-rapporteur': () => 'Besöket görs inte av en besöksgrupp med en utsedd rapportör.',
      'manager-came': () => 'Enhetens chef var med på besöket.',
      'manager-absent': () => 'Enhetens chef skulle ha varit med på besöket men var inte där.',
      'manager-not-noted': () => 'Det är inte antecknat om enhetens chef var med på besöket.',
    },
    en: {
      ...unansweredSentences.en,
      'not-noted': () => 'It is not noted who took part in the visit.',
      'all-came': () => 'All who were to take part in the visit were there.',
      absent: (say) => `${say.name('person', 'person')} was to take part in the visit but was not there.`,
      'someone-came': () => 'At least one of those appointed was there.',
      'nobody-came': () => 'None of those appointed was there.',
      'enough-came': (say) => `Of those appointed ${say.number('came')} came, of at least ${say.number('least')}.`,
      'too-few-came': (say) =>
        `Of those appointed ${say.number('came')} came; it is to be at least ${say.number('least')}.`,
      'no-rapporteur': () => 'The visit is not made by a visiting group with a named rapporteur.',
      'manager-came': () => "The unit's manager was at the visit.",
      'manager-absent': () => "The unit's manager was to be at the visit but was not there.",
      'manager-not-noted': () => "It is not noted whether the unit's manager was at the visit.",
    },
  },
})

function judgePoliticians(run: Run, rule: CompiledRule<Values>, visit: VisitFacts): void {
  const about = { subject: visit.subject, related: visit.related, day: visit.day } as const
  const { who, least = 1 } = rule.values
  const awaited = who === 'rapporteur' ? rapporteurOf(run, visit) : visit.appointed
  const absent = absentFrom(visit, awaited)
  const number = awaited.length - absent.length
  if (who === 'rapporteur' && awaited.length === 0) {
    run.emit(rule, 'cannot-tell', 'no-rapporteur', { ...about, missing: [{ what: 'fact', fact: 'rapporteur' }] })
  } else if (who === 'any') {
    run.emit(rule, number > 0 ? 'satisfied' : broken(rule), number > 0 ? 'someone-came' : 'nobody-came', about)
  } else if (who === 'at-least') {
    const enough = number >= least
    run.emit(rule, enough ? 'satisfied' : broken(rule), enough ? 'enough-came' : 'too-few-came', {
      ...about,
      values: { came: number, least },
    })
  } else if (absent.length === 0) {
    const { subject, related, day } = visit
    run.emit(rule, 'satisfied', 'all-came', { subject, related, day, values: { persons: awaited } })
  } else for (const person of absent) tellAbsence(run, rule, visit, person)
}

const nobody: readonly string[] = []

function absentFrom({ attendees }: VisitFacts, awaited: readonly string[]): readonly string[] {
  let absent = nobody
  for (const person of awaited) if (!isAmong(person, attendees)) absent = [...absent, person]
  return absent
}

function isAmong(person: string, attendees: VisitFacts['attendees']): boolean {
  for (const it of attendees) if (it.person === person) return true
  return false
}

function tellAbsence(run: Run, rule: CompiledRule<Values>, visit: VisitFacts, person: string): void {
  const units = visit.units.map((unit) => ({ type: 'unit', id: unit.id }) as const)
  run.emit(rule, broken(rule), 'absent', {
    subject: visit.subject,
    related: [{ type: 'person', id: person }, ...units],
    day: visit.day,
    values: { person },
  })
}

function rapporteurOf(run: Run, visit: VisitFacts): readonly string[] {
  const rapporteur = run.facts.groups.get(visit.visit.group ?? '')?.rapporteur
  return rapporteur === undefined ? [] : [rapporteur]
}

/** Whether the manager was there is noted among those whom the visit reached; the manager's absence is the manager's own. */
function judgeManager(run: Run, rule: CompiledRule<Values>, visit: VisitFacts): void {
  const about = { subject: visit.subject, related: visit.related, day: visit.day } as const
  const noted = visit.visit.met.find((it) => it.audience === 'manager')
  if (noted === undefined)
    run.emit(rule, 'cannot-tell', 'manager-not-noted', { ...about, missing: [{ what: 'fact', fact: 'met' }] })
  else if (noted.met) run.emit(rule, 'satisfied', 'manager-came', about)
  else run.emit({ ...rule, bearer: 'manager' }, broken(rule), 'manager-absent', about)
}
