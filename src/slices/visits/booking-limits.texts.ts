import type { Day } from '../../kernel/date.ts'
import { addDays } from '../../kernel/date.ts'
import { defineTexts } from '../../kernel/language.ts'
import { formatDay } from '../../ui/index.ts'

const span = (from: Day, until: Day, language: 'sv' | 'en') => {
  const [first, last] = [formatDay(from, language), formatDay(addDays(until, -1), language)]
  return first === last ? first : `${first} – ${last}`
}

/** What is known before a day is chosen: days that do not suit, and days that suit well. */
export const bookingLimitsTexts = defineTexts(
  {
    heading: 'När ett besök kan göras',
    blockedHeading: 'Då tar enheten inte emot besök',
    blocked: (unit: string, from: Day, until: Day, reason: string) =>
      `${unit}: ${span(from, until, 'sv')}${reason === '' ? '' : `, ${reason}`}`,
    election: (from: Day, until: Day) => `${span(from, until, 'sv')}: före valet och på valdagen`,
    full: (unit: string, from: Day, until: Day) =>
      `${unit}: ${span(from, until, 'sv')}, har redan så många besök som enheten tar emot`,
    councilHeading: 'Då träffas anhörigråd och liknande',
    council: (unit: string, name: string, when: string) => `${unit}: ${name}, ${when}`,
    providerHeading: 'Privat utförare',
    provider: {
      included: (unit: string) => `${unit} drivs av en privat utförare och omfattas av riktlinjen`,
      excluded: (unit: string) => `${unit} drivs av en privat utförare och omfattas inte av riktlinjen`,
      'by-agreement': (unit: string) =>
        `${unit} drivs av en privat utförare och besöks om utföraren har gått med på det`,
      unanswered: (unit: string) =>
        `${unit} drivs av en privat utförare. Riktlinjen säger inte om sådana enheter besöks`,
    },
    agreed: (from: Day, until: Day | null) =>
      until === null
        ? `Överenskommelsen gäller från och med ${formatDay(from, 'sv')}.`
        : `Överenskommelsen gäller ${span(from, until, 'sv')}.`,
    notAgreed: 'Ingen överenskommelse är registrerad.',
    unitDays: (unit: string) => `Dagar och överenskommelser för ${unit}`,
    consulted: 'Vilka har du haft samråd med?',
    consultedHint: (clause: string) => `Riktlinjen vill att besöket tas upp i samråd (${clause}).`,
  },
  {
    heading: 'When a visit can be made',
    blockedHeading: 'The unit receives no visits then',
    blocked: (unit, from, until, reason) => `${unit}: ${span(from, until, 'en')}${reason === '' ? '' : `, ${reason}`}`,
    election: (from, until) => `${span(from, until, 'en')}: before the election and on its day`,
    full: (unit, from, until) => `${unit}: ${span(from, until, 'en')}, has as many visits already as it receives`,
    councilHeading: 'Relatives’ councils and the like meet then',
    council: (unit, name, when) => `${unit}: ${name}, ${when}`,
    providerHeading: 'Private provider',
    provider: {
      included: (unit) => `${unit} is run by a private provider and is covered by the guideline`,
      excluded: (unit) => `${unit} is run by a private provider and is not covered by the guideline`,
      'by-agreement': (unit) =>
        `${unit} is run by a private provider and is visited where the provider has agreed to it`,
      unanswered: (unit) =>
        `${unit} is run by a private provider. The guideline does not say whether such units are visited`,
    },
    agreed: (from, until) =>
      until === null
        ? `The agreement holds from ${formatDay(from, 'en')}.`
        : `The agreement holds ${span(from, until, 'en')}.`,
    notAgreed: 'No agreement is registered.',
    unitDays: (unit) => `Days and agreements of ${unit}`,
    consulted: 'Whom have you consulted?',
    consultedHint: (clause) => `The guideline wants the visit to be taken up in consultation (${clause}).`,
  },
)
