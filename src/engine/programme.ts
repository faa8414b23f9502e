import { z } from 'zod'
import { type Day, parseDay } from '../kernel/date.ts'
import { type Minutes, parseTimeOfDay } from '../kernel/clock-time.ts'
import { type Ore, ore } from '../kernel/money.ts'

/** An ISO date in the file, a `Day` in the engine. A date that does not exist is refused. */
export const dayField = z
  .string()
  .meta({ format: 'date', description: 'A calendar day, YYYY-MM-DD' })
  .transform((text, context): Day => {
    const day = parseDay(text)
    if (day !== undefined) return day
    context.addIssue({
      code: 'custom',
      message: `"${text}" is not a date; write it as YYYY-MM-DD, for example 2026-03-25`,
    })
    return z.NEVER
  })

/** A time of day in the file (`"15:00"`), minutes from midnight in the engine. */
export const timeField = z
  .string()
  .meta({ description: 'A time of day, HH:MM' })
  .transform((text, context): Minutes => {
    const time = parseTimeOfDay(text)
    if (time !== undefined) return time
    context.addIssue({
      code: 'custom',
      message: `"${text}" is not a time of day; write it as HH:MM in quotes, for example "15:00"`,
    })
    return z.NEVER
  })

/** Whole öre, positive or negative. */
export const oreField = z
  .int()
  .meta({ description: 'Whole öre: 34700 is 347 kr' })
  .transform((amount): Ore => ore(amount))

const id = z.string().min(1).max(100)
const name = z.string().min(1).max(200)
const period = { from: dayField, until: dayField.optional() }

export const blocs = ['majority', 'opposition', 'unaligned'] as const
export type Bloc = (typeof blocs)[number]

/** A representative (förtroendevald) with the seats and roles held, each for a period. */
export const personSchema = z.strictObject({
  id,
  name,
  bloc: z.enum(blocs),
  party: z.string().max(100).optional(),
  seats: z.array(z.strictObject({ kind: z.enum(['member', 'substitute']), ...period })).default([]),
  roles: z.array(z.strictObject({ role: z.string().min(1).max(50), ...period })).default([]),
})

/** A unit (enhet) that can be visited. */
export const unitSchema = z.strictObject({
  id,
  name,
  kind: z.string().min(1).max(100),
  area: id.optional(),
  operatedBy: z.enum(['municipality', 'private']).default('municipality'),
  /** The manager has agreed to receive contact politicians. */
  consent: z.strictObject({ on: dayField, by: name.optional() }).optional(),
  relativesCouncil: z.boolean().optional(),
  missionDescription: z.string().max(2000).optional(),
  from: dayField.optional(),
  until: dayField.optional(),
})

/** An area (verksamhetsområde): one or several units that share contact politicians. */
export const areaSchema = z.strictObject({ id, name })

/** A visiting group (besöksgrupp). */
export const groupSchema = z.strictObject({
  id,
  name,
  members: z.array(z.strictObject({ person: id, ...period })),
  rapporteur: id.optional(),
  ...period,
})

/** A contact appointment (kontaktuppdrag): one person to one unit, area or group. */
export const appointmentSchema = z
  .strictObject({
    id,
    person: id,
    unit: id.optional(),
    area: id.optional(),
    decided: z.strictObject({ on: dayField, paragraph: z.string().max(50).optional() }).optional(),
    ...period,
  })
  .refine((it) => (it.unit === undefined) !== (it.area === undefined), {
    message: 'an appointment names either a unit or an area; keep one of the two',
  })

/** A relation to a unit (anknytning). Third parties are never named. */
export const relationSchema = z.strictObject({
  person: id,
  unit: id.optional(),
  area: id.optional(),
  kind: z.enum(['employed', 'relative-employed']),
  ...period,
})

export const initiators = ['politician', 'manager', 'secretary', 'chair', 'administration', 'group'] as const
export type Initiator = (typeof initiators)[number]

export const visitStates = ['proposed', 'booked', 'held', 'reported', 'declined', 'cancelled', 'missed'] as const
export type VisitState = (typeof visitStates)[number]

