import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Actions,
  Alert,
  Checkbox,
  DownloadLink,
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
  TextField,
} from '../../ui/index.ts'
import { lookPath, lookSamplePath } from './look.paths.ts'
import { lookTexts } from './look.texts.ts'

type Props = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly form: FormState
  /** What the picture that is saved is called; absent without one. */
  readonly logo?: string | undefined
  /** A picture came with a form that was refused: no browser shows a chosen file again. */
  readonly isLogoLost: boolean
  readonly isSaved: boolean
}

/** Where colour and picture of the municipality's documents are chosen, with a sample of what is saved. */
export function LookPage({ language, place, form, logo, isLogoLost, isSaved }: Props) {
  const texts = lookTexts(language)
  const logoHint = [
    ...(isLogoLost ? [texts.logoAgain] : []),
    ...(logo === undefined ? [] : [texts.logoKept(logo)]),
    texts.logoHint,
  ].join(' ')
  const field = { language, form }
  return (
    <>
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      {isSaved && (
        <Alert tone="good" announce>
          <Paragraph>{texts.saved}</Paragraph>
        </Alert>
      )}
      <Form action={lookPath(place)} upload>
        <TextField
          {...field}
          name="accent"
          label={texts.accent}
          hint={texts.accentHint}
          width="short"
          maxLength={20}
          optional
        />
        <FileField {...field} name="logo" label={texts.logo} hint={logoHint} accept=".png,image/png" optional />
        <TextField
          {...field}
          name="alternative"
          label={texts.alternative}
          hint={texts.alternativeHint}
          optional="as-labelled"
        />
        {logo !== undefined && <Checkbox {...field} name="removeLogo" label={texts.removeLogo} />}
        <Note>{texts.kept}</Note>
        <Actions>
          <SubmitButton>{texts.save}</SubmitButton>
        </Actions>
      </Form>
      <Section heading={texts.sampleHeading}>
        <Paragraph>{texts.sampleLead}</Paragraph>
        <Paragraph>
          <DownloadLink href={lookSamplePath(place)} label={texts.sample} format={texts.sampleFormat} />
        </Paragraph>
      </Section>
    </>
  )
}
