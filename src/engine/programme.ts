import { z } from 'zod'
import { addDays, type Day, dayOf, isoFromDay, parseDay } from '../kernel/date.ts'
import { type Minutes, parseTimeOfDay } from '../kernel/clock-time.ts'
import { type Ore, ore } from '../kernel/money.ts'

/** An ISO date in the file, a `Day` in the engine. A date that does not exist is refused. */
export const dayField = z
  .string()
  .meta({ format: 'date', description: 'A calendar day, YYYY-MM-DD' })
  .transform((text, context): Day => {
    const day = parseDay(text)
    if (day !== undefined) return day
    context.addIssue({ code: 'custom', message: noDate(text) })
    return z.NEVER
  })

/** A date of the right form that no calendar has is a slip in the day: the month is named with its last. */
function noDate(text: string): string {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])-\d{2}$/.exec(text) ?? []
  if (month === undefined) return `"${text}" is not a date; write it as YYYY-MM-DD, for example 2026-03-25`
  const last = isoFromDay(addDays(dayOf(Number(year), Number(month) + 1, 1), -1))
  return `there is no day ${text}; write a day that is in the calendar, for example ${last}`
}

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

/** A code of an open list: small letters, digits and hyphens. Codes that the product does not know are named under a guideline's `terms`. */
export const openCode = z
  .string()
  .max(50)
  .regex(
    /^[a-zåäö][a-zåäö0-9]*(-[a-zåäö0-9]+)*$/,
    'a code holds small letters, digits and hyphens; write it so, for example god-man',
  )
  .regex(/^(?!silent$)/, 'nothing can be left open here; write a code instead of silent')
  .meta({ open: true })

/** Where in its source a rule stands. Never blank, or nobody could look it up. */
export const clauseField = z
  .string()
  .max(300)
  .regex(/\S/, 'a rule names its place in the source; write heading and paragraph, for example Avsnitt 2, stycke 1')

/** The name of a document or of who decided it, by which it can be found. */
export const nameField = z
  .string()
  .max(200)
  .regex(/\S/, 'a name holds more than blanks; write the name as it stands in the source')

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
  /** Seats elsewhere, for example in a users' council. */
  otherSeats: z.array(z.strictObject({ body: name, ...period })).default([]),
  /** Fixed fees (årsarvoden), as the share of a full one; `committee` when it is for the work of that committee. */
  fixedFees: z
    .array(z.strictObject({ percent: z.int().min(1).max(100), committee: id.optional(), ...period }))
    .default([]),
  /** A named group of the fee rules that the person belongs to. */
  feeGroups: z.array(z.strictObject({ group: openCode, ...period })).default([]),
  /** Yearly acknowledgements of the fee rules. */
  acknowledged: z.array(z.strictObject({ year: z.int().min(1900).max(2200), on: dayField })).default([]),
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
  /** The place or district that it lies in. */
  locality: id.optional(),
  /** A private provider's agreement to receive visits. */
  agreement: z.strictObject({ ...period }).optional(),
  /** Days on which the unit receives no visits. */
  blocked: z
    .array(z.strictObject({ from: dayField, until: dayField, reason: z.string().max(500).optional() }))
    .default([]),
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
  /** Units of its own; none for a group that goes to any unit. */
  units: z.array(id).default([]),
  ...period,
})

/** A contact appointment (kontaktuppdrag): one person to a unit, a set of units, an area, a locality or a service type. */
export const appointmentSchema = z
  .strictObject({
    id,
    person: id,
    unit: id.optional(),
    area: id.optional(),
    units: z.array(id).min(1).optional(),
    locality: id.optional(),
    /** Every unit of this kind. */
    service: z.string().min(1).max(100).optional(),
    decided: z.strictObject({ on: dayField, paragraph: z.string().max(50).optional() }).optional(),
    ...period,
  })
  .refine(
    ({ unit, units, area, locality, service }) =>
      [unit, units, area, locality, service].filter((it) => it !== undefined).length === 1,
    {
      message: 'an appointment names one of unit, units, area, locality and service; keep one of them',
    },
  )

/** A relation to a unit (anknytning). Third parties are never named. */
export const relationSchema = z.strictObject({
  person: id,
  unit: id.optional(),
  area: id.optional(),
  /** `employed`, `relative-employed`, or a tie that the guideline names. */
  kind: openCode,
  ...period,
})

