import { execute, type CommandDependencies } from '../../platform/command.ts'
import { inLook } from '../../platform/documents/typst.ts'
import { type HandlerDependencies, idIn, succeeded } from '../../platform/handler.ts'
import type { DeliveredEvent, EventHandler } from '../../platform/outbox.ts'
import { type Scope, systemScope } from '../../platform/scope.ts'
import { placeOf } from '../directory/index.ts'
import { findLook } from '../municipalities/index.ts'
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
        const place = await database.read(event, (tx) => placeOf(tx, scope))
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
