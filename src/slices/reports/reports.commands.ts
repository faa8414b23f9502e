import type { z } from 'zod'
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { textTag } from '../../kernel/text-tag.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { basisOf, type ReportBasis } from './reports.basis.ts'
import { inCheck } from './reports.check.basis.ts'
import { takeContacts } from './reports.contacts.commands.ts'
import {
  addDraft,
  addReading,
  dropVariants,
  fieldsIn,
  keepVariants,
  lockReport,
  ownVariants,
  type Registered,
  setAuthors,
  signAs,
  writeFields,
} from './reports.draft.store.ts'
import { freeTopic, textField, type TypedField } from './reports.fields.rules.ts'
import { draftForm, fieldForm, readingForm, startForm } from './reports.forms.ts'
import { mayWriteReport, nextState, otherWriter, type ReportStep, stateOf } from './reports.rules.ts'
import type { ReportRefusal } from './reports.texts.ts'
import { keptTag, mergeTyped, toChoose, writersIn } from './reports.writing.rules.ts'
import { findAnyReportOfVisit, getReport, type ReportRow } from './reports.store.ts'

/** Who writes: the one who asks, or the author for whom the secretary registers what was said by phone. */
export type Writer = { readonly personId: string | undefined; readonly registered?: Registered | undefined }

/** Starts a draft of the visit's report, for all who came to write in. Returns the one there is when it was started already. */
export const startReport = command({
  name: 'reports.start',
  allow: 'reports:write',
  input: startForm,
  run: (context, { visitId }) => startAs(context, visitId, { personId: context.scope.personId }),
})

/** Starts the draft in the writer's name. `isNew` tells whether there was none before. */
export async function startAs(
  { tx, scope, now, note }: CommandContext,
  visitId: string,
  writer: Writer,
): Promise<Result<{ readonly id: string; readonly isNew: boolean; readonly basis: ReportBasis }>> {
  const basis = await basisOf(tx, scope, visitId, 'sv')
  const refusal = mayNotReport(writer.personId, basis)
  if (refusal) return refusal
  if (!basis.guide.forms.includes('written')) return no('reports.written-not-asked')
  const id = await addDraft(tx, scope, { visitId, form: 'written', startedAt: now })
  const known = id ?? (await findAnyReportOfVisit(tx, scope, visitId))?.id ?? ''
  if (id)
    await setAuthors(
      tx,
      scope,
      id,
      basis.authors.map(({ personId }) => personId),
    )
  note({ type: 'report', id: known }, { visit: visitId }, forWhom(writer))
  return done({ id: known, isNew: id !== undefined, basis })
}

/** Saves the draft, and signs it when that button was pressed. */
export const saveDraft = command({
  name: 'reports.save-draft',
  allow: 'reports:write',
  input: draftForm,
  run: (context, input) => saveAs(context, input, { personId: context.scope.personId }),
})

type DraftSaved = {
  readonly id: string
  readonly next: z.output<typeof draftForm>['next']
  readonly report: ReportRow
  /** Fields that somebody else had saved another text in: what was typed is kept beside it. */
  readonly collided: readonly string[]
}

/**
 * Saves what the writer wrote, field by field, and signs in the writer's name when that was asked for and no text
 * collided. Of a text that collides nothing is lost: both stay until the writer has chosen.
 */
export async function saveAs(
  context: CommandContext,
  { id, version, next, choice, fields: typed, contacts }: z.output<typeof draftForm>,
  writer: Writer,
): Promise<Result<DraftSaved>> {
  const { tx, scope, now, note } = context
  const found = await draftToChange(context, id, writer, next === 'sign' ? 'sign' : 'save')
  if (!found.ok) return found
  const report = found.value
  const { personId = '' } = writer
  const [saved, kept] = [await fieldsIn(tx, scope, id), await ownVariants(tx, id, personId)]
  const merged = mergeTyped({ saved, kept }, report.version === version ? typed : typed.map(asSeenEmpty), choice)
  const free = textField(freeTopic)
  const text = merged.write.get(free) ?? saved.get(free) ?? ''
  const taking = await takeContacts(context, { report, personId, contactIds: contacts, text })
  if (!taking.ok) return taking
  if (taking.value !== text) merged.write.set(free, taking.value)
  await writeFields(tx, scope, id, merged.write, { byId: writer.personId, at: now })
  await keepVariants(tx, scope, id, merged.collide, { byId: personId, at: now })
  await dropVariants(tx, id, personId, [...merged.settled])
  const collided = toChoose(next, kept, merged)
  const signs = next === 'sign' && collided.length === 0
  if (signs && writer.personId) await signAs(tx, id, writer.personId, { at: now, registered: writer.registered })
  note(
    { type: 'report', id },
    { changed: [...merged.write.keys()], collided, signed: signs, contacts },
    forWhom(writer),
  )
  return done({ id, next: next === 'save' && contacts.length > 0 ? 'take' : next, report, collided })
}

