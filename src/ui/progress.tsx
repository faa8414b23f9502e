import type { ComponentChildren } from 'preact'
import type { Language } from '../kernel/language.ts'
import { Tag, type Tone } from './tone.tsx'
import { uiTexts } from './ui.texts.ts'

type ProgressProps = {
  readonly language: Language
  readonly label: string
  readonly done: number
  readonly expected: number
  /** Hides the label for the eye, in a table where the row says it. */
  readonly hideLabel?: boolean | undefined
}

/** How much of what is expected is done, as a bar for the eye and in words for everybody. More than expected fills the bar. */
export function Progress({ language, label, done, expected, hideLabel }: ProgressProps) {
  const words = uiTexts(language).progress(done, expected)
  const percent = expected === 0 ? 100 : Math.min(100, (100 * done) / expected)
  return (
    <div class="ui-progress" data-full={done >= expected ? 'true' : undefined}>
      <span class={hideLabel ? 'ds-sr-only' : 'ui-progress__label'}>{label}</span>
      <svg class="ui-progress__bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="ui-progress__done" width={percent} height="1" />
      </svg>
      <span class="ui-progress__words">{words}</span>
    </div>
  )
}

export type TimelineEntry = {
  readonly key: string
  /** The day or moment in words. */
  readonly when: string
  /** The same for machines: `2026-03-25` or `2026-03-25T15:00`. */
  readonly datetime: string
  readonly what: ComponentChildren
  readonly who?: string | undefined
  readonly detail?: ComponentChildren
  /** `coming` for what has not happened yet. */
  readonly state?: 'past' | 'current' | 'coming' | undefined
}

/** What happened to something, in order of time: when, what, who. */
export function Timeline({ label, entries }: { readonly label: string; readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol class="ui-timeline" aria-label={label}>
      {entries.map(({ key, when, datetime, what, who, detail, state = 'past' }) => (
        <li
          key={key}
          class="ui-timeline__entry"
          data-state={state}
          aria-current={state === 'current' ? 'step' : undefined}
        >
          <time class="ui-timeline__when" datetime={datetime}>
            {when}
          </time>
          <div class="ui-timeline__what">
            <span>{what}</span>
            {who && <span class="ui-note"> {who}</span>}
            {detail && <div class="ui-timeline__detail">{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}

export type Task = {
  readonly key: string
  readonly title: string
  readonly href: string
  /** The last day in words; without it nothing is said about time. */
  readonly due?: string | undefined
  readonly status: { readonly tone: Tone; readonly label: string }
  /** One line on what it is about: unit, meeting, person. */
  readonly about?: string | undefined
}

/** Things to do, each with its one next step. The whole row is the target. */
export function TaskList({
  language,
  label,
  tasks,
}: {
  readonly language: Language
  readonly label: string
  readonly tasks: readonly Task[]
}) {
  const texts = uiTexts(language)
  return (
    <ul class="ui-tasks" aria-label={label}>
      {tasks.map(({ key, title, href, due, status, about }) => (
        <li key={key} class="ui-task">
          <div class="ui-task__main">
            <a class="ui-task__link" href={href}>
              {title}
            </a>
            {about && <p class="ui-note">{about}</p>}
          </div>
          <div class="ui-task__side">
            {due && <span class="ui-task__due">{texts.due(due)}</span>}
            <Tag tone={status.tone}>{status.label}</Tag>
          </div>
        </li>
      ))}
    </ul>
  )
}
