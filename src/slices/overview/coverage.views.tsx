import type { Outcome } from '../../engine/index.ts'
import type { Language } from '../../kernel/language.ts'
import {
  EmptyState,
  Heading,
  Lead,
  type NavigationItem,
  Pagination,
  Table,
  Tabs,
  TextLink,
  WrittenText,
} from '../../ui/index.ts'
import { coverageTexts } from './coverage.texts.ts'
import type { CoverageSubject } from './coverage.rules.ts'
import { UnitStatus } from './units.views.tsx'

/** One visit of a unit, person or group, or that there is none yet. */
export type CoverageEntry = {
  readonly key: string
  readonly name: string
  readonly nameHref: string | undefined
  /** What is due, by count; absent where the guideline does not count it so. */
  readonly due: readonly string[] | undefined
  readonly outcome: Outcome | undefined
  readonly visit: { readonly text: string; readonly href: string | undefined } | undefined
  readonly invited: string
  readonly answered: string
  readonly done: string
  readonly reported: string
}

export type CoveragePageProps = {
  readonly language: Language
  readonly year: number
  readonly subject: CoverageSubject
  readonly subjects: readonly NavigationItem[]
  readonly years: readonly NavigationItem[]
  readonly which: readonly NavigationItem[]
  readonly onlyLacking: boolean
  readonly entries: readonly CoverageEntry[]
  readonly page: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
}

/** What is due, invited, answered, done and reported in a year: for each unit, person or group, with the days. */
export function CoveragePage(props: CoveragePageProps) {
  const { language, year, subject, subjects, years, which, entries } = props
  const texts = coverageTexts(language)
  return (
    <>
      <Heading level={1}>{texts.titleOf(year)}</Heading>
      <Lead>{texts.lead}</Lead>
      {subjects.length > 1 && <Tabs label={texts.subjects} items={subjects} />}
      {years.length > 1 && <Tabs label={texts.years} items={years} />}
      <Tabs label={texts.which} items={which} />
      <Table
        caption={texts.caption(texts.subject[subject], year)}
        hideCaption
        rows={entries}
        rowKey={({ key }) => key}
        empty={<EmptyState heading={texts.empty}>{props.onlyLacking ? texts.emptyLacking : undefined}</EmptyState>}
        columns={[
          {
            heading: texts.name[subject],
            rowHeading: true,
            cell: ({ name, nameHref }) => (nameHref ? <TextLink href={nameHref}>{name}</TextLink> : name),
          },
          {
            heading: texts.due,
            cell: ({ due, outcome }) =>
              due === undefined ? (
                texts.dueSilent
              ) : (
                <>
                  <WrittenText>{due.join('\n')}</WrittenText>
                  <UnitStatus language={language} outcome={outcome} />
                </>
              ),
          },
          {
            heading: texts.visit,
            cell: ({ visit }) =>
              visit === undefined ? (
                texts.noVisit
              ) : visit.href === undefined ? (
                visit.text
              ) : (
                <TextLink href={visit.href}>{visit.text}</TextLink>
              ),
          },
          { heading: texts.invited, cell: ({ invited }) => invited },
          { heading: texts.answered, cell: ({ answered }) => answered },
          { heading: texts.done, cell: ({ done }) => done },
          { heading: texts.reported, cell: ({ reported }) => reported },
        ]}
      />
      <Pagination language={language} page={props.page} pages={props.pages} hrefOf={props.hrefOf} />
    </>
  )
}
