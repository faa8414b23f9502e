import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Actions,
  Card,
  DefinitionList,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  Lead,
  Note,
  RadioGroup,
  SubmitButton,
  Tag,
  TextArea,
} from '../../ui/index.ts'
import { answerCorrectionPath } from './correction.paths.ts'
import { correctionTexts } from './correction.texts.ts'

export type CorrectionLine = {
  readonly id: string
  readonly name: string
  readonly when: string
  readonly wrong: string
  readonly should: string
  readonly aboutRegistered: boolean
  readonly outcome: 'corrected' | 'refused' | undefined
  readonly answered: string
  readonly answer: string
  /** Whether the one who looks can answer it. */
  readonly mayAnswer: boolean
}

type Props = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly lines: readonly CorrectionLine[]
  readonly form: FormState
}

/** The requests that have come in, those that wait at the top. */
export function CorrectionsPage({ language, place, lines, form }: Props) {
  const texts = correctionTexts(language)
  return (
    <>
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      {lines.length === 0 && <EmptyState heading={texts.none} />}
      {lines.map((line) => (
        <Card
          key={line.id}
          level={2}
          heading={`${line.name}, ${line.when}`}
          tag={
            line.outcome === undefined ? (
              <Tag tone="warning">{texts.waiting}</Tag>
            ) : (
              <Tag tone={line.outcome === 'corrected' ? 'good' : 'neutral'}>{texts.outcomes[line.outcome]}</Tag>
            )
          }
        >
          <DefinitionList
            items={[
              { term: texts.columns.wrong, description: line.wrong },
              ...(line.should === '' ? [] : [{ term: texts.columns.should, description: line.should }]),
              ...(line.answered === '' ? [] : [{ term: texts.columns.answer, description: line.answered }]),
              ...(line.answer === '' ? [] : [{ term: texts.answer, description: line.answer }]),
            ]}
          />
          {line.aboutRegistered && <Note>{texts.aboutRegistered}</Note>}
          {line.mayAnswer && (
            <Form action={answerCorrectionPath(place, line.id)} label={texts.answerHeading(line.name)}>
              <RadioGroup
                language={language}
                form={form}
                name={`outcome.${line.id}`}
                label={texts.outcome}
                choices={[
                  { value: 'corrected', label: texts.corrected },
                  { value: 'refused', label: texts.refused },
                ]}
              />
              <TextArea
                language={language}
                form={form}
                name={`answer.${line.id}`}
                label={texts.answer}
                hint={texts.answerHint}
                optional="as-labelled"
                rows={3}
                maxLength={1000}
              />
              <Actions>
                <SubmitButton>{texts.send}</SubmitButton>
              </Actions>
            </Form>
          )}
        </Card>
      ))}
    </>
  )
}
