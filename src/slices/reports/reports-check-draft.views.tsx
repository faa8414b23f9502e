import type { Language } from '../../kernel/language.ts'
import { Actions, Alert, ButtonLink, Note, Paragraph, WrittenText } from '../../ui/index.ts'
import type { ItemAnswer } from './reports.check.rules.ts'
import { checkTexts } from './reports.check.texts.ts'
import { TakeBack } from './reports-check-answers.views.tsx'

/** The factual check as the draft's page tells of it. */
export type DraftCheck = {
  /** The managers have it: nothing is written meanwhile. */
  readonly isLocked: boolean
  readonly tone: 'info' | 'good' | 'warning'
  readonly text: string
  readonly sendHref?: string | undefined
  readonly answersHref?: string | undefined
  readonly takeBackAction?: string | undefined
  /** What managers have said, by field. */
  readonly said: Readonly<Record<string, readonly (ItemAnswer & { readonly name: string })[]>>
}

type DraftCheckProps = { readonly language: Language; readonly check: DraftCheck | undefined }

/** At the top of the draft: that it is to be sent to the managers, is there, or has come back. Nothing where there is no check. */
export function CheckOnDraft({ language, check }: DraftCheckProps) {
  if (check === undefined) return null
  const texts = checkTexts(language)
  return (
    <>
      <Alert tone={check.tone} heading={texts.draftHeading}>
        <Paragraph>{check.text}</Paragraph>
      </Alert>
      {(check.sendHref ?? check.answersHref) !== undefined && (
        <Actions>
          {check.sendHref && (
            <ButtonLink href={check.sendHref} tone="secondary">
              {texts.sendLink}
            </ButtonLink>
          )}
          {check.answersHref && (
            <ButtonLink href={check.answersHref} tone="secondary">
              {texts.toAnswers}
            </ButtonLink>
          )}
        </Actions>
      )}
      {check.takeBackAction && <TakeBack language={language} action={check.takeBackAction} />}
    </>
  )
}

/** Beside a field of the draft: what the managers have said of its text. */
export function CheckBeside({ language, check, field }: DraftCheckProps & { readonly field: string }) {
  const said = check?.said[field] ?? []
  const texts = checkTexts(language)
  return (
    <>
      {said.map(({ name, verdict, text }) =>
        verdict === 'agrees' ? (
          <Note key={name}>{texts.agreesOfText(name)}</Note>
        ) : (
          <Alert key={name} tone="warning" level={4} heading={texts.saysOfText(name)}>
            <WrittenText>{text}</WrittenText>
          </Alert>
        ),
      )}
    </>
  )
}
