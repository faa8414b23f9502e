import type { Language } from '../../kernel/language.ts'
import { Actions, ButtonLink, Form, Note, Paragraph, Section, SubmitButton, TextLink } from '../../ui/index.ts'
import { preparationTexts } from './preparation.texts.ts'
import type { VisitPage } from './visits.page.ts'

type PreparationProps = {
  readonly language: Language
  readonly page: Pick<VisitPage, 'isAhead' | 'readBy' | 'canNoteReading'>
  /** The page with all of it. */
  readonly href: string
  /** Where one notes that one has read it. */
  readonly action: string
}

/** The way to all that is read before the visit, and who has read what the guideline wants read. */
export function PreparationView({ language, page, href, action }: PreparationProps) {
  const texts = preparationTexts(language)
  return (
    <Section heading={texts.shortHeading} id="infor">
      {page.isAhead ? (
        <>
          <Paragraph>{texts.shortLead}</Paragraph>
          <Actions>
            <ButtonLink href={href}>{texts.shortLink}</ButtonLink>
          </Actions>
        </>
      ) : (
        <Paragraph>
          <TextLink href={href}>{texts.shortAfter}</TextLink>
        </Paragraph>
      )}
      {page.readBy !== '' && <Note>{texts.missionReadBy(page.readBy)}</Note>}
      {page.canNoteReading && (
        <Form action={action}>
          <SubmitButton tone="secondary">{texts.missionRead}</SubmitButton>
        </Form>
      )}
    </Section>
  )
}
