import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Breadcrumbs,
  type Choice,
  EmptyState,
  Form,
  type FormState,
  FormPage,
  Heading,
  Note,
  Paragraph,
  RadioGroup,
  Section,
  SelectField,
  SubmitButton,
  Tag,
  TextField,
  YesNoField,
} from '../../ui/index.ts'
import { spokenTexts } from './meetings.oral.texts.ts'

export type SpokenPage = {
  readonly language: Language
  readonly units: string
  readonly visitDay: string
  /** What the note becomes, by the guideline. */
  readonly means: string
  readonly meetings: readonly Choice[]
  readonly speakers: readonly Choice[]
  readonly action: string
  readonly backHref: string
  readonly backLabel: string
  readonly form: FormState
}

/** The secretary notes what was said of a visit at a meeting that has been held. */
export function SpokenForm({ language, form, ...page }: SpokenPage) {
  const texts = spokenTexts(language)
  const trail = <Breadcrumbs language={language} items={[{ label: page.backLabel, href: page.backHref }]} />
  if (page.meetings.length === 0)
    return (
      <>
        {trail}
        <Heading level={1}>{texts.formTitle(page.units)}</Heading>
        <EmptyState heading={texts.noMeeting} />
      </>
    )
  return (
    <>
      {trail}
      <FormPage
        language={language}
        title={texts.formTitle(page.units)}
        lead={page.visitDay}
        form={form}
        action={page.action}
        submitLabel={texts.submit}
        cancelHref={page.backHref}
      >
        <Paragraph>{page.means}</Paragraph>
        <SelectField language={language} form={form} name="meeting" label={texts.meeting} choices={page.meetings} />
        <RadioGroup language={language} form={form} name="speaker" label={texts.speaker} choices={page.speakers} />
        <TextField
          language={language}
          form={form}
          name="line"
          label={texts.line}
          hint={texts.lineHint}
          width="full"
          maxLength={300}
        />
        <YesNoField language={language} form={form} name="discussed" label={texts.discussed} />
        <Note>{texts.takeBackWhy}</Note>
      </FormPage>
    </>
  )
}

export type ChooseSpoken = { readonly action: string; readonly choices: readonly Choice[] }

/** On the meeting's page: which visit was told of. */
export function ChooseVisit({
  language,
  form,
  choose,
}: {
  readonly language: Language
  readonly form: FormState
  readonly choose: ChooseSpoken | undefined
}) {
  const texts = spokenTexts(language)
  if (choose === undefined) return null
  return (
    <Section heading={texts.title} level={3} id="anteckna-muntligt">
      {choose.choices.length === 0 ? (
        <Note>{texts.noVisits}</Note>
      ) : (
        <Form action={choose.action} method="get" label={texts.next}>
          <Note>{texts.lead}</Note>
          <SelectField language={language} form={form} name="besok" label={texts.visit} choices={choose.choices} />
          <Actions>
            <SubmitButton tone="secondary">{texts.next}</SubmitButton>
          </Actions>
        </Form>
      )}
    </Section>
  )
}

/** What is noted of an item, with the way to take it back while no paragraph is. */
export type Spoken = {
  readonly isGiven: boolean
  readonly wasDiscussed: boolean
  readonly takeBack: { readonly action: string; readonly what: string } | undefined
}

/** That it was given, whether it was discussed, and for the secretary how it is taken back. */
export function SpokenStatus({ language, spoken }: { readonly language: Language; readonly spoken: Spoken }) {
  const texts = spokenTexts(language)
  const { isGiven, wasDiscussed, takeBack } = spoken
  if (!isGiven) return null
  return (
    <>
      <Tag tone="good">{texts.given}</Tag>
      {wasDiscussed && <Note>{texts.wasDiscussed}</Note>}
      {takeBack && (
        <Form action={takeBack.action} layout="inline">
          <SubmitButton tone="quiet" label={texts.takeBackOf(takeBack.what)}>
            {texts.takeBack}
          </SubmitButton>
        </Form>
      )}
    </>
  )
}
