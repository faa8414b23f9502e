import { formatInstant, type Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { textTag } from '../../kernel/text-tag.ts'
import {
  Actions,
  Alert,
  ButtonLink,
  Card,
  Form,
  HiddenField,
  List,
  Note,
  Paragraph,
  Section,
  SubmitButton,
  WrittenText,
} from '../../ui/index.ts'
import { writingTexts } from './reports.writing.texts.ts'

type ChangedSinceProps = {
  readonly language: Language
  readonly changes: readonly { readonly what: string; readonly name: string; readonly at: Instant }[]
  readonly draftHref: string
}

/** What somebody has changed since the last page was opened: it is read before the report is handed in. */
export function ChangedSince({ language, changes, draftHref }: ChangedSinceProps) {
  const texts = writingTexts(language)
  return (
    <Alert tone="warning" heading={texts.changedSince}>
      <List items={changes.map(({ what, name, at }) => texts.changedBy(what, name, formatInstant(at, language)))} />
      <Paragraph>{texts.changedReview}</Paragraph>
      <Actions>
        <ButtonLink href={draftHref} tone="secondary">
          {texts.lastLook}
        </ButtonLink>
      </Actions>
    </Alert>
  )
}

type KeptText = {
  readonly field: string
  /** What the field is called. */
  readonly what: string
  readonly personId: string
  readonly name: string
  readonly text: string
  readonly isLeftOut: boolean
}

type KeptTextsProps = {
  readonly language: Language
  readonly texts: readonly KeptText[]
  readonly takeInAction: string
  readonly leaveOutAction: string
  /** The page to come back to. */
  readonly back: string
}

/** Texts that collided and are not in the report: each is taken in or left out before it is handed in. */
export function KeptTexts({ language, texts: kept, takeInAction, leaveOutAction, back }: KeptTextsProps) {
  const texts = writingTexts(language)
  const open = kept.filter(({ isLeftOut }) => !isLeftOut)
  const left = kept.filter(({ isLeftOut }) => isLeftOut)
  return (
    <>
      {open.length > 0 && (
        <Section heading={texts.kept}>
          <Paragraph>{texts.keptLead}</Paragraph>
          {open.map((it) => (
            <Card key={`${it.field} ${it.personId}`} heading={texts.keptBy(it.name, it.what)}>
              <WrittenText>{it.text}</WrittenText>
              <Actions>
                <Choose {...it} action={takeInAction} back={back} label={texts.keptAddOf(it.name, it.what)}>
                  {texts.keptAdd}
                </Choose>
                <Choose {...it} action={leaveOutAction} back={back} label={texts.keptLeaveOf(it.name, it.what)}>
                  {texts.keptLeave}
                </Choose>
              </Actions>
            </Card>
          ))}
        </Section>
      )}
      {left.map(({ field, personId, name, what }) => (
        <Note key={`${field} ${personId}`}>{texts.keptLeft(name, what)}</Note>
      ))}
    </>
  )
}

type ChooseProps = Pick<KeptText, 'field' | 'personId' | 'text'> & {
  readonly action: string
  readonly back: string
  readonly label: string
  readonly children: string
}

function Choose({ field, personId, text, action, back, label, children }: ChooseProps) {
  return (
    <Form action={action} layout="inline">
      <HiddenField name="field" value={field} />
      <HiddenField name="person" value={personId} />
      <HiddenField name="tag" value={textTag(text)} />
      <HiddenField name="back" value={back} />
      <SubmitButton tone="secondary" label={label}>
        {children}
      </SubmitButton>
    </Form>
  )
}
