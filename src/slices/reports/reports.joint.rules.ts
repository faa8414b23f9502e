import type { Settings } from '../../engine/index.ts'
import { addDays, type Day } from '../../kernel/date.ts'

/** Returns where the guideline says that no dissent is added, or undefined where one may be: where it is silent too. */
export function dissentRefused(
  settings: Settings | undefined,
): { readonly rule: string; readonly clause: string } | undefined {
  const joint = settings?.report.joint
  if (joint === undefined || joint.value === 'silent' || joint.value.dissent) return undefined
  return { rule: joint.basis.rule, clause: joint.basis.clause }
}

/**
 * Returns the last day on which a signature that was missing when the report became final can be added; undefined where
 * the guideline names none: then it can always be.
 */
export function lastDayToSign(settings: Settings | undefined, finalDay: Day): Day | undefined {
  const joint = settings?.report.joint
  if (joint === undefined || joint.value === 'silent') return undefined
  const { unsignedAfterDays } = joint.value
  return typeof unsignedAfterDays === 'number' ? addDays(finalDay, unsignedAfterDays) : undefined
}

type Author = { readonly personId: string; readonly signedAt?: unknown }

/** Whether this author may still sign a final report: asked to, has not, has not dissented, and the time is not out. */
export function maySignLate(
  author: Author | undefined,
  report: {
    /** All authors where none are named. */
    readonly signatories: readonly string[] | undefined
    readonly dissenting: readonly string[]
    readonly lastDay: Day | undefined
    readonly today: Day
  },
): 'yes' | 'not-asked' | 'signed' | 'too-late' {
  const { signatories, dissenting, lastDay, today } = report
  if (author === undefined || (signatories && !signatories.includes(author.personId))) return 'not-asked'
  if (author.signedAt !== undefined) return 'signed'
  if (dissenting.includes(author.personId)) return 'not-asked'
  return lastDay !== undefined && today > lastDay ? 'too-late' : 'yes'
}
