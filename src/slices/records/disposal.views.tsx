import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  type Choice,
  type Definition,
  DefinitionList,
  Details,
  DownloadLink,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  Note,
  Paragraph,
  Section,
  SubmitButton,
  Table,
  Tag,
} from '../../ui/index.ts'
import type { RetentionKind } from './retention.rules.ts'
import { retentionTexts } from './retention.texts.ts'
import { HoldForm } from './retention.views.tsx'

export type DisposalKind = {
  readonly kind: RetentionKind
  readonly count: number
  readonly oldest: string
  readonly newest: string
  readonly ground: string
  /** The oldest of them; a record has them all. */
  readonly items: readonly { readonly id: string; readonly title: string; readonly day: string }[]
}

export type DisposalPage = {
  readonly language: Language
  readonly title: string
  readonly state: 'proposed' | 'done' | 'withdrawn'
  readonly facts: readonly Definition[]
  readonly kinds: readonly DisposalKind[]
  readonly total: number
  readonly isStale: boolean
  readonly form: FormState
  readonly listHref: string
  readonly approveAction?: string | undefined
  readonly waitsForOther: boolean
  readonly withdrawAction?: string | undefined
  readonly recordHref?: string | undefined
  readonly hold?: { readonly action: string; readonly choices: readonly Choice[] } | undefined
}

/** A proposal of what is disposed of, or what has been: how much, how old, on what ground, and each document by its title. */
export function DisposalDetails(page: DisposalPage) {
  const { language, form, kinds } = page
  const texts = retentionTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.title, href: page.listHref }]} />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{page.title}</Heading>
      <Actions>
        <Tag tone={page.state === 'done' ? 'good' : 'info'}>{texts.states[page.state]}</Tag>
      </Actions>
      {page.isStale && (
        <Alert tone="warning" heading={texts.staleTitle}>
          <Paragraph>{texts.errors['retention.stale']}</Paragraph>
        </Alert>
      )}
      <DefinitionList items={page.facts} />
      {page.recordHref && <DownloadLink href={page.recordHref} label={texts.record} format={texts.pdf} />}
      <Section heading={page.state === 'done' ? texts.summaryDone : texts.summary}>
        <Table
          caption={texts.summary}
          hideCaption
          rows={kinds}
          rowKey={({ kind }) => kind}
          columns={[
            { heading: texts.columns.kind, rowHeading: true, cell: ({ kind }) => texts.kinds[kind] },
            { heading: texts.count, align: 'number', cell: ({ count }) => String(count) },
            { heading: texts.oldest, cell: ({ oldest }) => oldest },
            { heading: texts.newest, cell: ({ newest }) => newest },
            { heading: texts.columns.ground, cell: ({ ground }) => ground },
          ]}
          footer={[texts.total, String(page.total), '', '', '']}
        />
        {kinds.map(({ kind, count, items }) => (
          <Details key={kind} summary={texts.items(texts.kinds[kind], count)}>
            {count > items.length && <Note>{texts.moreItems(count - items.length)}</Note>}
            <Table
              caption={texts.kinds[kind]}
              hideCaption
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                { heading: texts.columns.document, rowHeading: true, cell: ({ title }) => title },
                { heading: texts.columns.day, cell: ({ day }) => day },
              ]}
            />
          </Details>
        ))}
      </Section>
      {page.approveAction && (
        <Section heading={texts.approveTitle} id="godkann">
          <Note>{texts.approveLead}</Note>
          <Form action={page.approveAction} label={texts.approveTitle}>
            <Actions>
              <SubmitButton tone="danger">{texts.approve}</SubmitButton>
            </Actions>
          </Form>
        </Section>
      )}
      {page.waitsForOther && <Note>{texts.waitsForOther}</Note>}
      {page.hold && (
        <Section heading={texts.holds} id="undantag">
          <Note>{texts.holdLead}</Note>
          <HoldForm language={language} form={form} action={page.hold.action} choices={page.hold.choices} />
        </Section>
      )}
      {page.withdrawAction && (
        <Form action={page.withdrawAction} label={texts.withdraw}>
          <Actions>
            <SubmitButton tone="secondary">{texts.withdraw}</SubmitButton>
          </Actions>
        </Form>
      )}
    </>
  )
}
