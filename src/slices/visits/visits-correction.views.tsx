import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Breadcrumbs,
  type Finding as ShownFinding,
  FindingList,
  Form,
  Heading,
  HiddenField,
  Lead,
  Paragraph,
  Section,
  SubmitButton,
  Table,
} from '../../ui/index.ts'
import { attendanceTexts } from './visits-attendance.texts.ts'

/** What stood and what will stand, in words. */
export type Compared = {
  readonly key: string
  readonly what: string
  readonly before: string
  readonly after: string
}

export type CorrectionProps = {
  readonly language: Language
  readonly about: string
  readonly backHref: string
  readonly action: string
  readonly version: number
  /** Everything that the form was filled in with, sent again by the one who confirms. */
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly persons: readonly Compared[]
  readonly met: readonly Compared[]
  readonly brokenOff: string | undefined
  readonly appears: readonly ShownFinding[]
  readonly disappears: readonly ShownFinding[]
  readonly fees: readonly Compared[]
  readonly feeReasons: readonly ShownFinding[]
  /** Others whose fee becomes another, for one who may not see what it is; empty when there are none. */
  readonly feesOfOthers: string
}

/** What a correction of the attendance changes, to be confirmed in one step. */
export function CorrectionView(props: CorrectionProps) {
  const { language, about, backHref, action, version, fields, persons, met, brokenOff } = props
  const texts = attendanceTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: about, href: backHref }]} />
      <Heading level={1}>{texts.changeTitle}</Heading>
      <Lead>{texts.changeLead}</Lead>
      {persons.length > 0 && (
        <BesideTable language={language} caption={texts.changePersons} first={texts.columnName} rows={persons} />
      )}
      {met.length > 0 && (
        <BesideTable language={language} caption={texts.changeMet} first={texts.columnAudience} rows={met} />
      )}
      {brokenOff && <Paragraph>{brokenOff}</Paragraph>}
      <Rules {...props} />
      <Fees {...props} />
      <Form action={action} version={version} label={texts.changeTitle}>
        {fields.map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <HiddenField name="seen" value="yes" />
        <Actions>
          <SubmitButton>{texts.confirm}</SubmitButton>
          <SubmitButton tone="secondary" name="intent" value="edit">
            {texts.edit}
          </SubmitButton>
        </Actions>
      </Form>
    </>
  )
}

function Rules({ language, appears, disappears }: CorrectionProps) {
  const texts = attendanceTexts(language)
  return (
    <Section heading={texts.rulesHeading}>
      {appears.length === 0 && disappears.length === 0 && <Paragraph>{texts.rulesSame}</Paragraph>}
      {appears.length > 0 && (
        <Section heading={texts.appears} level={3}>
          <FindingList items={appears} />
        </Section>
      )}
      {disappears.length > 0 && (
        <Section heading={texts.disappears} level={3}>
          <FindingList items={disappears} />
        </Section>
      )}
    </Section>
  )
}

function Fees({ language, fees, feeReasons, feesOfOthers }: CorrectionProps) {
  const texts = attendanceTexts(language)
  return (
    <Section heading={texts.feesHeading}>
      {fees.length === 0 && feesOfOthers === '' && <Paragraph>{texts.feesSame}</Paragraph>}
      {fees.length > 0 && (
        <BesideTable language={language} caption={texts.feesHeading} first={texts.columnName} rows={fees} hideCaption />
      )}
      {feeReasons.length > 0 && <FindingList items={feeReasons} />}
      {feesOfOthers !== '' && <Paragraph>{texts.feesOthers(feesOfOthers)}</Paragraph>}
    </Section>
  )
}

function BesideTable({
  language,
  caption,
  first,
  rows,
  hideCaption = false,
}: {
  readonly language: Language
  readonly caption: string
  readonly first: string
  readonly rows: readonly Compared[]
  readonly hideCaption?: boolean
}) {
  const texts = attendanceTexts(language)
  return (
    <Table
      caption={caption}
      hideCaption={hideCaption}
      columns={[
        { heading: first, cell: ({ what }) => what, rowHeading: true },
        { heading: texts.columnBefore, cell: ({ before }) => before },
        { heading: texts.columnAfter, cell: ({ after }) => after },
      ]}
      rows={rows}
      rowKey={({ key }) => key}
    />
  )
}
