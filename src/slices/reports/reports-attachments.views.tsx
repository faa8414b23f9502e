import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  CheckboxGroup,
  type Choice,
  DownloadLink,
  EmptyState,
  ErrorSummary,
  FileField,
  Form,
  type FormState,
  Heading,
  Lead,
  Note,
  Paragraph,
  Section,
  SubmitButton,
} from '../../ui/index.ts'
import { attachmentTexts } from './reports.attachments.texts.ts'

export type ShownAttachment = {
  readonly id: string
  readonly name: string
  readonly href: string
  /** `PDF, 120 kB`. */
  readonly detail: string
  readonly sha256: string
  readonly added?: string | undefined
  readonly removeHref?: string | undefined
}

export type AttachmentsPage = {
  readonly language: Language
  readonly title: string
  readonly files: readonly ShownAttachment[]
  /** For those who write the draft, where the municipality allows it and there is room. */
  readonly add?: { readonly action: string; readonly hint: string; readonly accept: string } | undefined
  readonly isFull: boolean
  readonly backHref: string
  readonly form: FormState
}

/** The files of a draft, each with the way to take it away, and the form to add one. */
export function Attachments({ language, title, files, add, isFull, backHref, form }: AttachmentsPage) {
  const texts = attachmentTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.back, href: backHref }]} />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{title}</Heading>
      <Lead>{texts.lead}</Lead>
      {files.length === 0 && <EmptyState heading={texts.none} />}
      <Files language={language} files={files} />
      {isFull && <Note>{texts.full}</Note>}
      {add && (
        <Section heading={texts.add}>
          <Form action={add.action} label={texts.add} upload>
            <FileField
              language={language}
              form={form}
              name="file"
              label={texts.file}
              hint={add.hint}
              accept={add.accept}
            />
            <Note>{`${texts.noFaces} ${texts.stripped}`}</Note>
            <Actions>
              <SubmitButton>{texts.submit}</SubmitButton>
              <ButtonLink href={backHref} tone="quiet">
                {texts.back}
              </ButtonLink>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}

function Files({ language, files }: { readonly language: Language; readonly files: readonly ShownAttachment[] }) {
  const texts = attachmentTexts(language)
  return files.map(({ id, name, href, detail, added, sha256, removeHref }) => (
    <div key={id}>
      <DownloadLink href={href} label={name} format={detail} />
      {added && <Note>{added}</Note>}
      {removeHref === undefined ? (
        <Note>{texts.checksum(sha256)}</Note>
      ) : (
        <Form action={removeHref} layout="inline">
          <SubmitButton tone="quiet" label={texts.removeOf(name)}>
            {texts.remove}
          </SubmitButton>
        </Form>
      )}
    </div>
  ))
}

/** The files of a final report, for those who may read it. Nothing where it has none. */
export function FinalAttachments({
  language,
  files,
}: {
  readonly language: Language
  readonly files: readonly ShownAttachment[]
}) {
  if (files.length === 0) return null
  return (
    <Section heading={attachmentTexts(language).title} id="bilagor">
      <Files language={language} files={files} />
    </Section>
  )
}

export type AttachmentsLinkProps = { readonly language: Language; readonly href: string; readonly count: number }

/** The way from the draft to its files. */
export function AttachmentsLink({ language, href, count }: AttachmentsLinkProps) {
  const texts = attachmentTexts(language)
  return (
    <Section heading={texts.title} id="bilagor">
      <Note>{texts.linkHint}</Note>
      <Actions>
        <ButtonLink href={href} tone="secondary">
          {texts.link(count)}
        </ButtonLink>
      </Actions>
    </Section>
  )
}

type RuleProps = {
  readonly language: Language
  readonly action: string
  readonly choices: readonly Choice[]
  readonly form: FormState
  readonly isSaved: boolean
}

/** Which kinds of file reports may carry in the municipality. */
export function AttachmentRule({ language, action, choices, form, isSaved }: RuleProps) {
  const texts = attachmentTexts(language)
  return (
    <>
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.ruleTitle}</Heading>
      <Lead>{texts.ruleLead}</Lead>
      {isSaved && (
        <Alert tone="good" announce>
          <Paragraph>{texts.saved}</Paragraph>
        </Alert>
      )}
      <Form action={action}>
        <CheckboxGroup
          language={language}
          form={form}
          name="kinds"
          label={texts.ruleKinds}
          hint={texts.ruleHint}
          choices={choices}
          optional="as-labelled"
        />
        <Note>{texts.ruleNote}</Note>
        <Actions>
          <SubmitButton>{texts.save}</SubmitButton>
        </Actions>
      </Form>
    </>
  )
}
