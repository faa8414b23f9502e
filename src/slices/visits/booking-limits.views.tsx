import type { Language } from '../../kernel/language.ts'
import {
  Alert,
  CheckboxGroup,
  type Choice,
  type FormState,
  List,
  Paragraph,
  Section,
  TextLink,
} from '../../ui/index.ts'
import { bookingLimitsTexts } from './booking-limits.texts.ts'

/** What to know before a day is chosen, in sentences. */
export type BookingLimitsPart = {
  readonly rules: readonly string[]
  readonly blocked: readonly string[]
  readonly councils: readonly string[]
  readonly providers: readonly {
    readonly id: string
    readonly rule: string
    /** Whether there is the agreement that the guideline asks for. */
    readonly agreement: string | undefined
    /** Where it is noted, for the one who can. */
    readonly days: { readonly href: string; readonly label: string } | undefined
  }[]
  /** Who is to be consulted first, where the guideline says so. */
  readonly consulted: { readonly clause: string; readonly choices: readonly Choice[] } | undefined
}

/** When a visit can be made, when not, and what holds for a private provider. */
export function BookingLimits({
  language,
  limits,
}: {
  readonly language: Language
  readonly limits: BookingLimitsPart
}) {
  const texts = bookingLimitsTexts(language)
  const { rules, blocked, councils, providers } = limits
  return (
    <>
      {providers.length > 0 && (
        <Alert tone="info" heading={texts.providerHeading}>
          {providers.map(({ id, rule, agreement, days }) => (
            <Paragraph key={id}>
              {rule} {agreement} {days && <TextLink href={days.href}>{days.label}</TextLink>}
            </Paragraph>
          ))}
        </Alert>
      )}
      {rules.length > 0 && (
        <Section heading={texts.heading}>
          <List items={rules} />
        </Section>
      )}
      {blocked.length > 0 && (
        <Alert tone="warning" heading={texts.blockedHeading}>
          <List items={blocked} />
        </Alert>
      )}
      {councils.length > 0 && (
        <Alert tone="info" heading={texts.councilHeading}>
          <List items={councils} />
        </Alert>
      )}
    </>
  )
}

/** Who was consulted before the visit was taken up; nothing where the guideline does not ask. */
export function ConsultedField({
  language,
  form,
  consulted,
}: {
  readonly language: Language
  readonly form: FormState
  readonly consulted: BookingLimitsPart['consulted']
}) {
  const texts = bookingLimitsTexts(language)
  if (consulted === undefined) return null
  return (
    <CheckboxGroup
      language={language}
      form={form}
      name="consulted"
      label={texts.consulted}
      hint={texts.consultedHint(consulted.clause)}
      choices={consulted.choices}
      optional
    />
  )
}
