import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '../kernel/language.ts'
import { type FormState, fieldId } from './form-state.ts'
import { FieldMessage, wireField } from './field.tsx'
import { Heading, Lead } from './heading.tsx'
import { uiTexts } from './ui.texts.ts'

type FormKey = { readonly name: string; readonly value: string }

const formKey = createContext<FormKey | undefined>(undefined)

/** Gives every form inside it that posts a hidden field, by which the server knows whom it made the form for. */
export function WithFormKey({
  field,
  children,
}: {
  readonly field: FormKey | undefined
  readonly children: ComponentChildren
}) {
  return <formKey.Provider value={field}>{children}</formKey.Provider>
}

/** The hidden field of the forms of a session; nothing where there is no session. `Form` has it built in. */
export function FormKeyField() {
  const field = useContext(formKey)
  return field === undefined ? null : <HiddenField {...field} />
}

type FormProps = {
  readonly action: string
  /** `get` is for filters and searches only; what changes something is a `post`. */
  readonly method?: 'post' | 'get' | undefined
  /** The version of what is being changed: sent hidden, so that a stale form can be refused. */
  readonly version?: number | undefined
  /** Names the form for screen readers when a page has several. */
  readonly label?: string | undefined
  /** `inline` puts fields and buttons side by side where there is room: filters, one-button forms. */
  readonly layout?: 'stacked' | 'inline' | undefined
  /** Has a `FileField`. */
  readonly upload?: boolean | undefined
  /** What a script of the page needs to know of it, as `data-` attributes. It knows what is typed, and the browser need not. */
  readonly data?: Readonly<Record<`data-${string}`, string>> | undefined
  readonly children: ComponentChildren
}

/** A form. The server judges what is typed, so the browser's own messages (in its own language) are off. */
export function Form(props: FormProps) {
  const { action, method = 'post', version, label, layout = 'stacked', upload, data, children } = props
  return (
    <form
      class="ui-form"
      data-layout={layout}
      action={action}
      method={method}
      enctype={upload ? 'multipart/form-data' : undefined}
      aria-label={label}
      autocomplete={data && 'off'}
      novalidate
      {...data}
    >
      {method === 'post' && <FormKeyField />}
      {version !== undefined && <HiddenField name="version" value={String(version)} />}
      {children}
    </form>
  )
}

/** A value that travels with the form unseen. */
export function HiddenField({ name, value }: { readonly name: string; readonly value: string }) {
  return <input type="hidden" name={name} value={value} />
}

/** How much weight a button has. One `primary` a form; `danger` for what is hard to undo. */
export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger'

const buttonLooks = {
  primary: { variant: undefined, color: undefined },
  secondary: { variant: 'secondary', color: undefined },
  quiet: { variant: 'tertiary', color: undefined },
  danger: { variant: undefined, color: 'danger' },
} as const

type SubmitButtonProps = {
  readonly tone?: ButtonTone | undefined
  /** With `value`: tells the server which of several buttons was pressed. */
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** Read instead of the text, when several buttons on a page say the same: “Bekräfta besöket på Solgården”. Begin with the visible text. */
  readonly label?: string | undefined
  readonly children: ComponentChildren
}

/** A button that sends the form. */
export function SubmitButton({ tone = 'primary', name, value, label, children }: SubmitButtonProps) {
  const { variant, color } = buttonLooks[tone]
  return (
    <button
      class="ds-button"
      type="submit"
      name={name}
      value={value}
      aria-label={label}
      data-variant={variant}
      data-color={color}
    >
      {children}
    </button>
  )
}

/**
 * What the Enter key presses: the first button of a form. Put first in a form that has buttons among its fields, so
 * that Enter never takes anything away. Nobody sees it or comes to it by tab.
 */
export function EnterButton({ name, value }: { readonly name: string; readonly value: string }) {
  return <button hidden type="submit" name={name} value={value} />
}

type ButtonLinkProps = {
  readonly href: string
  readonly tone?: ButtonTone | undefined
  readonly label?: string | undefined
  /** Opens beside this page, where something must stay: the text says so. */
  readonly newTab?: boolean | undefined
  readonly children: ComponentChildren
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ href, tone = 'primary', label, newTab, children }: ButtonLinkProps) {
  const { variant, color } = buttonLooks[tone]
  return (
    <a
      class="ds-button"
      href={href}
      target={newTab ? '_blank' : undefined}
      aria-label={label}
      data-variant={variant}
      data-color={color}
    >
      {children}
    </a>
  )
}

