import type { Day } from '../../kernel/date.ts'
import { defineTexts, type Language } from '../../kernel/language.ts'
import { formatDay } from '../../ui/index.ts'

const mailTexts = defineTexts(
  {
    subject: {
      sent: (units: string) => `Ett utkast att sakgranska: ${units}`,
      answered: (units: string) => `Chefen har svarat: ${units}`,
      'taken-back': (units: string) => `Utkastet är tillbaka hos författarna: ${units}`,
      'check-due': (units: string) => `Sista dagen närmar sig: ${units}`,
      'check-silent': (units: string) => `Chefen har inte svarat: ${units}`,
    },
    text: {
      sent: (units: string, day: string) =>
        `Kontaktpolitikerna har skickat ett utkast till rapport från besöket på ${units}. Du kan svara till och med ${day}.`,
      answered: (units: string) =>
        `Chefen har svarat på utkastet till rapporten från besöket på ${units}. Ni kan nu läsa svaret och färdigställa rapporten.`,
      'taken-back': (units: string) =>
        `Kontaktpolitikerna har tagit tillbaka utkastet till rapporten från besöket på ${units}. Du behöver inte svara nu.`,
      'check-due': (units: string, day: string) =>
        `Utkastet till rapporten från besöket på ${units} väntar på ditt svar. Sista dagen är ${day}. Därefter går rapporten vidare ändå.`,
      'check-silent': (units: string, day: string) =>
        `Chefen har inte svarat på utkastet till rapporten från besöket på ${units}. Tiden gick ut ${day}, och rapporten kan nu färdigställas.`,
    },
    frame: (text: string, link: string) =>
      `Hej!\n\n${text}\n\nÖppna sidan här:\n${link}\n\nVänliga hälsningar\nNämndkontakt\n`,
  },
  {
    subject: {
      sent: (units) => `A draft to check: ${units}`,
      answered: (units) => `The manager has answered: ${units}`,
      'taken-back': (units) => `The draft is with its authors again: ${units}`,
      'check-due': (units) => `The last day comes near: ${units}`,
      'check-silent': (units) => `The manager has not answered: ${units}`,
    },
    text: {
      sent: (units, day) =>
        `The contact politicians have sent a draft of the report of the visit to ${units}. You can answer until ${day}.`,
      answered: (units) =>
        `The manager has answered the draft of the report of the visit to ${units}. You can now read the answer and make the report final.`,
      'taken-back': (units) =>
        `The contact politicians have taken back the draft of the report of the visit to ${units}. You need not answer now.`,
      'check-due': (units, day) =>
        `The draft of the report of the visit to ${units} waits for your answer. The last day is ${day}. After that the report goes on all the same.`,
      'check-silent': (units, day) =>
        `The manager has not answered the draft of the report of the visit to ${units}. The time ended on ${day}, and the report can now be made final.`,
    },
    frame: (text, link) => `Hello!\n\n${text}\n\nOpen the page here:\n${link}\n\nKind regards\nNämndkontakt\n`,
  },
)

/** What is told by mail. */
export type CheckTiding = keyof ReturnType<typeof mailTexts>['subject']

/** Returns the letter about a factual check: units, the last day and a link, nothing of what is written. */
export function checkMail(
  language: Language,
  tiding: CheckTiding,
  about: { readonly units: string; readonly lastDay: Day; readonly link: string },
): { readonly subject: string; readonly text: string } {
  const texts = mailTexts(language)
  const said = texts.text[tiding](about.units, formatDay(about.lastDay, language))
  return { subject: texts.subject[tiding](about.units), text: texts.frame(said, about.link) }
}
