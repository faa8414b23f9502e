import type { Language } from '../../kernel/language.ts'
import {
  Checkbox,
  Details,
  Fieldset,
  FileField,
  Form,
  formOf,
  type FormState,
  HiddenField,
  Note,
  Pair,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextField,
  textOf,
} from '../../ui/index.ts'
import type { ClaimAdditions } from './claims.additions.page.ts'
import { additionsTexts } from './claims.additions.texts.ts'

type Props = {
  readonly language: Language
  readonly additions: ClaimAdditions
  readonly action: string
  readonly version: number
  readonly form: FormState
}

const fileKinds = 'application/pdf,image/jpeg,image/png'

/** A form for each thing that the fee rules of the day know of, folded until somebody wants it or it came back. */
export function AdditionForms(props: Props) {
  const { offered } = props.additions
  return (
    <div>
      {offered.journey && <JourneyForm {...props} />}
      {offered.costs.length > 0 && <CostForm {...props} />}
      {(offered.employee ?? offered.selfEmployed) && <LossForm {...props} />}
      {offered.times.length > 0 && <TimesForm {...props} />}
    </div>
  )
}

/** Whether it is this form that came back. */
function cameBack(form: FormState, what: string): boolean {
  return form.errors.length > 0 && textOf(form, 'what') === what
}

function JourneyForm({ language, additions, action, version, form }: Props) {
  const texts = additionsTexts(language)
  const { startsFrom = [], asksAnyway = false } = additions.offered.journey ?? {}
  const [only] = startsFrom
  return (
    <Details summary={texts.addJourney} open={cameBack(form, 'journey')}>
      <Form action={action} version={version} label={texts.addJourney}>
        <HiddenField name="what" value="journey" />
        <TextField
          {...{ language, form, name: 'kilometres', label: texts.kilometres, hint: texts.kilometresHint }}
          inputMode="numeric"
          width="short"
          suffix="km"
        />
        {startsFrom.length === 1 && only ? (
          <HiddenField name="startsFrom" value={only} />
        ) : (
          <RadioGroup
            {...{ language, form, name: 'startsFrom', label: texts.startsFrom }}
            choices={startsFrom.map((value) => ({ value, label: texts.start[value] }))}
          />
        )}
        <TextField
          {...{ language, form, name: 'distance', label: texts.distance, hint: texts.distanceHint }}
          inputMode="numeric"
          width="short"
          suffix="km"
        />
        {asksAnyway && <Checkbox language={language} form={form} name="madeAnyway" label={texts.madeAnyway} />}
        <SubmitButton>{texts.add}</SubmitButton>
      </Form>
    </Details>
  )
}

function CostForm({ language, additions, action, version, form }: Props) {
  const texts = additionsTexts(language)
  const { costs } = additions.offered
  const needing = costs.filter(({ receipt }) => receipt).map(({ title }) => title[language].toLowerCase())
  return (
    <Details summary={texts.addCost} open={cameBack(form, 'cost')}>
      <Form action={action} version={version} label={texts.addCost} upload>
        <HiddenField name="what" value="cost" />
        <RadioGroup
          {...{ language, form, name: 'costKind', label: texts.costKind }}
          choices={costs.map(({ kind, title }) => ({ value: kind, label: title[language] }))}
        />
        <TextField
          {...{ language, form, name: 'amount', label: texts.amount, hint: texts.amountHint }}
          inputMode="decimal"
          width="short"
          suffix="kr"
        />
        <FileField
          {...{ language, form, name: 'receipt', label: texts.receipt, accept: fileKinds }}
          hint={needing.length > 0 ? texts.receiptNeeded(needing.join(', ')) : texts.receiptHint}
          optional
        />
        <SubmitButton>{texts.add}</SubmitButton>
      </Form>
    </Details>
  )
}

