import type { Day } from '../kernel/date.ts'
import { type AppointedObject, indexAppointments, nobodyStanding, unitsOf } from './appointed.ts'
import type { Finding } from './finding.ts'
import type { CompileInput } from './compile.ts'
import { evaluate } from './evaluate.ts'
import type { Appointment, Programme } from './programme.ts'

export type AppointInput = CompileInput & {
  readonly programme: Programme
  readonly person: string
  readonly unit?: string
  readonly units?: readonly string[]
  readonly area?: string
  readonly locality?: string
  readonly service?: string
  /** From which day the appointment would hold. */
  readonly from: Day
  /** The first day on which it would no longer hold. */
  readonly until?: Day
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

const ofTheAppointment = [
  'appointment.eligible',
  'appointment.exempt',
  'appointment.relations',
  'appointment.object',
  'appointment.form',
  'appointment.providers',
  'appointment.consent',
]
const ofTheWhole = ['appointment.composition', 'appointment.per-object', 'appointment.form']
/** What is lacking so far can still come with the next appointment. */
const stillToCome = ['too-few', 'half-a-pair']

/**
 * Returns whether a person can be appointed to a unit, a set of units, an area, a locality or a service type, by
 * evaluating the programme as it would be with the appointment made. What a whole pair or number of people lacks
 * refuses only once it is full: the first of a pair is never wrong for being alone.
 */
export function canAppoint(input: AppointInput): Appointable {
  const { programme, person, from, today } = input
  const day = Math.max(today, from) as Day
  const proposed = proposedBy(input)
  const asked: Programme = {
    ...programme,
    visits: [],
    reports: [],
    claims: [],
    appointments: [...programme.appointments, proposed],
  }
  const findings = evaluate({ ...input, programme: asked, feeRules: [], today: day }).findings.filter((it) =>
    it.kind.startsWith('appointment.'),
  )
  const touched = subjectsOf(asked, proposed)
  const whole = findings.filter((it) => ofTheWhole.includes(it.kind) && touched.has(it.subject.id))
  const full = new Set(whole.filter(isFull).map((it) => it.subject.id))
  const against = findings.filter((it) => {
    if (it.outcome === 'satisfied' || stillToCome.includes(it.code)) return false
    if (it.subject.id === proposed.id)
      return ofTheAppointment.includes(it.kind) || (it.kind === 'appointment.term' && it.code === 'too-long')
    if (it.kind === 'appointment.per-person') return it.subject.id === person
    return whole.includes(it) && (it.kind !== 'appointment.composition' || full.has(it.subject.id))
  })
  const refusals = against.filter((it) => it.outcome === 'breached')
  return { allowed: refusals.length === 0, refusals, notes: against.filter((it) => it.outcome !== 'breached') }
}

function proposedBy({ person, unit, units, area, locality, service, from, until }: AppointInput): Appointment {
  return {
    id: `proposed ${person} ${[unit ?? units ?? area ?? locality ?? service].flat().join(' ')}`,
    person,
    from,
    ...(until === undefined ? {} : { until }),
    ...(unit === undefined ? {} : { unit }),
    ...(units === undefined ? {} : { units: [...units] }),
    ...(area === undefined ? {} : { area }),
    ...(locality === undefined ? {} : { locality }),
    ...(service === undefined ? {} : { service }),
  }
}

/** What the appointment is for, and the units that it covers: their whole changes with it. */
function subjectsOf(programme: Programme, object: AppointedObject): ReadonlySet<string> {
  const covered = unitsOf(
    indexAppointments(programme, () => nobodyStanding),
    object,
  )
  const named = [object.area, object.locality, object.service].filter((it) => it !== undefined)
  return new Set([...covered.map(({ id }) => id), ...named])
}

/** Whether nobody more has room: who is still missing from the whole can then no longer come. */
function isFull({ kind, code, values }: Finding): boolean {
  if (kind === 'appointment.form') return code === 'a-pair' || code === 'more-than-a-pair'
  return kind === 'appointment.per-object' && typeof values.most === 'number' && Number(values.count) >= values.most
}
