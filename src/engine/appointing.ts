import type { Day } from '../kernel/date.ts'
import type { Finding } from './finding.ts'
import type { CompileInput } from './compile.ts'
import { evaluate } from './evaluate.ts'
import type { Appointment, Programme } from './programme.ts'

export type AppointInput = CompileInput & {
  readonly programme: Programme
  readonly person: string
  readonly unit?: string
  readonly area?: string
  /** From which day the appointment would hold. */
  readonly from: Day
  readonly today: Day
}

export type Appointable = {
  /** Whether no must stands against it. */
  readonly allowed: boolean
  /** Broken musts: the appointment is refused, with every reason. */
  readonly refusals: readonly Finding[]
  /** Deviations and open questions: the appointment is possible, and they are noted with it. */
  readonly notes: readonly Finding[]
}

const ofThePerson = ['appointment.eligible', 'appointment.relations', 'appointment.object', 'appointment.consent']
const ofTheWhole = ['appointment.composition', 'appointment.per-object']

/**
 * Returns whether a person can be appointed to a unit or an area, by evaluating the programme as it would
 * be with the appointment made. What a whole pair or number of people lacks refuses only once it is full:
 * the first of a pair is never wrong for being alone.
 */
export function canAppoint(input: AppointInput): Appointable {
  const { programme, person, unit, area, from, today } = input
  const day = Math.max(today, from) as Day
  const id = `proposed ${person} ${unit ?? ''} ${area ?? ''}`
  const proposed: Appointment = {
    id,
    person,
    from,
    ...(unit === undefined ? {} : { unit }),
    ...(area === undefined ? {} : { area }),
  }
  const asked: Programme = {
    ...programme,
    visits: [],
    reports: [],
    claims: [],
    appointments: [
      ...programme.appointments.filter((it) => (unit === undefined ? it.area === area : it.unit === unit)),
      proposed,
    ],
  }
  const { findings } = evaluate({ ...input, programme: asked, feeRules: [], today: day })
  const object = unit ?? area
  const own = findings.filter(
    (it) => ofThePerson.includes(it.kind) && it.subject.id === id && it.outcome !== 'satisfied',
  )
  const whole = findings.filter(
    (it) => ofTheWhole.includes(it.kind) && it.subject.id === object && it.outcome !== 'satisfied',
  )
  const unfilled = whole.some((it) => it.code === 'too-few')
  const against = [
    ...own,
    ...whole.filter((it) => it.code !== 'too-few' && !(unfilled && it.kind === 'appointment.composition')),
  ]
  const refusals = against.filter((it) => it.outcome === 'breached')
  return { allowed: refusals.length === 0, refusals, notes: against.filter((it) => it.outcome !== 'breached') }
}
