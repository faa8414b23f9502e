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
      payroll: 'Lön',
      summary: 'Sammanställning',
      guideline: 'Riktlinje',
      administration: 'Förvaltning',
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
    tooLargeText:
      'Det du skickade nu är inte sparat. Det du har sparat tidigare finns kvar. Gå tillbaka med webbläsarens bakåtknapp, korta texten eller välj en mindre fil, och skicka igen. Har du klistrat in en lång text från ett annat program finns den kvar där.',
    tooOldTitle: 'Sidan hade varit öppen för länge',
    tooOldText:
      'Ingenting har sparats. Det beror oftast på att du har blivit utloggad, eller loggat in på nytt, sedan du öppnade sidan. Öppna sidan igen, logga in om det behövs, och skicka formuläret på nytt.',
    tooOldTyped: 'Det här hade du skrivit',
    tooOldCopy: 'Texten är inte sparad. Kopiera det du vill ha kvar innan du går vidare.',
    signedOutTitle: 'Du har blivit utloggad',
    signedOutText:
      'Ingenting av det du fyllde i är borta: det ligger kvar på den här sidan. Logga in, så går det att skicka.',
    signedOutFirst: 'Logga in. Inloggningen öppnas i en ny flik.',
    signedOutThen: 'Kom tillbaka till den här fliken och skicka igen.',
    signInBeside: 'Logga in (öppnas i en ny flik)',
    sendAgain: 'Skicka igen',
    signedInAgain: (name: string) =>
      `Du har loggat in på nytt sedan du öppnade sidan. Det du fyllde i finns kvar, men är inte skickat. Du är inloggad som ${name}.`,
    sendAs: (name: string) => `Skicka som ${name}`,
    openAgain: 'Öppna sidan igen',
    tooManyTitle: 'Det kom väldigt många förfrågningar på en gång',
    tooManyText: (seconds: string) =>
      `För att skydda tjänsten tar vi en paus med dem som kommer från din anslutning. Vänta ${seconds} sekunder och försök igen. Det du redan har sparat finns kvar. Ring nämndsekreteraren om det händer ofta: många på samma arbetsplats kan dela en anslutning.`,
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
      payroll: 'Payroll',
      summary: 'Summary',
      guideline: 'Guideline',
      administration: 'Administration',
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
    tooLargeText:
      'What you sent now is not saved. What you saved before is still there. Go back with the browser’s back button, shorten the text or choose a smaller file, and send it again. If you pasted a long text from another program, it is still there.',
    tooOldTitle: 'The page had been open for too long',
    tooOldText:
      'Nothing has been saved. This is mostly because you have been signed out, or have signed in anew, since you opened the page. Open the page again, sign in if need be, and send the form once more.',
    tooOldTyped: 'This is what you had written',
    tooOldCopy: 'The text is not saved. Copy what you want to keep before you go on.',
    signedOutTitle: 'You have been signed out',
    signedOutText: 'Nothing that you filled in is gone: it is on this page. Sign in, and it can be sent.',
    signedOutFirst: 'Sign in. That opens in a new tab.',
    signedOutThen: 'Come back to this tab and send it again.',
    signInBeside: 'Sign in (opens in a new tab)',
    sendAgain: 'Send again',
    signedInAgain: (name) =>
      `You have signed in anew since you opened the page. What you filled in is still there, but has not been sent. You are signed in as ${name}.`,
    sendAs: (name) => `Send as ${name}`,
    openAgain: 'Open the page again',
    tooManyTitle: 'Very many requests came at once',
    tooManyText: (seconds) =>
      `To protect the service we pause those that come from your connection. Wait ${seconds} seconds and try again. What you have saved is still there. Phone the committee secretary if it happens often: many at the same workplace can share a connection.`,
    toStart: 'To the start page',
  },
)
