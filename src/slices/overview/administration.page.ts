import type { Permission } from '../../kernel/permissions.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import { waysInPath } from '../accounts/providers.paths.ts'
import { registerPath } from '../accounts/register.paths.ts'
import { undeliveredPath } from '../accounts/undelivered.paths.ts'
import { lookPath } from '../municipalities/look.paths.ts'
import { correctionsPath } from '../records/correction.paths.ts'
import { dataProtectionPath } from '../records/data-protection.paths.ts'
import { disclosuresPath } from '../records/disclosure.paths.ts'
import { logPath } from '../records/log.paths.ts'
import { retentionPath } from '../records/retention.paths.ts'
import { attachmentRulePath } from '../reports/reports.attachments.paths.ts'

export type AdministrationSubject = {
  readonly name:
    | 'people'
    | 'waysIn'
    | 'look'
    | 'attachments'
    | 'undelivered'
    | 'disclosures'
    | 'retention'
    | 'dataProtection'
    | 'corrections'
    | 'log'
  readonly path: (place: PlaceSlugs) => string
  readonly allow: Permission
}

/** What is done seldom and by few: kept out of the menu, together on one page. In the order it is needed. */
export const administrationSubjects: readonly AdministrationSubject[] = [
  { name: 'people', path: registerPath, allow: 'people:read' },
  { name: 'waysIn', path: waysInPath, allow: 'sign-in:configure' },
  { name: 'look', path: lookPath, allow: 'look:edit' },
  { name: 'attachments', path: attachmentRulePath, allow: 'attachments:allow' },
  { name: 'undelivered', path: (place) => undeliveredPath(place), allow: 'mail:resend' },
  { name: 'disclosures', path: disclosuresPath, allow: 'disclosures:read' },
  { name: 'retention', path: retentionPath, allow: 'retention:read' },
  { name: 'dataProtection', path: dataProtectionPath, allow: 'data-protection:read' },
  { name: 'corrections', path: correctionsPath, allow: 'data-protection:read' },
  { name: 'log', path: (place) => logPath(place), allow: 'log:read' },
]
