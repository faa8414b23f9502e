import { defineTexts } from './kernel/language.ts'

/** The menu, the footer and the pages that say that something went wrong. */
export const layoutTexts = defineTexts(
  {
    menu: {
      start: 'Att göra',
      units: 'Enheter',
      appointments: 'Uppdrag',
      visits: 'Besök',
      reports: 'Rapporter',
      meetings: 'Sammanträden',
      claims: 'Arvoden',
      payroll: 'Lönefil',
      summary: 'Sammanställning',
      guideline: 'Riktlinje',
    },
    accessibility: 'Tillgänglighet',
    personalData: 'Om personuppgifter',
    help: 'Hjälp',
    notFoundTitle: 'Sidan finns inte',
    notFoundText:
      'Adressen kan vara felskriven, eller så har du inte tillgång till det som finns där. Gå till startsidan och leta därifrån.',
    notAllowedTitle: 'Du får inte göra det här',
    notAllowedText: 'Din roll i nämnden räcker inte för det. Fråga nämndsekreteraren om du tror att det är fel.',
    faultTitle: 'Något gick fel hos oss',
    faultText: (reference: string) =>
      `Felet är inte ditt. Det du redan har sparat finns kvar. Försök igen om en stund. Om felet består, uppge numret ${reference}.`,
    tooLargeTitle: 'Det du skickade är för stort',
    tooLargeText: 'Gå tillbaka och korta texten.',
    toStart: 'Till startsidan',
  },
  {
    menu: {
      start: 'To do',
      units: 'Units',
      appointments: 'Appointments',
      visits: 'Visits',
      reports: 'Reports',
      meetings: 'Meetings',
      claims: 'Fees',
      payroll: 'Payroll file',
      summary: 'Summary',
      guideline: 'Guideline',
    },
    accessibility: 'Accessibility',
    personalData: 'About personal data',
    help: 'Help',
    notFoundTitle: 'There is no such page',
    notFoundText:
      'The address may be misspelt, or you have no access to what is there. Go to the start page and look from there.',
    notAllowedTitle: 'You may not do this',
    notAllowedText:
      'Your role in the committee is not enough for that. Ask the committee secretary if you think this is wrong.',
    faultTitle: 'Something went wrong on our side',
    faultText: (reference) =>
      `It is not your fault. What you have saved is still there. Try again in a while. If it happens again, mention the number ${reference}.`,
    tooLargeTitle: 'What you sent is too large',
    tooLargeText: 'Go back and shorten the text.',
    toStart: 'To the start page',
  },
)
