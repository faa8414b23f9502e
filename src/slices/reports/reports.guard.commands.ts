import { done, type Result } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { draftToChange, forWhom, no, type Writer } from './reports.commands.ts'
import { fieldsIn, writeFields } from './reports.draft.store.ts'
import { longestDraft } from './reports.fields.rules.ts'
import { guardDraft, type Guarded, wordsIn } from './reports.guard.basis.ts'
import {
  keepForForm,
  keepForm,
  putBackForForm,
  putBackForm,
  takeAwayForForm,
  takeAwayForm,
} from './reports.guard.forms.ts'
import {
  type Flagged,
  looksLikePersonalNumber,
  putBackIn,
  removableHits,
  replacedIn,
  withoutWords,
} from './reports.guard.rules.ts'
import { addDecisions, findTakenAway, forgetTakenAway, keepTakenAway } from './reports.guard.store.ts'
import type { ReportRow } from './reports.store.ts'
import { writerFor } from './reports-on-behalf.commands.ts'

/** Takes a sentence that the guard asks about out of the draft, or only the words that say who somebody is. */
export const takeAway = command({
  name: 'reports.guard-take-away',
  allow: 'reports:write',
  input: takeAwayForm,
  run: (context, input) => takeAwayAs(context, input, { personId: context.scope.personId }),
})

/** The same, by the secretary for an author who has phoned. */
export const takeAwayFor = command({
  name: 'reports.guard-take-away-for',
  allow: 'people:act-for',
  input: takeAwayForForm,
  run: async (context, { person, calledOn, ...input }) => {
    const writer = writerFor(context, person, calledOn)
    return 'code' in writer ? writer : takeAwayAs(context, input, writer)
  },
})

/** A sentence as a page means it. */
export type Meant = { readonly id: string; readonly field: string; readonly sentence: string }

/** Takes it away in the writer's name. */
export async function takeAwayAs(
  context: CommandContext,
  { what, ...meant }: Meant & { readonly what: 'sentence' | 'words' },
  writer: Writer,
): Promise<Result<{ readonly id: string }>> {
  const found = await findSentence(context, meant, writer)
  if (!found.ok) return found
  const { report, flagged, text } = found.value
  const left = what === 'words' && removableHits(flagged).length > 0 ? withoutWords(flagged) : ''
  await takeOut(context, { report, flagged, text, left }, writer)
  await decide(context, { report, flagged, decision: 'taken-away' }, writer)
  const taken = { field: flagged.field, text: flagged.text, left, start: flagged.sentence.start }
  const of = { reportId: report.id, personId: writer.personId ?? '', takenAt: context.now }
  await keepTakenAway(context.tx, context.scope, of, taken)
  noteDecision(context, found.value, left === '' ? 'sentence' : 'words', writer)
  return done({ id: report.id })
}

/** Puts back what the author last took away, where it stood as far as the text is as it was. */
export const putBack = command({
  name: 'reports.guard-put-back',
  allow: 'reports:write',
  input: putBackForm,
  run: (context, { id }) => putBackAs(context, id, { personId: context.scope.personId }),
})

/** The same, by the secretary for an author who has phoned. */
export const putBackFor = command({
  name: 'reports.guard-put-back-for',
  allow: 'people:act-for',
  input: putBackForForm,
  run: async (context, { id, person, calledOn }) => {
    const writer = writerFor(context, person, calledOn)
    return 'code' in writer ? writer : putBackAs(context, id, writer)
  },
})

/** Puts it back in the writer's name. */
export async function putBackAs(
  context: CommandContext,
  id: string,
  writer: Writer,
): Promise<Result<{ readonly id: string }>> {
  const { tx, scope, now, note } = context
  const report = await draftToChange(context, id, writer)
  if (!report.ok) return report
  const { personId = '' } = writer
  const taken = await findTakenAway(tx, scope, id, personId)
  if (taken === undefined) return no('reports.nothing-taken-away')
  const text = putBackIn((await fieldsIn(tx, scope, id)).get(taken.field) ?? '', taken)
  if (text.length > longestDraft) return no('reports.too-long', {}, taken.field)
  await writeFields(tx, scope, id, new Map([[taken.field, text]]), { byId: personId, at: now })
  await forgetTakenAway(tx, id, personId)
  note({ type: 'report', id }, { field: taken.field }, forWhom(writer))
  return done({ id })
}

