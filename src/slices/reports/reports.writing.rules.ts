import { textTag } from '../../kernel/text-tag.ts'
import {
  answererField,
  type DraftFields,
  mergeField,
  mostItems,
  proposalField,
  type TypedField,
} from './reports.fields.rules.ts'

/** What the writer has chosen where a text of theirs stands beside another's. */
export type Choice = {
  readonly field: string
  /** `mine` takes what stands in the box, `theirs` keeps what is saved, `own` makes mine a proposal of its own. */
  readonly take: 'mine' | 'theirs' | 'own'
  /** The tag of the other's text that the page showed beside the box. */
  readonly tag: string
}

const choice = /^(mine|theirs|own)~([^~]+)~([0-9a-z]{1,16})$/

/** Returns the choice that a button carries, or undefined for any other button. */
export function readChoice(pressed: string): Choice | undefined {
  const [, take, field = '', tag = ''] = choice.exec(pressed) ?? []
  return take === 'mine' || take === 'theirs' || take === 'own' ? { take, field, tag } : undefined
}

/** Returns what a button carries for the choice. */
export function choiceValue({ take, field, tag }: Choice): string {
  return `${take}~${field}~${tag}`
}

/**
 * Returns the tag of a box that shows a text which is kept beside the saved one. No saved text has such a tag: whoever
 * saves the page without choosing writes nothing over the other's text.
 */
export function keptTag(text: string): string {
  return `v:${textTag(text)}`
}

export type Merged = {
  readonly write: Map<string, string>
  /** What is kept beside the saved texts. */
  readonly collide: Map<string, string>
  /** Fields whose kept text has been chosen away, or is what is saved. */
  readonly settled: Set<string>
}

type Draft = {
  readonly saved: DraftFields
  /** The writer's own texts that are kept beside saved ones. */
  readonly kept: DraftFields
}

/** Returns what becomes of what was typed: what is written, what is kept beside the saved text, what is settled. */
export function mergeTyped({ saved, kept }: Draft, typed: readonly TypedField[], chosen?: Choice): Merged {
  const merged: Merged = { write: new Map(), collide: new Map(), settled: new Set() }
  const texts = new Map(typed.map(({ field, text }) => [field, text]))
  for (const it of typed) {
    if (isIdleAnswerer(saved, texts, it)) continue
    const stands = saved.get(it.field) ?? ''
    const own = kept.get(it.field)
    const taken = chosen?.field === it.field && chosen.tag === textTag(stands) ? chosen.take : undefined
    if (taken === 'own') asItsOwn(merged, { saved, texts }, it)
    else if (taken === 'mine') {
      if (it.text !== stands) merged.write.set(it.field, it.text)
      merged.settled.add(it.field)
    } else if (own === undefined) {
      const what = mergeField(stands, it)
      if (what !== 'keep-saved') merged[what === 'write' ? 'write' : 'collide'].set(it.field, it.text)
    } else keepBeside(merged, { stands, own }, it)
  }
  return merged
}

/**
 * Returns the fields at which the writer is shown both texts after a save: those that have collided now, and before
 * signing or finishing every one that waits for a choice.
 */
export function toChoose(next: string, kept: DraftFields, { collide, write, settled }: Merged): readonly string[] {
  const fresh = [...collide.keys()].filter((field) => !kept.has(field))
  if (next !== 'sign' && next !== 'finish') return fresh
  const waiting = [...kept.keys()].filter((field) => !write.has(field) && !settled.has(field))
  return [...new Set([...fresh, ...waiting])]
}

/** The page preselects who answers: of a proposal that nobody has written nothing is saved. */
function isIdleAnswerer(saved: DraftFields, texts: ReadonlyMap<string, string>, { field }: TypedField): boolean {
  if (!field.startsWith('answerer.') || saved.has(field)) return false
  const proposal = proposalField(Number(field.slice('answerer.'.length)))
  return (texts.get(proposal) ?? saved.get(proposal) ?? '') === ''
}

/** A text is kept already: nothing of it goes unless the page showed it in the box. */
function keepBeside(
  merged: Merged,
  { stands, own }: { readonly stands: string; readonly own: string },
  { field, text, tag }: TypedField,
): void {
  if (tag === keptTag(own)) {
    if (text === stands) merged.settled.add(field)
    else if (text !== own) merged.collide.set(field, text)
  } else if (mergeField(stands, { field, text, tag }) !== 'keep-saved' && !own.includes(text))
    merged.collide.set(field, `${own}\n\n${text}`)
}

