import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  Card,
  type Choice,
  type Definition,
  DefinitionList,
  Details,
  DownloadLink,
  EmptyState,
  ErrorSummary,
  FileField,
  Form,
  type FormState,
  FormPage,
  Heading,
  Lead,
  List,
  Note,
  Paragraph,
  RadioGroup,
  Section,
  SubmitButton,
  Tag,
  TextLink,
} from '../../ui/index.ts'
import type { ShownProblem } from './editor-problems.page.ts'
import type { ShownFamily, ShownQuestion } from './editor.page.ts'
import { editorTexts } from './editor.texts.ts'

/** What has just been done, with the way back where there is one. */
export type Notice = {
  readonly text: string
  readonly undo: { readonly action: string; readonly version: number } | undefined
}

export function NoticeBox({ language, notice }: { readonly language: Language; readonly notice: Notice | undefined }) {
  if (notice === undefined) return null
  const texts = editorTexts(language)
  return (
    <Alert tone="good" announce>
      <Paragraph>{notice.text}</Paragraph>
      {notice.undo && (
        <Form action={notice.undo.action} version={notice.undo.version} layout="inline">
          <SubmitButton tone="secondary">{texts.undo}</SubmitButton>
        </Form>
      )}
    </Alert>
  )
}

type DraftsProps = {
  readonly language: Language
  readonly notice: Notice | undefined
  readonly drafts: readonly {
    readonly id: string
    readonly title: string
    readonly href: string
    readonly about: readonly Definition[]
  }[]
  readonly newHref: string
  readonly guidelineHref: string
  readonly guidelineTitle: string
}

/** The committee's drafts. */
export function DraftsPage({ language, notice, drafts, newHref, guidelineHref, guidelineTitle }: DraftsProps) {
  const texts = editorTexts(language)
  const begin = <ButtonLink href={newHref}>{texts.newDraft}</ButtonLink>
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: guidelineTitle, href: guidelineHref }]} />
      <NoticeBox language={language} notice={notice} />
      <Heading level={1}>{texts.draftsTitle}</Heading>
      <Lead>{texts.draftsLead}</Lead>
      {drafts.length === 0 ? (
        <EmptyState heading={texts.noDraftsHeading} action={begin}>
          {texts.noDrafts}
        </EmptyState>
      ) : (
        <Actions>{begin}</Actions>
      )}
      {drafts.map(({ id, title, href, about }) => (
        <Card key={id} heading={title} level={2} href={href} tag={<Tag tone="info">{texts.draft}</Tag>}>
          <DefinitionList items={about} />
        </Card>
      ))}
    </>
  )
}

type StartProps = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  readonly cancelHref: string
  readonly bases: readonly Choice[]
}

/** Chooses what a draft is begun from. */
export function StartPage({ language, form, action, cancelHref, bases }: StartProps) {
  const texts = editorTexts(language)
  return (
    <FormPage
      language={language}
      title={texts.startTitle}
      lead={texts.startLead}
      form={form}
      action={action}
      upload
      submitLabel={texts.startSubmit}
      cancelHref={cancelHref}
    >
      <RadioGroup language={language} form={form} name="base" label={texts.startBase} choices={bases} />
      <FileField
        language={language}
        form={form}
        name="file"
        label={texts.startFile}
        hint={texts.fileHint}
        accept=".yaml,.yml,.json,.txt"
        optional="as-labelled"
      />
    </FormPage>
  )
}

type DraftProps = {
  readonly language: Language
  readonly notice: Notice | undefined
  readonly title: string
  readonly about: readonly Definition[]
  readonly problems: readonly ShownProblem[]
  readonly families: readonly ShownFamily[]
  readonly questions: readonly ShownQuestion[]
  readonly version: number
  /** Why what was asked for was not done. */
  readonly refusal: FormState
  readonly links: {
    readonly drafts: string
    readonly about: string
    readonly propose: string
    readonly file: string
    readonly putBack: string
    readonly remove: string
  }
}

/** A draft as a whole: how it stands, what is said in each part, and what can be done with it. */
export function DraftPage(props: DraftProps) {
  const { language, notice, title, about, problems, families, questions, version, refusal, links } = props
  const texts = editorTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.draftsTitle, href: links.drafts }]} />
      <ErrorSummary language={language} form={refusal} />
      <NoticeBox language={language} notice={notice} />
      <Heading level={1}>{title}</Heading>
      <Paragraph>
        <Tag tone="info">{texts.draft}</Tag>
      </Paragraph>
      <Problems language={language} problems={problems} />
      {problems.length === 0 && (
        <Actions>
          <ButtonLink href={links.propose}>{texts.propose}</ButtonLink>
        </Actions>
      )}
      {families.map((family) => (
        <FamilySection key={family.family} language={language} shown={family} />
      ))}
      {questions.length > 0 && <OpenQuestions language={language} questions={questions} version={version} />}
      <Section heading={texts.about}>
        <DefinitionList items={about} />
        <Actions>
          <ButtonLink href={links.about} tone="secondary">
            {texts.openAbout}
          </ButtonLink>
        </Actions>
      </Section>
      <Section heading={texts.file}>
        <Paragraph>{texts.fileLead}</Paragraph>
        <Paragraph>
          <DownloadLink href={links.file} label={texts.download} format="YAML" />
        </Paragraph>
        <Actions>
          <ButtonLink href={links.putBack} tone="secondary">
            {texts.putBack}
          </ButtonLink>
          <ButtonLink href={links.remove} tone="quiet">
            {texts.deleteDraft}
          </ButtonLink>
        </Actions>
      </Section>
    </>
  )
}

