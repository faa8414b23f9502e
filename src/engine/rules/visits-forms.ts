import { z } from 'zod'
import { civilFromDay, type Day, dayOf } from '../../kernel/date.ts'
import type { VisitFacts } from '../facts.ts'
import { initiators, openCode } from '../programme.ts'
import type { Ask, CompiledRule } from './kind.ts'
import type { Words } from './words.ts'

/** A form of visit: one that the product knows, or one that the guideline names under `terms`. */
export const visitForm = openCode.meta({
  examples: ['visit', 'placement', 'users-meeting', 'study-day', 'half-day', 'full-day'],
})

/** Somebody with a part in the programme: one of the initiators, or a role that the guideline names under `terms`. */
export const role = openCode.meta({ examples: [...initiators] })

/** The forms of visit that a rule is about; the ordinary visit unless said. */
export const forms = z.array(visitForm).min(1).default(['visit'])

export const formsAsk: Ask = {
  sv: 'Vilka former av besök gäller det?',
  en: 'Which forms of visit is it about?',
}

/** Whether the visit has one of the forms. */
export function isOfForm(visit: VisitFacts, those: readonly string[]): boolean {
  return those.includes(visit.visit.form)
}

/** Returns the sentence that says which forms of visit a rule is about, with a space before; nothing for ordinary visits. */
export function formsSwedish(those: readonly string[], words: Words): string {
  return isOrdinaryAlone(those) ? '' : ` Det gäller ${words.labels(those)}.`
}

/** The same in English. */
export function formsEnglish(those: readonly string[], words: Words): string {
  return isOrdinaryAlone(those) ? '' : ` This applies to: ${words.labels(those)}.`
}

function isOrdinaryAlone(those: readonly string[]): boolean {
  return those.length === 1 && those[0] === 'visit'
}

/** Returns the rule to show and to book by where each form of visit has one of its own: the one for the ordinary visit, else the first. */
export function ofOrdinaryVisits<V extends object>(rules: readonly CompiledRule<V>[]): CompiledRule<V> | undefined {
  const isOrdinary = ({ values }: CompiledRule<V>) =>
    'forms' in values && (values.forms as readonly string[]).includes('visit')
  return rules.find(isOrdinary) ?? rules[0]
}

/** A day of every year, as it is written: `04-30`. */
export const monthDay = z.string().max(10).meta({ description: 'A day of the year, MM-DD' })

/** What to write where a day of the year is none. */
export const monthDayMend = 'write month and day as MM-DD in quotes, for example "04-30"'

/** Whether the text is a day that every year has. */
export function isMonthDay(text: string): boolean {
  if (!/^\d{2}-\d{2}$/.test(text)) return false
  const day = dayInYear(aCommonYear, text)
  const { year, month, day: dayOfMonth } = civilFromDay(day)
  return year === aCommonYear && month === monthOf(text) && dayOfMonth === dayOfMonthOf(text)
}

/** Returns the day of the year in one year. */
export function dayInYear(year: number, text: string): Day {
  return dayOf(year, monthOf(text), dayOfMonthOf(text))
}

/** Returns a day of every year in words: `30 april`, `30 April`. */
export function monthDayText(words: Words, text: string): string {
  return words.day(dayInYear(aCommonYear, text)).replace(/ \d{4}$/, '')
}

/** One without 29 February, which not every year has. */
const aCommonYear = 2025

function monthOf(text: string): number {
  return Number(text.slice(0, 2))
}

function dayOfMonthOf(text: string): number {
  return Number(text.slice(3, 5))
}
