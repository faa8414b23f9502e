import { isoFromDay } from '../kernel/date.ts'
import type { Language } from '../kernel/language.ts'
import type { FeeRules, Guideline, Interpretations } from '../engine/index.ts'

type CheckWords = {
  readonly guideline: (guideline: Guideline) => string
  readonly interpretations: (interpretations: Interpretations) => string
  readonly feeRules: (rules: FeeRules) => string
}

const stages = { adopted: 'antagen', proposal: 'förslag' } as const
const statuses = { adopted: 'antagna', example: 'exempel', invented: 'påhittade' } as const

function since(word: string, { validity }: Pick<Guideline, 'validity'>): string {
  return validity === undefined ? '' : ` ${word} ${isoFromDay(validity.from)}`
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

/** What is said of a file in which nothing is wrong. */
export const checkWords: Readonly<Record<Language, CheckWords>> = {
  sv: {
    guideline: (it) =>
      `rätt: ${it.title}, ${stages[it.status]}${since('från', it)}, ${counted(it.rules.length, 'regel', 'regler')}, ${counted(it.silences.length, 'öppen fråga', 'öppna frågor')}`,
    interpretations: ({ guideline, answers }) =>
      `rätt: ${counted(answers.length, 'lokal tolkning', 'lokala tolkningar')} av ${guideline}`,
    feeRules: (it) =>
      `rätt: ${it.title}, ${statuses[it.status]},${since('från', it)}, arvoden för ${it.fees.map(({ kind }) => kind).join(', ')}`,
  },
  en: {
    guideline: (it) =>
      `good: ${it.title}, ${it.status}${since('from', it)}, ${it.rules.length} rules, ${it.silences.length} questions left open`,
    interpretations: ({ guideline, answers }) => `good: ${answers.length} local interpretations of ${guideline}`,
    feeRules: (it) =>
      `good: ${it.title}, ${it.status},${since('from', it)}, fees for ${it.fees.map(({ kind }) => kind).join(', ')}`,
  },
}
