import type { ChangedPoint, ChangedRule, DiffedRule, Guideline, GuidelineDiff } from '../../engine/index.ts'
import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  type Choice,
  DefinitionList,
  EmptyState,
  Form,
  type FormState,
  Heading,
  Lead,
  List,
  Note,
  Paragraph,
  Section,
  SelectField,
  StatTiles,
  SubmitButton,
  Table,
  Tag,
  TextLink,
} from '../../ui/index.ts'
import { compareTexts } from './compare.texts.ts'
import { guidelinesTexts } from './guidelines.texts.ts'

export type ComparePageProps = {
  readonly language: Language
  readonly form: FormState
  readonly choices: readonly Choice[]
  /** Drafts with mistakes: they cannot be compared. */
  readonly unreadable: readonly { readonly id: string; readonly title: string; readonly href: string }[]
  /** Absent where the same one stands on both sides, or there is none. */
  readonly compared: Compared | undefined
  readonly action: string
  readonly swapHref: string | undefined
  readonly guidelineHref: string
}
type Compared = { readonly diff: GuidelineDiff; readonly before: Guideline; readonly after: Guideline }

/** Two versions of a guideline beside each other: what came, what went and what changed, each in words. */
export function ComparePage(props: ComparePageProps) {
  const { language, choices, unreadable, compared, guidelineHref } = props
  const texts = compareTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.back, href: guidelineHref }]} />
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      {choices.length < 2 ? (
        <EmptyState heading={choices.length === 0 ? texts.noneHeading : texts.onlyOneHeading}>
          {choices.length === 0 ? texts.none : texts.onlyOne}
        </EmptyState>
      ) : (
        <Chooser {...props} />
      )}
      {unreadable.length > 0 && (
        <Alert tone="info" heading={texts.unreadableHeading} level={2}>
          <List
            items={unreadable.map(({ id, title, href }) => (
              <>
                {texts.unreadable(title)}{' '}
                <TextLink key={id} href={href} label={`${texts.openDraft}: ${title}`}>
                  {texts.openDraft}
                </TextLink>
              </>
            ))}
          />
        </Alert>
      )}
      {choices.length >= 2 && compared === undefined && (
        <Alert tone="warning" heading={texts.sameHeading} level={2}>
          {texts.same}
        </Alert>
      )}
      {compared && <Difference language={language} compared={compared} />}
    </>
  )
}

function Chooser({ language, form, choices, action, swapHref }: ComparePageProps) {
  const texts = compareTexts(language)
  return (
    <Form action={action} method="get" label={texts.title}>
      <SelectField language={language} form={form} name="fran" label={texts.from} choices={choices} />
      <SelectField language={language} form={form} name="till" label={texts.to} choices={choices} />
      <Actions>
        <SubmitButton>{texts.submit}</SubmitButton>
        {swapHref && (
          <ButtonLink href={swapHref} tone="quiet">
            {texts.swap}
          </ButtonLink>
        )}
      </Actions>
    </Form>
  )
}

function Difference({ language, compared }: { readonly language: Language; readonly compared: Compared }) {
  const texts = compareTexts(language)
  const { diff, before, after } = compared
  const { added, removed, changed, unchanged, silences } = diff
  // Every file has a name of its own; that the names differ says nothing.
  const metadata = diff.metadata.filter(({ path }) => path !== 'id')
  const isEqual = [added, removed, changed, metadata, ...Object.values(silences)].every((list) => list.length === 0)
  const counts = { added: added.length, removed: removed.length, changed: changed.length, unchanged }
  return (
    <>
      <Section heading={texts.summary}>
        {isEqual && (
          <Alert tone="info" heading={texts.nothingHeading} level={3}>
            {texts.nothing}
          </Alert>
        )}
        <StatTiles
          items={(['added', 'removed', 'changed', 'unchanged'] as const).map((name) => ({
            label: texts.counts[name](counts[name]),
            value: String(counts[name]),
          }))}
        />
      </Section>
      <OneSided language={language} heading={texts.added} rules={added} />
      <OneSided language={language} heading={texts.removed} rules={removed} />
      {changed.length > 0 && (
        <Section heading={texts.changed}>
          {changed.map((rule) => (
            <Changed
              key={`${rule.id} ${rule.kind}`}
              language={language}
              rule={rule}
              was={placeOf(rule, before)}
              is={placeOf(rule, after)}
            />
          ))}
        </Section>
      )}
      <Questions language={language} silences={silences} />
      {metadata.length > 0 && (
        <Section heading={texts.about}>
          <Points language={language} caption={texts.about} points={metadata} />
        </Section>
      )}
    </>
  )
}

