import { type ComponentChildren, h } from 'preact'
import type { Language } from '../kernel/language.ts'
import { errorOf, type FormState, fieldId } from './form-state.ts'
import type { HeadingLevel } from './heading.tsx'
import { uiTexts } from './ui.texts.ts'

/** What every field takes. Value and error are looked up in `form` by `name`. */
export type FieldProps = {
  readonly language: Language
  readonly form: FormState
  readonly name: string
  readonly label: string
  /** Help that is always shown. A placeholder is no label and no hint (Digg's reading of EN 301 549). */
  readonly hint?: string | undefined
  /** Marks the field as one that may be left empty. Fields are otherwise expected to be filled in. */
  /** `as-labelled`: may be left empty, but the label says itself when it is needed (“Om nej: …”), so it is not marked. */
  readonly optional?: boolean | 'as-labelled' | undefined
}

export type FieldWiring = {
  readonly id: string
  readonly hintId: string | undefined
  readonly errorId: string | undefined
  readonly error: string | undefined
  /** For `aria-describedby`: hint first, then error. */
  readonly describedBy: string | undefined
}

/** Returns the ids that tie a field to its hint and its error. */
export function wireField({ form, name }: Pick<FieldProps, 'form' | 'name'>, hint: string | undefined): FieldWiring {
  const id = fieldId(name)
  const error = errorOf(form, name)
  const hintId = hint ? `${id}-hint` : undefined
  const errorId = error ? `${id}-error` : undefined
  const describedBy = [hintId, errorId].filter((part) => part !== undefined).join(' ') || undefined
  return { id, hintId, errorId, error, describedBy }
}

/** The label's words, with “(frivilligt)” after an optional field. */
export function LabelText({ language, label, optional }: Pick<FieldProps, 'language' | 'label' | 'optional'>) {
  return (
    <>
      {label}
      {optional === true && <span class="ui-optional"> ({uiTexts(language).optional})</span>}
    </>
  )
}

/** Help below a label. Returns nothing when there is none. */
export function Hint({ id, hint }: { readonly id: string | undefined; readonly hint: string | undefined }) {
  if (!hint) return null
  return (
    <p id={id} class="ui-hint" data-field="description">
      {hint}
    </p>
  )
}

/** What is wrong, with an icon and the word “Fel” for those who cannot see the colour. Returns nothing when all is well. */
export function FieldMessage({ language, wiring }: { readonly language: Language; readonly wiring: FieldWiring }) {
  if (!wiring.error) return null
  return (
    <p id={wiring.errorId} class="ds-validation-message" data-field="validation">
      <span class="ds-sr-only">{uiTexts(language).errorPrefix}</span>
      {wiring.error}
    </p>
  )
}

type FieldFrameProps = FieldProps & {
  readonly wiring: FieldWiring
  /** Makes the label a heading of this level: for a question that is a part of the page by itself. */
  readonly headingLevel?: HeadingLevel | undefined
  readonly children: ComponentChildren
}

/** Label, hint, error and the control itself, in that order. */
export function FieldFrame(props: FieldFrameProps) {
  const { language, label, hint, optional, wiring, headingLevel, children } = props
  const asLabel = (
    <label class="ds-label" for={wiring.id}>
      <LabelText language={language} label={label} optional={optional} />
    </label>
  )
  return (
    <div class="ds-field ui-field" data-invalid={wiring.error ? 'true' : undefined}>
      {headingLevel === undefined
        ? asLabel
        : h(`h${headingLevel}`, { class: 'ds-heading ui-field__title', 'data-level': headingLevel }, asLabel)}
      <Hint id={wiring.hintId} hint={hint} />
      <FieldMessage language={language} wiring={wiring} />
      {children}
    </div>
  )
}
