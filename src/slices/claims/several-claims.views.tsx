import type { Language } from '../../kernel/language.ts'
import { formatKronor, ore } from '../../kernel/money.ts'
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
  const open = claims.filter((claim) => !claim.isOwn)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.backToClaims, href: allClaimsPath(place) }]} />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead}</Lead>
      {claims.length === 0 && <EmptyState heading={texts.bulkEmptyHeading}>{texts.bulkEmpty}</EmptyState>}
      {claims.map((claim) => (
        <Card key={claim.id} level={2} heading={headingOf(claim, language)}>
          <StopList language={language} stops={claim.stops} level={3} />
          {claim.line && <ClaimLine language={language} line={claim.line} />}
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
          <Actions>
            <SubmitButton>{words.submit}</SubmitButton>
          </Actions>
        </Form>
      )}
    </>
  )
}

function headingOf(claim: ShownClaim, language: Language): string {
  return claim.isOwn ? claimsTexts(language).bulkOwn(claim.person) : labelOf(claim, language)
}

function labelOf({ person, unit, day, line }: ShownClaim, language: Language): string {
  return claimsTexts(language).bulkChoose(person, unit, day, formatKronor(line?.amount ?? ore(0)))
}
