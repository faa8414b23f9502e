import { type Say, type Sentences, unansweredSentences } from './kind.ts'
import { amount, at, did, during, headed, isOfCalls, ofLeast, range, share, stretch } from './visits-count-words.ts'

export const sentencesSwedish = {
  ...unansweredSentences.sv,
  'term-unknown': () => 'Mandatperioden är inte angiven, så det går inte att räkna besöken under den.',
  reached: (say) =>
    headed(say, `${did(say)} ${amount(say)}${at(say)} ${during(say)}; riktlinjen säger ${range(say)}${share(say)}.`),
  remaining: (say) =>
    headed(
      say,
      `${did(say)} ${ofLeast(say)}${at(say)} ${during(say)}${say.number('booked') > 0 ? ` och ${say.number('booked')} inbokade` : ''}${share(say)}.`,
    ),
  'too-few': (say) =>
    headed(
      say,
      `${isOfCalls(say) ? did(say) : `${say.subject} kom till`} ${ofLeast(say)}${at(say)} ${during(say)}${share(say)}.`,
    ),
  'too-many': (say) =>
    headed(
      say,
      `${did(say)} ${amount(say)}${at(say)} ${during(say)}, fler än de ${say.number('most')} som riktlinjen räknar med.`,
    ),
  'part-year-many': (say) =>
    headed(
      say,
      `${say.subject} har ${amount(say)}${at(say)} ${during(say)}, fler än ${say.number('most')}, men regeln gällde bara en del av ${stretch(say)} och riktlinjen säger inte om de övriga besöken räknas.`,
    ),
  'part-year': (say) =>
    headed(
      say,
      `${did(say)} ${ofLeast(say)}${at(say)} ${during(say)}, men regeln eller uppdraget gällde bara en del av ${stretch(say)} och riktlinjen säger inte hur ett delår räknas.`,
    ),
  'not-asked': (say) =>
    headed(
      say,
      `${did(say)} ${amount(say)}${at(say)} ${during(say)}. Regeln eller uppdraget gällde bara en del av ${stretch(say)}, och enligt riktlinjen krävs inget förrän nästa.`,
    ),
  unmeasured: (say) =>
    headed(
      say,
      `${did(say)} ${ofLeast(say)}${at(say)} ${during(say)}, men det finns besök där det inte är antecknat hur länge någon var där.`,
    ),
  'first-in-time': (say) =>
    headed(say, `${say.subject}: det första${at(say)} under ${say.number('year')} kom ${say.day('firstOn')}, i tid.`),
  'first-due': (say) =>
    headed(
      say,
      `${say.subject}: det första${at(say)} under ${say.number('year')} ska göras senast ${say.day('lastDay')}.`,
    ),
  'first-late': (say) =>
    headed(
      say,
      `${say.subject}: det första${at(say)} under ${say.number('year')} skulle ha gjorts senast ${say.day('lastDay')}${say.finding.values.firstOn === undefined ? '' : `; det kom ${say.day('firstOn')}`}.`,
    ),
  'first-part-year': (say) =>
    headed(
      say,
      `${say.subject}: inget${at(say)} var gjort ${say.day('lastDay')}, men regeln eller uppdraget gällde inte från årets början och riktlinjen säger inte hur ett delår räknas.`,
    ),
} satisfies Sentences

export const sentencesEnglish: Readonly<Record<keyof typeof sentencesSwedish, (say: Say) => string>> = {
  ...unansweredSentences.en,
  'term-unknown': () => 'The term of office is not given, so the visits in it cannot be counted.',
  reached: (say) =>
    headed(say, `${did(say)} ${amount(say)}${at(say)} ${during(say)}; the guideline says ${range(say)}${share(say)}.`),
  remaining: (say) =>
    headed(
      say,
      `${did(say)} ${ofLeast(say)}${at(say)} ${during(say)}${say.number('booked') > 0 ? ` and ${say.number('booked')} booked` : ''}${share(say)}.`,
    ),
  'too-few': (say) =>
    headed(
      say,
      `${isOfCalls(say) ? did(say) : `${say.subject} had`} ${ofLeast(say)}${at(say)} ${during(say)}${share(say)}.`,
    ),
  'too-many': (say) =>
    headed(
      say,
      `${did(say)} ${amount(say)}${at(say)} ${during(say)}, more than the ${say.number('most')} that the guideline expects.`,
    ),
  'part-year-many': (say) =>
    headed(
      say,
      `${say.subject} has ${amount(say)}${at(say)} ${during(say)}, more than ${say.number('most')}, but the rule held for part of the ${stretch(say)} only and the guideline does not say whether the other visits count.`,
    ),
  'part-year': (say) =>
    headed(
      say,
      `${isOfCalls(say) ? did(say) : `${say.subject} had`} ${ofLeast(say)}${at(say)} ${during(say)}, but the rule or the appointment held for part of the ${stretch(say)} only and the guideline does not say how a part of a year counts.`,
    ),
  'not-asked': (say) =>
    headed(
      say,
      `${did(say)} ${amount(say)}${at(say)} ${during(say)}. The rule or the appointment held for part of the ${stretch(say)} only, and by the guideline nothing is asked until the next.`,
    ),
  unmeasured: (say) =>
    headed(
      say,
      `${did(say)} ${ofLeast(say)}${at(say)} ${during(say)}, but there are visits where it is not noted how long anybody was there.`,
    ),
  'first-in-time': (say) =>
    headed(say, `${say.subject}: the first${at(say)} in ${say.number('year')} came on ${say.day('firstOn')}, in time.`),
  'first-due': (say) =>
    headed(say, `${say.subject}: the first${at(say)} in ${say.number('year')} is to be made by ${say.day('lastDay')}.`),
  'first-late': (say) =>
    headed(
      say,
      `${say.subject}: the first${at(say)} in ${say.number('year')} was to be made by ${say.day('lastDay')}${say.finding.values.firstOn === undefined ? '' : `; it came on ${say.day('firstOn')}`}.`,
    ),
  'first-part-year': (say) =>
    headed(
      say,
      `${say.subject}: none${at(say)} had been made by ${say.day('lastDay')}, but the rule or the appointment did not hold from the beginning of the year and the guideline does not say how a part of a year counts.`,
    ),
}
