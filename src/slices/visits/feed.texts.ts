import { defineTexts } from '../../kernel/language.ts'

/** The sentences about the own calendar feed. */
export const feedTexts = defineTexts(
  {
    calendarName: 'Nämndkontakt',
    meeting: (committee: string) => `Sammanträde, ${committee}`,
    title: 'Dina besök i din egen kalender',
    account: 'Mitt konto',
    lead: 'Med en kalenderprenumeration syns dina besök och nämndens sammanträden i kalendern i din telefon eller dator, och ändras av sig själva.',
    how: 'Du får en hemlig adress som du lägger in i kalendern, oftast under ”Lägg till kalender från internet” eller ”Prenumerera”. Kalendern kan bara läsa, aldrig ändra.',
    what: 'I kalendern står enhet, dag och tid. Där står inget om personer.',
    make: 'Skapa en adress',
    addressHeading: 'Din adress',
    address: 'Adress till kalendern',
    once: 'Kopiera adressen nu. Den visas bara den här gången. Alla som har adressen kan läsa din kalender, så lämna den inte vidare.',
    onHeading: 'Din kalenderprenumeration är på',
    madeAt: 'Skapad',
    lastFetchedAt: 'Senast hämtad',
    never: 'Inte än',
    renew: 'Skapa en ny adress',
    renewText:
      'Har du tappat bort adressen, eller tror du att någon annan har fått den? Skapa en ny. Den gamla slutar gälla direkt.',
    end: 'Ta bort adressen',
    ended: 'Adressen är borttagen. Din kalender får inga fler uppgifter.',
  },
  {
    calendarName: 'Nämndkontakt',
    meeting: (committee) => `Meeting, ${committee}`,
    title: 'Your visits in your own calendar',
    account: 'My account',
    lead: 'With a calendar feed your visits and the meetings of the committee show in the calendar of your phone or computer, and change by themselves.',
    how: 'You get a secret address to put in your calendar, often under “Add calendar from the internet” or “Subscribe”. The calendar can only read, never change.',
    what: 'The calendar tells the unit, the day and the time, and nothing about persons.',
    make: 'Make an address',
    addressHeading: 'Your address',
    address: 'Address for the calendar',
    once: 'Copy the address now. It is shown this once. Whoever has the address can read your calendar, so do not pass it on.',
    onHeading: 'Your calendar feed is on',
    madeAt: 'Made',
    lastFetchedAt: 'Last fetched',
    never: 'Not yet',
    renew: 'Make a new address',
    renewText:
      'Have you lost the address, or do you think that somebody else has it? Make a new one. The old one stops at once.',
    end: 'Remove the address',
    ended: 'The address is removed. Your calendar gets no more.',
  },
)
