import type { Language } from '../../kernel/language.ts'
import { formatInstant, type Instant } from '../../kernel/instant.ts'
import { Card, DefinitionList, DownloadLink, EmptyState, Heading, Lead, WrittenText } from '../../ui/index.ts'
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
          <WrittenText>{text}</WrittenText>
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
