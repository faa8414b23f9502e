import { defineTexts } from '../../kernel/language.ts'

/** What the booking page says about kinds of visit. */
export const bookingKindTexts = defineTexts(
  {
    kind: 'Vad är det för slags besök?',
    only: (kind: string) => `Här kan du boka: ${kind}.`,
    halfDay: (duration: string) => `Högst ${duration}`,
    capacity: 'I vilken egenskap görs besöket?',
    capacityHint: (clause: string) => `Vilka besök som räknas och ersätts står i riktlinjen (${clause}).`,
    capacities: { committee: 'För nämnden', 'other-office': 'I ett annat uppdrag', party: 'För partiet' },
    capacityTerm: 'Egenskap',
    outside: (capacity: string) => `${capacity}. Det räknas inte bland nämndens besök och ersätts inte.`,
    unappointed: (paid: string, clause: string) =>
      `Du har inte uppdraget här, men kan besöka enheten enligt riktlinjen (${clause}). ${paid}`,
    paid: {
      yes: 'Besöket ersätts.',
      no: 'Besöket ersätts inte.',
      silent: 'Om det ersätts är inte sagt. Nämnden behöver svara.',
      'as-usual': 'Det ersätts som andra besök.',
    },
    unannounced: (forms: string, clause: string) =>
      `Oanmält enligt riktlinjen (${clause}): ${forms}. Enheten får inte veta något före dagen och behöver inte bekräfta.`,
    unannouncedTerm: 'Oanmält',
    unannouncedYes: 'Enheten får inte veta något före dagen',
    placementHeading: 'Praktiktimmar i år',
    placementLead: (most: string, clause: string) => `Högst ${most} per person och kalenderår (${clause}).`,
    placementColumns: { name: 'Namn', used: 'Gjort', booked: 'Bokat', left: 'Kvar' },
    extraReason: 'Varför behövs besöket?',
    extraReasonHint: 'Det blir en begäran till den som beslutar. Skriv inget om enskilda personer.',
    series: 'Serie',
  },
  {
    kind: 'What kind of visit is it?',
    only: (kind) => `You can book here: ${kind}.`,
    halfDay: (duration) => `At most ${duration}`,
    capacity: 'In which capacity is the visit made?',
    capacityHint: (clause) => `Which visits count and are paid stands in the guideline (${clause}).`,
    capacities: { committee: 'For the committee', 'other-office': 'In another office', party: 'For the party' },
    capacityTerm: 'Capacity',
    outside: (capacity) => `${capacity}. It does not count among the committee’s visits and is not paid.`,
    unappointed: (paid, clause) =>
      `You are not appointed here, but may visit the unit by the guideline (${clause}). ${paid}`,
    paid: {
      yes: 'The visit is paid.',
      no: 'The visit is not paid.',
      silent: 'Whether it is paid is not said. The committee needs to answer.',
      'as-usual': 'It is paid as other visits.',
    },
    unannounced: (forms, clause) =>
      `Unannounced by the guideline (${clause}): ${forms}. The unit learns nothing before the day and need not confirm.`,
    unannouncedTerm: 'Unannounced',
    unannouncedYes: 'The unit learns nothing before the day',
    placementHeading: 'Placement hours this year',
    placementLead: (most, clause) => `At most ${most} per person and calendar year (${clause}).`,
    placementColumns: { name: 'Name', used: 'Made', booked: 'Booked', left: 'Left' },
    extraReason: 'Why is the visit needed?',
    extraReasonHint: 'It becomes a request to the one who decides. Write nothing about single persons.',
    series: 'Series',
  },
)
