import { NotAllowed } from '../../kernel/errors.ts'
import { done, type Refusal } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { basisOf, type ReportBasis } from './reports.basis.ts'
import { no } from './reports.commands.ts'
import { attendanceDiffers, changedFields, correctableFields, withTexts } from './reports.correct.basis.ts'
import { correctionForm } from './reports.correct.forms.ts'
import { mayCorrect } from './reports.correct.rules.ts'
import type { FrozenReport } from './reports.document.store.ts'
import { lockReport } from './reports.draft.store.ts'
import { longestText } from './reports.fields.rules.ts'
import { freezeVisit } from './reports.freeze.commands.ts'
import { decideLater } from './reports.guard.later.commands.ts'
import { reportsTexts } from './reports.texts.ts'
import { addVersion, latestOf } from './reports.version.commands.ts'

/**
 * Corrects a final report: the corrected one is a new version that names what changed, by whom, when and why; the former
 * stays (förvaltningslagen 36 §; an official document is never written over). Somebody who corrected meanwhile is not
 * written over either, and the same correction sent twice makes one version.
 */
export const correctReport = command({
  name: 'reports.correct',
  allow: 'reports:correct',
  input: correctionForm,
  run: async (context, { id, version, why, attendance, keep, fields }) => {
    const { tx, scope, note } = context
    const report = await lockReport(tx, scope, id)
    if (!mayCorrect(scope, report)) throw new NotAllowed('correcting a report of others')
    const latest = await latestOf(context, report)
    if ('ok' in latest) return latest
    const basis = await basisOf(tx, scope, report.visitId, 'sv')
    const typed = new Map(fields.map(({ field, text }) => [field, text]))
    const standing = correctableFields(latest, basis.guide.topics)
    const changed = changedFields(standing, typed)
    const takesAttendance = attendance && attendanceDiffers(latest.participants, basis.participants)
    const isSame = changed.length === 0 && !takesAttendance
    if (isSame && isSentTwice(latest, { why, personId: scope.personId, seen: version })) {
      note({ type: 'report', id }, { version: latest.version, again: true })
      return done({ id, version: latest.version })
    }
    if (latest.version !== version) return no('reports.corrected-meanwhile', { version: latest.version })
    if (isSame) return no('reports.nothing-corrected')
    const content = withTexts(latest, basis.guide.topics, typed)
    const before = new Map(standing.map((it) => [it.field, it.text]))
    const texts = changed.map(({ field, text }) => ({ field, text, before: before.get(field) ?? '' }))
    const refusal = unfit(changed, content) ?? (await decideLater(context, { report, texts, keep }))
    if (refusal) return refusal
    const made = {
      kind: 'correction' as const,
      why,
      changed: [
        ...changed.map(({ heading }) => heading),
        ...(takesAttendance ? [reportsTexts('sv').participants] : []),
      ],
    }
    const changes = { ...content, ...(takesAttendance && attendanceOf(basis, content)) }
    const next = await addVersion(context, { report, latest, basis, changes, made })
    note({ type: 'report', id }, { version: next, changed: made.changed, why })
    return done({ id, version: next })
  },
})

function isSentTwice(
  { version, correction }: FrozenReport,
  sent: { readonly why: string; readonly personId: string | undefined; readonly seen: number },
): boolean {
  return version === sent.seen + 1 && correction?.why === sent.why && correction.by.personId === sent.personId
}

/** What is written anew is held to what a final report is held to; what stands already hinders nobody. */
function unfit(
  changed: readonly { readonly field: string; readonly text: string }[],
  { topics, proposals, questions }: Pick<FrozenReport, 'topics' | 'proposals' | 'questions'>,
): Refusal | undefined {
  if ([...topics, ...proposals].every(({ text }) => text.trim() === '') && questions.length === 0)
    return no('reports.nothing-written')
  const long = changed.filter(({ text }) => text.length > longestText).map(({ field }) => field)
  if (long.length > 0) return no('reports.text-too-long', { fields: long }, long[0])
  return undefined
}

/** Who came, whom the visit reached and where it deviated, as the attendance now says, with the explanations that stand. */
function attendanceOf(
  basis: ReportBasis,
  standing: Pick<FrozenReport, 'met' | 'deviations'>,
): Pick<FrozenReport, 'participants' | 'met' | 'deviations'> {
  const met = new Map(standing.met.map((it) => [it.audience, it.explanation]))
  const deviations = new Map(standing.deviations.map((it) => [it.rule, it.explanation]))
  const now = freezeVisit(basis, () => undefined)
  return {
    participants: now.participants,
    met: now.met.map((it) => ({ ...it, explanation: it.explanation ?? met.get(it.audience) })),
    deviations: now.deviations.map((it) => ({ ...it, explanation: it.explanation ?? deviations.get(it.rule) })),
  }
}
