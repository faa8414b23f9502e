import { addDays, type Day } from '../../kernel/date.ts'
import { isAllowed } from '../../kernel/permissions.ts'
import type { Viewer } from './visits.rules.ts'

/** Who has been in touch: kinds, never names. */
export const contactKinds = ['user', 'relative', 'organisation', 'other'] as const
export type ContactKind = (typeof contactKinds)[number]

/** What must not stand in a note about somebody who has been in touch, in the order it is told of. */
const personalDataKinds = ['personal-number', 'telephone', 'email'] as const
export type PersonalData = (typeof personalDataKinds)[number]

/**
 * Six or eight digits of a date and four more, as personal and coordination numbers are written (folkbokföringslagen
 * 18 and 18 a §§). The check digit is not asked for: a number with a slip in it still points at somebody. Ten digits in
 * a row after a zero are told of as a telephone number.
 */
const personalNumber =
  /(?<!\d)(?!0\d{9}(?!\d))(?:18|19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])\s?[-+–]?\s?\d{4}(?!\d)/
/** A Swedish or foreign telephone number: seven to thirteen digits after 0, 00 or +. A date with the day first is none. */
const telephone =
  /(?<!\d)(?!\d{1,2}[-/ ]{1,2}\d{1,2}[-/ ]{1,2}(?:19|20)\d{2}(?!\d))(?:\+|00?)[1-9](?:[\s\-–/()]{0,2}\d){6,12}(?!\d)/
const email = /[^\s@<>(),;:]+@[^\s@<>(),;:]+\.\p{L}{2,}/u

/** Returns the kinds of personal data that the text holds, as far as its form tells: numbers and addresses, no names. */
export function personalDataIn(text: string): readonly PersonalData[] {
  const patterns = { 'personal-number': personalNumber, telephone, email }
  // A personal number is not told of once more as a telephone number.
  const rest = text.replace(new RegExp(personalNumber, 'g'), ' ')
  return personalDataKinds.filter((kind) => patterns[kind].test(kind === 'personal-number' ? text : rest))
}

/** How far back a contact can be noted, in days: a year, so that a slip in the year is caught. */
const mostDaysBack = 366

/** Returns why a contact cannot have been on the day, or undefined. */
export function dayFault(day: Day, today: Day): 'contacts.day-ahead' | 'contacts.day-old' | undefined {
  if (day > today) return 'contacts.day-ahead'
  return day < addDays(today, -mostDaysBack) ? 'contacts.day-old' : undefined
}

/** Whether the viewer reads every contact of the committee; a politician reads the own ones. */
export function readsAllContacts({ roles }: Pick<Viewer, 'roles'>): boolean {
  return isAllowed(
    roles.filter((role) => role !== 'politician'),
    'contacts:read',
  )
}

/** Whether the viewer may change the contact or take it away: the own one, until it stands in a report. */
export function mayChangeContact(
  { personId, roles }: Pick<Viewer, 'personId' | 'roles'>,
  contact: { readonly personId: string; readonly takenAt: unknown },
): boolean {
  return contact.personId === personId && contact.takenAt === null && isAllowed(roles, 'contacts:note')
}

/** What a contact is about: a unit, an area, or neither, as a form names it. */
export type Where = { readonly unitId: string | null; readonly areaId: string | null }

/** The value of a form's field for what a contact is about. */
export function whereValue({ unitId, areaId }: Where): string {
  if (unitId !== null) return `unit:${unitId}`
  return areaId === null ? nowhere : `area:${areaId}`
}

/** What is chosen for a contact that is about no one unit or area. */
export const nowhere = 'none'
