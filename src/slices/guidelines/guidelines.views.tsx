import type { DescribedRule, Status } from '../../engine/index.ts'
import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  ButtonLink,
  type Definition,
  DefinitionList,
  EmptyState,
  Heading,
  Lead,
  List,
  Note,
  Paragraph,
  Section,
  Table,
  Tag,
  TextLink,
} from '../../ui/index.ts'
import { guidelinesTexts } from './guidelines.texts.ts'

export type OpenQuestion = {
  readonly silence: string
  readonly question: string
  readonly rule: string
  readonly answerHref: string | undefined
}
export type Interpretation = {
  readonly id: string
  readonly question: string
  readonly answer: string
  readonly rule: string
  readonly decision: string
  readonly from: string
  readonly invented: boolean
}
/** Where a version stands, and in words: by what it is replaced, or when it begins or ended. */
export type ShownStatus = { readonly is: Status['is']; readonly text: string }
export type ShownGuideline = {
  readonly id: string
  readonly title: string
  readonly status: ShownStatus
  readonly about: readonly Definition[]
  readonly rules: readonly DescribedRule[]
  readonly open: readonly OpenQuestion[]
  readonly interpretations: readonly Interpretation[]
  readonly adoptHref: string | undefined
  /** Where a review is registered, for those who may. */
  readonly reviewHref: string | undefined
}
export type ShownFeeRules = {
  readonly id: string
  readonly title: string
  readonly status: string
  readonly lines: readonly string[]
}

type GuidelinePageProps = {
  readonly language: Language
  /** What has just been registered. */
  readonly notice: string | undefined
  readonly guidelines: readonly ShownGuideline[]
  /** Rules of several sources that cannot both be followed today. */
  readonly collisions: readonly string[]
  readonly feeRules: readonly ShownFeeRules[]
  /** Where guidelines are written, for those who may. */
  readonly draftsHref: string | undefined
  readonly compareHref: string
  /** Where a guideline is tried out, for those who may. */
  readonly tryOutHref: string | undefined
}

/** The committee's guideline read back in plain words, its local interpretations apart, and the fee rules. */
export function GuidelinePage(props: GuidelinePageProps) {
  const { language, notice, guidelines, collisions, feeRules, draftsHref, compareHref, tryOutHref } = props
  const texts = guidelinesTexts(language)
  return (
    <>
      {notice !== undefined && (
        <Alert tone="good" announce>
          {notice}
        </Alert>
      )}
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      <Actions>
        {draftsHref && (
          <ButtonLink href={draftsHref} tone="secondary">
            {texts.write}
          </ButtonLink>
        )}
        <ButtonLink href={compareHref} tone="secondary">
          {texts.compare}
        </ButtonLink>
        {tryOutHref && (
          <ButtonLink href={tryOutHref} tone="secondary">
            {texts.tryOut}
          </ButtonLink>
        )}
      </Actions>
      {guidelines.length === 0 && <EmptyState heading={texts.emptyHeading}>{texts.empty}</EmptyState>}
      {collisions.length > 0 && (
        <Alert tone="warning" heading={texts.collisionsHeading} level={2}>
          <List items={collisions} />
        </Alert>
      )}
      {guidelines.map((guideline) => (
        <OneGuideline key={guideline.id} language={language} guideline={guideline} />
      ))}
      {feeRules.length > 0 && (
        <Section heading={texts.feeRules}>
          {feeRules.map(({ id, title, status, lines }) => (
            <Section key={id} heading={title} level={3}>
              <Paragraph>
                <Tag>{status}</Tag>
              </Paragraph>
              <List items={lines} />
            </Section>
          ))}
        </Section>
      )}
    </>
  )
}

const forceTones = { must: 'info', should: 'neutral', may: 'neutral' } as const
const statusTones = {
  proposal: 'warning',
  adopted: 'good',
  coming: 'info',
  replaced: 'neutral',
  expired: 'neutral',
} as const

function OneGuideline({ language, guideline }: { readonly language: Language; readonly guideline: ShownGuideline }) {
  const texts = guidelinesTexts(language)
  const { title, status, about, rules, open, interpretations, adoptHref, reviewHref } = guideline
  return (
    <Section heading={title}>
      <Paragraph>
        <Tag tone={statusTones[status.is]}>{status.text}</Tag>
      </Paragraph>
      {status.is === 'proposal' && (
        <Alert tone="warning" heading={texts.proposalHeading} level={3}>
          <Paragraph>{texts.proposalText}</Paragraph>
          {adoptHref && <ButtonLink href={adoptHref}>{texts.adoptNow}</ButtonLink>}
        </Alert>
      )}
      <OpenQuestions language={language} open={open} />
      <Table
        caption={texts.rules}
        rows={rules}
        rowKey={({ id, kind }) => `${id} ${kind}`}
        columns={[
          { heading: texts.rule, cell: ({ id }) => id, rowHeading: true, unbroken: true },
          { heading: texts.says, cell: (rule) => <RuleSentence language={language} rule={rule} /> },
          { heading: texts.force, cell: ({ force }) => <Tag tone={forceTones[force]}>{texts.forces[force]}</Tag> },
          { heading: texts.bearer, cell: ({ bearer }) => texts.bearers[bearer] },
          { heading: texts.clause, cell: ({ clause }) => clause },
        ]}
      />
      {interpretations.length > 0 && (
        <Section heading={texts.interpretations} level={3}>
          <Paragraph>{texts.interpretationsLead}</Paragraph>
          <Table
            caption={texts.interpretations}
            hideCaption
            rows={interpretations}
            rowKey={({ id }) => id}
            columns={[
              { heading: texts.question, cell: ({ question }) => question, rowHeading: true },
              { heading: texts.answer, cell: ({ answer }) => answer },
              {
                heading: texts.decidedBy,
                cell: ({ decision, invented }) => (
                  <>
                    {decision} {invented && <Tag tone="info">{texts.invented}</Tag>}
                  </>
                ),
              },
              { heading: texts.holdsFrom, cell: ({ from }) => from },
              { heading: texts.usedBy, cell: ({ rule }) => rule },
            ]}
          />
        </Section>
      )}
      <Section heading={texts.about} level={3}>
        <DefinitionList items={about} />
        {reviewHref && (
          <ButtonLink href={reviewHref} tone="secondary" label={`${texts.reviewNow}: ${title}`}>
            {texts.reviewNow}
          </ButtonLink>
        )}
      </Section>
    </Section>
  )
}

function RuleSentence({ language, rule }: { readonly language: Language; readonly rule: DescribedRule }) {
  const texts = guidelinesTexts(language)
  return (
    <>
      {rule.sentence}
      {rule.silent.length > 0 && (
        <Note>
          {texts.silentHere}: {rule.silent.map(({ question }) => question).join(' ')}
        </Note>
      )}
    </>
  )
}

function OpenQuestions({ language, open }: { readonly language: Language; readonly open: readonly OpenQuestion[] }) {
  const texts = guidelinesTexts(language)
  if (open.length === 0) return null
  return (
    <Alert tone="info" heading={texts.openHeading(open.length)} level={3}>
      <Paragraph>{texts.openText}</Paragraph>
      <List
        items={open.map(({ silence, question, rule, answerHref }) => (
          <>
            {question} ({rule}){' '}
            {answerHref && (
              <TextLink key={silence} href={answerHref} label={`${texts.answerNow}: ${question}`}>
                {texts.answerNow}
              </TextLink>
            )}
          </>
        ))}
      />
      {open.every(({ answerHref }) => answerHref === undefined) && <Paragraph>{texts.openWho}</Paragraph>}
    </Alert>
  )
}
