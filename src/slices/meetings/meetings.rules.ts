import type { Day } from '../../kernel/date.ts'

const itemKinds = ['paper', 'oral-report', 'oral-summary', 'discussion'] as const
export type ItemKind = (typeof itemKinds)[number]

const itemStates = ['planned', 'done'] as const
type ItemState = (typeof itemStates)[number]

/** Every step of an item: what is planned is done once, and what is done stays done. */
const transitions: { readonly [State in ItemState]: { readonly finish?: ItemState } } = {
  planned: { finish: 'done' },
  done: {},
}

/** Returns the state after the item is noted as done, or undefined when it was already. */
export function afterFinish(state: ItemState): ItemState | undefined {
  return transitions[state].finish
}

/** Returns the item's state. */
export function stateOfItem(item: { readonly doneAt: unknown }): ItemState {
  return item.doneAt === null ? 'planned' : 'done'
}

/** What a final report asks of the meeting it goes to. */
type Brought = {
  readonly form: 'written' | 'oral'
  readonly questions: number
  /** What the guideline says of meetings. */
  readonly guide: { readonly oralSummary: boolean; readonly discussion: boolean }
}

/**
 * Returns what a final report brings to its meeting: its paper or the oral report, an oral summary where the guideline
 * has one, and room for discussion where the guideline or the authors ask for it.
 */
export function itemsBroughtBy({ form, questions, guide }: Brought): readonly ItemKind[] {
  const summary: readonly ItemKind[] = form === 'written' && guide.oralSummary ? ['oral-summary'] : []
  const discussion: readonly ItemKind[] = guide.discussion || questions > 0 ? ['discussion'] : []
  return [form === 'written' ? 'paper' : 'oral-report', ...summary, ...discussion]
}

/** Whether what is on the list can be noted as done: on the day of the meeting or later. */
export function canBeNoted(meeting: { readonly day: Day }, today: Day): boolean {
  return meeting.day <= today
}

/** Whether something can still be put on the list: through the day of the meeting. */
export function takesItems(meeting: { readonly day: Day }, today: Day): boolean {
  return meeting.day >= today
}

/** Whether a report that is finished on the day goes with the meeting's papers by itself. */
export function takesPapers(meeting: { readonly papersDeadline: Day }, day: Day): boolean {
  return meeting.papersDeadline >= day
}
