import {
  Actions,
  DateField,
  Details,
  Heading,
  Lead,
  List,
  Note,
  OnPhone,
  Paragraph,
  Section,
  SubmitButton,
  WrittenText,
} from '../../ui/index.ts'
import { onBehalfTexts } from '../people/index.ts'
import { reportsTexts } from './reports.texts.ts'
import type { WritingField, WritingStep } from './reports.writing.page.ts'
import { writingTexts } from './reports.writing.texts.ts'
import { ContactsToTake } from './reports-contacts.views.tsx'
import type { DraftPage } from './reports-draft.views.tsx'
import { VisitFactsParts } from './reports-parts.views.tsx'
import { Boundaries } from './reports-start.views.tsx'
import { StepButtons, WritingFields } from './reports-writing.views.tsx'

type StepProps = { readonly page: DraftPage; readonly step: WritingStep }

/** What stands in a step, by its kind. */
export function StepContent({ page, step: { number, kind, heading, group, fields } }: StepProps) {
  const { language } = page
  const texts = reportsTexts(language)
  const words = writingTexts(language)
  if (kind === 'topic')
    return (
      <>
        {group && <Note>{group}</Note>}
        {number === 2 && page.topicsLead && <Note>{page.topicsLead}</Note>}
        <WritingFields page={page} fields={fields} headingLevel={2} rows={7} />
      </>
    )
  return (
    <>
      <Heading level={2}>{heading}</Heading>
      {kind === 'visit' && <VisitStep page={page} fields={fields} />}
      {kind === 'old-topics' && (
        <>
          <Paragraph>{words.oldTopicsLead}</Paragraph>
          <WritingFields page={page} fields={fields} />
        </>
      )}
      {kind === 'contacts' && <ContactsToTake language={language} contacts={page.contacts} form={page.form} />}
      {kind === 'proposals' && (
        <ItemsStep page={page} fields={fields} hint={words.proposalsHint} more={[number, words.moreProposals]} />
      )}
      {kind === 'questions' && (
        <ItemsStep page={page} fields={fields} hint={words.questionsHint} more={[number, words.moreQuestions]} />
      )}
      {kind === 'hand-in' && <HandInStep page={page} number={number} />}
      {kind === 'visit' && (
        <Details summary={texts.principles}>
          <Boundaries language={language} guide={page.guide} managers={page.managers} level={3} />
        </Details>
      )}
    </>
  )
}

function VisitStep({ page, fields }: { readonly page: DraftPage; readonly fields: readonly WritingField[] }) {
  const { language } = page
  const texts = reportsTexts(language)
  return (
    <>
      <Lead>{page.visit}</Lead>
      <Note>{texts.fromVisit}</Note>
      <VisitFactsParts {...page.facts} />
      <WritingFields page={page} fields={fields} rows={3} />
      {page.writingFor === undefined && !page.isTakenOver && <Paragraph>{writingTexts(language).lead}</Paragraph>}
    </>
  )
}

type ItemsProps = {
  readonly page: DraftPage
  readonly fields: readonly WritingField[]
  readonly hint: string
  /** The step to come back to, and what the button says. */
  readonly more: readonly [step: number, label: string]
}

function ItemsStep({ page, fields, hint, more: [step, label] }: ItemsProps) {
  return (
    <>
      <Paragraph>{hint}</Paragraph>
      <WritingFields page={page} fields={fields} rows={3} />
      <Actions>
        <SubmitButton name="next" value={`more:${step}`} tone="quiet">
          {label}
        </SubmitButton>
      </Actions>
    </>
  )
}

/** The last step: everything to read through, what is left to do, and handing in. */
function HandInStep({ page, number }: { readonly page: DraftPage; readonly number: number }) {
  const { language, finishedBy } = page
  const texts = reportsTexts(language)
  const words = writingTexts(language)
  return (
    <>
      <OnPhone>
        <Paragraph>{words.handInLead}</Paragraph>
        <Details summary={words.readThrough}>
          <WrittenParts page={page} level={3} />
        </Details>
      </OnPhone>
      <Section heading={texts.signatures} level={3}>
        <List items={page.signatures} />
        <Note>{texts.signatureDelaysNothing}</Note>
      </Section>
      {page.writingFor !== undefined && (
        <DateField language={language} form={page.form} name="calledOn" label={onBehalfTexts(language).calledOn} />
      )}
      {finishedBy && <Note>{texts.finalOnlyRapporteur(finishedBy)}</Note>}
      <Actions>
        {!finishedBy && (
          <SubmitButton name="next" value="finish">
            {texts.saveAndFinish}
          </SubmitButton>
        )}
        {!page.isTakenOver && (
          <SubmitButton name="next" value="sign" tone="secondary">
            {page.writingFor === undefined ? texts.saveAndSign : texts.saveAndSignFor(page.writingFor)}
          </SubmitButton>
        )}
        <SubmitButton name="next" value="save" tone="secondary">
          {texts.save}
        </SubmitButton>
      </Actions>
      <OnPhone>
        <Actions>
          <StepButtons page={page} number={number} />
        </Actions>
      </OnPhone>
    </>
  )
}

/** What is written, under its headings. */
export function WrittenParts({ page, level }: { readonly page: DraftPage; readonly level: 2 | 3 }) {
  const { form, steps } = page
  const shown = steps.flatMap(({ heading, fields }) => {
    const texts = fields.flatMap(({ field, label, choices }) => {
      const text = form.values[field]
      return choices === undefined && typeof text === 'string' && text !== '' ? [{ field, label, text }] : []
    })
    return texts.length === 0 ? [] : [{ heading, texts }]
  })
  return (
    <>
      {shown.map(({ heading, texts }) => (
        <Section key={texts[0]?.field} heading={heading} level={level}>
          {texts.map(({ field, label, text }) =>
            label === heading ? (
              <WrittenText key={field}>{text}</WrittenText>
            ) : (
              <Section key={field} heading={label} level={level === 2 ? 3 : 4}>
                <WrittenText>{text}</WrittenText>
              </Section>
            ),
          )}
        </Section>
      ))}
    </>
  )
}
