import type { Settings } from '../../engine/index.ts'

/** What the guideline says of notice of a visit. */
export type NoticeGuidance = {
  /** How many days before; undefined where nobody has answered. */
  readonly days: number | undefined
  /** The visit is unannounced: nothing is told before its day. */
  readonly never: boolean
  readonly says: readonly string[]
  readonly clause: string
}

/** Returns what the guideline says of notice of a visit of this form; undefined where it says nothing. */
export function noticeGuidance(settings: Settings | undefined, form: string): NoticeGuidance | undefined {
  const rule = settings?.visits.notices.find(({ forms }) => forms.includes(form))
  if (rule === undefined) return undefined
  const { days, given, says, basis } = rule
  return { days: days === 'silent' ? undefined : days, never: given === 'never', says, clause: basis.clause }
}

/** For which reasons a unit may decline, and how soon it then proposes another day. */
export type DeclineGuidance = {
  readonly allowed: readonly ('capacity' | 'other')[]
  readonly proposeWithinDays: number | undefined
  readonly clause: string
}

/** Returns what the guideline says of declining a visit; undefined where it says nothing. */
export function declineGuidance(settings: Settings | undefined): DeclineGuidance | undefined {
  const decline = settings?.visits.decline
  if (decline === undefined || decline.value === 'silent') return undefined
  const { reasons, proposeWithinDays } = decline.value
  return { allowed: reasons, proposeWithinDays, clause: decline.basis.clause }
}