/** Forms in which something else than a visit is made. Forms of a guideline's own are visits. */
const otherThanVisits: ReadonlySet<string> = new Set(['placement', 'users-meeting', 'study-day'])

/** Whether what is made in the form is a visit, so that what a guideline says of every visit holds for it. */
export function isVisitForm(form: string): boolean {
  return !otherThanVisits.has(form)
}

export const initiators = ['politician', 'manager', 'secretary', 'chair', 'administration', 'group'] as const
export type Initiator = (typeof initiators)[number]

/** One of the initiators that the product has a part for, or a role that the guideline names. */
export const initiator = openCode.meta({ examples: [...initiators] })

/** In which capacity a visit is made. */
export const capacities = ['committee', 'other-office', 'party'] as const
/** Why a visit is declined. */
export const declineReasons = ['capacity', 'other'] as const

export const visitStates = ['proposed', 'booked', 'held', 'reported', 'declined', 'cancelled', 'missed'] as const
export type VisitState = (typeof visitStates)[number]

/** A visit (verksamhetsbesök) to one or several units on one day. */
export const visitSchema = z.strictObject({
  id,
  /** `visit`, `placement`, `users-meeting`, `study-day`, or a form that the guideline names. */
  form: openCode.default('visit'),
  /** The series of the guideline that it belongs to, where several have the same form. */
  series: openCode.optional(),
  /** In which capacity the visit is made. */
  capacity: z.enum(capacities).default('committee'),
  units: z.array(id).min(1),
  group: id.optional(),
  day: dayField,
  start: timeField,
  end: timeField,
  state: z.enum(visitStates),
  initiated: z.strictObject({
    by: initiator,
    person: id.optional(),
    on: dayField,
    /** Those who were consulted first. */
    consulted: z.array(initiator).default([]),
  }),
  /** The unit was told of the visit, and what the notice said. */
  notice: z.strictObject({ on: dayField, says: z.array(openCode).default([]) }).optional(),
  /** The unit or the politician has said no. */
  declined: z.strictObject({ on: dayField, reason: z.enum(declineReasons) }).optional(),
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
  planned: z.strictObject({ by: initiator, on: dayField, consulted: z.array(initiator).default([]) }).optional(),
  /** The manager, or another who is named, has agreed to this visit. */
  confirmed: z.strictObject({ on: dayField, by: initiator.optional() }).optional(),
  /** Placed together with a relatives' council or the like. */
  withRelativesCouncil: z.boolean().optional(),
  /** Persons who read the mission description before the visit. */
  prepared: z.array(z.strictObject({ person: id, on: dayField })).default([]),
  /** Why a visit beyond the expected ones was needed. */
  specialReason: z.string().max(2000).optional(),
  attendance: z
    .array(
      z.strictObject({
        person: id,
        start: timeField,
        end: timeField,
        /** A substitute who serves in a member's place. */
        serving: z.boolean().optional(),
        /** The time is paid by an employer as work. */
        withinPaidWork: z.boolean().optional(),
      }),
    )
    .default([]),
  /** Kinds of people the visit reached; an explanation where one was not. Absent until attendance is noted. */
  met: z
    .array(
      z.strictObject({
        audience: z.string().min(1).max(50),
        met: z.boolean(),
        /** How many of them, where it was counted. */
        count: z.int().min(1).max(9999).optional(),
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
  /** Whose report it is; a manager's or an officer's has no authors among the persons. */
  writtenBy: z.enum(['politician', 'manager', 'officer']).default('politician'),
  authors: z.array(id),
  signed: z.array(z.strictObject({ person: id, on: dayField })).default([]),
  dissents: z.array(z.strictObject({ person: id, on: dayField })).default([]),
  /** Sent to the manager for a check of facts or a comment before it circulates. */
  checked: z.strictObject({ sentOn: dayField, answeredOn: dayField.optional() }).optional(),
  /** When it became final; absent for a draft. */
  final: dayField.optional(),
  toManager: dayField.optional(),
  /** Sent to others than committee and manager. */
  sentTo: z.array(z.strictObject({ recipient: openCode, on: dayField })).default([]),
  /** Proposals to answer. */
  proposals: z.array(z.strictObject({ id, answeredOn: dayField.optional() })).default([]),
  /** The meeting whose papers it is in, or at which it was given orally. */
  meeting: id.optional(),
  /** Given orally, or summed up orally, at this meeting. */
  oralAt: id.optional(),
  discussedAt: id.optional(),
  /** Which of the guideline's topics it takes up, by their id; absent where it does not tell. */
  topics: z.array(z.string().min(1).max(50)).optional(),
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

/** What somebody claims: above zero, and small enough to be multiplied by minutes without losing an öre. */
const claimedOre = oreField.refine(
  (amount) => amount > 0 && amount <= 10_000_000_000,
  'a claimed amount is above zero and at most 100 million kronor; write it in öre, for example 25000 for 250 kr',
)

/** A fee claim (arvodesunderlag): what the claimant has confirmed, and what has been exported for it. */
export const claimSchema = z.strictObject({
  id,
  visit: id,
  person: id,
  confirmed: dayField.optional(),
  exported: z.strictObject({ on: dayField, amount: oreField }).optional(),
  /** Lost earnings and costs that have gone to payroll, by the kind of their line: `lost-earnings`, `mileage`, a kind of cost. */
  exportedLines: z.array(z.strictObject({ kind: openCode, on: dayField, amount: oreField })).default([]),
  /** The claimant has refrained from the fee, or it was refused. It then uses no place under a cap; lost earnings and costs stand. */
  closed: z.strictObject({ as: z.enum(['waived', 'refused']), on: dayField }).optional(),
  /** The day it was handed in; without it, the day it was confirmed. */
  submitted: dayField.optional(),
  /** Which of the fields that the fee rules ask for are filled in. */
  fields: z.array(openCode).default([]),
  travelMinutes: z.int().min(0).max(1440).optional(),
  preparationMinutes: z.int().min(0).max(1440).optional(),
  afterWorkMinutes: z.int().min(0).max(1440).optional(),
  journeys: z
    .array(
      z.strictObject({
        /** Whole kilometres, there and back. */
        kilometres: z.int().min(1).max(5000),
        /** How far the place is from home or workplace, in whole kilometres one way. */
        from: z.enum(['home', 'workplace']),
        distance: z.int().min(0).max(2000),
        /** The journey would have been made anyway. */
        madeAnyway: z.boolean().default(false),
      }),
    )
    .default([]),
  costs: z.array(z.strictObject({ kind: openCode, amount: claimedOre, receipt: z.boolean() })).default([]),
  lostEarnings: z
    .array(
      z.strictObject({
        as: z.enum(['employee', 'self-employed']),
        minutes: z.int().min(1).max(1440),
        /** What an employee loses per hour. */
        perHour: claimedOre.optional(),
        /** The yearly income that a self-employed person has chosen as basis. */
        yearlyIncome: claimedOre.optional(),
        /** Which of the bases in the fee rules the yearly income is. */
        basis: openCode.optional(),
        certificate: z.boolean(),
        /** The employer takes from the pension or the holiday benefit too. */
        pension: z.boolean().default(false),
        holiday: z.boolean().default(false),
      }),
    )
    .default([]),
  /** In which role it was approved, by whom, and whether by a delegation: then the person need not hold the role. */
  approvals: z
    .array(z.strictObject({ by: openCode, person: id.optional(), on: dayField, delegated: z.boolean().default(false) }))
    .default([]),
})

/** A person's other paid time in the municipality, so that daily and yearly caps are right. */
export const otherPaidSchema = z.strictObject({
  person: id,
  day: dayField,
  start: timeField,
  end: timeField,
  kind: z.string().min(1).max(50),
  amount: oreField,
  /**
   * What has been paid stands before every cap. What is expected, such as a claim in another committee, takes its place among the
   * visits by day, start and id. Where kinds of fee do not go together, its amount is what it would give by itself that day.
   */
  state: z.enum(['paid', 'expected']).default('paid'),
  /** Tells which comes first of two that begin at the same time; of a claim it is the visit's. */
  id: id.optional(),
  /** What is paid of the time, where that is not all of it. */
  minutes: z.int().min(0).max(100_000).optional(),
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
  /** Made up to try rules on: nothing in it has happened. */
  synthetic: z.boolean().optional(),
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
  /** Days of general elections. */
  elections: z.array(dayField).default([]),
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
