import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  ButtonLink,
  type Column,
  DownloadLink,
  Details,
  List,
  Paragraph,
  Section,
  Table,
  Tag,
} from '../../ui/index.ts'
import type { HeldPage } from './visits-held.page.ts'
import { RuleLines } from './visits-rules.views.tsx'
import { attendanceTexts } from './visits-attendance.texts.ts'
import { visitsTexts } from './visits.texts.ts'

type Met = HeldPage['met'][number]

type HeldProps = { readonly language: Language; readonly held: HeldPage | undefined }

/** What breaks or deviates about a visit that has been, each with its clause, and where the explanation is written. */
export function DeviationsView({ language, held }: HeldProps) {
  const texts = attendanceTexts(language)
  if (held === undefined || held.deviations.length === 0) return null
  return (
    <Section heading={texts.deviationsHeading} id="avvikelser">
      <RuleLines language={language} lines={held.deviations} />
      {held.explainHref && (
        <>
          <Paragraph>{texts.deviationsExplain}</Paragraph>
          <Actions>
            <ButtonLink href={held.explainHref} tone="secondary">
              {texts.explain}
            </ButtonLink>
          </Actions>
        </>
      )}
    </Section>
  )
}

/** Who came and who did not, whom the visit reached by kind and number, and certificates for employers. */
export function HeldView({ language, held }: HeldProps) {
  const texts = { ...visitsTexts(language), ...attendanceTexts(language) }
  if (held === undefined) return null
  const [first, second] = held.certificates
  const counted: Column<Met> = { heading: texts.columnCount, cell: ({ count }) => count }
  const explained: Column<Met> = { heading: texts.columnExplanation, cell: ({ explanation }) => explanation }
  return (
    <Section heading={texts.attendanceHeading}>
      <Table
        caption={texts.attendanceCaption}
        columns={[
          { heading: texts.columnName, cell: ({ name }) => name, rowHeading: true },
          { heading: texts.time, cell: ({ time }) => time },
        ]}
        rows={held.attendance}
        rowKey={({ key }) => key}
        empty={<Paragraph>{texts.attendanceEmpty}</Paragraph>}
      />
      {first && !second && <Certificate language={language} {...first} />}
      {second && (
        <Details summary={texts.certificate}>
          <List
            items={held.certificates.map(({ key, ...link }) => <Certificate key={key} language={language} {...link} />)}
          />
        </Details>
      )}
      {held.met.length > 0 && (
        <Table
          caption={texts.metHeading}
          columns={[
            { heading: texts.columnAudience, cell: ({ audience }) => audience, rowHeading: true },
            {
              heading: texts.columnMet,
              cell: ({ met }) => (
                <Tag tone={met ? 'good' : 'warning'}>{met ? texts.metYes(null) : texts.metNo('')}</Tag>
              ),
            },
            ...(held.met.some(({ count }) => count !== '') ? [counted] : []),
            ...(held.met.some(({ explanation }) => explanation !== '') ? [explained] : []),
          ]}
          rows={held.met}
          rowKey={({ key }) => key}
        />
      )}
    </Section>
  )
}

function Certificate({
  language,
  label,
  href,
}: {
  readonly language: Language
  readonly label: string
  readonly href: string
}) {
  return <DownloadLink href={href} label={label} format={attendanceTexts(language).certificateFormat} />
}
