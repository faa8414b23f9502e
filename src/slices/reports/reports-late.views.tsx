import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  ButtonLink,
  Details,
  EmptyState,
  Form,
  List,
  Note,
  Section,
  SubmitButton,
  Table,
  Tag,
  type Tone,
} from '../../ui/index.ts'
import type { LateNotice } from './reports.late.page.ts'
import { lateTexts } from './reports.late.texts.ts'

export type LateLine = {
  readonly visitId: string
  readonly units: string
  readonly visitDay: string
  readonly owed: string
  /** Who they are, where it is not the politicians. */
  readonly owedNames: string
  readonly owedClause: string | undefined
  readonly due: string | undefined
  readonly dueClause: string | undefined
  readonly state: { readonly tone: Tone; readonly text: string; readonly more?: string }
  readonly reminders: readonly string[]
  readonly next: string
  readonly escalations: readonly { readonly text: string; readonly clause: string }[]
  /** For the one who is to write it, or to register what somebody else writes. */
  readonly href: string | undefined
  readonly isRegistered: boolean
  /** For the secretary, unless those who owe it have been reminded today. */
  readonly remindHref: string | undefined
  readonly remindedToday: boolean
}

export type LatePage = {
  readonly language: Language
  /** Shows the own reports alone. */
  readonly isOwn: boolean
  readonly notice: LateNotice | undefined
  readonly nextMeeting: { readonly day: string; readonly deadline: string } | undefined
  readonly lines: readonly LateLine[]
}

/** Who owes a report, since when and by which clause, with what has been done about it: the latest first. */
export function LateReports({ language, isOwn, notice, nextMeeting, lines }: LatePage) {
  const texts = lateTexts(language)
  const { columns } = texts
  const escalates = lines.some(({ escalations }) => escalations.length > 0)
  const acts = lines.some(({ href, remindHref, remindedToday }) => href || remindHref || remindedToday)
  return (
    <Section heading={texts.title} id="saknas">
      <Notice language={language} notice={notice} />
      {lines.length > 0 && <Note>{isOwn ? texts.leadOwn : texts.lead}</Note>}
      {nextMeeting && <Note>{texts.nextDeadline(nextMeeting.deadline, nextMeeting.day)}</Note>}
      <Table
        caption={texts.title}
        hideCaption
        rows={lines}
        rowKey={({ visitId }) => visitId}
        empty={<EmptyState heading={texts.noMissing} />}
        columns={[
          {
            heading: columns.visit,
            rowHeading: true,
            cell: ({ units, visitDay }) => (
              <>
                {units}
                <Note>{visitDay}</Note>
              </>
            ),
          },
          {
            heading: columns.owed,
            cell: ({ owed, owedNames, owedClause }) => (
              <>
                {owed}
                {owedNames !== '' && <Note>{owedNames}</Note>}
                {owedClause && <Note>{owedClause}</Note>}
              </>
            ),
          },
          {
            heading: columns.due,
            cell: ({ due, dueClause, state }) => (
              <>
                {due && <>{due} </>}
                <Tag tone={state.tone}>{state.text}</Tag>
                {state.more && <Note>{state.more}</Note>}
                {dueClause && <Note>{dueClause}</Note>}
              </>
            ),
          },
          {
            heading: columns.reminders,
            cell: ({ reminders, next }) => (
              <>
                {reminders.length === 0 ? (
                  <Note>{texts.noReminders}</Note>
                ) : (
                  <Details summary={texts.reminders(reminders.length)}>
                    <List items={reminders} />
                  </Details>
                )}
                <Note>{next}</Note>
              </>
            ),
          },
          ...(escalates
            ? [
                {
                  heading: columns.escalation,
                  cell: ({ escalations }: LateLine) =>
                    escalations.map(({ text, clause }) => (
                      <div key={`${clause} ${text}`}>
                        {text}
                        <Note>{clause}</Note>
                      </div>
                    )),
                },
              ]
            : []),
          ...(acts
            ? [{ heading: columns.step, cell: (line: LateLine) => <Step language={language} line={line} /> }]
            : []),
        ]}
      />
    </Section>
  )
}

function Notice({ language, notice }: { readonly language: Language; readonly notice: LateNotice | undefined }) {
  const texts = lateTexts(language)
  if (notice === undefined) return null
  return (
    <Alert tone={notice === 'skickad' ? 'good' : 'warning'} level={3} announce>
      {
        {
          skickad: texts.reminded,
          redan: texts.errors['reports.reminded-today'],
          ingen: texts.errors['reports.nobody-to-remind'],
        }[notice]
      }
    </Alert>
  )
}

function Step({ language, line }: { readonly language: Language; readonly line: LateLine }) {
  const texts = lateTexts(language)
  const { href, units, isRegistered, remindHref, remindedToday } = line
  return (
    <>
      {href && (
        <Actions>
          <ButtonLink
            href={href}
            tone="secondary"
            label={isRegistered ? texts.registerOf(units) : texts.writeOf(units)}
          >
            {isRegistered ? texts.register : texts.write}
          </ButtonLink>
        </Actions>
      )}
      {remindHref && (
        <Form action={remindHref} layout="inline">
          <SubmitButton tone="secondary" label={texts.remindOf(units)}>
            {texts.remind}
          </SubmitButton>
        </Form>
      )}
      {remindedToday && <Note>{texts.remindedToday}</Note>}
    </>
  )
}
