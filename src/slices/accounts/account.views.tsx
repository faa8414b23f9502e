import type { ComponentChildren } from 'preact'
import { addDays, type Day } from '../../kernel/date.ts'
import { formatInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { Role } from '../../kernel/permissions.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Actions,
  Alert,
  DefinitionList,
  Form,
  formatDay,
  Heading,
  Lead,
  List,
  Note,
  Paragraph,
  Section,
  SubmitButton,
  Table,
  Tag,
  TextLink,
} from '../../ui/index.ts'
import { peopleTexts } from '../people/index.ts'
import { mailChoicePath } from '../people/mail-choice.paths.ts'
import { ownDataPath } from '../records/own-data.paths.ts'
import { feedPath } from '../visits/feed.paths.ts'
import { endSessionPath, signOutEverywherePath, unbindOwnPath } from './account.paths.ts'
import { accountTexts } from './account.texts.ts'
import type { BoundIdentity } from './identities.store.ts'
import { deviceName } from './passkeys.rules.ts'
import { browserKind } from './sessions.rules.ts'
import type { OwnSession } from './sessions.store.ts'

export type OwnHolding = {
  readonly id: string
  readonly committee: string
  readonly role: Role
  readonly title: string | null
  readonly unitName: string | null
  readonly validFrom: Day
  readonly validUntil: Day | null
}

type AccountProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly person: { readonly name: string; readonly email: string; readonly isProtected: boolean }
  readonly holdings: readonly OwnHolding[]
  readonly identities: readonly BoundIdentity[]
  readonly sessions: readonly OwnSession[]
  /** The session that asks. */
  readonly sessionId: string
  readonly notice: string | undefined
  /** The parts about other ways in. */
  readonly children: ComponentChildren
}

/** The own account: who one is, one's roles, ways in and sessions. */
export function AccountPage(props: AccountProps) {
  const { language, person, holdings, notice, children } = props
  const texts = accountTexts(language)
  return (
    <>
      {notice && (
        <Alert tone="good" announce>
          {notice}
        </Alert>
      )}
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      <Section heading={texts.you}>
        <DefinitionList
          items={[
            { term: texts.name, description: person.name },
            { term: texts.email, description: person.email },
          ]}
        />
        <Note>{person.isProtected ? texts.protectedName : texts.emailHint}</Note>
        <Paragraph>
          <TextLink href={ownDataPath(props.place)}>{texts.ownData}</TextLink>
        </Paragraph>
      </Section>
      <Section heading={texts.rolesHeading}>
        <Table
          caption={texts.rolesHeading}
          hideCaption
          rows={holdings}
          rowKey={({ id }) => id}
          empty={texts.noRoles}
          columns={[
            { heading: texts.role, rowHeading: true, cell: (held) => roleInWords(language, held) },
            { heading: texts.committee, cell: ({ committee }) => committee },
            { heading: texts.period, cell: (held) => periodInWords(language, held) },
          ]}
        />
      </Section>
      <Section heading={texts.mailHeading}>
        <Paragraph>{texts.mailLead}</Paragraph>
        <List
          items={[
            <TextLink key="mail" href={mailChoicePath(props.place)}>
              {texts.mailChoice}
            </TextLink>,
            <TextLink key="calendar" href={feedPath(props.place)}>
              {texts.calendarFeed}
            </TextLink>,
          ]}
        />
      </Section>
      <IdentitiesSection {...props} />
      {children}
      <SessionsSection {...props} />
    </>
  )
}

function IdentitiesSection({ language, place, identities }: AccountProps) {
  const texts = accountTexts(language)
  if (identities.length === 0) return null
  return (
    <Section heading={texts.identitiesHeading}>
      <Paragraph>{texts.identitiesLead}</Paragraph>
      <IdentitiesTable language={language} identities={identities} actionOf={({ id }) => unbindOwnPath(place, id)} />
    </Section>
  )
}

type IdentitiesProps = {
  readonly language: Language
  readonly identities: readonly BoundIdentity[]
  /** Absent where nothing may be changed. */
  readonly actionOf: ((identity: BoundIdentity) => string) | undefined
}

