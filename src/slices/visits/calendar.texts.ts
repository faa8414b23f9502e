import { defineTexts } from '../../kernel/language.ts'

/** What stands in an entry of a calendar: calendars are shared and searched, so never anything about a person. */
export const calendarTexts = defineTexts(
  {
    summary: (units: string) => `Verksamhetsbesök, ${units}`,
    openVisit: (link: string) => `Öppna besöket: ${link}`,
    confirmed: 'Besöket är bokat.',
    proposed: 'Tiden är ett förslag och är inte bekräftad än.',
    timesOpen: 'Flera tider är föreslagna. Den första står här. Öppna besöket och svara på var och en av dem.',
    cancelled: 'Besöket är inställt.',
    removed: 'Du är inte längre anmäld till besöket.',
    answerThere: 'Svara på kallelsen genom länken. Svar som skickas från kalendern läses inte.',
  },
  {
    summary: (units) => `Visit, ${units}`,
    openVisit: (link) => `Open the visit: ${link}`,
    confirmed: 'The visit is booked.',
    proposed: 'The time is a proposal and is not confirmed yet.',
    timesOpen: 'Several times are proposed. The first one stands here. Open the visit and answer each of them.',
    cancelled: 'The visit is cancelled.',
    removed: 'You are no longer expected at the visit.',
    answerThere: 'Answer the invitation through the link. Answers sent from the calendar are not read.',
  },
)
