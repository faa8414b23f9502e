// The fields of a form that shows what a draft says.
import { type AnswerForm, isBlock, isSame, type Question, textOfValue } from '../../engine/index.ts'

/** What a form shows and sends: every field as text, by name. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

/** Whether an answer in a fixed word (`silent`, `all`) is chosen apart from the question's own form. */
export function isChosenApart({ silent, fixed, answer }: Question): boolean {
  return fixed.length > 0 || (silent && !['one-of', 'code', 'yes-no'].includes(answer.form))
}

/** Whether a block says something by standing there, though all in it may be left out. */
export function isSaidByStanding({ optional, answer }: Question): boolean {
  return optional && answer.form === 'group' && answer.questions.every((question) => question.optional)
}

/** Returns the keys of a block that no question asks about: slips of the pen in a file. */
export function unknownKeys(questions: readonly Question[], block: unknown): readonly string[] {
  if (!isBlock(block)) return []
  const known = new Set(questions.map(({ key }) => key))
  return Object.keys(block).filter((key) => !known.has(key))
}

/** Returns the fields that show a block's values, under names that begin with `prefix`. */
export function fieldsOf(questions: readonly Question[], block: unknown, prefix: string): Fields {
  const fields: Record<string, string | readonly string[]> = {}
  showBlock(questions, block, prefix, fields)
  return fields
}

/** Returns how many items a list of the form has. */
export function countOf(fields: Fields, list: string): number {
  const count = Number(textOf(fields, `${list}.count`))
  return Number.isSafeInteger(count) ? Math.min(Math.max(count, 0), mostItems) : 0
}

/** No guideline has as many of anything; a made-up form is not to keep the server busy. */
const mostItems = 500

/** Returns the single text of a field, without air around it; empty when it was not sent. */
export function textOf(fields: Fields, name: string): string {
  const value = fields[name]
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).replaceAll('\r\n', '\n').trim()
}

type Shown = Record<string, string | readonly string[]>

function showBlock(questions: readonly Question[], block: unknown, prefix: string, fields: Shown): void {
  const values = isBlock(block) ? block : {}
  for (const question of questions) {
    const name = `${prefix}.${question.key}`
    const value = values[question.key] ?? question.fallback
    if (isSaidByStanding(question)) fields[`${name}.present`] = value === undefined ? '' : 'yes'
    if (!isChosenApart(question)) {
      showAnswer(question.answer, value, name, fields)
      continue
    }
    const isApart = value === 'silent' ? question.silent : question.fixed.some((word) => word === value)
    fields[`${name}.fixed`] = isApart ? String(value) : ''
    showAnswer(question.answer, isApart ? undefined : value, name, fields)
  }
}

function showAnswer(answer: AnswerForm, value: unknown, name: string, fields: Shown): void {
  switch (answer.form) {
    case 'yes-no':
      fields[name] = value === true ? 'yes' : value === false ? 'no' : plainText(value)
      return
    case 'some-of':
    case 'codes':
      fields[name] = (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(plainText)
      return
    case 'duration':
      showDuration(value, name, fields)
      return
    case 'localised': {
      const { sv, en } = isBlock(value) ? value : { sv: value, en: undefined }
      fields[`${name}.sv`] = plainText(sv)
      // An English text left empty is the Swedish one, and is shown as it was left.
      fields[`${name}.en`] = isSame(sv, en) ? '' : plainText(en)
      return
    }
    case 'group':
      showBlock(answer.questions, value, name, fields)
      return
    case 'list':
    case 'items': {
      const items: readonly unknown[] = Array.isArray(value) ? value : []
      fields[`${name}.count`] = String(items.length)
      items.forEach((item, index) => {
        if (answer.form === 'list') showBlock(answer.questions, item, `${name}.${index}`, fields)
        else showAnswer(answer.item, item, `${name}.${index}`, fields)
      })
      return
    }
    case 'written':
      fields[name] = value === undefined ? '' : textOfValue(value)
      return
    default:
      fields[name] = plainText(value)
  }
}

function plainText(value: unknown): string {
  return value === undefined || value === null ? '' : typeof value === 'object' ? textOfValue(value) : String(value)
}

/** What is no number of minutes stands as it was typed, hours before the colon. */
function showDuration(value: unknown, name: string, fields: Shown): void {
  const isCount = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
  const [hours, minutes = ''] = isCount
    ? [Math.floor(value / 60) || '', value % 60 || (value === 0 ? '0' : '')]
    : plainText(value).split(':')
  fields[`${name}.hours`] = String(hours)
  fields[`${name}.minutes`] = String(minutes)
}