/** By whom somebody is known elsewhere, each with a button that ends it. */
export function IdentitiesTable({ language, identities, actionOf }: IdentitiesProps) {
  const texts = accountTexts(language)
  return (
    <Table
      caption={texts.identitiesHeading}
      hideCaption
      rows={identities}
      rowKey={({ id }) => id}
      empty={texts.noIdentities}
      columns={[
        {
          heading: texts.provider,
          rowHeading: true,
          cell: ({ label, isOn }) => (isOn ? label : `${label} (${texts.providerOff})`),
        },
        { heading: texts.bound, cell: ({ boundAt }) => formatInstant(boundAt, language) },
        {
          heading: texts.used,
          cell: ({ lastUsedAt }) => (lastUsedAt === null ? texts.never : formatInstant(lastUsedAt, language)),
        },
        ...(actionOf
          ? [
              {
                heading: texts.action,
                cell: (identity: BoundIdentity) => (
                  <Form action={actionOf(identity)}>
                    <SubmitButton tone="quiet" label={texts.unbindLabel(identity.label)}>
                      {texts.unbind}
                    </SubmitButton>
                  </Form>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function SessionsSection({ language, place, sessions, sessionId }: AccountProps) {
  const texts = accountTexts(language)
  return (
    <Section heading={texts.sessionsHeading} id="inloggningar">
      <Paragraph>{texts.sessionsLead}</Paragraph>
      <Table
        caption={texts.sessionsHeading}
        hideCaption
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          { heading: texts.browser, rowHeading: true, cell: ({ browser }) => browserInWords(language, browser) },
          {
            heading: texts.method,
            cell: ({ method, providerLabel }) => providerLabel ?? texts.methods[method],
          },
          { heading: texts.begun, cell: ({ startedAt }) => formatInstant(startedAt, language) },
          {
            heading: texts.seen,
            cell: ({ lastSeenAt, startedAt }) => formatInstant(lastSeenAt ?? startedAt, language),
          },
          {
            heading: texts.action,
            cell: ({ id, browser, startedAt }) =>
              id === sessionId ? (
                <Tag tone="info">{texts.thisOne}</Tag>
              ) : (
                <Form action={endSessionPath(place, id)}>
                  <SubmitButton
                    tone="quiet"
                    label={texts.endSessionLabel(browserInWords(language, browser), formatInstant(startedAt, language))}
                  >
                    {texts.endSession}
                  </SubmitButton>
                </Form>
              ),
          },
        ]}
      />
      <Paragraph>{texts.everywhereText}</Paragraph>
      <Form action={signOutEverywherePath(place)}>
        <Actions>
          <SubmitButton tone="secondary">{texts.everywhere}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  )
}

/** Returns «Firefox på Windows» of what a browser calls itself. */
function browserInWords(language: Language, userAgent: string): string {
  const texts = accountTexts(language)
  const [browser, device] = [browserKind(userAgent), deviceName(userAgent)]
  if (browser === undefined || device === undefined) return browser ?? device ?? texts.browserUnknown
  return texts.browserOn(browser, device)
}

type Held = {
  readonly role: Role
  readonly title: string | null
  readonly unitName: string | null
}

/** Returns the role's name with the unit or the title, «Enhetschef, Solgården». */
export function roleInWords(language: Language, { role, title, unitName }: Held): string {
  const name = peopleTexts(language).roles[role]
  const told = [unitName, title].filter((it) => it !== null && it !== '' && it !== name.toLowerCase())
  return [name, ...told].join(', ')
}

/** Returns the period of a role in words; the last day is the one before the day it no longer holds. */
export function periodInWords(
  language: Language,
  { validFrom, validUntil }: { readonly validFrom: Day; readonly validUntil: Day | null },
): string {
  const texts = accountTexts(language)
  const from = formatDay(validFrom, language)
  return validUntil === null ? texts.open(from) : texts.until(from, formatDay(addDays(validUntil, -1), language))
}
