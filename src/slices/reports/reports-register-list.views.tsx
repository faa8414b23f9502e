import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Breadcrumbs,
  type Choice,
  DownloadLink,
  EmptyState,
  Form,
  formOf,
  Heading,
  Lead,
  Note,
  Pagination,
  SelectField,
  SubmitButton,
  Table,
  Tag,
  TextLink,
} from '../../ui/index.ts'
import type { RegisterLine } from './reports.register-list.page.ts'
import { registerTexts } from './reports.register-list.texts.ts'
import { reportsTexts } from './reports.texts.ts'

export type RegisterPage = {
  readonly language: Language
  readonly lines: readonly RegisterLine[]
  readonly count: number
  readonly years: readonly Choice[]
  readonly units: readonly Choice[]
  readonly asked: { readonly year: string; readonly unit: string }
  readonly action: string
  readonly fileHref: string
  readonly page: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
  readonly listHref: string
}

/** The committee's register of reports (diarium). */
export function ReportRegister(props: RegisterPage) {
  const { language, lines, count, years, units, asked, page, pages, hrefOf } = props
  const texts = registerTexts(language)
  const form = formOf({ ar: asked.year, enhet: asked.unit })
  const isFiltered = asked.year !== '' || asked.unit !== ''
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: reportsTexts(language).title, href: props.listHref }]} />
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      <Form method="get" action={props.action} layout="inline" label={texts.filter}>
        <SelectField
          language={language}
          form={form}
          name="ar"
          label={texts.year}
          choices={years}
          unchosen={texts.allYears}
          optional="as-labelled"
        />
        <SelectField
          language={language}
          form={form}
          name="enhet"
          label={texts.unit}
          choices={units}
          unchosen={texts.allUnits}
          optional="as-labelled"
        />
        <Actions>
          <SubmitButton tone="secondary">{texts.show}</SubmitButton>
        </Actions>
      </Form>
      <Note>{texts.count(count)}</Note>
      <Table
        caption={texts.title}
        hideCaption
        rows={lines}
        rowKey={({ key }) => key}
        empty={<EmptyState heading={texts.none}>{isFiltered ? texts.noneOfThese : undefined}</EmptyState>}
        columns={[
          {
            heading: texts.columns.number,
            rowHeading: true,
            cell: ({ number, href }) => (href === undefined ? number : <TextLink href={href}>{number}</TextLink>),
          },
          { heading: texts.columns.day, cell: ({ day }) => day },
          { heading: texts.columns.sender, cell: ({ sender }) => sender },
          { heading: texts.columns.receivers, cell: ({ receivers }) => receivers },
          { heading: texts.columns.subject, cell: ({ subject }) => subject },
          {
            heading: texts.columns.mark,
            cell: ({ mark, isMarked }) => (isMarked ? <Tag tone="warning">{mark}</Tag> : mark),
          },
        ]}
      />
      <Pagination language={language} page={page} pages={pages} hrefOf={hrefOf} />
      {count > 0 && <DownloadLink href={props.fileHref} label={texts.file} format={texts.fileFormat} />}
    </>
  )
}
