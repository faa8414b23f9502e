export { Calendar, type CalendarDay, type CalendarItem } from './calendar.tsx'
export {
  Beside,
  Card,
  CardGrid,
  type Definition,
  DefinitionList,
  Details,
  FileText,
  DownloadLink,
  EmptyState,
  Money,
  type StatTile,
  StatTiles,
  WhyNote,
} from './content.tsx'
export { type Choice, Checkbox, CheckboxGroup, RadioGroup, SelectField, YesNoField } from './choice-fields.tsx'
export { PageDocument, type PageFrame, SimpleDocument, type SimpleFrame } from './document.tsx'
export type { FooterLink, LanguageSwitchTarget } from './document-parts.tsx'
export {
  Actions,
  ButtonLink,
  type ButtonTone,
  EnterButton,
  ErrorSummary,
  Fieldset,
  Form,
  FormPage,
  HiddenField,
  Pair,
  SubmitButton,
  WithFormKey,
} from './form.tsx'
export {
  emptyForm,
  errorOf,
  type FieldError,
  fieldId,
  type FormState,
  formOf,
  textOf,
  choicesOf,
} from './form-state.ts'
export { formatDay, formatDayWithWeekday, formatMonth, formatTimeOfDay, weekdayNames } from './format.ts'
export {
  Heading,
  type HeadingLevel,
  Lead,
  List,
  MarkedText,
  Note,
  Paragraph,
  Section,
  TextLink,
  WrittenText,
} from './heading.tsx'
export { Breadcrumbs, type NavigationItem, Pagination, Tabs } from './navigation.tsx'
export { PasskeyForm } from './passkey-form.tsx'
export { Picture } from './picture.tsx'
export { PlainDocument } from './plain-document.tsx'
export { Progress, type Task, TaskList, Timeline, type TimelineEntry } from './progress.tsx'
export { renderPage, renderPart } from './render-page.ts'
export { type Column, Table } from './table.tsx'
export { DateField, type FieldWidth, FileField, TextArea, TextField, TimeField } from './text-fields.tsx'
export { Alert, type Finding, FindingList, Tag, type Tone } from './tone.tsx'
export { BesideField, OnPhone, OtherPlace, Step, StepList, TwoTexts } from './steps.tsx'
