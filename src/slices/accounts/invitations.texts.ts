import { defineTexts } from '../../kernel/language.ts'

type Letter = {
  readonly committee: string
  readonly municipality: string
  readonly link: string
  readonly days: number
  readonly address: string
}

/** The letter that invites somebody, and the page its link leads to. */
export const invitationsTexts = defineTexts(
  {
    mailSubject: (committee: string) => `Välkommen till ${committee} i Nämndkontakt`,
    mailText: ({ committee, municipality, link, days, address }: Letter) =>
      `Hej\n\n${committee} i ${municipality} använder Nämndkontakt för kontaktpolitikernas besök. Du har fått ett konto där.\n\nÖppna ditt konto här:\n${link}\n\nLänken gäller i ${days} dagar och kan användas en gång. Den är bara din: skicka den inte vidare.\n\nVet du inte varför du har fått brevet? Fråga kommunen: ${address}`,
    title: 'Välkommen',
    lead: (committees: string, municipality: string) =>
      `Du är inbjuden till Nämndkontakt av ${committees} i ${municipality}.`,
    hello: (name: string) => `Kontot är ditt, ${name}.`,
    waysHeading: 'Hur vill du logga in?',
    providersText: 'Har du ett konto i kommunen kan du använda det. Då kopplas det till Nämndkontakt.',
    withoutHeading: 'Utan något annat konto',
    withoutText:
      'Du kan öppna kontot direkt. Sedan får du ett förslag om att spara en passnyckel, så att du enkelt kommer in nästa gång.',
    open: 'Öppna kontot',
    once: 'Länken i brevet kan användas en gång.',
    toSignIn: 'Till inloggningen',
    writeTo: (address: string) => `Frågor? Skriv till ${address}.`,
    closedTitle: {
      used: 'Inbjudan är redan använd',
      expired: 'Inbjudan har gått ut',
      withdrawn: 'Inbjudan gäller inte längre',
      unknown: 'Vi känner inte igen länken',
      barred: 'Kontot går inte att öppna just nu',
      other: 'Någon är redan inloggad här',
    },
    closedText: {
      used: 'Kontot har öppnats med länken. Logga in som vanligt i stället.',
      expired: 'En inbjudan gäller i sju dagar. Be nämndens systemförvaltare att skicka en ny.',
      withdrawn:
        'Den har ersatts av en nyare inbjudan eller tagits tillbaka. Titta efter ett nyare brev, eller be nämndens systemförvaltare att skicka ett nytt.',
      unknown: 'Länken kan ha blivit avklippt på vägen. Kopiera hela länken ur brevet och försök igen.',
      barred: 'Kontot är låst, eller så har du ingen roll i nämnden i dag. Nämndens systemförvaltare kan berätta mer.',
      other:
        'Inbjudan är till en annan person än den som är inloggad i den här webbläsaren. Logga ut först och öppna länken igen.',
    },
    toStart: 'Till startsidan',
  },
  {
    mailSubject: (committee) => `Welcome to ${committee} in Nämndkontakt`,
    mailText: ({ committee, municipality, link, days, address }) =>
      `Hello\n\n${committee} in ${municipality} uses Nämndkontakt for the visits of its contact politicians. You have been given an account there.\n\nOpen your account here:\n${link}\n\nThe link is good for ${days} days and can be used once. It is yours alone: do not send it on.\n\nDo you not know why you got this letter? Ask the municipality: ${address}`,
    title: 'Welcome',
    lead: (committees, municipality) => `You are invited to Nämndkontakt by ${committees} in ${municipality}.`,
    hello: (name) => `The account is yours, ${name}.`,
    waysHeading: 'How do you want to sign in?',
    providersText: 'If you have an account in the municipality you can use it. It is then connected to Nämndkontakt.',
    withoutHeading: 'Without another account',
    withoutText:
      'You can open the account at once. We then suggest that you save a passkey, so that you come in easily the next time.',
    open: 'Open the account',
    once: 'The link in the letter can be used once.',
    toSignIn: 'To the sign-in',
    writeTo: (address) => `Questions? Write to ${address}.`,
    closedTitle: {
      used: 'The invitation has been used',
      expired: 'The invitation has run out',
      withdrawn: 'The invitation is no longer good',
      unknown: 'We do not know this link',
      barred: 'The account cannot be opened now',
      other: 'Somebody is signed in here already',
    },
    closedText: {
      used: 'The account has been opened with the link. Sign in as usual instead.',
      expired: 'An invitation is good for seven days. Ask the committee’s administrator to send a new one.',
      withdrawn:
        'It has been replaced by a newer one or taken back. Look for a newer letter, or ask the committee’s administrator to send one.',
      unknown: 'The link may have been cut on its way. Copy the whole link from the letter and try again.',
      barred:
        'The account is locked, or you have no role in the committee today. The committee’s administrator can tell more.',
      other:
        'The invitation is for another person than the one signed in in this browser. Sign out first and open the link again.',
    },
    toStart: 'To the start page',
  },
)
