import type { Minutes } from '../../kernel/clock-time.ts'
import type { Day } from '../../kernel/date.ts'
import { defineTexts } from '../../kernel/language.ts'
import { formatDayWithWeekday, formatTimeOfDay } from '../../ui/index.ts'

/** What the letters about visits say, by kind of letter and by what the reader is to the visit. */
export const visitMailTexts = defineTexts(
  {
    hello: 'Hej!',
    regards: 'Vänliga hälsningar\nNämndkontakt',
    when: (day: Day, start: Minutes, end: Minutes) =>
      `${formatDayWithWeekday(day, 'sv')} kl. ${formatTimeOfDay(start, 'sv')}–${formatTimeOfDay(end, 'sv')}`,
    open: 'Öppna besöket',
    reply: 'Svara direkt, utan att logga in',
    own: 'Det var du som gjorde ändringen. Det här mejlet kommer för att din kalender ska stämma.',
    answersFromCalendar:
      'En kalenderpost följer med. Svara genom länken, för svar som skickas från kalendern kommer inte fram till oss.',
    forYourCalendar: 'En kalenderpost följer med, så att besöket står rätt i din kalender.',
    booked: 'Besöket är bokat.',
    proposed: 'Enhetens chef har inte bekräftat tiden än.',
    mails: {
      proposed: {
        subject: (unit: string) => `Förslag om besök på ${unit}`,
        manager:
          'Kontaktpolitikerna vill besöka din enhet. Öppna besöket för att planera och bekräfta det, eller säg att en annan dag passar bättre.',
        invited: 'Du är inbjuden till ett verksamhetsbesök. Öppna besöket och svara om du kommer.',
      },
      'times-proposed': {
        subject: (unit: string) => `Förslag på tider för besök på ${unit}`,
        manager: 'Det finns förslag på tider för ett besök på din enhet. Öppna besöket och svara vilka som passar.',
        invited:
          'Du är inbjuden till ett verksamhetsbesök, och det finns förslag på tider. Öppna besöket och svara vilka som passar dig.',
      },
      postponed: {
        subject: (unit: string) => `Besöket på ${unit} är uppskjutet`,
        manager:
          'Besöket är uppskjutet, och det finns förslag på nya tider. Öppna besöket, se varför och svara vilka som passar.',
        invited:
          'Besöket är uppskjutet, och det finns förslag på nya tider. Öppna besöket, se varför och svara vilka som passar dig.',
      },
      'time-chosen': {
        subject: (unit: string) => `Tiden för besöket på ${unit} är vald`,
        manager: 'En av de föreslagna tiderna är vald.',
        invited: 'En av de föreslagna tiderna är vald. Kan du inte komma då, öppna besöket och säg det.',
      },
      moved: {
        subject: (unit: string) => `Besöket på ${unit} är flyttat`,
        manager: 'Besöket är flyttat till en annan tid. Öppna det för att se varför.',
        invited: 'Besöket är flyttat till en annan tid. Öppna det, se varför och svara om du kommer.',
      },
      'place-changed': {
        subject: (unit: string) => `Ny plats för besöket på ${unit}`,
        manager: 'Platsen där ni ses är ändrad. Öppna besöket för att se den. Tiden är densamma.',
        invited: 'Platsen där ni ses är ändrad. Öppna besöket för att se den. Tiden är densamma.',
      },
      booked: {
        subject: (unit: string) => `Kallelse till besök på ${unit}`,
        manager: 'Ett besök är bokat på din enhet. Öppna besöket för att se det.',
        invited: 'Du är kallad till ett verksamhetsbesök. Öppna besöket och svara om du kommer.',
      },
      invited: {
        subject: (unit: string) => `Kallelse till besök på ${unit}`,
        manager: 'Du är kallad till ett verksamhetsbesök. Öppna besöket och svara om du kommer.',
        invited: 'Du är kallad till ett verksamhetsbesök. Öppna besöket och svara om du kommer.',
      },
      removed: {
        subject: (unit: string) => `Du är inte längre kallad till besöket på ${unit}`,
        manager: 'Du är inte längre kallad till besöket. Besöket finns kvar för de andra.',
        invited:
          'Du är inte längre kallad till besöket. Det finns kvar för de andra, och du behöver inte göra något. Om något har blivit fel, svara på det här mejlet.',
      },
      answered: {
        subject: (unit: string) => `Svar om besöket på ${unit}`,
        manager: 'Någon har svarat på kallelsen. Öppna besöket för att se svaret.',
        invited: 'Någon har svarat på inbjudan. Öppna besöket för att se svaret.',
      },
      'said-no': {
        subject: (unit: string) => `Ditt svar om besöket på ${unit}`,
        manager: 'Du har svarat att du inte kommer. Tack för svaret.',
        invited:
          'Du har svarat att du inte kommer. Tack för svaret. Om du ändrar dig kan du öppna besöket och svara igen.',
      },
      'said-yes': {
        subject: (unit: string) => `Ditt svar om besöket på ${unit}`,
        manager: 'Du har ändrat ditt svar till att du kommer. Tack för svaret.',
        invited: 'Du har ändrat ditt svar till att du kommer. Tack för svaret.',
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
      'extra-asked': {
        subject: (unit: string) => `Ett beslut behövs om besöket på ${unit}`,
        manager: 'Någon ber om ett beslut om besöket. Öppna det för att läsa skälen och besluta.',
        invited: 'Någon ber om ett beslut om besöket. Öppna det för att läsa skälen och besluta.',
      },
      'extra-decided': {
        subject: (unit: string) => `Beslut om besöket på ${unit}`,
        manager: 'Ett beslut om besöket är fattat. Öppna besöket för att läsa det.',
        invited: 'Ett beslut som gäller dig och det här besöket är fattat. Öppna besöket för att läsa det.',
      },
    },
    removedFromCalendar: 'En kalenderpost följer med som tar bort besöket ur din kalender.',
  },
  {
    hello: 'Hello!',
    regards: 'Kind regards\nNämndkontakt',
    when: (day, start, end) =>
      `${formatDayWithWeekday(day, 'en')}, ${formatTimeOfDay(start, 'en')}–${formatTimeOfDay(end, 'en')}`,
    open: 'Open the visit',
    reply: 'Answer at once, without signing in',
    own: 'It was you who made the change. This mail comes so that your calendar is right.',
    answersFromCalendar:
      'A calendar entry comes with this mail. Please answer through the link: answers sent from the calendar do not reach us.',
    forYourCalendar: 'A calendar entry comes with this mail, so that the visit stands right in your calendar.',
    booked: 'The visit is booked.',
    proposed: "The unit's manager has not confirmed the time yet.",
    mails: {
      proposed: {
        subject: (unit) => `Proposed visit to ${unit}`,
        manager:
          'The contact politicians would like to visit your unit. Open the visit to plan and confirm it, or say that another day suits better.',
        invited: 'You are invited to a visit. Open the visit and answer whether you are coming.',
      },
      'times-proposed': {
        subject: (unit) => `Proposed times for a visit to ${unit}`,
        manager: 'Times are proposed for a visit to your unit. Open the visit and answer which of them suit.',
        invited:
          'You are invited to a visit, and times are proposed. Open the visit and answer which of them suit you.',
      },
      postponed: {
        subject: (unit) => `The visit to ${unit} is postponed`,
        manager:
          'The visit is postponed, and new times are proposed. Open the visit, see why and answer which of them suit.',
        invited:
          'The visit is postponed, and new times are proposed. Open the visit, see why and answer which of them suit you.',
      },
      'time-chosen': {
        subject: (unit) => `The time of the visit to ${unit} is chosen`,
        manager: 'One of the proposed times is chosen.',
        invited: 'One of the proposed times is chosen. If you cannot come then, open the visit and say so.',
      },
      moved: {
        subject: (unit) => `The visit to ${unit} is moved`,
        manager: 'The visit is moved to another time. Open it to see why.',
        invited: 'The visit is moved to another time. Open it, see why and answer whether you are coming.',
      },
      'place-changed': {
        subject: (unit) => `A new place for the visit to ${unit}`,
        manager: 'The place where you meet is changed. Open the visit to see it. The time is the same.',
        invited: 'The place where you meet is changed. Open the visit to see it. The time is the same.',
      },
      booked: {
        subject: (unit) => `Invitation to a visit to ${unit}`,
        manager: 'A visit to your unit is booked. Open the visit to see it.',
        invited: 'You are invited to a visit. Open the visit and answer whether you are coming.',
      },
      invited: {
        subject: (unit) => `Invitation to a visit to ${unit}`,
        manager: 'You are invited to a visit. Open the visit and answer whether you are coming.',
        invited: 'You are invited to a visit. Open the visit and answer whether you are coming.',
      },
      removed: {
        subject: (unit) => `You are no longer invited to the visit to ${unit}`,
        manager: 'You are no longer invited to the visit. It stands for the others.',
        invited:
          'You are no longer invited to the visit. It stands for the others, and there is nothing you need to do. If this is a mistake, answer this mail.',
      },
      answered: {
        subject: (unit) => `Answer about the visit to ${unit}`,
        manager: 'Somebody has answered the invitation. Open the visit to see the answer.',
        invited: 'Somebody has answered the invitation. Open the visit to see the answer.',
      },
      'said-no': {
        subject: (unit) => `Your answer about the visit to ${unit}`,
        manager: 'You have answered that you are not coming. Thank you for answering.',
        invited:
          'You have answered that you are not coming. Thank you for answering. If you change your mind you can open the visit and answer again.',
      },
      'said-yes': {
        subject: (unit) => `Your answer about the visit to ${unit}`,
        manager: 'You have changed your answer: you are coming. Thank you for answering.',
        invited: 'You have changed your answer: you are coming. Thank you for answering.',
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
      'extra-asked': {
        subject: (unit) => `A decision is needed about the visit to ${unit}`,
        manager: 'Somebody asks for a decision about the visit. Open it to read the reasons and decide.',
        invited: 'Somebody asks for a decision about the visit. Open it to read the reasons and decide.',
      },
      'extra-decided': {
        subject: (unit) => `Decision about the visit to ${unit}`,
        manager: 'A decision about the visit is taken. Open the visit to read it.',
        invited: 'A decision that concerns you and this visit is taken. Open the visit to read it.',
      },
    },
    removedFromCalendar: 'A calendar entry comes with this mail that takes the visit out of your calendar.',
  },
)
