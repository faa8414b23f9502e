import Publicodes from 'publicodes'
import type { Answers, Cases } from './cases.ts'

const choose = (si: string, alors: string, sinon: string) => ({
  variations: [{ si, alors: `'${alors}'` }, { sinon: `'${sinon}'` }],
})

/** The guideline and the rate as publicodes: numbers and texts come in as the situation. */
const rules = {
  absent: { 'par défaut': 0 },
  unmet: { 'par défaut': 0 },
  minutes: { 'par défaut': 0 },
  reports: { 'par défaut': 0 },
  'to manager': { 'par défaut': 'non' },
  'initiated by': { 'par défaut': "''" },
  'planned by': { 'par défaut': "''" },
  'visits attendance': choose('absent = 0', 'all-came', 'absent'),
  'visits initiator': choose("initiated by = 'politician'", 'initiated', 'other-initiator'),
  'visits planner': choose("planned by = 'manager'", 'planned', 'other-planner'),
  'visits length': choose('minutes > 180', 'longer', 'within'),
  'visits audiences': choose('unmet = 0', 'all-met', 'unmet'),
  'report form': choose('reports > 0', 'delivered', 'outstanding'),
  'report recipients': choose('to manager', 'sent', 'manager-waits'),
  attended: { 'par défaut': 0 },
  used: { 'par défaut': 0 },
  appointed: { 'par défaut': 'non' },
  reported: { 'par défaut': 'non' },
  confirmed: { 'par défaut': 'non' },
  'paid minutes': { valeur: 'attended', plafond: 180 },
  // Rounds to the nearest; on whole minutes this is every begun half-hour.
  'half hours': { valeur: '(paid minutes - 60 + 14.5) / 30', arrondi: 'oui', plancher: 0 },
  amount: { somme: ['34700', 'half hours * 8650'] },
  outcome: {
    variations: [
      { si: 'appointed = non', alors: "'not-payable'" },
      { si: 'used >= 2', alors: "'not-payable'" },
      { si: 'reported = non', alors: "'waiting'" },
      { si: 'confirmed = non', alors: "'waiting'" },
      { sinon: "'payable'" },
    ],
  },
  done: { 'par défaut': 0 },
  'year is over': { 'par défaut': 'non' },
  'visits count': {
    variations: [
      { si: 'done > 2', alors: "'too-many'" },
      { si: 'done >= 1', alors: "'reached'" },
      { si: 'year is over', alors: "'too-few'" },
      { sinon: "'remaining'" },
    ],
  },
}

const silent = { log: () => undefined, warn: () => undefined, error: () => undefined }
const yes = (value: boolean) => (value ? 'oui' : 'non')
const kinds = [
  'visits attendance',
  'visits initiator',
  'visits planner',
  'visits length',
  'visits audiences',
  'report form',
]

/** Returns the answers of publicodes. */
export function judgeWithPublicodes({ visits, counts }: Cases): Answers {
  const engine = new Publicodes(rules, { logger: silent })
  const answers = new Map<string, string>()
  const paid = new Map<string, number>()
  const value = (name: string) => String(engine.evaluate(name).nodeValue)
  for (const visit of visits) {
    engine.setSituation({
      absent: visit.absent,
      unmet: visit.unmet,
      minutes: visit.minutes,
      reports: visit.reports,
      'to manager': yes(visit.reportToManager),
      'initiated by': `'${visit.initiatedBy}'`,
      'planned by': `'${visit.plannedBy}'`,
    })
    for (const kind of kinds) answers.set(`${kind.replace(' ', '.')} ${visit.id}`, value(kind))
    if (visit.reports > 0) answers.set(`report.recipients ${visit.id}`, value('report recipients'))
    for (const line of visit.lines) {
      const used = paid.get(line.cap) ?? 0
      engine.setSituation({
        attended: line.attended,
        used,
        appointed: yes(line.appointed),
        reported: yes(line.reported),
        confirmed: yes(line.confirmed),
      })
      const outcome = value('outcome')
      if (outcome === 'payable') paid.set(line.cap, used + 1)
      answers.set(`fee ${line.visit} ${line.person}`, `${outcome} ${outcome === 'payable' ? value('amount') : 0}`)
    }
  }
  for (const count of counts) {
    engine.setSituation({ done: count.done, 'year is over': yes(count.yearIsOver) })
    answers.set(`count ${count.id}`, value('visits count'))
  }
  return answers
}
