import type { Evaluation, Programme } from '../src/engine/index.ts'
import { claimOf, indexProgramme } from '../src/engine/facts.ts'
import { deliveredOn } from '../src/engine/rules/report-delivery.ts'
import type { Day } from '../src/kernel/date.ts'

/** What the rules about one visit ask, looked up beforehand: the other engines do not spend time on that. */
export type VisitCase = {
  readonly id: string
  readonly minutes: number
  readonly initiatedBy: string
  readonly plannedBy: string
  readonly absent: number
  readonly unmet: number
  readonly reports: number
  readonly reportToManager: boolean
  readonly lines: readonly LineCase[]
}

/** What the rules about one person's fee for a visit ask. `cap` names the count of paid visits that it uses. */
export type LineCase = {
  readonly visit: string
  readonly person: string
  readonly appointed: boolean
  readonly attended: number
  readonly reported: boolean
  readonly confirmed: boolean
  readonly cap: string
}

/** Visits of a person to a unit in a year, against the number that the guideline expects. */
export type CountCase = { readonly id: string; readonly done: number; readonly yearIsOver: boolean }

export type Cases = { readonly visits: readonly VisitCase[]; readonly counts: readonly CountCase[] }

/** What an engine answered: codes by what they are about, and outcome and amount (öre) of each fee line. */
export type Answers = ReadonlyMap<string, string>

/** Returns the cases of a programme of visits to one unit each, in order of start. */
export function casesOf(programme: Programme, today: Day): Cases {
  const facts = indexProgramme(programme, today)
  const visits = facts.visits.map((visit): VisitCase => {
    const unit = visit.units[0]?.id ?? ''
    const reported = visit.reports.filter((report) => deliveredOn(facts, report) !== undefined)
    return {
      id: visit.id,
      minutes: visit.visit.end - visit.visit.start,
      initiatedBy: visit.visit.initiated.by,
      plannedBy: visit.visit.planned?.by ?? '',
      absent: visit.appointed.filter((person) => !visit.attendees.some((it) => it.person === person)).length,
      unmet: visit.visit.met.filter((it) => !it.met).length,
      reports: reported.length,
      reportToManager: reported.every((report) => report.toManager !== undefined),
      lines: visit.attendees.map(({ person, minutes }) => ({
        visit: visit.id,
        person,
        appointed: visit.appointed.includes(person),
        attended: minutes,
        reported: reported.length > 0,
        confirmed: claimOf(facts, visit.id, person)?.confirmed !== undefined,
        cap: `${visit.year} ${person} ${unit}`,
      })),
    }
  })
  const counts = facts.years.flatMap((year) =>
    programme.appointments.map((appointment) => ({
      id: `${appointment.person} ${year.year}`,
      done: (year.byPerson.get(appointment.person) ?? []).length,
      yearIsOver: year.until <= today,
    })),
  )
  return { visits, counts }
}

const compared = new Set([
  'visits.attendance',
  'visits.initiator',
  'visits.planner',
  'visits.length',
  'visits.audiences',
  'report.form',
  'report.recipients',
])

/** Returns our own answers about what the other engines judge too. */
export function answersOf({ findings, feeLines }: Evaluation): Answers {
  const answers = new Map<string, string>()
  for (const finding of findings) {
    if (finding.kind === 'visits.count') answers.set(`count ${finding.subject.id} ${finding.values.year}`, finding.code)
    if (!compared.has(finding.kind)) continue
    const visit = finding.subject.type === 'visit' ? finding.subject.id : (finding.related?.[0]?.id ?? '')
    answers.set(`${finding.kind} ${visit}`, finding.code)
  }
  for (const line of feeLines) answers.set(`fee ${line.visit} ${line.person}`, `${line.outcome} ${line.amount}`)
  return answers
}

/** Throws with the first answers that differ. */
export function mustAgree(name: string, ours: Answers, theirs: Answers): void {
  const differing = [...new Set([...ours.keys(), ...theirs.keys()])].filter((key) => ours.get(key) !== theirs.get(key))
  if (differing.length === 0) return
  const shown = differing.slice(0, 5).map((key) => `${key}: ours ${ours.get(key)}, ${name} ${theirs.get(key)}`)
  throw new Error(`${name} answers otherwise in ${differing.length} cases:\n${shown.join('\n')}`)
}
