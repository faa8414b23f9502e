import { done, type Refusal, type Result } from '../../kernel/result.ts'
import { textTag } from '../../kernel/text-tag.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { may } from '../../platform/scope.ts'
import { basisOf } from './reports.basis.ts'
import { inCheck } from './reports.check.basis.ts'
import { no, saveAs } from './reports.commands.ts'
import { finaliseAs } from './reports.final.commands.ts'
import { dropVariants, fieldsIn, listVariants, lockReport, ownVariants, writeFields } from './reports.draft.store.ts'
import { draftForm, finaliseForm } from './reports.forms.ts'
import { proposalField } from './reports.fields.rules.ts'
import type { ReportRow } from './reports.store.ts'
import { dropForForm, dropForm, takeOverForm, variantForm } from './reports.writing.forms.ts'
import { freePosition, writersIn } from './reports.writing.rules.ts'
import { leaveOut, takeOver } from './reports.writing.store.ts'

/** The writer keeps what the other has saved: the own text beside it goes. */
export const dropVariant = command({
  name: 'reports.drop-variant',
  allow: 'reports:choose-text',
  input: dropForm,
  run: (context, input) => dropAs(context, input, context.scope.personId ?? ''),
})

/** The same for an author who has phoned. */
export const dropVariantFor = command({
  name: 'reports.drop-variant-for',
  allow: 'people:act-for',
  input: dropForForm,
  run: (context, { person, ...input }) => dropAs(context, input, person),
})

type Drop = { readonly id: string; readonly field: string; readonly tag: string }

/** Nothing goes when the saved text has changed since it was shown: then there is something new to choose between. */
async function dropAs(
  { tx, scope, note }: CommandContext,
  { id, field, tag }: Drop,
  personId: string,
): Promise<Result<{ readonly isDropped: boolean }>> {
  const report = await lockReport(tx, scope, id)
  if (report.state === 'final') return no('reports.already-final')
  const own = (await ownVariants(tx, id, personId)).get(field)
  const isDropped = own !== undefined && textTag((await fieldsIn(tx, scope, id)).get(field) ?? '') === tag
  if (isDropped) await dropVariants(tx, id, personId, [field])
  note(
    { type: 'report', id },
    { field, dropped: isDropped, characters: own?.length ?? 0 },
    personId === scope.personId ? undefined : personId,
  )
  return done({ isDropped: isDropped || own === undefined })
}

/** Whoever finishes the report puts a text that collided last in what is saved; a proposal becomes one of its own. */
export const takeVariantIn = command({
  name: 'reports.take-variant-in',
  allow: 'reports:choose-text',
  input: variantForm,
  run: async (context, { id, field, person, tag }) => {
    const { tx, scope, now, note } = context
    const found = await variantToChoose(context, { id, field, person, tag })
    if ('code' in found) return found
    const saved = await fieldsIn(tx, scope, id)
    const stands = saved.get(field) ?? ''
    const place = field.startsWith('proposal.') ? freePosition('proposal', saved) : undefined
    const into = place === undefined ? field : proposalField(place)
    const isWhole = place !== undefined || stands === '' || field.startsWith('answerer.')
    const text = isWhole ? found.text : `${stands}\n\n${found.text}`
    await writeFields(tx, scope, id, new Map([[into, text]]), { byId: scope.personId, at: now })
    await dropVariants(tx, id, person, [field])
    note({ type: 'report', id }, { field, into, from: person })
    return done({ id })
  },
})

/** Whoever finishes the report leaves a text that collided out of it. It is kept until the draft is disposed of. */
export const leaveVariantOut = command({
  name: 'reports.leave-variant-out',
  allow: 'reports:choose-text',
  input: variantForm,
  run: async (context, { id, field, person, tag }) => {
    const { tx, scope, now, note } = context
    const found = await variantToChoose(context, { id, field, person, tag })
    if ('code' in found) return found
    await leaveOut(tx, { reportId: id, field, personId: person }, { byId: scope.personId ?? '', at: now })
    note({ type: 'report', id }, { field, from: person, characters: found.text.length })
    return done({ id })
  },
})

type Wanted = { readonly id: string; readonly field: string; readonly person: string; readonly tag: string }

/** Returns the text that is to be chosen about, or why the one who asks cannot. */
async function variantToChoose({ tx, scope }: CommandContext, { id, field, person, tag }: Wanted) {
  const report = await lockReport(tx, scope, id)
  const refusal = cannotChoose(scope, report) ?? (await inCheck(tx, scope, report))
  if (refusal) return refusal
  const variants = await listVariants(tx, scope, id)
  const found = variants.find((it) => it.field === field && it.personId === person && textTag(it.text) === tag)
  return found ?? no('reports.stale')
}

function cannotChoose(scope: CommandContext['scope'], report: ReportRow): Refusal | undefined {
  if (report.state === 'final') return no('reports.already-final')
  const isWriter = writersIn(report).some((writer) => writer === scope.personId)
  return isWriter || may(scope, 'people:act-for') ? undefined : no('reports.not-author')
}

/** The secretary writes on in a report whose authors have all left, on the committee's behalf. */
export const takeOverReport = command({
  name: 'reports.take-over',
  allow: 'reports:register',
  input: takeOverForm,
  run: async ({ tx, scope, now, note }, { id }) => {
    const report = await lockReport(tx, scope, id)
    if (report.state === 'final') return no('reports.already-final')
    const { left } = await basisOf(tx, scope, report.visitId, 'sv')
    if (report.authors.some(({ personId }) => !left.has(personId))) return no('reports.authors-remain')
    await takeOver(tx, id, { byId: scope.personId ?? '', at: now })
    note({ type: 'report', id }, { authors: report.authors.map(({ personId }) => personId) })
    return done({ id })
  },
})

/** The secretary saves a report that they have taken over. */
export const saveTakenOver = command({
  name: 'reports.save-taken-over',
  allow: 'reports:register',
  input: draftForm,
  run: (context, input) => saveAs(context, input, { personId: context.scope.personId }),
})

/** The secretary makes a report final that they have taken over. */
export const finaliseTakenOver = command({
  name: 'reports.finalise-taken-over',
  allow: 'reports:register',
  input: finaliseForm,
  run: (context, input) => finaliseAs(context, input, { personId: context.scope.personId }),
})
