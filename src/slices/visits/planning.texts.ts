import { defineTexts } from '../../kernel/language.ts'
import { formatDay } from '../../ui/index.ts'

/** The sentences of planning: where, whom to meet, notice, and declining. */
export const planningTexts = defineTexts(
  {
    forum: 'I vilket sammanhang ses ni?',
    forumHint: 'Till exempel husmöte, arbetsplatsträff eller rundvandring.',
    forumTerm: 'Sammanhang',
    toMeet: 'Vilka träffar ni?',
    toMeetHint: 'Till exempel boende, anhöriga och nattpersonal. Skriv grupper, aldrig namn.',
    toMeetTerm: 'Ni träffar',
    consultedTerm: 'Samråd med',
    declinedTerm: 'Enheten tackade nej',
    causes: { capacity: 'Enheten hinner inte ta emot', other: 'Annat skäl' },
    declinedOn: (cause: string, day: string) => `${cause}, ${day}`,
    declineCause: 'Vad är skälet?',
    declineAllowed: (causes: string, clause: string) =>
      `Enligt riktlinjen kan enheten tacka nej: ${causes} (${clause}).`,
    declineNever: (clause: string) => `Enligt riktlinjen tackar enheten inte nej till besök (${clause}).`,
    allowedCauses: { capacity: 'när enheten inte hinner ta emot', other: 'av andra skäl' },
    proposeWithin: (days: number) =>
      days === 1
        ? 'Då föreslår enheten en annan dag inom en dag.'
        : `Då föreslår enheten en annan dag inom ${days} dagar.`,
    proposeInstead: 'Passar en annan dag bättre? Då kan du föreslå nya tider och behålla besöket.',
    proposeOther: 'Föreslå andra tider',
    noticeTerm: 'Förvarning',
    noticeNone: 'Inte antecknad',
    noticeSaid: (day: string, says: string) => (says === '' ? `Gavs ${day}` : `Gavs ${day}: ${says}`),
    noticeStep: 'Anteckna förvarningen',
    noticeTitle: 'Förvarning om besöket',
    noticeLead: (days: number | undefined, clause: string) =>
      days === undefined
        ? `Riktlinjen tar upp när ett besök meddelas (${clause}).`
        : days === 0
          ? `Enligt riktlinjen meddelas besöket senast samma dag (${clause}).`
          : `Enligt riktlinjen meddelas besöket minst ${days} ${days === 1 ? 'dag' : 'dagar'} i förväg (${clause}).`,
    noticeNever: (clause: string) =>
      `Enligt riktlinjen är besöket oanmält (${clause}). Anteckna bara om enheten ändå fick veta det i förväg.`,
    noticeOn: 'När fick enheten veta det?',
    noticeOnHint: 'Lämna tomt för att ta bort anteckningen. Utan anteckning räknas dagen då kallelsen skickades.',
    noticeSays: 'Vad sa förvarningen?',
    noticeSave: 'Spara',
    formatDay: (day: Parameters<typeof formatDay>[0]) => formatDay(day, 'sv'),
  },
  {
    forum: 'In which setting do you meet?',
    forumHint: 'For example a house meeting, a staff meeting or a walk round.',
    forumTerm: 'Setting',
    toMeet: 'Whom do you meet?',
    toMeetHint: 'For example residents, relatives and night staff. Write groups, never names.',
    toMeetTerm: 'You meet',
    consultedTerm: 'Consulted',
    declinedTerm: 'The unit declined',
    causes: { capacity: 'The unit has no capacity', other: 'Another reason' },
    declinedOn: (cause, day) => `${cause}, ${day}`,
    declineCause: 'What is the reason?',
    declineAllowed: (causes, clause) => `By the guideline the unit can decline: ${causes} (${clause}).`,
    declineNever: (clause) => `By the guideline the unit does not decline visits (${clause}).`,
    allowedCauses: { capacity: 'when it has no capacity', other: 'for other reasons' },
    proposeWithin: (days) =>
      days === 1 ? 'It then proposes another day within a day.' : `It then proposes another day within ${days} days.`,
    proposeInstead: 'Does another day suit better? You can propose new times and keep the visit.',
    proposeOther: 'Propose other times',
    noticeTerm: 'Notice',
    noticeNone: 'Not noted',
    noticeSaid: (day, says) => (says === '' ? `Given on ${day}` : `Given on ${day}: ${says}`),
    noticeStep: 'Note the notice',
    noticeTitle: 'Notice of the visit',
    noticeLead: (days, clause) =>
      days === undefined
        ? `The guideline speaks of when notice of a visit is given (${clause}).`
        : days === 0
          ? `By the guideline notice is given no later than the same day (${clause}).`
          : `By the guideline notice is given at least ${days} ${days === 1 ? 'day' : 'days'} before (${clause}).`,
    noticeNever: (clause) =>
      `By the guideline the visit is unannounced (${clause}). Note only if the unit was told beforehand all the same.`,
    noticeOn: 'When was the unit told?',
    noticeOnHint: 'Leave empty to take the note away. Without a note the day of the invitation counts.',
    noticeSays: 'What did the notice say?',
    noticeSave: 'Save',
    formatDay: (day) => formatDay(day, 'en'),
  },
)
