import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  Card,
  type Definition,
  DefinitionList,
  Details,
  DownloadLink,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  Lead,
  List,
  Note,
  Paragraph,
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
              <TextLink href={editHref} label={[id, title].filter(Boolean).join(' ')}>
                {id || title}
              </TextLink>{' '}
              {sentence ?? texts.unreadable}
            </>
          ))}
        />
      )}
      <Actions>
        {rules.length === 0 ? (
          <ButtonLink href={href} tone="secondary" label={`${texts.addRules}: ${part}`}>
            {texts.addRules}
          </ButtonLink>
        ) : (
          <ButtonLink href={href} tone="secondary">
            {texts.openPart(part)}
          </ButtonLink>
        )}
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
            {rule} {question}
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
