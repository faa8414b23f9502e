/** How an identity came to belong to a person. */
export type BoundBy = 'employment-number' | 'personal-number' | 'invitation'

/** The persons that an identity points to, each by its own trace; absent where a trace leads nowhere. */
export type Traces = {
  /** By the provider's subject, bound before. */
  readonly bound: string | undefined
  readonly byEmploymentNumber: string | undefined
  /** By a personal number that is registered for signing in. */
  readonly byPersonalNumber: string | undefined
  /** Whom the invitation that the attempt carries is for. */
  readonly invited: string | undefined
}

export type Match =
  | { readonly outcome: 'found'; readonly personId: string; readonly bindBy: BoundBy | undefined }
  | { readonly outcome: 'nobody' }
  | { readonly outcome: 'contradiction' }

/**
 * Returns who a foreign identity is: the person it is bound to, whatever else it says; otherwise the one person that
 * every trace agrees on, who is bound by the surest. Traces to different persons lead to nobody. There is no trace by
 * e-mail address: addresses are changed and given to others.
 */
export function matchPerson(traces: Traces): Match {
  if (traces.bound !== undefined) return { outcome: 'found', personId: traces.bound, bindBy: undefined }
  const found: readonly (readonly [BoundBy, string | undefined])[] = [
    ['employment-number', traces.byEmploymentNumber],
    ['personal-number', traces.byPersonalNumber],
    ['invitation', traces.invited],
  ]
  const [surest, ...others] = found.filter(([, personId]) => personId !== undefined)
  if (surest?.[1] === undefined) return { outcome: 'nobody' }
  const [bindBy, personId] = surest
  return others.every(([, other]) => other === personId)
    ? { outcome: 'found', personId, bindBy }
    : { outcome: 'contradiction' }
}

/** Returns the text without anything that may be a personal number: for the log and for pages. */
export function withoutPersonalNumbers(text: string): string {
  return text.replace(/(?<!\d)((?:\d{2})?\d{6})[-+]?\d{4}(?!\d)/g, '$1-····')
}
