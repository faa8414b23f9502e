import { defineTexts } from '../../kernel/language.ts'

/** What a task's sentence is made of, in words. What it does not use is empty. */
export type TaskWords = {
  /** The unit or units. */
  readonly where: string
  readonly who: string
  readonly day: string
  /** When the visit begins. */
  readonly time: string
  readonly count: number
  readonly of: number
}

/** The sentences of the start page. Each task's title is its one next step. */
export const startTexts = defineTexts(
  {
    title: 'Att göra',
    lead: (name: string, count: number) =>
      count === 1 ? `Hej ${name}! En sak väntar på dig.` : `Hej ${name}! ${count} saker väntar på dig.`,
    registeredHeading: 'Det här är registrerat åt dig',
    registeredAnswer: 'Säg om det stämmer',
    leadDone: (name: string) => `Hej ${name}!`,
    doneHeading: 'Allt är gjort',
    done: 'Just nu väntar ingenting på dig. När något ska göras står det här.',
    tasks: 'Att göra',
    waiting: 'Väntar på andra',
    waitingLead: 'Det här ligger hos någon annan.',
    upcoming: 'Kommande besök',
    at: (time: string, state: string) => `kl. ${time}, ${state}`,
    shortcuts: 'Gå vidare',
    noGuidelineHeading: 'Ingen riktlinje gäller',
    noGuideline: 'Nämnden har ingen antagen riktlinje i dag. Inga besök kan bokas förrän den finns.',
    toGuideline: 'Läs riktlinjen',
    urgency: { late: 'Försenat', today: 'I dag', soon: 'Snart', open: 'Att göra', waiting: 'Väntar' },
    titles: {
      'visit-today': ({ where }: TaskWords) => `Besök på ${where} i dag`,
      attendance: ({ where }: TaskWords) => `Anteckna närvaron från besöket på ${where}`,
      answer: ({ where }: TaskWords) => `Svara om du kommer till ${where}`,
      confirm: ({ where }: TaskWords) => `Svara på förslaget om besök på ${where}`,
      plan: ({ where }: TaskWords) => `Planera besöket på ${where}`,
      prepare: ({ where }: TaskWords) => `Förbered besöket på ${where}`,
      'write-report': ({ where }: TaskWords) => `Skriv rapporten från ${where}`,
      'finish-report': ({ where }: TaskWords) => `Gör klart rapporten från ${where}`,
      speak: ({ where }: TaskWords) => `Berätta om besöket på ${where} vid sammanträdet`,
      'read-reports': ({ count }: TaskWords) => (count === 1 ? 'Läs en ny rapport' : `Läs ${count} nya rapporter`),
      'check-report': ({ where }: TaskWords) => `Sakgranska utkastet till rapport från ${where}`,
      'await-check': ({ where }: TaskWords) => `Utkastet från ${where} är hos chefen`,
      'received-report': ({ where }: TaskWords) => `Läs rapporten från besöket på ${where}`,
      'received-hand-over': ({ count }: TaskWords) =>
        count === 1 ? 'Läs det som är överlämnat till dig' : `Läs ${count} saker som är överlämnade till dig`,
      'confirm-fee': ({ where }: TaskWords) => `Bekräfta arvodet för ${where}`,
      'ask-extra': ({ where }: TaskWords) => `Be om beslut om besöket på ${where}`,
      'decide-extra': ({ who }: TaskWords) => `Besluta om extra besök för ${who}`,
      'extra-open': ({ where, who }: TaskWords) => `Besöket på ${where} var varken begärt eller beslutat för ${who}`,
      'decide-fee': ({ who }: TaskWords) => `Besluta om arvode för extra besök: ${who}`,
      adopt: (_: TaskWords) => 'Registrera nämndens beslut om riktlinjen',
      'answer-questions': ({ count }: TaskWords) =>
        count === 1
          ? 'Besvara en fråga som riktlinjen lämnar öppen'
          : `Besvara ${count} frågor som riktlinjen lämnar öppna`,
      papers: ({ day }: TaskWords) => `Gör klart handlingarna till sammanträdet ${day}`,
      package: ({ day }: TaskWords) => `Hämta handlingarna till sammanträdet ${day}`,
      'check-fees': ({ count }: TaskWords) =>
        count === 1 ? 'Kontrollera ett arvodesunderlag' : `Kontrollera ${count} arvodesunderlag`,
      'approve-fees': ({ count }: TaskWords) =>
        count === 1 ? 'Attestera ett arvodesunderlag' : `Attestera ${count} arvodesunderlag`,
      'export-fees': ({ count }: TaskWords) =>
        count === 1 ? 'Lämna ett arvodesunderlag till lön' : `Lämna ${count} arvodesunderlag till lön`,
      replace: ({ count }: TaskWords) =>
        count === 1 ? 'Någon behöver ersättas på ett besök' : `Någon behöver ersättas på ${count} besök`,
      'review-guideline': (_: TaskWords) => 'Följ upp riktlinjen',
      book: ({ where }: TaskWords) => (where === '' ? 'Boka nästa besök' : `Boka besök på ${where}`),
      invite: ({ where }: TaskWords) => `Kalla till besök på ${where}`,
      arrange: (_: TaskWords) => 'Bjud in till besök',
      'take-over': ({ where }: TaskWords) => `Nu är det din tur att ta initiativ till besök på ${where}`,
      'handed-over': ({ count }: TaskWords) =>
        count === 1
          ? 'För en enhet är det nästa i tur som ska ta initiativ till besök'
          : `För ${count} enheter är det nästa i tur som ska ta initiativ till besök`,
      'await-invitation': ({ where }: TaskWords) =>
        where === '' ? 'Kallelse till besök väntas' : `Kallelse till ${where} väntas`,
      'late-report': ({ where }: TaskWords) => `Rapporten från ${where} saknas`,
      unconfirmed: ({ where }: TaskWords) => `Förslaget om besök på ${where} är obesvarat`,
      'no-call': ({ count }: TaskWords) =>
        count === 1 ? 'En enhet har inte kallat till årets besök' : `${count} enheter har inte kallat till årets besök`,
      'visits-left': ({ count, of }: TaskWords) => `${count} av ${of} har besök kvar i år`,
    },
    abouts: {
      visit: ({ day, time }: TaskWords) => `Besöket är ${day} kl. ${time}`,
      was: ({ day }: TaskWords) => `Besöket var ${day}`,
      from: ({ who, day }: TaskWords) => (who === '' ? `Besöket var ${day}` : `Väntas från ${who}. Besöket var ${day}`),
      persons: ({ who }: TaskWords) => (who === '' ? '' : `Har besök kvar i år: ${who}`),
      left: ({ count }: TaskWords) => (count === 1 ? 'Ett besök kvar i år' : `${count} besök kvar i år`),
      others: ({ count }: TaskWords) => (count === 1 ? 'En har besök kvar i år' : `${count} har besök kvar i år`),
      group: ({ who, count }: TaskWords) =>
        count === 1 ? `${who}: ett besök kvar i år` : `${who}: ${count} besök kvar i år`,
      reports: ({ count }: TaskWords) =>
        count === 0 ? 'Inga rapporter än' : count === 1 ? 'En rapport' : `${count} rapporter`,
      units: ({ where }: TaskWords) => where,
      overdue: (_: TaskWords) => 'Inget besök har tagits upp i tid, och då går initiativet vidare till dig',
      at: ({ where, day }: TaskWords) => `${where}, ${day}`,
    },
    andMore: (names: string, more: number) => `${names} och ${more} till`,
    links: {
      summary: { heading: 'Sammanställning', text: 'Året i siffror, mot riktlinjen.' },
      guideline: { heading: 'Riktlinje', text: 'Reglerna i klartext, med avsnitt.' },
      visits: { heading: 'Besök', text: 'De som är på väg och de som har varit.' },
      reports: { heading: 'Rapporter', text: 'Det som har lämnats till nämnden.' },
      claims: { heading: 'Arvoden', text: 'Underlag med belopp och skäl.' },
      units: { heading: 'Enheter', text: 'Vem som är kontaktpolitiker var.' },
      appointments: { heading: 'Uppdrag', text: 'Vem som är utsedd, och när.' },
      payroll: { heading: 'Lön', text: 'Det som är redo för lön, och lönefilerna som har skapats.' },
      contact: { heading: 'Har någon hört av sig?', text: 'Anteckna vad det gällde, på mindre än en minut.' },
      contacts: {
        heading: 'Kontakter utanför besök',
        text: 'Vad brukare, anhöriga och föreningar har hört av sig om.',
      },
      briefing: { heading: 'Inför besök', text: 'Vart man vänder sig, och vad som är på gång i nämnden.' },
    },
  },
  {
    title: 'To do',
    lead: (name, count) =>
      count === 1
        ? `Hello ${name}! One thing is waiting for you.`
        : `Hello ${name}! ${count} things are waiting for you.`,
    registeredHeading: 'This has been registered for you',
    registeredAnswer: 'Say whether it is right',
    leadDone: (name) => `Hello ${name}!`,
    doneHeading: 'All done',
    done: 'Nothing is waiting for you just now. When something is to be done it stands here.',
    tasks: 'To do',
    waiting: 'Waiting for others',
    waitingLead: 'These are with somebody else.',
    upcoming: 'Coming visits',
    at: (time, state) => `at ${time}, ${state}`,
    shortcuts: 'Go on',
    noGuidelineHeading: 'No guideline is in force',
    noGuideline: 'The committee has no adopted guideline today. No visits can be booked until there is one.',
    toGuideline: 'Read the guideline',
    urgency: { late: 'Late', today: 'Today', soon: 'Soon', open: 'To do', waiting: 'Waiting' },
    titles: {
      'visit-today': ({ where }) => `Visit to ${where} today`,
      attendance: ({ where }) => `Note who attended at ${where}`,
      answer: ({ where }) => `Say whether you come to ${where}`,
      confirm: ({ where }) => `Answer the proposed visit to ${where}`,
      plan: ({ where }) => `Plan the visit to ${where}`,
      prepare: ({ where }) => `Prepare the visit to ${where}`,
      'write-report': ({ where }) => `Write the report from ${where}`,
      'finish-report': ({ where }) => `Finish the report from ${where}`,
      speak: ({ where }) => `Tell the meeting about the visit to ${where}`,
      'read-reports': ({ count }) => (count === 1 ? 'Read one new report' : `Read ${count} new reports`),
      'check-report': ({ where }) => `Check the draft of the report of ${where}`,
      'await-check': ({ where }) => `The manager has the draft about ${where}`,
      'received-report': ({ where }) => `Read the report of the visit to ${where}`,
      'received-hand-over': ({ count }) =>
        count === 1
          ? 'Read what has been handed over to you'
          : `Read ${count} things that have been handed over to you`,
      'confirm-fee': ({ where }) => `Confirm the fee for ${where}`,
      'ask-extra': ({ where }) => `Ask for a decision about the visit to ${where}`,
      'decide-extra': ({ who }) => `Decide on an extra visit for ${who}`,
      'extra-open': ({ where, who }) => `The visit to ${where} was neither asked for nor decided for ${who}`,
      'decide-fee': ({ who }) => `Decide on the fee for an extra visit: ${who}`,
      adopt: (_) => 'Register the committee’s decision on the guideline',
      'answer-questions': ({ count }) =>
        count === 1
          ? 'Answer a question that the guideline leaves open'
          : `Answer ${count} questions that the guideline leaves open`,
      papers: ({ day }) => `Complete the papers of the meeting on ${day}`,
      package: ({ day }) => `Fetch the papers of the meeting on ${day}`,
      'check-fees': ({ count }) => (count === 1 ? 'Check one fee claim' : `Check ${count} fee claims`),
      'approve-fees': ({ count }) => (count === 1 ? 'Approve one fee claim' : `Approve ${count} fee claims`),
      'export-fees': ({ count }) =>
        count === 1 ? 'Send one fee claim to payroll' : `Send ${count} fee claims to payroll`,
      replace: ({ count }) =>
        count === 1 ? 'Somebody needs to be replaced on a visit' : `Somebody needs to be replaced on ${count} visits`,
      'review-guideline': (_) => 'Follow up the guideline',
      book: ({ where }) => (where === '' ? 'Book the next visit' : `Book a visit to ${where}`),
      invite: ({ where }) => `Call to a visit at ${where}`,
      arrange: (_) => 'Invite to visits',
      'take-over': ({ where }) => `It is now your turn to take the initiative to a visit at ${where}`,
      'handed-over': ({ count }) =>
        count === 1
          ? 'For one unit it is for the next in line to take the initiative to a visit'
          : `For ${count} units it is for the next in line to take the initiative to visits`,
      'await-invitation': ({ where }) =>
        where === '' ? 'A call to a visit is awaited' : `A call to ${where} is awaited`,
      'late-report': ({ where }) => `The report from ${where} is missing`,
      unconfirmed: ({ where }) => `The proposed visit to ${where} is unanswered`,
      'no-call': ({ count }) =>
        count === 1
          ? 'One unit has not called to the visit of the year'
          : `${count} units have not called to the visits of the year`,
      'visits-left': ({ count, of }) => `${count} of ${of} have visits left this year`,
    },
    abouts: {
      visit: ({ day, time }) => `The visit is on ${day} at ${time}`,
      was: ({ day }) => `The visit was on ${day}`,
      from: ({ who, day }) => (who === '' ? `The visit was on ${day}` : `Awaited from ${who}. The visit was on ${day}`),
      persons: ({ who }) => (who === '' ? '' : `Visits left this year: ${who}`),
      left: ({ count }) => (count === 1 ? 'One visit left this year' : `${count} visits left this year`),
      others: ({ count }) => (count === 1 ? 'One has visits left this year' : `${count} have visits left this year`),
      group: ({ who, count }) =>
        count === 1 ? `${who}: one visit left this year` : `${who}: ${count} visits left this year`,
      reports: ({ count }) => (count === 0 ? 'No reports yet' : count === 1 ? 'One report' : `${count} reports`),
      units: ({ where }) => where,
      overdue: (_) => 'No visit was taken up in time, and then the initiative passes on to you',
      at: ({ where, day }) => `${where}, ${day}`,
    },
    andMore: (names, more) => `${names} and ${more} more`,
    links: {
      summary: { heading: 'Summary', text: 'The year in figures, against the guideline.' },
      guideline: { heading: 'Guideline', text: 'The rules in plain words, with clauses.' },
      visits: { heading: 'Visits', text: 'Those to come and those that have been.' },
      reports: { heading: 'Reports', text: 'What has gone to the committee.' },
      claims: { heading: 'Fees', text: 'Claims with amounts and reasons.' },
      units: { heading: 'Units', text: 'Who is contact politician where.' },
      appointments: { heading: 'Appointments', text: 'Who is appointed, and when.' },
      payroll: { heading: 'Payroll', text: 'What is ready for payroll, and the payroll files made.' },
      contact: { heading: 'Has somebody been in touch?', text: 'Note what it was about, in less than a minute.' },
      contacts: {
        heading: 'Contacts outside visits',
        text: 'What users, relatives and organisations have been in touch about.',
      },
      briefing: { heading: 'Before visits', text: 'Whom to turn to, and what is going on in the committee.' },
    },
  },
)
