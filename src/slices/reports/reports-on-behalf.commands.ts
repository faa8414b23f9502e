import type { Day } from '../../kernel/date.ts'
import { done, type Refusal, type Result } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { registerFor } from '../people/index.ts'
import { no, saveAs, startAs, type Writer } from './reports.commands.ts'
import { finaliseAs } from './reports.final.commands.ts'
import { reportOrallyAs } from './reports.oral.commands.ts'
import { draftForForm, finaliseForForm, oralForForm, startForForm } from './reports-on-behalf.forms.ts'

/** The secretary begins a report for an author who has phoned. */
export const startReportFor = command({
  name: 'reports.start-for',
  allow: 'people:act-for',
  input: startForForm,
  run: async (context, { visitId, person, calledOn }): Promise<Result<{ readonly id: string }>> => {
    const writer = writerFor(context, person, calledOn)
    if ('code' in writer) return writer
    const started = await startAs(context, visitId, writer)
    if (!started.ok) return started
    const { id, isNew, basis } = started.value
    const { day } = basis.visit
    if (isNew) await register(context, { id, kind: 'report-draft', writer, units: basis.units, day })
    return done({ id })
  },
})

/** The secretary saves what the author says by phone, and signs for them when they say so. */
export const saveDraftFor = command({
  name: 'reports.save-draft-for',
  allow: 'people:act-for',
  input: draftForForm,
  run: async (context, { person, calledOn, ...draft }) => {
    const writer = writerFor(context, person, calledOn)
    if ('code' in writer) return writer
    const saved = await saveAs(context, draft, writer)
    if (!saved.ok) return saved
    const { id, next, report, collided } = saved.value
    const units = report.units.map(({ name }) => name).join(', ')
    if (next === 'sign' && collided.length === 0)
      await register(context, { id, kind: 'report-signature', writer, units, day: report.visitDay })
    return done({ id, next, collided })
  },
})

/** The secretary makes the report final for the author who has phoned, by their word. */
export const finaliseReportFor = command({
  name: 'reports.finalise-for',
  allow: 'people:act-for',
  input: finaliseForForm,
  run: async (context, { person, calledOn, ...report }) => {
    const writer = writerFor(context, person, calledOn)
    if ('code' in writer) return writer
    const finished = await finaliseAs(context, report, writer)
    if (!finished.ok) return finished
    const { id, number, report: row } = finished.value
    const units = row.units.map(({ name }) => name).join(', ')
    await register(context, { id, kind: 'report-signature', writer, units, day: row.visitDay })
    return done({ id, number })
  },
})

/** The secretary announces an oral report for the speaker, who has phoned. */
export const reportOrallyFor = command({
  name: 'reports.report-orally-for',
  allow: 'people:act-for',
  input: oralForForm,
  run: async (context, { oralCalledOn, ...oral }) => {
    const writer = writerFor(context, oral.speaker, oralCalledOn)
    if ('code' in writer) return { ...writer, field: writer.field === 'calledOn' ? 'oralCalledOn' : 'speaker' }
    const announced = await reportOrallyAs(context, oral, writer)
    if (!announced.ok) return announced
    const { id, basis } = announced.value
    await register(context, { id, kind: 'oral-report', writer, units: basis.units, day: basis.visit.day })
    return done({ id })
  },
})

type PhoneWriter = Writer & Required<Pick<Writer, 'registered'>> & { readonly personId: string }

/** Returns the author as writer, or why the one who asks cannot register for them. */
export function writerFor(
  { scope }: CommandContext,
  personId: string,
  calledOn: Day = scope.today,
): PhoneWriter | Refusal {
  if (scope.personId === undefined || personId === scope.personId) return no('reports.not-yourself', {}, 'person')
  if (calledOn > scope.today) return no('reports.called-on', {}, 'calledOn')
  return { personId, registered: { byId: scope.personId, calledOn } }
}

type Registered = {
  readonly id: string
  readonly kind: 'report-draft' | 'report-signature' | 'oral-report'
  readonly writer: PhoneWriter
  readonly units: string
  readonly day: Day
}

async function register(context: CommandContext, { id, kind, writer, units, day }: Registered): Promise<void> {
  await registerFor(context, {
    personId: writer.personId,
    kind,
    subject: { type: 'report', id },
    about: units,
    aboutDay: day,
    calledOn: writer.registered?.calledOn,
  })
}
