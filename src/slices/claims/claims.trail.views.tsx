import type { ComponentChildren } from 'preact'
import type { Language } from '../../kernel/language.ts'
import type { Ore } from '../../kernel/money.ts'
import {
  Breadcrumbs,
  DefinitionList,
  Details,
  Heading,
  Lead,
  Money,
  Note,
  Paragraph,
  Section,
  Table,
  TextLink,
} from '../../ui/index.ts'
import { ClaimLine, type ShownLine } from './claim-line.views.tsx'
import { OtherLine } from './claim-other-lines.views.tsx'
import { trailTexts } from './claims.trail.texts.ts'

/** Words, with an address where the reader may follow them. */
export type Linked = { readonly text: string; readonly href?: string | undefined }
export type Fact = { readonly term: string; readonly description: Linked }

export type TrailProps = {
  readonly language: Language
  readonly claimHref: string
  readonly claimName: string
  readonly unit: string
  readonly day: string
  readonly person: string
  readonly payroll: readonly {
    readonly key: string
    readonly batch: Linked
    readonly what: string
    readonly rows: string
    readonly handedOver: string
    readonly paidOn: string
    readonly amount: Ore
  }[]
  readonly decisions: readonly {
    readonly key: string
    readonly step: string
    readonly when: string
    readonly who: string
    readonly as: string
    readonly amount: Ore
    readonly reason: string
  }[]
  /** What was given, each with whether it is the fee: only that is counted from the time attended. */
  readonly lines: readonly { readonly name: string; readonly line: ShownLine; readonly isFee: boolean }[]
  readonly sources: readonly Linked[]
  readonly attendance: readonly Fact[]
  readonly invitation: readonly Fact[]
  readonly report: readonly Fact[]
  readonly appointments: readonly {
    readonly key: string
    readonly to: string
    readonly decided: string
    readonly period: string
  }[]
  readonly appointmentsHref: string | undefined
  readonly log: readonly {
    readonly seq: number
    readonly about: string
    readonly when: string
    readonly who: string
  }[]
  readonly logHref: string | undefined
}

/** From the kronor back: payroll, decisions, lines with clauses, attendance, invitation, report, appointment, log. */
export function TrailPage(page: TrailProps) {
  const { language } = page
  const texts = trailTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: page.claimName, href: page.claimHref }]} />
      <Heading level={1}>{texts.title(page.unit, page.day)}</Heading>
      <Lead>{texts.lead}</Lead>
      <DefinitionList items={[{ term: texts.person, description: page.person }]} />
      <Section heading={texts.payroll}>
        <Table
          caption={texts.payroll}
          hideCaption
          rows={page.payroll}
          rowKey={({ key }) => key}
          empty={<Paragraph>{texts.noPayroll}</Paragraph>}
          columns={[
            { heading: texts.batch, rowHeading: true, cell: ({ batch }) => <MaybeLink it={batch} /> },
            { heading: texts.kind, cell: ({ what }) => what },
            { heading: texts.rows, cell: ({ rows }) => rows },
            { heading: texts.handedOver, cell: ({ handedOver }) => handedOver },
            { heading: texts.paidOn, cell: ({ paidOn }) => paidOn },
            { heading: texts.amount, align: 'number', cell: ({ amount }) => <Money amount={amount} /> },
          ]}
        />
      </Section>
      <Section heading={texts.decisions}>
        <Table
          caption={texts.decisions}
          hideCaption
          rows={page.decisions}
          rowKey={({ key }) => key}
          empty={<Paragraph>{texts.noDecisions}</Paragraph>}
          columns={[
            { heading: texts.step, rowHeading: true, cell: ({ step }) => step },
            { heading: texts.when, cell: ({ when }) => when },
            { heading: texts.who, cell: ({ who }) => who },
            { heading: texts.actingAs, cell: ({ as }) => as },
            { heading: texts.reason, cell: ({ reason }) => reason },
            { heading: texts.amount, align: 'number', cell: ({ amount }) => <Money amount={amount} /> },
          ]}
        />
      </Section>
      <Section heading={texts.lines}>
        {page.lines.map(({ name, line, isFee }) => (
          <Section key={name} level={3} heading={name}>
            {isFee ? <ClaimLine language={language} line={line} /> : <OtherLine language={language} line={line} />}
          </Section>
        ))}
        <DefinitionList
          items={page.sources.map((source) => ({ term: texts.source, description: <MaybeLink it={source} /> }))}
        />
      </Section>
      <Facts heading={texts.attendance} facts={page.attendance} none={texts.noAttendance} />
      <Facts heading={texts.invitation} facts={page.invitation} none="" />
      <Facts heading={texts.report} facts={page.report} none={texts.noReport} />
      <Section heading={texts.appointment}>
        <Table
          caption={texts.appointment}
          hideCaption
          rows={page.appointments}
          rowKey={({ key }) => key}
          empty={<Paragraph>{texts.noAppointment}</Paragraph>}
          columns={[
            { heading: texts.about, rowHeading: true, cell: ({ to }) => to },
            { heading: texts.decidedOn, cell: ({ decided }) => decided },
            { heading: texts.when, cell: ({ period }) => period },
          ]}
        />
        {page.appointmentsHref !== undefined && (
          <Paragraph>
            <TextLink href={page.appointmentsHref}>{texts.appointments}</TextLink>
          </Paragraph>
        )}
      </Section>
      <Section heading={texts.log}>
        <Note>{texts.logLead}</Note>
        {page.log.length > 0 && (
          <Details summary={texts.logRows(page.log.length)}>
            <Table
              caption={texts.log}
              hideCaption
              rows={page.log}
              rowKey={({ seq }) => String(seq)}
              columns={[
                { heading: texts.number, rowHeading: true, cell: ({ seq }) => seq },
                { heading: texts.about, cell: ({ about }) => about },
                { heading: texts.when, cell: ({ when }) => when },
                { heading: texts.who, cell: ({ who }) => who },
              ]}
            />
          </Details>
        )}
        {page.logHref !== undefined && (
          <Paragraph>
            <TextLink href={page.logHref}>{texts.openLog}</TextLink>
          </Paragraph>
        )}
      </Section>
    </>
  )
}

function Facts({
  heading,
  facts,
  none,
}: {
  readonly heading: string
  readonly facts: readonly Fact[]
  readonly none: string
}) {
  return (
    <Section heading={heading}>
      {facts.length === 0 ? (
        <Paragraph>{none}</Paragraph>
      ) : (
        <DefinitionList
          items={facts.map(({ term, description }) => ({ term, description: <MaybeLink it={description} /> }))}
        />
      )}
    </Section>
  )
}

function MaybeLink({ it: { text, href } }: { readonly it: Linked }): ComponentChildren {
  return href === undefined ? text : <TextLink href={href}>{text}</TextLink>
}