/** A visit (verksamhetsbesök) to one or several units on one day. */
export const visitSchema = z.strictObject({
  id,
  form: z.enum(['visit', 'placement', 'users-meeting', 'study-day']).default('visit'),
  units: z.array(id).min(1),
  group: id.optional(),
  day: dayField,
  start: timeField,
  end: timeField,
  state: z.enum(visitStates),
  initiated: z.strictObject({ by: z.enum(initiators), person: id.optional(), on: dayField }),
  invitations: z
    .array(
      z.strictObject({
        person: id,
        on: dayField,
        answer: z.enum(['accepted', 'declined']).optional(),
        answeredOn: dayField.optional(),
      }),
    )
    .default([]),
  /** Who planned the content, and when. */
  planned: z.strictObject({ by: z.enum(initiators), on: dayField }).optional(),
  /** The manager has agreed to this visit. */
  confirmed: z.strictObject({ on: dayField }).optional(),
  /** Placed together with a relatives' council or the like. */
  withRelativesCouncil: z.boolean().optional(),
  /** Persons who read the mission description before the visit. */
  prepared: z.array(z.strictObject({ person: id, on: dayField })).default([]),
  /** Why a visit beyond the expected ones was needed. */
  specialReason: z.string().max(2000).optional(),
  attendance: z.array(z.strictObject({ person: id, start: timeField, end: timeField })).default([]),
  /** Kinds of people the visit reached; an explanation where one was not. Absent until attendance is noted. */
  met: z
    .array(
      z.strictObject({
        audience: z.string().min(1).max(50),
        met: z.boolean(),
        explanation: z.string().max(2000).optional(),
      }),
    )
    .default([]),
})

/** A report (besöksrapport) of a visit, written or oral. */
export const reportSchema = z.strictObject({
  id,
  visit: id,
  form: z.enum(['written', 'oral']),
  authors: z.array(id).min(1),
  /** When it became final; absent for a draft. */
  final: dayField.optional(),
  toManager: dayField.optional(),
  /** The meeting whose papers it is in, or at which it was given orally. */
  meeting: id.optional(),
  /** Given orally, or summed up orally, at this meeting. */
  oralAt: id.optional(),
  discussedAt: id.optional(),
  readBy: z.array(z.strictObject({ person: id, on: dayField })).default([]),
})

/** A meeting (sammanträde) of the committee. */
export const meetingSchema = z.strictObject({ id, day: dayField, papersDeadline: dayField })

/** A decision by the chair or the committee about one visit or its fee. */
export const decisionSchema = z.strictObject({
  id,
  about: z.enum(['extra-visit', 'extra-fee']),
  person: id,
  visit: id.optional(),
  on: dayField,
  by: id,
  granted: z.boolean(),
  delegation: z.string().max(200).optional(),
})

/** A fee claim (arvodesunderlag): what the claimant has confirmed, and what has been exported for it. */
export const claimSchema = z.strictObject({
  id,
  visit: id,
  person: id,
  confirmed: dayField.optional(),
  exported: z.strictObject({ on: dayField, amount: oreField }).optional(),
  /** The claimant has refrained from the fee, or it was refused. It then uses no place under a cap. */
  closed: z.strictObject({ as: z.enum(['waived', 'refused']), on: dayField }).optional(),
})

/** A person's other paid time in the municipality, so that daily and yearly caps are right. */
export const otherPaidSchema = z.strictObject({
  person: id,
  day: dayField,
  start: timeField,
  end: timeField,
  kind: z.string().min(1).max(50),
  amount: oreField,
})

/**
 * One committee's programme over a period: the facts that guidelines and fee rules are tried against.
 * It is what imports make and exports give.
 */
export const programmeSchema = z.strictObject({
  format: z.literal('namndkontakt/programme@1').default('namndkontakt/programme@1'),
  municipality: z.strictObject({
    name,
    code: z
      .string()
      .regex(/^\d{4}$/, 'a municipality code is four digits')
      .optional(),
  }),
  committee: z.strictObject({ id, name }),
  /** The days for which the programme tells all that happened; without it, from the first visit's year to today. */
  period: z.strictObject({ from: dayField, until: dayField.optional() }).optional(),
  /** The term of office (mandatperiod) that holds today. */
  term: z.strictObject({ from: dayField, until: dayField }).optional(),
  persons: z.array(personSchema).default([]),
  units: z.array(unitSchema).default([]),
  areas: z.array(areaSchema).default([]),
  groups: z.array(groupSchema).default([]),
  appointments: z.array(appointmentSchema).default([]),
  relations: z.array(relationSchema).default([]),
  visits: z.array(visitSchema).default([]),
  reports: z.array(reportSchema).default([]),
  meetings: z.array(meetingSchema).default([]),
  decisions: z.array(decisionSchema).default([]),
  claims: z.array(claimSchema).default([]),
  otherPaid: z.array(otherPaidSchema).default([]),
})

export type Programme = z.infer<typeof programmeSchema>
export type Person = z.infer<typeof personSchema>
export type Unit = z.infer<typeof unitSchema>
export type Area = z.infer<typeof areaSchema>
export type Group = z.infer<typeof groupSchema>
export type Appointment = z.infer<typeof appointmentSchema>
export type Relation = z.infer<typeof relationSchema>
export type Visit = z.infer<typeof visitSchema>
export type Report = z.infer<typeof reportSchema>
export type Meeting = z.infer<typeof meetingSchema>
export type Decision = z.infer<typeof decisionSchema>
export type Claim = z.infer<typeof claimSchema>
export type OtherPaid = z.infer<typeof otherPaidSchema>
