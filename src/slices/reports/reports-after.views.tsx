import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  ButtonLink,
  type Definition,
  DefinitionList,
  FindingList,
  Form,
  List,
  Note,
  Section,
  SubmitButton,
  Tag,
  TextLink,
  WrittenText,
} from '../../ui/index.ts'
import { correctTexts } from './reports.correct.texts.ts'

export type AfterParts = {
  readonly language: Language
  /** That a newer version exists, and what made this one. */
  readonly notices: readonly {
    readonly heading: string
    readonly text: string
    readonly quote?: string | undefined
    readonly link?: { readonly href: string; readonly label: string } | undefined
  }[]
  /** That the attendance was put right afterwards. */
  readonly attendance?: string | undefined
  /** None for an oral report. */
  readonly registration: readonly Definition[]
  /** Absent where nobody is asked to sign. */
  readonly signatures?:
    | {
        readonly who: string
        readonly lines: readonly string[]
        readonly finding?: { readonly text: string; readonly clause: string } | undefined
        readonly note?: string | undefined
        readonly sign?: { readonly action: string; readonly hint: string | undefined } | undefined
        readonly dissentHref?: string | undefined
        readonly hasDissented: boolean
      }
    | undefined
  readonly dissents: readonly { readonly heading: string; readonly text: string }[]
  /** The latest first; absent while there is one alone. */
  readonly versions?:
    | readonly {
        readonly label: string
        readonly what: string
        readonly isLatest: boolean
        /** Absent for the one that is shown. */
        readonly href?: string | undefined
        readonly pdf: { readonly href: string; readonly label: string }
      }[]
    | undefined
  readonly correctHref?: string | undefined
}

/** What has happened to the report since it was handed in: above its text. */
export function AfterNotices({ language, notices, attendance, correctHref }: AfterParts) {
  const texts = correctTexts(language)
  return (
    <>
      {notices.map(({ heading, text, quote, link }) => (
        <Alert key={heading} tone={link ? 'warning' : 'info'} heading={heading}>
          <p>{text}</p>
          {quote !== undefined && <WrittenText>{quote}</WrittenText>}
          {link && (
            <p>
              <TextLink href={link.href}>{link.label}</TextLink>
            </p>
          )}
        </Alert>
      ))}
      {attendance !== undefined && (
        <Alert tone="warning" heading={texts.attendanceHeading}>
          <p>{attendance}</p>
        </Alert>
      )}
      {correctHref !== undefined && (
        <Actions>
          <ButtonLink href={correctHref} tone="secondary">
            {texts.open}
          </ButtonLink>
        </Actions>
      )}
    </>
  )
}

/** Dissents, signatures, the registration and all versions: below the report's text. */
export function AfterSections({ language, signatures, dissents, registration, versions }: AfterParts) {
  const texts = correctTexts(language)
  return (
    <>
      {dissents.length > 0 && (
        <Section heading={texts.dissentTitle} id="avvikande-mening">
          {dissents.map(({ heading, text }) => (
            <Section key={heading} heading={heading} level={3}>
              <WrittenText>{text}</WrittenText>
            </Section>
          ))}
        </Section>
      )}
      {signatures && <Signatures language={language} signatures={signatures} />}
      {registration.length > 0 && (
        <Section heading={texts.registration} id="registrering">
          <DefinitionList items={registration} />
        </Section>
      )}
      {versions && (
        <Section heading={texts.versions} id="versioner">
          <List
            items={versions.map(({ label, what, isLatest, href, pdf }) => (
              <>
                {href === undefined ? label : <TextLink href={href}>{label}</TextLink>}{' '}
                {isLatest && <Tag tone="good">{texts.latestVersion}</Tag>}
                <br />
                {what}
                <br />
                <TextLink href={pdf.href}>{pdf.label}</TextLink>
              </>
            ))}
          />
        </Section>
      )}
    </>
  )
}

function Signatures({
  language,
  signatures,
}: {
  readonly language: Language
  readonly signatures: NonNullable<AfterParts['signatures']>
}) {
  const texts = correctTexts(language)
  const { who, lines, finding, note, sign, dissentHref, hasDissented } = signatures
  return (
    <Section heading={texts.signatures} id="underskrifter">
      <Note>{who}</Note>
      <List items={lines} />
      {note !== undefined && <Note>{note}</Note>}
      {finding && <FindingList items={[{ tone: 'info', label: texts.signatures, ...finding }]} />}
      {sign && (
        <Form action={sign.action} label={texts.signLate}>
          {sign.hint !== undefined && <Note>{sign.hint}</Note>}
          <Actions>
            <SubmitButton>{texts.signLate}</SubmitButton>
          </Actions>
        </Form>
      )}
      {dissentHref !== undefined && (
        <Actions>
          <ButtonLink href={dissentHref} tone="quiet">
            {hasDissented ? texts.dissentChange : texts.dissentOpen}
          </ButtonLink>
        </Actions>
      )}
    </Section>
  )
}
