import type { Language } from '../../kernel/language.ts'
import { formatKronor, type Ore, ore } from '../../kernel/money.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Alert,
  Breadcrumbs,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  Money,
  Paragraph,
  Section,
  StatTiles,
  SubmitButton,
  Table,
  Tabs,
  TextField,
} from '../../ui/index.ts'
import type { FigureRow, Figures } from './claims.budget.rules.ts'
import { budgetTexts } from './claims.budget.texts.ts'
import { allClaimsPath } from './claims.paths.ts'
import { claimsTexts } from './claims.texts.ts'
import { budgetPath } from './claims.year.paths.ts'

export type BudgetProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly year: number
  readonly years: readonly number[]
  readonly budget: Ore | undefined
  /** What is left of the budget; absent where none is set. */
  readonly left: Ore | undefined
  readonly now: Figures
  readonly before: Ore
  readonly months: readonly FigureRow[]
  readonly kinds: readonly FigureRow[]
  readonly units: readonly FigureRow[]
  readonly maySet: boolean
  readonly isSaved: boolean
  readonly form: FormState
}

/** What the committee's fees cost in a year, against what was set aside, with the year before beside it. */
export function BudgetPage(page: BudgetProps) {
  const { language, place, year, years, budget, left, now, form } = page
  const texts = budgetTexts(language)
  const isOver = left !== undefined && left < 0
  return (
    <>
      <Breadcrumbs
        language={language}
        items={[{ label: claimsTexts(language).backToClaims, href: allClaimsPath(place, { year }) }]}
      />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.title(year)}</Heading>
      {page.isSaved && (
        <Alert tone="good" announce>
          <Paragraph>{texts.saved}</Paragraph>
        </Alert>
      )}
      <Lead>{texts.lead}</Lead>
      {years.length > 1 && (
        <Tabs
          label={texts.years}
          items={years.map((it) => ({ label: String(it), href: budgetPath(place, it), current: it === year }))}
        />
      )}
      <StatTiles
        items={[
          { label: texts.budget, value: budget === undefined ? texts.notSet : formatKronor(budget) },
          { label: texts.out, value: formatKronor(now.out) },
          { label: texts.approved, value: formatKronor(now.approved) },
          { label: texts.expected, value: formatKronor(now.expected) },
          ...(left === undefined
            ? []
            : [{ label: isOver ? texts.over : texts.left, value: formatKronor(ore(Math.abs(left))) }]),
          { label: texts.before(year - 1), value: formatKronor(page.before) },
        ]}
      />
      <FigureTable {...page} heading={texts.byMonth} column={texts.month} rows={page.months} />
      <FigureTable {...page} heading={texts.byKind} column={texts.kind} rows={page.kinds} />
      <FigureTable {...page} heading={texts.byUnit} column={texts.unit} rows={page.units} />
      {page.maySet && (
        <Section heading={texts.setHeading}>
          <Form action={budgetPath(place)} label={texts.setHeading}>
            <HiddenField name="year" value={String(year)} />
            <TextField
              language={language}
              form={form}
              name="amount"
              label={texts.amount(year)}
              hint={texts.amountHint}
              inputMode="numeric"
              width="short"
              suffix="kr"
            />
            <SubmitButton>{texts.save}</SubmitButton>
          </Form>
        </Section>
      )}
    </>
  )
}

type TableProps = BudgetProps & {
  readonly heading: string
  readonly column: string
  readonly rows: readonly FigureRow[]
}

function FigureTable({ language, year, heading, column, rows, now, before }: TableProps) {
  const texts = budgetTexts(language)
  const money = (amount: Ore) => <Money amount={amount} />
  return (
    <Section heading={heading}>
      <Table
        caption={heading}
        hideCaption
        rows={rows}
        rowKey={({ name }) => name}
        empty={<EmptyState heading={texts.none} />}
        columns={[
          { heading: column, rowHeading: true, cell: ({ name }) => name },
          { heading: texts.out, align: 'number', cell: ({ out }) => money(out) },
          { heading: texts.approved, align: 'number', cell: ({ approved }) => money(approved) },
          { heading: texts.expected, align: 'number', cell: ({ expected }) => money(expected) },
          { heading: texts.total, align: 'number', cell: ({ total }) => money(total) },
          { heading: texts.before(year - 1), align: 'number', cell: (row) => money(row.before) },
        ]}
        footer={[
          texts.total,
          money(now.out),
          money(now.approved),
          money(now.expected),
          money(now.total),
          money(before),
        ]}
      />
    </Section>
  )
}
