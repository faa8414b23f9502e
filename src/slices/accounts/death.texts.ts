import { defineTexts } from '../../kernel/language.ts'

/** The words about a person who has died. */
export const deathTexts = defineTexts(
  {
    heading: 'Dödsfall',
    link: 'Registrera att personen har avlidit',
    died: (day: string) =>
      `Personen avled ${day}. Inget skickas till personen, och det som är intjänat går till dödsboet.`,
    takeBack: 'Ta tillbaka registreringen',
    takeBackNote:
      'Blev det fel kan registreringen tas tillbaka. Rollerna, platserna och årsarvodena som avslutades läggs då in på nytt för hand.',
    title: (name: string) => `Registrera att ${name} har avlidit`,
    lead: 'Det här händer när du sparar:',
    follows: [
      'Inga brev, kallelser eller påminnelser skickas längre till personen.',
      'Alla roller, platser och årsarvoden i kommunens nämnder slutar gälla efter dödsdagen.',
      'Arvoden för besök som personen har gjort står kvar. De kontrolleras, attesteras och går till lön som vanligt, och betalas till dödsboet.',
      'Det som behöver bekräftas kan nämndsekreteraren registrera åt dödsboet.',
    ],
    day: 'Dödsdag',
    save: 'Registrera dödsfallet',
    cancel: 'Avbryt',
    errors: {
      missing: 'En uppgift saknas. Öppna sidan igen och försök en gång till.',
      'day-form': 'Skriv dagen som 2026-03-25.',
      'people.death-yourself': 'Du kan inte registrera det här om dig själv.',
      'people.death-to-come': 'Dödsdagen kan inte ligga efter i dag.',
    },
  },
  {
    heading: 'Death',
    link: 'Register that the person has died',
    died: (day) => `The person died on ${day}. Nothing is sent to the person, and what was earned goes to the estate.`,
    takeBack: 'Take back the registration',
    takeBackNote:
      'A mistaken registration can be taken back. The roles, seats and fixed fees that ended are then entered again by hand.',
    title: (name) => `Register that ${name} has died`,
    lead: 'This happens when you save:',
    follows: [
      'No letters, invitations or reminders are sent to the person any more.',
      'All roles, seats and fixed fees in the municipality’s committees end after the day of death.',
      'Fees for visits that the person made stand. They are checked, approved and go to payroll as usual, and are paid to the estate.',
      'What needs confirming the committee secretary can register for the estate.',
    ],
    day: 'Day of death',
    save: 'Register the death',
    cancel: 'Cancel',
    errors: {
      missing: 'Something is missing. Open the page again and try once more.',
      'day-form': 'Write the day as 2026-03-25.',
      'people.death-yourself': 'You cannot register this about yourself.',
      'people.death-to-come': 'The day of death cannot lie after today.',
    },
  },
)
