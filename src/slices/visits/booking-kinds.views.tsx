import type { Language } from '../../kernel/language.ts'
import {
  Alert,
  type FormState,
  HiddenField,
  Note,
  Paragraph,
  RadioGroup,
  Section,
  Table,
  TextArea,
} from '../../ui/index.ts'
import type { BookingKinds, PlacementHours } from './booking-kinds.page.ts'
import { bookingKindTexts } from './booking-kinds.texts.ts'

type Props = { readonly language: Language; readonly kinds: BookingKinds }

/** What to know about the kinds of visit before one is booked. */
export function KindNotes({ language, kinds }: Props) {
  return (
    <>
      {kinds.notes.map((note) => (
        <Alert key={note} tone="info">
          <Paragraph>{note}</Paragraph>
        </Alert>
      ))}
      <PlacementSection language={language} hours={kinds.placement} />
    </>
  )
}

/** The year's placement hours, person by person; nothing where the guideline has none. */
export function PlacementSection({
  language,
  hours,
}: {
  readonly language: Language
  readonly hours: PlacementHours | undefined
}) {
  if (hours === undefined) return null
  const texts = bookingKindTexts(language)
  const { placementColumns: columns } = texts
  return (
    <Section heading={texts.placementHeading} id="praktik">
      <Note>{texts.placementLead(hours.most, hours.clause)}</Note>
      <Table
        caption={texts.placementHeading}
        hideCaption
        rows={hours.rows}
        rowKey={({ key }) => key}
        columns={[
          { heading: columns.name, cell: ({ name }) => name, rowHeading: true },
          { heading: columns.used, cell: ({ used }) => used },
          { heading: columns.booked, cell: ({ booked }) => booked },
          { heading: columns.left, cell: ({ left }) => left },
        ]}
      />
    </Section>
  )
}

type FieldProps = Props & { readonly form: FormState }

/** Which kind of visit, and in which capacity: asked where there is something to choose. */
export function KindFields({ language, kinds, form }: FieldProps) {
  const texts = bookingKindTexts(language)
  const field = { language, form }
  const [only, ...others] = kinds.choices
  return (
    <>
      {only !== undefined && others.length === 0 && only.value !== 'visit' && (
        <>
          <Paragraph>{texts.only(only.label)}</Paragraph>
          <HiddenField name="form" value={only.value} />
        </>
      )}
      {others.length > 0 && <RadioGroup {...field} name="form" label={texts.kind} choices={kinds.choices} />}
      {kinds.capacities.length > 0 && (
        <RadioGroup
          {...field}
          name="capacity"
          label={texts.capacity}
          hint={texts.capacityHint(kinds.capacityClause)}
          choices={kinds.capacities}
        />
      )}
    </>
  )
}

/** Why a visit beyond the usual number is needed: the request for it. */
export function ExtraReasonField({ language, kinds, form }: FieldProps) {
  if (!kinds.asksExtraReason) return null
  const texts = bookingKindTexts(language)
  return (
    <TextArea
      language={language}
      form={form}
      name="extraReason"
      label={texts.extraReason}
      hint={texts.extraReasonHint}
      rows={3}
      maxLength={1000}
      optional
    />
  )
}
