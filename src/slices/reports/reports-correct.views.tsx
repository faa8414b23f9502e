import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  List,
  Note,
  Section,
  SubmitButton,
  TextArea,
  TextField,
  WrittenText,
} from '../../ui/index.ts'
import { LaterNotes } from './reports-guard.views.tsx'
import { correctTexts } from './reports.correct.texts.ts'
import type { GuardNote } from './reports.guard.page.ts'

type CorrectionField = {
  readonly field: string
  readonly heading: string
  /** What stands in the report, and what stands in the form. */
  readonly text: string
  readonly value: string
  readonly tag: string
  /** What stands in the report now, where somebody else has changed it meanwhile. */
  readonly savedByOther: string | undefined
  /** What the guard asks about in what was typed. */
  readonly notes: readonly GuardNote[] | undefined
}

export type CorrectionPage = {
  readonly language: Language
  readonly title: string
  /** What came between, when the page comes back. */
  readonly notice: { readonly heading: string; readonly text: string } | undefined
  readonly groups: readonly { readonly heading: string; readonly fields: readonly CorrectionField[] }[]
  /** How the attendance is noted now, when the report says otherwise. */
  readonly attendance: string | undefined
  readonly happens: readonly string[]
  /** The guard asks about something: it can be kept with a reason. */
  readonly asksToKeep: boolean
  readonly form: FormState
  readonly version: number
  readonly action: string
  readonly backHref: string
}

/** The texts of a final report as they stand, to be put right. */
export function ReportCorrection(page: CorrectionPage) {
  const { language, form, notice } = page
  const texts = correctTexts(language)
  return (
    <>
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{page.title}</Heading>
      <Lead>{texts.lead}</Lead>
      {notice && (
        <Alert tone="warning" heading={notice.heading}>
          {notice.text !== '' && <p>{notice.text}</p>}
        </Alert>
      )}
      <Form action={page.action} version={page.version}>
        {page.groups.map((group) => (
          <Section key={group.heading} heading={group.heading}>
            {group.fields.map(({ field, heading, tag, savedByOther, notes }) => (
              <div key={field}>
                {savedByOther !== undefined && (
                  <Alert tone="warning" heading={texts.savedByOther} level={3}>
                    <WrittenText>{savedByOther === '' ? '–' : savedByOther}</WrittenText>
                    <Note>{texts.yoursBelow}</Note>
                  </Alert>
                )}
                <TextArea language={language} form={form} name={field} label={heading} rows={4} optional />
                <HiddenField name={`was.${field}`} value={tag} />
                <LaterNotes language={language} notes={notes} />
              </div>
            ))}
          </Section>
        ))}
        {page.attendance !== undefined && (
          <Checkbox
            language={language}
            form={form}
            name="attendance"
            value="ja"
            label={texts.attendance}
            hint={page.attendance}
          />
        )}
        {page.asksToKeep && <KeepAnyway language={language} form={form} />}
        <TextField language={language} form={form} name="why" label={texts.why} hint={texts.whyHint} maxLength={300} />
        <Section heading={texts.happens}>
          <List items={page.happens} ordered />
        </Section>
        <Actions>
          <SubmitButton>{texts.submit}</SubmitButton>
          <ButtonLink href={page.backHref} tone="quiet">
            {texts.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}

/** Why what the guard asks about is to stay. */
function KeepAnyway({ language, form }: { readonly language: Language; readonly form: FormState }) {
  const texts = correctTexts(language)
  return (
    <TextField
      language={language}
      form={form}
      name="keep"
      label={texts.keep}
      hint={texts.keepHint}
      maxLength={300}
      optional
    />
  )
}

export type DissentPage = {
  readonly language: Language
  /** What the guard asks about in what was typed. */
  readonly notes: readonly GuardNote[] | undefined
  readonly isFinal: boolean
  readonly form: FormState
  readonly action: string
  readonly backHref: string
  /** Where the guideline says that none is added; then there is nothing to fill in. */
  readonly refused: string | undefined
}

/** An author's dissent from the report. */
export function ReportDissent({ language, isFinal, notes, form, action, backHref, refused }: DissentPage) {
  const texts = correctTexts(language)
  return (
    <>
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.dissentTitle}</Heading>
      {refused !== undefined ? (
        <Alert>
          <p>{texts.dissentRefused(refused)}</p>
        </Alert>
      ) : (
        <>
          <Lead>{isFinal ? texts.dissentLeadFinal : texts.dissentLead}</Lead>
          <Form action={action}>
            <TextArea
              language={language}
              form={form}
              name="text"
              label={texts.dissentText}
              hint={isFinal ? texts.dissentHint : `${texts.dissentHint} ${texts.dissentHintDraft}`}
              rows={8}
              optional={!isFinal}
            />
            <LaterNotes language={language} notes={notes} />
            {notes !== undefined && <KeepAnyway language={language} form={form} />}
            <Actions>
              <SubmitButton>{isFinal ? texts.dissentSubmit : texts.dissentSave}</SubmitButton>
            </Actions>
          </Form>
        </>
      )}
      <Actions>
        <ButtonLink href={backHref} tone="quiet">
          {isFinal ? texts.cancel : texts.backToDraft}
        </ButtonLink>
      </Actions>
    </>
  )
}

/** The way to a dissent on the draft's page: who has one, and the link. Returns nothing where the guideline gives no room. */
export function DraftDissent({
  language,
  href,
  dissenting,
  isOwn,
}: {
  readonly language: Language
  readonly href: string
  /** The names of those who have one. */
  readonly dissenting: readonly string[]
  readonly isOwn: boolean
}) {
  const texts = correctTexts(language)
  return (
    <Section heading={texts.dissentTitle}>
      <Note>{texts.dissentDraft}</Note>
      {dissenting.length > 0 && <List items={dissenting} />}
      <Actions>
        <ButtonLink href={href} tone="quiet">
          {isOwn ? texts.dissentChange : texts.dissentOpen}
        </ButtonLink>
      </Actions>
    </Section>
  )
}
