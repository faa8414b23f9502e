import { type ComponentChildren, Fragment } from 'preact'
import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  type Definition,
  DefinitionList,
  DownloadLink,
  Form,
  Heading,
  HiddenField,
  List,
  Note,
  Paragraph,
  PlainDocument,
  Section,
  SubmitButton,
  TextLink,
  WrittenText,
} from '../../ui/index.ts'
import { preparationTexts } from './preparation.texts.ts'
import type { Part } from './visits.guideline-page.ts'

/** The topics for one kind of people: those that the guideline means as strongly in the same place, with what it says of them. */
export type TopicGroup = {
  readonly heading: string
  readonly parts: readonly { readonly said: string; readonly topics: readonly string[] }[]
}

type Linked = { readonly key: string; readonly text: string; readonly href: string | undefined }

export type PreparationPageProps = {
  readonly language: Language
  readonly title: string
  readonly notice: string | undefined
  readonly crumbs: readonly { readonly label: string; readonly href: string }[]
  readonly keepHref: string
  /** Said on top of a file that was kept. */
  readonly keptAt: string
  readonly fileName: string
  readonly facts: readonly Definition[]
  readonly programme: string
  readonly topics: readonly TopicGroup[]
  readonly principles: Part<string> | undefined
  readonly excluded: Part<{ readonly matter: string; readonly referTo: string }> | undefined
  readonly secrecy: Part<string> | undefined
  readonly referral: Part<{ readonly question: string; readonly turnTo: string }> | undefined
  /** The committee's own lines of the guide to whom one turns. */
  readonly ownReferral: readonly string[]
  readonly quality: Part<'aid-only' | 'aid'> | undefined
  readonly mission: {
    /** What the guideline wants read beforehand. */
    readonly materials: Part<string> | undefined
    readonly documents: readonly { readonly id: string; readonly unit: string; readonly text: string }[]
    readonly readBy: string
    /** Where the viewer notes that they have read it. */
    readonly noteAction: string | undefined
  }
  readonly unitNews: readonly {
    readonly id: string
    readonly heading: string
    readonly since: string
    readonly entries: readonly Linked[]
  }[]
  readonly reports: readonly Linked[]
  readonly proposals: readonly string[]
  readonly committee: {
    readonly news: readonly { readonly id: string; readonly text: string }[]
    readonly facts: readonly Definition[]
    readonly meetingHref: string | undefined
    readonly discussion: readonly { readonly heading: string; readonly points: readonly string[] }[]
  }
  readonly contactHref: string | undefined
}

/** All that one reads on the way to a visit. */
export function PreparationPage(props: PreparationPageProps) {
  const { language, notice, contactHref } = props
  const texts = preparationTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={props.crumbs} />
      {notice && (
        <Alert tone="good" announce>
          {notice}
        </Alert>
      )}
      <Heading level={1}>{props.title}</Heading>
      <DownloadLink href={props.keepHref} label={texts.keep} format={texts.keepFormat} />
      <Parts {...props} />
      {contactHref && (
        <Section heading={texts.contactsHeading}>
          <Paragraph>
            <TextLink href={contactHref}>{texts.contacts}</TextLink>
          </Paragraph>
        </Section>
      )}
    </>
  )
}

/** The same in a file of its own: nothing to press and nowhere to go. */
export function KeptPreparation(props: PreparationPageProps) {
  const { language, title, keptAt } = props
  const without = (entries: readonly Linked[]) => entries.map((entry) => ({ ...entry, href: undefined }))
  return (
    <PlainDocument language={language} title={title}>
      <Heading level={1}>{title}</Heading>
      <Note>{keptAt}</Note>
      <Parts
        {...props}
        mission={{ ...props.mission, noteAction: undefined }}
        reports={without(props.reports)}
        unitNews={props.unitNews.map((part) => ({ ...part, entries: without(part.entries) }))}
        committee={{ ...props.committee, meetingHref: undefined }}
      />
    </PlainDocument>
  )
}

