import { addDays, type Day } from '../../kernel/date.ts'
import { defineTexts, type Language } from '../../kernel/language.ts'
import { formatDay } from '../../ui/index.ts'

type MailAbout = {
  readonly role: string
  /** The delegate. */
  readonly name: string
  readonly validFrom: Day
  readonly validUntil: Day
  readonly link: string
}

const last = (validUntil: Day, language: Language) => formatDay(addDays(validUntil, -1), language)

/** The sentences about delegations of approval. */
export const delegationsTexts = defineTexts(
  {
    title: 'Delegationer av attest',
    lead: 'Här står vem som attesterar arvodesunderlag i någon annans ställe, och hur länge. Ingen attesterar sitt eget underlag, inte heller på delegation.',
    link: 'Delegationer',
    back: 'Till arvodesunderlagen',
    caption: 'Delegationer',
    emptyHeading: 'Inga delegationer',
    empty: 'De som har rollen attesterar själva.',
    role: 'Attesterar som',
    to: 'Vem attesterar',
    from: 'Gavs av',
    period: 'Gäller',
    decision: 'Beslut',
    state: 'Läge',
    states: { ahead: 'Börjar senare', 'in-force': 'Gäller nu', over: 'Har gått ut', ended: 'Avslutad' },
    committee: 'Nämnden',
    fromTo: (from: Day, until: Day) => `${formatDay(from, 'sv')} – ${last(until, 'sv')}`,
    decided: (on: Day, paragraph: string) => [formatDay(on, 'sv'), paragraph].filter((it) => it !== '').join(', '),
    endedBy: (name: string, when: string) => `Avslutades ${when} av ${name}`,
    endColumn: 'Avsluta',
    end: 'Avsluta nu',
    endOf: (name: string, role: string) => `Avsluta nu: ${name}, ${role}`,
    newHeading: 'Registrera en delegation',
    newLead:
      'Den som får delegationen kan attestera från och med första dagen till och med den sista. Båda får ett brev om det. Saknar personen behörighet får hen den under tiden.',
    roleLabel: 'Vilken roll delegeras?',
    fromLabel: 'Vem ger delegationen?',
    fromHint: 'Välj nämnden om nämnden har beslutat själv.',
    toLabel: 'Vem får den?',
    validFrom: 'Första dag',
    lastDay: 'Sista dag',
    decidedOn: 'Vilken dag beslutades det?',
    paragraph: 'Paragraf eller diarienummer',
    paragraphHint: 'Till exempel § 12. Behövs när nämnden har beslutat.',
    register: 'Registrera delegationen',
    registered: 'Delegationen är registrerad. Ett brev är på väg till dem det gäller.',
    ended: 'Delegationen är avslutad. Ett brev är på väg till dem det gäller.',
    errors: {
      'form-unreadable': 'Sidan var inte hel. Läs in den på nytt och försök igen.',
      'role-missing': 'Välj vilken roll som delegeras.',
      'to-missing': 'Välj vem som får delegationen.',
      'from-missing': 'Skriv den första dagen, till exempel 2026-03-25.',
      'last-day-missing': 'Skriv den sista dagen, till exempel 2026-06-30.',
      'decided-missing': 'Skriv vilken dag det beslutades, till exempel 2026-03-25.',
      'day-form': 'Skriv dagen så här: 2026-03-25.',
      'paragraph-long': 'Skriv högst 100 tecken.',
      'delegation.role': 'Den rollen attesterar inte här. Välj en i listan.',
      'delegation.to-giver': 'Den som ger delegationen kan inte också få den. Välj någon annan.',
      'delegation.to-oneself': 'En delegation till dig själv registreras av någon annan.',
      'delegation.auditor': 'Revisorn granskar arvodena och attesterar dem därför inte. Välj någon annan.',
      'delegation.has-role': 'Personen har redan rollen och behöver ingen delegation.',
      'delegation.giver-lacks-role':
        'Bara den som har rollen i dag kan ge den vidare. Välj någon annan, eller nämnden.',
      'delegation.in-past': 'Den första dagen har redan varit. Välj i dag eller en senare dag.',
      'delegation.ends-before-start': 'Den sista dagen ligger före den första. Välj en senare dag.',
      'delegation.too-long': 'En delegation gäller högst fyra år. Välj en tidigare sista dag.',
      'delegation.decided-ahead': 'Beslutsdagen ligger framåt i tiden. Skriv dagen då det beslutades.',
      'delegation.paragraph-missing': 'Skriv i vilken paragraf nämnden beslutade.',
      'delegation.overlaps':
        'Personen har redan en delegation av samma roll under de dagarna. Avsluta den först, eller välj andra dagar.',
      'delegation.over': 'Delegationen gäller inte längre. Läs listan på nytt.',
    } as Readonly<Record<string, string>>,
    mailToDelegate: {
      registered: {
        subject: 'Du attesterar arvodesunderlag på delegation',
        text: ({ role, validFrom, validUntil, link }: MailAbout) =>
          `Från och med ${formatDay(validFrom, 'sv')} till och med ${last(validUntil, 'sv')} attesterar du arvodesunderlag som ${role}. Dina egna underlag attesterar någon annan. Läs mer här:\n\n${link}`,
      },
      ended: {
        subject: 'Din delegation har avslutats',
        text: ({ role, link }: MailAbout) =>
          `Du attesterar inte längre arvodesunderlag som ${role}. Läs mer här:\n\n${link}`,
      },
    },
    mailToGiver: {
      registered: {
        subject: 'Din delegation är registrerad',
        text: ({ role, name, validFrom, validUntil, link }: MailAbout) =>
          `${name} attesterar arvodesunderlag som ${role} från och med ${formatDay(validFrom, 'sv')} till och med ${last(validUntil, 'sv')}, på delegation från dig. Dina egna underlag attesterar någon annan. Läs mer här:\n\n${link}`,
      },
      ended: {
        subject: 'Delegationen som du gav har avslutats',
        text: ({ role, name, link }: MailAbout) =>
          `${name} attesterar inte längre arvodesunderlag som ${role} på delegation från dig. Läs mer här:\n\n${link}`,
      },
    },
  },
  {
    title: 'Delegations of approval',
    lead: 'Who approves fee claims in somebody else’s place, and for how long. Nobody approves a claim of their own, by a delegation neither.',
    link: 'Delegations',
    back: 'To the fee claims',
    caption: 'Delegations',
    emptyHeading: 'No delegations',
    empty: 'Those who hold the role approve themselves.',
    role: 'Approves as',
    to: 'Who approves',
    from: 'Given by',
    period: 'Holds',
    decision: 'Decision',
    state: 'State',
    states: { ahead: 'Begins later', 'in-force': 'Holds now', over: 'Has run out', ended: 'Ended' },
    committee: 'The committee',
    fromTo: (from, until) => `${formatDay(from, 'en')} – ${last(until, 'en')}`,
    decided: (on, paragraph) => [formatDay(on, 'en'), paragraph].filter((it) => it !== '').join(', '),
    endedBy: (name, when) => `Ended ${when} by ${name}`,
    endColumn: 'End',
    end: 'End now',
    endOf: (name, role) => `End now: ${name}, ${role}`,
    newHeading: 'Register a delegation',
    newLead:
      'Whoever gets the delegation can approve from the first day through the last. Both get a letter about it. A person who lacks the right gets it for the time.',
    roleLabel: 'Which role is delegated?',
    fromLabel: 'Who gives the delegation?',
    fromHint: 'Choose the committee if the committee itself has decided.',
    toLabel: 'Who gets it?',
    validFrom: 'First day',
    lastDay: 'Last day',
    decidedOn: 'On which day was it decided?',
    paragraph: 'Paragraph or registration number',
    paragraphHint: 'For example § 12. Needed when the committee has decided.',
    register: 'Register the delegation',
    registered: 'The delegation is registered. A letter is on its way to those it concerns.',
    ended: 'The delegation is ended. A letter is on its way to those it concerns.',
    errors: {
      'form-unreadable': 'The page was not complete. Load it again and retry.',
      'role-missing': 'Choose which role is delegated.',
      'to-missing': 'Choose who gets the delegation.',
      'from-missing': 'Write the first day, for example 2026-03-25.',
      'last-day-missing': 'Write the last day, for example 2026-06-30.',
      'decided-missing': 'Write the day it was decided, for example 2026-03-25.',
      'day-form': 'Write the day like this: 2026-03-25.',
      'paragraph-long': 'Write at most 100 characters.',
      'delegation.role': 'That role does not approve here. Choose one in the list.',
      'delegation.to-giver': 'Whoever gives the delegation cannot get it too. Choose somebody else.',
      'delegation.to-oneself': 'A delegation to yourself is registered by somebody else.',
      'delegation.auditor': 'The auditor examines the fees and does not approve them. Choose somebody else.',
      'delegation.has-role': 'The person holds the role already and needs no delegation.',
      'delegation.giver-lacks-role':
        'Only who holds the role today can give it. Choose somebody else, or the committee.',
      'delegation.in-past': 'The first day has been. Choose today or a later day.',
      'delegation.ends-before-start': 'The last day lies before the first. Choose a later day.',
      'delegation.too-long': 'A delegation holds for at most four years. Choose an earlier last day.',
      'delegation.decided-ahead': 'The day of the decision lies ahead. Write the day it was decided.',
      'delegation.paragraph-missing': 'Write in which paragraph the committee decided.',
      'delegation.overlaps':
        'The person has a delegation of the same role on those days. End it first, or choose other days.',
      'delegation.over': 'The delegation holds no longer. Read the list again.',
    } as Readonly<Record<string, string>>,
    mailToDelegate: {
      registered: {
        subject: 'You approve fee claims by delegation',
        text: ({ role, validFrom, validUntil, link }) =>
          `From ${formatDay(validFrom, 'en')} through ${last(validUntil, 'en')} you approve fee claims as ${role}. Somebody else approves your own. Read more here:\n\n${link}`,
      },
      ended: {
        subject: 'Your delegation has been ended',
        text: ({ role, link }) => `You no longer approve fee claims as ${role}. Read more here:\n\n${link}`,
      },
    },
    mailToGiver: {
      registered: {
        subject: 'Your delegation is registered',
        text: ({ role, name, validFrom, validUntil, link }) =>
          `${name} approves fee claims as ${role} from ${formatDay(validFrom, 'en')} through ${last(validUntil, 'en')}, by delegation from you. Somebody else approves your own. Read more here:\n\n${link}`,
      },
      ended: {
        subject: 'The delegation you gave has been ended',
        text: ({ role, name, link }) =>
          `${name} no longer approves fee claims as ${role} by delegation from you. Read more here:\n\n${link}`,
      },
    },
  },
)
