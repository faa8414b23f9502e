import { defineTexts } from '../../kernel/language.ts'

/** What somebody reads who wants to change a way in a while after signing in. */
export const freshSessionTexts = defineTexts(
  {
    title: {
      add: 'Logga in igen för att lägga till en passnyckel',
      remove: 'Logga in igen för att ta bort ett sätt att logga in',
      emergency: 'Logga in igen för att ändra nödinloggningen',
    },
    lead: 'Det var en stund sedan du loggade in. Därför vill vi veta att det fortfarande är du, innan något ändras i hur du loggar in.',
    next: 'När du har loggat in går du till ditt konto igen. Du har en kvart på dig.',
    signIn: 'Logga in igen',
    back: 'Till mitt konto',
  },
  {
    title: {
      add: 'Sign in again to add a passkey',
      remove: 'Sign in again to remove a way of signing in',
      emergency: 'Sign in again to change the emergency login',
    },
    lead: 'It is a while since you signed in. So we want to know that it is still you before anything changes in how you sign in.',
    next: 'When you have signed in, go to your account again. You have a quarter of an hour.',
    signIn: 'Sign in again',
    back: 'To my account',
  },
)
