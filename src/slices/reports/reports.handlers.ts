import { execute, type CommandDependencies, type Outcome } from '../../platform/command.ts'
import { inLook } from '../../platform/documents/typst.ts'
import type { HandlerDependencies } from '../../platform/handler.ts'
import type { DeliveredEvent, EventHandler } from '../../platform/outbox.ts'
import { type Scope, systemScope } from '../../platform/scope.ts'
import { getCommittee } from '../directory/index.ts'
import { findLook, getMunicipality } from '../municipalities/index.ts'
import { followAttendance, keepReportPdf, printReport, tellAboutReport } from './reports.after.commands.ts'
import { checkHandlers } from './reports.check.handlers.ts'
import { correctionHandlers } from './reports.correct.handlers.ts'
import { getFrozen } from './reports.document.store.ts'
import { handOverHandlers } from './reports.handover.handlers.ts'
import { reportPath } from './reports.paths.ts'

/** Returns the reactions: the PDF/A is made, managers and members are told, and a draft's authors follow the attendance. */
export function reportsHandlers(dependencies: HandlerDependencies): readonly EventHandler[] {
  const { clock, typesetter, publicUrl } = dependencies
  const scopeOf = ({ municipalityId, committeeId }: DeliveredEvent): Scope =>
    systemScope({ municipalityId, committeeId, today: clock.today() })
  return [
    ...checkHandlers(dependencies),
    ...correctionHandlers(dependencies),
    ...handOverHandlers(dependencies),
    {
      name: 'reports.print',
      on: 'reports.finalised',
      handle: async (event, database) => {
        const scope = scopeOf(event)
        const reportId = idIn(event, 'reportId')
        const frozen = await database.read(event, (tx) => getFrozen(tx, scope, reportId, 1))
        if (frozen.oral) return
        const look = await database.read(event, findLook)
        const pdf = await printReport(inLook(typesetter, look), frozen)
        succeeded(await execute({ database, clock }, scope, keepReportPdf, { reportId, version: frozen.version, pdf }))
      },
    },
    {
      name: 'reports.tell',
      on: 'reports.finalised',
      handle: async (event, database) => {
        const scope = scopeOf(event)
        const reportId = idIn(event, 'reportId')
        const place = await database.read(event, async (tx) => ({
          municipality: (await getMunicipality(tx, event.municipalityId)).slug,
          committee: (await getCommittee(tx, scope)).slug,
        }))
        const link = new URL(reportPath(place, reportId), publicUrl).href
        succeeded(await execute({ database, clock }, scope, tellAboutReport, { reportId, link }))
      },
    },
    {
      name: 'reports.follow-attendance',
      on: 'visits.attendance-corrected',
      handle: async (event, database) => {
        const input = { visitId: idIn(event, 'visitId') }
        const dependencies: CommandDependencies = { database, clock }
        succeeded(await execute(dependencies, scopeOf(event), followAttendance, input))
      },
    },
  ]
}

function idIn(event: DeliveredEvent, name: string): string {
  const id = event.ids[name]
  if (id === undefined) throw new Error(`${event.name} carries no ${name}`)
  return id
}

/** A background command that says no has met something it was never to meet: the event is tried again and seen. */
function succeeded(outcome: Outcome<unknown>): void {
  if (!outcome.ok) throw new Error(`The command was refused: ${outcome.code}`)
}
