import { Fragment } from 'preact'
import type { Language } from '../../kernel/language.ts'
import {
  Alert,
  Breadcrumbs,
  Checkbox,
  choicesOf,
  type Choice,
  Details,
  errorOf,
  Fieldset,
  FormPage,
  type FormState,
  Note,
  Pair,
  SelectField,
  TextArea,
  TextField,
  textOf,
  TimeField,
  YesNoField,
} from '../../ui/index.ts'
import { attendanceFields } from './visits.attendance.rules.ts'
import { attendanceTexts } from './visits-attendance.texts.ts'

type AttendancePerson = {
  readonly id: string
  readonly name: string
  /** Whose place the person was called to take. */
  readonly standsInFor: string | undefined
  /** A substitute, or one who stands in: it is asked whether they served. */
  readonly mayServe: boolean
}

type AttendanceProps = {
  readonly language: Language
  readonly form: FormState
  readonly backHref: string
  readonly action: string
  readonly version: number
  readonly about: string
  /** What has just been done, to be said first. */
  readonly notice: string | undefined
  readonly isCorrection: boolean
  /** Stands as broken off already: it is only asked whether it still does. */
  readonly isBrokenOff: boolean
  /** Those for whom the one who looks can note it, when they have phoned. */
  readonly onBehalfOf: readonly Choice[]
  readonly persons: readonly AttendancePerson[]
  /** Substitutes who can have come without being called. */
  readonly others: readonly AttendancePerson[]
  /** Fee rules speak of time that an employer pays. */
  readonly asksPaidWork: boolean
  readonly audiences: readonly { readonly audience: string; readonly label: string; readonly explained: boolean }[]
  readonly furtherAudiences: readonly { readonly audience: string; readonly label: string }[]
}

/** Who came, whom the visit reached, and whether it was broken off. */
export function AttendanceView(props: AttendanceProps) {
  const { language, form, action, version, backHref, about, notice, isCorrection, onBehalfOf, persons, others } = props
  const texts = attendanceTexts(language)
  const field = { language, form }
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: about, href: backHref }]} />
      {notice && (
        <Alert tone="good" announce>
          {notice}
        </Alert>
      )}
      <FormPage
        language={language}
        title={isCorrection ? texts.correctTitle : texts.title}
        lead={isCorrection ? texts.correctLead : texts.lead}
        form={form}
        action={action}
        version={version}
        submitLabel={isCorrection ? texts.correctSubmit : texts.submit}
        cancelHref={backHref}
      >
        {onBehalfOf.length > 0 && (
          <SelectField
            {...field}
            name="onBehalfOf"
            label={texts.onBehalf}
            hint={texts.onBehalfHint}
            choices={onBehalfOf}
            optional
          />
        )}
        {persons.map((person) => (
          <PersonFields key={person.id} {...props} person={person} />
        ))}
        {others.length > 0 && (
          <Details summary={texts.othersSummary} open={others.some(({ id }) => isTouched(form, id))}>
            <Note>{texts.othersHint}</Note>
            {others.map((person) => (
              <PersonFields key={person.id} {...props} person={person} />
            ))}
          </Details>
        )}
        <MetFields {...props} />
        <BrokenOffFields {...props} />
        {isCorrection && (
          <TextArea {...field} name="reason" label={texts.reason} hint={texts.reasonHint} rows={2} maxLength={1000} />
        )}
      </FormPage>
    </>
  )
}

/** Ticked, or with an error to show: it must not stay folded. */
function isTouched(form: FormState, personId: string): boolean {
  const names = [attendanceFields.start(personId), attendanceFields.end(personId), attendanceFields.serving(personId)]
  return choicesOf(form, attendanceFields.came(personId)).includes('yes') || names.some((it) => errorOf(form, it))
}

function PersonFields({
  language,
  form,
  asksPaidWork,
  person: { id, name, standsInFor, mayServe },
}: AttendanceProps & { readonly person: AttendancePerson }) {
  const texts = attendanceTexts(language)
  const field = { language, form }
  return (
    <Fieldset legend={name} hint={standsInFor === undefined ? undefined : texts.standsIn(standsInFor)}>
      <Checkbox {...field} name={attendanceFields.came(id)} label={texts.came(name)} />
      <Pair>
        <TimeField {...field} name={attendanceFields.start(id)} label={texts.start(name)} />
        <TimeField {...field} name={attendanceFields.end(id)} label={texts.end(name)} />
      </Pair>
      {mayServe && <Checkbox {...field} name={attendanceFields.serving(id)} label={texts.serving(name)} />}
      {asksPaidWork && <Checkbox {...field} name={attendanceFields.paidWork(id)} label={texts.paidWork(name)} />}
    </Fieldset>
  )
}

function MetFields({ language, form, audiences, furtherAudiences }: AttendanceProps) {
  const texts = attendanceTexts(language)
  const field = { language, form }
  // A unit has one manager, and the operation is no number of people: there is nothing to count.
  const count = (audience: string, label: string) =>
    audience !== 'manager' &&
    audience !== 'operation' && (
      <TextField
        {...field}
        name={attendanceFields.count(audience)}
        label={texts.count(label)}
        hint={texts.countHint}
        inputMode="numeric"
        width="short"
        maxLength={4}
        optional
      />
    )
  const isOpen = furtherAudiences.some(
    ({ audience }) =>
      choicesOf(form, attendanceFields.met(audience)).includes('yes') ||
      textOf(form, attendanceFields.count(audience)) !== '',
  )
  return (
    <Fieldset legend={texts.metLegend}>
      {audiences.map(({ audience, label, explained }) => (
        <Fragment key={audience}>
          <YesNoField {...field} name={attendanceFields.met(audience)} label={texts.met(label)} />
          {count(audience, label)}
          {explained && (
            <TextField
              {...field}
              name={attendanceFields.why(audience)}
              label={texts.why(label)}
              hint={texts.whyHint}
              maxLength={1000}
              optional="as-labelled"
            />
          )}
        </Fragment>
      ))}
      {furtherAudiences.length > 0 && (
        <Details summary={texts.furtherSummary} open={isOpen}>
          {furtherAudiences.map(({ audience, label }) => (
            <Fragment key={audience}>
              <Checkbox {...field} name={attendanceFields.met(audience)} label={texts.furtherMet(label)} />
              {count(audience, label)}
            </Fragment>
          ))}
        </Details>
      )}
    </Fieldset>
  )
}

function BrokenOffFields({ language, form, isBrokenOff }: AttendanceProps) {
  const texts = attendanceTexts(language)
  const field = { language, form }
  const names = ['brokenOff', 'brokenOffAt', 'brokenOffReason']
  const isOpen = names.some((name) => textOf(form, name) !== '' || errorOf(form, name) !== undefined)
  return (
    <Details summary={texts.brokenOffSummary} open={isOpen}>
      <Checkbox {...field} name="brokenOff" label={texts.brokenOff} hint={texts.brokenOffHint} />
      {!isBrokenOff && (
        <>
          <TimeField {...field} name="brokenOffAt" label={texts.brokenOffAt} optional="as-labelled" />
          <TextField
            {...field}
            name="brokenOffReason"
            label={texts.brokenOffReason}
            hint={texts.brokenOffReasonHint}
            maxLength={1000}
            optional="as-labelled"
          />
        </>
      )}
    </Details>
  )
}
