import { defineTexts } from '../../kernel/language.ts'

/** The letters about codes that are not sent, or no longer accepted. */
export const limitsTexts = defineTexts(
  {
    closedSubject: 'Engångskoder är stängda för ditt konto i ett dygn',
    closedText: (address: string) =>
      `Någon har skrivit fel engångskod till ditt konto i Nämndkontakt många gånger. För säkerhets skull går det inte att logga in med kod på ett dygn.\n\nDu kan logga in på ett annat sätt under tiden, till exempel med kommunens inloggning eller en passnyckel. Var det inte du som försökte? Berätta det för kommunen: ${address}\n\nIngen har kommit in på ditt konto med koderna.`,
    providerSubject: 'Logga in i Nämndkontakt med kommunens inloggning',
    providerText: (names: string) =>
      `Du har bett om en engångskod till Nämndkontakt. Ditt konto är kopplat till en inloggning, så du behöver ingen kod. Välj den på inloggningssidan: ${names}\n\nHar du inte bett om någon kod kan du bortse från det här brevet.`,
  },
  {
    closedSubject: 'One-time codes are closed for your account for a day',
    closedText: (address) =>
      `Somebody has written wrong one-time codes for your account in Nämndkontakt many times. To be on the safe side, nobody can sign in to it with a code for a day.\n\nMeanwhile you can sign in another way, such as the municipality’s sign-in or a passkey. If it was not you who tried, please tell the municipality: ${address}\n\nNobody has come in to your account with the codes.`,
    providerSubject: 'Sign in to Nämndkontakt with the municipality’s sign-in',
    providerText: (names) =>
      `You have asked for a one-time code for Nämndkontakt. Your account is connected to a sign-in, so you need no code. Choose it on the sign-in page: ${names}\n\nIf you have not asked for a code you can disregard this letter.`,
  },
)
