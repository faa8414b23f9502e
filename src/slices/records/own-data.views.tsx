import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Actions,
  Alert,
  DefinitionList,
  Details,
  DownloadLink,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  Note,
  Paragraph,
  RadioGroup,
  Section,
  SubmitButton,
  TextArea,
} from '../../ui/index.ts'
import { languagePath } from '../accounts/accounts.paths.ts'
import { askCorrectionPath } from './correction.paths.ts'
import type { OwnData, ShownRow } from './own-data.page.ts'
import { ownDataFilePath, ownDataPath, registeredAnswerPath } from './own-data.paths.ts'
import type { Purpose } from './own-data.rules.ts'
import { ownDataTexts } from './own-data.texts.ts'

export type OwnDataProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly committee: string
  readonly notice: string | undefined
  /** The data protection officer's contact, when it is entered. */
  readonly officer: string | undefined
  readonly registered: readonly RegisteredLine[]
  readonly parts: readonly (Omit<OwnData, 'rows'> & { readonly rows: readonly ShownRow[] })[]
  readonly form: FormState
}

export type RegisteredLine = {
  readonly id: string
  readonly what: string
  readonly by: string
  /** What the person has said of it. */
  readonly said: 'right' | 'wrong' | undefined
}

const shownAtMost = 50

/** Everything that is kept about the one who looks, with ways to have it corrected. */
export function OwnDataPage(page: OwnDataProps) {
  const { language, place, form } = page
  const texts = ownDataTexts(language)
  return (
    <>
      <ErrorSummary language={language} form={form} />
      {page.notice && <Alert tone="good" announce heading={page.notice} />}
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead(page.committee)}</Lead>
      <Registered {...page} />
      <Section heading={texts.files}>
        <Paragraph>
          <DownloadLink
            href={ownDataFilePath(place, 'mina-uppgifter.pdf')}
            label={texts.pdf}
            format={texts.pdfFormat}
          />
        </Paragraph>
        <Paragraph>
          <DownloadLink
            href={ownDataFilePath(place, 'mina-uppgifter.json')}
            label={texts.json}
            format={texts.jsonFormat}
          />
        </Paragraph>
      </Section>
      {[...Map.groupBy(page.parts, ({ purpose }) => purpose)].map(([purpose, parts]) => (
        <PurposeSection key={purpose} language={language} purpose={purpose} parts={parts} />
      ))}
      <Correction language={language} place={place} form={form} />
      <LanguageChoice language={language} place={place} />
      <Section heading={texts.rights}>
        <Paragraph>{texts.rightsText(page.officer ?? texts.noOfficer)}</Paragraph>
      </Section>
    </>
  )
}

type PurposeProps = {
  readonly language: Language
  readonly purpose: Purpose
  readonly parts: OwnDataProps['parts']
}

/** All that is kept for one purpose: why once, then each part, and in one line what is empty. */
function PurposeSection({ language, purpose, parts }: PurposeProps) {
  const texts = ownDataTexts(language)
  const { title, why, ground } = texts.purposes[purpose]
  const empty = parts.filter(({ rows }) => rows.length === 0).map(({ part }) => texts.parts[part].toLowerCase())
  return (
    <Section heading={title}>
      <DefinitionList
        items={[
          { term: texts.why, description: why },
          { term: texts.ground, description: ground },
        ]}
      />
      {parts
        .filter(({ rows }) => rows.length > 0)
        .map(({ part, kept, rows }) => (
          <Section key={part} heading={texts.parts[part]} level={3}>
            <Note>{`${texts.kept}: ${kept}`}</Note>
            {rows.length === 1 && rows.map((row) => <DefinitionList key={part} items={row} />)}
            {rows.length > 1 && (
              <Details summary={texts.rowsOf(rows.length)}>
                {rows.length > shownAtMost && <Note>{texts.latestOf(shownAtMost, rows.length)}</Note>}
                {rows.slice(-shownAtMost).map((row, index) => (
                  <DefinitionList key={`${part} ${String(index)}`} items={row} />
                ))}
              </Details>
            )}
          </Section>
        ))}
      {empty.length > 0 && <Note>{texts.emptyParts(empty.join(', '))}</Note>}
    </Section>
  )
}

function Registered({ language, place, registered, form }: OwnDataProps) {
  const texts = ownDataTexts(language)
  return (
    <Section heading={texts.parts['registered-for-me']} id="registrerat-at-mig">
      {registered.length === 0 ? <Note>{texts.registeredNone}</Note> : <Paragraph>{texts.registeredLead}</Paragraph>}
      {registered.map(({ id, what, by, said }) => (
        <Section key={id} heading={what} level={3}>
          <Note>{by}</Note>
          {said !== undefined && <Paragraph>{texts.youSaid[said]}</Paragraph>}
          {said === undefined && (
            <Form action={registeredAnswerPath(place, id)} label={what}>
              <RadioGroup
                language={language}
                form={form}
                name={`right.${id}`}
                label={texts.registeredQuestion}
                choices={[
                  { value: 'yes', label: texts.registeredRight },
                  { value: 'no', label: texts.registeredWrong },
                ]}
              />
              <TextArea
                language={language}
                form={form}
                name={`said.${id}`}
                label={texts.registeredSaid}
                optional="as-labelled"
                rows={2}
                maxLength={1000}
              />
              <Actions>
                <SubmitButton tone="secondary" label={`${texts.registeredSend}: ${what}`}>
                  {texts.registeredSend}
                </SubmitButton>
              </Actions>
            </Form>
          )}
        </Section>
      ))}
    </Section>
  )
}

type PartProps = { readonly language: Language; readonly place: PlaceSlugs }

function Correction({ language, place, form }: PartProps & { readonly form: FormState }) {
  const texts = ownDataTexts(language)
  const field = { language, form, rows: 3, maxLength: 1000 }
  return (
    <Section heading={texts.correctionHeading} id="rattelse">
      <Paragraph>{texts.correctionLead}</Paragraph>
      <Form action={askCorrectionPath(place)} label={texts.correctionHeading}>
        <TextArea {...field} name="wrong" label={texts.correctionWrong} />
        <TextArea {...field} name="should" label={texts.correctionShould} />
        <Actions>
          <SubmitButton>{texts.correctionSubmit}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  )
}

function LanguageChoice({ language, place }: PartProps) {
  const texts = ownDataTexts(language)
  return (
    <Section heading={texts.languageHeading}>
      <Paragraph>{texts.languageLead}</Paragraph>
      <Form action={languagePath} label={texts.languageHeading}>
        <HiddenField name="returnTo" value={ownDataPath(place)} />
        <RadioGroup
          language={language}
          form={{ values: { language }, errors: [] }}
          name="language"
          label={texts.languageLabel}
          choices={[
            { value: 'sv', label: 'Svenska' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Actions>
          <SubmitButton tone="secondary">{texts.languageSave}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  )
}
