import type { Day } from '../../kernel/date.ts'
import { defineTexts } from '../../kernel/language.ts'
import { formatDay } from '../../ui/index.ts'

type Contact = {
  readonly day: Day
  readonly kind: 'user' | 'relative' | 'organisation' | 'other'
  /** The unit or area; empty for neither. */
  readonly where: string
  readonly subject: string
  readonly referredTo: string
}

/** Contacts outside visits in a report (SNB-01). The report itself is Swedish, the language of the authority (språklagen 10 §). */
export const reportContactsTexts = defineTexts(
  {
    heading: 'Kontakter utanför besöket',
    legend: 'Har någon hört av sig sedan sist?',
    hint: 'Kryssa för det som ska med. Det skrivs sist i rutan ”Vad ni såg och hörde”, och du kan ändra det där.',
    label: 'Dina anteckningar om enheten',
    take: 'Ta med i rapporten',
    taken: 'Kontakterna står nu i rapporten, sist i rutan ”Vad ni såg och hörde”.',
    takenBefore: 'Redan med i rapporten',
    kinds: { user: 'en brukare', relative: 'en anhörig', organisation: 'en förening', other: 'någon annan' },
    line: ({ day, subject }: Pick<Contact, 'day' | 'subject'>) => `${formatDay(day, 'sv')}: ${subject}`,
  },
  {
    heading: 'Contacts outside the visit',
    legend: 'Has somebody been in touch since last time?',
    hint: 'Tick what is to be taken up. It is written last in the box “What you saw and heard”, and you can change it there.',
    label: 'Your notes about the unit',
    take: 'Take into the report',
    taken: 'The contacts are now in the report, last in the box “What you saw and heard”.',
    takenBefore: 'In the report already',
    kinds: { user: 'a user', relative: 'a relative', organisation: 'an organisation', other: 'somebody else' },
    line: ({ day, subject }) => `${formatDay(day, 'en')}: ${subject}`,
  },
)

/** Returns the contact as a line of the report: `3 oktober 2026, en anhörig, Solgården: Maten är kall. Hänvisad till enhetens chef.` */
export function contactLine({ day, kind, where, subject, referredTo }: Contact): string {
  const who = [formatDay(day, 'sv'), reportContactsTexts('sv').kinds[kind], ...(where === '' ? [] : [where])].join(', ')
  const said = sentence(subject.replace(/\s*\n\s*/g, ' '))
  return referredTo === '' ? `${who}: ${said}` : `${who}: ${said} ${sentence(`Hänvisad till ${referredTo}`)}`
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}
