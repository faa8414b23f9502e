import type { ComponentChildren } from 'preact'
import type { Day } from '../../kernel/date.ts'
import { formatInstant, type Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { Role } from '../../kernel/permissions.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Actions,
  Breadcrumbs,
  ButtonLink,
  DefinitionList,
  ErrorSummary,
  Form,
  formatDay,
  type FormState,
  Heading,
  Paragraph,
  Section,
  SubmitButton,
  Table,
  TextLink,
} from '../../ui/index.ts'
import { accountTexts } from './account.texts.ts'
import { IdentitiesTable, periodInWords } from './account.views.tsx'
import type { BoundIdentity } from './identities.store.ts'
import { deathTexts } from './death.texts.ts'
import type { InvitationState } from './invitations.rules.ts'
import {
  editPersonPath,
  endRolePath,
  giveRolePath,
  invitePath,
  lockPath,
  registerPath,
  unbindPath,
  unlockPath,
  withdrawPath,
} from './register.paths.ts'
import { registerTexts } from './register.texts.ts'
import { DoneAlert, registeredRole, StatusTags } from './register.views.tsx'

export type PersonHolding = {
  readonly id: string
  readonly role: Role
  readonly title: string | null
  readonly unitName: string | null
  readonly isPrivate: boolean
  readonly validFrom: Day
  readonly validUntil: Day | null
}

export type ShownPerson = {
  readonly id: string
  readonly name: string
  /** Absent where the identity is protected. */
  readonly email: string | undefined
  readonly employmentNumber: string | null
  readonly lockedAt: Instant | null
  readonly lockedBecause: string | null
  readonly isProtected: boolean
  readonly lastSignedIn: Instant | undefined
  readonly diedOn: Day | null
}

export type ShownInvitation = {
  readonly state: InvitationState
  readonly sentAt: Instant
  readonly expiresAt: Instant
}

type PersonProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  /** What went wrong with what was just asked for. */
  readonly form: FormState
  readonly notice: string | undefined
  readonly person: ShownPerson
  readonly holdings: readonly PersonHolding[]
  readonly identities: readonly BoundIdentity[]
  readonly invitation: ShownInvitation | undefined
  readonly mayChange: boolean
  readonly isSelf: boolean
  /** The parts about the identity, for those who may see them. */
  readonly children: ComponentChildren
}

/** One person of the committee: details, roles, ways in, locking. */
export function PersonPage(props: PersonProps) {
  const { language, place, form, notice, person, invitation, mayChange, isSelf, children } = props
  const texts = registerTexts(language)
  const status = {
    isLocked: person.lockedAt !== null,
    isInvited: invitation?.state === 'open',
    isProtected: person.isProtected,
  }
  return (
    <>
      <ErrorSummary language={language} form={form} />
      <DoneAlert notice={notice} />
      <Breadcrumbs language={language} items={[{ label: texts.title, href: registerPath(place) }]} />
      <Heading level={1}>{person.name}</Heading>
      <DefinitionList
        items={[
          { term: texts.status, description: <StatusTags language={language} row={status} /> },
          ...(person.diedOn === null
            ? []
            : [{ term: deathTexts(language).heading, description: formatDay(person.diedOn, language) }]),
          { term: texts.email, description: person.email ?? texts.hidden },
          { term: texts.employmentNumber, description: person.employmentNumber ?? texts.notGiven },
          {
            term: texts.seen,
            description: person.lastSignedIn === undefined ? texts.never : formatInstant(person.lastSignedIn, language),
          },
        ]}
      />
      {mayChange && (
        <Actions>
          <ButtonLink href={editPersonPath(place, person.id)} tone="secondary">
            {texts.edit}
          </ButtonLink>
        </Actions>
      )}
      <RolesSection {...props} />
      <WaysInSection {...props} />
      {children}
      {mayChange && !isSelf && <LockSection {...props} />}
    </>
  )
}

function RolesSection({ language, place, person, holdings, mayChange }: PersonProps) {
  const texts = registerTexts(language)
  const named = (held: PersonHolding) => registeredRole(language, held)
  return (
    <Section heading={texts.roles}>
      <Table
        caption={texts.roles}
        hideCaption
        rows={holdings}
        rowKey={({ id }) => id}
        empty={texts.noRoles}
        columns={[
          { heading: texts.role, rowHeading: true, cell: named },
          { heading: texts.period, cell: (held) => periodInWords(language, held) },
          ...(mayChange
            ? [
                {
                  heading: texts.action,
                  cell: (held: PersonHolding) => (
                    <TextLink href={endRolePath(place, person.id, held.id)} label={texts.endRoleLabel(named(held))}>
                      {texts.endRole}
                    </TextLink>
                  ),
                },
              ]
            : []),
        ]}
      />
      {mayChange && person.diedOn === null && (
        <Actions>
          <ButtonLink href={giveRolePath(place, person.id)} tone="secondary">
            {texts.giveRole}
          </ButtonLink>
        </Actions>
      )}
    </Section>
  )
}

function WaysInSection({ language, place, person, identities, invitation, mayChange }: PersonProps) {
  const texts = registerTexts(language)
  const isOpen = invitation?.state === 'open'
  return (
    <Section heading={texts.waysIn}>
      <Paragraph>{invitationInWords(language, invitation)}</Paragraph>
      {mayChange && person.diedOn === null && (
        <Form action={invitePath(place, person.id)}>
          <Actions>
            <SubmitButton tone="secondary">{isOpen ? texts.inviteAgain : texts.invite}</SubmitButton>
          </Actions>
        </Form>
      )}
      {mayChange && isOpen && (
        <Form action={withdrawPath(place, person.id)}>
          <Actions>
            <SubmitButton tone="quiet">{texts.withdraw}</SubmitButton>
          </Actions>
        </Form>
      )}
      {identities.length > 0 && (
        <>
          <Heading level={3}>{accountTexts(language).identitiesHeading}</Heading>
          <IdentitiesTable
            language={language}
            identities={identities}
            actionOf={mayChange ? ({ id }) => unbindPath(place, person.id, id) : undefined}
          />
        </>
      )}
    </Section>
  )
}

function invitationInWords(language: Language, invitation: ShownInvitation | undefined): string {
  const texts = registerTexts(language)
  if (!invitation) return texts.invitationStates.none
  const { state, sentAt, expiresAt } = invitation
  return state === 'open'
    ? texts.invitationOpen(formatInstant(sentAt, language), formatInstant(expiresAt, language))
    : texts.invitationStates[state]
}

function LockSection({ language, place, person }: PersonProps) {
  const texts = registerTexts(language)
  return (
    <Section heading={texts.locking}>
      {person.lockedAt === null ? (
        <>
          <Paragraph>{texts.lockText}</Paragraph>
          <Actions>
            <ButtonLink href={lockPath(place, person.id)} tone="secondary">
              {texts.lock}
            </ButtonLink>
          </Actions>
        </>
      ) : (
        <>
          <Paragraph>
            {texts.lockedSince(formatInstant(person.lockedAt, language), person.lockedBecause ?? texts.notGiven)}
          </Paragraph>
          <Form action={unlockPath(place, person.id)}>
            <Actions>
              <SubmitButton tone="secondary">{texts.unlock}</SubmitButton>
            </Actions>
          </Form>
        </>
      )}
    </Section>
  )
}
