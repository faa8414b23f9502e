import type { Language } from '../../kernel/language.ts'
import { formatInstant, type Instant } from '../../kernel/instant.ts'
import {
  Card,
  DefinitionList,
  DownloadLink,
  EmptyState,
  Heading,
  Lead,
  Paragraph,
  TextLink,
  WrittenText,
} from '../../ui/index.ts'
import { accountsTexts } from './accounts.texts.ts'

export type Letter = {
  readonly id: string
  readonly address: string
  readonly subject: string
  readonly text: string
  readonly queuedAt: Instant
  /** The entry for the calendar that goes with it, where there is one that may be shown. */
  readonly calendar: { readonly method: 'REQUEST' | 'CANCEL'; readonly href: string } | undefined
}

/** The demonstration's letters, newest first. */
export function MailboxPage({
  language,
  letters,
}: {
  readonly language: Language
  readonly letters: readonly Letter[]
}) {
  const texts = accountsTexts(language)
  return (
    <>
      <Heading level={1}>{texts.mailboxTitle}</Heading>
      <Lead>{texts.mailboxLead}</Lead>
      {letters.length === 0 && <EmptyState heading={texts.mailboxTitle}>{texts.mailboxEmpty}</EmptyState>}
      {letters.map(({ id, address, subject, text, queuedAt, calendar }) => (
        <Card key={id} heading={subject} level={2}>
          <DefinitionList
            items={[
              { term: texts.mailTo, description: address },
              { term: texts.mailSent, description: formatInstant(queuedAt, language) },
            ]}
          />
          <LetterText text={text} />
          {calendar && (
            <DownloadLink
              href={calendar.href}
              label={texts.mailCalendar[calendar.method]}
              format={texts.mailCalendarFormat}
            />
          )}
        </Card>
      ))}
    </>
  )
}

/** The letter as it was written. A line that is an address can be followed, as in a mail program. */
function LetterText({ text }: { readonly text: string }) {
  const parts = text.split(/^(https?:\/\/\S+)$/m).map((part) => part.trim())
  return (
    <>
      {parts.map((part, index) => {
        if (part === '') return null
        if (!URL.canParse(part)) return <WrittenText key={index}>{part}</WrittenText>
        // The letters lead nowhere but here, and here is where the reader is.
        const { pathname, search } = new URL(part)
        return (
          <Paragraph key={index}>
            <TextLink href={`${pathname}${search}`}>{part}</TextLink>
          </Paragraph>
        )
      })}
    </>
  )
}
