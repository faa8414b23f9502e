import type { Language } from '../kernel/language.ts'

type DiffWords = {
  readonly heading: (before: string, after: string) => string
  readonly same: (rules: number) => string
  readonly metadata: string
  readonly added: (count: number) => string
  readonly removed: (count: number) => string
  readonly changed: (count: number) => string
  readonly unchanged: (count: number) => string
  readonly questionsAdded: string
  readonly questionsRemoved: string
  readonly questionsReworded: string
  readonly questionsAnswered: string
  readonly before: string
  readonly after: string
  readonly came: string
  readonly went: string
}

/** The words around what differs between two versions of a guideline. */
export const diffWords: Readonly<Record<Language, DiffWords>> = {
  sv: {
    heading: (before, after) => `Från: ${before}\nTill: ${after}`,
    same: (rules) => `Versionerna säger detsamma: ${rules} regler.`,
    metadata: 'Om dokumentet',
    added: (count) => `Nya regler (${count})`,
    removed: (count) => `Regler som tas bort (${count})`,
    changed: (count) => `Regler som ändras (${count})`,
    unchanged: (count) => `${count} ${count === 1 ? 'regel är oförändrad' : 'regler är oförändrade'}.`,
    questionsAdded: 'Nya öppna frågor',
    questionsRemoved: 'Öppna frågor som tas bort',
    questionsReworded: 'Öppna frågor som ändras',
    questionsAnswered: 'Öppna frågor som besvaras',
    before: 'Förr',
    after: 'Nu',
    came: 'Nytt',
    went: 'Borta',
  },
  en: {
    heading: (before, after) => `From: ${before}\nTo:   ${after}`,
    same: (rules) => `The versions say the same: ${rules} rules.`,
    metadata: 'About the document',
    added: (count) => `New rules (${count})`,
    removed: (count) => `Rules that go (${count})`,
    changed: (count) => `Rules that change (${count})`,
    unchanged: (count) => `${count} ${count === 1 ? 'rule is' : 'rules are'} unchanged.`,
    questionsAdded: 'New open questions',
    questionsRemoved: 'Open questions that go',
    questionsReworded: 'Open questions that change',
    questionsAnswered: 'Open questions that are answered',
    before: 'Before',
    after: 'Now',
    came: 'New',
    went: 'Gone',
  },
}
