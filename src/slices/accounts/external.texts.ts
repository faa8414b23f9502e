import { defineTexts } from '../../kernel/language.ts'

/** What somebody reads whom an identity provider could not lead in. */
export const externalTexts = defineTexts(
  {
    title: 'Inloggningen gick inte',
    unreachable: 'Inloggningstjänsten svarar inte just nu. Vänta en stund och försök igen.',
    refused: 'Inloggningstjänsten släppte inte in dig, eller så avbröts inloggningen. Försök gärna igen.',
    noAttempt:
      'Inloggningen tog för lång tid, eller så påbörjades den i en annan webbläsare. Börja om, så går det bra.',
    nobodyTitle: 'Vi känner inte igen dig här',
    nobody: 'Din inloggning fungerar, men ditt konto är inte kopplat till någon i Nämndkontakt.',
    barredTitle: 'Du har inget uppdrag här just nu',
    barred: 'Din inloggning fungerar, men du har ingen roll i någon nämnd i dag, eller så är ditt konto låst.',
    writeTo: (address: string) => `Skriv till ${address}, så hjälper kommunen dig.`,
    orByCode: 'Med engångskod',
    again: 'Försök igen',
    other: 'Logga in på ett annat sätt',
    boundSubject: 'Ditt konto har kopplats till en inloggningstjänst',
    boundText: (label: string) =>
      `Nu går det att logga in i ditt konto i Nämndkontakt med ${label}.\n\nVar det inte du? Ta bort kopplingen under Mitt konto och hör av dig till kommunens systemförvaltare.`,
  },
  {
    title: 'The sign-in did not work',
    unreachable: 'The sign-in service does not answer right now. Wait a while and try again.',
    refused: 'The sign-in service did not let you in, or the sign-in was broken off. Please try again.',
    noAttempt: 'The sign-in took too long, or was begun in another browser. Begin again and it will be fine.',
    nobodyTitle: 'We do not know you here',
    nobody: 'Your sign-in works, but your account is not tied to anybody in Nämndkontakt.',
    barredTitle: 'You have no role here right now',
    barred: 'Your sign-in works, but you have no role in any committee today, or your account is locked.',
    writeTo: (address: string) => `Write to ${address} and the municipality will help you.`,
    orByCode: 'With a one-time code',
    again: 'Try again',
    other: 'Sign in in another way',
    boundSubject: 'Your account has been tied to a sign-in service',
    boundText: (label) =>
      `It is now possible to sign in to your account in Nämndkontakt with ${label}.\n\nWas it not you? Remove the tie under My account and tell the municipality’s administrator.`,
  },
)
