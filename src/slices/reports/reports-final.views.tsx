import type { ComponentChildren } from 'preact'
import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  DateField,
  type Definition,
  DefinitionList,
  DownloadLink,
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
  Tag,
  WrittenText,
} from '../../ui/index.ts'
import { onBehalfTexts } from '../people/index.ts'
import { FinalAttachments, type ShownAttachment } from './reports-attachments.views.tsx'
import { NoteSpoken } from './reports-spoken.views.tsx'
import { ReadingNames } from './reports-list.views.tsx'
import { type VisitFacts, VisitFactsParts } from './reports-parts.views.tsx'
import { readingTexts } from './reports.reading.texts.ts'
import { restrictionTexts } from './reports.restriction.texts.ts'
import { CheckedPart } from './reports-checked.views.tsx'
import { type AfterParts, AfterNotices, AfterSections } from './reports-after.views.tsx'
import { correctTexts } from './reports.correct.texts.ts'
import type { FrozenReport } from './reports.document.store.ts'
import type { DocumentStatus as Status } from './reports.status.rules.ts'
import { DocumentStatus } from './reports-status.views.tsx'
import { reportsTexts } from './reports.texts.ts'
import type { HandOverLine } from './reports.guard.page.ts'
import { HandOverLines } from './reports-guard.views.tsx'

export type FinalisePage = {
  readonly language: Language
  readonly lead: string
  /** What has to be looked at first. */
  readonly before?: ComponentChildren
  /** When the page was shown, for saying afterwards what has changed since. */
  readonly shownAt: string
  /** What will happen, a sentence each, in order. */
  readonly happens: readonly string[]
  readonly missingSignatures: readonly string[]
  readonly action: string
  readonly version: number
  readonly draftHref: string
  /** The group's rapporteur, when that is somebody else. */
  readonly finishedBy: string | undefined
  /** The one for whom it is done, after a phone call. */
  readonly writingFor?: string | undefined
  readonly form: FormState
}

/** The last page before the report is final: what happens next, said beforehand. */
export function ReportFinalise({
  language,
  lead,
  before,
  shownAt,
  happens,
  missingSignatures,
  action,
  version,
  draftHref,
  finishedBy,
  writingFor,
  form,
}: FinalisePage) {
  const texts = reportsTexts(language)
  return (
    <>
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.finalTitle}</Heading>
      <Lead>{lead}</Lead>
      {writingFor !== undefined && <Alert heading={texts.writingFor(writingFor)} />}
      {before}
      <Section heading={texts.finalHappens}>
        <List items={happens} ordered />
      </Section>
      {missingSignatures.length > 0 && (
        <Section heading={texts.signatures}>
          <List items={missingSignatures} />
          <Note>{texts.signatureDelaysNothing}</Note>
        </Section>
      )}
      {finishedBy !== undefined && <Note>{texts.finalOnlyRapporteur(finishedBy)}</Note>}
      <Form action={action} version={version}>
        <HiddenField name="shownAt" value={shownAt} />
        {writingFor !== undefined && (
          <DateField language={language} form={form} name="calledOn" label={onBehalfTexts(language).calledOn} />
        )}
        <Actions>
          {finishedBy === undefined && (
            <SubmitButton>
              {writingFor === undefined ? texts.finalSubmit : texts.finalSubmitFor(writingFor)}
            </SubmitButton>
          )}
          <ButtonLink href={draftHref} tone="quiet">
            {texts.finalBack}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}

