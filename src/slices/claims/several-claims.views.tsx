import type { Language } from '../../kernel/language.ts'
import { formatKronor } from '../../kernel/money.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Actions,
  Breadcrumbs,
  Card,
  CheckboxGroup,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  Lead,
  Paragraph,
  SubmitButton,
  TextLink,
} from '../../ui/index.ts'
import { ClaimLine } from './claim-line.views.tsx'
import { OtherLines } from './claim-other-lines.views.tsx'
import { OthersApprove, ReturnOne, Signing } from './claims.approval.views.tsx'
import { allClaimsPath, approvalsPath, checksPath, claimPath } from './claims.paths.ts'
import { chosenValue } from './claims.rules.ts'
import { StopList } from './claims.stops.views.tsx'
import { claimsTexts } from './claims.texts.ts'
import type { ShownClaim } from './claims.views.tsx'

export type SeveralProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly what: 'check' | 'approve'
  readonly form: FormState
  /** Those that wait, the own ones too: shown so that nobody wonders, without a box to tick. */
  readonly claims: readonly ShownClaim[]
}

/** Several claims to check or approve at once, each with its amount and every reason. */
export function SeveralClaimsPage({ language, place, what, form, claims }: SeveralProps) {
  const texts = claimsTexts(language)
  const words =
    what === 'check'
      ? { title: texts.bulkCheckTitle, lead: texts.bulkCheckLead, submit: texts.bulkCheck, action: checksPath(place) }
      : {
          title: texts.bulkApproveTitle,
          lead: texts.bulkApproveLead,
          submit: texts.bulkApprove,
          action: approvalsPath(place),
        }
  // What is one's own, or stopped, is shown so that nobody wonders, without a box to tick.
  const open = claims.filter(({ may }) => (what === 'check' ? may.check : may.approve))
  // Whoever approves by role or delegation sees what waits for them first, and last what waits for somebody else.
  const theirs = what === 'approve' ? claims.filter(({ approval, isOwn }) => approval.mine?.ok === false && !isOwn) : []
  const ours = claims.filter((claim) => !theirs.includes(claim))
  const roles = what === 'approve' ? open.flatMap(({ approval }) => (approval.mine?.ok ? approval.mine.as : [])) : []
  const returnable = ours.filter(({ may }) => (what === 'check' ? may.returnAsChecker : may.returnAsApprover))
  const label = (claim: ShownClaim) => labelOf(claim, language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.backToClaims, href: allClaimsPath(place) }]} />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead}</Lead>
      {ours.length === 0 && <EmptyState heading={texts.bulkEmptyHeading}>{texts.bulkEmpty}</EmptyState>}
      {ours.map((claim) => (
        <Card key={claim.id} level={2} heading={headingOf(claim, language)}>
          <StopList language={language} stops={claim.stops} level={3} />
          {claim.line && <ClaimLine language={language} line={claim.line} />}
          <OtherLines language={language} others={claim.others} total={claim.total} />
          <Paragraph>
            <TextLink href={claimPath(place, claim.id)} label={texts.openClaimOf(claim.person, claim.unit, claim.day)}>
              {texts.openClaim}
            </TextLink>
          </Paragraph>
        </Card>
      ))}
      {open.length > 0 && (
        <Form action={words.action} label={words.title}>
          <CheckboxGroup
            language={language}
            form={form}
            name="claim"
            label={texts.bulkChosen}
            choices={open.map((claim) => ({ value: chosenValue(claim), label: labelOf(claim, language) }))}
          />
          {what === 'approve' && <Signing language={language} as={[...new Set(roles)].join(' ')} />}
          <Actions>
            <SubmitButton>{words.submit}</SubmitButton>
          </Actions>
        </Form>
      )}
      <ReturnOne language={language} form={form} action={words.action} claims={returnable} labelOf={label} />
      <OthersApprove language={language} place={place} claims={theirs} labelOf={label} />
    </>
  )
}

function headingOf(claim: ShownClaim, language: Language): string {
  return claim.isOwn ? claimsTexts(language).bulkOwn(claim.person) : labelOf(claim, language)
}

function labelOf({ person, unit, day, total }: ShownClaim, language: Language): string {
  return claimsTexts(language).bulkChoose(person, unit, day, formatKronor(total))
}
