import type { Instant } from '../../kernel/instant.ts'

export const disclosureStates = ['received', 'examining', 'handed-out', 'partly', 'refused', 'withdrawn'] as const
export type DisclosureState = (typeof disclosureStates)[number]

export const documentKinds = ['report', 'decision', 'claim', 'summary'] as const
export type DocumentKind = (typeof documentKinds)[number]

export const decisions = ['whole', 'masked', 'refused'] as const
export type Decision = (typeof decisions)[number]

export const waysIn = ['email', 'phone', 'letter', 'visit', 'other'] as const
export const waysOut = ['email', 'post', 'on-site', 'other'] as const

const dayLong = 86_400_000

/** Whether something can still be done with the request. */
export function isOpen({ state }: { readonly state: DisclosureState }): boolean {
  return state === 'received' || state === 'examining'
}

/** Whether the request has waited for more than a day: documents are handed out at once or as soon as possible (TF 2 kap. 15 §). */
export function isLate(
  request: { readonly state: DisclosureState; readonly receivedAt: Instant },
  now: Instant,
): boolean {
  return isOpen(request) && now - request.receivedAt > dayLong
}

/** Returns what became of the request by what was decided about each document, or undefined while one is undecided. */
export function outcomeOf(
  documents: readonly { readonly decision: Decision | null }[],
): 'handed-out' | 'partly' | 'refused' | undefined {
  if (documents.length === 0 || documents.some(({ decision }) => decision === null)) return undefined
  if (documents.every(({ decision }) => decision === 'whole')) return 'handed-out'
  return documents.every(({ decision }) => decision === 'refused') ? 'refused' : 'partly'
}
