import type { MenuItem } from './layout.tsx'
import type { HandlerDependencies } from './platform/handler.ts'
import type { DailyTask } from './platform/schedule.ts'
import type { EventHandler } from './platform/outbox.ts'
import type { PageRoute } from './platform/http/page.ts'
import type { PublicRoute } from './platform/http/public.ts'
import { appointmentsPath } from './slices/appointments/appointments.paths.ts'
import { appointmentsRoutes } from './slices/appointments/index.ts'
import { unitDaysRoutes } from './slices/directory/index.ts'
import { claimsPath, payrollPath } from './slices/claims/claims.paths.ts'
import { claimsFacts, claimsHandlers, claimsRoutes } from './slices/claims/index.ts'
import { guidelinePath } from './slices/guidelines/guidelines.paths.ts'
import { compareRoutes, editorRoutes, guidelinesRoutes } from './slices/guidelines/index.ts'
import { meetingsFacts, meetingsHandlers, meetingsRoutes, readBeforeVisit } from './slices/meetings/index.ts'
import { meetingsPath } from './slices/meetings/meetings.paths.ts'
import { lookRoutes, municipalitiesRoutes } from './slices/municipalities/index.ts'
import { overviewHandlers, overviewRoutes, tryOutRoutes } from './slices/overview/index.ts'
import { administrationSubjects } from './slices/overview/administration.page.ts'
import { administrationPath, coveragePath, startPath, unitsPath } from './slices/overview/overview.paths.ts'
import {
  accountRoutes,
  accountsRoutes,
  deathRoutes,
  emergencyRoutes,
  emergencySignInRoutes,
  externalRoutes,
  samlRoutes,
  invitationsRoutes,
  mailboxRoutes,
  passkeySignInRoutes,
  passkeysRoutes,
  providersRoutes,
  registerPersonRoutes,
  registerRoutes,
  undeliveredRoutes,
} from './slices/accounts/index.ts'
import { mailChoiceRoutes, peopleDaily, peopleHandlers } from './slices/people/index.ts'
import { reportsDaily, reportsHandlers, reportsRoutes } from './slices/reports/index.ts'
import {
  disclosureRoutes,
  logRoutes,
  retentionRoutes,
  correctionRoutes,
  dataProtectionRoutes,
  ownDataRoutes,
  personalDataParts,
} from './slices/records/index.ts'
import { handOversPath } from './slices/reports/reports.handover.paths.ts'
import { reportsPath } from './slices/reports/reports.paths.ts'
import { summariesRoutes } from './slices/summaries/index.ts'
import { summaryPath } from './slices/summaries/summaries.paths.ts'
import {
  briefingRoutes,
  contactsRoutes,
  preparationRoutes,
  visitsHandlers,
  feedRoutes,
  publicFeedRoutes,
  replyRoutes,
  visitsDaily,
  visitsRoutes,
} from './slices/visits/index.ts'
import { visitsPath } from './slices/visits/visits.paths.ts'

export { compareEverywhere } from './slices/claims/index.ts'

/** Every page that needs no sign-in. A test holds this list against a written one. */
export const publicPages: readonly PublicRoute[] = [
  ...accountsRoutes,
  ...passkeySignInRoutes,
  ...emergencySignInRoutes,
  ...externalRoutes,
  ...samlRoutes,
  ...invitationsRoutes,
  ...mailboxRoutes,
  ...replyRoutes,
  ...publicFeedRoutes,
  ...municipalitiesRoutes(personalDataParts),
]

/** Every page of a committee, in the order of the slices; an address with a fixed word stands before one with an id. */
export const pages: readonly PageRoute[] = [
  ...accountRoutes,
  ...mailChoiceRoutes,
  ...feedRoutes,
  ...registerRoutes,
  ...registerPersonRoutes,
  ...deathRoutes,
  ...undeliveredRoutes,
  ...passkeysRoutes,
  ...emergencyRoutes,
  ...providersRoutes,
  ...lookRoutes,
  ...guidelinesRoutes,
  ...editorRoutes,
  ...compareRoutes,
  ...unitDaysRoutes,
  ...appointmentsRoutes,
  // Whether a visit is reported is the meetings' knowledge, and what is paid the claims': its pages are judged with theirs too.
  ...visitsRoutes(meetingsFacts, (scope) => ({ ...meetingsFacts(scope), ...claimsFacts(scope) })),
  ...preparationRoutes({ facts: meetingsFacts, preparation: readBeforeVisit }),
  ...briefingRoutes,
  ...contactsRoutes,
  ...reportsRoutes,
  ...meetingsRoutes,
  ...claimsRoutes,
  ...summariesRoutes,
  ...disclosureRoutes,
  ...retentionRoutes,
  ...logRoutes,
  ...ownDataRoutes,
  ...correctionRoutes,
  ...dataProtectionRoutes,
  ...tryOutRoutes,
  ...overviewRoutes,
]

/** The main menu, in the order of the work. The first is the start page. */
export const menu: readonly MenuItem[] = [
  { label: 'start', path: startPath, allow: ['committee:see'] },
  { label: 'units', path: unitsPath, allow: ['appointments:read'], covers: [coveragePath] },
  { label: 'appointments', path: appointmentsPath, allow: ['appointments:read'] },
  { label: 'visits', path: visitsPath, allow: ['visits:read'] },
  { label: 'reports', path: reportsPath, allow: ['reports:read'], covers: [handOversPath] },
  { label: 'meetings', path: meetingsPath, allow: ['meetings:read'] },
  { label: 'claims', path: (place) => claimsPath(place), allow: ['claims:read'] },
  { label: 'payroll', path: payrollPath, allow: ['claims:export'] },
  { label: 'summary', path: (place) => summaryPath(place), allow: ['summaries:read'] },
  { label: 'guideline', path: guidelinePath, allow: ['guideline:read'] },
  {
    label: 'administration',
    path: administrationPath,
    allow: ['retention:read'],
    covers: administrationSubjects.map(({ path }) => path),
  },
]

/** Every reaction to an event, in the order of the slices. */
export function handlers(dependencies: HandlerDependencies): readonly EventHandler[] {
  return [
    ...peopleHandlers(dependencies),
    ...visitsHandlers(dependencies),
    ...reportsHandlers(dependencies),
    ...meetingsHandlers(dependencies),
    ...claimsHandlers(dependencies),
    ...overviewHandlers(dependencies),
  ]
}

/** Everything that is done once a day, in this order: what is told that day is gathered last. */
export function dailyTasks(where: { readonly publicUrl: string }): readonly DailyTask[] {
  return [...visitsDaily(where), ...reportsDaily(where, meetingsFacts), ...peopleDaily]
}
