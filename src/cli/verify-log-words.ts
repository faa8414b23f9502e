import type { Language } from '../kernel/language.ts'
import type { LogFault, LogVerification } from '../platform/audit-verification.ts'

type VerifyWords = {
  readonly whole: (name: string, log: LogVerification) => string
  readonly broken: (name: string, log: LogVerification) => string
  readonly keep: (head: string) => string
  readonly fault: (fault: LogFault) => string
  readonly more: (count: number) => string
  readonly missingHead: (head: string) => string
  readonly none: string
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

/** What `verify-log` says. */
export const verifyLogWords: Readonly<Record<Language, VerifyWords>> = {
  sv: {
    whole: (name, log) => `${name}: loggen är hel. ${entriesInSwedish(log)}`,
    broken: (name, log) =>
      `${name}: loggen är inte hel. ${entriesInSwedish(log)} ${counted(log.faults.length, 'fel', 'fel')}:`,
    keep: (head) => `Spara på annat håll: ${head}`,
    fault: ({ seq, kind }) => {
      const sentences = {
        changed: `Rad ${seq} är ändrad sedan den skrevs.`,
        missing: `Före rad ${seq} saknas en eller flera rader.`,
        moved: `Rad ${seq} hör inte ihop med raden före: den är flyttad, eller så är raden före utbytt.`,
        added: `Rad ${seq} har lagts till efteråt: kedjan har ingen plats för den.`,
        'content-changed': `Innehållet i rad ${seq} är ändrat sedan det skrevs.`,
        'content-astray': 'Det finns innehåll vars rad är borta.',
        'other-secret':
          'Inget innehåll stämmer med installationens hemlighet. Troligen är SECRET_KEY (eller filen secret-key) en annan än när loggen skrevs. Är den rätt har allt innehåll ändrats.',
        cut: `Loggen slutar inte vid rad ${seq}, där den ska sluta: slutet är avklippt eller ändrat.`,
      }
      return sentences[kind]
    },
    more: (count) => `… och ${count} fel till. Alla visas med --format json.`,
    missingHead: (head) =>
      `${head} finns inte i loggen: slutet har klippts av, eller så har loggen skrivits om sedan det sparades.`,
    none: 'Databasen har ingen logg.',
  },
  en: {
    whole: (name, log) => `${name}: the log is whole. ${entriesInEnglish(log)}`,
    broken: (name, log) =>
      `${name}: the log is not whole. ${entriesInEnglish(log)} ${counted(log.faults.length, 'fault', 'faults')}:`,
    keep: (head) => `Keep elsewhere: ${head}`,
    fault: ({ seq, kind }) => {
      const sentences = {
        changed: `Row ${seq} was changed after it was written.`,
        missing: `One or more rows are missing before row ${seq}.`,
        moved: `Row ${seq} does not follow the row before it: it was moved, or the row before was replaced.`,
        added: `Row ${seq} was added afterwards: the chain has no place for it.`,
        'content-changed': `The content of row ${seq} was changed after it was written.`,
        'content-astray': 'There is content whose row is gone.',
        'other-secret':
          'No content fits the installation’s secret. Most likely SECRET_KEY (or the file secret-key) is another than when the log was written. If it is the right one, all content was changed.',
        cut: `The log does not end at row ${seq}, where it should: its end was cut off or changed.`,
      }
      return sentences[kind]
    },
    more: (count) => `… and ${count} more. All are shown with --format json.`,
    missingHead: (head) =>
      `${head} is not in the log: the end was cut off, or the log was written anew after this was kept.`,
    none: 'The database has no log.',
  },
}

function entriesInSwedish({ entries, disposed }: LogVerification): string {
  const gone = disposed === 0 ? '' : `, ${disposed} med gallrat innehåll`
  return `${counted(entries, 'rad', 'rader')}${gone}.`
}

function entriesInEnglish({ entries, disposed }: LogVerification): string {
  const gone = disposed === 0 ? '' : `, ${disposed} with content disposed of`
  return `${counted(entries, 'row', 'rows')}${gone}.`
}
