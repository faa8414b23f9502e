import { defineTexts } from '../../kernel/language.ts'
import type { DigestItem } from './digest.rules.ts'

const block = ({ subject, count, links }: DigestItem) =>
  [count === 1 ? subject : `${subject} (${count})`, ...links].join('\n')

/** The mail that gathers others. */
export const digestTexts = defineTexts(
  {
    subject: (count: number) => `Samlingsbrev: ${count} upplysningar`,
    text: (items: readonly DigestItem[]) =>
      `Hej!\n\nDet här har hänt sedan du senast fick ett brev.\n\n${items.map(block).join('\n\n')}\n\nDu har valt att få upplysningar samlade i ett brev. Det ändrar du på sidan Mitt konto.\n\nVänliga hälsningar\nNämndkontakt\n`,
  },
  {
    subject: (count) => `Gathered mail: ${count} pieces of information`,
    text: (items) =>
      `Hello!\n\nThis has happened since your last mail.\n\n${items.map(block).join('\n\n')}\n\nYou have chosen to have such mails gathered in one. You change that on the page My account.\n\nKind regards\nNämndkontakt\n`,
  },
)
