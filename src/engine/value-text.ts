import type { z } from 'zod'
import { isoTimeOfDay, type Minutes } from '../kernel/clock-time.ts'
import type { Language } from '../kernel/language.ts'
import { formatKronor, type Ore } from '../kernel/money.ts'
import type { Ask, Localised } from './rules/kind.ts'
import type { Words } from './rules/words.ts'
import { optionOf, shapeOf } from './schema-walk.ts'

/** The questions about the values of a schema, by path. */
export type Asks = Readonly<Record<string, Ask>>

/** Where a value stands, so that its question and the words of its choices are found. */
export type Place = {
  readonly schema: z.ZodType
  /** Names without list positions: `topics.audiences`. */
  readonly path: string
  readonly asks: Asks
  readonly words: Words
}

/** What a value that is left out, and a list without items, are called. */
export const absence: Readonly<Record<'value' | 'items', Localised>> = {
  value: { sv: 'inte angivet', en: 'not stated' },
  items: { sv: 'inga', en: 'none' },
}

/** Returns the plain question about a value; its key where nobody has written one. */
export function questionOf({ asks, path, words }: Pick<Place, 'asks' | 'path' | 'words'>): string {
  return asks[path]?.[words.language] ?? path.split('.').at(-1) ?? path
}

/** Returns a loaded value as a reader would say it: days as days, minutes as hours, codes by their names. */
export function valueText(value: unknown, place: Place): string {
  const { words } = place
  const { language } = words
  if (value === undefined) return absence.value[language]
  const shape = shapeOf(place.schema)
  switch (shape.is) {
    case 'day':
      return words.day(value as number)
    case 'time':
      return isoTimeOfDay(value as Minutes)
    case 'ore':
      return formatKronor(value as Ore)
    case 'number':
      return numberText(value as number, place)
    case 'boolean':
      return choiceText(String(value), place) ?? booleans[language][value === true ? 'yes' : 'no']
    case 'choice':
    case 'code':
    case 'literal':
      return choiceText(String(value), place) ?? words.label(String(value))
    case 'localised':
      return (value as Localised)[language]
    case 'list':
      return listText(itemTexts(value as readonly unknown[], place), words)
    case 'either': {
      const option = optionOf(shape.options, value)
      return option === undefined ? String(value) : valueText(value, { ...place, schema: option })
    }
    case 'block':
      return blockText(value as Readonly<Record<string, unknown>>, shape.keys, place)
    default:
      return String(value)
  }
}

/** Returns each item of a list in words. */
export function itemTexts(items: readonly unknown[], place: Place): readonly string[] {
  const shape = shapeOf(place.schema)
  return shape.is === 'list' ? items.map((item) => valueText(item, { ...place, schema: shape.of })) : items.map(String)
}

const booleans = { sv: { yes: 'ja', no: 'nej' }, en: { yes: 'yes', no: 'no' } } as const

function choiceText(code: string, { asks, path, words }: Place): string | undefined {
  return asks[path]?.choices?.[code]?.[words.language]
}

function listText(items: readonly string[], words: Words): string {
  // Items that are sentences or blocks read badly with commas between them.
  const long = items.some((item) => item.includes(',') || item.includes(' · ') || item.length > 40)
  return items.length === 0 ? absence.items[words.language] : long ? items.join('; ') : words.list(items)
}

/** What a block holds, one value after the other; a yes or no, and a number, need their question to be understood. */
function blockText(
  block: Readonly<Record<string, unknown>>,
  keys: Readonly<Record<string, z.ZodType>>,
  place: Place,
): string {
  return Object.entries(keys)
    .filter(([key]) => block[key] !== undefined)
    .map(([key, schema]) => {
      const inner = { ...place, schema, path: place.path === '' ? key : `${place.path}.${key}` }
      const text = valueText(block[key], inner)
      const shape = shapeOf(schema)
      return shape.is === 'boolean' || shape.is === 'number' ? `${questionOf(inner)} ${text}` : text
    })
    .join(' · ')
}

/** The unit of a number is told by the end of its key. */
function numberText(value: number, { path, words }: Place): string {
  const key = (path.split('.').at(-1) ?? '').toLowerCase()
  if (key.endsWith('minutes')) return words.duration(value)
  const unit = units.find(({ ends }) => key.endsWith(ends))
  return unit === undefined ? number(value, words.language) : unit[words.language](value)
}

function number(value: number, language: Language): string {
  return value.toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB')
}

const counted = (one: string, many: string) => (count: number) => (count === 1 ? `1 ${one}` : `${count} ${many}`)
const units = [
  { ends: 'days', sv: counted('dag', 'dagar'), en: counted('day', 'days') },
  { ends: 'weeks', sv: counted('vecka', 'veckor'), en: counted('week', 'weeks') },
  { ends: 'months', sv: counted('månad', 'månader'), en: counted('month', 'months') },
  { ends: 'years', sv: counted('år', 'år'), en: counted('year', 'years') },
  { ends: 'hours', sv: counted('timme', 'timmar'), en: counted('hour', 'hours') },
  { ends: 'percent', sv: counted('procent', 'procent'), en: counted('per cent', 'per cent') },
] as const
