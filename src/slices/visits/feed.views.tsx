import { formatInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  DefinitionList,
  Form,
  formOf,
  Heading,
  Lead,
  Note,
  Paragraph,
  Section,
  SubmitButton,
  TextField,
} from '../../ui/index.ts'
import type { Feed } from './feed.store.ts'
import { feedTexts } from './feed.texts.ts'

type FeedProps = {
  readonly language: Language
  readonly feed: Feed | undefined
  /** The address, shown when it has just been made and never again. */
  readonly address: string | undefined
  readonly isEnded: boolean
  readonly accountHref: string
  readonly makeAction: string
  readonly endAction: string
}

/** The own calendar feed: what it is, its address when it is new, and how it is renewed or taken away. */
export function FeedPage({ language, feed, address, isEnded, accountHref, makeAction, endAction }: FeedProps) {
  const texts = feedTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.account, href: accountHref }]} />
      {isEnded && (
        <Alert tone="good" announce>
          {texts.ended}
        </Alert>
      )}
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      {address !== undefined && (
        <Section heading={texts.addressHeading}>
          <Alert tone="warning" announce>
            {texts.once}
          </Alert>
          <TextField language={language} form={formOf({ address })} name="address" label={texts.address} width="full" />
        </Section>
      )}
      <Paragraph>{texts.how}</Paragraph>
      <Note>{texts.what}</Note>
      {feed === undefined ? (
        <Form action={makeAction}>
          <Actions>
            <SubmitButton>{texts.make}</SubmitButton>
          </Actions>
        </Form>
      ) : (
        <Section heading={texts.onHeading}>
          <DefinitionList
            items={[
              { term: texts.madeAt, description: formatInstant(feed.madeAt, language) },
              {
                term: texts.lastFetchedAt,
                description: feed.lastFetchedAt === null ? texts.never : formatInstant(feed.lastFetchedAt, language),
              },
            ]}
          />
          <Paragraph>{texts.renewText}</Paragraph>
          <Form action={makeAction}>
            <Actions>
              <SubmitButton tone="secondary">{texts.renew}</SubmitButton>
            </Actions>
          </Form>
          <Form action={endAction}>
            <Actions>
              <SubmitButton tone="danger">{texts.end}</SubmitButton>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}
