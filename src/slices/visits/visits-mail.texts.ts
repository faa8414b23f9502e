import type { Minutes } from '../../kernel/clock-time.ts'
import type { Day } from '../../kernel/date.ts'
import { defineTexts, type Language } from '../../kernel/language.ts'
import { formatDayWithWeekday, formatTimeOfDay } from '../../ui/index.ts'
import type { Recipient, Tiding } from './visits.mail.rules.ts'
import type { VisitRow } from './visits.store.ts'

const visitMailTexts = defineTexts(
  {
    hello: 'Hej!',
    regards: 'Vänliga hälsningar\nNämndkontakt',
    when: (day: Day, start: Minutes, end: Minutes) =>
      `${formatDayWithWeekday(day, 'sv')} kl. ${formatTimeOfDay(start, 'sv')}–${formatTimeOfDay(end, 'sv')}`,
    mails: {
      proposed: {
        subject: (unit: string) => `Förslag om besök på ${unit}`,
        manager:
          'Kontaktpolitikerna vill besöka din enhet. Öppna besöket för att planera och bekräfta det, eller säg att en annan dag passar bättre.',
        invited: 'Du är inbjuden till ett verksamhetsbesök. Öppna besöket och svara om du kommer.',
      },
      booked: {
        subject: (unit: string) => `Kallelse till besök på ${unit}`,
        manager: 'Ett besök är bokat på din enhet. Öppna besöket för att se det.',
        invited: 'Du är kallad till ett verksamhetsbesök. Öppna besöket och svara om du kommer.',
      },
      answered: {
        subject: (unit: string) => `Svar om besöket på ${unit}`,
        manager: 'Någon har svarat på kallelsen. Öppna besöket för att se svaret.',
        invited: 'Någon har svarat på inbjudan. Öppna besöket för att se svaret.',
      },
      confirmed: {
        subject: (unit: string) => `Besöket på ${unit} är bekräftat`,
        manager: 'Besöket är bekräftat.',
        invited: 'Enhetens chef har planerat och bekräftat besöket. Öppna det för att se programmet och förbereda dig.',
      },
      declined: {
        subject: (unit: string) => `Besöket på ${unit} blir inte av den dagen`,
        manager: 'Besöket är avböjt.',
        invited:
          'Enhetens chef kan inte ta emot besöket då. Öppna besöket för att se varför. Föreslå gärna en annan dag.',
      },
      cancelled: {
        subject: (unit: string) => `Besöket på ${unit} är inställt`,
        manager: 'Besöket är inställt. Öppna det för att se varför.',
        invited: 'Besöket är inställt. Öppna det för att se varför.',
      },
      'extra-decided': {
        subject: (unit: string) => `Beslut om besöket på ${unit}`,
        manager: 'Ordföranden har fattat ett beslut om besöket. Öppna det för att läsa beslutet.',
        invited:
          'Ordföranden har fattat ett beslut som gäller dig och det här besöket. Öppna besöket för att läsa det.',
      },
    },
  },
  {
    hello: 'Hello!',
    regards: 'Kind regards\nNämndkontakt',
    when: (day, start, end) =>
      `${formatDayWithWeekday(day, 'en')}, ${formatTimeOfDay(start, 'en')}–${formatTimeOfDay(end, 'en')}`,
    mails: {
      proposed: {
        subject: (unit) => `Proposed visit to ${unit}`,
        manager:
          'The contact politicians would like to visit your unit. Open the visit to plan and confirm it, or say that another day suits better.',
        invited: 'You are invited to a visit. Open the visit and answer whether you are coming.',
      },
      booked: {
        subject: (unit) => `Invitation to a visit to ${unit}`,
        manager: 'A visit to your unit is booked. Open the visit to see it.',
        invited: 'You are invited to a visit. Open the visit and answer whether you are coming.',
      },
      answered: {
        subject: (unit) => `Answer about the visit to ${unit}`,
        manager: 'Somebody has answered the invitation. Open the visit to see the answer.',
        invited: 'Somebody has answered the invitation. Open the visit to see the answer.',
      },
      confirmed: {
        subject: (unit) => `The visit to ${unit} is confirmed`,
        manager: 'The visit is confirmed.',
        invited: "The unit's manager has planned and confirmed the visit. Open it to see the programme and to prepare.",
      },
      declined: {
        subject: (unit) => `The visit to ${unit} cannot be received that day`,
        manager: 'The visit is declined.',
        invited: "The unit's manager cannot receive the visit then. Open the visit to see why. Do propose another day.",
      },
      cancelled: {
        subject: (unit) => `The visit to ${unit} is cancelled`,
        manager: 'The visit is cancelled. Open it to see why.',
        invited: 'The visit is cancelled. Open it to see why.',
      },
      'extra-decided': {
        subject: (unit) => `Decision about the visit to ${unit}`,
        manager: 'The chair has taken a decision about the visit. Open it to read the decision.',
        invited: 'The chair has taken a decision that concerns you and this visit. Open the visit to read it.',
      },
    },
  },
)

/** Returns a mail about a visit in the reader's language: unit, day and link, and no other personal data. */
export function visitMail(
  language: Language,
  tiding: Tiding,
  about: {
    readonly visit: Pick<VisitRow, 'day' | 'start' | 'end' | 'units'>
    readonly as: Recipient['as']
    readonly link: string
  },
): { readonly subject: string; readonly text: string } {
  const texts = visitMailTexts(language)
  const { visit, as, link } = about
  const units = visit.units.map(({ name }) => name).join(', ')
  const mail = texts.mails[tiding]
  const paragraphs = [
    texts.hello,
    mail[as],
    `${units}\n${texts.when(visit.day, visit.start, visit.end)}`,
    link,
    texts.regards,
  ]
  return { subject: mail.subject(units), text: `${paragraphs.join('\n\n')}\n` }
}
