import { defineTexts } from '../../kernel/language.ts'

/** The sentences about passkeys. */
export const passkeysTexts = defineTexts(
  {
    heading: 'Passnycklar',
    lead: 'Med en passnyckel loggar du in med samma finger, ansikte eller pinkod som du låser upp telefonen, surfplattan eller datorn med. Du behöver varken lösenord eller kod.',
    caption: 'Dina passnycklar',
    none: 'Du har ingen passnyckel ännu.',
    off: 'Kommunen använder inte passnycklar här.',
    name: 'Namn',
    made: 'Skapad',
    used: 'Senast använd',
    never: 'Inte använd ännu',
    change: 'Ändra',
    changeLabel: (name: string) => `Ändra ${name}`,
    add: 'Lägg till passnyckel',
    addTitle: 'Lägg till passnyckel',
    addLead:
      'Ge passnyckeln ett namn så att du känner igen den. Sedan frågar din enhet efter ditt finger, ditt ansikte eller din pinkod. De uppgifterna stannar i enheten.',
    label: 'Vad ska passnyckeln heta?',
    labelHint: 'Till exempel Min telefon eller Surfplattan.',
    create: 'Skapa passnyckel',
    createWithout:
      'Den här webbläsaren kan inte skapa passnycklar, eller så är JavaScript avstängt. Du kan logga in på samma sätt som förut, eller öppna sidan i en annan webbläsare.',
    createFailed: 'Det blev ingen passnyckel den här gången. Du kan försöka igen när du vill.',
    createKnown: 'Den här enheten har redan en passnyckel för ditt konto. Du kan använda den som den är.',
    usual: 'Passnyckel',
    back: 'Till mitt konto',
    backToList: 'Till dina passnycklar',
    changeTitle: 'Ändra passnyckel',
    rename: 'Spara namnet',
    removeHeading: 'Ta bort passnyckeln',
    removeText:
      'När du tar bort passnyckeln går det inte längre att logga in med den här. Ta gärna också bort den i enheten, där lösenord och passnycklar sparas.',
    remove: 'Ta bort passnyckeln',
    orHeading: 'Eller med passnyckel',
    signInTitle: 'Logga in med passnyckel',
    signInLead: 'Din enhet frågar efter ditt finger, ditt ansikte eller din pinkod.',
    signIn: 'Logga in med passnyckel',
    signInWithout:
      'Den här webbläsaren kan inte använda passnycklar, eller så är JavaScript avstängt. Logga in på ett annat sätt i stället.',
    signInFailed: 'Enheten lämnade ingen passnyckel. Försök igen, eller logga in på ett annat sätt.',
    otherWay: 'Logga in på ett annat sätt',
    errors: {
      'label-missing': 'Skriv ett namn på passnyckeln.',
      'label-too-long': 'Namnet får ha högst 60 tecken.',
      missing: 'Något saknades i det som skickades. Försök igen.',
      'passkeys.too-many': 'Du har redan tio passnycklar. Ta bort en som du inte använder, så får en ny plats.',
      'passkeys.stale': 'Det tog för lång tid, eller så var sidan redan använd. Försök igen.',
      'passkeys.refused': 'Passnyckeln kunde inte sparas. Försök igen, gärna med en annan enhet.',
      'passkeys.unknown':
        'Det gick inte att logga in med den passnyckeln. Välj en annan passnyckel, eller logga in på ett annat sätt.',
      'passkeys.barred': (address: string) =>
        `Ditt konto är inte öppet just nu. Skriv till ${address}, så hjälper de dig.`,
    },
    mail: {
      added: {
        subject: 'En passnyckel har lagts till i Nämndkontakt',
        text: (label: string) =>
          `Passnyckeln ${label} har lagts till i ditt konto. Nu går det att logga in med den.\n\nVar det inte du? Ta bort passnyckeln under Mitt konto och hör av dig till kommunens systemförvaltare.`,
      },
      removed: {
        subject: 'En passnyckel har tagits bort i Nämndkontakt',
        text: (label: string) =>
          `Passnyckeln ${label} har tagits bort från ditt konto och går inte längre att logga in med.\n\nVar det inte du? Hör av dig till kommunens systemförvaltare.`,
      },
    },
  },
  {
    heading: 'Passkeys',
    lead: 'With a passkey you sign in with the same finger, face or PIN that unlocks your phone, tablet or computer. You need neither password nor code.',
    caption: 'Your passkeys',
    none: 'You have no passkey yet.',
    off: 'The municipality does not use passkeys here.',
    name: 'Name',
    made: 'Made',
    used: 'Last used',
    never: 'Not used yet',
    change: 'Change',
    changeLabel: (name) => `Change ${name}`,
    add: 'Add a passkey',
    addTitle: 'Add a passkey',
    addLead:
      'Give the passkey a name that you will know it by. Then your device asks for your finger, your face or your PIN. They stay in the device.',
    label: 'What shall the passkey be called?',
    labelHint: 'For example My phone or The tablet.',
    create: 'Make the passkey',
    createWithout:
      'This browser cannot make passkeys, or JavaScript is turned off. You can sign in as before, or open the page in another browser.',
    createFailed: 'No passkey was made this time. You can try again whenever you like.',
    createKnown: 'This device already has a passkey for your account. You can use it as it is.',
    usual: 'Passkey',
    back: 'To my account',
    backToList: 'To your passkeys',
    changeTitle: 'Change a passkey',
    rename: 'Save the name',
    removeHeading: 'Remove the passkey',
    removeText:
      'When the passkey is removed nobody can sign in with it here. It is good to remove it from the device too, where passwords and passkeys are kept.',
    remove: 'Remove the passkey',
    orHeading: 'Or with a passkey',
    signInTitle: 'Sign in with a passkey',
    signInLead: 'Your device asks for your finger, your face or your PIN.',
    signIn: 'Sign in with a passkey',
    signInWithout: 'This browser cannot use passkeys, or JavaScript is turned off. Sign in in another way instead.',
    signInFailed: 'The device gave no passkey. Try again, or sign in in another way.',
    otherWay: 'Sign in in another way',
    errors: {
      'label-missing': 'Write a name for the passkey.',
      'label-too-long': 'The name can have 60 characters at most.',
      missing: 'Something was missing in what was sent. Try again.',
      'passkeys.too-many': 'You already have ten passkeys. Remove one that you do not use to make room.',
      'passkeys.stale': 'It took too long, or the page was used already. Try again.',
      'passkeys.refused': 'The passkey could not be kept. Try again, perhaps with another device.',
      'passkeys.unknown': 'That passkey did not let you in. Choose another passkey, or sign in in another way.',
      'passkeys.barred': (address) => `Your account is not open just now. Write to ${address}, and they will help you.`,
    },
    mail: {
      added: {
        subject: 'A passkey has been added in Nämndkontakt',
        text: (label) =>
          `The passkey ${label} has been added to your account. It can be used to sign in now.\n\nWas it not you? Remove the passkey under My account and tell the municipality’s administrator.`,
      },
      removed: {
        subject: 'A passkey has been removed in Nämndkontakt',
        text: (label) =>
          `The passkey ${label} has been removed from your account and can no longer be used to sign in.\n\nWas it not you? Tell the municipality’s administrator.`,
      },
    },
  },
)
