import { defineTexts } from '../../kernel/language.ts'

/** What a draft's page says about being saved as somebody writes, and what the device still has of a report that is handed in. */
export const autosaveTexts = defineTexts(
  {
    ready: 'Det du skriver sparas efter hand.',
    saving: 'Sparar…',
    saved: 'Sparat kl.',
    offline: 'Ingen kontakt. Det du skriver ligger kvar på den här enheten och skickas när nätet är tillbaka.',
    offlineUnkept:
      'Ingen kontakt, och det går inte att spara på den här enheten. Låt sidan vara öppen tills nätet är tillbaka, eller kopiera texten.',
    signedOut: 'Du är utloggad. Det du skriver ligger kvar på den här enheten.',
    signedOutUnkept:
      'Du är utloggad, och det går inte att spara på den här enheten. Kopiera det du har skrivit innan du loggar in.',
    signIn: 'Logga in och fortsätt här',
    busy: 'Det går inte att spara just nu. Vi försöker igen. Det du skriver ligger kvar på den här enheten.',
    otherPerson:
      'Någon annan har loggat in i den här webbläsaren. Härifrån sparas inget mer. Det du har skrivit ligger kvar på enheten tills du själv loggar in.',
    openAgain: 'Öppna sidan igen',
    refused: 'En text är inte sparad. Vid fältet står varför.',
    beside: 'Två texter i samma ruta. Båda är sparade. Välj vid rutan hur det ska bli.',
    tooLarge: 'Texten är för lång för att sparas. Den ligger kvar på den här enheten. Korta den, så sparas den.',
    notTaken: 'Texten kunde inte sparas. Den ligger kvar på den här enheten. Öppna sidan igen.',
    unsentHeading: 'Det här hann inte komma med',
    unsentText:
      'Rapporten lämnades in innan det du skrev på den här enheten hade skickats. Kopiera det du vill ha kvar. Hör av dig till nämndsekreteraren om rapporten ska rättas.',
    unsentForget: 'Ta bort det från enheten',
  },
  {
    ready: 'What you write is saved as you go.',
    saving: 'Saving…',
    saved: 'Saved at',
    offline: 'No contact. What you write stays on this device and is sent when the network is back.',
    offlineUnkept:
      'No contact, and nothing can be saved on this device. Leave the page open until the network is back, or copy the text.',
    signedOut: 'You are signed out. What you write stays on this device.',
    signedOutUnkept:
      'You are signed out, and nothing can be saved on this device. Copy what you have written before you sign in.',
    signIn: 'Sign in and go on here',
    busy: 'It cannot be saved right now. We are trying again. What you write stays on this device.',
    otherPerson:
      'Somebody else has signed in with this browser. Nothing more is saved from here. What you have written stays on the device until you sign in yourself.',
    openAgain: 'Open the page again',
    refused: 'One text is not saved. Beside the field it says why.',
    beside: 'Two texts in the same box. Both are saved. Choose beside the box how it is to be.',
    tooLarge: 'The text is too long to be saved. It stays on this device. Shorten it, and it is saved.',
    notTaken: 'The text could not be saved. It stays on this device. Open the page again.',
    unsentHeading: 'This was not in time',
    unsentText:
      'The report was handed in before what you wrote on this device had been sent. Copy what you want to keep. Tell the committee secretary if the report should be corrected.',
    unsentForget: 'Remove it from the device',
  },
)
