import type { ComponentChildren } from 'preact'
import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  Card,
  Details,
  EnterButton,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  List,
  MarkedText,
  Note,
  Paragraph,
  Section,
  SubmitButton,
  Tag,
  TextField,
  TextLink,
} from '../../ui/index.ts'
import type { Concern, GuardNote, GuardPage, HandOverLine } from './reports.guard.page.ts'
import { guardTexts } from './reports.guard.texts.ts'
import { handOverTexts } from './reports.handover.texts.ts'
import { reportsTexts } from './reports.texts.ts'

type ConcernProps = {
  readonly language: Language
  readonly concern?: Concern | undefined
  /** 2 unless told. */
  readonly level?: 2 | 3 | undefined
}

/** The ways to report concern, plain and kind. Stands before everything else where a text points to abuse or danger. */
export function ConcernFirst({ language, concern, level }: ConcernProps) {
  if (concern === undefined) return null
  const texts = guardTexts(language)
  return (
    <Alert tone="warning" heading={texts.concernHeading} level={level}>
      <Paragraph>{texts.concernLead}</Paragraph>
      <List
        items={concern.ways.map((way) => (
          <>
            <strong>{texts.ways[way].heading}.</strong> {texts.ways[way].text}
          </>
        ))}
      />
      <Paragraph>{texts.concernContact(concern.address)}</Paragraph>
      <Note>{texts.concernStays}</Note>
    </Alert>
  )
}

type GuardNotesProps = { readonly language: Language; readonly notes: readonly GuardNote[] | undefined }

/**
 * What the guard sees in one field of the draft, below the field and inside its form: the button saves everything that is
 * written and goes on to the check. Nothing when there is nothing to say.
 */
export function GuardNotes({ language, notes = [] }: GuardNotesProps) {
  if (notes.length === 0) return null
  const texts = guardTexts(language)
  return (
    <>
      <ConcernFirst language={language} concern={notes.find(({ concern }) => concern)?.concern} level={3} />
      <Alert tone="info" heading={texts.left(notes.length)} level={3}>
        {notes.map((note) => (
          <SeenIn key={note.tag} note={note} />
        ))}
        <Actions>
          <SubmitButton name="next" value="check" tone="secondary">
            {texts.fromDraft}
          </SubmitButton>
        </Actions>
        <Note>{texts.fromDraftHow}</Note>
      </Alert>
    </>
  )
}

/** What the guard sees in a text that goes into the report at once: with the ways to report concern first. */
export function LaterNotes({ language, notes = [] }: GuardNotesProps) {
  if (notes.length === 0) return null
  return (
    <>
      <ConcernFirst language={language} concern={notes.find(({ concern }) => concern)?.concern} level={3} />
      <Alert tone="info" heading={guardTexts(language).left(notes.length)} level={3}>
        {notes.map((note) => (
          <SeenIn key={note.tag} note={note} />
        ))}
      </Alert>
    </>
  )
}

function SeenIn({ note }: { readonly note: GuardNote }) {
  return (
    <>
      <MarkedText pieces={note.pieces} />
      <List
        items={note.seen.map(({ what, why, says }) => (
          <>
            <strong>{what}</strong> {why}
            {says !== undefined && <> {says}</>}
          </>
        ))}
      />
    </>
  )
}

type ControlProps = GuardPage & {
  readonly language: Language
  readonly units: string
  readonly action: string
  readonly draftHref: string
  readonly handInHref: string
  /** The author for whom the secretary goes through it. */
  readonly writingFor?: string | undefined
  /** The report was about to be handed in. */
  readonly isBeforeHandingIn: boolean
  /** What has just been done. */
  readonly notice?: string | undefined
  readonly rephraseHref: (field: string) => string
  /** Draft or official document. */
  readonly status?: ComponentChildren
  readonly form: FormState
}

/** The check before handing in: one list, each sentence with what can be done about it. */
export function ReportControl(page: ControlProps) {
  const { language, open, kept, more, form, notice } = page
  const texts = guardTexts(language)
  return (
    <>
      <Breadcrumbs
        language={language}
        items={[{ label: reportsTexts(language).draftTitle(page.units), href: page.draftHref }]}
      />
      <ErrorSummary language={language} form={form} />
      {notice && <Alert tone="good" announce heading={notice} />}
      <ConcernFirst language={language} concern={page.concern} />
      <Heading level={1}>{texts.title}</Heading>
      {page.writingFor !== undefined && (
        <Alert heading={texts.writingFor(page.writingFor)}>
          <Paragraph>{texts.writingForHow}</Paragraph>
        </Alert>
      )}
      {open.length > 0 && page.isBeforeHandingIn && <Alert tone="warning">{texts.beforeHandingIn}</Alert>}
      <Lead>{texts.lead}</Lead>
      {page.status}
      {page.taken && <TakenAway {...page} taken={page.taken} />}
      {open.length === 0 ? (
        <NothingOpen {...page} />
      ) : (
        <Section heading={texts.left(open.length + more)}>
          {open.map((note, index) => (
            <Sentence key={`${note.field} ${note.tag} ${index}`} page={page} note={note} at={index} />
          ))}
          {more > 0 && <Note>{texts.more(more)}</Note>}
        </Section>
      )}
      <HandOverLines language={language} lines={page.handOvers} action={page.action} />
      {kept.length > 0 && (
        <Details summary={texts.keptHeading(kept.length)}>
          {kept.map((note, index) => (
            <MarkedText key={`${note.tag} ${index}`} pieces={note.pieces} />
          ))}
        </Details>
      )}
      <Actions>
        {open.length === 0 && <ButtonLink href={page.handInHref}>{texts.toHandIn}</ButtonLink>}
        <ButtonLink href={page.draftHref} tone="secondary">
          {texts.toDraft}
        </ButtonLink>
      </Actions>
    </>
  )
}

