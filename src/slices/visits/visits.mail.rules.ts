import type { VisitRow } from './visits.store.ts'

/** What is told by mail. */
export const tidings = [
  'proposed',
  'booked',
  'answered',
  'confirmed',
  'declined',
  'cancelled',
  'extra-decided',
] as const
export type Tiding = (typeof tidings)[number]

/** A manager is told what to do with the visit, somebody invited what it means for them. */
export type Recipient = { readonly id: string; readonly as: 'manager' | 'invited' }

type Told = Pick<VisitRow, 'initiatedByPersonId'> & {
  readonly invitations: readonly Pick<VisitRow['invitations'][number], 'personId' | 'answer'>[]
}

/** Returns whom to tell, each once: one who has said no hears no more. */
export function recipientsOf(
  tiding: Tiding,
  visit: Told,
  { managerIds, concernedId }: { readonly managerIds: readonly string[]; readonly concernedId?: string | undefined },
): readonly Recipient[] {
  const managers: readonly Recipient[] = managerIds.map((id) => ({ id, as: 'manager' }))
  const coming: readonly Recipient[] = visit.invitations
    .filter(({ answer }) => answer !== 'declined')
    .map(({ personId }) => ({ id: personId, as: 'invited' }))
  const concerned: readonly Recipient[] = concernedId === undefined ? [] : [{ id: concernedId, as: 'invited' }]
  const { initiatedByPersonId: initiator } = visit
  const isManager = managerIds.includes(initiator)
  const everybody = {
    proposed: [...managers, ...coming.filter(({ id }) => id !== initiator)],
    booked: [...managers.filter(({ id }) => id !== initiator), ...coming.filter(({ id }) => id !== initiator)],
    answered:
      concernedId === initiator ? [] : [{ id: initiator, as: isManager ? ('manager' as const) : ('invited' as const) }],
    confirmed: coming,
    declined: coming,
    cancelled: [...managers, ...coming],
    'extra-decided': concerned,
  }[tiding]
  return [...new Map(everybody.map((recipient) => [recipient.id, recipient])).values()]
}
