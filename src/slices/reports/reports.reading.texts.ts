import { defineTexts } from '../../kernel/language.ts'

export const readingTexts = defineTexts(
  {
    title: 'Läsa andras rapporter',
    lead: 'Rapporter från besök som du inte själv har skrivit om. De olästa står först.',
    unreadCount: (count: number) =>
      count === 0
        ? 'Du har läst alla rapporter.'
        : count === 1
          ? 'En rapport är oläst.'
          : `${count} rapporter är olästa.`,
    nextMeeting: (day: string) => `Nästa sammanträde är ${day}.`,
    forMeeting: (day: string) => `Till sammanträdet ${day}`,
    others: 'Övriga rapporter',
    all: 'Alla rapporter',
    none: 'Det finns inga rapporter från andra än.',
    noneHint: 'När någon annan har lämnat in en rapport står den här.',
    unread: 'Oläst',
    corrected: 'Rättad sedan du läste den',
    readOn: (day: string) => `Läst ${day}`,
    visited: (day: string, authors: string) => `Besök ${day}. Skriven av ${authors}.`,
    readAll: 'Öppna listan att läsa',
    mark: 'Markera som läst',
    markAndNext: 'Läst – visa nästa olästa',
    markOf: (unit: string) => `Markera som läst: ${unit}`,
    statusTitle: 'Vem har läst vad?',
    statusLead: 'Så långt har var och en kommit med de andras rapporter.',
    statusLink: 'Vem har läst vad?',
    columns: { member: 'Ledamot eller ersättare', read: 'Läst', unread: 'Oläst' },
    readOf: (read: number, of: number) => `${read} av ${of}`,
    unreadSome: (count: number) => (count === 1 ? 'En oläst' : `${count} olästa`),
    unreadNone: 'Inget oläst',
    more: (count: number) => `och ${count} till`,
    unreadLine: (unit: string, day: string) => `${unit}, besök ${day}`,
  },
  {
    title: 'Read others’ reports',
    lead: 'Reports from visits that you have not written about yourself. The unread ones come first.',
    unreadCount: (count) =>
      count === 0
        ? 'You have read all reports.'
        : count === 1
          ? 'One report is unread.'
          : `${count} reports are unread.`,
    nextMeeting: (day) => `The next meeting is on ${day}.`,
    forMeeting: (day) => `For the meeting on ${day}`,
    others: 'Other reports',
    all: 'All reports',
    none: 'There are no reports by others yet.',
    noneHint: 'When somebody else has handed in a report it stands here.',
    unread: 'Unread',
    corrected: 'Corrected since you read it',
    readOn: (day) => `Read on ${day}`,
    visited: (day, authors) => `Visit on ${day}. Written by ${authors}.`,
    readAll: 'Open the list to read',
    mark: 'Mark as read',
    markAndNext: 'Read – show the next unread',
    markOf: (unit) => `Mark as read: ${unit}`,
    statusTitle: 'Who has read what?',
    statusLead: 'How far each has come with the others’ reports.',
    statusLink: 'Who has read what?',
    columns: { member: 'Member or substitute', read: 'Read', unread: 'Unread' },
    readOf: (read, of) => `${read} of ${of}`,
    unreadSome: (count) => (count === 1 ? 'One unread' : `${count} unread`),
    unreadNone: 'Nothing unread',
    more: (count) => `and ${count} more`,
    unreadLine: (unit, day) => `${unit}, visit on ${day}`,
  },
)