function LossForm({ language, additions, action, version, form }: Props) {
  const texts = additionsTexts(language)
  const { offered, certificates } = additions
  const { employee, selfEmployed } = offered
  const needsCertificate = (employee?.certificate ?? false) || (selfEmployed?.certificate ?? false)
  return (
    <Details summary={texts.addLoss} open={cameBack(form, 'loss')}>
      <Form action={action} version={version} label={texts.addLoss} upload>
        <HiddenField name="what" value="loss" />
        {employee && selfEmployed ? (
          <RadioGroup
            {...{ language, form, name: 'lostAs', label: texts.lostAs }}
            choices={(['employee', 'self-employed'] as const).map((value) => ({ value, label: texts.as[value] }))}
          />
        ) : (
          <HiddenField name="lostAs" value={employee ? 'employee' : 'self-employed'} />
        )}
        <Length language={language} form={form} legend={texts.lost} names={['lostHours', 'lostMinutes']} />
        {employee && (
          <TextField
            {...{ language, form, name: 'perHour', label: texts.perHour }}
            hint={employee.hasFlatRate ? texts.perHourFlat : texts.perHourHint}
            inputMode="decimal"
            width="short"
            suffix="kr"
            optional={selfEmployed !== undefined || employee.hasFlatRate}
          />
        )}
        {employee && offered.pension && (
          <Checkbox language={language} form={form} name="pension" label={texts.pension} />
        )}
        {employee && offered.holiday && (
          <Checkbox language={language} form={form} name="holiday" label={texts.holiday} />
        )}
        {selfEmployed && <IncomeFields language={language} form={form} offered={offered} />}
        {certificates.length > 0 && (
          <SelectField
            {...{ language, form, name: 'certificate', label: texts.certificate }}
            optional
            unchosen={texts.certificateNone}
            choices={certificates.map(({ id, label }) => ({ value: id, label }))}
          />
        )}
        <FileField
          {...{ language, form, name: 'certificateFile', label: texts.certificateFile, accept: fileKinds }}
          hint={needsCertificate ? texts.certificateNeeded : texts.certificateHint}
          optional
        />
        <SubmitButton>{texts.add}</SubmitButton>
      </Form>
    </Details>
  )
}

function IncomeFields({
  language,
  form,
  offered: { employee, selfEmployed },
}: Pick<Props, 'language' | 'form'> & { readonly offered: ClaimAdditions['offered'] }) {
  const texts = additionsTexts(language)
  const { bases = [], hasFlatRate = false } = selfEmployed ?? {}
  if (bases.length === 0) return null
  return (
    <>
      <TextField
        {...{ language, form, name: 'yearlyIncome', label: texts.yearlyIncome }}
        hint={hasFlatRate ? texts.yearlyIncomeFlat : texts.yearlyIncomeHint}
        inputMode="decimal"
        width="short"
        suffix="kr"
        optional={hasFlatRate || employee !== undefined}
      />
      {bases.length > 1 && (
        <SelectField
          {...{ language, form, name: 'basis', label: texts.basis }}
          optional
          choices={bases.map(({ code, title }) => ({ value: code, label: title[language] }))}
        />
      )}
    </>
  )
}

const timeNames = {
  travel: ['travelHours', 'travelMinutes'],
  preparation: ['preparationHours', 'preparationMinutes'],
  'after-work': ['afterWorkHours', 'afterWorkMinutes'],
} as const

function TimesForm({ language, additions, action, version, form }: Props) {
  const texts = additionsTexts(language)
  const { travelMinutes, preparationMinutes, afterWorkMinutes } = additions.times
  const isBack = cameBack(form, 'times')
  const there = formOf({
    ...inBoxes(timeNames.travel, travelMinutes),
    ...inBoxes(timeNames.preparation, preparationMinutes),
    ...inBoxes(timeNames['after-work'], afterWorkMinutes),
  })
  return (
    <Details summary={texts.addTimes} open={isBack}>
      <Note>{texts.timesLead}</Note>
      <Form action={action} version={version} label={texts.addTimes}>
        <HiddenField name="what" value="times" />
        {additions.offered.times.map((time) => (
          <Length
            key={time}
            language={language}
            form={isBack ? form : there}
            legend={texts.times[time]}
            names={timeNames[time]}
            optional
          />
        ))}
        <SubmitButton>{texts.save}</SubmitButton>
      </Form>
    </Details>
  )
}

function inBoxes([hours, rest]: readonly [string, string], length: number | null): Readonly<Record<string, string>> {
  if (length === null) return {}
  return { [hours]: String(Math.floor(length / 60)), [rest]: String(length % 60) }
}

type LengthProps = {
  readonly language: Language
  readonly form: FormState
  readonly legend: string
  readonly names: readonly [hours: string, minutes: string]
  readonly optional?: boolean
}

/** A length of time as hours and minutes. */
function Length({ language, form, legend, names: [hours, rest], optional }: LengthProps) {
  const texts = additionsTexts(language)
  return (
    <Fieldset legend={legend} look="field">
      <Pair>
        <TextField
          {...{ language, form, name: hours, label: texts.hours, optional }}
          inputMode="numeric"
          width="short"
        />
        <TextField
          {...{ language, form, name: rest, label: texts.minutes }}
          inputMode="numeric"
          width="short"
          optional
        />
      </Pair>
    </Fieldset>
  )
}