/** Keeps the words that the guard asks about in a sentence, with a reason: they are not asked about again in that field. */
export const keepWords = command({
  name: 'reports.guard-keep',
  allow: 'reports:write',
  input: keepForm,
  run: (context, input) => keepAs(context, input, { personId: context.scope.personId }),
})

/** The same, by the secretary for an author who has phoned. */
export const keepWordsFor = command({
  name: 'reports.guard-keep-for',
  allow: 'people:act-for',
  input: keepForForm,
  run: async (context, { person, calledOn, ...input }) => {
    const writer = writerFor(context, person, calledOn)
    return 'code' in writer ? writer : keepAs(context, input, writer)
  },
})

/** Keeps them in the writer's name. */
export async function keepAs(
  context: CommandContext,
  { reason, ...meant }: Meant & { readonly reason: string },
  writer: Writer,
): Promise<Result<{ readonly id: string }>> {
  if (looksLikePersonalNumber(reason)) return no('reports.personal-number', { fields: ['reason'] }, 'reason')
  const found = await findSentence(context, meant, writer)
  if (!found.ok) return found
  const { report, flagged } = found.value
  await decide(context, { report, flagged, decision: 'kept', reason }, writer)
  noteDecision(context, found.value, 'kept', writer)
  return done({ id: report.id })
}

type FoundSentence = {
  readonly report: ReportRow
  readonly flagged: Flagged
  /** The whole of the field it stands in. */
  readonly text: string
  readonly settings: Guarded['settings']
}

/** Returns the sentence that a page means, as long as it stands in the draft as the page showed it. */
export async function findSentence(
  context: CommandContext,
  { id, field, sentence }: Meant,
  writer: Writer,
): Promise<Result<FoundSentence>> {
  const { tx, scope } = context
  const report = await draftToChange(context, id, writer)
  if (!report.ok) return report
  const text = (await fieldsIn(tx, scope, id)).get(field) ?? ''
  const { sentences, settings } = await guardDraft(tx, scope, report.value, new Map([[field, text]]))
  const meant = sentences.filter(({ tag }) => tag === sentence)
  const flagged = meant.find(({ isKept }) => !isKept) ?? meant[0]
  const gone = no('reports.guard-gone')
  return flagged === undefined ? gone : done({ report: report.value, flagged, text, settings })
}

/** Writes the field with what is left of the sentence. */
export async function takeOut(
  { tx, scope, now }: CommandContext,
  { report, flagged, text, left }: Omit<FoundSentence, 'settings'> & { readonly left: string },
  writer: Writer,
): Promise<void> {
  const fields = new Map([[flagged.field, replacedIn(text, flagged.sentence, left)]])
  await writeFields(tx, scope, report.id, fields, { byId: writer.personId, at: now })
}

type Decision = {
  readonly report: ReportRow
  readonly flagged: Flagged
  readonly decision: 'kept' | 'taken-away' | 'handed-over'
  readonly reason?: string
}

/** Keeps what was decided about the sentence's flagged words, without the words. */
export async function decide(
  { tx, scope, now }: CommandContext,
  { report, flagged, decision, reason = '' }: Decision,
  writer: Writer,
): Promise<void> {
  const decided = {
    ...{ reportId: report.id, field: flagged.field, decision, reason },
    ...{ decidedBy: writer.personId ?? '', decidedAt: now, registeredById: writer.registered?.byId },
  }
  await addDecisions(tx, scope, decided, wordsIn(tx, report.id, flagged))
}

/** The log has what kind of words it was about and what was done, never the words nor the reason. */
function noteDecision(
  { note }: CommandContext,
  { report, flagged }: FoundSentence,
  outcome: 'sentence' | 'words' | 'kept',
  writer: Writer,
): void {
  const kinds = [...new Set(flagged.hits.map(({ kind }) => kind))]
  note({ type: 'report', id: report.id }, { field: flagged.field, kinds, outcome }, forWhom(writer))
}
