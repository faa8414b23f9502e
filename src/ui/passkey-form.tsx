import type { ComponentChildren } from 'preact'
import { Actions, FormKeyField, HiddenField, SubmitButton } from './form.tsx'
import { Paragraph } from './heading.tsx'
import { Alert } from './tone.tsx'

type PasskeyFormProps = {
  /** Where the device's answer is posted, in the field `answer`. */
  readonly action: string
  /** `create` makes a passkey; `get` signs in with one. */
  readonly kind: 'create' | 'get'
  /** The question, as the browser's script takes it. */
  readonly options: string
  readonly submitLabel: string
  /** Shown instead of the button where there is no script, or where the browser knows no passkeys. */
  readonly without: string
  /** Said when the device gave no answer. */
  readonly failed: string
  /** Said when the device has a passkey here already. */
  readonly known: string
  readonly children?: ComponentChildren
}

/**
 * A form that a passkey answers. The only one that needs script: its page is laid out with the passkey script, which shows
 * the button; until then the form says what to do instead.
 */
export function PasskeyForm(props: PasskeyFormProps) {
  const { action, kind, options, submitLabel, without, failed, known, children } = props
  return (
    <form action={action} method="post" data-passkey={kind} data-options={options}>
      <FormKeyField />
      <HiddenField name="answer" value="" />
      <div data-passkey-part="without">
        <Paragraph>{without}</Paragraph>
      </div>
      <div data-passkey-part="ready failed known" hidden>
        <div class="ui-form" data-layout="stacked">
          {children}
          <Actions>
            <SubmitButton>{submitLabel}</SubmitButton>
          </Actions>
          <div role="status">
            <div data-passkey-part="failed" hidden>
              <Alert tone="warning">{failed}</Alert>
            </div>
            <div data-passkey-part="known" hidden>
              <Alert tone="info">{known}</Alert>
            </div>
          </div>
        </div>
      </div>
    </form>
  )
}
