import { execute } from '../../platform/command.ts'
import { inLook } from '../../platform/documents/typst.ts'
import { type HandlerDependencies, idIn, succeeded } from '../../platform/handler.ts'
import type { DeliveredEvent, EventHandler } from '../../platform/outbox.ts'
import { type Scope, systemScope } from '../../platform/scope.ts'
import { placeOf } from '../directory/index.ts'
import { findLook } from '../municipalities/index.ts'
import { keepReportPdf, printReport } from './reports.after.commands.ts'
import { tellAboutCorrection } from './reports.correct.mail.commands.ts'
import { getFrozen } from './reports.document.store.ts'
import { reportPath } from './reports.paths.ts'
import { listVersionsOf } from './reports.versions.store.ts'

/** Returns the reactions to a new version of a final report: its PDF/A is made, and those whom it concerns are told. */
export function correctionHandlers({ clock, typesetter, publicUrl }: HandlerDependencies): readonly EventHandler[] {
  const scopeOf = ({ municipalityId, committeeId }: DeliveredEvent): Scope =>
    systemScope({ municipalityId, committeeId, today: clock.today() })
  return [
    {
      name: 'reports.print-correction',
      on: 'reports.corrected',
      handle: async (event, database) => {
        const scope = scopeOf(event)
        const reportId = idIn(event, 'reportId')
        // The event carries ids alone: each prints the first version that nobody has printed, so that all get printed.
        const frozen = await database.read(event, async (tx) => {
          const unprinted = (await listVersionsOf(tx, scope, reportId)).find(({ isPrinted }) => !isPrinted)
          return unprinted && (await getFrozen(tx, scope, reportId, unprinted.version))
        })
        if (frozen === undefined) return
        const look = await database.read(event, findLook)
        const pdf = await printReport(inLook(typesetter, look), frozen)
        succeeded(await execute({ database, clock }, scope, keepReportPdf, { reportId, version: frozen.version, pdf }))
      },
    },
    {
      name: 'reports.tell-correction',
      on: 'reports.corrected',
      handle: async (event, database) => {
        const scope = scopeOf(event)
        const reportId = idIn(event, 'reportId')
        const place = await database.read(event, (tx) => placeOf(tx, scope))
        const link = new URL(reportPath(place, reportId), publicUrl).href
        succeeded(await execute({ database, clock }, scope, tellAboutCorrection, { reportId, link }))
      },
    },
  ]
}
