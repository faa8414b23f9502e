import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  Checkbox,
  CheckboxGroup,
  Details,
  DownloadLink,
  EmptyState,
  ErrorSummary,
  Fieldset,
  Form,
  type FormState,
  Heading,
  Lead,
  Note,
  Paragraph,
  RadioGroup,
  Section,
  SubmitButton,
  Table,
  Tag,
  TextField,
} from '../../ui/index.ts'
import { GroundFields, ToldField } from './disclosure-closing.views.tsx'
import {
  countMasked,
  type DocumentContent,
  groundText,
  type Mask,
  type MaskedContent,
  maskDocument,
  type Run,
  sentencesOf,
} from './disclosure.masking.rules.ts'
import { decisions } from './disclosure.rules.ts'
import { disclosureTexts } from './disclosure.texts.ts'

export type ExaminePage = {
  readonly language: Language
  readonly number: number
  readonly content: DocumentContent
  readonly masks: readonly Mask[]
  readonly isRestricted: boolean
  readonly form: FormState
  readonly requestHref: string
  readonly listHref: string
  readonly previewHref: string
  /** Absent for the one who only reads. */
  readonly actions?:
    | {
        readonly passages: string
        readonly word: string
        readonly decision: string
        readonly unmask: (maskId: string) => string
      }
    | undefined
}

/** One document of a request: what is masked, the text as it is handed out, and the decision about it. */
export function ExamineDocument(page: ExaminePage) {
  const { language, content, masks, actions, form } = page
  const texts = disclosureTexts(language)
  const masked = maskDocument(content, masks)
  return (
    <>
      <Breadcrumbs
        language={language}
        items={[
          { label: texts.title, href: page.listHref },
          { label: texts.numbered(page.number), href: page.requestHref },
        ]}
      />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.examine}</Heading>
      <Lead>{content.title}</Lead>
      <Note>{texts.examineLead}</Note>
      {page.isRestricted && (
        <Alert tone="warning" heading={texts.restricted}>
          <Paragraph>{texts.restrictionText}</Paragraph>
        </Alert>
      )}
      <Section heading={texts.preview} id="forhandsgranskning">
        <Note>{texts.places(countMasked(masked))}</Note>
        <Preview masked={masked} />
        <DownloadLink href={page.previewHref} label={texts.previewFile} format={texts.previewFormat} />
      </Section>
      <Section heading={texts.masks} id="maskeringar">
        <Masks page={page} />
      </Section>
      {actions && (
        <>
          <Section heading={texts.wordTitle} id="ord">
            <Form action={actions.word} label={texts.wordTitle}>
              <TextField
                language={language}
                form={form}
                name="word"
                label={texts.wordLabel}
                hint={texts.wordHint}
                maxLength={100}
              />
              <Checkbox language={language} form={form} name="wholeWord" label={texts.wholeWord} />
              <GroundFields language={language} form={form} suffix=".word" />
              <Actions>
                <SubmitButton tone="secondary">{texts.maskWord}</SubmitButton>
              </Actions>
            </Form>
          </Section>
          <Section heading={texts.passages} id="meningar">
            <Form action={actions.passages} label={texts.passages}>
              <Note>{texts.passagesHint}</Note>
              <Passages language={language} content={content} form={form} />
              <GroundFields language={language} form={form} suffix=".passages" />
              <Actions>
                <SubmitButton tone="secondary">{texts.maskSelected}</SubmitButton>
              </Actions>
            </Form>
          </Section>
          <Section heading={texts.decide} id="provning">
            <Form action={actions.decision} label={texts.decide}>
              <RadioGroup
                language={language}
                form={form}
                name="decision"
                label={texts.decide}
                choices={decisions.map((value) => ({ value, label: texts.decideChoices[value] }))}
              />
              <Fieldset legend={texts.ifDecidedRefused} look="inner">
                <GroundFields language={language} form={form} suffix=".decision" isOptional />
              </Fieldset>
              <ToldField language={language} form={form} />
              <Actions>
                <SubmitButton>{texts.decideSubmit}</SubmitButton>
              </Actions>
            </Form>
          </Section>
        </>
      )}
    </>
  )
}

function Preview({ masked }: { readonly masked: MaskedContent }) {
  return (
    <>
      <Heading level={3}>
        <Shown runs={masked.title} />
      </Heading>
      {masked.sections.map(({ heading, parts }, index) => (
        <Section key={String(index)} heading={plain(heading)} level={4}>
          {parts.map(({ key, label, text }) => (
            <Paragraph key={key}>
              {label.length > 0 && (
                <>
                  <Shown runs={label} />
                  {': '}
                </>
              )}
              <Shown runs={text} />
            </Paragraph>
          ))}
        </Section>
      ))}
    </>
  )
}

function Shown({ runs }: { readonly runs: readonly Run[] }) {
  return <>{runs.map((run, index) => ('text' in run ? run.text : <Tag key={String(index)}>{run.masked}</Tag>))}</>
}

function plain(runs: readonly Run[]): string {
  return runs.map((run) => ('text' in run ? run.text : `[${run.masked}]`)).join('')
}

function Masks({ page }: { readonly page: ExaminePage }) {
  const { language, content, masks, actions } = page
  const texts = disclosureTexts(language)
  const written = new Map(content.sections.flatMap(({ parts }) => parts.map(({ key, text }) => [key, text])))
  const rows = masks.map((mask) => ({
    id: mask.id,
    ground: groundText(mask.ground),
    what:
      'word' in mask
        ? texts.aWord(mask.word, mask.wholeWord ? texts.onlyWhole : '')
        : texts.aPassage((written.get(mask.part) ?? '').slice(mask.start, mask.end)),
  }))
  return (
    <Table
      caption={texts.masks}
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState heading={texts.noMasks} />}
      columns={[
        { heading: texts.maskColumns.what, rowHeading: true, cell: ({ what }) => what },
        { heading: texts.maskColumns.ground, cell: ({ ground }) => ground },
        {
          heading: texts.action,
          cell: ({ id, what }) =>
            actions && (
              <Form action={actions.unmask(id)} label={texts.unmaskOf(what)} layout="inline">
                <SubmitButton tone="quiet" label={texts.unmaskOf(what)}>
                  {texts.unmask}
                </SubmitButton>
              </Form>
            ),
        },
      ]}
    />
  )
}

type PassagesProps = { readonly language: Language; readonly content: DocumentContent; readonly form: FormState }

/** Each part is a group of its own; the sections can be opened one at a time. */
function Passages({ language, content, form }: PassagesProps) {
  return (
    <>
      {content.sections.map(({ heading, parts }, index) => (
        <Details key={String(index)} summary={heading}>
          {parts.map(({ key, label, text }) => (
            <CheckboxGroup
              key={key}
              language={language}
              form={form}
              name={`passage.${key}`}
              label={label === '' ? heading : label}
              optional="as-labelled"
              choices={sentencesOf(text).map(({ start, end }) => ({
                value: `${key}@${start}-${end}`,
                label: text.slice(start, end),
              }))}
            />
          ))}
        </Details>
      ))}
    </>
  )
}