function Parts(props: PreparationPageProps) {
  const { language, facts, programme, topics, ownReferral, unitNews, reports, proposals } = props
  const texts = preparationTexts(language)
  // What holds for every topic is said once.
  const saidOfAll = [...new Set(topics.flatMap(({ parts }) => parts.map(({ said }) => said)))]
  return (
    <>
      <Section heading={texts.whenHeading}>
        <DefinitionList items={facts} />
        {programme !== '' && (
          <Section heading={texts.programme} level={3}>
            <WrittenText>{programme}</WrittenText>
          </Section>
        )}
      </Section>
      {topics.length > 0 && (
        <Section heading={texts.topicsHeading}>
          {topics.map(({ heading, parts }) => (
            <Section key={heading} heading={heading} level={3}>
              {parts.map(({ said, topics: those }) => (
                <Fragment key={said}>
                  <List items={those} />
                  {saidOfAll.length > 1 && <Note>{said}</Note>}
                </Fragment>
              ))}
            </Section>
          ))}
          {saidOfAll.length === 1 && <Note>{saidOfAll[0]}</Note>}
        </Section>
      )}
      <Said heading={texts.excludedHeading} part={props.excluded} say={(it) => texts.excluded(it.matter, it.referTo)} />
      <Said heading={texts.secrecyHeading} part={props.secrecy} say={(it) => it} />
      <Said heading={texts.principlesHeading} part={props.principles} say={(it) => it} />
      <Said
        heading={texts.referralHeading}
        part={props.referral}
        say={(it) => texts.referral(it.question, it.turnTo, '')}
        more={
          ownReferral.length > 0 && (
            <Section heading={texts.referralOwn} level={3}>
              <List items={ownReferral} />
            </Section>
          )
        }
      />
      {unitNews.map(({ id, heading, since, entries }) => (
        <Section key={id} heading={heading}>
          <Paragraph>{since}</Paragraph>
          <Links entries={entries} />
        </Section>
      ))}
      {reports.length > 0 && (
        <Section heading={texts.reportsHeading}>
          <Links entries={reports} />
        </Section>
      )}
      {proposals.length > 0 && (
        <Section heading={texts.proposalsHeading}>
          <List items={proposals} />
        </Section>
      )}
      <Committee {...props} />
      <Said heading={texts.qualityHeading} part={props.quality} say={(it) => texts.quality[it]} />
      <Mission language={language} mission={props.mission} />
    </>
  )
}

function Committee({ language, committee }: PreparationPageProps) {
  const texts = preparationTexts(language)
  const { news, facts, meetingHref, discussion } = committee
  if (news.length === 0 && facts.length === 0) return null
  return (
    <Section heading={texts.committeeHeading}>
      {news.map(({ id, text }) => (
        <WrittenText key={id}>{text}</WrittenText>
      ))}
      {facts.length > 0 && <DefinitionList items={facts} />}
      {discussion.length > 0 && (
        <Section heading={texts.discussionHeading} level={3}>
          {discussion.map(({ heading, points }) => (
            <Section key={heading} heading={heading} level={4}>
              <List items={points} />
            </Section>
          ))}
        </Section>
      )}
      {meetingHref && (
        <Paragraph>
          <TextLink href={meetingHref}>{texts.toMeeting}</TextLink>
        </Paragraph>
      )}
    </Section>
  )
}

function Mission({ language, mission }: Pick<PreparationPageProps, 'language' | 'mission'>) {
  const texts = preparationTexts(language)
  const { materials, documents, readBy, noteAction } = mission
  const isWanted = materials !== undefined && materials.items.length > 0
  const shown = documents.filter(({ text }) => isWanted || text !== '')
  if (!isWanted && shown.length === 0) return null
  return (
    <Section heading={texts.missionHeading}>
      {isWanted && (
        <Section heading={texts.readFirst} level={3}>
          <List items={materials.items} />
          <Source part={materials} />
        </Section>
      )}
      {shown.map(({ id, unit, text }) => (
        <Section key={id} heading={unit} level={3}>
          {text === '' ? <Paragraph>{texts.missionMissing}</Paragraph> : <WrittenText>{text}</WrittenText>}
        </Section>
      ))}
      {readBy !== '' && <Note>{texts.missionReadBy(readBy)}</Note>}
      {noteAction && (
        <Form action={noteAction}>
          <HiddenField name="from" value="infor" />
          <Actions>
            <SubmitButton>{texts.missionRead}</SubmitButton>
          </Actions>
        </Form>
      )}
    </Section>
  )
}

type SaidProps<T> = {
  readonly heading: string
  readonly part: Part<T> | undefined
  readonly say: (item: T) => string
  readonly more?: ComponentChildren
}

/** What the guideline says, with where it says it, and what the committee adds; nothing when both are silent. */
function Said<T>({ heading, part, say, more }: SaidProps<T>) {
  const isSaid = part !== undefined && part.items.length > 0
  if (!isSaid && !more) return null
  return (
    <Section heading={heading}>
      {isSaid && (
        <>
          <List items={part.items.map(say)} />
          <Source part={part} />
        </>
      )}
      {more}
    </Section>
  )
}

/** Where the guideline says it: in the open, so that it is there on paper too. */
function Source({ part }: { readonly part: Part<unknown> }) {
  const places = [...new Set(part.whys.map(({ source, clause }) => `${source}: ${clause}`))]
  return <Note>{places.join('; ')}</Note>
}

function Links({ entries }: { readonly entries: readonly Linked[] }) {
  return (
    <List
      items={entries.map(({ key, text, href }) =>
        href === undefined ? (
          text
        ) : (
          <TextLink key={key} href={href}>
            {text}
          </TextLink>
        ),
      )}
    />
  )
}
