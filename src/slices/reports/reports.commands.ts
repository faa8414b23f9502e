import type { z } from 'zod'
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { yearOf } from '../../kernel/date.ts'
import { textTag } from '../../kernel/text-tag.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { findNextMeeting, getCommittee } from '../directory/index.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { getMunicipality } from '../municipalities/index.ts'
import { basisOf, type ReportBasis } from './reports.basis.ts'
import { checkedPart, checkPending, inCheck } from './reports.check.basis.ts'
import { attachmentsToFreeze } from './reports.attachments.store.ts'
import { takeContacts } from './reports.contacts.commands.ts'
import { listDissents } from './reports.dissent.store.ts'
import { addDocument } from './reports.document.store.ts'
import {
  addDeliveries,
  addDraft,
  addReading,
  dropVariants,
  fieldsIn,
  keepVariants,
  lockReport,
  markFinal,
  ownVariants,
  type Registered,
  setAuthors,
  signAs,
  takeRegistrationNumber,
  writeFields,
} from './reports.draft.store.ts'
import {
  type DraftFields,
  freeTopic,
  isEmpty,
  longestText,
  textField,
  textsOf,
  type TypedField,
  writtenFrom,
} from './reports.fields.rules.ts'
import { draftForm, fieldForm, finaliseForm, readingForm, startForm } from './reports.forms.ts'
import { freezeReport, type ToFreeze } from './reports.freeze.commands.ts'
import { undecided } from './reports.guard.basis.ts'
import { forgetTakenAway } from './reports.guard.store.ts'
import { mayWriteReport, nextState, otherWriter, type ReportStep, stateOf } from './reports.rules.ts'
import type { ReportRefusal } from './reports.texts.ts'
import { authorsToFreeze, openVariants } from './reports.writing.basis.ts'
import { keptTag, mergeTyped, plainFields, toChoose, withAnswerers, writersIn } from './reports.writing.rules.ts'
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
  const report = await lockReport(tx, scope, id)
  const refusal =
    cannot(next === 'sign' ? 'sign' : 'save', report) ??
    notAuthor(scope, writer, report) ??
    (await inCheck(tx, scope, report))
  if (refusal) return refusal
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
  run: async ({ tx, scope, now, note }, { id, field, text, was }) => {
    const report = await lockReport(tx, scope, id)
    const writer = { personId: scope.personId }
    const refusal = cannot('save', report) ?? notAuthor(scope, writer, report) ?? (await inCheck(tx, scope, report))
    if (refusal) return refusal
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

/**
 * Makes the report final: it is frozen, gets its number, goes to the managers of the visited units and leaves the
 * authors' hands, which makes it an official document (TF 2 kap. 10 §).
 */
export const finaliseReport = command({
  name: 'reports.finalise',
  allow: 'reports:write',
  input: finaliseForm,
  run: (context, input) => finaliseAs(context, input, { personId: context.scope.personId }),
})

/** Makes the report final in the writer's name, and signs it. */
export async function finaliseAs(
  context: CommandContext,
  { id, version }: z.output<typeof finaliseForm>,
  writer: Writer,
): Promise<Result<{ readonly id: string; readonly number: string; readonly report: ReportRow }>> {
  const { tx, scope, now } = context
  const report = await lockReport(tx, scope, id)
  const early = cannot('finalise', report) ?? notAuthor(scope, writer, report) ?? stale(report, version)
  if (early) return early
  const basis = await basisOf(tx, scope, report.visitId, 'sv')
  const fields = await fieldsIn(tx, scope, id)
  const ready = withAnswerers(plainFields(fields), basis.guide.answerer?.code)
  const written = writtenFrom(ready)
  const refusal =
    mayNotFinish(writer.personId, basis, report) ??
    (await checkPending(tx, scope, report, basis)) ??
    (await openVariants(tx, scope, id)) ??
    unfitText(written, ready) ??
    (await undecided(tx, scope, report, fields))
  if (refusal) return refusal
  const finalBy = writer.personId ?? ''
  await signAs(tx, id, finalBy, { at: now, registered: writer.registered })
  const authors = await authorsToFreeze(tx, scope, await getReport(tx, scope, id), now)
  const meeting = await findNextMeeting(tx, scope, scope.today)
  // A draft that has left the authority was registered then.
  const number = report.registrationNumber ?? (await takeRegistrationNumber(tx, scope, yearOf(scope.today)))
  const checked = await checkedPart(tx, scope, id, ready)
  await keepFrozen(context, id, { basis, written, authors, registrationNumber: number, meeting, checked })
  await forgetTakenAway(tx, id)
  await markFinal(tx, id, {
    finalAt: now,
    finalDay: scope.today,
    finalBy,
    finalRegisteredById: writer.registered?.byId,
    registrationNumber: number,
  })
  const personIds = basis.guide.toManager ? [...new Set(basis.managers.map((manager) => manager.id))] : []
  await addDeliveries(tx, scope, id, { personIds, deliveredAt: now, deliveredDay: scope.today })
  context.note(
    { type: 'report', id },
    { visit: report.visitId, number, meeting: meeting?.id, deliveredTo: personIds },
    forWhom(writer),
  )
  context.announce({
    name: 'reports.finalised',
    ids: { reportId: id, visitId: report.visitId, ...(meeting && { meetingId: meeting.id }) },
  })
  return done({ id, number, report })
}

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

/** Freezes and keeps the final report. */
export async function keepFrozen(
  { tx, scope, now }: CommandContext,
  id: string,
  parts: Pick<
    ToFreeze,
    'basis' | 'written' | 'authors' | 'registrationNumber' | 'meeting' | 'oral' | 'checked' | 'writtenBy' | 'drawnUp'
  >,
): Promise<void> {
  const guidelineId = parts.basis.guide.guideline?.id
  const { guidelines, interpretations } = await rulesInForce(tx, scope)
  const adopted = interpretations.find(({ guideline }) => guideline === guidelineId)?.adoption
  const frozen = freezeReport({
    ...parts,
    dissents: await listDissents(tx, scope, id),
    // What is said orally carries no files: those of a draft there was stay with it.
    attachments: parts.oral ? [] : await attachmentsToFreeze(tx, scope, id),
    municipality: await getMunicipality(tx, scope.municipalityId),
    committee: (await getCommittee(tx, scope)).name,
    guidelineFrom: adopted?.from ?? guidelines.find(({ id: version }) => version === guidelineId)?.validity?.from,
    now,
    today: scope.today,
  })
  await addDocument(tx, scope, id, frozen)
}

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

/** Refuses the one who writes but may not make the report final. */
function mayNotFinish(
  personId: string | undefined,
  { reporterIds }: ReportBasis,
  { takenOverById }: ReportRow,
): Refusal | undefined {
  const reporters = takenOverById === null ? reporterIds : [...reporterIds, takenOverById]
  return reporters.some((id) => id === personId) ? undefined : no('reports.only-rapporteur')
}

function cannot(step: ReportStep, report: ReportRow): Refusal | undefined {
  return nextState(stateOf(report), step) === undefined ? no('reports.already-final') : undefined
}

/** Returns the draft, locked, for the writer to change, or why it cannot be changed. */
export async function draftToChange(
  { tx, scope }: CommandContext,
  id: string,
  writer: Writer,
): Promise<Result<ReportRow>> {
  const report = await lockReport(tx, scope, id)
  return (
    cannot('save', report) ?? notAuthor(scope, writer, report) ?? (await inCheck(tx, scope, report)) ?? done(report)
  )
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

function stale(report: ReportRow, version: number): Refusal | undefined {
  return report.version === version ? undefined : no('reports.stale', { version: report.version })
}

/** Refuses an empty report, and one with a text that is too long; the fields are named. */
export function unfitText(
  written: Parameters<typeof isEmpty>[0],
  fields: DraftFields = new Map(textsOf(written)),
): Refusal | undefined {
  if (isEmpty(written)) return no('reports.nothing-written')
  const long = [...fields].flatMap(([name, text]) => (text.length > longestText ? [name] : []))
  return long.length > 0 ? no('reports.text-too-long', { fields: long }, long[0]) : undefined
}
