import type { ComponentChildren } from 'preact'
import { type Block, frameQuestions, type Question, ruleQuestions } from '../../engine/index.ts'
import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Beside,
  Breadcrumbs,
  ButtonLink,
  Card,
  CheckboxGroup,
  EnterButton,
  ErrorSummary,
  Fieldset,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  List,
  Note,
  Paragraph,
  SubmitButton,
  Tag,
  TextLink,
} from '../../ui/index.ts'
import { changeQuestions, parts } from './editor-answers.rules.ts'
import { QuestionFields } from './editor-fields.views.tsx'
import type { ShownReading } from './editor.page.ts'
import { formTexts } from './editor-form.texts.ts'
import { editorTexts } from './editor.texts.ts'
import { type Notice, NoticeBox } from './editor.views.tsx'

type EditProps = {
  readonly language: Language
  readonly notice: Notice | undefined
  readonly draftTitle: string
  readonly draftHref: string
  /** The page above: the part that the rule belongs to, or the rule that a change belongs to. */
  readonly above: { readonly label: string; readonly href: string }
  readonly title: string
  readonly form: FormState
  readonly action: string
  readonly version: number
  readonly data: Block
  readonly reading: ShownReading
  /** Where somebody else's version is read, after a stale form. */
  readonly nowHref: string | undefined
}

type RuleProps = EditProps & {
  readonly kind: string
  /** Keys of the file that are none of the rule's. */
  readonly strangers: { readonly frame: readonly string[]; readonly values: readonly string[] }
  /** Where a dated change is added; a rule that is not saved yet has none. */
  readonly newChangeHref: string | undefined
}

/** A rule in plain questions, and beside them how it reads. */
export function RulePage(props: RuleProps) {
  const { language, form, data, kind, strangers, newChangeHref, reading } = props
  const texts = editorTexts(language)
  return (
    <EditFrame {...props}>
      {/* Whoever saved in between may have moved another rule to this number. */}
      <HiddenField name="kind" value={kind} />
      <QuestionFields
        language={language}
        form={form}
        data={data}
        questions={ruleQuestions(kind)}
        prefix={parts.values}
      />
      <Strangers language={language} form={form} prefix={parts.values} keys={strangers.values} />
      <Fieldset legend={texts.ruleFrame} hint={texts.englishHint}>
        <QuestionFields language={language} form={form} data={data} questions={frameQuestions} prefix={parts.frame} />
      </Fieldset>
      <Strangers language={language} form={form} prefix={parts.frame} keys={strangers.frame} />
      {newChangeHref && (
        <Fieldset legend={texts.changes} hint={texts.changesText}>
          <List
            items={reading.changes.map(({ day, href, sentence }) => (
              <>
                <TextLink href={href}>{day}</TextLink>: {sentence ?? texts.unreadable}
              </>
            ))}
          />
          <Actions>
            <ButtonLink href={newChangeHref} tone="secondary">
              {texts.addChange}
            </ButtonLink>
          </Actions>
        </Fieldset>
      )}
    </EditFrame>
  )
}

type ChangeProps = EditProps & { readonly kind: string; readonly removeAction: string | undefined }

/** A dated change of a rule: only what changes is answered. */
export function ChangePage(props: ChangeProps) {
  const { language, form, data, kind, removeAction, version } = props
  const texts = editorTexts(language)
  return (
    <>
      <EditFrame {...props} lead={texts.changeLead}>
        <QuestionFields language={language} form={form} data={data} questions={changeQuestions} prefix={parts.change} />
        <Fieldset legend={texts.changesWhat}>
          <QuestionFields
            language={language}
            form={form}
            data={data}
            questions={ruleQuestions(kind, { change: true })}
            prefix={parts.values}
            change
          />
        </Fieldset>
      </EditFrame>
      {removeAction && (
        <Form action={removeAction} version={version}>
          <Actions>
            <SubmitButton tone="quiet">{texts.removeChange}</SubmitButton>
          </Actions>
        </Form>
      )}
    </>
  )
}

