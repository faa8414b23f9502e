import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { getUnit } from '../directory/index.ts'
import { settingsFor } from '../guidelines/index.ts'
import { listHolders } from '../people/index.ts'
import { dispatchedOn } from './reports.check.basis.ts'
import { phaseOf } from './reports.check.rules.ts'
import { listChecks } from './reports.check.store.ts'
import { reportGuide } from './reports.guide.rules.ts'
import { type DocumentStatus, documentStatus } from './reports.status.rules.ts'
import type { ReportRow } from './reports.store.ts'

type About = Pick<
  ReportRow,
  'id' | 'state' | 'form' | 'deliveries' | 'authors' | 'units' | 'visitDay' | 'registrationNumber'
>

/** Returns whether the report is a draft or an official document, who can read it, and what happens next. */
export async function statusOf(tx: ReadTx | Tx, scope: Scope, report: About): Promise<DocumentStatus> {
  const guide = reportGuide(await settingsFor(tx, scope, report.visitDay), scope.language)
  const unitIds = report.units.map(({ id }) => id)
  const units = new Map(
    await Promise.all(
      unitIds.map(async (id) => [id, (await getUnit(tx, scope, id)).operatedBy === 'private'] as const),
    ),
  )
  const managers = await listHolders(tx, scope, 'manager', { unitIds })
  const checks = await listChecks(tx, scope, { reportId: report.id, all: true })
  const standing = checks.find(({ takenBackAt }) => takenBackAt === undefined)
  const on = dispatchedOn(checks)
  return documentStatus({
    state: report.state,
    form: report.form,
    deliveries: report.deliveries,
    authors: report.authors.map(({ name }) => name),
    managers: managers.map(({ name, unitId }) => ({ name, outside: units.get(unitId ?? '') ?? false })),
    toManager: guide.toManager,
    check: guide.factualCheck && (guide.factualCheck.isDuty ? 'must' : 'may'),
    phase: standing && phaseOf(standing, scope.today),
    dispatched: on === undefined ? undefined : { on, number: report.registrationNumber ?? '' },
  })
}
