import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import { done, type Result } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail.ts'
import { listHolders } from '../people/index.ts'
import { draftToChange, forWhom, no, type Writer } from './reports.commands.ts'
import { fieldsIn, writeFields } from './reports.draft.store.ts'
import { longestDraft } from './reports.fields.rules.ts'
import { decide, findSentence, type Meant, takeOut } from './reports.guard.commands.ts'
import { groundFor, hasPersonalNumber, matterOf, putBackIn } from './reports.guard.rules.ts'
import {
  answerForm,
  handOverForForm,
  handOverForm,
  receivedForm,
  takeBackForForm,
  takeBackForm,
} from './reports.handover.forms.ts'
import {
  addHandOver,
  type HandOverRow,
  lockHandOver,
  markOpened,
  markReceived,
  receiversOf,
  removeHandOver,
  saveAnswer,
} from './reports.handover.store.ts'
import { handOverTexts } from './reports.handover.texts.ts'
import { writerFor } from './reports-on-behalf.commands.ts'

/**
 * Moves a sentence out of the report to the managers of the visited units, or notes that the author hands it to somebody
 * whom the guideline names and who is not in the system (HED-10, SNB-02, SNB-10, SOC-03).
 */
export const handOver = command({
  name: 'reports.hand-over',
  allow: 'reports:write',
  input: handOverForm,
  run: (context, input) => handOverAs(context, input, { personId: context.scope.personId }),
})

/** The same, by the secretary for an author who has phoned. */
export const handOverFor = command({
  name: 'reports.hand-over-for',
  allow: 'people:act-for',
  input: handOverForForm,
  run: async (context, { person, calledOn, ...input }) => {
    const writer = writerFor(context, person, calledOn)
    return 'code' in writer ? writer : handOverAs(context, input, writer)
  },
})

/** Hands it over in the writer's name. */
export async function handOverAs(
  context: CommandContext,
  meant: Meant,
  writer: Writer,
): Promise<Result<{ readonly id: string; readonly handOver: string }>> {
  const { tx, scope, now } = context
  const found = await findSentence(context, meant, writer)
  if (!found.ok) return found
  const { report, flagged, text, settings } = found.value
  const kind = matterOf(flagged, settings)
  if (kind === undefined) return no('reports.guard-gone')
  const ground = groundFor(kind, settings, scope.language)
  const managers = await listHolders(tx, scope, 'manager', { unitIds: report.units.map(({ id }) => id) })
  const to = ground?.referTo?.toManager === false ? [] : [...new Set(managers.map(({ id }) => id))]
  const referredTo = to.length > 0 ? '' : (ground?.referTo?.words ?? handOverTexts(scope.language).managerOfUnit)
  const id = newId()
  await addHandOver(
    tx,
    scope,
    {
      ...{ id, reportId: report.id, field: flagged.field, kind, text: flagged.text, referredTo },
      ...{ clause: ground?.clause ?? '', handedOverBy: writer.personId ?? '', handedOverAt: now },
      registeredById: writer.registered?.byId,
    },
    to,
  )
  await takeOut(context, { report, flagged, text, left: '' }, writer)
  await decide(context, { report, flagged, decision: 'handed-over' }, writer)
  const content = { field: flagged.field, kind, handOver: id, to, outside: to.length === 0 }
  context.note({ type: 'report', id: report.id }, content, forWhom(writer))
  if (to.length > 0) context.announce({ name: 'reports.handed-over', ids: { handOverId: id } })
  return done({ id: report.id, handOver: id })
}

/** Takes back what was handed over, into the draft, as long as no manager has opened it. */
export const takeBackHandOver = command({
  name: 'reports.take-back-hand-over',
  allow: 'reports:write',
  input: takeBackForm,
  run: (context, input) => takeBackAs(context, input, { personId: context.scope.personId }),
})

/** The same, by the secretary for an author who has phoned. */
export const takeBackHandOverFor = command({
  name: 'reports.take-back-hand-over-for',
  allow: 'people:act-for',
  input: takeBackForForm,
  run: async (context, { person, calledOn, ...input }) => {
    const writer = writerFor(context, person, calledOn)
    return 'code' in writer ? writer : takeBackAs(context, input, writer)
  },
})