const shownAtOnce = 8

/** What keeps a draft from being a proposal, each leading to where it is mended. */
export function Problems({
  language,
  problems,
}: {
  readonly language: Language
  readonly problems: readonly ShownProblem[]
}) {
  const texts = editorTexts(language)
  if (problems.length === 0)
    return (
      <Alert tone="good">
        <Paragraph>{texts.ready}</Paragraph>
      </Alert>
    )
  const items = problems.map(({ about, href, text, line }) => (
    <>
      {href === undefined ? about : <TextLink href={href}>{about}</TextLink>}: {text} ({texts.line(line)})
    </>
  ))
  return (
    <Alert tone="warning" heading={texts.problems(problems.length)}>
      <Paragraph>{texts.problemsText}</Paragraph>
      <List items={items.slice(0, shownAtOnce)} />
      {items.length > shownAtOnce && (
        <Details summary={texts.moreProblems(items.length - shownAtOnce)}>
          <List items={items.slice(shownAtOnce)} />
        </Details>
      )}
    </Alert>
  )
}

function FamilySection({ language, shown }: { readonly language: Language; readonly shown: ShownFamily }) {
  const texts = editorTexts(language)
  const { family, href, rules, problems } = shown
  const part = texts.families[family]
  return (
    <Section heading={part}>
      {problems > 0 && (
        <Paragraph>
          <Tag tone="warning">{texts.toMend(problems)}</Tag>
        </Paragraph>
      )}
      {rules.length === 0 ? (
        <Note>{texts.nothingSaid}</Note>
      ) : (
        <List
          items={rules.map(({ id, title, sentence, editHref }) => (
            <>
              {sentence ?? (
                <>
                  {title}: {texts.unreadable}
                </>
              )}{' '}
              (
              <TextLink href={editHref} label={texts.changeRule(`${id} ${title}`)}>
                {id || texts.change}
              </TextLink>
              )
            </>
          ))}
        />
      )}
      <Actions>
        <ButtonLink href={href} tone="secondary">
          {texts.openPart(part)}
        </ButtonLink>
      </Actions>
    </Section>
  )
}

type OpenQuestionsProps = {
  readonly language: Language
  readonly questions: readonly ShownQuestion[]
  readonly version: number
}

function OpenQuestions({ language, questions, version }: OpenQuestionsProps) {
  const texts = editorTexts(language)
  return (
    <Section heading={texts.openQuestions}>
      <Paragraph>{texts.openQuestionsText}</Paragraph>
      <List
        items={questions.map(({ id, rule, question, removeAction }) => (
          <>
            {question} ({rule})
            {removeAction && (
              <>
                <Note>{texts.strayQuestion}</Note>
                <Form action={removeAction} version={version} layout="inline">
                  <SubmitButton tone="quiet" label={`${texts.removeQuestion}: ${id}`}>
                    {texts.removeQuestion}
                  </SubmitButton>
                </Form>
              </>
            )}
          </>
        ))}
      />
    </Section>
  )
}

type PutBackProps = Omit<StartProps, 'bases'> & { readonly version: number }

/** Puts a file back in place of the draft. */
export function PutBackPage({ language, form, action, version, cancelHref }: PutBackProps) {
  const texts = editorTexts(language)
  return (
    <FormPage
      language={language}
      title={texts.putBack}
      lead={texts.putBackLead}
      form={form}
      action={action}
      version={version}
      upload
      submitLabel={texts.putBackSubmit}
      cancelHref={cancelHref}
    >
      <FileField
        language={language}
        form={form}
        name="file"
        label={texts.putBackFile}
        hint={texts.fileHint}
        accept=".yaml,.yml,.json,.txt"
      />
    </FormPage>
  )
}

type ConfirmProps = PutBackProps & { readonly title: string }

/** Throws a draft away, after one more question. */
export function DeleteDraftPage({ language, form, action, version, cancelHref, title }: ConfirmProps) {
  const texts = editorTexts(language)
  return (
    <FormPage
      language={language}
      title={texts.deleteDraft}
      lead={texts.deleteLead(title)}
      form={form}
      action={action}
      version={version}
      submitLabel={texts.deleteSubmit}
      submitTone="danger"
      cancelHref={cancelHref}
    >
      {null}
    </FormPage>
  )
}

type ProposeProps = ConfirmProps & {
  readonly families: readonly ShownFamily[]
  readonly problems: readonly ShownProblem[]
}

/** Reads the whole draft back once more before it becomes a proposal. */
export function ProposePage(props: ProposeProps) {
  const { language, form, action, version, cancelHref, title, families, problems } = props
  const texts = editorTexts(language)
  const isReady = problems.length === 0
  return (
    <>
      {isReady ? (
        <FormPage
          language={language}
          title={texts.propose}
          lead={texts.proposeLead(title)}
          form={form}
          action={action}
          version={version}
          submitLabel={texts.propose}
          cancelHref={cancelHref}
        >
          {null}
        </FormPage>
      ) : (
        <>
          <Heading level={1}>{texts.proposeNot}</Heading>
          <Problems language={language} problems={problems} />
          <Actions>
            <ButtonLink href={cancelHref} tone="secondary">
              {texts.overview}
            </ButtonLink>
          </Actions>
        </>
      )}
      <Section heading={texts.proposeReads}>
        {families
          .filter(({ rules }) => rules.length > 0)
          .map(({ family, rules }) => (
            <Section key={family} heading={texts.families[family]} level={3}>
              <List items={rules.map(({ id, sentence }) => `${sentence ?? texts.unreadable} (${id})`)} />
            </Section>
          ))}
      </Section>
    </>
  )
}
