import type { Language } from '../../kernel/language.ts'
import { Details, Form, List, Note, Paragraph, Section, SubmitButton, WrittenText } from '../../ui/index.ts'
import type { Part, Preparation } from './visits.guideline-page.ts'
import type { VisitPage } from './visits.page.ts'
import { visitsTexts } from './visits.texts.ts'
import { Whys } from './visits-rules.views.tsx'

type PreparationProps = {
  readonly language: Language
  readonly page: VisitPage
  readonly preparation: Preparation
  readonly action: string
}

/** What to know before the visit, each part with its reasons. */
export function PreparationView({ language, page, preparation, action }: PreparationProps) {
  const texts = visitsTexts(language)
  const { principles, topics, excluded, referral, secrecy, materials, qualityReport } = preparation
  return (
    <Section heading={texts.preparationHeading} id="infor">
      <PartView language={language} heading={texts.principlesHeading} part={principles} say={(text) => text} />
      {topics.items.length > 0 && (
        <Section heading={preparation.topicsAreExamples ? texts.topicsExamples : texts.topicsHeading} level={3}>
          {topics.items.map(({ audience, topics: about }) => (
            <Section key={audience} heading={texts.topicsWith(audience)} level={4}>
              <List items={about} />
            </Section>
          ))}
          <Whys language={language} whys={topics.whys} />
        </Section>
      )}
      <PartView
        language={language}
        heading={texts.excludedHeading}
        part={excluded}
        say={({ matter, referTo }) => texts.excludedReferTo(matter, referTo)}
      />
      <PartView
        language={language}
        heading={texts.referralHeading}
        part={referral}
        say={({ question, turnTo }) => texts.referralTo(question, turnTo)}
      />
      <PartView language={language} heading={texts.secrecyHeading} part={secrecy} say={(text) => text} />
      {materials.items.length > 0 && (
        <Section heading={texts.missionHeading} level={3}>
          <List items={materials.items} />
          {page.missions.map(({ id, unit, text }) => (
            <Details key={id} summary={texts.missionOf(unit)}>
              {text === '' ? <Paragraph>{texts.missionMissing}</Paragraph> : <WrittenText>{text}</WrittenText>}
            </Details>
          ))}
          {page.readBy !== '' && <Note>{texts.missionReadBy(page.readBy)}</Note>}
          {page.canNoteReading && (
            <Form action={action}>
              <SubmitButton tone="secondary">{texts.missionRead}</SubmitButton>
            </Form>
          )}
          <Whys language={language} whys={materials.whys} />
        </Section>
      )}
      <PartView
        language={language}
        heading={texts.qualityHeading}
        part={qualityReport}
        say={(kind) => texts.quality[kind]}
      />
    </Section>
  )
}

type PartViewProps<T> = {
  readonly language: Language
  readonly heading: string
  readonly part: Part<T>
  readonly say: (item: T) => string
}

/** A part of the preparation with its reasons. Returns nothing when the guideline says nothing about it. */
function PartView<T>({ language, heading, part, say }: PartViewProps<T>) {
  if (part.items.length === 0) return null
  return (
    <Section heading={heading} level={3}>
      <List items={part.items.map(say)} />
      <Whys language={language} whys={part.whys} />
    </Section>
  )
}