type AboutProps = Omit<EditProps, 'reading' | 'above'> & {
  readonly questions: readonly Question[]
  readonly strangers: readonly string[]
}

/** What the guideline says about itself. */
export function AboutPage(props: AboutProps) {
  const { language, form, data, questions, strangers } = props
  const texts = editorTexts(language)
  return (
    <EditFrame {...props} above={undefined} reading={undefined} lead={texts.aboutLead}>
      <QuestionFields language={language} form={form} data={data} questions={questions} prefix={parts.about} />
      <Strangers language={language} form={form} prefix={parts.about} keys={strangers} />
    </EditFrame>
  )
}

type FrameProps = Omit<EditProps, 'reading' | 'above'> & {
  readonly above: EditProps['above'] | undefined
  readonly reading: ShownReading | undefined
  readonly lead?: string
  readonly children: ComponentChildren
}

function EditFrame(props: FrameProps) {
  const { language, notice, draftTitle, draftHref, above, title, lead, form, action, version, reading, nowHref } = props
  const texts = editorTexts(language)
  const edit = (
    <Form action={action} version={version}>
      <EnterButton name="do" value="save" />
      {props.children}
      <Actions>
        <SubmitButton name="do" value="save">
          {texts.save}
        </SubmitButton>
        {reading && (
          <SubmitButton tone="secondary" name="do" value="show">
            {texts.show}
          </SubmitButton>
        )}
        <ButtonLink href={above?.href ?? draftHref} tone="quiet">
          {texts.back}
        </ButtonLink>
      </Actions>
    </Form>
  )
  return (
    <>
      <Breadcrumbs
        language={language}
        items={[{ label: draftTitle, href: draftHref }, ...(above === undefined ? [] : [above])]}
      />
      <ErrorSummary language={language} form={form} />
      {nowHref && (
        <Paragraph>
          <TextLink href={nowHref}>{texts.staleNow}</TextLink>
        </Paragraph>
      )}
      <NoticeBox language={language} notice={notice} />
      <Heading level={1}>{title}</Heading>
      {lead && <Lead>{lead}</Lead>}
      {reading === undefined ? (
        edit
      ) : (
        <Beside
          label={texts.reads}
          id={readingId}
          beside={<Reading language={language} reading={reading} form={form} />}
        >
          {edit}
        </Beside>
      )}
    </>
  )
}

type ReadingProps = { readonly language: Language; readonly reading: ShownReading; readonly form: FormState }

/** The name that an address may lead to: where a rule is read back. */
export const readingId = 'sa-lases'

function Reading({ language, reading, form }: ReadingProps) {
  const texts = editorTexts(language)
  const { sentence, changes, questions } = reading
  const toMend = form.errors.filter(({ field }) => field !== '').length
  return (
    <Card heading={texts.reads} level={2} tinted>
      <Paragraph>{sentence ?? texts.readsUnready}</Paragraph>
      {changes.map(({ day, sentence: then }) => (
        <Paragraph key={day}>
          {day}: {then ?? texts.unreadable}
        </Paragraph>
      ))}
      {questions.map((question) => (
        <Note key={question}>{texts.readsAsks(question)}</Note>
      ))}
      {toMend > 0 && <Tag tone="warning">{texts.toMend(toMend)}</Tag>}
      {form.errors.length === 0 && reading.isSaved && sentence !== undefined && (
        <Tag tone="good">{texts.noProblems}</Tag>
      )}
    </Card>
  )
}

type StrangersProps = {
  readonly language: Language
  readonly form: FormState
  readonly prefix: string
  readonly keys: readonly string[]
}

/** Slips of the pen in a file that was put in: they stay until somebody says that they are to go. */
function Strangers({ language, form, prefix, keys }: StrangersProps) {
  if (keys.length === 0) return null
  return (
    <CheckboxGroup
      language={language}
      form={form}
      name={`${prefix}.drop`}
      label={formTexts(language).unknownKeys}
      choices={keys.map((key) => ({ value: key, label: key }))}
      optional="as-labelled"
    />
  )
}
