import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Alert,
  Breadcrumbs,
  DateField,
  DefinitionList,
  ErrorSummary,
  formatDay,
  Form,
  FormPage,
  type FormState,
  Heading,
  Note,
  Paragraph,
  RadioGroup,
  Section,
  SubmitButton,
  TextArea,
  TextField,
  TextLink,
  Timeline,
  type TimelineEntry,
} from '../../ui/index.ts'
import { onBehalfTexts } from '../people/index.ts'
import { visitPath } from '../visits/visits.paths.ts'
import { ClaimLine } from './claim-line.views.tsx'
import { OtherLines } from './claim-other-lines.views.tsx'
import type { ClaimAdditions } from './claims.additions.page.ts'
import { ClaimAdditionsSection } from './claims.additions.views.tsx'
import { additionsTexts } from './claims.additions.texts.ts'
import type { Standing } from './claims.standing.store.ts'
import {
  allClaimsPath,
  claimApprovalPath,
  claimCheckPath,
  claimConfirmationForPath,
  claimConfirmationPath,
  claimPath,
  claimsPath,
  claimWaiverPath,
  differencePath,
} from './claims.paths.ts'
import { fieldOf } from './claims.forms.ts'
import { StopList } from './claims.stops.views.tsx'
import { NotYours, Signing } from './claims.approval.views.tsx'
import { claimsTexts } from './claims.texts.ts'
import { trailPath } from './claims.year.paths.ts'
import { yearTexts } from './claims.year.texts.ts'
import { ClaimAmount, ClaimantActions, SentBack, type ShownClaim, StateTag } from './claims.views.tsx'

export type ClaimPageProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly claim: ShownClaim
  readonly year: number
  readonly readsAll: boolean
  /** What went to payroll and what it would be today, in a sentence; absent when they agree. */
  readonly differs: string | undefined
  readonly history: readonly TimelineEntry[]
  /** What the claimant has added, and may add; absent where there is neither. */
  readonly additions: ClaimAdditions | undefined
  readonly standing: Standing
  /** The form that came back, with what is wrong. */
  readonly form: FormState
}

/** One claim: amount, reasons, history, and the forms of those who check and approve. */
export function ClaimPage(page: ClaimPageProps) {
  const { language, place, claim, year, readsAll, form } = page
  const texts = claimsTexts(language)
  const above = readsAll ? allClaimsPath(place, { year }) : claimsPath(place, year)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.backToClaims, href: above }]} />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.claimTitle(claim.unit, claim.day)}</Heading>
      {page.differs !== undefined && (
        <Alert tone="warning" heading={texts.differsHeading}>
          <Paragraph>{page.differs}</Paragraph>
          {readsAll && (
            <Paragraph>
              <TextLink href={differencePath(place, claim.id)}>{texts.toDifference}</TextLink>
            </Paragraph>
          )}
        </Alert>
      )}
      <DefinitionList
        items={[
          { term: texts.person, description: claim.person },
          {
            term: texts.visit,
            description: <TextLink href={visitPath(place, claim.visitId)}>{`${claim.unit}, ${claim.day}`}</TextLink>,
          },
          { term: texts.state, description: <StateTag language={language} state={claim.state} /> },
          { term: texts.amount, description: <ClaimAmount language={language} claim={claim} /> },
          ...claim.fields.flatMap(({ title, value }) => (value === '' ? [] : [{ term: title, description: value }])),
          ...(isOpen(claim) ? claim.approval.approvers.map((who) => ({ term: texts.approver, description: who })) : []),
        ]}
      />
      <SentBack language={language} claim={claim} level={2} />
      <StopList language={language} stops={claim.stops} here={claimPath(place, claim.id)} />
      <ConfirmationForm {...page} />
      <ConfirmationForForm {...page} />
      <ClaimantActions language={language} place={place} claim={claim} isOnItsPage />
      {claim.line && (
        <Section heading={texts.reasonsHeading}>
          <ClaimLine language={language} line={claim.line} />
          <OtherLines language={language} others={claim.others} total={claim.total} />
        </Section>
      )}
      <ClaimAdditionsSection language={language} place={place} claimId={claim.id} additions={page.additions} />
      <DecisionForms {...page} />
      {claim.state === 'checked' && <NotYours language={language} claim={claim} />}
      <Section heading={texts.history}>
        <Timeline label={texts.history} entries={page.history} />
        <Paragraph>
          <TextLink href={trailPath(place, claim.id)}>{yearTexts(language).trail}</TextLink>
        </Paragraph>
      </Section>
    </>
  )
}

/** To confirm with what the fee rules want filled in. */
function ConfirmationForm({ language, place, claim, form }: ClaimPageProps) {
  const texts = claimsTexts(language)
  const { id, version, fields, may, awaits } = claim
  if (!may.confirm || !awaits.confirmation || fields.length === 0) return null
  return (
    <Section heading={texts.fieldsHeading}>
      <Note>{texts.fieldsLead}</Note>
      <Form action={claimConfirmationPath(place, id)} version={version} label={texts.fieldsHeading}>
        {fields.map(({ code, title }) => (
          <TextField key={code} language={language} form={form} name={fieldOf(code)} label={title} maxLength={200} />
        ))}
        <SubmitButton>{texts.confirm}</SubmitButton>
      </Form>
    </Section>
  )
}

