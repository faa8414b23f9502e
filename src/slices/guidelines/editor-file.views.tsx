import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  ButtonLink,
  type Choice,
  FileField,
  type FormState,
  FormPage,
  Heading,
  List,
  RadioGroup,
  Section,
} from '../../ui/index.ts'
import type { ShownProblem } from './editor-problems.page.ts'
import type { ShownFamily } from './editor.page.ts'
import { editorTexts } from './editor.texts.ts'
import { Problems } from './editor.views.tsx'

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
              <List items={rules.map(({ id, sentence }) => `${id} ${sentence ?? texts.unreadable}`)} />
            </Section>
          ))}
      </Section>
    </>
  )
}
