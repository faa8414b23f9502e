import type { Day } from '../../kernel/date.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Actions,
  Breadcrumbs,
  ButtonLink,
  DateField,
  ErrorSummary,
  Form,
  formatDay,
  type FormState,
  Heading,
  Lead,
  List,
  Note,
  Paragraph,
  Section,
  SubmitButton,
} from '../../ui/index.ts'
import { deathTexts } from './death.texts.ts'
import { deathPath, personPath, takeBackDeathPath } from './register.paths.ts'

type SectionProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly personId: string
  readonly diedOn: Day | null
  readonly isSelf: boolean
}

/** On a person's page: that they have died, or the way to register it. */
export function DeathSection({ language, place, personId, diedOn, isSelf }: SectionProps) {
  const texts = deathTexts(language)
  if (diedOn === null && isSelf) return null
  return (
    <Section heading={texts.heading}>
      {diedOn === null ? (
        <Actions>
          <ButtonLink href={deathPath(place, personId)} tone="secondary">
            {texts.link}
          </ButtonLink>
        </Actions>
      ) : (
        <>
          <Paragraph>{texts.died(formatDay(diedOn, language))}</Paragraph>
          <Note>{texts.takeBackNote}</Note>
          <Form action={takeBackDeathPath(place, personId)}>
            <SubmitButton tone="quiet">{texts.takeBack}</SubmitButton>
          </Form>
        </>
      )}
    </Section>
  )
}

type DeathProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly personId: string
  readonly name: string
  readonly form: FormState
}

/** Before a death is registered: what follows from it, and the day. */
export function DeathPage({ language, place, personId, name, form }: DeathProps) {
  const texts = deathTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: name, href: personPath(place, personId) }]} />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.title(name)}</Heading>
      <Lead>{texts.lead}</Lead>
      <List items={texts.follows} />
      <Form action={deathPath(place, personId)}>
        <DateField language={language} form={form} name="diedOn" label={texts.day} />
        <Actions>
          <SubmitButton tone="danger">{texts.save}</SubmitButton>
          <ButtonLink href={personPath(place, personId)} tone="quiet">
            {texts.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}