/** Without a tag a page that is not the present one is taken to have shown nothing. */
function asSeenEmpty({ tag = textTag(''), ...typed }: TypedField): TypedField {
  return { ...typed, tag }
}

/** Saves one field as its author writes. Returns the tag of what is saved, and the saved text where the two collide. */
export const saveField = command({
  name: 'reports.save-field',
  allow: 'reports:write',
  input: fieldForm,
  run: async (context, { id, field, text, was }) => {
    const { tx, scope, now, note } = context
    const found = await draftToChange(context, id, { personId: scope.personId })
    if (!found.ok) return found
    const { personId = '' } = scope
    const [saved, kept] = [await fieldsIn(tx, scope, id), await ownVariants(tx, id, personId)]
    const own = kept.get(field)
    const shown = own === undefined ? textTag(saved.get(field) ?? '') : keptTag(own)
    const known = was.includes(shown) ? shown : was[0]
    const merged = mergeTyped({ saved, kept }, [{ field, text, tag: known }])
    await writeFields(tx, scope, id, merged.write, { byId: personId, at: now })
    await keepVariants(tx, scope, id, merged.collide, { byId: personId, at: now })
    await dropVariants(tx, id, personId, [...merged.settled])
    const beside = merged.collide.get(field) ?? (merged.settled.has(field) ? undefined : kept.get(field))
    const outcome = merged.write.has(field) ? 'write' : beside === undefined ? 'keep-saved' : 'collide'
    note({ type: 'report', id }, { field, outcome })
    const stands = saved.get(field) ?? ''
    const tag = outcome === 'collide' ? keptTag(beside ?? '') : textTag(merged.write.get(field) ?? stands)
    return done({ id, tag, savedByOther: outcome === 'collide' ? stands : undefined })
  },
})

/** Returns the one it was done for, when somebody else did it: for the log. */
export function forWhom({ personId, registered }: Writer): string | undefined {
  return registered === undefined ? undefined : personId
}

/** Notes that the person has read a final report. */
export const markReportRead = command({
  name: 'reports.mark-read',
  allow: 'reports:read',
  input: readingForm,
  run: async ({ tx, scope, note }, { id }) => {
    const report = await getReport(tx, scope, id)
    if (nextState(stateOf(report), 'read') === undefined) return no('reports.not-final')
    if (scope.personId)
      await addReading(tx, scope, id, { personId: scope.personId, day: scope.today, version: report.documentVersion })
    note({ type: 'report', id }, { readBy: scope.personId })
    return done({ id })
  },
})

/** Returns the refusal; only codes that have a sentence can be given. */
export function no(code: ReportRefusal, facts: Refusal['facts'] = {}, field?: string): Refusal {
  return refuse(code, facts, field)
}

/** Refuses the one who was not on the visit, and a visit that has not been made. */
export function mayNotReport(personId: string | undefined, basis: ReportBasis): Refusal | undefined {
  const { state } = basis.visit
  if (state !== 'held' && state !== 'reported') return no('reports.visit-not-held')
  if (otherWriter(basis.guide.by) !== undefined) return no('reports.written-by-another')
  if (!basis.authors.some((author) => author.personId === personId)) return no('reports.not-author')
  return undefined
}

/** Returns the draft, locked, for the writer to change or sign, or why that cannot be. */
export async function draftToChange(
  { tx, scope }: CommandContext,
  id: string,
  writer: Writer,
  step: 'save' | 'sign' = 'save',
): Promise<Result<ReportRow>> {
  const report = await lockReport(tx, scope, id)
  return mayNotWrite(scope, writer, report, step) ?? (await inCheck(tx, scope, report)) ?? done(report)
}

/** Refuses a report that is final, and the one who does not write it. */
export function mayNotWrite(
  scope: CommandContext['scope'],
  writer: Writer,
  report: ReportRow,
  step: ReportStep,
): Refusal | undefined {
  if (nextState(stateOf(report), step) === undefined) return no('reports.already-final')
  return notAuthor(scope, writer, report)
}

function notAuthor(scope: CommandContext['scope'], { personId }: Writer, report: ReportRow): Refusal | undefined {
  const authorIds = writersIn(report)
  const { personId: _asking, ...place } = scope
  return mayWriteReport(personId === undefined ? place : { ...place, personId }, {
    state: report.state,
    authorIds,
    unitIds: [],
  })
    ? undefined
    : no('reports.not-author')
}