const forceTones = { must: 'info', should: 'neutral', may: 'neutral' } as const

function OneSided({
  language,
  heading,
  rules,
}: {
  readonly language: Language
  readonly heading: string
  readonly rules: readonly DiffedRule[]
}) {
  const texts = compareTexts(language)
  const { forces, bearers } = guidelinesTexts(language)
  if (rules.length === 0) return null
  return (
    <Section heading={heading}>
      <Table
        caption={heading}
        hideCaption
        rows={rules}
        rowKey={({ id, kind }) => `${id} ${kind}`}
        columns={[
          { heading: texts.rule, cell: ({ id }) => id, rowHeading: true, unbroken: true },
          {
            heading: texts.says,
            cell: ({ title, sentence }) => (
              <>
                {sentence}
                <Note>{title}</Note>
              </>
            ),
          },
          { heading: texts.force, cell: ({ force }) => <Tag tone={forceTones[force]}>{forces[force]}</Tag> },
          { heading: texts.bearer, cell: ({ bearer }) => bearers[bearer] },
          { heading: texts.clause, cell: ({ clause }) => clause },
        ]}
      />
    </Section>
  )
}

type RulePlace = { readonly clause: string; readonly force: DiffedRule['force'] }

/** A rule may share its id with one of another kind. */
function placeOf({ id, kind }: ChangedRule, { rules }: Guideline): RulePlace | undefined {
  return rules.find((rule) => rule.id === id && rule.kind === kind)
}

type ChangedProps = {
  readonly language: Language
  readonly rule: ChangedRule
  readonly was: RulePlace | undefined
  readonly is: RulePlace | undefined
}

function Changed({ language, rule, was, is }: ChangedProps) {
  const texts = compareTexts(language)
  const { forces } = guidelinesTexts(language)
  const { id, title, sentence, points } = rule
  const isSameSentence = sentence.before === sentence.after
  return (
    <Section heading={`${id}: ${title}`} level={3}>
      <DefinitionList
        items={
          isSameSentence
            ? [{ term: texts.sentence, description: sentence.after }]
            : [
                { term: texts.before, description: sentence.before },
                { term: texts.after, description: sentence.after },
              ]
        }
      />
      <Points language={language} caption={texts.whatChanged(id)} points={points} />
      {is && was && <Note>{[is.clause, ...(was.force === is.force ? [forces[is.force]] : [])].join(' · ')}</Note>}
    </Section>
  )
}

function Points({
  language,
  caption,
  points,
}: {
  readonly language: Language
  readonly caption: string
  readonly points: readonly ChangedPoint[]
}) {
  const texts = compareTexts(language)
  return (
    <Table
      caption={caption}
      hideCaption
      rows={points}
      rowKey={({ path }) => path}
      columns={[
        { heading: texts.question, cell: ({ question }) => question, rowHeading: true },
        {
          heading: texts.before,
          cell: ({ before, removed }) => <Side text={before} items={removed} language={language} went />,
        },
        { heading: texts.after, cell: ({ after, added }) => <Side text={after} items={added} language={language} /> },
      ]}
    />
  )
}

type SideProps = {
  readonly language: Language
  readonly text: string
  /** What is on this side alone, of a list. */
  readonly items: readonly string[] | undefined
  readonly went?: boolean
}

function Side({ language, text, items = [], went = false }: SideProps) {
  const texts = compareTexts(language)
  return (
    <>
      {text}
      {items.length > 0 && (
        <Note>
          {went ? texts.wentOut : texts.cameIn}: {items.join('; ')}
        </Note>
      )}
    </>
  )
}

function Questions({
  language,
  silences,
}: {
  readonly language: Language
  readonly silences: GuidelineDiff['silences']
}) {
  const texts = compareTexts(language)
  const { added, removed, reworded, answered } = silences
  const asked = ({ question, rule }: { readonly question: string; readonly rule: string }) => `${question} (${rule})`
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [texts.questionsAdded, added.map(asked)],
    [texts.questionsRemoved, removed.map(asked)],
    [texts.questionsReworded, reworded.map(({ before, after }) => texts.reworded(before.question, asked(after)))],
    [texts.questionsAnswered, answered.map((it) => texts.answered(asked(it), it.answer))],
  ]
  const shown = lists.filter(([, items]) => items.length > 0)
  if (shown.length === 0) return null
  return (
    <Section heading={texts.questions}>
      <Paragraph>{texts.questionsLead}</Paragraph>
      {shown.map(([heading, items]) => (
        <Section key={heading} heading={heading} level={3}>
          <List items={items} />
        </Section>
      ))}
    </Section>
  )
}
