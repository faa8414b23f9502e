import { textTag } from '../../kernel/text-tag.ts'

/** The one free text beside the guideline's topics, and the only one where it names none. */
export const freeTopic = 'fritt'

/** How long one text of a final report may be, in characters (UTF-16). */
export const longestText = 10_000
/** How long one text of a draft may be: what somebody pastes by mistake is kept until they have shortened it. */
export const longestDraft = 300_000
/** How long the one line about an oral report may be. */
export const longestLine = 300
/** How many proposals, and how many questions, a report can have. */
export const mostItems = 99

/** The name of a text's field in the form and in the draft. */
export const textField = (topic: string) => `text.${topic}`
export const proposalField = (position: number) => `proposal.${position}`
/** Who is to answer the proposal at the same position. */
export const answererField = (position: number) => `answerer.${position}`
export const questionField = (position: number) => `question.${position}`

/** Returns the name of the text that explains why an audience was not met, or why a rule was not followed. */
export function explanationTopic(what: string): string {
  return `forklaring-${what}`
}

/** Whether a field of this name can stand in a draft. */
export function isDraftField(field: string): boolean {
  return /^(?:text\.[\p{L}0-9-]{1,100}|(?:proposal|answerer|question)\.[1-9]\d?)$/u.test(field)
}

/** An improvement proposal, and who is to answer it: a code, empty where nobody is named. */
export type Proposal = { readonly text: string; readonly answerer: string }

/** Everything somebody has typed into a report. */
export type Written = {
  /** By topic key. */
  readonly texts: Readonly<Record<string, string>>
  readonly proposals: readonly Proposal[]
  readonly questions: readonly string[]
}

/** The texts of a draft by the name of their field. A field that is not there is empty. */
export type DraftFields = ReadonlyMap<string, string>

/** Returns what the draft's fields say: empty proposals and questions are left out, the others keep their order. */
export function writtenFrom(fields: DraftFields): Written {
  const at = (kind: string) =>
    [...fields]
      .flatMap(([field, text]) => {
        const [name, position] = field.split('.')
        return name === kind && text.trim() !== '' ? [{ position: Number(position), text }] : []
      })
      .toSorted((one, other) => one.position - other.position)
  return {
    texts: Object.fromEntries(
      [...fields].flatMap(([field, text]) =>
        field.startsWith('text.') && text !== '' ? [[field.slice(5), text]] : [],
      ),
    ),
    proposals: at('proposal').map(({ position, text }) => ({
      text,
      answerer: fields.get(answererField(position)) ?? '',
    })),
    questions: at('question').map(({ text }) => text),
  }
}

/** Returns every text with the name of its field, in the order of the form. */
export function textsOf(written: Written): readonly (readonly [field: string, text: string])[] {
  return [
    ...Object.entries(written.texts).map(([topic, text]) => [textField(topic), text] as const),
    ...written.proposals.map(({ text }, index) => [proposalField(index + 1), text] as const),
    ...written.questions.map((text, index) => [questionField(index + 1), text] as const),
  ]
}

/** Whether nothing at all is written. */
export function isEmpty(written: Written): boolean {
  return textsOf(written).every(([, text]) => text.trim() === '')
}

/** A field as a page sends it, with the tag of the text that the page showed in it; without one the page showed what is saved. */
export type TypedField = { readonly field: string; readonly text: string; readonly tag?: string | undefined }

/**
 * Returns what becomes of a typed text beside the one that is saved. `write`: nobody has changed the saved one since the
 * page showed it. `keep-saved`: there is nothing new in what was typed. `collide`: both are new, and both are kept.
 */
export function mergeField(saved: string, { text, tag }: TypedField): 'write' | 'keep-saved' | 'collide' {
  if (text === saved || (tag !== undefined && textTag(text) === tag)) return 'keep-saved'
  return tag === undefined || tag === textTag(saved) ? 'write' : 'collide'
}
