import { FieldFrame, type FieldProps, wireField } from './field.tsx'
import { textOf } from './form-state.ts'
import type { HeadingLevel } from './heading.tsx'
import { uiTexts } from './ui.texts.ts'

export type FieldWidth = 'short' | 'medium' | 'full'

const inputTypes = {
  text: { type: 'text' },
  email: { type: 'email' },
  tel: { type: 'tel' },
  search: { type: 'search' },
  password: { type: 'password' },
} as const

type TextFieldProps = FieldProps & {
  readonly type?: keyof typeof inputTypes | undefined
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | undefined
  /** What the browser may fill in by itself (WCAG 1.3.5); nothing unless told. */
  readonly autoComplete?:
    | 'name'
    | 'email'
    | 'tel'
    | 'one-time-code'
    | 'username'
    | 'new-password'
    | 'current-password'
    | undefined
  readonly width?: FieldWidth | undefined
  readonly maxLength?: number | undefined
  /** Printed after the box, for example `kr` or `minuter`; say it in the label too when the label does not make it plain. */
  readonly suffix?: string | undefined
}

/** One line of text. Returns label, hint, error and input, tied together. */
export function TextField(props: TextFieldProps) {
  const { form, name, hint, optional, type = 'text', inputMode, autoComplete, width, maxLength, suffix } = props
  const wiring = wireField(props, hint)
  const input = (
    <input
      class="ds-input"
      id={wiring.id}
      name={name}
      {...inputTypes[type]}
      inputmode={inputMode}
      autocomplete={autoComplete ?? 'off'}
      maxlength={maxLength}
      data-width={width ?? 'full'}
      // A password is never written back into a page.
      value={type === 'password' ? '' : textOf(form, name)}
      aria-required={optional ? undefined : 'true'}
      aria-invalid={wiring.error ? 'true' : undefined}
      aria-describedby={wiring.describedBy}
    />
  )
  return (
    <FieldFrame {...props} wiring={wiring}>
      {suffix ? (
        <div class="ui-affix">
          {input}
          <span class="ui-affix__suffix" aria-hidden="true">
            {suffix}
          </span>
        </div>
      ) : (
        input
      )}
    </FieldFrame>
  )
}

type TextAreaProps = FieldProps & {
  readonly rows?: number | undefined
  readonly maxLength?: number | undefined
  /** Running Swedish, whatever the page's language: dictated or typed, with capitals and spelling seen to. */
  readonly prose?: boolean | undefined
  /** Makes the label a heading. */
  readonly headingLevel?: HeadingLevel | undefined
}

const swedishProse = { lang: 'sv', spellcheck: true, autocapitalize: 'sentences', dir: 'auto' } as const

/** Several lines of text, five unless told. */
export function TextArea(props: TextAreaProps) {
  const { form, name, hint, optional, rows = 5, maxLength, prose } = props
  const wiring = wireField(props, hint)
  return (
    <FieldFrame {...props} wiring={wiring}>
      <textarea
        class="ds-input"
        id={wiring.id}
        name={name}
        rows={rows}
        maxlength={maxLength}
        {...(prose && swedishProse)}
        aria-required={optional ? undefined : 'true'}
        aria-invalid={wiring.error ? 'true' : undefined}
        aria-describedby={wiring.describedBy}
        value={textOf(form, name)}
      />
    </FieldFrame>
  )
}

/**
 * A day as `2026-03-25`. A text field and no native date input: that one shows the browser's language
 * and order, not the page's.
 */
export function DateField(props: FieldProps) {
  const hint = props.hint ?? uiTexts(props.language).dateHint
  return <TextField {...props} hint={hint} inputMode="numeric" width="short" maxLength={10} />
}

/** A time of day as `15.00` or `15:00`. */
export function TimeField(props: FieldProps) {
  const hint = props.hint ?? uiTexts(props.language).timeHint
  return <TextField {...props} hint={hint} width="short" maxLength={5} />
}

type FileFieldProps = FieldProps & {
  /** Kinds of file that the browser offers first: `.yaml,.yml`. */
  readonly accept?: string | undefined
}

/** A file from the reader's own computer. The form around it needs `upload`. A browser never shows a chosen file again after a refusal. */
export function FileField(props: FileFieldProps) {
  const { name, hint, accept } = props
  const wiring = wireField(props, hint)
  return (
    <FieldFrame {...props} wiring={wiring}>
      <input
        class="ds-input"
        id={wiring.id}
        name={name}
        type="file"
        accept={accept}
        aria-invalid={wiring.error ? 'true' : undefined}
        aria-describedby={wiring.describedBy}
      />
    </FieldFrame>
  )
}
