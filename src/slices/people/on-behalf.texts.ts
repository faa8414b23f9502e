import type { Day } from '../../kernel/date.ts'
import { defineTexts } from '../../kernel/language.ts'
import { formatDay } from '../../ui/index.ts'

/** What is said wherever somebody has registered something for another after a phone call. */
export const onBehalfTexts = defineTexts(
  {
    by: (whom: string, who: string) => `${whom}, registrerat av ${who} efter telefonsamtal`,
    within: (whom: string, who: string) => `${whom} (registrerat av ${who} efter telefonsamtal)`,
    byOn: (who: string, day: Day) => `enligt telefonsamtal den ${formatDay(day, 'sv')}, registrerat av ${who}`,
    calledOn: 'Vilken dag ringde personen?',
    calledOnWrong: 'Skriv dagen då personen ringde, i dag eller tidigare, till exempel 2026-03-25.',
    notYourself: 'Här registrerar du åt någon annan. Gör det som gäller dig själv på den vanliga sidan.',
    kinds: {
      answer: 'svar på en kallelse',
      booking: 'ett besök',
      attendance: 'närvaro vid ett besök',
      'report-draft': 'ett utkast till rapport',
      'report-signature': 'en undertecknad rapport',
      'oral-report': 'en muntlig rapport',
      'check-answer': 'ett svar på en sakgranskning',
      'claim-confirmation': 'en bekräftelse av arvode',
      'claim-additions': 'tillägg till ett arvode',
    },
    line: (what: string, about: string, day: Day) => `${what}: ${about}, ${formatDay(day, 'sv')}`,
    mailSubject: 'Något är registrerat åt dig',
    mailText: (parts: { what: string; about: string; day: Day; by: string; calledOn: Day; link: string }) =>
      `Hej!\n\n${parts.by} har registrerat detta åt dig, efter ert telefonsamtal den ${formatDay(parts.calledOn, 'sv')}:\n\n${parts.what}: ${parts.about}, ${formatDay(parts.day, 'sv')}.\n\nÖppna sidan och säg om det stämmer. Är något fel skriver du det där, så rättas det:\n${parts.link}\n\nHar du inte ringt? Säg då till på samma sida.\n\nVänliga hälsningar\nNämndkontakt`,
  },
  {
    by: (whom, who) => `${whom}, registered by ${who} after a phone call`,
    within: (whom, who) => `${whom} (registered by ${who} after a phone call)`,
    byOn: (who, day) => `by phone call on ${formatDay(day, 'en')}, registered by ${who}`,
    calledOn: 'On which day did the person phone?',
    calledOnWrong: 'Write the day of the phone call, today or earlier, for example 2026-03-25.',
    notYourself: 'Here you register for somebody else. What concerns yourself you do on the usual page.',
    kinds: {
      answer: 'an answer to an invitation',
      booking: 'a visit',
      attendance: 'attendance at a visit',
      'report-draft': 'a draft of a report',
      'report-signature': 'a signed report',
      'oral-report': 'an oral report',
      'check-answer': 'an answer to a factual check',
      'claim-confirmation': 'a confirmed fee',
      'claim-additions': 'additions to a fee',
    },
    line: (what, about, day) => `${what}: ${about}, ${formatDay(day, 'en')}`,
    mailSubject: 'Something has been registered for you',
    mailText: ({ what, about, day, by, calledOn, link }) =>
      `Hello!\n\n${by} has registered this for you, after your phone call on ${formatDay(calledOn, 'en')}:\n\n${what}: ${about}, ${formatDay(day, 'en')}.\n\nOpen the page and say whether it is right. If something is wrong, write it there and it will be corrected:\n${link}\n\nDid you not phone? Please say so on the same page.\n\nKind regards\nNämndkontakt`,
  },
)