/** Takes it back in the writer's name. */
export async function takeBackAs(
  context: CommandContext,
  { id, handOver: handOverId }: { readonly id: string; readonly handOver: string },
  writer: Writer,
): Promise<Result<{ readonly id: string }>> {
  const { tx, scope, now, note } = context
  const report = await draftToChange(context, id, writer)
  if (!report.ok) return report
  const { personId = '' } = writer
  const row = await lockHandOver(tx, scope, personId, handOverId)
  if (row.handedOverBy !== personId || row.reportId !== id) throw new NotFound('hand-over')
  if (row.to.some(({ openedAt }) => openedAt !== undefined)) return no('reports.hand-over-opened')
  const text = (await fieldsIn(tx, scope, id)).get(row.field) ?? ''
  const whole = putBackIn(text, { text: row.text, left: '', start: text.length })
  if (whole.length > longestDraft) return no('reports.too-long', {}, row.field)
  await writeFields(tx, scope, id, new Map([[row.field, whole]]), { byId: personId, at: now })
  await removeHandOver(tx, handOverId)
  note({ type: 'report', id }, { field: row.field, handOver: handOverId }, forWhom(writer))
  return done({ id })
}

/** Notes that a receiver has opened what was handed over: from then on it cannot be taken back. */
export const openHandOver = command({
  name: 'reports.open-hand-over',
  allow: 'hand-overs:receive',
  input: receivedForm,
  run: async (context, { id }) => {
    const row = await received(context, id)
    await markOpened(context.tx, id, context.scope.personId ?? '', context.now)
    context.note({ type: 'report', id: row.reportId }, { handOver: id })
    return done({ id })
  },
})

/** The manager takes the matter on. */
export const receiveHandOver = command({
  name: 'reports.receive-hand-over',
  allow: 'hand-overs:receive',
  input: receivedForm,
  run: async (context, { id }) => {
    const row = await received(context, id)
    await receive(context, id)
    context.note({ type: 'report', id: row.reportId }, { handOver: id })
    return done({ id })
  },
})

/** The manager answers with a line that the author sees, and has thereby taken the matter on. */
export const answerHandOver = command({
  name: 'reports.answer-hand-over',
  allow: 'hand-overs:receive',
  input: answerForm,
  run: async (context, { id, answer }) => {
    const row = await received(context, id)
    if (hasPersonalNumber(answer)) return no('reports.personal-number', { fields: ['answer'] }, 'answer')
    await receive(context, id)
    await saveAnswer(context.tx, id, answer, { personId: context.scope.personId ?? '', at: context.now })
    context.note({ type: 'report', id: row.reportId }, { handOver: id })
    return done({ id })
  },
})

async function receive({ tx, scope, now }: CommandContext, id: string): Promise<void> {
  await markOpened(tx, id, scope.personId ?? '', now)
  await markReceived(tx, id, scope.personId ?? '', now)
}

/** Returns what the one who asks has received, locked. Throws `NotFound` for everybody else, the sender too. */
async function received({ tx, scope }: CommandContext, id: string): Promise<HandOverRow> {
  const { personId = '' } = scope
  const row = await lockHandOver(tx, scope, personId, id)
  if (!row.to.some((to) => to.personId === personId)) throw new NotFound('received hand-over')
  return row
}

/** Tells the managers that something waits for them. The mail says nothing of what it is, and none is sent of what was taken back. */
export const tellHandedOver = command({
  name: 'reports.tell-handed-over',
  allow: 'system',
  input: z.strictObject({ handOverId: z.uuid(), link: z.url() }),
  run: async ({ tx, scope, now, note }, { handOverId, link }) => {
    const receivers = await receiversOf(tx, scope, handOverId)
    for (const { id, email, language } of receivers) {
      const texts = handOverTexts(language)
      await queueMail(tx, {
        municipalityId: scope.municipalityId,
        personId: id,
        address: email,
        subject: texts.mailSubject,
        text: texts.mailText(link),
        aboutCommitteeId: scope.committeeId,
        queuedAt: now,
      })
    }
    note({ type: 'committee', id: scope.committeeId }, { handOver: handOverId, told: receivers.map(({ id }) => id) })
    return done({ told: receivers.length })
  },
})
