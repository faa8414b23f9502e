import type { Language } from '../kernel/language.ts'
import { FieldFrame, FieldMessage, type FieldProps, Hint, LabelText, wireField } from './field.tsx'
import { fieldId, textOf, choicesOf } from './form-state.ts'
import { uiTexts } from './ui.texts.ts'

export type Choice = {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
}

type ChoiceFieldProps = FieldProps & { readonly choices: readonly Choice[] }

/**
 * A drop-down. It starts on “Välj …”, so that nothing is chosen by accident; an optional one can go back there.
 * In a filter `unchosen` says what not choosing means, for example “Alla”.
 */
export function SelectField(props: ChoiceFieldProps & { readonly unchosen?: string }) {
  const { language, form, name, hint, optional, choices, unchosen } = props
  const wiring = wireField(props, hint)
  const chosen = textOf(form, name)
  return (
    <FieldFrame {...props} wiring={wiring}>
      <select
        class="ds-input"
        id={wiring.id}
        name={name}
        aria-required={optional ? undefined : 'true'}
        aria-invalid={wiring.error ? 'true' : undefined}
        aria-describedby={wiring.describedBy}
      >
        <option value="" selected={chosen === ''}>
          {unchosen ?? uiTexts(language).choose}
        </option>
        {choices.map(({ value, label }) => (
          <option key={value} value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

/** One of a few: every choice visible. An error leads to the first choice. */
export function RadioGroup(props: ChoiceFieldProps) {
  return <ChoiceGroup {...props} type="radio" chosen={[textOf(props.form, props.name)]} />
}

/** Any number of a few. The values come back as a list under one name. */
export function CheckboxGroup(props: ChoiceFieldProps) {
  return <ChoiceGroup {...props} type="checkbox" chosen={choicesOf(props.form, props.name)} />
}

type ChoiceGroupProps = ChoiceFieldProps & {
  readonly type: 'radio' | 'checkbox'
  readonly chosen: readonly string[]
}

function ChoiceGroup(props: ChoiceGroupProps) {
  const { language, name, label, hint, optional, choices, type, chosen } = props
  const wiring = wireField(props, hint)
  return (
    <fieldset
      class="ds-fieldset ui-field"
      aria-describedby={wiring.describedBy}
      data-invalid={wiring.error ? 'true' : undefined}
    >
      <legend class="ds-label">
        <LabelText language={language} label={label} optional={optional} />
      </legend>
      <Hint id={wiring.hintId} hint={hint} />
      <FieldMessage language={language} wiring={wiring} />
      <div class="ui-choices">
        {choices.map((choice, index) => (
          <ChoiceBox
            key={choice.value}
            id={index === 0 ? wiring.id : `${wiring.id}-${index + 1}`}
            type={type}
            name={name}
            choice={choice}
            checked={chosen.includes(choice.value)}
            invalid={wiring.error !== undefined}
          />
        ))}
      </div>
    </fieldset>
  )
}

type ChoiceBoxProps = {
  readonly id: string
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly choice: Choice
  readonly checked: boolean
  readonly invalid: boolean
  readonly errorId?: string | undefined
}

function ChoiceBox({ id, type, name, choice, checked, invalid, errorId }: ChoiceBoxProps) {
  // The group's own hint is `…-hint`, and its first choice has the group's id.
  const hintId = choice.hint ? `${id}-choice-hint` : undefined
  const describedBy = [hintId, errorId].filter((part) => part !== undefined).join(' ') || undefined
  return (
    <div class="ds-field ui-choice">
      <input
        class="ds-input"
        id={id}
        type={type}
        name={name}
        value={choice.value}
        checked={checked}
        aria-invalid={invalid ? 'true' : undefined}
        aria-describedby={describedBy}
      />
      <label class="ds-label" for={id}>
        {choice.label}
      </label>
      <Hint id={hintId} hint={choice.hint} />
    </div>
  )
}

type CheckboxProps = Omit<FieldProps, 'optional'> & {
  /** What is sent when the box is ticked; `yes` unless told. */
  readonly value?: string | undefined
}

/** A single box to tick: a yes, never a no. Sends nothing when it is left empty. */
export function Checkbox(props: CheckboxProps) {
  const { language, form, name, label, hint, value = 'yes' } = props
  const wiring = wireField(props, undefined)
  return (
    <div class="ui-field" data-invalid={wiring.error ? 'true' : undefined}>
      <FieldMessage language={language} wiring={wiring} />
      <ChoiceBox
        id={fieldId(name)}
        type="checkbox"
        name={name}
        choice={{ value, label, hint }}
        checked={choicesOf(form, name).includes(value)}
        invalid={wiring.error !== undefined}
        errorId={wiring.errorId}
      />
    </div>
  )
}

/** Yes or no, both visible, neither chosen beforehand. Sends `yes` or `no`. */
export function YesNoField(props: FieldProps & { readonly language: Language }) {
  const texts = uiTexts(props.language)
  const choices = [
    { value: 'yes', label: texts.yes },
    { value: 'no', label: texts.no },
  ]
  return <RadioGroup {...props} choices={choices} />
}
