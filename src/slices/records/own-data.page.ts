import { isoTimeOfDay, minutes } from '../../kernel/clock-time.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { formatInstant, instantFromIso } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { formatKronor, ore } from '../../kernel/money.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { PersonScope } from '../../platform/scope.ts'
import { formatDay } from '../../ui/index.ts'
import { claimsTexts } from '../claims/index.ts'
import { findMaskedNumber, onBehalfTexts, peopleTexts } from '../people/index.ts'
import { visitsTexts } from '../visits/index.ts'
import { saidOf, subjectOf } from './log.page.ts'
import { type OwnDataPart, ownDataParts, type Purpose, purposeOf } from './own-data.rules.ts'
import { type OwnRow, readOwnData } from './own-data.store.ts'
import { ownDataTexts } from './own-data.texts.ts'
import { rulesOn } from './retention.rules.ts'
import { listRules } from './retention.store.ts'
import { retentionTexts } from './retention.texts.ts'

/** One part of what is kept: its rows as they are, and why and how long. */
export type OwnData = {
  readonly part: OwnDataPart
  readonly purpose: Purpose
  readonly why: string
  readonly ground: string
  readonly kept: string
  readonly rows: readonly OwnRow[]
}

/** Returns everything that is kept about the one who asks, in the order of the page. */
export async function ownData(tx: ReadTx, scope: PersonScope, language: Language): Promise<readonly OwnData[]> {
  const found = await readOwnData(tx, scope)
  const number = await findMaskedNumber(tx, scope.personId)
  const rules = rulesOn(await listRules(tx, scope), scope.today)
  const texts = ownDataTexts(language)
  const retention = retentionTexts(language)
  const keptFor = (kind: string | undefined) => {
    if (kind === undefined) return texts.keptWithAssignment
    const rule = rules.get(kind)
    if (rule === undefined) return texts.keptNoRule
    if (rule.action === 'keep') return retention.keep
    if (rule.action === 'at-event') return retention.atEvent
    return retention.afterYears(rule.years ?? 0, retention.counted[rule.countedFrom])
  }
  return ownDataParts.map((part) => {
    const { purpose, retention: kind } = purposeOf[part]
    const masked = number ? [{ masked_number: number.masked, needed_for: number.neededFor }] : []
    const rows = part === 'personal-number' ? masked : (found.get(part) ?? [])
    const { why, ground } = texts.purposes[purpose]
    return { part, purpose, why, ground, kept: keptFor(kind), rows }
  })
}

export type ShownRow = readonly { readonly term: string; readonly description: string }[]

/** Returns the row in words: what it says under each name, without what is empty. */
export function shownRow(row: OwnRow, language: Language): ShownRow {
  const texts = ownDataTexts(language)
  return Object.entries(row).flatMap(([name, value]) => {
    if (value === null || value === '' || (name === 'filled_in' && value === '{}')) return []
    return [{ term: texts.fields[name] ?? name, description: inWords(name, value, language) }]
  })
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/
const isoInstant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|\+00:00)$/

function inWords(name: string, value: string | number | boolean, language: Language): string {
  const texts = ownDataTexts(language)
  if (typeof value === 'boolean') return value ? texts.yes : texts.no
  if (name === 'amount_ore') return formatKronor(ore(Number(value)))
  if (name.endsWith('_minutes')) return isoTimeOfDay(minutes(Number(value)))
  const text = String(value)
  if (isoDay.test(text)) return formatDay(dayFromIso(text), language)
  if (isoInstant.test(text)) return formatInstant(instantFromIso(text), language)
  if (name === 'command') return saidOf(text, language)
  if (name === 'subject_type') return subjectOf(text, language)
  return texts.values[name]?.[text] ?? wordsOfSlices(language)[name]?.[text] ?? text
}

function wordsOfSlices(language: Language): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const visits = visitsTexts(language)
  const claims = claimsTexts(language)
  const people = peopleTexts(language)
  return {
    role: people.roles,
    acting_as: people.roles,
    bloc: people.blocs,
    visit_state: visits.states,
    event: visits.events,
    claim_state: claims.states,
    step: claims.steps,
    registered: onBehalfTexts(language).kinds,
  }
}
