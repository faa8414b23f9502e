import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  ButtonLink,
  Calendar,
  type CalendarDay,
  DateField,
  EmptyState,
  emptyForm,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  type NavigationItem,
  SubmitButton,
  Tabs,
  weekdayNames,
} from '../../ui/index.ts'
import type { CalendarSpan } from './visits-calendar.rules.ts'
import { visitsCalendarTexts } from './visits-calendar.texts.ts'
import { visitsTexts } from './visits.texts.ts'

export type VisitsCalendarProps = {
  readonly language: Language
  readonly span: CalendarSpan
  readonly name: string
  readonly weeks: readonly { readonly number: number; readonly days: readonly CalendarDay[] }[]
  readonly views: readonly NavigationItem[]
  /** Absent for one who is never invited. */
  readonly whose: readonly NavigationItem[] | undefined
  readonly isMine: boolean
  readonly previousHref: string
  readonly nextHref: string
  readonly todayHref: string
  /** Where the form that goes to a day leads, with what else the address says. */
  readonly action: string
  readonly hidden: readonly (readonly [name: string, value: string])[]
  readonly form: FormState
  readonly newHref: string | undefined
}

/** The visits of a month or a week, with meetings and what the units have entered. */
export function VisitsCalendarView(props: VisitsCalendarProps) {
  const { language, span, name, weeks, views, whose, isMine, newHref } = props
  const texts = visitsCalendarTexts(language)
  const isEmpty = weeks.every(({ days }) => days.every(({ items }) => items.length === 0))
  return (
    <>
      <ErrorSummary language={language} form={props.form} />
      <Heading level={1}>{texts.titleOf(name)}</Heading>
      <Lead>{texts.lead}</Lead>
      {newHref && (
        <Actions>
          <ButtonLink href={newHref}>{visitsTexts(language).newVisit}</ButtonLink>
        </Actions>
      )}
      <Tabs label={texts.views} items={views} />
      {whose && <Tabs label={texts.whose} items={whose} />}
      <Actions>
        <ButtonLink href={props.previousHref} tone="secondary">
          {texts.previous[span]}
        </ButtonLink>
        <ButtonLink href={props.todayHref} tone="secondary">
          {texts.today}
        </ButtonLink>
        <ButtonLink href={props.nextHref} tone="secondary">
          {texts.next[span]}
        </ButtonLink>
      </Actions>
      <Calendar
        language={language}
        caption={texts.titleOf(name)}
        weekdays={weekdayNames(language)}
        weeks={weeks}
        isWeek={span === 'week'}
      />
      {isEmpty && <EmptyState heading={texts.empty[span]}>{isMine ? texts.emptyMine : undefined}</EmptyState>}
      <Form action={props.action} method="get" layout="inline" label={texts.steps}>
        {props.hidden.map(([field, value]) => (
          <HiddenField key={field} name={field} value={value} />
        ))}
        <DateField language={language} form={props.form ?? emptyForm} name="dag" label={texts.goTo} />
        <SubmitButton tone="secondary">{texts.go}</SubmitButton>
      </Form>
    </>
  )
}
