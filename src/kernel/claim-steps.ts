/** Where a claim can stand. */
export const claimStates = [
  'made',
  'confirmed',
  'checked',
  'approved',
  'exported',
  'paid',
  'reversed',
  'returned',
  'waived',
  'refused',
] as const
export type ClaimState = (typeof claimStates)[number]

/** What can happen to a claim; each is kept with who and when. */
export const claimSteps = [
  'confirmed',
  'checked',
  'approved',
  'exported',
  'paid',
  'corrected',
  'reversed',
  'let-stand',
  'returned',
  'waived',
  'refused',
  'reopened',
] as const
export type ClaimStep = (typeof claimSteps)[number]
