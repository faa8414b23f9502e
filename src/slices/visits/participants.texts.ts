import { defineTexts, type Language } from '../../kernel/language.ts'
import { formatDay } from '../../ui/index.ts'
import { isRemovalReason } from './participants.rules.ts'

/** The sentences of who takes part in a visit, and of who needs to be replaced. */
export const participantsTexts = defineTexts(
  {
    title: 'Vilka som är med på besöket',
    lead: 'Ta bort någon som inte kan komma, och kalla någon annan i stället. De andra kallelserna ändras inte.',
    change: 'Ändra deltagare',
    removeHeading: 'Ta bort någon',
    who: 'Vem tas bort?',
    reason: 'Varför?',
    reasonHint: 'Något mer än så behövs inte, och det sparas inte.',
    reasons: { hindered: 'Förhinder', left: 'Har lämnat uppdraget', other: 'Annat' },
    instead: 'Vem kallas i stället?',
    insteadHint: 'Lämna tomt om ingen gör det.',
    remove: 'Ta bort från besöket',
    inviteHeading: 'Kalla en till',
    invitee: 'Vem kallas?',
    invite: 'Skicka kallelsen',
    nobodyToInvite: 'Det finns ingen mer kontaktpolitiker eller ersättare att kalla den dagen.',
    nobodyInvited: 'Ingen är kallad till besöket.',
    as: { contact: 'kontaktpolitiker', substitute: 'ersättare' },
    inPlaceOf: (name: string, other: string) => `${name} (i stället för ${other})`,
    doneTo: (whom: string, by: string) => `${whom}, av ${by}`,
    away: (name: string, from: string, through: string | undefined, standIn: string | undefined) =>
      `${name} (ledig från och med ${from}${through === undefined ? '' : ` till och med ${through}`}${standIn === undefined ? '' : `: då kallas ${standIn}`})`,
    notices: {
      removed: 'Personen är borttagen från besöket och får veta det.',
      invited: 'Kallelsen är skickad.',
    } as Readonly<Record<string, string>>,
    unavailableHeading: 'Någon som är kallad kan inte vara med',
    why: {
      leave: (name: string) => `${name} är ledig den dagen.`,
      seat: (name: string) => `${name} har ingen plats i nämnden den dagen.`,
      appointment: (name: string) => `${name} är inte längre kontaktpolitiker här den dagen.`,
    },
    replacementsTitle: 'Besök där någon behöver ersättas',
    replacementsLead: 'Någon är kallad men är ledig eller har lämnat uppdraget. Inget ändras förrän du väljer det.',
    replacementsEmpty: 'Inga besök berörs',
    replacementsEmptyText: 'Alla som är kallade till besök framåt är i tjänst den dagen.',
    leaves: 'Ledigheter',
    visitOn: (units: string, day: string) => `${units}, ${day}`,
    putIn: (name: string) => `Kalla ${name} i stället`,
    putInFor: (name: string, other: string, visit: string) => `Kalla ${name} i stället för ${other}: ${visit}`,
    take: 'Ta bort eller kalla någon annan',
    takeFrom: (visit: string) => `Ta bort eller kalla någon annan: ${visit}`,
    replacementNotices: {
      leave: 'Ledigheten är registrerad.',
      replaced: 'Den nya kallelsen är skickad.',
    } as Readonly<Record<string, string>>,
    formatDay: (day: Parameters<typeof formatDay>[0]) => formatDay(day, 'sv'),
  },
  {
    title: 'Who takes part in the visit',
    lead: 'Take off somebody who cannot come, and invite somebody else instead. The other invitations are not changed.',
    change: 'Change who takes part',
    removeHeading: 'Take somebody off',
    who: 'Who is taken off?',
    reason: 'Why?',
    reasonHint: 'Nothing more than that is needed, and it is not kept.',
    reasons: { hindered: 'Cannot come', left: 'Has left the appointment', other: 'Other' },
    instead: 'Who is invited instead?',
    insteadHint: 'Leave empty if nobody is.',
    remove: 'Take off the visit',
    inviteHeading: 'Invite one more',
    invitee: 'Who is invited?',
    invite: 'Send the invitation',
    nobodyToInvite: 'There is no other contact politician or substitute to invite on that day.',
    nobodyInvited: 'Nobody is invited to the visit.',
    as: { contact: 'contact politician', substitute: 'substitute' },
    inPlaceOf: (name, other) => `${name} (in the place of ${other})`,
    doneTo: (whom, by) => `${whom}, by ${by}`,
    away: (name, from, through, standIn) =>
      `${name} (on leave from ${from}${through === undefined ? '' : ` through ${through}`}${standIn === undefined ? '' : `: then ${standIn} is invited`})`,
    notices: {
      removed: 'The person is taken off the visit and is told so.',
      invited: 'The invitation is sent.',
    } as Readonly<Record<string, string>>,
    unavailableHeading: 'Somebody who is invited cannot take part',
    why: {
      leave: (name) => `${name} is on leave on that day.`,
      seat: (name) => `${name} has no seat in the committee on that day.`,
      appointment: (name) => `${name} is no longer contact politician here on that day.`,
    },
    replacementsTitle: 'Visits where somebody needs to be replaced',
    replacementsLead: 'Somebody is invited but is on leave or has left. Nothing changes until you choose it.',
    replacementsEmpty: 'No visits are touched',
    replacementsEmptyText: 'Everybody who is invited to visits ahead is in office on the day.',
    leaves: 'Leaves',
    visitOn: (units, day) => `${units}, ${day}`,
    putIn: (name) => `Invite ${name} instead`,
    putInFor: (name, other, visit) => `Invite ${name} instead of ${other}: ${visit}`,
    take: 'Take off or invite somebody else',
    takeFrom: (visit) => `Take off or invite somebody else: ${visit}`,
    replacementNotices: {
      leave: 'The leave is registered.',
      replaced: 'The new invitation is sent.',
    } as Readonly<Record<string, string>>,
    formatDay: (day) => formatDay(day, 'en'),
  },
)

/** Returns what stands beside an event in the timeline: its note, with the reason for taking somebody off in words. */
export function sayEventNote(
  { kind, note }: { readonly kind: string; readonly note: string },
  language: Language,
): string {
  return kind === 'removed' && isRemovalReason(note) ? participantsTexts(language).reasons[note] : note
}

/** Returns what somebody who is invited is called, with the one in whose place they serve. */
export function standingIn(
  name: string,
  standsInForId: string | null,
  names: (personId: string) => string,
  language: Language,
): string {
  return standsInForId === null ? name : participantsTexts(language).inPlaceOf(name, names(standsInForId))
}

/** Returns whom an event took off or invited, and who did it; undefined for every other event, and for what one did oneself. */
export function sayWhoChanged(
  { kind, personId, concernsId }: EventOfPersons,
  names: (personId: string) => string,
  language: Language,
): string | undefined {
  const isChange = kind === 'removed' || kind === 'invited'
  if (!isChange || personId === null || concernsId === null || concernsId === personId) return undefined
  return participantsTexts(language).doneTo(names(concernsId), names(personId))
}

type EventOfPersons = {
  readonly kind: string
  readonly personId: string | null
  readonly concernsId: string | null
}
