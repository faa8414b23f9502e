import { z } from 'zod'
import type { Day } from '../../kernel/date.ts'
import type { Report } from '../programme.ts'
import type { Facts, VisitFacts } from '../facts.ts'
import { defineRule, localised } from './kind.ts'

/** The contact politician keeps informed of the operation: what is new since last time is at hand. */
export const roleKeepsInformed = defineRule({
  kind: 'role.keeps-informed',
  title: { sv: 'Hålla sig informerad', en: 'Keeping informed' },
  ask: {
    about: {
      sv: 'Vad ska kontaktpolitikern hålla sig informerad om?',
      en: 'What is the contact politician to keep informed of?',
    },
  },
  values: z.strictObject({ about: localised }),
  describe: {
    sv: ({ about }) => `Kontaktpolitikern håller sig informerad om ${about.sv}.`,
    en: ({ about }) => `The contact politician keeps informed of ${about.en}.`,
  },
  sentences: { sv: {}, en: {} },
})

export type News = {
  readonly since: Day | undefined
  readonly visits: readonly VisitFacts[]
  readonly reports: readonly Report[]
}

/** Returns what has happened at the unit since the person's last visit there, before `today`; everything when there was none. */
export function newsOf(
  facts: Facts,
  { person, unit, today }: { readonly person: string; readonly unit: string; readonly today: Day },
): News {
  const atUnit = facts.visits.filter((it) => it.happened && it.day <= today && it.units.some((at) => at.id === unit))
  const last = atUnit.findLast((it) => it.attendees.some((at) => at.person === person))
  const since = last?.day
  const reports = atUnit
    .flatMap((it) => it.reports)
    .filter((it) => it.final !== undefined && (since === undefined || it.final > since) && !it.authors.includes(person))
  return { since, visits: atUnit.filter((it) => since === undefined || it.day > since), reports }
}
