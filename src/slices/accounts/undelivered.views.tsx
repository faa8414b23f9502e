import { formatInstant, type Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { Alert, EmptyState, Form, Heading, Lead, Note, SubmitButton, Table, TextLink } from '../../ui/index.ts'
import { undeliveredReason } from './undelivered.rules.ts'
import { undeliveredTexts } from './undelivered.texts.ts'

export type UndeliveredLine = {
  readonly id: string
  readonly subject: string
  readonly outcome: 'failed' | 'given-up' | 'unsure'
  readonly at: Instant
  readonly fault: string
  readonly name: string
  readonly personHref: string
  /** Absent for what is not sent again. */
  readonly resendHref?: string | undefined
}

/** The mails that have not arrived, the latest first, each with why and a button. */
export function UndeliveredPage({
  language,
  lines,
  isAgain,
}: {
  readonly language: Language
  readonly lines: readonly UndeliveredLine[]
  readonly isAgain: boolean
}) {
  const texts = undeliveredTexts(language)
  return (
    <>
      <Heading level={1}>{texts.title}</Heading>
      {isAgain && (
        <Alert tone="good" announce>
          {texts.again}
        </Alert>
      )}
      <Lead>{texts.lead}</Lead>
      {lines.length === 0 ? (
        <EmptyState heading={texts.none} />
      ) : (
        <Table
          caption={texts.title}
          hideCaption
          rows={lines}
          rowKey={({ id }) => id}
          columns={[
            {
              heading: texts.person,
              rowHeading: true,
              cell: ({ name, personHref }) => <TextLink href={personHref}>{name}</TextLink>,
            },
            { heading: texts.mail, cell: ({ subject }) => subject },
            { heading: texts.when, cell: ({ at }) => formatInstant(at, language) },
            { heading: texts.why, cell: (line) => texts.reasons[undeliveredReason(line)] },
            { heading: texts.state, cell: ({ outcome }) => texts.states[outcome] },
            {
              heading: texts.action,
              cell: ({ resendHref, subject, name }) =>
                resendHref === undefined ? (
                  <Note>{texts.letsIn}</Note>
                ) : (
                  <Form action={resendHref}>
                    <SubmitButton tone="secondary" label={texts.resendMail(subject, name)}>
                      {texts.resend}
                    </SubmitButton>
                  </Form>
                ),
            },
          ]}
        />
      )}
    </>
  )
}
