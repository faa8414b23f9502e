import type { Role } from '../../kernel/permissions.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Alert,
  Card,
  CardGrid,
  EmptyState,
  Heading,
  Lead,
  List,
  Note,
  Paragraph,
  Section,
  type Task,
  TaskList,
  TextLink,
} from '../../ui/index.ts'
import { appointmentsPath } from '../appointments/appointments.paths.ts'
import { claimsPath, payrollPath } from '../claims/claims.paths.ts'
import { guidelinePath } from '../guidelines/guidelines.paths.ts'
import { personalDataPath } from '../municipalities/municipalities.paths.ts'
import { dataProtectionTexts } from '../records/index.ts'
import { ownDataPath, registeredForMePath } from '../records/own-data.paths.ts'
import { reportsPath } from '../reports/reports.paths.ts'
import { summaryPath } from '../summaries/summaries.paths.ts'
import { briefingPath } from '../visits/briefing.paths.ts'
import { contactsPath, newContactPath } from '../visits/contacts.paths.ts'
import { visitsPath } from '../visits/visits.paths.ts'
import { unitsPath } from './overview.paths.ts'
import { startTexts } from './start.texts.ts'
import { type LinkedEntry, LinkedTimeline } from './timeline.views.tsx'

export type StartPageProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly firstName: string
  readonly roles: readonly Role[]
  readonly tasks: readonly Task[]
  readonly waiting: readonly Task[]
  readonly upcoming: readonly LinkedEntry[]
  readonly hasGuideline: boolean
  /** Nobody has told the person yet how their data are processed. */
  readonly isFirstSignIn: boolean
  /** What somebody registered for the person by phone and they have not answered, a line each. */
  readonly registered: readonly string[]
}

/** The page people meet first: what waits for them, each with its one next step; then what waits for others. */
export function StartPage({
  language,
  place,
  firstName,
  roles,
  tasks,
  waiting,
  upcoming,
  hasGuideline,
  isFirstSignIn,
  registered,
}: StartPageProps) {
  const texts = startTexts(language)
  const privacy = dataProtectionTexts(language)
  const links = linksFor(roles)
  return (
    <>
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{tasks.length === 0 ? texts.leadDone(firstName) : texts.lead(firstName, tasks.length)}</Lead>
      {!hasGuideline && (
        <Alert tone="warning" heading={texts.noGuidelineHeading}>
          <Paragraph>{texts.noGuideline}</Paragraph>
          <Paragraph>
            <TextLink href={guidelinePath(place)}>{texts.toGuideline}</TextLink>
          </Paragraph>
        </Alert>
      )}
      {registered.length > 0 && (
        <Alert heading={texts.registeredHeading}>
          <List items={registered} />
          <Paragraph>
            <TextLink href={registeredForMePath(place)}>{texts.registeredAnswer}</TextLink>
          </Paragraph>
        </Alert>
      )}
      {isFirstSignIn && (
        <Alert heading={privacy.notice}>
          <Paragraph>{privacy.noticeText}</Paragraph>
          <Paragraph>
            <TextLink href={personalDataPath(place.municipality)}>{privacy.noticeLink}</TextLink>
          </Paragraph>
          <Paragraph>
            <TextLink href={ownDataPath(place)}>{privacy.noticeOwn}</TextLink>
          </Paragraph>
        </Alert>
      )}
      {tasks.length === 0 ? (
        <EmptyState heading={texts.doneHeading}>{texts.done}</EmptyState>
      ) : (
        <TaskList language={language} label={texts.tasks} tasks={tasks} />
      )}
      {upcoming.length > 0 && (
        <Section heading={texts.upcoming} id="kommande">
          <LinkedTimeline label={texts.upcoming} entries={upcoming} />
        </Section>
      )}
      {waiting.length > 0 && (
        <Section heading={texts.waiting} id="vantar">
          <Note>{texts.waitingLead}</Note>
          <TaskList language={language} label={texts.waiting} tasks={waiting} />
        </Section>
      )}
      {links.length > 0 && (
        <Section heading={texts.shortcuts} id="vidare">
          <CardGrid>
            {links.map((link) => (
              <Card key={link} heading={texts.links[link].heading} href={addresses[link](place)}>
                <Paragraph>{texts.links[link].text}</Paragraph>
              </Card>
            ))}
          </CardGrid>
        </Section>
      )}
    </>
  )
}

type Link = keyof ReturnType<typeof startTexts>['links']

const addresses: { readonly [L in Link]: (place: PlaceSlugs) => string } = {
  summary: (place) => summaryPath(place),
  guideline: guidelinePath,
  visits: (place) => visitsPath(place),
  reports: reportsPath,
  claims: (place) => claimsPath(place),
  units: unitsPath,
  appointments: appointmentsPath,
  payroll: payrollPath,
  contact: newContactPath,
  contacts: (place) => contactsPath(place),
  briefing: (place) => briefingPath(place),
}

/** Those whose work is to read, or who act only when somebody wants something of them, are shown where to look. */
const linksOfRole: { readonly [R in Role]?: readonly Link[] } = {
  politician: ['contact', 'contacts'],
  secretary: ['briefing', 'contacts'],
  chair: ['contacts'],
  manager: ['units', 'visits', 'reports'],
  'quality-officer': ['summary', 'reports', 'visits', 'contacts'],
  auditor: ['guideline', 'visits', 'reports', 'claims', 'summary', 'contacts'],
  administrator: ['units', 'appointments', 'guideline'],
  'fee-officer': ['claims', 'payroll', 'summary'],
  'vice-chair': ['claims', 'visits'],
  approver: ['claims', 'visits'],
}

function linksFor(roles: readonly Role[]): readonly Link[] {
  return [...new Set(roles.flatMap((role) => linksOfRole[role] ?? []))]
}
