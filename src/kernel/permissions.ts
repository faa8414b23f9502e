/** What a person can be in a committee, for a period. Swedish names: `docs/GLOSSARY.md`. */
export const roles = [
  'politician',
  'manager',
  'secretary',
  'chair',
  'quality-officer',
  'fee-officer',
  'administrator',
  'auditor',
] as const
export type Role = (typeof roles)[number]

/** Every permission of the product. A command and a page each name exactly one. */
export const permissions = [
  'committee:see',
  'guideline:read',
  'guideline:edit',
  'guideline:adopt',
  'guideline:interpret',
  'guideline:try-out',
  'appointments:read',
  'appointments:decide',
  'relations:declare',
  'visits:read',
  'visits:initiate',
  'visits:answer',
  'visits:plan',
  'visits:attend',
  'visits:decide-extra',
  'reports:read',
  'reports:write',
  'reports:register',
  'meetings:read',
  'meetings:prepare',
  'claims:read',
  'claims:read-own',
  'claims:confirm',
  'claims:read-all',
  'claims:check',
  'claims:approve',
  'claims:export',
  'summaries:read',
] as const
export type Permission = (typeof permissions)[number]

const reading = [
  'committee:see',
  'guideline:read',
  'appointments:read',
  'visits:read',
  'reports:read',
  'meetings:read',
] as const

const grants: { readonly [R in Role]: readonly Permission[] } = {
  politician: [
    ...reading,
    'relations:declare',
    'visits:initiate',
    'visits:answer',
    'visits:attend',
    'reports:write',
    'claims:read',
    'claims:read-own',
    'claims:confirm',
    'summaries:read',
  ],
  manager: [
    'committee:see',
    'guideline:read',
    'appointments:read',
    'visits:read',
    'reports:read',
    'visits:initiate',
    'visits:plan',
    'visits:attend',
  ],
  secretary: [
    ...reading,
    'guideline:edit',
    'guideline:adopt',
    'guideline:interpret',
    'guideline:try-out',
    'appointments:decide',
    'visits:initiate',
    'visits:answer',
    'visits:plan',
    'visits:attend',
    'reports:register',
    'meetings:prepare',
    'claims:read',
    'claims:read-all',
    'claims:check',
    'summaries:read',
  ],
  chair: [
    ...reading,
    'guideline:try-out',
    'visits:decide-extra',
    'claims:read',
    'claims:read-all',
    'claims:approve',
    'summaries:read',
  ],
  'quality-officer': [...reading, 'summaries:read'],
  'fee-officer': [
    'committee:see',
    'guideline:read',
    'appointments:read',
    'visits:read',
    'claims:read',
    'claims:read-all',
    'claims:check',
    'claims:export',
    'summaries:read',
  ],
  administrator: ['committee:see', 'guideline:read', 'guideline:edit', 'appointments:read'],
  auditor: [...reading, 'claims:read', 'claims:read-all', 'summaries:read'],
}

/** Whether someone with these roles in the committee has the permission. */
export function isAllowed(held: readonly Role[], permission: Permission): boolean {
  return held.some((role) => grants[role].includes(permission))
}
