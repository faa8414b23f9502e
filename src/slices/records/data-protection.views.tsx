import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  Card,
  CardGrid,
  DefinitionList,
  DownloadLink,
  FormPage,
  type FormState,
  Heading,
  Lead,
  List,
  Note,
  Paragraph,
  Section,
  TextArea,
  TextLink,
  WrittenText,
} from '../../ui/index.ts'
import { dataProtectionTexts } from './data-protection.texts.ts'
import type { PrintedSection } from './record-print.rules.ts'

export type DocumentCard = {
  readonly name: string
  readonly about: string
  readonly href: string
  readonly version: string
  readonly missing: number
}

type OverviewProps = {
  readonly language: Language
  readonly cards: readonly DocumentCard[]
  readonly correctionsHref: string
}

/** The two documents, with what is missing in each, and the way to the requests for correction. */
export function DataProtectionOverview({ language, cards, correctionsHref }: OverviewProps) {
  const texts = dataProtectionTexts(language)
  return (
    <>
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      <CardGrid>
        {cards.map(({ name, about, href, version, missing }) => (
          <Card key={name} level={2} heading={name} href={href}>
            <Paragraph>{about}</Paragraph>
            <Note>{version}</Note>
            <Note>{missing === 0 ? texts.complete : texts.missingHeading(missing)}</Note>
          </Card>
        ))}
        <Card level={2} heading={texts.corrections} href={correctionsHref}>
          <Paragraph>{texts.correctionsAbout}</Paragraph>
        </Card>
      </CardGrid>
    </>
  )
}

export type DocumentPageProps = {
  readonly language: Language
  readonly title: string
  readonly lead: string
  readonly sections: readonly PrintedSection[]
  readonly missing: readonly string[]
  readonly notice: string | undefined
  /** The version shown, when it is not the latest. */
  readonly old: number | undefined
  readonly overviewHref: string
  readonly editHref: string | undefined
  readonly pdfHref: string
  readonly markdownHref: string
  readonly versions: readonly { readonly label: string; readonly href: string }[]
}

/** One of the two documents as it stands. */
export function DataProtectionDocumentPage(page: DocumentPageProps) {
  const { language, missing, sections, versions } = page
  const texts = dataProtectionTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.title, href: page.overviewHref }]} />
      {page.notice && <Alert tone="good" announce heading={page.notice} />}
      <Heading level={1}>{page.title}</Heading>
      <Lead>{page.lead}</Lead>
      {page.old !== undefined && <Alert tone="warning" heading={texts.showsOld(page.old)} />}
      {missing.length > 0 && (
        <Alert tone="warning" heading={texts.missingHeading(missing.length)}>
          <List items={missing} />
        </Alert>
      )}
      <Actions>{page.editHref !== undefined && <ButtonLink href={page.editHref}>{texts.edit}</ButtonLink>}</Actions>
      <Section heading={texts.files}>
        <Paragraph>
          <DownloadLink href={page.pdfHref} label={texts.pdf} format={texts.pdfFormat} />
        </Paragraph>
        <Paragraph>
          <DownloadLink href={page.markdownHref} label={texts.markdown} format={texts.markdownFormat} />
        </Paragraph>
      </Section>
      {sections.map(({ heading, paragraphs, groups }) => (
        <Section key={heading} heading={heading}>
          {paragraphs.map((paragraph) => (
            <WrittenText key={paragraph}>{paragraph}</WrittenText>
          ))}
          {groups.map((group) => (
            <DefinitionList
              key={heading}
              items={group.map(({ label, value }) => ({ term: label, description: value }))}
            />
          ))}
        </Section>
      ))}
      {versions.length > 0 && (
        <Section heading={texts.versions}>
          <List
            items={versions.map(({ label, href }) => (
              <TextLink key={href} href={href}>
                {label}
              </TextLink>
            ))}
          />
        </Section>
      )}
    </>
  )
}

type EditProps = {
  readonly language: Language
  readonly title: string
  readonly action: string
  readonly version: number
  readonly cancelHref: string
  readonly fields: readonly { readonly name: string; readonly label: string; readonly hint: string | undefined }[]
  readonly form: FormState
}

/** The committee's own texts in the document, each in a box. */
export function DataProtectionEdit({ language, title, action, version, cancelHref, fields, form }: EditProps) {
  const texts = dataProtectionTexts(language)
  return (
    <FormPage
      language={language}
      title={title}
      lead={`${texts.editLead} ${texts.language}`}
      form={form}
      action={action}
      version={version}
      submitLabel={texts.save}
      cancelHref={cancelHref}
    >
      {fields.map(({ name, label, hint }) => (
        <TextArea
          key={name}
          language={language}
          form={form}
          name={name}
          label={label}
          hint={hint}
          rows={4}
          maxLength={5000}
          optional
        />
      ))}
    </FormPage>
  )
}