function NothingOpen({ language, kept }: ControlProps) {
  const texts = guardTexts(language)
  return kept.length === 0 ? (
    <Alert tone="good" heading={texts.nothing}>
      <Paragraph>{texts.nothingText}</Paragraph>
    </Alert>
  ) : (
    <Alert tone="good" heading={texts.allDecided}>
      <Paragraph>{texts.allDecidedText}</Paragraph>
    </Alert>
  )
}

function TakenAway({ language, action, taken }: ControlProps & { readonly taken: NonNullable<GuardPage['taken']> }) {
  const texts = guardTexts(language)
  return (
    <Alert heading={taken.left === '' ? texts.takenAway : texts.takenWords}>
      <Paragraph>{texts.takenText(taken.text.length > 300 ? `${taken.text.slice(0, 300)}…` : taken.text)}</Paragraph>
      <Form action={action} layout="inline">
        <SubmitButton name="do" value="put-back" tone="secondary">
          {texts.putBack}
        </SubmitButton>
      </Form>
    </Alert>
  )
}

type SentenceProps = { readonly page: ControlProps; readonly note: GuardNote; readonly at: number }

function Sentence({ page, note, at }: SentenceProps) {
  const { language, form, open } = page
  const texts = guardTexts(language)
  const reason = `reason.${at + 1}`
  const label = (visible: string) => `${visible} ${texts.about(note.begins)}`
  const isWrong = form.errors.some(({ field }) => field === reason)
  return (
    <Card heading={texts.sentenceNumber(at + 1, open.length)} tag={<Tag>{texts.sentenceIn(note.where)}</Tag>}>
      <SeenIn note={note} />
      <Form action={page.action} label={texts.sentenceNumber(at + 1, open.length)}>
        <EnterButton name="do" value="keep" />
        <HiddenField name="field" value={note.field} />
        <HiddenField name="sentence" value={note.tag} />
        {note.before !== undefined && <Note>{note.before}</Note>}
        <Actions>
          {note.handOver !== undefined && (
            <SubmitButton name="do" value="hand-over" tone="secondary" label={label(note.handOver)}>
              {note.handOver}
            </SubmitButton>
          )}
          {note.canTakeWords && (
            <SubmitButton name="do" value="words" tone="secondary" label={label(texts.takeWords)}>
              {texts.takeWords}
            </SubmitButton>
          )}
          <SubmitButton name="do" value="sentence" tone="secondary" label={label(texts.takeSentence)}>
            {texts.takeSentence}
          </SubmitButton>
          <ButtonLink href={page.rephraseHref(note.field)} tone="quiet" label={label(texts.rephrase)}>
            {texts.rephrase}
          </ButtonLink>
        </Actions>
        <Details summary={texts.keepOpen} open={isWrong}>
          <TextField
            language={language}
            form={form}
            name={reason}
            label={texts.keepReason}
            hint={texts.keepReasonHint}
            maxLength={500}
          />
          <SubmitButton name="do" value="keep" tone="secondary" label={label(texts.keep)}>
            {texts.keep}
          </SubmitButton>
        </Details>
      </Form>
    </Card>
  )
}

type HandOverLinesProps = {
  readonly language: Language
  readonly lines: readonly HandOverLine[]
  /** Where a form for taking back is posted; without one there is none. */
  readonly action?: string | undefined
}

/** What the author has handed over instead of reporting it, and how far it has come. Nothing when there is nothing. */
export function HandOverLines({ language, lines, action }: HandOverLinesProps) {
  if (lines.length === 0) return null
  const texts = handOverTexts(language)
  return (
    <Section heading={texts.sectionHeading}>
      {lines.map(({ id, line, answer, href, label, canTakeBack }) => (
        <Card key={id} heading={line}>
          {answer !== undefined && <Paragraph>{answer}</Paragraph>}
          <Paragraph>
            <TextLink href={href} label={label}>
              {texts.open}
            </TextLink>
          </Paragraph>
          {canTakeBack && action !== undefined && (
            <Form action={action} layout="inline" label={line}>
              <HiddenField name="handOver" value={id} />
              <SubmitButton name="do" value="take-back" tone="secondary">
                {texts.takeBack}
              </SubmitButton>
              <Note>{texts.takeBackHow}</Note>
            </Form>
          )}
        </Card>
      ))}
    </Section>
  )
}