export type FinalPage = {
  readonly language: Language
  readonly title: string
  readonly status: Status
  readonly marks: readonly string[]
  readonly facts: readonly Definition[]
  readonly visit: VisitFacts
  readonly topics: readonly {
    readonly heading: string
    readonly texts: readonly { readonly heading: string; readonly text: string }[]
  }[]
  readonly proposals: readonly string[]
  readonly questions: readonly string[]
  readonly oralLine?: string | undefined
  /** What the managers said of the draft. */
  readonly checked: FrozenReport['checked']
  readonly pdfHref?: string | undefined
  readonly reading?: { readonly read: readonly string[]; readonly unread: readonly string[] } | undefined
  /** The day when the one who looks read it, or where to say so. */
  readonly own?: { readonly readOn: string } | { readonly readHref: string } | undefined
  /** The secrecy mark, when it has one, and where the secretary sets or lifts it. */
  readonly restriction?: {
    readonly legalGround: string | undefined
    /** The one who looks reads it without what is secret. */
    readonly isMasked: boolean
    readonly href: string | undefined
  }
  readonly after: AfterParts
  /** What the one who looks handed over instead of reporting it. */
  readonly handOvers: readonly HandOverLine[]
  /** The files that go with it. */
  readonly attachments: readonly ShownAttachment[]
  /** For the secretary: where it is noted that the visit was told of at a meeting. */
  readonly spokenHref?: string | undefined
  /** Who had handed the report in, for one who came to do so a moment later. */
  readonly quicker?: string | undefined
  readonly listHref: string
}

function Restriction({ language, restriction }: Required<Pick<FinalPage, 'language' | 'restriction'>>) {
  const texts = restrictionTexts(language)
  const { legalGround, isMasked, href } = restriction
  return (
    <>
      {legalGround !== undefined && <Alert tone="warning">{(isMasked ? texts.masked : texts.own)(legalGround)}</Alert>}
      {href !== undefined && (
        <Actions>
          <ButtonLink href={href} tone="quiet">
            {legalGround === undefined ? texts.set : texts.change}
          </ButtonLink>
        </Actions>
      )}
    </>
  )
}

/** A final report, as it was frozen. */
export function ReportFinal(page: FinalPage) {
  const { language, own, reading } = page
  const texts = reportsTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.title, href: page.listHref }]} />
      <Heading level={1}>{page.title}</Heading>
      {page.marks.length > 0 && (
        <p>
          {page.marks.map((mark) => (
            <Tag key={mark} tone="warning">
              {mark}
            </Tag>
          ))}
        </p>
      )}
      <DocumentStatus language={language} status={page.status} compact />
      {page.quicker !== undefined && (
        <Alert announce heading={correctTexts(language).alreadyHeading}>
          <p>{page.quicker}</p>
        </Alert>
      )}
      {page.restriction && <Restriction language={language} restriction={page.restriction} />}
      {own && 'readHref' in own && (
        <Form action={own.readHref}>
          <input type="hidden" name="next" value="unread" />
          <Actions>
            <SubmitButton tone="secondary">{readingTexts(language).markAndNext}</SubmitButton>
          </Actions>
        </Form>
      )}
      {own && 'readOn' in own && <Note>{texts.youRead(own.readOn)}</Note>}
      <DefinitionList items={page.facts} />
      <AfterNotices {...page.after} />
      {page.pdfHref && <DownloadLink href={page.pdfHref} label={texts.pdf} format={texts.pdfFormat} />}
      {page.oralLine !== undefined && <WrittenText>{page.oralLine}</WrittenText>}
      {page.topics.map((group) => (
        <Section key={group.heading} heading={group.heading}>
          {group.texts.map(({ heading, text }) => (
            <Section key={heading} heading={heading} level={3}>
              {text === '' ? <Note>{texts.nothingWritten}</Note> : <WrittenText>{text}</WrittenText>}
            </Section>
          ))}
        </Section>
      ))}
      {page.proposals.length > 0 && (
        <Section heading={texts.proposals}>
          <List items={page.proposals} ordered />
        </Section>
      )}
      {page.questions.length > 0 && (
        <Section heading={texts.questions}>
          <List items={page.questions} ordered />
        </Section>
      )}
      <FinalAttachments language={language} files={page.attachments} />
      <CheckedPart language={language} checked={page.checked} />
      <Section heading={texts.visitFacts}>
        <VisitFactsParts {...page.visit} />
      </Section>
      <AfterSections {...page.after} />
      <HandOverLines language={language} lines={page.handOvers} />
      <NoteSpoken language={language} href={page.spokenHref} />
      {reading && (
        <Section heading={texts.readings}>
          <ReadingNames language={language} reading={reading} />
        </Section>
      )}
    </>
  )
}