/** To register what a claimant has confirmed by phone. */
function ConfirmationForForm({ language, place, claim, form, standing }: ClaimPageProps) {
  const texts = claimsTexts(language)
  const { estate, left, estateHeading, estateConfirm } = additionsTexts(language)
  const { id, version, fields, may, awaits, person } = claim
  if (!may.confirmFor || !awaits.confirmation) return null
  return (
    <Section heading={standing.diedOn === undefined ? texts.confirmForHeading : estateHeading}>
      <Note>
        {standing.diedOn !== undefined
          ? estate(person, formatDay(standing.diedOn, language))
          : standing.hasLeft
            ? left(person)
            : texts.confirmForLead(person)}
      </Note>
      <Form action={claimConfirmationForPath(place, id)} version={version} label={texts.confirmForHeading}>
        {fields.map(({ code, title }) => (
          <TextField key={code} language={language} form={form} name={fieldOf(code)} label={title} maxLength={200} />
        ))}
        <DateField
          language={language}
          form={form}
          name="calledOn"
          label={onBehalfTexts(language).calledOn}
          hint={texts.calledOnHint}
          optional
        />
        <SubmitButton tone="secondary">
          {standing.diedOn === undefined ? texts.confirmFor(person) : estateConfirm(person)}
        </SubmitButton>
      </Form>
    </Section>
  )
}

/** Whether somebody is still to decide about it. */
function isOpen({ state }: ShownClaim): boolean {
  return state === 'made' || state === 'confirmed' || state === 'checked' || state === 'returned'
}

function DecisionForms({ language, place, claim, form, readsAll }: ClaimPageProps) {
  const texts = claimsTexts(language)
  if (claim.isOwn) return readsAll && isOpen(claim) ? <Note>{texts.ownClaimNote}</Note> : null
  const { may, id, version } = claim
  const checks = choicesOf([
    [may.check, 'checked', texts.checkChecked],
    [may.returnAsChecker, 'returned', texts.checkReturned],
  ])
  const approvals = choicesOf([
    [may.approve, 'approved', texts.approveApproved],
    [may.returnAsApprover, 'returned', texts.approveReturned],
    [may.refuse, 'refused', texts.approveRefused],
  ])
  const common = { language, form, version }
  return (
    <>
      {checks.length > 0 && (
        <DecisionForm
          {...common}
          heading={texts.checkHeading}
          question={texts.checkOutcome}
          action={claimCheckPath(place, id)}
          choices={checks}
        />
      )}
      {approvals.length > 0 && (
        <DecisionForm
          {...common}
          heading={texts.approveHeading}
          signing={may.approve && claim.approval.mine?.ok ? claim.approval.mine.as : undefined}
          question={texts.approveOutcome}
          action={claimApprovalPath(place, id)}
          choices={approvals}
        />
      )}
    </>
  )
}

function choicesOf(all: readonly (readonly [open: boolean, value: string, label: string])[]) {
  return all.filter(([open]) => open).map(([, value, label]) => ({ value, label }))
}

type DecisionFormProps = {
  readonly language: Language
  readonly form: FormState
  readonly version: number
  readonly heading: string
  readonly question: string
  /** In which role and by what it is signed, where that is what is done. */
  readonly signing?: string | undefined
  readonly action: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

function DecisionForm({ language, form, version, heading, question, signing, action, choices }: DecisionFormProps) {
  const texts = claimsTexts(language)
  return (
    <Section heading={heading}>
      <Form action={action} version={version} label={heading}>
        {signing !== undefined && <Signing language={language} as={signing} />}
        <RadioGroup language={language} form={form} name="outcome" label={question} choices={choices} />
        <TextArea
          language={language}
          form={form}
          name="reason"
          label={texts.reason}
          hint={texts.reasonHint}
          optional="as-labelled"
          rows={3}
          maxLength={500}
        />
        <SubmitButton>{texts.save}</SubmitButton>
      </Form>
    </Section>
  )
}

type WaiverProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly claim: ShownClaim
  readonly form: FormState
}

/** Before a fee is waived: what it means, and room for a reason. */
export function WaiverPage({ language, place, claim, form }: WaiverProps) {
  const texts = claimsTexts(language)
  return (
    <FormPage
      language={language}
      title={texts.waiveTitle}
      lead={texts.waiveLead(claim.unit, claim.day)}
      form={form}
      action={claimWaiverPath(place, claim.id)}
      version={claim.version}
      submitLabel={texts.waiveSubmit}
      cancelHref={claimPath(place, claim.id)}
    >
      <TextArea
        language={language}
        form={form}
        name="reason"
        label={texts.waiveReason}
        optional
        rows={3}
        maxLength={500}
      />
    </FormPage>
  )
}
