import type { CompiledRule } from '../rules/kind.ts'

/** A visit that has its place under a cap in number, for one person. */
export type Place = {
  readonly visit: string
  readonly person: string
  readonly rule: CompiledRule<object>
  readonly most: number
  readonly exported: boolean
}

/** Time or money of a cap that one line takes. */
export type Share = {
  readonly visit: string
  readonly person: string
  readonly rule: CompiledRule<object>
  readonly most: number
  /** What the line takes by the rules; 0 unless it is payable. */
  readonly used: number
  /** What has gone out for it in truth, where that is more. */
  readonly standing: number
  readonly exported: boolean
}

/** Events that are counted as one so far: their minutes together, and when the last of them ended. */
export type Chain = { readonly minutes: number; readonly end: number }

/** What has been used of each cap so far, in the order of start and id. */
export type Caps = {
  readonly places: Map<string, Place[]>
  /** Fees that have gone out although the visit has no place under the cap. */
  readonly displaced: Map<string, Place[]>
  readonly shares: Map<string, Share[]>
  readonly sums: Map<string, number>
  /** The events of a day that are counted as one, by day, person and kind. */
  readonly chains: Map<string, Chain>
  /** How to undo what was used since a trial began; absent otherwise. */
  undo: (() => unknown)[] | undefined
}

/** Returns caps of which nothing is used. */
export function emptyCaps(): Caps {
  return {
    places: new Map(),
    displaced: new Map(),
    shares: new Map(),
    sums: new Map(),
    chains: new Map(),
    undo: undefined,
  }
}

/** Returns what the trial gives, and leaves the caps as they were. */
export function tried<T>(caps: Caps, trial: () => T): T {
  const before = caps.undo
  const undo: (() => unknown)[] = []
  caps.undo = undo
  const result = trial()
  for (const step of undo.reverse()) step()
  caps.undo = before
  return result
}

/**
 * Returns the number of the place that the visit has or can get under the key, from 1; 0 where there is no room. All who
 * came to one visit share its place.
 */
export function placeUnder(caps: Caps, key: string, most: number, visit: string): number {
  const places = caps.places.get(key)
  if (places === undefined) return most > 0 ? 1 : 0
  let number = 0
  let latest: string | undefined
  let isIn = false
  // Visits take their places one after the other, so those of one visit stand together.
  for (const place of places) {
    if (place.visit === latest) continue
    latest = place.visit
    number += 1
    if (latest === visit) isIn = true
  }
  if (isIn) return number
  return number < most ? number + 1 : 0
}

/** Gives the visit its place under the key. */
export function consume(caps: Caps, key: string, place: Place): void {
  push(caps, caps.places, key, place)
}

/** Notes that a fee has gone out for a visit that has no place under the key. */
export function displace(caps: Caps, key: string, place: Place): void {
  push(caps, caps.displaced, key, place)
}

/** Returns what is left of a cap in time or money, never below zero. */
export function leftOf(caps: Caps, key: string, most: number): number {
  return Math.max(0, most - (caps.sums.get(key) ?? 0))
}

/** Takes the line's share of a cap in time or money. */
export function take(caps: Caps, key: string, share: Share): void {
  push(caps, caps.shares, key, share)
  const sum = caps.sums.get(key) ?? 0
  caps.sums.set(key, sum + share.used)
  caps.undo?.push(() => caps.sums.set(key, sum))
}

/** Whether an event is counted as one with what ended before it; `breakMost` is the longest break between them. */
export function isLinked(before: { readonly end: number }, breakMost: number | undefined, start: number): boolean {
  return breakMost === undefined || start - before.end <= breakMost
}

/** Returns the events of a day that are counted as one, once another has come to them. */
export function grownBy(
  known: Chain | undefined,
  breakMost: number | undefined,
  next: Chain & { readonly start: number },
): Chain {
  return known !== undefined && isLinked(known, breakMost, next.start)
    ? { minutes: known.minutes + next.minutes, end: Math.max(known.end, next.end) }
    : { minutes: next.minutes, end: next.end }
}

/** Lets the event that a line is for be the latest of those that are counted as one. */
export function lengthen(caps: Caps, key: string, chain: Chain): void {
  const before = caps.chains.get(key)
  caps.chains.set(key, chain)
  caps.undo?.push(() => (before === undefined ? caps.chains.delete(key) : caps.chains.set(key, before)))
}

function push<T>(caps: Caps, map: Map<string, T[]>, key: string, item: T): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [item])
  else known.push(item)
  caps.undo?.push(() => map.get(key)?.pop())
}
