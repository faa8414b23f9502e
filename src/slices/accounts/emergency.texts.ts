import { defineTexts } from '../../kernel/language.ts'

/** The sentences about the administrator's emergency login. */
export const emergencyTexts = defineTexts(
  {
    heading: 'Nödinloggning',
    lead: 'Nödinloggningen är till för den dag då ingen annan inloggning fungerar, till exempel när kommunens inloggningstjänst är nere. Den består av ett lösenord och en kod från en app i din telefon. Alla systemförvaltare får ett brev varje gång den används.',
    stateNone: 'Du har ingen nödinloggning.',
    stateBegun: 'Din nödinloggning är påbörjad. Den gäller när du har bekräftat den med en kod.',
    stateOn: (when: string) => `Din nödinloggning gäller sedan ${when}.`,
    used: (when: string) => `Den användes senast ${when}.`,
    neverUsed: 'Den har aldrig använts.',
    open: 'Hantera nödinloggning',
    begin: 'Fortsätt',
    password: 'Lösenord',
    passwordHint: 'Minst 15 tecken. Flera ord som inte hör ihop är lätta att minnas och svåra att gissa.',
    again: 'Samma lösenord en gång till',
    confirmTitle: 'Bekräfta nödinloggningen',
    confirmLead:
      'Öppna en app för engångskoder i din telefon, till exempel Microsoft Authenticator. Lägg till ett konto och rikta kameran mot rutan. Skriv sedan koden som appen visar.',
    qrAlt: 'QR-kod för appen. Samma uppgift står som text här under.',
    secret: 'Nyckel, om du hellre skriver in den i appen',
    code: 'Kod från appen',
    codeHint: 'Sex siffror.',
    confirm: 'Bekräfta',
    startOver: 'Börja om',
    removeHeading: 'Ta bort nödinloggningen',
    removeText:
      'Då går det inte längre att logga in med lösenordet och appen. Du kan göra en ny nödinloggning när du vill.',
    remove: 'Ta bort nödinloggningen',
    signInAddress: (address: string) => `Spara den här adressen tillsammans med lösenordet: ${address}`,
    signInLink: 'Nödinloggning för systemförvaltare',
    signInTitle: 'Nödinloggning',
    signInLead: 'Den här sidan är till för systemförvaltare när ingen annan inloggning fungerar.',
    email: 'E-postadress',
    signIn: 'Logga in',
    otherWay: 'Logga in på ett annat sätt',
    errors: {
      'password-missing': 'Skriv ett lösenord.',
      'password.too-short': 'Lösenordet är för kort. Det behöver minst 15 tecken.',
      'password.too-long': 'Lösenordet är för långt. Det får ha högst 200 tecken.',
      'password.easy-to-guess':
        'Lösenordet är lätt att gissa. Välj ord som inte är kommunens, nämndens eller ditt namn, och inga vanliga lösenord.',
      'not-the-same': 'Lösenorden är inte likadana. Skriv samma lösenord på båda ställena.',
      missing: 'Något saknades i det som skickades. Försök igen.',
      'code-form': 'Koden är sex siffror. Den byts varje halvminut i appen.',
      'totp.wrong':
        'Koden stämmer inte. Vänta tills appen visar nästa kod och skriv den. Kontrollera att telefonens klocka går rätt.',
      'totp.used': 'Koden är redan använd. Vänta tills appen visar nästa kod.',
      'emergency.already': 'Du har redan en nödinloggning. Ta bort den först om du vill göra en ny.',
      'emergency.not-begun': 'Det finns ingen påbörjad nödinloggning att bekräfta. Börja med ett lösenord.',
      'emergency.refused':
        'Det gick inte att logga in. Kontrollera adressen, lösenordet och koden. Efter fem försök är nödinloggningen stängd i en kvart.',
      'emergency.barred': (address: string) =>
        `Ditt konto är inte öppet just nu. Skriv till ${address}, så hjälper de dig.`,
    },
    mail: {
      made: {
        subject: 'Ny nödinloggning i Nämndkontakt',
        text: (name: string, when: string) =>
          `${name} har gjort en nödinloggning, ${when}.\n\nAlla systemförvaltare får det här brevet. Kommer det oväntat kan ni låsa kontot under Personer.`,
      },
      removed: {
        subject: 'En nödinloggning är borttagen i Nämndkontakt',
        text: (name: string, when: string) =>
          `Nödinloggningen för ${name} togs bort ${when}.\n\nAlla systemförvaltare får det här brevet.`,
      },
      used: {
        subject: 'Nödinloggningen har använts i Nämndkontakt',
        text: (name: string, when: string) =>
          `${name} loggade in med nödinloggning ${when}.\n\nAlla systemförvaltare får det här brevet. Kommer det oväntat kan ni låsa kontot under Personer och se i loggen vad som har gjorts.`,
      },
      locked: {
        subject: 'Nödinloggningen är stängd en kvart i Nämndkontakt',
        text: (name: string, when: string) =>
          `Någon har försökt logga in med nödinloggningen för ${name} fem gånger utan att lyckas, senast ${when}. Den är nu stängd i en kvart.\n\nAlla systemförvaltare får det här brevet. I loggen finns alla försök.`,
      },
    },
  },
  {
    heading: 'Emergency login',
    lead: 'The emergency login is for the day when no other way in works, for example when the municipality’s sign-in service is down. It is a password and a code from an app in your phone. All administrators get a letter each time it is used.',
    stateNone: 'You have no emergency login.',
    stateBegun: 'Your emergency login has been begun. It is good once you have confirmed it with a code.',
    stateOn: (when) => `Your emergency login has been good since ${when}.`,
    used: (when) => `It was last used ${when}.`,
    neverUsed: 'It has never been used.',
    open: 'Manage the emergency login',
    begin: 'Continue',
    password: 'Password',
    passwordHint:
      'At least 15 characters. Several words that do not belong together are easy to remember and hard to guess.',
    again: 'The same password once more',
    confirmTitle: 'Confirm the emergency login',
    confirmLead:
      'Open an app for one-time codes in your phone, for example Microsoft Authenticator. Add an account and point the camera at the square. Then write the code that the app shows.',
    qrAlt: 'QR code for the app. The same is written as text below.',
    secret: 'Key, if you would rather type it into the app',
    code: 'Code from the app',
    codeHint: 'Six digits.',
    confirm: 'Confirm',
    startOver: 'Start over',
    removeHeading: 'Remove the emergency login',
    removeText:
      'Then nobody can sign in with the password and the app. You can make a new emergency login whenever you like.',
    remove: 'Remove the emergency login',
    signInAddress: (address) => `Keep this address together with the password: ${address}`,
    signInLink: 'Emergency login for administrators',
    signInTitle: 'Emergency login',
    signInLead: 'This page is for administrators when no other way in works.',
    email: 'E-mail address',
    signIn: 'Sign in',
    otherWay: 'Sign in in another way',
    errors: {
      'password-missing': 'Write a password.',
      'password.too-short': 'The password is too short. It needs at least 15 characters.',
      'password.too-long': 'The password is too long. It can have 200 characters at most.',
      'password.easy-to-guess':
        'The password is easy to guess. Choose words that are not the name of the municipality, the committee or yourself, and no common passwords.',
      'not-the-same': 'The passwords differ. Write the same password in both places.',
      missing: 'Something was missing in what was sent. Try again.',
      'code-form': 'The code is six digits. It changes every half minute in the app.',
      'totp.wrong':
        'The code is wrong. Wait until the app shows the next code and write that. Check that the phone’s clock is right.',
      'totp.used': 'The code has been used already. Wait until the app shows the next code.',
      'emergency.already': 'You already have an emergency login. Remove it first to make a new one.',
      'emergency.not-begun': 'There is no emergency login to confirm. Begin with a password.',
      'emergency.refused':
        'You could not be signed in. Check the address, the password and the code. After five tries the emergency login is closed for a quarter of an hour.',
      'emergency.barred': (address) =>
        `Your account is not open just now. Write to ${address}, and they will help you.`,
    },
    mail: {
      made: {
        subject: 'New emergency login in Nämndkontakt',
        text: (name, when) =>
          `${name} has made an emergency login, ${when}.\n\nAll administrators get this letter. If it is unexpected you can lock the account under People.`,
      },
      removed: {
        subject: 'An emergency login has been removed in Nämndkontakt',
        text: (name, when) =>
          `The emergency login of ${name} was removed ${when}.\n\nAll administrators get this letter.`,
      },
      used: {
        subject: 'The emergency login has been used in Nämndkontakt',
        text: (name, when) =>
          `${name} signed in with the emergency login ${when}.\n\nAll administrators get this letter. If it is unexpected you can lock the account under People and see in the log what has been done.`,
      },
      locked: {
        subject: 'The emergency login is closed for a quarter of an hour in Nämndkontakt',
        text: (name, when) =>
          `Somebody has tried to sign in with the emergency login of ${name} five times without success, last ${when}. It is closed for a quarter of an hour now.\n\nAll administrators get this letter. Every try is in the log.`,
      },
    },
  },
)