/** A row of buttons that wraps on a phone. */
export function Actions({ children }: { readonly children: ComponentChildren }) {
  return <div class="ui-actions">{children}</div>
}

type FieldsetProps = {
  readonly legend: string
  readonly hint?: string | undefined
  /** An `inner` one lies inside another: a smaller heading and a line beside it. A `field` is one question that takes several boxes. */
  readonly look?: 'outer' | 'inner' | 'field' | undefined
  /** With `form`: errors in this name belong to the whole of it, and its id is the one that they lead to. */
  readonly name?: string | undefined
  readonly form?: FormState | undefined
  readonly language?: Language | undefined
  readonly children: ComponentChildren
}

const legendLooks = {
  outer: { class: 'ds-heading', 'data-level': 3 },
  inner: { class: 'ds-heading', 'data-level': 4 },
  field: { class: 'ds-label' },
} as const

/** Fields that belong together under one heading. */
export function Fieldset(props: FieldsetProps) {
  const { legend, hint, look = 'outer', name, form, language = 'sv', children } = props
  const wiring = name !== undefined && form !== undefined ? wireField({ name, form }, hint) : undefined
  return (
    <fieldset
      class={`ds-fieldset ${look === 'field' ? 'ui-field' : 'ui-fieldset'}`}
      id={wiring?.id}
      data-look={look === 'inner' ? 'inner' : undefined}
      data-invalid={wiring?.error ? 'true' : undefined}
      aria-describedby={wiring?.describedBy}
    >
      <legend {...legendLooks[look]}>{legend}</legend>
      {hint && (
        <p class="ui-hint" id={wiring?.hintId}>
          {hint}
        </p>
      )}
      {wiring && <FieldMessage language={language} wiring={wiring} />}
      {children}
    </fieldset>
  )
}

/** Two short fields that are one answer, side by side where there is room: hours and minutes, Swedish and English. */
export function Pair({ children }: { readonly children: ComponentChildren }) {
  return <div class="ui-pair">{children}</div>
}

type ErrorSummaryProps = { readonly language: Language; readonly form: FormState }

/**
 * All errors of the form, each a link to its field. Focus lands here when the page opens and it is read
 * out, without script. Returns nothing when there is no error.
 */
export function ErrorSummary({ language, form }: ErrorSummaryProps) {
  if (form.errors.length === 0) return null
  return (
    <div
      class="ds-error-summary ui-error-summary"
      role="alert"
      tabindex={-1}
      autofocus
      aria-labelledby="error-summary-heading"
    >
      <h2 id="error-summary-heading">{uiTexts(language).errorSummary(form.errors.length)}</h2>
      <ul class="ds-list">
        {form.errors.map(({ field, message, summary = message }) => (
          <li key={`${field} ${summary}`}>
            {field === '' ? (
              summary
            ) : (
              <a class="ds-link" href={`#${fieldId(field)}`}>
                {summary}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

type FormPageProps = {
  readonly language: Language
  readonly title: string
  readonly lead?: ComponentChildren
  readonly form: FormState
  readonly action: string
  readonly version?: number | undefined
  readonly submitLabel: string
  readonly submitTone?: ButtonTone | undefined
  /** Has a `FileField`. */
  readonly upload?: boolean | undefined
  /** Where “Avbryt” goes; without it there is no such link. */
  readonly cancelHref?: string | undefined
  readonly children: ComponentChildren
}

/** The whole of a page that is one form: heading, error summary, fields, buttons. Goes inside `PageDocument`. */
export function FormPage(props: FormPageProps) {
  const { language, title, lead, form, action, version, submitLabel, submitTone, upload, cancelHref, children } = props
  return (
    <div class="ui-form-page">
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{title}</Heading>
      {lead && <Lead>{lead}</Lead>}
      <Form action={action} version={version} upload={upload}>
        {children}
        <Actions>
          <SubmitButton tone={submitTone}>{submitLabel}</SubmitButton>
          {cancelHref && (
            <ButtonLink href={cancelHref} tone="quiet">
              {uiTexts(language).cancel}
            </ButtonLink>
          )}
        </Actions>
      </Form>
    </div>
  )
}
