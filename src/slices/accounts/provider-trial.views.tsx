import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  ButtonLink,
  DefinitionList,
  Heading,
  Note,
  Paragraph,
  Section,
  Table,
  WrittenText,
} from '../../ui/index.ts'
import { providersTexts } from './providers.texts.ts'

export type TrialClaim = { readonly name: string; readonly value: string }

/** What came of a trial, without anything that must not be shown. */
export type Trial =
  | {
      readonly outcome: 'good' | 'stale'
      readonly read: {
        readonly subject: string
        readonly employmentNumber: string | undefined
        readonly personalNumber: string | undefined
        readonly assurance: string | undefined
        readonly leadsTo: string | undefined
      }
      readonly claims: readonly TrialClaim[]
    }
  | { readonly outcome: 'bad'; readonly code: string }
  | { readonly outcome: 'none' }

type TrialPageProps = { readonly language: Language; readonly trial: Trial; readonly backHref: string }

/** Shows an administrator what a sign-in service answered. */
export function TrialPage({ language, trial, backHref }: TrialPageProps) {
  const texts = providersTexts(language)
  return (
    <>
      <Heading level={1}>{texts.resultTitle}</Heading>
      {trial.outcome === 'none' && <Paragraph>{texts.noTest}</Paragraph>}
      {trial.outcome === 'bad' && (
        <Alert tone="danger" heading={texts.bad} announce>
          <Paragraph>{faultText(language, trial.code)}</Paragraph>
          <Note>{texts.faultDetail(trial.code)}</Note>
        </Alert>
      )}
      {(trial.outcome === 'good' || trial.outcome === 'stale') && (
        <>
          <Alert
            tone={trial.outcome === 'good' ? 'good' : 'warning'}
            heading={trial.outcome === 'good' ? texts.good : undefined}
            announce
          >
            <Paragraph>{trial.outcome === 'good' ? texts.goodText : texts.stale}</Paragraph>
          </Alert>
          <Section heading={texts.readAs}>
            <DefinitionList
              items={[
                { term: texts.subject, description: trial.read.subject },
                { term: texts.employmentNumber, description: trial.read.employmentNumber ?? texts.missing },
                { term: texts.personalNumber, description: trial.read.personalNumber ?? texts.missing },
                { term: texts.assurance, description: trial.read.assurance ?? texts.missing },
                { term: texts.leadsTo, description: trial.read.leadsTo ?? texts.leadsToNobody },
              ]}
            />
          </Section>
          <Section heading={texts.claimsHeading}>
            <Table
              caption={texts.claimsHeading}
              hideCaption
              rows={trial.claims}
              rowKey={({ name }) => name}
              columns={[
                { heading: texts.claim, rowHeading: true, cell: ({ name }) => name },
                { heading: texts.value, cell: ({ value }) => <WrittenText>{value}</WrittenText> },
              ]}
            />
          </Section>
        </>
      )}
      <Actions>
        <ButtonLink href={backHref}>{texts.back}</ButtonLink>
      </Actions>
    </>
  )
}

/** Returns the sentence for a refusal of a protocol: `oidc.unreachable` and `saml.unreachable` say the same. */
export function faultText(language: Language, code: string): string {
  const { faults } = providersTexts(language)
  const key = code.slice(code.indexOf('.') + 1)
  return key in faults ? faults[key as keyof typeof faults] : faults.other
}
