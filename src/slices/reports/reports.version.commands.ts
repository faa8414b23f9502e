import type { Refusal } from '../../kernel/result.ts'
import type { CommandContext } from '../../platform/command.ts'
import { findNextMeeting, getMeeting } from '../directory/index.ts'
import { namesOf } from '../people/index.ts'
import type { ReportBasis } from './reports.basis.ts'
import { no } from './reports.commands.ts'
import { isDisposed } from './reports.correct.basis.ts'
import { listDissents } from './reports.dissent.store.ts'
import { addDocument, type FrozenReport, getFrozen } from './reports.document.store.ts'
import { addDeliveries } from './reports.draft.store.ts'
import type { ReportRow } from './reports.store.ts'

type NewVersion = {
  readonly report: ReportRow
  readonly latest: FrozenReport
  readonly basis: ReportBasis
  /** What the new version says otherwise than the latest. */
  readonly changes: Partial<FrozenReport>
  readonly made: Omit<NonNullable<FrozenReport['correction']>, 'on' | 'by'>
}

/**
 * Keeps a new version of a final report beside the former ones, under the same number, and sends it where those have
 * gone. Signatures that came meanwhile stand in it. Returns the version.
 */
export async function addVersion(
  context: CommandContext,
  { report, latest, basis, changes, made }: NewVersion,
): Promise<number> {
  const { tx, scope, now } = context
  const version = latest.version + 1
  const meeting = await meetingOf(context, latest)
  const managers = basis.guide.toManager ? [...new Map(basis.managers.map((it) => [it.id, it.name]))] : []
  const signatures = new Map(report.authors.map((author) => [author.personId, author]))
  const personId = scope.personId ?? ''
  await addDocument(tx, scope, report.id, {
    ...latest,
    ...changes,
    version,
    authors: latest.authors.map((author) => {
      const { signedAt, registered } = signatures.get(author.personId) ?? author
      return { ...author, signedAt, registered }
    }),
    dissents: await listDissents(tx, scope, report.id),
    receivers: [latest.committee, ...managers.map(([, name]) => name)],
    meeting: meeting && { id: meeting.id, day: meeting.day },
    correction: { ...made, by: { personId, name: await nameOf(context) }, on: scope.today },
    createdAt: now,
  })
  await addDeliveries(tx, scope, report.id, {
    personIds: managers.map(([id]) => id),
    deliveredAt: now,
    deliveredDay: scope.today,
    version,
  })
  context.announce({
    name: 'reports.corrected',
    ids: { reportId: report.id, visitId: report.visitId, ...(meeting && { meetingId: meeting.id }) },
  })
  return version
}

/** The meeting it went to as long as the papers have not gone out, otherwise the next one that takes papers. */
async function meetingOf({ tx, scope }: CommandContext, { meeting }: FrozenReport) {
  const former = meeting && (await getMeeting(tx, scope, meeting.id))
  return former && former.papersDeadline >= scope.today ? former : findNextMeeting(tx, scope, scope.today)
}

async function nameOf({ tx, scope }: CommandContext): Promise<string> {
  return (await namesOf(tx, scope)).get(scope.personId ?? '') ?? ''
}

/**
 * Returns the latest version of a final written report, as far as it can get a new one. Refuses a draft, an oral report
 * and one whose texts were disposed of.
 */
export async function latestOf({ tx, scope }: CommandContext, report: ReportRow): Promise<FrozenReport | Refusal> {
  if (report.state !== 'final' || report.form !== 'written') return no('reports.not-correctable')
  const latest = await getFrozen(tx, scope, report.id)
  return isDisposed(latest) ? no('reports.not-correctable') : latest
}
