import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Alert,
  Form,
  type FormState,
  HiddenField,
  List,
  Note,
  Paragraph,
  RadioGroup,
  Section,
  SubmitButton,
  TextArea,
  TextLink,
} from '../../ui/index.ts'
import { approvalTexts } from './claims.approval.texts.ts'
import { claimPath } from './claims.paths.ts'
import { chosenValue } from './claims.rules.ts'
import type { ShownClaim } from './claims.views.tsx'

/** What somebody signs by approving, in which role: before the button. */
export function Signing({ language, as }: { readonly language: Language; readonly as: string }) {
  const texts = approvalTexts(language)
  return (
    <Alert heading={texts.signing} level={3}>
      <Paragraph>{as}</Paragraph>
      <Paragraph>{texts.signingText}</Paragraph>
    </Alert>
  )
}

type OneProps = { readonly language: Language; readonly claim: ShownClaim }

/** Why the one who looks does not approve the claim, and who can; nothing when they may, or never could. */
export function NotYours({ language, claim }: OneProps) {
  const texts = approvalTexts(language)
  const { mine, approvers } = claim.approval
  if (mine === undefined || mine.ok || claim.isOwn) return null
  return (
    <Section heading={texts.notYours}>
      <Note>{mine.why}</Note>
      <List items={[...approvers]} />
    </Section>
  )
}

type ManyProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly claims: readonly ShownClaim[]
  readonly labelOf: (claim: ShownClaim) => string
}

/** The claims that wait for somebody else, each with why and who. */
export function OthersApprove({ language, place, claims, labelOf }: ManyProps) {
  const texts = approvalTexts(language)
  if (claims.length === 0) return null
  return (
    <Section heading={texts.othersHeading}>
      <Note>{texts.othersLead}</Note>
      <List
        items={claims.map((claim) => (
          <>
            <TextLink href={claimPath(place, claim.id)}>{labelOf(claim)}</TextLink>
            {claim.approval.mine?.ok === false && <Note>{claim.approval.mine.why}</Note>}
            <Note>{`${texts.by} ${claim.approval.approvers.join('; ')}`}</Note>
          </>
        ))}
      />
    </Section>
  )
}

/** To give one of several back with a reason. */
export function ReturnOne({
  language,
  form,
  action,
  claims,
  labelOf,
}: Omit<ManyProps, 'place'> & { readonly form: FormState; readonly action: string }) {
  const texts = approvalTexts(language)
  if (claims.length === 0) return null
  return (
    <Section heading={texts.returnHeading}>
      <Note>{texts.returnLead}</Note>
      <Form action={action} label={texts.returnHeading}>
        <HiddenField name="what" value="return" />
        <RadioGroup
          language={language}
          form={form}
          name="one"
          label={texts.returnChoice}
          choices={claims.map((claim) => ({ value: chosenValue(claim), label: labelOf(claim) }))}
        />
        <TextArea language={language} form={form} name="reason" label={texts.returnReason} rows={3} maxLength={500} />
        <SubmitButton tone="secondary">{texts.returnSubmit}</SubmitButton>
      </Form>
    </Section>
  )
}
