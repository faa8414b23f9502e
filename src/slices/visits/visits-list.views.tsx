import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  ButtonLink,
  EmptyState,
  Heading,
  Lead,
  List,
  type NavigationItem,
  Pagination,
  Section,
  Table,
  Tabs,
  Tag,
  TextLink,
} from '../../ui/index.ts'
import type { VisitListRow } from './visits.page.ts'
import { visitsCalendarTexts } from './visits-calendar.texts.ts'
import { visitsTexts } from './visits.texts.ts'

export type VisitListProps = {
  readonly language: Language
  readonly rows: readonly VisitListRow[]
  /** List, month and week. */
  readonly views: readonly NavigationItem[]
  readonly tabs: readonly NavigationItem[]
  readonly years: readonly NavigationItem[]
  readonly emptyHeading: string
  /** What else belongs to visits and has a page of its own. */
  readonly beside: readonly { readonly label: string; readonly href: string }[]
  /** Where a visit is booked, for those who may. */
  readonly newHref: string | undefined
  readonly page: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
}

/** The list of visits, filtered by what is ahead or behind and by year. */
export function VisitListView({
  language,
  rows,
  views,
  tabs,
  years,
  emptyHeading,
  beside,
  newHref,
  page,
  pages,
  hrefOf,
}: VisitListProps) {
  const texts = visitsTexts(language)
  const action = newHref && <ButtonLink href={newHref}>{texts.newVisit}</ButtonLink>
  return (
    <>
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.listLead}</Lead>
      {rows.length > 0 && action && <Actions>{action}</Actions>}
      <Tabs label={visitsCalendarTexts(language).views} items={views} />
      <Tabs label={texts.filter} items={tabs} />
      {years.length > 2 && <Tabs label={texts.years} items={years} />}
      <Table
        caption={texts.tableCaption}
        hideCaption
        columns={[
          {
            heading: texts.columnUnits,
            cell: (row) => <TextLink href={row.href}>{row.units}</TextLink>,
            rowHeading: true,
          },
          { heading: texts.columnDay, cell: (row) => row.when },
          { heading: texts.columnWho, cell: (row) => row.who },
          { heading: texts.columnState, cell: (row) => <Tag tone={row.state.tone}>{row.state.label}</Tag> },
        ]}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState heading={emptyHeading} action={action}>
            {newHref ? texts.emptyInvite : texts.emptyWait}
          </EmptyState>
        }
      />
      <Pagination language={language} page={page} pages={pages} hrefOf={hrefOf} />
      <Section heading={texts.besideHeading}>
        <List
          items={beside.map(({ label, href }) => (
            <TextLink key={href} href={href}>
              {label}
            </TextLink>
          ))}
        />
      </Section>
    </>
  )
}