/** Puts the typed proposal in a place of its own, with the one who is to answer it. */
function asItsOwn(
  merged: Merged,
  { saved, texts }: { readonly saved: DraftFields; readonly texts: ReadonlyMap<string, string> },
  { field, text }: TypedField,
): void {
  const place = freePosition('proposal', new Map([...saved, ...texts]))
  if (place === undefined || !field.startsWith('proposal.')) {
    merged.collide.set(field, text)
    return
  }
  merged.settled.add(field)
  merged.write.set(proposalField(place), text)
  const answerer = texts.get(answererField(Number(field.slice('proposal.'.length))))
  if (answerer) merged.write.set(answererField(place), answerer)
}

/** Returns the positions of the proposals, or questions, that have a text, in order. */
export function positionsIn(kind: 'proposal' | 'question', fields: DraftFields): readonly number[] {
  return [...fields]
    .flatMap(([field, text]) =>
      field.startsWith(`${kind}.`) && text.trim() !== '' ? [Number(field.split('.')[1])] : [],
    )
    .filter((position) => Number.isInteger(position) && position >= 1 && position <= mostItems)
    .toSorted((one, other) => one - other)
}

/** Returns where there is room for another, after the last one; undefined when all places are taken. */
export function freePosition(kind: 'proposal' | 'question', fields: DraftFields): number | undefined {
  const taken = positionsIn(kind, fields)
  const next = (taken.at(-1) ?? 0) + 1
  if (next <= mostItems) return next
  return Array.from({ length: mostItems }, (_, index) => index + 1).find((position) => !taken.includes(position))
}

/** Returns the draft with the one whom the guideline has answer, where nothing was chosen for a proposal. */
export function withAnswerers(fields: DraftFields, by: string | undefined): DraftFields {
  if (by === undefined) return fields
  const missing = positionsIn('proposal', fields).map(answererField)
  return new Map([...missing.map((field) => [field, by] as const), ...fields])
}

const breaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** Control characters but tabulator and LF. */
const controls = /[^\P{Cc}\t\n]/gu

/**
 * Returns a text as it is kept in a draft. Every kind of line break becomes LF, control characters (NUL among them) go,
 * half a character (a lone surrogate) becomes U+FFFD as browsers send it, white space round the whole goes. Nothing else changes.
 */
export function keptText(typed: string): string {
  return typed.replace(breaks, '\n').replace(controls, '').toWellFormed().trim()
}

const spaces = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
/** Soft hyphen, zero-width space, word joiner, byte order mark, and marks that turn the order of what follows. */
const unseen = /[\u00ad\u200b\u2060\ufeff\u202a-\u202e]/g
/** A bullet as Word and the web paste it; a private character is that of the font Symbol. */
const bullet = /^([^\S\n]*)(?:[•●▪◦‣∙·⁃\uf0b7\uf0a7\uf0d8]|o(?=\t))(?:[^\S\n]+|$)/gmu

/**
 * Returns a text as it stands in the final report: composed letters (NFC), plain spaces, bullets as `- `, without
 * characters that nobody sees (soft hyphens, zero-width spaces, marks that turn the direction). Every word stays.
 */
export function plainText(text: string): string {
  return text
    .replace(bullet, '$1- ')
    .replace(spaces, ' ')
    .replace(unseen, '')
    .replace(/ +$/gm, '')
    .normalize('NFC')
    .trim()
}

/** Returns the draft's texts as they stand in the final report. */
export function plainFields(fields: DraftFields): DraftFields {
  return new Map([...fields].map(([field, text]) => [field, plainText(text)]))
}

/** Returns the ids of those who may write in the draft: its authors, and the secretary who has taken it over. */
export function writersIn(report: {
  readonly authors: readonly { readonly personId: string }[]
  readonly takenOverById: string | null
}): readonly string[] {
  const authorIds = report.authors.map(({ personId }) => personId)
  return report.takenOverById === null ? authorIds : [...authorIds, report.takenOverById]
}
