import type { ComponentChildren } from 'preact'
import { Tag, type Tone } from './tone.tsx'

type StepProps = {
  /** What an address leads to. */
  readonly id: string
  /** `Steg 3 av 9`: shown where one step is a page. */
  readonly count: string
  /** What has just been done, beside the count. */
  readonly done?: string | undefined
  /** The one that is shown where one step is a page. */
  readonly isCurrent: boolean
  readonly children: ComponentChildren
}

/** One step of a long form: a page of its own on a phone, one part among the others where there is room. */
export function Step({ id, count, done, isCurrent, children }: StepProps) {
  return (
    <section class="ui-step ui-section" id={id} data-current={isCurrent ? 'true' : undefined}>
      <p class="ui-step__count ui-note">
        {count}
        {done && <strong role="status"> {done}</strong>}
      </p>
      {children}
    </section>
  )
}

/** What is shown on a phone alone: the buttons from step to step. */
export function OnPhone({ children }: { readonly children: ComponentChildren }) {
  return <div class="ui-on-phone">{children}</div>
}

export type StepItem = {
  readonly value: string
  readonly label: string
  readonly isCurrent: boolean
  readonly state?: { readonly tone: Tone; readonly label: string } | undefined
}

type StepListProps = {
  /** What the list is, for screen readers. */
  readonly label: string
  /** The folded list's own line where one step is a page: `Steg 3 av 9`. */
  readonly here: string
  /** The same where all is on one page. */
  readonly all: string
  /** How far one has come, after either. */
  readonly filled: string
  /** The field that says which step to go to. */
  readonly name: string
  readonly steps: readonly StepItem[]
}

/** All steps of a form, folded: each a button that saves and goes there. */
export function StepList({ label, here, all, filled, name, steps }: StepListProps) {
  return (
    <nav class="ui-steps" aria-label={label}>
      <details class="ds-details ui-details">
        <summary>
          {/* One child: the summary lays its children out with air between them. */}
          <span>
            <span class="ui-steps__here">{here}</span>
            <span class="ui-steps__all">{all}</span>, {filled}
          </span>
        </summary>
        <ol class="ui-steps__list">
          {steps.map(({ value, label: step, isCurrent, state }) => (
            <li key={value} class="ui-steps__step">
              <button
                class="ui-steps__go"
                type="submit"
                name={name}
                value={value}
                aria-current={isCurrent ? 'step' : undefined}
              >
                {step}
              </button>
              {state && <Tag tone={state.tone}>{state.label}</Tag>}
            </li>
          ))}
        </ol>
      </details>
    </nav>
  )
}

type TwoTextsProps = {
  readonly id: string
  readonly heading: string
  /** What the other has written. */
  readonly other: ComponentChildren
  readonly children: ComponentChildren
}

/** Another's text beside the box above it, with what can be done about the two. */
export function TwoTexts({ id, heading, other, children }: TwoTextsProps) {
  return (
    <section class="ui-two-texts" aria-labelledby={id}>
      <p class="ui-two-texts__heading" id={id}>
        {heading}
      </p>
      <blockquote class="ui-two-texts__other">{other}</blockquote>
      {children}
    </section>
  )
}

/** Where another's text stands, right after what else is beside the field: a script puts it there, or takes it away. */
export function OtherPlace({ children }: { readonly children?: ComponentChildren }) {
  return <div data-part="other">{children}</div>
}

/** Where a script puts what belongs to a field: another's text, remarks. Empty without script. */
export function BesideField({ field, children }: { readonly field: string; readonly children?: ComponentChildren }) {
  return (
    <div data-beside={field}>
      <div data-part="guard">{children}</div>
    </div>
  )
}
